/* A file may cover one party's flows and no others: SIPRI's matrix of the exports of the
 * United States has a column of totals, and these are not the world's. Against such a
 * file that party's flows are compared, whatever else the other one holds. */
#include "analysis/claims/wording.h"
#include "analysis/compare_parts.h"

static const arms_side *side_of(const arms_box *box, bool exporters)
{
    return exporters ? &box->exporters : &box->importers;
}

static bool is_asked(const compare_job *job, size_t side, const arms_box *box)
{
    uint32_t category = job->category[side];
    return category == 0 || box->category == 0 || box->category == category;
}

/* The party that a side of the box consists of; ARMS_ALL where it is not one. */
static arms_party only_of(const arms_side *side)
{
    return side->all || side->count != 1 ? ARMS_ALL : side->parties[0];
}

/* The one exporter, or importer, whose flows a dataset covers. A bloc is none: whether it
 * means its members is another matter. */
static arms_party only_party(const compare_job *job, size_t side, bool exporters)
{
    const arms_box *boxes;
    const arms_dataset *dataset = job->out->datasets[side];
    size_t count = arms_dataset_boxes(dataset, &boxes);
    arms_party found = ARMS_ALL;
    for (size_t i = 0; i < count; i++) {
        arms_party one = only_of(side_of(&boxes[i], exporters));
        if (!is_asked(job, side, &boxes[i]))
            continue;
        if (one == ARMS_ALL || (found != ARMS_ALL && found != one))
            return ARMS_ALL;
        found = one;
    }
    if (found == ARMS_ALL)
        return ARMS_ALL;
    arms_entity_kind kind = arms_dataset_party_kind(dataset, found);
    return kind == ARMS_ENTITY_AGGREGATE || kind == ARMS_ENTITY_BLOC ? ARMS_ALL : found;
}

/* Whether some box has the party by itself: not within a sum. */
static bool has_party(const compare_job *job, size_t side, bool exporters,
                      arms_party party)
{
    const arms_box *boxes;
    size_t count = arms_dataset_boxes(job->out->datasets[side], &boxes);
    for (size_t i = 0; i < count; i++) {
        const arms_side *of = side_of(&boxes[i], exporters);
        bool found = of->all;
        for (size_t j = 0; j < of->count && !found; j++)
            found = of->parties[j] == party;
        if (found && is_asked(job, side, &boxes[i]))
            return true;
    }
    return false;
}

static bool fail_apart(const compare_job *job, size_t side, bool exporters,
                       const compare_party *party, arms_error *err)
{
    const char *owner = arms_possessive(job->arena, party->name, err);
    return owner &&
           arms_fail(err, ARMS_DOMAIN,
                     "nothing can be compared: d%zu covers only %s %s, and d%zu "
                     "does not have these by themselves",
                     side + 1, owner, exporters ? "exports" : "imports", 2 - side);
}

/* Takes the one party of `side` as the one that is meant, unless one was named. */
static bool take_only(compare_job *job, size_t side, bool exporters, arms_error *err)
{
    compare_party found, *to = exporters ? &job->exporter : &job->importer;
    arms_party only = only_party(job, side, exporters);
    if (only == ARMS_ALL || (to->name && !job->only[0][exporters]))
        return true;
    if (!compare_match(&found, job, side, only, err))
        return false;
    if (found.in[1 - side] == NOWHERE ||
        !has_party(job, 1 - side, exporters, found.in[1 - side]))
        return fail_apart(job, side, exporters, &found, err);
    *to = found;
    job->only[side][exporters] = true;
    return true;
}

bool compare_only(compare_job *job, arms_error *err)
{
    arms_comparison *c = job->out;
    for (size_t i = 0; i < 4; i++)
        if (!take_only(job, i / 2, i % 2, err))
            return false;
    if (compare_is_only(job, true) && compare_is_only(job, false) &&
        job->exporter.in[0] == job->importer.in[0])
        return arms_fail(err, ARMS_DOMAIN,
                         "nothing can be compared: of d1 and d2, one covers only what %s "
                         "imports and the other only what it exports",
                         job->exporter.name);
    c->exporter = job->exporter.name;
    c->importer = job->importer.name;
    return true;
}

bool compare_is_only(const compare_job *job, bool exporters)
{
    return job->only[0][exporters] || job->only[1][exporters];
}
