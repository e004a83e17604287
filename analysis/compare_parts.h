/* A comparison at work, for the files that make it up. */
#ifndef ARMSTRADE_ANALYSIS_COMPARE_PARTS_H
#define ARMSTRADE_ANALYSIS_COMPARE_PARTS_H

#include <armstrade/compare.h>

enum { FIRST_YEAR = 1800, LAST_YEAR = 2199, ALL_YEARS = LAST_YEAR - FIRST_YEAR + 1 };

/* A party that one of the datasets does not know. */
#define NOWHERE ((arms_party)-1)

/* One party in both datasets: listed ones by their entity, others by the key of their
 * name. */
typedef struct compare_party {
    arms_party in[2];
    const char *name; /* NULL: all parties */
} compare_party;

typedef struct compare_parties {
    compare_party *items;
    size_t count;
} compare_parties;

/* The rows of one year that can be compared, added up. */
typedef struct compare_year {
    arms_sum sums[2];
    size_t flows[2];
    bool any, odd; /* odd: some row is not equal */
    bool allocated[2];
} compare_year;

typedef struct compare_job {
    arms_arena *arena;
    arms_comparison *out;
    const arms_compare_question *question;
    double divisor[2]; /* turns a side's figures into the common measure */
    uint32_t category[2];
    compare_party exporter, importer;
    bool only[2][2]; /* by side: nobody named the importer, or [1] the exporter, and the
                        dataset covers the flows of this one alone */
    bool covered[2][ALL_YEARS]; /* by some box that has the parties asked for */
    compare_year *years;        /* from out->years.first on */
} compare_job;

/* What two tallies are asked, and the names it goes by. A side without a tally does not
 * know the subject. */
typedef struct compare_view {
    compare_job *job;
    arms_tally *tally[2];
    compare_party partner;
    const char *exporter, *importer;
    bool counts; /* add the years to the job's sums */
} compare_view;

/* ---- compare_parties.c ---- */

/* A party of dataset `side` in both. */
bool compare_match(compare_party *out, const compare_job *job, size_t side,
                   arms_party party, arms_error *err);

/* A party by a person's name for it; NULL means all, and so does World. USAGE where no
 * dataset knows the name. */
bool compare_find(compare_party *out, const compare_job *job, const char *name,
                  arms_error *err);

/* Adds a party of dataset `side` unless it is there. */
bool compare_add(compare_parties *list, const compare_job *job, size_t side,
                 arms_party party, arms_error *err);

/* All exporters, or all importers, that occur in either dataset, without aggregates. */
bool compare_list(compare_parties *out, const compare_job *job, bool exporters,
                  arms_error *err);

/* ---- compare_rows.c ---- */

/* A side's amount in the common measure. */
arms_interval compare_scaled(const compare_job *job, size_t side, arms_interval amount);

bool compare_known(const arms_compared_side *side);

/* An amount as what a side holds. */
arms_compared_side compare_side(arms_interval amount, size_t rows, bool allocated);

/* Difference, ratio and change of a row whose sides are filled in; `even`: each year by
 * itself is equal. */
void compare_judge(arms_compared_row *row, const arms_comparison *c, bool even);

/* The same for a row that is no sum of years. */
void compare_judge_alone(arms_compared_row *row, const arms_comparison *c);

/* The view's row over `years`. */
bool compare_row(arms_compared_row *out, const compare_view *view, arms_years years,
                 arms_error *err);

/* b − a, as if both were free of each other. */
arms_interval compare_minus(arms_interval b, arms_interval a);

/* Puts rows in their order, and names: NULL first. */
int compare_names(const char *a, const char *b);
int compare_order(const void *a, const void *b);

/* ---- the others ---- */

/* compare_only.c: where a dataset covers one party's flows alone, that party is meant.
 * DOMAIN where the other one does not have it by itself. */
bool compare_only(compare_job *job, arms_error *err);

/* Whether the exporter, or the importer, is meant for that reason. */
bool compare_is_only(const compare_job *job, bool exporters);

/* compare_pairs.c: fills in the rows, their sum, and the totals. */
bool compare_pairs(compare_job *job, arms_error *err);

/* compare_deals.c: fills in the deals, after the totals. */
bool compare_deals(compare_job *job, arms_error *err);

/* compare_notes.c: says what was compared and what cannot be. */
bool compare_notes(compare_job *job, arms_error *err);

/* compare_scope.c: measures, relation, parties, category, years and grain; all that is
 * decided before any figure is read. */
bool compare_scope(compare_job *job, arms_error *err);

/* ---- compare_mirror.c ---- */

/* Measures mirror data, once the rows are there. */
bool compare_mirror(compare_job *job, arms_error *err);

#endif
