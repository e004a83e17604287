/* Two registers compared deal by deal. All figures are invented. */
#include <math.h>

#include "tests/unit/versus.h"

#define WORLD "from All countries  to All countries . Deals with deliveries made for "
#define YEARS WORLD "the year range '2020' to '2021'"

/* A register of deliveries from rows of "Supplier,Recipient,Designation,Ordered,Year,
 * Value", ended by NULL. */
static void write_register(arms_buffer *out, const char *selection,
                           const char *const rows[][6])
{
    fixture_register(out, selection, "\n");
    fixture_register_header(out, "\n");
    for (size_t i = 0; rows[i][0]; i++)
        arms_buffer_print(
            out, "%zu,%s,%s,%s,gun,Artillery,%s,No,1,No,%s,No,New,1,1,%s,No\n", i + 1,
            rows[i][0], rows[i][1], rows[i][2], rows[i][3], rows[i][4], rows[i][5]);
}

static bool open_registers(versus *v, const char *const first[][6],
                           const char *const second[][6],
                           const arms_compare_question *question)
{
    arms_buffer a = {0}, b = {0};
    write_register(&a, YEARS, first);
    write_register(&b, YEARS, second);
    bool open = versus_open(v, a.data, b.data, question) && CHECK(v->c);
    arms_buffer_free(&a);
    arms_buffer_free(&b);
    return open;
}

#define END                                \
    {                                      \
        NULL, NULL, NULL, NULL, NULL, NULL \
    }

static const char *const before[][6] = {
    {"China", "Pakistan", "Type-1", "2018", "2020", "10"},
    {"China", "Pakistan", "Type-1", "2018", "2021", "10"},
    {"China", "Pakistan", "TYPE 1", "2018", "2021", "5"}, /* of the same key */
    {"China", "Pakistan", "Type-1", "2019", "2021", "7"},
    {"China", "Pakistan", "Gone", "2018", "2020", "3"},
    {"Turkiye", "Pakistan", "Bayraktar TB2", "2019", "2021", "4"},
    {"Italy", "India", "Other", "2019", "2021", "100"},
    END,
};

static const char *const after[][6] = {
    {"China", "Pakistan", "Type 1", "2018", "2020", "26"},
    {"China", "Pakistan", "Type 1", "2019", "2021", "7"},
    {"China", "Pakistan", "Brand-new", "2020", "2021", "2.5"},
    {"Turkiye", "Pakistan", "Bayraktar TB-2", "2019", "2021", "4"},
    {"Italy", "India", "Other", "2019", "2021", "90"},
    END,
};

/* Type 1 of 2018: 26 against 10 + 10 + 5; Gone: −3; Brand-new: +2.5. Together +0.5, as
 * the total: 39.5 against 39. */
static void test_deals(void)
{
    versus v;
    if (!open_registers(&v, before, after,
                        &(arms_compare_question){.importer = "Pakistan"}))
        return;
    const arms_compared_deals *deals = &v.c->deals;
    CHECK(deals->compared);
    CHECK_COUNT(deals->count, 5);
    CHECK_NEAR(deals->difference.value, 0.5, 1e-12);
    CHECK_NEAR(v.c->total.difference.value, 0.5, 1e-12);
    CHECK_NEAR(deals->unexplained, 0, 0);
    CHECK_COUNT(deals->changes[ARMS_CHANGE_EQUAL], 2);
    CHECK_STRING(deals->items[0].designation[0], "Gone"); /* the largest: 3 */
    CHECK_COUNT(deals->items[0].row.change, ARMS_CHANGE_VANISHED);
    CHECK_COUNT(versus_deal(&v, "Brand-new")->row.change, ARMS_CHANGE_APPEARED);
    const arms_compared_deal *one = versus_deal(&v, "TYPE 1");
    CHECK_COUNT(one->row.change, ARMS_CHANGE_REVISED);
    CHECK_STRING(one->ordered, "2018");
    CHECK_COUNT(one->row.sides[0].rows, 3);
    CHECK_NEAR(one->row.difference.value, 1, 1e-12);
    CHECK(!versus_deal(&v, "Bayraktar TB2")->probable); /* letters and digits agree */
    versus_close(&v);
}

static void test_when_compared(void)
{
    versus v;
    if (!open_registers(&v, before, after, &(arms_compare_question){0}))
        return;
    CHECK(!v.c->deals.compared); /* the whole world's are asked for by themselves */
    CHECK(v.c->deals.lists[0] && v.c->deals.lists[1]);
    versus_close(&v);
    if (!open_registers(&v, before, after, &(arms_compare_question){.deals = true}))
        return;
    CHECK_COUNT(v.c->deals.count, 6);
    CHECK_NEAR(v.c->deals.difference.value, -9.5, 1e-12);
    CHECK_NEAR(v.c->deals.unexplained, 0, 0);
    versus_close(&v);
}

typedef struct near_row {
    const char *first, *second;
    const char *amounts[2];
    bool joined;
} near_row;

static const near_row near_rows[] = {
    {"AH-64D Longbow", "AH-64D Apache Longbow", {"170.5", "180"}, true}, /* all words */
    {"Exocet-38", "MM-38 Exocet", {"15", "16"}, true},
    {"Dolphin", "Dolphin Batch-1", {"250", "285"}, true}, /* begins with it */
    {"Tor-M", "Tor-M1", {"250", "260"}, true},
    {"Kornet-E", "Cornet-E", {"3", "4"}, true}, /* one letter of seven */
    {"F-16C", "F-18C", {"10", "11"}, false},    /* another type */
    {"F-16C", "F-16D", {"10", "11"}, true},     /* one letter of four */
    {"Mi-17", "Mi-24", {"10", "11"}, false},
    {"VT-4", "VT4", {"10", "11"}, false}, /* one key: no guess */
    {"SH-15 155mm", "PLC-181 155mm", {"121", "148.5"}, false},
    {"UH-1H", "Bell-205A-1", {"9.43", "9.43"}, true}, /* exactly one amount */
    {"UH-1H", "Bell-205A-1", {"9.43", "9.44"}, false},
    {"ab", "abc", {"1", "2"}, false}, /* too short to tell */
};

static void test_near(void)
{
    for (size_t i = 0; i < sizeof near_rows / sizeof *near_rows; i++) {
        const near_row *row = &near_rows[i];
        const char *const a[][6] = {
            {"China", "India", row->first, "2019", "2020", row->amounts[0]}, END};
        const char *const b[][6] = {
            {"China", "India", row->second, "2019", "2020", row->amounts[1]}, END};
        versus v;
        if (!open_registers(&v, a, b, &(arms_compare_question){.deals = true}))
            return;
        CHECK_ROW(v.c->deals.items[0].probable == row->joined, row->first);
        CHECK_NEAR(v.c->deals.unexplained, 0, 1e-12);
        versus_close(&v);
    }
}

/* Of two that are near, the one of the same amount; another year of order is none. */
static void test_nearest(void)
{
    static const char *const a[][6] = {
        {"China", "India", "Piranha", "1990", "2020", "20.25"},
        {"China", "India", "Piranha", "1995", "2020", "1"},
        END,
    };
    static const char *const b[][6] = {
        {"China", "India", "Piranha-3", "1990", "2020", "20.25"},
        {"China", "India", "Piranha-2", "1990", "2020", "30"},
        {"China", "India", "Piranha-2", "2000", "2020", "1"},
        END,
    };
    versus v;
    if (!open_registers(&v, a, b, &(arms_compare_question){.deals = true}))
        return;
    const arms_compared_deal *third = versus_deal(&v, "Piranha-3");
    CHECK(third->probable);
    CHECK_STRING(third->designation[0], "Piranha");
    CHECK_STRING(third->ordered, "1990");
    CHECK_COUNT(third->row.change, ARMS_CHANGE_EQUAL);
    CHECK_COUNT(v.c->deals.changes[ARMS_CHANGE_APPEARED], 2);
    CHECK_COUNT(v.c->deals.changes[ARMS_CHANGE_VANISHED], 1);
    versus_close(&v);
}

/* In 2021 the second register lacks Type 1 of 2018, which it has in 2020; Brand-new it
 * has anew. */
static void test_moved(void)
{
    versus v;
    if (!open_registers(
            &v, before, after,
            &(arms_compare_question){.importer = "Pakistan", .years = {2021, 2021}}))
        return;
    CHECK_COUNT(v.c->deals.count, 4);
    CHECK_COUNT(v.c->deals.changes[ARMS_CHANGE_VANISHED], 1);
    for (size_t i = 0; i < v.c->deals.count; i++) {
        const arms_compared_deal *deal = &v.c->deals.items[i];
        int year = deal->row.change == ARMS_CHANGE_VANISHED ? 2020 : 0;
        CHECK_COUNT(deal->elsewhere.first, year);
        CHECK_COUNT(deal->elsewhere.last, year);
    }
    versus_close(&v);
}

/* One supplier alone is in the second register: others' deals are not gone. */
static void test_one_supplier(void)
{
    static const char *const a[][6] = {
        {"China", "India", "X-1", "2018", "2020", "5"},
        {"Italy", "India", "X-2", "2018", "2020", "6"},
        END,
    };
    static const char *const b[][6] = {{"China", "India", "X-1", "2018", "2020", "5"},
                                       END};
    arms_buffer first = {0}, second = {0};
    versus v;
    write_register(&first, YEARS, a);
    write_register(&second,
                   "from China  to All countries . Deals with deliveries made for the "
                   "year range '2020' to '2021'",
                   b);
    if (versus_open(&v, first.data, second.data,
                    &(arms_compare_question){.importer = "India"}) &&
        CHECK(v.c)) {
        CHECK_COUNT(v.c->deals.count, 1);
        CHECK_STRING(v.c->exporter, "China");
        CHECK_COUNT(v.c->count, 1);
        CHECK_COUNT(v.c->deals.left_out, 0);
        CHECK_COUNT(v.c->deals.items[0].row.change, ARMS_CHANGE_EQUAL);
        CHECK_NEAR(v.c->total.sides[0].amount.value, 5, 0);
        CHECK(!v.c->total.of_rows);
    }
    versus_close(&v);
    arms_buffer_free(&first);
    arms_buffer_free(&second);
}

/* Who Freedonia is in the second register is not known: its deal is left out. */
static void test_left_out(void)
{
    static const char *const a[][6] = {
        {"China", "India", "X-1", "2018", "2020", "5"},
        {"Freedonia", "India", "X-2", "2018", "2020", "6"},
        END,
    };
    static const char *const b[][6] = {{"China", "India", "X-1", "2018", "2020", "5"},
                                       END};
    arms_buffer first = {0}, second = {0};
    versus v;
    write_register(&first, YEARS, a);
    write_register(&second, YEARS, b);
    if (versus_open(&v, first.data, second.data,
                    &(arms_compare_question){.importer = "India"}) &&
        CHECK(v.c)) {
        CHECK_COUNT(v.c->deals.count, 1);
        CHECK_COUNT(v.c->deals.left_out, 1);
        CHECK_COUNT(versus_row(&v, "Freedonia", "India")->change,
                    ARMS_CHANGE_NOT_COMPARABLE);
    }
    versus_close(&v);
    arms_buffer_free(&first);
    arms_buffer_free(&second);
}

#define DEALS                                                                            \
    "Transfers of major conventional arms from All countries  to All countries . Deals " \
    "with deliveries made for the year range 'Not specified' to 'Not specified' \n\n"    \
    "Source: SIPRI Arms Transfers Database (c) SIPRI.\n"                                 \
    "Data generated: 13 Mar 2025 10:02:49 AM\n"                                          \
    "Recipient,Supplier,Year of order, ,Number ordered, ,Weapon designation,Weapon "     \
    "description,Number delivered, ,Year(s) of delivery,status,Comments,SIPRI TIV per "  \
    "unit,SIPRI TIV for total order,SIPRI TIV of delivered weapons\n"

/* A total of 12 for 4 units over 2020, 2021 and 2022. In 2020 and 2021 together there are
 * 2 to 3 units, 6 to 9, and 12 × 2 / 3 = 8 by equal parts; in all three years 12. */
static void test_spread(void)
{
    static const char spread[] =
        DEALS "India,China,2018,,4,,X-1,gun,4,,2020; 2021; 2022,New,,3,12,12\n";
    static const char *const rows[][6] = {{"China", "India", "X-1", "2018", "2020", "3"},
                                          {"China", "India", "X-1", "2018", "2021", "3"},
                                          END};
    static const struct {
        arms_years years;
        double low, value, high;
    } asked[] = {
        {{2020, 2020}, 3, 4, 6}, {{2020, 2021}, 6, 8, 9}, {{2020, 2022}, 12, 12, 12}};
    arms_buffer text = {0};
    write_register(&text, WORLD "the year range '2020' to '2022'", rows);
    for (size_t i = 0; i < 3; i++) {
        versus v;
        const arms_compare_question question = {.importer = "India",
                                                .years = asked[i].years};
        if (!versus_open(&v, spread, text.data, &question) || !CHECK(v.c))
            break;
        arms_interval amount = versus_deal(&v, "X-1")->row.sides[0].amount;
        CHECK_NEAR(amount.low, asked[i].low, 1e-6);
        CHECK_NEAR(amount.value, asked[i].value, 1e-6);
        CHECK_NEAR(amount.high, asked[i].high, 1e-6);
        CHECK_COUNT(v.c->deals.items[0].row.change,
                    i < 2 ? ARMS_CHANGE_UNDECIDED : ARMS_CHANGE_REVISED);
        CHECK_NEAR(v.c->deals.unexplained, 0, 1e-9);
        versus_close(&v);
    }
    arms_buffer_free(&text);
}

const check_test analysis_compare_deals_tests[] = {
    {"deals", test_deals},
    {"when deals are compared", test_when_compared},
    {"near designations", test_near},
    {"the nearest", test_nearest},
    {"moved deals", test_moved},
    {"one supplier's deals", test_one_supplier},
    {"deals left out", test_left_out},
    {"spread over years", test_spread},
    {NULL, NULL},
};
