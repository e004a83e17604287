/* The frame of a stream: who exports and imports, as its words and what was said before
 * tell. */
#include "analysis/claims/grammar.h"

/* The role's parties: as the stream names them, or none. */
static names role_of(const grammar *g, int at)
{
    names out;
    return names_of(&out, g, at) ? out : (names){.count = 0};
}

/* The flow that "the total" is of: of the claim before, of the stream before, or of the
 * document. */
static arms_direction same_flow(const grammar *g, const stream *st)
{
    bool known = g->memory->has_flow;
    arms_direction flow = known || g->has_frame ? flow_so_far(g) : ARMS_EXPORT;
    for (size_t i = 0; i < g->streams.count && !g->has_frame; i++) {
        const stream *other = &g->streams.items[i];
        bool tells = stream_tells(other);
        bool before = other->head < st->head;
        if (tells && (before || !known)) /* "Peru (7 % of the total) was an exporter" */
            flow = stream_flow(other);
        known = known || tells;
    }
    return flow;
}

bool is_nameless(const grammar *g, const stream *st)
{
    const int roles[] = {st->importer, st->exporter};
    names found;
    if (st->stranger)
        return true; /* "exports to Atlantis" */
    for (size_t i = 0; i < sizeof roles / sizeof *roles; i++)
        if (roles[i] != NOWHERE && is(g->scene, roles[i], LEX_REFERENT) &&
            !names_of(&found, g, roles[i]))
            return true;
    return false;
}

bool frame_of_stream(frame *out, const grammar *g, const stream *st)
{
    names exporter = role_of(g, st->exporter), importer = role_of(g, st->importer);
    const memory *m = g->memory;
    bool seller = g->has_frame && g->frame.flow == ARMS_IMPORT &&
                  g->frame.counterpart.count == 1 && st->way == WAY_EXPORT &&
                  st->exporter != NOWHERE && is(g->scene, st->exporter, LEX_POSSESSIVE) &&
                  names_same(&exporter, &g->frame.subject);
    if (seller)
        exporter =
            g->frame.counterpart; /* "Peru's main supplier, until its exports fell" */
    bool pointed = st->importer != NOWHERE && g->scene->items[st->importer].pronoun &&
                   !is_word(g->scene, st->importer + 1, "own");
    if (pointed && st->way == WAY_IMPORT && g->has_frame && !g->frame.world &&
        g->frame.kind == ARMS_CLAIM_SHARE && g->frame.flow == ARMS_IMPORT &&
        names_same(&importer, &g->frame.counterpart))
        importer = g->frame.subject; /* "61 % of Peru's imports, the country's imports" */
    bool import = st->way == WAY_IMPORT;
    if (st->way == WAY_SAME)
        import = same_flow(g, st) == ARMS_IMPORT &&
                 !(st->exporter != NOWHERE && is_word(g->scene, st->head, "sales"));
    if (st->way == WAY_SAME && import) {
        importer = exporter; /* "China's total": of the flow that was spoken of */
        exporter = (names){.count = 0};
    }
    *out = (frame){.varying = SLOT_SUBJECT,
                   .begin = scene_begin(g->scene, (size_t)st->begin),
                   .end = scene_end(g->scene, (size_t)st->end - 1)};
    if (st->way == WAY_TRANSFER || st->way == WAY_ARMS) {
        import = exporter.count == 0 && importer.count > 0;
        bool none = exporter.count == 0 && importer.count == 0 && !st->world;
        if (none && (g->has_frame || m->has_flow))
            import = flow_so_far(g) == ARMS_IMPORT;
    }
    out->flow = import ? ARMS_IMPORT : ARMS_EXPORT;
    out->subject = import ? importer : exporter;
    out->counterpart = import ? exporter : importer;
    out->world = out->subject.count == 0 && st->world;
    out->nameless = is_nameless(g, st);
    return out->subject.count > 0 || st->world;
}
