/* What of a web page is text: worked out before any of it is written. */
#ifndef ARMSTRADE_ANALYSIS_CLAIMS_DOCUMENT_PLAN_H
#define ARMSTRADE_ANALYSIS_CLAIMS_DOCUMENT_PLAN_H

#include <armstrade/arena.h>
#include <stdint.h>

#include "analysis/claims/document_tags.h"

typedef enum html_use {
    HTML_LEAVE,       /* left out */
    HTML_LEAVE_BLOCK, /* likewise, and it parts what stands on its two sides */
    HTML_RAISE        /* digits that are printed as an exponent or a note's number */
} html_use;

typedef struct html_range {
    uint32_t begin, end; /* of the source; the digits alone for HTML_RAISE */
    html_use use;
} html_range;

typedef struct html_plan {
    html_range *ranges; /* by their beginnings; they may overlap */
    size_t count;
    html_range *regions; /* where the text is, one after the other; none: everywhere */
    size_t region_count;
    bool title; /* the page's title stands for the heading that the text lacks */
} html_plan;

/* Memory is the only error. Adds the bytes looked at to *work. */
bool html_plan_make(html_plan *out, arms_arena *scratch, arms_text text, size_t *work,
                    arms_error *err);

/* An element that matters, with what was seen until it ended. */
typedef struct html_entry {
    uint32_t begin, inner; /* its tag */
    uint32_t end;          /* behind its end tag, 0 where that is missing */
    uint32_t ink;          /* bytes of text in it, but for what is left out */
    uint32_t landmarks;    /* headings, articles and main parts in it */
    uint32_t outer;        /* the index + 1 of the entry of its name around it */
    uint32_t depth;        /* elements of its name around it */
    const html_element *element;
    bool hidden, guarded;
    bool linked; /* holds a link to a place in a page */
} html_entry;

typedef struct html_entries {
    html_entry *items;
    size_t count;
    uint32_t ink; /* of the page */
} html_entries;

/* The main part and the articles of it to which the text is confined. */
bool html_plan_regions(html_plan *out, arms_arena *scratch, const html_entries *entries,
                       arms_error *err);

#endif
