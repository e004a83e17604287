/* What a file says about itself, and how it was read, kept with a dataset. */
#include <string.h>

#include "data/loading.h"

static const char *keep(arms_dataset *dataset, const char *string, arms_error *err)
{
    const char *text = string ? string : "";
    return arms_copy(&dataset->arena, text, strlen(text), err);
}

static bool keep_preamble(const loading *l, arms_dataset *dataset, arms_error *err)
{
    size_t count = l->run.preamble_count;
    arms_text *lines = arms_alloc(&dataset->arena, count, sizeof *lines, err);
    for (size_t i = 0; lines && i < count; i++) {
        arms_text line = l->run.preamble[i];
        lines[i] =
            (arms_text){arms_copy(&dataset->arena, line.ptr, line.len, err), line.len};
        if (!lines[i].ptr)
            return false;
    }
    dataset->about.preamble = lines;
    dataset->about.preamble_count = count;
    return lines != NULL;
}

static bool keep_notes(const loading *l, arms_dataset *dataset, arms_error *err)
{
    size_t count = l->run.note_count;
    const char **notes = arms_alloc(&dataset->arena, count, sizeof *notes, err);
    for (size_t i = 0; notes && i < count; i++) {
        notes[i] = keep(dataset, l->run.notes[i], err);
        if (!notes[i])
            return false;
    }
    dataset->about.notes = notes;
    dataset->about.note_count = count;
    return notes != NULL;
}

static bool keep_skips(const loading *l, arms_dataset *dataset, arms_error *err)
{
    size_t count = l->run.skip_count;
    arms_skip *skips = arms_alloc(&dataset->arena, count, sizeof *skips, err);
    for (size_t i = 0; skips && i < count; i++) {
        skips[i] = l->run.skips[i];
        skips[i].why = keep(dataset, skips[i].why, err);
        if (!skips[i].why)
            return false;
    }
    dataset->about.reading.skips = skips;
    dataset->about.reading.skip_count = count;
    return skips != NULL;
}

/* Whether some LF has no CR before it; most files tell at once. */
static bool has_lone_feed(arms_text text)
{
    const char *end = text.ptr + text.len, *at = text.ptr;
    while ((at = memchr(at, '\n', (size_t)(end - at))) != NULL) {
        if (at == text.ptr || at[-1] != '\r')
            return true;
        at++;
    }
    return false;
}

const char *loading_line_end(arms_text text)
{
    bool feed = has_lone_feed(text), carriage = false, pair = false;
    const char *end = text.ptr + text.len, *at = text.ptr;
    while ((at = memchr(at, '\r', (size_t)(end - at))) != NULL) {
        bool two = ++at < end && *at == '\n';
        pair = pair || two;
        carriage = carriage || !two;
    }
    if (feed + carriage + pair > 1)
        return "mixed";
    return pair ? "CR LF" : carriage ? "CR" : "LF";
}

static bool keep_reading(const loading *l, arms_dataset *dataset, arms_error *err)
{
    const layout *from = l->run.layout;
    const char *vintage = l->run.vintage ? l->run.vintage : from->vintage;
    dataset->about.reading = (arms_reading){
        .title = from->title,
        .encoding = l->input.latin1 ? "ISO-8859-1" : "UTF-8",
        .line_end = l->line_end,
        .mark = l->input.mark,
        .gzip = l->input.unpacked != NULL,
        .delimiter = l->run.delimiter,
        .mapped = l->run.mapped,
        .header_line = from->headerless ? 0 : l->run.header_line,
        .records = l->run.records,
        .deals = from->deals,
        .loose = from->loose,
        .vintage = vintage ? vintage : "",
    };
    return keep_skips(l, dataset, err);
}

bool loading_keep_about(const loading *l, arms_dataset *dataset, arms_error *err)
{
    const layout *from = l->run.layout;
    arms_about *about = &dataset->about;
    about->layout = from->id;
    about->origin = keep(dataset, l->run.origin ? l->run.origin : from->origin, err);
    about->generated = keep(dataset, l->run.generated, err);
    about->release = keep(dataset, l->run.release, err);
    about->credit = keep(dataset, l->run.credit ? l->run.credit : from->credit, err);
    about->classification = keep(dataset, l->run.classification, err);
    about->altered = keep(dataset, l->run.altered, err);
    arms_source source = {.path = l->input.path};
    memcpy(source.sha256, l->sha256, sizeof l->sha256);
    return about->origin && about->generated && about->release && about->credit &&
           about->classification && about->altered &&
           dataset_add_source(dataset, &source, err) && keep_preamble(l, dataset, err) &&
           keep_notes(l, dataset, err) && keep_reading(l, dataset, err);
}
