/* Building a view: what view.c, view_parties.c and view_category.c share. */
#ifndef ARMSTRADE_DATA_VIEW_BUILD_H
#define ARMSTRADE_DATA_VIEW_BUILD_H

#include <armstrade/view.h>

#include "data/dataset_build.h"

typedef enum view_side { VIEW_EXPORTERS, VIEW_IMPORTERS, VIEW_SIDES } view_side;

/* On one side and in some years, `from` counts as `to`. */
typedef struct view_rule {
    arms_party from, to;
    int first, last;
} view_rule;

typedef struct view_rules {
    view_rule *items; /* the first one that applies holds */
    size_t count;
} view_rules;

struct dataset_view {
    const arms_dataset *base;
    view_rules sides[VIEW_SIDES];
    uint32_t *codes;   /* categories of the base that are one here … */
    size_t code_count; /* 0 = none are */
    uint32_t code_set; /* … under this id */
};

typedef struct view_builder {
    arms_arena *arena; /* for sentences */
    arms_arena *own;   /* for what the view itself needs */
    const arms_wanted *wanted;
    struct dataset_view *view;
    arms_view *out;
    unlisted_party blocs[VIEW_SIDES]; /* parties that only the view has */
    size_t bloc_count;
    size_t heirs;          /* former states that count as another, beside those named */
    const char *code_name; /* of code_set; NULL where there is none */
} view_builder;

/* The party in `year` after all rules. */
arms_party view_apply(const view_rules *rules, arms_party party, int year);

/* Finds the parties that the question names and the rules that they need. */
bool view_find_parties(view_builder *b, arms_error *err);

/* Says which former state the file has in the place of a party, if it has one. */
bool view_find_apart(view_builder *b, arms_party party, arms_error *err);

/* Finds the category, or the codes that make it up. */
bool view_find_category(view_builder *b, arms_error *err);

/* Says why there is no view. */
bool view_gap(view_builder *b, arms_view_gap gap, const char *why);

/* Adds a clause to the note. */
bool view_note(view_builder *b, const char *clause, arms_error *err);

/* What arms_dataset_covers answers for a view. */
bool view_covers(const struct dataset_view *view, arms_party exporter,
                 arms_party importer, int year, uint32_t category);

#endif
