/* The one error type.
 *
 * Every function that can fail has the shape `bool arms_x(out, …, arms_error *err)`:
 * true means done; false means that *err says what was wrong, where, what was expected
 * and what to do, in one sentence made for the person at the keyboard. The caller owns
 * the arms_error; no memory hangs on it. `err` may be NULL where nobody will read it. */
#ifndef ARMSTRADE_ERROR_H
#define ARMSTRADE_ERROR_H

#include <stdbool.h>
#include <stddef.h>

typedef enum arms_code {
    ARMS_OK,     /* nothing went wrong */
    ARMS_USAGE,  /* an option, name, year or number was typed wrongly */
    ARMS_INPUT,  /* a file is missing, unreadable, or not what it must be */
    ARMS_PARSE,  /* a file cannot be read beyond some line */
    ARMS_LAYOUT, /* a file is in no layout that is known */
    ARMS_LIMIT,  /* a file is larger than a stated maximum */
    ARMS_DOMAIN, /* the question is undefined on this data */
    ARMS_SYSTEM  /* writing, memory, or a child process failed */
} arms_code;

typedef struct arms_error {
    arms_code code;
    size_t line;     /* 1-based line in `file`; 0 where there is none */
    char file[512];  /* empty where there is none */
    char text[1024]; /* one sentence, without the place */
} arms_error;

#if defined(__GNUC__)
#define ARMS_PRINTF(string, first) __attribute__((format(printf, string, first)))
#else
#define ARMS_PRINTF(string, first)
#endif

/* The only way to fail: fills *err and returns false. A longer sentence is cut. */
bool arms_fail(arms_error *err, arms_code code, const char *format, ...)
    ARMS_PRINTF(3, 4);

/* The same with a place; line 0 means the file as a whole. */
bool arms_fail_at(arms_error *err, arms_code code, const char *file, size_t line,
                  const char *format, ...) ARMS_PRINTF(5, 6);

/* The failure of an allocation; its sentence needs no memory. */
bool arms_fail_memory(arms_error *err);

/* The exit status documented for a code: 0, 2, 3, 4 or 5. */
int arms_exit_status(arms_code code);

#endif
