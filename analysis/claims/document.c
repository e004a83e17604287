/* Documents: from the bytes of a file to blocks and sentences.
 *
 * The bytes become UTF-8 (document_bytes.c); a reader for HTML or for lines of Markdown
 * and plain text calls a writer block by block (document_text.c); the blocks are cut into
 * sentences (document_sentences.c). All of it takes time in proportion to the file. */
#include <armstrade/document.h>

#include <string.h>

#include "analysis/claims/document_text.h"
#include "data/digest.h"
#include "data/input.h"

enum { MAX_BYTES = 1 << 26 };

static bool read_source(arms_document *out, arms_arena *arena,
                        const document_source *source, arms_document_format format,
                        arms_error *err)
{
    document_writer w;
    if (format == ARMS_DOCUMENT_GUESS && document_is_html(source->text))
        format = ARMS_DOCUMENT_HTML;
    if (!document_open(&w, out, arena, source, err))
        return false;
    bool done = format == ARMS_DOCUMENT_HTML ? document_html_read(&w)
                                             : document_lines_read(&w, format);
    return done && document_close(&w) && document_sentences(out, arena, err);
}

/* `file` is what is in the file, and `bytes` that without its packing. */
static bool parse(arms_document *out, arms_arena *arena, arms_text bytes,
                  arms_document_format format, arms_error *err)
{
    arms_arena scratch = {0};
    document_source source;
    if (bytes.len == 0)
        bytes.ptr = "";
    bool done = document_source_read(&source, &scratch, bytes, err) &&
                read_source(out, arena, &source, format, err);
    arms_arena_free(&scratch);
    return done;
}

static bool name(arms_document *out, arms_arena *arena, const char *path, arms_text bytes,
                 arms_error *err)
{
    char digest[65];
    *out = (arms_document){0};
    arms_digest(digest, bytes);
    out->path = arms_copy(arena, path, strlen(path), err);
    out->sha256 = out->path ? arms_copy(arena, digest, 64, err) : NULL;
    return out->sha256 != NULL;
}

bool arms_document_read(arms_document *out, arms_arena *arena, const char *path,
                        arms_document_format format, arms_error *err)
{
    arms_input input;
    if (!arms_input_read_any(&input, path, MAX_BYTES, err))
        return false;
    bool done = name(out, arena, path, input.bytes, err) &&
                parse(out, arena, input.text, format, err);
    arms_input_free(&input);
    return done;
}

bool arms_document_parse(arms_document *out, arms_arena *arena, arms_text bytes,
                         arms_document_format format, arms_error *err)
{
    if (bytes.len > MAX_BYTES)
        return arms_fail(err, ARMS_LIMIT,
                         "the text is larger than %d bytes, the most that is read; "
                         "split it",
                         MAX_BYTES);
    return name(out, arena, "", bytes, err) && parse(out, arena, bytes, format, err);
}

size_t arms_document_place_of(const arms_document *document, size_t at)
{
    at = at < document->text.len ? at : document->text.len;
    return place_find(document->places, document->place_count, at);
}
