/* SIPRI's register of deals, made up for tests. All figures are invented. */
#ifndef ARMSTRADE_TESTS_DEALS_H
#define ARMSTRADE_TESTS_DEALS_H

#include "tests/unit/fixture.h"

#define DEALS_WORLD                                                              \
    "from All countries  to All countries . Deals with deliveries made for the " \
    "year range 'Not specified' to 'Not specified'"

#define DEALS_DELIVERED "Number delivered"
#define DEALS_IN_RANGE  "Deliveries in the Year Range"

enum { DEALS_FIRST_ROW = 8 }; /* its line */

/* What a register is made of. */
typedef struct deals_file {
    const char *selection; /* NULL: no lines above the header */
    const char *delivered; /* the name of the ninth column */
    const char *end;       /* of each line */
} deals_file;

extern const deals_file deals_plain; /* of the world, as it is published */

/* What stands above the rows of a register of the world, for texts written out. */
#define DEALS_HEAD                                                                      \
    "Transfers of major conventional arms " DEALS_WORLD "\n"                            \
    "Data generated: 12 Feb 2026 12:26:12 PM\n"                                         \
    "Recipient,Supplier,Year of order, ,Number ordered, ,Weapon designation,Weapon "    \
    "description,Number delivered, ,Year(s) of delivery,status,Comments,SIPRI TIV per " \
    "unit,SIPRI TIV for total order,SIPRI TIV of delivered weapons\n"

/* The register with the rows given, loaded; `options` may be NULL. */
fixture deals_load(const deals_file *made, const char *const rows[],
                   const arms_load_options *options);

/* A deal of one year, one of three, an order, and a deal with a group. */
#define DEALS_ONE_YEAR \
    "Pakistan,China,1999,?,4,,X-1,frigate,2,?,2001,New,Aid; old,150,600,300.25"
#define DEALS_NINE                                                                   \
    "Pakistan,Turkiye,2021,?,9,?,X-2,armed UAV,9,,2022; 2023; 2024,Second hand but " \
    "modernized,,2.4,21.6,21.6"
#define DEALS_ORDER "Pakistan,Turkiye,2023,?,6,,X-3,corvette,0,,,New,,50,300,0"
#define DEALS_GROUP                                                             \
    "PKK (Turkiye)*,unknown supplier(s),2023,,6,,X-4,gun,6,,2024,Second hand,," \
    "0.5,3,1.2"

/* All four, and what they must become where the first of them is in `line`. */
extern const char *const deals_clean[];
void deals_check_clean(const arms_dataset *data, size_t line);

/* A deal by its number delivered, its years and its value. */
#define DEAL(number, years, value) \
    "Pakistan,China,2019,,9,,X-1,gun," number ",?," years ",New,,,0," value

/* One flow as it must be. */
typedef struct deals_flow {
    int year;
    double low, value, high;
    int parts, flags;
    size_t line;
} deals_flow;

void deals_check_flow(const arms_dataset *data, size_t index, const deals_flow *want);

#endif
