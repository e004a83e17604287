/* Claims judged against texts in the canonical layout. */
#include "tests/unit/trial.h"

#include <string.h>

static bool read_claims(trial *t, const char *lines)
{
    arms_buffer text = {0};
    arms_error err = {0};
    static const char *const more[] = {"", ",flow", ",bound"};
    size_t commas = 0;
    for (const char *c = lines; *c && *c != '\n'; c++)
        commas += *c == ',';
    arms_buffer_print(&text, "kind,subject,counterpart,period,value%s%s\n",
                      more[commas > 4 ? 1 : 0], more[commas > 5 ? 2 : 0]);
    arms_buffer_print(&text, "%s\n", lines);
    const char *path = check_write("claims.csv", (arms_text){text.data, text.len});
    bool done = arms_claims_read(&t->claims, &t->arena, path, &err);
    arms_buffer_free(&text);
    return done || CHECK_STRING(err.text, "");
}

bool trial_open_all(trial *t, const char *const data[], const char *claims)
{
    arms_dataset *datasets[TRIAL_TEXTS];
    arms_judge_input input = {.datasets = datasets};
    *t = (trial){0};
    for (; data[input.count]; input.count++) {
        fixture f = fixture_load(data[input.count]);
        t->loaded[input.count] = f.loaded;
        if (!CHECK_STRING(f.err.text, "") || !CHECK_COUNT(f.loaded.count, 1))
            return false;
        datasets[input.count] = f.data;
    }
    arms_error err = {0};
    if (!read_claims(t, claims) ||
        !CHECK(arms_judge(&t->verdicts, &t->arena, &t->claims, &input, &err)))
        return false;
    t->finding = input.count > 0 ? &t->verdicts.items[0].findings[0] : NULL;
    return true;
}

bool trial_open(trial *t, const char *data, const char *claims)
{
    const char *const texts[] = {data, NULL};
    return trial_open_all(t, texts, claims);
}

void trial_close(trial *t)
{
    for (size_t i = 0; i < TRIAL_TEXTS; i++)
        arms_loaded_free(&t->loaded[i]);
    arms_arena_free(&t->arena);
}
