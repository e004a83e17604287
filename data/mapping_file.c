/* Mappings as files: a "key: value" a line. */
#include <armstrade/mapping.h>

#include <string.h>

#include "data/input.h"

static const size_t max_bytes = 1 << 20;

static bool read_line(arms_mapping *mapping, arms_text line, arms_error *err)
{
    line = arms_text_trim(line);
    if (line.len == 0 || line.ptr[0] == '#')
        return true;
    const char *colon = memchr(line.ptr, ':', line.len);
    size_t at = colon ? (size_t)(colon - line.ptr) : line.len;
    if (!colon)
        return arms_fail(err, ARMS_USAGE,
                         "\"%.*s\" has no ':'; write a key, a colon and a value, as in "
                         "\"year: Year\"",
                         arms_text_shown(line, 60), line.ptr);
    return arms_mapping_set(mapping, arms_text_trim((arms_text){line.ptr, at}),
                            (arms_text){colon + 1, line.len - at - 1}, err);
}

static bool read_lines(arms_mapping *mapping, const arms_input *input, arms_error *err)
{
    arms_text rest = input->text;
    for (size_t number = 1; rest.len > 0; number++) {
        size_t len = 0;
        while (len < rest.len && rest.ptr[len] != '\n' && rest.ptr[len] != '\r')
            len++;
        size_t used = len + (len < rest.len);
        used += used < rest.len && rest.ptr[len] == '\r' && rest.ptr[used] == '\n';
        arms_error why = {0};
        if (!read_line(mapping, (arms_text){rest.ptr, len}, &why))
            return arms_fail_at(err, why.code == ARMS_USAGE ? ARMS_PARSE : why.code,
                                input->path, number, "%s", why.text);
        rest = (arms_text){rest.ptr + used, rest.len - used};
    }
    return true;
}

bool arms_mapping_read(arms_mapping *mapping, const char *path, arms_error *err)
{
    arms_input input = {0};
    if (!arms_input_read(&input, path, max_bytes, err))
        return false;
    bool done = read_lines(mapping, &input, err);
    arms_input_free(&input);
    return done;
}

void arms_mapping_write(arms_buffer *out, const arms_mapping *mapping)
{
    arms_buffer_string(out,
                       "# how armstrade reads a CSV file that it has no layout for\n");
    for (int i = 0; i < ARMS_MAP_COVERS; i++)
        if (mapping->said[i])
            arms_buffer_print(out, "%s: %s\n", arms_mapping_key_name((arms_map_key)i),
                              mapping->said[i]);
    for (size_t i = 0; i < mapping->cover_count; i++)
        arms_buffer_print(out, "covers: %s\n", mapping->covers[i]);
}
