/* From a published CSV file to datasets: finds the header, lets its layout read the
 * records, and puts the rows that it hands over into one dataset per measure. */
#include <armstrade/load.h>

#include <stdlib.h>
#include <string.h>

#include <armstrade/buffer.h>

#include "data/digest.h"
#include "data/layouts/mapped.h"
#include "data/loading.h"

static bool is_comment(arms_text line)
{
    return arms_text_starts(line, "# ");
}

/* The first lines, so that the header can be looked for. */
static bool split_head(loading *l, arms_error *err)
{
    const char *at = l->input.text.ptr, *end = at + l->input.text.len;
    size_t counted = 0;
    while (at < end && counted < HEAD_LINES) {
        const char *stop = at;
        while (stop < end && *stop != '\n' && *stop != '\r')
            stop++;
        arms_text line = {at, (size_t)(stop - at)};
        l->lines = arms_extend(&l->arena, l->lines, l->line_count, sizeof line, err);
        if (!l->lines)
            return false;
        l->lines[l->line_count++] = line;
        counted += !is_comment(line);
        bool pair = stop + 1 < end && stop[0] == '\r' && stop[1] == '\n';
        at = stop + (stop < end) + pair;
    }
    return true;
}

/* A line read with one delimiter, and the layout that knows it as its header. */
typedef struct attempt {
    char delimiter;
    bool said; /* by a person: then it may be another than the layout's own */
    const layout *found;
} attempt;

static bool try_layouts(void *context, const csv_record *record, arms_error *err)
{
    (void)err;
    attempt *try = context;
    for (size_t i = 0; i < layout_count && !try->found; i++)
        if ((try->said || layout_accepts(layouts[i], try->delimiter)) &&
            layouts[i]->recognise(record))
            try->found = layouts[i];
    return true;
}

static bool fail_layout(const loading *l, arms_error *err)
{
    arms_buffer start = {0};
    size_t shown = l->lines[0].len < 50 ? l->lines[0].len : 50;
    arms_buffer_shown(&start, (arms_text){l->lines[0].ptr, shown});
    arms_fail_at(err, ARMS_LAYOUT, l->input.path, 1,
                 "no layout that is known has a header like those in this file, which "
                 "begins \"%s\"; 'armstrade inspect' shows what stands in it, and "
                 "--columns says which column holds what",
                 start.data ? start.data : "");
    arms_buffer_free(&start);
    return false;
}

/* The header is the first line that some layout knows, wherever it stands. */
static bool find_known(loading *l, const char *delimiters, bool said)
{
    arms_error ignored;
    for (const char *d = delimiters; *d; d++) {
        for (size_t i = 0; i < l->line_count; i++) {
            attempt try = {.delimiter = *d, .said = said};
            csv_source line = {l->lines[i], l->input.path, i + 1, *d, CSV_LANE_ANY};
            if (!is_comment(l->lines[i]))
                (void)csv_read(&line, try_layouts, &try, &ignored);
            if (!try.found)
                continue;
            l->run.layout = try.found;
            l->run.delimiter = *d;
            l->run.header_line = i + 1;
            return true;
        }
    }
    return false;
}

/* A mapping is asked only where no layout knows the file, so that it cannot make another
 * thing of one that is known. */
static bool find_header(loading *l, arms_error *err)
{
    const arms_mapping *mapping = l->run.options->mapping;
    const char said[] = {mapping ? mapping->delimiter : '\0', '\0'};
    if (find_known(l, ",;\t|", false))
        return true;
    if (mapping && find_known(l, said, true)) {
        l->run.mapped = true;
        return true;
    }
    if (!mapping || !arms_mapping_has_columns(mapping))
        return fail_layout(l, err);
    l->run.layout = &mapped_layout;
    l->run.mapped = true;
    return mapped_find(&l->run, l->lines, l->line_count, err);
}

/* Some publishers, and spreadsheets, put empty fields at the end of lines: those
 * beyond the header's width say nothing. */
static csv_record without_empty_end(const csv_record *record, size_t width)
{
    csv_record trimmed = *record;
    while (trimmed.count > width && trimmed.fields[trimmed.count - 1].len == 0)
        trimmed.count--;
    return trimmed;
}

/* Counts records that are wider or narrower than the first. */
static void measure_width(layout_run *run, const csv_record *record)
{
    if (run->records++ == 0)
        run->first_width = record->count;
    if (record->count == run->first_width)
        return;
    run->odd_line = run->odd_count++ == 0 ? record->line : run->odd_line;
}

static bool on_row(layout_run *run, const csv_record *record, arms_error *err)
{
    csv_record trimmed = without_empty_end(record, run->width);
    measure_width(run, record);
    return run->layout->row(run, &trimmed, err);
}

static bool on_record(void *context, const csv_record *record, arms_error *err)
{
    layout_run *run = context;
    if (record->line != run->header_line)
        return on_row(run, record, err);
    csv_record trimmed = without_empty_end(record, 1);
    run->width = trimmed.count;
    return run->layout->begin(run, &trimmed, err) &&
           (!run->layout->headerless || on_row(run, record, err));
}

static bool read_records(loading *l, arms_error *err)
{
    static const char latin1[] = "the file is not UTF-8; it was read as ISO-8859-1";
    size_t header = l->run.header_line;
    const char *begin = l->lines[header - 1].ptr;
    const char *end = l->input.text.ptr + l->input.text.len;
    csv_source source = {{begin, (size_t)(end - begin)},
                         l->input.path,
                         header,
                         l->run.delimiter,
                         CSV_LANE_ANY};
    l->run.text = source.text;
    l->run.preamble = l->lines;
    l->run.preamble_count = header - 1;
    l->run.state = arms_alloc(&l->arena, 1, l->run.layout->state_size, err);
    if (!l->run.state || (l->input.latin1 && !layout_note(&l->run, latin1, err)))
        return false;
    return csv_read(&source, on_record, &l->run, err) && l->run.layout->end(&l->run, err);
}

/* Hands the datasets over to the caller. */
static bool hand_over(arms_loaded *out, loading *l, arms_error *err)
{
    out->items = malloc(MAX_DATASETS * sizeof *out->items);
    if (!out->items)
        return arms_fail_memory(err);
    memcpy(out->items, l->datasets, l->count * sizeof *out->items);
    out->count = l->count;
    l->count = 0;
    return true;
}

static const arms_load_options plain_options = {0};

bool loading_load(arms_loaded *out, loading_found *found, const arms_input *input,
                  const arms_load_options *options, arms_error *err)
{
    loading l = {.input = *input};
    layout_sink sink = loading_sink;
    *out = (arms_loaded){0};
    sink.context = &l;
    l.run.options = options ? options : &plain_options;
    l.run.file = l.input.path;
    l.run.arena = &l.arena;
    l.run.sink = &sink;
    if (l.run.options->digest)
        arms_digest(l.sha256, l.input.bytes);
    bool done = split_head(&l, err) && find_header(&l, err);
    *found = (loading_found){l.run.layout, l.run.header_line, l.run.delimiter};
    done = done && read_records(&l, err) && loading_finish(&l, err) &&
           hand_over(out, &l, err);
    for (size_t i = 0; i < l.count; i++)
        arms_dataset_free(l.datasets[i]);
    arms_arena_free(&l.arena);
    return done;
}

bool arms_load(arms_loaded *out, const char *path, const arms_load_options *options,
               arms_error *err)
{
    size_t max = options && options->max_bytes ? options->max_bytes : LOADING_MAX_BYTES;
    arms_input input;
    loading_found found;
    *out = (arms_loaded){0};
    if (!arms_input_read(&input, path, max, err))
        return false;
    bool done = loading_load(out, &found, &input, options, err);
    arms_input_free(&input);
    return done;
}

void arms_loaded_free(arms_loaded *loaded)
{
    for (size_t i = 0; i < loaded->count; i++)
        arms_dataset_free(loaded->items[i]);
    free(loaded->items);
    *loaded = (arms_loaded){0};
}
