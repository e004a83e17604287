/* A random world, split into files at random, answers as the whole; files that overlap
 * are never added up. */
#include <armstrade/combine.h>
#include <armstrade/tally.h>

#include <stdio.h>

#include "tests/property/random.h"
#include "tests/property/world.h"

enum { WORLDS = 120, PARTS = 4 };

static const arms_years all_years = {2020, 2020 + WORLD_YEARS - 1};

typedef struct pieces {
    world_part parts[PARTS];
    size_t count;
} pieces;

/* Cut between years, or between importers, or both. */
static pieces split(void)
{
    pieces p = {0};
    int year = 2020 + (int)random_below(WORLD_YEARS - 1);
    unsigned some = 1 + (unsigned)random_below(WORLD_ALL_IMPORTERS - 1);
    unsigned rest = WORLD_ALL_IMPORTERS & ~some;
    const arms_years early = {2020, year}, late = {year + 1, all_years.last};
    switch (random_below(3)) {
    case 0:
        p = (pieces){{{early, WORLD_ALL_IMPORTERS}, {late, WORLD_ALL_IMPORTERS}}, 2};
        break;
    case 1: p = (pieces){{{all_years, some}, {all_years, rest}}, 2}; break;
    default:
        p = (pieces){{{early, some}, {late, some}, {early, rest}, {late, rest}}, 4};
        break;
    }
    return p;
}

static void shuffle(pieces *p)
{
    for (size_t i = p->count; i > 1; i--) {
        size_t j = random_below(i);
        world_part moved = p->parts[i - 1];
        p->parts[i - 1] = p->parts[j];
        p->parts[j] = moved;
    }
}

/* Datasets of some parts; a part without rows is left out, for no file is like that. */
typedef struct pile {
    arms_dataset *items[PARTS];
    size_t count;
} pile;

static pile load(const world *w, const pieces *p)
{
    pile made = {0};
    for (size_t i = 0; i < p->count; i++) {
        arms_buffer text = {0};
        arms_buffer_string(&text, "# measure: million TIV\n");
        world_print(&text, w, &p->parts[i]);
        fixture f = fixture_load(text.data);
        CHECK_STRING(f.err.text, "");
        if (f.data)
            made.items[made.count++] = f.data;
        f.loaded.count = 0;
        fixture_free(&f);
        arms_buffer_free(&text);
    }
    return made;
}

static void pile_free(pile *p)
{
    for (size_t i = 0; i < p->count; i++)
        arms_dataset_free(p->items[i]);
}

static size_t combine(pile *p)
{
    arms_arena arena = {0};
    arms_combine_notes notes = {.arena = &arena};
    CHECK(arms_combine(p->items, &p->count, &notes, NULL));
    size_t count = notes.count;
    arms_arena_free(&arena);
    return count;
}

/* All rankings of one importer, as text with 14 digits. */
static void list_rankings(arms_buffer *out, const arms_dataset *data, size_t importer)
{
    arms_arena arena = {0};
    arms_tally *tally;
    arms_question question = {.flow = ARMS_IMPORT, .years = all_years};
    CHECK(arms_dataset_find(&question.subject, data,
                            arms_text_of(world_importers[importer]), NULL));
    if (!CHECK(arms_tally_make(&tally, &arena, data, &question, NULL)))
        return;
    for (int first = 2020; first <= all_years.last; first++) {
        for (int last = first; last <= all_years.last; last++) {
            arms_ranking ranking;
            CHECK(arms_tally_ranking(&ranking, tally, (arms_years){first, last}, NULL));
            arms_buffer_print(out, "%d-%d %d %.14g:", first, last,
                              (int)ranking.whole.reason, ranking.whole.amount.value);
            for (size_t i = 0; i < ranking.count; i++)
                arms_buffer_print(out, "%s %d %d-%d %.14g %.14g %.14g;",
                                  arms_dataset_party_name(data, ranking.places[i].party),
                                  ranking.places[i].rank.rank, ranking.places[i].rank.low,
                                  ranking.places[i].rank.high,
                                  ranking.places[i].level.amount.value,
                                  ranking.places[i].level.amount.high,
                                  ranking.places[i].share.amount.low);
        }
    }
    arms_arena_free(&arena);
}

static bool same_answers(const arms_dataset *one, const arms_dataset *other)
{
    bool same = true;
    for (size_t i = 0; same && i < WORLD_IMPORTERS; i++) {
        arms_buffer a = {0}, b = {0};
        list_rankings(&a, one, i);
        list_rankings(&b, other, i);
        same = CHECK_STRING(a.data, b.data);
        arms_buffer_free(&a);
        arms_buffer_free(&b);
    }
    return same;
}

static void test_splits_answer_as_the_whole(void)
{
    for (int i = 0; i < WORLDS; i++) {
        world w;
        world_make(&w);
        pieces p = split();
        shuffle(&p);
        fixture whole = world_load(&w);
        pile parts = load(&w, &p);
        CHECK_COUNT(parts.count, p.count);
        size_t notes = combine(&parts);
        bool good = CHECK_COUNT(notes, 0) && CHECK_COUNT(parts.count, 1) &&
                    CHECK_COUNT(arms_dataset_count(parts.items[0]),
                                arms_dataset_count(whole.data)) &&
                    same_answers(parts.items[0], whole.data);
        pile_free(&parts);
        fixture_free(&whole);
        if (!good)
            return;
    }
}

static bool meet(const world_part *a, const world_part *b)
{
    return (a->importers & b->importers) != 0 && a->years.first <= b->years.last &&
           b->years.first <= a->years.last;
}

static world_part any_part(void)
{
    int first = 2020 + (int)random_below(WORLD_YEARS);
    int last = first + (int)random_below((size_t)(all_years.last - first) + 1);
    return (world_part){{first, last}, 1 + (unsigned)random_below(WORLD_ALL_IMPORTERS)};
}

/* Two parts are one dataset exactly where they do not meet; else both stay as they
 * are. */
static void test_overlaps_stay_apart(void)
{
    size_t apart = 0;
    for (int i = 0; i < 3 * WORLDS; i++) {
        world w;
        world_make(&w);
        pieces p = {{any_part(), any_part()}, 2};
        bool overlap = meet(&p.parts[0], &p.parts[1]);
        pile parts = load(&w, &p);
        if (!CHECK_COUNT(parts.count, 2))
            return;
        size_t flows = arms_dataset_count(parts.items[0]);
        size_t both = flows + arms_dataset_count(parts.items[1]);
        size_t notes = combine(&parts);
        bool good =
            CHECK_COUNT(notes, overlap) && CHECK_COUNT(parts.count, 1 + overlap) &&
            CHECK_COUNT(arms_dataset_count(parts.items[0]), overlap ? flows : both);
        apart += overlap;
        pile_free(&parts);
        if (!good)
            return;
    }
    CHECK(apart > WORLDS / 4 && apart < 3 * WORLDS - WORLDS / 4);
}

const check_test property_combine_tests[] = {
    {"splits answer as the whole", test_splits_answer_as_the_whole},
    {"overlaps stay apart", test_overlaps_stay_apart},
    {NULL, NULL},
};
