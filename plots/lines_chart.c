/* The line chart: lays out the page, writes its table, has lines.gp draw it. */
#include "plots/lines_chart.h"

#include "lines_gp.h"
#include "plots/lines_page.h"

static bool draw(const char *path, const lines_page *page, const gnuplot_setup *setup,
                 arms_error *err)
{
    page_sheet sheet = {.script = {lines_gp, lines_gp_size}};
    lines_page_table(&sheet.table, page);
    lines_page_describe(&sheet.describe, page);
    return page_draw(path, &sheet, page->words.whole[0], setup, err);
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
