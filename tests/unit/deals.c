/* SIPRI's register of deals, made up for tests. */
#include "tests/unit/deals.h"

const deals_file deals_plain = {DEALS_WORLD, DEALS_DELIVERED, "\n"};

fixture deals_load(const deals_file *m, const char *const rows[],
                   const arms_load_options *options)
{
    arms_buffer text = {0};
    fixture f = {0};
    if (m->selection)
        fixture_register(&text, m->selection, m->end);
    arms_buffer_print(&text,
                      "Recipient,Supplier,Year of order, ,Number ordered, ,"
                      "Weapon designation,Weapon description,%s, ,Year(s) of delivery,"
                      "status,Comments,SIPRI TIV per unit,SIPRI TIV for total order,"
                      "SIPRI TIV of delivered weapons%s",
                      m->delivered, m->end);
    for (size_t i = 0; rows[i]; i++)
        arms_buffer_print(&text, "%s%s", rows[i], m->end);
    const char *path = check_write("deals.csv", (arms_text){text.data, text.len});
    f.done = arms_load(&f.loaded, path, options, &f.err);
    f.data = f.done && f.loaded.count > 0 ? f.loaded.items[0] : NULL;
    arms_buffer_free(&text);
    return f;
}

const char *const deals_clean[] = {DEALS_ONE_YEAR, DEALS_NINE, DEALS_ORDER, DEALS_GROUP,
                                   NULL};

void deals_check_flow(const arms_dataset *data, size_t index, const deals_flow *want)
{
    arms_flow flow = arms_dataset_flow(data, index);
    CHECK_COUNT(flow.year, want->year);
    CHECK_NEAR(flow.low, want->low, 1e-12);
    CHECK_NEAR(flow.value, want->value, 1e-12);
    CHECK_NEAR(flow.high, want->high, 1e-12);
    CHECK_COUNT(flow.parts, want->parts);
    CHECK_COUNT(flow.flags, want->flags);
    CHECK_COUNT(flow.line, want->line);
}

void deals_check_clean(const arms_dataset *data, size_t line)
{
    const int spread = ARMS_FLAG_ALLOCATED | ARMS_FLAG_SECOND_HAND;
    /* 9 units over 3 years: 2.4 each, so 2.4 at least and 7 × 2.4 at most. */
    const deals_flow flows[] = {
        {2001, 300.25, 300.25, 300.25, 1, ARMS_FLAG_ESTIMATED, line},
        {2022, 2.4, 7.2, 16.8, 3, spread, line + 1},
        {2023, 2.4, 7.2, 16.8, 3, spread, line + 1},
        {2024, 2.4, 7.2, 16.8, 3, spread, line + 1},
        {2024, 1.2, 1.2, 1.2, 1, ARMS_FLAG_SECOND_HAND, line + 3}};
    if (!CHECK(data != NULL) || !CHECK_COUNT(arms_dataset_count(data), 5))
        return;
    for (size_t i = 0; i < 5; i++)
        deals_check_flow(data, i, &flows[i]);
    CHECK_COUNT(arms_dataset_flow(data, 0).exporter, arms_entity_by_code("CHN"));
    CHECK_COUNT(arms_dataset_flow(data, 0).importer, arms_entity_by_code("PAK"));
    CHECK_COUNT(arms_dataset_flow(data, 2).exporter, arms_entity_by_code("TUR"));
    CHECK_COUNT(arms_dataset_flow(data, 4).exporter,
                arms_entity_by_code("unknown-supplier"));
    CHECK_COUNT(arms_dataset_flow(data, 4).importer, arms_entity_by_code("pkk"));
    CHECK_COUNT(arms_dataset_flow(data, 0).category, 0);
    CHECK_COUNT(arms_dataset_unlisted(data), 0);
}
