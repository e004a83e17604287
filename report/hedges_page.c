/* How printed numbers are understood, as a page: each form and hedge with its words, what
 * it means, and what that makes of an example. */
#include <armstrade/report.h>

#include <math.h>

#include "report/claims_words.h"

static const arms_column columns[] = {
    {"version", NULL, 0}, {"name", NULL, 0},    {"what", NULL, 0},  {"words", NULL, 0},
    {"meaning", NULL, 0}, {"example", NULL, 0}, {"value", NULL, 0}, {"unit", NULL, 0},
    {"low", NULL, 0},     {"high", NULL, 0},
};

enum { WIDTH = sizeof columns / sizeof *columns };

static arms_cell limit_cell(double limit)
{
    return arms_cell_number(isinf(limit) ? NAN : limit);
}

static void put_row(arms_cell *cells, const arms_hedge_rule *rule, const char *words)
{
    const arms_cell row[WIDTH] = {
        arms_cell_number(ARMS_HEDGES_VERSION),
        arms_cell_text(rule->name),
        arms_cell_text(rule->hedge ? "hedge" : "form"),
        arms_cell_text(words[0] ? words : NULL),
        arms_cell_text(rule->meaning),
        arms_cell_text(rule->example),
        arms_cell_number(rule->value),
        arms_cell_text(rule->unit),
        limit_cell(rule->range.low),
        limit_cell(rule->range.high),
    };
    for (size_t i = 0; i < WIDTH; i++)
        cells[i] = row[i];
}

static const char *words_of(arms_page *page, const arms_hedge_rule *rule, arms_error *err)
{
    return rule->hedge ? arms_hedge_words(page->arena, rule->bound, err) : "";
}

static bool add_table(arms_page *page, arms_error *err)
{
    arms_hedge_rule rule;
    arms_table *table = arms_page_table(page, columns, WIDTH, err);
    if (!table)
        return false;
    table->data_only = true;
    for (size_t i = 0; arms_hedge_rule_get(&rule, i); i++) {
        arms_cell *cells = arms_table_row(page, table, err);
        const char *words = words_of(page, &rule, err);
        if (!cells || !words)
            return false;
        put_row(cells, &rule, words);
    }
    return true;
}

static bool say_rule(arms_page *page, const arms_hedge_rule *rule, arms_error *err)
{
    const char *range = claims_range(page->arena, rule->range, rule->unit, err);
    const char *words = words_of(page, rule, err);
    if (!range || !words)
        return false;
    const char *text = arms_print(page->arena, err, "%s is %s: %s.", rule->example, range,
                                  rule->meaning);
    return text && arms_page_say_labelled(page, rule->name, ARMS_TONE_PLAIN, text, err) &&
           (!words[0] || arms_page_add(page, "", words, err));
}

static bool say_heading(arms_page *page, bool hedges, arms_error *err)
{
    if (hedges)
        return arms_page_say(page,
                             "Hedges before a number, of its size whatever its sign; "
                             "below each, its words:",
                             err);
    return arms_page_say(page,
                         arms_print(page->arena, err,
                                    "How printed numbers are understood, version %d. A "
                                    "lower limit belongs to the range, an upper one that "
                                    "comes from rounding does not. By their form:",
                                    ARMS_HEDGES_VERSION),
                         err);
}

bool arms_hedges_page(arms_page *page, arms_error *err)
{
    arms_hedge_rule rule;
    bool hedges = false;
    if (!add_table(page, err) || !say_heading(page, false, err))
        return false;
    for (size_t i = 0; arms_hedge_rule_get(&rule, i); i++) {
        if (rule.hedge && !hedges && !say_heading(page, true, err))
            return false;
        hedges = rule.hedge;
        if (!say_rule(page, &rule, err))
            return false;
    }
    return true;
}
