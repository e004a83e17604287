/* Claims of a text in words: what is printed, what it can mean, and what it rests on. */
#include "report/claims_words.h"

#include <armstrade/buffer.h>
#include <math.h>
#include <string.h>

#include "analysis/claims/wording.h"

/* Of a hedge: "a little less than". */
enum { HEDGE_WORDS = 5 };

bool claims_is_direction(const arms_read_claim *claim)
{
    return strcmp(claim->unit, "direction") == 0;
}

const char *claims_direction(const arms_read_claim *claim)
{
    return claim->value < 0 ? "-" : "+";
}

/* ---- places ---- */

/* The sentence of a claim, and below where in the text its number stands. */
static const arms_sentence *sentence_of(const arms_document *document,
                                        const arms_read_claim *claim)
{
    return &document->sentences[claim->sentence - 1];
}

/* The first byte of the text from `low` on, up to `high`, that stood at `place` of the
 * file or behind it. */
static size_t text_at(const arms_document *document, size_t low, size_t high,
                      size_t place)
{
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (arms_document_place_of(document, middle) < place)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static arms_extent number_of(const arms_document *document, const arms_read_claim *claim)
{
    const arms_sentence *s = sentence_of(document, claim);
    size_t begin = text_at(document, s->begin, s->end, claim->number.begin);
    return (arms_extent){begin, text_at(document, begin, s->end, claim->number.end)};
}

static arms_text part_of(const arms_document *document, size_t begin, size_t end)
{
    return (arms_text){document->text.ptr + begin, end > begin ? end - begin : 0};
}

/* ---- the number as printed ---- */

static bool is_blank(char c)
{
    return c == ' ' || c == '\n' || c == '\t';
}

/* The beginning of the word before `at`, which is not before `begin`. */
static size_t word_before(const char *text, size_t begin, size_t at)
{
    while (at > begin && is_blank(text[at - 1]))
        at--;
    while (at > begin && !is_blank(text[at - 1]))
        at--;
    return at;
}

static bool is_article(arms_text word)
{
    word = arms_text_trim(word);
    return arms_text_is_word(word, "a") || arms_text_is_word(word, "an") ||
           arms_text_is_word(word, "the");
}

/* Where the longest hedge of the claim's bound begins that ends at `end`, an article
 * between it and the number allowed; `end` where there is none. */
static size_t hedge_before(const arms_document *document, const arms_read_claim *claim,
                           size_t end)
{
    const char *text = document->text.ptr;
    size_t begin = sentence_of(document, claim)->begin, found = end, at = end;
    for (int i = 0; i < HEDGE_WORDS + 1 && at > begin; i++) {
        at = word_before(text, begin, at);
        arms_text words = arms_text_trim(part_of(document, at, end));
        arms_bound bound;
        arms_error ignored;
        if (i == 0 && is_article(words))
            end = at;
        else if (arms_bound_parse(&bound, words, &ignored) && bound == claim->bound)
            found = at;
    }
    return found;
}

static bool has_digit(const char *text)
{
    return strpbrk(text, "0123456789") != NULL;
}

/* "at_least" is a code, "at least" are words. */
static const char *bound_words(arms_bound bound)
{
    return bound == ARMS_BOUND_AT_LEAST  ? "at least"
           : bound == ARMS_BOUND_AT_MOST ? "at most"
                                         : arms_bound_name(bound);
}

const char *claims_printed(arms_arena *arena, const arms_document *document,
                           const arms_read_claim *claim, arms_error *err)
{
    arms_extent number = number_of(document, claim);
    size_t begin = hedge_before(document, claim, number.begin);
    if (begin < number.begin) {
        arms_text words = part_of(document, begin, number.end);
        return arms_copy(arena, words.ptr, words.len, err);
    }
    bool hedged = claim->bound != ARMS_BOUND_EXACT && has_digit(claim->printed);
    return arms_print(arena, err, "%s%s%s", hedged ? bound_words(claim->bound) : "",
                      hedged ? " " : "", claim->printed);
}

const char *claims_marked(arms_arena *arena, const arms_document *document,
                          const arms_read_claim *claim, arms_error *err)
{
    const arms_sentence *s = sentence_of(document, claim);
    arms_extent number = number_of(document, claim);
    arms_buffer out = {0};
    arms_buffer_text(&out, part_of(document, s->begin, number.begin));
    arms_buffer_string(&out, "»");
    arms_buffer_text(&out, part_of(document, number.begin, number.end));
    arms_buffer_string(&out, "«");
    arms_buffer_text(&out, part_of(document, number.end, s->end));
    return arms_buffer_keep(&out, arena, err);
}

/* ---- what it can mean ---- */

/* Units that no figure has, in words. */
static const char *unit_words(const char *unit)
{
    static const struct {
        const char *unit, *words;
    } rows[] = {
        {"percentage_point", "percentage points"},
        {"percent_of", "% of the other"},
        {"percent_higher", "% more than the other"},
        {"percent_lower", "% less than the other"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (strcmp(unit, rows[i].unit) == 0)
            return rows[i].words;
    return unit;
}

const char *claims_range(arms_arena *arena, arms_range range, const char *unit,
                         arms_error *err)
{
    arms_unit known = arms_unit_parse(arms_text_of(unit));
    if (known == ARMS_UNIT_RANK)
        return arms_ordinal(arena, (int)lround(fmin(range.low, range.high)), err);
    const char *words =
        arms_span_words(arena, (arms_span){range, known}, ALL_DIGITS, err);
    if (!words || arms_unit_is_amount(known) || known == ARMS_UNIT_PERCENT)
        return words;
    return arms_print(arena, err, "%s %s", words, unit_words(unit));
}

const char *claims_meaning(arms_arena *arena, const arms_read_claim *claim,
                           arms_error *err)
{
    if (claims_is_direction(claim))
        return claim->value < 0 ? "down" : "up";
    bool fall = claim->value < 0;
    arms_range range = fall ? arms_range_mirrored(claim->range) : claim->range;
    const char *words = claims_range(arena, range, claim->unit, err);
    return words && fall ? arms_print(arena, err, "a fall of %s", words) : words;
}

/* ---- what it rests on ---- */

/* The sentence, from 1, that a byte of the text stands in. */
static size_t sentence_at(const arms_document *document, size_t at)
{
    size_t low = 0, high = document->sentence_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (document->sentences[middle].end <= at)
            low = middle + 1;
        else
            high = middle;
    }
    return low + 1;
}

const char *claims_basis(arms_arena *arena, const arms_document *document,
                         const arms_read_claim *claim, arms_extent words, arms_error *err)
{
    arms_text text = part_of(document, words.begin, words.end);
    if (text.len == 0)
        return "";
    size_t sentence = sentence_at(document, words.begin);
    if (sentence == claim->sentence)
        return arms_print(arena, err, "\"%.*s\"", (int)text.len, text.ptr);
    return arms_print(arena, err, "\"%.*s\" in sentence %zu", (int)text.len, text.ptr,
                      sentence);
}

const char *claims_names(arms_arena *arena, const char *joined, arms_error *err)
{
    const char *out = "";
    arms_text list = arms_text_of(joined), name;
    while (out && arms_text_split(&name, &list, ';'))
        out = arms_print(arena, err, "%s%s%.*s", out, out[0] ? ", " : "", (int)name.len,
                         name.ptr);
    return out;
}

/* "2019–23" for 2019-2023; other periods as they are. */
static const char *short_period(arms_arena *arena, const char *period, arms_error *err)
{
    arms_years years;
    arms_error ignored;
    if (!arms_years_parse(&years, arms_text_of(period), &ignored) ||
        years.first == years.last || years.first / 100 != years.last / 100)
        return period;
    return arms_print(arena, err, "%d–%02d", years.first, years.last % 100);
}

const char *claims_period(arms_arena *arena, const arms_read_claim *claim,
                          arms_error *err)
{
    const char *main = claim->period ? short_period(arena, claim->period, err) : "";
    if (!main || !claim->base_period)
        return main;
    const char *base = short_period(arena, claim->base_period, err);
    return base ? arms_print(arena, err, "%s→%s", base, main[0] ? main : "?") : NULL;
}
