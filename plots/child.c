/* Running a child process.
 *
 * The child gets its own process group, so that a time limit ends whatever it started as
 * well. Its output is read all the time: a full pipe would stop it for ever. Between fork
 * and execve only calls are made that are safe in a copy of a threaded process. */
#define _POSIX_C_SOURCE 200809L

#include "plots/child.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum {
    MEMORY_LIMIT = 1 << 30,
    FILE_LIMIT = 64 << 20,
    MOST_FILES = 1 << 16, /* that are closed; all that we open close by themselves */
    PAUSE = 20,           /* milliseconds between two looks at a silent child */
    NOT_STARTED = 127
};

typedef struct watch {
    pid_t child;
    int pipe; /* −1 once the child has closed its end */
    size_t kept;
    struct timespec deadline;
} watch;

static bool fail_start(arms_error *err, const child_job *job)
{
    return arms_fail_at(err, ARMS_SYSTEM, job->program, 0,
                        "no process could be started for it: close other programs");
}

static bool limit(int what, rlim_t most)
{
    struct rlimit now;
    if (getrlimit(what, &now) != 0)
        return false;
    if (now.rlim_max == RLIM_INFINITY || now.rlim_max > most)
        now.rlim_max = most;
    now.rlim_cur = now.rlim_max;
    return setrlimit(what, &now) == 0;
}

static bool limit_all(int seconds)
{
    /* Above the limit on wall time, which has the clearer message. */
    return limit(RLIMIT_CPU, (rlim_t)seconds + 2) && limit(RLIMIT_AS, MEMORY_LIMIT) &&
           limit(RLIMIT_FSIZE, FILE_LIMIT) && limit(RLIMIT_CORE, 0);
}

/* The signals that we block or ignore are none of the child's business. */
static bool reset_signals(void)
{
    struct sigaction plain = {0};
    plain.sa_handler = SIG_DFL;
    return sigemptyset(&plain.sa_mask) == 0 && sigaction(SIGPIPE, &plain, NULL) == 0 &&
           pthread_sigmask(SIG_SETMASK, &plain.sa_mask, NULL) == 0;
}

/* Where our own standard files are closed, the pipe may have got one of their numbers. */
static bool redirect(int pipe_end)
{
    int output = fcntl(pipe_end, F_DUPFD, STDERR_FILENO + 1);
    int input = open("/dev/null", O_RDONLY);
    return output >= 0 && input >= 0 && dup2(input, STDIN_FILENO) >= 0 &&
           dup2(output, STDOUT_FILENO) >= 0 && dup2(output, STDERR_FILENO) >= 0;
}

_Noreturn static void become(const child_job *job, int output, int files)
{
    static const char message[] = "it cannot be started\n";
    bool ready = setpgid(0, 0) == 0 && redirect(output) && chdir(job->folder) == 0;
    for (int file = STDERR_FILENO + 1; file < files; file++)
        (void)close(file);
    if (ready && reset_signals() && limit_all(job->seconds))
        (void)execve(job->program, job->arguments, job->environment);
    if (write(STDERR_FILENO, message, sizeof message - 1) < 0)
        _exit(NOT_STARTED - 1);
    _exit(NOT_STARTED);
}

static int open_files(void)
{
    long most = sysconf(_SC_OPEN_MAX);
    return most < 0 || most > MOST_FILES ? MOST_FILES : (int)most;
}

static bool prepare_pipe(int ends[2])
{
    if (pipe(ends) != 0)
        return false;
    if (fcntl(ends[0], F_SETFD, FD_CLOEXEC) == 0 &&
        fcntl(ends[1], F_SETFD, FD_CLOEXEC) == 0 &&
        fcntl(ends[0], F_SETFL, O_NONBLOCK) == 0)
        return true;
    (void)close(ends[0]);
    (void)close(ends[1]);
    return false;
}

static bool start(watch *w, const child_job *job)
{
    int ends[2];
    int files = open_files();
    if (!prepare_pipe(ends))
        return false;
    w->child = fork();
    if (w->child == 0)
        become(job, ends[1], files);
    w->pipe = ends[0];
    (void)close(ends[1]);
    if (w->child > 0) {
        /* The child does the same; whoever is first wins. */
        (void)setpgid(w->child, w->child);
        return true;
    }
    (void)close(ends[0]);
    return false;
}

/* Reads once; the first bytes are kept, the rest only has to leave the pipe. */
static void drain(watch *w, child_end *end)
{
    char bytes[4096];
    if (w->pipe < 0)
        return;
    ssize_t n = read(w->pipe, bytes, sizeof bytes);
    if (n > 0) {
        size_t room = sizeof end->said - 1 - w->kept;
        size_t take = (size_t)n < room ? (size_t)n : room;
        memcpy(end->said + w->kept, bytes, take);
        w->kept += take;
    } else if (n == 0 || (errno != EAGAIN && errno != EINTR)) {
        (void)close(w->pipe);
        w->pipe = -1;
    }
}

static bool is_late(const watch *w)
{
    struct timespec now;
    if (clock_gettime(CLOCK_MONOTONIC, &now) != 0)
        return true;
    return now.tv_sec > w->deadline.tv_sec ||
           (now.tv_sec == w->deadline.tv_sec && now.tv_nsec >= w->deadline.tv_nsec);
}

/* A caller that has to clean up after the child blocks these signals meanwhile. */
static bool is_interrupted(void)
{
    sigset_t pending;
    return sigpending(&pending) == 0 &&
           (sigismember(&pending, SIGINT) == 1 || sigismember(&pending, SIGTERM) == 1 ||
            sigismember(&pending, SIGHUP) == 1);
}

static bool has_ended(const watch *w, child_end *end, int options)
{
    pid_t pid;
    do
        pid = waitpid(w->child, &end->status, options);
    while (pid < 0 && errno == EINTR);
    return pid != 0;
}

static void wait_for(watch *w, child_end *end)
{
    while (!has_ended(w, end, WNOHANG)) {
        end->timed_out = is_late(w);
        end->interrupted = is_interrupted();
        if (end->timed_out || end->interrupted) {
            (void)kill(-w->child, SIGKILL);
            (void)kill(w->child, SIGKILL);
            (void)has_ended(w, end, 0);
            break;
        }
        struct pollfd input = {w->pipe, POLLIN, 0};
        (void)poll(&input, 1, PAUSE);
        drain(w, end);
    }
    drain(w, end);
}

bool child_run(child_end *end, const child_job *job, arms_error *err)
{
    *end = (child_end){0};
    watch w = {-1, -1, 0, {0, 0}};
    if (clock_gettime(CLOCK_MONOTONIC, &w.deadline) != 0 || !start(&w, job))
        return fail_start(err, job);
    w.deadline.tv_sec += job->seconds;
    wait_for(&w, end);
    if (w.pipe >= 0)
        (void)close(w.pipe);
    return true;
}
