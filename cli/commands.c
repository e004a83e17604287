/* The table of commands, and finding the one that was asked for. */
#include "cli/commands.h"

#include <string.h>

#include "cli/output.h"
#include "cli/session.h"

static const cli_command *const commands[] = {
    &cmd_check,   &cmd_claims,        &cmd_share,    &cmd_top,  &cmd_change,
    &cmd_trend,   &cmd_concentration, &cmd_network,  &cmd_plot, &cmd_compare,
    &cmd_extract, &cmd_inspect,       &cmd_entities,
};

enum { COMMANDS = sizeof commands / sizeof *commands };

static const cli_command *find(const char *name)
{
    for (size_t i = 0; i < COMMANDS; i++)
        if (strcmp(commands[i]->name, name) == 0)
            return commands[i];
    return NULL;
}

static void put_overview(arms_buffer *out)
{
    arms_buffer_string(out, "armstrade checks claims about the arms trade against "
                            "published figures.\n\nExamples:\n"
                            "  armstrade check --importer Pakistan --exporter Türkiye "
                            "--year 2023 \\\n"
                            "      --share 11% --amount '$21 million' --rank 2 "
                            "--data register.csv\n"
                            "  armstrade top --importer Pakistan --years 2020-2024 "
                            "--data register.csv\n\nCommands:\n");
    for (size_t i = 0; i < COMMANDS; i++)
        arms_buffer_print(out, "  %-13s %s\n", commands[i]->name, commands[i]->summary);
    arms_buffer_string(
        out, "\n'armstrade COMMAND --help' tells more. Exit status: 0 fine, all claims "
             "agree;\n1 a claim disagrees; 2 usage; 3 an input cannot be read; 4 not "
             "enough information;\n5 a fault of the system.\n");
}

/* Writes what was put together, and frees it. */
static bool print(arms_buffer *out, arms_error *err)
{
    const cli_settings none = {0};
    bool done = arms_buffer_check(out, err) &&
                output_bytes((arms_text){out->data, out->len}, &none, err);
    arms_buffer_free(out);
    return done;
}

static bool print_overview(arms_error *err)
{
    arms_buffer out = {0};
    put_overview(&out);
    return print(&out, err);
}

static bool print_version(arms_error *err)
{
    arms_buffer out = {0};
    arms_buffer_string(&out, "armstrade " ARMSTRADE_VERSION "\n");
    return print(&out, err);
}

static bool print_help(const cli_command *command, arms_error *err)
{
    arms_buffer out = {0};
    options_help(&out, command);
    return print(&out, err);
}

static bool run_session(int *status, const cli_command *command,
                        const cli_settings *settings, arms_error *err)
{
    session s;
    bool done = session_open(&s, settings, command->needs_data, err);
    s.page.schema = command->schema;
    done = done && command->run(&s, status, err);
    session_close(&s);
    return done;
}

static bool run_command(int *status, int argc, char **argv, arms_error *err)
{
    cli_settings settings;
    const cli_command *command = find(argv[0]);
    if (!command)
        return arms_fail(err, ARMS_USAGE,
                         "there is no command \"%s\"; 'armstrade --help' lists them",
                         argv[0]);
    if (!options_parse(&settings, command, argc - 1, argv + 1, err))
        return false;
    return settings.help ? print_help(command, err)
                         : run_session(status, command, &settings, err);
}

static bool run(int *status, int argc, char **argv, arms_error *err)
{
    static const char *const help[] = {"--help", "-h", "help"};
    if (argc < 2)
        return arms_fail(err, ARMS_USAGE,
                         "no command is named; 'armstrade --help' lists "
                         "them");
    for (size_t i = 0; i < sizeof help / sizeof *help; i++)
        if (strcmp(argv[1], help[i]) == 0 && argc == 2)
            return print_overview(err);
    if (strcmp(argv[1], "--version") == 0)
        return print_version(err);
    if (strcmp(argv[1], "help") == 0 && find(argv[2]))
        return print_help(find(argv[2]), err);
    return run_command(status, argc - 1, argv + 1, err);
}

int commands_run(int argc, char **argv)
{
    arms_error err = {0};
    int status = 0;
    if (run(&status, argc, argv, &err))
        return status;
    output_error(&err);
    return arms_exit_status(err.code);
}
