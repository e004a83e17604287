/* What was compared, and what cannot be: in sentences. */
#include <armstrade/buffer.h>
#include <string.h>

#include "analysis/claims/wording.h"
#include "analysis/compare_parts.h"

enum { NAMES_SHOWN = 5 };

static const char one_file[] = "Both datasets were read from one file, byte for byte.";
static const char one_release[] =
    "Both files are of one release of one source: they differ in what was exported and "
    "how, not by revision.";
static const char two_sources[] = "The two are different sources: a difference between "
                                  "them is not by itself a revision "
                                  "of either.";
static const char allocated[] =
    "Some totals of deals are spread evenly over the deals' years: such figures are "
    "certain only within their bounds.";

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

/* A text that is not told after all; false. */
static bool drop(arms_buffer *text)
{
    arms_buffer_free(text);
    return false;
}

/* ---- how they belong together ---- */

static bool later(const arms_about *a, const arms_about *b)
{
    bool releases = a->release[0] && b->release[0];
    return releases ? strcmp(a->release, b->release) > 0
                    : a->generated[0] && b->generated[0] &&
                          strcmp(a->generated, b->generated) > 0;
}

static bool say_mirror(compare_job *job, arms_error *err)
{
    static const char why[] =
        "Customs usually value imports with freight and insurance (CIF) and exports "
        "without (FOB), so imports usually exceed the exports that mirror them; goods "
        "also arrive later, by other countries, or under other codes. The ratio is "
        "imports / exports.";
    size_t imports = job->out->imports;
    return say(job,
               arms_print(job->arena, err,
                          "Mirror data: d%zu is what importers report, d%zu what "
                          "exporters report. %s",
                          imports + 1, 2 - imports, why),
               err);
}

static bool say_order(compare_job *job, arms_error *err)
{
    const arms_dataset *const *two = job->out->datasets;
    return !later(arms_dataset_about(two[0]), arms_dataset_about(two[1])) ||
           say(job,
               "d1 is the later release: what \"appeared\" stands in the earlier one "
               "only.",
               err);
}

static bool say_relation(compare_job *job, arms_error *err)
{
    switch (job->out->relation) {
    case ARMS_RELATION_MIRROR: return say_mirror(job, err);
    case ARMS_RELATION_SAME:
        return say(job, job->out->one_file ? one_file : one_release, err);
    case ARMS_RELATION_SOURCES: return say(job, two_sources, err);
    case ARMS_RELATION_RELEASES: break;
    }
    return say_order(job, err);
}

/* ---- years ---- */

static void put_run(arms_buffer *out, int first, int last)
{
    arms_buffer_string(out, out->len > 0 ? ", " : "");
    arms_buffer_print(out, first < last ? "%d–%d" : "%d", first, last);
}

/* Whether `side` alone covers a year that was asked for. */
static bool is_alone(const compare_job *job, size_t side, int year)
{
    arms_years asked = job->question->years;
    bool wanted = asked.first == 0 || (year >= asked.first && year <= asked.last);
    return wanted && year <= LAST_YEAR && job->covered[side][year - FIRST_YEAR] &&
           !job->covered[1 - side][year - FIRST_YEAR];
}

static bool say_years(compare_job *job, size_t side, arms_error *err)
{
    arms_buffer runs = {0};
    for (int year = FIRST_YEAR, first = 0; year <= LAST_YEAR + 1; year++) {
        bool alone = is_alone(job, side, year);
        if (!alone && first > 0)
            put_run(&runs, first, year - 1);
        first = !alone ? 0 : first > 0 ? first : year;
    }
    if (runs.len > 0)
        arms_buffer_print(&runs, ": covered by d%zu only, so not compared.", side + 1);
    return say_text(job, &runs, err);
}

/* ---- parties ---- */

/* Whose flows are all that `side` covers, where the other one covers more. */
static bool say_only(compare_job *job, size_t side, bool exporters, arms_error *err)
{
    const compare_party *party = exporters ? &job->exporter : &job->importer;
    if (!job->only[side][exporters] || job->only[1 - side][exporters])
        return true;
    const char *owner = arms_possessive(job->arena, party->name, err);
    return owner && say(job,
                        arms_print(job->arena, err,
                                   "d%zu covers only %s %s, so nothing else is compared.",
                                   side + 1, owner, exporters ? "exports" : "imports"),
                        err);
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

static bool is_held(const arms_compared_row *row, size_t side, arms_held held)
{
    return row->change == ARMS_CHANGE_NOT_COMPARABLE && row->sides[side].held == held;
}

/* Rows that cannot be compared because of what `side` holds. */
static size_t count_held(const arms_comparison *c, size_t side, arms_held held,
                         const arms_compared_row **first)
{
    size_t count = 0;
    for (size_t i = 0; i < c->count; i++)
        if (is_held(&c->rows[i], side, held) && count++ == 0)
            *first = &c->rows[i];
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

/* Names that only `side` has and the reference table does not; counts them. */
static bool put_names(arms_buffer *out, size_t *count, compare_job *job, size_t side,
                      arms_error *err)
{
    size_t own = arms_dataset_unlisted(job->out->datasets[side]);
    for (size_t i = 1; i <= own; i++) {
        compare_party party;
        if (!compare_match(&party, job, side, (arms_party)(arms_entity_count() + i), err))
            return false;
        if (party.in[1 - side] == NOWHERE)
            put_name(out, count, party.name);
    }
    return true;
}

static bool say_names(compare_job *job, size_t side, arms_error *err)
{
    arms_buffer names = {0};
    const arms_compared_row *row;
    size_t count = 0;
    if (count_held(job->out, 1 - side, ARMS_HELD_NO_NAME, &row) > 0 &&
        !put_names(&names, &count, job, side, err))
        return drop(&names);
    if (count > 0)
        arms_buffer_print(&names,
                          ": only d%zu has %s, and the reference table has not; in d%zu "
                          "the same party may be spelt otherwise, so nothing is "
                          "concluded.",
                          side + 1, count > 1 ? "these names" : "this name", 2 - side);
    return say_text(job, &names, err);
}

/* How many rows there are of a kind, if any, in the words for one and for several. */
static bool say_rows(compare_job *job, size_t count, const char *const words[2],
                     arms_error *err)
{
    return count == 0 ||
           say(job, arms_print(job->arena, err, "%zu %s", count, words[count > 1]), err);
}

static bool is_quiet(const arms_compared_row *row)
{
    return row->change == ARMS_CHANGE_EQUAL || row->change == ARMS_CHANGE_UNDECIDED;
}

/* Rows of several years that are not what they seem. */
static bool say_hidden(compare_job *job, arms_error *err)
{
    static const char *const fewer[] = {
        "row is compared over fewer years, those that both sides have.",
        "rows are compared over fewer years, those that both sides have.",
    };
    static const char *const single[] = {
        "row changed in single years, but not beyond doubt in sum; --each-year shows "
        "them.",
        "rows changed in single years, but not beyond doubt in sum; --each-year shows "
        "them.",
    };
    const arms_comparison *c = job->out;
    size_t partial = 0, moved = 0;
    int years = c->years.last - c->years.first + 1;
    for (size_t i = 0; i < c->count && !c->each_year; i++) {
        partial += c->rows[i].compared > 0 && c->rows[i].compared < years;
        moved += is_quiet(&c->rows[i]) && c->rows[i].changed > 0;
    }
    return say_rows(job, partial, fewer, err) && say_rows(job, moved, single, err);
}

/* ---- how fine ---- */

static const char *who_lacks_pairs(const arms_comparison *c)
{
    return c->pairs[0]   ? "d2 does not tell"
           : c->pairs[1] ? "d1 does not tell"
                         : "d1 and d2 do not tell";
}

/* Why pairs are not compared, where nobody asked for something else. */
static bool say_grain(compare_job *job, arms_error *err)
{
    static const char *const what[] = {
        [ARMS_GRAIN_IMPORTERS] = "who supplied, so imports are",
        [ARMS_GRAIN_EXPORTERS] = "who received, so exports are",
        [ARMS_GRAIN_TOTAL] = "who trades with whom, so totals are",
    };
    arms_grain grain = job->out->grain;
    return grain == ARMS_GRAIN_PAIRS || job->question->grain != ARMS_GRAIN_FINEST ||
           say(job,
               arms_print(job->arena, err, "%s %s compared as a whole.",
                          who_lacks_pairs(job->out), what[grain]),
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

/* What cannot be compared because of one side. */
static bool say_gaps(compare_job *job, size_t side, arms_error *err)
{
    return say_only(job, side, true, err) && say_only(job, side, false, err) &&
           say_years(job, side, err) && say_names(job, side, err) &&
           say_held(job, side, ARMS_HELD_NOT_COVERED, err) &&
           say_held(job, side, ARMS_HELD_MISSING, err);
}

bool compare_notes(compare_job *job, arms_error *err)
{
    return say_relation(job, err) && say_grain(job, err) && say_gaps(job, 0, err) &&
           say_gaps(job, 1, err) && say_hidden(job, err) &&
           (!job->out->allocated || say(job, allocated, err)) && say_deals(job, err);
}
