/* What is found of a trend, in words, for its page and its chart. */
#ifndef ARMSTRADE_CLI_TREND_WORDS_H
#define ARMSTRADE_CLI_TREND_WORDS_H

#include <armstrade/trending.h>

#include "cli/session.h"

/* "Pakistan's arms imports", "Pakistan's arms imports from China". */
const char *trend_subject(arms_arena *arena, const arms_tally *tally, arms_party partner,
                          arms_error *err);

/* A figure to four digits: more than any of these statistics is worth, and enough to
 * compare. */
double trend_shown(double value);

/* "12.5"; "12.5 to 13". */
const char *trend_number(arms_arena *arena, double value, arms_error *err);
const char *trend_between(arms_arena *arena, double low, double high, arms_error *err);

/* "0.021", "< 0.001"; NULL for NaN. */
const char *trend_p_words(arms_arena *arena, double p, arms_error *err);

/* What the data support, in one sentence. */
const char *trend_sentence(arms_arena *arena, const arms_tally *tally, arms_party partner,
                           const arms_trending *found, arms_error *err);

/* The same in two, for a chart: its title, and what goes below. */
const char *trend_title(arms_arena *arena, const arms_tally *tally, arms_party partner,
                        const arms_trending *found, arms_error *err);
const char *trend_subtitle(arms_arena *arena, const arms_tally *tally, arms_party partner,
                           const arms_trending *found, arms_error *err);

#endif
