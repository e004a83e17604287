/* A computed figure against a claimed range.
 *
 * Limits are compared within 1e-9 of their size, and never so coarsely that it matters
 * for the range: $6,721,286,763 is right or wrong by half a dollar. A figure whose bounds
 * straddle a limit decides nothing: that is "not enough information", however likely one
 * side may look. */
#include "analysis/claims/verdict.h"

#include <math.h>

#include "analysis/claims/wording.h"

/* −1, 0 or 1, with 0 for near equality as seen from a range. */
static int order(double a, double b, arms_range range)
{
    const double part = 1e-6; /* of the range's width */
    double width = range.high - range.low;
    bool near = !isinf(a) && !isinf(b) && arms_near(a, b) &&
                (isinf(width) || fabs(a - b) <= part * width);
    return near ? 0 : (a > b) - (a < b);
}

arms_position position_in(arms_range range, arms_interval value)
{
    int low = order(value.low, range.low, range),
        high = order(value.high, range.high, range);
    bool above_low = low > 0 || (low == 0 && !range.low_open);
    bool below_high = high < 0 || (high == 0 && (!range.high_open || value.open));
    if (above_low && below_high)
        return POSITION_INSIDE;
    int under = order(value.high, range.low, range),
        over = order(value.low, range.high, range);
    bool is_under = under < 0 || (under == 0 && (range.low_open || value.open));
    bool is_over = over > 0 || (over == 0 && range.high_open);
    return is_under || is_over ? POSITION_OUTSIDE : POSITION_OPEN;
}

/* Whether cutting the figure's digits, instead of rounding them, gives the number. */
static bool is_truncation(const arms_printed *number, arms_interval value)
{
    arms_range cut = {number->value, number->value + number->unit_value, false, true};
    return number->bound == ARMS_BOUND_EXACT && number->value >= 0 &&
           position_in(cut, value) == POSITION_INSIDE;
}

static void leave_open(arms_finding *finding)
{
    bool allocated = finding->level.allocated || finding->whole.allocated;
    finding->verdict = ARMS_NOT_ENOUGH_INFO;
    finding->reason = allocated ? ARMS_REASON_ALLOCATED : ARMS_REASON_ROUNDING;
    finding->why = allocated ? "how the deal is spread over its years is not known, and "
                               "both answers are possible"
                             : "the figures are printed too coarsely, and both answers "
                               "are possible";
}

void verdict_of_value(arms_finding *finding, const arms_printed *number)
{
    bool exact = position_in(number->rounding, finding->value) == POSITION_INSIDE;
    switch (position_in(number->range, finding->value)) {
    case POSITION_INSIDE:
        finding->verdict = ARMS_SUPPORTED;
        finding->fit = exact ? ARMS_FIT_EXACT : ARMS_FIT_HEDGE;
        return;
    case POSITION_OUTSIDE:
        finding->verdict = ARMS_REFUTED;
        if (is_truncation(number, finding->value))
            finding->fit = ARMS_FIT_TRUNCATION;
        return;
    case POSITION_OPEN: break;
    }
    leave_open(finding);
}

/* Whether one of the ranks first … last is a claimed one. */
static bool any_claimed(arms_range claimed, int first, int last)
{
    for (int rank = first; rank <= last; rank++)
        if (position_in(claimed, arms_interval_point(rank)) == POSITION_INSIDE)
            return true;
    return false;
}

/* As many rivals as the bounds allow may be larger; in each case a tie spans some ranks,
 * and the claim holds if it names one of them. */
bool verdict_of_rank(arms_finding *finding, const arms_printed *number, arms_arena *arena,
                     arms_error *err)
{
    const arms_rank *rank = &finding->rank;
    int hold = 0, exact = 0, cases = rank->high - rank->low + 1;
    for (int first = rank->low; first <= rank->high; first++) {
        hold += any_claimed(number->range, first, first + rank->ties);
        exact += any_claimed(number->rounding, first, first + rank->ties);
    }
    if (hold == 0 || hold == cases) {
        finding->verdict = hold == 0 ? ARMS_REFUTED : ARMS_SUPPORTED;
        finding->fit = hold == 0        ? ARMS_FIT_NONE
                       : exact == cases ? ARMS_FIT_EXACT
                                        : ARMS_FIT_HEDGE;
        return true;
    }
    finding->verdict = ARMS_NOT_ENOUGH_INFO;
    finding->reason = rank->allocated ? ARMS_REASON_ALLOCATED : ARMS_REASON_ROUNDING;
    int last = rank->high + rank->ties;
    finding->why =
        arms_print(arena, err, "the figures leave %s %s %s open",
                   arms_ordinal(arena, rank->low, err),
                   last == rank->low + 1 ? "or" : "to", arms_ordinal(arena, last, err));
    return finding->why != NULL;
}
