/* Rows that are sums of other rows, found by arithmetic.
 *
 * A row is a sum if it equals the sum of all others, or of a run of rows directly above
 * or below it, in every column in which it has a value; cells count with their bounds,
 * and, in a second search, with half a unit of their rounding. The bits that speak for it
 * (see sum_trial.c) must exceed log2 of the sums that were tried by a margin: small for a
 * name that says "total", larger for one that nobody knows, and largest for a state. */
#include "data/aggregate.h"

#include <math.h>

#include <armstrade/buffer.h>

#include "data/sum_trial.h"

enum { PASSES = 8 };

/* Sums seen at the ends of rows in publishers' files, as arms_text_key folds them. */
static const char *const words[] = {
    "total",  "totals",  "totale", "totaal",    "totalt", "subtotal", "sum",
    "summe",  "summary", "gesamt", "insgesamt", "suma",   "razem",    "celkem",
    "toplam", "ukupno",  "всего",  "итого",     "所有",
};

typedef struct hunt {
    arms_dataset *dataset;
    layout_run *run;
    arms_arena *arena; /* for the search alone */
    sum_axis axis;
    sum_table table;
    double half;  /* of the trials of this search */
    size_t runs;  /* that were tried so far */
    bool changed; /* something was found in this pass */
} hunt;

static const char *name_of(const hunt *h, size_t row)
{
    uint32_t id = h->table.rows[row].id;
    return h->axis == SUM_CATEGORIES ? arms_dataset_category(h->dataset, id)
                                     : arms_dataset_party_name(h->dataset, id);
}

static bool says_total(bool *out, const hunt *h, size_t row, arms_error *err)
{
    arms_text key, word;
    *out = false;
    if (!arms_text_key(&key, h->arena, arms_text_of(name_of(h, row)), err))
        return false;
    while (arms_text_split(&word, &key, ' '))
        for (size_t i = 0; i < sizeof words / sizeof *words; i++)
            *out = *out || arms_text_is(word, words[i]);
    return true;
}

/* The bits beyond chance that are asked for. */
static bool margin_of(double *out, const hunt *h, const sum_trial *t, arms_error *err)
{
    bool total;
    if (!says_total(&total, h, t->row, err))
        return false;
    bool nobody = h->axis == SUM_CATEGORIES ||
                  arms_dataset_party_kind(h->dataset, h->table.rows[t->row].id) ==
                      ARMS_ENTITY_UNLISTED;
    *out = total ? 4 : !nobody ? 24 : t->all ? 7 : 12;
    return true;
}

static bool is_enough(const sum_evidence *e, const sum_trial *t)
{
    return t->all ? e->three >= 3 || e->five >= 1 : e->two >= 3 && e->terms >= 2;
}

/* ---- telling and marking ---- */

static const char *years_words(const hunt *h, const sum_evidence *e, arms_error *err)
{
    return e->first == e->last ? arms_print(h->arena, err, "%d", e->first)
                               : arms_print(h->arena, err, "%d–%d", e->first, e->last);
}

/* "all other importers", "the 3 importers from "France" to "Spain"". */
static void put_terms(arms_buffer *out, const hunt *h, const sum_trial *t, size_t terms)
{
    static const char *const many[] = {"exporters", "importers", "categories"};
    size_t from = t->from, to = t->to, others = 0;
    for (size_t row = 0; row < h->table.height; row++)
        others += sum_trial_has(&h->table, t, row);
    if (terms == others) {
        arms_buffer_print(out, "all other %s", many[h->axis]);
        return;
    }
    while (!sum_trial_has(&h->table, t, from))
        from++;
    while (!sum_trial_has(&h->table, t, to))
        to--;
    arms_buffer_print(out, "the %zu %s from \"", terms, many[h->axis]);
    arms_buffer_shown(out, arms_text_of(name_of(h, from)));
    arms_buffer_string(out, "\" to \"");
    arms_buffer_shown(out, arms_text_of(name_of(h, to)));
    arms_buffer_string(out, "\"");
}

static bool tell(hunt *h, const sum_trial *t, const sum_evidence *e, arms_error *err)
{
    arms_buffer text = {0};
    const char *years = years_words(h, e, err);
    if (!years)
        return false;
    arms_buffer_string(&text, h->axis == SUM_CATEGORIES ? "the category \"" : "\"");
    arms_buffer_shown(&text, arms_text_of(name_of(h, t->row)));
    arms_buffer_print(&text, "\" (from line %u on) equals the sum of ",
                      (unsigned)h->table.rows[t->row].line);
    put_terms(&text, h, t, e->terms);
    arms_buffer_print(&text,
                      " in %s: it is taken for their sum, and left out of totals, "
                      "shares and ranks",
                      years);
    bool done =
        arms_buffer_check(&text, err) &&
        layout_note(h->run, arms_copy(h->run->arena, text.data, text.len, err), err);
    arms_buffer_free(&text);
    return done;
}

static bool mark(hunt *h, const sum_trial *t, const sum_evidence *e, arms_error *err)
{
    h->table.rows[t->row].sum = true;
    h->changed = true;
    uint32_t id = h->table.rows[t->row].id;
    return (h->axis == SUM_CATEGORIES ? dataset_mark_category(h->dataset, id, err)
                                      : dataset_mark_party(h->dataset, id, err)) &&
           tell(h, t, e, err);
}

/* Tries a sum, and marks its row if what speaks for it is more than chance explains. */
static bool try(hunt *h, const sum_trial *t, arms_error *err)
{
    sum_evidence e;
    double margin;
    if (!sum_trial_holds(&e, &h->table, t) || !is_enough(&e, t))
        return true;
    if (!margin_of(&margin, h, t, err))
        return false;
    double tried = (double)(t->all ? h->table.height : h->runs);
    return e.bits < margin + log2(tried) || mark(h, t, &e, err);
}

static bool is_sum(const hunt *h, size_t row)
{
    return h->table.rows[row].sum;
}

static bool try_all_others(hunt *h, arms_error *err)
{
    for (size_t row = 0; row < h->table.height; row++) {
        const sum_trial t = {row, 0, h->table.height - 1, true, h->half};
        if (!is_sum(h, row) && !try(h, &t, err))
            return false;
    }
    return true;
}

/* The column with the row's largest value; the width where it has none. */
static size_t best_column(const sum_table *table, size_t row)
{
    const sum_cell *cells = &table->cells[row * table->width];
    size_t best = table->width;
    for (size_t column = 0; column < table->width; column++)
        if (!cells[column].missing && cells[column].value > 0 &&
            (best == table->width || cells[column].value > cells[best].value))
            best = column;
    return best;
}

/* A run of rows that grows away from the row that may be its sum. */
typedef struct growing {
    sum_trial trial;
    size_t probe, terms;
    sum_cell value, sum; /* in the column `probe` */
} growing;

/* Takes one more row into the run and tries it. *over: the run is too large by now. */
static bool grow(growing *g, hunt *h, size_t row, bool *over, arms_error *err)
{
    sum_trial *t = &g->trial;
    t->from = row < t->row ? row : t->row + 1;
    t->to = row < t->row ? t->row - 1 : row;
    if (is_sum(h, row))
        return true;
    sum_cell term = sum_cell_at(&h->table, t, row, g->probe);
    sum_cell_add(&g->sum, &term);
    h->runs++;
    *over = g->sum.missing || sum_cell_exceeds(&g->sum, &g->value);
    if (*over || ++g->terms < 2 || !sum_cells_meet(&g->value, &g->sum))
        return true;
    return try(h, t, err);
}

/* Runs of rows above or below a row, up to where they exceed its largest value. */
static bool try_runs(hunt *h, size_t row, bool above, arms_error *err)
{
    growing g = {.trial = {.row = row, .half = h->half},
                 .probe = best_column(&h->table, row)};
    size_t most = above ? row : h->table.height - 1 - row;
    if (g.probe == h->table.width)
        return true;
    g.value = sum_cell_at(&h->table, &g.trial, row, g.probe);
    bool over = false;
    for (size_t n = 1; n <= most && !over && !is_sum(h, row); n++)
        if (!grow(&g, h, above ? row - n : row + n, &over, err))
            return false;
    return true;
}

static bool try_all_runs(hunt *h, arms_error *err)
{
    for (size_t row = 0; row < h->table.height; row++)
        if (!is_sum(h, row) &&
            (!try_runs(h, row, true, err) || !try_runs(h, row, false, err)))
            return false;
    return true;
}

/* What is found makes room for more: a grand total is the sum of the rest only once the
 * sums among them are known. */
static bool search(hunt *h, arms_error *err)
{
    const double halves[] = {0, h->table.unit / 2};
    h->changed = true;
    for (int pass = 0; pass < PASSES && h->changed; pass++) {
        h->changed = false;
        for (size_t i = 0; i < 2 && !h->changed; i++) {
            h->half = halves[i];
            if (!try_all_others(h, err) ||
                (h->axis != SUM_CATEGORIES && !try_all_runs(h, err)))
                return false;
        }
    }
    return true;
}

static bool search_axis(arms_dataset *dataset, layout_run *run, sum_axis axis,
                        arms_error *err)
{
    arms_arena arena = {0};
    hunt h = {.dataset = dataset, .run = run, .arena = &arena, .axis = axis};
    bool done = sum_table_make(&h.table, &arena, dataset, axis, err) &&
                (h.table.height == 0 || search(&h, err));
    arms_arena_free(&arena);
    return done;
}

bool aggregate_find(arms_dataset *dataset, layout_run *run, arms_error *err)
{
    bool codes = dataset->about.classification[0] || run->classification;
    return search_axis(dataset, run, SUM_EXPORTERS, err) &&
           search_axis(dataset, run, SUM_IMPORTERS, err) &&
           (codes || dataset->category_count < 3 ||
            search_axis(dataset, run, SUM_CATEGORIES, err));
}
