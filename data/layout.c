/* What layouts share: lines above the header, dates, cells with their place in errors. */
#include "data/layout.h"

#include <string.h>

bool layout_accepts(const layout *candidate, char delimiter)
{
    const char *known = candidate->delimiters ? candidate->delimiters : ",";
    return strchr(known, delimiter) != NULL;
}

bool layout_note(layout_run *run, const char *note, arms_error *err)
{
    run->notes =
        arms_extend(run->arena, run->notes, run->note_count, sizeof *run->notes, err);
    if (!run->notes)
        return false;
    run->notes[run->note_count++] = note;
    return note != NULL;
}

void layout_count_line(arms_skip *lines, size_t line)
{
    if (lines->count < ARMS_SKIP_LINES)
        lines->lines[lines->count] = line;
    lines->count++;
}

void layout_put_lines(arms_buffer *out, const arms_skip *lines)
{
    arms_buffer_string(out, lines->count > 1 ? "lines" : "line");
    for (size_t i = 0; i < lines->count && i < ARMS_SKIP_LINES; i++)
        arms_buffer_print(out, "%s %zu", i > 0 ? "," : "", lines->lines[i]);
    arms_buffer_string(out, lines->count > ARMS_SKIP_LINES ? ", …" : "");
}

bool layout_skip(layout_run *run, const char *why, size_t line, arms_error *err)
{
    size_t i = 0;
    while (i < run->skip_count && strcmp(run->skips[i].why, why) != 0)
        i++;
    if (i == run->skip_count) {
        run->skips =
            arms_extend(run->arena, run->skips, run->skip_count, sizeof *run->skips, err);
        if (!run->skips)
            return false;
        run->skips[run->skip_count++].why = why;
    }
    layout_count_line(&run->skips[i], line);
    return true;
}

bool layout_announce(const layout_run *run, const arms_measure *measure,
                     arms_reporter reporter, arms_error *err)
{
    return run->sink->measure(run->sink->context, measure, reporter, err);
}

bool layout_put(const layout_run *run, size_t measure, const layout_row *row,
                arms_error *err)
{
    return run->sink->row(run->sink->context, measure, row, err);
}

bool layout_cover(const layout_run *run, const layout_box *box, arms_error *err)
{
    return run->sink->box(run->sink->context, box, err);
}

arms_text layout_unpadded(arms_text line)
{
    line = arms_text_trim(line);
    while (line.len > 0 && memchr(",;", line.ptr[line.len - 1], 2))
        line = arms_text_trim((arms_text){line.ptr, line.len - 1});
    return line;
}

arms_text layout_preamble(const layout_run *run, const char *prefix)
{
    for (size_t i = 0; i < run->preamble_count; i++) {
        arms_text line = layout_unpadded(run->preamble[i]);
        size_t len = strlen(prefix);
        if (arms_text_starts(line, prefix))
            return arms_text_trim((arms_text){line.ptr + len, line.len - len});
    }
    return (arms_text){"", 0};
}

arms_text layout_last_line(const layout_run *run, const char *prefix)
{
    const char *begin = run->text.ptr, *end = begin + run->text.len;
    for (const char *stop = end; stop > begin;) {
        const char *at = stop;
        while (at > begin && at[-1] != '\n' && at[-1] != '\r')
            at--;
        arms_text line = {at, (size_t)(stop - at)};
        if (arms_text_starts(line, prefix))
            return line;
        stop = at > begin ? at - 1 : at;
    }
    return (arms_text){"", 0};
}

static const char *const month_names[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                          "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

static int month_of(arms_text word)
{
    for (int i = 0; i < 12; i++)
        if (arms_text_starts(word, month_names[i]))
            return i + 1;
    return 0;
}

/* The next word of a text, which shrinks by it. */
static arms_text next_word(arms_text *text)
{
    *text = arms_text_trim(*text);
    const char *end = memchr(text->ptr, ' ', text->len);
    arms_text word = {text->ptr, end ? (size_t)(end - text->ptr) : text->len};
    *text = (arms_text){word.ptr + word.len, text->len - word.len};
    return word;
}

const char *layout_date(layout_run *run, arms_text text, arms_error *err)
{
    arms_decimal day;
    arms_text first = next_word(&text), second = next_word(&text);
    int month = month_of(second), year;
    arms_error ignored;
    if (month == 0 || first.len > 2 || !arms_decimal_parse(&day, first, &ignored) ||
        day.digits < 1 || day.digits > 31 ||
        !arms_year_parse(&year, next_word(&text), &ignored))
        return NULL;
    return arms_print(run->arena, err, "%04d-%02d-%02d", year, month, (int)day.digits);
}

bool layout_fail_width(const layout_run *run, const csv_record *record, size_t width,
                       const char *advice, arms_error *err)
{
    return layout_fail(run, err, record->line,
                       "%zu fields stand here where the header has %zu; %s",
                       record->count, width, advice);
}

bool layout_is_blank(const csv_record *record)
{
    for (size_t i = 0; i < record->count; i++)
        if (record->fields[i].len > 0)
            return false;
    return true;
}

size_t layout_column(const csv_record *header, const char *name)
{
    for (size_t i = 0; i < header->count; i++)
        if (arms_text_is(header->fields[i], name))
            return i;
    return header->count;
}

/* Whoever saved the file with another delimiter may have changed the decimal mark, too:
 * then "1,234" is four digits or three decimals. */
static bool is_doubtful(const layout_run *run, const layout_cell *cell)
{
    return run->mapped && memchr(cell->text.ptr, ',', cell->text.len) &&
           !layout_accepts(run->layout, run->delimiter);
}

bool layout_number(arms_decimal *out, const layout_run *run, const layout_cell *cell,
                   arms_error *err)
{
    arms_error ignored;
    if (cell->text.len > 0 && is_doubtful(run, cell))
        return layout_fail(run, err, cell->line,
                           "\"%.*s\" under %s may be meant with a decimal comma or not, "
                           "in a copy whose fields are no longer parted as the "
                           "publisher does; download the file again",
                           arms_text_shown(cell->text, 60), cell->text.ptr, cell->column);
    if (!arms_decimal_parse(out, cell->text, &ignored))
        return layout_fail(run, err, cell->line,
                           "\"%.*s\" stands under %s, where a number belongs",
                           arms_text_shown(cell->text, 60), cell->text.ptr, cell->column);
    if (out->negative && out->digits > 0)
        return layout_fail(run, err, cell->line,
                           "%.*s under %s is negative, which no volume of arms can be",
                           arms_text_shown(cell->text, 60), cell->text.ptr, cell->column);
    return true;
}

bool layout_year(int *out, const layout_run *run, const layout_cell *cell,
                 arms_error *err)
{
    arms_error ignored;
    if (!arms_year_parse(out, cell->text, &ignored))
        return layout_fail(
            run, err, cell->line,
            "\"%.*s\" stands under %s, where a year of four digits belongs",
            arms_text_shown(cell->text, 60), cell->text.ptr, cell->column);
    return true;
}

void layout_take_rounded(layout_row *row, arms_decimal number)
{
    row->value = arms_decimal_value(number);
    arms_decimal_limits(number, &row->low, &row->high);
}

bool layout_year_number(arms_decimal *out, const layout_run *run, const layout_row *row,
                        arms_text text, arms_error *err)
{
    char name[5] = "";
    for (int i = 3, rest = row->year; i >= 0; i--, rest /= 10)
        name[i] = (char)('0' + rest % 10);
    layout_cell cell = {text, row->line, name};
    return layout_number(out, run, &cell, err);
}

const layout_flag layout_flag_words[LAYOUT_FLAGS] = {
    {"estimated", ARMS_FLAG_ESTIMATED}, {"year-estimated", ARMS_FLAG_YEAR_ESTIMATED},
    {"allocated", ARMS_FLAG_ALLOCATED}, {"second-hand", ARMS_FLAG_SECOND_HAND},
    {"licensed", ARMS_FLAG_LICENSED},
};

static bool add_flag(uint16_t *flags, arms_text word)
{
    for (size_t i = 0; i < LAYOUT_FLAGS; i++) {
        if (arms_text_is(word, layout_flag_words[i].word)) {
            *flags = (uint16_t)(*flags | layout_flag_words[i].flag);
            return true;
        }
    }
    return false;
}

bool layout_flags(layout_row *row, const layout_run *run, arms_text list, arms_error *err)
{
    arms_text word;
    while (arms_text_split(&word, &list, ';'))
        if (!add_flag(&row->flags, word))
            return layout_fail(run, err, row->line,
                               "\"%.*s\" is no flag; write estimated, year-estimated, "
                               "allocated, second-hand or licensed",
                               (int)word.len, word.ptr);
    return true;
}

/* One "key=value" of a "covers" line. */
static bool read_pair(layout_box *box, arms_text pair)
{
    arms_text key;
    arms_error ignored;
    if (!arms_text_split(&key, &pair, '='))
        return false;
    pair = arms_text_trim(pair);
    if (arms_text_is(key, "exporters"))
        box->exporters = pair;
    else if (arms_text_is(key, "importers"))
        box->importers = pair;
    else if (arms_text_is(key, "categories"))
        box->category = pair;
    else
        return arms_text_is(key, "years") &&
               arms_years_parse(&box->years, pair, &ignored);
    return true;
}

bool layout_box_parse(layout_box *out, arms_text line)
{
    arms_text pair;
    *out = (layout_box){.category = {"*", 1}, .measure = LAYOUT_ALL};
    while (arms_text_split(&pair, &line, ';'))
        if (!read_pair(out, pair))
            return false;
    return out->exporters.len > 0 && out->importers.len > 0 && out->years.first > 0;
}
