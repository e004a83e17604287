/* Texts made of strings, what is read in them as lines that a test can be read by, and
 * the laws that hold for every reading. */
#ifndef ARMSTRADE_TESTS_CLAIMS_SCENE_H
#define ARMSTRADE_TESTS_CLAIMS_SCENE_H

#include <armstrade/reading.h>

#include "analysis/claims/scene.h"
#include "tests/unit/check.h"

/* A row of a table: a text, and its claims in the form of claims_shown. */
typedef struct claims_row {
    const char *text, *shown;
} claims_row;

/* A text that was read; all lives in its arena. */
typedef struct claims_read {
    arms_arena arena;
    arms_document document;
    arms_text_reading reading;
} claims_read;

/* Reads a text of a date (NULL = not known); fails the running test where that fails or a
 * law is broken. To be freed in either case. */
bool claims_make(claims_read *out, arms_text text, const char *date);
void claims_free(claims_read *made);

/* The claims, joined by " | ", each as
 *
 *     share import Egypt/Italy in Africa [Ships], over 38 percent 2019-2023<2014-2018
 *
 * kind, flow, subject, counterpart, denominator, category, bound, value, unit, period and
 * base period, whatever is absent left out. Before a period that is not printed stands
 * how it is known: ~ told, ^ from elsewhere in the text, ? assumed. */
void claims_shown(arms_buffer *out, const arms_text_reading *reading);

/* Checks each row up to one whose text is NULL, of a text without a date, and that
 * `rule` made one of its claims, unless it is NULL. */
void claims_check(const claims_row *rows, const char *rule);

/* The same of a text of that date. */
void claims_check_dated(const claims_row *rows, const char *date);

/* The numbers that became no claim: "24: count of items | $2 billion: deal value". */
void claims_check_unchecked(const claims_row *rows);

/* The law that a reading of these bytes breaks; NULL where it keeps them all. */
const char *claims_broken_law(const arms_document *document,
                              const arms_text_reading *reading, arms_text bytes);

/* Reads the items of one sentence; fails the running test where that fails. */
bool claims_scene(scene *out, arms_arena *arena, const char *sentence);

/* The first item of a kind; NULL where there is none. */
const item *claims_item(const scene *s, item_kind kind);

#endif
