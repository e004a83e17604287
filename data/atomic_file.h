/* Files written whole or not at all: a temporary file in the same folder, fsync,
 * rename. */
#ifndef ARMSTRADE_DATA_ATOMIC_FILE_H
#define ARMSTRADE_DATA_ATOMIC_FILE_H

#include <armstrade/text.h>

/* Replaces `path` by `bytes`. On any failure (SYSTEM, with the path) the old file, or its
 * absence, is as before. A target that exists and is no regular file is refused. */
bool arms_file_replace(const char *path, arms_text bytes, arms_error *err);

#endif
