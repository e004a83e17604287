/* The way out: to standard output or to a file, in one piece. */
#define _POSIX_C_SOURCE 200809L

#include "cli/output.h"

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "data/atomic_file.h"
#include "data/reason.h"

static const char *format_of(const cli_settings *s)
{
    return s->format ? s->format : "table";
}

/* Whether two paths lead to one file, also by a link. */
static bool same_file(const char *a, const char *b)
{
    struct stat x, y;
    return a && b && stat(a, &x) == 0 && stat(b, &y) == 0 && x.st_dev == y.st_dev &&
           x.st_ino == y.st_ino;
}

static bool fail_same(const char *path, const char *option, arms_error *err)
{
    return arms_fail_at(err, ARMS_USAGE, path, 0,
                        "is an input, and the output would replace it; name another file "
                        "after %s",
                        option);
}

bool output_check_path(const char *path, const char *option, const cli_settings *s,
                       arms_error *err)
{
    const char *const inputs[] = {s->claims, s->text, s->names_file, s->mapping};
    for (size_t i = 0; i < sizeof inputs / sizeof *inputs; i++)
        if (same_file(path, inputs[i]))
            return fail_same(inputs[i], option, err);
    for (size_t i = 0; i < s->data_count; i++)
        if (same_file(path, s->data[i]))
            return fail_same(s->data[i], option, err);
    return true;
}

/* Whether two outputs are one, also before it is there. */
static bool same_name(const char *a, const char *b)
{
    return a && b && (strcmp(a, b) == 0 || same_file(a, b));
}

bool output_check(const cli_settings *s, arms_error *err)
{
    if (!arms_renderer_of(format_of(s)))
        return arms_fail(err, ARMS_USAGE, "--format %s: write table, csv or json",
                         s->format);
    return output_check_path(s->output, "--output", s, err) &&
           output_check_path(s->save_mapping, "--save-mapping", s, err) &&
           (!same_name(s->output, s->save_mapping) ||
            arms_fail(err, ARMS_USAGE,
                      "--output and --save-mapping name one file; name two"));
}

/* The reader left, as `head` does: the end is that of any filter, status 141, also where
 * whoever started the program ignores the signal. */
static void end_quietly(void)
{
    (void)signal(SIGPIPE, SIG_DFL);
    (void)raise(SIGPIPE);
}

static bool write_standard(arms_text bytes, arms_error *err)
{
    while (bytes.len > 0) {
        ssize_t n = write(STDOUT_FILENO, bytes.ptr, bytes.len);
        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0 && errno == EPIPE)
            end_quietly();
        if (n < 0)
            return arms_fail(err, ARMS_SYSTEM, "standard output cannot be written (%s)",
                             reason_of(errno, (char[REASON_SIZE]){0}));
        bytes = (arms_text){bytes.ptr + n, bytes.len - (size_t)n};
    }
    return true;
}

bool output_bytes(arms_text bytes, const cli_settings *s, arms_error *err)
{
    return s->output && strcmp(s->output, "-") != 0
               ? arms_file_replace(s->output, bytes, err)
               : write_standard(bytes, err);
}

/* Colours only where a person looks at a terminal that has them and did not refuse. */
static bool wants_colour(const cli_settings *s)
{
    /* One thread, before any other. NOLINTNEXTLINE(concurrency-mt-unsafe) */
    const char *refused = getenv("NO_COLOR"), *terminal = getenv("TERM");
    return !s->no_color && !s->output && isatty(STDOUT_FILENO) &&
           (!refused || !*refused) && terminal && strcmp(terminal, "dumb") != 0;
}

bool output_page(const arms_page *page, const cli_settings *s, arms_error *err)
{
    arms_buffer out = {0};
    arms_render_options options = {.colour = wants_colour(s), .rounding = s->rounding};
    bool done = arms_renderer_of(format_of(s))(&out, page, &options, err) &&
                output_bytes((arms_text){out.data, out.len}, s, err);
    arms_buffer_free(&out);
    return done;
}

/* The text may hold bytes of a file or an argument: none of them reaches the terminal as
 * a control character. */
static void put_line(const char *prefix, const char *place, const char *text)
{
    arms_buffer line = {0};
    arms_buffer_string(&line, prefix);
    arms_buffer_shown(&line, arms_text_of(place));
    arms_buffer_shown(&line, arms_text_of(text));
    if (!line.failed)
        (void)fprintf(stderr, "%s\n", line.data);
    arms_buffer_free(&line);
}

void output_note(const char *place, const char *text)
{
    arms_buffer where = {0};
    arms_buffer_print(&where, "%s: ", place);
    put_line("armstrade: note: ", where.data ? where.data : "", text);
    arms_buffer_free(&where);
}

void output_error(const arms_error *err)
{
    arms_buffer where = {0};
    if (err->file[0] && err->line > 0)
        arms_buffer_print(&where, "%s:%zu: ", err->file, err->line);
    else if (err->file[0])
        arms_buffer_print(&where, "%s: ", err->file);
    put_line("armstrade: ", where.data ? where.data : "", err->text);
    arms_buffer_free(&where);
}
