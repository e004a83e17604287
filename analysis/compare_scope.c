/* What is decided before any figure is read: whether the two measures may meet, how the
 * datasets belong together, who is meant, which years both cover, and how fine the rows
 * can be.
 *
 * Measures meet if unit, kind and valuation are the same; the scale is arithmetic.
 * Imports and exports of one currency meet as mirror data, whatever their valuations:
 * customs value imports with freight and insurance (CIF) and exports without (FOB). */
#include <string.h>

#include "analysis/compare_parts.h"

static const arms_measure *measure_of(const compare_job *job, size_t side)
{
    return arms_dataset_measure(job->out->datasets[side]);
}

static const arms_about *about_of(const compare_job *job, size_t side)
{
    return arms_dataset_about(job->out->datasets[side]);
}

/* ---- relation ---- */

static bool valued(const compare_job *job, size_t side, const char *valuation)
{
    return strcmp(measure_of(job, side)->valuation, valuation) == 0;
}

static bool reported(const compare_job *job, size_t side, arms_reporter reporter)
{
    return about_of(job, side)->reported_by == reporter;
}

/* Whether `side` holds imports and the other one the same trade as exporters see it. */
static bool mirrors(const compare_job *job, size_t side)
{
    size_t other = 1 - side;
    bool said = reported(job, side, ARMS_REPORTED_BY_IMPORTERS) &&
                reported(job, other, ARMS_REPORTED_BY_EXPORTERS);
    bool known = about_of(job, side)->reported_by != about_of(job, other)->reported_by ||
                 reported(job, side, ARMS_REPORTED_BY_PUBLISHER);
    return said || (known && valued(job, side, "CIF") && valued(job, other, "FOB"));
}

static bool one_file(const compare_job *job)
{
    const arms_source *a, *b;
    arms_dataset_sources(job->out->datasets[0], &a);
    arms_dataset_sources(job->out->datasets[1], &b);
    return a->sha256[0] ? strcmp(a->sha256, b->sha256) == 0
                        : strcmp(a->path, b->path) == 0;
}

static bool one_origin(const arms_about *a, const arms_about *b)
{
    return a->origin[0] && strcmp(a->origin, b->origin) == 0;
}

static arms_relation relation_of(const compare_job *job)
{
    const arms_about *a = about_of(job, 0), *b = about_of(job, 1);
    bool same = a->release[0] && strcmp(a->release, b->release) == 0;
    if (mirrors(job, 0) || mirrors(job, 1))
        return ARMS_RELATION_MIRROR;
    if (!one_origin(a, b) && !job->out->one_file)
        return ARMS_RELATION_SOURCES;
    return same || job->out->one_file ? ARMS_RELATION_SAME : ARMS_RELATION_RELEASES;
}

/* ---- measures ---- */

static const char *const kinds[] = {
    [ARMS_KIND_DELIVERY] = "deliveries",
    [ARMS_KIND_ORDER] = "orders",
    [ARMS_KIND_LICENCE] = "licences",
};

/* "licences in thousand EUR", "deliveries in USD (CIF)". */
static const char *measure_words(const compare_job *job, size_t side)
{
    const arms_measure *m = measure_of(job, side);
    const char *name = arms_measure_name(m, job->arena, NULL);
    const char *words =
        arms_print(job->arena, NULL, m->valuation[0] ? "%s in %s (%s)" : "%s in %s",
                   kinds[m->kind], name ? name : "", m->valuation);
    return words ? words : "";
}

static const char *why_apart(const arms_measure *a, const arms_measure *b)
{
    bool volume = a->unit == ARMS_UNIT_TIV || b->unit == ARMS_UNIT_TIV;
    bool money = arms_unit_is_money(a->unit) && arms_unit_is_money(b->unit);
    if (a->unit != b->unit && volume)
        return "a TIV is a volume of military capability, which has no price and no "
               "rate of exchange";
    if (a->unit != b->unit && money)
        return "these are two currencies, and no rate of exchange is part of the files";
    if (a->unit != b->unit)
        return "these count different things";
    if (a->kind != b->kind &&
        (a->kind == ARMS_KIND_LICENCE || b->kind == ARMS_KIND_LICENCE))
        return "a licence permits what may be delivered later, in part, or never";
    if (a->kind != b->kind)
        return "what is ordered is delivered later, in part, or never";
    return "the same trade has other figures under another valuation";
}

static bool check_measures(const compare_job *job, arms_error *err)
{
    const arms_measure *a = measure_of(job, 0), *b = measure_of(job, 1);
    bool mirror = job->out->relation == ARMS_RELATION_MIRROR;
    if (arms_measure_same(a, b) || (mirror && a->unit == b->unit && a->kind == b->kind))
        return true;
    return arms_fail(err, ARMS_DOMAIN,
                     "d1 has %s and d2 has %s, which cannot be compared: %s",
                     measure_words(job, 0), measure_words(job, 1), why_apart(a, b));
}

/* The larger unit serves both: dividing by 1000000 is exact where a decimal is, and
 * multiplying by a millionth is not. */
static void set_scale(compare_job *job)
{
    double a = measure_of(job, 0)->scale, b = measure_of(job, 1)->scale;
    job->out->measure_of = b > a;
    job->divisor[0] = b > a ? b / a : 1;
    job->divisor[1] = a > b ? a / b : 1;
}

/* ---- who and what ---- */

static bool find_parties(compare_job *job, arms_error *err)
{
    const arms_compare_question *q = job->question;
    arms_comparison *c = job->out;
    if (!compare_find(&job->exporter, job, q->exporter, err) ||
        !compare_find(&job->importer, job, q->importer, err))
        return false;
    c->exporter = job->exporter.name;
    c->importer = job->importer.name;
    const compare_party *const asked[] = {&job->exporter, &job->importer};
    for (size_t i = 0; i < 4; i++)
        if (asked[i / 2]->name && asked[i / 2]->in[i % 2] == NOWHERE)
            return arms_fail(err, ARMS_DOMAIN,
                             "nothing can be compared: \"%s\" is not in the reference "
                             "table, and d%zu does not have the name",
                             asked[i / 2]->name, i % 2 + 1);
    return true;
}

/* Goods of all kinds have no figure without a category. */
static bool check_goods(const compare_job *job, size_t side, arms_error *err)
{
    return !about_of(job, side)->classification[0] ||
           arms_fail(err, ARMS_DOMAIN,
                     "d%zu holds goods of all kinds, of which arms are a part: name one "
                     "with --category",
                     side + 1);
}

static bool find_in(compare_job *job, size_t side, const char *name, arms_error *err)
{
    const arms_dataset *dataset = job->out->datasets[side];
    uint32_t found = arms_dataset_find_category(dataset, arms_text_of(name));
    job->category[side] = found;
    job->out->category = arms_dataset_category(dataset, found);
    return found > 0 || arms_fail(err, ARMS_DOMAIN,
                                  "nothing can be compared: d%zu has no category \"%s\"",
                                  side + 1, name);
}

static bool find_category(compare_job *job, arms_error *err)
{
    const char *name = job->question->category;
    return name ? find_in(job, 0, name, err) && find_in(job, 1, name, err)
                : check_goods(job, 0, err) && check_goods(job, 1, err);
}

/* ---- years ---- */

/* Whether the box has flows of a party: all, or listed, or summed away. */
static bool side_has(const arms_side *side, arms_party party)
{
    bool found = side->all || party == ARMS_ALL;
    for (size_t i = 0; i < side->count && !found; i++)
        found = side->parties[i] == party || side->parties[i] == arms_entity_world();
    return found;
}

static void mark_box(compare_job *job, size_t side, const arms_box *box)
{
    if ((box->category != 0 && box->category != job->category[side]) ||
        !side_has(&box->exporters, job->exporter.in[side]) ||
        !side_has(&box->importers, job->importer.in[side]))
        return;
    for (int year = box->years.first; year <= box->years.last; year++)
        if (year >= FIRST_YEAR && year <= LAST_YEAR)
            job->covered[side][year - FIRST_YEAR] = true;
}

static bool fail_years(compare_job *job, arms_error *err)
{
    for (size_t side = 0; side < 2; side++)
        if (!memchr(job->covered[side], true, ALL_YEARS))
            return arms_fail(err, ARMS_DOMAIN,
                             "nothing can be compared: d%zu does not say that it covers "
                             "%s",
                             side + 1,
                             job->exporter.name || job->importer.name ? "these parties"
                                                                      : "anything");
    return arms_fail(err, ARMS_DOMAIN,
                     "nothing can be compared: no year that was asked for is covered by "
                     "both d1 and d2");
}

static bool find_years(compare_job *job, arms_error *err)
{
    arms_years asked = job->question->years, *years = &job->out->years;
    for (size_t side = 0; side < 2; side++) {
        const arms_box *boxes;
        size_t count = arms_dataset_boxes(job->out->datasets[side], &boxes);
        for (size_t i = 0; i < count; i++)
            mark_box(job, side, &boxes[i]);
    }
    for (int i = 0; i < ALL_YEARS; i++) {
        int year = FIRST_YEAR + i;
        bool wanted = asked.first == 0 || (year >= asked.first && year <= asked.last);
        if (!wanted || !job->covered[0][i] || !job->covered[1][i])
            continue;
        years->first = years->first > 0 ? years->first : year;
        years->last = year;
    }
    return years->first > 0 || fail_years(job, err);
}

/* ---- grain ---- */

/* Which sides a dataset has party by party. */
typedef struct detail {
    bool exporters, importers, pairs;
} detail;

/* What a table of regions leaves over ("Unknown/not applicable") is no party either. */
static bool is_party(const arms_dataset *dataset, arms_party party)
{
    arms_entity_kind kind = arms_dataset_party_kind(dataset, party);
    return kind != ARMS_ENTITY_AGGREGATE && kind != ARMS_ENTITY_UNKNOWN_PARTY;
}

static bool side_is_detail(const arms_dataset *dataset, const arms_side *side)
{
    bool found = side->all;
    for (size_t i = 0; i < side->count && !found; i++)
        found = is_party(dataset, side->parties[i]);
    return found;
}

static void note_detail(detail *out, bool exporters, bool importers)
{
    out->exporters = out->exporters || exporters;
    out->importers = out->importers || importers;
    out->pairs = out->pairs || (exporters && importers);
}

static detail detail_of(const arms_dataset *dataset)
{
    detail out = {0};
    const arms_box *boxes;
    size_t count = arms_dataset_boxes(dataset, &boxes);
    for (size_t i = 0; i < count; i++)
        note_detail(&out, side_is_detail(dataset, &boxes[i].exporters),
                    side_is_detail(dataset, &boxes[i].importers));
    for (size_t i = 0; i < arms_dataset_count(dataset) && !out.pairs; i++) {
        arms_flow flow = arms_dataset_flow(dataset, i);
        note_detail(&out, is_party(dataset, flow.exporter),
                    is_party(dataset, flow.importer));
    }
    return out;
}

/* A party that is named leaves its partners, or its own total, to compare. */
static arms_grain finest(const compare_job *job, detail both)
{
    if (both.pairs || (job->importer.name && job->exporter.name))
        return ARMS_GRAIN_PAIRS;
    if (job->importer.name || job->exporter.name)
        return job->importer.name ? ARMS_GRAIN_IMPORTERS : ARMS_GRAIN_EXPORTERS;
    return both.importers   ? ARMS_GRAIN_IMPORTERS
           : both.exporters ? ARMS_GRAIN_EXPORTERS
                            : ARMS_GRAIN_TOTAL;
}

/* What is asked of one party's flows alone: of its exports, those to one importer. */
static arms_grain grain_of(const compare_job *job, arms_grain asked)
{
    bool pairs = (asked == ARMS_GRAIN_IMPORTERS && compare_is_only(job, true)) ||
                 (asked == ARMS_GRAIN_EXPORTERS && compare_is_only(job, false));
    return pairs ? ARMS_GRAIN_PAIRS : asked;
}

static bool find_grain(compare_job *job, arms_error *err)
{
    detail a = detail_of(job->out->datasets[0]), b = detail_of(job->out->datasets[1]);
    const detail both = {a.exporters && b.exporters, a.importers && b.importers,
                         a.pairs && b.pairs};
    job->out->pairs[0] = a.pairs;
    job->out->pairs[1] = b.pairs;
    arms_grain asked = job->question->grain, fine = finest(job, both);
    bool importer = job->importer.name && !compare_is_only(job, false);
    bool exporter = job->exporter.name && !compare_is_only(job, true);
    bool fits = asked == ARMS_GRAIN_FINEST || asked == ARMS_GRAIN_PAIRS ||
                (asked == ARMS_GRAIN_IMPORTERS && !exporter) ||
                (asked == ARMS_GRAIN_EXPORTERS && !importer) ||
                (asked == ARMS_GRAIN_TOTAL && !importer && !exporter);
    job->out->grain = asked == ARMS_GRAIN_FINEST ? fine : grain_of(job, asked);
    return fits || arms_fail(err, ARMS_USAGE,
                             "--by %s does not fit the parties that are named; leave it "
                             "out, or leave them out",
                             arms_grain_name(asked));
}

bool compare_scope(compare_job *job, arms_error *err)
{
    arms_comparison *c = job->out;
    c->one_file = one_file(job);
    c->each_year = job->question->each_year;
    c->relation = relation_of(job);
    c->imports = mirrors(job, 1);
    set_scale(job);
    return check_measures(job, err) && find_parties(job, err) &&
           find_category(job, err) && compare_only(job, err) && find_years(job, err) &&
           find_grain(job, err);
}
