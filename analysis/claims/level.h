/* What the rules of amounts and counts share. */
#ifndef ARMSTRADE_ANALYSIS_CLAIMS_LEVEL_H
#define ARMSTRADE_ANALYSIS_CLAIMS_LEVEL_H

#include "analysis/claims/grammar.h"

/* Words of the clause make the amount another than that of a flow; of spending, plans and
 * firms only up to the next comma: "bought arms worth $7 million, with $3 million spent
 * on …". */
bool is_other_amount(const scene *s, int at);

/* "58 fighters bought for $12 million": the price of some arms, no flow. */
bool is_price(const scene *s, int at);

/* "…, China $267 million", "followed by France at $4.1 billion", "ahead of Germany
 * (CHF 120 million)": the amount of another party. */
bool level_list(bool *made, grammar *g, int at, arms_error *err);

/* "…, with $3 million and $2 million respectively": of the parties that were ranked. */
bool level_of_list(bool *made, grammar *g, int at, arms_error *err);

/* "the largest recipients are Singapore (€1.2 million)": of the party in front. */
bool level_of_agent(bool *made, grammar *g, int at, arms_error *err);

/* "Norway was the main buyer of Swiss arms, spending $7 million": the customer's. */
bool level_of_customer(bool *made, grammar *g, int at, arms_error *err);

/* "63 per cent of Peru's imports, amounting to $5 million": the amount of that share. */
bool level_of_share(bool *made, grammar *g, int at, arms_error *err);

/* "… were twice as large as Russia's, $12 billion against $5 billion": of the one, and of
 * the other. */
bool level_of_ratio(bool *made, grammar *g, int at, arms_error *err);

/* "It was followed by Peru with exports worth $7 million", where no claim says of what;
 * "After Peru, with exports of $7 million, Chile is": to or by somebody else. */
bool is_follower(const grammar *g, int at);

#endif
