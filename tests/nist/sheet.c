/* A small reader of tables. See the header. */
#include "tests/nist/sheet.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tests/unit/check.h"

static const char byte_order_mark[] = "\xEF\xBB\xBF";

static size_t count_any(const char *text, const char *which)
{
    size_t count = 0;
    for (; *text; text++)
        count += strchr(which, *text) != NULL;
    return count;
}

static size_t cut_row(sheet *s, char *at, size_t cells, char comma)
{
    while (at) {
        s->cells[cells++] = at;
        at = strchr(at, comma);
        if (at)
            *at++ = '\0';
    }
    return cells;
}

/* Cuts the bytes at each comma and line end. */
static void cut(sheet *s, char *at, char comma)
{
    size_t cells = 0;
    while (*at) {
        char *end = at + strcspn(at, "\n"), *next = *end ? end + 1 : end;
        *end = '\0';
        at[strcspn(at, "\r")] = '\0';
        s->starts[s->rows++] = cells;
        cells = cut_row(s, at, cells, comma);
        at = next;
    }
    s->starts[s->rows] = cells;
}

bool sheet_read(sheet *out, const char *folder, const char *name, char comma)
{
    char path[1024], ends[] = {comma, '\n', '\0'};
    size_t length = 0;
    snprintf(path, sizeof path, "%s/%s", folder, name);
    *out = (sheet){.bytes = check_read(path, &length)};
    if (!out->bytes)
        return false;
    bool marked = strncmp(out->bytes, byte_order_mark, 3) == 0;
    size_t most = count_any(out->bytes, ends) + 2;
    out->cells = calloc(most, sizeof *out->cells);
    out->starts = calloc(most, sizeof *out->starts);
    if (!out->cells || !out->starts)
        exit(1);
    cut(out, out->bytes + (marked ? 3 : 0), comma);
    return true;
}

void sheet_free(sheet *s)
{
    free(s->bytes);
    free(s->cells);
    free(s->starts);
}

size_t sheet_width(const sheet *s, size_t row)
{
    return s->starts[row + 1] - s->starts[row];
}

const char *sheet_text(const sheet *s, size_t row, size_t column)
{
    return column < sheet_width(s, row) ? s->cells[s->starts[row] + column] : "";
}

double sheet_number(const sheet *s, size_t row, size_t column)
{
    const char *text = sheet_text(s, row, column);
    char *end = NULL;
    double number = strtod(text, &end);
    return end == text || end[strspn(end, " ")] ? NAN : number;
}

/* The column after the one that reads `name`; beyond the end where there is none. */
static size_t column_after(const sheet *s, size_t row, const char *name)
{
    size_t at = 0;
    while (at < sheet_width(s, row) && strcmp(sheet_text(s, row, at), name) != 0)
        at++;
    return at + 1;
}

double sheet_after(const sheet *s, size_t row, const char *name)
{
    return sheet_number(s, row, column_after(s, row, name));
}

const char *sheet_text_after(const sheet *s, size_t row, const char *name)
{
    return sheet_text(s, row, column_after(s, row, name));
}

size_t sheet_row(const sheet *s, const char *name)
{
    size_t row = 0;
    while (row < s->rows && strcmp(sheet_text(s, row, 0), name) != 0)
        row++;
    return row;
}

size_t sheet_numbers(double *out, const sheet *s, size_t row, size_t most)
{
    size_t count = 0, width = row < s->rows ? sheet_width(s, row) : 0;
    for (; count < most && count + 1 < width; count++)
        out[count] = sheet_number(s, row, count + 1);
    return count;
}
