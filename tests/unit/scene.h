/* One view of one text, for the tests of views. */
#ifndef ARMSTRADE_TESTS_SCENE_H
#define ARMSTRADE_TESTS_SCENE_H

#include <armstrade/view.h>

#include "tests/unit/fixture.h"

typedef struct scene {
    fixture f;
    arms_arena arena;
    arms_view view;
} scene;

/* Loads the text and makes the view; a failure counts against the running test. To be
 * closed in any case. */
bool scene_open(scene *s, const char *text, const arms_wanted *wanted);
void scene_close(scene *s);

/* Looks at a view, and closes it. */
void scene_see(const char *text, const arms_wanted *wanted, void (*see)(const scene *s));

/* Whether the view covers what was asked for in `year`. */
bool scene_covers(const scene *s, int year);

#endif
