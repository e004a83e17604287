/* Numbers as they are printed.
 *
 * A number is read by a grammar of our own (no locale, no hexadecimal, no "inf", no
 * prefix of something longer) into decimal digits and an exponent, so that what was
 * printed is kept: 9.30 is 930 × 10^-2, and its last digit tells its precision. */
#ifndef ARMSTRADE_NUMBER_H
#define ARMSTRADE_NUMBER_H

#include <stdint.h>

#include <armstrade/text.h>

typedef struct arms_decimal {
    int64_t digits; /* magnitude, at most 10^17 − 1 */
    int exponent;   /* value = ± digits × 10^exponent */
    bool negative;
} arms_decimal;

enum { ARMS_NUMBER_SIZE = 32 }; /* bytes that hold any number printed here */

/* `[+-]digits[.digits]`, with commas between groups of three ("1,234.5", but not
 * "0,123"), and U+2212 as a minus. USAGE where `text` is anything else or has more
 * than 17 digits. */
bool arms_decimal_parse(arms_decimal *out, arms_text text, arms_error *err);

/* The same as other countries print it: `point`, '.' or ',', parts whole and fraction.
 * Between groups of three stands the other of the two, a blank (also U+00A0, U+2009 and
 * U+202F) or an apostrophe (also U+2019); one kind throughout a number. */
bool arms_decimal_parse_local(arms_decimal *out, arms_text text, char point,
                              arms_error *err);

/* The shortest decimal that reads back as the same double, which must be finite. */
arms_decimal arms_decimal_of(double number);

/* The nearest double. */
double arms_decimal_value(arms_decimal number);

/* The magnitudes between which a number may lie that is printed so: half a unit of the
 * last digit down and up, formed in decimal (9.3 gives 9.25 and 9.35). For digits = 0
 * the lower limit is 0. The sign is left to the caller. */
void arms_decimal_limits(arms_decimal number, double *low, double *high);

/* The value of one unit of the last digit. */
double arms_decimal_unit(arms_decimal number);

/* The shortest decimal that reads back as the same double, without exponent between
 * 1e-5 and 1e15, in C form. `number` must be finite. Returns `buffer`. */
const char *arms_number_print(char buffer[ARMS_NUMBER_SIZE], double number);

/* The number at the front of a text in C form, as printf writes it. */
double arms_number_back(const char *text);

/* The number with `decimals` places, in C form. Returns `buffer`. */
const char *arms_number_fixed(char buffer[ARMS_NUMBER_SIZE], double number, int decimals);

/* Places after the point that the shortest decimal has. */
int arms_number_decimals(double number);

/* A year from 1800 to 2199, four digits and nothing else. */
bool arms_year_parse(int *out, arms_text text, arms_error *err);

/* A period of whole years, both counted. */
typedef struct arms_years {
    int first, last;
} arms_years;

/* "2023" or "2019-2023" (also with an en dash, or "2019-23", but not "2003-11", which may
 * be a month): first ≤ last. */
bool arms_years_parse(arms_years *out, arms_text text, arms_error *err);

#endif
