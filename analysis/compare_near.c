/* Deals that only one release has, joined by near designations.
 *
 * A publisher respells: "MilGem" becomes "MilGem-class". Two deals of one supplier,
 * recipient and year of order are probably one where the digits of their designations are
 * the same (F-16C and F-18C are two types) and the letters differ by at most two edits
 * and a quarter of the shorter one, or one begins with the other. The nearest are joined
 * first. That is a guess, and the deal is marked so. */
#include <stdlib.h>
#include <string.h>

#include "analysis/compare_deal.h"

enum { MOST_EDITS = 2, EDITS_PER = 4, LEAST_PREFIX = 4 };

/* Two deals that may be one, by their places in the list. */
typedef struct candidate {
    size_t in[2]; /* the one of d1, the one of d2 */
    size_t distance;
    const char *models[2]; /* in their own order, whichever side they are of */
} candidate;

typedef struct near_work {
    arms_arena *arena;
    arms_compared_deal *deals;
    const char **models;
    bool *gone; /* joined to another one */
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

static bool is_near(size_t *distance, const char *a, const char *b)
{
    arms_text x = arms_text_of(a), y = arms_text_of(b);
    arms_text shorter = x.len < y.len ? x : y, longer = x.len < y.len ? y : x;
    size_t most = shorter.len / EDITS_PER;
    most = most < MOST_EDITS ? most : MOST_EDITS;
    if (!same_digits(a, b))
        return false;
    *distance = arms_text_distance(x, y, most);
    if (*distance <= most)
        return true;
    *distance = longer.len - shorter.len;
    return shorter.len >= LEAST_PREFIX &&
           memcmp(longer.ptr, shorter.ptr, shorter.len) == 0;
}

static bool only_in(const arms_compared_deal *deal, size_t side)
{
    return deal->designation[side] && !deal->designation[1 - side];
}

static bool add_candidate(near_work *w, size_t first, size_t second, arms_error *err)
{
    candidate new = {.in = {first, second}};
    const char *a = w->models[first], *b = w->models[second];
    if (!is_near(&new.distance, a, b))
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
    for (size_t i = 0; w->models && i < count; i++) {
        const arms_compared_deal *deal = &w->deals[i];
        const char *printed =
            deal->designation[0] ? deal->designation[0] : deal->designation[1];
        w->models[i] = deal_model(w->arena, arms_text_of(printed), err);
        if (!w->models[i])
            return false;
    }
    return w->models && w->gone;
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
