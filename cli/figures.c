/* What the tables of shares and rankings say about a figure, in the same words. */
#include "cli/figures.h"

#include <armstrade/report.h>
#include <math.h>

#include "cli/titles.h"

bool figure_known(const arms_figure *figure)
{
    return figure->reason == ARMS_REASON_NONE;
}

const arms_interval *figure_interval(const arms_figure *figure)
{
    return figure_known(figure) ? &figure->amount : NULL;
}

double figure_estimated(const arms_figure *level)
{
    bool said = figure_known(level) && level->marks && level->amount.value > 0;
    return said ? 100 * level->estimated / level->amount.value : NAN;
}

double figure_value(const arms_figure *level)
{
    const arms_interval *amount = &level->amount;
    if (!figure_known(level))
        return NAN;
    if (!level->allocated)
        return amount->value;
    return fmin(fmax(round(100 * amount->value) / 100, amount->low), amount->high);
}

static arms_cell cell_of(const arms_figure *figure, double number)
{
    if (!figure_known(figure))
        return arms_cell_missing();
    return figure->amount.high > 0 ? arms_cell_number(number) : arms_cell_nil();
}

arms_cell figure_amount(const arms_figure *level)
{
    return cell_of(level, figure_value(level));
}

arms_cell figure_cell(const arms_figure *figure, double factor)
{
    return cell_of(figure, factor * figure->amount.value);
}

void figure_put_level(arms_cell *cells, const arms_figure *level)
{
    figure_put_interval(cells, figure_interval(level), 1);
    cells[0] = figure_amount(level);
}

void figure_put_share(arms_cell *cells, const arms_figure *share)
{
    figure_put_interval(cells, figure_interval(share), 100);
    cells[0] = figure_cell(share, 100);
}

void figure_put_interval(arms_cell *cells, const arms_interval *x, double factor)
{
    cells[0] = x ? arms_cell_number(factor * x->value) : arms_cell_missing();
    cells[1] = arms_cell_number(x ? factor * x->low : NAN);
    cells[2] = arms_cell_number(x ? factor * x->high : NAN);
}

const char *figure_bounds(arms_arena *arena, const arms_figure *share, arms_error *err)
{
    if (!figure_known(share) || arms_interval_is_point(share->amount))
        return NULL;
    return arms_print(arena, err, "%.3f to %.3f", 100 * share->amount.low,
                      100 * share->amount.high);
}

const char *figure_amount_bounds(arms_arena *arena, const arms_figure *level,
                                 arms_error *err)
{
    char low[ARMS_NUMBER_SIZE], high[ARMS_NUMBER_SIZE];
    if (!figure_known(level) || arms_interval_is_point(level->amount))
        return NULL;
    return arms_print(arena, err, "%s to %s", arms_number_print(low, level->amount.low),
                      arms_number_print(high, level->amount.high));
}

const char *figure_change_bounds(arms_arena *arena, const arms_derived *change,
                                 arms_error *err)
{
    if (change->why || arms_interval_is_point(change->amount))
        return NULL;
    return arms_print(arena, err, "%.1f to %.1f", change->amount.low,
                      change->amount.high);
}

bool figure_say_lengths(session *s, arms_error *err)
{
    const arms_years *before = &s->settings->periods[ARMS_BEFORE];
    const arms_years *after = &s->settings->periods[ARMS_AFTER];
    int first = before->last - before->first + 1, second = after->last - after->first + 1;
    return first == second ||
           arms_page_say(
               &s->page,
               arms_print(&s->arena, err,
                          "The periods are not of one length (%d and %d years): "
                          "totals are compared, not yearly means.",
                          first, second),
               err);
}

const char *figure_shown_note(const char *note)
{
    return note == arms_allocated_note() ? NULL : note;
}

const char *figure_allocated_words(arms_arena *arena, arms_error *err)
{
    return arms_print(arena, err, "Some amounts are %s.", arms_allocated_note());
}

double figure_rank(const arms_rank *rank)
{
    return rank->rank > 0 ? (double)rank->rank : NAN;
}

const char *figure_rank_range(arms_arena *arena, const arms_rank *rank, arms_error *err)
{
    int high = rank->high + rank->ties;
    if (rank->rank == 0 || rank->low == high)
        return NULL;
    return arms_print(arena, err, "%d-%d", rank->low, high);
}

bool figure_put_asked(arms_cell *cells, arms_arena *arena, const arms_tally *tally,
                      size_t number, arms_error *err)
{
    const arms_question *q = arms_tally_question(tally);
    const arms_dataset *dataset = arms_tally_dataset(tally);
    arms_party subject = q->subject == ARMS_ALL ? arms_entity_world() : q->subject;
    const char *measure = arms_measure_name(arms_dataset_measure(dataset), arena, err);
    const char *label = arms_print(arena, err, "d%zu", number);
    cells[ASKED_DATASET] = arms_cell_text(label);
    cells[ASKED_FLOW] = arms_cell_text(arms_direction_name(q->flow));
    cells[ASKED_SUBJECT] = arms_cell_text(arms_dataset_party_name(dataset, subject));
    cells[ASKED_CATEGORY] = arms_cell_text(title_category_name(tally));
    cells[ASKED_MEASURE] = arms_cell_text(measure);
    return label && measure;
}

bool figure_sources(const char **out, const cli_settings *settings,
                    const arms_tally *tally, const figure_row *row, arms_error *err)
{
    arms_flow_list list;
    *out = NULL;
    if (!settings->explain)
        return true;
    return arms_tally_rows(&list, tally, row->partner, row->years, err) &&
           arms_flow_places(out, row->arena, &list, err);
}
