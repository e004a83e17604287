/* The tests of reading claims: from the tokens of a sentence to the claims of a text. */
#include <armstrade/setup.h>

#include "tests/property/random.h"
#include "tests/unit/check.h"

extern const check_test claims_changes_tests[], claims_hostile_tests[],
    claims_levels_tests[], claims_lexicon_tests[], claims_manners_tests[],
    claims_parties_tests[], claims_periods_tests[], claims_pronouns_tests[],
    claims_quantity_tests[], claims_random_tests[], claims_ranks_tests[],
    claims_settling_tests[], claims_shares_tests[], claims_streams_tests[],
    claims_tokens_tests[], claims_unchecked_tests[], claims_wordings_tests[];

static const check_table tables[] = {
    {"changes", claims_changes_tests},   {"hostile", claims_hostile_tests},
    {"levels", claims_levels_tests},     {"lexicon", claims_lexicon_tests},
    {"manners", claims_manners_tests},   {"parties", claims_parties_tests},
    {"periods", claims_periods_tests},   {"pronouns", claims_pronouns_tests},
    {"quantity", claims_quantity_tests}, {"random", claims_random_tests},
    {"ranks", claims_ranks_tests},       {"settling", claims_settling_tests},
    {"shares", claims_shares_tests},     {"streams", claims_streams_tests},
    {"tokens", claims_tokens_tests},     {"unchecked", claims_unchecked_tests},
    {"wordings", claims_wordings_tests},
};

int main(int argc, char **argv)
{
    arms_setup();
    random_start();
    return check_main(tables, sizeof tables / sizeof *tables, argc, argv);
}
