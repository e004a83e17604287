/* The table of a chart of bars, in five blocks that bars.gp reads: the figures, the page,
 * the words, the ticks, the keys. */
#include <math.h>

#include "plots/bars_page.h"

/* Words that only bars.gp knows. */
enum {
    NUMBER = PAGE_OWN_KINDS,
    STRONG_NUMBER,
    LEFTWARD,
    STRONG_LEFTWARD,
    NOTE,
    NOTE_LEFTWARD,
    TICK,
    KEY
};

enum { TICK_MIDDLE = 12 /* above the bars */ };

static void put_figure(arms_buffer *out, const double *figures, size_t row)
{
    arms_buffer_string(out, "\t");
    if (figures && !isnan(figures[row]))
        page_put_number(out, figures[row]);
}

static void put_figures(arms_buffer *out, const bars_page *page)
{
    const arms_bar_chart *chart = page->chart;
    arms_buffer_string(out, "# row\ty\tvalue\tlow\thigh\tbefore\tparty\n");
    for (size_t i = 0; i < chart->count; i++) {
        arms_buffer_print(out, "%zu", i + 1);
        page_put_place(out, page->row[i].middle);
        put_figure(out, chart->values, i);
        put_figure(out, chart->low, i);
        put_figure(out, chart->high, i);
        put_figure(out, chart->before, i);
        arms_buffer_string(out, "\t");
        page_put_text(out, page->row[i].name);
        arms_buffer_string(out, "\n");
    }
}

static void put_page(arms_buffer *out, const bars_page *page)
{
    const double figures[] = {page->scale.low, page->scale.high, page->scale.least,
                              page->scale.most};
    arms_buffer_string(out,
                       "\n\n# width\theight\tleft\tright\ttop\tbottom\tfigure at the "
                       "left\tat the right\tcut below\tcut above\ttwo periods\t"
                       "changes\thighlight\n");
    page_put_number(out, page->width);
    page_put_place(out, page->height);
    page_put_place(out, page->left);
    page_put_place(out, page->right);
    page_put_place(out, page->top);
    page_put_place(out, page->bottom);
    for (size_t i = 0; i < sizeof figures / sizeof *figures; i++)
        put_figure(out, figures, i);
    arms_buffer_print(out, "\t%d\t%d\t%zu\n", page->chart->before != NULL,
                      page->chart->changes, page->highlight);
}

static void put_label(arms_buffer *out, const bars_page *page, size_t row)
{
    const bars_row *r = &page->row[row];
    bool strong = row + 1 == page->highlight;
    double first = r->middle - PAGE_LABEL_LINE * ((double)r->label.count - 1) / 2;
    for (size_t i = 0; i < r->label.count; i++)
        page_put_word(out, page->labels, first + PAGE_LABEL_LINE * (double)i,
                      strong ? PAGE_STRONG_LABEL : PAGE_LABEL, r->label.line[i]);
}

static void put_row_words(arms_buffer *out, const bars_page *page, size_t row)
{
    static const int kinds[2][2] = {{NUMBER, LEFTWARD}, {STRONG_NUMBER, STRONG_LEFTWARD}};
    const bars_row *r = &page->row[row];
    int kind = kinds[row + 1 == page->highlight][r->leftward];
    if (isnan(page->chart->values[row]))
        kind = r->leftward ? NOTE_LEFTWARD : NOTE;
    page_put_word(out, r->at, r->middle, kind, r->shown);
}

static void put_tick_words(arms_buffer *out, const bars_page *page, double tick)
{
    char digits[BARS_NUMBER_SIZE];
    bars_format format = page->format;
    format.decimals = page->tick_decimals;
    page_put_word(out, bars_page_place(page, tick), page->top - TICK_MIDDLE, TICK,
                  arms_text_of(bars_number(digits, tick, &format)));
}

static void put_key_words(arms_buffer *out, const bars_mark *mark, bars_key key)
{
    if (mark->words.count > 0)
        page_put_word(out, mark->x + (key == BARS_KEY_UNIT ? 0 : BARS_KEY_SIGN), mark->y,
                      KEY, mark->words.line[0]);
}

static void put_words(arms_buffer *out, const bars_page *page)
{
    arms_buffer_string(out, "\n\n# x\ty\tkind\ttext\n");
    page_put_words(out, &page->words, page->height);
    for (size_t i = 0; i < page->chart->count; i++) {
        put_label(out, page, i);
        put_row_words(out, page, i);
    }
    for (size_t i = 0; i < page->ticks; i++)
        put_tick_words(out, page, page->tick[i]);
    for (bars_key key = 0; key < BARS_KEYS; key++)
        put_key_words(out, &page->key[key], key);
}

static void put_ticks(arms_buffer *out, const bars_page *page)
{
    arms_buffer_string(out, "\n\n# tick\tx\n");
    for (size_t i = 0; i < page->ticks; i++) {
        arms_buffer_print(out, "%zu", i + 1);
        page_put_place(out, bars_page_place(page, page->tick[i]));
        arms_buffer_string(out, "\n");
    }
}

/* A chart may have no key, but a block must have a line: number 0 has no sign. */
static void put_keys(arms_buffer *out, const bars_page *page)
{
    arms_buffer_string(out, "\n\n# key\tx\ty\n0\t0\t0\n");
    for (bars_key key = BARS_KEY_LATER; key < BARS_KEYS; key++) {
        const bars_mark *mark = &page->key[key];
        if (mark->words.count == 0)
            continue;
        arms_buffer_print(out, "%d", (int)key);
        page_put_place(out, mark->x);
        page_put_place(out, mark->y);
        arms_buffer_string(out, "\n");
    }
}

void bars_page_table(arms_buffer *out, const bars_page *page)
{
    page_put_preamble(out);
    put_figures(out, page);
    put_page(out, page);
    put_words(out, page);
    put_ticks(out, page);
    put_keys(out, page);
}

static void say_number(arms_buffer *out, const bars_page *page, double number)
{
    char digits[BARS_NUMBER_SIZE];
    arms_buffer_string(out, bars_number(digits, number, &page->format));
}

static void say_more(arms_buffer *out, const bars_page *page, size_t row)
{
    const arms_bar_chart *chart = page->chart;
    if (bars_page_bounded(chart, row)) {
        arms_buffer_string(out, ", bounds ");
        say_number(out, page, chart->low[row]);
        arms_buffer_string(out, " to ");
        say_number(out, page, chart->high[row]);
    }
    if (chart->before && !isnan(chart->before[row])) {
        arms_buffer_string(out, ", before ");
        say_number(out, page, chart->before[row]);
    }
    if (bars_scale_cuts(&page->scale, chart->values[row]))
        arms_buffer_string(out, ", bar cut short");
}

static void say_rows(arms_buffer *out, const bars_page *page)
{
    for (size_t i = 0; i < page->chart->count; i++) {
        arms_buffer_string(out, i > 0 ? "; " : " ");
        arms_buffer_text(out, page->row[i].name);
        arms_buffer_string(out, ": ");
        arms_buffer_text(out, page->row[i].words);
        say_more(out, page, i);
    }
    arms_buffer_string(out, ".");
}

static void say_key(arms_buffer *out, const char *before, const bars_mark *mark)
{
    if (mark->words.count == 0)
        return;
    arms_buffer_string(out, before);
    arms_buffer_text(out, mark->words.line[0]);
}

void bars_page_describe(arms_buffer *out, const bars_page *page)
{
    size_t count = page->chart->count;
    arms_buffer_print(out, "%s for %zu part%s",
                      page->chart->changes ? "Bars of changes" : "Bars", count,
                      count == 1 ? "y" : "ies");
    say_key(out, ", in ", &page->key[BARS_KEY_UNIT]);
    say_key(out, ", ", &page->key[BARS_KEY_LATER]);
    say_key(out, ", before: ", &page->key[BARS_KEY_EARLIER]);
    arms_buffer_string(out, ".");
    say_rows(out, page);
    page_say(out, page->words.whole[1]);
    page_say(out, page->words.whole[2]);
}
