/* The share chart: lays out the page, writes its table, has share.gp draw it. */
#include "plots/share_chart.h"

#include "plots/chart_files.h"
#include "plots/share_page.h"
#include "share_gp.h"

static bool draw(const char *path, const share_page *page, const gnuplot_setup *setup,
                 arms_error *err)
{
    arms_buffer table = {0}, describe = {0};
    share_page_table(&table, page);
    share_page_describe(&describe, page);
    chart_parts parts = {{share_gp, share_gp_size},
                         {table.data, table.len},
                         page->words[0],
                         {describe.data, describe.len}};
    bool done = arms_buffer_check(&table, err) && arms_buffer_check(&describe, err) &&
                chart_files_make(path, &parts, setup, err);
    arms_buffer_free(&table);
    arms_buffer_free(&describe);
    return done;
}

bool share_chart_draw(const char *path, const arms_share_chart *chart,
                      const arms_chart_text *text, const gnuplot_setup *setup,
                      arms_error *err)
{
    arms_arena arena = {0};
    share_page page;
    bool done =
        share_page_make(&page, &arena, chart, text, err) && draw(path, &page, setup, err);
    arms_arena_free(&arena);
    return done;
}
