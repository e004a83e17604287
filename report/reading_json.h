/* What was read in a text, as JSON. A null tree stands for memory that ran out. */
#ifndef ARMSTRADE_REPORT_READING_JSON_H
#define ARMSTRADE_REPORT_READING_JSON_H

#include <armstrade/reading.h>

#include "report/json.h"

/* The number of a sentence or a byte. */
json_t *json_place(size_t at);

/* A claim's value: a number, or of a direction "+" or "-". */
json_t *json_claimed(double value, bool direction);

/* "explicit" …, or null. */
json_t *json_period_source(arms_period_source source);

/* {"path":…, "sha256":…, "date":…}; `date` may be NULL. */
json_t *json_document(const arms_document *document, const char *date);

/* The list of numbers that became no claim. */
json_t *json_unchecked(const arms_text_reading *reading);

#endif
