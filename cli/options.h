/* What was asked on the command line.
 *
 * One table of options serves all commands; each command names those that it takes, and
 * from that come parsing, usage and help. */
#ifndef ARMSTRADE_CLI_OPTIONS_H
#define ARMSTRADE_CLI_OPTIONS_H

#include <armstrade/buffer.h>
#include <armstrade/load.h>
#include <armstrade/number.h>
#include <armstrade/tally.h>

enum { MAX_DATA = 64, MAX_NAMES = 64 };

typedef struct cli_settings {
    const char *data[MAX_DATA];
    size_t data_count;
    const char *names[MAX_NAMES]; /* arguments that are no options */
    size_t name_count;
    const char *flow, *exporter, *importer, *year, *category, *denominator;
    const char *format, *output, *limit;
    const char *claims, *kind, *value, *share, *amount, *rank, *bound;
    const char *by, *dataset;
    bool explain, quiet, no_color, no_allocate, help, each_year, deals;
    arms_load_options load; /* what the command wants of the files */
    /* Read from the words above by options_parse. */
    arms_direction direction;
    bool direction_given;
    arms_years years; /* first = 0: none were given */
    arms_policy policy;
    size_t most; /* of --limit */
} cli_settings;

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
    bool names_files;           /* arguments that are no options are files to read */
    arms_load_options load;     /* what it wants of them */
    bool (*run)(session *s, int *status, arms_error *err);
} cli_command;

/* Reads the arguments after the command's name. USAGE names the option. */
bool options_parse(cli_settings *out, const cli_command *command, int argc, char **argv,
                   arms_error *err);

/* The help of a command: examples first, then its options. */
void options_help(arms_buffer *out, const cli_command *command);

#endif
