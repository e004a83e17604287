/* Small tables of words. */
#ifndef ARMSTRADE_ANALYSIS_CLAIMS_WORDS_H
#define ARMSTRADE_ANALYSIS_CLAIMS_WORDS_H

#include <armstrade/text.h>

typedef struct word_row {
    const char *word; /* the first word of a value is its name */
    int value;
} word_row;

bool word_letter(char c);

/* The value of a word; `none` where the table does not have it. */
int word_value(const word_row *rows, size_t count, arms_text text, int none);

/* The name of a value; "" where the table does not have it. */
const char *word_name(const word_row *rows, size_t count, int value);

#endif
