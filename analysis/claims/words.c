/* Small tables of words, compared without regard to the case of ASCII letters. */
#include "analysis/claims/words.h"

bool word_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool word_same(arms_text text, const char *word)
{
    for (size_t i = 0; i < text.len; i++) {
        char a = text.ptr[i], b = word[i];
        bool same = a == b || (word_letter(a) && (a | 32) == (b | 32));
        if (b == '\0' || !same)
            return false;
    }
    return word[text.len] == '\0';
}

int word_value(const word_row *rows, size_t count, arms_text text, int none)
{
    for (size_t i = 0; i < count; i++)
        if (word_same(text, rows[i].word))
            return rows[i].value;
    return none;
}

const char *word_name(const word_row *rows, size_t count, int value)
{
    for (size_t i = 0; i < count; i++)
        if (rows[i].value == value)
            return rows[i].word;
    return "";
}
