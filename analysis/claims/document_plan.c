/* What of a web page is left out: a first pass over its tags.
 *
 * An element is left out only where its end tag is there, so that a forgotten one does
 * not take the rest of the page with it. Elements are matched by name, each name on its
 * own: of each, the number that is open is counted, and an element that matters remembers
 * the number it began at. That takes a step per tag, however they are nested. */
#include "analysis/claims/document_plan.h"

#include <string.h>

#include "analysis/claims/document_text.h"

typedef struct planner {
    html_reader reader;
    arms_arena *scratch;
    html_entries *entries;
    uint32_t depth[HTML_ELEMENTS]; /* open elements of each name */
    uint32_t top[HTML_ELEMENTS]; /* index + 1 of the innermost open entry of each name */
    uint32_t left;               /* open elements that are left out */
    uint32_t landmarks;
    size_t link; /* where the last link to a place in a page began */
    arms_error *err;
} planner;

static bool has(const html_element *element, unsigned flags)
{
    return element && (element->flags & flags) != 0;
}

/* Parts of a page that are no text, by their role (WAI-ARIA 1.2). */
static const char *const left_roles[] = {
    "alertdialog", "complementary", "contentinfo", "dialog", "navigation", "search",
};

static bool is_left_role(arms_text value)
{
    for (size_t i = 0; i < sizeof left_roles / sizeof *left_roles; i++)
        if (arms_text_is_word(value, left_roles[i]))
            return true;
    return false;
}

/* Whether a style holds "display: none" or "visibility: hidden". */
static bool is_hiding(arms_text style)
{
    static const char *const rules[] = {"display:none", "visibility:hidden"};
    char bytes[256];
    size_t n = 0;
    for (size_t i = 0; i < style.len && n < sizeof bytes - 1; i++)
        if (!document_is_blank(style.ptr[i]))
            bytes[n++] = (char)(style.ptr[i] | (style.ptr[i] >= 'A' ? 32 : 0));
    bytes[n] = '\0';
    return strstr(bytes, rules[0]) || strstr(bytes, rules[1]);
}

/* What an element's attributes say. */
static void read_attributes(planner *p, html_entry *entry, html_token token)
{
    arms_text name, value;
    while (html_attribute(&name, &value, p->reader.text, &token)) {
        bool aria = arms_text_is_word(name, "aria-hidden");
        if (arms_text_is_word(name, "hidden") ||
            (arms_text_is_word(name, "role") && is_left_role(value)) ||
            (arms_text_is_word(name, "style") && is_hiding(value)))
            entry->hidden = true;
        if (aria && arms_text_is_word(value, "true"))
            entry->guarded = true;
        if (arms_text_is_word(name, "href") && has(token.element, HTML_ANCHOR) &&
            value.len > 0 && memchr(value.ptr, '#', value.len))
            p->link = token.begin + 1;
    }
}

static bool matters(const html_entry *entry)
{
    return entry->hidden || entry->guarded ||
           has(entry->element, HTML_LEFT | HTML_LANDMARKS | HTML_RAISED);
}

static bool is_left(const html_entry *entry)
{
    return entry->hidden || entry->guarded || has(entry->element, HTML_LEFT);
}

/* Likewise, whatever it holds. */
static bool is_surely_left(const html_entry *entry)
{
    return entry->hidden ||
           (has(entry->element, HTML_LEFT) && !has(entry->element, HTML_GUARDED));
}

static bool push(planner *p, html_entry entry)
{
    html_entries *all = p->entries;
    size_t index = html_element_index(entry.element);
    html_entry *more =
        arms_extend(p->scratch, all->items, all->count, sizeof *more, p->err);
    if (!more)
        return false;
    entry.ink = all->ink;
    entry.landmarks = p->landmarks;
    entry.depth = p->depth[index];
    entry.outer = p->top[index];
    p->left += is_surely_left(&entry);
    all->items = more;
    more[all->count++] = entry;
    p->top[index] = (uint32_t)all->count;
    return true;
}

static void close_entry(planner *p, html_entry *entry, size_t end)
{
    entry->end = (uint32_t)end;
    entry->ink = p->entries->ink - entry->ink;
    entry->landmarks = p->landmarks - entry->landmarks;
    entry->linked = p->link > entry->begin;
    p->left -= is_surely_left(entry);
}

static void close_element(planner *p, const html_element *element, size_t end)
{
    size_t index = html_element_index(element);
    if (p->depth[index] == 0)
        return;
    p->depth[index]--;
    html_entry *entry = p->top[index] ? &p->entries->items[p->top[index] - 1] : NULL;
    if (!entry || entry->depth != p->depth[index])
        return;
    p->top[index] = entry->outer;
    close_entry(p, entry, end);
}

/* A paragraph ends where another block begins. */
static void close_paragraph(planner *p, const html_token *token)
{
    const html_element *paragraph = html_element_find(arms_text_of("p"));
    if (has(token->element, HTML_BLOCK))
        close_element(p, paragraph, token->begin);
}

static bool open_element(planner *p, const html_token *token)
{
    html_entry entry = {.begin = (uint32_t)token->begin, .inner = (uint32_t)token->end};
    entry.element = token->element;
    read_attributes(p, &entry, *token);
    close_paragraph(p, token);
    if (has(token->element, HTML_VOID) || token->empty)
        return true;
    if (matters(&entry) && !push(p, entry))
        return false;
    p->landmarks += has(token->element, HTML_LANDMARKS);
    p->depth[html_element_index(token->element)]++;
    return true;
}

static uint32_t count_ink(arms_text text)
{
    uint32_t ink = 0;
    for (size_t i = 0; i < text.len; i++)
        ink += !document_is_blank(text.ptr[i]);
    return ink;
}

static bool see(planner *p, const html_token *token)
{
    if (token->kind == HTML_TEXT && !token->element && p->left == 0)
        p->entries->ink += count_ink(
            (arms_text){p->reader.text.ptr + token->begin, token->end - token->begin});
    if (token->kind == HTML_CLOSE && token->element)
        close_element(p, token->element, token->end);
    return token->kind != HTML_OPEN || !token->element || open_element(p, token);
}

/* Articles, main parts and headings that are never closed go on to the end. */
static void close_rest(planner *p)
{
    for (size_t i = 0; i < p->entries->count; i++) {
        html_entry *entry = &p->entries->items[i];
        if (entry->end == 0 && has(entry->element, HTML_LANDMARKS) && !is_left(entry))
            close_entry(p, entry, p->reader.text.len);
    }
}

enum { LONGEST_NOTE = 200, MOST_RAISED = 4 };

/* A character of a note's mark, whose brackets may be references; 0 for one that is left
 * out, or that is more than ASCII. */
static char mark_character(arms_text text, size_t *at)
{
    unsigned point = (unsigned char)text.ptr[*at];
    size_t length = point == '&' ? document_reference(&point, text, *at) : 0;
    *at += length > 0 ? length : 1;
    return point < 0x80 && !document_is_blank((char)point) ? (char)point : '\0';
}

/* The text of a short element without its tags; "" where there is more of it. */
static void mark_of(char out[8], arms_text text)
{
    size_t n = 0;
    bool tag = false;
    for (size_t at = 0; at < text.len && text.len <= LONGEST_NOTE && n < 8;) {
        char c = mark_character(text, &at);
        tag = (tag || c == '<') && c != '>';
        if (!tag && c != '>' && c != '\0')
            out[n++] = c;
    }
    out[n < 8 ? n : 0] = '\0';
}

/* "[1]" */
static bool is_bracketed(const char *mark)
{
    size_t digits = mark[0] == '[' ? strspn(mark + 1, "0123456789") : 0;
    return digits > 0 && strcmp(mark + 1 + digits, "]") == 0;
}

static bool add(html_plan *plan, planner *p, html_range range)
{
    html_range *more =
        arms_extend(p->scratch, plan->ranges, plan->count, sizeof *more, p->err);
    if (!more)
        return false;
    plan->ranges = more;
    more[plan->count++] = range;
    return true;
}

/* A raised part: a note's mark is left out, a short number becomes raised digits. */
static bool add_raised(html_plan *plan, planner *p, const html_entry *entry)
{
    char mark[8];
    arms_text text = p->reader.text;
    size_t end = entry->inner;
    while (end < entry->end && end - entry->inner <= MOST_RAISED &&
           document_is_digit(text.ptr[end]))
        end++;
    size_t digits = text.ptr[end] == '<' ? end - entry->inner : 0;
    mark_of(mark, (arms_text){text.ptr + entry->inner, entry->end - entry->inner});
    if (entry->linked || is_bracketed(mark))
        return add(plan, p, (html_range){entry->begin, entry->end, HTML_LEAVE});
    return digits == 0 || digits > MOST_RAISED ||
           add(plan, p, (html_range){entry->inner, (uint32_t)end, HTML_RAISE});
}

static bool add_entry(html_plan *plan, planner *p, const html_entry *entry)
{
    bool guarded = entry->guarded || has(entry->element, HTML_GUARDED);
    bool spared = guarded && !entry->hidden && entry->landmarks > 0;
    if (entry->end == 0)
        return true;
    if (is_left(entry) && !spared) {
        bool block = has(entry->element, HTML_BLOCK);
        html_use use = block ? HTML_LEAVE_BLOCK : HTML_LEAVE;
        return add(plan, p, (html_range){entry->begin, entry->end, use});
    }
    return !has(entry->element, HTML_RAISED) || add_raised(plan, p, entry);
}

/* Whether [begin, end) lies in one of the regions, which are in order. */
static bool is_taken(const html_plan *plan, size_t *region, const html_entry *entry)
{
    while (*region < plan->region_count && plan->regions[*region].end <= entry->begin)
        ++*region;
    return plan->region_count == 0 ||
           (*region < plan->region_count && plan->regions[*region].begin <= entry->begin);
}

static bool has_heading(const html_plan *plan, const html_entries *entries)
{
    size_t region = 0;
    for (size_t i = 0; i < entries->count; i++) {
        const html_entry *entry = &entries->items[i];
        if (has(entry->element, HTML_H1) && entry->ink > 0 &&
            is_taken(plan, &region, entry))
            return true;
    }
    return false;
}

bool html_plan_make(html_plan *out, arms_arena *scratch, arms_text text, size_t *work,
                    arms_error *err)
{
    html_entries entries = {0};
    planner p = {.scratch = scratch, .entries = &entries, .err = err};
    html_token token;
    p.reader.text = text;
    *out = (html_plan){0};
    while (html_next(&p.reader, &token))
        if (!see(&p, &token))
            return false;
    close_rest(&p);
    for (size_t i = 0; i < entries.count; i++)
        if (!add_entry(out, &p, &entries.items[i]))
            return false;
    *work += p.reader.work;
    if (!html_plan_regions(out, scratch, &entries, err))
        return false;
    out->title = !has_heading(out, &entries);
    return true;
}
