/* One view of one text, for the tests of views. */
#include "tests/unit/scene.h"

bool scene_open(scene *s, const char *text, const arms_wanted *wanted)
{
    arms_error err = {0};
    *s = (scene){.f = fixture_load(text)};
    return CHECK_STRING(s->f.err.text, "") &&
           CHECK(arms_view_make(&s->view, &s->arena, s->f.data, wanted, &err));
}

void scene_close(scene *s)
{
    arms_view_free(&s->view);
    fixture_free(&s->f);
    arms_arena_free(&s->arena);
}

void scene_see(const char *text, const arms_wanted *wanted, void (*see)(const scene *s))
{
    scene s;
    if (scene_open(&s, text, wanted))
        see(&s);
    scene_close(&s);
}

bool scene_covers(const scene *s, int year)
{
    return arms_dataset_covers(s->view.dataset, s->view.exporter, s->view.importer, year,
                               s->view.category);
}
