/* A comparison as a page: what was compared and how it came out, in sentences. The tables
 * are put together in compare_table.c. */
#include <armstrade/report.h>
#include <math.h>
#include <string.h>

#include "analysis/claims/wording.h"
#include "report/compare_table.h"

/* A number in a sentence; the last digits of an allocated one say little. */
static void put_number(arms_buffer *out, const arms_comparison *c, double number)
{
    char digits[ARMS_NUMBER_SIZE];
    double unit = pow(10, COMPARE_PLACES);
    double shown = c->allocated ? round(number * unit) / unit : number;
    arms_buffer_string(out, arms_number_print(digits, shown));
}

static void put_signed(arms_buffer *out, const arms_comparison *c, double number)
{
    arms_buffer_string(out, number > 0 ? "+" : "");
    put_number(out, c, number);
}

static void put_bounds(arms_buffer *out, const arms_comparison *c, arms_interval amount)
{
    arms_buffer_string(out, " (");
    put_number(out, c, amount.low);
    arms_buffer_string(out, " to ");
    put_number(out, c, amount.high);
    arms_buffer_string(out, ")");
}

/* "2129 (2128.5 to 2129.5)". */
static void put_amount(arms_buffer *out, const arms_comparison *c, arms_interval amount)
{
    put_number(out, c, amount.value);
    if (!arms_interval_is_point(amount))
        put_bounds(out, c, amount);
}

/* "Pakistan's arms imports, 2023", "Arms from China to Pakistan, 2019–2023". */
static const char *subject_words(arms_arena *arena, const arms_comparison *c,
                                 arms_error *err)
{
    const char *years = arms_years_words(arena, c->years, err);
    const char *who = c->importer ? c->importer : c->exporter;
    const char *owner = who ? arms_possessive(arena, who, err) : "";
    const char *category = c->category ? c->category : "";
    const char *gap = c->category ? " of " : "";
    if (!years || !owner)
        return NULL;
    if (c->importer && c->exporter)
        return arms_print(arena, err, "Transfers%s%s from %s%s to %s%s, %s", gap,
                          category, arms_article(c->exporter), c->exporter,
                          arms_article(c->importer), c->importer, years);
    if (who)
        return arms_print(arena, err, "%s %s%s%s, %s", owner,
                          c->importer ? "imports" : "exports", gap, category, years);
    return arms_print(arena, err, "All transfers%s%s, %s", gap, category, years);
}

/* What tells the two apart: " (March 2024 release)", " (as importers report)". */
static bool put_label(arms_buffer *out, arms_page *page, const arms_comparison *c,
                      size_t side, arms_error *err)
{
    const char *origin = arms_dataset_about(c->datasets[side])->origin;
    const char *words = arms_source_words(page->arena, c->datasets[side], err);
    arms_buffer_print(out, " in d%zu", side + 1);
    if (!words)
        return false;
    if (c->relation == ARMS_RELATION_RELEASES)
        words += strlen(origin) + 2;
    if (c->relation == ARMS_RELATION_MIRROR)
        words = side == c->imports ? "as importers report" : "as exporters report";
    if (c->relation != ARMS_RELATION_SAME)
        arms_buffer_print(out, " (%s)", words);
    return true;
}

static void put_outcome(arms_buffer *out, const arms_comparison *c)
{
    const arms_compared_row *total = &c->total;
    char digits[ARMS_NUMBER_SIZE];
    if (total->of_rows)
        arms_buffer_string(out, ", of what can be compared");
    else if (total->compared < c->years.last - c->years.first + 1)
        arms_buffer_print(out, ", in the %d year%s that both cover", total->compared,
                          total->compared > 1 ? "s" : "");
    arms_buffer_print(out, ": %s, difference ",
                      arms_change_name(total->change, c->relation));
    put_signed(out, c, total->difference.value);
    if (!isnan(total->ratio.value) && c->relation == ARMS_RELATION_MIRROR)
        arms_buffer_print(out, ", imports / exports %s",
                          arms_number_fixed(digits, total->ratio.value, 3));
    arms_buffer_string(out, ".");
}

static bool put_total(arms_buffer *out, arms_page *page, const arms_comparison *c,
                      arms_error *err)
{
    const arms_measure *measure = arms_dataset_measure(c->datasets[c->measure_of]);
    const char *unit = arms_measure_name(measure, page->arena, err);
    if (c->total.change == ARMS_CHANGE_NOT_COMPARABLE) {
        arms_buffer_string(out, "no total is known on both sides.");
        return unit;
    }
    put_amount(out, c, c->total.sides[0].amount);
    if (!put_label(out, page, c, 0, err))
        return false;
    arms_buffer_string(out, ", ");
    put_amount(out, c, c->total.sides[1].amount);
    if (!unit || !put_label(out, page, c, 1, err))
        return false;
    arms_buffer_print(out, ", %s", unit);
    put_outcome(out, c);
    return true;
}

/* "3 equal, 4 revised, 1 appeared". */
static void put_changes(arms_buffer *out, const arms_comparison *c)
{
    bool first = true;
    for (int i = 0; i < ARMS_CHANGE_NOT_COMPARABLE; i++) {
        if (c->changes[i] == 0)
            continue;
        arms_buffer_print(out, "%s%zu %s", first ? "" : ", ", c->changes[i],
                          arms_change_name((arms_change)i, c->relation));
        first = false;
    }
}

/* What a row is, in the plural where it is wanted. */
static const char *row_word(const arms_comparison *c, bool many)
{
    static const char *const words[][2] = {
        [ARMS_GRAIN_FINEST] = {"row", "rows"},
        [ARMS_GRAIN_PAIRS] = {"pair", "pairs"},
        [ARMS_GRAIN_IMPORTERS] = {"importer", "importers"},
        [ARMS_GRAIN_EXPORTERS] = {"exporter", "exporters"},
        [ARMS_GRAIN_TOTAL] = {"row", "rows"},
    };
    return words[c->each_year ? ARMS_GRAIN_FINEST : c->grain][many];
}

/* Where the total is the only row, its outcome was told. */
static void put_counts(arms_buffer *out, const arms_comparison *c)
{
    size_t apart = c->changes[ARMS_CHANGE_NOT_COMPARABLE], compared = c->count - apart;
    if (c->count == 0)
        arms_buffer_string(out, " Neither side has anything recorded.");
    if (c->count <= 1 && (c->grain != ARMS_GRAIN_PAIRS || (c->importer && c->exporter)))
        return;
    arms_buffer_print(out, " Of %zu %s", compared, row_word(c, compared != 1));
    if (apart > 0)
        arms_buffer_print(out, " that can be compared (%zu cannot)", apart);
    arms_buffer_string(out, compared > 0 ? ": " : ".");
    put_changes(out, c);
    arms_buffer_string(out, compared > 0 ? "." : "");
}

static bool say(arms_page *page, arms_buffer *text, arms_error *err)
{
    bool done = arms_buffer_check(text, err);
    const char *copy = done ? arms_copy(page->arena, text->data, text->len, err) : NULL;
    arms_buffer_free(text);
    return copy && arms_page_say(page, copy, err);
}

static bool say_summary(arms_page *page, const arms_comparison *c, arms_error *err)
{
    arms_buffer text = {0};
    const char *subject = subject_words(page->arena, c, err);
    if (!subject)
        return false;
    arms_buffer_print(&text, "%s: ", subject);
    if (!put_total(&text, page, c, err)) {
        arms_buffer_free(&text);
        return false;
    }
    put_counts(&text, c);
    return say(page, &text, err);
}

/* In words a reader can check: the middle ratio, and within which factor of it reports
 * usually lie. */
static bool say_mirror(arms_page *page, const arms_comparison *c, arms_error *err)
{
    arms_buffer text = {0};
    if (!c->mirror)
        return true;
    const arms_mirror *m = &c->mirror->found;
    const arms_mirror_counts *n = &m->all.counts;
    arms_buffer_print(&text,
                      "Mirror %s: %zu row%s reported by both sides; in the middle of "
                      "them, imports are %.2f times the exports",
                      m->word, n->compared, n->compared == 1 ? " is" : "s are",
                      exp(m->all.bias));
    if (n->compared > 2)
        arms_buffer_print(&text,
                          ", and two thirds lie within a factor of about %.1f of "
                          "that",
                          exp(m->all.spread));
    arms_buffer_string(&text, ".");
    if (n->exporter_nil + n->importer_nil > 0)
        arms_buffer_print(&text,
                          " Where the other side records none, importers alone report "
                          "%zu, exporters alone %zu.",
                          n->exporter_nil, n->importer_nil);
    return say(page, &text, err);
}

/* Rows that cannot be compared, and totals that are printed and rounded by themselves,
 * leave a remainder. */
static bool say_remainder(arms_page *page, const arms_comparison *c, arms_error *err)
{
    arms_buffer text = {0};
    arms_interval rest = {.value = c->total.difference.value - c->sum.difference.value};
    if (c->total.change == ARMS_CHANGE_NOT_COMPARABLE || c->total.of_rows ||
        c->count == 0 || arms_near(rest.value, 0))
        return true;
    arms_buffer_string(&text, "The rows that can be compared add up to a difference of ");
    put_signed(&text, c, c->sum.difference.value);
    arms_buffer_string(&text, ", the totals to ");
    put_signed(&text, c, c->total.difference.value);
    arms_buffer_string(&text, c->changes[ARMS_CHANGE_NOT_COMPARABLE] > 0
                                  ? ": the rest lies in rows that cannot be compared, or "
                                    "is rounding."
                                  : ": totals are printed and rounded by themselves.");
    return say(page, &text, err);
}

/* Adds up the deals with one outcome. */
static double sum_of(const arms_compared_deals *deals, arms_change change)
{
    arms_sum sum = {0};
    for (size_t i = 0; i < deals->count; i++)
        if (deals->items[i].row.change == change)
            arms_sum_add(&sum, deals->items[i].row.difference);
    return arms_sum_total(&sum).value;
}

static void put_deal_counts(arms_buffer *out, const arms_comparison *c)
{
    const arms_compared_deals *deals = &c->deals;
    for (int i = 0; i < ARMS_CHANGES; i++) {
        double sum = sum_of(deals, (arms_change)i);
        if (deals->changes[i] == 0)
            continue;
        arms_buffer_print(out, "%zu %s", deals->changes[i],
                          arms_change_name((arms_change)i, c->relation));
        if (!arms_near(sum, 0)) {
            arms_buffer_string(out, " (");
            put_signed(out, c, sum);
            arms_buffer_string(out, ")");
        }
        arms_buffer_string(out, ", ");
    }
}

static size_t count_probable(const arms_compared_deals *deals)
{
    size_t count = 0;
    for (size_t i = 0; i < deals->count; i++)
        count += deals->items[i].probable;
    return count;
}

/* What the deals leave of the whole difference. */
static void put_unexplained(arms_buffer *out, const arms_comparison *c)
{
    double rest = c->deals.unexplained;
    if (isnan(rest)) {
        arms_buffer_string(out, ".");
    } else if (fabs(rest) < 1e-4) { /* shares of a spread total are in millionths */
        arms_buffer_string(out, "; nothing is left unexplained.");
    } else {
        arms_buffer_string(out, "; ");
        put_signed(out, c, rest);
        arms_buffer_string(out, " of the whole difference is left unexplained.");
    }
}

static void put_probable(arms_buffer *out, size_t count)
{
    if (count == 1)
        arms_buffer_string(out, " 1 of them goes by two names and is probably one deal.");
    else if (count > 1)
        arms_buffer_print(
            out, " %zu of them go by two names and are probably one deal each.", count);
}

static size_t count_moved(const arms_compared_deals *deals)
{
    size_t count = 0;
    for (size_t i = 0; i < deals->count; i++)
        count += deals->items[i].elsewhere.first > 0;
    return count;
}

static void put_moved(arms_buffer *out, size_t count)
{
    if (count > 0)
        arms_buffer_print(out,
                          " %zu of them %s in the other file in other years: moved, or "
                          "parted otherwise between years.",
                          count, count == 1 ? "is" : "are");
}

static void put_left_out(arms_buffer *out, size_t count)
{
    if (count > 0)
        arms_buffer_print(out, " %zu deliver%s left out, as one side does not cover %s.",
                          count, count == 1 ? "y is" : "ies are",
                          count == 1 ? "it" : "them");
}

static bool say_deals(arms_page *page, const arms_comparison *c, arms_error *err)
{
    const arms_compared_deals *deals = &c->deals;
    arms_buffer text = {0};
    if (!deals->compared)
        return true;
    arms_buffer_print(&text, "Deal by deal: %zu deal%s, ", deals->count,
                      deals->count == 1 ? "" : "s");
    put_deal_counts(&text, c);
    arms_buffer_string(&text, "together ");
    put_signed(&text, c, deals->difference.value);
    put_unexplained(&text, c);
    put_probable(&text, count_probable(deals));
    put_moved(&text, count_moved(deals));
    put_left_out(&text, deals->left_out);
    return say(page, &text, err);
}

static bool say_notes(arms_page *page, const arms_comparison *c, arms_error *err)
{
    for (size_t i = 0; i < c->note_count; i++)
        if (!(i == 0 ? arms_page_say(page, c->notes[i], err)
                     : arms_page_add(page, NULL, c->notes[i], err)))
            return false;
    return true;
}

bool arms_compare_page(arms_page *page, const arms_comparison *comparison, size_t most,
                       arms_error *err)
{
    compare_table table = {.page = page, .c = comparison, .most = most};
    return say_summary(page, comparison, err) && say_mirror(page, comparison, err) &&
           compare_table_open(&table, err) && compare_table_totals(&table, err) &&
           compare_table_rows(&table, err) && say_remainder(page, comparison, err) &&
           say_deals(page, comparison, err) && compare_table_deals(&table, err) &&
           say_notes(page, comparison, err);
}
