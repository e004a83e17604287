/* What `inspect` found out about a file: for the pages, tables and JSON made of it. */
#ifndef ARMSTRADE_REPORT_INSPECT_H
#define ARMSTRADE_REPORT_INSPECT_H

#include <armstrade/audit.h>
#include <armstrade/look.h>
#include <armstrade/page.h>

/* Sentences. */
typedef struct inspect_list {
    const char **items;
    size_t count;
} inspect_list;

/* Boxes of one kind taken together: each with all parties on a side, World, or names. */
typedef enum inspect_side { INSPECT_ALL, INSPECT_WORLD, INSPECT_NAMED } inspect_side;

typedef struct inspect_scope {
    inspect_side exporters, importers;
    const arms_party *names[2]; /* of the exporters, of the importers */
    size_t named[2];
    arms_years years; /* of all its boxes */
    uint32_t category;
    bool gaps; /* it has several boxes, which may leave years out */
} inspect_scope;

/* One thing that is wrong or worth a look, or that was found to be sound. */
typedef struct inspect_finding {
    arms_tone tone; /* BAD: wrong; OPEN: to be looked at; GOOD: sound; PLAIN: a note */
    const char *text;
} inspect_finding;

typedef struct inspect_dataset {
    const arms_dataset *data;
    arms_audit_cells cells;
    arms_audit_year *years;
    size_t year_count;
    arms_audit_party *parties;
    size_t party_count;
    arms_audit_repeats repeats;
    arms_audit_totals totals;
    inspect_scope *scopes;
    size_t scope_count;
    inspect_list can, cannot;
} inspect_dataset;

typedef struct inspect_file {
    arms_arena *arena;
    const arms_look *look;
    inspect_dataset *datasets;
    size_t dataset_count;
    size_t skipped, taken; /* records that were left out, and that gave figures */
    inspect_finding *findings;
    size_t finding_count;
    inspect_list mapping; /* options that would load it, with "?" where a person must
                             say; none where it is hopeless */
} inspect_file;

bool inspect_file_make(inspect_file *out, arms_arena *arena, const arms_look *look,
                       arms_error *err);

/* The steps of that, in their own files. */
bool inspect_scopes(inspect_dataset *to, arms_arena *arena, arms_error *err);
bool inspect_answers(inspect_dataset *to, arms_arena *arena, arms_error *err);
bool inspect_findings(inspect_file *to, arms_error *err);
bool inspect_mapping(inspect_file *to, arms_error *err);

/* What a buffer holds, in `arena`; the buffer is freed. NULL where memory is short. */
const char *inspect_text(arms_arena *arena, arms_buffer *from, arms_error *err);

bool inspect_add(inspect_list *list, arms_arena *arena, const char *text,
                 arms_error *err);

/* "25,024" */
void inspect_count(arms_buffer *out, size_t count);

/* "25,024 records", "1 record" */
void inspect_counted(arms_buffer *out, size_t count, const char *one, const char *many);

/* "lines 3, 5 and 9", "line 3", "lines 3, 5, 9, 12, 15 and others". */
void inspect_lines(arms_buffer *out, const size_t *lines, size_t count);

/* A text as a terminal may show it, cut to a width with "…". NULL: memory is short. */
const char *inspect_clip(arms_arena *arena, const char *text, size_t width,
                         arms_error *err);

/* "24,000 with a value, 12 missing": parts of a whole, without those that are 0. */
typedef struct inspect_part {
    size_t count;
    const char *words;
} inspect_part;

void inspect_parts(arms_buffer *out, const inspect_part *parts, size_t count);

/* A paragraph of a sentence that was put together in lower case and without its stop. */
bool inspect_sentence(arms_page *page, const char *label, arms_tone tone,
                      const char *text, arms_error *err);

/* Such paragraphs of a list, close together, the label before the first. */
bool inspect_paragraphs(arms_page *page, const char *label, const inspect_list *list,
                        arms_error *err);

/* What the dataset with the number `at` holds, covers and can answer. */
bool inspect_dataset_page(arms_page *page, const inspect_file *file, size_t at,
                          arms_error *err);

/* "All exporters to all importers, 1995–2024". */
const char *inspect_scope_words(arms_arena *arena, const arms_dataset *dataset,
                                const inspect_scope *scope, arms_error *err);

/* The names of a side: "China", "China and France", "12 parties (China, France, …)". */
void inspect_names(arms_buffer *out, const arms_dataset *dataset, const arms_party *names,
                   size_t count);

/* What stands in the file, column by column and, where no layout reads it, how it could
 * be loaded. */
bool inspect_columns_page(arms_page *page, const inspect_file *file, arms_error *err);

/* "publisher", "importers", "exporters". */
const char *inspect_reporter_name(arms_reporter by);

/* "',' " as "commas". */
const char *inspect_delimiter_words(char delimiter);

/* Columns of years that follow each other are one: the first one behind `from` that does
 * not belong to them. */
size_t inspect_year_run(const arms_look *look, size_t from);

#endif
