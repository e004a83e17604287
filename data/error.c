/* The one error type: a code, a place and a sentence, in memory that the caller owns. */
#include <armstrade/error.h>

#include <stdarg.h>
#include <stdio.h>

static const int exit_status[] = {
    [ARMS_OK] = 0,     [ARMS_USAGE] = 2, [ARMS_INPUT] = 3,  [ARMS_PARSE] = 3,
    [ARMS_LAYOUT] = 3, [ARMS_LIMIT] = 3, [ARMS_DOMAIN] = 4, [ARMS_SYSTEM] = 5,
};

int arms_exit_status(arms_code code)
{
    return exit_status[code];
}

/* A sentence that cannot be put together leaves the code and the place. */
ARMS_PRINTF(3, 0)
static void fill(arms_error *err, arms_code code, const char *format, va_list args)
{
    err->code = code;
    err->line = 0;
    err->file[0] = '\0';
    if (vsnprintf(err->text, sizeof err->text, format, args) < 0)
        err->text[0] = '\0';
}

bool arms_fail(arms_error *err, arms_code code, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    if (err)
        fill(err, code, format, args);
    va_end(args);
    return false;
}

bool arms_fail_at(arms_error *err, arms_code code, const char *file, size_t line,
                  const char *format, ...)
{
    va_list args;
    if (!err)
        return false;
    va_start(args, format);
    fill(err, code, format, args);
    va_end(args);
    err->line = line;
    if (snprintf(err->file, sizeof err->file, "%s", file ? file : "") < 0)
        err->file[0] = '\0';
    return false;
}

bool arms_fail_memory(arms_error *err)
{
    return arms_fail(err, ARMS_SYSTEM,
                     "out of memory: close other programs, or ask for "
                     "fewer files at once");
}
