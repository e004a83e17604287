/* What a file of UN Comtrade covers, and what is to be said of it: only at its end is
 * known which totals are there and which partners make them up. */
#include <math.h>
#include <string.h>

#include <armstrade/buffer.h>

#include "data/layouts/comtrade_rows.h"

/* Groups by how much of them is there. */
typedef struct account {
    size_t count, totals; /* groups with rows; of them with a World row */
    size_t gaps, overs;   /* partners add up to less, or more, than the World row */
    const comtrade_group *widest; /* of the gaps, by its part of the total */
    double width;
} account;

/* ---- rows that are parts of others ---- */

/* World rows are marked like partners, so both ways of looking for a total are one. */
static bool put_splits(layout_run *run, const comtrade_rows *rows, arms_error *err)
{
    static const char here[] = "parts, by second partner, customs procedure or mode of "
                               "transport, of rows that are here as well";
    static const char lost[] = "parts, by second partner, customs procedure or mode of "
                               "transport, whose total is not in the file";
    for (size_t i = 0; i < rows->split_count; i++) {
        const comtrade_split *split = &rows->splits[i];
        bool whole = comtrade_group_has(split->group, split->partner);
        split->group->open = split->group->open || !whole;
        if (!layout_skip(run, whole ? here : lost, split->line, err))
            return false;
    }
    return true;
}

/* ---- boxes ---- */

/* The partners of a group that are here, joined by '|'; the World is none of them. */
static bool list_partners(arms_text *out, layout_run *run, const comtrade_rows *rows,
                          const comtrade_group *group, arms_error *err)
{
    arms_buffer names = {0};
    for (unsigned i = 1; i <= rows->party_count; i++) {
        const comtrade_party *party = &rows->parties[i - 1];
        if (party->world || !comtrade_group_has(group, i))
            continue;
        arms_buffer_string(&names, names.len > 0 ? "|" : "");
        arms_buffer_text(&names, party->name);
    }
    out->len = names.len;
    out->ptr = arms_buffer_keep(&names, run->arena, err);
    return out->ptr != NULL;
}

/* A run of years, from `first` on, of one reporter and code. */
typedef struct stretch {
    const comtrade_group *first;
    arms_text partners;
    int last;
} stretch;

static bool put_box(layout_run *run, const comtrade_rows *rows, const stretch *years,
                    arms_error *err)
{
    comtrade_key key = comtrade_group_key(years->first);
    arms_text reporter = rows->parties[key.reporter - 1].name;
    bool exports = key.measure / COMTRADE_VALUATIONS == COMTRADE_EXPORTS;
    layout_box box = {exports ? reporter : years->partners,
                      exports ? years->partners : reporter,
                      rows->commodities[key.commodity - 1],
                      {key.year, years->last},
                      rows->measures[key.measure] - 1};
    return years->partners.len == 0 || layout_cover(run, &box, err);
}

/* Totals, as far as they are printed. */
static bool put_totals(layout_run *run, const comtrade_rows *rows,
                       comtrade_group **groups, arms_error *err)
{
    size_t count = rows->groups.count;
    for (size_t i = 0; i < count; i++) {
        stretch years = {groups[i], arms_text_of("World"), 0};
        while (i + 1 < count && groups[i]->total && groups[i + 1]->total &&
               comtrade_group_next(groups[i], groups[i + 1]))
            i++;
        years.last = comtrade_group_key(groups[i]).year;
        if (years.first->total && !put_box(run, rows, &years, err))
            return false;
    }
    return true;
}

/* Partners: all, or those that are listed. */
static bool put_partners(layout_run *run, const comtrade_rows *rows,
                         comtrade_group **groups, arms_error *err)
{
    size_t count = rows->groups.count;
    for (size_t i = 0; i < count; i++) {
        stretch years = {groups[i], arms_text_of("*"), 0};
        while (i + 1 < count && comtrade_group_joins(groups[i], groups[i + 1]))
            i++;
        years.last = comtrade_group_key(groups[i]).year;
        if (!comtrade_group_whole(years.first) &&
            !list_partners(&years.partners, run, rows, years.first, err))
            return false;
        if (!put_box(run, rows, &years, err))
            return false;
    }
    return true;
}

/* ---- notes ---- */

static void count_group(account *sum, const comtrade_group *group)
{
    double gap = comtrade_group_gap(group);
    bool parts = group->count > 1 && group->total;
    sum->count += group->count > 0;
    sum->totals += group->total;
    sum->overs += parts && gap < 0;
    if (!parts || !(gap > 0))
        return;
    sum->gaps++;
    if (!sum->widest || gap / group->world > sum->width) {
        sum->widest = group;
        sum->width = gap / group->world;
    }
}

/* "Pakistan's exports of 93 in 2022" in other words: no possessive is needed. */
static const char *group_words(layout_run *run, const comtrade_rows *rows,
                               const comtrade_group *group, arms_error *err)
{
    comtrade_key key = comtrade_group_key(group);
    bool exports = key.measure / COMTRADE_VALUATIONS == COMTRADE_EXPORTS;
    arms_text code = rows->commodities[key.commodity - 1];
    return arms_print(
        run->arena, err, "the %s of %s, code %.*s, %d", exports ? "exports" : "imports",
        rows->parties[key.reporter - 1].shown, (int)code.len, code.ptr, key.year);
}

static bool note_gaps(layout_run *run, const comtrade_rows *rows, const account *sum,
                      arms_error *err)
{
    char gap[ARMS_NUMBER_SIZE], world[ARMS_NUMBER_SIZE];
    if (!sum->widest)
        return true;
    const char *words = group_words(run, rows, sum->widest, err);
    arms_number_print(gap, comtrade_group_gap(sum->widest));
    arms_number_print(world, sum->widest->world);
    return words &&
           layout_note(run,
                       arms_print(run->arena, err,
                                  "of %zu totals of a reporter, code and year, %zu exceed"
                                  "%s what the partners listed add up to (withheld, or "
                                  "not asked for), most in %s: by %s of %s US$, %.1f %%; "
                                  "the printed total is used, and partners that are not "
                                  "listed there are unknown",
                                  sum->totals, sum->gaps, sum->gaps == 1 ? "s" : "",
                                  words, gap, world, 100 * sum->width),
                       err);
}

static bool note_overs(layout_run *run, const account *sum, arms_error *err)
{
    return sum->overs == 0 ||
           layout_note(run,
                       arms_print(run->arena, err,
                                  "in %zu of %zu totals of a reporter, code and year the "
                                  "partners add up to more than the World row; the "
                                  "printed total is used",
                                  sum->overs, sum->totals),
                       err);
}

static bool note_without(layout_run *run, const account *sum, arms_error *err)
{
    size_t without = sum->count - sum->totals;
    return without == 0 ||
           layout_note(run,
                       arms_print(run->arena, err,
                                  "for %zu of %zu combinations of reporter, code and "
                                  "year there is no World row, so only the partners "
                                  "listed are known there, and no share can be told",
                                  without, sum->count),
                       err);
}

/* A code may mean other goods in another edition. */
static bool note_editions(layout_run *run, const comtrade_rows *rows, arms_error *err)
{
    arms_buffer names = {0};
    if (rows->scheme_count < 2)
        return true;
    for (size_t i = 0; i < rows->scheme_count; i++) {
        arms_buffer_string(&names, i == 0                       ? ""
                                   : i + 1 < rows->scheme_count ? ", "
                                                                : " and ");
        arms_buffer_text(&names, rows->schemes[i]);
    }
    bool done = arms_buffer_check(&names, err) &&
                layout_note(run,
                            arms_print(run->arena, err,
                                       "the codes are of several editions of %s (%s): "
                                       "one may mean other goods in another",
                                       run->classification, names.data),
                            err);
    arms_buffer_free(&names);
    return done;
}

/* Sums of both would be neither. */
static bool note_valuations(layout_run *run, const comtrade_rows *rows, arms_error *err)
{
    const char *first = NULL;
    size_t count = 0;
    for (size_t i = 0; i < rows->party_count; i++) {
        const comtrade_party *party = &rows->parties[i];
        bool mixed = party->mixed[COMTRADE_IMPORTS] || party->mixed[COMTRADE_EXPORTS];
        first = mixed && !first ? party->shown : first;
        count += mixed;
    }
    return count == 0 ||
           layout_note(
               run,
               arms_print(run->arena, err,
                          "%zu reporter%s, the first %s, print%s some values with "
                          "freight and insurance (CIF) and others without, or do "
                          "not say which; they are kept apart",
                          count, count > 1 ? "s" : "", first, count > 1 ? "" : "s"),
               err);
}

static bool note_all(layout_run *run, const comtrade_rows *rows, comtrade_group **groups,
                     arms_error *err)
{
    account sum = {0};
    for (size_t i = 0; i < rows->groups.count; i++)
        count_group(&sum, groups[i]);
    return note_editions(run, rows, err) && note_gaps(run, rows, &sum, err) &&
           note_overs(run, &sum, err) && note_without(run, &sum, err) &&
           note_valuations(run, rows, err) &&
           layout_note(run,
                       "the file does not say when it was downloaded, and UN Comtrade "
                       "revises its figures: keep the date with it",
                       err);
}

bool comtrade_end(layout_run *run, arms_error *err)
{
    comtrade_rows *rows = run->state;
    comtrade_group **groups;
    if (!put_splits(run, rows, err))
        return false;
    if (rows->measure_count == 0 && run->skip_count > 0)
        return layout_fail(run, err, run->header_line,
                           "no row is a year's total of imports or exports with one "
                           "partner, which alone is read; these are %s",
                           run->skips[0].why);
    return comtrade_groups_sort(&groups, &rows->groups, run->arena, err) &&
           put_totals(run, rows, groups, err) && put_partners(run, rows, groups, err) &&
           note_all(run, rows, groups, err);
}
