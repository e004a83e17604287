/* How a file in no known layout could be loaded: the option --columns and what goes with
 * it, filled in as far as the header's words and the kinds of the columns tell. What is
 * not plain is left as a "?" for a person: a wrong guess of who sells and who buys would
 * turn every figure around. */
#include <stdint.h>
#include <string.h>

#include "report/inspect.h"

static const size_t NONE = SIZE_MAX, SEVERAL = SIZE_MAX - 1;

typedef struct role {
    const char *name;         /* in --columns */
    const char *const *words; /* of a header, as keys */
    arms_look_kind kind;      /* that the column must be of; EMPTY: any text */
} role;

static const char *const year_words[] = {
    "delivery year", "year of delivery", "year", "ref year", "refyear", "period", NULL};
static const char *const exporter_words[] = {"exporter", "supplier", "seller",
                                             "provider", "origin",   "from",
                                             "source",   "vendor",   NULL};
static const char *const importer_words[] = {"importer",    "recipient", "buyer",
                                             "destination", "customer",  "to",
                                             "receiver",    "end user",  NULL};
static const char *const value_words[] = {"value", "amount", "tiv",   "usd", "eur",
                                          "gbp",   "price",  "total", NULL};

static const role roles[] = {
    {"year", year_words, ARMS_LOOK_YEAR},
    {"exporter", exporter_words, ARMS_LOOK_EMPTY},
    {"importer", importer_words, ARMS_LOOK_EMPTY},
    {"value", value_words, ARMS_LOOK_NUMBER},
};

enum { YEAR, EXPORTER, IMPORTER, VALUE, ROLES };

static bool has_kind(const arms_look_column *column, arms_look_kind kind)
{
    if (kind == ARMS_LOOK_EMPTY)
        return column->kind == ARMS_LOOK_TEXT || column->kind == ARMS_LOOK_PARTY;
    return column->kind == kind ||
           (kind == ARMS_LOOK_NUMBER && column->kind == ARMS_LOOK_YEAR);
}

/* Whether the words of `part` stand in `key`, as whole words. */
static bool has_words(arms_text key, const char *part)
{
    size_t length = strlen(part);
    for (size_t i = 0; i + length <= key.len; i++) {
        bool begins = i == 0 || key.ptr[i - 1] == ' ';
        bool ends = i + length == key.len || key.ptr[i + length] == ' ';
        if (begins && ends && memcmp(key.ptr + i, part, length) == 0)
            return true;
    }
    return false;
}

static bool fits_word(bool *out, const inspect_file *file, const arms_look_column *column,
                      const char *word, arms_error *err)
{
    arms_text key;
    if (!arms_text_key(&key, file->arena, arms_text_of(column->name), err))
        return false;
    *out = has_words(key, word);
    return true;
}

/* The column whose name has the word; NONE where no column has, SEVERAL where several. */
static bool find_word(size_t *out, const inspect_file *file, const role *wanted,
                      const char *word, arms_error *err)
{
    const arms_look *look = file->look;
    bool fits = false;
    *out = NONE;
    for (size_t i = 0; i < look->column_count; i++) {
        if (!fits_word(&fits, file, &look->columns[i], word, err))
            return false;
        if (fits && has_kind(&look->columns[i], wanted->kind))
            *out = *out == NONE ? i : SEVERAL;
    }
    return true;
}

/* The only column of a kind; NONE where there are several. */
static size_t only_column(const arms_look *look, arms_look_kind kind)
{
    size_t at = NONE, count = 0;
    for (size_t i = 0; i < look->column_count; i++) {
        bool fits = look->columns[i].kind == kind;
        at = fits ? i : at;
        count += fits;
    }
    return count == 1 ? at : NONE;
}

static bool find_role(size_t *out, const inspect_file *file, const role *wanted,
                      arms_error *err)
{
    *out = NONE;
    for (size_t i = 0; wanted->words[i] && *out == NONE; i++)
        if (!find_word(out, file, wanted, wanted->words[i], err))
            return false;
    if (*out == SEVERAL)
        *out = NONE;
    else if (*out == NONE && wanted->kind != ARMS_LOOK_EMPTY)
        *out = only_column(file->look, wanted->kind);
    return true;
}

/* Safe to be pasted into a shell. */
static void put_quoted(arms_buffer *out, const char *text)
{
    static const char plain[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
                                "0123456789=,._-/";
    if (text[0] && strspn(text, plain) == strlen(text)) {
        arms_buffer_string(out, text);
        return;
    }
    arms_buffer_string(out, "'");
    for (const char *c = text; *c; c++)
        arms_buffer_text(out, *c == '\'' ? arms_text_of("'\\''") : (arms_text){c, 1});
    arms_buffer_string(out, "'");
}

static const char *scale_of(arms_text key)
{
    if (has_words(key, "million") || has_words(key, "millions") || has_words(key, "m"))
        return "million ";
    bool thousand = has_words(key, "thousand") || has_words(key, "thousands");
    return thousand ? "thousand " : "";
}

/* "million USD" of "Value (US$ million)"; NULL where the name has no unit. */
static const char *unit_of(const inspect_file *file, const char *name, arms_error *err)
{
    arms_text key, word, rest;
    if (!arms_text_key(&key, file->arena, arms_text_of(name), err))
        return NULL;
    arms_unit unit = strstr(name, "US$") ? ARMS_UNIT_USD : ARMS_UNIT_NONE;
    for (rest = key; !arms_unit_is_amount(unit) && arms_text_split(&word, &rest, ' ');)
        unit = arms_unit_parse(word);
    if (unit != ARMS_UNIT_TIV && !arms_unit_is_money(unit))
        return NULL;
    return arms_print(file->arena, err, "%s%s", scale_of(key), arms_unit_name(unit));
}

/* A column's name as --columns wants it. */
static void put_name(arms_buffer *out, const char *name)
{
    bool quotes = strchr(name, ',') || name[0] == '=' || name[0] == '"';
    if (!quotes) {
        arms_buffer_string(out, name);
        return;
    }
    arms_buffer_string(out, "\"");
    for (const char *c = name; *c; c++)
        arms_buffer_text(out, *c == '"' ? arms_text_of("\"\"") : (arms_text){c, 1});
    arms_buffer_string(out, "\"");
}

static const char *columns_value(inspect_file *to, const size_t *found, arms_error *err)
{
    arms_buffer out = {0};
    for (size_t i = 0; i < ROLES; i++) {
        arms_buffer_print(&out, "%s%s=", i > 0 ? "," : "", roles[i].name);
        put_name(&out, found[i] == NONE ? "?" : to->look->columns[found[i]].name);
    }
    return inspect_text(to->arena, &out, err);
}

static bool add_option(inspect_file *to, const char *name, const char *value,
                       arms_error *err)
{
    arms_buffer out = {0};
    if (!value)
        return false;
    arms_buffer_print(&out, "%s ", name);
    put_quoted(&out, value);
    return inspect_add(&to->mapping, to->arena, inspect_text(to->arena, &out, err), err);
}

static bool add_options(inspect_file *to, const size_t *found, arms_error *err)
{
    const bool any = found[VALUE] != NONE;
    const arms_look_column *value = &to->look->columns[any ? found[VALUE] : 0];
    const char *unit = any ? unit_of(to, value->name, err) : NULL;
    return add_option(to, "--columns", columns_value(to, found, err), err) &&
           add_option(to, "--measure", unit ? unit : "?", err) &&
           add_option(to, "--measure-kind", "?", err) &&
           (!any || 2 * value->commas <= value->filled ||
            add_option(to, "--decimal", ",", err));
}

bool inspect_mapping(inspect_file *to, arms_error *err)
{
    size_t found[ROLES], known = 0;
    if (to->look->reading.header_line == 0 || to->look->column_count < 3 ||
        to->look->nearest.title)
        return true;
    for (size_t i = 0; i < ROLES; i++) {
        if (!find_role(&found[i], to, &roles[i], err))
            return false;
        known += found[i] != NONE;
    }
    if (found[EXPORTER] == found[IMPORTER])
        found[EXPORTER] = found[IMPORTER] = NONE;
    return known < 2 || found[YEAR] == NONE || add_options(to, found, err);
}
