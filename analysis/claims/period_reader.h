/* What the readers of periods share: printed ones (period.c), and those that are told by
 * their relation to others (period_relation.c). */
#ifndef ARMSTRADE_ANALYSIS_CLAIMS_PERIOD_READER_H
#define ARMSTRADE_ANALYSIS_CLAIMS_PERIOD_READER_H

#include "analysis/claims/scene.h"

typedef struct period_reader {
    const scene *scene;
    size_t at, begin; /* tokens: the next, and the first */
    period p;
    bool date; /* a day, not a period */
} period_reader;

/* Each takes what it names, and leaves `at` alone where it is not there. */
bool period_word(period_reader *r, lexicon_class class, const lexicon_row **row);
bool period_sign(period_reader *r, char sign);
bool period_number(period_reader *r, int *value);

/* The printed number at the reader of `count` digits (0 = any), −1 for none. */
int period_digits(const period_reader *r, size_t count);

/* "24" of "2023–24", in the century of `near`. */
bool period_short_year(period_reader *r, int near, int *year);

/* A month, quarter, half or day. */
bool period_part(period_reader *r);
bool period_year(period_reader *r, int *year);

/* Reads a period that is told: false where there is none. */
bool period_relation_read(period_reader *r);

#endif
