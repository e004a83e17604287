/* One row of a comparison: what either side holds, the difference, and what can be said
 * of it.
 *
 * Difference b − a = [b.low − a.high, b.high − a.low]. Over several years the amounts are
 * those of the years that both sides have, taken in runs without a gap, since a deal's
 * total that was spread over years is certain where all its years are in. What overlaps
 * is equal where each year is equal by itself; a year is equal by itself where the two
 * intervals are the same, or overlap and nothing but rounding is open. A figure against
 * none recorded is undecided where that figure may itself be 0. */
#include <math.h>
#include <string.h>

#include "analysis/compare_parts.h"
#include "analysis/tally_cells.h"

arms_interval compare_scaled(const compare_job *job, size_t side, arms_interval amount)
{
    return arms_interval_divide(amount, arms_interval_point(job->divisor[side]));
}

bool compare_known(const arms_compared_side *side)
{
    return side->held <= ARMS_HELD_NIL;
}

arms_compared_side compare_side(arms_interval amount, size_t rows, bool allocated)
{
    arms_held held = amount.value > 0  ? ARMS_HELD_VALUE
                     : amount.high > 0 ? ARMS_HELD_ROUNDS_TO_ZERO
                                       : ARMS_HELD_NIL;
    return (arms_compared_side){
        .held = held, .amount = amount, .rows = rows, .allocated = allocated};
}

/* Whether it is a party that the dataset knows but has no flow of. */
static bool is_absent(const arms_tally *tally, arms_party partner)
{
    const arms_party asked[] = {arms_tally_question(tally)->subject, partner};
    for (size_t i = 0; i < 2; i++)
        if (asked[i] != ARMS_ALL &&
            !arms_dataset_has(arms_tally_dataset(tally), asked[i]))
            return true;
    return false;
}

static const char *why_missing(const compare_view *view, size_t side, int year,
                               uint32_t index, arms_error *err)
{
    arms_flow flow = arms_dataset_flow(view->job->out->datasets[side], index);
    return arms_print(view->job->arena, err, "the value for %d is missing (line %u)",
                      year, (unsigned)flow.line);
}

/* Why a side has no figure for a year. */
static bool fill_gap(arms_compared_side *out, const compare_view *view, size_t side,
                     int year, arms_error *err)
{
    year_figure figure = tally_year(view->tally[side], view->partner.in[side], year);
    bool gap = figure.mixed || figure.missing;
    out->held = gap ? ARMS_HELD_MISSING : ARMS_HELD_NOT_COVERED;
    if (figure.mixed)
        out->why = "rows with and without a category stand side by side, so they cannot "
                   "be added; ask for one category";
    else if (figure.missing)
        out->why = why_missing(view, side, year, figure.flow, err);
    else
        out->why = arms_print(view->job->arena, err, "%d is not covered here", year);
    return out->why;
}

/* The first year without a figure; 0 where there is none. */
static int first_gap(const compare_view *view, size_t side, arms_years years)
{
    for (int year = years.first; year <= years.last; year++)
        if (!tally_year(view->tally[side], view->partner.in[side], year).known)
            return year;
    return 0;
}

static bool read_level(arms_compared_side *out, const compare_view *view, size_t side,
                       arms_years years, arms_error *err)
{
    arms_figure level;
    arms_party partner = view->partner.in[side];
    *out = (arms_compared_side){.held = ARMS_HELD_NIL};
    if (is_absent(view->tally[side], partner))
        return true;
    if (!arms_tally_level(&level, view->tally[side], partner, years, err))
        return false;
    *out = compare_side(compare_scaled(view->job, side, level.amount), level.rows,
                        level.allocated);
    return true;
}

static bool read_side(arms_compared_side *out, const compare_view *view, size_t side,
                      arms_years years, arms_error *err)
{
    *out = (arms_compared_side){
        .held = ARMS_HELD_NO_NAME,
        .why = "the name is not in the reference table, and only one file has it"};
    if (!view->tally[side] || view->partner.in[side] == NOWHERE)
        return true;
    int gap = first_gap(view, side, years);
    return gap > 0 ? fill_gap(out, view, side, gap, err)
                   : read_level(out, view, side, years, err);
}

static bool same(arms_interval a, arms_interval b)
{
    return arms_near(a.low, b.low) && arms_near(a.value, b.value) &&
           arms_near(a.high, b.high);
}

static bool both_points(const arms_compared_side *sides)
{
    return arms_interval_is_point(sides[0].amount) &&
           arms_interval_is_point(sides[1].amount);
}

/* A year by itself, where the intervals overlap. */
static bool is_even(const arms_compared_side *sides)
{
    bool nil = sides[0].held == ARMS_HELD_NIL || sides[1].held == ARMS_HELD_NIL;
    bool open = sides[0].allocated || sides[1].allocated;
    return same(sides[0].amount, sides[1].amount) || (!nil && !open);
}

static arms_change change_of(const arms_compared_side *sides, bool even)
{
    arms_interval meet;
    if (!compare_known(&sides[0]) || !compare_known(&sides[1]))
        return ARMS_CHANGE_NOT_COMPARABLE;
    if (arms_interval_meet(&meet, sides[0].amount, sides[1].amount))
        return even || both_points(sides) ? ARMS_CHANGE_EQUAL : ARMS_CHANGE_UNDECIDED;
    return sides[0].held == ARMS_HELD_NIL   ? ARMS_CHANGE_APPEARED
           : sides[1].held == ARMS_HELD_NIL ? ARMS_CHANGE_VANISHED
                                            : ARMS_CHANGE_REVISED;
}

arms_interval compare_minus(arms_interval b, arms_interval a)
{
    arms_sum sum = {0};
    arms_sum_add(&sum, b);
    arms_sum_add(&sum, (arms_interval){-a.value, -a.high, -a.low, false});
    return arms_sum_total(&sum);
}

void compare_judge(arms_compared_row *row, const arms_comparison *c, bool even)
{
    const arms_interval none = {NAN, NAN, NAN, false};
    size_t over = c->relation == ARMS_RELATION_MIRROR ? c->imports : 1;
    arms_interval base = row->sides[1 - over].amount;
    row->change = change_of(row->sides, even);
    row->difference = row->ratio = none;
    if (row->change == ARMS_CHANGE_NOT_COMPARABLE)
        return;
    row->difference = compare_minus(row->sides[1].amount, row->sides[0].amount);
    if (base.low > 0)
        row->ratio = arms_interval_divide(row->sides[over].amount, base);
}

void compare_judge_alone(arms_compared_row *row, const arms_comparison *c)
{
    compare_judge(row, c, is_even(row->sides));
}

/* The years of a row, one after the other. */
typedef struct walk {
    const compare_view *view;
    arms_compared_row *row;
    arms_sum sums[2];
    size_t flows[2];
    bool allocated[2];
    int run;  /* first year of the run that is open; 0 = none */
    int even; /* years that are equal by themselves */
} walk;

static bool close_run(walk *w, int last, arms_error *err)
{
    for (size_t side = 0; side < 2 && w->run > 0; side++) {
        arms_compared_side one;
        if (!read_side(&one, w->view, side, (arms_years){w->run, last}, err))
            return false;
        arms_sum_add(&w->sums[side], one.amount);
        w->flows[side] += one.rows;
        w->allocated[side] = w->allocated[side] || one.allocated;
    }
    w->run = 0;
    return true;
}

static void count_year(const compare_view *view, int year,
                       const arms_compared_side *sides, arms_change change)
{
    compare_year *to = &view->job->years[year - view->job->out->years.first];
    to->any = true;
    to->odd = to->odd || change != ARMS_CHANGE_EQUAL;
    for (size_t side = 0; side < 2; side++) {
        arms_sum_add(&to->sums[side], sides[side].amount);
        to->flows[side] += sides[side].rows;
        to->allocated[side] = to->allocated[side] || sides[side].allocated;
    }
}

static bool take_year(walk *w, int year, arms_error *err)
{
    arms_compared_side sides[2];
    arms_years one = {year, year};
    if (!read_side(&sides[0], w->view, 0, one, err) ||
        !read_side(&sides[1], w->view, 1, one, err))
        return false;
    bool even = is_even(sides);
    arms_change change = change_of(sides, even);
    if (change == ARMS_CHANGE_NOT_COMPARABLE)
        return close_run(w, year - 1, err);
    w->run = w->run > 0 ? w->run : year;
    w->row->compared++;
    w->row->changed += change != ARMS_CHANGE_EQUAL && change != ARMS_CHANGE_UNDECIDED;
    w->even += change == ARMS_CHANGE_EQUAL;
    if (w->view->counts)
        count_year(w->view, year, sides, change);
    return true;
}

/* Where no year can be compared, each side says what it has of the whole period. */
static bool fill_apart(arms_compared_row *row, const compare_view *view, arms_error *err)
{
    return read_side(&row->sides[0], view, 0, row->years, err) &&
           read_side(&row->sides[1], view, 1, row->years, err);
}

static bool copy_flows(arms_compared_side *to, arms_arena *arena,
                       const arms_flow_list *list, arms_error *err)
{
    size_t *flows = arms_alloc(arena, list->count, sizeof *flows, err);
    if (flows && list->count > 0)
        memcpy(flows, list->flows, list->count * sizeof *flows);
    to->flows = flows;
    to->rows = list->count;
    return flows;
}

/* The flows behind a side's figure. */
static bool keep_flows(arms_compared_row *row, const compare_view *view, size_t side,
                       arms_error *err)
{
    arms_flow_list list;
    arms_compared_side *to = &row->sides[side];
    if (to->rows == 0 || !view->job->question->flows)
        return true;
    return arms_tally_rows(&list, view->tally[side], view->partner.in[side], row->years,
                           err) &&
           copy_flows(to, view->job->arena, &list, err);
}

bool compare_row(arms_compared_row *out, const compare_view *view, arms_years years,
                 arms_error *err)
{
    walk w = {.view = view, .row = out};
    *out = (arms_compared_row){
        .exporter = view->exporter, .importer = view->importer, .years = years};
    for (int year = years.first; year <= years.last; year++)
        if (!take_year(&w, year, err))
            return false;
    if (!close_run(&w, years.last, err) ||
        (out->compared == 0 && !fill_apart(out, view, err)))
        return false;
    for (size_t side = 0; side < 2 && out->compared > 0; side++)
        out->sides[side] =
            compare_side(arms_sum_total(&w.sums[side]), w.flows[side], w.allocated[side]);
    compare_judge(out, view->job->out, w.even == out->compared);
    return keep_flows(out, view, 0, err) && keep_flows(out, view, 1, err);
}

int compare_names(const char *a, const char *b)
{
    return strcmp(a ? a : "", b ? b : "");
}

static double size_of(const arms_compared_row *row)
{
    return row->change == ARMS_CHANGE_NOT_COMPARABLE ? -1 : fabs(row->difference.value);
}

int compare_order(const void *a, const void *b)
{
    const arms_compared_row *x = a, *y = b;
    double dx = size_of(x), dy = size_of(y);
    if (dx > dy || dx < dy)
        return dx > dy ? -1 : 1;
    int order = compare_names(x->importer, y->importer);
    order = order ? order : compare_names(x->exporter, y->exporter);
    return order ? order : x->years.first - y->years.first;
}
