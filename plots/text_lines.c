/* Cleaning, measuring and breaking of text for charts.
 *
 * gnuplot neither breaks lines nor tells how wide they are, so widths are estimated from
 * the advance widths of Helvetica (Adobe's font metrics, which Arial shares), in
 * thousandths of the type's size. Where neither is at hand, DejaVu Sans often stands in
 * for them, whose letters are about 15 % wider, bold ones 28 %: that much room is left.
 * Other letters than ASCII count as 600, wide ones as 1000: a line may come out some per
 * cent off. */
#include "plots/text_lines.h"

#include <armstrade/buffer.h>

static const unsigned short helvetica[] = {
    278,  278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, /* space to + */
    278,  333, 278, 278, 556, 556, 556, 556, 556, 556, 556, 556, /* , to 7 */
    556,  556, 278, 278, 584, 584, 584, 556,                     /* 8 to ? */
    1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, /* @ to K */
    556,  833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, /* L to W */
    667,  667, 611, 278, 278, 278, 469, 556,                     /* X to _ */
    333,  556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, /* ` to k */
    222,  833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, /* l to w */
    500,  500, 500, 334, 260, 334, 584,                          /* x to ~ */
};

static const char ellipsis[] = "\xE2\x80\xA6", replacement[] = "\xEF\xBF\xBD";

/* The character at the front of `text`; a malformed byte is one of its own. */
static arms_text front(arms_text text)
{
    unsigned char byte = (unsigned char)text.ptr[0];
    size_t length = byte < 0xC0 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
    bool whole = length <= text.len && arms_text_is_utf8((arms_text){text.ptr, length});
    return (arms_text){text.ptr, whole ? length : 1};
}

static arms_text after(arms_text text, size_t bytes)
{
    return (arms_text){text.ptr + bytes, text.len - bytes};
}

/* The code point of a well-formed character of two or three bytes, else 0. */
static unsigned point_of(arms_text c)
{
    const unsigned char *byte = (const unsigned char *)c.ptr;
    if (c.len == 2)
        return (byte[0] & 0x1Fu) << 6 | (byte[1] & 0x3Fu);
    if (c.len == 3)
        return (byte[0] & 0x0Fu) << 12 | (byte[1] & 0x3Fu) << 6 | (byte[2] & 0x3Fu);
    return 0;
}

static bool is_blank(arms_text c)
{
    unsigned char byte = (unsigned char)c.ptr[0];
    unsigned point = point_of(c);
    return (c.len == 1 && (byte <= 0x20 || byte == 0x7F)) ||
           (point >= 0x80 && point <= 0xA0) || point == 0x2028 || point == 0x2029;
}

/* Direction marks, and invisible ones that could make two names look alike. */
static bool is_dropped(arms_text c)
{
    unsigned point = point_of(c);
    return point == 0x061C || (point >= 0x200B && point <= 0x200F) ||
           (point >= 0x202A && point <= 0x202E) || (point >= 0x2060 && point <= 0x206F) ||
           point == 0xFEFF;
}

/* Bytes that no XML text may hold. */
static bool is_bad(arms_text c)
{
    return (c.len == 1 && (unsigned char)c.ptr[0] >= 0x80) || point_of(c) >= 0xFFFE;
}

static void clean_into(arms_buffer *out, arms_text text)
{
    bool blank = false;
    while (text.len > 0) {
        arms_text c = front(text);
        text = after(text, c.len);
        if (is_dropped(c))
            continue;
        if (!is_blank(c)) {
            if (blank && out->len > 0)
                arms_buffer_string(out, " ");
            arms_buffer_text(out, is_bad(c) ? arms_text_of(replacement) : c);
        }
        blank = is_blank(c);
    }
}

bool text_clean(arms_text *out, arms_arena *arena, const char *string, arms_error *err)
{
    arms_buffer buffer = {0};
    clean_into(&buffer, arms_text_of(string));
    out->len = buffer.len;
    out->ptr = arms_buffer_keep(&buffer, arena, err);
    return out->ptr != NULL;
}

static double char_width(arms_text c)
{
    unsigned char byte = (unsigned char)c.ptr[0];
    if (byte >= 0x20 && byte < 0x7F)
        return helvetica[byte - 0x20];
    size_t columns = arms_text_width(c);
    return columns == 0 ? 0 : columns == 1 ? 600 : 1000;
}

static double scale_of(double size, bool bold)
{
    return size / 1000 * (bold ? 1.28 : 1.15);
}

double text_width(arms_text text, double size, bool bold)
{
    double sum = 0;
    while (text.len > 0) {
        arms_text c = front(text);
        sum += char_width(c);
        text = after(text, c.len);
    }
    return sum * scale_of(size, bold);
}

/* A line at the front of a text. */
typedef struct front_line {
    size_t length;
    bool broken; /* within a word */
} front_line;

/* What fits into `room` thousandths: all, or up to a space, or at least one character. */
static front_line fitting(arms_text text, double room)
{
    size_t used = 0, space = 0;
    for (double sum = 0; used < text.len;) {
        arms_text c = front(after(text, used));
        if (c.ptr[0] == ' ')
            space = used;
        sum += char_width(c);
        if (sum > room && space > 0)
            return (front_line){space, false};
        if (sum > room)
            return (front_line){used > 0 ? used : c.len, true};
        used += c.len;
    }
    return (front_line){used, false};
}

/* Lines that a text breaks into; 0 where a word would be broken or there are more than
 * `most`. */
static size_t count_lines(arms_text text, double room, size_t most)
{
    size_t count = 0;
    while (text.len > 0) {
        front_line line = fitting(text, room);
        text = arms_text_trim(after(text, line.length));
        if (line.broken || ++count > most)
            return 0;
    }
    return count;
}

/* The least room that takes no more lines than `room`: lines of like length look better
 * than a last one of one word. */
static double balanced(arms_text text, double room, size_t most)
{
    size_t count = count_lines(text, room, most);
    double least = room;
    while (count > 1 && count_lines(text, least * 0.98, most) == count)
        least *= 0.98;
    return least;
}

static bool cut_line(arms_text *out, arms_arena *arena, arms_text text, double room,
                     arms_error *err)
{
    front_line line = fitting(text, room - char_width(arms_text_of(ellipsis)));
    char *copy = arms_print(arena, err, "%.*s%s", (int)line.length, text.ptr, ellipsis);
    *out = arms_text_of(copy);
    return copy != NULL;
}

static void note_width(text_lines *lines, const text_style *style)
{
    arms_text line = lines->line[lines->count++];
    double width = text_width(line, style->size, style->bold);
    if (width > lines->width)
        lines->width = width;
}

bool text_wrap(text_lines *out, arms_arena *arena, arms_text text,
               const text_style *style, arms_error *err)
{
    *out = (text_lines){arms_alloc(arena, style->most, sizeof *out->line, err), 0, 0};
    double room = style->width / scale_of(style->size, style->bold);
    if (!out->line)
        return false;
    room = balanced(text, room, style->most);
    while (text.len > 0 && out->count < style->most) {
        arms_text *line = &out->line[out->count];
        size_t length = fitting(text, room).length;
        *line = arms_text_trim((arms_text){text.ptr, length});
        bool cut = length < text.len && out->count + 1 == style->most;
        if (cut && !cut_line(line, arena, text, room, err))
            return false;
        text = arms_text_trim(after(text, length));
        note_width(out, style);
    }
    return true;
}
