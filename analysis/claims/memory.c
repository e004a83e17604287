/* Who is meant: names, pronouns and what was said before. */
#include <string.h>

#include <armstrade/group.h>

#include "analysis/claims/grammar.h"

bool is(const scene *s, int at, lexicon_class class)
{
    return at >= 0 && scene_is(s, (size_t)at, class);
}

bool is_any(const scene *s, int at, const lexicon_class *classes, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (is(s, at, classes[i]))
            return true;
    return false;
}

bool is_kind(const scene *s, int at, item_kind kind)
{
    return at >= 0 && scene_is_kind(s, (size_t)at, kind);
}

bool is_sign(const scene *s, int at, char sign)
{
    return at >= 0 && scene_is_sign(s, (size_t)at, sign);
}

bool is_word(const scene *s, int at, const char *word)
{
    return at >= 0 && at < (int)s->count &&
           token_is_word(&s->tokens, s->items[at].first, word);
}

bool is_word_of(const scene *s, int at, const char *const *words, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (is_word(s, at, words[i]))
            return true;
    return false;
}

bool is_unknown(const scene *s, int at)
{
    return is_kind(s, at, ITEM_WORD) && s->items[at].found.count == 0;
}

bool has_unit(const quantity *q, const char *unit)
{
    return strcmp(q->unit, unit) == 0;
}

int before_number(const scene *s, int at)
{
    int i = at - 1;
    while (!is_kind(s, i, ITEM_QUANTITY) &&
           (is(s, i, LEX_HEDGE) || is(s, i, LEX_ARTICLE) || is_unknown(s, i)))
        i--;
    return i;
}

static names named(const scene *s, int at)
{
    names out = {.count = 0};
    const item *t = &s->items[at];
    for (size_t i = 0; i < t->count && i < WHO_MOST; i++)
        out.list[out.count++] = s->whos[t->who + i];
    return out;
}

/* Whether a list of parties ends before a pronoun: "Brazil (49 per cent) was the
 * biggest …, and its", but not "France (35 per cent) and Russia (34 per cent) were
 * its". */
static bool verb_between(const scene *s, int party, int pronoun)
{
    for (int i = party + 1; i < pronoun - 1; i++)
        if (is_verb(s, i) && !is(s, i, LEX_HAVE))
            return true;
    return false;
}

/* The first subject in [begin, at), or else the first party; of `owners` those alone that
 * own a noun. */
static bool named_in(names *out, const grammar *g, int begin, int at, bool owners)
{
    const scene *s = g->scene;
    const stream *own = stream_at(&g->streams, at);
    bool single = is_word(s, at, "its") || is_word(s, at, "it");
    int subject = NOWHERE, any = NOWHERE;
    bool verb = false; /* behind it stand objects */
    for (int i = begin; i < at; i++) {
        const item *t = &s->items[i];
        bool firms = is(s, i + 2, LEX_COMPANY) || is(s, i + 3, LEX_COMPANY);
        bool with = is_word(s, i, "with") && is_sign(s, i - 1, ',') && firms;
        verb =
            (i == begin || !parts_clauses(s, i - 1)) && !with && (verb || is_verb(s, i));
        bool listed = is_sign(s, i + 1, '(') && !verb_between(s, i, at);
        bool many = single && t->count > 1;
        if (t->kind != ITEM_PARTY || t->pronoun || t->compound || t->aside || listed ||
            many || is_of_region_noun(s, i) || (own && stream_at(&g->streams, i) == own))
            continue;
        if (any == NOWHERE && (!owners || t->possessive || t->adjective))
            any = i;
        if (verb)
            continue;
        bool free = !t->possessive && !t->adjective && governor(s, i) == LEX_NONE;
        if (free && subject == NOWHERE)
            subject = i;
    }
    int found = subject != NOWHERE ? subject : any;
    if (found != NOWHERE)
        *out = named(s, found);
    return found != NOWHERE;
}

static bool saudi(names *out)
{
    arms_entity_id id = arms_entity_by_code("SAU");
    const arms_entity *e = arms_entity_get(id);
    if (!e)
        return false;
    *out = (names){.list = {{.name = e->name, .entity = id}}, .count = 1};
    return true;
}

/* "Norway's ministry said that its exports": whose statement it is. */
static bool speaker(names *out, const grammar *g, int at)
{
    const scene *s = g->scene;
    int says = at - 1;
    while (says > 0 && !is(s, says, LEX_SAY) && !is_kind(s, says, ITEM_SIGN))
        says--;
    for (int i = 0; i < says && is(s, says, LEX_SAY); i++)
        if (is_kind(s, i, ITEM_PARTY) && s->items[i].aside && !s->items[i].pronoun &&
            !s->items[i].compound && governor(s, i) == LEX_NONE) {
            *out = named(s, i);
            return true;
        }
    return false;
}

/* In the pronoun's clause, behind a dash in the clause before it, or else in the
 * sentence. */
static bool named_before(names *out, const grammar *g, int at)
{
    int begin = clause_begin(g->scene, at);
    bool dash = begin > 1 && is_sign(g->scene, begin - 1, '_');
    return named_in(out, g, begin, at, true) ||
           (dash && named_in(out, g, clause_begin(g->scene, begin - 1), at, true)) ||
           named_in(out, g, 0, at, false) || speaker(out, g, at);
}

/* "both nations", "the three countries": those of the sentence that were named together
 * last, else of the text before. */
static names named_together(const grammar *g, int at, size_t least)
{
    for (int i = at - 1; i >= 0; i--)
        if (is_kind(g->scene, i, ITEM_PARTY) && !g->scene->items[i].pronoun &&
            g->scene->items[i].count >= least)
            return named(g->scene, i);
    return g->memory->last;
}

/* "the kingdom", "the region", "both countries", "these five countries". */
static bool referred(names *out, const grammar *g, int at)
{
    const memory *m = g->memory;
    const lexicon_row *row = scene_row(g->scene, (size_t)at, LEX_REFERENT);
    double counted = g->scene->items[at].quantity.value;
    if (counted == 1) { /* "the Gulf state" */
        if (!named_before(out, g, at))
            *out = m->topic;
        out->count = out->count == 1 && out->list[0].entity != 0 ? 1 : 0;
        return out->count > 0;
    }
    if (!row && counted > 0) { /* "the three Gulf states" */
        *out = named_together(g, at, (size_t)counted);
        out->count = out->count == (size_t)counted ? out->count : 0;
        return out->count > 0;
    }
    if (!row && is(g->scene, at, LEX_COUNTRIES)) {
        *out = named_together(g, at, 2);
        return out->count > 1;
    }
    bool kingdom = is_word(g->scene, at, "kingdom");
    *out = (names){.count = 0};
    if (!row)
        return false;
    if (strcmp(row->word, "both") == 0) {
        *out = named_together(g, at, 2);
        if (out->count != 2)
            *out = m->pair;
    } else if (strcmp(row->word, "many") == 0)
        *out = named_together(g, at, 3);
    else if (strcmp(row->word, "region") == 0) {
        for (int i = at - 1; i >= 0 && out->count == 0; i--)
            if (is_kind(g->scene, i, ITEM_PARTY) && g->scene->items[i].count == 1 &&
                g->scene->whos[g->scene->items[i].who].entity == 0 &&
                !g->scene->items[i].pronoun)
                *out = named(g->scene, i);
        if (out->count == 0 && m->region.name)
            *out = (names){.list = {m->region}, .count = 1};
    } else if (kingdom && m->topic.count != 1)
        return saudi(out);
    else if (!named_before(out, g, at))
        *out = m->topic;
    if (strcmp(row->word, "country") == 0 && out->count > 1)
        out->count = 0; /* "the country", but which of them? */
    return out->count > 0;
}

/* "the former", "the latter": of the last two that were named together. */
static bool ordered(names *out, const grammar *g, int at)
{
    bool latter = is_word(g->scene, at, "latter");
    for (int i = at - 1; i >= 0; i--)
        if (is_kind(g->scene, i, ITEM_PARTY) && g->scene->items[i].count == 2) {
            *out = named(g->scene, i);
            names_keep(out, latter);
            return true;
        }
    if (g->memory->last.count != 2)
        return false;
    *out = (names){.list = {g->memory->last.list[latter]}, .count = 1};
    return true;
}

static void place(names *out, const scene *s, int at)
{
    for (size_t i = 0; i < out->count; i++) {
        out->list[i].begin = scene_begin(s, (size_t)at);
        out->list[i].end = scene_end(s, (size_t)at);
    }
}

static bool is_plural_pronoun(const scene *s, int at)
{
    return is_word(s, at, "they") || is_word(s, at, "them");
}

/* "It", "Its imports" at the head of a sentence. */
static bool opens(const scene *s, int at)
{
    bool single = is_word(s, at, "it") || is_word(s, at, "its");
    for (int i = 0; i < at; i++)
        single = single && !is_kind(s, i, ITEM_PARTY) && !is_verb(s, i);
    return single;
}

/* "which", "whose": the party named last before. */
static bool relative(names *out, const scene *s, int at)
{
    for (int i = at - 1; is_relative(s, at) && i >= 0; i--)
        if (is_kind(s, i, ITEM_PARTY) && !s->items[i].pronoun && !s->items[i].compound) {
            *out = named(s, i);
            return true;
        }
    return false;
}

/* "…, and Peru fifth with 4 per cent — its imports rose": whose the number right before
 * is. */
static bool of_last_claim(names *out, const grammar *g, int at)
{
    frame last = g->frame;
    bool next =
        g->has_frame && at == g->frame_anchor + 2 && is_sign(g->scene, at - 1, '_');
    bool own = g->has_frame && last.kind == ARMS_CLAIM_CHANGE && at < g->frame_anchor &&
               last.begin == scene_begin(g->scene, (size_t)at);
    if (own && is(g->scene, at, LEX_POSSESSIVE)) {
        *out = last.subject; /* "its imports rose by 66 per cent, 80 per cent of them" */
        return out->count > 0;
    }
    if (!next || !is(g->scene, at, LEX_POSSESSIVE))
        return false;
    *out = *frame_varying(&last);
    return out->count > 0;
}

/* "…, which has increased its imports": the pronoun that "its" means; NOWHERE where
 * another party stands between. */
static int relative_before(const scene *s, int at)
{
    for (int i = at - 1; i > 1; i--) {
        if (is_kind(s, i, ITEM_SIGN) || is_kind(s, i, ITEM_QUANTITY))
            return NOWHERE;
        if (is_kind(s, i, ITEM_PARTY))
            return is_relative(s, i) && is_sign(s, i - 1, ',') &&
                           is_kind(s, i - 2, ITEM_PARTY)
                       ? i
                       : NOWHERE;
    }
    return NOWHERE;
}

bool names_of(names *out, const grammar *g, int at)
{
    const scene *s = g->scene;
    *out = (names){.count = 0};
    if (at < 0 || !is_kind(s, at, ITEM_PARTY))
        return false;
    if (!s->items[at].pronoun) {
        *out = named(s, at);
        return true;
    }
    bool referent = is(s, at, LEX_REFERENT) || is(s, at, LEX_COUNTRIES) ||
                    s->items[at].quantity.value > 0;
    if (is_word(s, at, "former") || is_word(s, at, "latter"))
        return ordered(out, g, at);
    if (relative(out, s, at))
        return true;
    int which = relative_before(s, at);
    if (!referent && which != NOWHERE)
        return names_of(out, g, which);
    if (is_word(s, at, "their")) {
        *out = named_together(g, at, 2);
        if (out->count > 1)
            return true; /* "from Spain and Italy, … of their exports" */
    }
    if (referent)
        (void)referred(out, g, at);
    else if (!of_last_claim(out, g, at) && !named_before(out, g, at))
        *out = is_plural_pronoun(s, at) && g->memory->last.count > 1 ? g->memory->last
               : opens(s, at) && g->memory->about.count > 0          ? g->memory->about
               : g->memory->topic.count > 0                          ? g->memory->topic
                                                                     : g->memory->last;
    place(out, s, at);
    return out->count > 0;
}
