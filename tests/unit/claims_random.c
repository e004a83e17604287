/* Laws on random texts: words of the tables, names, numbers and signs in any order, so
 * that grammar meets what nobody writes. The seed is printed. */
#include <stdlib.h>
#include <string.h>

#include "tests/property/random.h"
#include "tests/unit/claims_scene.h"

enum { ROUNDS = 1500, WORDS_MOST = 60, ROWS_MOST = 16384 };

static const char *const numbers[] = {
    "11",          "38 per cent",    "%7",        "12,5 %",
    "$21 million", "US$ 3.4 bn",     "5th",       "a third of",
    "half",        "twice",          "2.5 times", "48 countries",
    "Rs 5 crore",  "1.2.3",          "9–12 %",    "between 5 and 7 per cent",
    "nine in ten", "12 million TIV", "(+9 %)",    "0 per cent",
    "1e9",         "7, 8 and 9 %",
};

static const char *const periods[] = {
    "in 2023",        "2019–23",       "between 2014–18 and 2019–23",
    "FY2023-24",      "the 1990s",     "the past five years",
    "a year earlier", "last year",     "the same period",
    "since 2015",     "16 March 2015", "the first half of 2024",
    "'13–'17",        "between",       "from 2012 to",
};

static const char *const flows[] = {
    "arms imports",
    "arms exports",
    "of its arms",
    "imported arms",
    "exported arms",
    "supplied",
    "bought",
    "share of",
    "largest supplier",
    "arms exporter",
    "arms imports from",
    "arms exports to",
    "rose by",
    "fell by",
    "accounted for",
    "which",
    "its",
    "the latter",
    "respectively",
    "compared with",
};

static const char *const signs[] = {",", ".",  ";",    ":",  "(", ")", "–",
                                    "—", "'s", "-",    "\"", "%", "$", "/",
                                    "…", "\n", "\n\n", "# ", "|"};

/* All rows of the lexicon, once. */
static const lexicon_row *const *rows_of(size_t *count)
{
    static const lexicon_row *rows[ROWS_MOST];
    static size_t found;
    for (int class = LEX_NAME; class <= LEX_STARTOFYEAR && found == 0; class ++)
        for (const lexicon_row *row = lexicon_next((lexicon_class) class, NULL); row;
             row = lexicon_next((lexicon_class) class, row))
            if (*count < ROWS_MOST)
                rows[(*count)++] = row;
    found = found > 0 ? found : *count;
    *count = found;
    return rows;
}

static void put_row(arms_buffer *out)
{
    size_t count = 0;
    const lexicon_row *const *rows = rows_of(&count);
    const lexicon_row *row = rows[random_below(count)];
    bool up = true; /* each first letter, or all */
    for (const char *c = row->key; *c; c++) {
        bool letter = *c >= 'a' && *c <= 'z';
        bool capital = letter && row->spelling > 0 && (up || row->spelling == 2);
        arms_buffer_fill(out, (char)(capital ? *c - 32 : *c), 1);
        up = *c == ' ';
    }
}

#define PICK(table) ((table)[random_below(sizeof(table) / sizeof *(table))])

static void put_word(arms_buffer *out)
{
    switch (random_below(6)) {
    case 0: arms_buffer_string(out, PICK(numbers)); break;
    case 1: arms_buffer_string(out, PICK(periods)); break;
    case 2: arms_buffer_string(out, PICK(flows)); break;
    case 3: arms_buffer_string(out, PICK(signs)); break;
    default: put_row(out);
    }
}

/* A text that ends with a sentence's end. */
static void put_text(arms_buffer *out)
{
    size_t words = 1 + random_below(WORDS_MOST);
    for (size_t i = 0; i < words; i++) {
        put_word(out);
        if (random_below(12) > 0)
            arms_buffer_fill(out, ' ', 1);
    }
    arms_buffer_string(out, " so it was.\n\n");
}

static const char *const dates[] = {NULL, "2024", "2024-03", "2015-01-31", "1900"};

/* As claims_shown, with what is not shown there. */
static void put_all(arms_buffer *out, const arms_text_reading *r)
{
    claims_shown(out, r);
    for (size_t i = 0; i < r->count; i++)
        arms_buffer_print(out, " %zu-%zu %a %a %s %s", r->claims[i].number.begin,
                          r->claims[i].number.end, r->claims[i].range.low,
                          r->claims[i].range.high, r->claims[i].rule,
                          r->claims[i].printed);
    for (size_t i = 0; i < r->unchecked_count; i++)
        arms_buffer_print(out, " %zu %s", r->unchecked[i].number.begin,
                          r->unchecked[i].reason);
}

/* The reading of a text, shown; false where a law is broken. */
static bool read_all(arms_buffer *out, arms_text text, const char *date)
{
    claims_read made;
    bool good = claims_make(&made, text, date);
    if (good)
        put_all(out, &made.reading);
    claims_free(&made);
    return good;
}

static bool check_twice(arms_text text, const char *date)
{
    arms_buffer once = {0}, again = {0};
    bool good = read_all(&once, text, date) && read_all(&again, text, date) &&
                CHECK_STRING(again.data, once.data);
    arms_buffer_free(&once);
    arms_buffer_free(&again);
    return good;
}

/* Says which text it was that broke a law. */
static bool say(bool good, const char *text)
{
    return CHECK_ROW(good, text);
}

static void test_laws(void)
{
    for (int i = 0; i < ROUNDS; i++) {
        arms_buffer text = {0};
        put_text(&text);
        bool good =
            say(check_twice((arms_text){text.data, text.len}, PICK(dates)), text.data);
        arms_buffer_free(&text);
        if (!good)
            return;
    }
}

/* The claims of a text as a string. */
static bool shown_claims(arms_buffer *out, arms_text text, const char *date)
{
    claims_read made;
    bool good = claims_make(&made, text, date);
    if (good)
        claims_shown(out, &made.reading);
    claims_free(&made);
    return good;
}

/* Reading goes forward: what is appended changes nothing of what stood before. */
static bool check_appended(arms_buffer *text, const char *date)
{
    arms_buffer before = {0}, after = {0};
    bool good = shown_claims(&before, (arms_text){text->data, text->len}, date);
    arms_buffer_string(text, "Peru's arms imports fell by 9 per cent in 2019.\n");
    good = good && shown_claims(&after, (arms_text){text->data, text->len}, date) &&
           CHECK(strncmp(after.data, before.data, before.len) == 0);
    arms_buffer_free(&before);
    arms_buffer_free(&after);
    return good;
}

static void test_appended(void)
{
    for (int i = 0; i < ROUNDS / 3; i++) {
        arms_buffer text = {0};
        put_text(&text);
        bool good = say(check_appended(&text, PICK(dates)), text.data);
        arms_buffer_free(&text);
        if (!good)
            return;
    }
}

/* Sentences that make claims, cut and joined anywhere. */
static const char *const sentences[] = {
    "Italy supplied 38 per cent of Egypt's arms imports in 2019–23, Spain 9 per cent. ",
    "Norway's arms exports more than doubled between 2013–17 and 2018–22. ",
    "Kuwait and Oman, the former Italy's largest customer, bought arms for $3 bn. ",
    "The five largest arms exporters were the USA, Russia, France, China and Germany. ",
    "Algeria, Angola and Mali took 44, 12 and 9 per cent of African arms imports. ",
    "Its share rose from 4 to 12 per cent, up from a third a year earlier. ",
};

static void put_cut(arms_buffer *out)
{
    const char *sentence = PICK(sentences);
    size_t length = strlen(sentence), from = random_below(length);
    bool whole = random_below(3) == 0;
    size_t end = whole ? length : from + random_below(length - from);
    from = whole ? 0 : from;
    while (from < end && (sentence[from] & 0xC0) == 0x80)
        from++; /* not within a character */
    arms_buffer_text(out, (arms_text){sentence + from, end - from});
}

static void test_cut(void)
{
    for (int i = 0; i < ROUNDS; i++) {
        arms_buffer text = {0};
        for (size_t n = 1 + random_below(8); n > 0; n--)
            put_cut(&text);
        arms_buffer_string(&text, ".");
        bool good =
            say(check_twice((arms_text){text.data, text.len}, PICK(dates)), text.data);
        arms_buffer_free(&text);
        if (!good)
            return;
    }
}

const check_test claims_random_tests[] = {
    {"laws on random words", test_laws},
    {"an appended sentence", test_appended},
    {"sentences cut and joined", test_cut},
    {NULL, NULL},
};
