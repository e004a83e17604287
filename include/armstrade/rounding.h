/* Numbers as they are printed for people.
 *
 * `sipri` follows SIPRI's fact sheets and Yearbook: amounts (million TIV) as whole
 * numbers; shares and changes (per cent) of 10 and more as whole numbers, below 10 with
 * one decimal, decided on the rounded value: 9.94 prints 9.9, but 9.95 and 9.96 print 10.
 * `none` prints the shortest decimal that reads back, in C form. A number of places from
 * 0 to 15 prints so many.
 *
 * Halves go away from zero on the decimal that a double prints as shortest, not on the
 * binary number next to it. 9.95 is held as 9.949999999999999289…, which C's printf makes
 * 9.9; the publisher, who has 9.95 on paper, makes it 10.0, and so do we. In the same way
 * 1.005 with two places prints 1.01.
 *
 * Except under `none`, a change carries its sign, + or − (U+2212), and a comma between
 * groups of three ("+9,627"); amounts and shares are not parted into groups, as in
 * SIPRI's tables. What is left as nothing has no sign; under `sipri` it prints "0": a
 * value that is there, but below half a unit of the last digit. Where there is nothing at
 * all (nil), the caller prints ARMS_ROUNDING_NIL instead. */
#ifndef ARMSTRADE_ROUNDING_H
#define ARMSTRADE_ROUNDING_H

#include <armstrade/text.h>

#define ARMS_ROUNDING_NIL     "\xE2\x80\x93" /* U+2013: the source says none */
#define ARMS_ROUNDING_MISSING ".."           /* not available */

enum {
    ARMS_ROUNDING_SIZE = 48, /* bytes that hold any number printed here */
    ARMS_ROUNDING_BOUNDS_SIZE = 2 * ARMS_ROUNDING_SIZE + 4, /* … and any bounds */
    ARMS_ROUNDING_PLACES = 15
};

typedef enum arms_rounding_kind {
    ARMS_ROUND_SIPRI,
    ARMS_ROUND_NONE,
    ARMS_ROUND_PLACES
} arms_rounding_kind;

/* Zeroed = `sipri`. */
typedef struct arms_rounding {
    arms_rounding_kind kind;
    int places; /* of ARMS_ROUND_PLACES: 0 … 15 */
} arms_rounding;

typedef enum arms_rounded {
    ARMS_ROUNDED_AMOUNT, /* in the unit that is printed: million TIV */
    ARMS_ROUNDED_SHARE,  /* per cent */
    ARMS_ROUNDED_CHANGE  /* per cent, or points */
} arms_rounded;

/* "sipri", "none" or a number of places from 0 to 15; USAGE for anything else. */
bool arms_rounding_parse(arms_rounding *out, arms_text word, arms_error *err);

/* The number in UTF-8; magnitudes from 1e15 on in C form with an exponent, and what is
 * not finite as ARMS_ROUNDING_MISSING. Returns `buffer`. */
const char *arms_rounding_print(char buffer[ARMS_ROUNDING_SIZE], arms_rounding rounding,
                                arms_rounded what, double number);

/* A number and what its source leaves open: low ≤ value ≤ high. */
typedef struct arms_rounding_range {
    double value, low, high;
} arms_rounding_range;

/* "64.1 to 74.6": the bounds of a number that is printed beside them by the same
 * rounding, with one place more. They go outward, down and up, so that they hold as
 * printed, and always have the printed number between them: 51 that may be 51.4 to 51.6
 * has "51.0 to 51.6". Empty where both print as the number does, which then says as much
 * as they. Returns `buffer`. */
const char *arms_rounding_bounds(char buffer[ARMS_ROUNDING_BOUNDS_SIZE],
                                 arms_rounding rounding, arms_rounded what,
                                 arms_rounding_range x);

#endif
