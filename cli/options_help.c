/* The help of a command: examples first, then its options. */
#include "cli/option_table.h"

enum { HELP_COLUMN = 30, USAGE_COLUMN = 7, HELP_END = 80 };

/* As many words of `text` as stand within so many columns, at least one. */
static arms_text next_line(arms_text *text, size_t columns)
{
    arms_text line = {text->ptr, 0}, rest = *text, word;
    while (arms_text_split(&word, &rest, ' ')) {
        arms_text longer = {text->ptr, (size_t)(word.ptr - text->ptr) + word.len};
        if (line.len > 0 && arms_text_width(longer) > columns)
            break;
        line = longer;
    }
    size_t taken = line.len < text->len ? line.len + 1 : line.len; /* with the blank */
    *text = (arms_text){text->ptr + taken, text->len - taken};
    return line;
}

/* Lines from column `indent` on; `used` columns of the first are taken. */
static void put_lines(arms_buffer *out, arms_text text, size_t indent, size_t used)
{
    while (text.len > 0) {
        arms_buffer_fill(out, ' ', indent - used);
        arms_buffer_text(out, next_line(&text, HELP_END - indent));
        arms_buffer_string(out, "\n");
        used = 0;
    }
}

static void put_option(arms_buffer *out, const cli_command *command, const option *o)
{
    size_t start = out->len;
    arms_buffer_print(out, "  %s", o->name);
    if (o->alias && option_find(command, arms_text_of(o->alias)) == o)
        arms_buffer_print(out, ", %s", o->alias);
    if (o->meta)
        arms_buffer_print(out, " %s", o->meta);
    arms_text head = {out->data ? out->data + start : "", out->len - start};
    size_t width = arms_text_width(head);
    if (width + 2 > HELP_COLUMN) {
        arms_buffer_string(out, "\n");
        width = 0;
    }
    put_lines(out, arms_text_of(o->help), HELP_COLUMN, width);
}

static void put_usage(arms_buffer *out, const cli_command *command)
{
    arms_buffer usage = {0};
    arms_buffer_print(&usage, "armstrade %s %s", command->name, command->usage);
    arms_buffer_string(out, "Usage: ");
    put_lines(out, (arms_text){usage.data ? usage.data : "", usage.len}, USAGE_COLUMN,
              USAGE_COLUMN);
    out->failed = out->failed || usage.failed;
    arms_buffer_free(&usage);
}

void options_help(arms_buffer *out, const cli_command *command)
{
    arms_buffer_print(out, "armstrade %s: %s\n\nExamples:\n%s\n", command->name,
                      command->summary, command->examples);
    put_usage(out, command);
    arms_buffer_string(out, "\n");
    for (size_t i = 0; i < option_count; i++)
        if (option_taken(command, &options[i]))
            put_option(out, command, &options[i]);
}
