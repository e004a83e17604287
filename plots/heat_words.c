/* What a heatmap shows, in words and numbers, for those who do not see it. */
#include <math.h>

#include "plots/heat_page.h"

static void say_number(arms_buffer *out, const heat_page *page, double number)
{
    char digits[AXIS_NUMBER];
    arms_buffer_string(out, axis_say(digits, number, &page->scale));
}

static void say_size(arms_buffer *out, const heat_page *page)
{
    int years = page->last - page->first + 1;
    size_t rows = page->chart->row_count;
    arms_buffer_print(out, "Heatmap of %zu part%s", rows, rows == 1 ? "y" : "ies");
    if (years == 1)
        arms_buffer_print(out, " in %d", page->first);
    else
        arms_buffer_print(out, " over %d years, %d to %d", years, page->first,
                          page->last);
    if (!(page->chart->value[page->peak] > 0)) {
        arms_buffer_string(out, ".");
        return;
    }
    arms_buffer_string(out, "; darker is more, from 0 to ");
    say_number(out, page, page->scale.high);
    arms_buffer_string(out, page->chart->by_root ? ", by the square root." : ".");
}

static void say_cells(arms_buffer *out, const heat_page *page)
{
    size_t years = (size_t)(page->last - page->first) + 1;
    size_t cells = years * page->chart->row_count;
    arms_buffer_print(out, " %zu cell%s: %zu above 0, %zu nil, %zu without data.", cells,
                      cells == 1 ? "" : "s", cells - page->nil - page->missing, page->nil,
                      page->missing);
}

/* The party's largest figure. */
static void say_row(arms_buffer *out, const heat_page *page, size_t row)
{
    const arms_heat_chart *chart = page->chart;
    const double *value = chart->value + row * chart->year_count;
    size_t best = chart->year_count;
    for (size_t i = 0; i < chart->year_count; i++)
        if (!isnan(value[i]) && (best == chart->year_count || value[i] > value[best]))
            best = i;
    arms_buffer_string(out, row > 0 ? "; " : " ");
    arms_buffer_text(out, page->name[row]);
    if (best == chart->year_count) {
        arms_buffer_string(out, " no data");
    } else if (!(value[best] > 0)) {
        arms_buffer_string(out, " nil");
    } else {
        arms_buffer_string(out, " ");
        say_number(out, page, value[best]);
        arms_buffer_print(out, " in %d", chart->years[best]);
    }
}

void heat_page_describe(arms_buffer *out, const heat_page *page)
{
    say_size(out, page);
    say_cells(out, page);
    arms_buffer_string(out, " The most in each row:");
    for (size_t r = 0; r < page->chart->row_count; r++)
        say_row(out, page, r);
    arms_buffer_string(out, ".");
    page_say(out, page->words.whole[1]);
    page_say(out, page->words.whole[2]);
}
