/* Layout of a page of bars.
 *
 *     headline (the finding)
 *     subtitle
 *     unit  ■ later  ▬ earlier  ├┤ bounds
 *                0    10    20
 *     long label ██████████ 21
 *          label ████ 9
 *     source
 *
 * Rows take the height they need and the page grows with them. Numbers stand behind their
 * bars, for which a margin is kept on either side as wide as the widest of them. */
#include "plots/bars_page.h"

#include <math.h>

enum {
    WIDTH = 760,
    LABEL_WIDTH = 210,
    KEY_WIDTH = 330,
    KEY_GAP = 20,
    KEY_LINE = 20,
    GAP = 8, /* between label, bar and number */
    ARROW = 6,
    TICK_LINE = 22,
    TICK_ROOM = 80, /* the least between two ticks */
    ROW = 26,       /* the least heights of rows … */
    DOUBLE_ROW = 34,
    ROW_GAP = 10, /* … and what a label leaves free */
    NOTE_LEAST = 60
};

static const text_style label_style = {12.5, false, LABEL_WIDTH, 3};
static const text_style strong_style = {12.5, true, LABEL_WIDTH, 3};
static const text_style key_style = {12, false, KEY_WIDTH, 1};
static const double number_size = 12, tick_size = 12;

bool bars_page_bounded(const arms_bar_chart *chart, size_t row)
{
    return chart->low && !isnan(chart->values[row]) && chart->low[row] < chart->high[row];
}

double bars_page_place(const bars_page *page, double figure)
{
    const bars_scale *scale = &page->scale;
    double share = (figure - scale->low) / (scale->high - scale->low);
    share = bars_scale_cuts(scale, figure) ? (figure < 0 ? 0 : 1) : share;
    return page->left + share * (page->right - page->left);
}

static bool make_number(bars_page *page, arms_arena *arena, size_t row, arms_error *err)
{
    char digits[BARS_NUMBER_SIZE];
    bars_row *r = &page->row[row];
    const char *number = bars_number(digits, page->chart->values[row], &page->format);
    if (!text_clean(&r->words, arena, number, err))
        return false;
    r->width = text_width(r->words, number_size, row + 1 == page->highlight);
    return true;
}

static bool make_note(bars_page *page, arms_arena *arena, size_t row, arms_error *err)
{
    const char *const *notes = page->chart->notes;
    bars_row *r = &page->row[row];
    if (!text_clean(&r->words, arena, notes && notes[row] ? notes[row] : "no data", err))
        return false;
    r->width = text_width(r->words, number_size, false);
    return true;
}

static bool make_row(bars_page *page, arms_arena *arena, size_t row, arms_error *err)
{
    bars_row *r = &page->row[row];
    bool strong = row + 1 == page->highlight;
    return text_clean(&r->name, arena, page->chart->labels[row], err) &&
           text_wrap(&r->label, arena, r->name, strong ? &strong_style : &label_style,
                     err) &&
           (isnan(page->chart->values[row]) ? make_note(page, arena, row, err)
                                            : make_number(page, arena, row, err));
}

/* The room for numbers left and right of the bars, and for labels. */
static void place_sides(bars_page *page)
{
    double labels = 0, before = 0, behind = 0;
    for (size_t i = 0; i < page->chart->count; i++) {
        const bars_row *row = &page->row[i];
        labels = fmax(labels, row->label.width);
        if (page->chart->values[i] < 0)
            before = fmax(before, row->width + GAP);
        else if (!isnan(page->chart->values[i]))
            behind = fmax(behind, row->width + GAP);
    }
    page->width = WIDTH;
    page->labels = PAGE_MARGIN + labels;
    page->left = page->labels + GAP + (before > 0 ? before + GAP : 0);
    page->right = page->width - PAGE_MARGIN - fmax(behind, GAP);
}

/* Notes begin at zero, on the side with more room. */
static bool place_note(bars_page *page, arms_arena *arena, bars_row *row, arms_error *err)
{
    text_lines lines;
    double zero = bars_page_place(page, 0);
    double behind = page->width - PAGE_MARGIN - zero - GAP,
           before = zero - GAP - page->labels - GAP;
    row->leftward = row->width > behind && before > behind;
    row->at = zero + (row->leftward ? -GAP : GAP);
    text_style style = {number_size, false, fmax(fmax(behind, before), NOTE_LEAST), 1};
    if (!text_wrap(&lines, arena, row->words, &style, err))
        return false;
    row->shown = lines.count > 0 ? lines.line[0] : row->words;
    return true;
}

/* Numbers stand behind whatever is in the bar's line: the bar, its bounds, or the arrow
 * of bounds that run on. */
static void place_number(bars_page *page, size_t row)
{
    const arms_bar_chart *chart = page->chart;
    const bars_scale *scale = &page->scale;
    bars_row *r = &page->row[row];
    double value = chart->values[row], gap = GAP, end = value;
    r->leftward = value < 0;
    if (bars_page_bounded(chart, row) && !bars_scale_cuts(scale, value)) {
        end = r->leftward ? chart->low[row] : chart->high[row];
        gap += bars_scale_cuts(scale, end) ? ARROW : 0;
        end = fmin(fmax(end, scale->least), scale->most);
    }
    r->shown = r->words;
    r->at = bars_page_place(page, end) + (r->leftward ? -gap : gap);
}

static bool place_words(bars_page *page, arms_arena *arena, arms_error *err)
{
    for (size_t i = 0; i < page->chart->count; i++)
        if (!isnan(page->chart->values[i]))
            place_number(page, i);
        else if (!place_note(page, arena, &page->row[i], err))
            return false;
    return true;
}

static bool any_bounded(const arms_bar_chart *chart)
{
    for (size_t i = 0; i < chart->count; i++)
        if (bars_page_bounded(chart, i))
            return true;
    return false;
}

static bool any_cut(const bars_page *page)
{
    for (size_t i = 0; i < page->chart->count; i++)
        if (bars_scale_cuts(&page->scale, page->chart->values[i]))
            return true;
    return false;
}

static const char *key_words(const bars_page *page, bars_key key)
{
    const arms_bar_chart *chart = page->chart;
    switch (key) {
    case BARS_KEY_UNIT: return page->format.percent ? NULL : chart->unit;
    case BARS_KEY_LATER:
        return !chart->before ? NULL : chart->period ? chart->period : "later";
    case BARS_KEY_EARLIER:
        return !chart->before         ? NULL
               : chart->period_before ? chart->period_before
                                      : "earlier";
    case BARS_KEY_BOUNDS: return any_bounded(chart) ? "bounds" : NULL;
    case BARS_KEY_CUT: return any_cut(page) ? "bar cut short" : NULL;
    case BARS_KEYS: break;
    }
    return NULL;
}

/* Keys follow each other from the left, in a new line where one is full. */
static bool place_keys(bars_page *page, arms_arena *arena, arms_error *err)
{
    double x = PAGE_MARGIN, y = page_words_top(&page->words) + 20;
    page->top = y - KEY_LINE / 2.0 + 4;
    for (bars_key key = 0; key < BARS_KEYS; key++) {
        bars_mark *mark = &page->key[key];
        arms_text words;
        text_style style = key_style;
        if (key == BARS_KEY_UNIT)
            style.width = page->width - 2 * PAGE_MARGIN;
        if (!text_clean(&words, arena, key_words(page, key), err) ||
            !text_wrap(&mark->words, arena, words, &style, err))
            return false;
        if (words.len == 0)
            continue;
        double width = mark->words.width + (key == BARS_KEY_UNIT ? 0 : BARS_KEY_SIGN);
        bool full = x > PAGE_MARGIN && x + width > page->width - PAGE_MARGIN;
        y += full ? KEY_LINE : 0;
        mark->x = full ? PAGE_MARGIN : x;
        mark->y = y;
        x = mark->x + width + KEY_GAP;
        page->top = y + KEY_LINE / 2.0 + 4;
    }
    page->top += TICK_LINE;
    return true;
}

/* The distance of ticks, so that their numbers do not touch. */
static double tick_step(bars_page *page)
{
    double unit = (page->scale.high - page->scale.low) / (page->right - page->left);
    double step = bars_step(TICK_ROOM * unit);
    char digits[BARS_NUMBER_SIZE];
    bars_format format = page->format;
    if (!page->scale.flat)
        page->tick_decimals = (int)fmax(0, -floor(log10(step) + 1e-9));
    format.decimals = page->tick_decimals;
    double end = fmax(-page->scale.least, page->scale.most);
    double width =
        text_width(arms_text_of(bars_number(digits, -end, &format)), tick_size, false);
    return width + GAP > step / unit ? bars_step((width + GAP) * unit) : step;
}

static void place_ticks(bars_page *page)
{
    const bars_scale *scale = &page->scale;
    double step = tick_step(page);
    for (double n = ceil(scale->least / step - 1e-9);
         n * step <= scale->most * (1 + 1e-9) && page->ticks < BARS_TICKS; n++)
        if (!scale->flat || fabs(n) < 0.5)
            page->tick[page->ticks++] = n * step;
}

static void place_rows(bars_page *page)
{
    double y = page->top;
    for (size_t i = 0; i < page->chart->count; i++) {
        bars_row *row = &page->row[i];
        double label = PAGE_LABEL_LINE * (double)row->label.count + ROW_GAP;
        double height = fmax(label, page->chart->before ? DOUBLE_ROW : ROW);
        row->middle = y + height / 2;
        y += height;
    }
    page->bottom = y;
    page->height = y + 14 + page_words_foot(&page->words);
}

bool bars_page_make(bars_page *out, arms_arena *arena, const arms_bar_chart *chart,
                    const arms_chart_text *text, arms_error *err)
{
    *out = (bars_page){.chart = chart};
    out->format = (bars_format){chart->decimals, chart->changes,
                                arms_text_is(arms_text_of(chart->unit), "%")};
    if (chart->highlight >= 0 && (size_t)chart->highlight < chart->count)
        out->highlight = (size_t)chart->highlight + 1;
    for (size_t i = 0; i < chart->count; i++)
        if (!make_row(out, arena, i, err))
            return false;
    bars_scale_make(&out->scale, chart);
    place_sides(out);
    if (!page_words_make(&out->words, arena, text, out->width, err) ||
        !place_keys(out, arena, err) || !place_words(out, arena, err))
        return false;
    place_ticks(out);
    place_rows(out);
    return true;
}
