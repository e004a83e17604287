/* The share chart: lays out the page, writes its table, has share.gp draw it. */
#include "plots/share_chart.h"

#include "plots/share_page.h"
#include "share_gp.h"

static bool draw(const char *path, const share_page *page, const gnuplot_setup *setup,
                 arms_error *err)
{
    page_sheet sheet = {.script = {share_gp, share_gp_size}};
    share_page_table(&sheet.table, page);
    share_page_describe(&sheet.describe, page);
    return page_draw(path, &sheet, page->words.whole[0], setup, err);
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
