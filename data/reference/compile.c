/* Compiles the reference tables: CSV files in, C arrays out. A build tool, not a part of
 * the library: it runs once per build and writes two headers.
 *
 *     compile entities entities.csv entities_table.h
 *     compile TABLE TABLE.csv TABLE_table.h
 *
 * Keys of names are folded here, by the same function that folds what people type, and
 * sorted, so that the program looks names up without any work at its start. All other
 * tables become arrays of rows as they are. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <armstrade/buffer.h>

#include "data/csv_reader.h"
#include "data/input.h"

enum { MAX_KEYS = 20000, ENTITY_FIELDS = 13 };

/* Columns of entities.csv. */
enum {
    CODE,
    NAME,
    KIND,
    ISO3,
    ISO2,
    M49,
    FROM,
    TO,
    SUCCESSOR,
    SIPRI,
    ALIASES,
    DEMONYMS,
    PLACES
};

typedef struct key_row {
    arms_text key;
    unsigned id;
} key_row;

typedef struct compiler {
    arms_arena arena;
    arms_buffer out;
    const char *file;
    size_t fields;  /* that each record must have */
    unsigned id;    /* of the record at hand; 0 = header */
    unsigned world; /* id of the sum of all parties */
    key_row *keys, *spellings;
    size_t key_count, spelling_count;
    bool (*row)(struct compiler *, const csv_record *, arms_error *);
} compiler;

static const char *const kinds[][2] = {
    {"state", "ARMS_ENTITY_STATE"},
    {"territory", "ARMS_ENTITY_TERRITORY"},
    {"former", "ARMS_ENTITY_FORMER"},
    {"group", "ARMS_ENTITY_GROUP"},
    {"organisation", "ARMS_ENTITY_ORGANISATION"},
    {"aggregate", "ARMS_ENTITY_AGGREGATE"},
    {"unknown", "ARMS_ENTITY_UNKNOWN_PARTY"},
};

static void put_string(arms_buffer *out, arms_text text)
{
    arms_buffer_string(out, "\"");
    for (size_t i = 0; i < text.len; i++) {
        unsigned char byte = (unsigned char)text.ptr[i];
        bool plain = byte >= 0x20 && byte < 0x7F && byte != '"' && byte != '\\';
        /* Octal has a fixed length, so that a digit after it is no part of it. */
        arms_buffer_print(out, plain ? "%c" : "\\%03o", byte);
    }
    arms_buffer_string(out, "\"");
}

static bool add_key(compiler *c, arms_text name, bool spelling, arms_error *err)
{
    arms_text key = {arms_copy(&c->arena, name.ptr, name.len, err), name.len};
    if (!key.ptr || (!spelling && !arms_text_key(&key, &c->arena, name, err)))
        return false;
    size_t *count = spelling ? &c->spelling_count : &c->key_count;
    if (*count == MAX_KEYS)
        return arms_fail(err, ARMS_LIMIT, "more than %d names", MAX_KEYS);
    if (key.len > 0)
        (spelling ? c->spellings : c->keys)[(*count)++] = (key_row){key, c->id};
    return true;
}

/* Each name of a list joined by ';'. */
static bool add_names(compiler *c, arms_text list, bool spelling, arms_error *err)
{
    arms_text name;
    while (arms_text_split(&name, &list, ';'))
        if (!add_key(c, name, spelling, err))
            return false;
    return true;
}

static const char *kind_constant(arms_text kind)
{
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (arms_text_is(kind, kinds[i][0]))
            return kinds[i][1];
    return NULL;
}

static bool put_entity(compiler *c, const csv_record *r, arms_error *err)
{
    const char *kind = kind_constant(r->fields[KIND]);
    if (!kind)
        return arms_fail_at(err, ARMS_PARSE, c->file, r->line, "unknown kind");
    arms_buffer_string(&c->out, "    {");
    for (size_t i = 0; i < ENTITY_FIELDS; i++) {
        if (i == KIND)
            arms_buffer_string(&c->out, kind);
        else
            put_string(&c->out, r->fields[i]);
        arms_buffer_string(&c->out, i + 1 < ENTITY_FIELDS ? ", " : "},\n");
    }
    if (arms_text_is(r->fields[CODE], "world"))
        c->world = c->id;
    static const int named[] = {NAME, ISO3, ISO2, M49, SIPRI, ALIASES, DEMONYMS, PLACES};
    for (size_t i = 0; i < sizeof named / sizeof *named; i++)
        if (!add_names(c, r->fields[named[i]], false, err))
            return false;
    bool slug = !arms_text_equal(r->fields[CODE], r->fields[ISO3]);
    return (!slug || add_names(c, r->fields[CODE], false, err)) &&
           add_names(c, r->fields[SIPRI], true, err);
}

static bool put_plain(compiler *c, const csv_record *r, arms_error *err)
{
    (void)err;
    arms_buffer_string(&c->out, "    {");
    for (size_t i = 0; i < c->fields; i++) {
        put_string(&c->out, r->fields[i]);
        arms_buffer_string(&c->out, i + 1 < c->fields ? ", " : "},\n");
    }
    return true;
}

static bool on_record(void *context, const csv_record *record, arms_error *err)
{
    compiler *c = context;
    if (record->count != c->fields)
        return arms_fail_at(err, ARMS_PARSE, c->file, record->line,
                            "%zu fields expected, %zu found", c->fields, record->count);
    bool header = c->id == 0;
    bool done = header || c->row(c, record, err);
    c->id++;
    return done;
}

static int compare_keys(const void *a, const void *b)
{
    const key_row *x = a, *y = b;
    size_t len = x->key.len < y->key.len ? x->key.len : y->key.len;
    int order = memcmp(x->key.ptr, y->key.ptr, len);
    if (order == 0)
        order = (x->key.len > y->key.len) - (x->key.len < y->key.len);
    return order ? order : (x->id > y->id) - (x->id < y->id);
}

static void put_keys(compiler *c, const char *name, key_row *rows, size_t count)
{
    qsort(rows, count, sizeof *rows, compare_keys);
    arms_buffer_print(&c->out, "};\n\nstatic const entity_key %s[] = {\n", name);
    for (size_t i = 0; i < count; i++) {
        if (i > 0 && compare_keys(&rows[i - 1], &rows[i]) == 0)
            continue;
        arms_buffer_string(&c->out, "    {");
        put_string(&c->out, rows[i].key);
        arms_buffer_print(&c->out, ", %u},\n", rows[i].id);
    }
}

static bool compile(compiler *c, const char *path, arms_error *err)
{
    arms_input input;
    if (!arms_input_read(&input, path, 1 << 24, err))
        return false;
    csv_source source = {input.text, path, 1, ','};
    c->file = path;
    bool done = csv_read(&source, on_record, c, err);
    arms_input_free(&input);
    return done;
}

static bool compile_entities(compiler *c, const char *path, arms_error *err)
{
    c->fields = ENTITY_FIELDS;
    c->row = put_entity;
    c->keys = arms_alloc(&c->arena, MAX_KEYS, sizeof *c->keys, err);
    c->spellings = arms_alloc(&c->arena, MAX_KEYS, sizeof *c->spellings, err);
    arms_buffer_string(&c->out, "static const arms_entity entities[] = {\n");
    if (!c->keys || !c->spellings || !compile(c, path, err))
        return false;
    put_keys(c, "entity_keys", c->keys, c->key_count);
    put_keys(c, "sipri_spellings", c->spellings, c->spelling_count);
    arms_buffer_print(&c->out, "};\n\nenum { WORLD = %u };\n", c->world);
    return arms_buffer_check(&c->out, err);
}

/* A table whose rows are strings, in the order of its columns. */
typedef struct plain_table {
    const char *name, *row; /* of the array, and of the type of its rows */
    size_t fields;
} plain_table;

static const plain_table plain_tables[] = {
    {"releases", "release_row", 3},
    {"spellings", "spelling_row", 3},
};

static bool compile_plain(compiler *c, const char *name, const char *path,
                          arms_error *err)
{
    const plain_table *table = NULL;
    for (size_t i = 0; i < sizeof plain_tables / sizeof *plain_tables; i++)
        if (strcmp(plain_tables[i].name, name) == 0)
            table = &plain_tables[i];
    if (!table)
        return arms_fail(err, ARMS_USAGE, "no table \"%s\"", name);
    c->fields = table->fields;
    c->row = put_plain;
    arms_buffer_print(&c->out, "static const %s %s[] = {\n", table->row, table->name);
    if (!compile(c, path, err))
        return false;
    arms_buffer_string(&c->out, "};\n");
    return arms_buffer_check(&c->out, err);
}

static bool write_file(const char *path, const arms_buffer *out)
{
    FILE *file = fopen(path, "wb");
    if (!file)
        return false;
    bool done = fwrite(out->data, 1, out->len, file) == out->len;
    return fclose(file) == 0 && done;
}

int main(int argc, char **argv)
{
    compiler c = {0};
    arms_error err = {0};
    if (argc != 4) {
        fputs("usage: compile TABLE IN.csv OUT.h\n", stderr);
        return EXIT_FAILURE;
    }
    bool done = strcmp(argv[1], "entities") == 0
                    ? compile_entities(&c, argv[2], &err)
                    : compile_plain(&c, argv[1], argv[2], &err);
    if (!done)
        fprintf(stderr, "%s:%zu: %s\n", err.file, err.line, err.text);
    done = done && write_file(argv[3], &c.out);
    arms_buffer_free(&c.out);
    arms_arena_free(&c.arena);
    return done ? EXIT_SUCCESS : EXIT_FAILURE;
}
