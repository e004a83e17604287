/* From a layout's rows to datasets: one per measure and reporting side. */
#include <string.h>

#include <armstrade/buffer.h>

#include "data/aggregate.h"
#include "data/fingerprint.h"
#include "data/loading.h"

static bool sink_measure(void *context, const arms_measure *measure,
                         arms_reporter reporter, arms_error *err)
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
    dataset->about.reported_by = reporter;
    const char *publisher =
        l->run.publisher ? l->run.publisher : l->run.layout->publisher;
    dataset->about.publisher =
        arms_copy(&dataset->arena, publisher, strlen(publisher), err);
    dataset->deals = l->run.options->deals;
    dataset->names = l->run.options->names;
    l->datasets[l->count++] = dataset;
    return dataset->about.publisher != NULL;
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

/* Rows that follow each other often name the same party; it is looked up once. */
static bool party_of(arms_party *out, party_memo *memo, arms_dataset *dataset,
                     arms_text spelling, arms_error *err)
{
    if (memo->dataset != dataset ||
        !arms_text_equal((arms_text){memo->spelling, memo->length}, spelling)) {
        if (!dataset_party(&memo->party, dataset, spelling, err))
            return false;
        bool fits = spelling.len <= sizeof memo->spelling;
        memo->dataset = fits ? dataset : NULL;
        memo->length = fits ? spelling.len : 0;
        memcpy(memo->spelling, spelling.ptr, memo->length);
    }
    *out = memo->party;
    return true;
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
                      .parts = row->parts > 0 ? row->parts : 1,
                      .flags = row->flags};
    bool named = party_of(&flow.exporter, &l->exporter, dataset, row->exporter, err) &&
                 party_of(&flow.importer, &l->importer, dataset, row->importer, err) &&
                 dataset_category(&flow.category, dataset, row->category, err) &&
                 dataset_deal(&flow.deal, dataset, row->deal, err);
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
    size_t most = 1;
    *out = (arms_side){.all = arms_text_is(names, "*")};
    if (out->all)
        return true;
    for (size_t i = 0; i < names.len; i++)
        most += names.ptr[i] == '|';
    arms_party *parties = arms_alloc(&dataset->arena, most, sizeof *parties, err);
    if (!parties)
        return false;
    arms_text name;
    while (arms_text_split(&name, &names, '|'))
        if (!dataset_party(&parties[out->count++], dataset, name, err))
            return false;
    out->parties = parties;
    return true;
}

/* The boxes of the dataset with the number `index`. */
static bool add_boxes(const loading *l, size_t index, arms_error *err)
{
    arms_dataset *dataset = l->datasets[index];
    for (size_t i = 0; i < l->box_count; i++) {
        const layout_box *from = &l->boxes[i];
        if (from->measure != LAYOUT_ALL && from->measure != index)
            continue;
        arms_box box = {.years = from->years};
        bool named = make_side(&box.exporters, dataset, from->exporters, err) &&
                     make_side(&box.importers, dataset, from->importers, err) &&
                     dataset_category(&box.category, dataset, from->category, err);
        if (!place(l, 0, named, err) || !dataset_add_box(dataset, &box, err))
            return false;
    }
    return true;
}

const layout_sink loading_sink = {sink_measure, sink_row, sink_box, NULL};

/* Puts down some of the names that the reference table does not have; counts them all. */
static size_t put_unlisted(arms_buffer *names, const arms_dataset *dataset)
{
    enum { SHOWN = 5 };
    size_t count = 0;
    for (size_t i = 0; i < dataset->unlisted_count; i++) {
        if (dataset->unlisted[i].meant || count++ >= SHOWN)
            continue;
        arms_buffer_string(names, count > 1 ? ", \"" : "\"");
        arms_buffer_shown(names, arms_text_of(dataset->unlisted[i].name));
        arms_buffer_string(names, "\"");
    }
    if (count > SHOWN)
        arms_buffer_string(names, ", …");
    return count;
}

/* Names that nobody knows are told once, all together. */
static bool note_unlisted(loading *l, const arms_dataset *dataset, arms_error *err)
{
    arms_buffer names = {0};
    size_t count = put_unlisted(&names, dataset);
    bool done = arms_buffer_check(&names, err);
    if (done && count > 0)
        done = layout_note(&l->run,
                           arms_print(&l->arena, err,
                                      "%zu name%s not in the reference table: %s", count,
                                      count > 1 ? "s are" : " is", names.data),
                           err);
    arms_buffer_free(&names);
    return done;
}

static bool note_text(loading *l, arms_buffer *text, arms_error *err)
{
    bool done = arms_buffer_check(text, err);
    if (done)
        done =
            layout_note(&l->run, arms_copy(&l->arena, text->data, text->len, err), err);
    arms_buffer_free(text);
    return done;
}

/* Nothing is left out silently. */
static bool note_skips(loading *l, arms_error *err)
{
    for (size_t i = 0; i < l->run.skip_count; i++) {
        const arms_skip *skip = &l->run.skips[i];
        arms_buffer text = {0};
        arms_buffer_print(&text, "%zu row%s left out: %s (", skip->count,
                          skip->count > 1 ? "s are" : " is", skip->why);
        layout_put_lines(&text, skip);
        arms_buffer_string(&text, ")");
        if (!note_text(l, &text, err))
            return false;
    }
    return true;
}

/* The totals are of another release than the date tells: they are believed. */
static bool take_release(loading *l, const fingerprint *found, arms_error *err)
{
    layout_run *run = &l->run;
    const char *before = run->release ? run->release : "unknown";
    run->vintage = "the one whose world totals the file has";
    run->release = found->release;
    return layout_note(run,
                       arms_print(&l->arena, err,
                                  "the world's totals of %zu years are those of the "
                                  "release of %s, which is taken as the file's (by "
                                  "its date: %s)",
                                  found->years, found->release, before),
                       err);
}

/* The release, and whether the file is as it was released, by the world's totals. */
static bool note_release(loading *l, const arms_dataset *dataset, arms_error *err)
{
    fingerprint found;
    const char *release = l->run.release;
    if (!fingerprint_take(&found, dataset, release, err))
        return false;
    if (found.release && (!release || strcmp(found.release, release) != 0))
        return take_release(l, &found, err);
    if (found.misses == 0)
        return true;
    const char *what =
        arms_print(&l->arena, err,
                   "in %zu of %zu years the world's total is not that of "
                   "the release of %s (in %d %.0f, released as %.0f): the "
                   "file was changed or cut, or the publisher revised the "
                   "release",
                   found.misses, found.years, release ? release : "unknown", found.year,
                   found.total, found.printed);
    if (found.altered)
        l->run.altered = what;
    return layout_note(&l->run, what, err);
}

/* A comma that was lost or added may be made up for by an empty field elsewhere. */
static bool note_odd(loading *l, arms_error *err)
{
    const layout_run *run = &l->run;
    arms_buffer text = {0};
    if (run->odd_count == 0 || run->layout->uneven)
        return true;
    arms_buffer_print(&text,
                      "%zu row%s, the first in line %zu, ha%s another number of fields "
                      "than the %zu of the others, counting empty ones at the end",
                      run->odd_count, run->odd_count > 1 ? "s" : "", run->odd_line,
                      run->odd_count > 1 ? "ve" : "s", run->first_width);
    return note_text(l, &text, err);
}

bool loading_finish(loading *l, arms_error *err)
{
    for (size_t i = 0; i < l->count; i++)
        if (!add_boxes(l, i, err) || !aggregate_find(l->datasets[i], &l->run, err) ||
            !dataset_finish(l->datasets[i], err) ||
            !note_unlisted(l, l->datasets[i], err))
            return false;
    for (size_t i = 0; i < l->count; i++)
        if (!note_release(l, l->datasets[i], err))
            return false;
    if (!note_skips(l, err) || !note_odd(l, err))
        return false;
    l->line_end = loading_line_end(l->input.text);
    for (size_t i = 0; i < l->count; i++)
        if (!loading_keep_about(l, l->datasets[i], err))
            return false;
    return l->count > 0 ||
           arms_fail_at(err, ARMS_PARSE, l->input.path, l->run.header_line,
                        "there are no rows below the header");
}
