/* Questions in words, for the titles of tables and charts. */
#include "cli/titles.h"

#include "analysis/claims/wording.h"

const char *title_flow(arms_arena *arena, const arms_tally *tally, arms_error *err)
{
    const arms_question *q = arms_tally_question(tally);
    const char *flow = q->flow == ARMS_IMPORT ? "imports" : "exports";
    if (q->subject == ARMS_ALL)
        return arms_print(arena, err, "the world's arms %s", flow);
    const char *name = arms_dataset_party_name(arms_tally_dataset(tally), q->subject);
    const char *owner = arms_possessive(arena, name, err);
    return owner ? arms_print(arena, err, "%s arms %s", owner, flow) : NULL;
}

const char *title_partners(const arms_tally *tally)
{
    return arms_partner_words(arms_tally_question(tally))->many;
}

const char *title_ranking(arms_arena *arena, const arms_tally *tally, arms_error *err)
{
    const arms_question *q = arms_tally_question(tally);
    if (q->subject == ARMS_ALL)
        return arms_print(arena, err, "the world's arms %s", title_partners(tally));
    const char *flow = title_flow(arena, tally, err);
    return flow ? arms_print(arena, err, "%s of %s", title_partners(tally), flow) : NULL;
}
