/* The tables of armstrade trend: years and statistics on a terminal, all in one in CSV
 * and JSON. */
#ifndef ARMSTRADE_CLI_TREND_TABLE_H
#define ARMSTRADE_CLI_TREND_TABLE_H

#include <armstrade/trending_further.h>

#include "cli/session.h"

/* One question put to one dataset, and what was found. */
typedef struct trend_job {
    session *session;
    arms_tally *tally;
    size_t number; /* of the dataset, from 1 */
    arms_party partner;
    const char *period;
    arms_yearly data;
    arms_trending found;
    arms_trending_further further;
    arms_table *years, *statistics, *all; /* all: for CSV and JSON */
} trend_job;

/* One statistic; NaN for what there is not. */
typedef struct trend_row {
    const char *what, *head;    /* in data, and on a terminal */
    double value, low, high, p; /* low and high: the 95 % interval */
    size_t n;
    const arms_interval *range; /* what the source's rounding leaves open; or NULL */
    const char *note;
    const char *brief; /* the same for a terminal; NULL: the note */
    bool repeats;      /* the value of a row above, whose range need not be told again */
} trend_row;

/* A row with nothing but a value. */
trend_row trend_row_of(const char *what, const char *head, double value, size_t n);

/* Adds the tables to the page; `subject` is their title's. */
bool trend_make_tables(trend_job *j, const char *subject, arms_error *err);

/* One year of j->data. */
bool trend_put_year(const trend_job *j, size_t i, arms_error *err);

bool trend_put_row(const trend_job *j, const trend_row *row, arms_error *err);

#endif
