/* All rows of a comparison. Pairs are read off tallies, one per importer or one per
 * exporter, whichever are fewer; parties' totals off one tally of the whole world. A row
 * stands for every partner that either dataset has a flow with in the years compared. */
#include <stdlib.h>

#include "analysis/compare_parts.h"

/* Whose flows are asked for. */
typedef struct subject {
    compare_party party; /* name NULL: the world */
    arms_direction flow;
} subject;

static bool open_side(compare_view *view, size_t side, arms_arena *arena,
                      const subject *whose, arms_error *err)
{
    const compare_job *job = view->job;
    const arms_question question = {.flow = whose->flow,
                                    .subject = whose->party.in[side],
                                    .years = job->out->years,
                                    .category = job->category[side]};
    return question.subject == NOWHERE ||
           arms_tally_make(&view->tally[side], arena, job->out->datasets[side], &question,
                           err);
}

static bool open_view(compare_view *view, compare_job *job, arms_arena *arena,
                      const subject *whose, arms_error *err)
{
    *view = (compare_view){.job = job};
    return open_side(view, 0, arena, whose, err) && open_side(view, 1, arena, whose, err);
}

/* Sets whom the view's subject deals with. Of the world's imports the partners are the
 * importers. */
static void set_partner(compare_view *view, const subject *whose, compare_party partner)
{
    bool world = !whose->party.name;
    bool exports = (whose->flow == ARMS_EXPORT) == world;
    view->partner = partner;
    view->exporter = exports ? partner.name : whose->party.name;
    view->importer = exports ? whose->party.name : partner.name;
}

/* Whether there is anything to show: a year in which neither side has a row is none. */
static bool is_empty(const arms_compared_row *row)
{
    bool missing = row->sides[0].held == ARMS_HELD_MISSING ||
                   row->sides[1].held == ARMS_HELD_MISSING;
    return row->sides[0].rows + row->sides[1].rows == 0 && !missing;
}

static bool keep_row(compare_job *job, const arms_compared_row *row, arms_error *err)
{
    arms_comparison *c = job->out;
    c->rows = arms_extend(job->arena, c->rows, c->count, sizeof *c->rows, err);
    if (!c->rows)
        return false;
    c->rows[c->count++] = *row;
    c->changes[row->change]++;
    return true;
}

static bool add_rows(compare_view *view, arms_error *err)
{
    compare_job *job = view->job;
    arms_years years = job->out->years;
    int step = job->question->each_year ? 1 : years.last - years.first + 1;
    view->counts = true;
    for (int year = years.first; year <= years.last; year += step) {
        arms_compared_row row;
        if (!compare_row(&row, view, (arms_years){year, year + step - 1}, err))
            return false;
        if (!(job->question->each_year && is_empty(&row)) && !keep_row(job, &row, err))
            return false;
    }
    return true;
}

static bool add_partners(compare_parties *out, const compare_view *view, size_t side,
                         arms_error *err)
{
    const arms_party *partners = NULL;
    const arms_tally *tally = view->tally[side];
    size_t count = tally ? arms_tally_partners(tally, &partners) : 0;
    for (size_t i = 0; i < count; i++)
        if (!compare_add(out, view->job, side, partners[i], err))
            return false;
    return true;
}

static bool add_each(compare_view *view, const subject *whose, arms_error *err)
{
    compare_parties list = {0};
    bool done = add_partners(&list, view, 0, err) && add_partners(&list, view, 1, err);
    for (size_t i = 0; done && i < list.count; i++) {
        set_partner(view, whose, list.items[i]);
        done = add_rows(view, err);
    }
    return done;
}

/* The rows of one subject: with one partner, or (NULL) with each. */
static bool add_subject(compare_job *job, const subject *whose,
                        const compare_party *partner, arms_error *err)
{
    compare_view view;
    arms_arena scratch = {0};
    bool done = open_view(&view, job, &scratch, whose, err);
    if (done && partner)
        set_partner(&view, whose, *partner);
    done = done && (partner ? add_rows(&view, err) : add_each(&view, whose, err));
    arms_arena_free(&scratch);
    return done;
}

static bool add_all_pairs(compare_job *job, arms_error *err)
{
    compare_parties exporters, importers;
    if (!compare_list(&exporters, job, true, err) ||
        !compare_list(&importers, job, false, err))
        return false;
    bool fewer = exporters.count < importers.count;
    const compare_parties *list = fewer ? &exporters : &importers;
    for (size_t i = 0; i < list->count; i++) {
        const subject whose = {list->items[i], fewer ? ARMS_EXPORT : ARMS_IMPORT};
        if (!add_subject(job, &whose, NULL, err))
            return false;
    }
    return true;
}

/* Whose whole is compared: the party that is named, or the world. */
static subject whole_of(const compare_job *job)
{
    bool exports = job->importer.name   ? false
                   : job->exporter.name ? true
                                        : job->out->grain == ARMS_GRAIN_EXPORTERS;
    return (subject){job->importer.name ? job->importer : job->exporter,
                     exports ? ARMS_EXPORT : ARMS_IMPORT};
}

/* The one partner that is named beside the subject; all together otherwise. */
static compare_party partner_of(const compare_job *job)
{
    return job->importer.name ? job->exporter : (compare_party){0};
}

static bool add_grain(compare_job *job, arms_error *err)
{
    const subject whose = whole_of(job);
    const compare_party partner = partner_of(job), all = {0};
    bool named = whose.party.name;
    if (job->out->grain == ARMS_GRAIN_TOTAL || partner.name)
        return add_subject(job, &whose, &partner, err);
    if (job->out->grain == ARMS_GRAIN_PAIRS)
        return named ? add_subject(job, &whose, NULL, err) : add_all_pairs(job, err);
    return add_subject(job, &whose, named ? &all : NULL, err);
}

/* The sum of what can be compared stands for a total. */
static void fill_total(arms_compared_row *total, compare_job *job,
                       const compare_year *year)
{
    static const arms_compared_side none = {.held = ARMS_HELD_NOT_COVERED,
                                            .why = "no row of this year can be compared"};
    total->of_rows = year->any;
    total->compared = year->any;
    total->changed = 0;
    if (!year->any && total->change != ARMS_CHANGE_NOT_COMPARABLE)
        total->sides[0] = total->sides[1] = none;
    for (size_t side = 0; side < 2 && year->any; side++)
        total->sides[side] = compare_side(arms_sum_total(&year->sums[side]),
                                          year->flows[side], year->allocated[side]);
    compare_judge(total, job->out, !year->odd);
}

static bool add_totals(compare_job *job, compare_view *view, arms_error *err)
{
    arms_comparison *c = job->out;
    arms_years all = c->years;
    size_t count = (size_t)(all.last - all.first) + 1;
    c->totals = arms_alloc(job->arena, count, sizeof *c->totals, err);
    if (!c->totals || !compare_row(&c->total, view, all, err))
        return false;
    for (int year = all.first; year <= all.last; year++) {
        arms_compared_row *total = &c->totals[c->total_count++];
        if (!compare_row(total, view, (arms_years){year, year}, err))
            return false;
    }
    return true;
}

/* Adds a row's sides to sums. */
static void add_sides(arms_sum sums[2], arms_compared_row *to,
                      const arms_compared_row *row)
{
    for (size_t side = 0; side < 2; side++) {
        const arms_compared_side *of = &row->sides[side];
        arms_sum_add(&sums[side], of->amount);
        to->sides[side].rows += of->rows;
        to->sides[side].allocated = to->sides[side].allocated || of->allocated;
    }
    to->compared = row->compared > to->compared ? row->compared : to->compared;
}

/* The sum of all rows that can be compared. */
static void sum_rows(arms_comparison *c)
{
    arms_sum sums[2] = {0};
    arms_compared_row all = {.exporter = c->exporter,
                             .importer = c->importer,
                             .years = c->years,
                             .of_rows = true};
    for (size_t i = 0; i < c->count; i++)
        if (c->rows[i].compared > 0)
            add_sides(sums, &all, &c->rows[i]);
    for (size_t side = 0; side < 2; side++)
        all.sides[side] = compare_side(arms_sum_total(&sums[side]), all.sides[side].rows,
                                       all.sides[side].allocated);
    size_t apart = c->changes[ARMS_CHANGE_NOT_COMPARABLE];
    compare_judge(&all, c, c->changes[ARMS_CHANGE_EQUAL] + apart == c->count);
    c->sum = all;
}

static bool add_whole(compare_job *job, arms_error *err)
{
    compare_view view;
    arms_arena scratch = {0};
    const subject whose = whole_of(job);
    bool done = open_view(&view, job, &scratch, &whose, err);
    if (done) {
        set_partner(&view, &whose, partner_of(job));
        done = add_totals(job, &view, err);
    }
    arms_arena_free(&scratch);
    return done;
}

/* Whether the whole is known wherever anything can be compared. */
static bool has_totals(const compare_job *job)
{
    const arms_comparison *c = job->out;
    for (size_t i = 0; i < c->total_count; i++)
        if (job->years[i].any && c->totals[i].change == ARMS_CHANGE_NOT_COMPARABLE)
            return false;
    return true;
}

/* Where it is not, the sum of the rows stands for it, in all years alike: the whole of
 * one year is nothing beside a part of another. */
static void choose_total(compare_job *job)
{
    arms_comparison *c = job->out;
    for (size_t side = 0; side < 2; side++)
        c->allocated = c->allocated || c->sum.sides[side].allocated ||
                       c->total.sides[side].allocated;
    if (has_totals(job))
        return;
    c->total = c->sum;
    for (size_t i = 0; i < c->total_count; i++)
        fill_total(&c->totals[i], job, &job->years[i]);
}

bool compare_pairs(compare_job *job, arms_error *err)
{
    arms_comparison *c = job->out;
    size_t count = (size_t)(c->years.last - c->years.first) + 1;
    job->years = arms_alloc(job->arena, count, sizeof *job->years, err);
    if (!job->years || !add_grain(job, err))
        return false;
    if (c->count > 0)
        qsort(c->rows, c->count, sizeof *c->rows, compare_order);
    sum_rows(c);
    if (!add_whole(job, err))
        return false;
    choose_total(job);
    return true;
}
