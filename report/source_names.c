/* The names of a dataset's files: what is written must not depend on where the files lay,
 * unless two of them can only be told apart by that. */
#include "report/source_names.h"

#include <string.h>

const char *base_name(const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash && slash[1] ? slash + 1 : path;
}

const char *source_name(const arms_dataset *dataset, size_t source)
{
    const arms_source *sources;
    size_t count = arms_dataset_sources(dataset, &sources);
    const char *name = base_name(sources[source].path);
    for (size_t i = 0; i < count; i++)
        if (i != source && strcmp(base_name(sources[i].path), name) == 0)
            return sources[source].path;
    return name;
}
