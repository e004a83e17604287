/* Output put together in memory; see the header for why. */
#include <armstrade/buffer.h>

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Room for `more` bytes and a NUL. */
static bool reserve(arms_buffer *buffer, size_t more)
{
    size_t need;
    if (buffer->failed || __builtin_add_overflow(buffer->len, more + 1, &need)) {
        buffer->failed = true;
        return false;
    }
    if (need <= buffer->capacity)
        return true;
    size_t capacity = need < 256 ? 256 : need + need / 2;
    char *data = capacity < need ? NULL : realloc(buffer->data, capacity);
    if (!data) {
        buffer->failed = true;
        return false;
    }
    buffer->data = data;
    buffer->capacity = capacity;
    return true;
}

void arms_buffer_text(arms_buffer *buffer, arms_text text)
{
    if (!reserve(buffer, text.len))
        return;
    if (text.len > 0)
        memcpy(buffer->data + buffer->len, text.ptr, text.len);
    buffer->len += text.len;
    buffer->data[buffer->len] = '\0';
}

void arms_buffer_string(arms_buffer *buffer, const char *string)
{
    arms_buffer_text(buffer, arms_text_of(string));
}

void arms_buffer_fill(arms_buffer *buffer, char byte, size_t count)
{
    if (!reserve(buffer, count))
        return;
    memset(buffer->data + buffer->len, byte, count);
    buffer->len += count;
    buffer->data[buffer->len] = '\0';
}

void arms_buffer_print(arms_buffer *buffer, const char *format, ...)
{
    va_list args, again;
    va_start(args, format);
    va_copy(again, args);
    int length = vsnprintf(NULL, 0, format, args);
    if (length < 0)
        buffer->failed = true;
    else if (reserve(buffer, (size_t)length) &&
             vsnprintf(buffer->data + buffer->len, (size_t)length + 1, format, again) >=
                 0)
        buffer->len += (size_t)length;
    va_end(again);
    va_end(args);
}

/* Code points that change what a terminal shows around them. */
static bool is_control(unsigned point)
{
    return point < 0x20 || (point >= 0x7F && point < 0xA0) || point == 0x61C ||
           (point >= 0x200E && point <= 0x200F) || (point >= 0x202A && point <= 0x202E) ||
           (point >= 0x2066 && point <= 0x2069) || point == 0xFEFF;
}

/* The code point of well-formed UTF-8 bytes. */
static unsigned point_of(const char *bytes, size_t length)
{
    static const unsigned char lead[] = {0, 0x7F, 0x1F, 0x0F, 0x07};
    unsigned point = (unsigned char)bytes[0] & lead[length];
    for (size_t i = 1; i < length; i++)
        point = point << 6 | ((unsigned char)bytes[i] & 0x3F);
    return point;
}

/* Bytes of the character at the front, 0 where they are malformed. */
static size_t char_length(arms_text text)
{
    unsigned char byte = (unsigned char)text.ptr[0];
    size_t length = byte < 0x80 ? 1 : byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2;
    bool whole = length <= text.len && arms_text_is_utf8((arms_text){text.ptr, length});
    return whole ? length : 0;
}

void arms_buffer_shown(arms_buffer *buffer, arms_text text)
{
    while (text.len > 0) {
        size_t length = char_length(text);
        unsigned point = length ? point_of(text.ptr, length) : 0;
        if (!length || point < 0x20 || point == 0x7F)
            arms_buffer_print(buffer, "\\x%02X", (unsigned)(unsigned char)text.ptr[0]);
        else if (is_control(point))
            arms_buffer_print(buffer, "\\u{%04X}", point);
        else
            arms_buffer_text(buffer, (arms_text){text.ptr, length});
        size_t used = length ? length : 1;
        text = (arms_text){text.ptr + used, text.len - used};
    }
}

bool arms_buffer_check(const arms_buffer *buffer, arms_error *err)
{
    return buffer->failed ? arms_fail_memory(err) : true;
}

void arms_buffer_free(arms_buffer *buffer)
{
    free(buffer->data);
    *buffer = (arms_buffer){0};
}

const char *arms_buffer_keep(arms_buffer *buffer, arms_arena *arena, arms_error *err)
{
    const char *kept = NULL;
    if (arms_buffer_check(buffer, err))
        kept = arms_copy(arena, buffer->data ? buffer->data : "", buffer->len, err);
    arms_buffer_free(buffer);
    return kept;
}
