/* Sets of arms codes on a page of 'entities'. */
#ifndef ARMSTRADE_CLI_GOODS_PAGE_H
#define ARMSTRADE_CLI_GOODS_PAGE_H

#include "cli/session.h"

/* The codes of the set of --arms, and what has to be known about it. */
bool goods_page(session *s, arms_error *err);

#endif
