/* Numbers as they are printed: decimal digits and an exponent, read by a grammar.
 *
 * Conversion to double goes through strtod on digits that were checked before, in the C
 * form that holds as long as nobody calls setlocale (and nobody here does). */
#include <armstrade/number.h>

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MAX_DIGITS = 17 };

/* A reader over the characters of one number. */
typedef struct scan {
    const char *at, *end;
    arms_decimal number;
    int seen;   /* digits before the point */
    int count;  /* digits so far, without leading zeros */
    int places; /* digits after the point; -1 before it */
    int group;  /* digits since the last separator; -1 where there was none */
    bool digit; /* some digit was seen */
    char point; /* '.' or ',' */
    bool loose; /* blanks and apostrophes part groups too */
    int kind;   /* of the separators so far; 0 = none yet */
} scan;

/* What may stand between groups of three besides '.' or ','. A publisher keeps to one
 * kind, so those that look alike are one. */
static const struct {
    const char *bytes;
    int kind;
} separators[] = {
    {" ", 1},
    {"\xC2\xA0", 1},     /* U+00A0 no-break space */
    {"\xE2\x80\x89", 1}, /* U+2009 thin space */
    {"\xE2\x80\xAF", 1}, /* U+202F narrow no-break space */
    {"'", 2},
    {"\xE2\x80\x99", 2},
};

static void scan_sign(scan *s)
{
    if (s->end - s->at >= 3 && memcmp(s->at, "\xE2\x88\x92", 3) == 0) {
        s->number.negative = true;
        s->at += 3;
    } else if (s->at < s->end && (*s->at == '-' || *s->at == '+')) {
        s->number.negative = *s->at++ == '-';
    }
}

static bool scan_digit(scan *s)
{
    s->number.digits = s->number.digits * 10 + (*s->at - '0');
    s->count += s->number.digits > 0;
    s->seen += s->places < 0;
    s->places += s->places >= 0;
    s->group += s->group >= 0;
    s->digit = true;
    return s->count <= MAX_DIGITS && s->places < 40;
}

/* A separator parts groups of three: after 1 to 3 digits, then after every 3. */
static bool scan_separator(scan *s, int kind)
{
    bool first = s->group < 0;
    bool group =
        first ? s->seen <= 3 && s->seen == s->count : s->group == 3 && s->kind == kind;
    bool fits = s->digit && s->places < 0 && group;
    s->kind = kind;
    s->group = 0;
    return fits;
}

static bool scan_other(scan *s)
{
    for (size_t i = 0; i < sizeof separators / sizeof *separators; i++) {
        size_t len = strlen(separators[i].bytes);
        if ((size_t)(s->end - s->at) < len ||
            memcmp(s->at, separators[i].bytes, len) != 0)
            continue;
        s->at += len - 1;
        return scan_separator(s, separators[i].kind);
    }
    return false;
}

static bool scan_point(scan *s)
{
    bool fits = s->digit && s->places < 0 && (s->group < 0 || s->group == 3);
    s->places = 0;
    s->group = -1;
    return fits && s->at + 1 < s->end;
}

static bool scan_char(scan *s)
{
    if (*s->at >= '0' && *s->at <= '9')
        return scan_digit(s);
    if (*s->at == s->point)
        return scan_point(s);
    if (*s->at == '.' || *s->at == ',')
        return scan_separator(s, 3);
    return s->loose && scan_other(s);
}

/* Past the digits at the front, which are added to *digits. */
static const char *take_digits(int64_t *digits, const char *at, const char *end)
{
    for (; at < end && *at >= '0' && *at <= '9'; at++)
        *digits = *digits * 10 + (*at - '0');
    return at;
}

/* Digits with at most one point among them, as nearly all numbers are printed; for
 * anything else false, and the grammar decides. */
static bool parse_plain(arms_decimal *out, arms_text text, char point)
{
    const char *begin = text.ptr, *end = begin + text.len;
    int64_t digits = 0;
    if (text.len == 0 || text.len > MAX_DIGITS)
        return false;
    const char *whole = take_digits(&digits, begin, end), *all = whole;
    if (whole > begin && end - whole > 1 && *whole == point)
        all = take_digits(&digits, whole + 1, end);
    int places = all > whole ? (int)(all - whole) - 1 : 0;
    *out = (arms_decimal){.digits = digits, .exponent = -places};
    return all == end;
}

static bool parse(arms_decimal *out, arms_text text, char point, bool loose)
{
    if (parse_plain(out, text, point))
        return true;
    scan s = {.at = text.ptr,
              .end = text.ptr + text.len,
              .places = -1,
              .group = -1,
              .point = point,
              .loose = loose};
    scan_sign(&s);
    bool fits = true;
    for (; fits && s.at < s.end; s.at++)
        fits = scan_char(&s);
    if (!fits || !s.digit || (s.group >= 0 && s.group != 3))
        return false;
    s.number.exponent = s.places > 0 ? -s.places : 0;
    *out = s.number;
    return true;
}

static bool fail_number(arms_text text, char point, arms_error *err)
{
    return arms_fail(err, ARMS_USAGE, "\"%.*s\" is no number; write it like 1234%c5",
                     arms_text_shown(text, 60), text.ptr, point);
}

bool arms_decimal_parse(arms_decimal *out, arms_text text, arms_error *err)
{
    return parse(out, text, '.', false) || fail_number(text, '.', err);
}

bool arms_decimal_parse_local(arms_decimal *out, arms_text text, char point,
                              arms_error *err)
{
    return parse(out, text, point, true) || fail_number(text, point, err);
}

/* Powers of ten that a double holds exactly. */
static const double powers[] = {1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,
                                1e8,  1e9,  1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
                                1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22};

enum { EXACT_POWERS = sizeof powers / sizeof *powers };

/* The nearest double to digits × 10^exponent. Where both factors are exact, one operation
 * rounds once and is right (Clinger 1990); that is every number a publisher prints. */
static double decimal(int64_t digits, int exponent)
{
    char buffer[64];
    bool exact = digits <= (INT64_C(1) << 53);
    if (exact && exponent >= 0 && exponent < EXACT_POWERS)
        return (double)digits * powers[exponent];
    if (exact && exponent < 0 && -exponent < EXACT_POWERS)
        return (double)digits / powers[-exponent];
    int n = snprintf(buffer, sizeof buffer, "%llde%d", (long long)digits, exponent);
    return n > 0 ? strtod(buffer, NULL) : NAN;
}

double arms_decimal_value(arms_decimal number)
{
    double magnitude = decimal(number.digits, number.exponent);
    return number.negative ? -magnitude : magnitude;
}

void arms_decimal_limits(arms_decimal number, double *low, double *high)
{
    int64_t digits = number.digits * 10;
    *low = digits > 0 ? decimal(digits - 5, number.exponent - 1) : 0;
    *high = decimal(digits + 5, number.exponent - 1);
}

double arms_decimal_unit(arms_decimal number)
{
    return decimal(1, number.exponent);
}

/* The shortest %.*e form that reads back the same: 15 digits hold any printed decimal,
 * 17 hold any double. */
static int shortest(char *buffer, size_t size, double number)
{
    for (int digits = 1; digits < 17; digits++) {
        (void)snprintf(buffer, size, "%.*e", digits - 1, number);
        if (!(strtod(buffer, NULL) < number) && !(strtod(buffer, NULL) > number))
            return digits;
    }
    return 17;
}

arms_decimal arms_decimal_of(double number)
{
    char buffer[ARMS_NUMBER_SIZE];
    int count = shortest(buffer, sizeof buffer, fabs(number));
    (void)snprintf(buffer, sizeof buffer, "%.*e", count - 1, fabs(number));
    const char *end = strchr(buffer, 'e');
    arms_decimal out = {.negative = number < 0};
    const char *point = take_digits(&out.digits, buffer, end);
    if (point < end)
        (void)take_digits(&out.digits, point + 1, end);
    out.exponent = (int)strtol(end + 1, NULL, 10) - (count - 1);
    return out;
}

int arms_number_decimals(double number)
{
    int exponent = arms_decimal_of(number).exponent;
    return exponent < 0 ? -exponent : 0;
}

const char *arms_number_print(char buffer[ARMS_NUMBER_SIZE], double number)
{
    double magnitude = fabs(number);
    if (magnitude > 0 && (magnitude < 1e-5 || magnitude >= 1e15)) {
        int digits = shortest(buffer, ARMS_NUMBER_SIZE, number);
        (void)snprintf(buffer, ARMS_NUMBER_SIZE, "%.*e", digits - 1, number);
        return buffer;
    }
    return arms_number_fixed(buffer, number, arms_number_decimals(number));
}

double arms_number_back(const char *text)
{
    return strtod(text, NULL);
}

const char *arms_number_fixed(char buffer[ARMS_NUMBER_SIZE], double number, int decimals)
{
    int n = snprintf(buffer, ARMS_NUMBER_SIZE, "%.*f", decimals, number);
    if (n < 0 || n >= ARMS_NUMBER_SIZE)
        (void)snprintf(buffer, ARMS_NUMBER_SIZE, "%.17g", number);
    bool zero = strspn(buffer, "-0.") == strlen(buffer);
    if (zero && buffer[0] == '-')
        memmove(buffer, buffer + 1, strlen(buffer));
    return buffer;
}

static bool four_digits(int *out, arms_text text)
{
    int year = 0;
    for (size_t i = 0; i < text.len && i < 5; i++) {
        if (text.ptr[i] < '0' || text.ptr[i] > '9')
            return false;
        year = year * 10 + (text.ptr[i] - '0');
    }
    *out = year;
    return text.len == 4 && year >= 1800 && year <= 2199;
}

bool arms_year_parse(int *out, arms_text text, arms_error *err)
{
    int year;
    if (!four_digits(&year, text))
        return arms_fail(err, ARMS_USAGE,
                         "\"%.*s\" is no year; write four digits from 1800 to 2199",
                         arms_text_shown(text, 60), text.ptr);
    *out = year;
    return true;
}

/* Where the dash of "2019-2023" stands, and how long it is. */
static size_t find_dash(arms_text text, size_t *length)
{
    for (size_t i = 0; i < text.len; i++) {
        bool wide = text.len - i >= 3 && memcmp(text.ptr + i, "\xE2\x80\x93", 3) == 0;
        *length = wide ? 3 : 1;
        if (wide || text.ptr[i] == '-')
            return i;
    }
    return text.len;
}

/* "23" after 2019 means 2023; "11" after 2003 may be November, and is refused. */
static bool short_year(int *out, int first, arms_text text)
{
    bool two = text.len == 2 && text.ptr[0] >= '0' && text.ptr[0] <= '9' &&
               text.ptr[1] >= '0' && text.ptr[1] <= '9';
    int number = two ? (text.ptr[0] - '0') * 10 + (text.ptr[1] - '0') : 0;
    *out = first / 100 * 100 + number;
    return number > 12;
}

bool arms_years_parse(arms_years *out, arms_text text, arms_error *err)
{
    size_t dash = 1, at = find_dash(text, &dash);
    if (!arms_year_parse(&out->first, (arms_text){text.ptr, at}, err))
        return false;
    out->last = out->first;
    if (at == text.len)
        return true;
    arms_text end = {text.ptr + at + dash, text.len - at - dash};
    if (!short_year(&out->last, out->first, end) &&
        !arms_year_parse(&out->last, end, err))
        return false;
    if (out->last < out->first)
        return arms_fail(err, ARMS_USAGE,
                         "\"%.*s\" ends before it begins; write the earlier year first",
                         arms_text_shown(text, 60), text.ptr);
    return true;
}
