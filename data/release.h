/* Which release of a publisher's database a file was taken from. */
#ifndef ARMSTRADE_DATA_RELEASE_H
#define ARMSTRADE_DATA_RELEASE_H

/* The release in force on an ISO date ("2026-02-12" gives SIPRI's "2025-03"); NULL before
 * the first one that is known, and more than eleven months after the last, when there
 * will have been another. Source: data/reference/releases.csv. */
const char *release_on(const char *publisher, const char *date);

#endif
