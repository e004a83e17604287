/* The verdicts as a page for people.
 *
 * First one sentence that sums up, then a block per claim (the word, the claim, what each
 * dataset has to say with our number first and theirs in brackets), then claims that are
 * not judged, what the claims imply together, the text, and the sources. Codes stay in
 * CSV and JSON. */
#include <armstrade/report.h>

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "analysis/claims/verdict.h"
#include "analysis/claims/wording.h"
#include "report/check_table.h"
#include "report/check_text.h"

static const arms_tone tones[] = {
    [ARMS_NOT_ENOUGH_INFO] = ARMS_TONE_OPEN,
    [ARMS_SUPPORTED] = ARMS_TONE_GOOD,
    [ARMS_REFUTED] = ARMS_TONE_BAD,
    [ARMS_MIXED] = ARMS_TONE_OPEN,
};

static bool say_summary(arms_page *page, const arms_verdicts *v, arms_error *err)
{
    size_t good = arms_verdicts_count(v, ARMS_SUPPORTED);
    size_t bad = arms_verdicts_count(v, ARMS_REFUTED);
    size_t mixed = arms_verdicts_count(v, ARMS_MIXED);
    size_t unjudged = arms_verdicts_unjudged(v);
    size_t open = arms_verdicts_count(v, ARMS_NOT_ENOUGH_INFO) - unjudged;
    const char *depends = "", *left = "";
    if (v->count == 0)
        return arms_page_say(page, "No claim about imports or exports of arms was found.",
                             err);
    if (unjudged > 0)
        left = arms_print(page->arena, err, ", %zu of a kind that is not judged yet",
                          unjudged);
    if (mixed > 0)
        depends = arms_print(page->arena, err, ", %zu depend%s on the file", mixed,
                             mixed == 1 ? "s" : "");
    if (!left || !depends)
        return false;
    const char *text =
        arms_print(page->arena, err,
                   "%zu claim%s: %zu agree%s with the figures, %zu disagree%s%s, %zu "
                   "cannot be judged%s.",
                   v->count, v->count == 1 ? "" : "s", good, good == 1 ? "s" : "", bad,
                   bad == 1 ? "s" : "", depends, open, left);
    return arms_page_say(page, text, err);
}

/* "arms imports", "imports of category 93": a category may be of other goods. */
static const char *describe_flow(arms_arena *arena, const arms_claim *claim,
                                 arms_error *err)
{
    const char *flow = claim->flow == ARMS_IMPORT ? "imports" : "exports";
    if (!claim->category)
        return arms_print(arena, err, "arms %s", flow);
    return arms_print(arena, err, "%s of category %s", flow, claim->category);
}

/* "Türkiye's part of Pakistan's arms imports", for a claim without a sentence. */
static const char *describe(arms_page *page, const arms_claim *claim, arms_error *err)
{
    /* Claims of other kinds are not judged, and have no block. */
    static const char *const parts[] = {
        [ARMS_CLAIM_SHARE] = "share of",
        [ARMS_CLAIM_LEVEL] = "part of",
        [ARMS_CLAIM_RANK] = "rank in",
    };
    arms_arena *arena = page->arena;
    const char *flow = describe_flow(arena, claim, err);
    bool world = !claim->counterpart || strcmp(claim->counterpart, "World") == 0;
    const char *owner = arms_possessive(arena, claim->subject, err);
    const char *partner = world ? "" : arms_possessive(arena, claim->counterpart, err);
    if (!owner || !partner || !flow)
        return NULL;
    if (world && claim->kind == ARMS_CLAIM_LEVEL)
        return arms_print(arena, err, "%s %s: %s", owner, flow, claim->printed);
    return arms_print(arena, err, "%s %s %s%s %s: %s", world ? owner : partner,
                      parts[claim->kind], world ? "" : arms_article(claim->subject),
                      world ? "the world's" : owner, flow, claim->printed);
}

/* ---- our number ---- */

static int places_of(double unit)
{
    int places = 0;
    for (double u = unit; u < 0.999 && places < 6; u *= 10)
        places++;
    return places;
}

static bool on(double value, double limit)
{
    return !isinf(limit) && arms_near(value, limit);
}

/* As many decimals as decide: the figure as printed falls on the side where it is. */
static const char *percent_words(arms_page *page, const arms_claim *claim, double percent,
                                 arms_error *err)
{
    arms_range range = claim->number.range;
    arms_position where = position_in(range, arms_interval_point(percent));
    int places = places_of(claim->number.unit_value) + 1;
    for (; places < 6; places++) {
        double power = pow(10, places);
        arms_interval shown = arms_interval_point(round(percent * power) / power);
        bool on_limit = on(shown.value, range.low) || on(shown.value, range.high);
        if (position_in(range, shown) == where && !on_limit)
            break;
    }
    char digits[ARMS_NUMBER_SIZE];
    return arms_print(page->arena, err, "%s %%",
                      arms_number_fixed(digits, percent, places));
}

static const char *point_words(arms_page *page, const arms_claim *claim, double value,
                               arms_error *err)
{
    if (claim->kind == ARMS_CLAIM_RANK)
        return arms_ordinal(page->arena, (int)value, err);
    if (claim->kind == ARMS_CLAIM_SHARE)
        return percent_words(page, claim, value, err);
    return arms_amount_words(page->arena, value, claim->number.unit, err);
}

static const char *span_words(arms_page *page, const arms_claim *claim, double low,
                              double high, arms_error *err)
{
    if (claim->kind == ARMS_CLAIM_RANK)
        return arms_print(page->arena, err, "%s to %s",
                          arms_ordinal(page->arena, (int)low, err),
                          arms_ordinal(page->arena, (int)high, err));
    const arms_span span = {{low, high, false, false}, claim->number.unit};
    return arms_span_words(page->arena, span, SOME_DIGITS, err);
}

/* An exact tie is no doubt about the figure: the rank is shown as it is. */
static const char *value_words(arms_page *page, const arms_claim *claim,
                               const arms_finding *finding, arms_error *err)
{
    arms_interval value = finding->value;
    bool tie = claim->kind == ARMS_CLAIM_RANK && finding->rank.low == finding->rank.high;
    if (arms_interval_is_point(value) || tie)
        return point_words(page, claim, value.value, err);
    return span_words(page, claim, value.low, value.high, err);
}

/* The limits of a printed number have few digits, and all of them are shown; those of a
 * fraction, or of a part of the number, are cut. */
static int digits_of(arms_range range)
{
    const int most = 6;
    bool fine = (!isinf(range.low) && arms_number_decimals(range.low) > most) ||
                (!isinf(range.high) && arms_number_decimals(range.high) > most);
    return fine ? SOME_DIGITS : ALL_DIGITS;
}

/* What the stated number can mean: "10.5–11.5 %". */
static const char *stated_words(arms_page *page, const arms_claim *claim, arms_error *err)
{
    if (claim->kind == ARMS_CLAIM_RANK)
        return arms_print(page->arena, err, "stated: %s", claim->printed);
    const arms_span span = {claim->number.range, claim->number.unit};
    const char *words = arms_span_words(page->arena, span, digits_of(span.range), err);
    if (!words)
        return NULL;
    return arms_print(page->arena, err, "stated: %s, that is %s", claim->printed, words);
}

/* "supported, fit exact", "refuted; the claim is too high", "not enough information
 * …". */
static const char *verdict_words(arms_page *page, const arms_claim *claim,
                                 const arms_finding *finding, arms_error *err)
{
    const char *verdict = arms_verdict_name(finding->verdict);
    const char *side = claim->number.value > finding->value.value ? "high" : "low";
    bool cut = finding->fit == ARMS_FIT_TRUNCATION;
    switch (finding->verdict) {
    case ARMS_SUPPORTED:
        return arms_print(page->arena, err, "%s, fit %s", verdict,
                          arms_fit_name(finding->fit));
    case ARMS_REFUTED:
        if (claim->kind == ARMS_CLAIM_RANK)
            return verdict;
        return arms_print(page->arena, err, "%s%s; the claim is too %s", verdict,
                          cut ? ", fit truncation (digits were cut, not rounded)" : "",
                          side);
    case ARMS_NOT_ENOUGH_INFO:
    case ARMS_MIXED: break;
    }
    return arms_print(page->arena, err, "not enough information (%s): %s",
                      arms_reason_name(finding->reason), finding->why);
}

/* "223.6"; or "211.9–230.8" where an equal part of an allocated total means little. */
static const char *amount_words(arms_page *page, const arms_figure *level,
                                arms_error *err)
{
    char low[ARMS_NUMBER_SIZE], high[ARMS_NUMBER_SIZE];
    arms_interval amount = level->amount;
    if (!level->allocated || arms_interval_is_point(amount))
        return arms_print(page->arena, err, "%s", arms_number_print(low, amount.value));
    return arms_print(page->arena, err, "%s–%s", arms_number_print(low, amount.low),
                      arms_number_print(high, amount.high));
}

/* "223.6 of 2392.65 million TIV, 3 deliveries", behind a share or a rank. */
static const char *amount_behind(arms_page *page, const arms_finding *finding,
                                 arms_error *err)
{
    const char *part = amount_words(page, &finding->level, err);
    const char *whole = amount_words(page, &finding->whole, err);
    const arms_measure *measure = arms_dataset_measure(finding->dataset);
    const char *name = arms_measure_name(measure, page->arena, err);
    const char *rows = finding->rows.count == 1 ? "row" : "rows";
    if (!name || !part || !whole)
        return NULL;
    if (finding->level.rows == 0)
        return arms_print(page->arena, err, "none recorded");
    if (finding->unit != ARMS_UNIT_PERCENT)
        return arms_print(page->arena, err, "%s %s, %zu %s", part, name,
                          finding->rows.count, rows);
    return arms_print(page->arena, err, "%s of %s %s, %zu %s", part, whole, name,
                      finding->rows.count, rows);
}

static const char *estimated_words(arms_page *page, const arms_finding *finding,
                                   arms_error *err)
{
    const arms_figure *level = &finding->level;
    if (!(level->estimated > 0))
        return "";
    return arms_print(page->arena, err, "; %.0f %% of it rests on estimates",
                      100 * level->estimated / level->amount.value);
}

static const char *finding_words(arms_page *page, const arms_claim *claim,
                                 const arms_finding *finding, arms_error *err)
{
    const char *verdict = verdict_words(page, claim, finding, err);
    if (!finding->computed || !verdict)
        return verdict;
    const char *value = value_words(page, claim, finding, err);
    const char *stated = stated_words(page, claim, err);
    const char *behind = amount_behind(page, finding, err);
    const char *estimated = estimated_words(page, finding, err);
    if (!value || !stated || !behind || !estimated)
        return NULL;
    return arms_print(page->arena, err, "%s (%s): %s. %s%s", value, stated, verdict,
                      behind, estimated);
}

/* ---- blocks ---- */

static size_t number_of(const arms_page *page, const arms_dataset *dataset)
{
    size_t i = 0;
    while (i < page->dataset_count && page->datasets[i] != dataset)
        i++;
    return i + 1;
}

static bool say_finding(arms_page *page, const arms_claim *claim,
                        const arms_finding *finding, bool explain, arms_error *err)
{
    const char *label =
        arms_print(page->arena, err, "  d%zu", number_of(page, finding->dataset));
    const char *text = finding_words(page, claim, finding, err);
    if (!label || !text || !arms_page_add(page, label, text, err))
        return false;
    if (finding->note && !arms_page_add(page, "", finding->note, err))
        return false;
    return !explain || !finding->computed || arms_page_rows(page, &finding->rows, err);
}

/* Adding a file never softens a verdict: it is said which one decides. */
static bool say_decision(arms_page *page, const arms_judgement *judgement,
                         arms_error *err)
{
    size_t number = number_of(page, judgement->deciding->dataset);
    if (judgement->verdict == ARMS_NOT_ENOUGH_INFO)
        return true;
    if (judgement->verdict == ARMS_MIXED)
        return arms_page_add(page, "", "Files of one release give different answers.",
                             err);
    return arms_page_add(page, "",
                         arms_print(page->arena, err,
                                    "d%zu decides: the newest release that can answer.",
                                    number),
                         err);
}

/* "2019–2023", with how it is known where it is not printed beside the number. */
static const char *period_words(arms_page *page, const arms_claim *claim, arms_error *err)
{
    static const char *const sources[] = {
        [ARMS_PERIOD_NONE] = "",
        [ARMS_PERIOD_EXPLICIT] = "",
        [ARMS_PERIOD_RELATIVE] = ", relative",
        [ARMS_PERIOD_CONTEXT] = ", from the context",
        [ARMS_PERIOD_ASSUMED] = ", assumed",
    };
    const char *years = claim->years.first > 0
                            ? arms_years_words(page->arena, claim->years, err)
                        : claim->period ? claim->period
                                        : "no period";
    return years ? arms_print(page->arena, err, "%s%s", years,
                              sources[claim->period_source])
                 : NULL;
}

/* A claim out of a text is told by its slots, and its sentence shown below; one that was
 * listed or typed has at most its own words. */
static bool say_claim(arms_page *page, const arms_verdicts *verdicts, size_t which,
                      arms_error *err)
{
    const arms_judgement *judgement = &verdicts->items[which];
    const arms_claim *claim = judgement->claim;
    bool placed = claim->sentence > 0 && claim->text;
    const char *said = claim->text && !placed ? claim->text : describe(page, claim, err);
    const char *period = period_words(page, claim, err);
    if (!said || !period)
        return false;
    return arms_page_say_labelled(
               page, arms_verdict_word(judgement->verdict), tones[judgement->verdict],
               arms_print(page->arena, err, "%s (%s)", said, period), err) &&
           (!placed || arms_page_add(page, "  text",
                                     check_excerpt(page, verdicts, which, err), err));
}

static bool say_judgement(arms_page *page, const arms_verdicts *verdicts, size_t which,
                          bool explain, arms_error *err)
{
    const arms_judgement *judgement = &verdicts->items[which];
    if (!say_claim(page, verdicts, which, err))
        return false;
    for (size_t i = 0; i < judgement->count; i++)
        if (!say_finding(page, judgement->claim, &judgement->findings[i], explain, err))
            return false;
    if (judgement->count == 0)
        return arms_page_add(page, "", "no data: name a file with --data", err);
    return judgement->count == 1 || say_decision(page, judgement, err);
}

static bool say_consistency(arms_page *page, const arms_verdicts *verdicts,
                            arms_error *err)
{
    for (size_t i = 0; i < verdicts->consistency_count; i++)
        if (!arms_page_say_labelled(page, "TOGETHER", ARMS_TONE_PLAIN,
                                    verdicts->consistency[i].explanation, err))
            return false;
    return true;
}

static bool say_policy(arms_page *page, const arms_verdicts *verdicts, arms_policy policy,
                       arms_error *err)
{
    bool shares = false;
    for (size_t i = 0; i < verdicts->count; i++)
        shares = shares || (verdicts->items[i].claim->kind == ARMS_CLAIM_SHARE &&
                            !verdicts->items[i].claim->unjudged);
    return !shares || page->dataset_count == 0 ||
           arms_page_say(page, arms_policy_words(policy), err);
}

bool arms_check_page(arms_page *page, const arms_verdicts *verdicts,
                     const arms_check_options *options, arms_error *err)
{
    if (!check_table_add(page, verdicts, err))
        return false;
    if (!say_summary(page, verdicts, err))
        return false;
    for (size_t i = 0; i < verdicts->count; i++)
        if (!verdicts->items[i].claim->unjudged &&
            !say_judgement(page, verdicts, i, options->explain, err))
            return false;
    return check_say_unjudged(page, verdicts, err) &&
           say_consistency(page, verdicts, err) &&
           say_policy(page, verdicts, options->policy, err) &&
           (!options->text || check_say_text(page, options->text, err)) &&
           arms_page_sources(page, err);
}
