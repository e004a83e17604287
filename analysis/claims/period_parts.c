/* Parts of years: months, quarters, halves, and days, which are no periods of figures. */
#include "analysis/claims/period_reader.h"

/* "of 2024", "2024", ", 2024". The quarters of "2024-25" begin when a country's fiscal
 * year does. */
static bool year_of_part(period_reader *r)
{
    period_word(r, LEX_OF, NULL);
    period_word(r, LEX_IN, NULL);
    period_sign(r, ',');
    if (!period_year(r, &r->p.first))
        return false;
    r->p.last = r->p.first;
    period_reader next = *r;
    int end;
    r->p.unclear = period_sign(&next, '-') && period_short_year(&next, r->p.first, &end);
    if (r->p.unclear)
        r->at = next.at;
    return true;
}

/* "of this year", "of the current year", "this year": the document's. Of the first year
 * before it that has that part, as without any. */
static bool this_year(period_reader *r)
{
    period_reader next = *r;
    bool of = period_word(&next, LEX_OF, NULL);
    bool this = period_word(&next, LEX_THIS, NULL);
    if (!this && of)
        period_word(&next, LEX_ARTICLE, NULL);
    if ((!of && !this) || !period_word(&next, LEX_YEAR, NULL))
        return false;
    *r = next;
    return true;
}

/* Behind a month's abbreviation: "Oct. 27". */
static void abbreviation_point(period_reader *r)
{
    period_reader next = *r;
    int day;
    if (period_sign(&next, '.') && period_number(&next, &day) && day <= 31)
        period_sign(r, '.');
}

/* "its March 2024 report": of when it was published. */
static bool names_report(const period_reader *r)
{
    static const char *const words[] = {"report", "update", "edition", "study",
                                        "yearbook"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (token_is_word(&r->scene->tokens, r->at, words[i]))
            return true;
    return false;
}

/* "figures released in March". */
static bool is_released(const period_reader *r)
{
    static const char *const words[] = {"released", "published", "issued", "unveiled"};
    size_t at = r->begin;
    for (size_t i = 0; at > 1 && i < sizeof words / sizeof *words; i++)
        if (token_is_word(&r->scene->tokens, at - 1, "in") &&
            token_is_word(&r->scene->tokens, at - 2, words[i]))
            return true;
    return false;
}

/* "January to November 2025", "Jan–Nov", "November 2025"; without a year `first` is 0. */
static bool months(period_reader *r)
{
    const lexicon_row *from, *to;
    int day;
    period *p = &r->p;
    if (!period_word(r, LEX_MONTH, &from))
        return false;
    p->kind = PERIOD_MONTHS;
    p->part = p->part_end = (int)from->number;
    abbreviation_point(r);
    period_reader next = *r;
    bool until = period_word(&next, LEX_UNTIL, NULL) || period_sign(&next, '-') ||
                 period_word(&next, LEX_AND, NULL);
    if (until && period_word(&next, LEX_MONTH, &to)) {
        p->part_end = (int)to->number;
        r->at = next.at;
    }
    next = *r;
    r->date = period_number(&next, &day) && day <= 31; /* "March 16, 2015" */
    if (r->date)
        r->at = next.at;
    next = *r;
    if (year_of_part(&next))
        *r = next;
    else
        (void)this_year(r);
    r->date = r->date || names_report(r) || is_released(r);
    return true;
}

/* "16 March 2015". */
static bool day_first(period_reader *r)
{
    int day = period_digits(r, 0);
    period_reader start = *r;
    if (day < 1 || day > 31)
        return false;
    r->at++;
    period_word(r, LEX_ORDINALEND, NULL);
    if (months(r)) {
        r->date = true;
        return true;
    }
    *r = start;
    return false;
}

/* "half", "quarter", "H", "Q". */
static bool part_unit(period_reader *r)
{
    if (period_word(r, LEX_HALFOF, NULL))
        r->p.kind = PERIOD_HALF;
    else if (period_word(r, LEX_QUARTEROF, NULL))
        r->p.kind = PERIOD_QUARTER;
    else
        return false;
    return true;
}

/* "first half of 2024", "third quarter"; without a year, of the last one before the
 * text's date. */
static bool ordered_part(period_reader *r)
{
    const lexicon_row *which;
    if (!period_word(r, LEX_ORDINAL, &which) || !part_unit(r))
        return false;
    r->p.part = r->p.part_end = (int)which->number;
    period_reader next = *r;
    if (year_of_part(&next))
        *r = next;
    else
        (void)this_year(r);
    return true;
}

/* "H1 2024", "Q3 2023". */
static bool numbered_part(period_reader *r)
{
    int n;
    if (!part_unit(r) || !period_number(r, &n) || n > 4)
        return false;
    r->p.part = r->p.part_end = n;
    return year_of_part(r);
}

/* "first nine months of 2024". */
static bool first_months(period_reader *r)
{
    const lexicon_row *which;
    int n;
    if (!period_word(r, LEX_ORDINAL, &which) || which->number > 1 ||
        !period_number(r, &n) || n > 12 || !period_word(r, LEX_MONTHS, NULL))
        return false;
    r->p = (period){.kind = PERIOD_MONTHS, .part = 1, .part_end = n};
    period_reader next = *r;
    if (!year_of_part(&next))
        return this_year(r);
    *r = next;
    return true;
}

static bool parts(period_reader *r)
{
    static bool (*const readers[])(period_reader *) = {ordered_part, numbered_part,
                                                       first_months};
    period_reader start = *r;
    for (size_t i = 0; i < sizeof readers / sizeof *readers; i++) {
        if (readers[i](r))
            return true;
        *r = start;
    }
    return false;
}

bool period_part(period_reader *r)
{
    return day_first(r) || months(r) || parts(r);
}
