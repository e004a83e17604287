/* The program: sets the library up and runs the command that was asked for. */
#include <armstrade/setup.h>

#include "cli/commands.h"

int main(int argc, char **argv)
{
    arms_setup();
    return commands_run(argc, argv);
}
