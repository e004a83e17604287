/* Numbers: limits contain what was printed, printing loses nothing, and the grammar is
 * the one that is written down. */
#include <armstrade/number.h>

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tests/property/random.h"
#include "tests/unit/check.h"

enum { ROUNDS = 20000 };

/* A number of 1 to 17 digits with a point somewhere, as text. */
static void random_decimal(char *text, size_t size)
{
    char digits[18];
    size_t count = 1 + random_below(17), point = random_below(count + 1);
    for (size_t i = 0; i < count; i++)
        digits[i] = (char)('0' + random_below(10));
    digits[count] = '\0';
    (void)snprintf(text, size, "%s%.*s%s%s", random_below(4) ? "" : "-",
                   (int)(point ? point : 1), point ? digits : "0",
                   point < count ? "." : "", digits + point);
}

/* low ≤ |value| ≤ high, half a unit away each, whatever the size. */
static void test_limits(void)
{
    for (int i = 0; i < ROUNDS; i++) {
        char text[40];
        arms_decimal number;
        double low, high;
        random_decimal(text, sizeof text);
        if (!CHECK_ROW(arms_decimal_parse(&number, arms_text_of(text), NULL), text))
            return;
        double value = fabs(arms_decimal_value(number)), unit = arms_decimal_unit(number);
        arms_decimal_limits(number, &low, &high);
        bool zero = number.digits == 0;
        bool good = low <= value && value <= high && low >= 0 &&
                    fabs(high - value - unit / 2) <= 1e-15 * high &&
                    (zero || fabs(value - low - unit / 2) <= 1e-15 * high);
        if (!CHECK_ROW(good, text))
            return;
    }
}

/* strtod of the C library reads the same double. */
static void test_values(void)
{
    for (int i = 0; i < ROUNDS; i++) {
        char text[40];
        arms_decimal number;
        random_decimal(text, sizeof text);
        if (!CHECK_ROW(arms_decimal_parse(&number, arms_text_of(text), NULL), text) ||
            !CHECK_ROW(check_same(arms_decimal_value(number), strtod(text, NULL)), text))
            return;
    }
}

static double random_double(void)
{
    union {
        uint64_t bits;
        double number;
    } any;
    do
        any.bits = random_bits();
    while (!isfinite(any.number));
    return any.number;
}

static void test_printing(void)
{
    for (int i = 0; i < ROUNDS; i++) {
        char buffer[ARMS_NUMBER_SIZE];
        double middle = ldexp(random_unit() - 0.5, (int)random_below(70) - 20);
        double number = i % 2 ? middle : random_double();
        const char *text = arms_number_print(buffer, number);
        arms_decimal back;
        if (!CHECK_ROW(strlen(text) < sizeof buffer, text) ||
            !CHECK_ROW(check_same(strtod(text, NULL), number), text))
            return;
        bool plain = fabs(number) >= 1e-5 && fabs(number) < 1e15;
        if (plain &&
            (!CHECK_ROW(!strchr(text, 'e'), text) ||
             !CHECK_ROW(arms_decimal_parse(&back, arms_text_of(text), NULL), text) ||
             !CHECK_ROW(check_same(arms_decimal_value(back), number), text)))
            return;
    }
}

/* No decimal with fewer digits reads back as the same double. */
static void test_printing_is_shortest(void)
{
    for (int i = 0; i < ROUNDS; i++) {
        char buffer[ARMS_NUMBER_SIZE], shorter[64];
        double cents = (double)random_below(100000000) / 100;
        int places = arms_number_decimals(cents);
        if (!CHECK_ROW(places <= 2, arms_number_print(buffer, cents)))
            return;
        (void)snprintf(shorter, sizeof shorter, "%.*f", places ? places - 1 : 0, cents);
        if (places > 0 && !CHECK_ROW(!check_same(strtod(shorter, NULL), cents), shorter))
            return;
    }
}

static size_t digits_at(const char *text)
{
    return strspn(text, "0123456789");
}

/* The whole part of the grammar: digits, or 1 to 3 digits (no 0 first) and groups of
 * ",ddd". Returns its end, or NULL. */
static const char *whole_part(const char *at)
{
    size_t n = digits_at(at);
    if (n == 0 || (at[n] == ',' && (n > 3 || *at == '0')))
        return NULL;
    for (at += n; *at == ','; at += 4)
        if (digits_at(at + 1) != 3)
            return NULL;
    return at;
}

/* The grammar, from the header's words. */
static bool is_number(const char *text)
{
    char digits[64] = "";
    size_t count = 0;
    const char *at = text + (*text == '+' || *text == '-'), *end = whole_part(at);
    if (!end)
        return false;
    if (*end == '.') {
        if (digits_at(end + 1) == 0)
            return false;
        end += 1 + digits_at(end + 1);
    }
    for (; at < end; at++)
        if (*at >= '0' && *at <= '9' && (count > 0 || *at > '0'))
            digits[count++] = *at;
    (void)digits;
    return *end == '\0' && count <= 17;
}

static void test_grammar(void)
{
    static const char alphabet[] = "0011234567890,,,..+-e ";
    char text[32];
    size_t accepted = 0;
    for (int i = 0; i < 10 * ROUNDS; i++) {
        size_t length = random_below(14);
        for (size_t j = 0; j < length; j++)
            text[j] = alphabet[random_below(sizeof alphabet - 1)];
        text[length] = '\0';
        arms_decimal number;
        bool read = arms_decimal_parse(&number, arms_text_of(text), NULL);
        accepted += read;
        if (!CHECK_ROW(read == is_number(text), text))
            return;
    }
    CHECK(accepted > ROUNDS / 10);
}

const check_test property_number_tests[] = {
    {"limits contain the number", test_limits},
    {"values", test_values},
    {"printing loses nothing", test_printing},
    {"printing is shortest", test_printing_is_shortest},
    {"the grammar", test_grammar},
    {NULL, NULL},
};
