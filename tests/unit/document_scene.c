/* Documents made of strings, and how tests see them. */
#include "tests/unit/document_scene.h"

bool document_made(arms_document *out, arms_arena *arena, arms_text text,
                   arms_document_format format)
{
    arms_error err = {0};
    bool done = arms_document_parse(out, arena, text, format, &err);
    return CHECK_STRING(err.text, "") && CHECK(done);
}

void document_shown(arms_buffer *out, const arms_document *d)
{
    static const char kinds[] = "HPIC";
    size_t next = 0;
    arms_buffer_string(out, "");
    for (size_t i = 0; i < d->block_count; i++) {
        arms_buffer_print(out, "%s%c ", i ? "\n" : "", kinds[d->blocks[i].kind]);
        for (; next < d->sentence_count && d->sentences[next].block == i; next++) {
            const arms_sentence *one = &d->sentences[next];
            arms_buffer_print(out, "{%.*s}", (int)(one->end - one->begin),
                              d->text.ptr + one->begin);
        }
    }
}

void document_check(const document_row *rows, arms_document_format format)
{
    for (; rows->text; rows++) {
        arms_arena arena = {0};
        arms_buffer shown = {0};
        arms_document document;
        arms_text text = arms_text_of(rows->text);
        if (document_made(&document, &arena, text, format)) {
            const char *law = document_broken_law(&document, text);
            document_shown(&shown, &document);
            (void)CHECK_STRING(shown.data, rows->shown);
            (void)CHECK_STRING(law ? law : "", "");
        }
        arms_buffer_free(&shown);
        arms_arena_free(&arena);
    }
}
