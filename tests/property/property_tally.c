/* Levels, shares and ranks of random worlds: whatever the truth behind the printed
 * figures, it lies within the bounds that are computed from them. */
#include <armstrade/tally.h>

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "tests/property/random.h"
#include "tests/property/world.h"

enum { WORLDS = 150, TRUTHS = 30 };

static const arms_years all_years = {2020, 2022};

/* The imports of one importer, asked of a loaded world. */
typedef struct view {
    const world *w;
    fixture f;
    arms_arena arena;
    arms_tally *tally;
    size_t importer;
    arms_years years;
} view;

static bool view_open(view *v, const world *w, arms_policy policy)
{
    *v = (view){.w = w, .f = world_load(w), .importer = random_below(WORLD_IMPORTERS)};
    int first = 2020 + (int)random_below(WORLD_YEARS);
    v->years = random_below(2) ? all_years : (arms_years){first, first};
    if (!v->f.data)
        return false;
    arms_question question = {.flow = ARMS_IMPORT,
                              .subject =
                                  fixture_party(v->f.data, world_importers[v->importer]),
                              .years = v->years,
                              .policy = policy};
    return CHECK(arms_tally_make(&v->tally, &v->arena, v->f.data, &question, NULL));
}

static void view_close(view *v)
{
    arms_arena_free(&v->arena);
    fixture_free(&v->f);
}

static arms_figure share_of(view *v, arms_party partner)
{
    arms_figure figure = {0};
    CHECK(arms_tally_share(&figure, v->tally, partner, v->years, NULL));
    return figure;
}

static arms_figure level_of(view *v, arms_party partner)
{
    arms_figure figure = {0};
    CHECK(arms_tally_level(&figure, v->tally, partner, v->years, NULL));
    return figure;
}

static bool inside(arms_interval interval, double truth)
{
    double slack = 1e-9 * fmax(1, fabs(truth));
    return interval.low - slack <= truth && truth <= interval.high + slack;
}

/* Shares of all partners add up to the whole, under each policy. */
static void test_shares_add_up(void)
{
    size_t tried = 0;
    for (int i = 0; i < WORLDS; i++) {
        world w;
        view v;
        double sum = 0;
        const arms_party *partners;
        world_make(&w);
        w.totals = false; /* parts of a printed total add up within rounding only */
        if (!view_open(&v, &w, (arms_policy)random_below(3)))
            return;
        size_t count = arms_tally_partners(v.tally, &partners);
        bool known = count > 0;
        for (size_t j = 0; j < count; j++) {
            arms_figure share = share_of(&v, partners[j]);
            known = known && share.reason == ARMS_REASON_NONE;
            sum += share.amount.value;
        }
        view_close(&v);
        tried += known;
        if (known && !CHECK_NEAR(sum, 1, 1e-12))
            return;
    }
    CHECK(tried > WORLDS / 4);
}

/* The number of states that are truly larger, and one. */
static int true_rank(const view *v, size_t exporter)
{
    double mine = world_amount(v->w, exporter, v->importer, v->years);
    int rank = 1;
    for (size_t e = 0; e < WORLD_EXPORTERS; e++)
        rank += world_is_state[e] &&
                world_amount(v->w, e, v->importer, v->years) > mine + 1e-9;
    return rank;
}

static bool check_rank(view *v, size_t exporter, arms_party party)
{
    arms_place place = {0};
    int rank = true_rank(v, exporter);
    CHECK(arms_tally_rank(&place, v->tally, party, v->years, NULL));
    if (place.rank.rank == 0)
        return true;
    return CHECK(place.rank.low <= rank) && CHECK(rank <= place.rank.high);
}

/* The truth about one exporter against the bounds. */
static bool check_truth(view *v, size_t exporter)
{
    double part = world_amount(v->w, exporter, v->importer, v->years);
    double whole = world_amount(v->w, WORLD_EXPORTERS, v->importer, v->years);
    arms_party party = fixture_party(v->f.data, world_exporters[exporter]);
    arms_figure level = level_of(v, party), share = share_of(v, party),
                total = level_of(v, ARMS_ALL);
    bool good = (level.reason != ARMS_REASON_NONE || CHECK(inside(level.amount, part))) &&
                (total.reason != ARMS_REASON_NONE || CHECK(inside(total.amount, whole)));
    if (share.reason == ARMS_REASON_NONE)
        good = good && CHECK(inside(share.amount, part / whole));
    return good && check_rank(v, exporter, party);
}

/* The very truth that the file was printed from, with and without printed totals. */
static void test_truth_is_inside(void)
{
    for (int i = 0; i < 3 * WORLDS; i++) {
        world w;
        view v;
        world_make(&w);
        if (!view_open(&v, &w, ARMS_POLICY_ALL))
            return;
        bool good = true;
        for (size_t e = 0; e < WORLD_EXPORTERS && good; e++)
            good = check_truth(&v, e);
        view_close(&v);
        if (!good)
            return;
    }
}

/* Any other truth within the printed limits. */
static void test_inner_points_are_inside(void)
{
    for (int i = 0; i < WORLDS; i++) {
        world w;
        view v;
        world_make(&w);
        w.totals = false; /* another truth may have another total */
        if (!view_open(&v, &w, ARMS_POLICY_ALL))
            return;
        bool good = true;
        for (int j = 0; j < TRUTHS && good; j++) {
            world_redraw(&w);
            good = check_truth(&v, random_below(WORLD_EXPORTERS));
        }
        view_close(&v);
        if (!good)
            return;
    }
}

/* Figures of the world's exporters, where all importers are added up. */
static void test_world_totals(void)
{
    for (int i = 0; i < WORLDS; i++) {
        world w;
        world_make(&w);
        w.totals = false;
        fixture f = world_load(&w);
        arms_arena arena = {0};
        arms_tally *tally = NULL;
        arms_figure level = {0}, share = {0};
        size_t e = random_below(WORLD_EXPORTERS);
        arms_question question = {.flow = ARMS_EXPORT, .years = all_years};
        if (!f.data || !CHECK(arms_tally_make(&tally, &arena, f.data, &question, NULL)))
            return;
        arms_party party = fixture_party(f.data, world_exporters[e]);
        CHECK(arms_tally_level(&level, tally, party, all_years, NULL));
        CHECK(arms_tally_share(&share, tally, party, all_years, NULL));
        world_redraw(&w);
        double part = world_amount(&w, e, WORLD_IMPORTERS, all_years);
        double whole = world_amount(&w, WORLD_EXPORTERS, WORLD_IMPORTERS, all_years);
        bool good =
            (level.reason != ARMS_REASON_NONE || CHECK(inside(level.amount, part))) &&
            (share.reason != ARMS_REASON_NONE ||
             CHECK(inside(share.amount, part / whole)));
        arms_arena_free(&arena);
        fixture_free(&f);
        if (!good)
            return;
    }
}

/* A figure lies within its own bounds. */
static void test_values_are_inside(void)
{
    for (int i = 0; i < 3 * WORLDS; i++) {
        world w;
        view v;
        const arms_party *partners;
        world_make(&w);
        if (!view_open(&v, &w, ARMS_POLICY_ALL))
            return;
        arms_figure whole = level_of(&v, ARMS_ALL);
        bool good = whole.note || whole.reason != ARMS_REASON_NONE ||
                    CHECK(inside(whole.amount, whole.amount.value));
        for (size_t j = 0; j < arms_tally_partners(v.tally, &partners) && good; j++) {
            arms_figure share = share_of(&v, partners[j]);
            good = share.note || share.reason != ARMS_REASON_NONE ||
                   CHECK(inside(share.amount, share.amount.value));
        }
        view_close(&v);
        if (!good)
            return;
    }
}

/* A ranking as text: names, ranks, and figures to 12 digits. */
static void list_ranking(arms_buffer *out, view *v)
{
    arms_ranking ranking;
    CHECK(arms_tally_ranking(&ranking, v->tally, v->years, NULL));
    arms_buffer_print(out, "%d:", (int)ranking.whole.reason);
    for (size_t i = 0; i < ranking.count; i++) {
        const arms_place *place = &ranking.places[i];
        arms_buffer_print(out, "%s %d %d-%d %d %.12g %.12g %.12g %.12g;",
                          arms_dataset_party_name(v->f.data, place->party),
                          place->rank.rank, place->rank.low, place->rank.high,
                          place->rank.worst, place->level.amount.value,
                          place->level.amount.low, place->share.amount.value,
                          place->share.amount.high);
    }
}

static void test_order_does_not_matter(void)
{
    for (int i = 0; i < WORLDS; i++) {
        world w, mixed;
        view one, two;
        arms_buffer first = {0}, second = {0};
        world_make(&w);
        mixed = w;
        world_shuffle(&mixed);
        if (!view_open(&one, &w, ARMS_POLICY_ALL))
            return;
        list_ranking(&first, &one);
        two = one;
        two.f = world_load(&mixed);
        two.arena = (arms_arena){0};
        CHECK(arms_tally_make(&two.tally, &two.arena, two.f.data,
                              arms_tally_question(one.tally), NULL));
        list_ranking(&second, &two);
        bool same = CHECK_STRING(second.data, first.data);
        view_close(&one);
        view_close(&two);
        arms_buffer_free(&first);
        arms_buffer_free(&second);
        if (!same)
            return;
    }
}

const check_test property_tally_tests[] = {
    {"shares add up", test_shares_add_up},
    {"the truth is inside", test_truth_is_inside},
    {"inner points are inside", test_inner_points_are_inside},
    {"the world's totals", test_world_totals},
    {"values are inside their bounds", test_values_are_inside},
    {"the order of rows does not matter", test_order_does_not_matter},
    {NULL, NULL},
};
