/* A child process on a short lead: no shell, no input, no environment of ours, limits on
 * time, memory and files, and its words kept. */
#ifndef ARMSTRADE_PLOTS_CHILD_H
#define ARMSTRADE_PLOTS_CHILD_H

#include <armstrade/error.h>

enum { CHILD_SAID = 2048 };

typedef struct child_job {
    const char *program;    /* absolute path */
    char *const *arguments; /* as for execve */
    char *const *environment;
    const char *folder; /* that it works in */
    int seconds;        /* of wall time; processor time is limited a little above */
} child_job;

typedef struct child_end {
    int status;            /* as from waitpid, where it was not stopped */
    bool timed_out;        /* it was killed, with all that it had started */
    bool interrupted;      /* the same, because a signal is pending for us */
    char said[CHILD_SAID]; /* the beginning of its standard output and error */
} child_end;

/* Runs the job to its end. Only what concerns us can fail (SYSTEM: no process, no pipe);
 * how the child fared is in *end. */
bool child_run(child_end *end, const child_job *job, arms_error *err);

#endif
