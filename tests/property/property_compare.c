/* Comparisons of random worlds: differences add up, a world equals itself, the other way
 * round is the mirror image, the order of rows does not matter, and two prints of one
 * truth never exclude each other. */
#include <math.h>
#include <string.h>

#include "tests/property/random.h"
#include "tests/property/world.h"
#include "tests/unit/versus.h"

enum { PAIRS = 120, DEALS = 40 };

/* Two loaded worlds and their comparison. */
typedef struct meeting {
    fixture f[2];
    arms_arena arena;
    arms_comparison *c;
} meeting;

static bool meet(meeting *m, const world *first, const world *second,
                 const arms_compare_question *question)
{
    *m = (meeting){{world_load(first), world_load(second)}, {0}, NULL};
    const arms_dataset *const two[] = {m->f[0].data, m->f[1].data};
    arms_error err = {0};
    return CHECK(two[0] && two[1]) &&
           (arms_compare(&m->c, &m->arena, two, question, &err) ||
            CHECK_STRING(err.text, ""));
}

static void part(meeting *m)
{
    arms_arena_free(&m->arena);
    fixture_free(&m->f[0]);
    fixture_free(&m->f[1]);
}

static arms_compare_question random_question(void)
{
    static const arms_grain grains[] = {ARMS_GRAIN_FINEST, ARMS_GRAIN_IMPORTERS,
                                        ARMS_GRAIN_EXPORTERS, ARMS_GRAIN_TOTAL};
    arms_compare_question question = {.each_year = random_below(2)};
    int first = 2020 + (int)random_below(WORLD_YEARS);
    if (random_below(2))
        question.years = (arms_years){first, first};
    switch (random_below(4)) {
    case 0: question.importer = world_importers[random_below(WORLD_IMPORTERS)]; break;
    case 1: question.exporter = world_exporters[random_below(WORLD_EXPORTERS)]; break;
    default: question.grain = grains[random_below(4)]; break;
    }
    return question;
}

/* A world, and one that shares most of its rows. */
static void make_two(world *first, world *second)
{
    world_make(first);
    first->totals = false; /* printed totals are rounded by themselves */
    *second = *first;
    for (size_t i = 0; i < second->count; i++) {
        world_cell *cell = &second->cells[i];
        if (random_below(5) == 0)
            cell->value = cell->low = cell->high = round(100 * random_unit()) / 4;
        if (random_below(6) == 0)
            *cell = second->cells[--second->count];
    }
}

/* Makes trials until one fails. */
static void repeat(bool (*trial)(void), int times)
{
    for (int i = 0; i < times; i++)
        if (!trial())
            return;
}

static bool same_interval(arms_interval a, arms_interval b)
{
    return CHECK_NEAR(a.value, b.value, 1e-9) && CHECK_NEAR(a.low, b.low, 1e-9) &&
           CHECK_NEAR(a.high, b.high, 1e-9);
}

static bool adds_up(void)
{
    world a, b;
    meeting m;
    arms_sum sum = {0};
    make_two(&a, &b);
    const arms_compare_question question = random_question();
    bool good = meet(&m, &a, &b, &question);
    for (size_t j = 0; good && j < m.c->count; j++)
        arms_sum_add(&sum, m.c->rows[j].difference);
    good = good && CHECK(!m.c->total.of_rows) &&
           same_interval(arms_sum_total(&sum), m.c->total.difference);
    part(&m);
    return good;
}

static void test_differences_add_up(void)
{
    repeat(adds_up, PAIRS);
}

static bool equals_itself(void)
{
    world w;
    meeting m;
    world_make(&w);
    const arms_compare_question question = random_question();
    bool good = meet(&m, &w, &w, &question) &&
                CHECK_COUNT(m.c->changes[ARMS_CHANGE_EQUAL], m.c->count) &&
                CHECK_COUNT(m.c->total.change, ARMS_CHANGE_EQUAL) &&
                CHECK(check_same(m.c->total.difference.value, 0));
    part(&m);
    return good;
}

static void test_equals_itself(void)
{
    repeat(equals_itself, PAIRS);
}

/* A comparison as text; `turned` swaps the sides back. */
static void list(arms_buffer *out, const arms_comparison *c, bool turned)
{
    static const arms_change mirror[ARMS_CHANGES] = {
        ARMS_CHANGE_EQUAL,    ARMS_CHANGE_REVISED,   ARMS_CHANGE_VANISHED,
        ARMS_CHANGE_APPEARED, ARMS_CHANGE_UNDECIDED, ARMS_CHANGE_NOT_COMPARABLE};
    for (size_t i = 0; i < c->count; i++) {
        const arms_compared_row *row = &c->rows[i];
        arms_interval d = row->difference;
        arms_change change = turned ? mirror[row->change] : row->change;
        arms_buffer_print(out, "%s %s %d-%d %d/%d %s",
                          row->exporter ? row->exporter : "*",
                          row->importer ? row->importer : "*", row->years.first,
                          row->years.last, row->changed, row->compared,
                          arms_change_name(change, ARMS_RELATION_RELEASES));
        arms_buffer_print(
            out, " %.12g %.12g %.12g %.12g %.12g;\n", row->sides[turned].amount.value,
            row->sides[!turned].amount.value, turned ? 0 - d.value : d.value,
            turned ? 0 - d.high : d.low, turned ? 0 - d.low : d.high);
    }
}

/* Whether two comparisons are the same, the second one turned round or not. */
static bool same_lists(const meeting *one, const meeting *two, bool turned)
{
    arms_buffer first = {0}, second = {0};
    arms_buffer_string(&first, "");
    arms_buffer_string(&second, "");
    list(&first, one->c, false);
    list(&second, two->c, turned);
    bool same = CHECK_STRING(second.data, first.data);
    arms_buffer_free(&first);
    arms_buffer_free(&second);
    return same;
}

static bool is_mirrored(void)
{
    world a, b;
    meeting one, two;
    make_two(&a, &b);
    a.totals = random_below(2);
    world_shuffle(&b);
    const arms_compare_question question = random_question();
    bool good = meet(&one, &a, &b, &question) && meet(&two, &b, &a, &question) &&
                same_lists(&one, &two, true);
    part(&one);
    part(&two);
    return good;
}

static void test_turned_round(void)
{
    repeat(is_mirrored, PAIRS);
}

static bool is_orderless(void)
{
    world a, b, c, d;
    meeting one, two;
    make_two(&a, &b);
    c = a;
    d = b;
    world_shuffle(&c);
    world_shuffle(&d);
    const arms_compare_question question = random_question();
    bool good = meet(&one, &a, &b, &question) && meet(&two, &c, &d, &question) &&
                same_lists(&one, &two, false);
    part(&one);
    part(&two);
    return good;
}

static void test_order_does_not_matter(void)
{
    repeat(is_orderless, PAIRS);
}

/* Prints the same truth otherwise: exact figures as they are, or between wide bounds. */
static void reprint(world *w)
{
    for (size_t i = 0; i < w->count; i++) {
        world_cell *cell = &w->cells[i];
        if (!(cell->low < cell->high) && random_below(2))
            continue;
        cell->open = false;
        cell->low = floor(cell->truth * random_unit() * 100) / 100;
        cell->high = ceil(cell->truth * (1 + random_unit()) * 100) / 100;
        cell->value = cell->low;
    }
}

static bool may_be_equal(arms_change change)
{
    return CHECK(change == ARMS_CHANGE_EQUAL || change == ARMS_CHANGE_UNDECIDED);
}

static bool is_one_truth(void)
{
    world a, b;
    meeting m;
    world_make(&a);
    b = a;
    reprint(&b);
    b.totals = random_below(2);
    const arms_compare_question question = random_question();
    bool good = meet(&m, &a, &b, &question) && may_be_equal(m.c->total.change);
    for (size_t j = 0; good && j < m.c->count; j++)
        good = may_be_equal(m.c->rows[j].change);
    part(&m);
    return good;
}

static void test_one_truth(void)
{
    repeat(is_one_truth, PAIRS);
}

/* ---- deals ---- */

static void random_register(arms_buffer *out)
{
    static const char *const names[] = {"China", "Turkiye", "France", "India", "Egypt"};
    static const char *const models[] = {"X-1",  "X 1",  "X-1A", "Leo", "Leo-2",
                                         "MM-3", "Y-16", "Y-18", "Z"};
    fixture_register(out,
                     "from All countries  to All countries . Deals with deliveries made "
                     "for the year range '2020' to '2022'",
                     "\n");
    fixture_register_header(out, "\n");
    for (size_t i = 0; i < 60; i++)
        arms_buffer_print(out,
                          "%zu,%s,%s,%s,gun %zu,Artillery,%zu,No,1,No,%zu,No,New,1,1,"
                          "%zu.%zu,No\n",
                          i, names[random_below(3)], names[3 + random_below(2)],
                          models[random_below(9)], random_below(3),
                          2015 + random_below(3), 2020 + random_below(3),
                          1 + random_below(9), random_below(4));
}

/* Deals as text. */
static void list_deals(arms_buffer *out, const arms_comparison *c, bool turned)
{
    for (size_t i = 0; i < c->deals.count; i++) {
        const arms_compared_deal *deal = &c->deals.items[i];
        double d = deal->row.difference.value;
        arms_buffer_print(
            out, "%s %s %s %.12g %.12g %.12g %d;\n", deal->row.exporter,
            deal->row.importer, deal->ordered, deal->row.sides[turned].amount.value,
            deal->row.sides[!turned].amount.value, turned ? 0 - d : d, deal->probable);
    }
}

static bool explained(const arms_comparison *c)
{
    arms_sum sum = {0};
    for (size_t i = 0; i < c->deals.count; i++)
        arms_sum_add(&sum, c->deals.items[i].row.difference);
    return CHECK(c->deals.compared) &&
           CHECK_NEAR(arms_sum_total(&sum).value, c->total.difference.value, 1e-9) &&
           CHECK_NEAR(c->deals.unexplained, 0, 1e-9);
}

/* Orders of deals of one size may differ between the two directions, where only their
 * designations tell them apart: lines are compared as sets. */
static bool same_lines(const char *a, const char *b)
{
    for (const char *line = a; *line;) {
        size_t n = strcspn(line, "\n") + 1;
        arms_buffer one = {0};
        arms_buffer_text(&one, (arms_text){line, n});
        bool found = strstr(b, one.data);
        arms_buffer_free(&one);
        if (!found)
            return false;
        line += n;
    }
    return strlen(a) == strlen(b);
}

/* Whether two comparisons of deals are mirror images. */
static bool are_mirrored(const arms_comparison *one, const arms_comparison *two)
{
    arms_buffer forth = {0}, back = {0};
    list_deals(&forth, one, false);
    list_deals(&back, two, true);
    bool good = CHECK(same_lines(forth.data, back.data));
    arms_buffer_free(&forth);
    arms_buffer_free(&back);
    return good;
}

static bool deals_add_up(void)
{
    const arms_compare_question question = {.deals = true};
    versus one, two;
    arms_buffer a = {0}, b = {0};
    random_register(&a);
    random_register(&b);
    bool good = versus_open(&one, a.data, b.data, &question) && CHECK(one.c) &&
                versus_open(&two, b.data, a.data, &question) && CHECK(two.c) &&
                explained(one.c) && explained(two.c) && are_mirrored(one.c, two.c);
    versus_close(&one);
    versus_close(&two);
    arms_buffer_free(&a);
    arms_buffer_free(&b);
    return good;
}

static void test_deals(void)
{
    repeat(deals_add_up, DEALS);
}

const check_test property_compare_tests[] = {
    {"differences add up", test_differences_add_up},
    {"a world equals itself", test_equals_itself},
    {"the other way round", test_turned_round},
    {"the order of rows in a comparison", test_order_does_not_matter},
    {"one truth is never revised", test_one_truth},
    {"deals add up, both ways", test_deals},
    {NULL, NULL},
};
