/* What a line chart shows, in words and numbers, for those who do not see it. */
#include <math.h>

#include "plots/lines_page.h"

static void say_number(arms_buffer *out, const lines_page *page, double number)
{
    char digits[AXIS_NUMBER];
    arms_buffer_string(out, axis_say(digits, number, &page->y));
}

static void say_in(arms_buffer *out, const lines_page *page, const double *figures,
                   size_t i)
{
    say_number(out, page, figures[i]);
    arms_buffer_print(out, " in %d", page->chart->years[i]);
}

/* The first of the largest figures with `sign` 1, of the smallest with −1. */
static size_t extreme(const double *figures, size_t count, double sign)
{
    size_t best = count;
    for (size_t i = 0; i < count; i++)
        if (!isnan(figures[i]) &&
            (best == count || sign * figures[i] > sign * figures[best]))
            best = i;
    return best;
}

/* A run of years, as the one year or with both ends. */
static void say_run(arms_buffer *out, int first, int last)
{
    arms_buffer_print(out, "%d", first);
    if (last > first)
        arms_buffer_print(out, last > first + 1 ? " to %d" : " and %d", last);
}

static void say_gaps(arms_buffer *out, const lines_page *page, size_t series)
{
    const char *before = "; no data for ";
    int count = 0;
    for (int year = page->first; year <= page->last + 1; year++) {
        bool empty = year <= page->last && isnan(lines_page_figure(page, series, year));
        if (!empty && count > 0) {
            arms_buffer_string(out, before);
            say_run(out, year - count, year - 1);
            before = ", ";
        }
        count = empty ? count + 1 : 0;
    }
}

/* "120 in 1950, 300 in 2024, least 80 in 1961, most 410 in 1999" */
static void say_course(arms_buffer *out, const lines_page *page, size_t series)
{
    const double *figures = page->chart->series[series].figures.value;
    size_t end = page->end[series], first = 0;
    size_t least = extreme(figures, end, -1), most = extreme(figures, end, 1);
    while (isnan(figures[first]))
        first++;
    say_in(out, page, figures, first);
    if (end - 1 > first) {
        arms_buffer_string(out, ", ");
        say_in(out, page, figures, end - 1);
    }
    if (least != first && least != end - 1) {
        arms_buffer_string(out, ", least ");
        say_in(out, page, figures, least);
    }
    if (most != first && most != end - 1) {
        arms_buffer_string(out, ", most ");
        say_in(out, page, figures, most);
    }
}

/* The trend's first and last value. */
static void say_trend(arms_buffer *out, const lines_page *page, size_t series)
{
    const double *trend = page->chart->series[series].trend.value;
    size_t first = 0, end = trend ? page->chart->year_count : 0;
    while (end > 0 && isnan(trend[end - 1]))
        end--;
    while (first < end && isnan(trend[first]))
        first++;
    if (first == end)
        return;
    arms_buffer_string(out, "; trend from ");
    say_in(out, page, trend, first);
    arms_buffer_string(out, " to ");
    say_in(out, page, trend, end - 1);
}

static void say_series(arms_buffer *out, const lines_page *page, size_t series)
{
    arms_buffer_string(out, " ");
    arms_buffer_text(out, page->name[series]);
    arms_buffer_string(out, ": ");
    if (page->end[series] > 0) {
        say_course(out, page, series);
        say_gaps(out, page, series);
    } else {
        arms_buffer_string(out, "no data");
    }
    say_trend(out, page, series);
    arms_buffer_string(out, ".");
}

static void say_marks(arms_buffer *out, const lines_page *page)
{
    for (size_t m = 0; m < page->chart->mark_count; m++) {
        int after = page->chart->marks[m].after;
        arms_buffer_print(out, " A line between %d and %d", after, after + 1);
        if (page->mark[m].words.count > 0) {
            arms_buffer_string(out, ": ");
            arms_buffer_text(out, page->mark[m].words.line[0]);
        }
        arms_buffer_string(out, ".");
    }
}

/* What else is drawn, in the words of the key. */
static void say_key(arms_buffer *out, const lines_page *page)
{
    const char *before = " Also drawn: ";
    for (size_t k = LINES_BAND; k < LINES_KINDS; k++) {
        if (!page->key[k].shown || page->key[k].words.count == 0)
            continue;
        arms_buffer_string(out, before);
        arms_buffer_text(out, page->key[k].words.line[0]);
        before = ", ";
    }
    if (before[0] == ',')
        arms_buffer_string(out, ".");
}

void lines_page_describe(arms_buffer *out, const lines_page *page)
{
    int years = page->last - page->first + 1;
    size_t count = page->chart->series_count;
    if (years == 1)
        arms_buffer_print(out, "Line chart of one year, %d", page->first);
    else
        arms_buffer_print(out, "Line chart of %d years, %d to %d", years, page->first,
                          page->last);
    arms_buffer_print(out, "; %zu line%s.", count, count == 1 ? "" : "s");
    for (size_t s = 0; s < count; s++)
        say_series(out, page, s);
    say_key(out, page);
    say_marks(out, page);
    page_say(out, page->words.whole[1]);
    page_say(out, page->words.whole[2]);
}
