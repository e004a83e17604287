/* Charts drawn with a gnuplot that is there, absent, or does wrong. Hostile text must be
 * drawn as it is and run nothing. Parts that need gnuplot are skipped, with a word, where
 * it is absent. */
#define _POSIX_C_SOURCE 200809L

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include <gsl/gsl_test.h>

#include <armstrade/chart.h>

#include "plots/share_chart.h"
#include "tests/unit/chart_scene.h"

static const int years[] = {2014, 2015, 2017, 2018};
static const char *const plain_labels[] = {"China", "T\xC3\xBCrkiye", "Others"};
static const double percent[] = {60, 30, 10, 100, 0, 0, NAN, NAN, NAN, 55.5, 0.5, 44};
static const arms_chart_text plain_text = {"A finding", "What is shown", "Source: none"};

static arms_share_chart plain_chart(void)
{
    return (arms_share_chart){years, 4, plain_labels, 3, percent, true, 0};
}

static bool draw(const scene *s, const arms_share_chart *chart, const char *search,
                 int seconds, arms_error *err)
{
    gnuplot_setup setup = {search, seconds};
    *err = (arms_error){0};
    return share_chart_draw(s->chart, chart, &plain_text, &setup, err);
}

static void check_refused(const scene *s, const arms_share_chart *chart, arms_code code,
                          const char *what)
{
    arms_error err;
    gsl_test(draw(s, chart, NULL, 0, &err) || err.code != code, "refused: %s (%s)", what,
             err.text);
    gsl_test_int(scene_count(s->folder, false), 1, "nothing is left after %s", what);
}

static void test_bad_figures(const scene *s)
{
    static const double none[] = {NAN, NAN, NAN}, high[] = {60, 50, 0},
                        low[] = {-1, 0, 0};
    static const int falling[] = {2015, 2014}, far[] = {1000, 2000};
    arms_share_chart chart = plain_chart();
    chart.year_count = 0;
    check_refused(s, &chart, ARMS_DOMAIN, "no years");
    chart = (arms_share_chart){years, 1, plain_labels, 3, none, false, -1};
    check_refused(s, &chart, ARMS_DOMAIN, "no data");
    chart.percent = high;
    check_refused(s, &chart, ARMS_DOMAIN, "110 per cent");
    chart.percent = low;
    check_refused(s, &chart, ARMS_DOMAIN, "a negative share");
    chart = (arms_share_chart){falling, 2, plain_labels, 3, percent, false, -1};
    check_refused(s, &chart, ARMS_DOMAIN, "falling years");
    chart.years = far;
    check_refused(s, &chart, ARMS_LIMIT, "a thousand years");
    chart.series_count = 9;
    check_refused(s, &chart, ARMS_LIMIT, "nine series");
}

static void check_path(const char *path, arms_code code, const char *what)
{
    arms_share_chart chart = plain_chart();
    gnuplot_setup setup = {NULL, 0};
    arms_error err = {0};
    gsl_test(share_chart_draw(path, &chart, &plain_text, &setup, &err) ||
                 err.code != code,
             "refused: %s (%s: %s)", what, err.file, err.text);
}

static void test_bad_paths(const scene *s)
{
    char path[PATH_SIZE];
    scene_join(path, s->folder, "chart.png");
    check_path(path, ARMS_USAGE, "PNG");
    scene_join(path, s->folder, ".svg");
    check_path(path, ARMS_USAGE, "no name");
    scene_join(path, s->folder, "a\nb.svg");
    check_path(path, ARMS_USAGE, "a name of two lines");
    scene_join(path, s->folder, "missing/chart.svg");
    check_path(path, ARMS_SYSTEM, "a missing folder");
    gsl_test_int(scene_count(s->folder, false), 1, "nothing is left after a bad path");
}

/* Neither an empty folder nor the current one gives a gnuplot. */
static void test_absent(const scene *s)
{
    const char *const searches[] = {"", ".", ":", "bin", s->folder};
    for (size_t i = 0; i < sizeof searches / sizeof *searches; i++) {
        arms_share_chart chart = plain_chart();
        arms_error err;
        gsl_test(draw(s, &chart, searches[i], 0, &err) || err.code != ARMS_SYSTEM ||
                     !strstr(err.text, "not installed"),
                 "no gnuplot in \"%s\"", searches[i]);
    }
    gsl_test_int(scene_count(s->folder, false), 1, "nothing is left without gnuplot");
}

typedef struct fake {
    const char *what, *script, *says;
} fake;

static const fake fakes[] = {
    {"hangs", "#!/bin/sh\nexec sleep 60\n", "longer than"},
    {"leaves a child that hangs", "#!/bin/sh\nsleep 60 &\nwait\n", "longer than"},
    {"closes its output and hangs", "#!/bin/sh\nexec >&- 2>&-\nexec sleep 60\n",
     "longer than"},
    {"floods", "#!/bin/sh\nwhile :; do echo y; done\n", "longer than"},
    {"fails", "#!/bin/sh\necho '\"chart.gp\" line 7: bad \033[31m' >&2\nexit 1\n",
     "line 7: bad \\x1B"},
    {"fails without a word", "#!/bin/sh\nexit 3\n", "no reason"},
    {"is killed", "#!/bin/sh\nkill -9 $$\n", "signal 9"},
    {"writes nothing", "#!/bin/sh\nexit 0\n", "no whole drawing"},
    {"writes an empty file", "#!/bin/sh\n: >chart.svg\n", "no whole drawing"},
    {"writes half", "#!/bin/sh\necho '<svg width=\"1\"><g>' >chart.svg\n",
     "no whole drawing"},
    {"writes something else", "#!/bin/sh\necho 'hello </svg>' >chart.svg\n",
     "no whole drawing"},
    {"is no program", "not a program", "cannot be started"},
};

static void test_fakes(const scene *s)
{
    for (size_t i = 0; i < sizeof fakes / sizeof *fakes; i++) {
        arms_share_chart chart = plain_chart();
        arms_error err;
        time_t start = time(NULL);
        gsl_test(!scene_write(s->program, fakes[i].script, 0700), "a gnuplot that %s",
                 fakes[i].what);
        gsl_test(draw(s, &chart, s->search, 1, &err) || err.code != ARMS_SYSTEM ||
                     !strstr(err.text, fakes[i].says),
                 "a gnuplot that %s: %s", fakes[i].what, err.text);
        gsl_test(time(NULL) - start > 10, "a gnuplot that %s: in time", fakes[i].what);
        gsl_test_int(scene_count(s->folder, false), 1, "a gnuplot that %s: no file",
                     fakes[i].what);
    }
    gsl_test(unlink(s->program) != 0, "the last false gnuplot is removed");
}

/* A false gnuplot that succeeds, to see what it is given. */
static void test_given(const scene *s)
{
    gsl_test(
        !scene_write(s->program,
                     "#!/bin/sh\n[ \"$*\" = '-d chart.gp' ] || exit 1\n"
                     "[ -z \"$GNUTERM\" ] && [ \"$HOME\" = /nonexistent ] || exit 1\n"
                     "[ \"$LC_ALL\" = C.UTF-8 ] || exit 1\n"
                     "if read line; then exit 1; fi\n"
                     "echo '<svg a=\"1\"></svg>' >chart.svg\n",
                     0700),
        "a gnuplot that looks around");
    arms_share_chart chart = plain_chart();
    arms_error err;
    /* One thread. NOLINTNEXTLINE(concurrency-mt-unsafe) */
    gsl_test(setenv("GNUTERM", "dumb", 1) != 0, "GNUTERM is set");
    gsl_test(!draw(s, &chart, s->search, 5, &err), "it is given what it should be: %s",
             err.text);
    gsl_test(unlink(s->program) != 0, "it is removed");
    gsl_test_int(scene_count(s->folder, true), 4, "three files and no more");
}

/* A target that cannot be replaced: what was there before stays as it was. */
static void test_old_files_stay(const scene *s)
{
    char table[PATH_SIZE], script[PATH_SIZE];
    scene_join(table, s->folder, "chart.tsv");
    scene_join(script, s->folder, "chart.gp");
    gsl_test(!scene_write(table, "old", 0600) || mkdir(script, 0700) != 0, "old files");
    arms_share_chart chart = plain_chart();
    arms_error err;
    gsl_test(draw(s, &chart, NULL, 0, &err) || err.code != ARMS_SYSTEM,
             "a folder in the place of the script: %s", err.text);
    char *bytes = scene_read(s->folder, "chart.tsv");
    gsl_test(!bytes || strcmp(bytes, "old") != 0, "the old table is there");
    free(bytes);
    gsl_test(rmdir(script) != 0, "the folder is removed");
    gsl_test_int(scene_count(s->folder, true), 2, "nothing else is there");
}

static void test_files(const scene *s)
{
    arms_share_chart chart = plain_chart();
    arms_error err;
    gsl_test(!draw(s, &chart, NULL, 0, &err), "a chart is drawn: %s", err.text);
    char *first = scene_read(s->folder, "chart.svg");
    char *table = scene_read(s->folder, "chart.tsv");
    gsl_test(!first || !strstr(first, "role=\"img\""), "the SVG is finished");
    gsl_test(!first ||
                 !strstr(first, "<title id=\"chart-chart-title\">A finding</title>"),
             "the finding is its title");
    gsl_test(!first || !strstr(first, "no data for 2016, 2017"), "gaps are told");
    gsl_test(!first || !strstr(first, ">no data</text>"), "and shown");
    gsl_test(!table || !strstr(table, "\n2015\t100\t0\t0\n2016\t\t\t\n2017\t\t\t\n"),
             "the table tells 0 from no data");
    gsl_test(!arms_chart_share(s->chart, &chart, &plain_text, &err),
             "it is drawn again, through the public door: %s", err.text);
    char *second = scene_read(s->folder, "chart.svg");
    gsl_test(!first || !second || strcmp(first, second) != 0, "with the same bytes");
    free(first);
    free(second);
    free(table);
}

/* The files that were kept draw the chart on their own, under any name. */
static void test_redraw(const scene *s)
{
    gnuplot_job job = {s->folder, "chart.gp", "chart.svg"};
    gnuplot_setup setup = {NULL, 0};
    arms_buffer svg = {0};
    arms_error err = {0};
    gsl_test(unlink(s->chart) != 0, "the picture is removed");
    gsl_test(!gnuplot_draw(&svg, &job, &setup, &err), "and redrawn: %s", err.text);
    gsl_test(!svg.data || !strstr(svg.data, ">A finding</text>"), "with its headline");
    arms_buffer_free(&svg);
    gsl_test_int(scene_count(s->folder, true), 4, "three files and no more");
}

static const char *const hostile[] = {
    "`touch pwned`",
    "\"; system(\"touch pwned\") # \"",
    "$(touch pwned) @ARG1 %s %n",
    "e",
    "' . system('touch pwned') . '",
    "<b>&amp;]]></text><script>x</script>",
    "# \\n \\042 {/Bold x}_1^2 \\",
    "-\xE2\x80\xAE\x01\xFF\ttouch\npwned",
};

/* As they must stand in the SVG. */
static const char *const drawn[] = {
    ">`touch pwned`</text>",
    ">\"; system(\"touch pwned\") # \"</text>",
    ">$(touch pwned) @ARG1 %s %n</text>",
    ">e</text>",
    ">' . system('touch pwned') . '</text>",
    ">&lt;b&gt;&amp;amp;]]&gt;&lt;/text&gt;&lt;script&gt;x", /* broken into lines */
    "># \\n \\042 {/Bold x}_1^2 \\</text>",
    ">- \xEF\xBF\xBD touch pwned</text>",
};

static void check_hostile(const scene *s, const arms_chart_text *text, const char *name)
{
    static const double shares[] = {30, 20, 10, 10, 10, 10, 5, 5};
    arms_share_chart chart = {years, 1, hostile, 8, shares, false, 1};
    char path[PATH_SIZE], file[PATH_SIZE];
    gnuplot_setup setup = {NULL, 0};
    arms_error err = {0};
    gsl_test(snprintf(file, sizeof file, "%s.svg", name) < 0, "name");
    scene_join(path, s->folder, file);
    gsl_test(!share_chart_draw(path, &chart, text, &setup, &err),
             "hostile text in %s: %s", name, err.text);
    char *svg = scene_read(s->folder, file);
    for (size_t i = 0; i < sizeof drawn / sizeof *drawn; i++)
        gsl_test(!svg || !strstr(svg, drawn[i]), "drawn as it is: %s", hostile[i]);
    gsl_test(!svg || strstr(svg, "<script") || strstr(svg, "]]>"), "no markup");
    free(svg);
    /* What a command had made would keep the private folder from being removed. */
    gsl_test_int(scene_count(s->folder, true), 4, "nothing was run");
}

static void test_hostile(const scene *s)
{
    for (size_t i = 0; i < sizeof hostile / sizeof *hostile; i++) {
        arms_chart_text text = {hostile[i], hostile[i], hostile[i]};
        check_hostile(s, &text, "chart");
    }
    static const char *const names[] = {"`x`", "it's \"x\"", "$x", "@ARG1",
                                        "<x",  "|x",         "-x"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        check_hostile(s, &plain_text, names[i]);
}

static void test_drawing(const scene *s)
{
    if (scene_no_gnuplot())
        return;
    test_bad_figures(s);
    test_bad_paths(s);
    test_files(s);
    test_redraw(s);
    test_old_files_stay(s);
    test_hostile(s);
}

int main(void)
{
    scene s;
    if (!scene_set(&s)) {
        gsl_test(1, "a temporary folder can be made");
        return gsl_test_summary();
    }
    test_absent(&s);
    test_fakes(&s);
    test_given(&s);
    test_drawing(&s);
    gsl_test(!scene_strike(&s), "the test leaves nothing behind");
    return gsl_test_summary();
}
