/* Items of a sentence. Each token begins a period, a quantity, a phrase of the lexicon or
 * is a sign; parties that are named together become one item. See the header. */
#include "analysis/claims/scene_parties.h"

#include <math.h>
#include <string.h>

const lexicon_row *scene_token_row(const scene *s, size_t at, lexicon_class class)
{
    if (at >= s->tokens.count)
        return NULL;
    const lexicon_match *m = &s->found[at];
    for (size_t i = 0; i < m->count; i++)
        if (m->rows[i].class == class)
            return &m->rows[i];
    return NULL;
}

const lexicon_row *scene_row(const scene *s, size_t at, lexicon_class class)
{
    if (at >= s->count)
        return NULL;
    const item *t = &s->items[at];
    for (size_t i = 0; i < t->found.count; i++)
        if (t->found.rows[i].class == class)
            return &t->found.rows[i];
    return NULL;
}

bool scene_is(const scene *s, size_t at, lexicon_class class)
{
    return scene_row(s, at, class) != NULL;
}

bool scene_is_kind(const scene *s, size_t at, item_kind kind)
{
    return at < s->count && s->items[at].kind == kind;
}

bool scene_is_sign(const scene *s, size_t at, char sign)
{
    return scene_is_kind(s, at, ITEM_SIGN) &&
           s->tokens.items[s->items[at].first].sign == sign;
}

size_t scene_begin(const scene *s, size_t at)
{
    return s->tokens.items[s->items[at].first].begin;
}

size_t scene_end(const scene *s, size_t at)
{
    return s->tokens.items[s->items[at].end - 1].end;
}

/* The first meaning of a phrase that names a party. */
static const lexicon_row *party_row(const lexicon_match *m)
{
    for (size_t i = 0; i < m->count; i++)
        if (m->rows[i].class <= LEX_REGIONAL)
            return &m->rows[i];
    return NULL;
}

static bool has(const lexicon_match *m, lexicon_class class)
{
    for (size_t i = 0; i < m->count; i++)
        if (m->rows[i].class == class)
            return true;
    return false;
}

/* "'s", or an apostrophe behind an s. */
static size_t possessive_length(const scene *s, size_t at)
{
    if (!token_is_sign(&s->tokens, at, '\'') || !s->tokens.items[at].glued || at == 0)
        return 0;
    if (token_is_word(&s->tokens, at + 1, "s") && s->tokens.items[at + 1].glued)
        return 2;
    const token *before = &s->tokens.items[at - 1];
    size_t length = strlen(before->key);
    bool ends = length > 0 && before->key[length - 1] == 's';
    bool apart = at + 1 >= s->tokens.count || !s->tokens.items[at + 1].glued;
    return ends && apart ? 1 : 0;
}

/* "Russian-made", "Paris-based": a hyphen and a word right behind. */
static bool is_compound(const scene *s, size_t at)
{
    return token_is_sign(&s->tokens, at, '-') && s->tokens.items[at].glued &&
           at + 1 < s->tokens.count && s->tokens.items[at + 1].glued &&
           s->tokens.items[at + 1].kind == TOKEN_WORD && !s->tokens.items[at + 1].capital;
}

/* "UK-made", "Russian-built": from there. */
static bool is_made(const scene *s, size_t at)
{
    static const char *const words[] = {"made", "built", "supplied", "produced"};
    bool made = false;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        made = made || token_is_word(&s->tokens, at + 1, words[i]);
    return made && is_compound(s, at);
}

static void put_party(scene *s, item *t, const lexicon_row *row)
{
    bool entity = row->class < LEX_REGION;
    t->kind = ITEM_PARTY;
    t->who = s->who_count;
    t->count = 1;
    t->adjective = row->class == LEX_DEMONYM || row->class == LEX_REGIONAL;
    s->whos[s->who_count++] = (who){.name = row->word,
                                    .entity = entity ? (arms_entity_id)row->number : 0,
                                    .begin = s->tokens.items[t->first].begin,
                                    .end = s->tokens.items[t->end - 1].end};
    if (is_made(s, t->end)) {
        t->adjective = true;
        t->end += 2;
    }
    bool non = t->first > 1 && token_is_sign(&s->tokens, t->first - 1, '-') &&
               token_is_word(&s->tokens, t->first - 2, "non"); /* "non-US exports" */
    t->compound = non || is_compound(s, t->end);
    size_t possessive = possessive_length(s, t->end);
    t->possessive = possessive > 0;
    t->end += possessive;
}

/* The article or "this" in front, also behind a compound: "the war-torn nation"; the
 * token itself where there is none. */
static size_t pointing(const scene *s, size_t at)
{
    size_t i = at;
    while (i > 2 && at - i < 6 && token_is_sign(&s->tokens, i - 2, '-') &&
           s->tokens.items[i - 1].kind == TOKEN_WORD &&
           s->tokens.items[i - 3].kind == TOKEN_WORD)
        i -= 3;
    if (i == at && i > 2 && token_is_sign(&s->tokens, i - 1, '-'))
        i -= 2; /* "the city-state" */
    bool points = i > 0 && (scene_token_row(s, i - 1, LEX_ARTICLE) ||
                            scene_token_row(s, i - 1, LEX_THIS));
    return points ? i - 1 : at;
}

/* "the country", "both allies", "these five countries", "its": whom the text has named
 * before. "country" without a word that points to one is any country. */
static bool is_referent(const scene *s, const item *t)
{
    size_t pointer = pointing(s, t->first);
    bool points = pointer < t->first;
    const lexicon_row *row = NULL;
    for (size_t i = 0; i < t->found.count; i++)
        if (t->found.rows[i].class == LEX_REFERENT)
            row = &t->found.rows[i];
    if (!row)
        return false;
    bool several = strcmp(row->word, "both") == 0 || strcmp(row->word, "many") == 0;
    if (t->end < s->tokens.count &&
        (party_row(&s->found[t->end]) || s->tokens.items[t->end].kind == TOKEN_NUMBER))
        return false; /* "to both Peru and Chile", "in both 2014 and 2015" */
    if (t->first > 0 && scene_token_row(s, t->first - 1, LEX_SUPERLATIVE))
        return false; /* "the top three countries" */
    return several || (points && !token_is_word(&s->tokens, pointer, "a") &&
                       !token_is_word(&s->tokens, pointer, "an") &&
                       !token_is_word(&s->tokens, pointer, "any") &&
                       !token_is_word(&s->tokens, pointer, "each"));
}

/* "these 3 countries". */
static bool is_counted_referent(const scene *s, const item *t)
{
    return t->first > 1 && has(&t->found, LEX_COUNTRIES) &&
           s->tokens.items[t->first - 1].kind == TOKEN_NUMBER &&
           token_is_word(&s->tokens, t->first - 2, "these");
}

/* "The countries were responsible for": those that the sentence before has named. */
static bool is_opening_plural(const scene *s, const item *t)
{
    return t->first == 1 && has(&t->found, LEX_COUNTRIES) &&
           token_is_word(&s->tokens, 0, "the") &&
           (scene_token_row(s, t->end, LEX_BE) ||
            scene_token_row(s, t->end, LEX_ACCOUNT) ||
            scene_token_row(s, t->end, LEX_HAVE) || scene_token_row(s, t->end, LEX_BUY));
}

/* "the former", "the latter" of two parties. */
static bool is_ordered(const scene *s, const item *t)
{
    bool word = token_is_word(&s->tokens, t->first, "former") ||
                token_is_word(&s->tokens, t->first, "latter");
    return word && t->first > 0 && token_is_word(&s->tokens, t->first - 1, "the") &&
           t->end < s->tokens.count &&
           (s->tokens.items[t->end].kind != TOKEN_WORD ||
            scene_token_row(s, t->end, LEX_HAVE) || scene_token_row(s, t->end, LEX_ON) ||
            scene_token_row(s, t->end, LEX_ACCOUNT) ||
            scene_token_row(s, t->end, LEX_TO));
}

static void put_word(scene *s, item *t)
{
    const lexicon_row *party = party_row(&t->found);
    bool dollars = party && token_is_sign(&s->tokens, t->end, '$') &&
                   (s->tokens.items[t->end].glued || /* "US$" */
                    (t->first > 0 && token_is_sign(&s->tokens, t->first - 1, '(')));
    if (party && !dollars) {
        put_party(s, t, party);
        return;
    }
    t->pronoun = has(&t->found, LEX_PRONOUN) || has(&t->found, LEX_POSSESSIVE) ||
                 is_referent(s, t) || is_ordered(s, t) || is_counted_referent(s, t) ||
                 is_opening_plural(s, t);
    if (!t->pronoun)
        return;
    size_t possessive = possessive_length(s, t->end);
    t->kind = ITEM_PARTY;
    t->possessive = possessive > 0 || has(&t->found, LEX_POSSESSIVE);
    t->end += possessive;
}

/* The item that begins with a token. */
static item read_item(scene *s, size_t at)
{
    item t = {.first = at, .end = at + 1};
    size_t length = period_read(&t.period, s, at);
    if (length > 0) {
        t.kind = ITEM_PERIOD;
        t.end = at + length;
        return t;
    }
    length = quantity_read(&t.quantity, s, at);
    if (length > 0) {
        t.kind = ITEM_QUANTITY;
        t.end = at + length;
        t.found = s->found[at];
        return t;
    }
    t.found = s->found[at];
    t.end = at + (t.found.count > 0 ? t.found.tokens : 1);
    if (s->tokens.items[at].kind == TOKEN_SIGN && t.found.count == 0)
        t.kind = ITEM_SIGN;
    else
        put_word(s, &t);
    return t;
}

/* A hedge in front of a quantity, an article between them allowed, opens its bounds. */
static void hedge(scene *s)
{
    for (size_t i = 1; i < s->count; i++) {
        item *t = &s->items[i];
        size_t before = i - 1;
        if (t->kind != ITEM_QUANTITY || t->quantity.bound != ARMS_BOUND_EXACT)
            continue;
        if (scene_is(s, before, LEX_ARTICLE) && before > 0)
            before--;
        if (before + 1 < i &&
            token_is_word(&s->tokens, s->items[before + 1].first, "the") &&
            token_is_word(&s->tokens, s->items[before].first, "over"))
            continue; /* "an increase over the $7 million" */
        const lexicon_row *row = scene_row(s, before, LEX_HEDGE);
        arms_error ignored;
        if (row &&
            !arms_bound_parse(&t->quantity.bound, arms_text_of(row->word), &ignored))
            t->quantity.bound = ARMS_BOUND_EXACT;
    }
}

/* "from 26 to 41 per cent", "from $2 to $3 billion": the first number has the unit of the
 * second. */
static void share_units(scene *s)
{
    for (size_t i = s->count < 2 ? 0 : s->count - 2; i-- > 0;) {
        quantity *a = &s->items[i].quantity, *b = &s->items[i + 2].quantity;
        bool pair = s->items[i].kind == ITEM_QUANTITY &&
                    s->items[i + 2].kind == ITEM_QUANTITY &&
                    (scene_is(s, i + 1, LEX_TO) || scene_is(s, i + 1, LEX_AND) ||
                     scene_is(s, i + 1, LEX_OR) || scene_is_sign(s, i + 1, ','));
        if (!pair || b->unit[0] == '\0' || strcmp(b->unit, "rank") == 0)
            continue;
        bool told = i > 0 && scene_is(s, i - 1, LEX_FROM) && scene_is(s, i + 1, LEX_TO);
        if (a->unit[0] == '\0' && (!a->word || told)) /* "from seven to 14 per cent" */
            a->unit = b->unit;
        else if (!(a->money && b->money && strcmp(a->unit, b->unit) == 0 &&
                   a->value < 1000 && b->value >= 1e6))
            continue;
        a->money = b->money;
        bool scaled = b->money && a->value < 1000 && b->value >= 1e6;
        double factor = scaled ? pow(10, 3 * floor(log10(b->value) / 3)) : 1;
        a->value *= factor;
        a->step *= factor;
        a->low *= factor;
        a->high *= factor;
    }
}

/* "7 million people", "2 million small arms": a word that is counted follows. */
static bool is_counted(const scene *s, size_t at)
{
    const item *next = at + 1 < s->count ? &s->items[at + 1] : NULL;
    bool word = next && next->kind == ITEM_WORD;
    return word &&
           (next->found.count == 0 || scene_is(s, at + 1, LEX_ARMS) ||
            scene_is(s, at + 1, LEX_PEOPLE) || scene_is(s, at + 1, LEX_ARTICLES) ||
            scene_is(s, at + 1, LEX_MEASURE) || scene_is(s, at + 1, LEX_CATEGORY));
}

/* "Jordan's by 30 and Bahrain's by 9.7": a bare number beside a party, behind a number in
 * per cent, is in per cent. */
static void inherit_units(scene *s)
{
    const char *unit = NULL, *money = NULL;
    for (size_t i = 0; i < s->count; i++) {
        quantity *q = &s->items[i].quantity;
        if (s->items[i].kind != ITEM_QUANTITY)
            continue;
        bool ends = i + 1 == s->count || scene_is_kind(s, i + 1, ITEM_SIGN) ||
                    scene_is(s, i + 1, LEX_AND);
        bool party = false;
        for (size_t k = i; k > 0 && k + 3 > i; k--)
            party = party || scene_is_kind(s, k - 1, ITEM_PARTY) ||
                    scene_is(s, k - 1, LEX_LATTER);
        if (q->money && strcmp(q->unit, "TIV") != 0)
            money = q->unit;
        else if (q->unit[0] == '\0' && q->value >= 1e6 && money && !is_counted(s, i)) {
            q->unit = money; /* "$3 billion, of which 1 billion went to" */
            q->money = true;
        }
        if (strcmp(q->unit, "percent") == 0 && !q->fraction)
            unit = q->unit;
        else if (q->unit[0] == '\0' && !q->word && unit && ends && party)
            q->unit = unit;
    }
}

/* "between $100 million and $150 million": one number with two ends. */
static void join_ranges(scene *s)
{
    for (size_t i = 0; i + 3 < s->count; i++) {
        quantity *a = &s->items[i + 1].quantity, *b = &s->items[i + 3].quantity;
        bool range = scene_is(s, i, LEX_BETWEEN) && scene_is(s, i + 2, LEX_AND) &&
                     s->items[i + 1].kind == ITEM_QUANTITY &&
                     s->items[i + 3].kind == ITEM_QUANTITY && a->unit[0] != '\0' &&
                     strcmp(a->unit, b->unit) == 0 && b->value > a->value;
        if (!range)
            continue;
        a->low = a->value;
        a->high = b->value;
        a->value = (a->low + a->high) / 2;
        s->items[i + 1].end = s->items[i + 3].end;
        memmove(&s->items[i + 2], &s->items[i + 4],
                (s->count - i - 4) * sizeof *s->items);
        s->count -= 2;
    }
}

/* Quotation marks say nothing of what is claimed. */
static bool is_quote(const scene *s, size_t at)
{
    const item *t = &s->items[at];
    return t->kind == ITEM_SIGN && s->tokens.items[t->first].sign == '"';
}

bool scene_make(scene *out, arms_arena *arena, arms_text text, size_t begin,
                arms_error *err)
{
    scene *s = out;
    *s = (scene){.text = text};
    if (!tokens_make(&s->tokens, arena, text, begin, err))
        return false;
    size_t room = s->tokens.count + 1;
    s->found = arms_alloc(arena, room, sizeof *s->found, err);
    s->items = arms_alloc(arena, room, sizeof *s->items, err);
    s->whos = arms_alloc(arena, 2 * room, sizeof *s->whos, err);
    if (!s->found || !s->items || !s->whos)
        return false;
    for (size_t i = 0; i < s->tokens.count; i++)
        if (s->tokens.items[i].kind == TOKEN_WORD)
            s->found[i] = lexicon_find(&s->tokens, i);
    for (size_t at = 0; at < s->tokens.count;) {
        s->items[s->count] = read_item(s, at);
        at = s->items[s->count].end;
        s->count += !is_quote(s, s->count);
    }
    hedge(s);
    share_units(s);
    inherit_units(s);
    join_ranges(s);
    scene_drop_repeated(s);
    scene_join_regions(s);
    scene_join_allies(s);
    scene_join_counted(s);
    scene_join_compounds(s);
    scene_merge_parties(s);
    return true;
}
