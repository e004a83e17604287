/* Markdown and plain text: lines to blocks (CommonMark 0.31, 4 and 5; GitHub's tables).
 *
 * Each line is offered to a table of rules, and the first that knows it takes it. Lines
 * that none knows make paragraphs. Stricter than CommonMark, for the sake of text that
 * was never meant as Markdown: indented lines are text and no code; "2023." begins no
 * list, nor ">5 per cent" a quotation; a code fence that is never closed is text. */
#include "analysis/claims/document_lines.h"

#include <string.h>

static bool is_line_end(char c)
{
    return c == '\n' || c == '\r';
}

/* The line around `at`, without blanks at its end. */
static source_line whole_line(const line_reader *l, size_t at)
{
    source_line line = {.begin = at, .end = at};
    arms_text text = l->text;
    while (line.end < text.len && !is_line_end(text.ptr[line.end]))
        line.end++;
    line.next = line.end + (line.end < text.len);
    if (line.next < text.len && text.ptr[line.end] == '\r' && text.ptr[line.next] == '\n')
        line.next++;
    l->w->out->work += line.next - at;
    while (line.end > at && document_is_blank(text.ptr[line.end - 1]))
        line.end--;
    return line;
}

source_line lines_take(line_reader *l, size_t at)
{
    source_line line = l->last;
    if (at < line.begin || at >= line.next)
        l->last = line = whole_line(l, at);
    /* Behind a comment the rest of its line is taken again. */
    for (line.begin = at; line.begin < line.end;) {
        if (!document_is_blank(l->text.ptr[line.begin]))
            return line;
        line.begin++;
    }
    line.end = line.begin;
    return line;
}

char lines_char(const line_reader *l, const source_line *line, size_t at)
{
    return at < line->end ? l->text.ptr[at] : '\n';
}

static size_t skip_blanks(const line_reader *l, const source_line *line, size_t at)
{
    while (at < line->end && document_is_blank(l->text.ptr[at]))
        at++;
    return at;
}

/* Without the marks of quotation at its front. */
static void unquote(const line_reader *l, source_line *line)
{
    while (lines_char(l, line, line->begin) == '>' &&
           !document_is_digit(lines_char(l, line, line->begin + 1))) {
        line->begin = skip_blanks(l, line, line->begin + 1);
        line->quotes++;
    }
}

size_t lines_run(const line_reader *l, const source_line *line, size_t at)
{
    size_t end = at;
    while (end < line->end && l->text.ptr[end] == l->text.ptr[at])
        end++;
    return end - at;
}

bool lines_write(line_reader *l, document_span span, arms_block_kind kind)
{
    document_block(l->w, kind);
    if (l->marks && !document_inline(l->w, span, &l->labels))
        return false;
    if (!l->marks)
        document_copy(l->w, span.begin, span.end);
    document_block(l->w, ARMS_BLOCK_PARAGRAPH);
    return !l->w->failed;
}

bool lines_flush(line_reader *l)
{
    bool any = l->count > 0;
    arms_block_kind kind = l->kind;
    l->count = 0;
    l->kind = ARMS_BLOCK_PARAGRAPH;
    return !any || lines_write(l, l->paragraph, kind);
}

static bool on_blank(line_reader *l, const source_line *line)
{
    if (line->begin < line->end)
        return false;
    bool heading = l->short_headings && l->count == 1 &&
                   l->kind == ARMS_BLOCK_PARAGRAPH && l->paragraph.end < l->last_ink &&
                   lines_is_title((arms_text){l->text.ptr + l->paragraph.begin,
                                              l->paragraph.end - l->paragraph.begin});
    if (heading)
        l->kind = ARMS_BLOCK_HEADING;
    l->table = false;
    (void)lines_flush(l);
    return true;
}

/* A comment or a script takes what it is long, lines or not. */
static bool on_dropped(line_reader *l, const source_line *line)
{
    html_token token;
    const unsigned both = HTML_RAW | HTML_LEFT;
    char next = lines_char(l, line, line->begin + 1);
    if (lines_char(l, line, line->begin) != '<' ||
        (next != '!' && !document_is_letter(next)))
        return false;
    l->pages.at = line->begin;
    l->pages.raw = NULL;
    (void)html_next(&l->pages, &token);
    bool raw = token.element && (token.element->flags & both) == both && l->pages.raw;
    if (token.kind != HTML_DROPPED && !raw)
        return false;
    for (int i = 0; raw && i < 2; i++) /* its content and its end tag */
        (void)html_next(&l->pages, &token);
    l->at = l->pages.at;
    return lines_flush(l);
}

/* Behind the line that closes a fence of `n` times `mark`; 0 where there is none, which
 * then holds for the rest of the text. */
static size_t fence_end(line_reader *l, size_t at, char mark, size_t n)
{
    bool *none = &l->no_fence[mark == '~'];
    while (!*none && at < l->text.len) {
        source_line line = lines_take(l, at);
        unquote(l, &line);
        size_t run = lines_run(l, &line, line.begin);
        if (lines_char(l, &line, line.begin) == mark && run >= n &&
            line.begin + run == line.end)
            return line.next;
        at = line.next;
    }
    *none = true;
    return 0;
}

static bool on_fence(line_reader *l, const source_line *line)
{
    char mark = lines_char(l, line, line->begin);
    size_t n = lines_run(l, line, line->begin), info = line->begin + n;
    bool inner = mark == '`' && memchr(l->text.ptr + info, '`', line->end - info);
    if ((mark != '`' && mark != '~') || n < 3 || inner)
        return false;
    size_t end = fence_end(l, line->next, mark, n);
    if (end == 0)
        return false;
    l->at = end;
    return lines_flush(l);
}

static bool is_heading(const line_reader *l, const source_line *line)
{
    size_t n = lines_run(l, line, line->begin);
    return lines_char(l, line, line->begin) == '#' && n <= 6 &&
           document_is_blank(lines_char(l, line, line->begin + n));
}

static bool on_heading(line_reader *l, const source_line *line)
{
    if (!is_heading(l, line))
        return false;
    size_t begin = line->begin + lines_run(l, line, line->begin), end = line->end;
    while (end > begin && l->text.ptr[end - 1] == '#')
        end--;
    if (!document_is_blank(l->text.ptr[end - 1]))
        end = line->end; /* "# The C#" */
    return lines_flush(l) &&
           lines_write(l, (document_span){begin, end, 0}, ARMS_BLOCK_HEADING);
}

/* Whether the line is nothing but `least` or more of one of the marks, and blanks. */
static bool is_ruled(const line_reader *l, const source_line *line, const char *marks,
                     size_t least)
{
    char mark = lines_char(l, line, line->begin);
    size_t n = 0;
    if (!strchr(marks, mark))
        return false;
    for (size_t at = line->begin; at < line->end; at++) {
        bool same = l->text.ptr[at] == mark;
        if (!same && !document_is_blank(l->text.ptr[at]))
            return false;
        n += same;
    }
    return n >= least;
}

enum { MOST_HEADING_LINES = 3 };

static bool on_underline(line_reader *l, const source_line *line)
{
    bool whole = line->begin + lines_run(l, line, line->begin) == line->end;
    if (l->count == 0 || l->count > MOST_HEADING_LINES || !whole ||
        l->kind != ARMS_BLOCK_PARAGRAPH || line->quotes != l->paragraph.quotes ||
        !is_ruled(l, line, "=-", 2))
        return false;
    l->kind = ARMS_BLOCK_HEADING;
    return lines_flush(l);
}

static bool on_rule(line_reader *l, const source_line *line)
{
    return is_ruled(l, line, "-*_=", 3) && lines_flush(l);
}

static bool on_label(line_reader *l, const source_line *line)
{
    arms_text label;
    return l->count == 0 && document_label(&label, l->text, line->begin, line->end);
}

/* Bytes of "[^1]:" in front of a note; 0 for other lines. */
static size_t note_mark(const line_reader *l, const source_line *line)
{
    enum { LONGEST = 64 };
    size_t at = line->begin;
    if (lines_char(l, line, at) != '[' || lines_char(l, line, at + 1) != '^')
        return 0;
    while (at - line->begin < LONGEST && lines_char(l, line, at) != ']' && at < line->end)
        at++;
    bool note = lines_char(l, line, at) == ']' && lines_char(l, line, at + 1) == ':';
    return note ? at + 2 - line->begin : 0;
}

/* Bytes of the bullet or number in front of a list's item; 0 for other lines. */
static size_t item_mark(const line_reader *l, const source_line *line)
{
    enum { MOST_DIGITS = 3 };
    arms_text text = {l->text.ptr + line->begin, line->end - line->begin};
    size_t n = 0;
    if (arms_text_starts(text, "•"))
        return text.len > strlen("•") ? strlen("•") : 0;
    while (n < text.len && n <= MOST_DIGITS && document_is_digit(text.ptr[n]))
        n++;
    bool bullet =
        n == 0 && text.len > 1 &&
        (text.ptr[0] == '-' || text.ptr[0] == '*' || (text.ptr[0] == '+' && l->marks));
    /* Inside a paragraph a number may begin a line by chance. */
    bool number =
        l->marks && n > 0 && n <= MOST_DIGITS && n + 1 < text.len &&
        (text.ptr[n] == '.' || text.ptr[n] == ')') &&
        (l->count == 0 || l->kind == ARMS_BLOCK_ITEM || (n == 1 && text.ptr[0] == '1'));
    bool item = (bullet || number) && document_is_blank(text.ptr[n + 1]);
    return item ? n + 1 : 0;
}

static bool start(line_reader *l, const source_line *line, size_t mark,
                  arms_block_kind kind)
{
    if (mark == 0 || !lines_flush(l))
        return false;
    l->paragraph = (document_span){line->begin + mark, line->end, line->quotes};
    l->kind = kind;
    l->count = 1;
    return true;
}

static bool on_item(line_reader *l, const source_line *line)
{
    return start(l, line, item_mark(l, line), ARMS_BLOCK_ITEM) ||
           (l->marks && start(l, line, note_mark(l, line), ARMS_BLOCK_PARAGRAPH));
}

static bool on_text(line_reader *l, const source_line *line)
{
    if (l->count > 0 && line->quotes > l->paragraph.quotes && !lines_flush(l))
        return false;
    if (l->count == 0)
        l->paragraph = (document_span){line->begin, line->end, line->quotes};
    l->paragraph.end = line->end;
    l->count++;
    return true;
}

typedef bool line_rule(line_reader *l, const source_line *line);

static line_rule *const markdown_rules[] = {
    on_blank,     on_dropped, on_fence, on_heading, lines_on_table,
    on_underline, on_rule,    on_label, on_item,    on_text,
};

static line_rule *const plain_rules[] = {on_blank, on_item, on_text};

static void take(line_reader *l)
{
    line_rule *const *rules = l->marks ? markdown_rules : plain_rules;
    size_t count = l->marks ? sizeof markdown_rules / sizeof *markdown_rules
                            : sizeof plain_rules / sizeof *plain_rules;
    source_line line = lines_take(l, l->at);
    if (l->marks)
        unquote(l, &line);
    l->at = line.next;
    for (size_t i = 0; i < count && !l->w->failed; i++)
        if (rules[i](l, &line))
            return;
}

/* Whether some line is marked as a heading. */
static bool has_headings(line_reader *l)
{
    bool text = false;
    for (size_t at = 0; at < l->text.len;) {
        source_line line = lines_take(l, at);
        bool ruled = is_ruled(l, &line, "=-", 2);
        if (is_heading(l, &line) || (text && ruled))
            return true;
        text = line.begin < line.end && !ruled;
        at = line.next;
    }
    return false;
}

/* Behind the data that some programs keep in front of a text, "---", "key: value" …
 * "---"; 0 where there are none. */
static size_t front_matter_end(line_reader *l)
{
    source_line first = lines_take(l, 0), second = lines_take(l, first.next);
    arms_text mark = {l->text.ptr + first.begin, first.end - first.begin};
    bool keyed = memchr(l->text.ptr + second.begin, ':', second.end - second.begin);
    if (!(arms_text_is(mark, "---") && keyed) && !arms_text_is(mark, "+++"))
        return 0;
    for (size_t at = first.next; at < l->text.len;) {
        source_line line = lines_take(l, at);
        arms_text text = {l->text.ptr + line.begin, line.end - line.begin};
        if (arms_text_equal(text, mark) || arms_text_is(text, "..."))
            return line.next;
        at = line.next;
    }
    return 0;
}

bool document_lines_read(document_writer *w, arms_document_format mode)
{
    arms_arena scratch = {0};
    line_reader l = {.w = w, .text = w->source->text};
    l.kind = ARMS_BLOCK_PARAGRAPH;
    l.marks = mode != ARMS_DOCUMENT_PLAIN;
    l.pages.text = l.text;
    for (l.last_ink = l.text.len;
         l.last_ink > 0 && document_is_blank(l.text.ptr[l.last_ink - 1]);)
        l.last_ink--;
    l.short_headings =
        mode == ARMS_DOCUMENT_PLAIN || (mode == ARMS_DOCUMENT_GUESS && !has_headings(&l));
    bool done = !l.marks || document_labels_read(&l.labels, &scratch, l.text, w->err);
    l.at = l.marks ? front_matter_end(&l) : 0;
    while (done && l.at < l.text.len && !w->failed)
        take(&l);
    done = done && !w->failed && lines_flush(&l);
    w->out->work += l.pages.work;
    arms_arena_free(&scratch);
    return done;
}
