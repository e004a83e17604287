/* The options that there are, and which of them a command takes. */
#ifndef ARMSTRADE_CLI_OPTION_TABLE_H
#define ARMSTRADE_CLI_OPTION_TABLE_H

#include "cli/options.h"

typedef enum option_type { FLAG, WORD, FILES, COVERS } option_type;

typedef struct option {
    const char *name, *alias; /* alias may be NULL */
    option_type type;
    size_t offset; /* in settings */
    const char *meta, *help;
} option;

extern const option options[];
extern const size_t option_count;

/* Whether a command takes an option. */
bool option_taken(const cli_command *command, const option *o);

/* The option of that name or alias, if the command takes it; else NULL. */
const option *option_find(const cli_command *command, arms_text word);

#endif
