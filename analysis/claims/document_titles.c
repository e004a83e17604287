/* Headings of plain text: a line on its own that is short and no sentence. */
#include "analysis/claims/document_lines.h"

#include <string.h>

enum { MOST_WORDS = 14, LONGEST_TITLE = 200 };

static size_t count_words(arms_text line)
{
    size_t words = 0;
    for (size_t i = 0; i < line.len; i++)
        words += !document_is_blank(line.ptr[i]) &&
                 (i == 0 || document_is_blank(line.ptr[i - 1]));
    return words;
}

/* Bytes of the closing quote, bracket or mark of emphasis at the end; 0 for others. */
static size_t closer_length(arms_text line)
{
    static const char *const closers[] = {"\"", "'", ")", "]", "*", "_", "”", "’", "»"};
    for (size_t i = 0; i < sizeof closers / sizeof *closers; i++) {
        size_t n = strlen(closers[i]);
        if (line.len >= n && memcmp(line.ptr + line.len - n, closers[i], n) == 0)
            return n;
    }
    return 0;
}

static bool ends_sentence(arms_text line)
{
    for (size_t n; (n = closer_length(line)) > 0;)
        line.len -= n;
    char last = line.len > 0 ? line.ptr[line.len - 1] : '.';
    bool dots = line.len >= 3 && memcmp(line.ptr + line.len - 3, "…", 3) == 0;
    return dots || memchr(".!?:;,", last, 6) != NULL;
}

bool lines_is_title(arms_text line)
{
    bool low = line.len > 0 && line.ptr[0] >= 'a' && line.ptr[0] <= 'z';
    return line.len <= LONGEST_TITLE && !low && !ends_sentence(line) &&
           count_words(line) <= MOST_WORDS;
}
