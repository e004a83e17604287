/* Layouts: how a publisher's file becomes rows.
 *
 * A layout is a descriptor: how its header is recognised, and what to do with each
 * record. It hands rows to a sink and knows nothing of what becomes of them. Adding a
 * layout means one file under layouts/ and one line in layouts/all.c. */
#ifndef ARMSTRADE_DATA_LAYOUT_H
#define ARMSTRADE_DATA_LAYOUT_H

#include <armstrade/buffer.h>
#include <armstrade/load.h>
#include <armstrade/number.h>

#include "data/csv_reader.h"

/* One printed value, names still as they are spelt. */
typedef struct layout_row {
    arms_text exporter, importer, category;
    int year;
    double value, low, high; /* NaN where missing */
    uint16_t flags;
    uint16_t parts; /* of one record's total, see arms_flow; 0 means 1 */
    size_t line;
    /* What distinguishes the deal within its parties, filled in where run->options->deals
     * asks for it: "designation|description|number|year of the order" in each of SIPRI's
     * registers. The register of deals does not number its deals, so that two orders of
     * one weapon in one year have one name there; what compares registers leaves the
     * number out. */
    arms_text deal;
} layout_row;

/* A part of the world that the file covers. Sides are "*", "World", or names joined by
 * '|'; `category` is "*" or a name. */
typedef struct layout_box {
    arms_text exporters, importers, category;
    arms_years years;
    size_t measure; /* the number of the one that it holds for, or LAYOUT_ALL */
} layout_box;

#define LAYOUT_ALL ((size_t)-1)

/* Where rows go. A file may hold several measures, and one may be reported by either
 * side; each is announced once and numbered from 0 in that order. */
typedef struct layout_sink {
    bool (*measure)(void *context, const arms_measure *measure, arms_reporter reporter,
                    arms_error *err);
    bool (*row)(void *context, size_t measure, const layout_row *row, arms_error *err);
    bool (*box)(void *context, const layout_box *box, arms_error *err);
    void *context;
} layout_sink;

typedef struct layout_run {
    const struct layout *layout;
    const arms_load_options *options; /* never NULL */
    const char *file;
    arms_arena *arena; /* lives as long as the run */
    const layout_sink *sink;
    void *state;        /* layout->state_size zeroed bytes */
    size_t header_line; /* where the header, or without one the first record, stands */
    size_t width;       /* its fields, without empty ones at the end */
    char delimiter;
    bool mapped;    /* something that options->mapping says was used */
    size_t records; /* below the header, so far */
    /* What the file says about itself; the layout fills it in. */
    const char *origin, *generated, *release, *credit;
    const char *publisher;                /* NULL: the layout's */
    const char *classification, *altered; /* see arms_about */
    const char *vintage;       /* how the release is known, if not as the layout says */
    arms_text text;            /* from the header on */
    const arms_text *preamble; /* lines above the header */
    size_t preamble_count;
    const char **notes;
    size_t note_count;
    arms_skip *skips;
    size_t skip_count;
    /* Records with another number of fields than the first, empty ones at the end
     * included: a mark may have been lost or added in them. */
    size_t first_width;
    size_t odd_count, odd_line;
} layout_run;

typedef struct layout {
    const char *id;
    const char *title;     /* for the list of what can be read; NULL keeps it out */
    const char *publisher; /* whose spellings and releases are meant; "" for none */
    const char *origin, *credit;
    const char *delimiters; /* that are tried; NULL means "," */
    bool headerless;        /* the first record is a row: begin and row both get it */
    bool uneven;            /* records of different widths are this layout's way */
    size_t state_size;
    /* What is told of its files, and used by nothing that reads them. */
    const char *vintage;        /* how the release is known: "the last one before …" */
    const char *const *columns; /* names that the header has, NULL at the end; or NULL */
    bool deals;                 /* rows are deals, of which several may share a key */
    bool loose;                 /* rows may be deals, or cells: the file does not say */
    bool numbered; /* parties have numbers of a list that tells sums from countries */
    bool (*recognise)(const csv_record *header);
    bool (*begin)(layout_run *run, const csv_record *header, arms_error *err);
    bool (*row)(layout_run *run, const csv_record *record, arms_error *err);
    bool (*end)(layout_run *run, arms_error *err);
} layout;

extern const layout *const layouts[];
extern const size_t layout_count;

/* Whether the layout's own files may have this delimiter. */
bool layout_accepts(const layout *candidate, char delimiter);

/* A failure at a line of the run's file. */
#define layout_fail(run, err, line, ...) \
    arms_fail_at(err, ARMS_PARSE, (run)->file, line, __VA_ARGS__)

/* Something that the loader noticed and a person should know. */
bool layout_note(layout_run *run, const char *note, arms_error *err);

/* A record that is not taken over. `why` completes "3 rows are left out: …" and is a
 * constant: records with an equal one are counted together. */
bool layout_skip(layout_run *run, const char *why, size_t line, arms_error *err);

/* Counts a line; the first ones are kept. */
void layout_count_line(arms_skip *lines, size_t line);

/* "lines 3, 5, 9", "line 3", "lines 3, 5, 9, 12, 13, …". */
void layout_put_lines(arms_buffer *out, const arms_skip *lines);

/* What the sink is for: to announce a measure, hand over a row, tell what is covered. */
bool layout_announce(const layout_run *run, const arms_measure *measure,
                     arms_reporter reporter, arms_error *err);
bool layout_put(const layout_run *run, size_t measure, const layout_row *row,
                arms_error *err);
bool layout_cover(const layout_run *run, const layout_box *box, arms_error *err);

/* The preamble line that begins with `prefix`, without it and trimmed of blanks, commas
 * and semicolons at its end; empty if there is none. */
arms_text layout_preamble(const layout_run *run, const char *prefix);

/* The last line that begins with `prefix`; empty if there is none. */
arms_text layout_last_line(const layout_run *run, const char *prefix);

/* A line without the commas and semicolons that a spreadsheet pads it with. */
arms_text layout_unpadded(arms_text line);

/* "13 Mar 2025 10:02:49 AM" as "2025-03-13"; NULL for anything else. */
const char *layout_date(layout_run *run, arms_text text, arms_error *err);

/* Whether all fields are empty. */
bool layout_is_blank(const csv_record *record);

/* PARSE for a record that is not as wide as the header; `advice` tells what to do. */
bool layout_fail_width(const layout_run *run, const csv_record *record, size_t width,
                       const char *advice, arms_error *err);

/* The column with a name, or header->count. */
size_t layout_column(const csv_record *header, const char *name);

/* A cell with its place, for messages. */
typedef struct layout_cell {
    arms_text text;
    size_t line;
    const char *column; /* its name */
} layout_cell;

/* The number in a cell, which must not be negative. PARSE with file, line and column. */
bool layout_number(arms_decimal *out, const layout_run *run, const layout_cell *cell,
                   arms_error *err);

/* The same for a year. */
bool layout_year(int *out, const layout_run *run, const layout_cell *cell,
                 arms_error *err);

/* Takes a number as its publisher rounded it: half a unit of its last digit either
 * way. */
void layout_take_rounded(layout_row *row, arms_decimal number);

/* The words of flags in canonical and mapped files. */
enum { LAYOUT_FLAGS = 5 };

typedef struct layout_flag {
    const char *word;
    int flag; /* ARMS_FLAG_… */
} layout_flag;

extern const layout_flag layout_flag_words[LAYOUT_FLAGS];

/* Takes a list of flag words, joined by ';'. PARSE for any other word. */
bool layout_flags(layout_row *row, const layout_run *run, arms_text list,
                  arms_error *err);

/* "exporters=*; importers=Pakistan; years=2014-2024; categories=*" as a box, whose texts
 * are views of the line; categories may be left out. False for anything else. */
bool layout_box_parse(layout_box *out, arms_text line);

/* The number in a cell of the column of row->year. */
bool layout_year_number(arms_decimal *out, const layout_run *run, const layout_row *row,
                        arms_text text, arms_error *err);

#endif
