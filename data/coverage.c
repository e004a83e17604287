/* What a dataset covers: boxes of exporters × importers × years × categories.
 *
 * Customs data have a box for each reporter, code and run of years, so that boxes are
 * looked up by the parties that they list: a box with a list of exporters is found under
 * each of them, one with all exporters under each importer that it lists, one with all of
 * both under neither. */
#include "data/view_build.h"

/* Puts a box at the front of one list of the index. */
static bool enter(arms_dataset *dataset, uint32_t *first, size_t box, arms_error *err)
{
    box_index *index = &dataset->index;
    index->entries = arms_extend(&dataset->arena, index->entries, index->count,
                                 sizeof *index->entries, err);
    if (!index->entries)
        return false;
    index->entries[index->count] = (box_entry){(uint32_t)box, *first};
    *first = (uint32_t)++index->count;
    return true;
}

static bool enter_side(arms_dataset *dataset, uint32_t *lists, const arms_side *side,
                       size_t box, arms_error *err)
{
    for (size_t i = 0; i < side->count; i++)
        if (!enter(dataset, &lists[side->parties[i]], box, err))
            return false;
    return true;
}

static bool enter_box(arms_dataset *dataset, size_t i, arms_error *err)
{
    const arms_box *box = &dataset->boxes[i];
    box_index *index = &dataset->index;
    if (!box->exporters.all)
        return enter_side(dataset, index->exporters, &box->exporters, i, err);
    if (!box->importers.all)
        return enter_side(dataset, index->importers, &box->importers, i, err);
    return enter(dataset, &index->both, i, err);
}

bool coverage_index(arms_dataset *dataset, arms_error *err)
{
    size_t parties = arms_entity_count() + dataset->unlisted_count + 1;
    box_index *index = &dataset->index;
    *index = (box_index){0};
    index->exporters =
        arms_alloc(&dataset->arena, parties, sizeof *index->exporters, err);
    index->importers =
        arms_alloc(&dataset->arena, parties, sizeof *index->importers, err);
    if (!index->exporters || !index->importers)
        return false;
    for (size_t i = 0; i < dataset->box_count; i++)
        if (!enter_box(dataset, i, err))
            return false;
    return true;
}

static bool lists(const arms_side *side, arms_party party)
{
    for (size_t i = 0; i < side->count; i++)
        if (side->parties[i] == party)
            return true;
    return false;
}

static bool side_covers(const arms_side *side, arms_party party)
{
    if (party == ARMS_ALL)
        return side->all;
    bool sum = party == arms_entity_world();
    return (side->all && !sum) || lists(side, party);
}

/* A flow, or all flows between some parties, in one year. */
typedef struct place {
    arms_party exporter, importer;
    int year;
    uint32_t category;
} place;

static bool box_covers(const arms_box *box, const place *p)
{
    bool kind = box->category == 0 || box->category == p->category;
    return kind && p->year >= box->years.first && p->year <= box->years.last &&
           side_covers(&box->exporters, p->exporter) &&
           side_covers(&box->importers, p->importer);
}

static bool list_covers(const arms_dataset *dataset, uint32_t first, const place *p)
{
    for (uint32_t at = first; at > 0; at = dataset->index.entries[at - 1].next)
        if (box_covers(&dataset->boxes[dataset->index.entries[at - 1].box], p))
            return true;
    return false;
}

bool arms_dataset_covers(const arms_dataset *dataset, arms_party exporter,
                         arms_party importer, int year, uint32_t category)
{
    const box_index *index = &dataset->index;
    const place p = {exporter, importer, year, category};
    if (category == 0 && dataset->about.classification[0])
        return false;
    if (dataset->view)
        return view_covers(dataset->view, exporter, importer, year, category);
    return list_covers(dataset, index->both, &p) ||
           list_covers(dataset, index->exporters[exporter], &p) ||
           list_covers(dataset, index->importers[importer], &p);
}
