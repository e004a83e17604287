/* Numbers as they are printed for people: SIPRI's convention, fixed places, or the
 * shortest decimal. Rounding is done on decimal digits in whole numbers, so that a half
 * on paper is a half here; the header has the rules. */
#include <armstrade/number.h>
#include <armstrade/rounding.h>

#include <math.h>
#include <stdio.h>
#include <string.h>

static const char minus[] = "\xE2\x88\x92"; /* U+2212 */

/* A number that is printed. */
typedef struct figure {
    arms_rounding rounding;
    arms_rounded what;
    double number;
} figure;

/* 10^power, where no decimal has more than 17 digits. */
static int64_t ten_to(int power)
{
    int64_t out = 1;
    for (int i = 0; i < power && i < 18; i++)
        out *= 10;
    return out;
}

typedef enum direction { NEAREST, DOWN, UP } direction;

/* With at most `places` places; to the nearest, halves away from zero. */
static arms_decimal round_to(arms_decimal number, int places, direction where)
{
    if (-number.exponent <= places)
        return number;
    int64_t unit = ten_to(-number.exponent - places), rest = number.digits % unit;
    bool away = rest > 0 && number.negative == (where == DOWN);
    if (where == NEAREST)
        away = rest >= unit - rest;
    number.digits = number.digits / unit + away;
    number.exponent = -places;
    return number;
}

/* To which place numbers of this size are rounded. */
static int places_for(arms_decimal number, arms_rounding rounding, arms_rounded what)
{
    if (rounding.kind == ARMS_ROUND_PLACES)
        return rounding.places;
    arms_decimal tenths = round_to(number, 1, NEAREST);
    tenths.negative = false;
    return what == ARMS_ROUNDED_AMOUNT || arms_decimal_value(tenths) >= 10 ? 0 : 1;
}

static char *put_string(char *at, const char *string)
{
    size_t length = strlen(string);
    memcpy(at, string, length + 1);
    return at + length;
}

static char *put_whole(char *at, int64_t whole, bool grouped)
{
    char digits[24];
    int count = snprintf(digits, sizeof digits, "%lld", (long long)whole);
    for (int i = 0; i < count; i++) {
        if (grouped && i > 0 && (count - i) % 3 == 0)
            *at++ = ',';
        *at++ = digits[i];
    }
    *at = '\0';
    return at;
}

static void put_fraction(char *at, int64_t fraction, int places)
{
    if (places > 0)
        (void)snprintf(at, ARMS_ROUNDING_PLACES + 2, ".%0*lld", places,
                       (long long)fraction);
}

static void print_decimal(char *buffer, arms_decimal number, int places,
                          arms_rounded what)
{
    bool change = what == ARMS_ROUNDED_CHANGE, something = number.digits > 0;
    int held = number.exponent < 0 ? -number.exponent : 0;
    int64_t unit = ten_to(held);
    int64_t whole = number.digits / unit * ten_to(number.exponent);
    const char *plus = change ? "+" : "";
    char *at = put_string(buffer, !something ? "" : number.negative ? minus : plus);
    at = put_whole(at, whole, change);
    put_fraction(at, number.digits % unit * ten_to(places - held), places);
}

const char *arms_rounding_print(char buffer[ARMS_ROUNDING_SIZE], arms_rounding rounding,
                                arms_rounded what, double number)
{
    if (!isfinite(number)) {
        (void)put_string(buffer, ARMS_ROUNDING_MISSING);
        return buffer;
    }
    if (rounding.kind == ARMS_ROUND_NONE || fabs(number) >= 1e15)
        return arms_number_print(buffer, number);
    arms_decimal exact = arms_decimal_of(number);
    int places = places_for(exact, rounding, what);
    arms_decimal shown = round_to(exact, places, NEAREST);
    if (rounding.kind == ARMS_ROUND_SIPRI && shown.digits == 0)
        places = 0;
    print_decimal(buffer, shown, places, what);
    return buffer;
}

/* Without the last digits of a double, where sums and quotients leave their errors: the
 * upper bound of 0.1 + 0.2 is 0.3, not 0.4. */
static arms_decimal sure_digits(double number)
{
    arms_decimal exact = arms_decimal_of(number);
    int places = 14 - exact.exponent;
    for (int64_t rest = exact.digits; rest > 0; rest /= 10)
        places--;
    return round_to(exact, places, NEAREST);
}

/* A bound with one more place than the figure beside it has, and on its own side of what
 * is printed there. */
static void print_bound(char *buffer, const figure *beside, double bound, direction where)
{
    arms_decimal exact = arms_decimal_of(beside->number);
    int places = places_for(exact, beside->rounding, beside->what);
    arms_decimal printed = round_to(exact, places, NEAREST);
    places += places < ARMS_ROUNDING_PLACES;
    arms_decimal out = round_to(sure_digits(bound), places, where);
    double past = arms_decimal_value(out) - arms_decimal_value(printed);
    if (where == DOWN ? past > 0 : past < 0)
        out = printed;
    print_decimal(buffer, out, places, beside->what);
}

static bool has_places(const figure *beside, arms_rounding_range x)
{
    return beside->rounding.kind != ARMS_ROUND_NONE && fabs(x.value) < 1e15 &&
           fabs(x.low) < 1e15 && fabs(x.high) < 1e15;
}

const char *arms_rounding_bounds(char buffer[ARMS_ROUNDING_BOUNDS_SIZE],
                                 arms_rounding rounding, arms_rounded what,
                                 arms_rounding_range x)
{
    char value[ARMS_ROUNDING_SIZE], low[ARMS_ROUNDING_SIZE], high[ARMS_ROUNDING_SIZE];
    const figure beside = {rounding, what, x.value};
    (void)arms_rounding_print(value, rounding, what, x.value);
    (void)arms_rounding_print(low, rounding, what, x.low);
    (void)arms_rounding_print(high, rounding, what, x.high);
    *buffer = '\0';
    if (strcmp(low, value) == 0 && strcmp(high, value) == 0)
        return buffer;
    if (has_places(&beside, x)) {
        print_bound(low, &beside, x.low, DOWN);
        print_bound(high, &beside, x.high, UP);
    }
    (void)put_string(put_string(put_string(buffer, low), " to "), high);
    return buffer;
}

static bool parse_places(int *out, arms_text word)
{
    *out = 0;
    for (size_t i = 0; i < word.len && i < 3; i++) {
        if (word.ptr[i] < '0' || word.ptr[i] > '9')
            return false;
        *out = *out * 10 + (word.ptr[i] - '0');
    }
    return word.len > 0 && word.len <= 2 && *out <= ARMS_ROUNDING_PLACES;
}

bool arms_rounding_parse(arms_rounding *out, arms_text word, arms_error *err)
{
    int places = 0;
    *out = (arms_rounding){.kind = ARMS_ROUND_SIPRI};
    if (arms_text_is(word, "sipri"))
        return true;
    out->kind = ARMS_ROUND_NONE;
    if (arms_text_is(word, "none"))
        return true;
    if (!parse_places(&places, word))
        return arms_fail(err, ARMS_USAGE,
                         "\"%.*s\" is no way of rounding; write sipri, none, or a number "
                         "of decimal places from 0 to 15",
                         arms_text_shown(word, 60), word.ptr);
    *out = (arms_rounding){ARMS_ROUND_PLACES, places};
    return true;
}
