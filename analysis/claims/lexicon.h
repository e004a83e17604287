/* The phrases that articles are read by: words of the lexicon, names of parties and of
 * regions, with what each may mean (data/reference/lexicon.csv, regions.csv and
 * entities.csv, compiled into one table). */
#ifndef ARMSTRADE_ANALYSIS_CLAIMS_LEXICON_H
#define ARMSTRADE_ANALYSIS_CLAIMS_LEXICON_H

#include "analysis/claims/tokens.h"

/* What a phrase may be; the lexicon's classes in the order of its table. */
typedef enum lexicon_class {
    LEX_NAME,
    LEX_DEMONYM,
    LEX_CAPITAL,
    LEX_REGION,
    LEX_REGIONAL,
    LEX_ARMS,
    LEX_CATEGORY,
    LEX_SOURCE,
    LEX_NONE,
    LEX_IMPORTS,
    LEX_EXPORTS,
    LEX_TRANSFERS,
    LEX_ARMSONLY,
    LEX_SUPPLIER,
    LEX_EXPORTER,
    LEX_IMPORTER,
    LEX_BUYER,
    LEX_RECIPIENT,
    LEX_SUPPLY,
    LEX_BUY,
    LEX_GO,
    LEX_COME,
    LEX_ACCOUNT,
    LEX_HAVE,
    LEX_TAKE,
    LEX_REACH,
    LEX_RISE,
    LEX_FALL,
    LEX_MULTIPLY,
    LEX_FOLD,
    LEX_TIMES,
    LEX_TWICE,
    LEX_RANKVERB,
    LEX_BE,
    LEX_BECOME,
    LEX_SUPERLATIVE,
    LEX_PLACE,
    LEX_NUMBERWORD,
    LEX_ORDINAL,
    LEX_ORDINALEND,
    LEX_NUMBER,
    LEX_FRACTION,
    LEX_MAGNITUDE,
    LEX_CURRENCY,
    LEX_TIV,
    LEX_ITEMS,
    LEX_PERCENT,
    LEX_POINT,
    LEX_HEDGE,
    LEX_ALL,
    LEX_MOST,
    LEX_TOTAL,
    LEX_TOPPER,
    LEX_SHARE,
    LEX_HIGHER,
    LEX_LOWER,
    LEX_THAN,
    LEX_COMPARE,
    LEX_WORLD,
    LEX_PRONOUN,
    LEX_POSSESSIVE,
    LEX_REFERENT,
    LEX_KIN,
    LEX_TOGETHER,
    LEX_RESPECTIVELY,
    LEX_FOLLOWED,
    LEX_OVERTAKE,
    LEX_COUNTRIES,
    LEX_SAY,
    LEX_THAT,
    LEX_DEAL,
    LEX_BUDGET,
    LEX_COMPANY,
    LEX_TRADE,
    LEX_AID,
    LEX_TARGET,
    LEX_PEOPLE,
    LEX_PRODUCT,
    LEX_ARTICLES,
    LEX_MEASURE,
    LEX_OF,
    LEX_TO,
    LEX_FROM,
    LEX_BY,
    LEX_IN,
    LEX_ON,
    LEX_ARTICLE,
    LEX_AND,
    LEX_OR,
    LEX_WHILE,
    LEX_NOT,
    LEX_MONTH,
    LEX_MONTHS,
    LEX_YEAR,
    LEX_SPAN,
    LEX_FISCAL,
    LEX_QUARTEROF,
    LEX_HALFOF,
    LEX_LAST,
    LEX_PREVIOUS,
    LEX_SAME,
    LEX_THIS,
    LEX_CURRENT,
    LEX_FOLLOWING,
    LEX_LATTER,
    LEX_FORMER,
    LEX_AGO,
    LEX_ANNUAL,
    LEX_SINCE,
    LEX_BETWEEN,
    LEX_UNTIL,
    LEX_STARTOFYEAR
} lexicon_class;

/* One meaning of a phrase. */
typedef struct lexicon_row {
    const char *key;
    int spelling; /* 0 any, 1 with a capital in front, 2 in capitals */
    lexicon_class class;
    double number;    /* an entity's id, or the value, where that is a number */
    const char *word; /* the party's name, or the value as it stands in the table */
} lexicon_row;

/* A phrase found in a text: its meanings, side by side, and the tokens it takes. */
typedef struct lexicon_match {
    const lexicon_row *rows;
    size_t count, tokens;
} lexicon_match;

/* The longest phrase that begins with the token `at`; count 0 where none does. */
lexicon_match lexicon_find(const token_row *text, size_t at);

/* The rows of a class one by one, in the order of their keys: the first after NULL; NULL
 * behind the last. */
const lexicon_row *lexicon_next(lexicon_class class, const lexicon_row *after);

/* The longest phrase of a class that a text begins with, whole words and whatever their
 * case; returns its bytes, 0 where there is none. */
size_t lexicon_begins(const lexicon_row **out, arms_text text, lexicon_class class);

#endif
