/* armstrade top --periods: a ranking in two periods, with main partners, as SIPRI prints
 * it. */
#ifndef ARMSTRADE_CLI_TOP_PERIODS_H
#define ARMSTRADE_CLI_TOP_PERIODS_H

#include "cli/session.h"

/* Puts one table per dataset on the page and finishes it. */
bool top_periods_run(session *s, arms_error *err);

#endif
