/* Mappings: keys and values become a description of a CSV file. Each key has one row in
 * the table below; what was given is kept as it stands, so that a mapping that is written
 * reads back the same. */
#include <armstrade/mapping.h>

#include <string.h>

#include "data/layout.h"

typedef bool setter(arms_mapping *mapping, arms_text value, arms_error *err);

static bool set_measure(arms_mapping *mapping, arms_text value, arms_error *err)
{
    return arms_measure_parse(&mapping->measure, value, err);
}

static bool set_kind(arms_mapping *mapping, arms_text value, arms_error *err)
{
    return arms_kind_parse(&mapping->measure.kind, value, err);
}

static bool set_valuation(arms_mapping *mapping, arms_text value, arms_error *err)
{
    if (value.len >= sizeof mapping->measure.valuation)
        return arms_fail(err, ARMS_USAGE, "has more than %zu characters",
                         sizeof mapping->measure.valuation - 1);
    memcpy(mapping->measure.valuation, value.ptr, value.len);
    return true;
}

static bool set_delimiter(arms_mapping *mapping, arms_text value, arms_error *err)
{
    static const char never[] = "\"'.#-_+=*()$%";
    char c = value.ptr[0];
    bool word =
        (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    if (arms_text_is_word(value, "tab") || arms_text_is(value, "\\t"))
        mapping->delimiter = '\t';
    else if (value.len == 1 && !word && c > ' ' && c < 127 && !strchr(never, c))
        mapping->delimiter = c;
    else
        return arms_fail(err, ARMS_USAGE,
                         "\"%.*s\" is no delimiter; write one character like , or ; or "
                         "|, or tab",
                         arms_text_shown(value, 60), value.ptr);
    return true;
}

static bool set_decimal(arms_mapping *mapping, arms_text value, arms_error *err)
{
    if (!arms_text_is(value, ".") && !arms_text_is(value, ","))
        return arms_fail(err, ARMS_USAGE, "\"%.*s\" is no decimal mark; write . or ,",
                         arms_text_shown(value, 60), value.ptr);
    mapping->decimal = value.ptr[0];
    return true;
}

static bool set_rounded(arms_mapping *mapping, arms_text value, arms_error *err)
{
    mapping->rounded = arms_text_is(value, "yes");
    return mapping->rounded || arms_text_is(value, "no") ||
           arms_fail(err, ARMS_USAGE, "write yes or no");
}

/* Releases are compared as text, so only dates of one form will do. */
static bool set_release(arms_mapping *mapping, arms_text value, arms_error *err)
{
    static const char form[] = "dddd-dd-dd";
    bool good = value.len == 4 || value.len == 7 || value.len == 10;
    (void)mapping;
    for (size_t i = 0; good && i < value.len; i++) {
        bool digit = value.ptr[i] >= '0' && value.ptr[i] <= '9';
        good = form[i] == 'd' ? digit : value.ptr[i] == '-';
    }
    return good || arms_fail(err, ARMS_USAGE,
                             "\"%.*s\" is no date; write 2024, 2024-05 or 2024-05-31",
                             arms_text_shown(value, 60), value.ptr);
}

static bool set_covers(arms_mapping *mapping, arms_text value, arms_error *err)
{
    layout_box box;
    if (!layout_box_parse(&box, value))
        return arms_fail(err, ARMS_USAGE,
                         "\"%.*s\" is not understood; write \"exporters=*; "
                         "importers=Pakistan; years=2014-2024\"",
                         arms_text_shown(value, 100), value.ptr);
    mapping->covers = arms_extend(&mapping->arena, mapping->covers, mapping->cover_count,
                                  sizeof *mapping->covers, err);
    const char *copy = arms_copy(&mapping->arena, value.ptr, value.len, err);
    if (!mapping->covers || !copy)
        return false;
    mapping->covers[mapping->cover_count++] = copy;
    return true;
}

static const struct {
    const char *name;
    setter *set; /* NULL: any text */
} keys[ARMS_MAP_KEYS] = {
    [ARMS_MAP_YEAR] = {"year", NULL},
    [ARMS_MAP_EXPORTER] = {"exporter", NULL},
    [ARMS_MAP_IMPORTER] = {"importer", NULL},
    [ARMS_MAP_CATEGORY] = {"category", NULL},
    [ARMS_MAP_VALUE] = {"value", NULL},
    [ARMS_MAP_LOW] = {"low", NULL},
    [ARMS_MAP_HIGH] = {"high", NULL},
    [ARMS_MAP_FLAGS] = {"flags", NULL},
    [ARMS_MAP_MEASURE] = {"measure", set_measure},
    [ARMS_MAP_KIND] = {"kind", set_kind},
    [ARMS_MAP_VALUATION] = {"valuation", set_valuation},
    [ARMS_MAP_DELIMITER] = {"delimiter", set_delimiter},
    [ARMS_MAP_DECIMAL] = {"decimal", set_decimal},
    [ARMS_MAP_MISSING] = {"missing", NULL},
    [ARMS_MAP_ROUNDED] = {"rounded", set_rounded},
    [ARMS_MAP_SOURCE] = {"source", NULL},
    [ARMS_MAP_RELEASE] = {"release", set_release},
    [ARMS_MAP_COVERS] = {"covers", set_covers},
};

const char *arms_mapping_key_name(arms_map_key key)
{
    return keys[key].name;
}

/* Columns that may be one text for all rows instead. */
static bool may_be_constant(arms_map_key key)
{
    return key == ARMS_MAP_YEAR || key == ARMS_MAP_EXPORTER || key == ARMS_MAP_IMPORTER ||
           key == ARMS_MAP_CATEGORY;
}

/* The text inside quotes, where a quote is doubled; NULL with *err filled where they are
 * not closed at the end. */
static const char *unquoted(arms_mapping *mapping, arms_text text, arms_error *err)
{
    char *out = arms_copy(&mapping->arena, text.ptr, text.len, err);
    size_t used = 0, i = 1;
    if (!out)
        return NULL;
    for (; i < text.len &&
           (text.ptr[i] != '"' || (i + 1 < text.len && text.ptr[i + 1] == '"'));
         i++) {
        out[used++] = text.ptr[i];
        i += text.ptr[i] == '"';
    }
    out[used] = '\0';
    if (i + 1 == text.len)
        return out;
    arms_fail(err, ARMS_USAGE, "the quotes of %.*s are not closed at its end",
              arms_text_shown(text, 60), text.ptr);
    return NULL;
}

static bool set_column(arms_mapping *mapping, arms_map_key key, arms_text value,
                       arms_error *err)
{
    arms_map_column column = {.constant = value.ptr[0] == '='};
    int year;
    if (column.constant)
        value = arms_text_trim((arms_text){value.ptr + 1, value.len - 1});
    if (value.len > 0 && value.ptr[0] == '"')
        column.text = unquoted(mapping, value, err);
    else
        column.text = arms_copy(&mapping->arena, value.ptr, value.len, err);
    if (!column.text)
        return false;
    if (!column.text[0])
        return arms_fail(err, ARMS_USAGE, "names nothing");
    if (column.constant && !may_be_constant(key))
        return arms_fail(err, ARMS_USAGE,
                         "cannot be one text for all rows; name a column, without the "
                         "second '='");
    mapping->columns[key] = column;
    return !column.constant || key != ARMS_MAP_YEAR ||
           arms_year_parse(&year, arms_text_of(column.text), err);
}

static bool set_value(arms_mapping *mapping, arms_map_key key, arms_text value,
                      arms_error *err)
{
    if (mapping->said[key] && key != ARMS_MAP_COVERS)
        return arms_fail(err, ARMS_USAGE, "is given twice; once is enough");
    if (value.len == 0)
        return arms_fail(err, ARMS_USAGE, "has no value");
    for (size_t i = 0; i < value.len; i++)
        if ((unsigned char)value.ptr[i] < ' ' && value.ptr[i] != '\t')
            return arms_fail(err, ARMS_USAGE, "has a line break or a control character");
    mapping->said[key] = arms_copy(&mapping->arena, value.ptr, value.len, err);
    if (!mapping->said[key])
        return false;
    if (key < ARMS_MAP_COLUMNS)
        return set_column(mapping, key, value, err);
    return !keys[key].set || keys[key].set(mapping, value, err);
}

/* The length of one "key=value", up to a comma outside quotes. */
static size_t pair_length(arms_text list)
{
    bool quotes = false, begins = false;
    for (size_t i = 0; i < list.len; i++) {
        char c = list.ptr[i];
        if (c == ',' && !quotes)
            return i;
        if (c == '"' && (begins || quotes))
            quotes = !quotes;
        begins = c == '=' || (begins && c == ' ') || (c == '"' && !quotes);
    }
    return list.len;
}

static bool set_pair(arms_mapping *mapping, arms_text pair, arms_error *err)
{
    const char *equals = memchr(pair.ptr, '=', pair.len);
    size_t at = equals ? (size_t)(equals - pair.ptr) : pair.len;
    arms_text key = arms_text_trim((arms_text){pair.ptr, at});
    if (!equals)
        return arms_fail(
            err, ARMS_USAGE,
            "\"%.*s\" has no '='; write year=Year,exporter=Seller and so on, "
            "and names with a comma in quotes",
            arms_text_shown(pair, 60), pair.ptr);
    for (int i = 0; i < ARMS_MAP_COLUMNS; i++)
        if (arms_text_is(key, keys[i].name))
            return arms_mapping_set(
                mapping, key, arms_text_trim((arms_text){equals + 1, pair.len - at - 1}),
                err);
    return arms_fail(err, ARMS_USAGE,
                     "\"%.*s\" is no column that is read; known are year, exporter, "
                     "importer, category, value, low, high and flags",
                     arms_text_shown(key, 60), key.ptr);
}

static bool set_columns(arms_mapping *mapping, arms_text list, arms_error *err)
{
    while (list.len > 0) {
        size_t len = pair_length(list), used = len < list.len ? len + 1 : len;
        if (!set_pair(mapping, arms_text_trim((arms_text){list.ptr, len}), err))
            return false;
        list = (arms_text){list.ptr + used, list.len - used};
    }
    return true;
}

static bool fail_key(arms_text key, arms_error *err)
{
    arms_buffer known = {0};
    for (int i = 0; i < ARMS_MAP_KEYS; i++)
        arms_buffer_print(&known, "%s%s", i > 0 ? ", " : "", keys[i].name);
    arms_fail(err, ARMS_USAGE, "\"%.*s\" is no key of a mapping; known are %s",
              arms_text_shown(key, 60), key.ptr, known.data ? known.data : "");
    arms_buffer_free(&known);
    return false;
}

bool arms_mapping_set(arms_mapping *mapping, arms_text key, arms_text value,
                      arms_error *err)
{
    arms_error why = {0};
    value = arms_text_trim(value);
    if (arms_text_is(key, "columns"))
        return set_columns(mapping, value, err);
    for (int i = 0; i < ARMS_MAP_KEYS; i++) {
        if (!arms_text_is(key, keys[i].name))
            continue;
        return set_value(mapping, (arms_map_key)i, value, &why) ||
               arms_fail(err, why.code, "%s: %s", keys[i].name, why.text);
    }
    return fail_key(key, err);
}

bool arms_mapping_has_columns(const arms_mapping *mapping)
{
    for (int i = 0; i < ARMS_MAP_COLUMNS; i++)
        if (mapping->columns[i].text)
            return true;
    return false;
}

static bool check_twice(const arms_mapping *mapping, arms_error *err)
{
    for (int i = 0; i < ARMS_MAP_COLUMNS; i++) {
        const arms_map_column *a = &mapping->columns[i];
        for (int j = 0; j < i && a->text && !a->constant; j++) {
            const arms_map_column *b = &mapping->columns[j];
            if (b->text && !b->constant && strcmp(a->text, b->text) == 0)
                return arms_fail(err, ARMS_USAGE,
                                 "the column \"%s\" is said to hold %s and %s; it can "
                                 "hold one of them",
                                 a->text, keys[j].name, keys[i].name);
        }
    }
    return true;
}

static bool check_columns(const arms_mapping *mapping, arms_error *err)
{
    static const struct {
        arms_map_key key;
        const char *add;
    } needed[] = {
        {ARMS_MAP_YEAR, "the column of the years"},
        {ARMS_MAP_EXPORTER, "the column of the exporters, or one after a second '='"},
        {ARMS_MAP_IMPORTER, "the column of the importers, or one after a second '='"},
        {ARMS_MAP_VALUE, "the column of the values"},
        {ARMS_MAP_MEASURE, "what the values count (--measure 'million USD')"},
        {ARMS_MAP_KIND, "delivery, order or licence (--measure-kind licence)"},
    };
    for (size_t i = 0; i < sizeof needed / sizeof *needed; i++)
        if (!mapping->said[needed[i].key])
            return arms_fail(err, ARMS_USAGE, "%s is not said; add %s",
                             keys[needed[i].key].name, needed[i].add);
    if (mapping->rounded && (mapping->said[ARMS_MAP_LOW] || mapping->said[ARMS_MAP_HIGH]))
        return arms_fail(err, ARMS_USAGE,
                         "values that are rounded have no columns low and high; leave "
                         "out one or the other");
    return check_twice(mapping, err);
}

bool arms_mapping_check(const arms_mapping *mapping, arms_error *err)
{
    static const arms_map_key alone[] = {ARMS_MAP_MEASURE, ARMS_MAP_KIND,
                                         ARMS_MAP_DELIMITER};
    if (arms_mapping_has_columns(mapping))
        return check_columns(mapping, err);
    for (int i = 0; i < ARMS_MAP_KEYS; i++) {
        bool fits = !mapping->said[i];
        for (size_t j = 0; j < sizeof alone / sizeof *alone; j++)
            fits = fits || alone[j] == (arms_map_key)i;
        if (!fits)
            return arms_fail(err, ARMS_USAGE,
                             "%s is said, but not which column holds what; name the "
                             "columns too",
                             keys[i].name);
    }
    return true;
}

void arms_mapping_free(arms_mapping *mapping)
{
    arms_arena_free(&mapping->arena);
    *mapping = (arms_mapping){0};
}
