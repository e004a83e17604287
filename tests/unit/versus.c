/* Two texts compared, for tests of comparisons. */
#include "tests/unit/versus.h"

#include <string.h>

static bool load(arms_loaded *out, const char *name, const char *text)
{
    const arms_load_options options = {.digest = true, .deals = true};
    arms_error err = {0};
    bool done = arms_load(out, check_write(name, arms_text_of(text)), &options, &err);
    return CHECK_STRING(err.text, "") && done && CHECK_COUNT(out->count, 1);
}

bool versus_open(versus *v, const char *first, const char *second,
                 const arms_compare_question *question)
{
    *v = (versus){0};
    if (!load(&v->loaded[0], "first.csv", first) ||
        !load(&v->loaded[1], "second.csv", second))
        return false;
    const arms_dataset *const two[] = {v->loaded[0].items[0], v->loaded[1].items[0]};
    if (!arms_compare(&v->c, &v->arena, two, question, &v->err))
        v->c = NULL;
    return true;
}

bool versus_compare(versus *v, const char *first, const char *second,
                    const arms_compare_question *question)
{
    return versus_open(v, first, second, question) && CHECK_STRING(v->err.text, "") &&
           CHECK(v->c);
}

void versus_close(versus *v)
{
    for (size_t i = 0; i < 2; i++)
        arms_loaded_free(&v->loaded[i]);
    arms_arena_free(&v->arena);
}

static bool is(const char *got, const char *want)
{
    return got && want ? strcmp(got, want) == 0 : got == want;
}

const arms_compared_row *versus_row(const versus *v, const char *exporter,
                                    const char *importer)
{
    static const arms_compared_row none = {.change = ARMS_CHANGES};
    for (size_t i = 0; v->c && i < v->c->count; i++)
        if (is(v->c->rows[i].exporter, exporter) && is(v->c->rows[i].importer, importer))
            return &v->c->rows[i];
    CHECK_ROW(false, exporter ? exporter : importer);
    return &none;
}

const arms_compared_deal *versus_deal(const versus *v, const char *designation)
{
    static const arms_compared_deal none = {.row.change = ARMS_CHANGES};
    for (size_t i = 0; v->c && i < v->c->deals.count; i++) {
        const arms_compared_deal *deal = &v->c->deals.items[i];
        if (is(deal->designation[0], designation) ||
            is(deal->designation[1], designation))
            return deal;
    }
    CHECK_ROW(false, designation);
    return &none;
}
