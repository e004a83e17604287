/* The part of a dataset that a selection leaves.
 *
 * A box is cut down side by side. "All parties" does not hold World, which is a sum: the
 * selection World leaves only what is summed up. */
#include "report/canonical_part.h"

bool canonical_has(const arms_selection *selection, const arms_flow *flow)
{
    const arms_selection *s = selection;
    return (s->exporter == ARMS_ALL || flow->exporter == s->exporter) &&
           (s->importer == ARMS_ALL || flow->importer == s->importer) &&
           (s->category == 0 || flow->category == s->category) &&
           (s->years.first == 0 ||
            (flow->year >= s->years.first && flow->year <= s->years.last));
}

static bool lists(const arms_side *side, arms_party party)
{
    for (size_t i = 0; i < side->count; i++)
        if (side->parties[i] == party)
            return true;
    return side->all && party != arms_entity_world();
}

static bool cut_side(arms_side *side, const arms_party *party)
{
    if (*party == ARMS_ALL)
        return true;
    bool holds = lists(side, *party);
    *side = (arms_side){.parties = party, .count = 1};
    return holds;
}

bool canonical_cut(arms_box *out, const arms_selection *selection, const arms_box *box)
{
    const arms_selection *s = selection;
    *out = *box;
    if (s->years.first > 0) {
        out->years.first =
            s->years.first > box->years.first ? s->years.first : box->years.first;
        out->years.last =
            s->years.last < box->years.last ? s->years.last : box->years.last;
    }
    if (s->category != 0)
        out->category = s->category;
    return out->years.first <= out->years.last &&
           (s->category == 0 || box->category == 0 || box->category == s->category) &&
           cut_side(&out->exporters, &s->exporter) &&
           cut_side(&out->importers, &s->importer);
}

canonical_record canonical_record_at(const arms_dataset *dataset,
                                     const arms_selection *selection, size_t first)
{
    arms_flow flow = arms_dataset_flow(dataset, first);
    canonical_record record = {1, canonical_has(selection, &flow)};
    size_t parts = flow.parts;
    if (parts > arms_dataset_count(dataset) - first)
        return record;
    for (size_t i = first + 1; i < first + parts; i++) {
        flow = arms_dataset_flow(dataset, i);
        record.flows++;
        record.selected += canonical_has(selection, &flow);
    }
    return record;
}

static bool is_open(const arms_dataset *dataset, const arms_selection *selection,
                    int year)
{
    const arms_box *boxes;
    arms_box left;
    size_t count = arms_dataset_boxes(dataset, &boxes);
    for (size_t i = 0; i < count; i++)
        if (year >= boxes[i].years.first && year <= boxes[i].years.last &&
            canonical_cut(&left, selection, &boxes[i]))
            return false;
    return true;
}

size_t canonical_open_years(const arms_dataset *dataset, const arms_selection *selection)
{
    size_t open = 0;
    if (selection->years.first == 0)
        return 0;
    for (int year = selection->years.first; year <= selection->years.last; year++)
        open += is_open(dataset, selection, year);
    return open;
}
