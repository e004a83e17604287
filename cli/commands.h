/* The commands: one file each, one line each in commands.c. */
#ifndef ARMSTRADE_CLI_COMMANDS_H
#define ARMSTRADE_CLI_COMMANDS_H

#include "cli/options.h"

extern const cli_command cmd_change, cmd_check, cmd_claims, cmd_compare, cmd_entities,
    cmd_inspect, cmd_extract, cmd_plot, cmd_share, cmd_top, cmd_trend, cmd_concentration,
    cmd_network;

/* Runs the program: what main was given, and the exit status. */
int commands_run(int argc, char **argv);

#endif
