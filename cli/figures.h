/* What the tables of shares and rankings say about a figure, in the same words. */
#ifndef ARMSTRADE_CLI_FIGURES_H
#define ARMSTRADE_CLI_FIGURES_H

#include <armstrade/periods.h>

#include "cli/session.h"

/* Whether there is a figure, and what it is: NULL where there is none. */
bool figure_known(const arms_figure *figure);
const arms_interval *figure_interval(const arms_figure *figure);

/* Per cent of a level that rests on estimates; NaN where the source marks none. */
double figure_estimated(const arms_figure *level);

/* The figure as a table shows it, NaN where there is none: the equal parts of an
 * allocated total to the two decimals of the registers that have such totals. */
double figure_value(const arms_figure *level);

/* A level as figure_value has it, and the value of a share, times `factor`: missing where
 * there is none, and nil where nothing at all can be meant. */
arms_cell figure_amount(const arms_figure *level);
arms_cell figure_cell(const arms_figure *figure, double factor);

/* A level, or a share in per cent, and its bounds, into three cells. */
void figure_put_level(arms_cell *cells, const arms_figure *level);
void figure_put_share(arms_cell *cells, const arms_figure *share);

/* A value and its bounds, times `factor`, into three cells; missing for NULL. */
void figure_put_interval(arms_cell *cells, const arms_interval *x, double factor);

/* Bounds for data. A terminal rounds them as it does the figure, ARMS_ROUND_AS_BOUNDS. */

/* "35.214 to 36.105" per cent; NULL for a share that is a point, or none. */
const char *figure_bounds(arms_arena *arena, const arms_figure *share, arms_error *err);

/* "2128.5 to 2129.5", in the measure of the dataset; NULL for an amount that is a
 * point. */
const char *figure_amount_bounds(arms_arena *arena, const arms_figure *level,
                                 arms_error *err);

/* "-12.3 to 4.5" per cent, or points; NULL for a change that is a point, or none. */
const char *figure_change_bounds(arms_arena *arena, const arms_derived *change,
                                 arms_error *err);

/* Says on the page, once, that two periods are not as long as each other, if so. */
bool figure_say_lengths(session *s, arms_error *err);

/* A note on all rows stands once below a table, and so not in its rows: NULL for that
 * one. The sentence that stands there, for allocated totals. */
const char *figure_shown_note(const char *note);
const char *figure_allocated_words(arms_arena *arena, arms_error *err);

/* The rank as a number; NaN for none. */
double figure_rank(const arms_rank *rank);

/* "2-3"; NULL where the rank is certain, or none. */
const char *figure_rank_range(arms_arena *arena, const arms_rank *rank, arms_error *err);

/* Of which dataset what was asked, in columns of CSV and JSON: "d1", "import", "Pakistan"
 * or "World", "Aircraft" or empty for all, "million TIV". */
enum {
    ASKED_DATASET,
    ASKED_FLOW,
    ASKED_SUBJECT,
    ASKED_CATEGORY,
    ASKED_MEASURE,
    ASKED_WIDTH
};

/* The same as columns of a table, `[ASKED] = ASKED_COLUMNS`, for data alone. */
#define ASKED_COLUMN(name) \
    {                      \
        .key = (name)      \
    }
#define ASKED_COLUMNS                                                       \
    ASKED_COLUMN("dataset"), ASKED_COLUMN("flow"), ASKED_COLUMN("subject"), \
        ASKED_COLUMN("category"), ASKED_COLUMN("measure")

/* Into so many cells, of the dataset with that number. */
bool figure_put_asked(arms_cell *cells, arms_arena *arena, const arms_tally *tally,
                      size_t number, arms_error *err);

/* Which level of a tally a row of the table shows. */
typedef struct figure_row {
    arms_arena *arena; /* for its words */
    arms_party partner;
    arms_years years;
} figure_row;

/* With --explain: the flows behind a level as "file:line file:line …"; else NULL. */
bool figure_sources(const char **out, const cli_settings *settings,
                    const arms_tally *tally, const figure_row *row, arms_error *err);

#endif
