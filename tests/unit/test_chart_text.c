/* The parts of a chart that need no gnuplot: label layout, cleaned and broken text, and
 * the finishing of SVG. */
#include <string.h>

#include <gsl/gsl_test.h>

#include "plots/label_layout.h"
#include "plots/svg_finish.h"
#include "plots/text_lines.h"

static int out_of_order(const label_box *boxes, size_t count, double low, double high)
{
    int bad = 0;
    double edge = low - 1e-9;
    for (size_t i = 0; i < count; i++) {
        bad += boxes[i].middle - boxes[i].height / 2 < edge;
        edge = boxes[i].middle + boxes[i].height / 2 - 1e-9;
    }
    return bad + (edge > high + 1e-9);
}

static void test_layout_leaves_good_places(void)
{
    label_box boxes[] = {{20, 10, 0}, {50, 10, 0}, {90, 10, 0}};
    label_layout(boxes, 3, 0, 100);
    for (size_t i = 0; i < 3; i++)
        gsl_test_rel(boxes[i].middle, boxes[i].wish, 1e-12, "box %zu stays", i);
}

static void test_layout_spreads(void)
{
    label_box boxes[] = {{50, 10, 0}, {50, 10, 0}, {51, 20, 0}, {52, 10, 0}};
    label_layout(boxes, 4, 0, 100);
    gsl_test_int(out_of_order(boxes, 4, 0, 100), 0, "equal wishes are spread");
    label_box ends[] = {{0, 10, 0}, {1, 10, 0}, {99, 10, 0}, {100, 10, 0}};
    label_layout(ends, 4, 0, 100);
    gsl_test_int(out_of_order(ends, 4, 0, 100), 0, "boxes stay inside");
    gsl_test_rel(ends[0].middle, 5, 1e-12, "the first is at the edge");
    gsl_test_rel(ends[3].middle, 95, 1e-12, "the last is at the edge");
}

/* Two that overlap give way by the same amount, the third is far enough away. */
static void test_layout_is_nearest(void)
{
    label_box boxes[] = {{50, 10, 0}, {54, 10, 0}, {80, 10, 0}};
    label_layout(boxes, 3, 0, 100);
    gsl_test_rel(boxes[0].middle, 47, 1e-12, "the first gives way by 3");
    gsl_test_rel(boxes[1].middle, 57, 1e-12, "the second gives way by 3");
    gsl_test_rel(boxes[2].middle, 80, 1e-12, "the third stays");
}

static void test_layout_without_room(void)
{
    label_box boxes[] = {{10, 30, 0}, {10, 30, 0}, {10, 60, 0}};
    label_layout(boxes, 3, 0, 60);
    gsl_test(!(boxes[0].middle < boxes[1].middle && boxes[1].middle < boxes[2].middle),
             "without room the order is kept");
    gsl_test(!(boxes[0].middle > 0 && boxes[2].middle < 60), "and all are inside");
    label_layout(boxes, 0, 0, 60);
}

static void check_clean(const char *given, const char *expected, const char *what)
{
    arms_arena arena = {0};
    arms_error err = {0};
    arms_text text;
    bool done = text_clean(&text, &arena, given, &err);
    gsl_test(!done || !arms_text_is(text, expected), "clean text: %s", what);
    arms_arena_free(&arena);
}

static void test_clean(void)
{
    check_clean(NULL, "", "none");
    check_clean(" a\t\nb\x01\x7F ", "a b", "blanks and control characters");
    check_clean("x\xC2\x85y\xC2\xA0z", "x y z", "C1 and no-break space");
    check_clean("a\xE2\x80\xAE"
                "b\xE2\x80\x8B"
                "c",
                "abc", "direction and zero width");
    check_clean("a\xFF\xC3", "a\xEF\xBF\xBD\xEF\xBF\xBD", "malformed bytes");
    check_clean("\xEF\xBF\xBF", "\xEF\xBF\xBD", "no character");
    check_clean("T\xC3\xBCrkiye \xE4\xB8\xAD", "T\xC3\xBCrkiye \xE4\xB8\xAD", "letters");
}

static text_lines wrap(arms_arena *arena, const char *text, double width, size_t most)
{
    text_lines lines = {NULL, 0, 0};
    text_style style = {10, false, width, most};
    arms_error err = {0};
    gsl_test(!text_wrap(&lines, arena, arms_text_of(text), &style, &err), "wrap %s",
             text);
    return lines;
}

static void test_wrap(void)
{
    arms_arena arena = {0};
    text_lines lines = wrap(&arena, "one two three four", 1000, 3);
    gsl_test(lines.count != 1, "what fits is one line");
    lines = wrap(&arena, "aaaa bbbb cccc dddd ee", 100, 3);
    gsl_test(lines.count != 2 || !arms_text_is(lines.line[0], "aaaa bbbb"),
             "lines are of like length");
    lines = wrap(&arena, "one two three four five six seven eight", 60, 2);
    gsl_test(lines.count != 2 || lines.width > 60, "two lines, not too wide");
    gsl_test(memcmp(lines.line[1].ptr + lines.line[1].len - 3, "\xE2\x80\xA6", 3) != 0,
             "what does not fit ends in an ellipsis");
    lines = wrap(&arena, "abcdefghijklmnopqrstuvwxyz", 40, 9);
    gsl_test(lines.count < 3 || lines.width > 40, "a long word is broken");
    lines = wrap(&arena, "", 40, 2);
    gsl_test(lines.count != 0, "no text, no line");
    arms_arena_free(&arena);
}

static const char small_svg[] =
    "<?xml version=\"1.0\"?>\n<svg \n width=\"9\"\n>\n\n<title>Gnuplot</title>\n"
    "<desc>Produced by GNUPLOT</desc>\n\n<g id=\"a\"><title>go</title>"
    "<use xlink:href='#b'/><text> id=\"b\" ]]> &lt;</text></g>\n</svg>\n";

static const char finished_svg[] =
    "<?xml version=\"1.0\"?>\n<svg \n width=\"9\"\n role=\"img\" "
    "aria-labelledby=\"x-title x-desc\"\n>\n\n<title id=\"x-title\">A &lt; B &amp; C"
    "</title>\n<desc id=\"x-desc\">&quot;d&quot;</desc>\n\n<g id=\"x-a\">"
    "<use xlink:href='#x-b'/><text> id=\"b\" ]]&gt; &lt;</text></g>\n</svg>\n";

static void test_finish(void)
{
    svg_words words = {"x", arms_text_of("A < B & C"), arms_text_of("\"d\"")};
    arms_buffer out = {0};
    arms_error err = {0};
    gsl_test(!svg_finish(&out, arms_text_of(small_svg), &words, &err), "SVG is finished");
    gsl_test(!out.data || strcmp(out.data, finished_svg) != 0, "finished SVG:\n%s",
             out.data ? out.data : "");
    gsl_test(svg_finish(&out, arms_text_of("<html></html>"), &words, &err) ||
                 err.code != ARMS_SYSTEM,
             "what is no SVG is refused");
    gsl_test(svg_finish(&out, arms_text_of(""), &words, &err), "so is nothing");
    arms_buffer_free(&out);
}

int main(void)
{
    test_layout_leaves_good_places();
    test_layout_spreads();
    test_layout_is_nearest();
    test_layout_without_room();
    test_clean();
    test_wrap();
    test_finish();
    return gsl_test_summary();
}
