/* The cells of a tally, for the files that read figures off it. */
#ifndef ARMSTRADE_ANALYSIS_TALLY_CELLS_H
#define ARMSTRADE_ANALYSIS_TALLY_CELLS_H

#include <armstrade/tally.h>

/* All flows with one partner in one year. */
typedef struct cell {
    arms_sum sum;
    double estimated;
    uint32_t rows, missing, missing_flow;
    uint32_t with_category; /* of the rows */
    bool allocated; /* some row is a part of a total that the file does not have */
    bool mixed; /* rows with and without a category: one may be the sum of the others */
} cell;

/* Where the other side of a flow is all parties, it is printed either party by party or
 * already summed up. A question with a subject knows DETAIL alone. */
typedef enum other_side { DETAIL, SUMMED, OTHER_SIDES } other_side;

/* Slot 0 is the World row of the partners' side: a printed total. */
enum { PRINTED = 0 };

typedef struct match {
    uint32_t flow, slot;
    int year;
    other_side other;
    uint32_t next; /* 1 + the next match in the chain of a spread; 0 = none */
} match;

/* What can be said of one year: a figure, how it came about, or nothing. */
typedef struct year_figure {
    bool ready; /* of a whole: it was computed */
    bool known;
    bool conflict; /* a printed total excludes the sum of its parts */
    bool printed;  /* taken from a printed total */
    bool mixed;    /* rows with and without a category stand side by side */
    bool missing;  /* a value that belongs to it is missing … */
    uint32_t flow; /* … in this flow */
    other_side other;
    arms_interval amount;
    double estimated;
    uint32_t rows;
    bool allocated;
} year_figure;

/* The rows of one partner that are parts of records' totals, and what they change in the
 * sum over some years. */
typedef struct spread {
    uint32_t first;       /* 1 + the first match; 0 = none */
    arms_years years;     /* that were asked for last; 0 = none */
    arms_interval change; /* of the sum's value and limits */
    bool partial;         /* some record has rows outside the years */
} spread;

struct arms_tally {
    arms_arena *arena;
    const arms_dataset *dataset;
    arms_question question;
    uint32_t *slots;     /* party → slot, 0 = none */
    arms_party *parties; /* slot → party */
    bool *counted;       /* slot → is a part of the whole */
    size_t slot_count;
    arms_party *partners; /* counted parties */
    size_t partner_count;
    match *matches;
    size_t match_count;
    spread *spreads; /* by slot */
    cell *cells;
    year_figure *wholes; /* by year; filled in as they are asked for */
    arms_party unlisted; /* a partner that nobody knows to be a state, or 0 */
    bool marks;          /* the source marks estimates on these flows */
};

/* The cell of a slot. */
cell *tally_cell(const arms_tally *tally, size_t slot, int year, other_side other);

/* Whether the dataset covers flows with `partner` (ARMS_ALL: with each, one by one). */
bool tally_covers(const arms_tally *tally, arms_party partner, int year,
                  other_side other);

/* The slot of a partner, or tally->slot_count for one that has no flow here. */
size_t tally_slot(const arms_tally *tally, arms_party partner);

/* The amount with one partner, or with all (ARMS_ALL), in one year. */
year_figure tally_year(const arms_tally *tally, arms_party partner, int year);

/* The sum over all counted partners but one (`except` = slot_count: none). */
cell tally_others(const arms_tally *tally, size_t except, int year, other_side other);

/* Chains the matches that are parts of a record's total, slot by slot. */
bool allocation_link(arms_tally *tally, arms_error *err);

/* Narrows the sum over `years` of one slot's detail rows, whose bounds were added up as
 * if they were free of each other. Whether some record has rows outside the years: then
 * its part is an allocation. */
bool allocation_narrow(arms_sum *sum, const arms_tally *tally, size_t slot,
                       arms_years years);

/* The same for all counted partners but one (`except` = slot_count: none). */
bool allocation_narrow_others(arms_sum *sum, const arms_tally *tally, size_t except,
                              arms_years years);

/* Fills in a figure that has no value: the reason and a sentence for it. */
bool tally_gap(arms_figure *out, arms_reason reason, const char *why);

#endif
