/* The elements of HTML (WHATWG HTML, and those of older pages), by name. What is no block
 * and is not left out need not be here, unless it may be hidden. */
#include "analysis/claims/document_tags.h"

enum {
    BLOCK = HTML_BLOCK,
    VOID = HTML_VOID,
    LEFT = HTML_LEFT,
    ITEM = HTML_BLOCK | HTML_ITEM,
    CELL = HTML_BLOCK | HTML_CELL,
    LIST = HTML_BLOCK | HTML_LIST,
    HEADING = HTML_BLOCK | HTML_HEADING,
    APART = HTML_BLOCK | HTML_LEFT,
    RAW = HTML_LEFT | HTML_RAW,
    INSIDE = HTML_BLOCK | HTML_INSIDE
};

static const html_element elements[] = {
    {"a", HTML_ANCHOR},
    {"abbr", 0},
    {"address", BLOCK},
    {"area", VOID},
    {"article", BLOCK | HTML_ARTICLE},
    {"aside", APART},
    {"audio", LEFT},
    {"b", 0},
    {"base", VOID},
    {"blockquote", BLOCK},
    {"body", BLOCK | HTML_PAGE},
    {"br", VOID | HTML_BREAK},
    {"button", LEFT},
    {"canvas", LEFT},
    {"caption", BLOCK},
    {"center", INSIDE},
    {"cite", 0},
    {"code", 0},
    {"col", VOID},
    {"dd", ITEM},
    {"del", 0},
    {"details", BLOCK},
    {"dialog", APART},
    {"div", INSIDE},
    {"dl", LIST},
    {"dt", ITEM},
    {"em", 0},
    {"embed", VOID},
    {"fieldset", BLOCK},
    {"figcaption", BLOCK},
    {"figure", BLOCK},
    {"font", 0},
    {"footer", APART},
    {"form", APART | HTML_GUARDED},
    {"h1", HEADING | HTML_H1},
    {"h2", HEADING},
    {"h3", HEADING},
    {"h4", HEADING},
    {"h5", HEADING},
    {"h6", HEADING},
    {"head", HTML_PAGE},
    {"header", BLOCK},
    {"hgroup", BLOCK},
    {"hr", BLOCK | VOID},
    {"html", HTML_PAGE},
    {"i", 0},
    {"iframe", RAW},
    {"img", VOID},
    {"input", VOID},
    {"ins", 0},
    {"label", 0},
    {"legend", BLOCK},
    {"li", ITEM},
    {"link", VOID | HTML_PAGE},
    {"main", BLOCK | HTML_MAIN},
    {"mark", 0},
    {"menu", LIST},
    {"meta", VOID | HTML_PAGE},
    {"nav", APART},
    {"noembed", RAW},
    {"noframes", RAW},
    {"noscript", LEFT},
    {"object", LEFT},
    {"ol", LIST},
    {"option", BLOCK},
    {"p", BLOCK},
    {"param", VOID},
    {"pre", BLOCK},
    {"q", 0},
    {"rp", LEFT},
    {"rt", LEFT},
    {"s", 0},
    {"script", RAW},
    {"search", APART},
    {"section", BLOCK},
    {"select", LEFT},
    {"small", 0},
    {"source", VOID},
    {"span", 0},
    {"strike", 0},
    {"strong", 0},
    {"style", RAW},
    {"sub", 0},
    {"summary", BLOCK},
    {"sup", HTML_RAISED},
    {"svg", LEFT},
    {"table", BLOCK | HTML_TABLE},
    {"tbody", BLOCK},
    {"td", CELL},
    {"template", LEFT},
    {"textarea", RAW},
    {"tfoot", BLOCK},
    {"th", CELL},
    {"thead", BLOCK},
    {"time", 0},
    {"title", HTML_RAW | HTML_TITLE | HTML_PAGE},
    {"tr", BLOCK},
    {"track", VOID},
    {"tt", 0},
    {"u", 0},
    {"ul", LIST},
    {"var", 0},
    {"video", LEFT},
    {"wbr", VOID},
};

_Static_assert(sizeof elements / sizeof *elements <= HTML_ELEMENTS, "too many elements");

/* As strcmp, with the name's letters in any case. */
static int compare(const char *row, arms_text name)
{
    for (size_t i = 0; i < name.len; i++) {
        char c = name.ptr[i];
        int low = c >= 'A' && c <= 'Z' ? c | 32 : c;
        if (row[i] != low)
            return (unsigned char)row[i] < (unsigned char)low ? -1 : 1;
    }
    return row[name.len] != '\0';
}

const html_element *html_element_find(arms_text name)
{
    size_t low = 0, high = sizeof elements / sizeof *elements;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int order = compare(elements[middle].name, name);
        if (order == 0)
            return &elements[middle];
        if (order < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return NULL;
}

size_t html_element_index(const html_element *element)
{
    return (size_t)(element - elements);
}
