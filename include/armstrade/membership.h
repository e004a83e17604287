/* Who belongs to a group, proved by arithmetic: what a publisher prints for a region,
 * less what it prints for each of the region's members, year by year.
 *
 * Cells that are printed in whole numbers leave half a unit open each, so the difference
 * is an interval; where 0 lies outside of it in some year, the members are not those that
 * the publisher added up, or the two tables are of different releases. */
#ifndef ARMSTRADE_MEMBERSHIP_H
#define ARMSTRADE_MEMBERSHIP_H

#include <armstrade/group.h>
#include <armstrade/tally.h>

/* One year: both sums in the measure of the region's file, and what is between them. */
typedef struct arms_residual {
    int year;
    arms_interval region, members;
    arms_interval difference; /* region − members */
    bool rounding;            /* 0 lies within it */
    size_t cells;             /* flows that were compared, the region's included */
} arms_residual;

typedef struct arms_membership_proof {
    arms_direction flow;  /* what the region's rows are: its imports, or its exports */
    arms_residual *years; /* those in which all figures are there, ascending */
    size_t count;
    size_t gaps;    /* other years of the region's file */
    size_t cells;   /* of all years */
    size_t outside; /* years whose difference is no rounding */
    size_t largest; /* index of the year that differs most; the first of equal ones */
} arms_membership_proof;

typedef struct arms_membership_case {
    arms_group_id group;
    const arms_dataset *members; /* has a row for each member */
    const arms_dataset *region;  /* has a row for the group */
} arms_membership_case;

/* The party that is the group's own row in a dataset, a sum of others, by the publisher's
 * spelling or by the group's name; ARMS_ALL where there is none. NATO as a party that
 * buys for itself is none. */
arms_party arms_group_row(const arms_dataset *dataset, arms_group_id group);

/* Compares; members without any flow add nothing. All lives in `arena`. DOMAIN where the
 * measures differ, the region has no row, no member has one, or no year can be
 * compared. */
bool arms_membership_prove(arms_membership_proof *out, arms_arena *arena,
                           const arms_membership_case *c, arms_error *err);

#endif
