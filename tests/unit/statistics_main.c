/* The tests of the statistics: plain arrays in, plain results out. */
#include <armstrade/setup.h>

#include "tests/property/random.h"
#include "tests/unit/check.h"

extern const check_test statistics_bootstrap_tests[],
    statistics_bootstrap_refused_tests[], statistics_breaks_tests[],
    statistics_change_tests[], statistics_concentration_tests[],
    statistics_concentration_range_tests[], statistics_concentration_unknown_tests[],
    statistics_deflation_tests[], statistics_dependence_tests[],
    statistics_growth_tests[], statistics_mirror_tests[], statistics_network_tests[],
    statistics_page_rank_tests[], statistics_reference_tests[],
    statistics_regression_tests[], statistics_regression_errors_tests[],
    statistics_robust_tests[], statistics_screening_tests[], statistics_smoothing_tests[],
    statistics_summary_tests[], statistics_trend_tests[],
    statistics_trend_variants_tests[], statistics_trending_further_tests[],
    statistics_trending_range_tests[];

static const check_table tables[] = {
    {"bootstrap", statistics_bootstrap_tests},
    {"bootstrap refused", statistics_bootstrap_refused_tests},
    {"breaks", statistics_breaks_tests},
    {"change", statistics_change_tests},
    {"concentration", statistics_concentration_tests},
    {"concentration range", statistics_concentration_range_tests},
    {"concentration of the unknown", statistics_concentration_unknown_tests},
    {"deflation", statistics_deflation_tests},
    {"dependence", statistics_dependence_tests},
    {"growth", statistics_growth_tests},
    {"mirror", statistics_mirror_tests},
    {"network", statistics_network_tests},
    {"page rank", statistics_page_rank_tests},
    {"reference", statistics_reference_tests},
    {"regression", statistics_regression_tests},
    {"regression errors", statistics_regression_errors_tests},
    {"robust", statistics_robust_tests},
    {"screening", statistics_screening_tests},
    {"smoothing", statistics_smoothing_tests},
    {"summary", statistics_summary_tests},
    {"trend", statistics_trend_tests},
    {"trend variants", statistics_trend_variants_tests},
    {"trending further", statistics_trending_further_tests},
    {"trending range", statistics_trending_range_tests},
};

int main(int argc, char **argv)
{
    arms_setup();
    random_start();
    return check_main(tables, sizeof tables / sizeof *tables, argc, argv);
}
