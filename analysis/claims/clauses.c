/* Clauses, subjects and what governs a party, as far as the grammar needs them. */
#include "analysis/claims/grammar.h"

bool is_verb(const scene *s, int at)
{
    static const lexicon_class verbs[] = {
        LEX_ACCOUNT, LEX_SUPPLY, LEX_BUY,      LEX_GO,   LEX_COME,  LEX_RISE,    LEX_FALL,
        LEX_BE,      LEX_BECOME, LEX_RANKVERB, LEX_HAVE, LEX_REACH, LEX_MULTIPLY};
    return is_any(s, at, verbs, sizeof verbs / sizeof *verbs) &&
           !is_kind(s, at, ITEM_QUANTITY);
}

bool is_relative(const scene *s, int at)
{
    static const char *const words[] = {"which", "who", "whose", "whom"};
    return is_word_of(s, at, words, sizeof words / sizeof *words);
}

/* "Brazil, the subregion's largest importer, received": a verb behind the second
 * comma. */
static bool verb_behind_aside(const scene *s, int comma)
{
    static const int far = 14;
    if (!is(s, comma + 1, LEX_ARTICLE))
        return false;
    for (int i = comma + 1; i <= comma + far && i < (int)s->count; i++)
        if (is_sign(s, i, ','))
            return is_verb(s, i + 1) && !is(s, i + 1, LEX_HAVE);
    return false;
}

/* "While Peru's imports fell, exports to Chile rose", "…, the volume of Peru's imports
 * rose": behind a subordinate clause, a flow without its owner. */
static bool begins_flow(const scene *s, int at)
{
    static const int far = 9;
    bool flow = is(s, at, LEX_EXPORTS) || is(s, at, LEX_IMPORTS) ||
                (is(s, at, LEX_TOTAL) && is(s, at + 1, LEX_OF));
    if (!flow || !is(s, 0, LEX_WHILE) ||
        !is_sign(s, at - 1 - is(s, at - 1, LEX_ARTICLE), ','))
        return false;
    for (int i = at + 1; i <= at + far && i < (int)s->count; i++)
        if (is(s, i, LEX_RISE) || is(s, i, LEX_FALL) || is(s, i, LEX_BE))
            return true;
    return false;
}

/* Whether a new clause begins behind an "and" or a comma: a party that nothing governs,
 * or "that of", followed soon by a verb. */
static bool begins_clause(const scene *s, int at)
{
    static const int far = 9;
    bool list = is_sign(s, at - 2, ')'); /* "France (11), China (5) and Italy (4) sold" */
    while (is(s, at, LEX_ARTICLE) || is(s, at, LEX_WHILE))
        at++;
    if (is(s, at, LEX_ORDINAL) && is_sign(s, at + 1, '-') &&
        (is_unknown(s, at + 2) || is(s, at + 2, LEX_RANKVERB)))
        at += 3; /* "and fifth-placed Peru" */
    if (begins_flow(s, at))
        return true;
    if (!is_kind(s, at, ITEM_PARTY) || is_relative(s, at))
        return false;
    if (is_sign(s, at + 1, ','))
        return verb_behind_aside(s, at + 1);
    if (is_sign(s, at + 1, '(') && !list) /* "Russia (26 per cent) displaced" */
        return is_kind(s, at + 2, ITEM_QUANTITY) && is_sign(s, at + 3, ')') &&
               is_verb(s, at + 4);
    for (int i = at + 1; i <= at + far && i < (int)s->count; i++) {
        if (is_kind(s, i, ITEM_SIGN) || is_kind(s, i, ITEM_QUANTITY) || is(s, i, LEX_AND))
            return false;
        if (is_verb(s, i) && !is(s, i, LEX_SUPPLY) && !is(s, i, LEX_BUY))
            return true;
        if ((is(s, i, LEX_SUPPLY) || is(s, i, LEX_BUY)) && !is(s, i, LEX_IMPORTS) &&
            !is(s, i, LEX_EXPORTS))
            return true;
    }
    return false;
}

bool parts_clauses(const scene *s, int at)
{
    if (is_sign(s, at, ';') || (is_sign(s, at, '_') && !is(s, at + 1, LEX_BY)) ||
        (is_sign(s, at, ':') && !is(s, at - 1, LEX_COUNTRIES) &&
         !is(s, at - 1, LEX_REFERENT)))
        return true;
    int as = at + 1 + is(s, at + 1, LEX_ARTICLE); /* "as $7 million", "as the fourth" */
    bool equals =
        is_word(s, at, "as") && (is_kind(s, as, ITEM_QUANTITY) || is(s, as, LEX_HEDGE) ||
                                 is(s, as, LEX_ORDINAL) || is(s, as, LEX_SUPERLATIVE));
    if (is(s, at, LEX_WHILE) && !is_kind(s, at, ITEM_QUANTITY))
        return !is(s, at, LEX_COMPARE) && !equals;
    bool joint = is(s, at, LEX_AND) || is_sign(s, at, ',');
    return joint &&
           begins_clause(s, at + 1 + (is_sign(s, at, ',') && is(s, at + 1, LEX_AND)));
}

int clause_begin(const scene *s, int at)
{
    int i = at;
    while (i > 0 && !parts_clauses(s, i - 1))
        i--;
    return i;
}

int clause_end(const scene *s, int at)
{
    int i = at + 1;
    while (i < (int)s->count && !parts_clauses(s, i))
        i++;
    return i;
}

/* A word that may stand between a preposition and the party that it governs. */
static bool passes(const scene *s, int at)
{
    bool plain = is_kind(s, at, ITEM_WORD) && s->items[at].found.count == 0;
    return plain || is(s, at, LEX_ARTICLE) || is(s, at, LEX_COUNTRIES) ||
           is(s, at, LEX_WORLD) || is(s, at, LEX_SUPERLATIVE) || is(s, at, LEX_ALL);
}

/* "after Qatar and India", "behind Qatar": compared with, unless a clause of its own
 * begins, as in "after Qatar cut its orders". */
static bool is_outranked(const scene *s, int preposition, int at)
{
    if (preposition < 0 || is_verb(s, at + 1))
        return false;
    size_t word = s->items[preposition].first;
    return token_is_word(&s->tokens, word, "after") ||
           token_is_word(&s->tokens, word, "behind");
}

lexicon_class governor(const scene *s, int at)
{
    static const lexicon_class prepositions[] = {LEX_OF, LEX_TO, LEX_FROM,    LEX_BY,
                                                 LEX_IN, LEX_ON, LEX_COMPARE, LEX_THAN};
    static const int far = 3;
    int i = at - 1;
    for (int n = 0; n < far && passes(s, i) && !is_outranked(s, i, at); n++)
        i--;
    if (is_outranked(s, i, at))
        return LEX_FOLLOWED;
    for (size_t k = 0; k < sizeof prepositions / sizeof *prepositions; k++)
        if (is(s, i, prepositions[k]) && !is_kind(s, i, ITEM_QUANTITY) &&
            !is_kind(s, i, ITEM_PERIOD))
            return prepositions[k];
    return LEX_NONE;
}

bool is_of_region_noun(const scene *s, int at)
{
    const item *t = &s->items[at];
    return t->kind == ITEM_PARTY && !t->pronoun && t->adjective && t->count == 1 &&
           s->whos[t->who].entity == 0 && is_unknown(s, at + 1);
}

static bool can_be_subject(const scene *s, int at)
{
    const item *t = &s->items[at];
    if (t->kind != ITEM_PARTY || t->possessive || t->compound || t->aside ||
        is_word(s, at - 1, "including"))
        return false;
    bool state =
        (is_word(s, at + 1, "government") || is_word(s, at + 1, "authorities")) &&
        is_verb(s, at + 2); /* "the Saudi government is" */
    bool before_noun =
        t->adjective && !is_verb(s, at + 1) && !is_national(s, at + 1) && !state;
    return !before_noun && governor(s, at) == LEX_NONE;
}

static int subject_in(const scene *s, int begin, int end)
{
    int found = NOWHERE;
    for (int i = begin; i < end; i++) {
        bool named = found != NOWHERE && is(s, found, LEX_REFERENT) &&
                     (is_sign(s, i - 1, '(') || is_sign(s, i - 1, ':'));
        bool starts =
            found == NOWHERE || named || is(s, i - 1, LEX_THAT) || is(s, i - 2, LEX_THAT);
        if (can_be_subject(s, i) && starts)
            found = i;
    }
    return found;
}

int own_subject(const scene *s, int at)
{
    return subject_in(s, clause_begin(s, at), at);
}

/* A clause without a subject of its own has that of the one before: "cut its own orders
 * but sold tanks to Peru". */
int subject_before(const scene *s, int at)
{
    int begin = clause_begin(s, at), found = subject_in(s, begin, at);
    while (found == NOWHERE && begin > 0 && !is_sign(s, begin - 1, ';')) {
        int end = begin - 1;
        begin = clause_begin(s, end);
        found = subject_in(s, begin, end);
    }
    return found;
}

/* "Swiss firms exported": the country's exports. */
bool is_national(const scene *s, int at)
{
    int verb = at + 1 + is(s, at + 1, LEX_HAVE);
    int maker = at - 1 - is(s, at - 1, LEX_ARMS); /* "Swedish arms makers sold" */
    if (maker < at - 1 && is(s, at, LEX_COMPANY) && is_kind(s, maker, ITEM_PARTY) &&
        s->items[maker].adjective && is(s, verb, LEX_SUPPLY))
        return true;
    bool named = is(s, at, LEX_COMPANY) && is_kind(s, at - 1, ITEM_PARTY);
    bool by =
        is(s, at - 2, LEX_BY) && (is(s, at - 3, LEX_ARMSONLY) || is(s, at - 3, LEX_ARMS));
    return named && ((s->items[at - 1].adjective && is(s, verb, LEX_SUPPLY)) || by);
}

bool says_respectively(const scene *s)
{
    for (int i = 0; i < (int)s->count; i++)
        if (is(s, i, LEX_RESPECTIVELY))
            return true;
    return false;
}

/* "not", "never", "nor", "isn't", but no "No. 3" and no "without". */
static bool denies(const scene *s, int at)
{
    static const char *const words[] = {"not", "never", "no", "nor", "neither", "cannot"};
    bool found = is_sign(s, at - 1, '\'') && is_word(s, at, "t");
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        found = found ||
                (is_kind(s, at, ITEM_WORD) &&
                 s->items[at].end == s->items[at].first + 1 && is_word(s, at, words[i]));
    bool number = is_sign(s, at + 1, '.') || is_kind(s, at + 1, ITEM_QUANTITY);
    bool no = is_word(s, at, "no");
    return found && !(no && number);
}

bool is_denied(const scene *s, int at)
{
    static const int far = 12;
    for (int i = at - 1, n = 0; i >= 0 && n < far && !parts_clauses(s, i); i--, n++) {
        if (is_sign(s, i, ',') || is_sign(s, i, '(') || is(s, i, LEX_AND) ||
            is_kind(s, i, ITEM_QUANTITY))
            return false;
        bool only = is_word(s, i + 1, "only") || is_word(s, i + 1, "far");
        if (denies(s, i))
            return !only; /* "not only", "not far behind" */
    }
    return false;
}

/* "the number of licences more than doubled": of what is counted, and no flow. */
bool is_of_count(const scene *s, int at)
{
    for (int i = clause_begin(s, at); i + 1 < at; i++)
        if (is_word(s, i, "number") && is(s, i + 1, LEX_OF))
            return !is(s, i + 2, LEX_ARMS);
    return false;
}

/* "would more than double", "is expected to reach 5 per cent": no figure yet. */
bool is_planned(const scene *s, int at)
{
    static const int far = 6;
    for (int i = at - 1, n = 0; i >= 0 && n < far && !parts_clauses(s, i); i--, n++) {
        if (is_sign(s, i, ',') || is_sign(s, i, '(') || is_kind(s, i, ITEM_QUANTITY))
            return false;
        if (is(s, i, LEX_TARGET) && is_kind(s, i, ITEM_WORD))
            return true;
    }
    return false;
}

/* Parties in front of "said" up to a comma, and behind "according to". */
static void mark_speaker(scene *s, int at)
{
    for (int i = at - 1; i >= 0 && !is_verb(s, i); i--) {
        if (is_kind(s, i, ITEM_SIGN) || is_kind(s, i, ITEM_QUANTITY) || is(s, i, LEX_SAY))
            break;
        s->items[i].aside = true;
    }
}

static void mark_source(scene *s, int at)
{
    for (int i = at + 1; i < (int)s->count && !is_verb(s, i); i++) {
        bool subject =
            is_kind(s, i, ITEM_PARTY) && !s->items[i].possessive &&
            !s->items[i].adjective && is_verb(s, i + 1) &&
            is_word(s, i - 1, "report"); /* "according to the report Peru had" */
        if (subject || is_sign(s, i, ',') || is_sign(s, i, ';') || is_sign(s, i, '_'))
            break;
        s->items[i].aside = true;
    }
}

/* "WASHINGTON —", "Ankara:", "(Oslo, 4 May 2021)". */
static void mark_dateline(scene *s)
{
    static const int far = 6;
    if (s->count == 0 || !is_kind(s, is_sign(s, 0, '('), ITEM_PARTY))
        return;
    for (int i = 1; i <= far && i < (int)s->count; i++) {
        bool hyphens = is_sign(s, i, '-') && is_sign(s, i + 1, '-');
        if (hyphens || is_sign(s, i, '_') || is_sign(s, i, ':') ||
            (is_sign(s, i, ')') && is_sign(s, 0, '('))) {
            for (int k = 0; k < i; k++)
                s->items[k].aside = true;
            return;
        }
        if (is_verb(s, i) || is_kind(s, i, ITEM_QUANTITY))
            return;
    }
}

/* "Croatia reported arms exports of": who reports has them. */
static bool reports_flow(const scene *s, int at)
{
    static const int far = 6;
    bool reports = is_word(s, at, "reported") || is_word(s, at, "reports");
    for (int i = at + 1; reports && i <= at + far; i++) {
        if (is(s, i, LEX_EXPORTS) || is(s, i, LEX_IMPORTS))
            return true;
        if (!is(s, i, LEX_ARMS) && !is(s, i, LEX_AND) && !is_unknown(s, i) &&
            !is_kind(s, i, ITEM_QUANTITY) && !is(s, i, LEX_FALL) && !is(s, i, LEX_RISE) &&
            !is(s, i, LEX_IN) && !is(s, i, LEX_ARTICLE))
            return false;
    }
    return false;
}

/* "France confirmed a distant second place": who confirmed it has it. */
static bool tells_own_place(const scene *s, int at)
{
    int i = at + 1;
    while (is(s, i, LEX_ARTICLE) || is(s, i, LEX_POSSESSIVE) || is_unknown(s, i))
        i++;
    return is(s, i, LEX_ORDINAL) && is(s, i + 1, LEX_PLACE);
}

void mark_asides(scene *s)
{
    mark_dateline(s);
    for (int i = 0; i < (int)s->count; i++) {
        const lexicon_row *row = scene_row(s, (size_t)i, LEX_SAY);
        if (!row || is_kind(s, i, ITEM_PERIOD) || reports_flow(s, i) ||
            tells_own_place(s, i))
            continue;
        if (is(s, i, LEX_TO) || is_word(s, i, "according"))
            mark_source(s, i);
        else
            mark_speaker(s, i);
    }
}
