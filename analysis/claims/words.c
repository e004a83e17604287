/* Small tables of words, compared without regard to the case of ASCII letters. */
#include "analysis/claims/words.h"

bool word_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

int word_value(const word_row *rows, size_t count, arms_text text, int none)
{
    for (size_t i = 0; i < count; i++)
        if (arms_text_is_word(text, rows[i].word))
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
