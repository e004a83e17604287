/* Several files of one release as one dataset.
 *
 * A publisher's site exports a register in pieces: by years, by recipients. Datasets with
 * the same publisher, origin, credit, layout, measure, reporting side, classification and
 * release, whose coverage does not meet and which have no figure in common, are one
 * dataset with several sources. Where they meet, adding them up would count the same
 * flows twice: they stay apart, and a note says what they share. Datasets of which the
 * release or the coverage is not known are never put together. */
#ifndef ARMSTRADE_COMBINE_H
#define ARMSTRADE_COMBINE_H

#include <armstrade/dataset.h>

typedef struct arms_combine_note {
    const char *path; /* the later one of the two files */
    const char *text;
} arms_combine_note;

/* What a person should know; strings live in `arena`, which the caller sets. */
typedef struct arms_combine_notes {
    arms_arena *arena;
    arms_combine_note *items;
    size_t count;
} arms_combine_notes;

/* Puts datasets together wherever that is right: each goes to the first one before it
 * that it fits, whose flows come first. `items` shrinks to *count, and datasets that went
 * into others are freed. Only memory can fail; then the datasets can only be freed. */
bool arms_combine(arms_dataset **items, size_t *count, arms_combine_notes *notes,
                  arms_error *err);

#endif
