/* A dataset as one canonical CSV file; the layout is told in data/layouts/canonical.c.
 *
 * Whatever is written must read back as the same: each name and number is tried before
 * it is put down, and one that the layout cannot carry is an error, never another name
 * or number. */
#include <armstrade/canonical_csv.h>

#include <math.h>
#include <string.h>

#include "data/escape.h"
#include "data/layout.h"
#include "report/canonical_names.h"
#include "report/canonical_part.h"
#include "report/source_names.h"

typedef struct writer {
    arms_buffer *out;
    arms_arena arena;
    const arms_dataset *dataset;
    const arms_canonical_options *options;
    arms_canonical *written;
    const char **names; /* party → as it is written; NULL = not asked for yet */
    const char *measure;
} writer;

static const char *name_of(writer *w, arms_party party, arms_error *err)
{
    if (!w->names[party])
        w->names[party] = canonical_name(&w->arena, w->dataset, party, err);
    return w->names[party];
}

/* ---- lines above the header ---- */

/* "# key: value", for a value that is there; control characters become blanks. */
static void put_line(arms_buffer *out, const char *key, const char *value)
{
    if (!value[0])
        return;
    arms_buffer_print(out, "# %s: ", key);
    for (const char *c = value; *c; c++) {
        bool control = (unsigned char)*c < 0x20;
        arms_buffer_text(out, control ? arms_text_of(" ") : (arms_text){c, 1});
    }
    arms_buffer_string(out, "\n");
}

static bool put_hashes(writer *w, arms_error *err)
{
    const arms_source *sources;
    size_t count = arms_dataset_sources(w->dataset, &sources);
    for (size_t i = 0; i < count; i++) {
        if (!sources[i].sha256[0])
            continue;
        const char *name = source_name(w->dataset, i);
        const char *value = arms_print(&w->arena, err, "%s %s", sources[i].sha256, name);
        if (!value)
            return false;
        put_line(w->out, "sha256", value);
    }
    return true;
}

static bool put_about(writer *w, arms_error *err)
{
    static const char *const reporters[] = {
        [ARMS_REPORTED_BY_PUBLISHER] = "",
        [ARMS_REPORTED_BY_IMPORTERS] = "importers",
        [ARMS_REPORTED_BY_EXPORTERS] = "exporters",
    };
    const arms_about *about = arms_dataset_about(w->dataset);
    const arms_measure *measure = arms_dataset_measure(w->dataset);
    const struct {
        const char *key, *value;
    } lines[] = {
        {"source", about->origin},
        {"publisher", about->publisher},
        {"generated", about->generated},
        {"release", about->release},
        {"kind", arms_kind_name(measure->kind)},
        {"valuation", measure->valuation},
        {"reported-by", reporters[about->reported_by]},
        {"classification", about->classification},
        {"measure", w->written->rows > 0 ? "" : w->measure},
        {"credit", about->credit},
        {"layout", about->layout},
    };
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++)
        put_line(w->out, lines[i].key, lines[i].value);
    return put_hashes(w, err);
}

static bool put_in_covers(writer *w, const char *name, arms_error *err)
{
    if (!canonical_covers_carry(arms_text_of(name)))
        return arms_fail(err, ARMS_DOMAIN,
                         "the name \"%s\" cannot stand in a \"# covers:\" line, because "
                         "of a '|', a ';', a line end or a mark at its end; rename it in "
                         "the input",
                         name);
    arms_buffer_string(w->out, name);
    return true;
}

static bool put_side(writer *w, const arms_side *side, arms_error *err)
{
    arms_buffer_string(w->out, side->all ? "*" : "");
    for (size_t i = 0; !side->all && i < side->count; i++) {
        const char *name = name_of(w, side->parties[i], err);
        arms_buffer_string(w->out, i > 0 ? "|" : "");
        if (!name || !put_in_covers(w, name, err))
            return false;
    }
    return true;
}

static bool put_box(writer *w, const arms_box *box, arms_error *err)
{
    const char *category =
        box->category > 0 ? arms_dataset_category(w->dataset, box->category) : "*";
    arms_buffer_string(w->out, "# covers: exporters=");
    if (!put_side(w, &box->exporters, err))
        return false;
    arms_buffer_string(w->out, "; importers=");
    if (!put_side(w, &box->importers, err))
        return false;
    arms_buffer_print(w->out, "; years=%d-%d; categories=", box->years.first,
                      box->years.last);
    bool all = box->category == 0;
    if (all)
        arms_buffer_string(w->out, "*");
    else if (!put_in_covers(w, category, err))
        return false;
    arms_buffer_string(w->out, "\n");
    return true;
}

static bool put_boxes(writer *w, arms_error *err)
{
    const arms_box *boxes;
    arms_box left;
    size_t count = arms_dataset_boxes(w->dataset, &boxes);
    for (size_t i = 0; i < count; i++) {
        if (!canonical_cut(&left, &w->options->selection, &boxes[i]))
            continue;
        w->written->boxes++;
        if (!put_box(w, &left, err))
            return false;
    }
    return true;
}

/* ---- rows ---- */

static void put_cell(writer *w, const char *text)
{
    if (w->options->raw)
        arms_quote_csv(w->out, arms_text_of(text));
    else
        arms_escape_csv(w->out, arms_text_of(text));
}

/* The shortest decimal without an exponent, which the reader knows no more of than the
 * publishers' files do. */
static bool put_number(writer *w, double number, arms_error *err)
{
    char digits[ARMS_NUMBER_SIZE];
    arms_decimal read;
    arms_error ignored;
    arms_buffer_string(w->out, ",");
    if (isnan(number))
        return true;
    arms_number_fixed(digits, number, arms_number_decimals(number));
    if (!arms_decimal_parse(&read, arms_text_of(digits), &ignored) ||
        arms_decimal_value(read) < number || arms_decimal_value(read) > number)
        return arms_fail(err, ARMS_DOMAIN,
                         "the number %s needs more digits than a file of this layout can "
                         "carry",
                         digits);
    arms_buffer_string(w->out, digits);
    return true;
}

static void put_flags(writer *w, unsigned flags)
{
    const char *gap = "";
    arms_buffer_string(w->out, ",");
    for (size_t i = 0; i < LAYOUT_FLAGS; i++) {
        if (!(flags & (unsigned)layout_flag_words[i].flag))
            continue;
        arms_buffer_print(w->out, "%s%s", gap, layout_flag_words[i].word);
        gap = ";";
    }
}

static bool put_origin(writer *w, const arms_flow *flow, arms_error *err)
{
    arms_buffer place = {0};
    arms_buffer_print(&place, "%s:%u", source_name(w->dataset, flow->source),
                      (unsigned)flow->line);
    bool done = arms_buffer_check(&place, err);
    arms_buffer_string(w->out, ",");
    if (done)
        put_cell(w, place.data);
    arms_buffer_free(&place);
    return done;
}

static bool put_parties(writer *w, const arms_flow *flow, arms_error *err)
{
    const char *exporter = name_of(w, flow->exporter, err);
    const char *importer = exporter ? name_of(w, flow->importer, err) : NULL;
    if (!importer)
        return false;
    arms_buffer_print(w->out, "%d,", flow->year);
    put_cell(w, exporter);
    arms_buffer_string(w->out, ",");
    put_cell(w, importer);
    arms_buffer_string(w->out, ",");
    if (flow->category > 0)
        put_cell(w, arms_dataset_category(w->dataset, flow->category));
    arms_buffer_print(w->out, ",%s", w->measure);
    return true;
}

static bool put_flow(writer *w, const arms_flow *flow, bool whole, arms_error *err)
{
    const arms_canonical *columns = w->written;
    if (!put_parties(w, flow, err) || !put_number(w, flow->value, err))
        return false;
    if (columns->bounds &&
        !(put_number(w, flow->low, err) && put_number(w, flow->high, err)))
        return false;
    if (columns->flags)
        put_flags(w, flow->flags);
    if (columns->parts && whole && flow->parts > 1)
        arms_buffer_print(w->out, ",%u", (unsigned)flow->parts);
    else if (columns->parts)
        arms_buffer_string(w->out, ",");
    if (columns->origins && !put_origin(w, flow, err))
        return false;
    arms_buffer_string(w->out, "\n");
    return true;
}

/* The selected rows of one record. Where some are left out, the others no longer add up
 * to its exact total, and stand alone. */
static bool put_record(writer *w, size_t first, canonical_record record, arms_error *err)
{
    bool whole = record.selected == record.flows;
    for (size_t i = first; i < first + record.flows; i++) {
        arms_flow flow = arms_dataset_flow(w->dataset, i);
        if (canonical_has(&w->options->selection, &flow) &&
            !put_flow(w, &flow, whole, err))
            return false;
    }
    return true;
}

static void put_header(writer *w)
{
    const arms_canonical *columns = w->written;
    arms_buffer_string(w->out, "year,exporter,importer,category,measure,value");
    arms_buffer_string(w->out, columns->bounds ? ",low,high" : "");
    arms_buffer_string(w->out, columns->flags ? ",flags" : "");
    arms_buffer_string(w->out, columns->parts ? ",parts" : "");
    arms_buffer_string(w->out, columns->origins ? ",origin" : "");
    arms_buffer_string(w->out, "\n");
}

static bool put_rows(writer *w, arms_error *err)
{
    const arms_selection *selection = &w->options->selection;
    size_t count = arms_dataset_count(w->dataset);
    put_header(w);
    for (size_t i = 0; i < count;) {
        canonical_record record = canonical_record_at(w->dataset, selection, i);
        if (!put_record(w, i, record, err))
            return false;
        i += record.flows;
    }
    return arms_buffer_check(w->out, err);
}

/* ---- what will be written ---- */

/* Optional columns are there where some row needs them. */
static void look_at(arms_canonical *written, const arms_flow *flow)
{
    written->rows++;
    written->bounds |= flow->low < flow->value || flow->value < flow->high;
    written->flags |= flow->flags != 0;
}

static void look(writer *w)
{
    const arms_selection *selection = &w->options->selection;
    arms_canonical *written = w->written;
    size_t count = arms_dataset_count(w->dataset);
    *written = (arms_canonical){.origins = w->options->origins};
    for (size_t i = 0; i < count;) {
        canonical_record record = canonical_record_at(w->dataset, selection, i);
        for (size_t end = i + record.flows; i < end; i++) {
            arms_flow flow = arms_dataset_flow(w->dataset, i);
            if (canonical_has(selection, &flow))
                look_at(written, &flow);
        }
        written->parts |= record.flows > 1 && record.selected == record.flows;
        written->cut += record.selected > 0 && record.selected < record.flows;
    }
    written->open_years = canonical_open_years(w->dataset, selection);
}

static bool check_measure(writer *w, arms_error *err)
{
    const arms_measure *measure = arms_dataset_measure(w->dataset);
    arms_measure read = {0};
    arms_error ignored;
    w->measure = arms_measure_name(measure, &w->arena, err);
    if (!w->measure)
        return false;
    bool same = arms_measure_parse(&read, arms_text_of(w->measure), &ignored) &&
                read.unit == measure->unit && !(read.scale < measure->scale) &&
                !(read.scale > measure->scale);
    return same || arms_fail(err, ARMS_DOMAIN,
                             "figures in steps of %g %s cannot be written; units, "
                             "thousands, millions and billions can",
                             measure->scale, arms_unit_name(measure->unit));
}

static bool write_all(writer *w, arms_error *err)
{
    size_t parties = arms_entity_count() + arms_dataset_unlisted(w->dataset) + 1;
    w->names = arms_alloc(&w->arena, parties, sizeof *w->names, err);
    if (!w->names || !check_measure(w, err))
        return false;
    look(w);
    if (!put_about(w, err) || !put_boxes(w, err))
        return false;
    if (w->written->rows == 0 && w->written->boxes == 0)
        return arms_fail(err, ARMS_DOMAIN,
                         "nothing is recorded of what was asked for, and the file does "
                         "not cover it");
    return put_rows(w, err);
}

bool arms_canonical_csv(arms_buffer *out, arms_canonical *written,
                        const arms_dataset *dataset,
                        const arms_canonical_options *options, arms_error *err)
{
    writer w = {.out = out, .dataset = dataset, .options = options, .written = written};
    bool done = write_all(&w, err);
    arms_arena_free(&w.arena);
    return done;
}
