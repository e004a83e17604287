/* Files written whole or not at all. */
#define _POSIX_C_SOURCE 200809L

#include "data/atomic_file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "data/reason.h"

static bool fail_write(arms_error *err, const char *path, int number)
{
    return arms_fail_at(err, ARMS_SYSTEM, path, 0,
                        "cannot be written (%s); nothing was "
                        "changed",
                        reason_of(number, (char[REASON_SIZE]){0}));
}

static bool write_all(int file, arms_text bytes)
{
    while (bytes.len > 0) {
        ssize_t n = write(file, bytes.ptr, bytes.len);
        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0)
            return false;
        bytes = (arms_text){bytes.ptr + n, bytes.len - (size_t)n};
    }
    return true;
}

static bool fill(int file, arms_text bytes)
{
    bool done = write_all(file, bytes) && fsync(file) == 0;
    int number = errno;
    if (close(file) != 0 && done)
        return false;
    errno = number;
    return done;
}

/* The rename is not safe before its folder is on the disk too. A folder that cannot be
 * opened or synced (some file systems) is no reason to fail: the file is whole. */
static void sync_folder(const char *path, const char *slash)
{
    char folder[4096] = ".";
    size_t len = slash ? (size_t)(slash - path) + 1 : 0;
    if (len >= sizeof folder)
        return;
    if (len > 0) {
        memcpy(folder, path, len);
        folder[len] = '\0';
    }
    int file = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (file < 0)
        return;
    (void)fsync(file);
    (void)close(file);
}

enum { TRIES = 100 };

/* A new file beside `path`, with the rights that any new file has here; its name is left
 * in `name`. */
static int create_beside(char *name, size_t size, const char *path, int folder)
{
    int file = -1;
    for (int i = 0; i < TRIES && file < 0; i++) {
        int n = snprintf(name, size, "%.*s.armstrade-%ld-%d", folder, path,
                         (long)getpid(), i);
        if (n < 0 || (size_t)n >= size)
            return -1;
        file = open(name, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0666);
        if (file < 0 && errno != EEXIST)
            return -1;
    }
    return file;
}

/* A file being replaced: its new bytes lie in `name`, beside it. */
typedef struct replacement {
    const char *path;
    char *name;
    bool written; /* and not renamed yet */
} replacement;

static bool write_beside(replacement *r, arms_text bytes, arms_error *err)
{
    struct stat status;
    if (lstat(r->path, &status) == 0 && !S_ISREG(status.st_mode))
        return arms_fail_at(err, ARMS_SYSTEM, r->path, 0,
                            "is there already and is no ordinary file; name another");
    const char *slash = strrchr(r->path, '/');
    size_t size = strlen(r->path) + 64;
    r->name = malloc(size);
    if (!r->name)
        return arms_fail_memory(err);
    int file =
        create_beside(r->name, size, r->path, slash ? (int)(slash - r->path) + 1 : 0);
    if (file < 0)
        return fail_write(err, r->path, errno);
    r->written = true;
    return fill(file, bytes) || fail_write(err, r->path, errno);
}

static bool move(replacement *r, arms_error *err)
{
    if (rename(r->name, r->path) != 0)
        return fail_write(err, r->path, errno);
    r->written = false;
    sync_folder(r->path, strrchr(r->path, '/'));
    return true;
}

/* Nothing is left lying beside the target. */
static void forget(replacement *r)
{
    if (r->written)
        (void)unlink(r->name);
    free(r->name);
}

bool arms_files_replace(const arms_file_bytes *files, size_t count, arms_error *err)
{
    replacement *all = calloc(count, sizeof *all);
    bool done = all || count == 0 || arms_fail_memory(err);
    for (size_t i = 0; done && i < count; i++) {
        all[i].path = files[i].path;
        done = write_beside(&all[i], files[i].bytes, err);
    }
    for (size_t i = 0; done && i < count; i++)
        done = move(&all[i], err);
    for (size_t i = 0; all && i < count; i++)
        forget(&all[i]);
    free(all);
    return done;
}

bool arms_file_replace(const char *path, arms_text bytes, arms_error *err)
{
    const arms_file_bytes file = {path, bytes};
    return arms_files_replace(&file, 1, err);
}
