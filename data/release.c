/* Which release of a publisher's database a file was taken from. */
#include "data/release.h"

#include <stddef.h>
#include <string.h>

typedef struct release_row {
    const char *publisher, *release, *date;
} release_row;

#include "releases_table.h"

enum { MONTHS_KNOWN = 11 };

/* Months since the year 0, of an ISO date. */
static int months(const char *date)
{
    int year = 0, month = 0;
    for (int i = 0; i < 4; i++)
        year = year * 10 + (date[i] - '0');
    for (int i = 5; i < 7; i++)
        month = month * 10 + (date[i] - '0');
    return year * 12 + month;
}

const char *release_on(const char *publisher, const char *date)
{
    const release_row *found = NULL, *last = NULL;
    for (size_t i = 0; i < sizeof releases / sizeof *releases; i++) {
        if (strcmp(releases[i].publisher, publisher) != 0)
            continue;
        last = &releases[i];
        if (strcmp(releases[i].date, date) <= 0)
            found = last;
    }
    if (!found || (found == last && months(date) - months(found->date) > MONTHS_KNOWN))
        return NULL;
    return found->release;
}
