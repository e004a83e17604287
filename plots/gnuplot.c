/* Running gnuplot.
 *
 * gnuplot executes what it reads, so it gets a script that is part of this program, no
 * start-up file (-d), no environment but the search path and a UTF-8 locale, and all text
 * as data. Its exit status is 0 on a full disk too: what counts is the file it leaves. */
#define _POSIX_C_SOURCE 200809L

#include "plots/gnuplot.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "plots/child.h"

enum { MOST_BYTES = 64 << 20 };

static const char *search_of(const gnuplot_setup *setup)
{
    /* Nothing here changes the environment. NOLINTNEXTLINE(concurrency-mt-unsafe) */
    const char *search = setup->search ? setup->search : getenv("PATH");
    return search ? search : "";
}

static bool is_program(const char *path)
{
    struct stat status;
    return stat(path, &status) == 0 && S_ISREG(status.st_mode) && access(path, X_OK) == 0;
}

bool gnuplot_find(char program[GNUPLOT_PATH], const gnuplot_setup *setup, arms_error *err)
{
    for (const char *folder = search_of(setup); *folder;) {
        size_t length = strcspn(folder, ":");
        int n = snprintf(program, GNUPLOT_PATH, "%.*s/gnuplot", (int)length, folder);
        if (*folder == '/' && n > 0 && n < GNUPLOT_PATH && is_program(program))
            return true;
        folder += length + (folder[length] == ':');
    }
    return arms_fail(
        err, ARMS_SYSTEM,
        "gnuplot is not installed: install it with 'apt install gnuplot-nox' "
        "(or your system's package gnuplot) to draw charts");
}

/* The first line of gnuplot's words that says something: not the copy of the script's
 * line, nor the "^" under it. */
static arms_text first_words(const char *said)
{
    arms_text rest = arms_text_of(said);
    while (rest.len > 0) {
        const char *end = memchr(rest.ptr, '\n', rest.len);
        size_t length = end ? (size_t)(end - rest.ptr) : rest.len;
        arms_text line = arms_text_trim((arms_text){rest.ptr, length});
        if (line.len > 1 && strspn(line.ptr, "^ \t") < line.len)
            return line;
        size_t used = end ? length + 1 : length;
        rest = (arms_text){rest.ptr + used, rest.len - used};
    }
    return arms_text_of("it gave no reason");
}

/* Where gnuplot fails inside a script, its reason is on the line that has its name and
 * the line number: `"share.gp" line 12: …`. */
static arms_text reason_of(const char *said)
{
    const char *place = strstr(said, "\" line ");
    while (place && place > said && place[-1] != '\n')
        place--;
    return first_words(place ? place : said);
}

static bool fail_drawing(arms_error *err, const char *said)
{
    arms_buffer words = {0};
    arms_text reason = reason_of(said);
    arms_buffer_shown(&words,
                      (arms_text){reason.ptr, reason.len > 300 ? 300 : reason.len});
    if (arms_buffer_check(&words, err))
        arms_fail(err, ARMS_SYSTEM, "gnuplot could not draw the chart: %s", words.data);
    arms_buffer_free(&words);
    return false;
}

static bool check_end(const child_end *end, int seconds, arms_error *err)
{
    if (end->interrupted)
        return arms_fail(err, ARMS_SYSTEM, "interrupted while gnuplot was drawing");
    if (end->timed_out)
        return arms_fail(err, ARMS_SYSTEM,
                         "gnuplot was stopped: it took longer than %d seconds", seconds);
    if (WIFSIGNALED(end->status))
        return arms_fail(err, ARMS_SYSTEM, "gnuplot was ended by signal %d",
                         WTERMSIG(end->status));
    if (!WIFEXITED(end->status) || WEXITSTATUS(end->status) != 0)
        return fail_drawing(err, end->said);
    return true;
}

static int seconds_of(const gnuplot_setup *setup)
{
    return setup->seconds > 0 ? setup->seconds : GNUPLOT_SECONDS;
}

static bool run(const gnuplot_job *job, const gnuplot_setup *setup, arms_error *err)
{
    char program[GNUPLOT_PATH], name[] = "gnuplot", plain[] = "-d", script[64],
                                path[4096];
    char locale[] = "LC_ALL=C.UTF-8", home[] = "HOME=/nonexistent";
    if (!gnuplot_find(program, setup, err))
        return false;
    int n = snprintf(script, sizeof script, "%s", job->script);
    int m = snprintf(path, sizeof path, "PATH=%s", search_of(setup));
    if (n < 0 || (size_t)n >= sizeof script || m < 0 || (size_t)m >= sizeof path)
        return arms_fail(err, ARMS_SYSTEM, "PATH is longer than 4,000 bytes: shorten it");
    char *arguments[] = {name, plain, script, NULL};
    char *environment[] = {path, locale, home, NULL};
    child_job child = {program, arguments, environment, job->folder, seconds_of(setup)};
    child_end end;
    return child_run(&end, &child, err) && check_end(&end, child.seconds, err);
}

static bool read_all(arms_buffer *out, int file)
{
    char bytes[16384];
    for (;;) {
        ssize_t n = read(file, bytes, sizeof bytes);
        if (n < 0 && errno == EINTR)
            continue;
        if (n <= 0 || out->len > MOST_BYTES)
            return n == 0;
        arms_buffer_text(out, (arms_text){bytes, (size_t)n});
    }
}

static bool read_output(arms_buffer *out, const gnuplot_job *job)
{
    char path[PATH_MAX];
    int n = snprintf(path, sizeof path, "%s/%s", job->folder, job->output);
    if (n < 0 || (size_t)n >= sizeof path)
        return false;
    int file = open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
    if (file < 0)
        return false;
    bool done = read_all(out, file);
    (void)close(file);
    return done;
}

/* A file that was cut short has no end tag. */
static bool is_whole_svg(arms_text bytes)
{
    static const char tag[] = "</svg>";
    arms_text text = arms_text_trim(bytes);
    bool head = arms_text_starts(text, "<?xml") || arms_text_starts(text, "<svg");
    return head && text.len >= sizeof tag &&
           memcmp(text.ptr + text.len - (sizeof tag - 1), tag, sizeof tag - 1) == 0;
}

bool gnuplot_draw(arms_buffer *svg, const gnuplot_job *job, const gnuplot_setup *setup,
                  arms_error *err)
{
    *svg = (arms_buffer){0};
    if (!run(job, setup, err))
        return false;
    bool found = read_output(svg, job);
    bool whole = arms_buffer_check(svg, err);
    if (whole && (!found || !is_whole_svg((arms_text){svg->data, svg->len})))
        whole =
            arms_fail(err, ARMS_SYSTEM,
                      "gnuplot left no whole drawing behind: is the disk full, or the "
                      "folder not writable?");
    if (!whole)
        arms_buffer_free(svg);
    return whole;
}
