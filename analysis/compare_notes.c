/* What was compared, and what cannot be: in sentences. */
#include <armstrade/buffer.h>
#include <string.h>

#include "analysis/compare_parts.h"

enum { NAMES_SHOWN = 5 };

static bool say(compare_job *job, const char *sentence, arms_error *err)
{
    arms_comparison *c = job->out;
    c->notes = arms_extend(job->arena, c->notes, c->note_count, sizeof *c->notes, err);
    if (!c->notes || !sentence)
        return false;
    c->notes[c->note_count++] = sentence;
    return true;
}

static bool say_text(compare_job *job, arms_buffer *text, arms_error *err)
{
    bool done = arms_buffer_check(text, err);
    done = done && (text->len == 0 ||
                    say(job, arms_copy(job->arena, text->data, text->len, err), err));
    arms_buffer_free(text);
    return done;
}

/* ---- how they belong together ---- */

static bool later(const arms_about *a, const arms_about *b)
{
    bool releases = a->release[0] && b->release[0];
    return releases ? strcmp(a->release, b->release) > 0
                    : a->generated[0] && b->generated[0] &&
                          strcmp(a->generated, b->generated) > 0;
}

static bool say_relation(compare_job *job, arms_error *err)
{
    const arms_comparison *c = job->out;
    const arms_about *a = arms_dataset_about(c->datasets[0]),
                     *b = arms_dataset_about(c->datasets[1]);
    switch (c->relation) {
    case ARMS_RELATION_MIRROR:
        return say(job,
                   arms_print(job->arena, err,
                              "Mirror data: d%zu is what importers report, d%zu what "
                              "exporters report. Imports are valued with freight and "
                              "insurance (CIF) and exports without (FOB), so imports "
                              "usually exceed the exports that mirror them; goods also "
                              "arrive later, by other countries, or under other codes. "
                              "The ratio is imports / exports.",
                              c->imports + 1, 2 - c->imports),
                   err);
    case ARMS_RELATION_SAME:
        return say(job,
                   c->one_file ? "Both datasets were read from one file, byte for byte."
                               : "Both files are of one release of one source: they "
                                 "differ in what was exported and how, not by revision.",
                   err);
    case ARMS_RELATION_SOURCES:
        return say(job,
                   "The two are different sources: a difference is no revision, and "
                   "neither is wrong for it.",
                   err);
    case ARMS_RELATION_RELEASES: break;
    }
    return !later(a, b) || say(job,
                               "d1 is the later release: what \"appeared\" stands in the "
                               "earlier one only.",
                               err);
}

/* ---- years ---- */

static void put_run(arms_buffer *out, int first, int last)
{
    arms_buffer_string(out, out->len > 0 ? ", " : "");
    arms_buffer_print(out, first < last ? "%d–%d" : "%d", first, last);
}

/* The years, among those asked for, that `side` alone covers. */
static bool say_years(compare_job *job, size_t side, arms_error *err)
{
    arms_buffer runs = {0};
    arms_years asked = job->question->years;
    int first = 0;
    for (int i = 0; i <= ALL_YEARS; i++) {
        int year = FIRST_YEAR + i;
        bool wanted = asked.first == 0 || (year >= asked.first && year <= asked.last);
        bool alone = i < ALL_YEARS && wanted && job->covered[side][i] &&
                     !job->covered[1 - side][i];
        if (!alone && first > 0)
            put_run(&runs, first, year - 1);
        first = !alone ? 0 : first > 0 ? first : year;
    }
    if (runs.len > 0)
        arms_buffer_print(&runs, ": covered by d%zu only, so not compared.", side + 1);
    return say_text(job, &runs, err);
}

/* ---- rows ---- */

/* Adds a name to a list of which the first ones are shown. */
static void put_name(arms_buffer *out, size_t *count, const char *name)
{
    if (*count < NAMES_SHOWN) {
        arms_buffer_string(out, *count > 0 ? ", " : "");
        arms_buffer_string(out, name);
    } else if (*count == NAMES_SHOWN) {
        arms_buffer_string(out, ", …");
    }
    ++*count;
}

/* Rows that cannot be compared because of what `side` holds. */
static size_t count_held(const arms_comparison *c, size_t side, arms_held held,
                         const arms_compared_row **first)
{
    size_t count = 0;
    for (size_t i = 0; i < c->count; i++) {
        bool hit = c->rows[i].change == ARMS_CHANGE_NOT_COMPARABLE &&
                   c->rows[i].sides[side].held == held;
        *first = hit && count == 0 ? &c->rows[i] : *first;
        count += hit;
    }
    return count;
}

static bool say_held(compare_job *job, size_t side, arms_held held, arms_error *err)
{
    const arms_compared_row *row = NULL;
    size_t count = count_held(job->out, side, held, &row);
    if (count == 0)
        return true;
    const char *from = row->exporter ? row->exporter : "all exporters";
    const char *to = row->importer ? row->importer : "all importers";
    return say(job,
               arms_print(job->arena, err,
                          "%zu row%s cannot be compared, as d%zu has no figure for %s "
                          "(%s to %s: %s).",
                          count, count > 1 ? "s" : "", side + 1,
                          count > 1 ? "them" : "it", from, to, row->sides[side].why),
               err);
}

/* Names that only `side` has and the reference table does not. */
static bool say_names(compare_job *job, size_t side, arms_error *err)
{
    arms_buffer names = {0};
    size_t count = 0;
    const arms_dataset *dataset = job->out->datasets[side];
    for (size_t i = 1; i <= arms_dataset_unlisted(dataset); i++) {
        compare_party party;
        arms_party own = (arms_party)(arms_entity_count() + i);
        if (!compare_match(&party, job, side, own, err))
            return false;
        if (party.in[1 - side] == NOWHERE)
            put_name(&names, &count, party.name);
    }
    if (names.len > 0)
        arms_buffer_print(&names,
                          ": only d%zu has %s, and the reference table has not; in d%zu "
                          "the same party may be spelt otherwise, so nothing is "
                          "concluded.",
                          side + 1, count > 1 ? "these names" : "this name", 2 - side);
    return say_text(job, &names, err);
}

static bool say_partial(compare_job *job, arms_error *err)
{
    const arms_comparison *c = job->out;
    size_t partial = 0, moved = 0;
    int years = c->years.last - c->years.first + 1;
    for (size_t i = 0; i < c->count && !job->question->each_year; i++) {
        const arms_compared_row *row = &c->rows[i];
        bool same =
            row->change == ARMS_CHANGE_EQUAL || row->change == ARMS_CHANGE_UNDECIDED;
        partial += row->compared > 0 && row->compared < years;
        moved += same && row->changed > 0;
    }
    if (partial > 0 &&
        !say(job,
             arms_print(job->arena, err,
                        "%zu row%s compared over fewer years, those that both sides "
                        "have.",
                        partial, partial > 1 ? "s are" : " is"),
             err))
        return false;
    return moved == 0 ||
           say(job,
               arms_print(job->arena, err,
                          "%zu row%s changed in single years, but not beyond doubt in "
                          "sum; --each-year shows them.",
                          moved, moved > 1 ? "s" : ""),
               err);
}

/* ---- how fine ---- */

/* Which of the two has no pairs, where pairs are not compared for that reason. */
static bool say_grain(compare_job *job, arms_error *err)
{
    static const char *const what[] = {
        [ARMS_GRAIN_IMPORTERS] = "who supplied, so imports are",
        [ARMS_GRAIN_EXPORTERS] = "who received, so exports are",
        [ARMS_GRAIN_TOTAL] = "who trades with whom, so totals are",
    };
    const arms_comparison *c = job->out;
    if (c->grain == ARMS_GRAIN_PAIRS || job->question->grain != ARMS_GRAIN_FINEST)
        return true;
    const char *who = c->pairs[0]   ? "d2 does not tell"
                      : c->pairs[1] ? "d1 does not tell"
                                    : "d1 and d2 do not tell";
    return say(
        job,
        arms_print(job->arena, err, "%s %s compared as a whole.", who, what[c->grain]),
        err);
}

static bool say_deals(compare_job *job, arms_error *err)
{
    const arms_compared_deals *deals = &job->out->deals;
    bool asked = job->question->deals || deals->lists[0] || deals->lists[1];
    bool named = job->question->deals || job->out->importer || job->out->exporter;
    if (deals->compared || !asked || !named)
        return true;
    return say(job,
               arms_print(job->arena, err,
                          "d%d does not tell deals apart, so what moved cannot be told "
                          "deal by deal.",
                          deals->lists[0] ? 2 : 1),
               err);
}

static bool say_allocated(compare_job *job, arms_error *err)
{
    return !job->out->allocated ||
           say(job,
               "Some totals of deals are spread evenly over the deals' years: such "
               "figures are certain only within their bounds.",
               err);
}

bool compare_notes(compare_job *job, arms_error *err)
{
    static const arms_held gaps[] = {ARMS_HELD_NOT_COVERED, ARMS_HELD_MISSING};
    if (!say_relation(job, err) || !say_grain(job, err))
        return false;
    for (size_t side = 0; side < 2; side++) {
        if (!say_years(job, side, err) || !say_names(job, side, err))
            return false;
        for (size_t i = 0; i < sizeof gaps / sizeof *gaps; i++)
            if (!say_held(job, side, gaps[i], err))
                return false;
    }
    return say_partial(job, err) && say_allocated(job, err) && say_deals(job, err);
}
