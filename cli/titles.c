/* Questions in words, for the titles of tables and charts. */
#include "cli/titles.h"

#include <string.h>

#include "analysis/claims/wording.h"

/* How flows are named that are no deliveries. */
typedef struct kind_words {
    const char *flow;      /* before "arms exports" */
    const char *countries; /* behind "arms exporters" */
} kind_words;

static const kind_words kinds[] = {
    [ARMS_KIND_DELIVERY] = {"", ""},
    [ARMS_KIND_ORDER] = {"ordered ", " by orders"},
    [ARMS_KIND_LICENCE] = {"licensed ", " by licences"},
};

static const kind_words *kind_of(const arms_tally *tally)
{
    return &kinds[arms_dataset_measure(arms_tally_dataset(tally))->kind];
}

/* A set of codes has its own name, "hs:strict". */
const char *title_category(arms_arena *arena, const arms_tally *tally, arms_error *err)
{
    const arms_dataset *dataset = arms_tally_dataset(tally);
    const char *codes = arms_dataset_about(dataset)->classification;
    const char *name = title_category_name(tally);
    if (!name)
        return "";
    bool is_set = strchr(name, ':') != NULL;
    const char *what = is_set ? "" : codes[0] ? codes : "category";
    return arms_print(arena, err, "%s%s%s", what, what[0] ? " " : "", name);
}

const char *title_category_name(const arms_tally *tally)
{
    uint32_t category = arms_tally_question(tally)->category;
    return category > 0 ? arms_dataset_category(arms_tally_dataset(tally), category)
                        : NULL;
}

/* Dual-use goods and goods by code are no arms for certain. */
static bool is_arms(const arms_dataset *dataset)
{
    return !arms_dataset_about(dataset)->classification[0] &&
           !strstr(arms_dataset_measure(dataset)->valuation, "dual-use");
}

/* "arms imports", "arms imports of category Aircraft"; where the file has goods of all
 * kinds, "imports of HS 93". */
static const char *flow_words(arms_arena *arena, const arms_tally *tally,
                              const char *flow, arms_error *err)
{
    const arms_dataset *dataset = arms_tally_dataset(tally);
    const char *category = title_category(arena, tally, err);
    if (!category)
        return NULL;
    return arms_print(arena, err, "%s%s%s%s", is_arms(dataset) ? "arms " : "", flow,
                      category[0] ? " of " : "", category);
}

const char *title_flow(arms_arena *arena, const arms_tally *tally, arms_error *err)
{
    const arms_question *q = arms_tally_question(tally);
    const char *flow =
        flow_words(arena, tally, q->flow == ARMS_IMPORT ? "imports" : "exports", err);
    const char *kind = kind_of(tally)->flow;
    if (!flow || q->subject == ARMS_ALL)
        return flow ? arms_print(arena, err, "the world's %s%s", kind, flow) : NULL;
    const char *name = arms_dataset_party_name(arms_tally_dataset(tally), q->subject);
    const char *owner = arms_possessive(arena, name, err);
    if (!owner)
        return NULL;
    return arms_print(arena, err, "%s%s %s%s", arms_article(name), owner, kind, flow);
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
        return who ? arms_print(arena, err, "the world's %s%s", who,
                                kind_of(tally)->countries)
                   : NULL;
    }
    const char *flow = title_flow(arena, tally, err);
    return flow ? arms_print(arena, err, "%s of %s", title_partners(tally), flow) : NULL;
}

const char *title_period(arms_arena *arena, arms_years years, arms_error *err)
{
    if (years.first == years.last)
        return arms_print(arena, err, "%d", years.first);
    bool century = years.first / 100 == years.last / 100;
    return arms_print(arena, err, century ? "%d–%02d" : "%d–%d", years.first,
                      century ? years.last % 100 : years.last);
}

const char *title_sentence(arms_arena *arena, const char *text, arms_error *err)
{
    char *copy = text ? arms_copy(arena, text, strlen(text), err) : NULL;
    if (copy && copy[0] >= 'a' && copy[0] <= 'z')
        copy[0] = (char)(copy[0] - 'a' + 'A');
    return copy;
}
