/* The parts of a chart's page that are the same for all charts. Cells of a table are
 * separated by tabs. */
#include "plots/chart_page.h"

#include <math.h>

#include <armstrade/number.h>

#include "plots/chart_files.h"

static const text_style title_style = {19, true, 0, 3};
static const text_style subtitle_style = {13, false, 0, 2};
static const text_style source_style = {11, false, 0, 3};

static const char preamble[] =
    "# Figures and words of a chart; gnuplot draws it with the .gp file of this name.\n"
    "# An empty cell is no data, which is not 0. Places are in pixels from the upper "
    "left\n"
    "# corner. In text, \\042 is a quotation mark and \\\\ a backslash.\n#\n";

bool page_words_make(page_words *out, arms_arena *arena, const arms_chart_text *text,
                     double width, arms_error *err)
{
    const char *const strings[] = {text->title, text->subtitle, text->source};
    const text_style *const styles[] = {&title_style, &subtitle_style, &source_style};
    text_lines *const lines[] = {&out->headline, &out->subtitle, &out->source};
    for (size_t i = 0; i < 3; i++) {
        text_style style = *styles[i];
        style.width = width - 2 * PAGE_MARGIN;
        if (!text_clean(&out->whole[i], arena, strings[i], err) ||
            !text_wrap(lines[i], arena, out->whole[i], &style, err))
            return false;
    }
    return true;
}

static double subtitle_top(const page_words *words)
{
    return PAGE_MARGIN + PAGE_TITLE_LINE * (double)words->headline.count + PAGE_TITLE_GAP;
}

double page_words_top(const page_words *words)
{
    return subtitle_top(words) + PAGE_SUBTITLE_LINE * (double)words->subtitle.count;
}

double page_words_foot(const page_words *words)
{
    return PAGE_MARGIN + PAGE_SOURCE_LINE * (double)words->source.count;
}

void page_put_preamble(arms_buffer *out)
{
    arms_buffer_string(out, preamble);
}

void page_put_number(arms_buffer *out, double number)
{
    char digits[ARMS_NUMBER_SIZE];
    arms_buffer_string(out, arms_number_print(digits, number));
}

static double hundredths(double place)
{
    return floor(place * 100 + 0.5) / 100;
}

void page_put_place(arms_buffer *out, double place)
{
    arms_buffer_string(out, "\t");
    page_put_number(out, hundredths(place));
}

/* gnuplot drops quotation marks around a cell and reads backslashes as in C. */
void page_put_text(arms_buffer *out, arms_text text)
{
    for (size_t i = 0; i < text.len; i++)
        if (text.ptr[i] == '"')
            arms_buffer_string(out, "\\042");
        else if (text.ptr[i] == '\\')
            arms_buffer_string(out, "\\\\");
        else
            arms_buffer_text(out, (arms_text){text.ptr + i, 1});
}

void page_put_word(arms_buffer *out, double x, double y, int kind, arms_text text)
{
    page_put_number(out, hundredths(x));
    page_put_place(out, y);
    arms_buffer_print(out, "\t%d\t", kind);
    page_put_text(out, text);
    arms_buffer_string(out, "\n");
}

/* Lines of the page's full width; `y` is the upper edge of the first. */
static void put_lines(arms_buffer *out, const text_lines *lines, int kind, double y,
                      double height)
{
    for (size_t i = 0; i < lines->count; i++)
        page_put_word(out, PAGE_MARGIN, y + height * ((double)i + 0.5), kind,
                      lines->line[i]);
}

void page_put_words(arms_buffer *out, const page_words *words, double height)
{
    put_lines(out, &words->headline, PAGE_HEADLINE, PAGE_MARGIN, PAGE_TITLE_LINE);
    put_lines(out, &words->subtitle, PAGE_SUBTITLE, subtitle_top(words),
              PAGE_SUBTITLE_LINE);
    put_lines(out, &words->source, PAGE_SOURCE, height - page_words_foot(words),
              PAGE_SOURCE_LINE);
}

void page_say(arms_buffer *out, arms_text words)
{
    if (words.len == 0)
        return;
    arms_buffer_string(out, " ");
    arms_buffer_text(out, words);
    if (words.ptr[words.len - 1] != '.')
        arms_buffer_string(out, ".");
}

bool page_draw(const char *path, page_sheet *sheet, arms_text title,
               const gnuplot_setup *setup, arms_error *err)
{
    arms_buffer *table = &sheet->table, *describe = &sheet->describe;
    chart_parts parts = {
        sheet->script, {table->data, table->len}, title, {describe->data, describe->len}};
    bool done = arms_buffer_check(table, err) && arms_buffer_check(describe, err) &&
                chart_files_make(path, &parts, setup, err);
    arms_buffer_free(table);
    arms_buffer_free(describe);
    return done;
}
