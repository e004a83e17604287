/* A folder for charts with a place for a false gnuplot in it, and its files. */
#ifndef ARMSTRADE_TESTS_CHART_SCENE_H
#define ARMSTRADE_TESTS_CHART_SCENE_H

#include <stdbool.h>
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

/* Removes the folder, which must hold nothing else than charts. */
void scene_strike(const scene *s);

void scene_join(char out[PATH_SIZE], const char *folder, const char *name);

/* Files in a folder beside "." and ".."; each is removed if `clear`. */
int scene_count(const char *folder, bool clear);

/* What a file holds, up to a megabyte; to be freed. */
char *scene_read(const char *folder, const char *name);

bool scene_write(const char *path, const char *bytes, mode_t mode);

#endif
