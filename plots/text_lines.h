/* Text from data as a picture may show it: cleaned, measured, broken into lines. */
#ifndef ARMSTRADE_PLOTS_TEXT_LINES_H
#define ARMSTRADE_PLOTS_TEXT_LINES_H

#include <armstrade/text.h>

typedef struct text_style {
    double size; /* of the type, in pixels */
    bool bold;
    double width; /* pixels that a line may take */
    size_t most;  /* lines; what does not fit ends in "…" */
} text_style;

typedef struct text_lines {
    arms_text *line;
    size_t count;
    double width; /* of the widest line, in pixels */
} text_lines;

/* Well-formed UTF-8 on one line: blanks and control characters are single spaces, marks
 * that turn the direction of text are dropped, malformed bytes are U+FFFD. NULL is "". */
bool text_clean(arms_text *out, arms_arena *arena, const char *string, arms_error *err);

/* Pixels that clean text takes, with room for the wider of the usual sans-serif faces. */
double text_width(arms_text text, double size, bool bold);

/* Breaks clean text at its spaces, and within a word only where the word is too wide. */
bool text_wrap(text_lines *out, arms_arena *arena, arms_text text,
               const text_style *style, arms_error *err);

#endif
