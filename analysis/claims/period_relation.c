/* Periods that are told by their relation to the document's date or to another period:
 * "last year", "the past five years", "the previous five-year period", "the same period",
 * "five years earlier", "the five years to 2024". See scene.h. */
#include "analysis/claims/period_reader.h"

static bool article(period_reader *r)
{
    return period_word(r, LEX_ARTICLE, NULL);
}

/* "year", "five years", "five-year", "two decades", "a decade", "9 months". */
static bool duration(period_reader *r)
{
    period_reader start = *r;
    const lexicon_row *unit;
    int n = 1;
    bool counted = period_number(r, &n);
    if (counted)
        period_sign(r, '-');
    else if (article(r))
        counted = true;
    if (counted && period_word(r, LEX_MONTHS, NULL)) {
        r->p.kind = PERIOD_MONTHS;
        r->p.count = n;
        return n > 0 && n <= 120;
    }
    bool half = token_is_word(&r->scene->tokens, r->at, "half"); /* "half decade" */
    r->at += half;
    if (half && token_is_sign(&r->scene->tokens, r->at, '-'))
        r->at++;
    if (period_word(r, LEX_YEAR, &unit) && n > 0 && n < 100 &&
        (!half || unit->number > 1)) {
        r->p.count = n * (int)unit->number / (half ? 2 : 1);
        r->p.decade = unit->number > 1 && !half;
        return true;
    }
    *r = start;
    return false;
}

static bool done(period_reader *r, period_relation relation)
{
    r->p.relation = relation;
    return true;
}

/* "the past five years", "last year". */
static bool last(period_reader *r)
{
    if (!period_word(r, LEX_LAST, NULL))
        return false;
    if (period_word(r, LEX_FISCAL, NULL)) {
        r->p = (period){.kind = PERIOD_FISCAL, .count = 1};
        return done(r, RELATION_PREVIOUS);
    }
    if (!duration(r))
        return period_word(r, LEX_SPAN, NULL) && done(r, RELATION_SAME);
    period_word(r, LEX_SPAN, NULL);
    if (token_is_word(&r->scene->tokens, r->at, "for") &&
        token_is_word(&r->scene->tokens, r->at + 1, "which"))
        return false; /* "2007, the last year for which figures are known" */
    return done(r, RELATION_LAST);
}

/* "the previous five-year period", "previous year", "prior fiscal year". */
static bool previous(period_reader *r)
{
    if (!period_word(r, LEX_PREVIOUS, NULL))
        return false;
    bool fiscal = period_word(r, LEX_FISCAL, NULL), long_as = !fiscal && duration(r);
    if (fiscal)
        r->p.count = 1;
    bool span = period_word(r, LEX_SPAN, NULL);
    return (fiscal || long_as || span) && done(r, RELATION_PREVIOUS);
}

/* "the same period", "the same period last year", "same period of the previous year". */
static bool same(period_reader *r)
{
    if (!period_word(r, LEX_SAME, NULL))
        return false;
    if (!period_word(r, LEX_SPAN, NULL) && !duration(r) &&
        !period_word(r, LEX_MONTHS, NULL))
        return false;
    period_reader next = *r;
    period_word(&next, LEX_OF, NULL);
    period_word(&next, LEX_IN, NULL);
    article(&next);
    next.p = (period){0};
    if ((last(&next) || previous(&next)) && next.p.count == 1) {
        r->at = next.at;
        r->p.count = 1;
        return done(r, RELATION_AGO);
    }
    next.p = (period){0};
    if (duration(&next) && next.p.count == 1 && period_word(&next, LEX_AGO, NULL)) {
        r->at = next.at; /* "the same period a year earlier" */
        r->p.count = 1;
        return done(r, RELATION_AGO);
    }
    int year;
    if (period_year(&next, &year)) {
        r->at = next.at;
        r->p.first = year;
        return done(r, RELATION_AGO);
    }
    return done(r, RELATION_SAME);
}

static bool following(period_reader *r)
{
    return period_word(r, LEX_FOLLOWING, NULL) && duration(r) &&
           done(r, RELATION_FOLLOWING);
}

static bool latter(period_reader *r)
{
    bool is_latter = period_word(r, LEX_LATTER, NULL);
    if (!is_latter && !period_word(r, LEX_FORMER, NULL))
        return false;
    if (token_is_word(&r->scene->tokens, r->at, "time"))
        return false; /* "for the first time" */
    return period_word(r, LEX_SPAN, NULL) &&
           done(r, is_latter ? RELATION_LATTER : RELATION_FORMER);
}

/* "a year earlier", "the year before", "five years ago"; "five years to 2024". */
static bool ago(period_reader *r)
{
    int year;
    if (!duration(r))
        return false;
    period_word(r, LEX_SPAN, NULL);
    if (period_word(r, LEX_AGO, NULL))
        return done(r, RELATION_AGO);
    bool ended = token_is_word(&r->scene->tokens, r->at, "ended") ||
                 token_is_word(&r->scene->tokens, r->at, "ending");
    r->at += ended;
    bool in = ended && period_word(r, LEX_IN, NULL);
    if (!ended && !in && !period_word(r, LEX_UNTIL, NULL) &&
        !period_word(r, LEX_TO, NULL))
        return false;
    period_reader end = *r; /* "the five years to December 2022" */
    if (period_word(&end, LEX_MONTH, NULL))
        *r = end;
    if (!period_year(r, &year) || r->p.kind == PERIOD_MONTHS)
        return false;
    r->p.first = year - r->p.count + 1;
    r->p.last = year;
    r->p.count = 0;
    return true;
}

/* "the period from 2010 to 2013": printed right behind. */
static bool is_named(const period_reader *r)
{
    period_reader next = *r;
    int year;
    if (!period_word(&next, LEX_FROM, NULL) && !period_word(&next, LEX_OF, NULL) &&
        !period_word(&next, LEX_BETWEEN, NULL))
        period_sign(&next, ':');
    return period_year(&next, &year);
}

/* "the period", "that five-year period", "this year", "the two periods", "the decade". */
static bool pointed(period_reader *r)
{
    int n = 0;
    bool this = period_word(r, LEX_THIS, NULL);
    if (!this && !article(r))
        return false;
    period_reader next = *r;
    if (period_number(&next, &n) && period_word(&next, LEX_SPAN, NULL)) {
        *r = next;
        return n == 2 && done(r, RELATION_BOTH);
    }
    next = *r;
    if (duration(&next)) {
        bool span = period_word(&next, LEX_SPAN, NULL);
        bool decade = next.p.decade && next.p.count == 10;
        if (this && next.p.count == 1 && !span) {
            *r = next;
            return done(r, RELATION_THIS);
        }
        if (span || decade) {
            *r = next;
            return done(r, decade && !span ? RELATION_LAST : RELATION_SAME);
        }
        return false;
    }
    return period_word(r, LEX_SPAN, NULL) && !is_named(r) && done(r, RELATION_SAME);
}

static bool annual(period_reader *r)
{
    r->p.count = 1;
    if (period_word(r, LEX_STARTOFYEAR, NULL))
        return done(r, RELATION_YEAR_START);
    r->p.annual = period_word(r, LEX_ANNUAL, NULL);
    return r->p.annual && done(r, RELATION_AGO);
}

static bool since(period_reader *r)
{
    if (!period_word(r, LEX_SINCE, NULL))
        return false;
    period_word(r, LEX_ARTICLE, NULL);
    if (!period_year(r, &r->p.first) || token_is_sign(&r->scene->tokens, r->at, '-'))
        return false; /* "since 2012–16" compares with that window */
    if (token_is_word(&r->scene->tokens, r->at, "s") &&
        r->scene->tokens.items[r->at].glued)
        r->at++; /* "since the 1950s" */
    return done(r, RELATION_SINCE);
}

bool period_relation_read(period_reader *r)
{
    static bool (*const readers[])(period_reader *) = {
        annual, last, previous, same, following, latter, ago, pointed, since,
    };
    period_reader start = *r;
    for (size_t i = 0; i < sizeof readers / sizeof *readers; i++) {
        if (readers[i](r))
            return true;
        *r = start;
    }
    return false;
}
