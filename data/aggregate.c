/* Rows that are sums of other rows, found by arithmetic.
 *
 * A row is a sum if it equals the sum of all others, or of a run of rows directly above
 * or below it, in every column in which it has a value; cells count with their bounds,
 * and, in a second search, with half a unit of their rounding. The bits that speak for it
 * (see sum_trial.c) must exceed log2 of the sums that were tried by a margin: small for a
 * name that says "total", larger for one that nobody knows, and largest for a state.
 * Where a publisher numbers the parties, its list tells sums from states, and a register
 * has rows for deals: there only parties that nobody knows are looked at. */
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
    size_t *best; /* row → the column of its largest value */
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
    return layout_note(h->run, arms_buffer_keep(&text, h->run->arena, err), err);
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

/* Whether a row is out of the question. */
static bool is_settled(const hunt *h, size_t row)
{
    return h->table.rows[row].sum || !h->table.rows[row].may;
}

/* The column with the row's largest value, among those in which all are known; the width
 * where it has none. */
static size_t best_column(const sum_table *table, size_t row)
{
    size_t best = table->width;
    double most = 0;
    for (size_t column = 0; column < table->width; column++) {
        const sum_cell *cell = sum_cell_at(table, row, column);
        if (!table->gaps[column] && cell->value > most) {
            most = cell->value;
            best = column;
        }
    }
    return best;
}

/* Whether a row's largest value fits, and is known well enough to tell a sum from chance:
 * if not, no smaller one is. */
static bool is_worth_trying(const sum_cell *value, const sum_cell *sum)
{
    return sum_cells_meet(value, sum) &&
           value->value > sum->high - sum->low + value->high - value->low;
}

static bool try_all_others(hunt *h, arms_error *err)
{
    for (size_t row = 0; row < h->table.height; row++) {
        const sum_trial t = {row, 0, h->table.height - 1, true};
        size_t probe = h->best[row];
        if (is_settled(h, row) || probe == h->table.width)
            continue;
        sum_cell sum = sum_trial_add(&h->table, &t, probe);
        if (is_worth_trying(sum_cell_at(&h->table, row, probe), &sum) && !try(h, &t, err))
            return false;
    }
    return true;
}

/* A run of rows that grows away from the row that may be its sum. */
typedef struct growing {
    sum_trial trial;
    size_t probe, terms;
    sum_cell sum; /* in the column `probe` */
} growing;

/* Takes one more row into the run and tries it. *over: the run is too large by now. */
static bool grow(growing *g, hunt *h, size_t row, bool *over, arms_error *err)
{
    sum_trial *t = &g->trial;
    t->from = row < t->row ? row : t->row + 1;
    t->to = row < t->row ? t->row - 1 : row;
    if (h->table.rows[row].sum)
        return true;
    const sum_cell *value = sum_cell_at(&h->table, t->row, g->probe);
    sum_cell_add(&g->sum, sum_cell_at(&h->table, row, g->probe));
    h->runs++;
    *over = sum_cell_exceeds(&g->sum, value);
    if (*over || ++g->terms < 2 || !is_worth_trying(value, &g->sum))
        return true;
    return try(h, t, err);
}

/* Runs of rows above or below a row, up to where they exceed its largest value. */
static bool try_runs(hunt *h, size_t row, bool above, arms_error *err)
{
    growing g = {.trial = {.row = row}, .probe = h->best[row]};
    size_t most = above ? row : h->table.height - 1 - row;
    if (g.probe == h->table.width)
        return true;
    bool over = false;
    for (size_t n = 1; n <= most && !over && !h->table.rows[row].sum; n++)
        if (!grow(&g, h, above ? row - n : row + n, &over, err))
            return false;
    return true;
}

static bool try_all_runs(hunt *h, arms_error *err)
{
    for (size_t row = 0; row < h->table.height; row++)
        if (!is_settled(h, row) &&
            (!try_runs(h, row, true, err) || !try_runs(h, row, false, err)))
            return false;
    return true;
}

/* What is found makes room for more: a grand total is the sum of the rest only once the
 * sums among them are known. */
static bool search(hunt *h, arms_error *err)
{
    h->changed = true;
    for (int pass = 0; pass < PASSES && h->changed; pass++) {
        h->changed = false;
        if (!try_all_others(h, err) ||
            (h->axis != SUM_CATEGORIES && !try_all_runs(h, err)))
            return false;
    }
    return true;
}

/* First with the bounds that the cells have, then with rounding. */
static bool search_table(hunt *h, arms_error *err)
{
    h->best = arms_alloc(h->arena, h->table.height, sizeof *h->best, err);
    if (!h->best)
        return false;
    for (size_t row = 0; row < h->table.height; row++)
        h->best[row] = best_column(&h->table, row);
    if (!search(h, err))
        return false;
    sum_table_widen(&h->table);
    return search(h, err);
}

/* Which rows may be sums at all; *any: some may. */
static bool choose(unsigned char **may, bool *any, const hunt *h, arms_error *err)
{
    const layout *from = h->run->layout;
    bool all = h->axis == SUM_CATEGORIES || !(from->numbered || from->deals);
    size_t ids = sum_table_ids(h->dataset, h->axis);
    *may = arms_alloc(h->arena, ids, 1, err);
    *any = all;
    for (size_t i = 0; *may && i < ids; i++) {
        (*may)[i] = all || arms_dataset_party_kind(h->dataset, (arms_party)i) ==
                               ARMS_ENTITY_UNLISTED;
        *any = *any || (*may)[i];
    }
    return *may != NULL;
}

static bool lay_out(hunt *h, arms_error *err)
{
    sum_source from = {h->dataset, h->axis, NULL};
    bool any;
    if (!choose(&from.may, &any, h, err))
        return false;
    if (any && !sum_table_make(&h->table, h->arena, &from, err))
        return false;
    h->runs = h->table.sieved * h->table.height; /* they were tried all at once */
    return true;
}

static bool search_axis(arms_dataset *dataset, layout_run *run, sum_axis axis,
                        arms_error *err)
{
    arms_arena arena = {0};
    hunt h = {.dataset = dataset, .run = run, .arena = &arena, .axis = axis};
    bool done = lay_out(&h, err) && (h.table.height == 0 || search_table(&h, err));
    arms_arena_free(&arena);
    return done;
}

/* Parties that are sums by their names, other than World and those found above. */
static bool list_known(arms_buffer *out, size_t *count, const arms_dataset *dataset,
                       arms_error *err)
{
    enum { SHOWN = 5 };
    size_t parties = arms_entity_count() + 1;
    arms_arena scratch = {0};
    unsigned char *told = arms_alloc(&scratch, parties, 1, err);
    for (size_t i = 0; told && i < 2 * arms_dataset_count(dataset); i++) {
        arms_flow flow = arms_dataset_flow(dataset, i / 2);
        arms_party party = i % 2 ? flow.importer : flow.exporter;
        const arms_entity *entity = arms_entity_get(party);
        if (!entity || entity->kind != ARMS_ENTITY_AGGREGATE || told[party] ||
            party == arms_entity_world())
            continue;
        told[party] = 1;
        if ((*count)++ < SHOWN)
            arms_buffer_print(out, "%s\"%s\"", *count > 1 ? ", " : "", entity->name);
    }
    arms_buffer_string(out, *count > SHOWN ? ", …" : "");
    arms_arena_free(&scratch);
    return told != NULL;
}

/* In a file that a person describes, a name may mean something else than usual. */
static bool note_known(const arms_dataset *dataset, layout_run *run, arms_error *err)
{
    arms_buffer names = {0};
    size_t count = 0;
    bool done =
        list_known(&names, &count, dataset, err) && arms_buffer_check(&names, err);
    if (done && count > 0)
        done = layout_note(run,
                           arms_print(run->arena, err,
                                      "%zu name%s and left out of totals, shares and "
                                      "ranks: %s",
                                      count,
                                      count > 1 ? "s mean sums of parties, so they are "
                                                  "told apart"
                                                : " means a sum of parties, so it is "
                                                  "told apart",
                                      names.data),
                           err);
    arms_buffer_free(&names);
    return done;
}

bool aggregate_find(arms_dataset *dataset, layout_run *run, arms_error *err)
{
    bool codes = dataset->about.classification[0] || run->classification;
    return search_axis(dataset, run, SUM_EXPORTERS, err) &&
           search_axis(dataset, run, SUM_IMPORTERS, err) &&
           (codes || dataset->category_count < 3 ||
            search_axis(dataset, run, SUM_CATEGORIES, err)) &&
           (!run->mapped || note_known(dataset, run, err));
}
