/* Groups of parties, each as one publisher defines it: "sipri:Europe" has Türkiye in the
 * Middle East, "un:Europe" has not; "eu:EU" and "nato:NATO" have members by year.
 *
 * SIPRI's regions hold the parties that its database names, armed groups in the region
 * of their host; the UN's hold the countries and areas of M49, and former states where
 * they lay. Both hold for all years.
 *
 * The table (data/reference/groups.csv) is compiled into the library. */
#ifndef ARMSTRADE_GROUP_H
#define ARMSTRADE_GROUP_H

#include <armstrade/entity.h>

typedef uint32_t arms_group_id; /* 1 … arms_group_count(); 0 = none */

typedef struct arms_group {
    const char *code;      /* "sipri:Europe" */
    const char *publisher; /* "SIPRI", "UN", "EU", "NATO" …: as printed beside results */
    const char *name;      /* "Europe" */
    const char *note;      /* what has to be known about its members; or empty */
} arms_group;

/* A member, with the first and last whole or part year of its membership; 0 = since
 * always, or until now. A member that left and came back stands twice. */
typedef struct arms_member {
    arms_entity_id entity;
    int from, to;
} arms_member;

size_t arms_group_count(void);

/* The group of an id; NULL for any other. */
const arms_group *arms_group_get(arms_group_id id);

/* The group that a person means: by its code ("sipri:Europe"), or by its bare name or
 * another of its names, where the publisher of the data at hand comes first ("SIPRI" for
 * "Europe" on SIPRI's data, "UN Comtrade" for the UN's; "" for none), then a publisher
 * that alone has the name. 0 where no group has the name. USAGE, with the candidates'
 * codes, where several have it. */
bool arms_group_find(arms_group_id *out, arms_text name, const char *publisher,
                     arms_error *err);

/* The members, in the order of the table, in `arena`. */
bool arms_group_members(arms_member **out, size_t *count, arms_arena *arena,
                        arms_group_id id, arms_error *err);

/* Whether the entity is a member in `year`. */
bool arms_group_has(arms_group_id id, arms_entity_id entity, int year);

#endif
