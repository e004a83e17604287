/* BACI: the world's trade by product, reconciled by CEPII from both partners' customs.
 *
 * A year per file under the header "t,i,j,k,v,q": year, exporter, importer (numbers of
 * UN Comtrade's), product (HS, six digits, whose leading zero is lost where it was read
 * as a number), value in thousand current US$ free on board, quantity in tons ("NA"
 * where it is not known). Values are taken as printed; quantities are not read. Trade
 * that is not in the file is unreported or too small: that is no zero of BACI's, and it
 * cannot be told from one.
 *
 * The release and the edition of HS stand in the file's name alone, and people rename
 * files: what the name says is told, and nothing is concluded from it. A year file has
 * all products and all pairs. Large as it is, it is often cut down before use, and a cut
 * leaves no trace but what is missing: a year with fewer chapters of HS than nearly all
 * covers just the codes that it has, one with few parties nothing. */
#include <math.h>
#include <string.h>

#include "data/layouts/party_names.h"

enum {
    YEAR,
    EXPORTER,
    IMPORTER,
    PRODUCT,
    VALUE,
    COLUMNS = 6,
    PARTIES = 1000, /* codes have three digits */
    CODE_DIGITS = 6,
    CODES = 1000000,
    CHAPTERS = 100,
    CODES_A_CHAPTER = CODES / CHAPTERS,
    /* A year of BACI has all 96 chapters of HS and more than 200 parties on either side;
     * fewer than SOME_PARTIES are a choice of parties, not of products. */
    WHOLE_CHAPTERS = 90,
    WHOLE_PARTIES = 150,
    SOME_PARTIES = 100,
    SMALL = 10 /* thousand US$: far above the smallest value of any year */
};

static const char *const heads[COLUMNS] = {"t", "i", "j", "k", "v", "q"};

/* What a year of the file has. */
typedef struct year_extent {
    int year;
    bool exporters[PARTIES], importers[PARTIES], chapters[CHAPTERS];
    unsigned char codes[CODES / 8];
    double smallest;
} year_extent;

typedef struct state {
    arms_text parties[PARTIES]; /* what rows hand over; ptr NULL = not met yet */
    year_extent **years;
    size_t year_count;
    year_extent *last;                  /* of the row above */
    size_t exporter, importer, product; /* of the row above */
} state;

/* A row's cells as numbers. */
typedef struct cells {
    int year;
    size_t exporter, importer, product;
} cells;

static bool recognise(const csv_record *header)
{
    if (header->count < COLUMNS)
        return false;
    for (size_t i = 0; i < COLUMNS; i++)
        if (!arms_text_is(header->fields[i], heads[i]))
            return false;
    return true;
}

/* The file's name without folders. */
static const char *base_name(const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash ? slash + 1 : path;
}

/* "V202501" where `name` has it as a word of its own: a letter and digits. */
static arms_text word_of(const char *name, char letter, size_t digits)
{
    for (const char *at = name; (at = strchr(at, letter)) != NULL; at++) {
        size_t count = strspn(at + 1, "0123456789");
        if (count == digits && (at == name || at[-1] == '_'))
            return (arms_text){at, 1 + count};
    }
    return (arms_text){"", 0};
}

static bool note_release(layout_run *run, arms_error *err)
{
    static const char plain[] = "the file does not say which release of BACI it is of";
    arms_text word = word_of(base_name(run->file), 'V', 6);
    if (word.len == 0)
        return layout_note(run, plain, err);
    return layout_note(run,
                       arms_print(run->arena, err,
                                  "%s; its name says %.*s, which is not relied upon",
                                  plain, (int)word.len, word.ptr),
                       err);
}

static bool begin(layout_run *run, const csv_record *header, arms_error *err)
{
    (void)header;
    const arms_measure measure = {ARMS_UNIT_USD, 1e3, ARMS_KIND_DELIVERY, "FOB"};
    run->classification = "HS";
    return layout_announce(run, &measure, ARMS_REPORTED_BY_PUBLISHER, err) &&
           note_release(run, err) &&
           layout_note(run,
                       "quantities (q, in tons) are not read; trade that is not in the "
                       "file may be too small for it, or not reported: it is no zero",
                       err);
}

/* A whole number of at most `digits` digits, or -1. */
static long whole_number(arms_text text, size_t digits)
{
    long number = 0;
    if (text.len == 0 || text.len > digits)
        return -1;
    for (size_t i = 0; i < text.len; i++) {
        if (text.ptr[i] < '0' || text.ptr[i] > '9')
            return -1;
        number = number * 10 + (text.ptr[i] - '0');
    }
    return number;
}

static bool read_code(size_t *out, const layout_run *run, const csv_record *record,
                      size_t column, arms_error *err)
{
    bool product = column == PRODUCT;
    arms_text text = record->fields[column];
    long number = whole_number(text, product ? CODE_DIGITS : 3);
    if (number < 1 || (product && text.len < CODE_DIGITS - 1))
        return layout_fail(run, err, record->line, "\"%.*s\" stands under %s, where %s",
                           arms_text_shown(text, 60), text.ptr, heads[column],
                           product ? "a product code of HS with six digits belongs"
                                   : "a country code of at most three digits belongs");
    *out = (size_t)number;
    return true;
}

static bool read_cells(cells *out, const layout_run *run, const csv_record *record,
                       arms_error *err)
{
    layout_cell year = {record->fields[YEAR], record->line, heads[YEAR]};
    return layout_year(&out->year, run, &year, err) &&
           read_code(&out->exporter, run, record, EXPORTER, err) &&
           read_code(&out->importer, run, record, IMPORTER, err) &&
           read_code(&out->product, run, record, PRODUCT, err);
}

/* The party of a code: BACI's own, Comtrade's, then that of the United Nations' M49. */
static bool find_party(arms_text *out, layout_run *run, size_t number, arms_error *err)
{
    char digits[ARMS_NUMBER_SIZE];
    arms_number_fixed(digits, (double)(PARTIES + number), 0);
    arms_text code = {digits + 1, 3};
    arms_entity_id id = arms_entity_by_spelling("CEPII", code);
    if (id == 0)
        id = arms_entity_by_spelling("UN Comtrade", code);
    if (id == 0 && !party_of_code(&id, code, err))
        return false;
    if (id > 0)
        return party_give(out, run, id, err);
    *out = arms_text_of(arms_print(run->arena, err, "BACI %s", digits + 1));
    return out->len > 0;
}

static bool party(arms_text *out, layout_run *run, size_t number, arms_error *err)
{
    state *s = run->state;
    arms_text *known = &s->parties[number];
    bool done = known->ptr || find_party(known, run, number, err);
    *out = *known;
    return done;
}

static year_extent *add_year(layout_run *run, int year, arms_error *err)
{
    state *s = run->state;
    s->years = arms_extend(run->arena, s->years, s->year_count, sizeof *s->years, err);
    year_extent *added = s->years ? arms_alloc(run->arena, 1, sizeof *added, err) : NULL;
    if (!added)
        return NULL;
    added->year = year;
    added->smallest = INFINITY;
    return s->years[s->year_count++] = added;
}

static year_extent *extent_of(layout_run *run, int year, arms_error *err)
{
    state *s = run->state;
    if (s->last && s->last->year == year)
        return s->last;
    for (size_t i = 0; i < s->year_count; i++)
        if (s->years[i]->year == year)
            return s->years[i];
    return add_year(run, year, err);
}

/* A row that stands twice would be counted twice. */
static bool take_cells(layout_run *run, const cells *c, size_t line, arms_error *err)
{
    state *s = run->state;
    year_extent *extent = extent_of(run, c->year, err);
    if (!extent)
        return false;
    if (extent == s->last && c->exporter == s->exporter && c->importer == s->importer &&
        c->product == s->product)
        return layout_fail(run, err, line,
                           "the same year, countries and product as in the row above; "
                           "take one of them out, or download the file again");
    extent->exporters[c->exporter] = extent->importers[c->importer] = true;
    extent->chapters[c->product / CODES_A_CHAPTER] = true;
    extent->codes[c->product / 8] |= (unsigned char)(1u << c->product % 8);
    s->last = extent;
    s->exporter = c->exporter;
    s->importer = c->importer;
    s->product = c->product;
    return true;
}

static bool read_value(layout_row *out, const layout_run *run, arms_text text,
                       arms_error *err)
{
    state *s = run->state;
    layout_cell cell = {text, out->line, heads[VALUE]};
    arms_decimal number;
    out->value = NAN;
    if (text.len > 0 && !arms_text_is(text, "NA")) {
        if (!layout_number(&number, run, &cell, err))
            return false;
        out->value = arms_decimal_value(number);
        if (out->value < s->last->smallest)
            s->last->smallest = out->value;
    }
    out->low = out->high = out->value;
    return true;
}

/* "010121" for 10121. */
static arms_text code_text(char buffer[CODE_DIGITS], size_t product)
{
    for (size_t i = CODE_DIGITS; i-- > 0; product /= 10)
        buffer[i] = (char)('0' + product % 10);
    return (arms_text){buffer, CODE_DIGITS};
}

static bool row(layout_run *run, const csv_record *record, arms_error *err)
{
    cells c;
    char code[CODE_DIGITS];
    if (record->count != run->width)
        return layout_fail_width(run, record, run->width,
                                 "download the file again, or mend the line", err);
    if (!read_cells(&c, run, record, err) || !take_cells(run, &c, record->line, err))
        return false;
    arms_text product = record->fields[PRODUCT];
    if (product.len < CODE_DIGITS)
        product = code_text(code, c.product);
    layout_row out = {.category = product, .year = c.year, .line = record->line};
    return read_value(&out, run, record->fields[VALUE], err) &&
           party(&out.exporter, run, c.exporter, err) &&
           party(&out.importer, run, c.importer, err) && layout_put(run, 0, &out, err);
}

static size_t count(const bool *set, size_t size)
{
    size_t n = 0;
    for (size_t i = 0; i < size; i++)
        n += set[i];
    return n;
}

static bool cover(const layout_run *run, const year_extent *year, arms_text code,
                  arms_error *err)
{
    arms_text all = arms_text_of("*");
    layout_box box = {all, all, code, {year->year, year->year}, 0};
    return layout_cover(run, &box, err);
}

/* The products of one chapter, by their number. */
static bool cover_chapter(layout_run *run, const year_extent *year, size_t chapter,
                          arms_error *err)
{
    size_t first = chapter * CODES_A_CHAPTER;
    for (size_t i = first; i < first + CODES_A_CHAPTER; i++) {
        char code[CODE_DIGITS];
        if (!(year->codes[i / 8] >> i % 8 & 1))
            continue;
        const char *kept =
            arms_copy(run->arena, code_text(code, i).ptr, CODE_DIGITS, err);
        if (!kept || !cover(run, year, (arms_text){kept, CODE_DIGITS}, err))
            return false;
    }
    return true;
}

static bool cover_codes(layout_run *run, const year_extent *year, arms_error *err)
{
    for (size_t i = 0; i < CHAPTERS; i++)
        if (year->chapters[i] && !cover_chapter(run, year, i, err))
            return false;
    return true;
}

static bool cover_year(layout_run *run, const year_extent *year, arms_error *err)
{
    size_t exporters = count(year->exporters, PARTIES);
    size_t importers = count(year->importers, PARTIES);
    size_t parties = exporters < importers ? exporters : importers;
    size_t chapters = count(year->chapters, CHAPTERS);
    bool small = year->smallest < SMALL;
    if (small && parties >= WHOLE_PARTIES && chapters >= WHOLE_CHAPTERS)
        return cover(run, year, arms_text_of("*"), err);
    if (!small || parties < SOME_PARTIES)
        return layout_note(
            run,
            arms_print(run->arena, err,
                       "%d (exporters: %zu, importers: %zu%s) is no whole year "
                       "of BACI, and what was taken out is not known, so it covers "
                       "nothing for certain",
                       year->year, exporters, importers,
                       small ? "" : ", no value below 10 thousand US$"),
            err);
    return layout_note(
               run,
               arms_print(run->arena, err,
                          "%d has %zu of the 96 chapters of HS: only the products "
                          "that occur are covered",
                          year->year, chapters),
               err) &&
           cover_codes(run, year, err);
}

static bool end(layout_run *run, arms_error *err)
{
    const state *s = run->state;
    if (s->year_count == 0)
        return layout_fail(run, err, run->header_line,
                           "there are no rows below the header");
    for (size_t i = 0; i < s->year_count; i++)
        if (!cover_year(run, s->years[i], err))
            return false;
    return true;
}

const layout baci_layout = {
    .id = "baci",
    .title = "CEPII's BACI, a year of trade (t,i,j,k,v,q)",
    .publisher = "CEPII",
    .origin = "BACI",
    .credit = "BACI, CEPII (Gaulier and Zignago 2010), Open Licence 2.0",
    .numbered = true,
    .state_size = sizeof(state),
    .recognise = recognise,
    .begin = begin,
    .row = row,
    .end = end,
};
