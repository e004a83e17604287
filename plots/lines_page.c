/* Layout of a line chart's page.
 *
 *     headline (the finding)
 *     subtitle
 *     ─●─ figures  ▒ range  ╌╌ trend
 *           │ break after 2009
 *     200 ┌ lines ┐ ── ● label
 *       0 └───────┘ ── ■ label
 *     source
 *
 * The words take the room they need, the lines get the rest. */
#include "plots/lines_page.h"

#include <math.h>

enum {
    TICK_GAP = 8,     /* between the axis and its numbers */
    YEARS = 30,       /* room for the years under the lines */
    FIRST_YEAR = 220, /* width of the lines' room for one year … */
    NEXT_YEAR = 60,   /* … and for each more, until the page is full */
    NARROWEST = 560,  /* pages */
    WIDEST = 900,
    LABEL_WIDTH = 190,
    LABEL_GAP = 4,
    WORD_GAP = 6,  /* between a sample or a mark and its words */
    ITEM_GAP = 24, /* between two of them */
    HEAD_GAP = 20  /* between the words above and the lines */
};

static const text_style label_style = {12.5, false, LABEL_WIDTH, 2};
static const text_style strong_style = {12.5, true, LABEL_WIDTH, 2};
static const text_style key_style = {12, false, 260, 1};
static const text_style mark_style = {11.5, false, 240, 1};
static const double tick_size = 12;

double lines_page_figure(const lines_page *page, size_t series, int year)
{
    const arms_line_chart *chart = page->chart;
    const double *figures = chart->series[series].figures.value;
    for (size_t i = 0; figures && i < chart->year_count; i++)
        if (chart->years[i] == year)
            return figures[i];
    return NAN;
}

double lines_page_x(const lines_page *page, double year)
{
    double slot = (page->right - page->left) / (page->last - page->first + 1);
    return page->left + slot * (year - page->first + 0.5);
}

double lines_page_y(const lines_page *page, double figure)
{
    const axis *y = &page->y;
    return page->bottom -
           (page->bottom - page->top) * (figure - y->low) / (y->high - y->low);
}

/* The subtitle; a picture whose axis leaves out 0 says so. */
static const char *subtitle_of(const lines_page *page, arms_arena *arena,
                               const char *subtitle, arms_error *err)
{
    char low[AXIS_NUMBER], high[AXIS_NUMBER];
    arms_text said;
    if (page->y.low <= 0 && page->y.high >= 0)
        return subtitle ? subtitle : "";
    if (!text_clean(&said, arena, subtitle, err))
        return NULL;
    bool ended = said.len == 0 || said.ptr[said.len - 1] == '.';
    return arms_print(arena, err, "%.*s%s The axis runs from %s to %s, without 0.",
                      (int)said.len, said.ptr, ended ? "" : ".",
                      axis_say(low, page->y.low, &page->y),
                      axis_say(high, page->y.high, &page->y));
}

static bool break_words(lines_page *page, arms_arena *arena, const arms_chart_text *text,
                        arms_error *err)
{
    arms_chart_text said = *text;
    said.subtitle = subtitle_of(page, arena, text->subtitle, err);
    return said.subtitle && page_words_make(&page->words, arena, &said, page->width, err);
}

static void find_end(lines_page *page, size_t series)
{
    const double *figures = page->chart->series[series].figures.value;
    size_t end = figures ? page->chart->year_count : 0;
    while (end > 0 && isnan(figures[end - 1]))
        end--;
    page->end[series] = end;
}

/* The name, and where its line ends before the page does. */
static bool label_text(arms_text *out, arms_arena *arena, const lines_page *page,
                       size_t series, arms_error *err)
{
    arms_text name = page->name[series];
    size_t end = page->end[series];
    char *label = NULL;
    if (end == page->chart->year_count)
        label = arms_copy(arena, name.ptr, name.len, err);
    else if (end == 0)
        label = arms_print(arena, err, "%.*s (no data)", (int)name.len, name.ptr);
    else
        label = arms_print(arena, err, "%.*s (to %d)", (int)name.len, name.ptr,
                           page->chart->years[end - 1]);
    *out = arms_text_of(label);
    return label != NULL;
}

static bool break_label(lines_page *page, size_t series, arms_arena *arena,
                        arms_error *err)
{
    bool strong = series + 1 == page->highlight;
    arms_text label;
    find_end(page, series);
    return text_clean(&page->name[series], arena, page->chart->series[series].label,
                      err) &&
           label_text(&label, arena, page, series, err) &&
           text_wrap(&page->label[series], arena, label,
                     strong ? &strong_style : &label_style, err);
}

static bool break_note(lines_note *note, arms_arena *arena, const char *string,
                       const text_style *style, arms_error *err)
{
    arms_text clean;
    note->shown = true;
    return text_clean(&clean, arena, string, err) &&
           text_wrap(&note->words, arena, clean, style, err);
}

/* Words of the key of kinds, where there is more than figures. */
static bool break_key(lines_page *page, arms_arena *arena, arms_error *err)
{
    static const char *const plain[] = {"figures", "range", "trend", "range of the trend",
                                        "smoothed"};
    const arms_line_words *words = &page->chart->words;
    const char *const told[] = {words->figures, words->band, words->trend,
                                words->trend_band, words->smooth};
    bool more = false;
    for (lines_kind k = LINES_BAND; k < LINES_KINDS; k++)
        more = more || lines_has(page->chart, k);
    for (lines_kind k = LINES_FIGURES; more && k < LINES_KINDS; k++)
        if (lines_has(page->chart, k) &&
            !break_note(&page->key[k], arena, told[k] ? told[k] : plain[k], &key_style,
                        err))
            return false;
    return true;
}

static bool break_side(lines_page *page, arms_arena *arena, arms_error *err)
{
    const arms_line_chart *chart = page->chart;
    for (size_t s = 0; s < chart->series_count; s++)
        if (!break_label(page, s, arena, err))
            return false;
    for (size_t m = 0; m < chart->mark_count; m++)
        if (!break_note(&page->mark[m], arena, chart->marks[m].words, &mark_style, err))
            return false;
    return break_key(page, arena, err);
}

/* Room right of the lines. */
static double side_width(const lines_page *page)
{
    double width = 0;
    for (size_t s = 0; s < page->chart->series_count; s++)
        width = fmax(width, PAGE_KEYS + page->label[s].width);
    return width + PAGE_MARGIN;
}

/* Words of marks may reach over the labels, but not over the page's edge: there the lines
 * give way. */
static void make_room_for_marks(lines_page *page)
{
    double years = page->last - page->first + 1;
    for (size_t m = 0; m < page->chart->mark_count; m++) {
        double part = (page->chart->marks[m].after - page->first + 1) / years;
        double end = page->width - PAGE_MARGIN - WORD_GAP - page->mark[m].words.width;
        page->right = fmin(page->right, page->left + (end - page->left) / part);
    }
}

static double tick_width(const lines_page *page)
{
    double width = 0;
    for (int i = 0; i < axis_ticks(&page->y); i++) {
        char number[AXIS_NUMBER];
        axis_print(number, axis_tick(&page->y, i), page->decimals);
        width = fmax(width, text_width(arms_text_of(number), tick_size, false));
    }
    return width;
}

/* A page for few years is narrower. */
static void place_sides(lines_page *page)
{
    double beside = side_width(page);
    double width = FIRST_YEAR + NEXT_YEAR * (double)(page->last - page->first);
    page->left = PAGE_MARGIN + ceil(tick_width(page)) + TICK_GAP;
    page->width = fmin(fmax(ceil(page->left + width + beside), NARROWEST), WIDEST);
    page->right = page->width - beside;
    make_room_for_marks(page);
}

/* From left to right, in as many rows as it takes; y is counted in rows. */
static void place_key(lines_page *page)
{
    double x = PAGE_MARGIN;
    for (size_t k = 0; k < LINES_KINDS; k++) {
        lines_note *note = &page->key[k];
        double width = PAGE_SAMPLE + WORD_GAP + note->words.width;
        if (!note->shown)
            continue;
        if (page->key_rows == 0 || x + width > page->width - PAGE_MARGIN) {
            page->key_rows++;
            x = PAGE_MARGIN;
        }
        note->x = x;
        note->y = (double)page->key_rows - 1;
        x += width + ITEM_GAP;
    }
}

/* From right to left, each in the lowest row where its words do not meet those of a later
 * one: so no line crosses any words. y is counted in rows from the lowest. */
static void place_marks(lines_page *page)
{
    double free[LINES_MARKS];
    for (size_t r = 0; r < LINES_MARKS; r++)
        free[r] = page->width;
    for (size_t m = page->chart->mark_count; m-- > 0;) {
        lines_note *note = &page->mark[m];
        size_t row = 0;
        note->x = lines_page_x(page, page->chart->marks[m].after + 0.5);
        while (note->x + note->words.width + 2 * WORD_GAP > free[row])
            row++;
        free[row] = note->x;
        note->y = (double)row;
        page->mark_rows = row + 1 > page->mark_rows ? row + 1 : page->mark_rows;
    }
}

/* Rows become places. */
static void place_notes(lines_page *page, double below_words)
{
    double key = below_words + (page->key_rows > 0 ? 6 : 0);
    double marks = key + PAGE_KEY_LINE * (double)page->key_rows + HEAD_GAP - 10 +
                   PAGE_MARK_LINE * (double)page->mark_rows;
    for (size_t k = 0; k < LINES_KINDS; k++)
        page->key[k].y = key + PAGE_KEY_LINE * (page->key[k].y + 0.5);
    for (size_t m = 0; m < page->chart->mark_count; m++)
        page->mark[m].y = marks - PAGE_MARK_LINE * (page->mark[m].y + 0.5);
    page->top = page->mark_rows > 0 ? marks + 2 : marks + 10;
}

static void place_edges(lines_page *page)
{
    place_key(page);
    place_marks(page);
    place_notes(page, page_words_top(&page->words));
    page->bottom = PAGE_HEIGHT - page_words_foot(&page->words) - YEARS;
}

static double label_wish(const lines_page *page, size_t series)
{
    size_t end = page->end[series];
    return end > 0
               ? lines_page_y(page, page->chart->series[series].figures.value[end - 1])
               : page->bottom;
}

/* Ordered by height; of equal heights, the first series is above. */
static void place_labels(lines_page *page)
{
    size_t count = page->chart->series_count;
    for (size_t s = 0; s < count; s++) {
        double wish = label_wish(page, s);
        size_t i = s;
        for (; i > 0 && page->box[i - 1].wish > wish; i--) {
            page->box[i] = page->box[i - 1];
            page->boxed[i] = page->boxed[i - 1];
        }
        double height = PAGE_LABEL_LINE * (double)page->label[s].count + LABEL_GAP;
        page->box[i] = (label_box){wish, height, 0};
        page->boxed[i] = s;
    }
    label_layout(page->box, count, page->top - LABEL_GAP, page->bottom + LABEL_GAP);
}

bool lines_page_make(lines_page *out, arms_arena *arena, const arms_line_chart *chart,
                     const arms_chart_text *text, arms_error *err)
{
    *out = (lines_page){.chart = chart};
    if (!lines_check(chart, err))
        return false;
    if (chart->highlight >= 0 && (size_t)chart->highlight < chart->series_count)
        out->highlight = (size_t)chart->highlight + 1;
    out->first = chart->years[0];
    out->last = chart->years[chart->year_count - 1];
    out->y = lines_axis(chart);
    out->decimals = axis_decimals(&out->y);
    if (!break_side(out, arena, err))
        return false;
    place_sides(out);
    if (!break_words(out, arena, text, err))
        return false;
    place_edges(out);
    place_labels(out);
    return true;
}
