/* Random tables have no sums in them; sums that are planted are found, also where all is
 * rounded. */
#include <math.h>
#include <string.h>

#include "tests/property/random.h"
#include "tests/unit/fixture.h"

enum { TABLES = 1200, ROWS = 14, YEARS = 8 };

typedef struct table {
    const char *names[ROWS + 2];
    double values[ROWS + 2][YEARS]; /* NaN: no row */
    size_t rows, years;
    bool many; /* each column has an exporter of its own; else it is World */
} table;

static const char *const names[ROWS] = {
    "France",    "Italy",    "Spain",    "Pakistan",         "Ruritania",
    "Freedonia", "Syldavia", "Borduria", "Grinlandia",       "Karabas",
    "Elbonia",   "Iran",     "Turkey",   "unknown country 7"};

/* Sizes of several kinds: whole and small, whole and large, with decimals, coarse,
 * skewed, and a few that are often sums of each other. */
static double draw(size_t kind)
{
    switch (kind) {
    case 0: return (double)random_below(6);
    case 1: return (double)random_below(3000);
    case 2: return round(random_unit() * 1e5) / 100;
    case 3: return (double)(random_below(40) * 50);
    case 4: return round(exp(12 * random_unit()));
    default: return (double)(7 * (1 + random_below(4)));
    }
}

static void make(table *t, size_t kind)
{
    *t = (table){.rows = 3 + random_below(ROWS - 2), .years = 1 + random_below(YEARS)};
    size_t gaps = random_below(4);
    for (size_t row = 0; row < t->rows; row++) {
        t->names[row] = names[row];
        for (size_t year = 0; year < t->years; year++)
            t->values[row][year] = gaps > 0 && random_below(4) < gaps ? NAN : draw(kind);
    }
}

static const char *exporter_of(const table *t, size_t column)
{
    static const char *const exporters[] = {"Chile", "Kenya", "Norway", "Sweden",
                                            "Japan"};
    return t->many ? exporters[column % 5] : "World";
}

static fixture load(const table *t)
{
    char digits[ARMS_NUMBER_SIZE];
    arms_buffer text = {0};
    bool by_year = random_below(2);
    arms_buffer_string(&text, "year,exporter,importer,category,measure,value\n");
    for (size_t i = 0; i < t->rows * t->years; i++) {
        size_t row = by_year ? i % t->rows : i / t->years;
        size_t year = by_year ? i / t->rows : i % t->years;
        double value = t->values[row][year];
        if (!isnan(value))
            arms_buffer_print(&text, "%zu,%s,%s,,USD,%s\n", 2000 + year,
                              exporter_of(t, year), t->names[row],
                              arms_number_print(digits, value));
    }
    fixture f = {0};
    if (strchr(text.data, '\n')[1] != '\0')
        f = fixture_load(text.data);
    arms_buffer_free(&text);
    return f;
}

static void test_none(void)
{
    for (size_t i = 0; i < TABLES; i++) {
        table t;
        make(&t, i % 6);
        t.many = random_below(2);
        fixture f = load(&t);
        bool good = !f.data || CHECK(!fixture_noted(f.data, "equals the sum"));
        fixture_free(&f);
        if (!good)
            return;
    }
}

/* Puts a row in that is the sum of those from `from` to `to`, before the row `at`. */
static void plant(table *t, const char *name, const size_t range[2], size_t at)
{
    double sums[YEARS] = {0};
    for (size_t row = range[0]; row <= range[1]; row++)
        for (size_t year = 0; year < t->years; year++)
            sums[year] += t->values[row][year];
    memmove(t->values + at + 1, t->values + at, (t->rows - at) * sizeof *t->values);
    memmove(t->names + at + 1, t->names + at, (t->rows - at) * sizeof *t->names);
    memcpy(t->values[at], sums, sizeof sums);
    t->names[at] = name;
    t->rows++;
}

/* Positive figures of a few hundred or more, so that three years tell a sum. */
static void make_large(table *t)
{
    *t = (table){.rows = 5 + random_below(ROWS - 4), .years = 4 + random_below(5)};
    for (size_t row = 0; row < t->rows; row++) {
        t->names[row] = names[row];
        for (size_t year = 0; year < t->years; year++)
            t->values[row][year] = 200 + 3000 * random_unit();
    }
}

static void round_all(table *t, double unit)
{
    for (size_t row = 0; row < t->rows; row++)
        for (size_t year = 0; year < t->years; year++)
            t->values[row][year] = round(t->values[row][year] / unit) * unit;
}

static bool is_sum(const fixture *f, const char *name)
{
    return arms_dataset_party_kind(f->data, fixture_party(f->data, name)) ==
           ARMS_ENTITY_AGGREGATE;
}

static bool check_planted(const table *t)
{
    fixture f = load(t);
    bool good = CHECK(f.data != NULL);
    for (size_t row = 0; good && row < t->rows; row++) {
        bool planted = strncmp(t->names[row], "Summe", 5) == 0 ||
                       strcmp(t->names[row], "Zusammen") == 0;
        good = CHECK_ROW(is_sum(&f, t->names[row]) == planted, t->names[row]);
    }
    fixture_free(&f);
    return good;
}

/* A grand total, a subtotal beside its parts, or both; some rounded to whole numbers or
 * to two decimals, after the sums were made. */
static void test_planted(void)
{
    for (size_t i = 0; i < TABLES / 2; i++) {
        table t;
        make_large(&t);
        t.many = random_below(2);
        size_t from = random_below(t.rows - 3), to = from + 1 + random_below(2), more;
        const size_t part[2] = {from, to}, all[2] = {0, t.rows - 1};
        double unit = i % 2 ? 1 : 0.01;
        if (i % 4 < 2)
            round_all(&t, unit);
        more = i % 3 != 0;
        if (i % 3 != 1)
            plant(&t, "Zusammen", all, random_below(2) ? 0 : t.rows);
        size_t shift = i % 3 != 1 && strcmp(t.names[0], "Zusammen") == 0;
        const size_t moved[2] = {part[0] + shift, part[1] + shift};
        if (more)
            plant(&t, "Summe A", moved, random_below(2) ? moved[0] : moved[1] + 1);
        round_all(&t, unit);
        if (!check_planted(&t))
            return;
    }
}

const check_test property_aggregate_tests[] = {
    {"no sums in random tables", test_none},
    {"planted sums are found", test_planted},
    {NULL, NULL},
};
