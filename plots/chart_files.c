/* Making a chart's files: a private folder beside them, gnuplot in it, finishing, and
 * three renames. What was there is kept by a hard link until all three are done. */
#define _POSIX_C_SOURCE 200809L

#include "plots/chart_files.h"

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "data/atomic_file.h"
#include "plots/svg_finish.h"

enum { PARTS = 3 };

/* In the order in which they are put in place. */
static const char *const endings[PARTS] = {".tsv", ".gp", ".svg"};

typedef struct place {
    arms_arena *arena;
    const char *path;
    char *stem;          /* the path without ".svg" */
    char *folder;        /* the private folder */
    char *target[PARTS]; /* what is made */
    char *work[PARTS];   /* in the private folder */
    char *old[PARTS];    /* what `target` was, in the private folder */
} place;

static const char *name_of(const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash ? slash + 1 : path;
}

static bool has_control(const char *name)
{
    for (; *name; name++)
        if ((unsigned char)*name < 0x20 || *name == 0x7F)
            return true;
    return false;
}

static bool check_path(const char *path, arms_error *err)
{
    const char *name = name_of(path);
    size_t length = strlen(name);
    if (length < 4 || strcmp(name + length - 4, ".svg") != 0)
        return arms_fail(err, ARMS_USAGE,
                         "charts are drawn as SVG: give a file name that ends in .svg");
    if (length == 4 || has_control(name))
        return arms_fail(err, ARMS_USAGE,
                         "a chart needs a file name of printable characters before .svg");
    return true;
}

static bool check_folder(const char *folder, arms_error *err)
{
    struct stat status;
    if (stat(folder, &status) != 0)
        return arms_fail_at(err, ARMS_SYSTEM, folder, 0,
                            "is no folder that can be reached: make it first");
    if (!S_ISDIR(status.st_mode))
        return arms_fail_at(err, ARMS_SYSTEM, folder, 0,
                            "is no folder: name one for the chart");
    return true;
}

static bool name_folder(place *p, arms_error *err)
{
    size_t length = (size_t)(name_of(p->path) - p->path);
    const char *above = length > 0 ? arms_copy(p->arena, p->path, length, err) : "./";
    p->stem = arms_copy(p->arena, p->path, strlen(p->path) - 4, err);
    if (above)
        p->folder = arms_print(p->arena, err, "%s.armstrade-chart-XXXXXX", above);
    return p->stem && p->folder && check_folder(above, err);
}

static bool make_folder(const place *p, arms_error *err)
{
    if (mkdtemp(p->folder))
        return true;
    return arms_fail_at(err, ARMS_SYSTEM, p->path, 0,
                        "no chart can be written into its folder: is it writable, and is "
                        "there room on the disk?");
}

/* Once the private folder has its name. */
static bool name_files(place *p, arms_error *err)
{
    for (size_t i = 0; i < PARTS; i++) {
        p->target[i] = arms_print(p->arena, err, "%s%s", p->stem, endings[i]);
        p->work[i] = arms_print(p->arena, err, "%s/chart%s", p->folder, endings[i]);
        p->old[i] = arms_print(p->arena, err, "%s/old%s", p->folder, endings[i]);
        if (!p->target[i] || !p->work[i] || !p->old[i])
            return false;
    }
    return true;
}

/* Nothing more can be done where one of these fails. */
static void remove_folder(const place *p)
{
    for (size_t i = 0; i < PARTS && p->old[i]; i++) {
        (void)unlink(p->work[i]);
        (void)unlink(p->old[i]);
    }
    (void)rmdir(p->folder);
}

/* The file's name as an id: other bytes than letters, digits and - in hexadecimal. */
static void put_id(arms_buffer *out, const char *stem)
{
    arms_buffer_string(out, "chart-");
    for (const char *name = name_of(stem); *name; name++) {
        unsigned char byte = (unsigned char)*name;
        unsigned char low = byte | 0x20;
        if ((low >= 'a' && low <= 'z') || (byte >= '0' && byte <= '9') || byte == '-')
            arms_buffer_text(out, (arms_text){name, 1});
        else
            arms_buffer_print(out, "_%02x", byte);
    }
}

static bool finish(arms_buffer *out, arms_text svg, const char *stem,
                   const chart_parts *parts, arms_error *err)
{
    arms_buffer id = {0};
    put_id(&id, stem);
    svg_words words = {id.data, parts->title, parts->describe};
    bool done = arms_buffer_check(&id, err) && svg_finish(out, svg, &words, err);
    arms_buffer_free(&id);
    return done;
}

/* Where a file system has no hard links, an old file is not kept. */
static bool keep_old(const place *p, size_t part)
{
    return link(p->target[part], p->old[part]) == 0 || errno != ENOENT;
}

static void put_back(const place *p, const bool *existed, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (existed[i])
            (void)rename(p->old[i], p->target[i]);
        else
            (void)unlink(p->target[i]);
}

static bool put_in_place(const place *p, const arms_text *bytes, arms_error *err)
{
    bool existed[PARTS];
    for (size_t i = 0; i < PARTS; i++) {
        existed[i] = keep_old(p, i);
        if (!arms_file_replace(p->target[i], bytes[i], err)) {
            put_back(p, existed, i);
            return false;
        }
    }
    return true;
}

static bool draw(arms_buffer *svg, const place *p, const chart_parts *parts,
                 const gnuplot_setup *setup, arms_error *err)
{
    gnuplot_job job = {p->folder, "chart.gp", "chart.svg"};
    arms_buffer drawn = {0};
    bool done = arms_file_replace(p->work[0], parts->table, err) &&
                arms_file_replace(p->work[1], parts->script, err) &&
                gnuplot_draw(&drawn, &job, setup, err) &&
                finish(svg, (arms_text){drawn.data, drawn.len}, p->stem, parts, err);
    arms_buffer_free(&drawn);
    return done;
}

static bool make(place *p, const chart_parts *parts, const gnuplot_setup *setup,
                 arms_error *err)
{
    arms_buffer svg = {0};
    if (!make_folder(p, err))
        return false;
    bool done = name_files(p, err) && draw(&svg, p, parts, setup, err);
    if (done) {
        arms_text bytes[PARTS] = {parts->table, parts->script, {svg.data, svg.len}};
        done = put_in_place(p, bytes, err);
    }
    remove_folder(p);
    arms_buffer_free(&svg);
    return done;
}

/* With the signals blocked that would end the program before the folder is gone. */
static bool make_unhurried(place *p, const chart_parts *parts, const gnuplot_setup *setup,
                           arms_error *err)
{
    sigset_t ends, before;
    if (sigemptyset(&ends) != 0 || sigaddset(&ends, SIGINT) != 0 ||
        sigaddset(&ends, SIGTERM) != 0 || sigaddset(&ends, SIGHUP) != 0 ||
        pthread_sigmask(SIG_BLOCK, &ends, &before) != 0)
        return arms_fail(err, ARMS_SYSTEM, "signals cannot be blocked for a chart");
    bool done = make(p, parts, setup, err);
    (void)pthread_sigmask(SIG_SETMASK, &before, NULL);
    return done;
}

bool chart_files_make(const char *path, const chart_parts *parts,
                      const gnuplot_setup *setup, arms_error *err)
{
    arms_arena arena = {0};
    char program[GNUPLOT_PATH];
    place p = {.arena = &arena, .path = path};
    bool done = check_path(path, err) && gnuplot_find(program, setup, err) &&
                name_folder(&p, err) && make_unhurried(&p, parts, setup, err);
    arms_arena_free(&arena);
    return done;
}
