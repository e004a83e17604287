/* The yardstick: libcsv over a file, with callbacks that do nothing. */
#include <csv.h>
#include <stdio.h>
#include <stdlib.h>

static void on_field(void *bytes, size_t length, void *context)
{
    (void)bytes;
    (void)length;
    (void)context;
}

static void on_row(int end, void *context)
{
    (void)end;
    (void)context;
}

int main(int argc, char **argv)
{
    static char buffer[1 << 16];
    struct csv_parser parser;
    FILE *file = argc == 2 ? fopen(argv[1], "rb") : NULL;
    if (!file || csv_init(&parser, 0) != 0)
        return EXIT_FAILURE;
    size_t n;
    while ((n = fread(buffer, 1, sizeof buffer, file)) > 0)
        if (csv_parse(&parser, buffer, n, on_field, on_row, NULL) != n)
            return EXIT_FAILURE;
    csv_fini(&parser, on_field, on_row, NULL);
    csv_free(&parser);
    return fclose(file) == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
