/* Words that end in a dot, as English newspapers write them. */
#include "analysis/claims/document_abbreviations.h"

#include <string.h>

#include "analysis/claims/words.h"

/* A row that begins with a small letter is also known with a capital. */
static const struct {
    const char *word;
    abbreviation kind;
} abbreviations[] = {
    {"Adm", ABBREVIATION_NEVER_LAST},    {"Amb", ABBREVIATION_NEVER_LAST},
    {"Brig", ABBREVIATION_NEVER_LAST},   {"Capt", ABBREVIATION_NEVER_LAST},
    {"Cdr", ABBREVIATION_NEVER_LAST},    {"Cmdr", ABBREVIATION_NEVER_LAST},
    {"Col", ABBREVIATION_NEVER_LAST},    {"Cpl", ABBREVIATION_NEVER_LAST},
    {"Dr", ABBREVIATION_NEVER_LAST},     {"Ft", ABBREVIATION_NEVER_LAST},
    {"Gen", ABBREVIATION_NEVER_LAST},    {"Gov", ABBREVIATION_NEVER_LAST},
    {"Hon", ABBREVIATION_NEVER_LAST},    {"Lt", ABBREVIATION_NEVER_LAST},
    {"Maj", ABBREVIATION_NEVER_LAST},    {"Messrs", ABBREVIATION_NEVER_LAST},
    {"Mr", ABBREVIATION_NEVER_LAST},     {"Mrs", ABBREVIATION_NEVER_LAST},
    {"Ms", ABBREVIATION_NEVER_LAST},     {"Mt", ABBREVIATION_NEVER_LAST},
    {"Pres", ABBREVIATION_NEVER_LAST},   {"Prof", ABBREVIATION_NEVER_LAST},
    {"Rep", ABBREVIATION_NEVER_LAST},    {"Rev", ABBREVIATION_NEVER_LAST},
    {"Rs", ABBREVIATION_NEVER_LAST},     {"Sen", ABBREVIATION_NEVER_LAST},
    {"Sgt", ABBREVIATION_NEVER_LAST},    {"St", ABBREVIATION_NEVER_LAST},
    {"approx", ABBREVIATION_NEVER_LAST}, {"ca", ABBREVIATION_NEVER_LAST},
    {"cf", ABBREVIATION_NEVER_LAST},     {"e.g", ABBREVIATION_NEVER_LAST},
    {"excl", ABBREVIATION_NEVER_LAST},   {"i.e", ABBREVIATION_NEVER_LAST},
    {"incl", ABBREVIATION_NEVER_LAST},   {"resp", ABBREVIATION_NEVER_LAST},
    {"v", ABBREVIATION_NEVER_LAST},      {"viz", ABBREVIATION_NEVER_LAST},
    {"vs", ABBREVIATION_NEVER_LAST},     {"art", ABBREVIATION_OF_NUMBER},
    {"ch", ABBREVIATION_OF_NUMBER},      {"fig", ABBREVIATION_OF_NUMBER},
    {"figs", ABBREVIATION_OF_NUMBER},    {"no", ABBREVIATION_OF_NUMBER},
    {"nos", ABBREVIATION_OF_NUMBER},     {"p", ABBREVIATION_OF_NUMBER},
    {"para", ABBREVIATION_OF_NUMBER},    {"paras", ABBREVIATION_OF_NUMBER},
    {"pp", ABBREVIATION_OF_NUMBER},      {"sec", ABBREVIATION_OF_NUMBER},
    {"vol", ABBREVIATION_OF_NUMBER},     {"etc", ABBREVIATION_BEFORE_LOW},
    {"Apr", ABBREVIATION_ANYWHERE},      {"Aug", ABBREVIATION_ANYWHERE},
    {"Bros", ABBREVIATION_ANYWHERE},     {"Co", ABBREVIATION_ANYWHERE},
    {"Corp", ABBREVIATION_ANYWHERE},     {"Dec", ABBREVIATION_ANYWHERE},
    {"Dept", ABBREVIATION_ANYWHERE},     {"Feb", ABBREVIATION_ANYWHERE},
    {"Inc", ABBREVIATION_ANYWHERE},      {"Jan", ABBREVIATION_ANYWHERE},
    {"Jr", ABBREVIATION_ANYWHERE},       {"Jul", ABBREVIATION_ANYWHERE},
    {"Jun", ABBREVIATION_ANYWHERE},      {"Ltd", ABBREVIATION_ANYWHERE},
    {"Mar", ABBREVIATION_ANYWHERE},      {"Nov", ABBREVIATION_ANYWHERE},
    {"Oct", ABBREVIATION_ANYWHERE},      {"Sep", ABBREVIATION_ANYWHERE},
    {"Sept", ABBREVIATION_ANYWHERE},     {"Sr", ABBREVIATION_ANYWHERE},
    {"al", ABBREVIATION_ANYWHERE},       {"est", ABBREVIATION_ANYWHERE},
};

static bool is_row(const char *row, arms_text word)
{
    bool small = row[0] >= 'a' && row[0] <= 'z';
    return arms_text_is(word, row) ||
           (small && word.len > 0 && word.ptr[0] == (row[0] & ~32) &&
            arms_text_is((arms_text){word.ptr + 1, word.len - 1}, row + 1));
}

/* "c. 1990" or "$5 m."; initials are capitals. */
static bool is_small_letter(arms_text word)
{
    return word.len == 1 && word.ptr[0] >= 'a' && word.ptr[0] <= 'z';
}

/* An initial, or letters with dots between: "U.S", "a.m", "Ph.D". */
static bool is_dotted(arms_text word)
{
    size_t letters = 0;
    for (size_t i = 0; i < word.len; i++) {
        letters = word.ptr[i] == '.' ? 0 : letters + 1;
        if (letters > 2 || !(word.ptr[i] == '.' || word_letter(word.ptr[i])))
            return false;
    }
    return word.len == 1 || (word.len > 1 && memchr(word.ptr, '.', word.len) != NULL);
}

abbreviation abbreviation_kind(arms_text word)
{
    for (size_t i = 0; i < sizeof abbreviations / sizeof *abbreviations; i++)
        if (is_row(abbreviations[i].word, word))
            return abbreviations[i].kind;
    if (is_small_letter(word))
        return ABBREVIATION_OF_NUMBER;
    return is_dotted(word) ? ABBREVIATION_ANYWHERE : ABBREVIATION_NONE;
}

/* Words that often open a sentence and are seldom part of a name. */
static const char *const opening_words[] = {
    "A",       "According", "After",     "Although", "Among",   "An",    "And",
    "As",      "At",        "Before",    "Between",  "But",     "By",    "During",
    "For",     "From",      "He",        "Her",      "His",     "How",   "However",
    "If",      "In",        "It",        "Its",      "Last",    "Most",  "No",
    "Of",      "On",        "Other",     "Our",      "Over",    "She",   "Since",
    "So",      "Some",      "That",      "The",      "Their",   "There", "These",
    "They",    "This",      "Those",     "Though",   "Thus",    "To",    "Under",
    "Until",   "We",        "What",      "When",     "Whether", "While", "With",
    "Without", "Yet",       "Meanwhile", "Moreover", "Nor",     "Only",  "Such",
};

bool abbreviation_opens(arms_text word)
{
    for (size_t i = 0; i < sizeof opening_words / sizeof *opening_words; i++)
        if (arms_text_is(word, opening_words[i]))
            return true;
    return false;
}
