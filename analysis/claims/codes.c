/* Names of parties as codes of ISO 3166-1, for whoever joins claims with other tables. */
#include <armstrade/buffer.h>
#include <armstrade/entity.h>
#include <armstrade/reading.h>

static void put_code(arms_buffer *out, arms_text name)
{
    arms_entity_id id;
    arms_error ignored;
    const char *code =
        arms_entity_resolve(&id, name, &ignored) ? arms_entity_get(id)->iso3 : "";
    if (code[0])
        arms_buffer_string(out, code);
    else
        arms_buffer_text(out, name); /* regions, former states */
}

/* Each of the names of a list that is joined by ';'. */
static bool recode(const char **names, arms_arena *arena, arms_error *err)
{
    arms_buffer out = {0};
    arms_text rest = arms_text_of(*names ? *names : ""), name;
    if (rest.len == 0)
        return true;
    while (arms_text_split(&name, &rest, ';')) {
        if (out.len > 0)
            arms_buffer_string(&out, ";");
        put_code(&out, name);
    }
    *names = arms_buffer_keep(&out, arena, err);
    return *names != NULL;
}

bool arms_reading_codes(arms_text_reading *reading, arms_arena *arena, arms_error *err)
{
    for (size_t i = 0; i < reading->count; i++) {
        arms_read_claim *c = &reading->claims[i];
        if (!recode(&c->subject, arena, err) || !recode(&c->counterpart, arena, err) ||
            !recode(&c->denominator, arena, err))
            return false;
    }
    return true;
}
