/* The tests of floor 2: figures become findings. */
#include <armstrade/setup.h>

#include "tests/unit/check.h"

extern const check_test analysis_allocation_tests[], analysis_audit_tests[],
    analysis_claims_tests[], analysis_compare_tests[], analysis_compare_deals_tests[],
    analysis_compare_only_tests[], analysis_compare_scope_tests[],
    analysis_decide_tests[], analysis_hedges_tests[], analysis_interval_tests[],
    analysis_judge_tests[], analysis_membership_tests[], analysis_periods_tests[],
    analysis_precision_tests[], analysis_rank_tests[], analysis_read_claims_tests[],
    analysis_tally_tests[], analysis_trending_tests[], analysis_wholes_tests[];

static const check_table tables[] = {
    {"allocation", analysis_allocation_tests},
    {"audit", analysis_audit_tests},
    {"claims", analysis_claims_tests},
    {"compare", analysis_compare_tests},
    {"compare deals", analysis_compare_deals_tests},
    {"compare only", analysis_compare_only_tests},
    {"compare scope", analysis_compare_scope_tests},
    {"decide", analysis_decide_tests},
    {"hedges", analysis_hedges_tests},
    {"interval", analysis_interval_tests},
    {"judge", analysis_judge_tests},
    {"membership", analysis_membership_tests},
    {"periods", analysis_periods_tests},
    {"precision", analysis_precision_tests},
    {"rank", analysis_rank_tests},
    {"read claims", analysis_read_claims_tests},
    {"tally", analysis_tally_tests},
    {"trending", analysis_trending_tests},
    {"wholes", analysis_wholes_tests},
};

int main(int argc, char **argv)
{
    arms_setup();
    return check_main(tables, sizeof tables / sizeof *tables, argc, argv);
}
