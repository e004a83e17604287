/* A dataset in the terms of one question: the members of a group as one party, former
 * states together with those that continue them, several codes of goods as one category.
 *
 * A view has the same flows in the same order, with value, line and source as they are;
 * only parties and categories are named anew, and it covers a group where the dataset
 * covers each of its members. Trade among the members of a group is counted. */
#ifndef ARMSTRADE_VIEW_H
#define ARMSTRADE_VIEW_H

#include <armstrade/dataset.h>
#include <armstrade/terms.h>

/* Whom and what a question names; NULL = all. "World" is the sum that a file prints. */
typedef struct arms_wanted {
    const char *exporter, *importer, *category;
    arms_years years;
    arms_terms terms;
} arms_wanted;

/* What a dataset does not know of a question. */
typedef enum arms_view_gap {
    ARMS_VIEW_COMPLETE,
    ARMS_VIEW_NO_NAME,    /* a name that is not known, or ambiguous */
    ARMS_VIEW_NO_GROUP,   /* a group, and which members are meant is not known */
    ARMS_VIEW_NO_CATEGORY /* a category that the files do not hold, or not wholly */
} arms_view_gap;

typedef struct arms_view {
    const arms_dataset *dataset;   /* to ask: the one given, or a copy of it */
    arms_dataset *copy;            /* the copy, or NULL */
    arms_party exporter, importer; /* ARMS_ALL where none was named */
    uint32_t category;
    arms_view_gap gap;
    const char *why;   /* a sentence for the gap */
    const char *note;  /* what was put together, or NULL */
    const char *apart; /* a former state that the question may mean, or NULL */
} arms_view;

/* The view of `dataset` that answers `wanted`. Sentences live in `arena`; the view is
 * freed by arms_view_free, and before the dataset. Only memory can fail: what the dataset
 * does not know is a gap. */
bool arms_view_make(arms_view *out, arms_arena *arena, const arms_dataset *dataset,
                    const arms_wanted *wanted, arms_error *err);
void arms_view_free(arms_view *view);

#endif
