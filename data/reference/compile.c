/* Compiles the reference tables: CSV files in, C arrays out. A build tool, not a part of
 * the library: it runs once per build and table and reads FOLDER/TABLE.csv.
 *
 *     compile TABLE FOLDER TABLE_table.h
 *
 * Keys of names are folded here, by the same function that folds what people type, and
 * sorted, so that the program looks names up without any work at its start. Members of
 * groups become ids of entities. The phrases that articles are read by come from three
 * tables (compile_phrases.c). All other tables become arrays of rows as they are. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "data/input.h"
#include "data/reference/compiling.h"

enum { MAX_KEYS = 20000, GROUP_FIELDS = 6 };

/* Columns of groups.csv. A member is "TUR", "TUR 1952-" or "GBR 1973-2020". */
enum { GROUP_CODE, GROUP_PUBLISHER, GROUP_NAME, GROUP_ALIASES, GROUP_NOTE, MEMBERS };

static const char *const kinds[][2] = {
    {"state", "ARMS_ENTITY_STATE"},
    {"territory", "ARMS_ENTITY_TERRITORY"},
    {"former", "ARMS_ENTITY_FORMER"},
    {"group", "ARMS_ENTITY_GROUP"},
    {"organisation", "ARMS_ENTITY_ORGANISATION"},
    {"aggregate", "ARMS_ENTITY_AGGREGATE"},
    {"unknown", "ARMS_ENTITY_UNKNOWN_PARTY"},
};

void compile_string(arms_buffer *out, arms_text text)
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

/* "cow:640" for each code in the list; plain numbers of two schemes would collide. */
static bool add_codes(compiler *c, const char *scheme, arms_text list, arms_error *err)
{
    arms_text code;
    while (arms_text_split(&code, &list, ';')) {
        const char *name =
            arms_print(&c->arena, err, "%s:%.*s", scheme, (int)code.len, code.ptr);
        if (!name || (code.len > 0 && !add_key(c, arms_text_of(name), false, err)))
            return false;
    }
    return true;
}

static const char *kind_constant(arms_text kind)
{
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (arms_text_is(kind, kinds[i][0]))
            return kinds[i][1];
    return NULL;
}

static bool put_fields(compiler *c, const csv_record *r, arms_error *err)
{
    const char *kind = kind_constant(r->fields[KIND]);
    if (!kind)
        return arms_fail_at(err, ARMS_PARSE, c->file, r->line, "unknown kind");
    arms_buffer_string(&c->out, "    {");
    for (size_t i = 0; i < ENTITY_FIELDS; i++) {
        if (i == KIND)
            arms_buffer_string(&c->out, kind);
        else
            compile_string(&c->out, r->fields[i]);
        arms_buffer_string(&c->out, i + 1 < ENTITY_FIELDS ? ", " : "},\n");
    }
    return true;
}

static bool add_all_codes(compiler *c, const csv_record *r, arms_error *err)
{
    return add_codes(c, "iso", r->fields[ISO3], err) &&
           add_codes(c, "iso", r->fields[ISO2], err) &&
           add_codes(c, "m49", r->fields[M49], err) &&
           add_codes(c, "cow", r->fields[COW], err);
}

static bool put_entity(compiler *c, const csv_record *r, arms_error *err)
{
    if (!put_fields(c, r, err))
        return false;
    if (arms_text_is(r->fields[CODE], "world"))
        c->world = c->id;
    static const int named[] = {NAME, ISO3, ISO2, M49, SIPRI, ALIASES, DEMONYMS, PLACES};
    for (size_t i = 0; i < sizeof named / sizeof *named; i++)
        if (!add_names(c, r->fields[named[i]], false, err))
            return false;
    bool slug = !arms_text_equal(r->fields[CODE], r->fields[ISO3]);
    return add_all_codes(c, r, err) &&
           (!slug || add_names(c, r->fields[CODE], false, err)) &&
           add_names(c, r->fields[SIPRI], true, err);
}

static bool keep_code(compiler *c, const csv_record *r, arms_error *err)
{
    arms_text code = r->fields[CODE];
    c->codes = arms_extend(&c->arena, c->codes, c->code_count, sizeof *c->codes, err);
    const char *copy = arms_copy(&c->arena, code.ptr, code.len, err);
    if (!c->codes || !copy)
        return false;
    c->codes[c->code_count++] = copy;
    return true;
}

/* "1952", or nothing; false for anything else. */
static bool year_of(int *out, arms_text text)
{
    *out = 0;
    for (size_t i = 0; i < text.len; i++) {
        if (text.ptr[i] < '0' || text.ptr[i] > '9')
            return false;
        *out = *out * 10 + (text.ptr[i] - '0');
    }
    return text.len == 0 || text.len == 4;
}

static bool put_member(compiler *c, arms_text text, size_t line, arms_error *err)
{
    arms_text code, from, rest = text;
    size_t id = 0;
    int first = 0, last = 0;
    arms_text_split(&code, &rest, ' ');
    bool dated = rest.len > 0;
    while (id < c->code_count && !arms_text_is(code, c->codes[id]))
        id++;
    if (id == c->code_count ||
        (dated &&
         (!memchr(rest.ptr, '-', rest.len) || !arms_text_split(&from, &rest, '-') ||
          !year_of(&first, from) || !year_of(&last, rest) || (last > 0 && last < first))))
        return arms_fail_at(err, ARMS_PARSE, c->file, line,
                            "\"%.*s\" is no code of entities.csv with years",
                            (int)text.len, text.ptr);
    arms_buffer_print(&c->members, "    {%zu, %d, %d},\n", id + 1, first, last);
    c->member_count++;
    return true;
}

static bool put_group(compiler *c, const csv_record *r, arms_error *err)
{
    static const int shown[] = {GROUP_CODE, GROUP_PUBLISHER, GROUP_NAME, GROUP_NOTE};
    static const int named[] = {GROUP_CODE, GROUP_NAME, GROUP_ALIASES};
    arms_buffer_string(&c->out, "    {{");
    for (size_t i = 0; i < sizeof shown / sizeof *shown; i++) {
        arms_buffer_string(&c->out, i == 0 ? "" : ", ");
        compile_string(&c->out, r->fields[shown[i]]);
    }
    arms_buffer_print(&c->out, "}, %zu, ", c->member_count);
    arms_text member, list = r->fields[MEMBERS];
    while (arms_text_split(&member, &list, ';'))
        if (!put_member(c, member, r->line, err))
            return false;
    arms_buffer_print(&c->out, "%zu},\n", c->member_count);
    for (size_t i = 0; i < sizeof named / sizeof *named; i++)
        if (!add_names(c, r->fields[named[i]], false, err))
            return false;
    return true;
}

static bool put_plain(compiler *c, const csv_record *r, arms_error *err)
{
    (void)err;
    arms_buffer_string(&c->out, "    {");
    for (size_t i = 0; i < c->fields; i++) {
        compile_string(&c->out, r->fields[i]);
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
    arms_buffer_print(&c->out, "};\n\nstatic const name_key %s[] = {\n", name);
    for (size_t i = 0; i < count; i++) {
        if (i > 0 && compare_keys(&rows[i - 1], &rows[i]) == 0)
            continue;
        arms_buffer_string(&c->out, "    {");
        compile_string(&c->out, rows[i].key);
        arms_buffer_print(&c->out, ", %u},\n", rows[i].id);
    }
}

bool compile_file(compiler *c, const char *table, size_t fields,
                  bool (*row)(compiler *, const csv_record *, arms_error *),
                  arms_error *err)
{
    arms_input input;
    const char *path = arms_print(&c->arena, err, "%s/%s.csv", c->folder, table);
    if (!path || !arms_input_read(&input, path, 1 << 24, err))
        return false;
    csv_source source = {input.text, path, 1, ',', CSV_LANE_ANY};
    c->file = path;
    c->fields = fields;
    c->row = row;
    c->id = 0;
    bool done = csv_read(&source, on_record, c, err);
    arms_input_free(&input);
    return done;
}

static bool compile_entities(compiler *c, arms_error *err)
{
    arms_buffer_string(&c->out, "static const arms_entity entities[] = {\n");
    if (!compile_file(c, "entities", ENTITY_FIELDS, put_entity, err))
        return false;
    put_keys(c, "entity_keys", c->keys, c->key_count);
    put_keys(c, "sipri_spellings", c->spellings, c->spelling_count);
    arms_buffer_print(&c->out, "};\n\nenum { WORLD = %u };\n", c->world);
    return true;
}

static bool compile_groups(compiler *c, arms_error *err)
{
    if (!compile_file(c, "entities", ENTITY_FIELDS, keep_code, err))
        return false;
    arms_buffer_string(&c->out, "static const group_row groups[] = {\n");
    if (!compile_file(c, "groups", GROUP_FIELDS, put_group, err) ||
        !arms_buffer_check(&c->members, err))
        return false;
    put_keys(c, "group_keys", c->keys, c->key_count);
    arms_buffer_string(&c->out, "};\n\nstatic const arms_member members[] = {\n");
    arms_buffer_text(&c->out, (arms_text){c->members.data, c->members.len});
    arms_buffer_string(&c->out, "};\n");
    return true;
}

/* A table whose rows are strings, in the order of its columns. */
typedef struct plain_table {
    const char *name, *row; /* of the array, and of the type of its rows */
    size_t fields;
} plain_table;

static const plain_table plain_tables[] = {
    {"goods", "goods_row", 5},
    {"goods_sets", "goods_set_row", 4},
    {"releases", "release_row", 3},
    {"spellings", "spelling_row", 3},
    {"world_totals", "world_total_row", 4},
};

static bool compile_plain(compiler *c, const char *name, arms_error *err)
{
    const plain_table *table = NULL;
    for (size_t i = 0; i < sizeof plain_tables / sizeof *plain_tables; i++)
        if (strcmp(plain_tables[i].name, name) == 0)
            table = &plain_tables[i];
    if (!table)
        return arms_fail(err, ARMS_USAGE, "no table \"%s\"", name);
    arms_buffer_print(&c->out, "static const %s %s[] = {\n", table->row, table->name);
    if (!compile_file(c, name, table->fields, put_plain, err))
        return false;
    arms_buffer_string(&c->out, "};\n");
    return true;
}

static bool compile_table(compiler *c, const char *name, arms_error *err)
{
    c->keys = arms_alloc(&c->arena, MAX_KEYS, sizeof *c->keys, err);
    c->spellings = arms_alloc(&c->arena, MAX_KEYS, sizeof *c->spellings, err);
    if (!c->keys || !c->spellings)
        return false;
    bool done = strcmp(name, "entities") == 0  ? compile_entities(c, err)
                : strcmp(name, "groups") == 0  ? compile_groups(c, err)
                : strcmp(name, "phrases") == 0 ? compile_phrases(c, err)
                                               : compile_plain(c, name, err);
    return done && arms_buffer_check(&c->out, err);
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
    arms_error err = {0};
    if (argc != 4) {
        fputs("usage: compile TABLE FOLDER OUT.h\n", stderr);
        return EXIT_FAILURE;
    }
    compiler c = {.folder = argv[2]};
    bool done = compile_table(&c, argv[1], &err);
    if (!done)
        fprintf(stderr, "%s:%zu: %s\n", err.file, err.line, err.text);
    done = done && write_file(argv[3], &c.out);
    arms_buffer_free(&c.out);
    arms_buffer_free(&c.members);
    arms_arena_free(&c.arena);
    return done ? EXIT_SUCCESS : EXIT_FAILURE;
}
