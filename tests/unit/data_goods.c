/* Sets of arms codes: what belongs to them, by edition. */
#include <armstrade/goods.h>

#include "tests/unit/check.h"

static const arms_goods_set *set_of(const char *code)
{
    const arms_goods_set *set = arms_goods_find(arms_text_of(code));
    CHECK_ROW(set != NULL, code);
    return set;
}

static const struct {
    const char *set, *code, *edition;
    bool in;
} known[] = {
    {"hs:strict", "93", NULL, true},
    {"hs:strict", "9301", "H0", true},
    {"hs:strict", "930621", "H4", true},
    {"hs:strict", "9306.21", "H4", true},
    {"hs:strict", "871000", "H6", true},
    {"hs:strict", "8710", NULL, true},
    {"hs:strict", "890610", "H4", true},
    {"hs:strict", "890610", "H2", true},
    {"hs:strict", "890600", "H1", false}, /* with civil vessels */
    {"hs:strict", "890600", NULL, false},
    {"hs:strict", "890690", NULL, false},
    {"hs:strict", "8906", NULL, false},
    {"hs:strict", "880230", NULL, false},
    {"hs:strict", "9", NULL, false},
    {"hs:strict", "", NULL, false},
    {"hs:strict", "TOTAL", NULL, false},
    {"hs:strict", "9301", "H7", false},
    {"hs:wide", "880230", "H4", true},
    {"hs:wide", "890600", "H1", true},
    {"hs:wide", "890600", "H2", false},
    {"hs:wide", "890690", NULL, false},
    {"hs:wide", "880621", "H6", true},
    {"hs:wide", "880621", "H5", false},
    {"hs:wide", "880330", "H4", false},
    {"hs:salw", "930200", "H4", true},
    {"hs:salw", "930110", "H4", false}, /* artillery */
    {"hs:salw", "930190", "H4", true},
    {"hs:salw", "9301", "H4", false},
    {"hs:salw", "930520", "H4", true},
    {"hs:salw", "930520", "H3", false},
    {"hs:salw", "930529", "H3", true},
    {"hs:salw", "930700", "H4", false},
    {"eu:ML", "ML1", NULL, true},
    {"eu:ML", "ml 4.b", NULL, true},
    {"eu:ML", "ML22a", NULL, true},
    {"eu:ML", "ML23", NULL, false},
    {"eu:ML", "ML100", NULL, false},
    {"eu:ML", "ML", NULL, false},
    {"eu:ML", "ML1", "H4", false},
    {"unroca:seven", "VI", NULL, true},
    {"unroca:seven", "VIII", NULL, false},
    {"unroca:seven", "SALW", NULL, false},
    {"unroca:all", "SALW", NULL, true},
    {"sipri:major", "Air-defence systems", NULL, true},
    {"sipri:major", "Air defence systems", NULL, true}, /* as the old tables had it */
    {"sipri:major", "ships", NULL, true},
    {"sipri:major", "Shipslow", NULL, false},
    {"sipri:major", "SALW", NULL, false},
};

static void test_codes(void)
{
    for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
        const arms_goods_set *set = set_of(known[i].set);
        CHECK_ROW(set && arms_goods_has(set, arms_text_of(known[i].code),
                                        known[i].edition) == known[i].in,
                  known[i].code);
    }
}

static void test_lists(void)
{
    static const struct {
        const char *set, *edition;
        size_t codes;
    } rows[] = {
        {"hs:strict", NULL, 3},    {"hs:strict", "H0", 2},  {"hs:strict", "H2", 3},
        {"hs:wide", "H5", 5},      {"hs:wide", "H6", 6},    {"eu:ML", NULL, 22},
        {"unroca:seven", NULL, 7}, {"unroca:all", NULL, 8}, {"sipri:major", NULL, 11},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const arms_goods_set *set = set_of(rows[i].set);
        const arms_goods_code *code = NULL;
        size_t count = 0;
        while (set && (code = arms_goods_next(set, rows[i].edition, code)) != NULL) {
            count++;
            CHECK_STRING(code->set, rows[i].set);
            CHECK_ROW(arms_goods_has(set, arms_text_of(code->code), rows[i].edition),
                      code->code);
        }
        CHECK_ROW(count == rows[i].codes, rows[i].set);
    }
}

static void test_editions(void)
{
    CHECK(arms_goods_is_edition("H0") && arms_goods_is_edition("H6"));
    CHECK(!arms_goods_is_edition("H7") && !arms_goods_is_edition("HS"));
    CHECK(!arms_goods_is_edition("") && !arms_goods_is_edition("H"));
    CHECK(!arms_goods_is_edition("H61"));
    CHECK(!arms_goods_next(set_of("hs:strict"), "H7", NULL));
    CHECK(!arms_goods_next(set_of("eu:ML"), "H4", NULL));
}

static void test_sets(void)
{
    CHECK(!arms_goods_find(arms_text_of("hs:none")));
    CHECK(!arms_goods_find(arms_text_of("")));
    CHECK(set_of("HS:Strict") == set_of("hs:strict"));
    for (size_t i = 0; i < arms_goods_sets(); i++)
        CHECK_ROW(arms_goods_get(i)->note[0] != '\0', arms_goods_get(i)->code);
    CHECK_HAS(set_of("hs:wide")->note, "mostly civil");
    CHECK_HAS(set_of("sipri:major")->note, "small arms");
    CHECK_HAS(set_of("eu:ML")->note, "open licences carry no value");
}

const check_test data_goods_tests[] = {
    {"codes of arms", test_codes},
    {"codes as a list", test_lists},
    {"editions of codes", test_editions},
    {"sets of codes", test_sets},
    {NULL, NULL},
};
