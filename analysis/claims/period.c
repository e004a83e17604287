/* Periods, printed and told: "2019–23", "between 2013 and 2017", "2013-'17", "FY2023-24",
 * "the first half of 2024", "January to November 2025", "the past five years", "the
 * preceding five-year period", "the same period", "a year earlier".
 *
 * A range whose second year has two digits and follows the first is a fiscal year
 * ("2023-24"); any other is a window of calendar years. */
#include <string.h>

#include "analysis/claims/period_reader.h"

bool period_word(period_reader *r, lexicon_class class, const lexicon_row **row)
{
    const lexicon_row *found = scene_token_row(r->scene, r->at, class);
    if (!found)
        return false;
    r->at += r->scene->found[r->at].tokens;
    if (row)
        *row = found;
    return true;
}

bool period_sign(period_reader *r, char sign)
{
    bool there = token_is_sign(&r->scene->tokens, r->at, sign);
    r->at += there;
    return there;
}

/* The plain digits of the token at hand; -1 where there are none, or not `count` (0 =
 * any, at most four). */
int period_digits(const period_reader *r, size_t count)
{
    if (r->at >= r->scene->tokens.count)
        return -1;
    const token *t = &r->scene->tokens.items[r->at];
    size_t length = t->end - t->begin;
    if (t->kind != TOKEN_NUMBER || length > 4 || (count > 0 && length != count))
        return -1;
    int value = 0;
    for (size_t i = t->begin; i < t->end; i++) {
        char c = r->scene->text.ptr[i];
        if (c < '0' || c > '9')
            return -1;
        value = value * 10 + (c - '0');
    }
    return value;
}

bool period_number(period_reader *r, int *value)
{
    const lexicon_row *row;
    int printed = period_digits(r, 0);
    if (printed >= 0) {
        r->at++;
        *value = printed;
        return true;
    }
    if (!period_word(r, LEX_NUMBER, &row))
        return false;
    *value = (int)row->number;
    return true;
}

/* Whether what follows makes a count or an amount of the number before. */
static bool counts(const period_reader *r)
{
    static const lexicon_class units[] = {
        LEX_MAGNITUDE, LEX_PERCENT, LEX_CURRENCY, LEX_ARTICLES, LEX_PEOPLE, LEX_COUNTRIES,
        LEX_TIV,       LEX_MEASURE, LEX_TIMES,    LEX_POINT,    LEX_COMPANY};
    period_reader next = *r;
    if (token_is_sign(&r->scene->tokens, r->at, '%'))
        return true;
    for (size_t i = 0; i < sizeof units / sizeof *units; i++)
        if (period_word(&next, units[i], NULL))
            return true;
    return false;
}

bool period_year(period_reader *r, int *year)
{
    int value = period_digits(r, 4);
    if (value < 1900 || value > 2100)
        return false;
    const token *t = &r->scene->tokens.items[r->at];
    const token *before = r->at > 0 ? t - 1 : NULL;
    bool money = before && before->kind == TOKEN_SIGN && before->sign != '\0' &&
                 strchr("$EPR#", before->sign);
    bool glued = before && before->kind == TOKEN_WORD && t->glued &&
                 !scene_token_row(r->scene, r->at - 1, LEX_FISCAL);
    if (money || glued)
        return false;
    r->at++;
    if (!counts(r)) {
        *year = value;
        return true;
    }
    r->at--;
    return false;
}

/* "24" behind a year, "'17" alone: in the century of `near`. */
bool period_short_year(period_reader *r, int near, int *year)
{
    int value = period_digits(r, 2);
    if (value < 0)
        return false;
    r->at++;
    *year = near / 100 * 100 + value;
    *year += *year < near ? 100 : 0;
    return true;
}

static bool apostrophe_year(period_reader *r, int near, int *year)
{
    period_reader start = *r;
    if (period_sign(r, '\'') && r->at < r->scene->tokens.count &&
        r->scene->tokens.items[r->at].glued &&
        period_short_year(r, near > 0 ? near : 1950, year))
        return true;
    *r = start;
    return false;
}

/* The second year of a range that is printed with a dash or a stroke. */
static bool range_end(period_reader *r, bool *is_short)
{
    period_reader start = *r;
    period *p = &r->p;
    if (period_sign(r, '-') || period_sign(r, '_') || period_sign(r, '/')) {
        *is_short = false;
        if (period_year(r, &p->last) && p->last > p->first)
            return true;
        *is_short = true;
        if (apostrophe_year(r, p->first, &p->last) ||
            period_short_year(r, p->first, &p->last))
            if (!counts(r))
                return true;
    }
    *r = start;
    return false;
}

/* "between 2013 and 2017", "from 2012 to 2016", "2012 to 2016". */
static void worded_end(period_reader *r)
{
    period_reader start = *r;
    size_t at = r->begin;
    bool the_years = at > 2 &&
                     (token_is_word(&r->scene->tokens, at - 1, "years") ||
                      token_is_word(&r->scene->tokens, at - 1, "year")) &&
                     token_is_word(&r->scene->tokens, at - 2, "the");
    at -= the_years ? 2 : 0; /* "between the years 2013 and 2017" */
    bool between = at > 0 && token_is_word(&r->scene->tokens, at - 1, "between");
    bool joined = (between && token_is_word(&r->scene->tokens, r->at, "and")) ||
                  token_is_word(&r->scene->tokens, r->at, "to") ||
                  token_is_word(&r->scene->tokens, r->at, "through") ||
                  token_is_word(&r->scene->tokens, r->at, "until");
    int last;
    bool is_short;
    if (joined) {
        r->at++;
        if (period_year(r, &last) && last > r->p.first && !range_end(r, &is_short)) {
            r->p.last = last;
            r->p.worded = true;
            return;
        }
    }
    *r = start;
}

/* "2023", "2019–23", "2013-'17", "'13–'17", "1990s"; `fiscal` where a word said so. */
static bool years(period_reader *r, bool fiscal)
{
    bool is_short = false;
    period *p = &r->p;
    if (!period_year(r, &p->first) && !apostrophe_year(r, 0, &p->first)) {
        if (!fiscal || !period_short_year(r, 2000, &p->first))
            return false;
        p->kind = PERIOD_FISCAL; /* "FY24" ends in 2024 */
        p->first = p->last = p->first - 1;
        p->two = true;
        return true;
    }
    p->last = p->first;
    if (range_end(r, &is_short)) {
        if ((is_short && p->last == p->first + 1) || fiscal) {
            p->kind = PERIOD_FISCAL;
            p->two = true;
            p->last--;
        }
        return p->last >= p->first;
    }
    if (token_is_word(&r->scene->tokens, r->at, "s") &&
        r->scene->tokens.items[r->at].glued && p->first % 10 == 0) {
        r->at++;
        p->last = p->first + 9;
        return true;
    }
    p->kind = fiscal ? PERIOD_FISCAL : PERIOD_YEARS;
    if (!fiscal)
        worded_end(r);
    return true;
}

/* "2006-07 to 2011-12": fiscal years to a fiscal year. */
static void fiscal_end(period_reader *r)
{
    period_reader next = *r;
    period first = r->p;
    if (first.kind != PERIOD_FISCAL || !first.two ||
        !(period_word(&next, LEX_UNTIL, NULL)))
        return;
    next.p = (period){0};
    if (years(&next, period_word(&next, LEX_FISCAL, NULL)) &&
        next.p.kind == PERIOD_FISCAL && next.p.first > first.first) {
        first.last = next.p.last;
        *r = next;
        r->p = first;
    }
}

/* A word for what the years were: "the 2014–18 period", "2014-15 financial year". */
static void tail(period_reader *r)
{
    period_reader next = *r;
    int n;
    if (period_number(&next, &n) && period_sign(&next, '-') &&
        period_word(&next, LEX_YEAR, NULL) && period_word(&next, LEX_SPAN, NULL))
        r->at = next.at;
    else
        period_word(r, LEX_SPAN, NULL);
}

static bool printed(period_reader *r)
{
    if (period_word(r, LEX_SPAN, NULL) &&
        !period_year(&(period_reader){.scene = r->scene, .at = r->at}, &(int){0}))
        return false; /* "period 2004–08" is one, "period" alone none */
    period_reader start = *r;
    if (period_part(r))
        return true;
    *r = start;
    bool fiscal = period_word(r, LEX_FISCAL, NULL);
    period_reader again = *r; /* "fiscal year (FY) 2016-2017" */
    if (fiscal && period_sign(&again, '(') && period_word(&again, LEX_FISCAL, NULL) &&
        period_sign(&again, ')'))
        *r = again;
    if (years(r, fiscal)) {
        fiscal_end(r);
        tail(r);
        return true;
    }
    *r = start;
    return false;
}

size_t period_read(period *out, const scene *s, size_t at)
{
    period_reader r = {.scene = s, .at = at, .begin = at};
    if (!printed(&r)) {
        r = (period_reader){.scene = s, .at = at, .begin = at};
        if (!period_relation_read(&r))
            return 0;
    }
    r.p.date = r.date;
    *out = r.p;
    return r.at - at;
}
