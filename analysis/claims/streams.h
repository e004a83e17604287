/* What a sentence says of flows: who exports and who imports in "Egypt's arms imports
 * from Russia", "Germany sold tanks to Hungary", "Poland's second-largest supplier".
 *
 * A stream is a noun, a verb or an agent with the parties that stand in its two roles. */
#ifndef ARMSTRADE_ANALYSIS_CLAIMS_STREAMS_H
#define ARMSTRADE_ANALYSIS_CLAIMS_STREAMS_H

#include "analysis/claims/scene.h"

enum { NOWHERE = -1 };

typedef enum stream_kind {
    STREAM_NOUN, /* "arms imports", "deliveries", "arms" */
    STREAM_VERB, /* "sold", "imported" */
    STREAM_AGENT /* "supplier", "importer" */
} stream_kind;

/* What the word says of the direction. */
typedef enum stream_way {
    WAY_IMPORT,   /* an import of the importer */
    WAY_EXPORT,   /* an export of the exporter */
    WAY_TRANSFER, /* either, as the parties tell */
    WAY_ARMS,     /* arms, of whichever flow the verb tells */
    WAY_SAME      /* "the total": of the flow that was spoken of */
} stream_way;

typedef struct stream {
    stream_kind kind;
    stream_way way;
    int head, begin, end;   /* items; end exclusive */
    int exporter, importer; /* items of parties, or NOWHERE */
    int scope;              /* of an agent: the region it is ranked in, or NOWHERE */
    bool world;             /* "global", "in the world" */
    bool owned;             /* an agent's principal is named: "Morocco's supplier" */
    bool stranger;          /* a partner is named whom no table knows */
} stream;

typedef struct streams {
    stream *items;
    size_t count;
} streams;

/* Whether its word tells which flow it is, imports or exports. */
bool stream_tells(const stream *st);

/* The flow: imports where the word says so, else exports. */
arms_direction stream_flow(const stream *st);

/* Whose that flow is: the importer of imports, else the exporter; NOWHERE for nobody. */
int stream_holder(const stream *st);

/* The party named with it, the importer before the exporter; NOWHERE for nobody. */
int stream_party(const stream *st);

/* Finds all of a sentence; subjects of verbs are found as far as the sentence names
 * them. */
bool streams_find(streams *out, arms_arena *arena, scene *s, arms_error *err);

/* The stream that holds the item at `at`; NULL for none. */
const stream *stream_at(const streams *all, int at);

/* The same of nouns alone. */
const stream *noun_at(const streams *all, int at);

/* The grammatical subject of what stands at `at`: the item of a party that no preposition
 * governs, nearest before it in its clause; NOWHERE where there is none. */
int subject_before(const scene *s, int at);

/* The same within its own clause. */
int own_subject(const scene *s, int at);

/* The first item of the clause that `at` stands in, and the item behind its last. */
int clause_begin(const scene *s, int at);
int clause_end(const scene *s, int at);

/* Firms that stand for their country: "Swiss firms exported". */
bool is_national(const scene *s, int at);

/* Whether the item parts two clauses. */
bool parts_clauses(const scene *s, int at);

/* "is not the largest", "never imported", "not $6 million": what is denied is no claim.
 * "not only" denies nothing, and a comma or "and" ends what is denied. */
bool is_denied(const scene *s, int at);

/* "the number of licences rose by": no change of a flow. */
bool is_of_count(const scene *s, int at);

/* Plans and forecasts: "would more than double", "is expected to reach 5 per cent". */
bool is_planned(const scene *s, int at);

/* The preposition class that governs a party's item; LEX_NONE for none. */
lexicon_class governor(const scene *s, int at);

/* "the North American giant": somebody in the region, and not the region. */
bool is_of_region_noun(const scene *s, int at);

/* "which", "who", "whose", "whom". */
bool is_relative(const scene *s, int at);

/* Whether the item is a word that can be a finite verb of the grammar. */
bool is_verb(const scene *s, int at);

/* Marks the parties by whom statements are, and datelines. */
void mark_asides(scene *s);

#endif
