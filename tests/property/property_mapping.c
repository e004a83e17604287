/* Random tables, written with any delimiter, decimal mark, grouping and quoting, read
 * back exactly under a mapping that says how they were written. */
#include <stdio.h>
#include <string.h>

#include <armstrade/mapping.h>

#include "tests/property/random.h"
#include "tests/unit/fixture.h"

enum { FILES = 600, MOST_ROWS = 30 };

typedef struct written {
    char delimiter, point;
    const char *group; /* between groups of three; "" for none */
    bool quotes, crlf;
    int64_t digits[MOST_ROWS]; /* of each value … */
    int places[MOST_ROWS];     /* … behind the mark */
    size_t rows, order[4];     /* which field stands where */
} written;

static const char *const fields[4] = {"Year", "Seller", "Buyer, state",
                                      "Amount; in \"X\""};

static void choose(written *w)
{
    static const char delimiters[] = ",;\t|:";
    static const char *const commas[] = {"", "", ".", " ", "\xC2\xA0", "\xE2\x80\xAF",
                                         "'"};
    static const char *const points[] = {"", "", ",", " ", "\xE2\x80\x89", "'"};
    w->delimiter = delimiters[random_below(5)];
    w->point = random_below(2) ? ',' : '.';
    w->group = w->point == ',' ? commas[random_below(7)] : points[random_below(6)];
    w->quotes = random_below(2);
    w->crlf = random_below(2);
    w->rows = 1 + random_below(MOST_ROWS);
    for (size_t i = 0; i < 4; i++)
        w->order[i] = i;
    for (size_t i = 3; i > 0; i--) {
        size_t j = random_below(i + 1), moved = w->order[i];
        w->order[i] = w->order[j];
        w->order[j] = moved;
    }
}

/* Quotes where they must stand, and now and then where they may. */
static void put_field(arms_buffer *out, const written *w, const char *text)
{
    bool needed = strchr(text, w->delimiter) || strchr(text, '"') || text[0] == ' ';
    if (!needed && !(w->quotes && random_below(2))) {
        arms_buffer_string(out, text);
        return;
    }
    arms_buffer_string(out, "\"");
    for (; *text; text++)
        arms_buffer_print(out, *text == '"' ? "\"\"" : "%c", *text);
    arms_buffer_string(out, "\"");
}

/* The digits of a number with its mark and groups. */
static void put_number(arms_buffer *out, const written *w, size_t row)
{
    char digits[32];
    (void)snprintf(digits, sizeof digits, "%0*lld", w->places[row] + 1,
                   (long long)w->digits[row]);
    size_t whole = strlen(digits) - (size_t)w->places[row];
    for (size_t i = 0; digits[i]; i++) {
        if (i > 0 && i < whole && (whole - i) % 3 == 0)
            arms_buffer_string(out, w->group);
        if (i == whole)
            arms_buffer_print(out, "%c", w->point);
        arms_buffer_print(out, "%c", digits[i]);
    }
}

static void put_row(arms_buffer *out, const written *w, size_t row)
{
    arms_buffer year = {0}, amount = {0};
    arms_buffer_print(&year, "%zu", 1950 + row);
    put_number(&amount, w, row);
    const char *const cells[4] = {year.data, "China", "Iran", amount.data};
    for (size_t i = 0; i < 4; i++) {
        if (i > 0)
            arms_buffer_print(out, "%c", w->delimiter);
        put_field(out, w, cells[w->order[i]]);
    }
    arms_buffer_string(out, w->crlf ? "\r\n" : "\n");
    arms_buffer_free(&year);
    arms_buffer_free(&amount);
}

static void write_file(arms_buffer *out, written *w)
{
    for (size_t i = 0; i < 4; i++) {
        if (i > 0)
            arms_buffer_print(out, "%c", w->delimiter);
        put_field(out, w, fields[w->order[i]]);
    }
    arms_buffer_string(out, w->crlf ? "\r\n" : "\n");
    for (size_t row = 0; row < w->rows; row++) {
        w->places[row] = (int)random_below(4);
        w->digits[row] = (int64_t)(random_bits() % (random_below(2) ? 3000 : 1000000000));
        put_row(out, w, row);
    }
}

static bool set_mapping(arms_mapping *mapping, const written *w, arms_error *err)
{
    char delimiter[] = {w->delimiter, '\0'}, point[] = {w->point, '\0'};
    const char *const pairs[][2] = {
        {"columns", "year=Year,exporter=Seller,importer=\"Buyer, state\","
                    "value=\"Amount; in \"\"X\"\"\""},
        {"measure", "million USD"},
        {"kind", "order"},
        {"delimiter", w->delimiter == '\t' ? "tab" : delimiter},
        {"decimal", point},
    };
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
        if (!arms_mapping_set(mapping, arms_text_of(pairs[i][0]),
                              arms_text_of(pairs[i][1]), err))
            return false;
    return arms_mapping_check(mapping, err);
}

static bool check_rows(const arms_loaded *loaded, const written *w)
{
    const arms_dataset *data = loaded->items[0];
    if (!CHECK_COUNT(arms_dataset_count(data), w->rows))
        return false;
    for (size_t row = 0; row < w->rows; row++) {
        arms_flow flow = arms_dataset_flow(data, row);
        const arms_decimal wanted = {w->digits[row], -w->places[row], false};
        if (!CHECK(check_same(flow.value, arms_decimal_value(wanted))) ||
            !CHECK_COUNT(flow.year, 1950 + row) || !CHECK_COUNT(flow.line, row + 2))
            return false;
    }
    return true;
}

static bool check_file(written *w)
{
    arms_buffer text = {0};
    arms_mapping mapping = {0};
    arms_loaded loaded = {0};
    arms_error err = {0};
    arms_load_options options = {.mapping = &mapping};
    write_file(&text, w);
    const char *path = check_write("mapped.csv", (arms_text){text.data, text.len});
    bool good = CHECK(set_mapping(&mapping, w, &err)) &&
                CHECK(arms_load(&loaded, path, &options, &err)) && check_rows(&loaded, w);
    if (!good) {
        CHECK_STRING(err.text, "");
        CHECK_STRING(text.data, "");
    }
    arms_loaded_free(&loaded);
    arms_mapping_free(&mapping);
    arms_buffer_free(&text);
    return good;
}

static void test_read_back(void)
{
    for (size_t i = 0; i < FILES; i++) {
        written w = {0};
        choose(&w);
        if (!check_file(&w))
            return;
    }
}

/* Changes, removes or cuts a few bytes. */
static void damage(arms_buffer *text)
{
    static const char bytes[] = "\",;:=#|\t\n\r.0-\xC3\xFF '*";
    for (size_t n = 1 + random_below(4); n > 0 && text->len > 2; n--) {
        size_t at = random_below(text->len - 1), kind = random_below(9);
        if (kind < 5)
            text->data[at] = bytes[random_below(sizeof bytes - 1)];
        else if (kind == 8)
            text->len = at + 1;
        else
            memmove(text->data + at, text->data + at + 1, text->len-- - at - 1);
    }
}

static bool is_told(const arms_error *err)
{
    return CHECK(err->code != ARMS_OK && err->text[0]);
}

/* Loads a file and a mapping of which one is damaged, or both are. */
static bool check_damaged(size_t which)
{
    written w = {0};
    arms_buffer text = {0}, map = {0};
    arms_mapping mapping = {0}, read = {0};
    arms_loaded loaded = {0};
    arms_error err = {0};
    arms_load_options options = {.mapping = &read};
    choose(&w);
    write_file(&text, &w);
    bool good = CHECK(set_mapping(&mapping, &w, &err));
    arms_mapping_write(&map, &mapping);
    if (which != 0)
        damage(&map);
    if (which != 1)
        damage(&text);
    const char *path = check_write("map.txt", (arms_text){map.data, map.len});
    if (!arms_mapping_read(&read, path, &err) || !arms_mapping_check(&read, &err)) {
        good = good && is_told(&err);
    } else {
        path = check_write("mapped.csv", (arms_text){text.data, text.len});
        good = good && (arms_load(&loaded, path, &options, &err)
                            ? CHECK(loaded.count == 1 &&
                                    arms_dataset_count(loaded.items[0]) <= w.rows + 4)
                            : is_told(&err) && CHECK(err.file[0]));
    }
    arms_loaded_free(&loaded);
    arms_mapping_free(&mapping);
    arms_mapping_free(&read);
    arms_buffer_free(&text);
    arms_buffer_free(&map);
    return good;
}

static void test_damaged(void)
{
    for (size_t i = 0; i < FILES; i++)
        if (!check_damaged(i % 3))
            return;
}

const check_test property_mapping_tests[] = {
    {"mapped files read back", test_read_back},
    {"damaged mappings and mapped files", test_damaged},
    {NULL, NULL},
};
