/* Measures, names of parties, release dates. */
#include <armstrade/entity.h>
#include <armstrade/measure.h>

#include <stdlib.h>
#include <string.h>

#include "data/release.h"
#include "tests/unit/check.h"

static void test_measures(void)
{
    static const struct {
        const char *text;
        arms_unit unit;
        double scale;
        const char *name;
    } rows[] = {
        {"million TIV", ARMS_UNIT_TIV, 1e6, "million TIV"},
        {"Million tiv", ARMS_UNIT_TIV, 1e6, "million TIV"},
        {"TIV", ARMS_UNIT_TIV, 1, "TIV"},
        {"US$", ARMS_UNIT_USD, 1, "USD"},
        {"thousand USD", ARMS_UNIT_USD, 1e3, "thousand USD"},
        {"billion euros", ARMS_UNIT_EUR, 1e9, "billion EUR"},
        {" items ", ARMS_UNIT_ITEMS, 1, "items"},
        {"kg", ARMS_UNIT_KG, 1, "kg"},
        {"£", ARMS_UNIT_GBP, 1, "GBP"},
        {"INR", ARMS_UNIT_INR, 1, "INR"},
        {"million SEK", ARMS_UNIT_SEK, 1e6, "million SEK"},
    };
    arms_arena arena = {0};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        arms_measure measure = {.kind = ARMS_KIND_LICENCE, .valuation = "CIF"};
        CHECK_ROW(arms_measure_parse(&measure, arms_text_of(rows[i].text), NULL),
                  rows[i].text);
        CHECK_ROW(measure.unit == rows[i].unit, rows[i].text);
        CHECK_ROW(check_same(measure.scale, rows[i].scale), rows[i].text);
        CHECK_ROW(measure.kind == ARMS_KIND_LICENCE, rows[i].text);
        CHECK_STRING(measure.valuation, "CIF");
        CHECK_STRING(arms_measure_name(&measure, &arena, NULL), rows[i].name);
    }
    arms_arena_free(&arena);
}

static void test_measures_refused(void)
{
    static const char *const rows[] = {
        "",           "million",        "dozen TIV",           "%",
        "percent",    "rank",           "million million TIV", "TIV million",
        "TI",         "million %",      "percentage_point",    "times",
        "percent_of", "percent_higher", "percent_lower",       "partners",
        "direction"};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        arms_measure measure = {0};
        arms_error err = {0};
        CHECK_ROW(!arms_measure_parse(&measure, arms_text_of(rows[i]), &err), rows[i]);
        CHECK_COUNT(err.code, ARMS_USAGE);
    }
}

static void test_same_measure(void)
{
    const arms_measure base = {ARMS_UNIT_USD, 1, ARMS_KIND_DELIVERY, "CIF"};
    arms_measure other = base;
    other.scale = 1e6;
    CHECK(arms_measure_same(&base, &other)); /* the scale is arithmetic */
    other.unit = ARMS_UNIT_TIV;
    CHECK(!arms_measure_same(&base, &other));
    other = base;
    other.kind = ARMS_KIND_ORDER;
    CHECK(!arms_measure_same(&base, &other));
    other = base;
    strcpy(other.valuation, "FOB");
    CHECK(!arms_measure_same(&base, &other));
}

static void test_units(void)
{
    CHECK_COUNT(arms_unit_parse(arms_text_of("$")), ARMS_UNIT_USD);
    CHECK_COUNT(arms_unit_parse(arms_text_of("per cent")), ARMS_UNIT_PERCENT);
    CHECK_COUNT(arms_unit_parse(arms_text_of("₹")), ARMS_UNIT_INR);
    CHECK_COUNT(arms_unit_parse(arms_text_of("francs")), ARMS_UNIT_NONE);
    CHECK_COUNT(arms_unit_parse(arms_text_of("")), ARMS_UNIT_NONE);
    CHECK_STRING(arms_unit_name(ARMS_UNIT_PERCENT), "percent");
    CHECK(arms_unit_is_money(ARMS_UNIT_GBP) && !arms_unit_is_money(ARMS_UNIT_TIV));
    CHECK(!arms_unit_is_money(ARMS_UNIT_KG) && !arms_unit_is_money(ARMS_UNIT_PERCENT));
    CHECK(arms_unit_is_amount(ARMS_UNIT_TIV) && arms_unit_is_amount(ARMS_UNIT_ZAR));
    CHECK(!arms_unit_is_amount(ARMS_UNIT_NONE) && !arms_unit_is_amount(ARMS_UNIT_TIMES));
}

/* Each currency that articles are read in (data/reference/lexicon.csv) is money by its
 * code. */
static void test_currencies(void)
{
    size_t length, count = 0;
    char *lexicon = check_read(LEXICON, &length);
    if (!CHECK(lexicon != NULL))
        return;
    for (const char *at = strstr(lexicon, "\ncurrency,"); at;
         at = strstr(at + 1, "\ncurrency,")) {
        arms_text code = {at + strlen("\ncurrency,"), 3};
        arms_unit unit = arms_unit_parse(code);
        char name[4] = {code.ptr[0], code.ptr[1], code.ptr[2]};
        CHECK_ROW(arms_unit_is_money(unit), name);
        CHECK_STRING(arms_unit_name(unit), name);
        count++;
    }
    CHECK(count >= 20);
    free(lexicon);
}

static void test_kind_words(void)
{
    arms_kind kind = ARMS_KIND_ORDER;
    arms_error err = {0};
    CHECK(arms_kind_parse(&kind, arms_text_of("delivery"), NULL));
    CHECK_COUNT(kind, ARMS_KIND_DELIVERY);
    CHECK_STRING(arms_kind_name(ARMS_KIND_LICENCE), "licence");
    CHECK(!arms_kind_parse(&kind, arms_text_of("gift"), &err));
    CHECK_COUNT(err.code, ARMS_USAGE);
}

static const char *code_of(const char *name)
{
    arms_entity_id id = 0;
    if (!arms_entity_resolve(&id, arms_text_of(name), NULL))
        return "(none)";
    return arms_entity_get(id)->code;
}

static void test_names(void)
{
    static const char *const rows[][2] = {
        {"Turkey", "TUR"},
        {"Türkiye", "TUR"},
        {"Turkiye", "TUR"},
        {"TUR", "TUR"},
        {"Ankara", "TUR"},
        {"TÜRKİYE", "TUR"},
        {"Turkish", "TUR"},
        {"Islamabad", "PAK"},
        {"The Gambia", "GMB"},
        {"Gambia, The", "GMB"},
        {"Côte d'Ivoire", "CIV"},
        {"Ivory Coast", "CIV"},
        {"USSR", "soviet-union"},
        {"U.S.A.", "USA"},
        {"united  states", "USA"},
        {"DR Congo", "COD"},
        {"Congo-Brazzaville", "COG"},
        {"cow:640", "TUR"},
        {"COW 640", "TUR"},
        {"cow:255", "DEU"},
        {"cow:260", "DEU"},
        {"cow:265", "east-germany"},
        {"cow:200", "GBR"},
        {"m49:200", "czechoslovakia"},
        {"m49:792", "TUR"},
        {"iso:TUR", "TUR"},
        {"iso:tr", "TUR"},
        {"640", "(none)"}, /* a plain number is one of M49 */
        {"792", "TUR"},
        {"cow:792", "(none)"},
        {"cow:365", "(none)"}, /* Russia, or the Soviet Union */
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        CHECK_STRING(code_of(rows[i][0]), rows[i][1]);
}

static void test_ambiguous_names(void)
{
    arms_entity_id found[ARMS_CANDIDATES], id;
    size_t count = 0;
    arms_error err = {0};
    CHECK(arms_entity_lookup(found, &count, arms_text_of("Congo"), NULL));
    CHECK_COUNT(count, 2);
    CHECK(!arms_entity_resolve(&id, arms_text_of("Congo"), &err));
    CHECK_COUNT(err.code, ARMS_USAGE);
    CHECK_HAS(err.text, "DR Congo");
    CHECK_HAS(err.text, "Republic of the Congo");
}

static void test_unknown_names(void)
{
    static const char *const rows[] = {"", " ", "Atlantis", "*", "Qqqqqqqq"};
    arms_error err = {0};
    arms_entity_id id;
    CHECK(!arms_entity_resolve(&id, arms_text_of("Turky"), &err));
    CHECK_COUNT(err.code, ARMS_USAGE);
    CHECK_HAS(err.text, "Turky");
    CHECK_HAS(err.text, "did you mean Türkiye");
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        err = (arms_error){0};
        CHECK_ROW(!arms_entity_resolve(&id, arms_text_of(rows[i]), &err), rows[i]);
        CHECK_COUNT(err.code, ARMS_USAGE);
    }
}

static void test_suggestions(void)
{
    arms_entity_id near[ARMS_CANDIDATES];
    size_t count = 99;
    CHECK(arms_entity_suggest(near, &count, 3, arms_text_of("Pakistn"), NULL));
    CHECK(count >= 1 && count <= 3);
    CHECK_STRING(arms_entity_get(near[0])->code, "PAK");
    CHECK(arms_entity_suggest(near, &count, 0, arms_text_of("Pakistn"), NULL));
    CHECK_COUNT(count, 0);
    CHECK(arms_entity_suggest(near, &count, 3, arms_text_of("zzzzzzzzzzzz"), NULL));
    CHECK_COUNT(count, 0);
}

static void test_spellings(void)
{
    arms_entity_id congo = arms_entity_by_spelling("SIPRI", arms_text_of("Congo"));
    CHECK_STRING(congo ? arms_entity_get(congo)->code : "", "COG");
    CHECK_COUNT(arms_entity_by_spelling("SIPRI", arms_text_of("congo")), 0);
    CHECK_COUNT(arms_entity_by_spelling("SIPRI", arms_text_of("Cong")), 0);
    CHECK_COUNT(arms_entity_by_spelling("SIPRI", arms_text_of("Congoo")), 0);
    CHECK_COUNT(arms_entity_by_spelling("UN", arms_text_of("Congo")), 0);
    CHECK_COUNT(arms_entity_by_spelling("SIPRI", arms_text_of("")), 0);
    CHECK(arms_entity_by_spelling("SIPRI", arms_text_of("PKK (Turkiye)*")) > 0);
}

/* Names in SIPRI's tables of different years for one party. */
static void test_drift(void)
{
    static const char *const rows[][2] = {
        {"UAE", "United Arab Emirates"},
        {"Turkey", "Turkiye"},
        {"Libya HoR*", "HoR (Libya)*"},
        {"Libya HoR*", "House of Representatives (Libya)*"},
        {"PIJ (Israel/Palestine)*", "Palestinian Islamic Jihad (Israel/Palestine)*"},
        {"North Yemen", "Yemen Arab Republic (North Yemen)"},
        {"Germany (FRG)", "Germany"},
        {"PKK (Turkey)*", "PKK (Turkiye)*"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        arms_entity_id old = arms_entity_by_spelling("SIPRI", arms_text_of(rows[i][0]));
        CHECK_ROW(old > 0, rows[i][0]);
        CHECK_ROW(old == arms_entity_by_spelling("SIPRI", arms_text_of(rows[i][1])),
                  rows[i][1]);
        CHECK_STRING(code_of(rows[i][0]), code_of(rows[i][1]));
    }
}

static void test_succession(void)
{
    static const struct {
        const char *former, *continuator, *absorbed_by;
    } rows[] = {
        {"soviet-union", "RUS", ""},
        {"serbia-and-montenegro", "SRB", ""},
        {"yugoslavia", "", ""},
        {"czechoslovakia", "", ""},
        {"east-germany", "", "DEU"},
        {"north-yemen", "", "YEM"},
        {"south-yemen", "", "YEM"},
        {"south-vietnam", "", "VNM"},
        {"biafra", "", "NGA"},
        {"katanga", "", "COD"},
        {"netherlands-antilles", "", ""},
        {"libya-gnc", "", "LBY"},
        {"RUS", "", ""},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        arms_entity_id former = arms_entity_by_code(rows[i].former);
        CHECK_ROW(arms_entity_continuator(former) ==
                      arms_entity_by_code(rows[i].continuator),
                  rows[i].former);
        for (arms_entity_id id = 1; id <= arms_entity_count(); id++)
            CHECK_ROW(arms_entity_absorbed_by(former, id) ==
                          (strcmp(arms_entity_get(id)->code, rows[i].absorbed_by) == 0),
                      rows[i].former);
    }
    CHECK_COUNT(arms_entity_continuator(0), 0);
    CHECK(!arms_entity_absorbed_by(0, 0));
}

static void test_kinds(void)
{
    CHECK_COUNT(arms_entity_get(arms_entity_by_code("PAK"))->kind, ARMS_ENTITY_STATE);
    CHECK_COUNT(arms_entity_get(arms_entity_by_code("soviet-union"))->kind,
                ARMS_ENTITY_FORMER);
    CHECK_COUNT(arms_entity_get(arms_entity_by_code("pkk"))->kind, ARMS_ENTITY_GROUP);
    CHECK_COUNT(arms_entity_get(arms_entity_by_code("unknown-supplier"))->kind,
                ARMS_ENTITY_UNKNOWN_PARTY);
    CHECK_COUNT(arms_entity_get(arms_entity_world())->kind, ARMS_ENTITY_AGGREGATE);
}

static void test_states(void)
{
    CHECK(arms_entity_is_state(ARMS_ENTITY_TERRITORY));
    CHECK(!arms_entity_is_state(ARMS_ENTITY_GROUP));
    CHECK(!arms_entity_is_state(ARMS_ENTITY_ORGANISATION));
    CHECK(!arms_entity_is_state(ARMS_ENTITY_UNKNOWN_PARTY));
    CHECK(!arms_entity_is_state(ARMS_ENTITY_AGGREGATE));
}

static void test_ids(void)
{
    CHECK_STRING(arms_entity_kind_name(ARMS_ENTITY_FORMER), "former state");
    CHECK_COUNT(arms_entity_by_code("nowhere"), 0);
    CHECK(!arms_entity_get(0));
    CHECK(!arms_entity_get((arms_entity_id)arms_entity_count() + 1));
    CHECK(arms_entity_get((arms_entity_id)arms_entity_count()) != NULL);
}

/* From the table's dates: 13 Mar 2023, 11 Mar 2024, 10 Mar 2025, 9 Mar 2026. */
static void test_releases(void)
{
    CHECK_STRING(release_on("SIPRI", "2026-02-12"), "2025-03");
    CHECK_STRING(release_on("SIPRI", "2025-03-10"), "2025-03");
    CHECK_STRING(release_on("SIPRI", "2025-03-09"), "2024-03");
    CHECK_STRING(release_on("SIPRI", "2024-10-13"), "2024-03");
}

static void test_releases_at_the_ends(void)
{
    CHECK_STRING(release_on("SIPRI", "2026-07-14"), "2026-03");
    CHECK_STRING(release_on("SIPRI", "2027-02-09"), "2026-03");
    CHECK_STRING(release_on("SIPRI", "2027-03-10"), NULL);
    CHECK_STRING(release_on("SIPRI", "2031-01-01"), NULL);
    CHECK_STRING(release_on("SIPRI", "2015-03-15"), NULL);
    CHECK_STRING(release_on("SIPRI", "2015-03-16"), "2015-03");
    CHECK_STRING(release_on("UN", "2025-06-01"), NULL);
}

const check_test data_entity_tests[] = {
    {"measures", test_measures},
    {"measures that are refused", test_measures_refused},
    {"the same measure", test_same_measure},
    {"units", test_units},
    {"currencies of articles", test_currencies},
    {"kinds of figures", test_kind_words},
    {"names of states", test_names},
    {"ambiguous names", test_ambiguous_names},
    {"unknown names", test_unknown_names},
    {"suggestions", test_suggestions},
    {"a publisher's spellings", test_spellings},
    {"spellings that changed", test_drift},
    {"succession", test_succession},
    {"kinds of parties", test_kinds},
    {"kinds that are states", test_states},
    {"ids of parties", test_ids},
    {"releases by date", test_releases},
    {"releases before and after all that is known", test_releases_at_the_ends},
    {NULL, NULL},
};
