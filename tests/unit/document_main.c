/* The tests of documents: files become blocks and sentences. */
#include <armstrade/setup.h>

#include "tests/property/random.h"
#include "tests/unit/check.h"

extern const check_test document_bytes_tests[], document_hostile_tests[],
    document_html_tests[], document_markdown_tests[], document_pages_tests[],
    document_plain_tests[], document_sentences_tests[];

static const check_table tables[] = {
    {"bytes", document_bytes_tests},         {"hostile", document_hostile_tests},
    {"html", document_html_tests},           {"markdown", document_markdown_tests},
    {"pages", document_pages_tests},         {"plain", document_plain_tests},
    {"sentences", document_sentences_tests},
};

int main(int argc, char **argv)
{
    arms_setup();
    random_start();
    return check_main(tables, sizeof tables / sizeof *tables, argc, argv);
}
