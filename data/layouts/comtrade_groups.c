/* Which rows belong together, and whether they are complete.
 *
 * A reporter's partners of one commodity and year are all there where they add up to the
 * row that is printed for the World. Values are printed to a dollar or to fractions of
 * one, so that rounding moves each row, and the total, by half a dollar at most; what is
 * missing beyond that was withheld, or not asked for, and a partner that is not listed
 * may have it: then nothing may be concluded from what is not there. Without a World row
 * nobody knows. */
#include "data/layouts/comtrade_groups.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum {
    BLOCK = 256,
    WORD_BITS = 64,
    YEAR_BITS = 12,
    COMMODITY_BITS = 20,
    REPORTER_BITS = 16
};

static uint64_t pack(const comtrade_key *key)
{
    uint64_t packed = key->measure;
    packed = packed << REPORTER_BITS | key->reporter;
    packed = packed << COMMODITY_BITS | key->commodity;
    return packed << YEAR_BITS | (unsigned)key->year;
}

static unsigned low_bits(uint64_t packed, int bits)
{
    return (unsigned)(packed & ((UINT64_C(1) << bits) - 1));
}

comtrade_key comtrade_group_key(const comtrade_group *group)
{
    uint64_t rest = group->packed >> YEAR_BITS;
    comtrade_key key = {.year = (int)low_bits(group->packed, YEAR_BITS)};
    key.commodity = low_bits(rest, COMMODITY_BITS);
    rest >>= COMMODITY_BITS;
    key.reporter = low_bits(rest, REPORTER_BITS);
    key.measure = (unsigned)(rest >> REPORTER_BITS);
    return key;
}

static comtrade_group *group_at(const comtrade_groups *groups, size_t number)
{
    return &groups->blocks[number / BLOCK][number % BLOCK];
}

/* The slot of a key, or the free one where it belongs. */
static uint32_t *find(const comtrade_groups *groups, uint64_t packed)
{
    uint64_t hash = (packed ^ packed >> 29) * UINT64_C(0x9E3779B97F4A7C15);
    size_t mask = groups->capacity - 1;
    for (size_t i = (size_t)(hash >> 32) & mask;; i = (i + 1) & mask) {
        uint32_t number = groups->slots[i];
        if (number == 0 || group_at(groups, number - 1)->packed == packed)
            return &groups->slots[i];
    }
}

static bool grow(comtrade_groups *groups, arms_arena *arena, arms_error *err)
{
    groups->capacity = groups->capacity ? 2 * groups->capacity : 64;
    groups->slots = arms_alloc(arena, groups->capacity, sizeof *groups->slots, err);
    if (!groups->slots)
        return false;
    for (size_t i = 0; i < groups->count; i++)
        *find(groups, group_at(groups, i)->packed) = (uint32_t)i + 1;
    return true;
}

/* Room for one more group behind those that are there. */
static comtrade_group *add_group(comtrade_groups *groups, arms_arena *arena,
                                 arms_error *err)
{
    size_t block = groups->count / BLOCK;
    if (groups->count % BLOCK == 0) {
        groups->blocks =
            arms_extend(arena, groups->blocks, block, sizeof *groups->blocks, err);
        if (!groups->blocks)
            return NULL;
        groups->blocks[block] = arms_alloc(arena, BLOCK, sizeof **groups->blocks, err);
        if (!groups->blocks[block])
            return NULL;
    }
    return group_at(groups, groups->count++);
}

comtrade_group *comtrade_group_of(comtrade_groups *groups, arms_arena *arena,
                                  const comtrade_key *key, arms_error *err)
{
    uint64_t packed = pack(key);
    if (groups->last && groups->last->packed == packed)
        return groups->last;
    if (4 * groups->count >= 3 * groups->capacity && !grow(groups, arena, err))
        return NULL;
    uint32_t *slot = find(groups, packed);
    if (*slot == 0) {
        comtrade_group *added = add_group(groups, arena, err);
        if (!added)
            return NULL;
        added->packed = packed;
        *slot = (uint32_t)groups->count;
    }
    groups->last = group_at(groups, *slot - 1);
    return groups->last;
}

bool comtrade_group_has(const comtrade_group *group, unsigned partner)
{
    unsigned word = partner / WORD_BITS, bit = partner % WORD_BITS;
    if (word == 0)
        return (group->first >> bit & 1) != 0;
    return word <= group->words && (group->partners[word - 1] >> bit & 1) != 0;
}

static bool widen(comtrade_group *group, arms_arena *arena, unsigned words,
                  arms_error *err)
{
    if (words <= group->words)
        return true;
    uint64_t *more = arms_alloc(arena, words, sizeof *more, err);
    if (!more)
        return false;
    if (group->words > 0)
        memcpy(more, group->partners, group->words * sizeof *more);
    group->partners = more;
    group->words = (uint16_t)words;
    return true;
}

bool comtrade_group_mark(comtrade_group *group, arms_arena *arena, unsigned partner,
                         arms_error *err)
{
    unsigned word = partner / WORD_BITS;
    if (!widen(group, arena, word, err))
        return false;
    uint64_t *bits = word == 0 ? &group->first : &group->partners[word - 1];
    *bits |= UINT64_C(1) << partner % WORD_BITS;
    group->count++;
    return true;
}

double comtrade_group_gap(const comtrade_group *group)
{
    double gap = group->world - group->parts;
    double rounding = 0.5 * group->count + 1e-12 * fabs(group->world);
    return group->total && fabs(gap) > rounding ? gap : 0;
}

bool comtrade_group_whole(const comtrade_group *group)
{
    bool partners = group->count > 1; /* beside the World */
    return group->total && partners && !group->open &&
           !(fabs(comtrade_group_gap(group)) > 0);
}

static bool same_partners(const comtrade_group *a, const comtrade_group *b)
{
    return a->first == b->first && a->words == b->words &&
           (a->words == 0 ||
            memcmp(a->partners, b->partners, a->words * sizeof *a->partners) == 0);
}

bool comtrade_group_next(const comtrade_group *a, const comtrade_group *b)
{
    return b->packed == a->packed + 1;
}

bool comtrade_group_joins(const comtrade_group *a, const comtrade_group *b)
{
    bool whole = comtrade_group_whole(a);
    return comtrade_group_next(a, b) && comtrade_group_whole(b) == whole &&
           (whole || same_partners(a, b));
}

static int compare(const void *a, const void *b)
{
    uint64_t x = (*(comtrade_group *const *)a)->packed;
    uint64_t y = (*(comtrade_group *const *)b)->packed;
    return (x > y) - (x < y);
}

bool comtrade_groups_sort(comtrade_group ***out, const comtrade_groups *groups,
                          arms_arena *arena, arms_error *err)
{
    *out = arms_alloc(arena, groups->count, sizeof **out, err);
    if (!*out)
        return false;
    for (size_t i = 0; i < groups->count; i++)
        (*out)[i] = group_at(groups, i);
    qsort(*out, groups->count, sizeof **out, compare);
    return true;
}
