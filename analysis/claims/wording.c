/* Numbers in sentences: ordinals, amounts with a magnitude, periods. */
#include "analysis/claims/wording.h"

#include <math.h>
#include <stdio.h>

enum { UNIT_SIZE = 8 };

typedef struct magnitude {
    double scale;
    const char *word;
} magnitude;

static const magnitude magnitudes[] = {
    {1e9, " billion"},
    {1e6, " million"},
    {1, ""},
};

const char *arms_ordinal(arms_arena *arena, int n, arms_error *err)
{
    static const char *const endings[] = {"th", "st", "nd", "rd"};
    bool teen = n % 100 >= 11 && n % 100 <= 13;
    int last = teen || n % 10 > 3 ? 0 : n % 10;
    return arms_print(arena, err, "%d%s", n, endings[last]);
}

/* The largest magnitude below which an amount does not fall. TIV are published in
 * millions, and one scale for all keeps figures comparable. */
static const magnitude *magnitude_of(double amount, arms_unit unit)
{
    const magnitude *m = magnitudes;
    if (unit == ARMS_UNIT_TIV && fabs(amount) > 0)
        return &magnitudes[1];
    while (m->scale > 1 && fabs(amount) < m->scale)
        m++;
    return m;
}

/* So many digits, and so many decimals at least, without zeros at the end that say
 * nothing. */
static const char *digits_of(char buffer[ARMS_NUMBER_SIZE], double number, int digits,
                             int decimals)
{
    int before = number >= 1 ? (int)floor(log10(number)) + 1 : 1;
    int places = before < digits ? digits - before : 0;
    places = places > decimals ? places : decimals;
    double power = pow(10, places);
    return arms_number_print(buffer, round(number * power) / power);
}

/* What stands before and after a number. Currencies without a sign of their own have
 * their code behind it. */
static const struct {
    const char *before, *after;
} unit_signs[] = {
    [ARMS_UNIT_TIV] = {"", " TIV"},       [ARMS_UNIT_ITEMS] = {"", " items"},
    [ARMS_UNIT_KG] = {"", " kg"},         [ARMS_UNIT_USD] = {"$", ""},
    [ARMS_UNIT_EUR] = {"€", ""},          [ARMS_UNIT_GBP] = {"£", ""},
    [ARMS_UNIT_INR] = {"₹", ""},          [ARMS_UNIT_PERCENT] = {"", " %"},
    [ARMS_UNIT_DIRECTION] = {NULL, NULL},
};

static const char *sign_before(arms_unit unit)
{
    return unit_signs[unit].before ? unit_signs[unit].before : "";
}

/* `buffer` is for a code. */
static const char *word_after(char buffer[UNIT_SIZE], arms_unit unit)
{
    if (unit_signs[unit].after)
        return unit_signs[unit].after;
    if (!arms_unit_is_money(unit))
        return "";
    (void)snprintf(buffer, UNIT_SIZE, " %s", arms_unit_name(unit));
    return buffer;
}

const char *arms_amount_words(arms_arena *arena, double amount, arms_unit unit,
                              arms_error *err)
{
    char digits[ARMS_NUMBER_SIZE], code[UNIT_SIZE];
    const magnitude *m = magnitude_of(amount, unit);
    int decimals = unit == ARMS_UNIT_TIV ? 2 : 0;
    return arms_print(arena, err, "%s%s%s%s", sign_before(unit),
                      digits_of(digits, amount / m->scale, FEW_DIGITS, decimals), m->word,
                      word_after(code, unit));
}

/* One side only: how the other begins. */
static const char *open_side(arms_range range)
{
    if (isinf(range.low))
        return range.high_open ? "less than" : "at most";
    return range.low_open ? "more than" : "at least";
}

const char *arms_span_words(arms_arena *arena, arms_span span, int digits,
                            arms_error *err)
{
    char low[ARMS_NUMBER_SIZE], high[ARMS_NUMBER_SIZE], code[UNIT_SIZE];
    arms_range range = span.range;
    const char *sign = sign_before(span.unit), *word = word_after(code, span.unit);
    bool one_side = isinf(range.low) || isinf(range.high);
    bool from_zero = isinf(range.low) || !(fabs(range.low) > 0);
    double limit = from_zero && !isinf(range.high) ? range.high : range.low;
    const magnitude *m = magnitude_of(limit, span.unit);
    if (one_side)
        return arms_print(arena, err, "%s %s%s%s%s", open_side(range), sign,
                          digits_of(low, limit / m->scale, digits, 0), m->word, word);
    return arms_print(arena, err, "%s%s–%s%s%s", sign,
                      digits_of(low, range.low / m->scale, digits, 0),
                      digits_of(high, range.high / m->scale, digits, 0), m->word, word);
}

const char *arms_possessive(arms_arena *arena, const char *name, arms_error *err)
{
    arms_text text = arms_text_of(name);
    bool ends_in_s = text.len > 0 && text.ptr[text.len - 1] == 's';
    return arms_print(arena, err, "%s'%s", name, ends_in_s ? "" : "s");
}

const char *arms_years_words(arms_arena *arena, arms_years years, arms_error *err)
{
    if (years.first == years.last)
        return arms_print(arena, err, "%d", years.first);
    return arms_print(arena, err, "%d–%d", years.first, years.last);
}

const char *arms_years_code(arms_arena *arena, arms_years years, arms_error *err)
{
    if (years.first == years.last)
        return arms_print(arena, err, "%d", years.first);
    return arms_print(arena, err, "%d-%d", years.first, years.last);
}
