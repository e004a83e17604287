/* Sentences around numbers, claims that are not judged, and numbers that are no claims:
 * what a reader needs to find a verdict's number in the article again, and to see that
 * nothing was left out. */
#include "report/check_text.h"

#include <string.h>

#include "report/reason_list.h"

enum { EXCERPT_WIDTH = 50 };

/* ---- a sentence around a number ---- */

/* How many claims before this one have the same words for a number in the same sentence,
 * in other places of it. */
static size_t same_before(const arms_verdicts *verdicts, size_t which)
{
    const arms_claim *claim = verdicts->items[which].claim;
    size_t count = 0, last = claim->begin;
    for (size_t i = which; i-- > 0;) {
        const arms_claim *other = verdicts->items[i].claim;
        if (other->sentence != claim->sentence)
            break;
        if (strcmp(other->printed, claim->printed) == 0 && other->begin < last) {
            count++;
            last = other->begin;
        }
    }
    return count;
}

/* Whether the words begin here, and not within a longer number or word: "1 per cent" is
 * no part of "11 per cent". */
static bool begins_at(const char *text, const char *at)
{
    char before = at > text ? at[-1] : ' ';
    bool digit = before >= '0' && before <= '9';
    bool point = (before == '.' || before == ',') && *at >= '0' && *at <= '9';
    return !digit && !point &&
           !((before >= 'a' && before <= 'z') || (before >= 'A' && before <= 'Z'));
}

/* Where the number stands in the sentence, after so many like it; the empty end of the
 * sentence where it does not. */
static arms_extent number_in(const char *text, const char *printed, size_t skip)
{
    size_t length = strlen(printed);
    arms_extent found = {strlen(text), strlen(text)};
    const char *at = length > 0 ? strstr(text, printed) : NULL;
    for (; at; at = strstr(at + 1, printed)) {
        if (!begins_at(text, at))
            continue;
        found = (arms_extent){(size_t)(at - text), (size_t)(at - text) + length};
        if (skip-- == 0)
            break;
    }
    return found;
}

static size_t width_of(const char *text, arms_extent part)
{
    return arms_text_width((arms_text){text + part.begin, part.end - part.begin});
}

/* The part with one more word before it, or behind it. */
static arms_extent word_before(const char *text, arms_extent part)
{
    while (part.begin > 0 && text[part.begin - 1] == ' ')
        part.begin--;
    while (part.begin > 0 && text[part.begin - 1] != ' ')
        part.begin--;
    return part;
}

static arms_extent word_after(const char *text, arms_extent part)
{
    while (text[part.end] == ' ')
        part.end++;
    while (text[part.end] && text[part.end] != ' ')
        part.end++;
    return part;
}

/* As many words on both sides of the number as a line has room for. */
static arms_extent line_around(const char *text, arms_extent number)
{
    arms_extent part = number;
    bool grows = true;
    while (grows) {
        arms_extent before = word_before(text, part);
        grows = before.begin < part.begin && width_of(text, before) <= EXCERPT_WIDTH;
        part = grows ? before : part;
        arms_extent behind = word_after(text, part);
        bool more = behind.end > part.end && width_of(text, behind) <= EXCERPT_WIDTH;
        part = more ? behind : part;
        grows = grows || more;
    }
    return part;
}

const char *check_excerpt(arms_page *page, const arms_verdicts *verdicts, size_t which,
                          arms_error *err)
{
    const arms_claim *claim = verdicts->items[which].claim;
    const char *text = claim->text ? claim->text : "";
    arms_extent number = number_in(text, claim->printed, same_before(verdicts, which));
    arms_extent part = line_around(text, number);
    bool found = number.end > number.begin;
    return arms_print(page->arena, err, "sentence %zu: %s%.*s%s%.*s%s%.*s%s",
                      claim->sentence, part.begin > 0 ? "…" : "",
                      (int)(number.begin - part.begin), text + part.begin,
                      found ? "»" : "", (int)(number.end - number.begin),
                      text + number.begin, found ? "«" : "", (int)(part.end - number.end),
                      text + number.end, text[part.end] ? "…" : "");
}

/* ---- claims that are not judged ---- */

/* "94 per cent (sentence 5), 12 per cent (claim 7): a change …". */
static const char *reason_words(arms_page *page, const arms_verdicts *verdicts,
                                const char *reason, arms_error *err)
{
    arms_buffer list = {0};
    for (size_t i = 0; i < verdicts->count; i++) {
        const arms_claim *claim = verdicts->items[i].claim;
        if (!claim->unjudged || strcmp(claim->unjudged, reason) != 0)
            continue;
        arms_buffer_print(&list, "%s%s ", list.len > 0 ? ", " : "", claim->printed);
        if (claim->sentence > 0)
            arms_buffer_print(&list, "(sentence %zu)", claim->sentence);
        else
            arms_buffer_print(&list, "(claim %s)", claim->id);
    }
    arms_buffer_print(&list, ": %s", reason);
    return arms_buffer_keep(&list, page->arena, err);
}

bool check_say_unjudged(arms_page *page, const arms_verdicts *verdicts, arms_error *err)
{
    reason_list reasons = {0};
    for (size_t i = 0; i < verdicts->count; i++) {
        const char *reason = verdicts->items[i].claim->unjudged;
        if (reason && !reason_list_add(&reasons, page->arena, reason, err))
            return false;
    }
    for (size_t i = 0; i < reasons.count; i++) {
        const char *words = reason_words(page, verdicts, reasons.items[i].reason, err);
        bool said = i == 0 ? arms_page_say_labelled(page, "NOT JUDGED", ARMS_TONE_OPEN,
                                                    words, err)
                           : words && arms_page_add(page, "", words, err);
        if (!said)
            return false;
    }
    return true;
}

/* ---- numbers that are no claims ---- */

bool check_say_text(arms_page *page, const arms_checked_text *text, arms_error *err)
{
    const arms_text_reading *reading = text->reading;
    reason_list reasons = {0};
    if (!reason_list_unchecked(&reasons, page->arena, reading, err))
        return false;
    size_t others = reading->unchecked_count;
    arms_buffer line = {0};
    const char *path = text->document->path;
    arms_buffer_print(&line, "%s%s%s: %zu sentence%s, ",
                      strcmp(path, "-") == 0 ? "standard input" : path,
                      text->date ? ", published " : "", text->date ? text->date : "",
                      text->document->sentence_count,
                      text->document->sentence_count == 1 ? "" : "s");
    arms_buffer_print(&line, "%zu number%s that %s no claim%s", others,
                      others == 1 ? "" : "s", others == 1 ? "is" : "are",
                      others == 1 ? "" : "s");
    for (size_t i = 0; i < reasons.count; i++)
        arms_buffer_print(&line, "%s%s %zu", i == 0 ? " (" : ", ",
                          reasons.items[i].reason, reasons.items[i].count);
    arms_buffer_string(&line, reasons.count > 0 ? ")" : "");
    const char *words = arms_buffer_keep(&line, page->arena, err);
    return words && arms_page_say_labelled(page, "text", ARMS_TONE_PLAIN, words, err);
}
