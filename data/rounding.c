/* Numbers as they are printed for people: SIPRI's convention, fixed places, or the
 * shortest decimal. Rounding is done on decimal digits in whole numbers, so that a half
 * on paper is a half here; the header has the rules. */
#include <armstrade/number.h>
#include <armstrade/rounding.h>

#include <math.h>
#include <stdio.h>
#include <string.h>

static const char minus[] = "\xE2\x88\x92"; /* U+2212 */

/* 10^power, where no decimal has more than 17 digits. */
static int64_t ten_to(int power)
{
    int64_t out = 1;
    for (int i = 0; i < power && i < 18; i++)
        out *= 10;
    return out;
}

/* With at most `places` places, halves away from zero. */
static arms_decimal round_to(arms_decimal number, int places)
{
    if (-number.exponent <= places)
        return number;
    int64_t unit = ten_to(-number.exponent - places), rest = number.digits % unit;
    number.digits = number.digits / unit + (rest >= unit - rest);
    number.exponent = -places;
    return number;
}

static int places_for(arms_decimal number, arms_rounding rounding, arms_rounded what)
{
    if (rounding.kind == ARMS_ROUND_PLACES)
        return rounding.places;
    arms_decimal tenths = round_to(number, 1);
    tenths.negative = false;
    bool whole = what == ARMS_ROUNDED_AMOUNT || arms_decimal_value(tenths) >= 10;
    return whole || round_to(number, 1).digits == 0 ? 0 : 1;
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
    print_decimal(buffer, round_to(exact, places), places, what);
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
