/* The line chart: lays out the page, writes its table, has lines.gp draw it. */
#include "plots/lines_chart.h"

#include "lines_gp.h"
#include "plots/chart_files.h"
#include "plots/lines_page.h"

static bool draw(const char *path, const lines_page *page, const gnuplot_setup *setup,
                 arms_error *err)
{
    arms_buffer table = {0}, describe = {0};
    lines_page_table(&table, page);
    lines_page_describe(&describe, page);
    chart_parts parts = {{lines_gp, lines_gp_size},
                         {table.data, table.len},
                         page->words[0],
                         {describe.data, describe.len}};
    bool done = arms_buffer_check(&table, err) && arms_buffer_check(&describe, err) &&
                chart_files_make(path, &parts, setup, err);
    arms_buffer_free(&table);
    arms_buffer_free(&describe);
    return done;
}

bool lines_chart_draw(const char *path, const arms_line_chart *chart,
                      const arms_chart_text *text, const gnuplot_setup *setup,
                      arms_error *err)
{
    arms_arena arena = {0};
    lines_page page;
    bool done =
        lines_page_make(&page, &arena, chart, text, err) && draw(path, &page, setup, err);
    arms_arena_free(&arena);
    return done;
}
