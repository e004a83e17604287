/* What a printed number means.
 *
 * "11 %" means [10.5, 11.5), "$21 million" [20.5 m, 21.5 m), "4.0" [3.95, 4.05): half a
 * unit of the last printed digit, formed in decimal. A whole number of four or more
 * digits without a magnitude ends its precision at its last digit that is not 0:
 * 21000000 is [20.5 m, 21.5 m). Fractions and multiples told in words are good to a point
 * and to 5 %. Hedges widen that or open a side (hedges.c). */
#include "analysis/claims/precision.h"

#include <math.h>
#include <string.h>

#include "analysis/claims/words.h"

/* Either way: of fractions, in percentage points; of words for times, in per cent of the
 * number. */
static const double fraction_points = 1, times_percent = 5;

/* Powers of ten that a word stands for. */
static const word_row magnitude_words[] = {
    {"thousand", 3}, {"million", 6}, {"mn", 6},   {"m", 6},
    {"billion", 9},  {"bn", 9},      {"lakh", 5}, {"crore", 7},
};

static const word_row ordinal_words[] = {
    {"first", 1}, {"second", 2},  {"third", 3},  {"fourth", 4}, {"fifth", 5},
    {"sixth", 6}, {"seventh", 7}, {"eighth", 8}, {"ninth", 9},  {"tenth", 10},
};

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

/* Takes a currency's sign or its code of three letters off the front. */
static arms_unit take_currency(arms_text *text)
{
    static const char *const signs[] = {"US$", "$", "€", "£", "₹"};
    enum { CODE = 3 };
    size_t len = 0;
    for (size_t i = 0; i < sizeof signs / sizeof *signs && len == 0; i++)
        len = arms_text_starts(*text, signs[i]) ? strlen(signs[i]) : 0;
    len = len == 0 && text->len > CODE ? CODE : len;
    arms_unit unit = arms_unit_parse((arms_text){text->ptr, len});
    if (!arms_unit_is_money(unit))
        return ARMS_UNIT_NONE;
    *text = arms_text_trim((arms_text){text->ptr + len, text->len - len});
    return unit;
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

/* "+" or "-". */
static bool parse_direction(arms_printed *out, arms_text text, arms_error *err)
{
    bool up = arms_text_is(text, "+");
    bool down = arms_text_is(text, "-") || arms_text_is(text, "\xE2\x88\x92");
    double value = up ? 1 : -1;
    if (!up && !down)
        return fail_number(err, text, "is no direction; write + or -");
    *out = (arms_printed){.value = value,
                          .unit = ARMS_UNIT_DIRECTION,
                          .rounding = {value, value, false, false},
                          .range = {value, value, false, false}};
    return true;
}

static bool is_percent(arms_unit unit)
{
    return unit == ARMS_UNIT_PERCENT_OF || unit == ARMS_UNIT_PERCENT_HIGHER ||
           unit == ARMS_UNIT_PERCENT_LOWER;
}

/* Half a unit of the last digit, formed in decimal as far as the digits go. */
static arms_range rounding_of(double value, double step)
{
    static const double most = 1e15; /* units that fit */
    double units = value / step;
    if (!(units <= most))
        return (arms_range){value - step / 2, value + step / 2, false, true};
    arms_decimal number = {.digits = llround(units),
                           .exponent = (int)lround(log10(step))};
    arms_printed printed;
    drop_zeros(&number);
    fill(&printed, number);
    return printed.rounding;
}

arms_range precision_rounding(const precision_number *number)
{
    double x = number->value;
    switch (number->form) {
    case PRECISION_DIGITS: return rounding_of(x, number->step);
    case PRECISION_ENDS: return (arms_range){number->low, number->high, false, false};
    case PRECISION_FRACTION:
        return (arms_range){x - fraction_points, x + fraction_points, false, true};
    case PRECISION_TIMES:
        return (arms_range){x * (100 - times_percent) / 100,
                            x * (100 + times_percent) / 100, false, true};
    case PRECISION_EXACT: break;
    }
    return (arms_range){x, x, false, false};
}

/* The unit that is printed, or else the one that is expected; false where they differ. */
static bool settle_unit(arms_unit *out, arms_unit before, arms_unit after,
                        arms_unit expected)
{
    if (after == ARMS_UNIT_PERCENT && is_percent(expected))
        after = expected;
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
                           "TIV, $, €, £, ₹, other currencies' codes, items and kg");
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
    arms_bound bound = ARMS_BOUND_EXACT;
    arms_text rest = arms_text_trim(text);
    size_t hedge = precision_hedge(&bound, rest);
    rest = arms_text_trim((arms_text){rest.ptr + hedge, rest.len - hedge});
    *out = (arms_printed){0};
    bool done = unit == ARMS_UNIT_RANK        ? parse_rank(out, rest, err)
                : unit == ARMS_UNIT_DIRECTION ? parse_direction(out, rest, err)
                                              : parse_amount(out, rest, unit, err);
    if (!done)
        return false;
    arms_printed_hedge(out, bound);
    return true;
}
