/* Compiles the phrases that articles are read by: a row per phrase and class, sorted by
 * the phrase's key. Names of three tables meet here: words of the lexicon, regions, and
 * the entities' names, demonyms and places.
 *
 * A name that two entities share, "Congo", is neither: its row has the name as it is
 * written and no entity. Where texts all but always mean one of them, the lexicon says
 * which: "usual,KOR,Korea".
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

/* What a phrase means: a class, with a number and a word. */
typedef struct meaning {
    const char *class;
    double number; /* an entity's id */
    arms_text word;
    bool entity;
    bool usual; /* only says which of several entities is meant */
} meaning;

typedef struct phrase {
    arms_text key, words; /* as it is found, and as it is written */
    meaning is;
    size_t order; /* in which it was read */
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

static bool keep_text(arms_text *out, compiler *c, arms_text text, arms_error *err)
{
    *out = (arms_text){arms_copy(&c->arena, text.ptr, text.len, err), text.len};
    return out->ptr != NULL;
}

static bool add(compiler *c, arms_text words, const meaning *is, arms_error *err)
{
    phrase one = {.is = *is, .order = c->phrase_count};
    phrase *rows =
        arms_extend(&c->arena, c->phrases, c->phrase_count, sizeof(phrase), err);
    if (!rows || !arms_text_key(&one.key, &c->arena, words, err) ||
        !keep_text(&one.words, c, words, err))
        return false;
    c->phrases = rows;
    if (one.key.len > 0)
        rows[c->phrase_count++] = one;
    return true;
}

/* Each phrase of a list joined by ';'. Names with brackets or commas are how tables spell
 * them, and no text does. */
static bool add_list(compiler *c, arms_text list, meaning is, arms_error *err)
{
    arms_text words;
    if (!keep_text(&is.word, c, is.word, err))
        return false;
    while (arms_text_split(&words, &list, ';')) {
        bool tabular =
            memchr(words.ptr, '(', words.len) || memchr(words.ptr, ',', words.len);
        if (words.len > 0 && !tabular && !add(c, words, &is, err))
            return false;
    }
    return true;
}

/* "initials,USA,US;USA" and "usual,KOR,Korea": what a state is called, by its code. */
static bool put_state(compiler *c, const csv_record *r, bool usual, arms_error *err)
{
    arms_text code = r->fields[VALUE];
    for (size_t i = 0; i < c->code_count; i++) {
        const meaning is = {"NAME", (double)(i + 1), arms_text_of(c->names[i]), true,
                            usual};
        if (arms_text_is(code, c->codes[i]))
            return add_list(c, r->fields[WORDS], is, err);
    }
    return arms_fail_at(err, ARMS_PARSE, c->file, r->line,
                        "\"%.*s\" is no code of entities.csv", (int)code.len, code.ptr);
}

static bool put_word(compiler *c, const csv_record *r, arms_error *err)
{
    char class[32] = "";
    arms_text name = r->fields[CLASS], value = r->fields[VALUE];
    if (name.len == 0 || name.len >= sizeof class)
        return arms_fail_at(err, ARMS_PARSE, c->file, r->line, "a class expected");
    bool usual = arms_text_is(name, "usual");
    if (usual || arms_text_is(name, "initials"))
        return put_state(c, r, usual, err);
    for (size_t i = 0; i < name.len; i++)
        class[i] = (char)(is_lower(name.ptr[i]) ? name.ptr[i] - 32 : name.ptr[i]);
    arms_decimal number = {0};
    arms_error ignored;
    if (!arms_decimal_parse(&number, value, &ignored))
        number = (arms_decimal){0};
    const char *kept = arms_copy(&c->arena, class, name.len, err);
    const meaning is = {
        .class = kept, .number = arms_decimal_value(number), .word = value};
    return kept && add_list(c, r->fields[WORDS], is, err);
}

static bool put_region(compiler *c, const csv_record *r, arms_error *err)
{
    const meaning name = {.class = "REGION", .word = r->fields[REGION]};
    const meaning adjective = {.class = "REGIONAL", .word = r->fields[REGION]};
    return add_list(c, r->fields[REGION_NAMES], name, err) &&
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
        const meaning is = {names[i].class, c->id, r->fields[NAME], true, false};
        if (!add_list(c, r->fields[names[i].column], is, err))
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

/* The entity that the rows of one key name: 0 where they name several and the lexicon
 * does not say which is meant. */
static double entity_of(const phrase *rows, size_t count)
{
    double one = 0;
    bool several = false;
    for (size_t i = 0; i < count; i++) {
        if (rows[i].is.usual)
            return rows[i].is.number;
        several = several || (rows[i].is.entity && one > 0 && rows[i].is.number != one);
        one = rows[i].is.entity ? rows[i].is.number : one;
    }
    return several ? 0 : one;
}

static void put_row(compiler *c, const phrase *p, double number, arms_text word)
{
    arms_buffer_string(&c->out, "    {");
    compile_string(&c->out, p->key);
    arms_buffer_print(&c->out, ", %d, LEX_%s, %.17g, ", spelling_of(p->words),
                      p->is.class, number);
    compile_string(&c->out, word);
    arms_buffer_string(&c->out, "},\n");
}

/* The rows of one key. A name that several share is written once. */
static void put_key(compiler *c, const phrase *rows, size_t count)
{
    double entity = entity_of(rows, count);
    bool shared = false;
    for (size_t i = 0; i < count; i++) {
        const meaning *is = &rows[i].is;
        if (!is->entity || (is->number == entity && !is->usual))
            put_row(c, &rows[i], is->number, is->word);
        else if (entity == 0 && !shared) {
            put_row(c, &rows[i], 0, rows[i].words);
            shared = true;
        }
    }
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
    for (size_t i = 0, next; i < c->phrase_count; i = next) {
        for (next = i + 1; next < c->phrase_count; next++)
            if (strcmp(rows[next].key.ptr, rows[i].key.ptr) != 0)
                break;
        put_key(c, rows + i, next - i);
    }
    arms_buffer_string(&c->out, "};\n");
    return true;
}
