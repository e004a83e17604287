/* CAAT's licences of EU states and of the United Kingdom. All figures are invented. */
#include <stdio.h>

#include "tests/unit/fixture.h"

static void check_value(const arms_dataset *data, size_t index, double value, double low,
                        double high)
{
    arms_flow flow = arms_dataset_flow(data, index);
    CHECK_NEAR(flow.value, value, 1e-12);
    CHECK_NEAR(flow.low, low, 1e-12);
    CHECK_NEAR(flow.high, high, 1e-12);
}

static const char *category_of(const arms_dataset *data, size_t index)
{
    return arms_dataset_category(data, arms_dataset_flow(data, index).category);
}

static const char eu_rows[] =
    "2019; 0; AT; Austria; DZ; Algeria; AFN; North Africa; ML 4; a; 3;\n"
    "2019; 0; AT; Austria; DZ; Algeria; AFN; North Africa; ML 4; b; 435100;\n"
    "2019; 0; AT; Austria; DZ; Algeria; AFN; North Africa; ML 4; c; 120000;\n"
    "2019; 0; AT; Austria; TR; T\xC3\x83\xC2\xBCrkiye; EUR; Europe; ML10; b; 0;\n"
    "2019; 1; CZ; Czech Republic; CN; China; ASN; Asia; ML 22; d; 1;\n"
    "2019; 1; CZ; Czech Republic; CN; China; ASN; Asia; ML 22; e7; 1;\n"
    "2019; 0; CZ; Czech Republic; CG; Congo; AFS; Africa; ML 1; b; 5500.5;\n"
    "2020; 0; CZ; Czech Republic; ; Unknown; ; ; ML 1; b; ;\n"
    "2020; 0; CZ; Czech Republic; PK; Pakistan; ASS; Asia; Misc; b; 10;\n";

/* Licences, their value and exports are three measures, told apart by their letters. */
static void test_eu_rows(void)
{
    fixture f = fixture_load(eu_rows);
    CHECK_STRING(f.err.text, "");
    if (!CHECK(f.data != NULL) || !CHECK_COUNT(f.loaded.count, 3))
        return;
    const arms_dataset *licences = f.loaded.items[0], *value = f.loaded.items[1],
                       *exports = f.loaded.items[2];
    CHECK_COUNT(arms_dataset_count(licences), 1);
    CHECK_COUNT(arms_dataset_count(value), 4);
    CHECK_COUNT(arms_dataset_count(exports), 1);
    check_value(licences, 0, 3, 3, 3);
    check_value(value, 0, 435100, 435099.5, 435100.5);
    check_value(value, 1, 0, 0, 0.5);
    check_value(value, 2, 5500.5, 5500.45, 5500.55);
    check_value(exports, 0, 120000, 119999.5, 120000.5);
    CHECK_STRING(category_of(value, 0), "ML4");
    CHECK_STRING(category_of(value, 1), "ML10");
    arms_flow flow = arms_dataset_flow(value, 1);
    CHECK_COUNT(flow.exporter, arms_entity_by_code("AUT"));
    CHECK_COUNT(flow.importer, arms_entity_by_code("TUR"));
    CHECK_COUNT(flow.line, 4);
    CHECK_COUNT(arms_dataset_flow(value, 2).importer, arms_entity_by_code("COG"));
    flow = arms_dataset_flow(value, 3); /* missing, to somebody who is not known */
    CHECK(flow.value != flow.value);
    CHECK_COUNT(flow.importer, arms_entity_by_code("unknown-recipient"));
    CHECK(fixture_noted(f.data, "1 row is left out: licences that were denied"));
    CHECK(fixture_noted(f.data, "1 row is left out: criteria"));
    CHECK(fixture_noted(f.data, "1 row is left out: no category of the military list"));
    CHECK(fixture_noted(f.data, "\"Türkiye\", in line 4"));
    CHECK(fixture_noted(f.data, "lower bound"));
    CHECK(fixture_noted(f.data, "covers nothing for certain"));
    fixture_free(&f);
}

static void test_eu_measures(void)
{
    fixture f = fixture_load(eu_rows);
    if (!CHECK(f.data != NULL) || !CHECK_COUNT(f.loaded.count, 3))
        return;
    static const arms_measure wanted[] = {
        {ARMS_UNIT_ITEMS, 1, ARMS_KIND_LICENCE, ""},
        {ARMS_UNIT_EUR, 1, ARMS_KIND_LICENCE, "current"},
        {ARMS_UNIT_EUR, 1, ARMS_KIND_DELIVERY, "current"}};
    for (size_t i = 0; i < 3; i++) {
        const arms_about *about = arms_dataset_about(f.loaded.items[i]);
        CHECK(arms_measure_same(arms_dataset_measure(f.loaded.items[i]), &wanted[i]));
        CHECK(check_same(arms_dataset_measure(f.loaded.items[i])->scale, 1));
        CHECK_COUNT(about->reported_by, ARMS_REPORTED_BY_EXPORTERS);
        CHECK_STRING(about->layout, "caat-eu");
        CHECK_COUNT(about->reading.delimiter, ';');
        CHECK_COUNT(about->reading.header_line, 0);
        CHECK_COUNT(about->reading.records, 9);
    }
    fixture_free(&f);
}

/* A file of `states` exporters that license to `partners` others in 2019, one category
 * each; exports to the first partner alone are reported by the first exporter. */
typedef struct made {
    const char *what;
    int states, partners, categories;
    bool whole;
    const char *more; /* rows at the end */
} made;

/* Codes of states that the reference table has. */
static const char *state_code(size_t number)
{
    for (arms_entity_id id = 1; id <= arms_entity_count(); id++) {
        const arms_entity *entity = arms_entity_get(id);
        if (entity->kind == ARMS_ENTITY_STATE && entity->iso2[0] && number-- == 0)
            return entity->iso2;
    }
    return "";
}

static fixture load_made(const made *m)
{
    arms_buffer text = {0};
    for (int i = 0; i < m->states; i++)
        for (int j = 0; j < m->partners; j++)
            arms_buffer_print(&text, "2019; 0; %s; x; %s; x; R; r; ML %d; b; 10;\n",
                              state_code((size_t)i), state_code((size_t)(100 + j)),
                              1 + (i + j) % m->categories);
    arms_buffer_print(&text, "2019; 0; %s; x; %s; x; R; r; ML 1; c; 5;\n", state_code(0),
                      state_code(100));
    arms_buffer_string(&text, m->more);
    return fixture_load_buffer(&text);
}

static arms_party state_party(size_t number)
{
    arms_entity_id found[ARMS_CANDIDATES];
    size_t count = 0;
    CHECK(arms_entity_lookup(found, &count, arms_text_of(state_code(number)), NULL));
    return count > 0 ? found[0] : 0;
}

static const made files[] = {
    {"whole", 10, 50, 22, true, ""},
    {"nearly all categories", 10, 50, 20, true, ""},
    {"too few categories", 10, 50, 19, false, ""},
    {"too few states", 9, 50, 22, false, ""},
    {"too few partners", 10, 49, 22, false, ""},
};

static void test_eu_coverage(void)
{
    for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
        const made *m = &files[i];
        fixture f = load_made(m);
        if (CHECK_ROW(f.done && f.loaded.count == 2, m->what)) {
            const arms_dataset *value = f.loaded.items[0], *exports = f.loaded.items[1];
            arms_party first = state_party(0), second = state_party(1),
                       partner = state_party(100), other = state_party(101);
            CHECK_ROW(arms_dataset_covers(value, first, ARMS_ALL, 2019, 0) == m->whole,
                      m->what);
            CHECK_ROW(!arms_dataset_covers(value, first, ARMS_ALL, 2018, 0), m->what);
            CHECK_ROW(!arms_dataset_covers(value, ARMS_ALL, partner, 2019, 0), m->what);
            CHECK_ROW(!arms_dataset_covers(value, partner, first, 2019, 0), m->what);
            CHECK_ROW(arms_dataset_covers(exports, first, partner, 2019, 0) == m->whole,
                      m->what);
            CHECK_ROW(!arms_dataset_covers(exports, first, other, 2019, 0), m->what);
            CHECK_ROW(!arms_dataset_covers(exports, first, ARMS_ALL, 2019, 0), m->what);
            CHECK_ROW(!arms_dataset_covers(exports, second, partner, 2019, 0), m->what);
            CHECK_ROW(fixture_noted(value, "covers nothing") == !m->whole, m->what);
        }
        fixture_free(&f);
    }
}

/* What was left out of a report cannot be told from what it holds. */
static void test_eu_partial(void)
{
    static const char *const categories[] = {"Total", "ML 1"}; /* ML1 is there already */
    for (size_t i = 0; i < sizeof categories / sizeof *categories; i++) {
        char more[80];
        (void)snprintf(more, sizeof more, "2019; 0; %s; x; %s; x; R; r; %s; b; 99;\n",
                       state_code(0), state_code(100), categories[i]);
        fixture f = load_made(&(made){"", 10, 50, 22, true, more});
        if (CHECK_ROW(f.data != NULL, more)) {
            CHECK_COUNT(arms_dataset_count(f.data), 500);
            CHECK_ROW(fixture_noted(f.data, "1 row is left out"), more);
            CHECK(!arms_dataset_covers(f.data, state_party(0), ARMS_ALL, 2019, 0));
            CHECK(arms_dataset_covers(f.data, state_party(1), ARMS_ALL, 2019, 0));
        }
        fixture_free(&f);
    }
}

static const char uk_header[] = "licence_group,date,rating,count,value,country,refused\n";

static fixture load_uk(const char *rows)
{
    arms_buffer text = {0};
    arms_buffer_string(&text, uk_header);
    arms_buffer_string(&text, rows);
    return fixture_load_buffer(&text);
}

static const char uk_rows[] = "1,2012-01-04,ML10,1,54000,Italy,0\n"
                              "2,2012-03-01,ML1,1,1,Turkey,0\n"
                              "2,2012-03-01,ml1,2,300,\"United States of America\",0\n"
                              "2,2012-03-01,5A002,1,9000000,Turkey,0\n"
                              "3,2012-09-03,\"End Use\",1,,Syria,1\n"
                              "4,2012-12-20,PL5017,1,17,\"Channel Islands\",0\n"
                              "5,2013-01-02,ML22,1,80,Turkey,0\n"
                              "6,2013-03-28,PL9009,1,,Italy,0\n";

static void test_uk_rows(void)
{
    fixture f = load_uk(uk_rows);
    CHECK_STRING(f.err.text, "");
    if (!CHECK(f.data != NULL) || !CHECK_COUNT(f.loaded.count, 2))
        return;
    const arms_dataset *military = f.loaded.items[0], *other = f.loaded.items[1];
    if (!CHECK_COUNT(arms_dataset_count(military), 5) ||
        !CHECK_COUNT(arms_dataset_count(other), 2))
        return;
    check_value(military, 0, 54000, 53998, 54002);
    check_value(military, 1, 1, 0, 3);
    CHECK_STRING(category_of(military, 2), "ML1");
    CHECK_COUNT(arms_dataset_flow(military, 2).importer, arms_entity_by_code("USA"));
    CHECK_STRING(category_of(military, 3), "PL5017");
    CHECK_STRING(category_of(other, 0), "5A002");
    check_value(other, 0, 9000000, 8999998, 9000002);
    arms_flow flow = arms_dataset_flow(military, 4);
    CHECK_COUNT(flow.exporter, arms_entity_by_code("GBR"));
    CHECK_COUNT(flow.year, 2013);
    CHECK_COUNT(flow.line, 8);
    flow = arms_dataset_flow(other, 1);
    CHECK(flow.value != flow.value);
    CHECK(
        !arms_measure_same(arms_dataset_measure(military), arms_dataset_measure(other)));
    CHECK_COUNT(arms_dataset_measure(military)->kind, ARMS_KIND_LICENCE);
    CHECK_COUNT(arms_dataset_measure(military)->unit, ARMS_UNIT_GBP);
    CHECK(fixture_noted(military, "1 row is left out: refusals"));
    fixture_free(&f);
}

/* Jersey and Guernsey together are one party to the United Kingdom. */
static void test_uk_channel_islands(void)
{
    fixture f = load_uk(uk_rows);
    if (!CHECK(f.data != NULL))
        return;
    arms_party islands = arms_dataset_flow(f.data, 3).importer;
    CHECK_COUNT(islands, arms_entity_by_code("channel-islands"));
    CHECK_COUNT(arms_dataset_party_kind(f.data, islands), ARMS_ENTITY_TERRITORY);
    fixture_free(&f);
}

static void see_uk_coverage(const fixture *f)
{
    arms_party uk = arms_entity_by_code("GBR"), turkey = arms_entity_by_code("TUR");
    for (size_t i = 0; i < 2; i++) {
        const arms_dataset *data = f->loaded.items[i];
        CHECK(arms_dataset_covers(data, uk, ARMS_ALL, 2012, 0));
        CHECK(!arms_dataset_covers(data, uk, ARMS_ALL, 2013, 0));
        CHECK(!arms_dataset_covers(data, uk, turkey, 2011, 0));
        CHECK(!arms_dataset_covers(data, ARMS_ALL, turkey, 2012, 0));
        CHECK(!arms_dataset_covers(data, turkey, uk, 2012, 0));
    }
    CHECK(fixture_noted(f->data, "2013 (from 01-02 to 03-28, 100 % of its numbers)"));
}

static void test_uk_coverage(void)
{
    fixture_see(load_uk(uk_rows), see_uk_coverage);
}

typedef struct year_case {
    const char *what, *rows, *note;
    bool covered;
} year_case;

#define GOODS ",ML1,1,5,Italy,0\n"

static const year_case year_cases[] = {
    {"to the last days", "1,2012-01-15" GOODS "2,2012-12-15" GOODS, NULL, true},
    {"starts late", "1,2012-01-16" GOODS "2,2012-12-15" GOODS, "from 01-16", false},
    {"ends early", "1,2012-01-15" GOODS "2,2012-12-14" GOODS, "to 12-14", false},
    {"7 of 10 groups",
     "1,2012-01-02" GOODS "2,2012-02-01" GOODS "3,2012-03-01" GOODS "4,2012-04-01" GOODS
     "5,2012-05-01" GOODS "6,2012-06-01" GOODS "10,2012-12-31" GOODS,
     NULL, true},
    {"6 of 10 groups",
     "1,2012-01-02" GOODS "2,2012-02-01" GOODS "3,2012-03-01" GOODS "4,2012-04-01" GOODS
     "5,2012-05-01" GOODS "5,2012-05-01" GOODS "10,2012-12-31" GOODS,
     "60 % of its numbers", false},
    {"groups out of order", "2,2012-01-02" GOODS "1,2012-12-31" GOODS, "not in the order",
     false},
    {"days out of order", "1,2012-01-02" GOODS "2,2012-12-31" GOODS "3,2012-12-30" GOODS,
     "not in the order", false},
    {"years out of order", "1,2012-01-02" GOODS "2,2012-12-31" GOODS "3,2011-12-30" GOODS,
     "not in the order", false},
};

static void test_uk_years(void)
{
    for (size_t i = 0; i < sizeof year_cases / sizeof *year_cases; i++) {
        const year_case *c = &year_cases[i];
        fixture f = load_uk(c->rows);
        arms_party uk = arms_entity_by_code("GBR");
        if (CHECK_ROW(f.data != NULL, c->what)) {
            CHECK_ROW(arms_dataset_covers(f.data, uk, ARMS_ALL, 2012, 0) == c->covered,
                      c->what);
            CHECK_ROW(fixture_noted(f.data, c->note ? c->note : "not covered") ==
                          (c->note != NULL),
                      c->what);
        }
        fixture_free(&f);
    }
}

typedef struct refusal {
    const char *text;
    arms_code code;
    size_t line;
    const char *word;
} refusal;

#define UK    "licence_group,date,rating,count,value,country,refused\n"
#define EU(x) "2019; 0; AT; Austria; DZ; Algeria; AFN; North Africa; ML 4; b; 1;\n" x "\n"

static const refusal refusals[] = {
    {UK "x,2012-01-04,ML10,1,5,Italy,0\n", ARMS_PARSE, 2, "under licence_group"},
    {UK "1,04/01/2012,ML10,1,5,Italy,0\n", ARMS_PARSE, 2, "under date, where a day"},
    {UK "1,2012-13-04,ML10,1,5,Italy,0\n", ARMS_PARSE, 2, "under date, where a day"},
    {UK "1,2012-01-00,ML10,1,5,Italy,0\n", ARMS_PARSE, 2, "under date, where a day"},
    {UK "1,2012-01-04,,1,5,Italy,0\n", ARMS_PARSE, 2, "under rating"},
    {UK "1,2012-01-04,ML10,1,5p,Italy,0\n", ARMS_PARSE, 2, "\"5p\" stands under value"},
    {UK "1,2012-01-04,ML10,1,5,,0\n", ARMS_PARSE, 2, "where the name of a party"},
    {UK "1,2012-01-04,ML10,1,5,Italy,\n", ARMS_PARSE, 2, "under refused"},
    {UK "1,2012-01-04,ML10,1,5,Italy\n", ARMS_PARSE, 2, "6 fields stand here"},
    {EU("2019; 0; AT; Austria; DZ; Algeria; AFN; North Africa; ML 4; x; 1;"), ARMS_PARSE,
     2, "a letter from a to e"},
    {EU("19; 0; AT; Austria; DZ; Algeria; AFN; North Africa; ML 4; b; 1;"), ARMS_PARSE, 2,
     "where a year of four digits belongs"},
    {EU("2018; 0; AT; Austria; DZ; Algeria; AFN; North Africa; ML 4; b; n/a;"),
     ARMS_PARSE, 2, "\"n/a\" stands under the figure"},
    {EU("2019; 0; AT; Austria; DZ; Morocco; AFN; North Africa; ML 4; b; 1;"), ARMS_PARSE,
     2, "is that of Algeria, but \"Morocco\""},
    {EU("2019; 0; AT; Austria; DZ; Algeria; ML 4; b;"), ARMS_PARSE, 2,
     "fields stand here where 11 belong"},
    {EU("2019; 0; AT; Austria; DZ; Algeria; A; a; ML 4; b; 1; 2;"), ARMS_PARSE, 2,
     "12 fields stand here"},
    {"year; embargo; source\n" EU(""), ARMS_PARSE, 1, "this line is no row"},
    {"2019; 0; AT; Austria; DZ; Algeria; AFN; North Africa; ML 4; d; 1;\n", ARMS_PARSE, 1,
     "no row has a number or value"},
    {"2008,AT,Austria,issued,CA,Canada,1,,,21,,RU,Russia\n", ARMS_LAYOUT, 1,
     "brokering licences of EU states"},
    {"2009,HU,Hungary,refused,EC,Ecuador,1,20.0,ML5; ML6,1; 2,a,b,c,d,e,f,UA,Ukraine\n",
     ARMS_LAYOUT, 1, "brokering licences of EU states"},
    {"1998,AT,Austria,,,2,0,\n1998,BE,Belgium,,,1,0,\n", ARMS_LAYOUT, 1,
     "lists consultations between EU states"},
    {"2006,GR,Greece,AF,Afghanistan,ISAF,\"Ammunition, weapon sight\"\n", ARMS_LAYOUT, 1,
     "exports to international missions in words"},
    {"\xE2\x80\x8E"
     "Supplier\tNo.\tWeapon\nAlbania\n"
     "R: Burkina Faso\t(12)\tType-59\ttank\t(2011)\t2011\t12\n",
     ARMS_LAYOUT, 3, "download the register as CSV from armstransfers.sipri.org"},
};

static void test_refusals(void)
{
    for (size_t i = 0; i < sizeof refusals / sizeof *refusals; i++) {
        const refusal *r = &refusals[i];
        fixture_refused(fixture_load(r->text), r->code, r->line, r->word);
    }
}

const check_test data_caat_tests[] = {
    {"EU rows", test_eu_rows},
    {"EU measures", test_eu_measures},
    {"EU coverage", test_eu_coverage},
    {"EU partial reports", test_eu_partial},
    {"UK rows", test_uk_rows},
    {"UK, a party of several", test_uk_channel_islands},
    {"UK coverage", test_uk_coverage},
    {"UK years", test_uk_years},
    {"refusals", test_refusals},
    {NULL, NULL},
};
