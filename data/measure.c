/* Units, scales, kinds: tables of the words that name them. */
#include <armstrade/measure.h>

#include <stdio.h>
#include <string.h>

typedef struct unit_word {
    const char *key; /* as arms_text_key folds it; symbols stand as they are */
    arms_unit unit;
} unit_word;

/* The first word of a unit is its name in output. */
static const unit_word unit_words[] = {
    {"TIV", ARMS_UNIT_TIV},
    {"TIVs", ARMS_UNIT_TIV},
    {"USD", ARMS_UNIT_USD},
    {"US$", ARMS_UNIT_USD},
    {"$", ARMS_UNIT_USD},
    {"U.S. dollars", ARMS_UNIT_USD},
    {"US dollars", ARMS_UNIT_USD},
    {"dollars", ARMS_UNIT_USD},
    {"dollar", ARMS_UNIT_USD},
    {"EUR", ARMS_UNIT_EUR},
    {"€", ARMS_UNIT_EUR},
    {"euros", ARMS_UNIT_EUR},
    {"euro", ARMS_UNIT_EUR},
    {"GBP", ARMS_UNIT_GBP},
    {"£", ARMS_UNIT_GBP},
    {"pounds", ARMS_UNIT_GBP},
    {"INR", ARMS_UNIT_INR},
    {"₹", ARMS_UNIT_INR},
    {"AUD", ARMS_UNIT_AUD},
    {"BRL", ARMS_UNIT_BRL},
    {"CAD", ARMS_UNIT_CAD},
    {"CHF", ARMS_UNIT_CHF},
    {"CNY", ARMS_UNIT_CNY},
    {"CZK", ARMS_UNIT_CZK},
    {"HKD", ARMS_UNIT_HKD},
    {"ILS", ARMS_UNIT_ILS},
    {"JPY", ARMS_UNIT_JPY},
    {"KRW", ARMS_UNIT_KRW},
    {"NGN", ARMS_UNIT_NGN},
    {"NOK", ARMS_UNIT_NOK},
    {"NZD", ARMS_UNIT_NZD},
    {"PKR", ARMS_UNIT_PKR},
    {"PLN", ARMS_UNIT_PLN},
    {"RUB", ARMS_UNIT_RUB},
    {"SEK", ARMS_UNIT_SEK},
    {"SGD", ARMS_UNIT_SGD},
    {"TRY", ARMS_UNIT_TRY},
    {"ZAR", ARMS_UNIT_ZAR},
    {"items", ARMS_UNIT_ITEMS},
    {"item", ARMS_UNIT_ITEMS},
    {"units", ARMS_UNIT_ITEMS},
    {"kg", ARMS_UNIT_KG},
    {"kilograms", ARMS_UNIT_KG},
    {"percent", ARMS_UNIT_PERCENT},
    {"%", ARMS_UNIT_PERCENT},
    {"per cent", ARMS_UNIT_PERCENT},
    {"pc", ARMS_UNIT_PERCENT},
    {"rank", ARMS_UNIT_RANK},
    {"percentage_point", ARMS_UNIT_PERCENTAGE_POINT},
    {"percentage point", ARMS_UNIT_PERCENTAGE_POINT},
    {"percentage points", ARMS_UNIT_PERCENTAGE_POINT},
    {"times", ARMS_UNIT_TIMES},
    {"percent_of", ARMS_UNIT_PERCENT_OF},
    {"percent_higher", ARMS_UNIT_PERCENT_HIGHER},
    {"percent_lower", ARMS_UNIT_PERCENT_LOWER},
    {"partners", ARMS_UNIT_PARTNERS},
    {"direction", ARMS_UNIT_DIRECTION},
};

static const char *const kind_names[] = {
    [ARMS_KIND_DELIVERY] = "delivery",
    [ARMS_KIND_ORDER] = "order",
    [ARMS_KIND_LICENCE] = "licence",
};

static const struct {
    const char *word;
    double scale;
} scales[] = {{"thousand", 1e3}, {"million", 1e6}, {"billion", 1e9}};

arms_unit arms_unit_parse(arms_text text)
{
    for (size_t i = 0; i < sizeof unit_words / sizeof *unit_words; i++)
        if (arms_text_is_word(text, unit_words[i].key))
            return unit_words[i].unit;
    return ARMS_UNIT_NONE;
}

const char *arms_unit_name(arms_unit unit)
{
    for (size_t i = 0; i < sizeof unit_words / sizeof *unit_words; i++)
        if (unit_words[i].unit == unit)
            return unit_words[i].key;
    return "";
}

bool arms_unit_is_money(arms_unit unit)
{
    return unit >= ARMS_UNIT_USD && unit <= ARMS_UNIT_ZAR;
}

bool arms_unit_is_amount(arms_unit unit)
{
    return unit != ARMS_UNIT_NONE && unit < ARMS_UNIT_PERCENT;
}

/* Takes a scale word off the front of `text`. */
static double take_scale(arms_text *text)
{
    for (size_t i = 0; i < sizeof scales / sizeof *scales; i++) {
        size_t len = strlen(scales[i].word);
        if (text->len <= len ||
            !arms_text_is_word((arms_text){text->ptr, len}, scales[i].word))
            continue;
        *text = arms_text_trim((arms_text){text->ptr + len, text->len - len});
        return scales[i].scale;
    }
    return 1;
}

bool arms_measure_parse(arms_measure *out, arms_text text, arms_error *err)
{
    arms_text rest = arms_text_trim(text);
    double scale = take_scale(&rest);
    arms_unit unit = arms_unit_parse(rest);
    if (!arms_unit_is_amount(unit))
        return arms_fail(
            err, ARMS_USAGE,
            "\"%.*s\" is no measure; write [thousand|million|billion] and "
            "then TIV, items, kg, or a currency's code: USD, EUR, GBP, INR …",
            arms_text_shown(text, 60), text.ptr);
    out->unit = unit;
    out->scale = scale;
    return true;
}

bool arms_kind_parse(arms_kind *out, arms_text text, arms_error *err)
{
    for (size_t i = 0; i < sizeof kind_names / sizeof *kind_names; i++) {
        if (arms_text_is_word(text, kind_names[i])) {
            *out = (arms_kind)i;
            return true;
        }
    }
    return arms_fail(err, ARMS_USAGE,
                     "\"%.*s\" is no kind of figure; write delivery, order or licence",
                     arms_text_shown(text, 60), text.ptr);
}

const char *arms_kind_name(arms_kind kind)
{
    return kind_names[kind];
}

const char *arms_measure_name(const arms_measure *measure, arms_arena *arena,
                              arms_error *err)
{
    for (size_t i = 0; i < sizeof scales / sizeof *scales; i++)
        if (!(measure->scale < scales[i].scale) && !(measure->scale > scales[i].scale))
            return arms_print(arena, err, "%s %s", scales[i].word,
                              arms_unit_name(measure->unit));
    return arms_unit_name(measure->unit);
}

bool arms_measure_same(const arms_measure *a, const arms_measure *b)
{
    return a->unit == b->unit && a->kind == b->kind &&
           strcmp(a->valuation, b->valuation) == 0;
}
