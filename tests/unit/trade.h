/* Rows of UN Comtrade's downloads since 2022, for tests. */
#ifndef ARMSTRADE_TESTS_TRADE_H
#define ARMSTRADE_TESTS_TRADE_H

#include "tests/unit/fixture.h"

/* What differs from one row to another; NULL stands for what is most common. */
typedef struct trade_row {
    const char *flow, *partner, *value, *year, *reporter, *code;
    const char *cif, *fob;                    /* the value, as the flow has it */
    const char *name;                         /* of the partner */
    const char *scheme, *type, *freq, *month; /* H6, C, A, 52 */
    const char *partner2, *customs, *supply, *transport; /* the totals' */
} trade_row;

#define ROW(f, p, v) .flow = (f), .partner = (p), .value = (v)

/* The names of the 47 columns. */
extern const char trade_header[];

/* One row; `end` follows its last field. */
void trade_put(arms_buffer *out, const trade_row *r, const char *end);

/* Loads rows up to one without a partner; line 1 is the header. */
fixture trade_load(const trade_row *rows);
fixture trade_load_with(const char *header, const trade_row *rows, const char *end);

/* The party with a code of the reference table. */
arms_party trade_party(const char *code);

uint32_t trade_category(const fixture *f, const char *name);

/* Whether the first dataset covers code 93 between two parties; NULL means each. */
bool trade_covers(const fixture *f, const char *exporter, const char *importer, int year);

#endif
