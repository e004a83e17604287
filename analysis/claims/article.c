/* Names inside sentences: some take "the" ("the Netherlands", "the Soviet Union"), as the
 * reference table spells them or as a claim may. At the beginning of a sentence and in a
 * table the bare name stands. */
#include "analysis/claims/wording.h"

#include <string.h>

/* Whole names. */
static const char *const names[] = {
    "African Union",
    "Americas",
    "Arab World",
    "Bahamas",
    "Caribbean",
    "Comoros",
    "Czech Republic",
    "DR Congo",
    "EU",
    "European Union",
    "Gambia",
    "Gulf States",
    "Holy See",
    "Isle of Man",
    "Maldives",
    "Middle East",
    "Middle East and North Africa",
    "Netherlands",
    "OSCE",
    "Philippines",
    "Soviet Union",
    "Turks and Caicos Islands",
    "UAE",
    "UK",
    "UN",
    "US",
    "USA",
    "USSR",
    "United Nations",
};

/* What a name begins or ends with: "Marshall Islands", "Republic of the Congo". */
static const char *const beginnings[] = {
    "Democratic Republic of ",
    "Kingdom of ",
    "Netherlands Antilles",
    "Republic of ",
    "United Kingdom",
    "United States",
    "United Arab Emirates",
    "Khmer Rouge (",
    "Northern Alliance (",
    "Regional Security System",
    "Viet ",
};

static const char *const endings[] = {
    " Islands",     " Republic",   " Territory",
    " Territories", " Federation", " Customs Union",
};

static bool is_listed(arms_text name)
{
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (arms_text_is(name, names[i]))
            return true;
    return false;
}

static bool begins_so(arms_text name)
{
    for (size_t i = 0; i < sizeof beginnings / sizeof *beginnings; i++)
        if (arms_text_starts(name, beginnings[i]))
            return true;
    return false;
}

static bool ends_so(arms_text name)
{
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) {
        size_t length = strlen(endings[i]);
        if (name.len > length &&
            memcmp(name.ptr + name.len - length, endings[i], length) == 0)
            return true;
    }
    return false;
}

/* Two places of which the first takes none. */
static bool is_several(arms_text name)
{
    return arms_text_starts(name, "South Georgia and ") ||
           arms_text_starts(name, "Heard Island and ");
}

/* "Houthi rebels (Yemen)"; not "unknown rebel group". */
static bool is_rebels(const char *name)
{
    const char *rebels = strstr(name, " rebels");
    return rebels && (rebels[7] == '\0' || rebels[7] == ' ');
}

const char *arms_article(const char *name)
{
    arms_text text = arms_text_of(name);
    bool takes = is_listed(text) || begins_so(text) || ends_so(text) || is_rebels(name);
    return takes && !is_several(text) ? "the " : "";
}

const char *arms_the(arms_arena *arena, const char *name, arms_error *err)
{
    return arms_print(arena, err, "%s%s", arms_article(name), name);
}
