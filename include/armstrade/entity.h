/* Names: who exports and who imports.
 *
 * The reference table (data/reference/entities.csv) is compiled into the library. An
 * entity has an id (1 … arms_entity_count()), a code that never changes, a kind, and the
 * names it goes by: other spellings, ISO codes, demonyms, its capital. */
#ifndef ARMSTRADE_ENTITY_H
#define ARMSTRADE_ENTITY_H

#include <stdint.h>

#include <armstrade/text.h>

typedef uint32_t arms_entity_id; /* 0 = none, or all, as the function says */

typedef enum arms_entity_kind {
    ARMS_ENTITY_UNKNOWN_PARTY, /* a publisher's "unknown supplier(s)" */
    ARMS_ENTITY_STATE,
    ARMS_ENTITY_TERRITORY, /* a dependent territory with an ISO 3166-1 code */
    ARMS_ENTITY_FORMER,    /* a state of the past */
    ARMS_ENTITY_GROUP,     /* an armed group */
    ARMS_ENTITY_ORGANISATION,
    ARMS_ENTITY_AGGREGATE, /* World, Europe, "Areas, nes": a sum of others */
    ARMS_ENTITY_UNLISTED,  /* a name that the table does not have */
    ARMS_ENTITY_BLOC       /* a group of states taken as one party, see view.h */
} arms_entity_kind;

typedef struct arms_entity {
    const char *code; /* ISO 3166-1 alpha-3, or a lower-case word: "soviet-union" */
    const char *name; /* the English form that is printed */
    arms_entity_kind kind;
    const char *iso3, *iso2, *m49; /* empty where there is none */
    const char *cow;               /* codes of the Correlates of War; joined by ';' */
    const char *from, *to;         /* years of a former state */
    const char *successor;         /* whose territory it is today: codes, joined by ';' */
    const char *continuator;       /* the code of the one that is the same state in law */
    const char *sipri, *aliases, *demonyms, *places; /* joined by ';' */
} arms_entity;

enum { ARMS_CANDIDATES = 8 };

size_t arms_entity_count(void);

/* The entity of an id from 1 to arms_entity_count(); NULL for any other. */
const arms_entity *arms_entity_get(arms_entity_id id);

/* The entity with a code; 0 if there is none. */
arms_entity_id arms_entity_by_code(const char *code);

/* The sum of all parties: "World", "Total world import", "All countries". */
arms_entity_id arms_entity_world(void);

/* "state", "former state", "armed group", "organisation", "aggregate", "unknown" … */
const char *arms_entity_kind_name(arms_entity_kind kind);

/* Identified states: states, territories and former states, which are ranked. */
bool arms_entity_is_state(arms_entity_kind kind);

/* The state that continues a former one as the same state: Russia for the Soviet Union,
 * Serbia for Serbia and Montenegro. 0 where none does, as for Yugoslavia and
 * Czechoslovakia, which ended, or East Germany, which joined another; and for every
 * entity that is not a former state. */
arms_entity_id arms_entity_continuator(arms_entity_id former);

/* Whether all of a former state's territory lies in `state` today: East Germany in
 * Germany, North and South Yemen in Yemen, South Vietnam in Vietnam. */
bool arms_entity_absorbed_by(arms_entity_id former, arms_entity_id state);

/* All entities that a name may mean, by its key; at most ARMS_CANDIDATES, in the order of
 * the table. The count is 0 for a name that is not known. Codes are names too: "TUR",
 * "TR", "792" (M49); with the name of their scheme "iso:TUR", "m49:792", "cow:640" (the
 * Correlates of War, which have one code for Russia and the Soviet Union). */
bool arms_entity_lookup(arms_entity_id out[ARMS_CANDIDATES], size_t *count,
                        arms_text name, arms_error *err);

/* The one entity a person means by a name. USAGE, with suggestions, for a name that is
 * not known; USAGE, with the candidates, for one that is ambiguous. */
bool arms_entity_resolve(arms_entity_id *out, arms_text name, arms_error *err);

/* A publisher's own spelling, exactly as printed ("Congo" in SIPRI's files is the
 * Republic of the Congo) or own code ("842" in UN Comtrade's is the United States, which
 * M49 calls 840); 0 if it is none. Publishers are those of arms_about.publisher. */
arms_entity_id arms_entity_by_spelling(const char *publisher, arms_text spelling);

/* Names close to `name`, nearest first, at most `most`; returns how many. */
bool arms_entity_suggest(arms_entity_id *out, size_t *count, size_t most, arms_text name,
                         arms_error *err);

#endif
