/* Rows of UN Comtrade that belong together: the partners of one reporter for one code and
 * year, as far as they are there, and whether that is everything. */
#ifndef ARMSTRADE_DATA_LAYOUTS_COMTRADE_GROUPS_H
#define ARMSTRADE_DATA_LAYOUTS_COMTRADE_GROUPS_H

#include <stdint.h>

#include <armstrade/arena.h>

/* What a group is about, the narrowest last: keys that follow each other are two years in
 * a row. */
typedef struct comtrade_key {
    unsigned measure;   /* below 8 */
    unsigned reporter;  /* below 2^16 */
    unsigned commodity; /* below 2^20 */
    int year;           /* below 2^12 */
} comtrade_key;

typedef struct comtrade_group {
    uint64_t packed;    /* its key */
    double world;       /* the printed total */
    double parts;       /* sum over the partners */
    uint64_t first;     /* a bit for each partner whose row is here, the World … */
    uint64_t *partners; /* … included: those below 64, and all others */
    uint32_t count;     /* of them */
    uint16_t words;     /* of `partners` */
    bool total;         /* the World row is here */
    bool open;          /* a partner is known to be incomplete */
} comtrade_group;

/* A hash table of groups, which lie in blocks; a zeroed one is empty. */
typedef struct comtrade_groups {
    comtrade_group **blocks;
    uint32_t *slots; /* number of a group + 1; 0 = free */
    size_t capacity, count;
    comtrade_group *last; /* found or made by the last call */
} comtrade_groups;

/* The group of a key, which is made where it is new; NULL where memory is short. */
comtrade_group *comtrade_group_of(comtrade_groups *groups, arms_arena *arena,
                                  const comtrade_key *key, arms_error *err);

comtrade_key comtrade_group_key(const comtrade_group *group);

/* Whether a partner's row is here, and marking it so. */
bool comtrade_group_has(const comtrade_group *group, unsigned partner);
bool comtrade_group_mark(comtrade_group *group, arms_arena *arena, unsigned partner,
                         arms_error *err);

/* The printed total less the sum of the partners; 0 as far as rounding explains it. */
double comtrade_group_gap(const comtrade_group *group);

/* Whether the partners that are here are all there are. */
bool comtrade_group_whole(const comtrade_group *group);

/* Whether the second is of the year after the first, and lists the same partners: all, or
 * those that are here. */
bool comtrade_group_next(const comtrade_group *a, const comtrade_group *b);
bool comtrade_group_joins(const comtrade_group *a, const comtrade_group *b);

/* All groups in the order of their keys. */
bool comtrade_groups_sort(comtrade_group ***out, const comtrade_groups *groups,
                          arms_arena *arena, arms_error *err);

#endif
