/* The page of `inspect`: what a file is, what it covers, what it can answer, what is
 * wrong with it, and what it holds, in the order in which a reader wants to know. */
#include <armstrade/report.h>
#include <string.h>

#include "data/layout.h"
#include "report/inspect.h"

/* The first names of the header. */
static void put_header(arms_buffer *out, const arms_look *look)
{
    enum { SHOWN = 3, WIDE = 30 };
    size_t shown = 0;
    for (size_t i = 0; i < look->column_count && shown < SHOWN; i++) {
        arms_text name = arms_text_of(look->columns[i].name);
        if (name.len == 0)
            continue;
        arms_buffer_string(out, shown > 0 ? ", \"" : " \"");
        arms_buffer_text(out, (arms_text){name.ptr, name.len < WIDE ? name.len : WIDE});
        arms_buffer_string(out, name.len > WIDE ? "…\"" : "\"");
        shown++;
    }
}

static void put_known(arms_buffer *out, const arms_look *look)
{
    arms_buffer_print(out, "%s (layout %s): ", look->reading.title, look->layout);
    if (look->reading.header_line > 0) {
        arms_buffer_print(out, "the header, in line %zu, begins",
                          look->reading.header_line);
        put_header(out, look);
    } else {
        arms_buffer_print(out, "it has no header, and rows of %zu fields",
                          look->column_count);
    }
    arms_buffer_string(out, ".");
}

static void put_guess(arms_buffer *out, const arms_look *look)
{
    if (look->reading.header_line == 0) {
        arms_buffer_string(out, ". None of its lines looks like a header.");
        return;
    }
    arms_buffer_print(out, ". Line %zu looks like the header: it begins",
                      look->reading.header_line);
    put_header(out, look);
    arms_buffer_string(out, ".");
}

static void put_unknown(arms_buffer *out, const arms_look *look)
{
    arms_buffer_string(out, "CSV in no layout that is known: ");
    inspect_counted(out, look->reading.records, "row of ", "rows of ");
    inspect_counted(out, look->column_count, "column", "columns");
    if (look->column_count > 1)
        arms_buffer_print(out, ", parted by %s",
                          inspect_delimiter_words(look->reading.delimiter));
    put_guess(out, look);
}

static bool say_what(arms_page *page, const inspect_file *file, arms_error *err)
{
    arms_buffer text = {0};
    if (file->look->layout[0])
        put_known(&text, file->look);
    else
        put_unknown(&text, file->look);
    if (text.data && text.data[0] >= 'a' && text.data[0] <= 'z')
        text.data[0] = (char)(text.data[0] - 'a' + 'A');
    return arms_page_say(page, file->look->path, err) &&
           arms_page_say_labelled(page, "What it is", ARMS_TONE_PLAIN,
                                  inspect_text(page->arena, &text, err), err);
}

/* The findings of one tone, the label before the first. */
static bool say_tone(arms_page *page, const inspect_file *file, arms_tone tone,
                     const char *label, arms_error *err)
{
    bool first = true;
    for (size_t i = 0; i < file->finding_count; i++) {
        const inspect_finding *one = &file->findings[i];
        if (one->tone != tone)
            continue;
        if (!inspect_sentence(page, first ? label : "", tone, one->text, err))
            return false;
        page->last->close = !first;
        first = false;
    }
    return true;
}

static bool say_findings(arms_page *page, const inspect_file *file, arms_error *err)
{
    return say_tone(page, file, ARMS_TONE_BAD, "Wrong", err) &&
           say_tone(page, file, ARMS_TONE_OPEN, "Check", err) &&
           say_tone(page, file, ARMS_TONE_GOOD, "Sound", err) &&
           say_tone(page, file, ARMS_TONE_PLAIN, "Note", err);
}

static void put_records(arms_buffer *out, const inspect_file *file)
{
    const arms_look *look = file->look;
    size_t records = look->reading.records;
    size_t rest =
        records -
        (file->taken + file->skipped < records ? file->taken + file->skipped : records);
    inspect_counted(out, records, "record below the header", "records below the header");
    if (file->dataset_count == 0)
        return;
    arms_buffer_string(out, ": ");
    const inspect_part parts[] = {
        {file->taken, "read"}, {file->skipped, "left out"}, {rest, "without a figure"}};
    inspect_parts(out, parts, sizeof parts / sizeof *parts);
}

static const char *file_words(arms_arena *arena, const inspect_file *file,
                              arms_error *err)
{
    const arms_look *look = file->look;
    const arms_reading *reading = &look->reading;
    arms_buffer text = {0};
    inspect_counted(&text, look->bytes, "byte", "bytes");
    arms_buffer_print(&text, "%s, %s%s, line ends %s, fields parted by %s; ",
                      reading->gzip ? " of gzip data" : "", reading->encoding,
                      reading->mark ? " with a byte-order mark" : "", reading->line_end,
                      inspect_delimiter_words(reading->delimiter));
    put_records(&text, file);
    return inspect_text(arena, &text, err);
}

static bool say_file(arms_page *page, const inspect_file *file, arms_error *err)
{
    const char *words = file_words(page->arena, file, err);
    const char *digest = file->look->sha256;
    return words && inspect_sentence(page, "File", ARMS_TONE_PLAIN, words, err) &&
           (!digest[0] || arms_page_add(page, "SHA-256", digest, err));
}

/* The lines above the header, without the marks that pad them. */
static bool say_preamble(arms_page *page, const arms_look *look, arms_error *err)
{
    enum { SHOWN = 20 };
    size_t shown = 0;
    for (size_t i = 0; i < look->preamble_count && shown < SHOWN; i++) {
        arms_text line = layout_unpadded(look->preamble[i]);
        if (line.len == 0)
            continue;
        const char *label = arms_print(page->arena, err, "Line %zu", i + 1);
        const char *text = arms_copy(page->arena, line.ptr, line.len, err);
        text = text ? inspect_clip(page->arena, text, 400, err) : NULL;
        if (!label || !text ||
            !arms_page_say_labelled(page, label, ARMS_TONE_PLAIN, text, err))
            return false;
        page->last->close = shown++ > 0;
    }
    return true;
}

static bool say_source(arms_page *page, const inspect_dataset *of, arms_error *err)
{
    const arms_about *about = arms_dataset_about(of->data);
    const char *from = arms_source_words(page->arena, of->data, err);
    arms_buffer text = {0};
    arms_buffer_string(&text, from ? from : "");
    if (about->release[0] && about->reading.vintage[0])
        arms_buffer_print(&text, ": %s", about->reading.vintage);
    if (about->generated[0])
        arms_buffer_print(&text, ". The file is dated %s", about->generated);
    else
        arms_buffer_string(&text, ". The file has no date");
    return from && inspect_sentence(page, "Source", ARMS_TONE_PLAIN,
                                    inspect_text(page->arena, &text, err), err);
}

static bool say_datasets(arms_page *page, const inspect_file *file, arms_error *err)
{
    for (size_t i = 0; i < file->dataset_count; i++)
        if (!inspect_dataset_page(page, file, i, err))
            return false;
    return file->dataset_count > 0 || inspect_columns_page(page, file, err);
}

static bool add_file(arms_page *page, const arms_look *look, arms_error *err)
{
    inspect_file file;
    if (!inspect_file_make(&file, page->arena, look, err) || !say_what(page, &file, err))
        return false;
    return (file.dataset_count == 0 || say_source(page, &file.datasets[0], err)) &&
           say_findings(page, &file, err) && say_datasets(page, &file, err) &&
           say_file(page, &file, err) && say_preamble(page, look, err);
}

bool arms_inspect_page(arms_page *page, const arms_look *looks, size_t count,
                       arms_error *err)
{
    for (size_t i = 0; i < count; i++)
        if (!add_file(page, &looks[i], err))
            return false;
    return true;
}
