/* The writer of a document's text.
 *
 * Every byte is put by one function, which looks up where the byte stood in the file.
 * Both the source and the text only go forward, so that this costs a step each. A blank
 * is remembered and put before the next character, so that none stands at the end of a
 * block and no two side by side. */
#include "analysis/claims/document_text.h"

#include <string.h>

bool place_put(place_map *map, arms_arena *arena, size_t text, size_t file,
               arms_error *err)
{
    const arms_document_place *last = map->count ? &map->items[map->count - 1] : NULL;
    if (last && last->file + (text - last->text) == file)
        return true;
    arms_document_place *more =
        arms_extend(arena, map->items, map->count, sizeof *more, err);
    if (!more)
        return false;
    map->items = more;
    more[map->count++] = (arms_document_place){(uint32_t)text, (uint32_t)file};
    return true;
}

size_t place_find(const arms_document_place *items, size_t count, size_t text)
{
    size_t low = 0, high = count;
    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;
        if (items[middle].text <= text)
            low = middle;
        else
            high = middle;
    }
    return count ? items[low].file + (text - items[low].text) : 0;
}

unsigned document_front(const char *at, size_t *length)
{
    static const unsigned char masks[] = {0, 0x7F, 0x1F, 0x0F, 0x07};
    unsigned char lead = (unsigned char)at[0];
    *length = lead < 0x80 ? 1 : lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
    unsigned point = lead & masks[*length];
    for (size_t i = 1; i < *length; i++)
        point = point << 6 | ((unsigned char)at[i] & 0x3Fu);
    return point;
}

size_t document_encode(char out[4], unsigned point)
{
    static const unsigned char leads[] = {0, 0, 0xC0, 0xE0, 0xF0};
    size_t length = point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
    for (size_t i = length; i-- > 1; point >>= 6)
        out[i] = (char)(0x80 | (point & 0x3F));
    out[0] = (char)(leads[length] | point);
    return length;
}

/* Characters that are no ink: blanks, and what only steers how others are shown. */
static const struct {
    unsigned first, last;
    bool blank;
} unseen[] = {
    {0x85, 0x85, true},      {0xA0, 0xA0, true},        {0xAD, 0xAD, false},
    {0x34F, 0x34F, false},   {0x61C, 0x61C, false},     {0x1680, 0x1680, true},
    {0x180E, 0x180E, false}, {0x2000, 0x200A, true},    {0x200B, 0x200F, false},
    {0x2028, 0x2029, true},  {0x202A, 0x202E, false},   {0x202F, 0x202F, true},
    {0x205F, 0x205F, true},  {0x2060, 0x206F, false},   {0x3000, 0x3000, true},
    {0xFEFF, 0xFEFF, false}, {0xE0000, 0xE007F, false},
};

typedef enum ink { INK, BLANK, INVISIBLE } ink;

static ink ink_of(unsigned point)
{
    if (point < 0x80)
        return document_is_blank((char)point) ? BLANK : INK;
    for (size_t i = 0; i < sizeof unseen / sizeof *unseen && point >= unseen[i].first;
         i++)
        if (point <= unseen[i].last)
            return unseen[i].blank ? BLANK : INVISIBLE;
    return INK;
}

/* Where in the file source[at] stood; `at` never falls from call to call. */
static size_t file_place(document_writer *w, size_t at)
{
    const place_map *map = &w->source->places;
    while (w->run + 1 < map->count && map->items[w->run + 1].text <= at)
        w->run++;
    return map->items[w->run].file + (at - map->items[w->run].text);
}

/* A document has no more bytes than its source, since whatever is decoded or parts blocks
 * is at least as long there; the room is asked for all the same. */
static void put_byte(document_writer *w, char byte, size_t at)
{
    w->failed = w->failed || (w->len >= w->room && !arms_fail_memory(w->err)) ||
                !place_put(&w->places, w->arena, w->len, file_place(w, at), w->err);
    if (!w->failed)
        w->bytes[w->len++] = byte;
}

static void open_block(document_writer *w)
{
    arms_document *out = w->out;
    if (out->block_count > 0)
        put_byte(w, '\n', w->last);
    arms_block *more = w->failed ? NULL
                                 : arms_extend(w->arena, out->blocks, out->block_count,
                                               sizeof *more, w->err);
    w->failed = !more;
    if (!more)
        return;
    out->blocks = more;
    more[out->block_count++] = (arms_block){w->kind, w->len, w->len};
    w->open = true;
}

static void before_ink(document_writer *w)
{
    if (!w->open)
        open_block(w);
    else if (w->gap)
        put_byte(w, ' ', w->gap_at);
    w->gap = false;
}

bool document_open(document_writer *w, arms_document *out, arms_arena *arena,
                   const document_source *source, arms_error *err)
{
    *w = (document_writer){.out = out, .arena = arena, .source = source, .err = err};
    w->kind = ARMS_BLOCK_PARAGRAPH;
    w->room = source->text.len + 1;
    w->bytes = arms_alloc(arena, w->room, 1, err);
    return w->bytes != NULL;
}

bool document_close(document_writer *w)
{
    document_block(w, ARMS_BLOCK_PARAGRAPH);
    if (w->failed ||
        !place_put(&w->places, w->arena, w->len, file_place(w, w->last), w->err))
        return false;
    w->out->text = (arms_text){w->bytes, w->len};
    w->out->places = w->places.items;
    w->out->place_count = w->places.count;
    return true;
}

void document_block(document_writer *w, arms_block_kind kind)
{
    if (w->open)
        w->out->blocks[w->out->block_count - 1].end = w->len;
    w->open = w->gap = false;
    w->kind = kind;
}

void document_blank(document_writer *w, size_t at)
{
    if (!w->gap)
        w->gap_at = at;
    w->gap = true;
}

void document_decoded(document_writer *w, unsigned point, size_t at, size_t end)
{
    char bytes[4];
    ink kind = ink_of(point);
    if (kind == BLANK)
        document_blank(w, at);
    if (kind != INK || w->failed)
        return;
    before_ink(w);
    for (size_t i = 0, n = document_encode(bytes, point); i < n; i++)
        put_byte(w, bytes[i], at);
    w->last = end;
}

/* The character at source[at], as it stands there. */
static void copy_one(document_writer *w, size_t at, size_t length, ink kind)
{
    if (kind == BLANK)
        document_blank(w, at);
    if (kind != INK || w->failed)
        return;
    before_ink(w);
    for (size_t i = 0; i < length; i++)
        put_byte(w, w->source->text.ptr[at + i], at + i);
    w->last = at + length;
}

void document_copy(document_writer *w, size_t begin, size_t end)
{
    for (size_t at = begin, length; at < end; at += length) {
        unsigned point = document_front(w->source->text.ptr + at, &length);
        copy_one(w, at, length, ink_of(point));
    }
}

void document_copy_decoded(document_writer *w, size_t begin, size_t end)
{
    arms_text text = {w->source->text.ptr, end};
    while (begin < end) {
        const char *mark = memchr(text.ptr + begin, '&', end - begin);
        size_t at = mark ? (size_t)(mark - text.ptr) : end;
        unsigned point;
        document_copy(w, begin, at);
        size_t length = at < end ? document_reference(&point, text, at) : 0;
        if (length > 0)
            document_decoded(w, point, at, at + length);
        else if (at < end)
            document_copy(w, at, at + 1);
        begin = at + (length > 0 ? length : 1);
    }
}
