/* Two texts compared, for tests of comparisons. */
#ifndef ARMSTRADE_TESTS_VERSUS_H
#define ARMSTRADE_TESTS_VERSUS_H

#include <armstrade/compare.h>

#include "tests/unit/fixture.h"

typedef struct versus {
    arms_arena arena;
    arms_loaded loaded[2];
    arms_comparison *c; /* NULL where they were refused: then `err` says why */
    arms_error err;
} versus;

/* Loads both texts, deals and all, and compares them; a text that cannot be loaded counts
 * against the running test. */
bool versus_open(versus *v, const char *first, const char *second,
                 const arms_compare_question *question);
/* The same where a refusal counts against the running test too. */
bool versus_compare(versus *v, const char *first, const char *second,
                    const arms_compare_question *question);
void versus_close(versus *v);

/* The row of a pair; NULL stands for all parties. Counts against the running test, and
 * gives a row of nothing, where there is none. */
const arms_compared_row *versus_row(const versus *v, const char *exporter,
                                    const char *importer);

/* The deal with a designation on either side. */
const arms_compared_deal *versus_deal(const versus *v, const char *designation);

#endif
