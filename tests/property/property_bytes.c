/* A byte that holds a file together is changed, cut or doubled: what is loaded then has
 * the same figures, or there is an error, or a note that the whole file does not have.
 * Never other figures in silence.
 *
 * Such bytes are delimiters, quotes, line ends, all bytes of the header, a byte-order
 * mark, and the bytes of letters beyond ASCII. Digits and plain letters of the rows are
 * what the publisher says, and no program can tell a changed one. */
#include <stdlib.h>
#include <string.h>

#include "tests/property/random.h"
#include "tests/unit/fixture.h"

enum { SHOWN = 5, MOST_FAULTS = 10 };

typedef enum mutation { CHANGE, CUT, DOUBLE, MUTATIONS } mutation;

static const char *const mutation_names[] = {"changed", "cut", "doubled"};

/* A fixture, and the text of its header's first fields. */
typedef struct subject {
    const char *file, *header;
} subject;

static const subject subjects[] = {
    {"register.csv", "SIPRI AT"},
    {"register-spreadsheet.csv", "SIPRI AT"},
    {"register-one-supplier.csv", "SIPRI AT"},
    {"tiv-imports.csv", "Recipient,"},
    {"tiv-exports.csv", "Exports by,"},
    {"tiv-matrix.csv", ",2016"},
    {"wdi-imports.csv", "\"Country Name\""},
};

static void put_side(arms_buffer *out, const arms_dataset *data, const arms_side *side)
{
    arms_buffer_string(out, side->all ? "*" : "");
    for (size_t i = 0; i < side->count; i++)
        arms_buffer_print(out, "%s|", arms_dataset_party_name(data, side->parties[i]));
}

static void put_boxes(arms_buffer *out, const arms_dataset *data)
{
    const arms_box *boxes;
    size_t count = arms_dataset_boxes(data, &boxes);
    for (size_t i = 0; i < count; i++) {
        put_side(out, data, &boxes[i].exporters);
        arms_buffer_string(out, " to ");
        put_side(out, data, &boxes[i].importers);
        arms_buffer_print(out, " %d-%d %s\n", boxes[i].years.first, boxes[i].years.last,
                          arms_dataset_category(data, boxes[i].category));
    }
}

static void put_flow(arms_buffer *out, const arms_dataset *data, size_t index)
{
    arms_flow flow = arms_dataset_flow(data, index);
    arms_buffer_print(out, "%d %s>%s %s %.17g [%.17g,%.17g] %u %u\n", flow.year,
                      arms_dataset_party_name(data, flow.exporter),
                      arms_dataset_party_name(data, flow.importer),
                      arms_dataset_category(data, flow.category), flow.value, flow.low,
                      flow.high, (unsigned)flow.flags, (unsigned)flow.parts);
}

/* All that is said with figures, without lines, which a new line end may move. */
static void put_figures(arms_buffer *out, const arms_loaded *loaded)
{
    for (size_t d = 0; d < loaded->count; d++) {
        const arms_dataset *data = loaded->items[d];
        const arms_about *about = arms_dataset_about(data);
        const arms_measure *measure = arms_dataset_measure(data);
        arms_buffer_print(out, "%s %s %s %d %g %d %s %d %s\n", about->layout,
                          about->generated, about->release, (int)measure->unit,
                          measure->scale, (int)measure->kind, measure->valuation,
                          (int)about->reported_by, about->classification);
        put_boxes(out, data);
        for (size_t i = 0; i < arms_dataset_count(data); i++)
            put_flow(out, data, i);
    }
}

static bool has_note(const arms_loaded *loaded, const char *note)
{
    const arms_about *about = arms_dataset_about(loaded->items[0]);
    for (size_t i = 0; i < about->note_count; i++)
        if (strcmp(about->notes[i], note) == 0)
            return true;
    return false;
}

static bool says_more(const arms_loaded *damaged, const arms_loaded *whole)
{
    const arms_about *about = arms_dataset_about(damaged->items[0]);
    for (size_t i = 0; i < about->note_count; i++)
        if (!has_note(whole, about->notes[i]))
            return true;
    return false;
}

/* ---- damage ---- */

/* The header's place in the text: from its first field to its line end. */
static bool find_header(const char *text, const char *header, size_t *from, size_t *to)
{
    const char *at = strstr(text, header);
    if (!CHECK_ROW(at != NULL, header))
        return false;
    *from = (size_t)(at - text);
    *to = *from + strcspn(at, "\r\n");
    return true;
}

static bool holds_together(char byte)
{
    return strchr(",;\t|\"\r\n", byte) != NULL || (unsigned char)byte >= 0x80;
}

static char other_byte(char byte)
{
    static const char bytes[] = ",;\"\n\r\tx5 '|\xC3\xFF";
    char other = byte;
    while (other == byte)
        other = bytes[random_below(sizeof bytes - 1)];
    return other;
}

static void damage(arms_buffer *out, const char *text, size_t at, mutation how)
{
    arms_buffer_text(out, (arms_text){text, at});
    char byte = how == CHANGE ? other_byte(text[at]) : text[at];
    if (how != CUT)
        arms_buffer_text(out, (arms_text){&byte, 1});
    if (how == DOUBLE)
        arms_buffer_text(out, (arms_text){&byte, 1});
    arms_buffer_string(out, text + at + 1);
}

/* ---- what becomes of it ---- */

typedef struct trial {
    const char *file, *text;
    fixture whole;
    arms_buffer figures;
    size_t refused, same, noted, faults;
} trial;

static void tell_fault(const trial *t, const arms_buffer *text,
                       const arms_buffer *figures, const char *what)
{
    arms_buffer row = {0};
    size_t line = 1, differs = 0;
    while (text->data[differs] == t->text[differs])
        line += t->text[differs++] == '\n';
    arms_buffer_print(&row, "%s, line %zu: %s near \"%.30s\"; figures are now: %.300s",
                      t->file, line, what, text->data + differs, figures->data);
    (void)CHECK_ROW(false, row.data);
    arms_buffer_free(&row);
}

static void check_damage(trial *t, size_t at, mutation how)
{
    arms_buffer text = {0}, figures = {0};
    damage(&text, t->text, at, how);
    fixture f = fixture_load_bytes((arms_text){text.data, text.len});
    put_figures(&figures, &f.loaded);
    bool same = f.done && strcmp(figures.data, t->figures.data) == 0;
    bool noted = f.done && says_more(&f.loaded, &t->whole.loaded);
    t->refused += !f.done;
    t->same += same;
    t->noted += noted && !same;
    if (f.done && !same && !noted && t->faults++ < SHOWN)
        tell_fault(t, &text, &figures, mutation_names[how]);
    fixture_free(&f);
    arms_buffer_free(&text);
    arms_buffer_free(&figures);
}

static void check_bytes(trial *t, const char *header)
{
    size_t from, to;
    if (!find_header(t->text, header, &from, &to))
        return;
    for (size_t at = 0; t->text[at] && t->faults < MOST_FAULTS; at++) {
        bool head = at >= from && at < to;
        for (int how = 0; (head || holds_together(t->text[at])) && how < MUTATIONS; how++)
            check_damage(t, at, (mutation)how);
    }
    CHECK(t->refused > 0 && t->same > 0);
    CHECK_COUNT(t->faults, 0);
}

static void check_subject(const subject *s)
{
    size_t length;
    arms_buffer name = {0};
    arms_buffer_print(&name, "%s/%s", FIXTURES, s->file);
    trial t = {.file = s->file};
    char *text = check_read(name.data, &length);
    if (CHECK_ROW(text != NULL, s->file)) {
        t.text = text;
        t.whole = fixture_load_bytes((arms_text){text, length});
        put_figures(&t.figures, &t.whole.loaded);
        if (CHECK_ROW(t.whole.done, t.whole.err.text))
            check_bytes(&t, s->header);
    }
    fixture_free(&t.whole);
    arms_buffer_free(&t.figures);
    arms_buffer_free(&name);
    free(text);
}

static void test_bytes(void)
{
    for (size_t i = 0; i < sizeof subjects / sizeof *subjects; i++)
        check_subject(&subjects[i]);
}

const check_test property_bytes_tests[] = {
    {"no other figures in silence", test_bytes},
    {NULL, NULL},
};
