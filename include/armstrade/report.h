/* Pages of the commands that need more than a table. */
#ifndef ARMSTRADE_REPORT_H
#define ARMSTRADE_REPORT_H

#include <armstrade/compare.h>
#include <armstrade/hedges.h>
#include <armstrade/judge.h>
#include <armstrade/look.h>
#include <armstrade/page.h>
#include <armstrade/reading.h>

/* One line on a dataset: file, source, release, measure and years covered. NULL when
 * memory is short. */
const char *arms_dataset_words(arms_arena *arena, const arms_dataset *dataset,
                               arms_error *err);

/* "SIPRI Arms Transfers Database, March 2025 release". */
const char *arms_source_words(arms_arena *arena, const arms_dataset *dataset,
                              arms_error *err);

/* "deliveries in million TIV". */
const char *arms_measure_words(arms_arena *arena, const arms_dataset *dataset,
                               arms_error *err);

/* One sentence on who makes up the whole of a share. */
const char *arms_policy_words(arms_policy policy);

/* A paragraph per dataset, "d1" and on, and the sentence that the figures are computed
 * from a publisher's data but are not the publisher's statement. */
bool arms_page_sources(arms_page *page, arms_error *err);

/* "file.csv:123", in `arena`. */
const char *arms_flow_place(arms_arena *arena, const arms_dataset *dataset, size_t flow,
                            arms_error *err);

/* All places joined by blanks, in `arena`; NULL in *out where the list is empty. */
bool arms_flow_places(const char **out, arms_arena *arena, const arms_flow_list *list,
                      arms_error *err);

/* A paragraph of those places. */
bool arms_page_rows(arms_page *page, const arms_flow_list *list, arms_error *err);

/* The text that claims were read in. */
typedef struct arms_checked_text {
    const arms_document *document;
    const char *date; /* of its publication, or NULL */
    const arms_text_reading *reading;
} arms_checked_text;

typedef struct arms_check_options {
    arms_policy policy;            /* by which shares were judged */
    bool explain;                  /* list the rows behind each figure */
    const arms_checked_text *text; /* NULL for claims that were typed or listed */
} arms_check_options;

/* The verdicts as a page: a summary, a block per claim that is judged, the others in one
 * list, what the claims imply together, the text and its numbers that are no claims, and
 * the datasets. */
bool arms_check_page(arms_page *page, const arms_verdicts *verdicts,
                     const arms_check_options *options, arms_error *err);

/* The verdicts as JSON, schema armstrade/check/1. */
bool arms_check_json(arms_buffer *out, const arms_page *page,
                     const arms_verdicts *verdicts, const arms_check_options *options,
                     arms_error *err);

/* A comparison as a page: a summary, totals, the largest differences (at most `most`; 0 =
 * all), deals, and what cannot be compared. Data have all rows. The sources are not on
 * it. */
bool arms_compare_page(arms_page *page, const arms_comparison *comparison, size_t most,
                       arms_error *err);

/* The comparison as JSON, schema armstrade/compare/1. */
bool arms_compare_json(arms_buffer *out, const arms_page *page,
                       const arms_comparison *comparison, arms_error *err);

/* What files are, what they can answer and what is wrong with them: a page for readers,
 * an inventory (a table with a row per dataset), and JSON, schema armstrade/inspect/1. */
bool arms_inspect_page(arms_page *page, const arms_look *looks, size_t count,
                       arms_error *err);
bool arms_inspect_inventory(arms_page *page, const arms_look *looks, size_t count,
                            arms_error *err);
bool arms_inspect_json(arms_buffer *out, const arms_page *page, const arms_look *looks,
                       size_t count, arms_error *err);

/* What was read in a text as a page: a summary, a table of the claims, with `explain` a
 * block per claim with the words behind each slot, and the numbers that are no claims.
 * Data have a row per claim, as a claims file. */
bool arms_claims_page(arms_page *page, const arms_document *document,
                      const arms_text_reading *reading, bool explain, arms_error *err);

/* The same as JSON, schema armstrade/claims/1, always with the words behind each slot
 * (`basis`); `date` is the document's, or NULL. */
bool arms_claims_json(arms_buffer *out, const arms_document *document, const char *date,
                      const arms_text_reading *reading, arms_error *err);

/* How printed numbers are understood, with an example for each rule; in data a row per
 * rule. */
bool arms_hedges_page(arms_page *page, arms_error *err);

/* How many claims have a verdict. Claims that are not judged have "not enough
 * information". */
size_t arms_verdicts_count(const arms_verdicts *verdicts, arms_verdict verdict);
size_t arms_verdicts_unjudged(const arms_verdicts *verdicts);

#endif
