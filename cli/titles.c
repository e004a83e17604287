/* Questions in words, for the titles of tables and charts. */
#include "cli/titles.h"

#include "analysis/claims/wording.h"

/* "arms imports"; where the file has goods of all kinds, "imports of HS 93". */
static const char *flow_words(arms_arena *arena, const arms_tally *tally,
                              const char *flow, arms_error *err)
{
    const arms_dataset *dataset = arms_tally_dataset(tally);
    const char *codes = arms_dataset_about(dataset)->classification;
    uint32_t category = arms_tally_question(tally)->category;
    if (!codes[0])
        return arms_print(arena, err, "arms %s", flow);
    return arms_print(arena, err, "%s of %s %s", flow, codes,
                      arms_dataset_category(dataset, category));
}

const char *title_flow(arms_arena *arena, const arms_tally *tally, arms_error *err)
{
    const arms_question *q = arms_tally_question(tally);
    const char *flow =
        flow_words(arena, tally, q->flow == ARMS_IMPORT ? "imports" : "exports", err);
    if (!flow || q->subject == ARMS_ALL)
        return flow ? arms_print(arena, err, "the world's %s", flow) : NULL;
    const char *name = arms_dataset_party_name(arms_tally_dataset(tally), q->subject);
    const char *owner = arms_possessive(arena, name, err);
    return owner ? arms_print(arena, err, "%s %s", owner, flow) : NULL;
}

const char *title_partners(const arms_tally *tally)
{
    return arms_partner_words(arms_tally_question(tally))->many;
}

const char *title_ranking(arms_arena *arena, const arms_tally *tally, arms_error *err)
{
    const arms_question *q = arms_tally_question(tally);
    if (q->subject == ARMS_ALL) {
        const char *who = flow_words(arena, tally, title_partners(tally), err);
        return who ? arms_print(arena, err, "the world's %s", who) : NULL;
    }
    const char *flow = title_flow(arena, tally, err);
    return flow ? arms_print(arena, err, "%s of %s", title_partners(tally), flow) : NULL;
}
