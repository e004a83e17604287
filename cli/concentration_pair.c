/* armstrade concentration --importer A --exporter B: how far two parties depend on each
 * other, year by year and over the whole period. */
#include "cli/concentration_pair.h"

#include <armstrade/dependence.h>
#include <armstrade/report.h>
#include <math.h>

#include "analysis/claims/wording.h"
#include "cli/figures.h"
#include "cli/titles.h"

typedef enum column {
    DATASET,
    IMPORTER,
    EXPORTER,
    CATEGORY,
    MEASURE,
    PERIOD,
    AMOUNT,
    AMOUNT_LOW,
    AMOUNT_HIGH,
    IMPORTS, /* each share is followed by its two bounds, and by both in words */
    IMPORTS_BOUNDS = IMPORTS + 3,
    EXPORTS,
    EXPORTS_BOUNDS = EXPORTS + 3,
    MUTUAL,
    MUTUAL_BOUNDS = MUTUAL + 3,
    REASON,
    NOTE,
    SHOWN_NOTE, /* on a terminal, where a note on all rows stands once below them */
    WIDTH
} column;

static const arms_column columns[WIDTH] = {
    [DATASET] = {"dataset", NULL, 0},
    [IMPORTER] = {"importer", NULL, 0},
    [EXPORTER] = {"exporter", NULL, 0},
    [CATEGORY] = {"category", NULL, 0},
    [MEASURE] = {"measure", NULL, 0},
    [PERIOD] = {"period", "Period", 0},
    [AMOUNT] = {"amount", "Amount", ARMS_ROUND_AS_AMOUNT},
    [AMOUNT_LOW] = {"amount_low", NULL, -1},
    [AMOUNT_HIGH] = {"amount_high", NULL, -1},
    [IMPORTS] = {"of_imports_percent", "Of imports %", ARMS_ROUND_AS_SHARE},
    [IMPORTS + 1] = {"of_imports_low", NULL, 3},
    [IMPORTS + 2] = {"of_imports_high", NULL, 3},
    [IMPORTS_BOUNDS] = {"of_imports_bounds", "Between %", ARMS_ROUND_AS_BOUNDS},
    [EXPORTS] = {"of_exports_percent", "Of exports %", ARMS_ROUND_AS_SHARE},
    [EXPORTS + 1] = {"of_exports_low", NULL, 3},
    [EXPORTS + 2] = {"of_exports_high", NULL, 3},
    [EXPORTS_BOUNDS] = {"of_exports_bounds", "Between %", ARMS_ROUND_AS_BOUNDS},
    [MUTUAL] = {"mutual", "Product", 4},
    [MUTUAL + 1] = {"mutual_low", NULL, 4},
    [MUTUAL + 2] = {"mutual_high", NULL, 4},
    [MUTUAL_BOUNDS] = {"mutual_bounds", "Between", 0},
    [REASON] = {"reason", NULL, 0},
    [NOTE] = {"note", NULL, 0},
    [SHOWN_NOTE] = {NULL, "Note", 0},
};

typedef struct job {
    session *session;
    const session_query *imports, *exports; /* each side, with the other as partner */
    arms_table *table;
    size_t answers;
    const char *why; /* of the first period without one */
    bool allocated;
} job;

typedef struct pair {
    arms_years years;
    arms_figure level, imports, exports;
    arms_dependence_range both; /* where both shares are there */
} pair;

static bool has_both(const pair *of)
{
    return figure_known(&of->imports) && figure_known(&of->exports);
}

static bool compute(pair *out, const job *j, arms_years years, arms_error *err)
{
    const session_query *imports = j->imports, *exports = j->exports;
    arms_party exporter = imports->terms.partner, importer = exports->terms.partner;
    *out = (pair){.years = years};
    return arms_tally_level(&out->level, imports->tally, exporter, years, err) &&
           arms_tally_share(&out->imports, imports->tally, exporter, years, err) &&
           arms_tally_share(&out->exports, exports->tally, importer, years, err) &&
           (!has_both(out) || arms_dependence_bound(&out->both, out->imports.amount,
                                                    out->exports.amount, err));
}

/* The whole amount, the equal parts of allocated totals too: shares are parts of it. */
static void put_amount(arms_cell *cells, const arms_figure *level)
{
    figure_put_level(cells, level);
    cells[0] = figure_cell(level, 1);
}

static const char *mutual_words(const job *j, const pair *of, arms_error *err)
{
    arms_interval mutual = of->both.mutual;
    if (!has_both(of) || mutual.high - mutual.low < 0.0001)
        return NULL;
    return arms_print(&j->session->arena, err, "%.4f to %.4f", mutual.low, mutual.high);
}

static void put_figures(arms_cell *cells, const job *j, const pair *of, arms_error *err)
{
    arms_arena *arena = &j->session->arena;
    const bool both = has_both(of);
    const arms_figure *lacking = figure_known(&of->imports) ? &of->exports : &of->imports;
    const char *note = of->imports.note ? of->imports.note : of->exports.note;
    const char *why = both ? note : lacking->why;
    put_amount(cells + AMOUNT, &of->level);
    figure_put_share(cells + IMPORTS, &of->imports);
    figure_put_share(cells + EXPORTS, &of->exports);
    figure_put_interval(cells + MUTUAL, both ? &of->both.mutual : NULL, 1);
    cells[IMPORTS_BOUNDS] = arms_cell_text(figure_bounds(arena, &of->imports, err));
    cells[EXPORTS_BOUNDS] = arms_cell_text(figure_bounds(arena, &of->exports, err));
    cells[MUTUAL_BOUNDS] = arms_cell_text(mutual_words(j, of, err));
    cells[REASON] = arms_cell_text(both ? NULL : arms_reason_name(lacking->reason));
    cells[NOTE] = arms_cell_text(why);
    cells[SHOWN_NOTE] = arms_cell_text(figure_shown_note(why));
}

static bool put_asked(arms_cell *cells, const job *j, arms_error *err)
{
    arms_arena *arena = &j->session->arena;
    const arms_dataset *dataset = arms_tally_dataset(j->imports->tally);
    const char *measure = arms_measure_name(arms_dataset_measure(dataset), arena, err);
    cells[DATASET] = arms_cell_text(arms_print(arena, err, "d%zu", j->imports->number));
    cells[IMPORTER] = arms_cell_text(arms_dataset_party_name(
        dataset, arms_tally_question(j->imports->tally)->subject));
    cells[EXPORTER] =
        arms_cell_text(arms_dataset_party_name(dataset, j->imports->terms.partner));
    cells[CATEGORY] = arms_cell_text(title_category_name(j->imports->tally));
    cells[MEASURE] = arms_cell_text(measure);
    return cells[DATASET].text && measure;
}

static bool put_period(job *j, arms_years years, arms_error *err)
{
    pair of;
    arms_cell *cells = arms_table_row(&j->session->page, j->table, err);
    if (!cells || !compute(&of, j, years, err) || !put_asked(cells, j, err))
        return false;
    put_figures(cells, j, &of, err);
    cells[PERIOD] = arms_cell_text(arms_years_code(&j->session->arena, years, err));
    j->allocated = j->allocated || of.imports.allocated || of.exports.allocated;
    j->answers += has_both(&of);
    j->why = j->why || has_both(&of) ? j->why : cells[NOTE].text;
    return cells[PERIOD].text;
}

static bool put_periods(job *j, arms_error *err)
{
    arms_years years = j->session->settings->years;
    for (int year = years.first; year <= years.last; year++)
        if (!put_period(j, (arms_years){year, year}, err))
            return false;
    return years.first == years.last || put_period(j, years, err);
}

/* "dependence in Pakistan's arms imports from China". */
static bool put_page(job *j, arms_error *err)
{
    session *s = j->session;
    const arms_dataset *dataset = arms_tally_dataset(j->imports->tally);
    const char *exporter = arms_dataset_party_name(dataset, j->imports->terms.partner);
    const char *flow = title_flow(&s->arena, j->imports->tally, err);
    const char *measure = arms_measure_words(&s->arena, dataset, err);
    j->table = arms_page_table(&s->page, columns, WIDTH, err);
    if (!flow || !measure || !j->table)
        return false;
    j->table->title =
        arms_print(&s->arena, err, "d%zu: how far both depend on %s from %s%s; %s",
                   j->imports->number, flow, arms_article(exporter), exporter, measure);
    return j->table->title && put_periods(j, err);
}

static bool answer(session *s, const session_query *query, const char **why,
                   arms_error *err)
{
    const session_asked asked = {.subject = s->settings->exporter,
                                 .partner = s->settings->importer,
                                 .flow = ARMS_EXPORT};
    session_query exports = {.number = query->number}; /* the same pair, from there */
    job j = {.session = s, .imports = query, .exports = &exports};
    if (!session_ask_dataset(&exports, s, &asked, err))
        return false;
    *why = exports.terms.why;
    if (*why)
        return true;
    if (!put_page(&j, err) || !session_say_note(s, &query->terms, err))
        return false;
    *why = j.answers > 0 ? NULL : j.why;
    return *why || !j.allocated ||
           arms_page_say(&s->page, figure_allocated_words(&s->arena, err), err);
}

/* What the figures are, below the tables. */
static bool say_convention(session *s, arms_error *err)
{
    return arms_page_say(
        &s->page,
        "Of imports: the exporter's part of all that the importer gets. Of exports: the "
        "importer's part of all that the exporter sends. Their product, from 0 to 1, is "
        "near 1 only where each is nearly the other's only partner. Bounds hold whatever "
        "the source's rounding hides.",
        err);
}

/* The world's part of everything is everything. */
static bool check_parties(const session *s, arms_error *err)
{
    const char *const names[] = {s->settings->importer, s->settings->exporter};
    for (size_t i = 0; i < 2; i++)
        if (session_is_world(names[i]))
            return arms_fail(err, ARMS_USAGE,
                             "the world is no partner to depend on: name two parties, or "
                             "leave out %s",
                             i == 0 ? "--importer" : "--exporter");
    return true;
}

bool concentration_pair_run(session *s, arms_error *err)
{
    const session_asked asked = {.subject = s->settings->importer,
                                 .partner = s->settings->exporter,
                                 .flow = ARMS_IMPORT};
    s->page.schema = "armstrade/dependence/1";
    return session_check(s, err) && check_parties(s, err) &&
           session_answer_all(s, &asked, answer, err) && say_convention(s, err) &&
           session_finish(s, err);
}
