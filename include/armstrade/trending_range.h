/* What rounded figures leave open of a trend: the least and the greatest that each
 * statistic can be where every year's figure lies within limits of its own, free of the
 * others. Units are those of the statistics: of the figures a year for slopes, per cent a
 * year for growth. Both limits of a figure belong to it.
 *
 * The Theil–Sen slope: outer limits. With each figure inside its limits, the slope of a
 * pair lies between (low_j − high_i)/(x_j − x_i) and (high_j − low_i)/(x_j − x_i), and a
 * median grows with each of the numbers it is of: so it lies between the median of the
 * least and that of the greatest slopes. No choice of figures need reach these, as a
 * figure cannot be low for one pair and high for another.
 *
 * Mann and Kendall's S: outer limits, with each pair rising, level or falling as its two
 * intervals allow. tau_b is S over the root of pairs times pairs that are no ties; those
 * are at least the pairs whose intervals do not meet, and at least |S|, and at most all
 * but the pairs of one and the same point: outer, too.
 *
 * Least squares: exact. The slope is Σ w_i y_i with w_i = (x_i − mean)/Σ(x − mean)², so
 * it is least with y_i low where w_i is above 0, and high where it is below. Log-linear
 * growth is the same on logarithms, which grow with their figure. Compound growth is
 * least from the first figure's high to the last one's low.
 *
 * Where all limits are points, all of these are points. */
#ifndef ARMSTRADE_TRENDING_RANGE_H
#define ARMSTRADE_TRENDING_RANGE_H

#include <armstrade/interval.h>
#include <armstrade/trend.h>

typedef struct arms_trending_figures {
    arms_series series;       /* the figures, as trend.h has series */
    const double *low, *high; /* of each: low ≤ value ≤ high, finite */
} arms_trending_figures;

/* Each `value` is the statistic of the values; limits belong (open = false). What has a
 * flag means nothing where it is not set: a line needs three figures, growth needs limits
 * above 0. */
typedef struct arms_trending_range {
    arms_interval slope;    /* Theil–Sen; outer */
    arms_interval s;        /* Mann–Kendall; outer */
    arms_interval tau;      /* tau_b; outer */
    arms_interval line;     /* least squares; exact */
    arms_interval growth;   /* log-linear; exact */
    arms_interval compound; /* exact */
    bool has_line, has_growth, has_compound;
} arms_trending_range;

/* DOMAIN where limits do not hold their value, and where the slope or S is undefined on
 * the values: fewer than two, or all equal. Takes 8n² bytes for a while. */
bool arms_trending_bound(arms_trending_range *out, const arms_trending_figures *figures,
                         arms_error *err);

#endif
