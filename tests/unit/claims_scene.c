/* Texts made of strings, and how tests see what is read in them. */
#include "tests/unit/claims_scene.h"

#include <string.h>

bool claims_make(claims_read *out, arms_text text, const char *date)
{
    arms_error err = {0};
    *out = (claims_read){0};
    bool done =
        arms_document_parse(&out->document, &out->arena, text, ARMS_DOCUMENT_GUESS,
                            &err) &&
        arms_read_document(&out->reading, &out->arena, &out->document, date, &err);
    if (!CHECK_STRING(err.text, "") || !CHECK(done))
        return false;
    const char *law = claims_broken_law(&out->document, &out->reading, text);
    return CHECK_STRING(law ? law : "", "");
}

void claims_free(claims_read *made)
{
    arms_arena_free(&made->arena);
}

static void show_period(arms_buffer *out, const arms_read_claim *c)
{
    static const char *const marks[] = {"", "", "~", "^", "?"};
    if (c->period)
        arms_buffer_print(out, " %s%s", marks[c->period_source], c->period);
    if (c->base_period)
        arms_buffer_print(out, "<%s%s", marks[c->base_source], c->base_period);
}

static void show_names(arms_buffer *out, const arms_read_claim *c)
{
    arms_buffer_string(out, c->subject);
    if (c->counterpart)
        arms_buffer_print(out, "/%s", c->counterpart);
    if (c->denominator)
        arms_buffer_print(out, " in %s", c->denominator);
    if (c->category)
        arms_buffer_print(out, " [%s]", c->category);
}

static void show_value(arms_buffer *out, const arms_read_claim *c)
{
    arms_buffer_string(out, ",");
    if (c->bound != ARMS_BOUND_EXACT)
        arms_buffer_print(out, " %s", arms_bound_name(c->bound));
    if (strcmp(c->unit, "direction") == 0)
        arms_buffer_string(out, c->value < 0 ? " down" : " up");
    else
        arms_buffer_print(out, " %.12g %s", c->value, c->unit);
}

static void show_claim(arms_buffer *out, const arms_read_claim *c)
{
    arms_buffer_print(out, "%s %s ", arms_claim_kind_name(c->kind),
                      arms_direction_name(c->flow));
    show_names(out, c);
    show_value(out, c);
    show_period(out, c);
}

void claims_shown(arms_buffer *out, const arms_text_reading *reading)
{
    arms_buffer_string(out, "");
    for (size_t i = 0; i < reading->count; i++) {
        arms_buffer_string(out, i > 0 ? " | " : "");
        show_claim(out, &reading->claims[i]);
    }
}

static void show_unchecked(arms_buffer *out, const arms_text_reading *reading)
{
    arms_buffer_string(out, "");
    for (size_t i = 0; i < reading->unchecked_count; i++)
        arms_buffer_print(out, "%s%s: %s", i > 0 ? " | " : "", reading->unchecked[i].text,
                          reading->unchecked[i].reason);
}

static bool is_made_by(const arms_text_reading *reading, const char *rule)
{
    for (size_t i = 0; i < reading->count; i++)
        if (strcmp(reading->claims[i].rule, rule) == 0)
            return true;
    return false;
}

/* How a reading is shown. */
typedef void (*show_function)(arms_buffer *out, const arms_text_reading *reading);

static void check_shown(const claims_row *row, const arms_text_reading *reading,
                        show_function show)
{
    arms_buffer shown = {0};
    show(&shown, reading);
    bool same = CHECK_STRING(shown.data, row->shown);
    (void)CHECK_ROW(same, row->text);
    arms_buffer_free(&shown);
}

void claims_check(const claims_row *rows, const char *rule)
{
    for (; rows->text; rows++) {
        claims_read made;
        if (claims_make(&made, arms_text_of(rows->text), NULL))
            check_shown(rows, &made.reading, claims_shown);
        (void)CHECK_ROW(!rule || is_made_by(&made.reading, rule), rows->text);
        claims_free(&made);
    }
}

void claims_check_dated(const claims_row *rows, const char *date)
{
    for (; rows->text; rows++) {
        claims_read made;
        if (claims_make(&made, arms_text_of(rows->text), date))
            check_shown(rows, &made.reading, claims_shown);
        claims_free(&made);
    }
}

void claims_check_unchecked(const claims_row *rows)
{
    for (; rows->text; rows++) {
        claims_read made;
        if (claims_make(&made, arms_text_of(rows->text), NULL))
            check_shown(rows, &made.reading, show_unchecked);
        claims_free(&made);
    }
}

bool claims_scene(scene *out, arms_arena *arena, const char *sentence)
{
    arms_error err = {0};
    bool done = scene_make(out, arena, arms_text_of(sentence), 0, &err);
    return CHECK_STRING(err.text, "") && CHECK(done);
}

const item *claims_item(const scene *s, item_kind kind)
{
    for (size_t i = 0; i < s->count; i++)
        if (s->items[i].kind == kind)
            return &s->items[i];
    return NULL;
}
