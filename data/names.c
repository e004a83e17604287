/* A person's own names: read from CSV, folded to keys, sorted, and searched by halves. */
#include <armstrade/names.h>

#include <stdlib.h>
#include <string.h>

#include "data/csv_reader.h"
#include "data/digest.h"
#include "data/input.h"

enum { MAX_NAMES = 20000, MAX_BYTES = 1 << 26 };

typedef enum column { NAME, ENTITY, KIND, COLUMNS } column;

static const char *const column_names[COLUMNS] = {"name", "entity", "kind"};

typedef struct kind_word {
    const char *word;
    arms_entity_kind kind;
} kind_word;

static const kind_word kind_words[] = {
    {"state", ARMS_ENTITY_STATE},
    {"territory", ARMS_ENTITY_TERRITORY},
    {"former", ARMS_ENTITY_FORMER},
    {"former state", ARMS_ENTITY_FORMER},
    {"group", ARMS_ENTITY_GROUP},
    {"armed group", ARMS_ENTITY_GROUP},
    {"organisation", ARMS_ENTITY_ORGANISATION},
    {"organization", ARMS_ENTITY_ORGANISATION},
    {"aggregate", ARMS_ENTITY_AGGREGATE},
    {"unknown", ARMS_ENTITY_UNKNOWN_PARTY},
};

typedef struct name_row {
    arms_text key;
    const arms_meant *meant;
    size_t line;
} name_row;

/* A party that the file itself brings in. */
typedef struct own_party {
    arms_text key;
    const arms_meant *meant;
} own_party;

struct arms_names {
    arms_arena arena;
    const char *path;
    char sha256[65];
    name_row *rows; /* sorted by key when all are read */
    size_t count;
    own_party *own;
    size_t own_count;
};

typedef struct reader {
    arms_names *names;
    size_t at[COLUMNS]; /* column → field */
    size_t width;       /* fields of the header; 0 before it */
} reader;

static bool fail(const reader *r, const csv_record *record, arms_error *err,
                 const char *what)
{
    return arms_fail_at(err, ARMS_PARSE, r->names->path, record->line, "%s", what);
}

static bool read_header(reader *r, const csv_record *record, arms_error *err)
{
    r->width = record->count;
    for (size_t i = 0; i < COLUMNS; i++)
        r->at[i] = record->count;
    for (size_t j = 0; j < record->count; j++) {
        size_t i = 0;
        while (i < COLUMNS && !arms_text_is_word(record->fields[j], column_names[i]))
            i++;
        if (i == COLUMNS || r->at[i] < record->count)
            return arms_fail_at(err, ARMS_LAYOUT, r->names->path, record->line,
                                "a file of names has the columns name, entity and kind, "
                                "each once; \"%.*s\" is not expected",
                                (int)record->fields[j].len, record->fields[j].ptr);
        r->at[i] = j;
    }
    return (r->at[NAME] < r->width && r->at[ENTITY] < r->width) ||
           arms_fail_at(err, ARMS_LAYOUT, r->names->path, record->line,
                        "a file of names needs the columns name and entity");
}

static arms_text cell(const reader *r, const csv_record *record, column which)
{
    size_t at = r->at[which];
    return at < record->count ? record->fields[at] : (arms_text){"", 0};
}

/* The kind of a word; UNLISTED for none. */
static bool read_kind(arms_entity_kind *out, const reader *r, const csv_record *record,
                      arms_error *err)
{
    arms_text word = cell(r, record, KIND);
    *out = ARMS_ENTITY_UNLISTED;
    for (size_t i = 0; i < sizeof kind_words / sizeof *kind_words; i++)
        if (arms_text_is_word(word, kind_words[i].word))
            *out = kind_words[i].kind;
    return word.len == 0 || *out != ARMS_ENTITY_UNLISTED ||
           fail(r, record, err,
                "the kind is state, territory, former, group, organisation, aggregate or "
                "unknown");
}

static const own_party *find_own(const arms_names *names, arms_text key)
{
    for (size_t i = 0; i < names->own_count; i++)
        if (arms_text_equal(names->own[i].key, key))
            return &names->own[i];
    return NULL;
}

static bool add_row(arms_names *names, arms_text key, const arms_meant *meant,
                    size_t line, arms_error *err)
{
    if (names->count == MAX_NAMES)
        return arms_fail_at(err, ARMS_LIMIT, names->path, line,
                            "has more than %d names, the most that are read", MAX_NAMES);
    names->rows =
        arms_extend(&names->arena, names->rows, names->count, sizeof *names->rows, err);
    if (!names->rows)
        return false;
    names->rows[names->count++] = (name_row){key, meant, line};
    return true;
}

static const arms_meant *make_meant(arms_names *names, arms_meant from, arms_error *err)
{
    arms_meant *meant = arms_alloc(&names->arena, 1, sizeof *meant, err);
    if (meant)
        *meant = from;
    return meant;
}

/* A party that the reference table does not have, by its name and the kind given. */
static bool find_new(const arms_meant **out, reader *r, const csv_record *record,
                     arms_entity_kind kind, arms_error *err)
{
    arms_names *names = r->names;
    arms_text text = cell(r, record, ENTITY), key;
    if (!arms_text_key(&key, &names->arena, text, err))
        return false;
    const own_party *known = find_own(names, key);
    if (known) {
        *out = known->meant;
        return kind == ARMS_ENTITY_UNLISTED || kind == known->meant->kind ||
               fail(r, record, err, "this party has another kind in a line before");
    }
    const char *copy = arms_copy(&names->arena, text.ptr, text.len, err);
    names->own =
        arms_extend(&names->arena, names->own, names->own_count, sizeof *names->own, err);
    if (!copy || !names->own)
        return false;
    *out = make_meant(names, (arms_meant){0, copy, kind}, err);
    if (!*out)
        return false;
    names->own[names->own_count++] = (own_party){key, *out};
    return add_row(names, key, *out, record->line, err);
}

/* An entity of the reference table, by its code or a name. */
static bool find_listed(arms_entity_id *out, const reader *r, const csv_record *record,
                        arms_error *err)
{
    arms_entity_id found[ARMS_CANDIDATES];
    arms_text text = cell(r, record, ENTITY);
    arms_error why;
    size_t count;
    *out = 0;
    for (arms_entity_id id = 1; id <= arms_entity_count() && *out == 0; id++)
        if (arms_text_is(text, arms_entity_get(id)->code))
            *out = id;
    if (*out > 0)
        return true;
    if (!arms_entity_lookup(found, &count, text, err))
        return false;
    if (count == 0 || arms_entity_resolve(out, text, &why))
        return true;
    return fail(r, record, err, why.text);
}

static bool find_meant(const arms_meant **out, reader *r, const csv_record *record,
                       arms_error *err)
{
    arms_entity_kind kind;
    arms_entity_id id, ignored;
    arms_error why;
    if (!read_kind(&kind, r, record, err) || !find_listed(&id, r, record, err))
        return false;
    if (id > 0) {
        const arms_entity *entity = arms_entity_get(id);
        *out = make_meant(r->names, (arms_meant){id, entity->name, entity->kind}, err);
        return *out && (kind == ARMS_ENTITY_UNLISTED || kind == entity->kind ||
                        fail(r, record, err,
                             "the reference table has this entity with another kind"));
    }
    if (!find_new(out, r, record, kind, err))
        return false;
    if ((*out)->kind != ARMS_ENTITY_UNLISTED)
        return true;
    (void)arms_entity_resolve(&ignored, cell(r, record, ENTITY), &why);
    return arms_fail_at(err, ARMS_PARSE, r->names->path, record->line,
                        "%s; a new party needs a kind", why.text);
}

static bool on_record(void *context, const csv_record *record, arms_error *err)
{
    reader *r = context;
    const arms_meant *meant;
    arms_text key;
    if (r->width == 0)
        return read_header(r, record, err);
    if (record->count != r->width)
        return fail(r, record, err, "the header has another number of fields");
    if (cell(r, record, ENTITY).len == 0)
        return fail(r, record, err, "no entity is named here");
    if (!arms_text_key(&key, &r->names->arena, cell(r, record, NAME), err))
        return false;
    if (key.len == 0)
        return fail(r, record, err, "no name is given here");
    return find_meant(&meant, r, record, err) &&
           add_row(r->names, key, meant, record->line, err);
}

static int compare_keys(arms_text a, arms_text b)
{
    size_t len = a.len < b.len ? a.len : b.len;
    int order = memcmp(a.ptr, b.ptr, len);
    return order ? order : (a.len > b.len) - (a.len < b.len);
}

static int compare_rows(const void *a, const void *b)
{
    const name_row *x = a, *y = b;
    int order = compare_keys(x->key, y->key);
    return order ? order : (x->line > y->line) - (x->line < y->line);
}

static bool same_party(const arms_meant *a, const arms_meant *b)
{
    return a->entity > 0 ? a->entity == b->entity : a == b;
}

/* A name that means two parties means neither. */
static bool check_rows(const arms_names *names, arms_error *err)
{
    for (size_t i = 1; i < names->count; i++) {
        const name_row *a = &names->rows[i - 1], *b = &names->rows[i];
        if (compare_keys(a->key, b->key) == 0 && !same_party(a->meant, b->meant))
            return arms_fail_at(err, ARMS_PARSE, names->path, b->line,
                                "\"%s\" means %s here and %s in line %zu; a name can "
                                "mean one party only",
                                b->key.ptr, b->meant->name, a->meant->name, a->line);
    }
    return true;
}

static bool read_all(arms_names *names, const arms_input *input, arms_error *err)
{
    csv_source source = {input->text, names->path, 1, ',', CSV_LANE_ANY};
    reader r = {.names = names};
    if (!csv_read(&source, on_record, &r, err))
        return false;
    if (names->count > 0)
        qsort(names->rows, names->count, sizeof *names->rows, compare_rows);
    return check_rows(names, err);
}

/* Fills an empty table from the file that was read. */
static bool fill(arms_names *names, const arms_input *input, arms_error *err)
{
    names->path = arms_copy(&names->arena, input->path, strlen(input->path), err);
    arms_digest(names->sha256, input->bytes);
    return names->path && read_all(names, input, err);
}

bool arms_names_read(arms_names **out, const char *path, arms_error *err)
{
    arms_input input;
    arms_names *names = calloc(1, sizeof *names);
    *out = NULL;
    if (!names)
        return arms_fail_memory(err);
    bool done = arms_input_read(&input, path, MAX_BYTES, err);
    if (done) {
        done = fill(names, &input, err);
        arms_input_free(&input);
    }
    if (done)
        *out = names;
    else
        arms_names_free(names);
    return done;
}

void arms_names_free(arms_names *names)
{
    if (!names)
        return;
    arms_arena_free(&names->arena);
    free(names);
}

bool arms_names_find(const arms_meant **out, const arms_names *names, arms_text name,
                     arms_error *err)
{
    arms_arena scratch = {0};
    arms_text key;
    *out = NULL;
    if (!names)
        return true;
    bool done = arms_text_key(&key, &scratch, name, err);
    size_t low = 0, high = done ? names->count : 0;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (compare_keys(names->rows[middle].key, key) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    if (done && low < names->count && arms_text_equal(names->rows[low].key, key))
        *out = names->rows[low].meant;
    arms_arena_free(&scratch);
    return done;
}

const char *arms_names_path(const arms_names *names)
{
    return names->path;
}

const char *arms_names_sha256(const arms_names *names)
{
    return names->sha256;
}
