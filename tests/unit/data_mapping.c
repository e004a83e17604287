/* Numbers as other countries print them, and mappings by themselves. */
#include <math.h>

#include <armstrade/mapping.h>
#include <armstrade/number.h>

#include "tests/unit/check.h"

static const struct {
    const char *text;
    char point;
    double value; /* NaN: it is no number */
} numbers[] = {
    {"1.234,5", ',', 1234.5},
    {"1 234,5", ',', 1234.5},
    {"1\xC2\xA0"
     "234",
     ',', 1234},
    {"1\xE2\x80\xAF"
     "234\xE2\x80\xAF"
     "567,25",
     ',', 1234567.25},
    {"1\xE2\x80\x89"
     "234",
     '.', 1234},
    {"1'234.5", '.', 1234.5},
    {"1\xE2\x80\x99"
     "234,5",
     ',', 1234.5},
    {"12,25", ',', 12.25},
    {"0,5", ',', 0.5},
    {"1.234", ',', 1234},
    {"1,234", ',', 1.234},
    {"1,234", '.', 1234},
    {"1.234", '.', 1.234},
    {"1234", ',', 1234},
    {"12.25", ',', NAN},
    {"0.123", ',', NAN},
    {"1.23,4", ',', NAN},
    {"1.234.5", ',', NAN},
    {"1,234,5", ',', NAN},
    {"1 234.567", ',', NAN}, /* two kinds of separators */
    {"1 234'567", ',', NAN},
    {"1  234", ',', NAN},
    {"12 34", '.', NAN},
    {"1 2345", '.', NAN},
    {",5", ',', NAN},
    {"5,", ',', NAN},
    {"\xD9\xA1\xD9\xA2", ',', NAN}, /* Arabic digits */
    {"", ',', NAN},
};

static void test_numbers(void)
{
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
        arms_decimal number;
        arms_error err = {0};
        bool read = arms_decimal_parse_local(&number, arms_text_of(numbers[i].text),
                                             numbers[i].point, &err);
        CHECK_ROW(read == !isnan(numbers[i].value), numbers[i].text);
        CHECK_ROW(!read || check_same(arms_decimal_value(number), numbers[i].value),
                  numbers[i].text);
    }
}

#define COLUMNS  "year: Jahr\nexporter: =Germany\nimporter: Land\nvalue: Wert\n"
#define LICENCES "measure: thousand EUR\nkind: licence\n"

/* A mapping of lines "key: value". */
static bool read_mapping(arms_mapping *out, const char *lines, arms_error *err)
{
    *out = (arms_mapping){0};
    return arms_mapping_read(out, check_write("map.txt", arms_text_of(lines)), err) &&
           arms_mapping_check(out, err);
}

static const struct {
    const char *lines;
    size_t line; /* 0: found only when the whole is looked at */
    const char *part;
} mistakes[] = {
    {"year Year\n", 1, "no ':'"},
    {"# x\n\nyeer: Y\n", 3, "\"yeer\" is no key of a mapping; known are year, exporter"},
    {"year: Y\nyear: Z\n", 2, "year: is given twice"},
    {"year:\n", 1, "year: has no value"},
    {"year: =\n", 1, "year: names nothing"},
    {"year: =19\n", 1, "year: \"19\" is no year"},
    {"year: \"Y\" x\n", 1, "year: the quotes of \"Y\" x are not closed"},
    {"value: =5\n", 1, "value: cannot be one text"},
    {"measure: million\n", 1, "measure: \"million\" is no measure"},
    {"kind: gift\n", 1, "kind: \"gift\" is no kind"},
    {"valuation: 0123456789012345678901234567890123\n", 1, "valuation: has more than 31"},
    {"delimiter: ab\n", 1, "delimiter: \"ab\" is no delimiter"},
    {"delimiter: \"\n", 1, "is no delimiter"},
    {"decimal: ;\n", 1, "decimal: \";\" is no decimal mark"},
    {"rounded: maybe\n", 1, "rounded: write yes or no"},
    {"release: May 2024\n", 1, "release: \"May 2024\" is no date"},
    {"covers: importers=*\n", 1, "covers: \"importers=*\" is not understood"},
    {"columns: year=Y,importer\n", 1, "\"importer\" has no '='"},
    {"columns: year=Y,buyer=B\n", 1, "\"buyer\" is no column that is read"},
    {"columns: year=Y,year=Z\n", 1, "year: is given twice"},
    {"year: Y\nimporter: B\nvalue: V\n" LICENCES, 0, "exporter is not said"},
    {COLUMNS "kind: licence\n", 0, "measure is not said"},
    {COLUMNS "measure: USD\n", 0, "kind is not said"},
    {"year: Y\nexporter: X\nimporter: X\nvalue: V\n" LICENCES, 0,
     "the column \"X\" is said to hold exporter and importer"},
    {COLUMNS LICENCES "low: L\nrounded: yes\n", 0, "no columns low and high"},
    {"decimal: ,\n", 0, "decimal is said, but not which column"},
};

static void test_mistakes(void)
{
    for (size_t i = 0; i < sizeof mistakes / sizeof *mistakes; i++) {
        arms_mapping mapping;
        arms_error err = {0};
        CHECK_ROW(!read_mapping(&mapping, mistakes[i].lines, &err), mistakes[i].lines);
        CHECK_ROW(err.line == mistakes[i].line, mistakes[i].lines);
        CHECK_ROW(err.code == (mistakes[i].line > 0 ? ARMS_PARSE : ARMS_USAGE),
                  mistakes[i].lines);
        CHECK_HAS(err.text, mistakes[i].part);
        arms_mapping_free(&mapping);
    }
}

static void check_column(const arms_mapping *mapping, arms_map_key key, const char *text,
                         bool constant)
{
    CHECK_STRING(mapping->columns[key].text, text);
    CHECK(mapping->columns[key].constant == constant);
}

/* A list of columns: names may hold commas, quotes and '='. */
static void test_columns(void)
{
    arms_mapping mapping = {0};
    arms_error err = {0};
    arms_text list = arms_text_of(
        " year = Year ,exporter==\"Korea, South\",importer=\"Buyer, \"\"the\"\" "
        "state\",value=\"=A\",category=a=b c,high=5\" gun ");
    CHECK(arms_mapping_set(&mapping, arms_text_of("columns"), list, &err));
    CHECK_STRING(err.text, "");
    check_column(&mapping, ARMS_MAP_YEAR, "Year", false);
    check_column(&mapping, ARMS_MAP_EXPORTER, "Korea, South", true);
    check_column(&mapping, ARMS_MAP_IMPORTER, "Buyer, \"the\" state", false);
    check_column(&mapping, ARMS_MAP_VALUE, "=A", false);
    check_column(&mapping, ARMS_MAP_CATEGORY, "a=b c", false);
    check_column(&mapping, ARMS_MAP_HIGH, "5\" gun", false);
    check_column(&mapping, ARMS_MAP_LOW, NULL, false);
    arms_mapping_free(&mapping);
}

/* What is written reads back the same, and is written the same again. */
static void test_round_trip(void)
{
    static const char lines[] =
        "covers: exporters=*; importers=Pakistan; years=2014-2024\n"
        "columns: year=Year,exporter=\"a, \"\"b\"\"\",importer==Pakistan,value=\"=v\"\n"
        "  low :  # no comment: a name\n\n# a comment\n"
        "measure: million US$\nkind: order\ndelimiter: tab\ndecimal: ,\n"
        "missing: none; ?\nsource: Ministry: of #1\nrelease: 2024\n"
        "covers: exporters=China|Iran; importers=World; years=2014\nvaluation: FOB\n";
    arms_mapping first, second;
    arms_error err = {0};
    arms_buffer one = {0}, two = {0};
    CHECK(read_mapping(&first, lines, &err));
    arms_mapping_write(&one, &first);
    CHECK(read_mapping(&second, one.data, &err));
    CHECK_STRING(err.text, "");
    arms_mapping_write(&two, &second);
    CHECK_STRING(two.data, one.data);
    check_column(&second, ARMS_MAP_EXPORTER, "a, \"b\"", false);
    check_column(&second, ARMS_MAP_IMPORTER, "Pakistan", true);
    check_column(&second, ARMS_MAP_VALUE, "=v", false);
    check_column(&second, ARMS_MAP_LOW, "# no comment: a name", false);
    CHECK(second.delimiter == '\t' && second.decimal == ',');
    CHECK_COUNT(second.measure.unit, ARMS_UNIT_USD);
    CHECK(check_same(second.measure.scale, 1e6));
    CHECK_COUNT(second.measure.kind, ARMS_KIND_ORDER);
    CHECK_STRING(second.measure.valuation, "FOB");
    CHECK_STRING(second.said[ARMS_MAP_SOURCE], "Ministry: of #1");
    CHECK_COUNT(second.cover_count, 2);
    CHECK_STRING(second.covers[1], "exporters=China|Iran; importers=World; years=2014");
    arms_buffer_free(&one);
    arms_buffer_free(&two);
    arms_mapping_free(&first);
    arms_mapping_free(&second);
}

const check_test data_mapping_tests[] = {
    {"numbers of other countries", test_numbers},
    {"mistakes in mappings", test_mistakes},
    {"a list of columns", test_columns},
    {"mappings read back", test_round_trip},
    {NULL, NULL},
};
