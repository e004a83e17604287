/* What the tests of charts share: a folder for charts with a place for a false gnuplot in
 * it, its files, and text that must not run. */
#ifndef ARMSTRADE_TESTS_CHART_SCENE_H
#define ARMSTRADE_TESTS_CHART_SCENE_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

enum { PATH_SIZE = 512 };

typedef struct scene {
    char folder[PATH_SIZE]; /* where charts go */
    char fake[PATH_SIZE];   /* where a false gnuplot lies … */
    char program[PATH_SIZE];
    char search[PATH_SIZE]; /* … and a PATH that finds it first */
    char chart[PATH_SIZE];  /* the chart's path */
} scene;

bool scene_set(scene *s);

/* Removes the folder; false where it holds anything else than charts. */
bool scene_strike(const scene *s);

/* False where the path does not fit. */
bool scene_join(char out[PATH_SIZE], const char *folder, const char *name);

/* Files in a folder beside "." and ".."; each but "bin" is removed if `clear`, and −1
 * means that one cannot be. */
int scene_count(const char *folder, bool clear);

/* What a file holds, up to a megabyte; to be freed. */
char *scene_read(const char *folder, const char *name);

bool scene_write(const char *path, const char *bytes, mode_t mode);

/* Says that drawing is skipped, where there is no gnuplot. */
bool scene_no_gnuplot(void);

/* How often a text has a part. */
size_t scene_times(const char *text, const char *part);

/* Text that a shell, gnuplot or a browser would run, and how it must stand in an SVG. */
enum { SCENE_HOSTILE = 5 };
extern const char *const scene_hostile[SCENE_HOSTILE],
    *const scene_harmless[SCENE_HOSTILE];

#endif
