/* Views: codes of goods as one category. Expected sums are made by hand from the rows. */
#include <string.h>

#include "tests/unit/scene.h"

/* All goods of two years, some printed by heading and by their parts. */
static const char goods[] =
    "# classification: HS\n"
    "# covers: exporters=*; importers=*; years=2020-2021; categories=*\n"
    "year,exporter,importer,category,measure,value\n"
    "2020,Italy,India,9301,USD,1\n"
    "2020,Italy,India,930190,USD,1\n"
    "2020,Italy,India,930630,USD,10\n"
    "2020,Italy,India,871000,USD,100\n"
    "2020,Italy,India,890610,USD,1000\n"
    "2020,Italy,India,890690,USD,10000\n"
    "2020,Italy,India,880240,USD,100000\n";

/* The sum over the view's category. */
static double sum_of_category(const scene *s)
{
    double sum = 0;
    for (size_t i = 0; i < arms_dataset_count(s->view.dataset); i++) {
        arms_flow flow = arms_dataset_flow(s->view.dataset, i);
        sum += flow.category == s->view.category ? flow.value : 0;
    }
    return sum;
}

static void check_category(const char *category, double sum, const char *note)
{
    scene s;
    const arms_wanted wanted = {.category = category, .years = {2020, 2020}};
    if (scene_open(&s, goods, &wanted)) {
        CHECK_STRING(s.view.why, NULL);
        CHECK_NEAR(sum_of_category(&s), sum, 0);
        CHECK_STRING(arms_dataset_category(s.view.dataset, s.view.category), category);
        CHECK(scene_covers(&s, 2020) && !scene_covers(&s, 2022));
        CHECK(note ? s.view.note && strstr(s.view.note, note) : !s.view.note);
    }
    scene_close(&s);
}

static void test_codes(void)
{
    check_category("9301", 1, NULL);
    check_category("93", 11, NULL); /* 930190 is a part of 9301 */
    check_category("8710", 100, NULL);
    check_category("95", 0, NULL); /* no goods of that chapter, in a file of all */
    check_category("hs:strict", 1111, "leaves out military aircraft");
    check_category("hs:wide", 101111, "airliners");
}

static void test_codes_that_are_none(void)
{
    scene s;
    static const char *const names[] = {"9", "930", "Missiles", "eu:ML", "hs:none"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        const arms_wanted wanted = {.category = names[i], .years = {2020, 2020}};
        if (scene_open(&s, goods, &wanted))
            CHECK_ROW(s.view.gap == ARMS_VIEW_NO_CATEGORY, names[i]);
        scene_close(&s);
    }
}

static const char some_codes[] =
    "# classification: HS\n"
    "# covers: exporters=*; importers=*; years=2020; categories=9301\n"
    "# covers: exporters=*; importers=*; years=2020; categories=9306\n"
    "year,exporter,importer,category,measure,value\n"
    "2020,Italy,India,9301,USD,1\n2020,Italy,India,9306,USD,10\n";

static void check_some_codes(const char *category, const char *why)
{
    scene s;
    const arms_wanted wanted = {.category = category, .years = {2020, 2020}};
    if (scene_open(&s, some_codes, &wanted))
        CHECK_HAS(s.view.why, why);
    scene_close(&s);
}

/* What else there may be is not known. */
static void test_some_codes(void)
{
    check_some_codes("93", "not whether these are all");
    check_some_codes("hs:strict", "93 (Arms and ammunition");
}

const check_test data_view_category_tests[] = {
    {"codes of goods and sets of them", test_codes},
    {"codes that are none", test_codes_that_are_none},
    {"some codes of a chapter", test_some_codes},
    {NULL, NULL},
};
