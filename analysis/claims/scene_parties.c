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

/* "US, Russian and Chinese exports": an abbreviation is an adjective, too. */
static bool is_adjective(const scene *s, const item *t)
{
    const token *word = &s->tokens.items[t->first];
    return t->adjective || (word->capitals && t->end == t->first + 1);
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
    bool alike = t->adjective == with->adjective ||
                 (is_adjective(s, with) && is_adjective(s, t) && with == s->items);
    return t->pronoun || t->compound || !alike ? 0 : at;
}

/* "91 per cent from Spain and Chile 60": the last of the two begins what the next number
 * is of. */
static bool begins_gap(const scene *s, size_t first, size_t next)
{
    bool number = scene_is_kind(s, next + 1, ITEM_QUANTITY) &&
                  !scene_is_kind(s, next + 3, ITEM_QUANTITY);
    return number && first > 1 && scene_is(s, first - 1, LEX_FROM) &&
           s->items[next + 1].quantity.unit[0] != '\0';
}

/* "In Asia", "In the Middle East": a region that tells where. */
static bool is_set_in(const scene *s, size_t at)
{
    size_t in = at - (at > 1 && scene_is(s, at - 1, LEX_ARTICLE) ? 2 : 1);
    return s->whos[s->items[at].who].entity == 0 && scene_is(s, in, LEX_IN);
}

/* The last item of a list of parties that begins at `at`: `at` where it is alone. No list
 * begins between it and the party *seen that it was looked for up to. */
static size_t list_end(const scene *s, size_t at, size_t *seen)
{
    const item *first = &s->items[at];
    size_t good = at; /* "Peru, along with Chile, Cuba and Haiti": the list goes on */
    for (size_t i = at;;) {
        *seen = i;
        bool comma = scene_is_sign(s, i + 1, ',');
        bool and = scene_is(s, i + 1 + comma, LEX_AND);
        size_t next = next_party(s, i + 1 + comma + and, first);
        if (next == 0 || (!comma && !and))
            return good;
        size_t for_whom = next + 1;
        bool own = scene_is_kind(s, for_whom, ITEM_WORD) &&
                   token_is_word(&s->tokens, s->items[for_whom].first, "for") &&
                   scene_is_kind(s, for_whom + 1, ITEM_QUANTITY);
        bool setting = i == at && comma && at > 0 && is_set_in(s, at) &&
                       s->whos[s->items[next].who].entity != 0;
        if (setting)
            return good; /* "In Asia, Peru and Chile" */
        if (and&&(own || begins_gap(s, at, next)))
            return good; /* "60 per cent of exports to Peru and Italy for 9 per cent" */
        bool twice =
            strcmp(s->whos[s->items[i].who].name, s->whos[s->items[next].who].name) == 0;
        if (twice)
            return good; /* "from Peru, and Peru is" */
        bool apart = comma && and&&i == at && next > 0 && s->items[next].possessive &&
                     !first->possessive; /* "those of France, and Germany's exceeded" */
        if ((s->items[i].possessive && !first->possessive) || apart)
            return good;
        if (and&&!token_is_word(&s->tokens, s->items[i + 1 + comma].first, "along"))
            return next;
        good = and? next : good;
        i = next;
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
    t->adjective = s->items[to].adjective;
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

/* "Peru's neighbour": somebody else than Peru. */
static bool is_of_kin(const scene *s, size_t at)
{
    size_t i = at + 1;
    bool region = s->whos[s->items[at].who].entity == 0 && s->items[at].adjective;
    if ((!s->items[at].possessive && !s->items[at].adjective) || region)
        return false; /* "its Middle Eastern neighbours": the Middle East */
    while ((scene_is_kind(s, i, ITEM_WORD) && s->items[i].found.count == 0) ||
           scene_is_sign(s, i, '-'))
        i++;
    return scene_is(s, i, LEX_KIN);
}

/* "the Gulf state of Qatar": Qatar. */
static bool is_apposed(const scene *s, size_t at)
{
    const item *t = &s->items[at];
    bool region = t->count == 1 && s->whos[t->who].entity == 0 && !t->possessive;
    size_t of = at + 1 + scene_is(s, at + 1, LEX_REFERENT);
    bool state = of > at + 1 || token_is_word(&s->tokens, t->end - 1, "state");
    if (region && scene_is_kind(s, at + 1, ITEM_PARTY))
        return token_is_word(&s->tokens, s->items[at + 1].first, "state") ||
               token_is_word(&s->tokens, s->items[at + 1].first, "kingdom");
    return region && state && scene_is(s, of, LEX_OF) &&
           scene_is_kind(s, of + 1, ITEM_PARTY);
}

/* "Three Asian countries": some of them, and not the region. */
static bool is_counted_region(const scene *s, size_t at)
{
    const item *t = &s->items[at];
    bool region = t->count == 1 && s->whos[t->who].entity == 0;
    bool number = at > 0 && scene_is_kind(s, at - 1, ITEM_QUANTITY) &&
                  s->items[at - 1].quantity.unit[0] == '\0' &&
                  s->items[at - 1].quantity.value < 20;
    return region && number && (t->adjective ? scene_is(s, at + 1, LEX_COUNTRIES) : true);
}

/* Makes one item of parties that are named together. */
void scene_merge_parties(scene *s)
{
    size_t n = 0, seen = 0;
    for (size_t i = 0; i < s->count; i++) {
        item t = s->items[i];
        t.compound = t.compound || (t.kind == ITEM_PARTY && !t.pronoun &&
                                    (is_with_stranger(s, i) || is_of_kin(s, i) ||
                                     is_counted_region(s, i) || is_apposed(s, i)));
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

/* "the Middle East region": the word is part of the name. */
void scene_join_regions(scene *s)
{
    size_t n = 0;
    for (size_t i = 0; i < s->count; i++) {
        item *t = &s->items[n];
        *t = s->items[i];
        bool named = t->kind == ITEM_PARTY && !t->pronoun && t->count == 1 &&
                     s->whos[t->who].entity == 0 && !t->possessive;
        if (named && i + 1 < s->count && scene_is(s, i + 1, LEX_REFERENT) &&
            token_is_word(&s->tokens, s->items[i + 1].first, "region")) {
            i++;
            t->end = s->items[i].end;
            t->possessive = s->items[i].possessive;
            t->adjective = false;
        }
        n++;
    }
    s->count = n;
}

/* Whether a party is a region by its members: "Gulf states", "Asian countries"; *end is
 * the item behind its words, *of that of "states". */
static bool is_group(const scene *s, size_t at, size_t *end)
{
    const item *t = &s->items[at];
    bool region = scene_is_kind(s, at, ITEM_PARTY) && !t->pronoun && t->count == 1 &&
                  s->whos[t->who].entity == 0;
    if (!region)
        return false;
    size_t last = t->end - 1 - (t->possessive ? 1 : 0);
    *end = at + 1;
    if (scene_token_row(s, last, LEX_COUNTRIES))
        return true;
    *end = at + 2;
    return t->adjective && scene_is(s, at + 1, LEX_COUNTRIES);
}

static bool is_named(const scene *s, size_t at, const char *name)
{
    return scene_is_kind(s, at, ITEM_PARTY) && !s->items[at].pronoun &&
           s->items[at].count == 1 && strcmp(s->whos[s->items[at].who].name, name) == 0;
}

/* Makes one party of "European states in the US-led NATO": its members there. */
void scene_join_allies(scene *s)
{
    static const size_t far = 8;
    size_t n = 0;
    for (size_t i = 0; i < s->count; i++) {
        item t = s->items[i];
        size_t end = i + 2;
        bool in = is_named(s, i, "Europe") && !t.possessive &&
                  (scene_is(s, i + 1, LEX_IN) || scene_is(s, i + 1, LEX_THAT));
        while (in && end < i + far && !is_named(s, end, "NATO") &&
               !scene_is_sign(s, end, ',') && !scene_is_kind(s, end, ITEM_QUANTITY))
            end++; /* "that are members of" */
        if (in && is_named(s, end, "NATO")) {
            s->whos[t.who].name = "European NATO members";
            t.end = s->items[end].end;
            t.possessive = s->items[end].possessive;
            t.adjective = false;
            i = end;
        }
        s->items[n++] = t;
    }
    s->count = n;
}

/* "the three Gulf states": those of the region that the text has named; `at` is the item
 * of the number. */
static bool is_counted_group(const scene *s, size_t at, size_t *end)
{
    const quantity *q = &s->items[at].quantity;
    if (at == 0 || !scene_is_kind(s, at, ITEM_QUANTITY))
        return false;
    bool points = scene_is(s, at - 1, LEX_THIS) ||
                  token_is_word(&s->tokens, s->items[at - 1].first, "the");
    return points && q->unit[0] == '\0' && q->value >= 2 && q->value <= WHO_MOST &&
           is_group(s, at + 1, end);
}

/* "the Gulf state", "the South American country": one of the region's states, which the
 * text has named; `end` is behind its words. */
static bool is_single_state(const scene *s, size_t at, size_t *end)
{
    const item *t = &s->items[at];
    bool region = at > 0 && scene_is_kind(s, at, ITEM_PARTY) && !t->pronoun &&
                  t->count == 1 && s->whos[t->who].entity == 0 &&
                  token_is_word(&s->tokens, s->items[at - 1].first, "the");
    if (!region)
        return false;
    size_t last = t->end - 1 - (t->possessive ? 1 : 0);
    *end = at + 1;
    if (token_is_word(&s->tokens, last, "state"))
        return true;
    *end = at + 2;
    bool state = scene_is_kind(s, at + 1, ITEM_WORD) &&
                 scene_is(s, at + 1, LEX_REFERENT) &&
                 s->items[at + 1].end == s->items[at + 1].first + 1;
    return !t->possessive && state &&
           (token_is_word(&s->tokens, s->items[at + 1].first, "state") ||
            token_is_word(&s->tokens, s->items[at + 1].first, "country") ||
            token_is_word(&s->tokens, s->items[at + 1].first, "nation"));
}

/* Makes one item of a number, a region and "states": who they are, the text has said. */
void scene_join_counted(scene *s)
{
    size_t n = 0, end;
    for (size_t i = 0; i < s->count; i++) {
        item t = s->items[i];
        bool single = is_single_state(s, i, &end);
        if (single || is_counted_group(s, i, &end)) {
            const item *last = &s->items[end - 1];
            t.found = single ? last->found : t.found;
            t.quantity.value = single ? 1 : t.quantity.value;
            bool owner = scene_is_sign(s, end, '\'');
            t.kind = ITEM_PARTY;
            t.pronoun = true;
            t.possessive = owner || last->possessive;
            t.end = last->end + owner;
            i = end - 1 + owner;
        }
        s->items[n++] = t;
    }
    s->count = n;
}

static bool is_plain_word(const scene *s, size_t at)
{
    return scene_is_kind(s, at, ITEM_WORD) && s->items[at].found.count == 0;
}

void scene_join_compounds(scene *s)
{
    size_t n = 0;
    for (size_t i = 0; i < s->count; i++) {
        s->items[n] = s->items[i];
        while (is_plain_word(s, i) && scene_is_sign(s, i + 1, '-') &&
               s->tokens.items[s->items[i + 1].first].glued && is_plain_word(s, i + 2) &&
               s->tokens.items[s->items[i + 2].first].glued) {
            i += 2;
            s->items[n].end = s->items[i].end;
        }
        n++;
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
