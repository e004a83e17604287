/* Amounts that go on with what was said: of the next party of a list, of those that an
 * agent ranks, of a share, of both sides of a ratio. */
#include "analysis/claims/level.h"
#include "analysis/claims/share.h"

/* "exports to Chile were $3 million": the partner stands nearer to the number. */
static bool names_partner_last(const grammar *g)
{
    const frame *f = &g->frame;
    if (f->subject.count == 0 || f->counterpart.count == 0)
        return false;
    size_t owner = f->subject.list[0].begin, partner = f->counterpart.list[0].begin;
    for (size_t i = 0; i < g->scene->count; i++)
        if (g->scene->items[i].adjective && scene_begin(g->scene, i) == partner)
            return false; /* "bought Swiss arms worth $3 million" */
    return partner > owner && partner < scene_begin(g->scene, (size_t)g->frame_anchor);
}

/* The amount of one party of the list that the claim before is of. */
static draft level_again(const grammar *g, int at)
{
    draft d = draft_again(g, at, "level-list", ARMS_CLAIM_LEVEL);
    d.frame.world = false;
    d.frame.denominator = (names){.count = 0};
    return d;
}

/* "…, China $267 million", "followed by France at $4.1 billion", "ahead of Germany
 * (CHF 120 million)": the amount of another party. */
bool level_list(bool *made, grammar *g, int at, arms_error *err)
{
    part_role role;
    names party_names;
    int party = listed_party(g->scene, at, &role);
    bool open = is_sign(g->scene, at - 1, '(') && is_kind(g->scene, at - 2, ITEM_PARTY);
    bool shares = open && (g->frame.kind == ARMS_CLAIM_SHARE ||
                           g->frame.kind == ARMS_CLAIM_TOP_N_SUM);
    bool follows = g->has_frame && (g->frame.kind == ARMS_CLAIM_LEVEL ||
                                    g->frame.kind == ARMS_CLAIM_RANK || shares);
    bool free = party != NOWHERE && party > g->frame_anchor &&
                !g->scene->items[party].pronoun && !g->scene->items[party].possessive &&
                (shares || !stream_at(&g->streams, party)) &&
                names_of(&party_names, g, party);
    for (int i = party + 1; free && i < at; i++)
        free = is_flow_noun(g->scene, i) ||
               (!is(g->scene, i, LEX_SUPPLY) && !is(g->scene, i, LEX_BUY));
    if (!follows || !free || role != ROLE_ANY)
        return true; /* "China exported $3 million" says more */
    draft d = level_again(g, at);
    if (shares && g->frame.kind == ARMS_CLAIM_TOP_N_SUM &&
        g->frame.counterpart.count > 0) {
        d.frame.subject = g->frame.counterpart; /* the owner of a sum */
        d.frame.varying = SLOT_COUNTERPART;
    }
    bool part = is_word(g->scene, at - 1, "including") && d.frame.flow == ARMS_EXPORT &&
                d.frame.subject.count > 0;
    if (names_partner_last(g) || part) /* "including $3 million for Peru" */
        d.frame.varying = SLOT_COUNTERPART;
    *frame_varying(&d.frame) = party_names;
    *made = true;
    return put_claim(g, &d, err);
}

/* "Peru and Chile were the main destinations, with $3 million and $2 million
 * respectively": which of the parties of the list the amount is for. */
bool level_of_list(bool *made, grammar *g, int at, arms_error *err)
{
    const scene *s = g->scene;
    names all;
    int list = NOWHERE, first = at;
    for (int i = 0; i < at; i++)
        if (is_kind(s, i, ITEM_PARTY) && !s->items[i].pronoun && s->items[i].count > 1)
            list = i;
    while (first > 0 && !parts_clauses(s, first - 1) && first - 1 > list)
        first--;
    size_t which = quantities_between(s, first, at);
    size_t many = quantities_between(s, first, (int)s->count);
    if (!says_respectively(s) || !g->has_frame || g->frame.kind != ARMS_CLAIM_RANK ||
        !names_of(&all, g, list) || all.count != many)
        return true;
    draft d = level_again(g, at);
    names_keep(&all, which);
    *frame_varying(&d.frame) = all;
    *made = true;
    return put_beside(g, &d, err);
}

/* "the largest recipients of German arms are Singapore (€1.2 million)": of the party in
 * front, as the agent tells. */
bool level_of_agent(bool *made, grammar *g, int at, arms_error *err)
{
    const scene *s = g->scene;
    const stream *agent = last_before(g, 0, at, STREAM_AGENT);
    names party;
    if (!agent && !g->has_frame) /* "Peru ($3 million) and Chile ($2 million) were" */
        agent = agent_behind(g, at);
    int bracket = at - 1; /* "(with deliveries worth €1.2 million)" */
    while (is(s, bracket, LEX_HAVE) || is(s, bracket, LEX_TRANSFERS) ||
           is(s, bracket, LEX_REACH) || is_unknown(s, bracket))
        bracket--;
    bool open = is_sign(s, bracket, '(') && is_kind(s, bracket - 1, ITEM_PARTY);
    bool ranks = g->has_frame && g->frame.kind == ARMS_CLAIM_RANK;
    if (!agent || !open || (g->has_frame && !ranks) || !names_of(&party, g, bracket - 1))
        return true;
    draft d = draft_again(g, at, "level-list", ARMS_CLAIM_LEVEL);
    if (!ranks)
        agent_frame(&d.frame, g, agent);
    d.frame.kind = ARMS_CLAIM_LEVEL;
    d.frame.world = false;
    *frame_varying(&d.frame) = party;
    *made = true;
    return put_claim(g, &d, err);
}

/* "63 per cent of Peru's imports, amounting to $5 million": the amount of that share. */
bool level_of_share(bool *made, grammar *g, int at, arms_error *err)
{
    int before = before_number(g->scene, at);
    bool amounts =
        is_word(g->scene, before, "amounting") && is_sign(g->scene, before - 1, ',');
    if (!g->has_frame || g->frame.kind != ARMS_CLAIM_SHARE || !amounts ||
        quantities_between(g->scene, g->frame_anchor, at) != 1)
        return true;
    draft d = draft_again(g, at, "level-share", ARMS_CLAIM_LEVEL);
    *made = true;
    return put_claim(g, &d, err);
}

/* "… were twice as large as Russia's, $12 billion against $5 billion": of the one, and of
 * the other. */
bool level_of_ratio(bool *made, grammar *g, int at, arms_error *err)
{
    if (!g->has_frame || g->frame.kind != ARMS_CLAIM_RATIO || at < g->frame_anchor)
        return true;
    draft d = draft_again(g, at, "level-ratio", ARMS_CLAIM_LEVEL);
    if (is(g->scene, before_number(g->scene, at), LEX_COMPARE))
        d.frame.subject = d.frame.counterpart;
    d.frame.counterpart = (names){.count = 0};
    *made = true;
    return put_beside(g, &d, err);
}

/* "Norway was the main buyer of Swiss arms, spending $7 million": the customer who was
 * ranked did. */
bool level_of_customer(bool *made, grammar *g, int at, arms_error *err)
{
    static const char *const words[] = {"spending", "paying", "receiving", "taking"};
    int before = before_number(g->scene, at);
    bool takes = is_word_of(g->scene, before, words, sizeof words / sizeof *words) &&
                 is_sign(g->scene, before - 1, ',');
    int deal = at + 2 + is(g->scene, at + 2, LEX_ARMS); /* ", with $7 million in deals" */
    bool deals = is(g->scene, before, LEX_HAVE) && is(g->scene, at + 1, LEX_IN) &&
                 is(g->scene, deal, LEX_DEAL);
    if ((!takes && !deals) || !g->has_frame || g->frame.kind != ARMS_CLAIM_RANK ||
        g->frame.flow != ARMS_EXPORT || g->frame.counterpart.count != 1)
        return true;
    draft d = level_again(g, at);
    *made = true;
    return put_claim(g, &d, err);
}
