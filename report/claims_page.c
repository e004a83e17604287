/* What was read in a text as a page for people: one sentence that sums up, a table of the
 * claims, with --explain a block for each, the numbers that are no claims, and how to go
 * on. */
#include <armstrade/report.h>

#include <string.h>

#include "report/claims_table.h"
#include "report/claims_words.h"
#include "report/reason_list.h"

/* Sentences that make a claim; claims stand in the order of the text. */
static size_t claiming_sentences(const arms_text_reading *reading)
{
    size_t count = 0;
    for (size_t i = 0; i < reading->count; i++)
        count += i == 0 || reading->claims[i].sentence != reading->claims[i - 1].sentence;
    return count;
}

static const char *counted(arms_arena *arena, size_t count, const char *noun,
                           arms_error *err)
{
    return arms_print(arena, err, "%zu %s%s", count, noun, count == 1 ? "" : "s");
}

/* "7 numbers are no claims", "1 number is no claim". */
static const char *rest_words(arms_arena *arena, const arms_text_reading *reading,
                              arms_error *err)
{
    size_t count = reading->unchecked_count;
    if (count == 0)
        return "no number is left over";
    return arms_print(arena, err, "%zu number%s no claim%s", count,
                      count == 1 ? " is" : "s are", count == 1 ? "" : "s");
}

static const char *summary(arms_page *page, const arms_document *document,
                           const arms_text_reading *reading, arms_error *err)
{
    arms_arena *arena = page->arena;
    const char *claims = counted(arena, reading->count, "claim", err);
    const char *all = counted(arena, document->sentence_count, "sentence", err);
    const char *rest = rest_words(arena, reading, err);
    if (!claims || !all || !rest)
        return NULL;
    if (document->sentence_count == 0)
        return "No text was found, and so no claim.";
    if (reading->count == 0)
        return arms_print(arena, err,
                          "No claim about imports or exports of arms was found in %s; "
                          "%s.",
                          all, rest);
    return arms_print(arena, err, "%s in %zu of %s; %s.", claims,
                      claiming_sentences(reading), all, rest);
}

/* ---- what a claim rests on ---- */

/* "Kenya, from "its" in sentence 2"; nothing for a slot without value. */
static bool say_slot(arms_page *page, const char *label, const char *value,
                     const char *basis, arms_error *err)
{
    if (!value || !basis)
        return false;
    if (!value[0])
        return true;
    const char *text =
        basis[0] ? arms_print(page->arena, err, "%s, from %s", value, basis) : value;
    return text && arms_page_add(page, label, text, err);
}

static bool say_number(arms_page *page, const arms_document *document,
                       const arms_read_claim *claim, arms_error *err)
{
    const char *printed = claims_printed(page->arena, document, claim, err);
    const char *meaning = claims_meaning(page->arena, claim, err);
    if (!printed || !meaning)
        return false;
    const char *bound = claims_is_direction(claim) ? "" : arms_bound_name(claim->bound);
    const char *text =
        arms_print(page->arena, err, "%s%s%s%s, that is %s", printed,
                   bound[0] ? " (" : "", bound, bound[0] ? ")" : "", meaning);
    return text && arms_page_add(page, "  number", text, err);
}

static bool say_names(arms_page *page, const arms_document *document,
                      const arms_read_claim *claim, arms_error *err)
{
    arms_arena *arena = page->arena;
    const char *whole = claim->denominator ? claim->denominator : "";
    const char *partner =
        claim->counterpart ? claims_names(arena, claim->counterpart, err) : "";
    return say_slot(page, "  subject", claims_names(arena, claim->subject, err),
                    claims_basis(arena, document, claim, claim->subject_words, err),
                    err) &&
           say_slot(page, "  flow", arms_direction_name(claim->flow),
                    claims_basis(arena, document, claim, claim->flow_words, err), err) &&
           say_slot(page, "  partner", partner,
                    claims_basis(arena, document, claim, claim->counterpart_words, err),
                    err) &&
           say_slot(page, "  whole", whole, "", err) &&
           say_slot(page, "  category", claim->category ? claim->category : "", "", err);
}

static const char *known_period(arms_arena *arena, const char *period,
                                arms_period_source source, arms_error *err)
{
    if (!period)
        return "";
    return arms_print(arena, err, "%s (%s)", period, arms_period_source_name(source));
}

static bool say_periods(arms_page *page, const arms_document *document,
                        const arms_read_claim *claim, arms_error *err)
{
    arms_arena *arena = page->arena;
    return say_slot(page, "  period",
                    known_period(arena, claim->period, claim->period_source, err),
                    claims_basis(arena, document, claim, claim->period_words, err),
                    err) &&
           say_slot(page, "  base",
                    known_period(arena, claim->base_period, claim->base_source, err), "",
                    err);
}

static bool say_claim(arms_page *page, const arms_document *document,
                      const arms_read_claim *claim, size_t number, arms_error *err)
{
    const char *label = arms_print(page->arena, err, "%zu", number);
    const char *text = claims_marked(page->arena, document, claim, err);
    const char *kind = arms_print(page->arena, err, "%s, by the rule %s",
                                  arms_claim_kind_name(claim->kind), claim->rule);
    return label && text && kind &&
           arms_page_say_labelled(page, label, ARMS_TONE_PLAIN, text, err) &&
           arms_page_add(page, "  kind", kind, err) &&
           say_number(page, document, claim, err) &&
           say_names(page, document, claim, err) &&
           say_periods(page, document, claim, err);
}

/* ---- the numbers that are no claims ---- */

/* "deal value: $2.1 billion (3), $1.2 billion (7)", with the sentences' numbers. */
static bool say_reason(arms_page *page, const arms_text_reading *reading,
                       const char *reason, arms_error *err)
{
    const char *gap = "";
    arms_buffer out = {0};
    arms_buffer_print(&out, "%s: ", reason);
    for (size_t i = 0; i < reading->unchecked_count; i++) {
        const arms_unchecked *number = &reading->unchecked[i];
        if (strcmp(number->reason, reason) != 0)
            continue;
        arms_buffer_print(&out, "%s%s (%zu)", gap, number->text, number->sentence);
        gap = ", ";
    }
    const char *text = arms_buffer_keep(&out, page->arena, err);
    return text && arms_page_add(page, NULL, text, err);
}

static bool say_unchecked(arms_page *page, const arms_text_reading *reading,
                          arms_error *err)
{
    reason_list reasons = {0};
    if (!reason_list_unchecked(&reasons, page->arena, reading, err))
        return false;
    if (reasons.count > 0 &&
        !arms_page_say(page, "Numbers that are no claims, with their sentence:", err))
        return false;
    for (size_t i = 0; i < reasons.count; i++)
        if (!say_reason(page, reading, reasons.items[i].reason, err))
            return false;
    return true;
}

/* ---- the page ---- */

static bool say_next(arms_page *page, arms_error *err)
{
    return arms_page_say(page,
                         "To go on: write the claims with --format csv -o claims.csv, "
                         "edit them, and judge them with 'armstrade check --claims "
                         "claims.csv --data FILE'.",
                         err);
}

bool arms_claims_page(arms_page *page, const arms_document *document,
                      const arms_text_reading *reading, bool explain, arms_error *err)
{
    if (!claims_table_data(page, reading, err) ||
        !arms_page_say(page, summary(page, document, reading, err), err))
        return false;
    if (reading->count > 0 && !claims_table_shown(page, document, reading, err))
        return false;
    for (size_t i = 0; explain && i < reading->count; i++)
        if (!say_claim(page, document, &reading->claims[i], i + 1, err))
            return false;
    return say_unchecked(page, reading, err) &&
           (reading->count == 0 || say_next(page, err));
}
