/* Deals being compared, for the two files that do it. */
#ifndef ARMSTRADE_ANALYSIS_COMPARE_DEAL_H
#define ARMSTRADE_ANALYSIS_COMPARE_DEAL_H

#include "analysis/compare_parts.h"

/* One flow with what tells its deal. */
typedef struct deal_item {
    const char *exporter, *importer, *ordered, *model, *designation;
    size_t side, index;
    arms_flow flow;
} deal_item;

typedef struct deal_list {
    arms_arena *arena;
    deal_item *items;
    size_t count;
} deal_list;

/* The order of deals; 0 for items of one deal. */
int deal_order(const deal_item *x, const deal_item *y);

/* Letters and digits of a designation, folded; NULL where memory is short. */
const char *deal_model(arms_arena *arena, arms_text designation, arms_error *err);

/* Joins deals that only one side has, where their designations are near. */
bool compare_near(compare_job *job, arms_error *err);

/* Looks up the deals that one side lacks among its flows of other years. */
bool compare_moved(compare_job *job, deal_list *elsewhere, arms_error *err);

#endif
