/* The table of a share chart, in four blocks that share.gp reads: the figures, the page,
 * the words, the keys. */
#include <math.h>

#include <armstrade/rounding.h>

#include "plots/share_page.h"

/* Words that only share.gp knows. */
enum { NO_DATA = PAGE_OWN_KINDS, NO_DATA_UPRIGHT };

enum {
    KEY = 16,        /* from the columns to the key */
    LEVEL_ROOM = 54, /* pixels that "no data" takes */
    UPRIGHT_ROOM = 13
};

static const double column_half = 0.41; /* of a column's width, in years */

static void put_year(arms_buffer *out, const share_page *page, int year)
{
    const double *percent = share_page_year(page, year);
    arms_buffer_print(out, "%d", year);
    for (size_t s = 0; s < page->chart->series_count; s++) {
        arms_buffer_string(out, "\t");
        if (percent && !isnan(percent[s]))
            page_put_number(out, percent[s]);
    }
    arms_buffer_string(out, "\n");
}

static void put_figures(arms_buffer *out, const share_page *page)
{
    arms_buffer_string(out, "# year");
    for (size_t s = 0; s < page->chart->series_count; s++) {
        arms_buffer_string(out, "\t");
        page_put_text(out, page->name[s]);
    }
    arms_buffer_string(out, "\n");
    for (int year = page->first; year <= page->last; year++)
        put_year(out, page, year);
}

static void put_page(arms_buffer *out, const share_page *page)
{
    const arms_share_chart *chart = page->chart;
    arms_buffer_string(out, "\n\n# width\theight\tleft\tright\ttop\tbottom\tfirst year\t"
                            "last year\tseries\tothers\thighlight\thalf a column\n");
    page_put_number(out, page->width);
    page_put_place(out, PAGE_HEIGHT);
    page_put_place(out, page->left);
    page_put_place(out, page->right);
    page_put_place(out, page->top);
    page_put_place(out, page->bottom);
    arms_buffer_print(out, "\t%d\t%d\t%zu\t%d\t%zu", page->first, page->last,
                      chart->series_count, chart->others, page->highlight);
    page_put_place(out, column_half);
    arms_buffer_string(out, "\n");
}

static const label_box *box_of(const share_page *page, size_t series)
{
    return &page->box[page->chart->series_count - 1 - series];
}

static void put_label(arms_buffer *out, const share_page *page, size_t series)
{
    const text_lines *label = &page->label[series];
    bool strong = series + 1 == page->highlight;
    double first =
        box_of(page, series)->middle - PAGE_LABEL_LINE * ((double)label->count - 1) / 2;
    for (size_t i = 0; i < label->count; i++)
        page_put_word(out, page->right + PAGE_KEYS, first + PAGE_LABEL_LINE * (double)i,
                      strong ? PAGE_STRONG_LABEL : PAGE_LABEL, label->line[i]);
}

static double slot_of(const share_page *page)
{
    return (page->right - page->left) / (page->last - page->first + 1);
}

/* `count` years without data, from `year` on; the words stand between two grid lines. */
static void put_gap(arms_buffer *out, const share_page *page, int year, int count)
{
    double slot = slot_of(page);
    double room = slot * count;
    if (room >= UPRIGHT_ROOM)
        page_put_word(out, page->left + slot * (year - page->first) + room / 2,
                      page->bottom - (page->bottom - page->top) / 8,
                      room >= LEVEL_ROOM ? NO_DATA : NO_DATA_UPRIGHT,
                      arms_text_of("no data"));
}

static void put_gaps(arms_buffer *out, const share_page *page)
{
    int count = 0;
    for (int year = page->first; year <= page->last + 1; year++) {
        bool empty = year <= page->last && !share_page_year(page, year);
        if (!empty && count > 0)
            put_gap(out, page, year - count, count);
        count = empty ? count + 1 : 0;
    }
}

static void put_words(arms_buffer *out, const share_page *page)
{
    arms_buffer_string(out, "\n\n# x\ty\tkind\ttext\n");
    page_put_words(out, &page->words, PAGE_HEIGHT);
    for (size_t s = 0; s < page->chart->series_count; s++)
        put_label(out, page, s);
    put_gaps(out, page);
}

/* A leader ties a key to its segment, where the last column has one. */
static void put_leader(arms_buffer *out, const share_page *page, size_t series)
{
    const double *percent = share_page_year(page, page->last);
    if (!percent || !(percent[series] > 0)) {
        arms_buffer_string(out, "\t\t\n");
        return;
    }
    page_put_place(out, page->right - slot_of(page) * (0.5 - column_half) + 2);
    page_put_place(out, share_page_middle(page, series));
    arms_buffer_string(out, "\n");
}

static void put_keys(arms_buffer *out, const share_page *page)
{
    arms_buffer_string(out, "\n\n# series\tx\ty\tx of its segment\ty\n");
    for (size_t s = 0; s < page->chart->series_count; s++) {
        arms_buffer_print(out, "%zu", s + 1);
        page_put_place(out, page->right + KEY);
        page_put_place(out, box_of(page, s)->middle);
        put_leader(out, page, s);
    }
}

void share_page_table(arms_buffer *out, const share_page *page)
{
    page_put_preamble(out);
    put_figures(out, page);
    put_page(out, page);
    put_words(out, page);
    put_keys(out, page);
}

static void say_gaps(arms_buffer *out, const share_page *page)
{
    const char *before = "; no data for ";
    for (int year = page->first; year <= page->last; year++) {
        if (share_page_year(page, year))
            continue;
        arms_buffer_print(out, "%s%d", before, year);
        before = ", ";
    }
}

static void say_figures(arms_buffer *out, const share_page *page)
{
    const double *percent = share_page_year(page, page->anchor);
    arms_buffer_print(out, " In %d: ", page->anchor);
    for (size_t s = 0; s < page->chart->series_count; s++) {
        char digits[ARMS_ROUNDING_SIZE];
        arms_buffer_string(out, s > 0 ? ", " : "");
        arms_buffer_text(out, page->name[s]);
        if (isnan(percent[s]))
            arms_buffer_string(out, " no data");
        else
            arms_buffer_print(out, " %s%%",
                              arms_rounding_print(digits, (arms_rounding){0},
                                                  ARMS_ROUNDED_SHARE, percent[s]));
    }
    arms_buffer_string(out, ".");
}

void share_page_describe(arms_buffer *out, const share_page *page)
{
    int years = page->last - page->first + 1;
    if (years == 1)
        arms_buffer_print(out, "Stacked column for %d", page->first);
    else
        arms_buffer_print(out, "Stacked columns for %d years, %d to %d", years,
                          page->first, page->last);
    say_gaps(out, page);
    arms_buffer_print(out, "; shares of %zu part%s in percent.",
                      page->chart->series_count,
                      page->chart->series_count == 1 ? "y" : "ies");
    say_figures(out, page);
    page_say(out, page->words.whole[1]);
    page_say(out, page->words.whole[2]);
}
