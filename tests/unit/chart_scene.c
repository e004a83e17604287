/* The folder in which tests of charts draw. */
#define _POSIX_C_SOURCE 200809L

#include "tests/unit/chart_scene.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <gsl/gsl_test.h>

void scene_join(char out[PATH_SIZE], const char *folder, const char *name)
{
    int n = snprintf(out, PATH_SIZE, "%s/%s", folder, name);
    gsl_test(n < 0 || n >= PATH_SIZE, "path of %s fits", name);
}

bool scene_set(scene *s)
{
    char here[PATH_SIZE];
    if (!getcwd(here, sizeof here))
        return false;
    scene_join(s->folder, here, "test-chart-XXXXXX");
    if (!mkdtemp(s->folder))
        return false;
    scene_join(s->fake, s->folder, "bin");
    scene_join(s->program, s->fake, "gnuplot");
    scene_join(s->chart, s->folder, "chart.svg");
    if (snprintf(s->search, PATH_SIZE, "%s:/usr/bin:/bin", s->fake) >= PATH_SIZE)
        return false;
    return mkdir(s->fake, 0700) == 0;
}

int scene_count(const char *folder, bool clear)
{
    int count = 0;
    DIR *directory = opendir(folder);
    if (!directory)
        return -1;
    /* One thread. NOLINTNEXTLINE(concurrency-mt-unsafe) */
    for (struct dirent *entry; (entry = readdir(directory));) {
        char path[PATH_SIZE];
        if (strcmp(entry->d_name, ".") == 0 || strcmp(entry->d_name, "..") == 0)
            continue;
        scene_join(path, folder, entry->d_name);
        count++;
        if (clear && strcmp(entry->d_name, "bin") != 0)
            gsl_test(unlink(path) != 0, "%s is removed", entry->d_name);
    }
    (void)closedir(directory);
    return count;
}

void scene_strike(const scene *s)
{
    (void)scene_count(s->fake, true);
    (void)rmdir(s->fake);
    (void)scene_count(s->folder, true);
    gsl_test(rmdir(s->folder) != 0, "the test leaves nothing behind");
}

char *scene_read(const char *folder, const char *name)
{
    char path[PATH_SIZE];
    static const size_t room = 1 << 20;
    scene_join(path, folder, name);
    char *bytes = calloc(room, 1);
    FILE *file = fopen(path, "rb");
    if (bytes && file && fread(bytes, 1, room - 1, file) == 0)
        bytes[0] = '\0';
    if (file)
        (void)fclose(file);
    return bytes;
}

bool scene_write(const char *path, const char *bytes, mode_t mode)
{
    FILE *file = fopen(path, "wb");
    if (!file)
        return false;
    bool done = fputs(bytes, file) >= 0;
    return fclose(file) == 0 && done && chmod(path, mode) == 0;
}
