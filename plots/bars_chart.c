/* The chart of bars: lays out the page, writes its table, has bars.gp draw it. */
#include "plots/bars_chart.h"

#include "bars_gp.h"
#include "plots/bars_page.h"

static bool draw(const char *path, const bars_page *page, const gnuplot_setup *setup,
                 arms_error *err)
{
    page_sheet sheet = {.script = {bars_gp, bars_gp_size}};
    bars_page_table(&sheet.table, page);
    bars_page_describe(&sheet.describe, page);
    return page_draw(path, &sheet, page->words.whole[0], setup, err);
}

bool bars_chart_draw(const char *path, const arms_bar_chart *chart,
                     const arms_chart_text *text, const gnuplot_setup *setup,
                     arms_error *err)
{
    arms_arena arena = {0};
    bars_page page;
    bool done = bars_check(chart, err) &&
                bars_page_make(&page, &arena, chart, text, err) &&
                draw(path, &page, setup, err);
    arms_arena_free(&arena);
    return done;
}
