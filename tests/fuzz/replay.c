/* Runs a fuzz driver on files, without a fuzzer: its seeds, and what once broke it.
 *
 *     replay FILE… */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include "tests/unit/check.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int main(int argc, char **argv)
{
    for (int i = 1; i < argc; i++) {
        size_t length;
        char *bytes = check_read(argv[i], &length);
        if (!bytes) {
            (void)fprintf(stderr, "%s: cannot be read\n", argv[i]);
            return EXIT_FAILURE;
        }
        (void)LLVMFuzzerTestOneInput((const uint8_t *)bytes, length);
        free(bytes);
    }
    (void)printf("%d inputs, nothing broken\n", argc - 1);
    return argc > 1 ? EXIT_SUCCESS : EXIT_FAILURE;
}
