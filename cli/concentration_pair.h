/* armstrade concentration --importer A --exporter B: how far two parties depend on each
 * other. */
#ifndef ARMSTRADE_CLI_CONCENTRATION_PAIR_H
#define ARMSTRADE_CLI_CONCENTRATION_PAIR_H

#include "cli/session.h"

/* Puts one table per dataset on the page and finishes it. */
bool concentration_pair_run(session *s, arms_error *err);

#endif
