/* Releases told by the world's totals. The totals are SIPRI's: 2021 to 2023 as the TIV
 * table of March 2024 prints them (26,352, 33,544 and 29,104 million TIV), and 2022 and
 * 2023 as the register of March 2025 adds up (33,871 and 29,683). */
#include "tests/unit/fixture.h"

#include <string.h>

static fixture load_table(const char *generated, const char *rows)
{
    arms_buffer text = {0};
    fixture_table(&text, generated);
    arms_buffer_string(&text, rows);
    fixture f = fixture_load(text.data);
    CHECK_STRING(f.err.text, "");
    arms_buffer_free(&text);
    return f;
}

static void check_release(const char *generated, const char *rows, const char *release,
                          const char *note)
{
    fixture f = load_table(generated, rows);
    if (f.data) {
        CHECK_STRING(arms_dataset_about(f.data)->release, release);
        CHECK(note ? fixture_noted(f.data, note) : !fixture_noted(f.data, "release of"));
    }
    fixture_free(&f);
}

static const char march_2024[] = "Imports by Regions,2021,2022,2023\n"
                                 "Africa,352,544,104\nEurope,26000,33000,29000\n"
                                 "World total,26352,33544,29104\n";

static void test_as_released(void)
{
    check_release("13 Oct 2024 12:33:29 PM", march_2024, "2024-03", NULL);
}

/* The date of the export says one release, the figures another. */
static void test_other_release(void)
{
    check_release("13 Oct 2025 12:33:29 PM", march_2024, "2024-03", "are those of");
    check_release("once upon a time", march_2024, "2024-03", "unknown");
}

static void test_changed_file(void)
{
    check_release(
        "13 Oct 2024 12:33:29 PM",
        "Imports by Regions,2021,2022,2023\n"
        "Africa,352,544,104\nEurope,26000,33000,28000\n"
        "World total,26352,33544,28104\n",
        "2024-03",
        "in 1 of 3 years the world's total is not that of the release of 2024-03 "
        "(in 2023 28104, released as 29104)");
}

/* A file that was cut says so; a correction by a deal or two does not spoil it. */
static void test_altered(void)
{
    static const char cut[] = "Imports by Regions,2022,2023\nEurope,33544,28104\n"
                              "World total,33544,28104\n";
    static const char corrected[] = "Imports by Regions,2022,2023\nEurope,33544,29004\n"
                                    "World total,33544,29004\n";
    fixture f = load_table("13 Oct 2024 12:33:29 PM", cut);
    if (f.data)
        CHECK_HAS(arms_dataset_about(f.data)->altered,
                  "in 2023 28104, released as 29104");
    fixture_free(&f);
    f = load_table("13 Oct 2024 12:33:29 PM", corrected);
    if (f.data) {
        CHECK_STRING(arms_dataset_about(f.data)->altered, "");
        CHECK(fixture_noted(f.data, "in 2023 29004, released as 29104"));
    }
    fixture_free(&f);
}

/* A total of one year may agree by chance. */
static void test_one_year(void)
{
    check_release("once upon a time",
                  "Imports by Regions,2023\nEurope,29104\nWorld total,29104\n", "", NULL);
}

/* A register's sums have decimals, the printed totals have none. */
static void test_register(void)
{
    arms_buffer text = {0};
    fixture_register(&text,
                     "from All countries  to All countries . Deals with deliveries made "
                     "for the year range '2022' to '2023'",
                     "\n");
    fixture_register_header(&text, "\n");
    arms_buffer_string(
        &text, "1,Italy,Qatar,X,radar,Sensors,2020,No,1,No,2022,No,New,1,1,33870.6,"
               "No\n1,Italy,Qatar,X,radar,Sensors,2020,No,1,No,2023,No,New,1,1,"
               "29683.4,No\n");
    fixture f = fixture_load(text.data);
    if (CHECK_STRING(f.err.text, ""))
        CHECK_COUNT(arms_dataset_about(f.data)->note_count, 0);
    fixture_free(&f);
    arms_buffer_free(&text);
}

const check_test data_fingerprint_tests[] = {
    {"as it was released", test_as_released},
    {"another release than the date says", test_other_release},
    {"a changed file", test_changed_file},
    {"a cut and a corrected file", test_altered},
    {"one year tells nothing", test_one_year},
    {"sums of a register", test_register},
    {NULL, NULL},
};
