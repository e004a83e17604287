/* A question put to a text in the canonical layout. */
#include "tests/unit/ask.h"

bool ask_open(ask *a, const char *text, ask_question question)
{
    *a = (ask){.f = fixture_load(text), .years = {question.first, question.last}};
    if (!CHECK_STRING(a->f.err.text, "") || !a->f.data)
        return false;
    const char *subject = question.subject, *category = question.category;
    arms_question asked = {
        .flow = question.flow,
        .subject = subject ? fixture_party(a->f.data, subject) : ARMS_ALL,
        .years = a->years,
        .policy = question.policy,
        .category =
            category ? arms_dataset_find_category(a->f.data, arms_text_of(category)) : 0,
    };
    return CHECK(arms_tally_make(&a->tally, &a->arena, a->f.data, &asked, NULL));
}

void ask_close(ask *a)
{
    arms_arena_free(&a->arena);
    fixture_free(&a->f);
}

void ask_see(const char *text, ask_question question, void (*see)(ask *a))
{
    ask a;
    if (ask_open(&a, text, question))
        see(&a);
    ask_close(&a);
}

static arms_party party(const ask *a, const char *name)
{
    return name ? fixture_party(a->f.data, name) : ARMS_ALL;
}

arms_figure ask_level(ask *a, const char *partner)
{
    arms_figure figure = {0};
    CHECK(arms_tally_level(&figure, a->tally, party(a, partner), a->years, NULL));
    return figure;
}

arms_figure ask_share(ask *a, const char *partner)
{
    arms_figure figure = {0};
    CHECK(arms_tally_share(&figure, a->tally, party(a, partner), a->years, NULL));
    return figure;
}

arms_place ask_rank(ask *a, const char *partner)
{
    arms_place place = {0};
    CHECK(arms_tally_rank(&place, a->tally, party(a, partner), a->years, NULL));
    return place;
}

bool check_figure(arms_figure figure, const double want[3], check_place place)
{
    bool known = check_count(figure.reason, ARMS_REASON_NONE, place);
    bool low = check_near(figure.amount.low, want[0], 1e-12, place);
    bool value = check_near(figure.amount.value, want[1], 1e-12, place);
    bool high = check_near(figure.amount.high, want[2], 1e-12, place);
    return known && low && value && high;
}
