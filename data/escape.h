/* Text from data, made harmless for the place where it goes. */
#ifndef ARMSTRADE_DATA_ESCAPE_H
#define ARMSTRADE_DATA_ESCAPE_H

#include <armstrade/buffer.h>

/* A CSV cell after RFC 4180, quoted where needed; one that a spreadsheet would run as a
 * formula (= + - @ tab CR at its start) gets a leading apostrophe and quotes. */
void arms_escape_csv(arms_buffer *out, arms_text cell);

/* The same without the apostrophe: formulas stay what they are. Only a cell that begins
 * with an apostrophe which arms_unescape_csv would take off gets another one. */
void arms_quote_csv(arms_buffer *out, arms_text cell);

/* What arms_escape_csv or arms_quote_csv was given, from the field that they wrote: takes
 * the apostrophe off. */
arms_text arms_unescape_csv(arms_text field);

/* XML or HTML text and attribute values: & < > " ' and no control characters. */
void arms_escape_xml(arms_buffer *out, arms_text text);

#endif
