/* Words, numbers and signs of a sentence, with the bytes where each stands. */
#ifndef ARMSTRADE_ANALYSIS_CLAIMS_TOKENS_H
#define ARMSTRADE_ANALYSIS_CLAIMS_TOKENS_H

#include <armstrade/text.h>

typedef enum token_kind { TOKEN_WORD, TOKEN_NUMBER, TOKEN_SIGN } token_kind;

typedef struct token {
    token_kind kind;
    size_t begin, end; /* bytes of the text */
    const char *key;   /* a word as it is looked up: folded, without marks */
    char sign;         /* of a sign: '-' hyphen or dash, '_' long dash or dash between
                          blanks, '\'' apostrophe, '"' quote, '$' 'E' 'P' 'R' the signs of
                          dollar, euro, pound and rupee, '?' any other beyond ASCII */
    bool glued;        /* no blank before it */
    bool capital;      /* its first letter is upper case */
    bool capitals;     /* all its letters are */
} token;

typedef struct token_row {
    token *items;
    size_t count;
} token_row;

/* The tokens of `text` from `begin` to `end`; offsets are those of `text`. Linear. */
bool tokens_make(token_row *out, arms_arena *arena, arms_text text, size_t begin,
                 arms_error *err);

/* Whether the token at `at` is the sign, or the word. False behind the end. */
bool token_is_sign(const token_row *text, size_t at, char sign);
bool token_is_word(const token_row *text, size_t at, const char *key);

#endif
