/* Compiles the phrases that articles are read by: a row per phrase and class, sorted by
 * the phrase's key. Names of three tables meet here: words of the lexicon, regions, and
 * the entities' names, demonyms and places.
 *
 * How a phrase is spelt in its table tells how it must be spelt in a text: "UK" in
 * capitals, "Turkey" with a capital, "arms" in any way. */
#include <armstrade/number.h>
#include <stdlib.h>
#include <string.h>

#include "data/reference/compiling.h"

/* Columns of lexicon.csv and of regions.csv. */
enum { CLASS, VALUE, WORDS, LEXICON_FIELDS };
enum { REGION, REGION_NAMES, REGION_ADJECTIVES, REGION_FIELDS };

typedef struct phrase {
    arms_text key;
    const char *row; /* the rest of its row, in C */
    size_t order;    /* in which it was read */
} phrase;

static bool is_upper(char c)
{
    return c >= 'A' && c <= 'Z';
}

static bool is_lower(char c)
{
    return c >= 'a' && c <= 'z';
}

/* 0 any case, 1 a capital in front, 2 all capitals; letters beyond ASCII are capitals. */
static int spelling_of(arms_text words)
{
    size_t upper = 0, lower = 0;
    for (size_t i = 0; i < words.len; i++) {
        upper += is_upper(words.ptr[i]);
        lower += is_lower(words.ptr[i]);
    }
    if (upper > 1 && lower == 0)
        return 2;
    return words.len > 0 && !is_lower(words.ptr[0]) && (upper > 0 || lower > 0);
}

static bool add(compiler *c, arms_text words, const char *rest, arms_error *err)
{
    arms_text key;
    phrase *rows =
        arms_extend(&c->arena, c->phrases, c->phrase_count, sizeof(phrase), err);
    if (!rows || !arms_text_key(&key, &c->arena, words, err))
        return false;
    c->phrases = rows;
    const char *row = arms_print(&c->arena, err, "%d, %s", spelling_of(words), rest);
    if (!row)
        return false;
    if (key.len > 0)
        rows[c->phrase_count] = (phrase){key, row, c->phrase_count};
    c->phrase_count += key.len > 0;
    return true;
}

/* Each phrase of a list joined by ';'. Names with brackets or commas are how tables spell
 * them, and no text does. */
static bool add_list(compiler *c, arms_text list, const char *rest, arms_error *err)
{
    arms_text words;
    while (arms_text_split(&words, &list, ';')) {
        bool tabular =
            memchr(words.ptr, '(', words.len) || memchr(words.ptr, ',', words.len);
        if (words.len > 0 && !tabular && !add(c, words, rest, err))
            return false;
    }
    return true;
}

/* "LEX_NAME, 12, \"France\"". */
static const char *row_of(compiler *c, const char *class, double number, arms_text word,
                          arms_error *err)
{
    arms_buffer out = {0};
    arms_buffer_print(&out, "LEX_%s, %.17g, ", class, number);
    compile_string(&out, word);
    return arms_buffer_keep(&out, &c->arena, err);
}

/* Initials by which texts call a state, "initials,USA,US;USA": its row, by its code. */
static const char *initials_row(compiler *c, arms_text code, arms_error *err)
{
    for (size_t i = 0; i < c->code_count; i++)
        if (arms_text_is(code, c->codes[i]))
            return row_of(c, "NAME", (double)(i + 1), arms_text_of(c->names[i]), err);
    arms_fail(err, ARMS_PARSE, "\"%.*s\" is no code of entities.csv", (int)code.len,
              code.ptr);
    return NULL;
}

static bool put_word(compiler *c, const csv_record *r, arms_error *err)
{
    char class[32] = "";
    arms_text name = r->fields[CLASS], value = r->fields[VALUE];
    if (name.len == 0 || name.len >= sizeof class)
        return arms_fail_at(err, ARMS_PARSE, c->file, r->line, "a class expected");
    for (size_t i = 0; i < name.len; i++)
        class[i] = (char)(is_lower(name.ptr[i]) ? name.ptr[i] - 32 : name.ptr[i]);
    if (arms_text_is(name, "initials")) {
        const char *row = initials_row(c, value, err);
        return row && add_list(c, r->fields[WORDS], row, err);
    }
    arms_decimal number = {0};
    arms_error ignored;
    if (!arms_decimal_parse(&number, value, &ignored))
        number = (arms_decimal){0};
    const char *row = row_of(c, class, arms_decimal_value(number), value, err);
    return row && add_list(c, r->fields[WORDS], row, err);
}

static bool put_region(compiler *c, const csv_record *r, arms_error *err)
{
    const char *name = row_of(c, "REGION", 0, r->fields[REGION], err);
    const char *adjective = row_of(c, "REGIONAL", 0, r->fields[REGION], err);
    return name && adjective && add_list(c, r->fields[REGION_NAMES], name, err) &&
           add_list(c, r->fields[REGION_ADJECTIVES], adjective, err);
}

/* Codes and names of all entities, in the order of their ids. */
static bool keep_party(compiler *c, const csv_record *r, arms_error *err)
{
    arms_text code = r->fields[CODE], name = r->fields[NAME];
    c->codes = arms_extend(&c->arena, c->codes, c->code_count, sizeof *c->codes, err);
    c->names = arms_extend(&c->arena, c->names, c->code_count, sizeof *c->names, err);
    const char *code_copy = arms_copy(&c->arena, code.ptr, code.len, err);
    const char *name_copy = arms_copy(&c->arena, name.ptr, name.len, err);
    if (!c->codes || !c->names || !code_copy || !name_copy)
        return false;
    c->codes[c->code_count] = code_copy;
    c->names[c->code_count++] = name_copy;
    return true;
}

static bool put_party(compiler *c, const csv_record *r, arms_error *err)
{
    static const char *const kinds[] = {"state", "territory", "former", "group"};
    static const struct {
        int column;
        const char *class;
    } names[] = {{NAME, "NAME"},
                 {SIPRI, "NAME"},

                 {ALIASES, "NAME"},
                 {DEMONYMS, "DEMONYM"},
                 {PLACES, "CAPITAL"}};
    bool party = false;
    if (!keep_party(c, r, err))
        return false;
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        party = party || arms_text_is(r->fields[KIND], kinds[i]);
    for (size_t i = 0; party && i < sizeof names / sizeof *names; i++) {
        const char *row = row_of(c, names[i].class, c->id, r->fields[NAME], err);
        if (!row || !add_list(c, r->fields[names[i].column], row, err))
            return false;
    }
    return true;
}

static int compare(const void *a, const void *b)
{
    const phrase *x = a, *y = b;
    int order = strcmp(x->key.ptr, y->key.ptr);
    return order ? order : (x->order > y->order) - (x->order < y->order);
}

bool compile_phrases(compiler *c, arms_error *err)
{
    if (!compile_file(c, "entities", ENTITY_FIELDS, put_party, err) ||
        !compile_file(c, "lexicon", LEXICON_FIELDS, put_word, err) ||
        !compile_file(c, "regions", REGION_FIELDS, put_region, err))
        return false;
    phrase *rows = c->phrases;
    qsort(rows, c->phrase_count, sizeof *rows, compare);
    arms_buffer_string(&c->out, "static const lexicon_row phrases[] = {\n");
    for (size_t i = 0; i < c->phrase_count; i++) {
        arms_buffer_string(&c->out, "    {");
        compile_string(&c->out, rows[i].key);
        arms_buffer_print(&c->out, ", %s},\n", rows[i].row);
    }
    arms_buffer_string(&c->out, "};\n");
    return true;
}
