/* Web pages: a second pass over the tags writes what the first one found to be text.
 *
 * Blocks are parted by the elements that browsers show as blocks; headings, list items
 * and cells are known by the elements around them, counted and not stacked, so that
 * crossed and forgotten tags do no harm. Two line breaks in a row part paragraphs, as on
 * older pages. */
#include "analysis/claims/document_plan.h"
#include "analysis/claims/document_text.h"

#include <string.h>

typedef struct page_walk {
    html_reader reader;
    html_plan plan;
    document_writer *w;
    size_t range, region;                 /* of the plan, the next or present ones */
    unsigned items, lists, cells, tables; /* that are open */
    bool heading;
    size_t broken; /* the text's length at the last <br>, + 1 */
    bool titled;   /* the title was met */
} page_walk;

static arms_block_kind block_kind(const page_walk *p)
{
    if (p->heading)
        return ARMS_BLOCK_HEADING;
    if (p->cells > 0)
        return ARMS_BLOCK_CELL;
    return p->items > 0 ? ARMS_BLOCK_ITEM : ARMS_BLOCK_PARAGRAPH;
}

static void break_line(page_walk *p, size_t at)
{
    if (p->broken == p->w->len + 1)
        document_block(p->w, block_kind(p));
    else
        document_blank(p->w, at);
    p->broken = p->w->len + 1;
}

static void open_tag(page_walk *p, const html_token *token)
{
    unsigned flags = token->element->flags;
    if (flags & HTML_BREAK)
        break_line(p, token->begin);
    if (!(flags & HTML_BLOCK))
        return;
    p->heading = flags & HTML_HEADING || (p->heading && flags & HTML_INSIDE);
    p->items += (flags & HTML_ITEM) != 0;
    p->cells += (flags & HTML_CELL) != 0;
    p->lists += (flags & HTML_LIST) != 0;
    p->tables += (flags & HTML_TABLE) != 0;
    document_block(p->w, block_kind(p));
}

/* One less of a kind that is closed; those inside of it cannot be more than it. */
static void close_one(unsigned *outer, unsigned *inner)
{
    *outer -= *outer > 0;
    *inner = *inner < *outer ? *inner : *outer;
}

static void close_tag(page_walk *p, const html_token *token)
{
    unsigned flags = token->element->flags, none = 0;
    if (!(flags & HTML_BLOCK))
        return;
    p->heading = p->heading && !(flags & HTML_HEADING);
    if (flags & HTML_ITEM)
        close_one(&p->items, &none);
    if (flags & HTML_CELL)
        close_one(&p->cells, &none);
    if (flags & HTML_LIST)
        close_one(&p->lists, &p->items);
    if (flags & HTML_TABLE)
        close_one(&p->tables, &p->cells);
    document_block(p->w, block_kind(p));
}

static bool is_taken(page_walk *p, size_t at)
{
    const html_plan *plan = &p->plan;
    while (p->region < plan->region_count && plan->regions[p->region].end <= at)
        p->region++;
    return plan->region_count == 0 ||
           (p->region < plan->region_count && plan->regions[p->region].begin <= at);
}

static void write_text(page_walk *p, const html_token *token)
{
    bool title = token->element && token->element->flags & HTML_TITLE;
    if (title && p->plan.title && !p->titled) {
        document_block(p->w, ARMS_BLOCK_HEADING);
        document_copy_decoded(p->w, token->begin, token->end);
        document_block(p->w, block_kind(p));
    } else if (!title && is_taken(p, token->begin)) {
        document_copy_decoded(p->w, token->begin, token->end);
    }
    p->titled = p->titled || title;
}

static void raise_digits(page_walk *p, const html_range *range)
{
    static const uint16_t digits[] = {0x2070, 0xB9,   0xB2,   0xB3,   0x2074,
                                      0x2075, 0x2076, 0x2077, 0x2078, 0x2079};
    for (size_t at = range->begin; at < range->end && is_taken(p, at); at++)
        document_decoded(p->w, digits[p->reader.text.ptr[at] - '0'], at, at + 1);
}

/* Goes past what the plan says about the place that is reached. */
static void follow_plan(page_walk *p)
{
    for (; p->range < p->plan.count; p->range++) {
        const html_range *range = &p->plan.ranges[p->range];
        if (range->begin > p->reader.at)
            return;
        if (range->end <= p->reader.at)
            continue;
        if (range->use == HTML_LEAVE_BLOCK)
            document_block(p->w, block_kind(p));
        if (range->use == HTML_RAISE)
            raise_digits(p, range);
        p->reader.at = range->end;
    }
}

bool document_html_read(document_writer *w)
{
    arms_arena scratch = {0};
    page_walk p = {.w = w};
    html_token token;
    p.reader.text = w->source->text;
    bool done = html_plan_make(&p.plan, &scratch, p.reader.text, &w->out->work, w->err);
    for (follow_plan(&p); done && html_next(&p.reader, &token); follow_plan(&p)) {
        if (token.kind == HTML_TEXT)
            write_text(&p, &token);
        else if (token.kind == HTML_OPEN && token.element)
            open_tag(&p, &token);
        else if (token.kind == HTML_CLOSE && token.element)
            close_tag(&p, &token);
    }
    w->out->work += p.reader.work;
    arms_arena_free(&scratch);
    return done && !w->failed;
}

/* A page's own first tag, or any element's where the text ends in a tag. */
bool document_is_html(arms_text text)
{
    html_reader r = {.text = arms_text_trim(text)};
    html_token token;
    while (r.at < r.text.len && html_next(&r, &token)) {
        arms_text all = {r.text.ptr + token.begin, token.end - token.begin};
        bool blank = token.kind == HTML_TEXT && arms_text_trim(all).len == 0;
        bool doctype =
            all.len >= 9 && arms_text_is_word((arms_text){all.ptr, 9}, "<!doctype");
        if (doctype)
            return true;
        if (token.kind != HTML_DROPPED && !blank)
            return token.kind == HTML_OPEN && token.element &&
                   (token.element->flags & HTML_PAGE ||
                    r.text.ptr[r.text.len - 1] == '>');
    }
    return false;
}
