/* The verdicts as a table: a row per claim and dataset, with codes and full precision. */
#include "report/check_table.h"

#include <math.h>
#include <string.h>

#include "analysis/claims/wording.h"

static const arms_column columns[] = {
    {"id", NULL, 0},          {"kind", NULL, 0},
    {"flow", NULL, 0},        {"subject", NULL, 0},
    {"counterpart", NULL, 0}, {"period", NULL, 0},
    {"stated", NULL, 0},      {"stated_low", NULL, 0},
    {"stated_high", NULL, 0}, {"claim_verdict", NULL, 0},
    {"dataset", NULL, 0},     {"release", NULL, 0},
    {"verdict", NULL, 0},     {"fit", NULL, 0},
    {"reason", NULL, 0},      {"value", NULL, 0},
    {"low", NULL, 0},         {"high", NULL, 0},
    {"unit", NULL, 0},        {"rows", NULL, 0},
    {"why", NULL, 0},         {"denominator", NULL, 0},
    {"base_period", NULL, 0}, {"period_source", NULL, 0},
    {"sentence", NULL, 0},    {"begin", NULL, 0},
    {"end", NULL, 0},
};

/* Where the columns of a finding begin, and those that only some claims have. */
enum { WIDTH = sizeof columns / sizeof *columns, MORE = WIDTH - 6, FINDING = MORE - 11 };

static double finite(double number)
{
    return isfinite(number) ? number : NAN;
}

static bool put_claim(arms_cell *cells, arms_page *page, const arms_judgement *judgement,
                      arms_error *err)
{
    const arms_claim *claim = judgement->claim;
    const arms_printed *number = &claim->number;
    double none = number->unit == ARMS_UNIT_DIRECTION ? NAN : 0; /* it has no limits */
    const char *years = claim->period;
    if (claim->years.first > 0)
        years = arms_years_code(page->arena, claim->years, err);
    const arms_cell own[] = {
        arms_cell_text(claim->id),
        arms_cell_text(arms_claim_kind_name(claim->kind)),
        arms_cell_text(arms_direction_name(claim->flow)),
        arms_cell_text(claim->subject),
        arms_cell_text(claim->counterpart),
        arms_cell_text(years),
        arms_cell_text(claim->printed),
        arms_cell_number(finite(number->range.low + none)),
        arms_cell_number(finite(number->range.high + none)),
        arms_cell_text(arms_verdict_name(judgement->verdict)),
    };
    memcpy(cells, own, sizeof own);
    return claim->years.first == 0 || years;
}

static double place(size_t at, bool known)
{
    return known ? (double)at : NAN;
}

static void put_more(arms_cell *cells, const arms_claim *claim)
{
    bool told = claim->period_source != ARMS_PERIOD_NONE, placed = claim->end > 0;
    const char *source = told ? arms_period_source_name(claim->period_source) : NULL;
    const arms_cell own[] = {
        arms_cell_text(claim->denominator),
        arms_cell_text(claim->base_period),
        arms_cell_text(source),
        arms_cell_number(place(claim->sentence, claim->sentence > 0)),
        arms_cell_number(place(claim->begin, placed)),
        arms_cell_number(place(claim->end, placed)),
    };
    memcpy(cells + MORE, own, sizeof own);
}

static void put_finding(arms_cell *cells, const arms_page *page,
                        const arms_finding *finding, const char *label)
{
    const arms_about *about = arms_dataset_about(finding->dataset);
    bool known = finding->computed;
    (void)page;
    const arms_cell own[] = {
        arms_cell_text(label),
        arms_cell_text(about->release[0] ? about->release : NULL),
        arms_cell_text(arms_verdict_name(finding->verdict)),
        arms_cell_text(arms_fit_name(finding->fit)),
        arms_cell_text(arms_reason_name(finding->reason)),
        arms_cell_number(known ? finding->value.value : NAN),
        arms_cell_number(known ? finding->value.low : NAN),
        arms_cell_number(known ? finding->value.high : NAN),
        arms_cell_text(arms_unit_name(finding->unit)),
        arms_cell_number((double)finding->rows.count),
        arms_cell_text(finding->why),
    };
    memcpy(cells + FINDING, own, sizeof own);
}

static bool add_rows(arms_page *page, arms_table *table, const arms_judgement *judgement,
                     arms_error *err)
{
    for (size_t i = 0; i < judgement->count || i == 0; i++) {
        arms_cell *cells = arms_table_row(page, table, err);
        const char *label = arms_print(page->arena, err, "d%zu", i + 1);
        if (!cells || !label || !put_claim(cells, page, judgement, err))
            return false;
        put_more(cells, judgement->claim);
        if (judgement->count > 0)
            put_finding(cells, page, &judgement->findings[i], label);
        else
            cells[MORE - 1] = arms_cell_text(judgement->claim->unjudged);
    }
    return true;
}

bool check_table_add(arms_page *page, const arms_verdicts *verdicts, arms_error *err)
{
    arms_table *table = arms_page_table(page, columns, WIDTH, err);
    if (!table)
        return false;
    table->data_only = true;
    for (size_t i = 0; i < verdicts->count; i++)
        if (!add_rows(page, table, &verdicts->items[i], err))
            return false;
    return true;
}
