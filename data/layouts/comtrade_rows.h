/* What both layouts of UN Comtrade share: from a record to a row, and from all rows to
 * what the file covers. */
#ifndef ARMSTRADE_DATA_LAYOUTS_COMTRADE_ROWS_H
#define ARMSTRADE_DATA_LAYOUTS_COMTRADE_ROWS_H

#include "data/intern.h"
#include "data/layout.h"
#include "data/layouts/comtrade_groups.h"

#define COMTRADE_PUBLISHER "UN Comtrade"
#define COMTRADE_ORIGIN    "UN Comtrade"
#define COMTRADE_CREDIT    "Information from UN Comtrade, United Nations"

typedef enum comtrade_flow {
    COMTRADE_IMPORTS,
    COMTRADE_EXPORTS,
    COMTRADE_FLOWS
} comtrade_flow;

/* CIF holds freight and insurance to the border of the importer, FOB ends at that of the
 * exporter. EITHER: both are printed and are equal, or the value is zero. */
typedef enum comtrade_valuation {
    COMTRADE_CIF,
    COMTRADE_FOB,
    COMTRADE_AS_REPORTED,
    COMTRADE_VALUATIONS,
    COMTRADE_EITHER = COMTRADE_VALUATIONS
} comtrade_valuation;

/* One record of imports or exports in a year. Cells without blanks around them. */
typedef struct comtrade_record {
    size_t line;
    comtrade_flow flow;
    arms_text scheme;                      /* the edition of the codes: "H4" */
    arms_text year, commodity;             /* as printed */
    arms_text reporter, partner;           /* their codes */
    arms_text reporter_name, partner_name; /* may be empty */
    arms_text value, cif, fob;             /* may be empty */
    bool split; /* one of several into which a total is split further */
} comtrade_record;

typedef struct comtrade_party {
    arms_text name;    /* the code, or the description of an unknown code */
    const char *shown; /* in notes */
    bool world, group; /* sums of parties */
    uint8_t valuation[COMTRADE_FLOWS]; /* of its last row, + 1; 0 = none yet */
    bool mixed[COMTRADE_FLOWS];        /* it has rows of several */
} comtrade_party;

/* A row that is left out because it is a part of one that should be here as well. */
typedef struct comtrade_split {
    comtrade_group *group;
    unsigned partner;
    uint32_t line;
} comtrade_split;

/* The columns that both layouts have; each layout numbers its own from COMTRADE_SHARED
 * on. */
typedef enum comtrade_place {
    COMTRADE_SCHEME,
    COMTRADE_YEAR,
    COMTRADE_FLOW,
    COMTRADE_REPORTER,
    COMTRADE_REPORTER_NAME,
    COMTRADE_PARTNER,
    COMTRADE_PARTNER_NAME,
    COMTRADE_COMMODITY,
    COMTRADE_VALUE,
    COMTRADE_CIF_VALUE,
    COMTRADE_FOB_VALUE,
    COMTRADE_SHARED
} comtrade_place;

/* A column, by the name that it has in the header. */
typedef struct comtrade_column {
    const char *name;
    bool optional;
} comtrade_column;

enum { COMTRADE_CODES = 10000, COMTRADE_SCHEMES = 32, COMTRADE_COLUMNS = 24 };

/* What is kept while a file is read, the state of a run; a zeroed one is ready. */
typedef struct comtrade_rows {
    size_t at[COMTRADE_COLUMNS];      /* column → index; the header's width for one that
                                         is absent */
    uint16_t numbers[COMTRADE_CODES]; /* code → party; 0 = not met yet */
    comtrade_party *parties;          /* number − 1 → party */
    size_t party_count;
    intern_table commodity_ids;
    arms_text *commodities; /* number − 1 → code */
    size_t commodity_count;
    arms_text schemes[COMTRADE_SCHEMES]; /* that occur, in this order */
    size_t scheme_count;
    size_t measures[COMTRADE_FLOWS * COMTRADE_VALUATIONS]; /* number + 1; 0 = none */
    size_t measure_count;
    comtrade_groups groups;
    comtrade_split *splits;
    size_t split_count;
} comtrade_rows;

typedef struct comtrade_columns {
    const comtrade_column *items;
    size_t count;
} comtrade_columns;

/* Whether the header has all columns that are not optional. */
bool comtrade_has_columns(comtrade_columns columns, const csv_record *header);

/* Finds where the columns stand, whatever the case of their names, for rows->at. LAYOUT
 * where one is absent that is not optional. */
bool comtrade_begin(layout_run *run, comtrade_columns columns, const csv_record *header,
                    arms_error *err);

/* A cell without blanks around it; empty for a column that is absent. */
arms_text comtrade_cell(const csv_record *record, size_t at);

/* Fills in the cells of a record. */
void comtrade_read(comtrade_record *out, const csv_record *record, const size_t *at);

/* A record must be as wide as its header. */
bool comtrade_check_width(const layout_run *run, const csv_record *record,
                          arms_error *err);

/* One record being taken over. */
typedef struct comtrade_job {
    layout_run *run;
    comtrade_rows *rows; /* of the run */
    const comtrade_record *record;
} comtrade_job;

/* The number of the reporter or the partner of the record, which is added where it is
 * new. PARSE where its code is none. */
bool comtrade_find_party(unsigned *out, const comtrade_job *job, bool reporter,
                         arms_error *err);

/* Takes a record over. PARSE where a code, a year or a value cannot be read and where a
 * row comes twice, LAYOUT where the codes are of several classifications. */
bool comtrade_take(layout_run *run, const comtrade_record *record, arms_error *err);

/* To be called after the last record: what is covered, and what was noticed. */
bool comtrade_end(layout_run *run, arms_error *err);

#endif
