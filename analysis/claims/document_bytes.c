/* The bytes of a document as UTF-8, whatever the program that saved it wrote.
 *
 * Old pages and texts are in Windows-1252, which the web takes ISO-8859-1 for too (WHATWG
 * Encoding, "get an encoding"); Windows programs save UTF-16 with a byte-order mark. */
#include "analysis/claims/document_text.h"

#include <string.h>

#include "data/mojibake.h"

enum { REPLACEMENT = 0xFFFD, MOST = 3 }; /* bytes of UTF-8 for one of Windows-1252 */

typedef struct decoder {
    arms_arena *scratch;
    arms_text bytes;
    char *out;
    size_t len;
    place_map places;
    arms_error *err;
} decoder;

static bool put(decoder *d, unsigned point, size_t file)
{
    char bytes[4];
    size_t n = document_encode(bytes, point);
    for (size_t i = 0; i < n; i++) {
        if (!place_put(&d->places, d->scratch, d->len, file, d->err))
            return false;
        d->out[d->len++] = bytes[i];
    }
    return true;
}

/* Bytes of the well-formed character beyond ASCII at `at`, 0 where there is none. */
static size_t good_length(arms_text bytes, size_t at)
{
    unsigned char lead = (unsigned char)bytes.ptr[at];
    size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
    bool good = length <= bytes.len - at &&
                arms_text_is_utf8((arms_text){bytes.ptr + at, length});
    return good ? length : 0;
}

/* Whether stray bytes are as many as characters: then these are chance. */
static bool is_all_windows(arms_text bytes)
{
    size_t good = 0, stray = 0;
    for (size_t i = 0; i < bytes.len;) {
        bool ascii = (unsigned char)bytes.ptr[i] < 0x80;
        size_t length = ascii ? 1 : good_length(bytes, i);
        good += !ascii && length > 0;
        stray += length == 0;
        i += length > 0 ? length : 1;
    }
    return stray >= good;
}

static bool read_windows(decoder *d)
{
    bool all = is_all_windows(d->bytes);
    for (size_t i = 0; i < d->bytes.len;) {
        unsigned char byte = (unsigned char)d->bytes.ptr[i];
        size_t length = byte >= 0x80 && !all ? good_length(d->bytes, i) : 0;
        for (size_t end = i + length; i < end; i++) {
            if (!place_put(&d->places, d->scratch, d->len, i, d->err))
                return false;
            d->out[d->len++] = d->bytes.ptr[i];
        }
        if (length == 0 && !put(d, windows_1252(byte), i++))
            return false;
    }
    return true;
}

static unsigned unit(const decoder *d, size_t at, bool big)
{
    unsigned first = (unsigned char)d->bytes.ptr[at];
    unsigned second = (unsigned char)d->bytes.ptr[at + 1];
    return big ? first << 8 | second : second << 8 | first;
}

static bool read_utf16(decoder *d, bool big)
{
    size_t length;
    for (size_t i = 2; i + 1 < d->bytes.len; i += length) {
        unsigned point = unit(d, i, big);
        bool high = point >= 0xD800 && point < 0xDC00 && i + 3 < d->bytes.len;
        unsigned low = high ? unit(d, i + 2, big) : 0;
        high = low >= 0xDC00 && low < 0xE000;
        length = high ? 4 : 2;
        if (high)
            point = 0x10000 + ((point - 0xD800) << 10) + (low - 0xDC00);
        else if (point >= 0xD800 && point < 0xE000)
            point = REPLACEMENT;
        if (!put(d, point, i))
            return false;
    }
    return true;
}

bool document_source_read(document_source *out, arms_arena *scratch, arms_text bytes,
                          arms_error *err)
{
    decoder d = {.scratch = scratch, .bytes = bytes, .err = err};
    bool big = arms_text_starts(bytes, "\xFE\xFF");
    bool wide = big || arms_text_starts(bytes, "\xFF\xFE");
    if (!wide && arms_text_is_utf8(bytes)) {
        size_t mark = arms_text_starts(bytes, "\xEF\xBB\xBF") ? 3 : 0;
        out->text = (arms_text){bytes.ptr + mark, bytes.len - mark};
        out->places = (place_map){0};
        return place_put(&out->places, scratch, 0, mark, err);
    }
    d.out = arms_alloc(scratch, bytes.len + 1, MOST, err);
    if (!d.out || !(wide ? read_utf16(&d, big) : read_windows(&d)) ||
        !place_put(&d.places, scratch, d.len, bytes.len, err))
        return false;
    *out = (document_source){{d.out, d.len}, d.places};
    return true;
}
