/* Any other CSV: a row per flow, read as a person's mapping says (see mapping.h).
 *
 * What the mapping does not say is not guessed. Without a decimal mark, a point is taken
 * as one and commas as parting thousands, but only if some number of the file shows it:
 * where all that is known is "1,234" or "1.234", either may be meant, and the file is
 * refused. Without `covers`, what the file leaves out may be none or unknown. */
#include <math.h>
#include <string.h>

#include "data/layouts/mapped.h"

typedef struct state {
    const arms_mapping *mapping;
    size_t at[ARMS_MAP_COLUMNS]; /* column → index in a record */
    size_t width;
    size_t missing, missing_line; /* values that are missing, the first one's line */
    size_t unsure_line;           /* of the first number that may be read in two ways */
    char unsure[32];
    size_t sure_line, comma_line; /* numbers that show what mark is which */
} state;

static bool recognise(const csv_record *header)
{
    (void)header;
    return false;
}

/* Finds a column; its name must be the only one of its kind. */
static bool find_column(layout_run *run, const csv_record *header, arms_map_key key,
                        arms_error *err)
{
    state *s = run->state;
    const arms_map_column *column = &s->mapping->columns[key];
    s->at[key] = header->count;
    if (!column->text || column->constant)
        return true;
    if (mapped_matches(header, column->text) > 1)
        return arms_fail_at(err, ARMS_LAYOUT, run->file, header->line,
                            "two columns are called \"%s\", so which one holds the %s is "
                            "not known; rename one of them",
                            column->text, arms_mapping_key_name(key));
    s->at[key] = 0;
    while (!arms_text_is(arms_text_trim(header->fields[s->at[key]]), column->text))
        s->at[key]++;
    return true;
}

static bool begin(layout_run *run, const csv_record *header, arms_error *err)
{
    state *s = run->state;
    const arms_mapping *mapping = run->options->mapping;
    s->mapping = mapping;
    s->width = header->count;
    run->origin = mapping->said[ARMS_MAP_SOURCE];
    run->release = mapping->said[ARMS_MAP_RELEASE];
    for (int i = 0; i < ARMS_MAP_COLUMNS; i++)
        if (!find_column(run, header, (arms_map_key)i, err))
            return false;
    return layout_announce(run, &mapping->measure, ARMS_REPORTED_BY_PUBLISHER, err);
}

static arms_text cell(const state *s, const csv_record *record, arms_map_key key)
{
    const arms_map_column *column = &s->mapping->columns[key];
    if (column->constant)
        return arms_text_of(column->text);
    size_t at = s->at[key];
    return at < record->count ? arms_text_trim(record->fields[at]) : (arms_text){"", 0};
}

/* Publishers call those that they cannot name alike on both sides. */
static arms_text party(arms_text name, bool exporter)
{
    static const char *const words[] = {"unknown", "unknown country",
                                        "unknown countries"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (arms_text_is_word(name, words[i]))
            return arms_text_of(exporter ? "unknown supplier" : "unknown recipient");
    return name;
}

static bool is_missing(const state *s, arms_text text)
{
    static const char *const words[] = {"",    "..", "...",          "NA",
                                        "N/A", "-",  "\xE2\x80\x93", "\xE2\x80\x94"};
    arms_text list = arms_text_of(s->mapping->said[ARMS_MAP_MISSING]), word;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (arms_text_is_word(text, words[i]))
            return true;
    while (arms_text_split(&word, &list, ';'))
        if (word.len == text.len && memcmp(word.ptr, text.ptr, text.len) == 0)
            return true;
    return false;
}

/* Whether a number may be read in two ways: its one mark stands behind one to three
 * digits, the first no zero, and before exactly three. */
static bool is_unsure(arms_text text, size_t mark)
{
    size_t first = text.len > 0 && memchr("+-", text.ptr[0], 2) ? 1 : 0;
    return mark > first && mark <= first + 3 && text.ptr[first] != '0' &&
           text.len == mark + 4;
}

/* Remembers what a number that was read tells of the marks. */
static void learn(state *s, const layout_cell *from)
{
    arms_text text = from->text;
    size_t mark = 0;
    while (mark < text.len && text.ptr[mark] != '.' && text.ptr[mark] != ',')
        mark++;
    if (mark == text.len)
        return;
    if (memchr(text.ptr, ',', text.len) && s->comma_line == 0)
        s->comma_line = from->line;
    if (!is_unsure(text, mark)) {
        s->sure_line = s->sure_line > 0 ? s->sure_line : from->line;
    } else if (s->unsure_line == 0) {
        s->unsure_line = from->line;
        memcpy(s->unsure, text.ptr, text.len);
    }
}

static bool fail_number(const layout_run *run, const layout_cell *from, arms_error *err)
{
    const state *s = run->state;
    arms_decimal other;
    arms_error ignored;
    char point = s->mapping->decimal == ',' ? '.' : ',';
    bool reads = arms_decimal_parse_local(&other, from->text, point, &ignored);
    return layout_fail(
        run, err, from->line, "\"%.*s\" stands under %s, where a number %s%s%s",
        arms_text_shown(from->text, 60), from->text.ptr, from->column,
        s->mapping->decimal == ',' ? "with a decimal comma belongs" : "belongs",
        reads ? "; the decimal mark may be " : "; words for missing values can be named",
        !reads         ? ""
        : point == ',' ? "the comma (--decimal ,)"
                       : "the point (--decimal .)");
}

/* The number in a column. Its cell is not empty. */
static bool read_number(arms_decimal *out, layout_run *run, const layout_cell *from,
                        arms_error *err)
{
    state *s = run->state;
    arms_error ignored;
    char point = s->mapping->decimal ? s->mapping->decimal : '.';
    if (!arms_decimal_parse_local(out, from->text, point, &ignored))
        return fail_number(run, from, err);
    if (out->negative && out->digits > 0)
        return layout_fail(run, err, from->line,
                           "%.*s under %s is negative, which no volume of arms can be",
                           arms_text_shown(from->text, 60), from->text.ptr, from->column);
    learn(s, from);
    return true;
}

/* A bound, or NaN where there is none. */
static bool read_bound(double *out, layout_run *run, const csv_record *record,
                       arms_map_key key, arms_error *err)
{
    const state *s = run->state;
    arms_decimal number;
    layout_cell from = {cell(s, record, key), record->line,
                        s->mapping->columns[key].text};
    *out = NAN;
    if (is_missing(s, from.text))
        return true;
    if (!read_number(&number, run, &from, err))
        return false;
    *out = arms_decimal_value(number);
    return true;
}

static bool read_value(layout_row *out, layout_run *run, const csv_record *record,
                       arms_error *err)
{
    state *s = run->state;
    arms_decimal number;
    layout_cell from = {cell(s, record, ARMS_MAP_VALUE), record->line,
                        s->mapping->columns[ARMS_MAP_VALUE].text};
    out->value = out->low = out->high = NAN;
    if (is_missing(s, from.text)) {
        s->missing_line = s->missing++ == 0 ? record->line : s->missing_line;
        return true;
    }
    if (!read_number(&number, run, &from, err))
        return false;
    layout_take_rounded(out, number);
    if (!s->mapping->rounded)
        out->low = out->high = out->value;
    return true;
}

/* Bounds of its own take the place of those that a value has by itself. */
static bool read_bounds(layout_row *out, layout_run *run, const csv_record *record,
                        arms_error *err)
{
    double low, high;
    if (!read_bound(&low, run, record, ARMS_MAP_LOW, err) ||
        !read_bound(&high, run, record, ARMS_MAP_HIGH, err))
        return false;
    out->low = isnan(low) ? out->low : low;
    out->high = isnan(high) ? out->high : high;
    if (isnan(out->value) && isnan(out->low) && isnan(out->high))
        return true;
    return (out->low <= out->value && out->value <= out->high) ||
           layout_fail(run, err, record->line,
                       "the value does not lie between low and high; give low <= value "
                       "<= high, or leave all three empty where the value is missing");
}

static bool row(layout_run *run, const csv_record *record, arms_error *err)
{
    const state *s = run->state;
    if (layout_is_blank(record))
        return true;
    if (record->count != s->width)
        return layout_fail(run, err, record->line,
                           "%zu fields stand here where the header has %zu; take lines "
                           "out that are no rows, and quote fields that contain '%c'",
                           record->count, s->width, run->delimiter);
    layout_row out = {.exporter = party(cell(s, record, ARMS_MAP_EXPORTER), true),
                      .importer = party(cell(s, record, ARMS_MAP_IMPORTER), false),
                      .category = cell(s, record, ARMS_MAP_CATEGORY),
                      .line = record->line};
    layout_cell year = {cell(s, record, ARMS_MAP_YEAR), record->line,
                        s->mapping->columns[ARMS_MAP_YEAR].text};
    return layout_year(&out.year, run, &year, err) &&
           read_value(&out, run, record, err) && read_bounds(&out, run, record, err) &&
           layout_flags(&out, run, cell(s, record, ARMS_MAP_FLAGS), err) &&
           layout_put(run, 0, &out, err);
}

/* The numbers must have told which mark is which, unless the mapping did. */
static bool check_marks(layout_run *run, arms_error *err)
{
    const state *s = run->state;
    if (s->mapping->decimal)
        return true;
    if (s->unsure_line > 0 && s->sure_line == 0)
        return layout_fail(run, err, s->unsure_line,
                           "\"%s\" may be a whole number of four digits or more, or one "
                           "with three decimals, and no other number tells which; say "
                           "--decimal . or --decimal ,",
                           s->unsure);
    if (s->comma_line == 0)
        return true;
    return layout_note(run,
                       arms_print(run->arena, err,
                                  "commas part thousands in its numbers, the first in "
                                  "line %zu, as line %zu shows",
                                  s->comma_line, s->sure_line),
                       err);
}

static bool cover(layout_run *run, arms_error *err)
{
    const arms_mapping *mapping = run->options->mapping;
    layout_box box;
    for (size_t i = 0; i < mapping->cover_count; i++)
        if (!layout_box_parse(&box, arms_text_of(mapping->covers[i])) ||
            !layout_cover(run, &box, err))
            return false;
    return mapping->cover_count > 0 ||
           layout_note(run,
                       "nobody said what the file covers, so nothing can be concluded "
                       "from what it leaves out; add --covers, as in 'exporters=*; "
                       "importers=Pakistan; years=2014-2024'",
                       err);
}

static bool end(layout_run *run, arms_error *err)
{
    const state *s = run->state;
    if (!check_marks(run, err))
        return false;
    if (s->missing > 0 &&
        !layout_note(run,
                     arms_print(run->arena, err,
                                "%zu value%s missing, the first in line %zu", s->missing,
                                s->missing > 1 ? "s are" : " is", s->missing_line),
                     err))
        return false;
    return cover(run, err);
}

const layout mapped_layout = {
    .id = "mapped",
    .title = "any other CSV, by a mapping of its columns",
    .publisher = "",
    .origin = "",
    .credit = "",
    .loose = true,
    .state_size = sizeof(state),
    .recognise = recognise,
    .begin = begin,
    .row = row,
    .end = end,
};
