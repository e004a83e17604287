/* The table of hedges and forms of numbers. See the headers.
 *
 * `nearly x` is from 0.93 x to the upper end of its rounding, `about x` is x ± 5 % or the
 * rounding, whichever is wider, on either side by itself. Fractions are good to a point,
 * words for times to 5 %. Words come from the compiled lexicon. */
#include <armstrade/hedges.h>

#include <math.h>
#include <string.h>

#include "analysis/claims/lexicon.h"
#include "analysis/claims/precision.h"

typedef enum limit_kind {
    ROUNDING, /* where the form's own ends */
    NUMBER,   /* at the number as printed */
    PART,     /* so many per cent of the number */
    WIDER,    /* the same, or the form's own where that is further away */
    NO_LIMIT
} limit_kind;

typedef struct limit {
    limit_kind kind;
    double percent; /* products with whole numbers keep limits decimal */
    bool open;      /* it does not belong to the range */
} limit;

typedef struct hedge_row {
    const char *name;
    limit low, high;
    const char *meaning;
    const char *example;
} hedge_row;

/* Hedges, version ARMS_HEDGES_VERSION; the name of each in CSV and JSON. */
static const hedge_row hedges[] = {
    [ARMS_BOUND_EXACT] = {"exact",
                          {.kind = ROUNDING},
                          {.kind = ROUNDING},
                          "as the number's form has it",
                          "only 40 %"},
    [ARMS_BOUND_ABOUT] = {"about",
                          {WIDER, 95, false},
                          {WIDER, 105, false},
                          "5 % of the number either way, or its rounding where that is "
                          "wider",
                          "about 40 %"},
    [ARMS_BOUND_NEARLY] = {"nearly",
                           {PART, 93, false},
                           {.kind = ROUNDING},
                           "from 0.93 times the number to the upper end of its rounding",
                           "nearly 40 %"},
    [ARMS_BOUND_OVER] = {"over",
                         {.kind = NUMBER, .open = true},
                         {.kind = NO_LIMIT, .open = true},
                         "anything above the number as printed",
                         "over 40 %"},
    [ARMS_BOUND_AT_LEAST] = {"at_least",
                             {.kind = NUMBER},
                             {.kind = NO_LIMIT, .open = true},
                             "the number as printed or anything above it",
                             "no less than 40 %"},
    [ARMS_BOUND_UNDER] = {"under",
                          {.kind = NO_LIMIT, .open = true},
                          {.kind = NUMBER, .open = true},
                          "anything below the number as printed",
                          "below 40 %"},
    [ARMS_BOUND_AT_MOST] = {"at_most",
                            {.kind = NO_LIMIT, .open = true},
                            {.kind = NUMBER},
                            "the number as printed or anything below it",
                            "up to 40 %"},
};

enum { HEDGES = sizeof hedges / sizeof *hedges };

typedef struct form_row {
    const char *name, *meaning, *example;
    precision_number number; /* of the example */
    const char *unit;
} form_row;

static const form_row forms[] = {
    {"digits",
     "half a unit of the last printed digit either way",
     "40 %",
     {.form = PRECISION_DIGITS, .value = 40, .step = 1},
     "percent"},
    {"magnitude",
     "the same, in the magnitude that is printed",
     "$4.0 billion",
     {.form = PRECISION_DIGITS, .value = 4e9, .step = 1e8},
     "USD"},
    {"zeros",
     "a whole number of four or more digits without a magnitude is good to its last "
     "digit "
     "that is not 0",
     "$21,000,000",
     {.form = PRECISION_DIGITS, .value = 21e6, .step = 1},
     "USD"},
    {"range",
     "from one printed end to the other",
     "35–40 %",
     {.form = PRECISION_ENDS, .value = 37.5, .low = 35, .high = 40},
     "percent"},
    {"fraction",
     "one percentage point either way",
     "two-fifths",
     {.form = PRECISION_FRACTION, .value = 40},
     "percent"},
    {"times",
     "5 % of the number either way, where times are told in words",
     "doubled",
     {.form = PRECISION_TIMES, .value = 2},
     "times"},
    {"rank",
     "this place and no other",
     "second-largest",
     {.form = PRECISION_EXACT, .value = 2},
     "rank"},
};

enum { FORMS = sizeof forms / sizeof *forms };

/* ---- what they do ---- */

static double limit_of(const limit *l, double x, double rounding, double sign)
{
    double part = x * l->percent / 100;
    switch (l->kind) {
    case ROUNDING: return rounding;
    case NUMBER: return x;
    case PART: return part;
    case WIDER: return sign < 0 ? fmin(rounding, part) : fmax(rounding, part);
    case NO_LIMIT: break;
    }
    return sign * HUGE_VAL;
}

/* Of a magnitude. The ends of a rounding that stands are open or not as they were. */
static arms_range hedged(double x, arms_range rounding, arms_bound bound)
{
    const hedge_row *row = &hedges[bound];
    const limit *low = &row->low, *high = &row->high;
    bool keeps_low = low->kind == ROUNDING || low->kind == WIDER;
    bool keeps_high = high->kind == ROUNDING || high->kind == WIDER;
    return (arms_range){
        .low = limit_of(low, x, rounding.low, -1),
        .high = limit_of(high, x, rounding.high, 1),
        .low_open = keeps_low ? rounding.low_open : low->open,
        .high_open = keeps_high ? rounding.high_open : high->open,
    };
}

arms_range arms_range_mirrored(arms_range range)
{
    return (arms_range){-range.high, -range.low, range.high_open, range.low_open};
}

void arms_printed_hedge(arms_printed *number, arms_bound bound)
{
    double x = number->value;
    number->bound = bound;
    number->range = x < 0 ? arms_range_mirrored(
                                hedged(-x, arms_range_mirrored(number->rounding), bound))
                          : hedged(x, number->rounding, bound);
}

/* ---- their words ---- */

/* The bound that a row of the lexicon is for, or that has the name; HEDGES for none. */
static size_t bound_of(arms_text name)
{
    size_t i = 0;
    while (i < HEDGES && !arms_text_is_word(name, hedges[i].name))
        i++;
    return i;
}

/* A bound's own name at the front. */
static size_t take_name(size_t *bound, arms_text text)
{
    size_t most = 0;
    for (size_t i = 0; i < HEDGES; i++) {
        size_t length = strlen(hedges[i].name);
        if (length <= text.len && length > most &&
            arms_text_is_word((arms_text){text.ptr, length}, hedges[i].name)) {
            *bound = i;
            most = length;
        }
    }
    return most;
}

static bool ends_word(arms_text text, size_t at)
{
    char next = at < text.len ? text.ptr[at] : ' ';
    return !((next >= 'a' && next <= 'z') || (next >= 'A' && next <= 'Z'));
}

size_t precision_hedge(arms_bound *out, arms_text text)
{
    const lexicon_row *row;
    size_t named = HEDGES, length = take_name(&named, text);
    size_t spelt = lexicon_begins(&row, text, LEX_HEDGE);
    if (!ends_word(text, length))
        length = 0;
    if (spelt > length) {
        named = bound_of(arms_text_of(row->word));
        length = spelt;
    }
    if (length == 0 || named == HEDGES)
        return 0;
    *out = (arms_bound)named;
    return length;
}

bool arms_bound_parse(arms_bound *out, arms_text text, arms_error *err)
{
    arms_bound bound;
    if (text.len > 0 && precision_hedge(&bound, text) == text.len) {
        *out = bound;
        return true;
    }
    return arms_fail(err, ARMS_USAGE,
                     "\"%.*s\" is no bound; write exact, about, nearly, over, at_least, "
                     "under or at_most",
                     arms_text_shown(text, 60), text.ptr);
}

const char *arms_bound_name(arms_bound bound)
{
    return hedges[bound].name;
}

const char *arms_hedge_words(arms_arena *arena, arms_bound bound, arms_error *err)
{
    const lexicon_row *row = NULL;
    const char *out = "";
    while (out && (row = lexicon_next(LEX_HEDGE, row)))
        if (bound_of(arms_text_of(row->word)) == (size_t)bound)
            out = arms_print(arena, err, "%s%s%s", out, out[0] ? "; " : "", row->key);
    return out;
}

/* ---- the table as it is printed ---- */

static void put_form(arms_hedge_rule *out, const form_row *form)
{
    *out = (arms_hedge_rule){.name = form->name,
                             .bound = ARMS_BOUND_EXACT,
                             .meaning = form->meaning,
                             .example = form->example,
                             .value = form->number.value,
                             .unit = form->unit,
                             .range = precision_rounding(&form->number)};
}

static void put_hedge(arms_hedge_rule *out, arms_bound bound)
{
    static const precision_number forty = {
        .form = PRECISION_DIGITS, .value = 40, .step = 1};
    const hedge_row *row = &hedges[bound];
    *out = (arms_hedge_rule){
        .name = row->name,
        .hedge = true,
        .bound = bound,
        .meaning = row->meaning,
        .example = row->example,
        .value = forty.value,
        .unit = "percent",
        .range = hedged(forty.value, precision_rounding(&forty), bound),
    };
}

bool arms_hedge_rule_get(arms_hedge_rule *out, size_t index)
{
    if (index < FORMS)
        put_form(out, &forms[index]);
    else if (index < FORMS + HEDGES)
        put_hedge(out, (arms_bound)(index - FORMS));
    return index < FORMS + HEDGES;
}
