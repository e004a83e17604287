/* Deals that only one release has, joined where they are probably one.
 *
 * A publisher respells: "AH-64D Longbow" becomes "AH-64D Apache Longbow", "Tor-M" becomes
 * "Tor-M1", "UH-1H" becomes "Bell-205A-1". Two deals of one supplier, recipient and year
 * of order are probably one where
 *
 *     their designations are near: the letters differ by at most two edits and a quarter
 *     of the shorter one while the digits are the same (F-16C and F-18C are two types),
 *     or one begins with the other, or has all its words; or
 *     their amounts are exactly the same.
 *
 * What is both is joined first, then the near ones, the nearest first, then those of one
 * amount. That is a guess, and the deal is marked so. */
#include <stdlib.h>
#include <string.h>

#include "analysis/compare_deal.h"

enum { MOST_EDITS = 2, EDITS_PER = 4, LEAST_PREFIX = 4 };

/* Two deals that may be one, by their places in the list. */
typedef struct candidate {
    size_t in[2]; /* the one of d1, the one of d2 */
    size_t rank;  /* 0: near, and of one amount; 1: near; 2: of one amount */
    size_t distance;
    const char *models[2]; /* in their own order, whichever side they are of */
} candidate;

typedef struct near_work {
    arms_arena *arena;
    arms_compared_deal *deals;
    const char **models;
    arms_text *keys; /* the same with blanks between words */
    bool *gone;      /* joined to another one */
    candidate *candidates;
    size_t count;
} near_work;

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool same_digits(const char *a, const char *b)
{
    do {
        while (*a && !is_digit(*a))
            a++;
        while (*b && !is_digit(*b))
            b++;
        if (*a != *b)
            return false;
    } while (*a++ && *b++);
    return true;
}

/* Whether one begins with the other. */
static bool is_prefix(arms_text shorter, arms_text longer)
{
    return shorter.len >= LEAST_PREFIX &&
           memcmp(longer.ptr, shorter.ptr, shorter.len) == 0;
}

static bool has_word(arms_text list, arms_text word)
{
    arms_text one;
    while (arms_text_split(&one, &list, ' '))
        if (arms_text_equal(one, word))
            return true;
    return false;
}

/* Whether `list` has all words of `part`. */
static bool has_words(arms_text list, arms_text part)
{
    arms_text word;
    while (arms_text_split(&word, &part, ' '))
        if (!has_word(list, word))
            return false;
    return true;
}

/* Of two names of deals, by number. */
static bool is_near(size_t *distance, const near_work *w, size_t first, size_t second)
{
    arms_text x = arms_text_of(w->models[first]), y = arms_text_of(w->models[second]);
    arms_text a = w->keys[first], b = w->keys[second];
    bool swap = x.len > y.len;
    size_t shorter = swap ? y.len : x.len, most = shorter / EDITS_PER;
    most = most < MOST_EDITS ? most : MOST_EDITS;
    *distance = arms_text_distance(x, y, most);
    if (*distance <= most && same_digits(x.ptr, y.ptr))
        return true;
    *distance = (swap ? x.len : y.len) - shorter;
    return is_prefix(swap ? y : x, swap ? x : y) ||
           (shorter > 0 && has_words(swap ? a : b, swap ? b : a));
}

static bool of_one_amount(const arms_compared_deal *a, const arms_compared_deal *b)
{
    arms_interval x = a->row.sides[0].amount, y = b->row.sides[1].amount;
    return x.low > 0 && arms_interval_is_point(x) && arms_interval_is_point(y) &&
           arms_near(x.value, y.value);
}

static bool only_in(const arms_compared_deal *deal, size_t side)
{
    return deal->designation[side] && !deal->designation[1 - side];
}

static bool add_candidate(near_work *w, size_t first, size_t second, arms_error *err)
{
    candidate new = {.in = {first, second}};
    const char *a = w->models[first], *b = w->models[second];
    bool near = is_near(&new.distance, w, first, second);
    bool equal = of_one_amount(&w->deals[first], &w->deals[second]);
    new.rank = near ? !equal : 2;
    if (!near && !equal)
        return true;
    bool swap = strcmp(a, b) > 0;
    new.models[0] = swap ? b : a;
    new.models[1] = swap ? a : b;
    w->candidates =
        arms_extend(w->arena, w->candidates, w->count, sizeof *w->candidates, err);
    if (!w->candidates)
        return false;
    w->candidates[w->count++] = new;
    return true;
}

static int by_distance(const void *a, const void *b)
{
    const candidate *x = a, *y = b;
    if (x->rank != y->rank)
        return x->rank < y->rank ? -1 : 1;
    if (x->distance != y->distance)
        return x->distance < y->distance ? -1 : 1;
    int order = strcmp(x->models[0], y->models[0]);
    return order ? order : strcmp(x->models[1], y->models[1]);
}

static void join(near_work *w, const candidate *c)
{
    arms_compared_deal *to = &w->deals[c->in[0]], *from = &w->deals[c->in[1]];
    if (w->gone[c->in[0]] || w->gone[c->in[1]] || to->probable)
        return;
    to->row.sides[1] = from->row.sides[1];
    to->designation[1] = from->designation[1];
    to->probable = true;
    w->gone[c->in[1]] = true;
}

/* Deals that agree in supplier, recipient and year of order stand one behind the other:
 * from `begin` to before `end`. */
static bool join_block(near_work *w, size_t begin, size_t end, arms_error *err)
{
    w->count = 0;
    for (size_t i = begin; i < end; i++) {
        for (size_t j = begin; j < end && only_in(&w->deals[i], 0); j++)
            if (only_in(&w->deals[j], 1) && !add_candidate(w, i, j, err))
                return false;
    }
    if (w->count > 0)
        qsort(w->candidates, w->count, sizeof *w->candidates, by_distance);
    for (size_t i = 0; i < w->count; i++)
        join(w, &w->candidates[i]);
    return true;
}

static bool one_block(const arms_compared_deal *a, const arms_compared_deal *b)
{
    return strcmp(a->row.exporter, b->row.exporter) == 0 &&
           strcmp(a->row.importer, b->row.importer) == 0 &&
           strcmp(a->ordered, b->ordered) == 0;
}

static bool fill_models(near_work *w, size_t count, arms_error *err)
{
    w->models = arms_alloc(w->arena, count, sizeof *w->models, err);
    w->gone = arms_alloc(w->arena, count, sizeof *w->gone, err);
    w->keys = arms_alloc(w->arena, count, sizeof *w->keys, err);
    for (size_t i = 0; w->models && w->keys && i < count; i++) {
        const arms_compared_deal *deal = &w->deals[i];
        const char *printed =
            deal->designation[0] ? deal->designation[0] : deal->designation[1];
        w->models[i] = deal_model(w->arena, arms_text_of(printed), err);
        if (!w->models[i] ||
            !arms_text_key(&w->keys[i], w->arena, arms_text_of(printed), err))
            return false;
    }
    return w->models && w->keys && w->gone;
}

static void drop_gone(arms_compared_deals *deals, const bool *gone)
{
    size_t kept = 0;
    for (size_t i = 0; i < deals->count; i++)
        if (!gone[i])
            deals->items[kept++] = deals->items[i];
    deals->count = kept;
}

bool compare_near(compare_job *job, arms_error *err)
{
    arms_arena scratch = {0};
    arms_compared_deals *deals = &job->out->deals;
    near_work w = {.arena = &scratch, .deals = deals->items};
    bool done = fill_models(&w, deals->count, err);
    for (size_t i = 0, n; done && i < deals->count; i += n) {
        n = 1;
        while (i + n < deals->count && one_block(&w.deals[i], &w.deals[i + n]))
            n++;
        done = join_block(&w, i, i + n, err);
    }
    if (done)
        drop_gone(deals, w.gone);
    arms_arena_free(&scratch);
    return done;
}
