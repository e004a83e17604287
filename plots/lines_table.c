/* The table of a line chart, in five blocks that lines.gp reads: the figures, the page,
 * the words, the shapes around the lines, and all other curves. Cells are separated by
 * tabs, and text is the last cell of its line, since gnuplot takes a quotation mark for
 * the beginning of a longer cell. */
#include <math.h>

#include <armstrade/number.h>

#include "plots/lines_page.h"

/* Words that only lines.gp knows … */
enum { KEY_WORDS = PAGE_OWN_KINDS, MARK_WORDS, TICK };

/* … and shapes; the samples of the key are SAMPLE + lines_kind. */
enum { KEY = 1, LEADER, MARK, SAMPLE = 11 };

enum {
    KEY_PLACE = 20,   /* from the lines' room to the middle of a key */
    KEY_HALF = 7,     /* of its width */
    LEADER_START = 6, /* from the last point */
    TICK_GAP = 8,
    WORD_GAP = 6
};

/* A tab and a figure, or an empty cell. */
static void put_figure(arms_buffer *out, double figure)
{
    arms_buffer_string(out, "\t");
    if (!isnan(figure))
        page_put_number(out, figure);
}

static void put_figures(arms_buffer *out, const lines_page *page)
{
    arms_buffer_string(out, "# year");
    for (size_t s = 0; s < page->chart->series_count; s++) {
        arms_buffer_string(out, "\t");
        page_put_text(out, page->name[s]);
    }
    for (int year = page->first; year <= page->last; year++) {
        arms_buffer_print(out, "\n%d", year);
        for (size_t s = 0; s < page->chart->series_count; s++)
            put_figure(out, lines_page_figure(page, s, year));
    }
    arms_buffer_string(out, "\n");
}

static void put_page(arms_buffer *out, const lines_page *page)
{
    arms_buffer_string(out, "\n\n# width\theight\tleft\tright\ttop\tbottom\tfirst year\t"
                            "last year\tseries\thighlight\tlowest\thighest\tstep\t"
                            "smoothed\n");
    page_put_number(out, page->width);
    page_put_place(out, PAGE_HEIGHT);
    page_put_place(out, page->left);
    page_put_place(out, page->right);
    page_put_place(out, page->top);
    page_put_place(out, page->bottom);
    arms_buffer_print(out, "\t%d\t%d\t%zu\t%zu", page->first, page->last,
                      page->chart->series_count, page->highlight);
    put_figure(out, page->y.low);
    put_figure(out, page->y.high);
    put_figure(out, page->y.step);
    arms_buffer_print(out, "\t%d\n", lines_has(page->chart, LINES_SMOOTH));
}

/* The label of a box. */
static void put_label(arms_buffer *out, const lines_page *page, size_t box)
{
    size_t series = page->boxed[box];
    const text_lines *label = &page->label[series];
    bool strong = series + 1 == page->highlight;
    double first =
        page->box[box].middle - PAGE_LABEL_LINE * ((double)label->count - 1) / 2;
    for (size_t i = 0; i < label->count; i++)
        page_put_word(out, page->right + PAGE_KEYS, first + PAGE_LABEL_LINE * (double)i,
                      strong ? PAGE_STRONG_LABEL : PAGE_LABEL, label->line[i]);
}

static void put_ticks(arms_buffer *out, const lines_page *page)
{
    for (int i = 0; i < axis_ticks(&page->y); i++) {
        char number[AXIS_NUMBER];
        double tick = axis_tick(&page->y, i);
        axis_print(number, tick, page->decimals);
        page_put_word(out, page->left - TICK_GAP, lines_page_y(page, tick), TICK,
                      arms_text_of(number));
    }
}

static void put_notes(arms_buffer *out, const lines_page *page)
{
    for (size_t k = 0; k < LINES_KINDS; k++)
        if (page->key[k].words.count > 0)
            page_put_word(out, page->key[k].x + PAGE_SAMPLE + WORD_GAP, page->key[k].y,
                          KEY_WORDS, page->key[k].words.line[0]);
    for (size_t m = 0; m < page->chart->mark_count; m++)
        if (page->mark[m].words.count > 0)
            page_put_word(out, page->mark[m].x + WORD_GAP, page->mark[m].y, MARK_WORDS,
                          page->mark[m].words.line[0]);
}

static void put_words(arms_buffer *out, const lines_page *page)
{
    arms_buffer_string(out, "\n\n# x\ty\tkind\ttext\n");
    page_put_words(out, &page->words, PAGE_HEIGHT);
    put_ticks(out, page);
    put_notes(out, page);
    for (size_t b = 0; b < page->chart->series_count; b++)
        put_label(out, page, b);
}

/* Where a shape begins and ends. */
typedef struct stroke {
    double x, y, to_x, to_y;
} stroke;

static void put_shape(arms_buffer *out, int kind, size_t series, stroke place)
{
    arms_buffer_print(out, "%d\t%zu", kind, series);
    page_put_place(out, place.x);
    page_put_place(out, place.y);
    page_put_place(out, place.to_x);
    page_put_place(out, place.to_y);
    arms_buffer_string(out, "\n");
}

/* A leader ties a key to the end of its line, where that is in the last year. */
static void put_key(arms_buffer *out, const lines_page *page, size_t box)
{
    const label_box *label = &page->box[box];
    size_t series = page->boxed[box];
    double x = page->right + KEY_PLACE;
    double start = lines_page_x(page, page->last) + LEADER_START;
    put_shape(out, KEY, series + 1,
              (stroke){x - KEY_HALF, label->middle, x + KEY_HALF, label->middle});
    if (page->end[series] == page->chart->year_count)
        put_shape(out, LEADER, series + 1,
                  (stroke){start, label->wish, x - KEY_HALF - 2, label->middle});
}

static void put_shapes(arms_buffer *out, const lines_page *page)
{
    arms_buffer_string(out, "\n\n# shape\tseries\tx\ty\tx of its end\ty\n");
    for (size_t b = 0; b < page->chart->series_count; b++)
        put_key(out, page, b);
    for (size_t m = 0; m < page->chart->mark_count; m++) {
        const lines_note *note = &page->mark[m];
        put_shape(out, MARK, 0, (stroke){note->x, note->y - 6, note->x, page->bottom});
    }
    for (int k = 0; k < LINES_KINDS; k++) {
        const lines_note *note = &page->key[k];
        if (note->shown)
            put_shape(out, SAMPLE + k, 1,
                      (stroke){note->x, note->y, note->x + PAGE_SAMPLE, note->y});
    }
}

/* A curve of one kind and series. */
typedef struct course {
    lines_kind kind;
    size_t series;            /* from 1 */
    const double *low, *high; /* or NULL */
    const double *value;      /* decides where it is broken */
    bool across;              /* it goes on over years that are not listed */
} course;

static void put_point(arms_buffer *out, const course *c, size_t i, double year)
{
    arms_buffer_print(out, "%d\t%zu\t", (int)c->kind + 1, c->series);
    page_put_number(out, year);
    put_figure(out, c->value[i]);
    put_figure(out, c->low && c->high ? c->low[i] : NAN);
    put_figure(out, c->low && c->high ? c->high[i] : NAN);
    arms_buffer_string(out, "\n");
}

/* A band needs both bounds; a line does not. */
static bool is_there(const course *c, size_t i)
{
    bool band = c->kind == LINES_BAND || c->kind == LINES_TREND_BAND;
    if (band && (isnan(c->low[i]) || isnan(c->high[i])))
        return false;
    return !isnan(c->value[i]);
}

/* Whether the course goes on from year i − 1 to year i. */
static bool goes_on(const course *c, const int *years, size_t i, size_t count)
{
    return i > 0 && i < count && is_there(c, i) && is_there(c, i - 1) &&
           (c->across || years[i] == years[i - 1] + 1);
}

/* An empty line breaks a curve; a band of one year gets some width, to be seen. */
static void put_course(arms_buffer *out, const arms_line_chart *chart, const course *c)
{
    static const double half = 0.12; /* of a year */
    const int *years = chart->years;
    for (size_t i = 0; c->value && i < chart->year_count; i++) {
        bool on = goes_on(c, years, i, chart->year_count);
        bool alone = !on && !goes_on(c, years, i + 1, chart->year_count);
        if (!is_there(c, i))
            continue;
        if (!on)
            arms_buffer_string(out, "\n");
        put_point(out, c, i, alone ? years[i] - half : years[i]);
        if (alone)
            put_point(out, c, i, years[i] + half);
    }
}

static void put_curves(arms_buffer *out, const lines_page *page)
{
    const arms_line_chart *chart = page->chart;
    arms_buffer_string(out, "\n\n# curve\tseries\tyear\tvalue\tlow\thigh\n0\t0\t0\t0\n");
    for (size_t s = 0; s < chart->series_count; s++) {
        const arms_chart_curve *figures = &chart->series[s].figures;
        const arms_chart_curve *trend = &chart->series[s].trend;
        course band = {LINES_BAND,
                       s + 1,
                       figures->low,
                       figures->high,
                       figures->low && figures->high ? figures->value : NULL,
                       false};
        course fit = {LINES_TREND, s + 1, NULL, NULL, trend->value, true};
        course limits = {LINES_TREND_BAND,
                         s + 1,
                         trend->low,
                         trend->high,
                         trend->low && trend->high ? trend->value : NULL,
                         true};
        course smooth = {LINES_SMOOTH, s + 1, NULL, NULL, chart->series[s].smooth, false};
        put_course(out, chart, &band);
        put_course(out, chart, &fit);
        put_course(out, chart, &limits);
        put_course(out, chart, &smooth);
    }
}

void lines_page_table(arms_buffer *out, const lines_page *page)
{
    page_put_preamble(out);
    put_figures(out, page);
    put_page(out, page);
    put_words(out, page);
    put_shapes(out, page);
    put_curves(out, page);
}
