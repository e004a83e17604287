/* Files written whole or not at all: a temporary file in the same folder, fsync,
 * rename. */
#ifndef ARMSTRADE_DATA_ATOMIC_FILE_H
#define ARMSTRADE_DATA_ATOMIC_FILE_H

#include <armstrade/text.h>

/* Replaces `path` by `bytes`. On any failure (SYSTEM, with the path) the old file, or its
 * absence, is as before. A target that exists and is no regular file is refused. */
bool arms_file_replace(const char *path, arms_text bytes, arms_error *err);

typedef struct arms_file_bytes {
    const char *path;
    arms_text bytes;
} arms_file_bytes;

/* Replaces several files that belong together: all are written beside their targets
 * before the first one is renamed, and the last one, which may tell of the others, is
 * renamed last. */
bool arms_files_replace(const arms_file_bytes *files, size_t count, arms_error *err);

#endif
