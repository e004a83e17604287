/* The table of a share chart, in four blocks that share.gp reads: the figures, the page,
 * the words, the keys. Cells are separated by tabs, and text is the last cell of its
 * line, since gnuplot takes a quotation mark for the beginning of a longer cell. */
#include <math.h>

#include <armstrade/number.h>

#include "plots/share_page.h"

/* What share.gp calls them. */
enum { HEADLINE = 1, SUBTITLE, SOURCE, LABEL, STRONG_LABEL, NO_DATA, NO_DATA_UPRIGHT };

enum {
    KEY = 16,        /* from the columns to the key */
    LEVEL_ROOM = 54, /* pixels that "no data" takes */
    UPRIGHT_ROOM = 13
};

static const double column_half = 0.41; /* of a column's width, in years */

static const char preamble[] =
    "# Figures and words of a chart; gnuplot draws it with the .gp file of this name.\n"
    "# An empty cell is no data, which is not 0. Places are in pixels from the upper "
    "left\n"
    "# corner. In text, \\042 is a quotation mark and \\\\ a backslash.\n#\n";

static void put_number(arms_buffer *out, double number)
{
    char digits[ARMS_NUMBER_SIZE];
    arms_buffer_string(out, arms_number_print(digits, number));
}

/* A tab and a place, to a hundredth of a pixel. */
static void put_place(arms_buffer *out, double place)
{
    arms_buffer_string(out, "\t");
    put_number(out, floor(place * 100 + 0.5) / 100);
}

/* gnuplot drops quotation marks around a cell and reads backslashes as in C. */
static void put_text(arms_buffer *out, arms_text text)
{
    for (size_t i = 0; i < text.len; i++)
        if (text.ptr[i] == '"')
            arms_buffer_string(out, "\\042");
        else if (text.ptr[i] == '\\')
            arms_buffer_string(out, "\\\\");
        else
            arms_buffer_text(out, (arms_text){text.ptr + i, 1});
}

static void put_year(arms_buffer *out, const share_page *page, int year)
{
    const double *percent = share_page_year(page, year);
    arms_buffer_print(out, "%d", year);
    for (size_t s = 0; s < page->chart->series_count; s++) {
        arms_buffer_string(out, "\t");
        if (percent && !isnan(percent[s]))
            put_number(out, percent[s]);
    }
    arms_buffer_string(out, "\n");
}

static void put_figures(arms_buffer *out, const share_page *page)
{
    arms_buffer_string(out, "# year");
    for (size_t s = 0; s < page->chart->series_count; s++) {
        arms_buffer_string(out, "\t");
        put_text(out, page->name[s]);
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
    put_number(out, page->width);
    put_place(out, PAGE_HEIGHT);
    put_place(out, page->left);
    put_place(out, page->right);
    put_place(out, page->top);
    put_place(out, page->bottom);
    arms_buffer_print(out, "\t%d\t%d\t%zu\t%d\t%zu", page->first, page->last,
                      chart->series_count, chart->others, page->highlight);
    put_place(out, column_half);
    arms_buffer_string(out, "\n");
}

static void put_word(arms_buffer *out, double x, double y, int kind, arms_text text)
{
    put_number(out, floor(x * 100 + 0.5) / 100);
    put_place(out, y);
    arms_buffer_print(out, "\t%d\t", kind);
    put_text(out, text);
    arms_buffer_string(out, "\n");
}

/* Lines of the page's full width; `y` is the upper edge of the first. */
static void put_lines(arms_buffer *out, const text_lines *lines, int kind, double y,
                      double height)
{
    for (size_t i = 0; i < lines->count; i++)
        put_word(out, PAGE_MARGIN, y + height * ((double)i + 0.5), kind, lines->line[i]);
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
        put_word(out, page->right + PAGE_KEYS, first + PAGE_LABEL_LINE * (double)i,
                 strong ? STRONG_LABEL : LABEL, label->line[i]);
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
        put_word(out, page->left + slot * (year - page->first) + room / 2,
                 page->bottom - (page->bottom - page->top) / 8,
                 room >= LEVEL_ROOM ? NO_DATA : NO_DATA_UPRIGHT, arms_text_of("no data"));
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
    double subtitle =
        PAGE_MARGIN + PAGE_TITLE_LINE * (double)page->headline.count + PAGE_TITLE_GAP;
    double source =
        PAGE_HEIGHT - PAGE_MARGIN - PAGE_SOURCE_LINE * (double)page->source.count;
    arms_buffer_string(out, "\n\n# x\ty\tkind\ttext\n");
    put_lines(out, &page->headline, HEADLINE, PAGE_MARGIN, PAGE_TITLE_LINE);
    put_lines(out, &page->subtitle, SUBTITLE, subtitle, PAGE_SUBTITLE_LINE);
    put_lines(out, &page->source, SOURCE, source, PAGE_SOURCE_LINE);
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
    put_place(out, page->right - slot_of(page) * (0.5 - column_half) + 2);
    put_place(out, share_page_middle(page, series));
    arms_buffer_string(out, "\n");
}

static void put_keys(arms_buffer *out, const share_page *page)
{
    arms_buffer_string(out, "\n\n# series\tx\ty\tx of its segment\ty\n");
    for (size_t s = 0; s < page->chart->series_count; s++) {
        arms_buffer_print(out, "%zu", s + 1);
        put_place(out, page->right + KEY);
        put_place(out, box_of(page, s)->middle);
        put_leader(out, page, s);
    }
}

void share_page_table(arms_buffer *out, const share_page *page)
{
    arms_buffer_string(out, preamble);
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
        char digits[ARMS_NUMBER_SIZE];
        arms_buffer_string(out, s > 0 ? ", " : "");
        arms_buffer_text(out, page->name[s]);
        if (isnan(percent[s]))
            arms_buffer_string(out, " no data");
        else
            arms_buffer_print(out, " %s%%", arms_number_fixed(digits, percent[s], 1));
    }
    arms_buffer_string(out, ".");
}

static void say_words(arms_buffer *out, arms_text words)
{
    if (words.len == 0)
        return;
    arms_buffer_string(out, " ");
    arms_buffer_text(out, words);
    if (words.ptr[words.len - 1] != '.')
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
    say_words(out, page->words[1]);
    say_words(out, page->words[2]);
}
