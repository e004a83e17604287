/* Character references of HTML, as browsers read them in text (WHATWG HTML, 13.2.5.72):
 * "&ndash;"; without a semicolon the names of older pages ("&copy 2023", "&copy2023") and
 * numbers ("&#8364", "&#x20AC"). 128 to 159 mean characters of Windows-1252. */
#include "analysis/claims/document_text.h"

#include "data/mojibake.h"

enum { REPLACEMENT = 0xFFFD, LAST_POINT = 0x10FFFF };
enum { LONGEST_NAME = 31, LONGEST_BARE = 6, SHORTEST_BARE = 2 };

static int digit_value(char c, unsigned base)
{
    if (document_is_digit(c))
        return c - '0';
    int letter = (c | 32) - 'a';
    return base == 16 && letter >= 0 && letter < 6 ? letter + 10 : -1;
}

static unsigned numeric_point(unsigned number)
{
    bool surrogate = number >= 0xD800 && number < 0xE000;
    if (number == 0 || number > LAST_POINT || surrogate)
        return REPLACEMENT;
    return number < 0xA0 ? windows_1252((unsigned char)number) : number;
}

/* `at` is behind "&#". */
static size_t numeric_reference(unsigned *point, arms_text text, size_t at)
{
    bool hex = at < text.len && (text.ptr[at] | 32) == 'x';
    unsigned base = hex ? 16 : 10, number = 0;
    size_t first = at + hex, end = first;
    for (int digit; end < text.len && (digit = digit_value(text.ptr[end], base)) >= 0;
         end++)
        number = number > LAST_POINT ? number : number * base + (unsigned)digit;
    if (end == first)
        return 0;
    *point = numeric_point(number);
    return end - at + (end < text.len && text.ptr[end] == ';') + 2;
}

static size_t named_reference(unsigned *point, arms_text name, bool closed)
{
    *point = closed ? document_reference_name(name, false) : 0;
    if (*point)
        return name.len + 2;
    name.len = name.len < LONGEST_BARE ? name.len : LONGEST_BARE;
    for (; name.len >= SHORTEST_BARE; name.len--) {
        *point = document_reference_name(name, true);
        if (*point)
            return name.len + 1;
    }
    return 0;
}

size_t document_reference(unsigned *point, arms_text text, size_t at)
{
    size_t first = at + 1, end = first;
    if (first < text.len && text.ptr[first] == '#')
        return numeric_reference(point, text, first + 1);
    while (end < text.len && end - first < LONGEST_NAME &&
           (document_is_letter(text.ptr[end]) || document_is_digit(text.ptr[end])))
        end++;
    bool closed = end < text.len && text.ptr[end] == ';';
    return named_reference(point, (arms_text){text.ptr + first, end - first}, closed);
}
