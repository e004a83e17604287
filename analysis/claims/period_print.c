/* How a settled period is written: "2019-2023", "2024Q1", "FY2023-24". */
#include "analysis/claims/grammar.h"
#include "analysis/claims/wording.h"

static const char *print_part(arms_arena *arena, const period *p, arms_error *err)
{
    if (p->kind == PERIOD_HALF)
        return arms_print(arena, err, "%dH%d", p->first, p->part);
    if (p->kind == PERIOD_QUARTER)
        return arms_print(arena, err, "%dQ%d", p->first, p->part);
    if (p->part == p->part_end)
        return arms_print(arena, err, "%d-%02d", p->first, p->part);
    return arms_print(arena, err, "%d-%02d..%d-%02d", p->first, p->part, p->last,
                      p->part_end);
}

static const char *print_fiscal(arms_arena *arena, int year, bool two, arms_error *err)
{
    return two ? arms_print(arena, err, "FY%d-%02d", year, (year + 1) % 100)
               : arms_print(arena, err, "FY%d", year);
}

const char *period_print(arms_arena *arena, const settled *when, arms_error *err)
{
    const period *p = &when->period;
    if (p->kind == PERIOD_FISCAL) {
        const char *first = print_fiscal(arena, p->first, p->two, err);
        const char *last = print_fiscal(arena, p->last, p->two, err);
        bool one = p->first == p->last;
        return !first || !last ? NULL
               : one           ? first
                               : arms_print(arena, err, "%s..%s", first, last);
    }
    if (p->kind != PERIOD_YEARS)
        return print_part(arena, p, err);
    return arms_years_code(arena, (arms_years){p->first, p->last}, err);
}
