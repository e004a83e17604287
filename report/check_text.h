/* What a page of verdicts says of the text that the claims stand in. */
#ifndef ARMSTRADE_REPORT_CHECK_TEXT_H
#define ARMSTRADE_REPORT_CHECK_TEXT_H

#include <armstrade/report.h>

/* A line of the claim's sentence around its number, which is marked: "sentence 3: … for
 * »11 per cent« of …". NULL where memory is short. */
const char *check_excerpt(arms_page *page, const arms_verdicts *verdicts, size_t which,
                          arms_error *err);

/* The claims that are read but not judged, by the reason; nothing where there are
 * none. */
bool check_say_unjudged(arms_page *page, const arms_verdicts *verdicts, arms_error *err);

/* The text, and its numbers that are no claims. */
bool check_say_text(arms_page *page, const arms_checked_text *text, arms_error *err);

#endif
