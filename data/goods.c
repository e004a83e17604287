/* Sets of arms codes: the compiled tables and the look-up in them. */
#include <armstrade/goods.h>

#include <string.h>

typedef arms_goods_set goods_set_row;
typedef arms_goods_code goods_row;

#include "goods_sets_table.h"
#include "goods_table.h"

enum {
    SETS = sizeof goods_sets / sizeof *goods_sets,
    CODES = sizeof goods / sizeof *goods
};

size_t arms_goods_sets(void)
{
    return SETS;
}

const arms_goods_set *arms_goods_get(size_t index)
{
    return &goods_sets[index];
}

const arms_goods_set *arms_goods_find(arms_text code)
{
    for (size_t i = 0; i < SETS; i++)
        if (arms_text_is_word(code, goods_sets[i].code))
            return &goods_sets[i];
    return NULL;
}

bool arms_goods_is_edition(const char *edition)
{
    return edition[0] == 'H' && edition[1] >= '0' && edition[1] <= '6' && !edition[2];
}

/* Editions have names of one digit, which ascend. */
static bool in_edition(const arms_goods_code *row, const char *edition)
{
    return !edition ||
           (arms_goods_is_edition(edition) && row->first[0] &&
            strcmp(row->first, edition) <= 0 && strcmp(edition, row->last) <= 0);
}

const arms_goods_code *arms_goods_next(const arms_goods_set *set, const char *edition,
                                       const arms_goods_code *after)
{
    const arms_goods_code *row = after ? after + 1 : goods;
    while (row < goods + CODES &&
           (strcmp(row->set, set->code) != 0 || !in_edition(row, edition)))
        row++;
    return row < goods + CODES ? row : NULL;
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* The next character that counts: not a blank, a point or a hyphen ("ML 4.b", "8906.10",
 * "Air defence systems"), in lower case; '\0' at the end. */
static char next(arms_text *text)
{
    while (text->len > 0) {
        char c = *text->ptr++;
        text->len--;
        if (c != ' ' && c != '.' && c != '-')
            return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
    }
    return '\0';
}

/* Whether `code` lies within `of`: codes of digits hold all that begin with them, those
 * of letters and digits likewise, up to the end of a number; names only themselves. */
static bool lies_within(arms_text code, const char *of)
{
    arms_text whole = arms_text_of(of);
    char last = whole.ptr[whole.len - 1], c;
    bool number = is_digit(whole.ptr[0]);
    while ((c = next(&whole)) != '\0')
        if (next(&code) != c)
            return false;
    char behind = next(&code);
    return behind == '\0' || number || (is_digit(last) && !is_digit(behind));
}

bool arms_goods_has(const arms_goods_set *set, arms_text code, const char *edition)
{
    const arms_goods_code *row = NULL;
    while ((row = arms_goods_next(set, edition, row)) != NULL)
        if (lies_within(code, row->code))
            return true;
    return false;
}
