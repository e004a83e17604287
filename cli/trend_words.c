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

/* "17.17 million TIV a year". */
static const char *slope_words(arms_arena *arena, const arms_tally *tally, double slope,
                               arms_error *err)
{
    char digits[ARMS_NUMBER_SIZE];
    const arms_dataset *dataset = arms_tally_dataset(tally);
    const char *measure = arms_measure_name(arms_dataset_measure(dataset), arena, err);
    arms_number_print(digits, trend_shown(slope));
    return measure ? arms_print(arena, err, "%s %s a year", digits, measure) : NULL;
}

const char *trend_sentence(arms_arena *arena, const arms_tally *tally, arms_party partner,
                           const arms_trending *found, arms_error *err)
{
    double slope = found->slope.slope;
    bool none = found->supported == ARMS_SUPPORTS_NONE;
    bool rise = found->supported == ARMS_SUPPORTS_RISE;
    const char *subject = trend_subject(arena, tally, partner, err);
    const char *period = arms_years_code(arena, found->years, err);
    const char *p = trend_p_words(arena, found->p, err);
    const char *by = slope_words(arena, tally, none ? slope : fabs(slope), err);
    if (!subject || !period || !p || !by)
        return NULL;
    const char *equals = p[0] == '<' ? "" : "= ";
    if (none)
        return arms_print(arena, err,
                          "The figures of %s support no trend of %s: ups and downs like "
                          "these are not rare by chance (p %s%s), and the middle slope, "
                          "%s, says little.",
                          period, subject, equals, p, by);
    return arms_print(
        arena, err,
        "In %s, %s %s by about %s; by chance alone, so steady a %s would be "
        "rare (p %s%s).",
        period, subject, rise ? "rose" : "fell", by, rise ? "rise" : "fall", equals, p);
}
