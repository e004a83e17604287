/* A claim: its kinds, and whether its parts go together. */
#include <armstrade/claim.h>

#include "analysis/claims/words.h"

static const word_row kind_words[] = {
    {"share", ARMS_CLAIM_SHARE},
    {"level", ARMS_CLAIM_LEVEL},
    {"rank", ARMS_CLAIM_RANK},
};

enum { KINDS = sizeof kind_words / sizeof *kind_words };

static const arms_unit kind_units[] = {
    [ARMS_CLAIM_SHARE] = ARMS_UNIT_PERCENT,
    [ARMS_CLAIM_LEVEL] = ARMS_UNIT_NONE,
    [ARMS_CLAIM_RANK] = ARMS_UNIT_RANK,
};

bool arms_claim_kind_parse(arms_claim_kind *out, arms_text text, arms_error *err)
{
    int kind = word_value(kind_words, KINDS, text, -1);
    if (kind < 0)
        return arms_fail(
            err, ARMS_USAGE,
            "claims of kind \"%.*s\" cannot be judged; share, level and rank "
            "can",
            arms_text_shown(text, 60), text.ptr);
    *out = (arms_claim_kind)kind;
    return true;
}

const char *arms_claim_kind_name(arms_claim_kind kind)
{
    return word_name(kind_words, KINDS, (int)kind);
}

arms_unit arms_claim_kind_unit(arms_claim_kind kind)
{
    return kind_units[kind];
}

static bool fail(const arms_claim *claim, arms_error *err, const char *what)
{
    if (!claim->file)
        return arms_fail(err, ARMS_USAGE, "%s", what);
    return arms_fail_at(err, ARMS_PARSE, claim->file, claim->line, "%s", what);
}

bool arms_claim_check(const arms_claim *claim, arms_error *err)
{
    const arms_printed *number = &claim->number;
    if (!claim->subject || !claim->subject[0])
        return fail(claim, err,
                    "a claim needs a subject: whose imports or exports it is "
                    "about");
    /* A text may well claim more than everything; a person who types it has mistyped. */
    bool typed = claim->file == NULL;
    if (typed && claim->kind == ARMS_CLAIM_SHARE &&
        (number->value < 0 || number->value > 100))
        return fail(claim, err, "a share lies between 0 and 100 per cent");
    if (claim->kind == ARMS_CLAIM_LEVEL && number->unit == ARMS_UNIT_NONE)
        return fail(claim, err,
                    "an amount needs its unit, as in \"$21 million\" or "
                    "\"223.6 million TIV\"");
    if (claim->kind == ARMS_CLAIM_LEVEL &&
        (number->value < 0 || number->unit == ARMS_UNIT_PERCENT))
        return fail(claim, err,
                    "an amount is a number of TIV, money, items or kg, and not "
                    "negative");
    return true;
}
