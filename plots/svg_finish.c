/* Finishing of gnuplot's SVG.
 *
 * The root gets role="img", a <title> and a <desc> (SVG Accessibility API Mappings 1.0);
 * every id, and every reference to one, gets a prefix, since gnuplot gives all drawings
 * the same ids; ">" in text is escaped, since gnuplot writes "]]>" as it is, which no XML
 * text may hold. Only the markup that gnuplot writes is understood, no XML at large. */
#include "plots/svg_finish.h"

#include <string.h>

#include "data/escape.h"

/* What stands before an id in a tag. */
static const char *const id_starts[] = {" id=\"", " id='", "href=\"#", "href='#",
                                        "url(#"};

static arms_text after(arms_text text, size_t bytes)
{
    return (arms_text){text.ptr + bytes, text.len - bytes};
}

static size_t length_to(arms_text text, const char *string)
{
    size_t length = strlen(string);
    for (size_t i = 0; i + length <= text.len; i++)
        if (memcmp(text.ptr + i, string, length) == 0)
            return i;
    return text.len;
}

/* Bytes of what stands before an id, if that is what `text` begins with. */
static size_t id_start(arms_text text)
{
    for (size_t i = 0; i < sizeof id_starts / sizeof *id_starts; i++)
        if (arms_text_starts(text, id_starts[i]))
            return strlen(id_starts[i]);
    return 0;
}

static void copy_tag(arms_buffer *out, arms_text tag, const char *id)
{
    while (tag.len > 0) {
        size_t length = id_start(tag);
        size_t used = length ? length : 1;
        arms_buffer_text(out, (arms_text){tag.ptr, used});
        if (length)
            arms_buffer_print(out, "%s-", id);
        tag = after(tag, used);
    }
}

/* Up to the next tag. */
static void copy_text(arms_buffer *out, arms_text text)
{
    for (size_t i = 0; i < text.len; i++)
        if (text.ptr[i] == '>')
            arms_buffer_string(out, "&gt;");
        else
            arms_buffer_text(out, (arms_text){text.ptr + i, 1});
}

/* Bytes of a <title> at the front: gnuplot puts the script's lines there, which a browser
 * shows under the pointer. */
static size_t inner_title(arms_text body)
{
    static const char close[] = "</title>";
    if (!arms_text_starts(body, "<title>"))
        return 0;
    size_t end = length_to(body, close);
    return end < body.len ? end + sizeof close - 1 : 0;
}

static void copy_body(arms_buffer *out, arms_text body, const char *id)
{
    while (body.len > 0) {
        size_t text = length_to(body, "<");
        copy_text(out, (arms_text){body.ptr, text});
        body = after(body, text);
        body = after(body, inner_title(body));
        size_t end = length_to(body, ">");
        size_t tag = end < body.len ? end + 1 : end;
        copy_tag(out, (arms_text){body.ptr, tag}, id);
        body = after(body, tag);
    }
}

/* Bytes of blanks and of the element `open` … `close`, where `body` begins so. */
static size_t element_length(arms_text body, const char *open, const char *close)
{
    size_t front = length_to(body, open);
    size_t end = length_to(body, close);
    bool first = arms_text_trim((arms_text){body.ptr, front}).len == 0;
    return first && end < body.len ? end + strlen(close) : 0;
}

static arms_text without_own_words(arms_text body)
{
    body = after(body, element_length(body, "<title>", "</title>"));
    return after(body, element_length(body, "<desc>", "</desc>"));
}

static void write_words(arms_buffer *out, const svg_words *words)
{
    arms_buffer_print(out, ">\n\n<title id=\"%s-title\">", words->id);
    arms_escape_xml(out, words->title);
    arms_buffer_print(out, "</title>\n<desc id=\"%s-desc\">", words->id);
    arms_escape_xml(out, words->describe);
    arms_buffer_string(out, "</desc>");
}

bool svg_finish(arms_buffer *out, arms_text svg, const svg_words *words, arms_error *err)
{
    size_t root = length_to(svg, "<svg");
    size_t tag = length_to(after(svg, root), ">");
    if (root + tag >= svg.len)
        return arms_fail(err, ARMS_SYSTEM,
                         "gnuplot's drawing is no SVG: it has no <svg> tag");
    arms_text head = arms_text_trim((arms_text){svg.ptr, root + tag});
    arms_buffer_text(out, head);
    arms_buffer_print(out, "\n role=\"img\" aria-labelledby=\"%s-title %s-desc\"\n",
                      words->id, words->id);
    write_words(out, words);
    copy_body(out, without_own_words(after(svg, root + tag + 1)), words->id);
    return arms_buffer_check(out, err);
}
