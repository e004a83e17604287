/* Tables of Markdown: a row of dashes below the first row, or bars at both ends of a
 * row. Each cell is a block. */
#include "analysis/claims/document_lines.h"

#include <string.h>

/* "|---|:-:|" */
static bool is_divider(const line_reader *l, const source_line *line)
{
    bool dash = false, bar = false;
    for (size_t at = line->begin; at < line->end; at++) {
        char c = l->text.ptr[at];
        if (!strchr("|-: \t", c) || c == '\0')
            return false;
        dash = dash || c == '-';
        bar = bar || c == '|';
    }
    return dash && bar;
}

static bool is_before_divider(line_reader *l, const source_line *line)
{
    source_line next = lines_take(l, line->next);
    while (lines_char(l, &next, next.begin) == '>' ||
           (next.begin < next.end && document_is_blank(l->text.ptr[next.begin])))
        next.begin++;
    return is_divider(l, &next);
}

/* The next bar that is not escaped, or the line's end. */
static size_t cell_end(const line_reader *l, const source_line *line, size_t at)
{
    while (at < line->end && l->text.ptr[at] != '|')
        at += l->text.ptr[at] == '\\' ? 2 : 1;
    return at < line->end ? at : line->end;
}

static bool write_cells(line_reader *l, const source_line *line)
{
    size_t at = line->begin + (lines_char(l, line, line->begin) == '|');
    for (size_t end; at < line->end; at = end + 1) {
        end = cell_end(l, line, at);
        if (!lines_write(l, (document_span){at, end, 0}, ARMS_BLOCK_CELL))
            return false;
    }
    return true;
}

bool lines_on_table(line_reader *l, const source_line *line)
{
    bool bar = line->begin < line->end &&
               memchr(l->text.ptr + line->begin, '|', line->end - line->begin);
    if (!bar) {
        l->table = false;
        return false;
    }
    bool barred = line->end - line->begin > 1 && l->text.ptr[line->begin] == '|' &&
                  l->text.ptr[line->end - 1] == '|';
    l->table = l->table || barred || is_before_divider(l, line);
    if (!l->table || !lines_flush(l))
        return false;
    return is_divider(l, line) || write_cells(l, line);
}
