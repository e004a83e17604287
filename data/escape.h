/* Text from data, made harmless for the place where it goes. */
#ifndef ARMSTRADE_DATA_ESCAPE_H
#define ARMSTRADE_DATA_ESCAPE_H

#include <armstrade/buffer.h>

/* A CSV cell after RFC 4180, quoted where needed; one that a spreadsheet would run as a
 * formula (= + - @ tab CR at its start) gets a leading apostrophe and quotes. */
void arms_escape_csv(arms_buffer *out, arms_text cell);

/* XML or HTML text and attribute values: & < > " ' and no control characters. */
void arms_escape_xml(arms_buffer *out, arms_text text);

#endif
