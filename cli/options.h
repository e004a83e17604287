/* What was asked on the command line.
 *
 * One table of options serves all commands; each command names those that it takes, and
 * from that come parsing, usage and help. */
#ifndef ARMSTRADE_CLI_OPTIONS_H
#define ARMSTRADE_CLI_OPTIONS_H

#include <armstrade/buffer.h>
#include <armstrade/load.h>
#include <armstrade/number.h>
#include <armstrade/rounding.h>
#include <armstrade/tally.h>

enum { MAX_DATA = 64, MAX_NAMES = 64, MAX_COVERS = 64 };

typedef struct cli_settings {
    const char *data[MAX_DATA];
    size_t data_count;
    const char *names[MAX_NAMES]; /* arguments that are no options */
    size_t name_count;
    const char *flow, *exporter, *importer, *year, *category;
    const char *denominator, *succession, *membership;
    const char *format, *output, *limit, *round;
    const char *arms, *group, *names_file;
    const char *dataset, *package;
    const char *date, *codes;
    const char *claims, *text, *kind, *value, *share, *amount, *rank, *bound;
    const char *by, *datasets, *two_periods, *all;
    const char *break_word, *seed_word;
    const char *columns, *measure, *measure_kind, *valuation, *delimiter, *decimal;
    const char *missing, *source, *release, *mapping, *save_mapping;
    const char *covers[MAX_COVERS];
    size_t cover_count;
    bool rounded;
    bool explain, quiet, no_color, no_allocate, help, origins, raw_csv;
    bool each_year, deals, hedges;
    bool apart;      /* the command looks at each file, see cli_command */
    bool digest;     /* the command tells the SHA-256 of its inputs */
    bool load_deals; /* the command tells deals apart */
    /* Read from the words above by options_parse. */
    arms_direction direction;
    bool direction_given;
    arms_rounding rounding;
    arms_years years; /* first = 0: none were given */
    arms_terms terms;
    arms_years periods[2]; /* of --periods: before and after; then `years` is both and
                              what lies between */
    size_t most;           /* of --limit */
    int break_after;       /* of --break; 0: none was given */
    uint64_t seed;         /* of --seed */
    size_t dataset_number; /* of --dataset; 0: none was given */
    bool unread;           /* the command reads the files of --data itself */
} cli_settings;

/* How to read files that no layout knows. */
#define MAPPING_OPTIONS                                                             \
    "--columns", "--measure", "--measure-kind", "--valuation", "--delimiter",       \
        "--decimal", "--missing", "--rounded", "--source", "--release", "--covers", \
        "--mapping"

/* Of commands that load files. */
#define DATA_OPTIONS \
    "--data", "--quiet", "--no-allocate", MAPPING_OPTIONS, "--save-mapping"

/* Of commands that ask about parties and wholes. */
#define TERMS_OPTIONS "--denominator", "--succession", "--membership"

/* Of commands that print a page. */
#define PAGE_OPTIONS "--format", "--output", "--no-color"

typedef struct session session; /* see session.h */

typedef struct cli_command {
    const char *name;
    const char *summary;        /* one line, for the list of commands */
    const char *usage;          /* arguments after the name */
    const char *examples;       /* complete lines */
    const char *const *options; /* names that it takes, NULL at the end */
    size_t most_names;          /* arguments that are no options */
    const char *schema;         /* of its JSON */
    bool needs_data;            /* at least one --data */
    bool apart;                 /* files of one release stay datasets of their own */
    bool digest;                /* it tells the SHA-256 of its inputs */
    bool takes_files;           /* arguments are files like those of --data, and it reads
                                   both itself */
    bool names_files;           /* arguments are files like those of --data */
    bool deals;                 /* it tells deals apart */
    bool periods;               /* it compares two periods: --years is the later one */
    bool (*run)(session *s, int *status, arms_error *err);
} cli_command;

/* Reads the arguments after the command's name. USAGE names the option. */
bool options_parse(cli_settings *out, const cli_command *command, int argc, char **argv,
                   arms_error *err);

/* The help of a command: examples first, then its options. */
void options_help(arms_buffer *out, const cli_command *command);

#endif
