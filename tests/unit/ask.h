/* A question put to a text in the canonical layout, for tests of answers. */
#ifndef ARMSTRADE_TESTS_ASK_H
#define ARMSTRADE_TESTS_ASK_H

#include <armstrade/tally.h>

#include "tests/unit/fixture.h"

typedef struct ask {
    fixture f;
    arms_arena arena;
    arms_tally *tally; /* NULL where the text or the question failed */
    arms_years years;
} ask;

typedef struct ask_question {
    arms_direction flow;
    const char *subject; /* NULL: the world */
    int first, last;
    arms_policy policy;
    const char *category;
} ask_question;

/* Loads `text` and asks; a failure counts against the running test. */
bool ask_open(ask *a, const char *text, ask_question question);
void ask_close(ask *a);

/* Asks, looks at the answers, and closes. */
void ask_see(const char *text, ask_question question, void (*see)(ask *a));

/* Answers for a partner by name; NULL asks for all together. */
arms_figure ask_level(ask *a, const char *partner);
arms_figure ask_share(ask *a, const char *partner);
arms_place ask_rank(ask *a, const char *partner);

/* Whether a figure is [low, value, high]. */
#define CHECK_FIGURE(figure, low, value, high) \
    check_figure((figure), (const double[]){low, value, high}, CHECK_HERE)
bool check_figure(arms_figure figure, const double want[3], check_place place);

#endif
