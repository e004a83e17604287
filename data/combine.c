/* Several files of one release as one dataset: which ones go together. */
#include <armstrade/combine.h>

#include <string.h>

#include "data/combining.h"

static bool same(const char *a, const char *b)
{
    return strcmp(a, b) == 0;
}

static bool same_measure(const arms_measure *a, const arms_measure *b)
{
    return arms_measure_same(a, b) && !(a->scale < b->scale) && !(a->scale > b->scale);
}

/* Whether both are parts of one table of one release. */
static bool are_parts(const arms_dataset *a, const arms_dataset *b)
{
    const arms_about *x = &a->about, *y = &b->about;
    return x->release[0] && a->box_count > 0 && b->box_count > 0 &&
           same(x->release, y->release) && same(x->publisher, y->publisher) &&
           same(x->origin, y->origin) && same(x->credit, y->credit) &&
           same(x->layout, y->layout) && same(x->classification, y->classification) &&
           x->reported_by == y->reported_by && same_measure(&a->measure, &b->measure) &&
           a->deals == b->deals && a->names == b->names;
}

static bool note(arms_combine_notes *notes, const arms_dataset *about, const char *text,
                 arms_error *err)
{
    notes->items =
        arms_extend(notes->arena, notes->items, notes->count, sizeof *notes->items, err);
    const char *from = about->sources[0].path;
    const char *path = arms_copy(notes->arena, from, strlen(from), err);
    if (!notes->items || !path || !text)
        return false;
    notes->items[notes->count++] = (arms_combine_note){path, text};
    return true;
}

/* "a.csv", "a.csv, b.csv". */
static const char *paths_of(arms_arena *arena, const arms_dataset *dataset,
                            arms_error *err)
{
    const char *paths = dataset->sources[0].path;
    for (size_t i = 1; paths && i < dataset->source_count; i++)
        paths = arms_print(arena, err, "%s, %s", paths, dataset->sources[i].path);
    return paths;
}

static bool note_overlap(arms_combine_notes *notes, const arms_dataset *a,
                         const arms_dataset *b, const combine_overlap *overlap,
                         arms_error *err)
{
    char last[ARMS_NUMBER_SIZE] = "";
    if (overlap->years.last > overlap->years.first)
        arms_number_fixed(last, overlap->years.last, 0);
    const char *paths = paths_of(notes->arena, a, err);
    const char *text = !paths
                           ? NULL
                           : arms_print(notes->arena, err,
                                        "this and %s, of the same release, both hold "
                                        "%d%s%s, %s to %s; they are kept "
                                        "apart, so that nothing is counted twice",
                                        paths, overlap->years.first, last[0] ? "–" : "",
                                        last, overlap->exporters, overlap->importers);
    return note(notes, b, text, err);
}

/* Parts that were exported on different days may differ in a deal. */
static bool note_dates(arms_combine_notes *notes, arms_dataset *a, const arms_dataset *b,
                       arms_error *err)
{
    const char *x = a->about.generated, *y = b->about.generated;
    if (same(x, y))
        return true;
    const char *text =
        arms_print(notes->arena, err,
                   "this file was generated %s%s, and %s %s%s: parts of one release, "
                   "which may yet differ in a deal",
                   y[0] ? "on " : "on a day that it does not tell", y, a->sources[0].path,
                   x[0] ? "on " : "on a day that it does not tell", x);
    return note(notes, b, text, err);
}

typedef enum fit { APART, FITS, OVERLAPS } fit;

static bool find_fit(fit *out, combine_overlap *overlap, arms_combine_notes *notes,
                     arms_dataset *const pair[2], arms_error *err)
{
    *out = APART;
    if (!are_parts(pair[0], pair[1]))
        return true;
    if (!combine_find_overlap(overlap, notes->arena, pair[0], pair[1], err))
        return false;
    *out = overlap->found ? OVERLAPS : FITS;
    return true;
}

/* Puts the dataset at `index` into the first one before it that it fits. */
static bool place(bool *merged, arms_dataset **items, size_t index,
                  arms_combine_notes *notes, arms_error *err)
{
    *merged = false;
    for (size_t i = 0; i < index; i++) {
        arms_dataset *const pair[2] = {items[i], items[index]};
        combine_overlap overlap;
        fit found;
        if (!find_fit(&found, &overlap, notes, pair, err))
            return false;
        if (found != FITS)
            continue;
        *merged = true;
        return note_dates(notes, pair[0], pair[1], err) &&
               combine_merge(pair[0], pair[1], err);
    }
    return true;
}

/* What is left apart although it belongs together is told. */
static bool note_overlaps(arms_dataset **items, size_t count, arms_combine_notes *notes,
                          arms_error *err)
{
    for (size_t j = 1; j < count; j++) {
        for (size_t i = 0; i < j; i++) {
            arms_dataset *const pair[2] = {items[i], items[j]};
            combine_overlap overlap;
            fit found;
            if (!find_fit(&found, &overlap, notes, pair, err) ||
                (found == OVERLAPS &&
                 !note_overlap(notes, pair[0], pair[1], &overlap, err)))
                return false;
        }
    }
    return true;
}

bool arms_combine(arms_dataset **items, size_t *count, arms_combine_notes *notes,
                  arms_error *err)
{
    for (size_t i = 1; i < *count;) {
        bool merged;
        if (!place(&merged, items, i, notes, err))
            return false;
        if (!merged) {
            i++;
            continue;
        }
        arms_dataset_free(items[i]);
        --*count;
        memmove(items + i, items + i + 1, (*count - i) * sizeof *items);
    }
    return note_overlaps(items, *count, notes, err);
}
