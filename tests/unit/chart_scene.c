/* What the tests of charts share. See the header. */
#define _POSIX_C_SOURCE 200809L

#include "tests/unit/chart_scene.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "plots/gnuplot.h"

const char *const scene_hostile[SCENE_HOSTILE] = {
    "`touch pwned`", "\"; system(\"touch pwned\") # \"", "$(touch pwned) @ARG1 %s %n",
    "<script>&amp;]]></text>", "# \\n \\042 {/Bold x}_1^2 \\"};

const char *const scene_harmless[SCENE_HOSTILE] = {
    ">`touch pwned`</text>", ">\"; system(\"touch pwned\") # \"</text>",
    ">$(touch pwned) @ARG1 %s %n</text>",
    ">&lt;script&gt;&amp;amp;]]&gt;&lt;/text&gt;</text>",
    "># \\n \\042 {/Bold x}_1^2 \\</text>"};

bool scene_no_gnuplot(void)
{
    char program[GNUPLOT_PATH];
    gnuplot_setup setup = {NULL, 0};
    if (gnuplot_find(program, &setup, NULL))
        return false;
    printf("skipped: drawing, since gnuplot is not installed\n");
    return true;
}

size_t scene_times(const char *text, const char *part)
{
    size_t count = 0;
    for (const char *at = text; at && (at = strstr(at, part)) != NULL; at++)
        count++;
    return count;
}

bool scene_join(char out[PATH_SIZE], const char *folder, const char *name)
{
    int n = snprintf(out, PATH_SIZE, "%s/%s", folder, name);
    return n >= 0 && n < PATH_SIZE;
}

bool scene_set(scene *s)
{
    char here[PATH_SIZE];
    if (!getcwd(here, sizeof here))
        return false;
    return scene_join(s->folder, here, "test-chart-XXXXXX") && mkdtemp(s->folder) &&
           scene_join(s->fake, s->folder, "bin") &&
           scene_join(s->program, s->fake, "gnuplot") &&
           scene_join(s->chart, s->folder, "chart.svg") &&
           snprintf(s->search, PATH_SIZE, "%s:/usr/bin:/bin", s->fake) < PATH_SIZE &&
           mkdir(s->fake, 0700) == 0;
}

int scene_count(const char *folder, bool clear)
{
    int count = 0;
    bool cleared = true;
    DIR *directory = opendir(folder);
    if (!directory)
        return -1;
    /* One thread. NOLINTNEXTLINE(concurrency-mt-unsafe) */
    for (struct dirent *entry; (entry = readdir(directory));) {
        char path[PATH_SIZE];
        if (strcmp(entry->d_name, ".") == 0 || strcmp(entry->d_name, "..") == 0)
            continue;
        count++;
        if (clear && strcmp(entry->d_name, "bin") != 0)
            cleared =
                scene_join(path, folder, entry->d_name) && unlink(path) == 0 && cleared;
    }
    (void)closedir(directory);
    return cleared ? count : -1;
}

bool scene_strike(const scene *s)
{
    (void)scene_count(s->fake, true);
    (void)rmdir(s->fake);
    (void)scene_count(s->folder, true);
    return rmdir(s->folder) == 0;
}

char *scene_read(const char *folder, const char *name)
{
    char path[PATH_SIZE];
    static const size_t room = 1 << 20;
    char *bytes = calloc(room, 1);
    FILE *file = scene_join(path, folder, name) ? fopen(path, "rb") : NULL;
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
