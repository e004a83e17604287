/* Charts of the command plot: what they have in common, and one function for each. */
#ifndef ARMSTRADE_CLI_PLOTTING_H
#define ARMSTRADE_CLI_PLOTTING_H

#include "cli/session.h"

/* One question put to one dataset. */
typedef struct plotting {
    session *session;
    arms_tally *tally;
    arms_party partner; /* ARMS_ALL: none was named */
} plotting;

/* "Source: calculated from …; not a statement by the publisher." */
const char *plotting_source(const plotting *p, arms_error *err);

/* "China was the largest supplier of Pakistan's arms imports in 2020–24, with 81.1 %"; of
 * the world: "… the largest of the world's arms exporters …". */
const char *plotting_largest(const plotting *p, arms_party party, double share,
                             arms_years years, arms_error *err);

/* "Deliveries in million TIV". */
const char *plotting_measure(const plotting *p, arms_error *err);

/* What a hundred per cent are: "everything", "what goes between states" … */
const char *plotting_whole(const plotting *p);

/* The ranking of the question's years. DOMAIN where there is none, or nothing in it. */
bool plotting_rank(arms_ranking *out, const plotting *p, arms_error *err);

/* A chart of exact figures has no way to show that one is among many that are possible:
 * DOMAIN for a total that is spread over years. */
bool plotting_certain(const arms_figure *figure, arms_error *err);

/* How many rows are to be drawn: --limit, and no more than the chart takes. */
size_t plotting_rows(const plotting *p, size_t count, size_t most);

/* One chart each; they write --output. */
bool plot_share(const plotting *p, arms_error *err);
bool plot_top(const plotting *p, arms_error *err);
bool plot_change(const plotting *p, arms_error *err);
bool plot_trend(const plotting *p, arms_error *err);
bool plot_concentration(const plotting *p, arms_error *err);
bool plot_heatmap(const plotting *p, arms_error *err);

#endif
