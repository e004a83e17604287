/* Rows that are sums of others. All figures are invented, and the sums made by hand. */
#include <string.h>

#include "tests/unit/fixture.h"

/* A table of importers, one a line: a name and its figures from 2010 on, between '|'; an
 * empty figure is no row, '-' is missing. */
static fixture load_importers(const char *table)
{
    arms_buffer text = {0};
    arms_text rest = arms_text_of(table), line, name, cell;
    arms_buffer_string(&text, "# covers: exporters=World; importers=*; years=2010-2019\n"
                              "year,exporter,importer,category,measure,value\n");
    while (arms_text_split(&line, &rest, '\n')) {
        arms_text_split(&name, &line, '|');
        for (int year = 2010; arms_text_split(&cell, &line, '|'); year++)
            if (cell.len > 0)
                arms_buffer_print(&text, "%d,World,%.*s,,USD,%.*s\n", year, (int)name.len,
                                  name.ptr, cell.ptr[0] == '-' ? 0 : (int)cell.len,
                                  cell.ptr);
    }
    fixture f = fixture_load(text.data);
    CHECK_STRING(f.err.text, "");
    arms_buffer_free(&text);
    return f;
}

/* The names that are aggregates now, joined by ';'. */
static void list_sums(char *out, size_t size, const fixture *f, const char *table)
{
    arms_text rest = arms_text_of(table), line, name;
    out[0] = '\0';
    while (arms_text_split(&line, &rest, '\n')) {
        char copy[64] = "";
        arms_text_split(&name, &line, '|');
        (void)strncat(copy, name.ptr, name.len);
        if (arms_dataset_party_kind(f->data, fixture_party(f->data, copy)) !=
            ARMS_ENTITY_AGGREGATE)
            continue;
        (void)strncat(out, out[0] ? ";" : "", size - strlen(out) - 1);
        (void)strncat(out, copy, size - strlen(out) - 1);
    }
}

static const struct {
    const char *what, *table, *sums;
} cases[] = {
    {"a grand total at the end",
     "France|120|75|310\nItaly|48|91|22\nSpain|7|64|130\nAlle|175|230|462\n", "Alle"},
    {"one at the start",
     "Alle|175|230|462\nFrance|120|75|310\nItaly|48|91|22\n"
     "Spain|7|64|130\n",
     "Alle"},
    {"one in the middle",
     "France|120|75|310\nAlle|175|230|462\nItaly|48|91|22\n"
     "Spain|7|64|130\n",
     "Alle"},
    {"one that is off in a year",
     "France|120|75|310\nItaly|48|91|22\nSpain|7|64|130\nAlle|175|240|462\n", ""},
    {"one that is rounded: 2 off, with 4 numbers",
     "France|1204|755|3101\nItaly|480|912|225\nSpain|77|640|1300\nAlle|1761|2309|4624\n",
     "Alle"},
    {"one that is further off than rounding",
     "France|1204|755|3101\nItaly|480|912|225\nSpain|77|640|1300\nAlle|1764|2309|4624\n",
     ""},
    {"one year, five others, all different",
     "France|120\nItaly|481\nSpain|77\nChina|902\nIran|233\nAlle|1813\n", "Alle"},
    {"one year, four others", "France|120\nItaly|481\nSpain|77\nChina|902\nAlle|1580\n",
     ""},
    {"one year, five others, but four different",
     "France|120\nItaly|481\nSpain|77\nChina|902\nIran|77\nAlle|1657\n", ""},
    {"one year, and a state that happens to be the sum",
     "France|120\nItaly|481\nSpain|77\nChina|902\nIran|233\nJapan|1813\n", ""},
    {"a year without a figure does not count against it",
     "France|120|75|-|310\nItaly|48|91|5|22\nSpain|7|64|3|130\nAlle|175|230|999|462\n",
     "Alle"},
    {"a subtotal below its parts",
     "France|120|75|310\nItaly|48|91|22\nWesten|168|166|332\nSpain|7|64|130\n"
     "China|55|12|901\n",
     "Westen"},
    {"a subtotal above its parts",
     "China|55|12|901\nWesten|168|166|332\nFrance|120|75|310\nItaly|48|91|22\n"
     "Spain|7|64|130\n",
     "Westen"},
    {"a subtotal that stands apart is not looked for",
     "Westen|168|166|332\nChina|55|12|901\nFrance|120|75|310\nItaly|48|91|22\n"
     "Spain|7|64|130\n",
     ""},
    {"subtotals and the total of all",
     "France|120|75|310\nItaly|48|91|22\nWesten|168|166|332\nSpain|7|64|130\n"
     "China|55|12|901\nOsten|62|76|1031\nAlle|230|242|1363\n",
     "Westen;Osten;Alle"},
    {"two years are not enough for a subtotal",
     "France|120|75\nItaly|48|91\nWesten|168|166\nSpain|7|64\nChina|55|12\n", ""},
    {"figures that repeat say one thing once",
     "France|120|120|120|120\nItaly|48|48|48|48\nWesten|168|168|168|168\n"
     "Spain|7|64|130|5\n",
     ""},
    {"figures that grow alike, too",
     "France|120|240|360|480\nItaly|48|96|144|192\nWesten|168|336|504|672\n"
     "Spain|7|64|130|5\n",
     ""},
    {"a row that is another's copy is no sum",
     "Westen|1204|755|3101\nItaly|1204|755|3101\nSpain|0|0|0\nChina|55|12|901\n", ""},
    {"small figures are sums by chance",
     "France|1|2|1|0|1\nItaly|1|0|2|1|1\nSpain|2|2|3|1|2\nChina|5|9|7|8|6\n", ""},
    {"nothing but zeros", "France|0|0|0\nItaly|0|0|0\nSpain|0|0|0\nAlle|0|0|0\n", ""},
    {"an organisation that sums its members up",
     "France|12040|7550|31012\nItaly|4807|9120|2251\nSpain|771|6403|13007\n"
     "European Union|17618|23073|46270\nChina|55|12|901\n",
     "European Union"},
    {"a name that says it needs less",
     "France|12|7|31\nItaly|4|9|2\nSpain|7|6|13\nTotal general|23|22|46\nChina|5|1|9\n",
     "Total general"},
    {"the same figures under another name",
     "France|12|7|31\nItaly|4|9|2\nSpain|7|6|13\nFreedonia|23|22|46\nChina|5|1|9\n", ""},
};

static void test_cases(void)
{
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char sums[200];
        fixture f = load_importers(cases[i].table);
        if (!CHECK(f.data != NULL))
            return;
        list_sums(sums, sizeof sums, &f, cases[i].table);
        CHECK_ROW(strcmp(sums, cases[i].sums) == 0, cases[i].what);
        CHECK_ROW(fixture_noted(f.data, "equals the sum of") == (sums[0] != '\0'),
                  cases[i].what);
        fixture_free(&f);
    }
}

static void test_notes(void)
{
    fixture f = load_importers("France|120|75|310\nItaly|48|91|22\nWesten|168|166|332\n"
                               "Spain|7|64|130\nChina|55|12|901\nAlle|230|242|1363\n");
    CHECK(fixture_noted(f.data, "\"Westen\" (from line 9 on) equals the sum of the 2 "
                                "importers from \"France\" to \"Italy\" in 2010–2012: it "
                                "is taken for their sum, and left out of totals, shares "
                                "and ranks"));
    CHECK(fixture_noted(f.data, "\"Alle\" (from line 18 on) equals the sum of all other "
                                "importers in 2010–2012"));
    fixture_free(&f);
}

/* Exporters, against several importers each: the importers' figures are independent. */
static void see_exporters(const fixture *f)
{
    arms_party sum = fixture_party(f->data, "Summe");
    CHECK_COUNT(arms_dataset_party_kind(f->data, sum), ARMS_ENTITY_AGGREGATE);
    CHECK(fixture_noted(f->data, "all other exporters in 2020:"));
}

static void test_exporters(void)
{
    fixture_see(fixture_load("year,exporter,importer,category,measure,value\n"
                             "2020,France,Iran,,USD,1200\n2020,Italy,Iran,,USD,481\n"
                             "2020,Spain,Iran,,USD,77\n2020,Summe,Iran,,USD,1758\n"
                             "2020,France,Iraq,,USD,310\n2020,Italy,Iraq,,USD,22\n"
                             "2020,Spain,Iraq,,USD,130\n2020,Summe,Iraq,,USD,462\n"
                             "2020,France,Egypt,,USD,75\n2020,Italy,Egypt,,USD,91\n"
                             "2020,Spain,Egypt,,USD,64\n2020,Summe,Egypt,,USD,230\n"
                             "2020,France,Chad,,USD,5\n2020,Italy,Chad,,USD,4\n"
                             "2020,Spain,Chad,,USD,4\n2020,Summe,Chad,,USD,13\n"),
                see_exporters);
}

static const char categories[] =
    "# covers: exporters=World; importers=*; years=2020-2022\n"
    "year,exporter,importer,category,measure,value\n"
    "2020,World,Iran,Ships,USD,120\n2020,World,Iran,Aircraft,USD,481\n"
    "2020,World,Iran,Other,USD,77\n2020,World,Iran,Everything,USD,678\n"
    "2021,World,Iran,Ships,USD,75\n2021,World,Iran,Aircraft,USD,91\n"
    "2021,World,Iran,Other,USD,64\n2021,World,Iran,Everything,USD,230\n"
    "2022,World,Iran,Ships,USD,310\n2022,World,Iran,Aircraft,USD,22\n"
    "2022,World,Iran,Other,USD,130\n2022,World,Iran,Everything,USD,%s\n";

static void test_categories(void)
{
    static const char *const totals[] = {"462", "470"};
    for (size_t i = 0; i < 2; i++) {
        arms_buffer text = {0};
        arms_text list = arms_text_of(categories), before;
        arms_text_split(&before, &list, '%');
        arms_buffer_text(&text, before);
        arms_buffer_print(&text, "%s\n", totals[i]);
        fixture f = fixture_load(text.data);
        if (CHECK(f.data != NULL)) {
            uint32_t all = arms_dataset_find_category(f.data, arms_text_of("everything"));
            uint32_t ships = arms_dataset_find_category(f.data, arms_text_of("ships"));
            CHECK(arms_dataset_category_is_sum(f.data, all) == (i == 0));
            CHECK(!arms_dataset_category_is_sum(f.data, ships));
            CHECK(fixture_noted(f.data, "the category \"Everything\"") == (i == 0));
        }
        fixture_free(&f);
        arms_buffer_free(&text);
    }
}

/* Several flows in one cell, many to many: deals, among which nothing is looked for. */
static void test_register(void)
{
    fixture f = fixture_load(
        "year,exporter,importer,category,measure,value\n"
        "2020,A,K,,USD,1201\n2020,B,K,,USD,481\n2020,C,K,,USD,77\n2020,D,K,,USD,1759\n"
        "2020,A,L,,USD,310\n2020,B,L,,USD,22\n2020,C,L,,USD,130\n2020,D,L,,USD,462\n"
        "2020,A,M,,USD,75\n2020,B,M,,USD,91\n2020,C,M,,USD,64\n2020,D,M,,USD,230\n"
        "2020,A,N,,USD,75\n2020,A,N,,USD,91\n2020,E,O,,USD,64\n2020,E,P,,USD,64\n");
    CHECK(f.data && !fixture_noted(f.data, "equals the sum"));
    fixture_free(&f);
}

const check_test data_aggregate_tests[] = {
    {"sums and what is none", test_cases},   {"what is told of sums", test_notes},
    {"sums of exporters", test_exporters},   {"sums of categories", test_categories},
    {"no sums in registers", test_register}, {NULL, NULL},
};
