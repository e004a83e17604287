/* The way out: to standard output or to a file, in one piece. */
#ifndef ARMSTRADE_CLI_OUTPUT_H
#define ARMSTRADE_CLI_OUTPUT_H

#include <armstrade/page.h>

#include "cli/options.h"

/* Renders a page in the format that was asked for and writes it. */
bool output_page(const arms_page *page, const cli_settings *settings, arms_error *err);

/* Writes finished output to --output or to standard output. */
bool output_bytes(arms_text bytes, const cli_settings *settings, arms_error *err);

/* Whether the format exists, and the output is none of the inputs; asked before any
 * work is done. */
bool output_check(const cli_settings *settings, arms_error *err);

/* Whether `path` may be written: it is none of the inputs. `option` named it. */
bool output_check_path(const char *path, const char *option, const cli_settings *settings,
                       arms_error *err);

/* One line on standard error: "armstrade: …". */
void output_note(const char *place, const char *text);
void output_error(const arms_error *err);

#endif
