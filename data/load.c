/* From a published CSV file to datasets: finds the header, lets its layout read the
 * records, and puts the rows that it hands over into one dataset per measure. */
#include <armstrade/load.h>

#include <stdlib.h>
#include <string.h>

#include <armstrade/buffer.h>

#include "data/dataset_build.h"
#include "data/digest.h"
#include "data/input.h"
#include "data/layout.h"

enum { HEAD_LINES = 100, MAX_DATASETS = 16 };

static const size_t default_max_bytes = (size_t)1 << 30;

/* A file being loaded. */
typedef struct loading {
    arms_input input;
    arms_arena arena;
    layout_run run;
    arms_text lines[HEAD_LINES + 1]; /* the first lines of the file */
    size_t line_count;
    arms_dataset *datasets[MAX_DATASETS];
    size_t count;
    char sha256[65];
    layout_box *boxes; /* hold for all datasets; added at the end */
    size_t box_count;
} loading;

/* The first lines, so that the header can be looked for. */
static void split_head(loading *l)
{
    const char *at = l->input.text.ptr, *end = at + l->input.text.len;
    while (at < end && l->line_count < HEAD_LINES) {
        const char *stop = at;
        while (stop < end && *stop != '\n' && *stop != '\r')
            stop++;
        l->lines[l->line_count++] = (arms_text){at, (size_t)(stop - at)};
        bool pair = stop + 1 < end && stop[0] == '\r' && stop[1] == '\n';
        at = stop + (stop < end) + pair;
    }
    l->lines[l->line_count] = (arms_text){at, (size_t)(end - at)};
}

static bool try_layouts(void *context, const csv_record *record, arms_error *err)
{
    (void)err;
    const layout **found = context;
    for (size_t i = 0; i < layout_count && !*found; i++)
        if (layouts[i]->recognise(record))
            *found = layouts[i];
    return true;
}

static bool fail_layout(const loading *l, arms_error *err)
{
    arms_buffer start = {0}, known = {0};
    size_t shown = l->lines[0].len < 50 ? l->lines[0].len : 50;
    arms_buffer_shown(&start, (arms_text){l->lines[0].ptr, shown});
    for (size_t i = 0; i < layout_count; i++)
        arms_buffer_print(&known, "%s%s", i > 0 ? "; " : "", layouts[i]->title);
    arms_fail_at(err, ARMS_LAYOUT, l->input.path, 1,
                 "no layout that is known has a header like those in this file, which "
                 "begins \"%s\"; known are %s",
                 start.data ? start.data : "", known.data ? known.data : "");
    arms_buffer_free(&start);
    arms_buffer_free(&known);
    return false;
}

/* The header is the first line that some layout knows, wherever it stands. */
static bool find_header(loading *l, arms_error *err)
{
    arms_error ignored;
    for (size_t i = 0; i < l->line_count && !l->run.layout; i++) {
        csv_source line = {l->lines[i], l->input.path, i + 1, ','};
        (void)csv_read(&line, try_layouts, &l->run.layout, &ignored);
        l->run.header_line = i + 1;
    }
    if (l->run.layout)
        return true;
    return fail_layout(l, err);
}

static bool sink_measure(void *context, const arms_measure *measure, arms_error *err)
{
    loading *l = context;
    if (l->count == MAX_DATASETS)
        return arms_fail_at(err, ARMS_LIMIT, l->input.path, 0,
                            "has more than %d measures, the most that are read",
                            MAX_DATASETS);
    arms_dataset *dataset = dataset_new(err);
    if (!dataset)
        return false;
    dataset->measure = *measure;
    dataset->about.publisher = l->run.layout->publisher;
    l->datasets[l->count++] = dataset;
    return true;
}

/* A name error gets the place where the name stands. */
static bool place(const loading *l, size_t line, bool done, arms_error *err)
{
    if (!done && err && err->code == ARMS_USAGE) {
        arms_error copy = *err;
        arms_fail_at(err, ARMS_PARSE, l->input.path, line, "%s", copy.text);
    }
    return done;
}

static bool sink_row(void *context, size_t measure, const layout_row *row,
                     arms_error *err)
{
    loading *l = context;
    arms_dataset *dataset = l->datasets[measure];
    if (row->exporter.len == 0 || row->importer.len == 0)
        return arms_fail_at(err, ARMS_PARSE, l->input.path, row->line,
                            "no %s is named here; both parties must be named",
                            row->exporter.len == 0 ? "supplier (exporter)"
                                                   : "recipient (importer)");
    arms_flow flow = {.value = row->value,
                      .low = row->low,
                      .high = row->high,
                      .year = row->year,
                      .line = (uint32_t)row->line,
                      .parts = 1,
                      .flags = row->flags};
    bool named = dataset_party(&flow.exporter, dataset, row->exporter, err) &&
                 dataset_party(&flow.importer, dataset, row->importer, err) &&
                 dataset_category(&flow.category, dataset, row->category, err);
    return place(l, row->line, named, err) && dataset_add(dataset, &flow, err);
}

static bool sink_box(void *context, const layout_box *box, arms_error *err)
{
    loading *l = context;
    l->boxes = arms_extend(&l->arena, l->boxes, l->box_count, sizeof *l->boxes, err);
    if (!l->boxes)
        return false;
    l->boxes[l->box_count++] = *box;
    return true;
}

/* A side of a box: "*", or names joined by '|'. */
static bool make_side(arms_side *out, arms_dataset *dataset, arms_text names,
                      arms_error *err)
{
    *out = (arms_side){.all = arms_text_is(names, "*")};
    size_t most = 1;
    for (size_t i = 0; i < names.len; i++)
        most += names.ptr[i] == '|';
    arms_party *parties = arms_alloc(&dataset->arena, most, sizeof *parties, err);
    if (!parties || out->all)
        return parties != NULL;
    arms_text name;
    while (arms_text_split(&name, &names, '|'))
        if (!dataset_party(&parties[out->count++], dataset, name, err))
            return false;
    out->parties = parties;
    return true;
}

static bool add_boxes(const loading *l, arms_dataset *dataset, arms_error *err)
{
    for (size_t i = 0; i < l->box_count; i++) {
        const layout_box *from = &l->boxes[i];
        arms_box box = {.years = from->years};
        bool named = make_side(&box.exporters, dataset, from->exporters, err) &&
                     make_side(&box.importers, dataset, from->importers, err) &&
                     dataset_category(&box.category, dataset, from->category, err);
        if (!place(l, 0, named, err) || !dataset_add_box(dataset, &box, err))
            return false;
    }
    return true;
}

/* Names that the reference table does not have are told once, all together. */
static bool note_unlisted(loading *l, const arms_dataset *dataset, arms_error *err)
{
    enum { SHOWN = 5 };
    arms_buffer names = {0};
    for (size_t i = 0; i < dataset->unlisted_count && i < SHOWN; i++) {
        arms_buffer_string(&names, i > 0 ? ", \"" : "\"");
        arms_buffer_shown(&names, arms_text_of(dataset->unlisted[i].name));
        arms_buffer_string(&names, "\"");
    }
    if (dataset->unlisted_count > SHOWN)
        arms_buffer_string(&names, ", …");
    bool done = arms_buffer_check(&names, err);
    if (done && dataset->unlisted_count > 0)
        done = layout_note(
            &l->run,
            arms_print(&l->arena, err, "%zu name%s not in the reference table: %s",
                       dataset->unlisted_count,
                       dataset->unlisted_count > 1 ? "s are" : " is", names.data),
            err);
    arms_buffer_free(&names);
    return done;
}

static const char *keep(arms_dataset *dataset, const char *string, arms_error *err)
{
    const char *text = string ? string : "";
    return arms_copy(&dataset->arena, text, strlen(text), err);
}

static bool keep_preamble(const loading *l, arms_dataset *dataset, arms_error *err)
{
    size_t count = l->run.preamble_count;
    arms_text *lines = arms_alloc(&dataset->arena, count, sizeof *lines, err);
    for (size_t i = 0; lines && i < count; i++) {
        arms_text line = l->run.preamble[i];
        lines[i] =
            (arms_text){arms_copy(&dataset->arena, line.ptr, line.len, err), line.len};
        if (!lines[i].ptr)
            return false;
    }
    dataset->about.preamble = lines;
    dataset->about.preamble_count = count;
    return lines != NULL;
}

static bool keep_notes(const loading *l, arms_dataset *dataset, arms_error *err)
{
    size_t count = l->run.note_count;
    const char **notes = arms_alloc(&dataset->arena, count, sizeof *notes, err);
    for (size_t i = 0; notes && i < count; i++) {
        notes[i] = keep(dataset, l->run.notes[i], err);
        if (!notes[i])
            return false;
    }
    dataset->about.notes = notes;
    dataset->about.note_count = count;
    return notes != NULL;
}

static bool keep_about(const loading *l, arms_dataset *dataset, arms_error *err)
{
    const layout *from = l->run.layout;
    arms_about *about = &dataset->about;
    about->layout = from->id;
    about->origin = keep(dataset, l->run.origin ? l->run.origin : from->origin, err);
    about->generated = keep(dataset, l->run.generated, err);
    about->release = keep(dataset, l->run.release, err);
    about->credit = keep(dataset, l->run.credit ? l->run.credit : from->credit, err);
    dataset->source.path = keep(dataset, l->input.path, err);
    memcpy(dataset->source.sha256, l->sha256, sizeof l->sha256);
    return about->origin && about->generated && about->release && about->credit &&
           dataset->source.path && keep_preamble(l, dataset, err) &&
           keep_notes(l, dataset, err);
}

static bool finish(loading *l, arms_error *err)
{
    for (size_t i = 0; i < l->count; i++)
        if (!add_boxes(l, l->datasets[i], err) || !dataset_finish(l->datasets[i], err) ||
            !note_unlisted(l, l->datasets[i], err))
            return false;
    for (size_t i = 0; i < l->count; i++)
        if (!keep_about(l, l->datasets[i], err))
            return false;
    return l->count > 0 ||
           arms_fail_at(err, ARMS_PARSE, l->input.path, l->run.header_line,
                        "there are no rows below the header");
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

static bool on_record(void *context, const csv_record *record, arms_error *err)
{
    layout_run *run = context;
    bool header = record->line == run->header_line;
    csv_record trimmed = without_empty_end(record, header ? 1 : run->width);
    if (!header)
        return run->layout->row(run, &trimmed, err);
    run->width = trimmed.count;
    return run->layout->begin(run, &trimmed, err);
}

static bool read_records(loading *l, arms_error *err)
{
    static const char latin1[] = "the file is not UTF-8; it was read as ISO-8859-1";
    size_t header = l->run.header_line;
    const char *begin = l->lines[header - 1].ptr;
    const char *end = l->input.text.ptr + l->input.text.len;
    csv_source source = {{begin, (size_t)(end - begin)}, l->input.path, header, ','};
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

bool arms_load(arms_loaded *out, const char *path, const arms_load_options *options,
               arms_error *err)
{
    size_t max = options && options->max_bytes ? options->max_bytes : default_max_bytes;
    loading l = {0};
    const layout_sink sink = {sink_measure, sink_row, sink_box, &l};
    *out = (arms_loaded){0};
    if (!arms_input_read(&l.input, path, max, err))
        return false;
    l.run.file = l.input.path;
    l.run.arena = &l.arena;
    l.run.sink = &sink;
    if (options && options->digest)
        arms_digest(l.sha256, l.input.bytes);
    split_head(&l);
    bool done = find_header(&l, err) && read_records(&l, err) && finish(&l, err) &&
                hand_over(out, &l, err);
    for (size_t i = 0; i < l.count; i++)
        arms_dataset_free(l.datasets[i]);
    arms_arena_free(&l.arena);
    arms_input_free(&l.input);
    return done;
}

void arms_loaded_free(arms_loaded *loaded)
{
    for (size_t i = 0; i < loaded->count; i++)
        arms_dataset_free(loaded->items[i]);
    free(loaded->items);
    *loaded = (arms_loaded){0};
}
