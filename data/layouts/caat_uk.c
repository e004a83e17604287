/* Export licences of the United Kingdom, as Campaign Against Arms Trade compiles them
 * from the government's strategic export controls statistics: values.csv.
 *
 * Header "licence_group,date,rating,count,value,country,refused". A group is the
 * licences of one day for one country; a row of it is the goods of one rating, with
 * their value in pounds of the time. The values of a group's ratings are parts of it and
 * do not repeat: in the file of July 2015 only 327 of 19,696 groups with several ratings
 * print one figure for all, £1.8 million of £59 billion. `count` is the number of
 * licences that name the rating, so that a licence of several ratings stands in several
 * rows; it is not read. The compiler says that low values may be wrong by one or two
 * pounds; every value is taken to be.
 *
 * Ratings ML1 to ML22 and PL5001 to PL5999 are the UK Military List; all others (5A002,
 * PL9009, "End Use") are dual-use and other controlled goods, which are no arms: the
 * largest value in the file is £7.8 billion of cryptography. They are two datasets.
 * Refusals are left out. Open licences carry no value and are not in the file.
 *
 * A year is covered where the file has it from its first days to its last, and most of
 * its numbers of groups: up to 22 % are missing from each year as it is published, more
 * than 40 % from one that was cut down to arms alone. */
#include <math.h>
#include <string.h>

#include <armstrade/buffer.h>

#include "data/layouts/party_names.h"

typedef enum column {
    GROUP,
    DATE,
    RATING,
    COUNT,
    VALUE,
    COUNTRY,
    REFUSED,
    COLUMNS
} column;

static const char *const heads[COLUMNS + 1] = {
    "licence_group", "date", "rating", "count", "value", "country", "refused"};

enum {
    POUNDS = 2,      /* that a value may be wrong by */
    FIRST_DAY = 115, /* month and day: 15 January, 15 December */
    LAST_DAY = 1215,
    WHOLE_PERCENT = 70,
    RATING_SIZE = 64
};

/* One year of the file: its numbers of groups, and its days as 100 × month + day. */
typedef struct year_extent {
    int year;
    int first_day, last_day;
    int64_t first_group, last_group, groups;
} year_extent;

/* Military goods, and all others. */
enum { MILITARY, OTHER, LISTS };

static const arms_measure measures[LISTS] = {
    [MILITARY] = {ARMS_UNIT_GBP, 1, ARMS_KIND_LICENCE, "current, military goods"},
    [OTHER] = {ARMS_UNIT_GBP, 1, ARMS_KIND_LICENCE, "current, dual-use and other"},
};

typedef struct state {
    size_t at[COLUMNS]; /* column → index in a record */
    party_names countries;
    year_extent *years; /* in the order of the file */
    size_t year_count;
    bool disordered; /* groups or years do not ascend */
} state;

static bool recognise(const csv_record *header)
{
    for (size_t i = 0; i < COLUMNS; i++)
        if (layout_column(header, heads[i]) == header->count)
            return false;
    return true;
}

static bool begin(layout_run *run, const csv_record *header, arms_error *err)
{
    state *s = run->state;
    for (size_t i = 0; i < COLUMNS; i++)
        s->at[i] = layout_column(header, heads[i]);
    for (size_t i = 0; i < LISTS; i++)
        if (!layout_announce(run, &measures[i], ARMS_REPORTED_BY_EXPORTERS, err))
            return false;
    return layout_note(run,
                       "goods of the UK Military List (ML, PL5) and dual-use or other "
                       "goods (5A002, PL9009), which are no arms, are two datasets; open "
                       "licences carry no value and are not in the file; the number of "
                       "licences is not read, because one of several ratings is counted "
                       "under each",
                       err);
}

/* "2015-03-31" as a year and 331; false for anything else. */
static bool parse_date(int *year, int *day, arms_text text)
{
    arms_decimal month, of_month;
    arms_error ignored;
    if (text.len != strlen("2015-03-31") || text.ptr[4] != '-' || text.ptr[7] != '-' ||
        !arms_year_parse(year, (arms_text){text.ptr, 4}, &ignored) ||
        !arms_decimal_parse(&month, (arms_text){text.ptr + 5, 2}, &ignored) ||
        !arms_decimal_parse(&of_month, (arms_text){text.ptr + 8, 2}, &ignored))
        return false;
    *day = (int)(100 * month.digits + of_month.digits);
    return month.digits >= 1 && month.digits <= 12 && of_month.digits >= 1 &&
           of_month.digits <= 31;
}

static bool add_year(layout_run *run, int year, arms_error *err)
{
    state *s = run->state;
    s->years = arms_extend(run->arena, s->years, s->year_count, sizeof *s->years, err);
    if (!s->years)
        return false;
    bool later = s->year_count == 0 || s->years[s->year_count - 1].year < year;
    s->disordered = s->disordered || !later;
    s->years[s->year_count++] = (year_extent){.year = year};
    return true;
}

/* A group's rows are neighbours, and groups ascend, in the file as it is published. */
static void take_group(state *s, int64_t group, int day)
{
    year_extent *now = &s->years[s->year_count - 1];
    if (now->groups == 0) {
        now->first_group = now->last_group = group;
        now->first_day = day;
        now->groups = 1;
    }
    s->disordered = s->disordered || group < now->last_group || day < now->last_day;
    now->groups += group > now->last_group;
    now->last_group = group;
    now->last_day = day;
}

static bool read_place(int *year, layout_run *run, const csv_record *record,
                       arms_error *err)
{
    state *s = run->state;
    int day;
    arms_decimal group;
    arms_text date = record->fields[s->at[DATE]];
    layout_cell cell = {record->fields[s->at[GROUP]], record->line, heads[GROUP]};
    if (!layout_number(&group, run, &cell, err))
        return false;
    if (!parse_date(year, &day, date))
        return layout_fail(run, err, record->line,
                           "\"%.*s\" stands under date, where a day such as 2014-12-31 "
                           "belongs",
                           arms_text_shown(date, 60), date.ptr);
    bool new = s->year_count == 0 || s->years[s->year_count - 1].year != *year;
    if (new && !add_year(run, *year, err))
        return false;
    take_group(s, (int64_t)arms_decimal_value(group), day);
    return true;
}

/* "ml16" is printed too. */
static bool read_rating(arms_text *out, char buffer[RATING_SIZE], const layout_run *run,
                        const csv_record *record, arms_error *err)
{
    const state *s = run->state;
    arms_text text = record->fields[s->at[RATING]];
    if (text.len == 0 || text.len > RATING_SIZE)
        return layout_fail(run, err, record->line,
                           "\"%.*s\" stands under rating, where one such as ML10 belongs",
                           arms_text_shown(text, 60), text.ptr);
    *out = (arms_text){buffer, text.len};
    memcpy(buffer, text.ptr, text.len);
    for (size_t i = 0; i < text.len && arms_text_starts(text, "ml"); i++)
        buffer[i] = (char)(text.ptr[i] >= 'a' && text.ptr[i] <= 'z' ? text.ptr[i] - 32
                                                                    : text.ptr[i]);
    return true;
}

static size_t list_of(arms_text rating)
{
    bool number = rating.len > 2 && rating.ptr[2] >= '0' && rating.ptr[2] <= '9';
    bool military = (arms_text_starts(rating, "ML") && number) ||
                    (arms_text_starts(rating, "PL5") && rating.len == 6);
    return military ? MILITARY : OTHER;
}

static bool read_value(layout_row *out, const layout_run *run, arms_text text,
                       arms_error *err)
{
    layout_cell cell = {text, out->line, heads[VALUE]};
    arms_decimal number;
    out->value = out->low = out->high = NAN;
    if (text.len == 0)
        return true;
    if (!layout_number(&number, run, &cell, err))
        return false;
    out->value = arms_decimal_value(number);
    out->low = out->value > POUNDS ? out->value - POUNDS : 0;
    out->high = out->value + POUNDS;
    return true;
}

static bool give_country(party_name *name, layout_run *run, size_t line, arms_error *err)
{
    arms_entity_id id;
    if (!party_identify(&id, run, name, line, err))
        return false;
    name->given = name->name;
    return id == 0 || party_give(&name->given, run, id, err);
}

static bool find_country(arms_text *out, layout_run *run, const csv_record *record,
                         arms_error *err)
{
    state *s = run->state;
    const party_cells cells = {{"", 0}, record->fields[s->at[COUNTRY]], record->line};
    party_name *name = party_names_find(&s->countries, run, &cells, err);
    if (!name || (!name->given.ptr && !give_country(name, run, record->line, err)))
        return false;
    *out = name->given;
    return true;
}

static bool take_row(layout_run *run, const csv_record *record, int year, arms_error *err)
{
    const state *s = run->state;
    char buffer[RATING_SIZE];
    layout_row out = {
        .exporter = arms_text_of("GBR"), .year = year, .line = record->line};
    return read_rating(&out.category, buffer, run, record, err) &&
           find_country(&out.importer, run, record, err) &&
           read_value(&out, run, record->fields[s->at[VALUE]], err) &&
           layout_put(run, list_of(out.category), &out, err);
}

static bool row(layout_run *run, const csv_record *record, arms_error *err)
{
    const state *s = run->state;
    int year = 0;
    if (record->count != run->width)
        return layout_fail_width(run, record, run->width,
                                 "download the file again, or mend the line", err);
    arms_text refused = record->fields[s->at[REFUSED]];
    if (!arms_text_is(refused, "0") && !arms_text_is(refused, "1"))
        return layout_fail(run, err, record->line,
                           "\"%.*s\" stands under refused, where 0 or 1 belongs",
                           arms_text_shown(refused, 60), refused.ptr);
    if (!read_place(&year, run, record, err))
        return false;
    if (arms_text_is(refused, "1"))
        return layout_skip(run, "refusals, which are no licences", record->line, err);
    return take_row(run, record, year, err);
}

static bool is_whole(const state *s, const year_extent *year)
{
    int64_t numbers = year->last_group - year->first_group + 1;
    return !s->disordered && year->first_day <= FIRST_DAY && year->last_day >= LAST_DAY &&
           year->groups * 100 >= numbers * WHOLE_PERCENT;
}

/* "2015 (from 01-02 to 03-31, 84 % of its numbers)". */
static void put_year(arms_buffer *out, const year_extent *year)
{
    int64_t numbers = year->last_group - year->first_group + 1;
    arms_buffer_print(out, "%s%d (from %02d-%02d to %02d-%02d, %d %% of its numbers)",
                      out->len > 0 ? ", " : "", year->year, year->first_day / 100,
                      year->first_day % 100, year->last_day / 100, year->last_day % 100,
                      (int)(100 * year->groups / numbers));
}

/* Years from index `first` to `last`. */
static bool cover(const layout_run *run, size_t first, size_t last, arms_error *err)
{
    const state *s = run->state;
    arms_text all = arms_text_of("*");
    layout_box box = {arms_text_of("GBR"),
                      all,
                      all,
                      {s->years[first].year, s->years[last].year},
                      LAYOUT_ALL};
    return layout_cover(run, &box, err);
}

/* Whole years that follow each other are one box; the others are told. */
static bool cover_years(const layout_run *run, arms_buffer *left, arms_error *err)
{
    const state *s = run->state;
    for (size_t i = 0; i < s->year_count; i++) {
        size_t first = i;
        if (!is_whole(s, &s->years[i])) {
            put_year(left, &s->years[i]);
            continue;
        }
        while (i + 1 < s->year_count && s->years[i + 1].year == s->years[i].year + 1 &&
               is_whole(s, &s->years[i + 1]))
            i++;
        if (!cover(run, first, i, err))
            return false;
    }
    return true;
}

static bool note_years(layout_run *run, const arms_buffer *years, arms_error *err)
{
    if (!arms_buffer_check(years, err))
        return false;
    return years->len == 0 ||
           layout_note(run,
                       arms_print(run->arena, err,
                                  "not whole in this file, and not covered: %s",
                                  years->data),
                       err);
}

static bool end(layout_run *run, arms_error *err)
{
    static const char disorder[] = "the rows are not in the order of their groups and "
                                   "dates, so whether some were taken out is not known, "
                                   "and the file covers nothing for certain";
    const state *s = run->state;
    arms_buffer left = {0};
    bool done = s->disordered
                    ? layout_note(run, disorder, err)
                    : cover_years(run, &left, err) && note_years(run, &left, err);
    arms_buffer_free(&left);
    return done && party_names_note(&s->countries, run, err);
}

const layout caat_uk_layout = {
    .id = "caat-uk",
    .title = "export licences of the United Kingdom, compiled by CAAT (values.csv)",
    .publisher = "CAAT",
    .origin =
        "UK strategic export controls statistics, compiled by Campaign Against Arms "
        "Trade",
    .credit =
        "UK strategic export controls statistics, compiled by Campaign Against Arms "
        "Trade",
    .columns = heads,
    .deals = true, /* licences */
    .state_size = sizeof(state),
    .recognise = recognise,
    .begin = begin,
    .row = row,
    .end = end,
};
