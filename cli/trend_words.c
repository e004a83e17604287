/* What is found of a trend, in words. See the header. */
#include "cli/trend_words.h"

#include <armstrade/report.h>
#include <math.h>

#include "analysis/claims/wording.h"
#include "cli/titles.h"

const char *trend_subject(arms_arena *arena, const arms_tally *tally, arms_party partner,
                          arms_error *err)
{
    const char *flow = title_flow(arena, tally, err);
    const arms_dataset *dataset = arms_tally_dataset(tally);
    if (!flow || partner == ARMS_ALL)
        return flow;
    bool imports = arms_tally_question(tally)->flow == ARMS_IMPORT;
    const char *name = arms_dataset_party_name(dataset, partner);
    return arms_print(arena, err, "%s %s %s%s", flow, imports ? "from" : "to",
                      arms_article(name), name);
}

double trend_shown(double value)
{
    if (!(fabs(value) > 0))
        return value;
    double unit = pow(10, 3 - floor(log10(fabs(value))));
    return round(value * unit) / unit;
}

const char *trend_p_words(arms_arena *arena, double p, arms_error *err)
{
    if (isnan(p))
        return NULL;
    return p < 0.0005 ? "< 0.001" : arms_print(arena, err, "%.3f", p);
}

const char *trend_number(arms_arena *arena, double value, arms_error *err)
{
    char digits[ARMS_NUMBER_SIZE];
    return arms_print(arena, err, "%s", arms_number_print(digits, value));
}

const char *trend_between(arms_arena *arena, double low, double high, arms_error *err)
{
    char from[ARMS_NUMBER_SIZE], to[ARMS_NUMBER_SIZE];
    return arms_print(arena, err, "%s to %s", arms_number_print(from, low),
                      arms_number_print(to, high));
}

/* What a sentence is made of. */
typedef struct parts {
    const char *subject, *period;
    const char *verb, *noun;  /* "rose", "rise" */
    const char *slope, *size; /* "-17.17 million TIV a year", and without the sign */
    const char *p;            /* "p = 0.021" */
} parts;

/* "17.17 million TIV a year". */
static const char *slope_words(arms_arena *arena, const arms_tally *tally, double slope,
                               arms_error *err)
{
    const arms_dataset *dataset = arms_tally_dataset(tally);
    const char *measure = arms_measure_name(arms_dataset_measure(dataset), arena, err);
    const char *number = trend_number(arena, trend_shown(slope), err);
    return measure && number ? arms_print(arena, err, "%s %s a year", number, measure)
                             : NULL;
}

static bool find_parts(parts *out, arms_arena *arena, const arms_tally *tally,
                       const arms_trending *found, arms_error *err)
{
    double slope = found->slope.slope;
    bool rise = found->test.s > 0;
    const char *p = trend_p_words(arena, found->p, err);
    out->verb = rise ? "rose" : "fell";
    out->noun = rise ? "rise" : "fall";
    out->period = arms_years_code(arena, found->years, err);
    out->slope = slope_words(arena, tally, slope, err);
    out->size = slope_words(arena, tally, fabs(slope), err);
    out->p = p ? arms_print(arena, err, "p %s%s", p[0] == '<' ? "" : "= ", p) : NULL;
    return out->period && out->slope && out->size && out->p;
}

/* "by about 17.17 million TIV a year". */
static const char *by_words(arms_arena *arena, const parts *w, double slope,
                            arms_error *err)
{
    if (!(fabs(slope) > 0))
        return "in too few years for a middle slope other than 0";
    return arms_print(arena, err, "by about %s", w->size);
}

/* By which figure rounding leaves the direction open. */
static const char *open_words(arms_arena *arena, const arms_trending_range *range,
                              arms_error *err)
{
    bool slope = range->slope.low <= 0 && range->slope.high >= 0;
    const arms_interval *in = slope ? &range->slope : &range->s;
    const char *between =
        trend_between(arena, trend_shown(in->low), trend_shown(in->high), err);
    return between
               ? arms_print(arena, err, "%s may be anything from %s",
                            slope ? "the middle slope" : "Mann and Kendall's S", between)
               : NULL;
}

static const char *a_trend(arms_arena *arena, const parts *w, const char *by,
                           arms_error *err)
{
    return arms_print(arena, err,
                      "In %s, %s %s %s; by chance alone, so steady a %s would be rare "
                      "(%s).",
                      w->period, w->subject, w->verb, by, w->noun, w->p);
}

static const char *no_trend(arms_arena *arena, const parts *w, arms_error *err)
{
    return arms_print(
        arena, err,
        "The figures of %s support no trend of %s: ups and downs like these "
        "are not rare by chance (%s), and the middle slope, %s, says "
        "little.",
        w->period, w->subject, w->p, w->slope);
}

const char *trend_sentence(arms_arena *arena, const arms_tally *tally, arms_party partner,
                           const arms_trending *found, arms_error *err)
{
    parts w = {.subject = trend_subject(arena, tally, partner, err)};
    if (!w.subject || !find_parts(&w, arena, tally, found, err))
        return NULL;
    if (found->supported == ARMS_SUPPORTS_NONE)
        return no_trend(arena, &w, err);
    const char *by = by_words(arena, &w, found->slope.slope, err);
    if (!by || found->supported != ARMS_SUPPORTS_OPEN)
        return by ? a_trend(arena, &w, by, err) : NULL;
    const char *open = open_words(arena, &found->range, err);
    if (!open)
        return NULL;
    return arms_print(arena, err,
                      "In %s, %s %s %s in the figures as printed, but the source's "
                      "rounding leaves the direction open: within it, %s.",
                      w.period, w.subject, w.verb, by, open);
}

const char *trend_title(arms_arena *arena, const arms_tally *tally, arms_party partner,
                        const arms_trending *found, arms_error *err)
{
    parts w = {.subject = trend_subject(arena, tally, partner, err)};
    if (!w.subject || !find_parts(&w, arena, tally, found, err))
        return NULL;
    if (found->supported == ARMS_SUPPORTS_NONE)
        return arms_print(arena, err, "The figures of %s support no trend of %s",
                          w.period, w.subject);
    if (found->supported == ARMS_SUPPORTS_OPEN)
        return arms_print(arena, err,
                          "Whether %s rose or fell in %s, the source's rounding leaves "
                          "open",
                          w.subject, w.period);
    const char *by = by_words(arena, &w, found->slope.slope, err);
    return by ? arms_print(arena, err, "In %s, %s %s %s", w.period, w.subject, w.verb, by)
              : NULL;
}

const char *trend_subtitle(arms_arena *arena, const arms_tally *tally, arms_party partner,
                           const arms_trending *found, arms_error *err)
{
    parts w = {.subject = trend_subject(arena, tally, partner, err)};
    if (!w.subject || !find_parts(&w, arena, tally, found, err))
        return NULL;
    if (found->supported == ARMS_SUPPORTS_NONE)
        return arms_print(arena, err,
                          "Ups and downs like these are not rare by chance (%s).", w.p);
    if (found->supported != ARMS_SUPPORTS_OPEN)
        return arms_print(arena, err,
                          "By chance alone, so steady a %s would be rare (%s).", w.noun,
                          w.p);
    const char *open = open_words(arena, &found->range, err);
    return open ? arms_print(arena, err,
                             "As printed, they %s by %s; within the rounding, %s.",
                             w.verb, w.size, open)
                : NULL;
}
