/* Records of a CSV text: libcsv, guarded.
 *
 * Records end at LF, CR LF or CR outside quotes; blank lines are skipped; blanks around
 * unquoted fields are dropped. A quote inside an unquoted field is text. Text after a
 * closing quote, and a quote that is never closed, are errors with their line: libcsv
 * would swallow the rest of the file. */
#ifndef ARMSTRADE_DATA_CSV_READER_H
#define ARMSTRADE_DATA_CSV_READER_H

#include <armstrade/text.h>

enum { CSV_MAX_FIELD = 1 << 20, CSV_MAX_FIELDS = 10000 };

typedef struct csv_record {
    const arms_text *fields; /* good until the handler returns */
    size_t count;
    size_t line; /* 1-based line where the record begins */
} csv_record;

typedef bool csv_handler(void *context, const csv_record *record, arms_error *err);

/* Who splits records: libcsv, which is the reference, or, where a record is plain, the
 * fast lane. Both give the same. */
typedef enum csv_lane {
    CSV_LANE_ANY, /* the fast lane in large texts */
    CSV_LANE_REFERENCE,
    CSV_LANE_FAST
} csv_lane;

typedef struct csv_source {
    arms_text text;
    const char *file;  /* for messages */
    size_t first_line; /* number of the text's first line: 1 as a rule */
    char delimiter;
    csv_lane lane;
} csv_source;

/* Hands each record to `handler`, which returns false to stop with *err filled. PARSE and
 * LIMIT errors carry the line. */
bool csv_read(const csv_source *source, csv_handler *handler, void *context,
              arms_error *err);

#endif
