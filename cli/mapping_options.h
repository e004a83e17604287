/* The options that say how to read a file that no layout knows. */
#ifndef ARMSTRADE_CLI_MAPPING_OPTIONS_H
#define ARMSTRADE_CLI_MAPPING_OPTIONS_H

#include "cli/session.h"

/* Whether any of them was given. */
bool mapping_wanted(const cli_settings *settings);

/* The mapping that the options and the file of --mapping describe together. */
bool mapping_make(arms_mapping *out, const cli_settings *settings, arms_error *err);

/* After all files were loaded: a mapping that was of no use is a mistake; one that was is
 * saved where --save-mapping asks for it. */
bool mapping_done(const session *session, arms_error *err);

#endif
