/* Where the text of a web page is: its main part, and the articles in that.
 *
 * Pages hold several articles where one is the text and the others are teasers, or where
 * all are posts of one text. An article that is longer than all the others together is
 * taken alone. A part that holds under a tenth of what is around it is no main part. */
#include "analysis/claims/document_plan.h"

enum { LEAST_PART = 10 };

typedef struct part {
    html_range range;
    uint64_t ink;
} part;

static bool is_part(const html_entry *entry, unsigned flag, const part *whole)
{
    return entry->element->flags & flag && entry->end > 0 &&
           entry->begin >= whole->range.begin && entry->end <= whole->range.end;
}

static bool is_main(uint64_t ink, const part *whole)
{
    return ink > 0 && ink * LEAST_PART >= whole->ink;
}

/* The largest <main>, or the whole. */
static part main_part(const html_entries *entries, part whole)
{
    part best = whole;
    best.ink = 0;
    for (size_t i = 0; i < entries->count; i++) {
        const html_entry *entry = &entries->items[i];
        if (is_part(entry, HTML_MAIN, &whole) && entry->ink > best.ink)
            best = (part){{entry->begin, entry->end, HTML_LEAVE}, entry->ink};
    }
    return is_main(best.ink, &whole) ? best : whole;
}

static bool add(html_plan *out, arms_arena *scratch, html_range range, arms_error *err)
{
    html_range *more =
        arms_extend(scratch, out->regions, out->region_count, sizeof *more, err);
    if (!more)
        return false;
    out->regions = more;
    more[out->region_count++] = range;
    return true;
}

/* Articles of the part that lie in no other; their text together, and the longest. */
static bool outer_articles(html_plan *out, arms_arena *scratch,
                           const html_entries *entries, part *whole, arms_error *err)
{
    uint64_t all = 0;
    part longest = {.ink = 0};
    size_t end = whole->range.begin;
    for (size_t i = 0; i < entries->count; i++) {
        const html_entry *entry = &entries->items[i];
        if (!is_part(entry, HTML_ARTICLE, whole) || entry->begin < end)
            continue;
        part one = {{entry->begin, entry->end, HTML_LEAVE}, entry->ink};
        if (!add(out, scratch, one.range, err))
            return false;
        all += one.ink;
        longest = one.ink > longest.ink ? one : longest;
        end = entry->end;
    }
    if (!is_main(all, whole)) {
        out->region_count = 0;
    } else if (longest.ink > all - longest.ink) {
        out->regions[0] = longest.range;
        out->region_count = 1;
    }
    return true;
}

bool html_plan_regions(html_plan *out, arms_arena *scratch, const html_entries *entries,
                       arms_error *err)
{
    part page = {{0, UINT32_MAX, HTML_LEAVE}, entries->ink};
    part whole = main_part(entries, page);
    if (!outer_articles(out, scratch, entries, &whole, err))
        return false;
    if (out->region_count == 0 && whole.range.end < UINT32_MAX)
        return add(out, scratch, whole.range, err);
    return true;
}
