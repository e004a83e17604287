/* Levels: amounts read off a tally, year by year.
 *
 * A year's amount may be known in up to four ways: the partners one by one or as a
 * printed total, the other side party by party or summed up. What is printed decides
 * the value, and every other way tightens its bounds; where they exclude each other
 * the figure says so. A year in which none is complete has no figure. */
#include <string.h>

#include "analysis/claims/wording.h"
#include "analysis/tally_cells.h"

cell tally_others(const arms_tally *tally, size_t except, int year, other_side other)
{
    cell all = {0};
    for (size_t slot = 1; slot < tally->slot_count; slot++) {
        const cell *one = tally_cell(tally, slot, year, other);
        if (slot == except || !tally->counted[slot] || one->rows == 0)
            continue;
        all.rows += one->rows;
        all.mixed = all.mixed || one->mixed;
        all.missing += one->missing;
        all.missing_flow = one->missing > 0 ? one->missing_flow : all.missing_flow;
        all.estimated += one->estimated;
        all.allocated = all.allocated || one->allocated;
        arms_sum_add(&all.sum, arms_sum_total(&one->sum));
    }
    return all;
}

/* Takes one more way of knowing a year's amount into account. The first complete one
 * gives the value. */
static void consider(year_figure *figure, const cell *way, other_side other, bool printed)
{
    arms_interval amount = arms_sum_total(&way->sum);
    figure->mixed = figure->mixed || way->mixed;
    if (way->mixed)
        return;
    if (way->missing > 0) {
        figure->missing = true;
        figure->flow = way->missing_flow;
        return;
    }
    if (figure->known) {
        figure->conflict |= !arms_interval_meet(&figure->amount, figure->amount, amount);
        return;
    }
    figure->known = true;
    figure->printed = printed;
    figure->other = other;
    figure->amount = amount;
    figure->estimated = way->estimated;
    figure->rows = way->rows;
    figure->allocated = way->allocated;
}

/* Sums printed for some members of a group are no sum for the group: whether all members
 * have theirs is a matter of what the file covers. */
static bool is_bloc(const arms_tally *tally, arms_party party)
{
    return arms_dataset_party_kind(tally->dataset, party) == ARMS_ENTITY_BLOC;
}

/* Totals that are printed for single parties ("United States to World") add up to the
 * world's only where the file has them of all parties: a matter of what it covers. */
static bool is_part(const arms_tally *tally, bool printed, other_side other)
{
    return printed && other == DETAIL && tally->question.subject == ARMS_ALL;
}

static void consider_slot(year_figure *figure, const arms_tally *tally,
                          arms_party partner, int year, other_side other)
{
    static const cell nothing = {0};
    size_t slot = tally_slot(tally, partner);
    bool seen = slot < tally->slot_count, printed = slot == PRINTED;
    const cell *way = seen ? tally_cell(tally, slot, year, other) : &nothing;
    bool sum = (printed || other == SUMMED) && way->rows > 0 &&
               !is_part(tally, printed, other) &&
               !is_bloc(tally, tally->question.subject) && !is_bloc(tally, partner);
    if (printed && tally->question.policy != ARMS_POLICY_ALL)
        return; /* what it adds up cannot be told apart */
    if (sum || tally_covers(tally, partner, year, other))
        consider(figure, way, other, printed);
}

static void consider_parts(year_figure *figure, const arms_tally *tally, int year,
                           other_side other)
{
    cell all = tally_others(tally, tally->slot_count, year, other);
    if (tally_covers(tally, ARMS_ALL, year, other))
        consider(figure, &all, other, false);
}

/* One party's row: other sides that are summed up come first. */
static void consider_row(year_figure *figure, const arms_tally *tally, arms_party row,
                         int year)
{
    if (tally->question.subject == ARMS_ALL)
        consider_slot(figure, tally, row, year, SUMMED);
    consider_slot(figure, tally, row, year, DETAIL);
}

static year_figure whole_of(const arms_tally *tally, int year)
{
    year_figure figure = {.ready = true};
    consider_row(&figure, tally, arms_entity_world(), year);
    if (tally->question.subject == ARMS_ALL)
        consider_parts(&figure, tally, year, SUMMED);
    consider_parts(&figure, tally, year, DETAIL);
    return figure;
}

/* Codes of 2, 4 and 6 digits stand side by side, each a sum of the next: together they
 * are no figure. */
static bool lacks_category(const arms_tally *tally)
{
    return tally->question.category == 0 &&
           arms_dataset_about(tally->dataset)->classification[0] != '\0';
}

year_figure tally_year(const arms_tally *tally, arms_party partner, int year)
{
    year_figure figure = {0};
    year_figure *whole = &tally->wholes[year - tally->question.years.first];
    if (lacks_category(tally))
        return figure;
    if (partner != ARMS_ALL) {
        consider_row(&figure, tally, partner, year);
        return figure;
    }
    /* Each share asks for the whole again, and adding it up takes all parties. */
    if (!whole->ready)
        *whole = whole_of(tally, year);
    return *whole;
}

bool tally_gap(arms_figure *out, arms_reason reason, const char *why)
{
    *out = (arms_figure){.reason = reason, .why = why};
    return why != NULL;
}

/* The years from the first that some box has to the last. */
static arms_years span_of(const arms_dataset *dataset)
{
    const arms_box *boxes;
    size_t count = arms_dataset_boxes(dataset, &boxes);
    arms_years all = {0, -1};
    for (size_t i = 0; i < count; i++) {
        arms_years years = boxes[i].years;
        all.first = i == 0 || years.first < all.first ? years.first : all.first;
        all.last = years.last > all.last ? years.last : all.last;
    }
    return all;
}

/* The years in which the dataset covers flows with `partner`, if any. */
static bool covered_years(const arms_tally *tally, arms_party partner, int *first,
                          int *last)
{
    arms_years all = span_of(tally->dataset);
    *first = *last = 0;
    for (int year = all.first; year <= all.last; year++) {
        if (!tally_covers(tally, partner, year, DETAIL) &&
            !tally_covers(tally, partner, year, SUMMED))
            continue;
        *first = *first == 0 ? year : *first;
        *last = year;
    }
    return *first > 0;
}

/* "Pakistan's imports", "world imports". */
static const char *flow_name(const arms_tally *tally, arms_error *err)
{
    const arms_question *q = &tally->question;
    const char *flow = q->flow == ARMS_IMPORT ? "imports" : "exports";
    if (q->subject == ARMS_ALL)
        return arms_print(tally->arena, err, "world %s", flow);
    const char *name = arms_dataset_party_name(tally->dataset, q->subject);
    return arms_print(tally->arena, err, "the %s of %s%s", flow, arms_article(name),
                      name);
}

/* The total of the year is there, and the partner is not: it may be among the others. */
static bool has_total(const arms_tally *tally, arms_party partner, int year)
{
    arms_party world = arms_entity_world();
    return partner != world && (tally_covers(tally, world, year, DETAIL) ||
                                tally_covers(tally, world, year, SUMMED));
}

static const char *why_other_years(const arms_tally *tally, arms_years years, int year,
                                   arms_error *err)
{
    if (years.first == years.last)
        return arms_print(tally->arena, err, "the file covers %d here, not %d",
                          years.first, year);
    return arms_print(tally->arena, err, "the file covers %d to %d here, not %d",
                      years.first, years.last, year);
}

static const char *why_not_covered(const arms_tally *tally, arms_party partner, int year,
                                   arms_error *err)
{
    int first, last;
    const char *flows = flow_name(tally, err);
    if (!flows)
        return NULL;
    if (has_total(tally, partner, year))
        return arms_print(tally->arena, err, "the file has the total of %s, but %s %s",
                          flows, tally->partner_count > 0 ? "not all" : "no",
                          arms_partner_words(&tally->question)->many);
    if (covered_years(tally, partner, &first, &last))
        return why_other_years(tally, (arms_years){first, last}, year, err);
    if (covered_years(tally, arms_entity_world(), &first, &last))
        return arms_print(tally->arena, err, "the file has the total of %s, but no %s",
                          flows, arms_partner_words(&tally->question)->many);
    return arms_print(tally->arena, err, "the file does not hold all of %s", flows);
}

/* "line 6", and in which file where there are several. */
static const char *place_of(const arms_tally *tally, uint32_t index, arms_error *err)
{
    const arms_source *sources;
    arms_flow flow = arms_dataset_flow(tally->dataset, index);
    bool one = arms_dataset_sources(tally->dataset, &sources) == 1;
    return arms_print(tally->arena, err, "%s%sline %u",
                      one ? "" : sources[flow.source].path, one ? "" : ", ",
                      (unsigned)flow.line);
}

static const char *why_missing(const arms_tally *tally, int year, uint32_t flow,
                               arms_error *err)
{
    const char *place = place_of(tally, flow, err);
    return place ? arms_print(tally->arena, err, "a value for %d is missing (%s)", year,
                              place)
                 : NULL;
}

static const char *why_category(const arms_tally *tally, arms_error *err)
{
    const char *codes = arms_dataset_about(tally->dataset)->classification;
    bool hs = strcmp(codes, "HS") == 0;
    return arms_print(tally->arena, err,
                      "the file has goods of all kinds, by %s code; name one%s", codes,
                      hs ? " with --category 93 (arms and ammunition) or a code below it"
                         : " with --category");
}

/* Why there is no figure for a year. */
static bool explain(arms_figure *out, const arms_tally *tally, arms_party partner,
                    int year, arms_error *err)
{
    year_figure figure = tally_year(tally, partner, year);
    if (lacks_category(tally))
        return tally_gap(out, ARMS_REASON_NOT_COVERED, why_category(tally, err));
    if (figure.mixed)
        return tally_gap(out, ARMS_REASON_UNDEFINED,
                         "rows with and without a category stand side by side, and "
                         "whether one is the sum of the others is not known; ask for one "
                         "category, or take the sums out");
    if (figure.missing)
        return tally_gap(out, ARMS_REASON_NO_DATA,
                         why_missing(tally, year, figure.flow, err));
    return tally_gap(out, ARMS_REASON_NOT_COVERED,
                     why_not_covered(tally, partner, year, err));
}

/* A sentence about one party. */
static const char *say_party(const arms_tally *tally, const char *before,
                             arms_party party, const char *after, arms_error *err)
{
    const char *name = arms_dataset_party_name(tally->dataset, party);
    return arms_print(tally->arena, err, "%s%s%s%s", before, arms_article(name), name,
                      after);
}

/* A party that occurs nowhere in the file may be spelt otherwise, or left out. */
static bool absent(arms_party *who, const arms_tally *tally, arms_party partner)
{
    const arms_question *q = &tally->question;
    const arms_party asked[] = {q->subject, partner};
    for (size_t i = 0; i < 2; i++) {
        *who = asked[i];
        if (*who != ARMS_ALL && *who != arms_entity_world() &&
            !arms_dataset_has(tally->dataset, *who))
            return true;
    }
    return false;
}

static void add_year(arms_figure *out, arms_sum *sum, const year_figure *figure)
{
    arms_sum_add(sum, figure->amount);
    out->estimated += figure->estimated;
    out->rows += figure->rows;
    out->allocated = out->allocated || figure->allocated;
    if (figure->conflict)
        out->note = "the printed total is not the sum of its parts; the printed total "
                    "is used";
}

/* Whether each year was added up from rows that list both sides, and nothing else. */
static bool from_details(const arms_tally *tally, arms_party partner, arms_years years)
{
    for (int year = years.first; year <= years.last; year++) {
        year_figure figure = tally_year(tally, partner, year);
        if (figure.printed || figure.other != DETAIL)
            return false;
    }
    return true;
}

const char *arms_allocated_note(void)
{
    return "allocated: a deal's total is spread evenly over its years; only the bounds "
           "are certain";
}

/* Rows of one record leave less open together than one by one. A sum that was tightened
 * by another way of knowing it is left as it is. */
static void narrow(arms_figure *out, arms_sum *sum, const arms_tally *tally,
                   arms_party partner, arms_years years)
{
    arms_sum apart = {0};
    arms_sum *to = from_details(tally, partner, years) ? sum : &apart;
    bool partial = partner == ARMS_ALL
                       ? allocation_narrow_others(to, tally, tally->slot_count, years)
                       : allocation_narrow(to, tally, tally_slot(tally, partner), years);
    out->allocated = out->allocated || partial;
    if (out->allocated && !out->note)
        out->note = arms_allocated_note();
}

bool arms_tally_level(arms_figure *out, const arms_tally *tally, arms_party partner,
                      arms_years years, arms_error *err)
{
    arms_sum sum = {0};
    arms_party who;
    if (partner == ARMS_ALL && tally->unlisted != 0 &&
        tally->question.policy == ARMS_POLICY_STATES)
        return tally_gap(out, ARMS_REASON_UNKNOWN_NAME,
                         say_party(tally, "whether ", tally->unlisted,
                                   " is a state is not known", err));
    *out = (arms_figure){.marks = tally->marks};
    for (int year = years.first; year <= years.last; year++) {
        year_figure figure = tally_year(tally, partner, year);
        if (!figure.known)
            return explain(out, tally, partner, year, err);
        add_year(out, &sum, &figure);
    }
    if (absent(&who, tally, partner))
        return tally_gap(out, ARMS_REASON_NO_DATA,
                         say_party(tally, "", who, " occurs nowhere in the file", err));
    narrow(out, &sum, tally, partner, years);
    out->amount = arms_sum_total(&sum);
    return true;
}
