/* Groups of parties on a page of 'entities'. */
#ifndef ARMSTRADE_CLI_GROUP_PAGE_H
#define ARMSTRADE_CLI_GROUP_PAGE_H

#include <armstrade/group.h>

#include "cli/session.h"

/* "nato:NATO 1952-;un:Asia": the groups of an entity, with its years, joined by ';'.
 * Empty where it is in none; NULL when memory is short. */
const char *group_list(arms_arena *arena, arms_entity_id entity, arms_error *err);

/* The group's members as a table, those of --year alone where that is given. */
bool group_page_members(session *s, arms_group_id group, arms_error *err);

/* What the files of --data say: the group's own row, year by year, against the sum of its
 * members' rows in another file. */
bool group_page_proof(session *s, arms_group_id group, arms_error *err);

#endif
