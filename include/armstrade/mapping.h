/* How to read a CSV file that is in no known layout: which column holds what, what the
 * figures count, and how numbers are written. A mapping is made of keys and values, as a
 * file of lines "key: value" has them:
 *
 *     # lines that begin with '#' are comments
 *     year: Year                   a column, by its name in the header
 *     exporter: =United Kingdom    one name for all rows, instead of a column
 *     importer: "=Buyer"           in quotes: a column whose name begins so
 *     value: Amount                likewise category, low, high and flags
 *     measure: million USD
 *     kind: licence                delivery, order or licence
 *     valuation: current
 *     delimiter: ;                 one character, or tab
 *     decimal: ,                   '.' or ','
 *     missing: none given;?        more words for missing values
 *     rounded: yes                 values are rounded: half a unit either way
 *     source: Ministry of X
 *     release: 2024-05
 *     covers: exporters=*; importers=Pakistan; years=2014-2024
 *
 * Cells that are empty or one of "..", "NA", "N/A", "-" are missing, never 0. `covers`
 * may be given several times, all others once. */
#ifndef ARMSTRADE_MAPPING_H
#define ARMSTRADE_MAPPING_H

#include <armstrade/buffer.h>
#include <armstrade/measure.h>

typedef enum arms_map_key {
    ARMS_MAP_YEAR,
    ARMS_MAP_EXPORTER,
    ARMS_MAP_IMPORTER,
    ARMS_MAP_CATEGORY,
    ARMS_MAP_VALUE,
    ARMS_MAP_LOW,
    ARMS_MAP_HIGH,
    ARMS_MAP_FLAGS,
    ARMS_MAP_COLUMNS, /* how many keys before this one name columns */
    ARMS_MAP_MEASURE = ARMS_MAP_COLUMNS,
    ARMS_MAP_KIND,
    ARMS_MAP_VALUATION,
    ARMS_MAP_DELIMITER,
    ARMS_MAP_DECIMAL,
    ARMS_MAP_MISSING,
    ARMS_MAP_ROUNDED,
    ARMS_MAP_SOURCE,
    ARMS_MAP_RELEASE,
    ARMS_MAP_COVERS,
    ARMS_MAP_KEYS
} arms_map_key;

typedef struct arms_map_column {
    const char *text; /* NULL: there is none */
    bool constant;    /* the text holds for all rows; else it is a column's name */
} arms_map_column;

/* A zeroed one is empty and ready. */
typedef struct arms_mapping {
    arms_arena arena;
    arms_map_column columns[ARMS_MAP_COLUMNS];
    arms_measure measure;
    char delimiter, decimal; /* 0: not said */
    bool rounded;
    const char **covers;
    size_t cover_count;
    const char *said[ARMS_MAP_KEYS]; /* values as they were given; NULL: not said */
} arms_mapping;

/* Takes one value; `key` is one of those above, or "columns" for several at once:
 * "year=Year,exporter==United Kingdom,importer=\"Buyer, state\",value=Amount". USAGE for
 * a key that is not known or was given before, and for a value that is not understood. */
bool arms_mapping_set(arms_mapping *mapping, arms_text key, arms_text value,
                      arms_error *err);

/* Whether the mapping is whole: with columns, all that are needed, a measure and a kind;
 * without, nothing but a measure, its kind and a delimiter, which may help to read a file
 * in a known layout. USAGE says what is missing or too much. */
bool arms_mapping_check(const arms_mapping *mapping, arms_error *err);

/* Whether any column is mapped. */
bool arms_mapping_has_columns(const arms_mapping *mapping);

/* Takes the lines of a file. INPUT, or PARSE with the line. */
bool arms_mapping_read(arms_mapping *mapping, const char *path, arms_error *err);

/* The mapping as such a file, which reads back the same. */
void arms_mapping_write(arms_buffer *out, const arms_mapping *mapping);

const char *arms_mapping_key_name(arms_map_key key); /* "year", "exporter", … */

void arms_mapping_free(arms_mapping *mapping);

#endif
