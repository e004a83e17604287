/* Arms with the words that tell their flow: "weapons delivered to East Africa", "arms
 * imported by Iran", "arms that Peru bought", "all exported weapons". */
#include "analysis/claims/stream_parts.h"

/* "weapons made by China". */
static bool made_by(const scene *s, stream *out)
{
    static const char *const words[] = {"made", "built", "manufactured", "produced"};
    bool made = is_word_of(s, out->end, words, sizeof words / sizeof *words);
    int end;
    int party = made && is(s, out->end + 1, LEX_BY)
                    ? stream_governed(s, out->end + 1, &end, &made)
                    : NOWHERE;
    if (party == NOWHERE || out->exporter != NOWHERE)
        return false;
    stream_set_role(out, &out->exporter, party, end);
    out->way = WAY_EXPORT;
    return true;
}

static bool is_trade(const scene *s, int at)
{
    return is(s, at, LEX_BUY) || is(s, at, LEX_SUPPLY);
}

static stream_way way_of(const scene *s, int verb)
{
    return is(s, verb, LEX_BUY) ? WAY_IMPORT : WAY_EXPORT;
}

/* "all exported weapons", "its imported arms": the participle stands before. */
static bool attribute(const scene *s, stream *out)
{
    int verb = out->head - 1, lead = verb - 1;
    bool leads = is(s, lead, LEX_ALL) || is(s, lead, LEX_ARTICLE) ||
                 is(s, lead, LEX_OF) || is(s, lead, LEX_WORLD) ||
                 (is_kind(s, lead, ITEM_PARTY) && s->items[lead].possessive);
    bool each = is_word(s, lead, "each");
    if (!is_trade(s, verb) || !leads || each)
        return false;
    int owner = stream_party(out);
    out->way = is(s, verb, LEX_SUPPLY) ? WAY_EXPORT : WAY_IMPORT;
    int from = owner == out->importer ? out->exporter : NOWHERE;
    out->importer = out->way == WAY_IMPORT ? owner : NOWHERE;
    out->exporter = out->way == WAY_EXPORT ? owner : from; /* "its imported arms from" */
    out->world = owner == NOWHERE;
    out->begin = out->begin > verb ? verb : out->begin;
    return true;
}

/* "its arms it sold abroad", "the arms it bought from Spain": a pronoun did. */
static bool own_clause(const scene *s, stream *out)
{
    int subject = out->end + (is(s, out->end, LEX_THAT) || is_relative(s, out->end));
    int owner = out->importer == NOWHERE ? subject : out->importer, end;
    bool phrase = is(s, subject + 1, LEX_COME); /* "bought from" */
    if (!is_kind(s, subject, ITEM_PARTY) || s->items[subject].possessive ||
        !s->items[subject].pronoun || (!phrase && !is_trade(s, subject + 1)) ||
        is_relative(s, subject) || !s->items[owner].pronoun || out->exporter != NOWHERE)
        return false;
    out->way = phrase ? WAY_IMPORT : way_of(s, subject + 1);
    bool import = out->way == WAY_IMPORT, made;
    out->importer = import ? owner : NOWHERE;
    out->exporter = import ? NOWHERE : owner;
    out->end = subject + 2;
    int with = out->end - phrase;
    int partner = phrase || is(s, with, import ? LEX_FROM : LEX_TO)
                      ? stream_governed(s, with, &end, &made)
                      : NOWHERE;
    if (partner != NOWHERE)
        stream_set_role(out, import ? &out->exporter : &out->importer, partner, end);
    return true;
}

/* "that Peru bought", "the Peruvians bought": a clause with a subject of its own. */
static bool clause(const scene *s, stream *out)
{
    int subject = out->end;
    if (is(s, subject, LEX_THAT) || is(s, subject, LEX_PRONOUN))
        subject++;
    if (is(s, subject, LEX_ARTICLE))
        subject++;
    if (is(s, subject, LEX_COUNTRIES) &&
        (is(s, subject + 1, LEX_IN) || is(s, subject + 1, LEX_OF)))
        subject += 2 + is(s, subject + 2, LEX_ARTICLE); /* "that states in Africa" */
    if (!is_kind(s, subject, ITEM_PARTY) || s->items[subject].possessive ||
        s->items[subject].pronoun || !is_trade(s, subject + 1))
        return false;
    out->way = way_of(s, subject + 1);
    *(out->way == WAY_IMPORT ? &out->importer : &out->exporter) = subject;
    out->end = subject + 2;
    return true;
}

/* "went to", "were supplied by": a verb of its own, which is no part of the noun. */
static bool is_finite(const scene *s, int at)
{
    static const char *const words[] = {"was",  "were",  "went",   "go",   "goes",
                                        "came", "comes", "flowed", "ended"};
    return is_word_of(s, at, words, sizeof words / sizeof *words);
}

/* "with 60 per cent of the weapons coming from Peru": what comes is the part of them. */
static bool is_told_of_part(const scene *s, int head)
{
    int of = head - 1;
    while (is(s, of, LEX_ARMS) || is_unknown(s, of) || is(s, of, LEX_ARTICLE))
        of--;
    int number = of - 1;
    return is(s, of, LEX_OF) && is(s, number + 2, LEX_ARTICLE) &&
           is_kind(s, number, ITEM_QUANTITY) &&
           is_word(s, before_number(s, number), "with");
}

/* "delivered to", "imported by", "imported into the world", "supplied by" in one
 * phrase. */
static void participle(const scene *s, stream *out)
{
    int verb = out->end, end;
    bool made, that = is(s, verb, LEX_THAT) || is(s, verb, LEX_PRONOUN);
    verb += that && is(s, verb + 1, LEX_GO); /* "arms that went to Asia" */
    bool more = is(s, out->head - 1, LEX_HIGHER) || is(s, out->head - 1, LEX_LOWER);
    bool passive = more && is(s, verb, LEX_BE) && is_trade(s, verb + 1);
    verb += passive; /* "7 per cent more arms were bought by Peru" */
    if (!that && !passive && is_finite(s, verb))
        return;
    bool go = is(s, verb, LEX_GO), phrase = go || is(s, verb, LEX_COME);
    if ((!phrase && !is_trade(s, verb)) || (phrase && is_told_of_part(s, out->head)))
        return;
    int by = phrase && !is(s, verb + 1, LEX_TO) ? verb : verb + 1;
    bool into = is(s, by, LEX_TO);
    if (into && is(s, by + 2, LEX_WORLD)) {
        out->way = WAY_IMPORT;
        out->world = true;
        out->end = by + 3;
        return;
    }
    bool from = is(s, by, LEX_FROM) && is(s, verb, LEX_SUPPLY) && !phrase;
    int party = into || from || is(s, by, LEX_BY) || by == verb
                    ? stream_governed(s, by, &end, &made)
                    : NOWHERE;
    if (party == NOWHERE && !phrase) { /* "of all weapons bought between …" */
        out->way = way_of(s, verb);
        out->world = out->world || is(s, out->head - 1, LEX_ALL);
    }
    if (party == NOWHERE)
        return;
    bool importer = into || is(s, verb, LEX_BUY) || go;
    out->way = importer ? WAY_IMPORT : WAY_EXPORT;
    if ((go || into) && out->importer != NOWHERE && out->exporter == NOWHERE) {
        out->exporter = out->importer; /* "its arms going to Peru" */
        out->importer = NOWHERE;
        out->way = WAY_EXPORT;
    }
    stream_set_role(out, importer ? &out->importer : &out->exporter, party, end);
    bool to = is(s, end, LEX_TO) && !importer; /* "supplied by Iran to Sudan" */
    int partner = to || (is(s, end, LEX_FROM) && importer)
                      ? stream_governed(s, end, &end, &made)
                      : NOWHERE;
    if (partner != NOWHERE)
        stream_set_role(out, to ? &out->importer : &out->exporter, partner, end);
}

void stream_participle(const scene *s, stream *out)
{
    if (!attribute(s, out) && !made_by(s, out) && !own_clause(s, out) && !clause(s, out))
        participle(s, out);
}
