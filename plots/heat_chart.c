/* The heatmap: lays out the page, writes its table, has heat.gp draw it. */
#include "plots/heat_chart.h"

#include "heat_gp.h"
#include "plots/heat_page.h"

static bool draw(const char *path, const heat_page *page, const gnuplot_setup *setup,
                 arms_error *err)
{
    page_sheet sheet = {.script = {heat_gp, heat_gp_size}};
    heat_page_table(&sheet.table, page);
    heat_page_describe(&sheet.describe, page);
    return page_draw(path, &sheet, page->words.whole[0], setup, err);
}

bool heat_chart_draw(const char *path, const arms_heat_chart *chart,
                     const arms_chart_text *text, const gnuplot_setup *setup,
                     arms_error *err)
{
    arms_arena arena = {0};
    heat_page page;
    bool done =
        heat_page_make(&page, &arena, chart, text, err) && draw(path, &page, setup, err);
    arms_arena_free(&arena);
    return done;
}
