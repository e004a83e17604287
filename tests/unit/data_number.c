/* Numbers as they are printed, years and periods. */
#include <armstrade/number.h>

#include <float.h>
#include <math.h>

#include "tests/unit/check.h"

typedef struct accepted {
    const char *text;
    long long digits;
    int exponent;
    bool negative;
} accepted;

static void test_accepted(void)
{
    static const accepted rows[] = {
        {"0", 0, 0, false},
        {"-0", 0, 0, true},
        {"7", 7, 0, false},
        {"+7", 7, 0, false},
        {"-7", 7, 0, true},
        {"\342\210\2227.5", 75, -1, true}, /* U+2212 */
        {"9.30", 930, -2, false},
        {"0.04", 4, -2, false},
        {"000123", 123, 0, false},
        {"1,234", 1234, 0, false},
        {"12,345,678.90", 1234567890, -2, false},
        {"999,999", 999999, 0, false},
        {"1234567.25", 123456725, -2, false},
        {"99999999999999999", 99999999999999999, 0, false}, /* 17 digits */
        {"0.12345678901234567", 12345678901234567, -17, false},
        {"00000000000000000000000000001", 1, 0, false},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        arms_decimal number = {0};
        arms_error err = {0};
        bool read = arms_decimal_parse(&number, arms_text_of(rows[i].text), &err);
        CHECK_ROW(read, rows[i].text);
        CHECK_ROW(number.digits == rows[i].digits, rows[i].text);
        CHECK_ROW(number.exponent == rows[i].exponent, rows[i].text);
        CHECK_ROW(number.negative == rows[i].negative, rows[i].text);
    }
}

static const char *const refused_numbers[] = {"",
                                              " ",
                                              "1 ",
                                              " 1",
                                              "+",
                                              "-",
                                              "--1",
                                              "+-1",
                                              ".",
                                              ".5",
                                              "5.",
                                              "1..2",
                                              "1.2.3",
                                              "1e3",
                                              "1E3",
                                              "1e",
                                              "inf",
                                              "Infinity",
                                              "nan",
                                              "NaN",
                                              "0x10",
                                              "0x1p3",
                                              "1_000",
                                              "1'000",
                                              "1 000",
                                              ",123",
                                              "1,23",
                                              "1,2345",
                                              "12,34,567",
                                              "1234,567",
                                              "1,234,56",
                                              "1,234,",
                                              "1,,234",
                                              "1,234.",
                                              "1.234,567",
                                              "0000,123",
                                              "1.5-",
                                              "5%",
                                              "$5",
                                              "(5)",
                                              "5*",
                                              "~5",
                                              "<1",
                                              "1/2",
                                              "2020/21",
                                              "5[1]",
                                              "1\t",
                                              "\302\2401",
                                              "1\xC2\xA0",
                                              "\xD9\xA1",
                                              "\xEF\xBC\x95",
                                              "100000000000000000",
                                              "1.23456789012345678",
                                              "\xE2\x88\x92",
                                              "1\xE2\x88\x92"};

static void test_refused(void)
{
    for (size_t i = 0; i < sizeof refused_numbers / sizeof *refused_numbers; i++) {
        arms_decimal number;
        arms_error err = {0};
        bool read = arms_decimal_parse(&number, arms_text_of(refused_numbers[i]), &err);
        CHECK_ROW(!read, refused_numbers[i]);
        CHECK_ROW(read || err.code == ARMS_USAGE, refused_numbers[i]);
    }
}

static void test_views_of_numbers(void)
{
    arms_decimal number;
    CHECK(!arms_decimal_parse(&number, (arms_text){"1\0002", 3}, NULL));
    CHECK(arms_decimal_parse(&number, (arms_text){"1x", 1}, NULL)); /* a view */
}

static arms_decimal read_decimal(const char *text)
{
    arms_decimal number = {0};
    CHECK_ROW(arms_decimal_parse(&number, arms_text_of(text), NULL), text);
    return number;
}

/* The limits are the doubles nearest to the decimals, exactly: constants in C are too. */
static void test_limits(void)
{
    static const struct {
        const char *text;
        double low, high, unit;
    } rows[] = {
        {"9.3", 9.25, 9.35, 0.1},
        {"11", 10.5, 11.5, 1},
        {"4.0", 3.95, 4.05, 0.1},
        {"237", 236.5, 237.5, 1},
        {"0", 0, 0.5, 1},
        {"0.0", 0, 0.05, 0.1},
        {"0.04", 0.035, 0.045, 0.01},
        {"2.675", 2.6745, 2.6755, 0.001},
        {"-9.3", 9.25, 9.35, 0.1},
        {"223.6", 223.55, 223.65, 0.1},
        {"1", 0.5, 1.5, 1},
        {"99999999999999999", 99999999999999998.5, 99999999999999999.5, 1},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        double low = -1, high = -1;
        arms_decimal_limits(read_decimal(rows[i].text), &low, &high);
        CHECK_ROW(check_same(low, rows[i].low), rows[i].text);
        CHECK_ROW(check_same(high, rows[i].high), rows[i].text);
        CHECK_ROW(check_same(arms_decimal_unit(read_decimal(rows[i].text)), rows[i].unit),
                  rows[i].text);
    }
}

static void test_values(void)
{
    CHECK(check_same(arms_decimal_value(read_decimal("0.1")), 0.1));
    CHECK(check_same(arms_decimal_value(read_decimal("-2392.65")), -2392.65));
    CHECK(check_same(arms_decimal_value(read_decimal("8,205.40")), 8205.4));
    CHECK(check_same(arms_decimal_value((arms_decimal){21, 6, false}), 21e6));
    CHECK(check_same(arms_decimal_value(read_decimal("0")), 0));
}

/* Digits as repr() of Python 3 prints them, which is the shortest form by definition. */
static void test_shortest_decimals(void)
{
    static const struct {
        const char *name;
        double number;
        int64_t digits;
        int exponent;
        bool negative;
    } rows[] = {
        {"nothing", 0, 0, 0, false},
        {"1.005", 1.005, 1005, -3, false},
        {"-9.95", -9.95, 995, -2, true},
        {"1200", 1200, 12, 2, false},
        {"1e-300", 1e-300, 1, -300, false},
        {"a third", 1.0 / 3, 3333333333333333, -16, false},
        {"seventeen digits", 0.1 + 0.2, 30000000000000004, -17, false},
        {"the largest", DBL_MAX, 17976931348623157, 292, false},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        arms_decimal got = arms_decimal_of(rows[i].number);
        CHECK_ROW(got.digits == rows[i].digits, rows[i].name);
        CHECK_ROW(got.exponent == rows[i].exponent, rows[i].name);
        CHECK_ROW(got.negative == rows[i].negative, rows[i].name);
    }
}

static void test_printing(void)
{
    static const struct {
        double number;
        const char *text;
        int decimals;
    } rows[] = {
        {0, "0", 0},
        {-0.0, "0", 0},
        {1, "1", 0},
        {-1.5, "-1.5", 1},
        {0.1, "0.1", 1},
        {2392.65, "2392.65", 2},
        {223.6, "223.6", 1},
        {29683, "29683", 0},
        {1e6, "1000000", 0},
        {123456789012345.0, "123456789012345", 0},
        {9.345286606900299, "9.345286606900299", 15},
        {0.00001, "0.00001", 5},
    };
    char buffer[ARMS_NUMBER_SIZE];
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        CHECK_STRING(arms_number_print(buffer, rows[i].number), rows[i].text);
        CHECK_COUNT(arms_number_decimals(rows[i].number), rows[i].decimals);
    }
    CHECK_STRING(arms_number_print(buffer, 1e15), "1e+15");
    CHECK_STRING(arms_number_print(buffer, 1.5e-6), "1.5e-06");
}

static void test_printing_fixed(void)
{
    char buffer[ARMS_NUMBER_SIZE];
    CHECK_STRING(arms_number_fixed(buffer, 9.345, 1), "9.3");
    CHECK_STRING(arms_number_fixed(buffer, -0.04, 1), "0.0"); /* no negative nothing */
    CHECK_STRING(arms_number_fixed(buffer, -0.06, 1), "-0.1");
    CHECK_STRING(arms_number_fixed(buffer, 12, 0), "12");
    CHECK_STRING(arms_number_fixed(buffer, 1e300, 2), "1.0000000000000001e+300");
    CHECK_STRING(arms_number_fixed(buffer, -DBL_MAX, 2), "-1.7976931348623157e+308");
}

static void test_years(void)
{
    static const char *const refused[] = {"",      "20",    "202",   "20234", "1799",
                                          "2200",  "-2023", "2023 ", " 2023", "2020.5",
                                          "2020a", "MMXX",  "2023H1"};
    int year = 0;
    CHECK(arms_year_parse(&year, arms_text_of("1800"), NULL) && year == 1800);
    CHECK(arms_year_parse(&year, arms_text_of("2199"), NULL) && year == 2199);
    for (size_t i = 0; i < sizeof refused / sizeof *refused; i++) {
        arms_error err = {0};
        CHECK_ROW(!arms_year_parse(&year, arms_text_of(refused[i]), &err), refused[i]);
        CHECK_ROW(err.code == ARMS_USAGE, refused[i]);
    }
}

static void test_periods(void)
{
    static const struct {
        const char *text;
        int first, last;
    } rows[] = {{"2023", 2023, 2023},
                {"2019-2023", 2019, 2023},
                {"2019\342\200\2232023", 2019, 2023},
                {"2019-23", 2019, 2023},
                {"2019\342\200\22323", 2019, 2023},
                {"2023-2023", 2023, 2023},
                {"1998-2002", 1998, 2002}};
    arms_years years;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        years = (arms_years){0, 0};
        CHECK_ROW(arms_years_parse(&years, arms_text_of(rows[i].text), NULL),
                  rows[i].text);
        CHECK_ROW(years.first == rows[i].first && years.last == rows[i].last,
                  rows[i].text);
    }
}

static void test_periods_refused(void)
{
    static const char *const refused[] = {"",
                                          "2023-",
                                          "-2023",
                                          "2023-2019",
                                          "1998-02",
                                          "2019--2023",
                                          "2019-3",
                                          "2019-2023-",
                                          "2019 - 2023",
                                          "2019-023",
                                          "2019\342\200\2242023"};
    arms_years years;
    for (size_t i = 0; i < sizeof refused / sizeof *refused; i++) {
        arms_error err = {0};
        CHECK_ROW(!arms_years_parse(&years, arms_text_of(refused[i]), &err), refused[i]);
        CHECK_ROW(err.code == ARMS_USAGE, refused[i]);
    }
}

const check_test data_number_tests[] = {
    {"numbers that are read", test_accepted},
    {"numbers that are refused", test_refused},
    {"views of numbers", test_views_of_numbers},
    {"limits of printed numbers", test_limits},
    {"values", test_values},
    {"digits of the shortest decimal", test_shortest_decimals},
    {"the shortest decimal", test_printing},
    {"fixed places", test_printing_fixed},
    {"years", test_years},
    {"periods", test_periods},
    {"periods that are refused", test_periods_refused},
    {NULL, NULL},
};
