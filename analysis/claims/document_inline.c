/* What stands inside a block of Markdown (CommonMark 0.31, 6): emphasis, code, links,
 * images, tags and escapes lose their marks and keep their text.
 *
 * The span is cut into pieces, and marks find their partners through chains of those that
 * are open, each of which a step closes or leaves behind. Two rules are stricter than
 * CommonMark's, for the sake of numbers: "2*3*4" is no emphasis, "~5" no deletion. */
#include "analysis/claims/document_text.h"

#include <string.h>

#include "analysis/claims/document_tags.h"

enum { LONGEST_CODE = 80 };

typedef enum piece_kind { TEXT, LITERAL, MARK, BRACKET, BLANK, BREAK } piece_kind;

/* Bytes of the source, of which the first `drop` are not written. */
typedef struct piece {
    uint32_t begin, end, drop;
    uint32_t outer; /* index + 1 of the open mark of its kind before it */
    piece_kind kind;
    bool both; /* a mark that may open and close */
} piece;

typedef enum chain { STARS, UNDERSCORES, TILDES, BRACKETS, CHAINS } chain;

typedef struct cutter {
    document_writer *w;
    arms_arena scratch;
    arms_text text; /* of the source, up to the end of the span */
    document_span span;
    const document_labels *labels;
    html_reader reader;
    piece *pieces;
    size_t count;
    uint32_t open[CHAINS]; /* index + 1 of the last open mark */
    bool ticks_known;
    size_t ticks[LONGEST_CODE + 1]; /* where the last run of so many backticks begins */
    bool failed;
} cutter;

static char char_at(const cutter *c, size_t at)
{
    return at < c->span.end ? c->text.ptr[at] : '\n';
}

static char char_before(const cutter *c, size_t at)
{
    return at > c->span.begin ? c->text.ptr[at - 1] : '\n';
}

static void add(cutter *c, piece_kind kind, size_t begin, size_t end)
{
    piece *last = c->count ? &c->pieces[c->count - 1] : NULL;
    if (kind == TEXT && last && last->kind == TEXT && last->end == begin) {
        last->end = (uint32_t)end;
        return;
    }
    piece *more = c->failed ? NULL
                            : arms_extend(&c->scratch, c->pieces, c->count, sizeof *more,
                                          c->w->err);
    c->failed = !more;
    if (!more)
        return;
    c->pieces = more;
    more[c->count++] = (piece){(uint32_t)begin, (uint32_t)end, 0, 0, kind, false};
}

/* Puts the last piece on a chain of open marks. */
static void open_mark(cutter *c, chain which)
{
    if (c->failed)
        return;
    c->pieces[c->count - 1].outer = c->open[which];
    c->open[which] = (uint32_t)c->count;
}

/* Takes the last open mark from a chain; NULL where none is open. */
static piece *close_mark(cutter *c, chain which)
{
    piece *last = c->open[which] ? &c->pieces[c->open[which] - 1] : NULL;
    c->open[which] = last ? last->outer : 0;
    return last;
}

static size_t run_length(const cutter *c, size_t at)
{
    size_t end = at;
    while (end < c->span.end && c->text.ptr[end] == c->text.ptr[at])
        end++;
    return end - at;
}

static bool is_ascii_mark(char c)
{
    return c > ' ' && c < 0x7F && !document_is_letter(c) && !document_is_digit(c);
}

/* Dashes and quotation marks of typography: U+2010 to U+203F. */
static bool is_typographic(const char *at)
{
    return memcmp(at, "\xE2\x80", 2) == 0 && (unsigned char)at[2] >= 0x90;
}

typedef struct side {
    bool blank, mark, digit;
} side;

static side side_of(char c, bool typographic)
{
    return (side){document_is_blank(c), typographic || is_ascii_mark(c),
                  document_is_digit(c)};
}

static side side_before(const cutter *c, size_t at)
{
    bool room = at >= c->span.begin + 3;
    return side_of(char_before(c, at), room && is_typographic(c->text.ptr + at - 3));
}

static side side_behind(const cutter *c, size_t at)
{
    bool room = at + 3 <= c->span.end;
    return side_of(char_at(c, at), room && is_typographic(c->text.ptr + at));
}

/* CommonMark's rule of three: in "**a*b*c**" the second mark does not close the first. */
static bool are_unlike(const piece *opener, const piece *closer)
{
    size_t a = opener->end - opener->begin, b = closer->end - closer->begin;
    return (opener->both || closer->both) && (a + b) % 3 == 0 && a % 3 != 0;
}

/* Pairs the last piece, a closing run, with open runs; returns what is left of it. */
static size_t pair_marks(cutter *c, chain which)
{
    piece *closer = &c->pieces[c->count - 1];
    size_t left = closer->end - closer->begin;
    while (left > 0 && c->open[which]) {
        piece *opener = &c->pieces[c->open[which] - 1];
        if (are_unlike(opener, closer))
            break;
        size_t there = opener->end - opener->begin - opener->drop;
        size_t both = there < left ? there : left;
        opener->drop += (uint32_t)both;
        closer->drop += (uint32_t)both;
        left -= both;
        if (both == there)
            (void)close_mark(c, which);
    }
    return left;
}

static size_t cut_emphasis(cutter *c, size_t at)
{
    char mark = c->text.ptr[at];
    size_t end = at + run_length(c, at);
    side a = side_before(c, at), b = side_behind(c, end);
    bool left = !b.blank && (!b.mark || a.blank || a.mark);
    bool right = !a.blank && (!a.mark || b.blank || b.mark);
    bool word = mark == '_' && left && right;
    bool opens = left && (!word || a.mark), closes = right && (!word || b.mark);
    chain which = mark == '*' ? STARS : mark == '_' ? UNDERSCORES : TILDES;
    bool none = (a.digit && b.digit) || (mark == '~' && end - at != 2);
    add(c, MARK, at, end);
    if (c->failed || none || !(opens || closes))
        return end;
    c->pieces[c->count - 1].both = opens && closes;
    if ((!closes || pair_marks(c, which) > 0) && opens)
        open_mark(c, which);
    return end;
}

/* Where the last run of each length begins, so that none is looked for in vain. */
static void find_ticks(cutter *c)
{
    for (size_t at = c->span.begin, n; at < c->span.end; at += n) {
        n = c->text.ptr[at] == '`' ? run_length(c, at) : 1;
        if (c->text.ptr[at] == '`' && n <= LONGEST_CODE)
            c->ticks[n] = at;
    }
    c->ticks_known = true;
    c->w->out->work += c->span.end - c->span.begin;
}

static size_t cut_code(cutter *c, size_t at)
{
    size_t n = run_length(c, at), end = at + n;
    if (!c->ticks_known)
        find_ticks(c);
    if (n > LONGEST_CODE || c->ticks[n] <= at) {
        add(c, TEXT, at, end);
        return end;
    }
    for (size_t length = 1; end < c->span.end; end += length) {
        length = c->text.ptr[end] == '`' ? run_length(c, end) : 1;
        if (c->text.ptr[end] == '`' && length == n)
            break;
    }
    add(c, LITERAL, at + n, end);
    return end + n;
}

static size_t skip_blanks(const cutter *c, size_t at)
{
    while (at < c->span.end && document_is_blank(c->text.ptr[at]))
        at++;
    return at;
}

/* The end of "[label]" behind a link's text; 0 where there is none that is defined. */
static size_t label_target_end(const cutter *c, arms_text text, size_t at)
{
    size_t end = char_at(c, at) == '[' ? document_bracket_end(c->text, at + 1) : 0;
    arms_text label = {c->text.ptr + at + 1, end > at ? end - at - 1 : 0};
    if (end > 0 && label.len > 0)
        return document_has_label(c->labels, label) ? end + 1 : 0;
    if (!document_has_label(c->labels, text))
        return 0;
    return end > 0 ? end + 1 : at;
}

static size_t cut_bracket_end(cutter *c, size_t at)
{
    piece *opener = close_mark(c, BRACKETS);
    size_t end = 0, *work = &c->w->out->work;
    if (opener) {
        arms_text text = {c->text.ptr + opener->end, at - opener->end};
        end = char_at(c, at + 1) == '(' ? document_target_end(c->text, at + 1, work) : 0;
        end = end ? end : label_target_end(c, text, at + 1);
    }
    if (end == 0)
        add(c, TEXT, at, at + 1);
    else
        opener->drop = opener->end - opener->begin;
    return end ? end : at + 1;
}

/* "[", "![", or the mark of a note: "[^1]". */
static size_t cut_bracket(cutter *c, size_t at)
{
    size_t end = at + 1 + (c->text.ptr[at] == '!');
    size_t note = char_at(c, end) == '^' ? document_bracket_end(c->text, end + 1) : 0;
    if (note > end + 1 && end == at + 1)
        return note + 1;
    add(c, BRACKET, at, end);
    open_mark(c, BRACKETS);
    return end;
}

/* "<https://…>" and "<name@…>": the end, 0 where it is no such thing. */
static size_t address_tag_end(const cutter *c, size_t at)
{
    bool address = false;
    size_t end = at + 1;
    for (; end < c->span.end && !document_is_blank(c->text.ptr[end]); end++) {
        char now = c->text.ptr[end];
        if (now == '<' || now == '>')
            break;
        address = address || now == '@' || now == ':';
    }
    return address && char_at(c, end) == '>' ? end + 1 : 0;
}

static size_t cut_tag(cutter *c, size_t at)
{
    html_token token;
    size_t end = address_tag_end(c, at);
    if (end > 0) {
        add(c, LITERAL, at + 1, end - 1);
        return end;
    }
    bool known =
        html_tag(&c->reader, &token, at) && (token.element || token.kind == HTML_DROPPED);
    if (!known) {
        add(c, TEXT, at, at + 1);
        return at + 1;
    }
    unsigned flags = token.element ? token.element->flags : 0;
    if (flags & (HTML_BREAK | HTML_BLOCK))
        add(c, flags & HTML_BLOCK ? BREAK : BLANK, at, token.end);
    return token.end;
}

static size_t cut_escape(cutter *c, size_t at)
{
    if (is_ascii_mark(char_at(c, at + 1))) {
        add(c, LITERAL, at + 1, at + 2);
        return at + 2;
    }
    if (char_at(c, at + 1) != '\n')
        add(c, TEXT, at, at + 1);
    return at + 1;
}

/* A line's end, and the marks of quotation before the next one. */
static size_t cut_line(cutter *c, size_t at)
{
    size_t end = skip_blanks(c, at);
    for (unsigned i = 0; i < c->span.quotes && char_at(c, end) == '>'; i++)
        end = skip_blanks(c, end + 1);
    add(c, BLANK, at, end);
    return end;
}

static size_t cut_one(cutter *c, size_t at)
{
    switch (c->text.ptr[at]) {
    case '\n':
    case '\r': return cut_line(c, at);
    case '\\': return cut_escape(c, at);
    case '`': return cut_code(c, at);
    case '*':
    case '_':
    case '~': return cut_emphasis(c, at);
    case '[': return cut_bracket(c, at);
    case ']': return cut_bracket_end(c, at);
    case '<': return cut_tag(c, at);
    default: break;
    }
    if (c->text.ptr[at] == '!' && char_at(c, at + 1) == '[')
        return cut_bracket(c, at);
    add(c, TEXT, at, at + 1);
    return at + 1;
}

static void write_piece(document_writer *w, const piece *p)
{
    switch (p->kind) {
    case TEXT: document_copy_decoded(w, p->begin, p->end); break;
    case BLANK: document_blank(w, p->begin); break;
    case BREAK: document_block(w, w->kind); break;
    default: document_copy(w, p->begin + p->drop, p->end); break;
    }
}

bool document_inline(document_writer *w, document_span span,
                     const document_labels *labels)
{
    cutter c = {.w = w, .span = span, .labels = labels};
    c.text = (arms_text){w->source->text.ptr, span.end};
    c.reader.text = c.text;
    for (size_t at = span.begin; at < span.end && !c.failed;)
        at = cut_one(&c, at);
    for (size_t i = 0; i < c.count && !c.failed; i++)
        write_piece(w, &c.pieces[i]);
    w->out->work += c.reader.work + span.end - span.begin;
    w->failed = w->failed || c.failed;
    arms_arena_free(&c.scratch);
    return !w->failed;
}
