/* Layout of a share chart's page.
 *
 *     headline (the finding)
 *     subtitle
 *     100 % ┌ columns ┐ ── ■ label
 *       0 % └─────────┘ ── ■ label
 *     source
 *
 * The words take the room they need, the columns get the rest. */
#include "plots/share_page.h"

#include <math.h>

enum {
    AXIS = 42,        /* room for the numbers left of the columns */
    YEARS = 30,       /* for the years under them */
    FIRST_YEAR = 220, /* width of the columns' room for one year … */
    NEXT_YEAR = 100,  /* … and for each more, until the page is full */
    NARROWEST = 560,  /* pages */
    WIDEST = 900,
    LABEL_WIDTH = 210,
    LABEL_GAP = 4
};

static const text_style label_style = {12.5, false, LABEL_WIDTH, 2};
static const text_style strong_style = {12.5, true, LABEL_WIDTH, 2};

static bool check_size(const arms_share_chart *chart, arms_error *err)
{
    if (chart->year_count == 0 || chart->series_count == 0)
        return arms_fail(err, ARMS_DOMAIN,
                         "there is nothing to draw: no year or no party");
    if (chart->year_count > SHARE_YEARS || chart->series_count > SHARE_SERIES)
        return arms_fail(err, ARMS_LIMIT,
                         "a chart of shares has at most %d years and %d parties, not %zu "
                         "and %zu",
                         SHARE_YEARS, SHARE_SERIES, chart->year_count,
                         chart->series_count);
    for (size_t i = 1; i < chart->year_count; i++)
        if (chart->years[i] <= chart->years[i - 1])
            return arms_fail(err, ARMS_DOMAIN,
                             "the years of a chart must ascend: %d follows %d",
                             chart->years[i], chart->years[i - 1]);
    if ((long)chart->years[chart->year_count - 1] - chart->years[0] >= SHARE_SPAN)
        return arms_fail(err, ARMS_LIMIT, "a chart spans at most %d years", SHARE_SPAN);
    return true;
}

/* Shares of 100 % in all, half a per cent left for rounding. */
static bool check_year(const arms_share_chart *chart, size_t index, bool *any,
                       arms_error *err)
{
    const double *percent = chart->percent + index * chart->series_count;
    double sum = 0;
    for (size_t s = 0; s < chart->series_count; s++) {
        if (isnan(percent[s]))
            continue;
        *any = true;
        sum += percent[s];
        if (!(percent[s] >= 0 && percent[s] <= 100.5))
            return arms_fail(err, ARMS_DOMAIN, "%g %% in %d is no share", percent[s],
                             chart->years[index]);
    }
    if (sum > 100.5)
        return arms_fail(err, ARMS_DOMAIN,
                         "the shares of %d add up to %.1f %%, not to 100",
                         chart->years[index], sum);
    return true;
}

static bool check_chart(const arms_share_chart *chart, arms_error *err)
{
    bool any = false;
    if (!check_size(chart, err))
        return false;
    for (size_t i = 0; i < chart->year_count; i++)
        if (!check_year(chart, i, &any, err))
            return false;
    if (!any)
        return arms_fail(err, ARMS_DOMAIN, "there is nothing to draw: no year has data");
    return true;
}

static bool has_data(const double *percent, size_t count)
{
    for (size_t s = 0; s < count; s++)
        if (!isnan(percent[s]))
            return true;
    return false;
}

const double *share_page_year(const share_page *page, int year)
{
    const arms_share_chart *chart = page->chart;
    for (size_t i = 0; i < chart->year_count; i++) {
        const double *percent = chart->percent + i * chart->series_count;
        if (chart->years[i] == year)
            return has_data(percent, chart->series_count) ? percent : NULL;
    }
    return NULL;
}

/* The width of the widest label in *width. */
static bool break_labels(share_page *page, double *width, arms_arena *arena,
                         arms_error *err)
{
    const arms_share_chart *chart = page->chart;
    for (size_t s = 0; s < chart->series_count; s++) {
        bool strong = s + 1 == page->highlight;
        if (!text_clean(&page->name[s], arena, chart->labels[s], err) ||
            !text_wrap(&page->label[s], arena, page->name[s],
                       strong ? &strong_style : &label_style, err))
            return false;
        *width = fmax(*width, page->label[s].width);
    }
    return true;
}

/* A page for few years is narrower. */
static void place_sides(share_page *page, double label_width)
{
    int more = page->last - page->first;
    double beside = PAGE_KEYS + label_width + PAGE_MARGIN;
    double width = FIRST_YEAR + NEXT_YEAR * (double)more;
    page->left = PAGE_MARGIN + AXIS;
    page->width = fmin(fmax(ceil(page->left + width + beside), NARROWEST), WIDEST);
    page->right = fmin(page->width - beside, page->left + width);
}

static void place_edges(share_page *page)
{
    page->top = page_words_top(&page->words) + 22;
    page->bottom = PAGE_HEIGHT - page_words_foot(&page->words) - YEARS;
}

static double part_of(const double *percent, size_t series)
{
    return isnan(percent[series]) ? 0 : percent[series];
}

double share_page_middle(const share_page *page, size_t series)
{
    const double *percent = share_page_year(page, page->anchor);
    double middle = part_of(percent, series) / 2;
    for (size_t s = 0; s < series; s++)
        middle += part_of(percent, s);
    return page->bottom - (page->bottom - page->top) * middle / 100;
}

static void place_labels(share_page *page)
{
    size_t count = page->chart->series_count;
    for (size_t s = 0; s < count; s++) {
        label_box *box = &page->box[count - 1 - s];
        box->wish = share_page_middle(page, s);
        box->height = PAGE_LABEL_LINE * (double)page->label[s].count + LABEL_GAP;
    }
    label_layout(page->box, count, page->top, page->bottom);
}

bool share_page_make(share_page *out, arms_arena *arena, const arms_share_chart *chart,
                     const arms_chart_text *text, arms_error *err)
{
    double width = 0;
    *out = (share_page){.chart = chart};
    if (chart->highlight >= 0 && (size_t)chart->highlight < chart->series_count)
        out->highlight = (size_t)chart->highlight + 1;
    if (!check_chart(chart, err) || !break_labels(out, &width, arena, err))
        return false;
    out->first = chart->years[0];
    out->last = chart->years[chart->year_count - 1];
    out->anchor = out->last;
    while (!share_page_year(out, out->anchor))
        out->anchor--;
    place_sides(out, width);
    if (!page_words_make(&out->words, arena, text, out->width, err))
        return false;
    place_edges(out);
    place_labels(out);
    return true;
}
