/* Questions in words. */
#ifndef ARMSTRADE_CLI_TITLES_H
#define ARMSTRADE_CLI_TITLES_H

#include "cli/session.h"

/* "category Aircraft", "HS 93"; "" where the question is about all of them. */
const char *title_category(arms_arena *arena, const arms_tally *tally, arms_error *err);

/* "Aircraft", "93"; NULL where the question is about all of them. */
const char *title_category_name(const arms_tally *tally);

/* "Pakistan's arms imports", "the world's arms imports of category Aircraft", "the United
 * Kingdom's licensed arms exports"; "Pakistan's imports of HS 93" where the file has
 * goods of all kinds. */
const char *title_flow(arms_arena *arena, const arms_tally *tally, arms_error *err);

/* "suppliers of Pakistan's arms imports", "the world's arms importers". */
const char *title_ranking(arms_arena *arena, const arms_tally *tally, arms_error *err);

/* "suppliers", "recipients", "importers" or "exporters": who the partners are. */
const char *title_partners(const arms_tally *tally);

/* "2019–23", "1998–2002", "2023": as SIPRI prints periods. */
const char *title_period(arms_arena *arena, arms_years years, arms_error *err);

/* The text as the beginning of a sentence. */
const char *title_sentence(arms_arena *arena, const char *text, arms_error *err);

#endif
