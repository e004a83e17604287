/* armstrade trend --all: the trends of all importers, or exporters. */
#ifndef ARMSTRADE_CLI_TREND_ALL_H
#define ARMSTRADE_CLI_TREND_ALL_H

#include "cli/session.h"

/* Puts one table per dataset on the page and finishes it. */
bool trend_all_run(session *s, arms_error *err);

#endif
