/* HTML as a run of tokens: tags, texts, and what is dropped. */
#ifndef ARMSTRADE_ANALYSIS_CLAIMS_DOCUMENT_TAGS_H
#define ARMSTRADE_ANALYSIS_CLAIMS_DOCUMENT_TAGS_H

#include <armstrade/text.h>

enum {
    HTML_BLOCK = 1 << 0, /* parts blocks of text */
    HTML_VOID = 1 << 1,  /* has no content and no end tag */
    HTML_RAW = 1 << 2,   /* its content holds no tags */
    HTML_LEFT = 1 << 3,  /* is left out */
    HTML_GUARDED =
        1 << 4, /* … unless it holds the page's heading, article or main part */
    HTML_HEADING = 1 << 5,
    HTML_ITEM = 1 << 6,
    HTML_CELL = 1 << 7,
    HTML_LIST = 1 << 8,
    HTML_TABLE = 1 << 9,
    HTML_H1 = 1 << 10,
    HTML_ARTICLE = 1 << 11,
    HTML_MAIN = 1 << 12,
    HTML_BREAK = 1 << 13,
    HTML_ANCHOR = 1 << 14,
    HTML_RAISED = 1 << 15,
    HTML_TITLE = 1 << 16,
    HTML_PAGE = 1 << 17,   /* belongs to whole pages alone */
    HTML_INSIDE = 1 << 18, /* a block that may stand inside a heading */
    HTML_LANDMARKS = HTML_H1 | HTML_ARTICLE | HTML_MAIN
};

typedef struct html_element {
    const char *name;
    unsigned flags;
} html_element;

enum { HTML_ELEMENTS = 128 }; /* more than there are */

/* By its name, in any case; NULL for one that is not listed. */
const html_element *html_element_find(arms_text name);

/* Its place among all elements. */
size_t html_element_index(const html_element *element);

typedef enum html_kind { HTML_TEXT, HTML_OPEN, HTML_CLOSE, HTML_DROPPED } html_kind;

typedef struct html_token {
    html_kind kind;
    size_t begin, end;           /* of the text */
    const html_element *element; /* of a tag or of raw text; NULL where it is unknown */
    size_t attributes;           /* where those of an open tag begin */
    bool empty;                  /* a tag that ends in "/>" */
} html_token;

/* Zeroed but for `text` and `at`, it is ready. */
typedef struct html_reader {
    arms_text text;
    size_t at;
    const html_element *raw; /* whose content comes next, up to … */
    size_t raw_end;
    bool no_tag_end, no_comment_end; /* none in the rest of the text */
    bool no_close[HTML_ELEMENTS];
    size_t work; /* bytes looked at */
} html_reader;

/* The next token; false at the end of the text. A '<' that begins no tag is text. */
bool html_next(html_reader *r, html_token *token);

/* The tag, comment or declaration at text[at], which is a '<'; false where it is none. */
bool html_tag(html_reader *r, html_token *token, size_t at);

/* The next attribute of an open tag; false at its end. Values are as written. */
bool html_attribute(arms_text *name, arms_text *value, arms_text text, html_token *token);

#endif
