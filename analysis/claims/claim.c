/* A claim: its kinds, whether its parts go together, and whether it can be judged. */
#include <armstrade/claim.h>

#include <stdio.h>
#include <string.h>

#include "analysis/claims/words.h"

static const word_row kind_words[] = {
    {"share", ARMS_CLAIM_SHARE},         {"level", ARMS_CLAIM_LEVEL},
    {"rank", ARMS_CLAIM_RANK},           {"change", ARMS_CLAIM_CHANGE},
    {"multiple", ARMS_CLAIM_MULTIPLE},   {"ratio", ARMS_CLAIM_RATIO},
    {"top-n-sum", ARMS_CLAIM_TOP_N_SUM}, {"trend", ARMS_CLAIM_TREND},
    {"count", ARMS_CLAIM_COUNT},
};

enum { KINDS = sizeof kind_words / sizeof *kind_words };

static const word_row source_words[] = {
    {"explicit", ARMS_PERIOD_EXPLICIT},
    {"relative", ARMS_PERIOD_RELATIVE},
    {"context", ARMS_PERIOD_CONTEXT},
    {"assumed", ARMS_PERIOD_ASSUMED},
};

enum { SOURCES = sizeof source_words / sizeof *source_words };

/* What a kind is counted in, and why claims of it are not judged. */
typedef struct kind_row {
    arms_unit usual; /* where none is printed */
    bool amounts;
    arms_unit also[4];
    const char *units;    /* in words */
    const char *unjudged; /* NULL for kinds that are */
} kind_row;

static const kind_row kinds[] = {
    [ARMS_CLAIM_SHARE] = {.usual = ARMS_UNIT_PERCENT, .units = "percent"},
    [ARMS_CLAIM_LEVEL] = {.amounts = true,
                          .units = "TIV, items, kg or a currency such as USD"},
    [ARMS_CLAIM_RANK] = {.usual = ARMS_UNIT_RANK, .units = "rank"},
    [ARMS_CLAIM_CHANGE] = {.amounts = true,
                           .also = {ARMS_UNIT_PERCENT, ARMS_UNIT_PERCENTAGE_POINT},
                           .units = "percent, percentage_point, TIV, items, kg or a "
                                    "currency such as USD",
                           .unjudged = "a change between two periods is not judged yet"},
    [ARMS_CLAIM_MULTIPLE] = {.usual = ARMS_UNIT_TIMES,
                             .units = "times",
                             .unjudged = "a multiple of an earlier figure is not judged "
                                         "yet"},
    [ARMS_CLAIM_RATIO] = {.also = {ARMS_UNIT_TIMES, ARMS_UNIT_PERCENT_OF,
                                   ARMS_UNIT_PERCENT_HIGHER, ARMS_UNIT_PERCENT_LOWER},
                          .units = "times, percent_of, percent_higher or percent_lower",
                          .unjudged = "a comparison of two parties is not judged yet"},
    [ARMS_CLAIM_TOP_N_SUM] = {.amounts = true,
                              .also = {ARMS_UNIT_PERCENT},
                              .units = "percent, TIV, items, kg or a currency such as "
                                       "USD",
                              .unjudged = "a sum of several partners is not judged yet"},
    [ARMS_CLAIM_TREND] = {.usual = ARMS_UNIT_DIRECTION,
                          .units = "direction",
                          .unjudged = "the direction of a trend is not judged yet"},
    [ARMS_CLAIM_COUNT] = {.usual = ARMS_UNIT_PARTNERS,
                          .units = "partners",
                          .unjudged = "a number of partners is not judged yet"},
};

bool arms_claim_kind_parse(arms_claim_kind *out, arms_text text, arms_error *err)
{
    int kind = word_value(kind_words, KINDS, text, -1);
    if (kind < 0)
        return arms_fail(
            err, ARMS_USAGE,
            "\"%.*s\" is no kind of claim; write share, level, rank, change, "
            "multiple, ratio, top-n-sum, trend or count",
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
    return kinds[kind].usual;
}

bool arms_claim_kind_takes(arms_claim_kind kind, arms_unit unit)
{
    const kind_row *row = &kinds[kind];
    bool takes = unit == row->usual || (row->amounts && arms_unit_is_amount(unit));
    for (size_t i = 0; i < sizeof row->also / sizeof *row->also; i++)
        takes = takes || unit == row->also[i];
    return takes && unit != ARMS_UNIT_NONE;
}

const char *arms_claim_kind_units(arms_claim_kind kind)
{
    return kinds[kind].units;
}

bool arms_claim_kind_judged(arms_claim_kind kind)
{
    return !kinds[kind].unjudged;
}

const char *arms_period_source_name(arms_period_source source)
{
    return word_name(source_words, SOURCES, (int)source);
}

bool arms_period_source_parse(arms_period_source *out, arms_text text, arms_error *err)
{
    int source = text.len > 0 ? word_value(source_words, SOURCES, text, -1)
                              : (int)ARMS_PERIOD_NONE;
    if (source < 0)
        return arms_fail(err, ARMS_USAGE,
                         "\"%.*s\" is no way to know a period; write explicit, relative, "
                         "context or assumed, or nothing",
                         arms_text_shown(text, 60), text.ptr);
    *out = (arms_period_source)source;
    return true;
}

static bool is_several(const char *name)
{
    return name && strchr(name, ';');
}

const char *arms_claim_unjudged(const arms_claim *claim)
{
    if (kinds[claim->kind].unjudged)
        return kinds[claim->kind].unjudged;
    if (claim->denominator)
        return "a part of another whole than the subject's own imports or exports is not "
               "judged yet";
    if (claim->base_period)
        return "what is measured from a base period is not judged yet";
    if (is_several(claim->subject) || is_several(claim->counterpart))
        return "several parties taken together are not judged yet";
    if (!arms_claim_kind_takes(claim->kind, claim->number.unit))
        return "no file counts in the unit of this claim";
    return NULL;
}

static bool fail(const arms_claim *claim, arms_error *err, const char *what)
{
    if (!claim->file)
        return arms_fail(err, ARMS_USAGE, "%s", what);
    return arms_fail_at(err, ARMS_PARSE, claim->file, claim->line, "%s", what);
}

static bool fail_unit(const arms_claim *claim, arms_error *err)
{
    char what[160];
    (void)snprintf(what, sizeof what,
                   "a claim of kind \"%s\" is counted in %s; name its unit",
                   arms_claim_kind_name(claim->kind), kinds[claim->kind].units);
    return fail(claim, err, what);
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
        (number->value < 0 || !arms_unit_is_amount(number->unit)))
        return fail(claim, err,
                    "an amount is a number of TIV, money, items or kg, and not "
                    "negative");
    if (!arms_claim_kind_takes(claim->kind, number->unit))
        return fail_unit(claim, err);
    return true;
}
