/* JSON through jansson: the only file that prints it. */
#include "report/json.h"

#include <armstrade/number.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

/* Whole numbers below this are printed as integers; doubles hold them exactly. */
static const double largest_whole = 1e15;

json_t *json_text(const char *string)
{
    return string ? json_string(string) : json_null();
}

json_t *json_figure(double number)
{
    if (!isfinite(number))
        return json_null();
    bool whole = fabs(number) < largest_whole && !(number < trunc(number)) &&
                 !(number > trunc(number));
    return whole ? json_integer((json_int_t)number) : json_real(number);
}

bool json_put(json_t *object, const char *key, json_t *value)
{
    return object && value && json_object_set_new(object, key, value) == 0;
}

bool json_append(json_t *array, json_t *value)
{
    return array && value && json_array_append_new(array, value) == 0;
}

json_t *json_tool(void)
{
    return json_pack("{s:s, s:s}", "name", "armstrade", "version", ARMSTRADE_VERSION);
}

/* Bytes of the number that a JSON text has at `at`; 0 where there is none. */
static size_t number_length(const char *at)
{
    return strspn(at, "+-.0123456789eE");
}

static bool is_number_start(char c)
{
    return c == '-' || (c >= '0' && c <= '9');
}

/* Seventeen digits read back exactly, but 2392.65 deserves to be printed as 2392.65. */
static void put_number(arms_buffer *out, const char *at, size_t length)
{
    char buffer[ARMS_NUMBER_SIZE];
    bool real = memchr(at, '.', length) || memchr(at, 'e', length);
    if (real)
        arms_buffer_string(out, arms_number_print(buffer, arms_number_back(at)));
    else
        arms_buffer_text(out, (arms_text){at, length});
}

/* The end of a string that begins at `at`. */
static size_t string_length(const char *at)
{
    size_t n = 1;
    while (at[n] != '"')
        n += at[n] == '\\' ? 2 : 1;
    return n + 1;
}

static void shorten_numbers(arms_buffer *out, const char *text)
{
    while (*text) {
        size_t n = 1;
        if (*text == '"')
            n = string_length(text);
        else if (is_number_start(*text))
            n = number_length(text);
        if (is_number_start(*text))
            put_number(out, text, n);
        else
            arms_buffer_text(out, (arms_text){text, n});
        text += n;
    }
}

bool json_print(arms_buffer *out, json_t *tree, arms_error *err)
{
    char *text = tree ? json_dumps(tree, JSON_INDENT(2) | JSON_REAL_PRECISION(17)) : NULL;
    json_decref(tree);
    if (!text)
        return arms_fail_memory(err);
    shorten_numbers(out, text);
    arms_buffer_string(out, "\n");
    free(text);
    return arms_buffer_check(out, err);
}
