/* A look at a file: read once, given to the loader, and looked at as plain CSV.
 *
 * Where a layout knows the header, its line and its delimiter hold; else both are guessed
 * (look_scan.c). Of layouts that refuse a file, or do not know it, the one whose column
 * names the header shares most is told, if it shares half of them. */
#include <armstrade/look.h>

#include <string.h>

#include "data/digest.h"
#include "data/loading.h"
#include "data/look_scan.h"

/* The text from a line on, and what stands before it line by line. */
static bool take_preamble(arms_look *look, arms_text *text, size_t line, arms_error *err)
{
    const char *at = text->ptr, *end = text->ptr + text->len;
    arms_text *lines = NULL;
    for (size_t n = 1; n < line && at < end; n++) {
        const char *stop = at;
        while (stop < end && *stop != '\n' && *stop != '\r')
            stop++;
        size_t len = (size_t)(stop - at);
        lines =
            arms_extend(&look->arena, lines, look->preamble_count, sizeof *lines, err);
        const char *copy = arms_copy(&look->arena, at, len, err);
        if (!lines || !copy)
            return false;
        lines[look->preamble_count++] = (arms_text){copy, len};
        bool pair = stop + 1 < end && stop[0] == '\r' && stop[1] == '\n';
        at = stop + (stop < end) + pair;
    }
    look->preamble = lines;
    *text = (arms_text){at, (size_t)(end - at)};
    return true;
}

static void read_form(arms_look *look, const arms_input *input)
{
    look->bytes = input->bytes.len;
    look->reading = (arms_reading){
        .title = "",
        .encoding = input->latin1 ? "ISO-8859-1" : "UTF-8",
        .line_end = loading_line_end(input->text),
        .mark = input->mark,
        .gzip = input->unpacked != NULL,
        .vintage = "",
    };
}

/* Where the records begin, by the layout that knows the header, or by guess. */
static bool find_shape(look_shape *shape, arms_look *look, csv_source *source,
                       const loading_found *found, arms_error *err)
{
    if (found->layout)
        source->delimiter = found->delimiter;
    else if (!look_delimiter(&source->delimiter, source->text, err))
        return false;
    look->reading.delimiter = source->delimiter;
    if (found->layout) {
        if (!take_preamble(look, &source->text, found->header_line, err))
            return false;
        source->first_line = found->header_line;
    }
    if (!look_shape_of(shape, source, err))
        return false;
    if (found->layout) {
        shape->line = found->header_line;
        shape->header = !found->layout->headerless;
    }
    return true;
}

static bool look_inside(arms_look *look, const arms_input *input,
                        const loading_found *found, arms_error *err)
{
    csv_source source = {input->text, input->path, 1, ',', CSV_LANE_ANY};
    look_shape shape;
    if (!find_shape(&shape, look, &source, found, err))
        return false;
    if (shape.line > source.first_line) {
        if (!take_preamble(look, &source.text, shape.line, err))
            return false;
        source.first_line = shape.line;
    }
    look->reading.header_line = shape.header ? shape.line : 0;
    return look_columns(look, &source, &shape, err);
}

static bool has_column(const arms_look *look, const char *name)
{
    if (!name[0])
        return true;
    for (size_t i = 0; i < look->column_count; i++)
        if (arms_text_is_word(arms_text_of(look->columns[i].name), name))
            return true;
    return false;
}

/* Of `known` names, those that the header has not; nameless columns do not count. */
static bool compare_names(arms_look_nearest *out, arms_look *look, const layout *known,
                          arms_error *err)
{
    const char **missing = NULL;
    *out = (arms_look_nearest){.title = known->title};
    for (size_t i = 0; known->columns[i]; i++) {
        const char *name = known->columns[i];
        out->known += name[0] != '\0';
        if (has_column(look, name)) {
            out->shared += name[0] != '\0';
            continue;
        }
        missing =
            arms_extend(&look->arena, missing, out->missing_count, sizeof *missing, err);
        if (!missing)
            return false;
        missing[out->missing_count++] = name;
    }
    out->missing = missing;
    return true;
}

static bool find_nearest(arms_look *look, arms_error *err)
{
    for (size_t i = 0; i < layout_count; i++) {
        arms_look_nearest one;
        if (!layouts[i]->columns)
            continue;
        if (!compare_names(&one, look, layouts[i], err))
            return false;
        if (2 * one.shared >= one.known && one.shared > 1 &&
            one.shared > look->nearest.shared)
            look->nearest = one;
    }
    return true;
}

static bool look_at_input(arms_look *out, const arms_input *input,
                          const arms_load_options *options, arms_error *err)
{
    loading_found found;
    out->path = arms_copy(&out->arena, input->path, strlen(input->path), err);
    if (!out->path)
        return false;
    if (options && options->digest)
        arms_digest(out->sha256, input->bytes);
    if (!loading_load(&out->loaded, &found, input, options, &out->refusal) &&
        out->refusal.code == ARMS_SYSTEM)
        return arms_fail(err, ARMS_SYSTEM, "%s", out->refusal.text);
    read_form(out, input);
    out->layout = found.layout ? found.layout->id : "";
    /* One without a title only refuses: where its header stands it does not tell. */
    if (found.layout && (!found.layout->title || found.header_line == 0))
        found.layout = NULL;
    out->reading.title = found.layout ? found.layout->title : "";
    if (out->loaded.count > 0)
        out->reading.vintage = arms_dataset_about(out->loaded.items[0])->reading.vintage;
    return look_inside(out, input, &found, err) &&
           (out->layout[0] || find_nearest(out, err));
}

bool arms_look_at(arms_look *out, const char *path, const arms_load_options *options,
                  arms_error *err)
{
    size_t max = options && options->max_bytes ? options->max_bytes : LOADING_MAX_BYTES;
    arms_input input;
    *out = (arms_look){0};
    if (!arms_input_read(&input, path, max, err))
        return false;
    bool done = look_at_input(out, &input, options, err);
    arms_input_free(&input);
    if (!done)
        arms_look_free(out);
    return done;
}

void arms_look_free(arms_look *look)
{
    arms_loaded_free(&look->loaded);
    arms_arena_free(&look->arena);
    *look = (arms_look){0};
}

const char *arms_look_kind_name(arms_look_kind kind)
{
    static const char *const names[] = {
        [ARMS_LOOK_EMPTY] = "nothing",  [ARMS_LOOK_YEAR] = "years",
        [ARMS_LOOK_NUMBER] = "numbers", [ARMS_LOOK_PARTY] = "countries",
        [ARMS_LOOK_TEXT] = "text",
    };
    return names[kind];
}
