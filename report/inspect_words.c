/* The small pieces that the sentences of `inspect` are made of. */
#include <armstrade/number.h>
#include <stdint.h>
#include <string.h>

#include "analysis/claims/wording.h"
#include "report/inspect.h"

const char *inspect_text(arms_arena *arena, arms_buffer *from, arms_error *err)
{
    const char *text = NULL;
    if (arms_buffer_check(from, err))
        text = arms_copy(arena, from->data ? from->data : "", from->len, err);
    arms_buffer_free(from);
    return text;
}

bool inspect_add(inspect_list *list, arms_arena *arena, const char *text, arms_error *err)
{
    if (!text)
        return false;
    list->items = arms_extend(arena, list->items, list->count, sizeof *list->items, err);
    if (!list->items)
        return false;
    list->items[list->count++] = text;
    return true;
}

void inspect_count(arms_buffer *out, size_t count)
{
    char digits[ARMS_NUMBER_SIZE];
    size_t length = strlen(arms_number_fixed(digits, (double)count, 0));
    for (size_t i = 0; i < length; i++) {
        bool comma = i > 0 && (length - i) % 3 == 0;
        arms_buffer_print(out, "%s%c", comma ? "," : "", digits[i]);
    }
}

void inspect_counted(arms_buffer *out, size_t count, const char *one, const char *many)
{
    inspect_count(out, count);
    arms_buffer_print(out, " %s", count == 1 ? one : many);
}

void inspect_lines(arms_buffer *out, const size_t *lines, size_t count)
{
    size_t shown = count < ARMS_SKIP_LINES ? count : ARMS_SKIP_LINES;
    arms_buffer_string(out, count == 1 ? "line " : "lines ");
    for (size_t i = 0; i < shown; i++) {
        bool last = i > 0 && i + 1 == count;
        arms_buffer_print(out, "%s%zu", last ? " and " : i > 0 ? ", " : "", lines[i]);
    }
    arms_buffer_string(out, count > shown ? " and others" : "");
}

/* Bytes of the longest front of a text that is no wider than `width`. */
static size_t front(arms_text text, size_t width)
{
    size_t good = 0;
    for (size_t i = 1; i <= text.len; i++) {
        bool end = i == text.len || ((unsigned char)text.ptr[i] & 0xC0) != 0x80;
        if (!end)
            continue;
        if (arms_text_width((arms_text){text.ptr, i}) > width)
            break;
        good = i;
    }
    return good;
}

const char *inspect_clip(arms_arena *arena, const char *text, size_t width,
                         arms_error *err)
{
    arms_buffer out = {0};
    arms_buffer_shown(&out, arms_text_of(text));
    arms_text shown = {out.data ? out.data : "", out.len};
    if (!out.failed && arms_text_width(shown) > width) {
        out.len = front(shown, width - 1);
        arms_buffer_string(&out, "…");
    }
    return inspect_text(arena, &out, err);
}

/* A name that begins the text has no article. */
static void put_list(arms_buffer *out, const arms_dataset *dataset,
                     const arms_party *names, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        bool last = i > 0 && i + 1 == count;
        const char *name = arms_dataset_party_name(dataset, names[i]);
        arms_buffer_string(out, last ? " and " : i > 0 ? ", " : "");
        arms_buffer_print(out, "%s%s", out->len > 0 ? arms_article(name) : "", name);
    }
}

void inspect_names(arms_buffer *out, const arms_dataset *dataset, const arms_party *names,
                   size_t count)
{
    enum { SHOWN = 3 };
    if (count <= SHOWN) {
        put_list(out, dataset, names, count);
        return;
    }
    inspect_counted(out, count, "party", "parties");
    for (size_t i = 0; i < SHOWN; i++)
        arms_buffer_print(out, "%s%s", i > 0 ? ", " : " (",
                          arms_dataset_party_name(dataset, names[i]));
    arms_buffer_string(out, ", …)");
}

const char *inspect_reporter_name(arms_reporter by)
{
    static const char *const names[] = {[ARMS_REPORTED_BY_PUBLISHER] = "publisher",
                                        [ARMS_REPORTED_BY_IMPORTERS] = "importers",
                                        [ARMS_REPORTED_BY_EXPORTERS] = "exporters"};
    return names[by];
}

const char *inspect_delimiter_words(char delimiter)
{
    switch (delimiter) {
    case ',': return "commas";
    case ';': return "semicolons";
    case '\t': return "tabs";
    case '|': return "vertical bars";
    default: return "a mark of its own";
    }
}

void inspect_parts(arms_buffer *out, const inspect_part *parts, size_t count)
{
    bool first = true;
    for (size_t i = 0; i < count; i++) {
        if (parts[i].count == 0)
            continue;
        arms_buffer_string(out, first ? "" : ", ");
        inspect_count(out, parts[i].count);
        arms_buffer_print(out, " %s", parts[i].words);
        first = false;
    }
}

static const char *capital(arms_arena *arena, const char *text, arms_error *err)
{
    char *copy = arms_copy(arena, text, strlen(text), err);
    if (copy && copy[0] >= 'a' && copy[0] <= 'z')
        copy[0] = (char)(copy[0] - 'a' + 'A');
    return copy;
}

static bool ends_sentence(const char *text)
{
    size_t length = strlen(text);
    return length > 0 && strchr(".?!…", text[length - 1]);
}

bool inspect_sentence(arms_page *page, const char *label, arms_tone tone,
                      const char *text, arms_error *err)
{
    const char *stop = ends_sentence(text) ? "" : ".";
    const char *begun = capital(page->arena, text, err);
    const char *whole = begun ? arms_print(page->arena, err, "%s%s", begun, stop) : NULL;
    return arms_page_say_labelled(page, label, tone, whole, err);
}

bool inspect_paragraphs(arms_page *page, const char *label, const inspect_list *list,
                        arms_error *err)
{
    for (size_t i = 0; i < list->count; i++) {
        if (!inspect_sentence(page, i == 0 ? label : "", ARMS_TONE_PLAIN, list->items[i],
                              err))
            return false;
        page->last->close = i > 0;
    }
    return true;
}
