/* Groups proved by arithmetic. In each year
 *
 *     difference = region − sum of members,   in [rl − mh, rh − ml]
 *
 * with the bounds that the printed cells leave open, half a unit each in tables of whole
 * numbers. The difference is rounding where 0 lies in that interval, ends included. A
 * year is compared where the region and all members are covered and nothing is
 * missing. */
#include <armstrade/membership.h>

#include <math.h>

/* The tallies of both sides and what is being put together. */
typedef struct proof {
    const arms_membership_case *c;
    arms_arena *arena;
    arms_party row;
    arms_member *members;
    size_t member_count;
    arms_tally *parts, *whole;
    arms_membership_proof *out;
} proof;

arms_party arms_group_row(const arms_dataset *dataset, arms_group_id group)
{
    arms_text name = arms_text_of(arms_group_get(group)->name);
    arms_party row =
        arms_entity_by_spelling(arms_dataset_about(dataset)->publisher, name);
    arms_error ignored;
    if (row == ARMS_ALL && !arms_dataset_find(&row, dataset, name, &ignored))
        return ARMS_ALL;
    arms_entity_kind kind = arms_dataset_party_kind(dataset, row);
    bool sum = kind == ARMS_ENTITY_AGGREGATE || kind == ARMS_ENTITY_UNKNOWN_PARTY ||
               kind == ARMS_ENTITY_UNLISTED;
    return sum && arms_dataset_has(dataset, row) ? row : ARMS_ALL;
}

/* The years of the region's file, and whether the region imports or exports. */
static arms_question question_of(const proof *p)
{
    arms_question q = {.flow = ARMS_EXPORT};
    for (size_t i = 0; i < arms_dataset_count(p->c->region); i++) {
        arms_flow flow = arms_dataset_flow(p->c->region, i);
        if (flow.importer == p->row)
            q.flow = ARMS_IMPORT;
        if (q.years.first == 0 || flow.year < q.years.first)
            q.years.first = flow.year;
        if (flow.year > q.years.last)
            q.years.last = flow.year;
    }
    return q;
}

/* Adds a member's figure; false where there is none. A member that occurs nowhere in a
 * file that covers it has nothing. */
static bool add(arms_residual *year, arms_sum *sum, const arms_figure *figure,
                bool occurs)
{
    if (figure->reason != ARMS_REASON_NONE)
        return !occurs && figure->reason == ARMS_REASON_NO_DATA;
    arms_sum_add(sum, figure->amount);
    year->cells += figure->rows;
    return true;
}

/* The sum of the members of one year; *known is false where some figure is not. */
static bool add_members(arms_residual *year, bool *known, const proof *p, arms_error *err)
{
    arms_sum sum = {0};
    const arms_years only = {year->year, year->year};
    size_t due = 0;
    *known = true;
    for (size_t i = 0; *known && i < p->member_count; i++) {
        const arms_member *m = &p->members[i];
        arms_figure figure;
        if (year->year < m->from || (m->to > 0 && year->year > m->to))
            continue;
        due++;
        if (!arms_tally_level(&figure, p->parts, m->entity, only, err))
            return false;
        *known = add(year, &sum, &figure, arms_dataset_has(p->c->members, m->entity));
    }
    *known = *known && due > 0; /* before it was founded, a group is no one */
    /* Both in the region's scale: the World Bank prints TIV, SIPRI millions of them. */
    double scale = arms_dataset_measure(p->c->members)->scale /
                   arms_dataset_measure(p->c->region)->scale;
    year->members = arms_interval_scale(arms_sum_total(&sum), scale);
    return true;
}

static arms_interval subtract(arms_interval a, arms_interval b)
{
    arms_sum sum = {0}; /* as on paper: 523 − 523.13 is −0.13 */
    arms_sum_add(&sum, a);
    arms_sum_add(&sum, (arms_interval){-b.value, -b.high, -b.low, b.open});
    return arms_sum_total(&sum);
}

static void add_year(arms_membership_proof *out, arms_residual year)
{
    year.difference = subtract(year.region, year.members);
    year.rounding = (year.difference.low < 0 || arms_near(year.difference.low, 0)) &&
                    (year.difference.high > 0 || arms_near(year.difference.high, 0));
    out->cells += year.cells;
    out->outside += !year.rounding;
    if (out->count == 0 ||
        fabs(year.difference.value) > fabs(out->years[out->largest].difference.value))
        out->largest = out->count;
    out->years[out->count++] = year;
}

static bool compare_year(const proof *p, int number, arms_error *err)
{
    arms_residual year = {.year = number};
    arms_figure whole;
    bool known;
    if (!arms_tally_level(&whole, p->whole, p->row, (arms_years){number, number}, err) ||
        !add_members(&year, &known, p, err))
        return false;
    if (!known || whole.reason != ARMS_REASON_NONE) {
        p->out->gaps++;
        return true;
    }
    year.region = whole.amount;
    year.cells += whole.rows;
    add_year(p->out, year);
    return true;
}

static bool any_member(const proof *p)
{
    for (size_t i = 0; i < p->member_count; i++)
        if (arms_dataset_has(p->c->members, p->members[i].entity))
            return true;
    return false;
}

static bool prepare(proof *p, const arms_question *q, arms_error *err)
{
    const arms_membership_case *c = p->c;
    size_t years = (size_t)(q->years.last - q->years.first) + 1;
    p->out->flow = q->flow;
    p->out->years = arms_alloc(p->arena, years, sizeof *p->out->years, err);
    return p->out->years &&
           arms_group_members(&p->members, &p->member_count, p->arena, c->group, err) &&
           arms_tally_make(&p->parts, p->arena, c->members, q, err) &&
           arms_tally_make(&p->whole, p->arena, c->region, q, err);
}

/* Whether there is something that can be compared. */
static bool check_case(const proof *p, const char *name, arms_error *err)
{
    if (p->row == ARMS_ALL)
        return arms_fail(err, ARMS_DOMAIN, "the file has no row for %s", name);
    return arms_measure_same(arms_dataset_measure(p->c->members),
                             arms_dataset_measure(p->c->region)) ||
           arms_fail(err, ARMS_DOMAIN,
                     "the members' figures and those of %s are in two measures, which "
                     "cannot be compared",
                     name);
}

bool arms_membership_prove(arms_membership_proof *out, arms_arena *arena,
                           const arms_membership_case *c, arms_error *err)
{
    const char *name = arms_group_get(c->group)->code;
    proof p = {
        .c = c, .arena = arena, .row = arms_group_row(c->region, c->group), .out = out};
    *out = (arms_membership_proof){0};
    if (!check_case(&p, name, err))
        return false;
    arms_question q = question_of(&p);
    if (!prepare(&p, &q, err))
        return false;
    if (!any_member(&p))
        return arms_fail(err, ARMS_DOMAIN, "no member of %s occurs in the file", name);
    for (int year = q.years.first; year <= q.years.last; year++)
        if (!compare_year(&p, year, err))
            return false;
    return out->count > 0 ||
           arms_fail(err, ARMS_DOMAIN,
                     "there is no year in which both the row of %s and the rows of all "
                     "its members have figures",
                     name);
}
