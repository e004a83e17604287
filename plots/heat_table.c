/* The table of a heatmap, in four blocks that heat.gp reads: the figures, the page, the
 * words, the areas to be coloured. Cells of the table are separated by tabs, and text is
 * the last cell of its line, since gnuplot takes a quotation mark for the beginning of a
 * longer cell. */
#include <math.h>

#include <armstrade/number.h>

#include "plots/heat_page.h"

/* Words that only heat.gp knows … */
enum {
    YEAR = PAGE_OWN_KINDS,
    NUMBER,      /* in a pale cell … */
    PALE_NUMBER, /* … and in a dark one */
    LEGEND,
    KEY_WORD
};

/* … and areas. */
enum { FRAME = 1, COLOUR, NO_DATA, NIL_KEY, RAMP, ROW_EDGE };

enum {
    RAMP_STEPS = 55,
    LEGEND_TOP = 16, /* from the years to the legend */
    LEGEND_HIGH = 12,
    KEY_GAP = 26,
    LABEL_LINE = 14,
    RAMP_LEFT = PAGE_MARGIN + 4
};

static const double dark = 0.58; /* shades from here on want pale numbers */

static void put_figures(arms_buffer *out, const heat_page *page)
{
    arms_buffer_string(out, "# year");
    for (size_t r = 0; r < page->chart->row_count; r++) {
        arms_buffer_string(out, "\t");
        page_put_text(out, page->name[r]);
    }
    for (int year = page->first; year <= page->last; year++) {
        arms_buffer_print(out, "\n%d", year);
        for (size_t r = 0; r < page->chart->row_count; r++) {
            double figure = heat_page_figure(page, r, year);
            arms_buffer_string(out, "\t");
            if (!isnan(figure))
                page_put_number(out, figure);
        }
    }
    arms_buffer_string(out, "\n");
}

static void put_page(arms_buffer *out, const heat_page *page)
{
    arms_buffer_string(out, "\n\n# width\theight\tslot\tsize of numbers\n");
    page_put_number(out, page->width);
    page_put_place(out, page->height);
    page_put_place(out, heat_page_slot(page));
    page_put_place(out, page->number_size);
    arms_buffer_string(out, "\n");
}

static double year_left(const heat_page *page, int year)
{
    return page->left + heat_page_slot(page) * (year - page->first);
}

static double row_middle(const heat_page *page, size_t row)
{
    return page->top + heat_page_row(page) * ((double)row + 0.5);
}

static void put_label(arms_buffer *out, const heat_page *page, size_t row)
{
    const text_lines *label = &page->label[row];
    double first = row_middle(page, row) - LABEL_LINE * ((double)label->count - 1) / 2;
    for (size_t i = 0; i < label->count; i++)
        page_put_word(out, page->left - PAGE_LABEL_GAP, first + LABEL_LINE * (double)i,
                      row + 1 == page->highlight ? PAGE_STRONG_LABEL : PAGE_LABEL,
                      label->line[i]);
}

/* Every year where there is room; else round ones. */
static void put_years(arms_buffer *out, const heat_page *page)
{
    double slot = heat_page_slot(page);
    int step = slot >= 34 ? 1 : slot >= 18 ? 2 : slot >= 7.5 ? 5 : 10;
    for (int year = page->first; year <= page->last; year++) {
        char digits[ARMS_NUMBER_SIZE];
        bool shown = step < 5 ? (page->last - year) % step == 0 : year % step == 0;
        if (shown)
            page_put_word(out, year_left(page, year) + slot / 2,
                          page->bottom + PAGE_YEARS / 2.0, YEAR,
                          arms_text_of(arms_number_print(digits, year)));
    }
}

static void put_row_numbers(arms_buffer *out, const heat_page *page, size_t row)
{
    for (int year = page->first; year <= page->last; year++) {
        char number[AXIS_NUMBER];
        double figure = heat_page_figure(page, row, year);
        if (!(figure > 0))
            continue;
        page_put_word(out, year_left(page, year) + heat_page_slot(page) / 2,
                      row_middle(page, row),
                      heat_page_shade(page, figure) >= dark ? PALE_NUMBER : NUMBER,
                      arms_text_of(heat_page_number(number, page, figure)));
    }
}

static double legend_top(const heat_page *page)
{
    return page->bottom + PAGE_YEARS + LEGEND_TOP;
}

static bool has_colours(const heat_page *page)
{
    return page->chart->value[page->peak] > 0;
}

/* A number under the ramp, with the room it takes. */
typedef struct ramp_word {
    char number[AXIS_NUMBER];
    double x, half;
} ramp_word;

static ramp_word ramp_word_at(const heat_page *page, int tick)
{
    ramp_word word;
    double value = axis_tick(&page->scale, tick);
    axis_print(word.number, value, axis_decimals(&page->scale));
    word.x = RAMP_LEFT + PAGE_RAMP * heat_page_shade(page, value);
    word.half = text_width(arms_text_of(word.number), 11, false) / 2 + 3;
    return word;
}

/* The last one always stands, others where they do not touch it or those before. */
static void put_ramp_words(arms_buffer *out, const heat_page *page)
{
    int count = has_colours(page) ? axis_ticks(&page->scale) : 0;
    double free = 0;
    for (int i = 0; i < count; i++) {
        ramp_word word = ramp_word_at(page, i), last = ramp_word_at(page, count - 1);
        bool fits =
            word.x + word.half <= last.x - last.half && word.x - word.half >= free;
        if (i + 1 < count && !fits)
            continue;
        page_put_word(out, word.x, legend_top(page) + LEGEND_HIGH + 10, LEGEND,
                      arms_text_of(word.number));
        free = word.x + word.half;
    }
}

/* A key of the legend: the left end of its swatch. */
typedef struct legend_key {
    bool shown;
    double x;
    const char *word;
} legend_key;

enum { KEYS = 2 };

static void place_keys(legend_key keys[KEYS], const heat_page *page)
{
    double x = PAGE_MARGIN + (has_colours(page) ? 4 + PAGE_RAMP + KEY_GAP + 14 : 0);
    keys[0] = (legend_key){page->nil > 0, x, "nil (0)"};
    if (page->nil > 0)
        x += PAGE_SWATCH + PAGE_WORD_GAP +
             text_width(arms_text_of("nil (0)"), 12, false) + KEY_GAP;
    keys[1] = (legend_key){page->missing > 0, x, "no data"};
}

static void put_words(arms_buffer *out, const heat_page *page)
{
    legend_key keys[KEYS];
    place_keys(keys, page);
    arms_buffer_string(out, "\n\n# x\ty\tkind\ttext\n");
    page_put_words(out, &page->words, page->height);
    for (size_t r = 0; r < page->chart->row_count; r++)
        put_label(out, page, r);
    put_years(out, page);
    for (size_t r = 0; page->number_size > 0 && r < page->chart->row_count; r++)
        put_row_numbers(out, page, r);
    put_ramp_words(out, page);
    for (size_t k = 0; k < KEYS; k++)
        if (keys[k].shown)
            page_put_word(out, keys[k].x + PAGE_SWATCH + PAGE_WORD_GAP,
                          legend_top(page) + LEGEND_HIGH / 2.0, KEY_WORD,
                          arms_text_of(keys[k].word));
}

/* A rectangle and, where it is coloured, its shade. */
typedef struct area {
    int kind;
    double left, right, top, bottom, shade;
} area;

static void put_area(arms_buffer *out, area a)
{
    arms_buffer_print(out, "%d", a.kind);
    page_put_place(out, a.left);
    page_put_place(out, a.right);
    page_put_place(out, a.top);
    page_put_place(out, a.bottom);
    arms_buffer_string(out, "\t");
    page_put_number(out, floor(a.shade * 1e4 + 0.5) / 1e4);
    arms_buffer_string(out, "\n");
}

/* Coloured cells one by one, neighbours without data together. */
static void put_row_areas(arms_buffer *out, const heat_page *page, size_t row)
{
    double middle = row_middle(page, row), half = heat_page_row(page) / 2;
    int empty = 0;
    for (int year = page->first; year <= page->last + 1; year++) {
        double figure = year <= page->last ? heat_page_figure(page, row, year) : 0;
        double left = year_left(page, year);
        if (!isnan(figure) && empty > 0)
            put_area(out, (area){NO_DATA, year_left(page, year - empty), left,
                                 middle - half, middle + half, 0});
        empty = isnan(figure) ? empty + 1 : 0;
        if (figure > 0)
            put_area(out, (area){COLOUR, left, year_left(page, year + 1), middle - half,
                                 middle + half, heat_page_shade(page, figure)});
    }
}

static void put_legend(arms_buffer *out, const heat_page *page)
{
    double top = legend_top(page), bottom = top + LEGEND_HIGH;
    double step = (double)PAGE_RAMP / RAMP_STEPS;
    legend_key keys[KEYS];
    place_keys(keys, page);
    for (int i = 0; has_colours(page) && i < RAMP_STEPS; i++)
        put_area(out, (area){RAMP, RAMP_LEFT + step * i, RAMP_LEFT + step * (i + 1), top,
                             bottom, (i + 0.5) / RAMP_STEPS});
    for (int k = 0; k < KEYS; k++)
        if (keys[k].shown)
            put_area(out, (area){k == 0 ? NIL_KEY : NO_DATA, keys[k].x,
                                 keys[k].x + PAGE_SWATCH, top, bottom, 0});
}

static void put_areas(arms_buffer *out, const heat_page *page)
{
    arms_buffer_string(out, "\n\n# kind\tleft\tright\ttop\tbottom\tshade\n");
    put_area(out, (area){FRAME, page->left, page->right, page->top, page->bottom, 0});
    for (size_t r = 1; r < page->chart->row_count; r++) {
        double edge = page->top + heat_page_row(page) * (double)r;
        put_area(out, (area){ROW_EDGE, page->left, page->right, edge, edge, 0});
    }
    for (size_t r = 0; r < page->chart->row_count; r++)
        put_row_areas(out, page, r);
    put_legend(out, page);
}

void heat_page_table(arms_buffer *out, const heat_page *page)
{
    page_put_preamble(out);
    put_figures(out, page);
    put_page(out, page);
    put_words(out, page);
    put_areas(out, page);
}
