/* A question put to a dataset, answered in one pass: who, with whom, year by year.
 *
 * A tally groups the flows of one subject (or of all) by partner. Levels, shares and
 * ranks are read off it: that is all that shares and ranks are made of. Where the
 * source prints its own sums (a World row, a Total row), those are the wholes, and
 * what the parts leave open tightens them. */
#ifndef ARMSTRADE_TALLY_H
#define ARMSTRADE_TALLY_H

#include <armstrade/dataset.h>
#include <armstrade/interval.h>
#include <armstrade/terms.h>

typedef enum arms_direction { ARMS_IMPORT, ARMS_EXPORT } arms_direction;

/* Why there is no figure; the words of the JSON output are in arms_reason_name. */
typedef enum arms_reason {
    ARMS_REASON_NONE,
    ARMS_REASON_NOT_COVERED,
    ARMS_REASON_OTHER_MEASURE,
    ARMS_REASON_OTHER_PERIOD,
    ARMS_REASON_PARTIAL_YEAR,
    ARMS_REASON_ROUNDING,
    ARMS_REASON_ALLOCATED,
    ARMS_REASON_PERIOD_AMBIGUOUS,
    ARMS_REASON_GROUP_UNDEFINED,
    ARMS_REASON_UNKNOWN_NAME,
    ARMS_REASON_UNDEFINED,
    ARMS_REASON_NO_DATA
} arms_reason;

typedef struct arms_question {
    arms_direction flow; /* whose flow: the subject imports or exports */
    arms_party subject; /* ARMS_ALL: the world, with partners = its importers/exporters */
    arms_years years;
    uint32_t category; /* 0 = all */
    arms_policy policy;
} arms_question;

/* A figure, or the reason why there is none (then the interval means nothing). */
typedef struct arms_figure {
    arms_interval amount;
    arms_reason reason;
    const char *why;  /* a sentence for `reason`; NULL where there is a figure */
    double estimated; /* the part of `amount.value` that rests on estimates */
    bool marks;       /* whether the source marks estimates here at all */
    bool allocated;   /* some of it is a total spread over years */
    size_t rows;      /* flows added up */
    const char *note; /* something to say beside the figure, or NULL */
} arms_figure;

/* A rank among identified states: states, territories and former states. */
typedef struct arms_rank {
    int rank;       /* 1 + those strictly larger; 0 = no rank */
    int low;        /* the best rank that the source's precision allows … */
    int high;       /* … and the worst, exact ties apart */
    int ties;       /* others exactly equal */
    int worst;      /* the worst rank if all unknown partners were one rival */
    double unknown; /* part of the whole without a known partner, 0 to 1 */
    int ranked;     /* identified states with something recorded */
    bool allocated; /* totals spread over years leave it open */
} arms_rank;

/* The note of figures that are allocated and have no other. */
const char *arms_allocated_note(void);

/* Who the partners of a question are: "supplier", "suppliers", of the world "importer"
 * … */
typedef struct arms_partner_word {
    const char *one, *many;
} arms_partner_word;

const arms_partner_word *arms_partner_words(const arms_question *question);

typedef struct arms_tally arms_tally;

/* Answers `question`; the tally and all strings in figures live in `arena` and refer to
 * `dataset`. Only memory and a period of more than 500 years can fail: gaps in the data
 * are told by each figure. A tally belongs to one thread: it keeps what it has added
 * up. */
bool arms_tally_make(arms_tally **out, arms_arena *arena, const arms_dataset *dataset,
                     const arms_question *question, arms_error *err);

const arms_dataset *arms_tally_dataset(const arms_tally *tally);
const arms_question *arms_tally_question(const arms_tally *tally);

/* Partners that occur, except aggregates and those the policy drops; in the order of
 * their first flow. */
size_t arms_tally_partners(const arms_tally *tally, const arms_party **out);

/* The amount with one partner (ARMS_ALL: with all together) in `years`, which lie within
 * the question's. */
bool arms_tally_level(arms_figure *out, const arms_tally *tally, arms_party partner,
                      arms_years years, arms_error *err);

/* The partner's part of the whole, 0 to 1. */
bool arms_tally_share(arms_figure *out, const arms_tally *tally, arms_party partner,
                      arms_years years, arms_error *err);

/* One line of a ranking. */
typedef struct arms_place {
    arms_party party;
    arms_figure level, share;
    arms_rank rank; /* rank.rank = 0 for parties that are not ranked */
} arms_place;

/* The partner's level and rank; the level tells why there is no rank. The share is left
 * alone. */
bool arms_tally_rank(arms_place *out, const arms_tally *tally, arms_party partner,
                     arms_years years, arms_error *err);

/* Flows of one dataset, by their indexes, in the order of the file. */
typedef struct arms_flow_list {
    const arms_dataset *dataset;
    const size_t *flows;
    size_t count;
} arms_flow_list;

/* The flows behind a level. */
bool arms_tally_rows(arms_flow_list *out, const arms_tally *tally, arms_party partner,
                     arms_years years, arms_error *err);

/* All partners with something recorded, largest first, equals by name. Where the dataset
 * does not list all of them, `whole` has the reason, and there is no place. */
typedef struct arms_ranking {
    arms_place *places;
    size_t count;
    arms_figure whole;
} arms_ranking;

bool arms_tally_ranking(arms_ranking *out, const arms_tally *tally, arms_years years,
                        arms_error *err);

const char *arms_reason_name(arms_reason reason);     /* "not-covered"; NULL for NONE */
const char *arms_direction_name(arms_direction flow); /* "import", "export" */

#endif
