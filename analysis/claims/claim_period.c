/* Periods of claims files that are no whole calendar years. */
#include "analysis/claims/claim_period.h"

#include <string.h>

/* y stands for a digit, h
 * for a half (1-2), q for a quarter (1-4), mm for a month. */
static const char *const partial_forms[] = {
    "yyyyHh",    "yyyyQq",           "yyyyQq..Qq",
    "yyyy-mm",   "yyyy-mm..yyyy-mm", "FYyyyy",
    "FYyyyy-yy", "FYyyyy..FYyyyy",   "FYyyyy-yy..FYyyyy-yy",
};

static bool month_fits(const char *two)
{
    int month = (two[0] - '0') * 10 + (two[1] - '0');
    return month >= 1 && month <= 12;
}

/* Whether one character is what a form wants there. */
static bool char_fits(char c, char wanted)
{
    switch (wanted) {
    case 'y':
    case 'm': return c >= '0' && c <= '9';
    case 'h': return c == '1' || c == '2';
    case 'q': return c >= '1' && c <= '4';
    default: return c == wanted;
    }
}

static bool fits_form(arms_text period, const char *form)
{
    if (period.len != strlen(form))
        return false;
    for (size_t i = 0; i < period.len; i++)
        if (!char_fits(period.ptr[i], form[i]))
            return false;
    for (const char *m = strstr(form, "mm"); m; m = strstr(m + 2, "mm"))
        if (!month_fits(period.ptr + (m - form)))
            return false;
    return true;
}

bool period_is_partial(arms_text period)
{
    for (size_t i = 0; i < sizeof partial_forms / sizeof *partial_forms; i++)
        if (fits_form(period, partial_forms[i]))
            return true;
    return false;
}
