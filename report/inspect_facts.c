/* Putting together what is known of a file. */
#include "report/inspect.h"

static bool make_dataset(inspect_dataset *out, arms_arena *arena,
                         const arms_dataset *dataset, arms_error *err)
{
    *out = (inspect_dataset){.data = dataset, .cells = arms_audit_count(dataset)};
    return arms_audit_years(&out->years, &out->year_count, arena, dataset, err) &&
           arms_audit_parties(&out->parties, &out->party_count, arena, dataset, err) &&
           arms_audit_repeated(&out->repeats, arena, dataset, err) &&
           arms_audit_sums(&out->totals, arena, dataset, err) &&
           inspect_scopes(out, arena, err) && inspect_answers(out, arena, err);
}

/* All datasets of a file have the same account of how it was read. */
static bool count_records(inspect_file *out, arms_error *err)
{
    const arms_loaded *loaded = &out->look->loaded;
    if (loaded->count == 0)
        return true;
    const arms_reading *reading = &arms_dataset_about(loaded->items[0])->reading;
    for (size_t i = 0; i < reading->skip_count; i++)
        out->skipped += reading->skips[i].count;
    return arms_audit_records(&out->taken, loaded->items, loaded->count, err);
}

bool inspect_file_make(inspect_file *out, arms_arena *arena, const arms_look *look,
                       arms_error *err)
{
    const arms_loaded *loaded = &look->loaded;
    *out = (inspect_file){.arena = arena, .look = look};
    out->datasets = arms_alloc(arena, loaded->count, sizeof *out->datasets, err);
    bool done = out->datasets && count_records(out, err);
    for (size_t i = 0; done && i < loaded->count; i++) {
        done = make_dataset(&out->datasets[i], arena, loaded->items[i], err);
        out->dataset_count++;
    }
    return done && inspect_findings(out, err) &&
           (look->layout[0] || inspect_mapping(out, err));
}
