/* Parties that are named together, and names that a bracket repeats. */
#include "analysis/claims/scene_parties.h"

#include <string.h>

/* "United Arab Emirates (UAE)": the name in brackets is the same. */
static bool is_repeated(const scene *s, size_t at)
{
    if (!scene_is_sign(s, at + 1, '(') || !scene_is_kind(s, at + 2, ITEM_PARTY) ||
        !scene_is_sign(s, at + 3, ')') || s->items[at + 2].pronoun)
        return false;
    const who *a = &s->whos[s->items[at].who], *b = &s->whos[s->items[at + 2].who];
    return s->items[at].count > 0 && strcmp(a->name, b->name) == 0;
}

/* The item of a party behind `at`, articles skipped; 0 where there is none that may be
 * named together with `with`. */
static size_t next_party(const scene *s, size_t at, const item *with)
{
    while (scene_is(s, at, LEX_ARTICLE))
        at++;
    if (!scene_is_kind(s, at, ITEM_PARTY))
        return 0;
    const item *t = &s->items[at];
    return t->pronoun || t->compound || t->adjective != with->adjective ? 0 : at;
}

/* The last item of a list of parties that begins at `at`: `at` where it is alone. No list
 * begins between it and the party *seen that it was looked for up to. */
static size_t list_end(const scene *s, size_t at, size_t *seen)
{
    const item *first = &s->items[at];
    for (size_t i = at;;) {
        *seen = i;
        bool comma = scene_is_sign(s, i + 1, ',');
        bool and = scene_is(s, i + 1 + comma, LEX_AND);
        size_t next = next_party(s, i + 1 + comma + and, first);
        if (next == 0 || (!comma && !and))
            return at;
        bool apart = comma && and&&i == at && next > 0 && s->items[next].possessive &&
                     !first->possessive; /* "those of France, and Germany's exceeded" */
        if ((s->items[i].possessive && !first->possessive) || apart)
            return at;
        i = next;
        if (and)
            return next;
    }
}

/* The parties from `from` to `to`, copied side by side. */
static void join_parties(scene *s, item *t, size_t from, size_t to)
{
    t->who = s->who_count;
    t->count = 0;
    for (size_t i = from; i <= to; i++)
        for (size_t k = 0; s->items[i].kind == ITEM_PARTY && k < s->items[i].count; k++)
            if (t->count < WHO_MOST) {
                s->whos[s->who_count++] = s->whos[s->items[i].who + k];
                t->count++;
            }
    t->end = s->items[to].end;
    t->possessive = s->items[to].possessive;
}

/* "China, Wakanda and Peru": named together with somebody whom no table knows, so that
 * what is said is of no party alone. */
static bool is_with_stranger(const scene *s, size_t at)
{
    bool and = at > 1 && scene_is(s, at - 1, LEX_AND);
    const item *t = at > 1 ? &s->items[at - 2] : NULL;
    return and&&(at == 2 || scene_is_sign(s, at - 3, ',')) && t->kind == ITEM_WORD &&
           t->found.count == 0 && s->tokens.items[t->first].capital;
}

/* Makes one item of parties that are named together. */
void scene_merge_parties(scene *s)
{
    size_t n = 0, seen = 0;
    for (size_t i = 0; i < s->count; i++) {
        item t = s->items[i];
        t.compound = t.compound || (t.kind == ITEM_PARTY && is_with_stranger(s, i));
        if (t.kind == ITEM_PARTY && !t.pronoun && !t.compound && i >= seen) {
            size_t end = list_end(s, i, &seen);
            if (end > i) {
                join_parties(s, &t, i, end);
                i = end;
            }
        }
        s->items[n++] = t;
    }
    s->count = n;
}

/* Drops repeated names in brackets. */
void scene_drop_repeated(scene *s)
{
    size_t n = 0;
    for (size_t i = 0; i < s->count; i++) {
        bool repeated =
            s->items[i].kind == ITEM_PARTY && !s->items[i].pronoun && is_repeated(s, i);
        bool possessive = repeated && s->items[i + 2].possessive;
        s->items[n] = s->items[i];
        s->items[n].possessive = s->items[n].possessive || possessive;
        n++;
        i += repeated ? 3 : 0;
    }
    s->count = n;
}
