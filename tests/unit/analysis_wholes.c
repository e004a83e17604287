/* Wholes that the source prints itself, and the rows behind a figure. All figures are
 * invented. */
#include <string.h>

#include "tests/unit/ask.h"

#define HEAD "year,exporter,importer,category,measure,value,low,high,flags\n"

/* Importers one by one and their printed total, the exporters summed up, in whole
 * millions. The parts lie in [98.5, 101.5), the total in [100.5, 101.5). */
static const char table[] = "# covers: exporters=World; importers=*; years=2020\n" HEAD
                            "2020,World,Pakistan,,million TIV,60,59.5,60.5,\n"
                            "2020,World,India,,million TIV,30,29.5,30.5,\n"
                            "2020,World,Iran,,million TIV,10,9.5,10.5,\n"
                            "2020,World,World,,million TIV,101,100.5,101.5,\n";

static void see_printed_total(ask *a)
{
    arms_figure whole = ask_level(a, NULL);
    CHECK_FIGURE(whole, 100.5, 101, 101.5);
    CHECK(whole.amount.open);
    CHECK_COUNT(whole.rows, 1);
    CHECK_STRING(whole.note, NULL);
    CHECK_FIGURE(ask_level(a, "Pakistan"), 59.5, 60, 60.5);
    /* Over the total: [59.5/101.5, 60.5/100.5]; over itself and the others, which lie
     * in [39, 41): [59.5/100.5, 60.5/99.5]. One limit of each is the tighter. */
    CHECK_FIGURE(ask_share(a, "Pakistan"), 59.5 / 100.5, 60.0 / 101, 60.5 / 100.5);
}

static void test_printed_total(void)
{
    ask_see(table, (ask_question){.first = 2020, .last = 2020}, see_printed_total);
}

/* Parts that miss the printed total by more than rounding: the total holds, and the
 * figure says so. */
static void see_conflict(ask *a)
{
    arms_figure whole = ask_level(a, NULL);
    CHECK_FIGURE(whole, 100.5, 101, 101.5);
    CHECK_HAS(whole.note, "not the sum of its parts");
    CHECK_HAS(ask_share(a, "Pakistan").note, "not the sum of its parts");
    CHECK_FIGURE(ask_share(a, "Pakistan"), 59.5 / 101.5, 60.0 / 101, 60.5 / 100.5);
}

static void test_conflict(void)
{
    ask_see("# covers: exporters=World; importers=*; years=2020\n" HEAD
            "2020,World,Pakistan,,million TIV,60,59.5,60.5,\n"
            "2020,World,World,,million TIV,101,100.5,101.5,\n",
            (ask_question){.first = 2020, .last = 2020}, see_conflict);
}

/* The tighter of the parts' sum and the printed total holds. */
static void see_parts_tighten_the_total(ask *a)
{
    arms_figure whole = ask_level(a, NULL);
    CHECK_NEAR(whole.amount.low, 100.3, 1e-9);
    CHECK_NEAR(whole.amount.high, 100.3, 1e-9);
    CHECK(whole.amount.low <= whole.amount.value + 1e-9);
    CHECK(whole.amount.value <= whole.amount.high + 1e-9);
}

static void test_parts_tighten_the_total(void)
{
    ask_see("# covers: exporters=*; importers=*; years=2020\n" HEAD
            "2020,China,Pakistan,,million TIV,60.2,,,\n"
            "2020,Iran,Pakistan,,million TIV,40.1,,,\n"
            "2020,World,Pakistan,,million TIV,100,99.5,100.5,\n",
            (ask_question){.subject = "Pakistan", .first = 2020, .last = 2020},
            see_parts_tighten_the_total);
}

/* A printed total with a policy: what it adds up cannot be told apart. */
static void test_printed_total_and_policy(void)
{
    ask a;
    if (!ask_open(
            &a, table,
            (ask_question){.first = 2020, .last = 2020, .policy = ARMS_POLICY_STATES}))
        return;
    CHECK_FIGURE(ask_level(&a, NULL), 98.5, 100, 101.5);
    ask_close(&a);
}

/* A row of a group of parties is no part beside its members. */
static void see_aggregates_are_no_parts(ask *a)
{
    const arms_party *partners;
    CHECK_FIGURE(ask_level(a, NULL), 100, 100, 100);
    CHECK_FIGURE(ask_level(a, "Europe"), 40, 40, 40);
    CHECK_FIGURE(ask_share(a, "Europe"), 0.4, 0.4, 0.4);
    CHECK_COUNT(arms_tally_partners(a->tally, &partners), 2);
}

static void test_aggregates_are_no_parts(void)
{
    ask_see("# covers: exporters=*; importers=*; years=2020\n" HEAD
            "2020,China,Pakistan,,million TIV,60,,,\n"
            "2020,France,Pakistan,,million TIV,40,,,\n"
            "2020,Europe,Pakistan,,million TIV,40,,,\n",
            (ask_question){.subject = "Pakistan", .first = 2020, .last = 2020},
            see_aggregates_are_no_parts);
}

/* A table of exporters has the world's total, and its exporters, but no importers. */
static void see_why_there_is_no_importer(ask *a)
{
    arms_figure india = ask_level(a, "India");
    CHECK_COUNT(india.reason, ARMS_REASON_NOT_COVERED);
    CHECK_HAS(india.why, "importers");
    CHECK_FIGURE(ask_level(a, NULL), 66, 66, 66);
}

static void test_why_there_is_no_importer(void)
{
    ask_see("# covers: exporters=*; importers=World; years=2020\n" HEAD
            "2020,China,World,,million TIV,60,,,\n"
            "2020,India,World,,million TIV,6,,,\n",
            (ask_question){.first = 2020, .last = 2020}, see_why_there_is_no_importer);
}

static void check_lines(const ask *a, arms_party partner, const char *want)
{
    arms_flow_list rows;
    arms_buffer lines = {0};
    CHECK(arms_tally_rows(&rows, a->tally, partner, a->years, NULL));
    for (size_t i = 0; i < rows.count; i++)
        arms_buffer_print(&lines, "%u ",
                          (unsigned)arms_dataset_flow(a->f.data, rows.flows[i]).line);
    CHECK_STRING(lines.data ? lines.data : "", want);
    arms_buffer_free(&lines);
}

/* Behind a printed total stands its own row, behind a sum stand its parts. */
static void test_rows(void)
{
    ask a;
    if (!ask_open(&a, table, (ask_question){.first = 2020, .last = 2020}))
        return;
    check_lines(&a, arms_entity_by_code("IND"), "4 ");
    check_lines(&a, ARMS_ALL, "6 ");
    check_lines(&a, arms_entity_by_code("USA"), "");
    ask_close(&a);
    if (!ask_open(
            &a, table,
            (ask_question){.first = 2020, .last = 2020, .policy = ARMS_POLICY_STATES}))
        return;
    check_lines(&a, ARMS_ALL, "3 4 5 ");
    ask_close(&a);
}

/* Bounds that rest on a total spread over years say so. */
static void see_allocated(ask *a)
{
    CHECK(ask_level(a, "China").allocated);
    CHECK(!ask_level(a, "China").amount.open); /* 90 itself is possible */
    CHECK(!ask_level(a, "Iran").allocated);
    CHECK(ask_share(a, "Iran").allocated); /* through the whole */
    CHECK_FIGURE(ask_share(a, "Iran"), 40.0 / 130, 0.4, 40.0 / 70);
}

static void test_allocated(void)
{
    ask_see("# covers: exporters=*; importers=*; years=2020\n" HEAD
            "2020,China,Pakistan,,million TIV,60,30,90,allocated\n"
            "2020,Iran,Pakistan,,million TIV,40,,,\n",
            (ask_question){.subject = "Pakistan", .first = 2020, .last = 2020},
            see_allocated);
}

/* Totals of single exporters are the world's only where the file has all of them. */
static void test_totals_of_one_exporter(void)
{
    static const char rows[] = HEAD "2020,China,Pakistan,,million TIV,60,,,\n"
                                    "2020,China,World,,million TIV,101,,,\n";
    static const struct {
        const char *covers;
        bool known;
    } cases[] = {
        {"# covers: exporters=China; importers=*; years=2020\n", false},
        {"# covers: exporters=China|Italy; importers=*; years=2020\n", false},
        {"# covers: exporters=*; importers=World; years=2020\n", true},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        ask a;
        arms_buffer text = {0};
        arms_buffer_print(&text, "%s%s", cases[i].covers, rows);
        if (ask_open(&a, text.data, (ask_question){.first = 2020, .last = 2020})) {
            arms_figure whole = ask_level(&a, NULL);
            CHECK_COUNT(whole.reason,
                        cases[i].known ? ARMS_REASON_NONE : ARMS_REASON_NOT_COVERED);
            if (cases[i].known)
                CHECK_FIGURE(whole, 101, 101, 101);
        }
        ask_close(&a);
        arms_buffer_free(&text);
    }
}

const check_test analysis_wholes_tests[] = {
    {"a printed total", test_printed_total},
    {"a total that is not the sum", test_conflict},
    {"parts tighten the total", test_parts_tighten_the_total},
    {"a printed total and a policy", test_printed_total_and_policy},
    {"aggregates are no parts", test_aggregates_are_no_parts},
    {"why there is no importer", test_why_there_is_no_importer},
    {"rows behind a figure", test_rows},
    {"totals spread over years", test_allocated},
    {"totals of one exporter", test_totals_of_one_exporter},
    {NULL, NULL},
};
