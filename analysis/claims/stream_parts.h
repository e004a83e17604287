/* What the readers of streams share: nouns and verbs (streams.c), agents (agents.c). */
#ifndef ARMSTRADE_ANALYSIS_CLAIMS_STREAM_PARTS_H
#define ARMSTRADE_ANALYSIS_CLAIMS_STREAM_PARTS_H

#include "analysis/claims/grammar.h"

/* A stream of a word at `head` up to `end`, without parties. */
stream stream_new(stream_kind kind, stream_way way, int head, int end);

/* The party that the noun behind `at` belongs to: NOWHERE where it is nobody's, or the
 * world's, which is set. */
int stream_owner(const scene *s, stream *out, int at);

/* The party that a preposition at `at` governs, words between them passed; *end is the
 * item behind it. "of Russian arms": *made is set. */
int stream_governed(const scene *s, int at, int *end, bool *made);

/* "of major arms", "of weapons": what the flow is of. Returns the item behind it. */
int stream_goods(const scene *s, int at);

/* Names a party's role, unless it is named, and takes the stream up to `end`. */
void stream_set_role(stream *out, int *role, int party, int end);

/* What words around arms say of their flow: "imported by Iran", "that Peru bought". */
void stream_participle(const scene *s, stream *out);

/* "Pakistan imports 85 per cent …": a verb and no noun. */
bool is_flow_verb(const scene *s, int at);

/* Reads the noun whose word stands at `at`; false where none does. */
bool stream_noun(stream *out, const scene *s, int at);

/* Reads the agent whose word stands at `at`; false where none does. */
bool stream_agent(stream *out, const scene *s, int at);

#endif
