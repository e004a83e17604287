/* What a loaded file holds in memory: "FLOWS BYTES", by the allocator's own account. */
#include <armstrade/load.h>

#include <malloc.h>
#include <stdio.h>
#include <stdlib.h>

static size_t in_use(void)
{
    struct mallinfo2 info = mallinfo2();
    return info.uordblks + info.hblkhd;
}

int main(int argc, char **argv)
{
    arms_loaded loaded;
    arms_error err = {0};
    size_t flows = 0, before = in_use();
    if (argc != 2 || !arms_load(&loaded, argv[1], NULL, &err)) {
        (void)fprintf(stderr, "held: %s\n", argc == 2 ? err.text : "name one file");
        return EXIT_FAILURE;
    }
    size_t bytes = in_use() - before;
    for (size_t i = 0; i < loaded.count; i++)
        flows += arms_dataset_count(loaded.items[i]);
    printf("%zu %zu\n", flows, bytes);
    arms_loaded_free(&loaded);
    return EXIT_SUCCESS;
}
