/* Text that was encoded as UTF-8 twice: "TÃ¼rkiye" for "Türkiye".
 *
 * The bytes of UTF-8 were taken for characters of Windows-1252, or of ISO-8859-1 where
 * that has none, and each was encoded again. It is certain only where every run of
 * characters beyond ASCII turns back into well-formed UTF-8: the "ã" of "São" is a byte
 * that stands alone, which no UTF-8 has, so such a name stays as it is. */
#include "data/mojibake.h"

#include <stdint.h>

/* The bytes 0x80 to 0x9F of Windows-1252; 0 where it has none. */
static const uint16_t windows[32] = {
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
    0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0,      0x017D, 0,
    0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178,
};

unsigned windows_1252(unsigned char byte)
{
    bool special = byte >= 0x80 && byte < 0xA0 && windows[byte - 0x80] != 0;
    return special ? windows[byte - 0x80] : byte;
}

/* The byte that a character stood for, or -1. */
static int byte_of(unsigned point)
{
    if (point <= 0xFF)
        return (int)point;
    for (int i = 0; i < 32; i++)
        if (point == windows[i])
            return 0x80 + i;
    return -1;
}

/* The character at the front of well-formed UTF-8, which is not ASCII; 0 for one that
 * needs four bytes, which Windows-1252 has none of. */
static unsigned front(const char *at, size_t *length)
{
    unsigned char lead = (unsigned char)at[0];
    *length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
    unsigned point = lead & (*length == 2 ? 0x1Fu : 0x0Fu);
    for (size_t i = 1; i < *length; i++)
        point = point << 6 | ((unsigned char)at[i] & 0x3Fu);
    return *length == 4 ? 0 : point;
}

/* Each character as the byte it stood for; false where some stood for none. */
static bool turn_back(char *bytes, size_t *count, arms_text text)
{
    *count = 0;
    for (size_t i = 0, length = 1; i < text.len; i += length) {
        int byte = (unsigned char)text.ptr[i];
        length = 1;
        if (byte >= 0x80) {
            unsigned point = front(text.ptr + i, &length);
            byte = point > 0 ? byte_of(point) : -1;
        }
        if (byte < 0)
            return false;
        bytes[(*count)++] = (char)byte;
    }
    return true;
}

static bool is_ascii(arms_text text)
{
    for (size_t i = 0; i < text.len; i++)
        if ((unsigned char)text.ptr[i] >= 0x80)
            return false;
    return true;
}

bool mojibake_repair(arms_text *out, bool *repaired, arms_arena *arena, arms_text text,
                     arms_error *err)
{
    *out = text;
    *repaired = false;
    if (is_ascii(text) || !arms_text_is_utf8(text))
        return true;
    char *bytes = arms_alloc(arena, text.len + 1, 1, err);
    if (!bytes)
        return false;
    size_t count;
    if (!turn_back(bytes, &count, text) || !arms_text_is_utf8((arms_text){bytes, count}))
        return true;
    bytes[count] = '\0';
    *out = (arms_text){bytes, count};
    *repaired = true;
    return true;
}
