/* What a printed number means.
 *
 * "11 %" means [10.5, 11.5), "$21 million" [20.5 m, 21.5 m), "4.0" [3.95, 4.05): half a
 * unit of the last printed digit, formed in decimal. A whole number of four or more
 * digits without a magnitude ends its precision at its last digit that is not 0:
 * 21000000 is [20.5 m, 21.5 m). Hedges widen that or open a side, by the table below. */
#include <armstrade/claim.h>

#include <math.h>
#include <string.h>

#include "analysis/claims/words.h"

/* Hedges, version 1. The first word of a bound is its name in CSV and JSON. */
static const word_row hedge_words[] = {
    {"exact", ARMS_BOUND_EXACT},       {"exactly", ARMS_BOUND_EXACT},
    {"about", ARMS_BOUND_ABOUT},       {"around", ARMS_BOUND_ABOUT},
    {"roughly", ARMS_BOUND_ABOUT},     {"approximately", ARMS_BOUND_ABOUT},
    {"some", ARMS_BOUND_ABOUT},        {"nearly", ARMS_BOUND_NEARLY},
    {"almost", ARMS_BOUND_NEARLY},     {"just under", ARMS_BOUND_NEARLY},
    {"over", ARMS_BOUND_OVER},         {"more than", ARMS_BOUND_OVER},
    {"at_least", ARMS_BOUND_AT_LEAST}, {"at least", ARMS_BOUND_AT_LEAST},
    {"under", ARMS_BOUND_UNDER},       {"less than", ARMS_BOUND_UNDER},
    {"fewer than", ARMS_BOUND_UNDER},  {"at_most", ARMS_BOUND_AT_MOST},
    {"at most", ARMS_BOUND_AT_MOST},   {"up to", ARMS_BOUND_AT_MOST},
};

enum { HEDGES = sizeof hedge_words / sizeof *hedge_words };

/* "nearly x" is [0.93 x, …), "about x" is x ± 5 %, or the rounding where that is
 * wider. */
static const double nearly_factor = 0.93, about_part = 0.05;

/* Powers of ten that a word stands for. */
static const word_row magnitude_words[] = {
    {"thousand", 3}, {"million", 6}, {"mn", 6},   {"m", 6},
    {"billion", 9},  {"bn", 9},      {"lakh", 5}, {"crore", 7},
};

static const word_row ordinal_words[] = {
    {"first", 1}, {"second", 2},  {"third", 3},  {"fourth", 4}, {"fifth", 5},
    {"sixth", 6}, {"seventh", 7}, {"eighth", 8}, {"ninth", 9},  {"tenth", 10},
};

bool arms_bound_parse(arms_bound *out, arms_text text, arms_error *err)
{
    int bound = word_value(hedge_words, HEDGES, text, -1);
    if (bound < 0)
        return arms_fail(err, ARMS_USAGE,
                         "\"%.*s\" is no bound; write exact, about, nearly, over, "
                         "at_least, under or at_most",
                         arms_text_shown(text, 60), text.ptr);
    *out = (arms_bound)bound;
    return true;
}

const char *arms_bound_name(arms_bound bound)
{
    return word_name(hedge_words, HEDGES, (int)bound);
}

void arms_printed_hedge(arms_printed *number, arms_bound bound)
{
    double x = number->value, spread = fabs(x) * about_part;
    arms_range range = number->rounding;
    number->bound = bound;
    switch (bound) {
    case ARMS_BOUND_EXACT: break;
    case ARMS_BOUND_ABOUT:
        range.low = fmin(range.low, x - spread);
        range.high = fmax(range.high, x + spread);
        break;
    case ARMS_BOUND_NEARLY: range.low = nearly_factor * x; break;
    case ARMS_BOUND_OVER: range = (arms_range){x, HUGE_VAL, true, true}; break;
    case ARMS_BOUND_AT_LEAST: range = (arms_range){x, HUGE_VAL, false, true}; break;
    case ARMS_BOUND_UNDER: range = (arms_range){-HUGE_VAL, x, true, true}; break;
    case ARMS_BOUND_AT_MOST: range = (arms_range){-HUGE_VAL, x, true, false}; break;
    }
    number->range = range;
}

/* Takes a word of a table off the front of `text` where a blank or a number follows. */
static int take_word(arms_text *text, const word_row *rows, size_t count, int none)
{
    for (size_t i = 0; i < count; i++) {
        size_t len = strlen(rows[i].word);
        bool fits = text->len >= len &&
                    arms_text_is_word((arms_text){text->ptr, len}, rows[i].word) &&
                    (text->len == len || !word_letter(text->ptr[len]));
        if (!fits)
            continue;
        *text = arms_text_trim((arms_text){text->ptr + len, text->len - len});
        return rows[i].value;
    }
    return none;
}

/* Takes a currency sign or code off the front. */
static arms_unit take_currency(arms_text *text)
{
    static const char *const signs[] = {"US$", "USD", "EUR", "GBP", "INR",
                                        "$",   "€",   "£",   "₹"};
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++) {
        size_t len = strlen(signs[i]);
        if (!arms_text_starts(*text, signs[i]))
            continue;
        *text = arms_text_trim((arms_text){text->ptr + len, text->len - len});
        return arms_unit_parse(arms_text_of(signs[i]));
    }
    return ARMS_UNIT_NONE;
}

/* Takes digits, commas, points and a sign off the front. */
static arms_text take_digits(arms_text *text)
{
    size_t n = 0;
    bool minus = arms_text_starts(*text, "\xE2\x88\x92");
    n = minus ? 3 : 0;
    while (n < text->len && memchr("0123456789,.+-", text->ptr[n], 14))
        n++;
    arms_text digits = {text->ptr, n};
    *text = arms_text_trim((arms_text){text->ptr + n, text->len - n});
    return digits;
}

static bool fail_number(arms_error *err, arms_text text, const char *what)
{
    return arms_fail(err, ARMS_USAGE, "\"%.*s\" %s", arms_text_shown(text, 60), text.ptr,
                     what);
}

/* "2", "2nd", "second". */
static bool parse_rank(arms_printed *out, arms_text text, arms_error *err)
{
    arms_text rest = text;
    int rank =
        take_word(&rest, ordinal_words, sizeof ordinal_words / sizeof *ordinal_words, 0);
    arms_decimal number = {.digits = rank};
    arms_error ignored;
    bool good = rank > 0 || arms_decimal_parse(&number, take_digits(&rest), &ignored);
    static const char *const endings[] = {"", "st", "nd", "rd", "th"};
    bool ended = false;
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++)
        ended = ended || arms_text_is_word(rest, endings[i]);
    double value = arms_decimal_value(number);
    if (!good || !ended || number.exponent != 0 || value < 1 || value > 999)
        return fail_number(err, text, "is no rank; write 2, 2nd or second");
    *out = (arms_printed){.value = value,
                          .unit_value = 1,
                          .unit = ARMS_UNIT_RANK,
                          .rounding = {value, value, false, false},
                          .range = {value, value, false, false}};
    return true;
}

/* A long bare number is rounded to its last digit that is not 0. */
static void drop_zeros(arms_decimal *number)
{
    if (number->exponent != 0 || number->digits < 1000)
        return;
    while (number->digits % 10 == 0) {
        number->digits /= 10;
        number->exponent++;
    }
}

static void fill(arms_printed *out, arms_decimal number)
{
    double low, high;
    arms_decimal_limits(number, &low, &high);
    out->value = arms_decimal_value(number);
    out->unit_value = arms_decimal_unit(number);
    out->rounding = number.negative ? (arms_range){-high, -low, true, false}
                                    : (arms_range){low, high, false, true};
}

/* The unit that is printed, or else the one that is expected; false where they differ. */
static bool settle_unit(arms_unit *out, arms_unit before, arms_unit after,
                        arms_unit expected)
{
    arms_unit printed = before != ARMS_UNIT_NONE ? before : after;
    bool two = before != ARMS_UNIT_NONE && after != ARMS_UNIT_NONE && before != after;
    *out = printed != ARMS_UNIT_NONE ? printed : expected;
    return !two && (expected == ARMS_UNIT_NONE || *out == expected);
}

static bool parse_amount(arms_printed *out, arms_text text, arms_unit expected,
                         arms_error *err)
{
    arms_text rest = text;
    arms_unit before = take_currency(&rest);
    arms_text digits = take_digits(&rest);
    arms_decimal number;
    arms_error ignored;
    if (!arms_decimal_parse(&number, digits, &ignored))
        return fail_number(err, text,
                           "is no number that can be checked; write it like "
                           "\"11 %\", \"$21 million\" or \"223.6 million TIV\"");
    int power = take_word(&rest, magnitude_words,
                          sizeof magnitude_words / sizeof *magnitude_words, 0);
    arms_unit after = arms_unit_parse(rest);
    if (rest.len > 0 && after == ARMS_UNIT_NONE)
        return fail_number(err, text,
                           "ends in something that is no unit; known are %, "
                           "TIV, $, €, £, ₹, items and kg");
    if (!settle_unit(&out->unit, before, after, expected))
        return fail_number(err, text, "is in another unit than the claim");
    if (power == 0)
        drop_zeros(&number);
    number.exponent += power;
    fill(out, number);
    return true;
}

bool arms_printed_parse(arms_printed *out, arms_text text, arms_unit unit,
                        arms_error *err)
{
    arms_text rest = arms_text_trim(text);
    int bound = take_word(&rest, hedge_words, HEDGES, ARMS_BOUND_EXACT);
    *out = (arms_printed){0};
    if (!(unit == ARMS_UNIT_RANK ? parse_rank(out, rest, err)
                                 : parse_amount(out, rest, unit, err)))
        return false;
    arms_printed_hedge(out, (arms_bound)bound);
    return true;
}
