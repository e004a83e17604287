/* What the readers of numbers share: digits with their units (quantity.c), and words
 * (quantity_words.c). */
#ifndef ARMSTRADE_ANALYSIS_CLAIMS_QUANTITY_READER_H
#define ARMSTRADE_ANALYSIS_CLAIMS_QUANTITY_READER_H

#include "analysis/claims/scene.h"

/* What is read of a number so far, and where. */
typedef struct quantity_reader {
    const scene *scene;
    size_t at; /* the next token */
    quantity q;
} quantity_reader;

/* The meaning, in the class, of the phrase at a token, and how many tokens it takes. */
const lexicon_row *quantity_row(const quantity_reader *r, size_t at, lexicon_class class,
                                size_t *tokens);

/* Takes such a phrase; NULL where there is none. */
const lexicon_row *quantity_take(quantity_reader *r, lexicon_class class);

void quantity_unit(quantity *q, const char *unit, bool money);

/* Whether "and a half" comes next, three tokens. */
bool quantity_and_half(const quantity_reader *r);

/* Each takes what it is named for, and leaves the reader alone where it is not there. */
bool quantity_words(quantity_reader *r);
bool quantity_fraction(quantity_reader *r);
bool quantity_odds(quantity_reader *r);
bool quantity_part(quantity_reader *r);
bool quantity_word(quantity_reader *r);

#endif
