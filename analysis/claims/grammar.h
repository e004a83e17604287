/* From items and streams to claims: what the rules share.
 *
 * Each rule looks at one anchor (a quantity, an ordinal or superlative, a verb) and
 * either makes a claim of it or leaves it to the next rule. A claim leaves its frame
 * behind, of which a later number may change one part: "…, and Morocco 15 per cent". */
#ifndef ARMSTRADE_ANALYSIS_CLAIMS_GRAMMAR_H
#define ARMSTRADE_ANALYSIS_CLAIMS_GRAMMAR_H

#include <armstrade/reading.h>

#include "analysis/claims/streams.h"

typedef struct names {
    who list[WHO_MOST];
    size_t count;
} names;

/* Which slot of a frame the next party of a list goes into. */
typedef enum slot { SLOT_SUBJECT, SLOT_COUNTERPART } slot;

/* The slots of a claim but its number and period. */
typedef struct frame {
    arms_claim_kind kind;
    arms_direction flow;
    names subject, counterpart, denominator;
    bool world;    /* the counterpart is the world total */
    bool nameless; /* a partner is pointed at whom the text has not named */
    slot varying;
    size_t begin, end; /* bytes of the words that tell the flow */
} frame;

/* A period of figures, settled: first = 0 where there is none. */
typedef struct settled {
    period period;
    arms_period_source source;
    size_t begin, end;
} settled;

/* What was said before in the document. */
typedef struct memory {
    int year, month; /* of the document's date, 0 = not known */
    names topic;     /* whose flow it is about */
    names partner;   /* with whom, where it is a flow of two */
    names about;     /* whom the last sentence began with, if that is one state */
    names last;      /* the parties that were named last, together */
    names pair;      /* the last two parties named */
    who region;      /* the last region; name NULL = none */
    bool has_flow;
    arms_direction flow; /* of the topic */
    settled period, base;
    frame frame; /* of the last claim */
    bool has_frame;
} memory;

typedef struct grammar {
    arms_arena *arena;
    scene *scene;
    streams streams;
    memory *memory;
    arms_text_reading *out;
    size_t sentence;
    frame frame; /* of the last claim in this sentence */
    bool has_frame;
    int frame_anchor;     /* item */
    size_t first;         /* the sentence's first claim in `out` */
    settled period, base; /* of the last claim in this sentence */
} grammar;

/* A claim before it is put: its frame, and where its number stands. */
typedef struct draft {
    frame frame;
    quantity number;
    int anchor; /* item of the number */
    const char *rule;
    double sign;     /* of a change */
    bool base_value; /* the number is that of the base period: "from 7 %" */
    int period;  /* the item of its period, where that is not the nearest; 0 = nearest */
    bool hidden; /* only its frame counts: a number behind says it better */
} draft;

bool is(const scene *s, int at, lexicon_class class);
bool is_any(const scene *s, int at, const lexicon_class *classes, size_t count);
bool is_kind(const scene *s, int at, item_kind kind);
bool is_sign(const scene *s, int at, char sign);
bool is_unknown(const scene *s, int at);

/* Whether the item begins with that word, or with one of `count` words. */
bool is_word(const scene *s, int at, const char *word);
bool is_word_of(const scene *s, int at, const char *const *words, size_t count);

/* The quantity's unit is `unit`. */
bool has_unit(const quantity *q, const char *unit);

/* How many numbers stand in [from, to). */
size_t quantities_between(const scene *s, int from, int to);

/* Whether the sentence gives numbers to parties in their order. */
bool says_respectively(const scene *s);

/* Whether a number in brackets behind says the same more precisely. */
bool is_glossed(const scene *s, int at);

/* The last item before `at` that is no hedge, article, adverb or superlative. */
int before_number(const scene *s, int at);

/* Whom an item names; pronouns are settled by the sentence and by what was said before.
 * False where nobody is meant that is known. */
bool names_of(names *out, const grammar *g, int at);

/* "In the case of India, Russia supplied 77 per cent of the country's arms": the first
 * party named before `at` other than `than`, which may be `out`. Writes nothing where
 * there is none. */
bool other_named(names *out, const grammar *g, int at, const names *than);

/* The one party "World"; whether it is that. */
names names_world(void);
bool is_world(const names *n);

/* Keeps one name, counted from 0; all where there is no such one. */
void names_keep(names *n, size_t which);

/* The names in the slot that varies. */
names *frame_varying(frame *f);

/* The flow of the claim before, or else of the document. */
arms_direction flow_so_far(const grammar *g);

void names_join(names *out, const names *more);
bool names_same(const names *a, const names *b);

/* Whether one party of a region's members is the party (SIPRI's and other publishers'
 * groups of that name). */
bool region_has(const who *region, const who *party);

/* Whether a table tells who its members are. */
bool region_is_known(const who *region);

/* "In the Middle East, …", "Of all the EU member states, …": the region in front of the
 * sentence that `member` lies in. */
bool region_in_front(names *out, const grammar *g, const names *member);
bool is_region(const names *n);

/* "the region's imports" where no region was named, "exports to Atlantis": one of its
 * parties is nobody. */
bool is_nameless(const grammar *g, const stream *st);

/* The flow and owner of a stream: who owns it is the subject, the other its counterpart.
 * False where neither the stream nor what was said before tells. */
bool frame_of_stream(frame *out, const grammar *g, const stream *stream);

/* The stream of a kind whose head is the last before `at`, from `begin` on; arms alone
 * only where there is no flow. NULL for none. */
const stream *last_before(const grammar *g, int begin, int at, stream_kind kind);

/* The flow that a number or a verb at `at` is about; `word` is the item of the word that
 * says what happened (the number itself where none does). */
bool find_flow(frame *out, const grammar *g, int at, int word);

/* The frame of an agent's ranking, without who has the rank. */
void agent_frame(frame *out, const grammar *g, const stream *agent);

/* The frame of the share that the word "share" at `word` is. False where it is not
 * clear. */
bool share_frame(frame *out, const grammar *g, int word);

/* A draft of the number at `at` that goes on with the claim before, as another `kind`. */
draft draft_again(const grammar *g, int at, const char *rule, arms_claim_kind kind);

/* Puts the claim; what follows goes on with it, or with `put_beside` still with the one
 * before. */
bool put_claim(grammar *g, const draft *d, arms_error *err);
bool put_beside(grammar *g, const draft *d, arms_error *err);
/* One claim for each of the subjects. */
bool put_apart(grammar *g, draft *d, arms_error *err);
/* Whether a number is joined to the share before: "54 per cent of Peru's imports and 82
 * per cent of Chile's". */
bool goes_on_share(const grammar *g, int at);
/* "each" in the clause, before the item `at`. */
bool says_each(const scene *s, int at);

/* A rule: sets *made where it made a claim of the anchor. */
typedef bool (*rule_function)(bool *made, grammar *g, int at, arms_error *err);

bool rule_change(bool *made, grammar *g, int at, arms_error *err);
bool rule_multiple(bool *made, grammar *g, int at, arms_error *err);
bool rule_ratio(bool *made, grammar *g, int at, arms_error *err);
bool rule_pair(bool *made, grammar *g, int at, arms_error *err);
bool rule_share_of(bool *made, grammar *g, int at, arms_error *err);
bool rule_share_noun(bool *made, grammar *g, int at, arms_error *err);
bool rule_share_list(bool *made, grammar *g, int at, arms_error *err);
bool rule_level(bool *made, grammar *g, int at, arms_error *err);
bool rule_rank(bool *made, grammar *g, int at, arms_error *err);
bool rule_rank_other(bool *made, grammar *g, int at, arms_error *err);
bool rule_count(bool *made, grammar *g, int at, arms_error *err);
bool rule_trend(bool *made, grammar *g, int at, arms_error *err);

/* Reads the claims of a sentence, and keeps what the next ones may need. */
bool read_sentence(grammar *g, arms_arena *scratch, arms_error *err);

/* The period and the base period of a draft. */
void settle_periods(settled *main, settled *base, const grammar *g, const draft *d);

/* "2019-2023", "2023H1", "FY2023-24", "2025-01..2025-11"; NULL where there is none. */
const char *period_print(arms_arena *arena, const settled *period, arms_error *err);

#endif
