/* Plain text: paragraphs and headings. */
#include "tests/unit/document_scene.h"

static void test_paragraphs(void)
{
    static const document_row rows[] = {
        {"WASHINGTON — Sales rose\nby 5 per cent.\n\n\n Then they *fell*.\n",
         "P {WASHINGTON — Sales rose by 5 per cent.}\nP {Then they *fell*.}"},
        {"intro:\n- a\n  b\n• c\n* d\n+ e\n1. f",
         "P {intro:}\nI {a b}\nI {c}\nI {d + e 1. f}"},
        {"<b>&amp;</b> `x` [a](b) # c", "P {<b>&amp;</b> `x` [a](b) # c}"},
        {"a\fb\vc\td", "P {a b c d}"},
        {NULL, NULL},
    };
    document_check(rows, ARMS_DOCUMENT_PLAIN);
}

static const document_row heading_rows[] = {
    {"Arms sales rise\n\nThe text.", "H {Arms sales rise}\nP {The text.}"},
    {"“Arms sales rise”\n\nThe text.", "H {“Arms sales rise”}\nP {The text.}"},
    {"Arms sales rise", "P {Arms sales rise}"},
    {"Arms sales rise\n\n", "P {Arms sales rise}"},
    {"Arms sales rise.\n\nThe text.", "P {Arms sales rise.}\nP {The text.}"},
    {"He said:\n\nThe text.", "P {He said:}\nP {The text.}"},
    {"“They rise.”\n\nThe text.", "P {“They rise.”}\nP {The text.}"},
    {"So it goes…\n\nThe text.", "P {So it goes…}\nP {The text.}"},
    {"and then it rose\n\nThe text.", "P {and then it rose}\nP {The text.}"},
    {"Two lines\nof it\n\nThe text.", "P {Two lines of it}\nP {The text.}"},
    {"One 2 3 4 5 6 7 8 9 10 11 12 13 14\n\nx", "H {One 2 3 4 5 6 7 8 9 10 11 12 13 14}\n"
                                                "P {x}"},
    {"One 2 3 4 5 6 7 8 9 10 11 12 13 14 15\n\nx",
     "P {One 2 3 4 5 6 7 8 9 10 11 12 13 14 15}\nP {x}"},
    {NULL, NULL},
};

static void test_headings(void)
{
    document_check(heading_rows, ARMS_DOCUMENT_PLAIN);
}

/* A text that was guessed to be Markdown may be plain, unless it marks its headings. */
static void test_guessed_headings(void)
{
    static const document_row rows[] = {
        {"# A\n\nA line\n\ntext", "H {A}\nP {A line}\nP {text}"},
        {"A\n===\n\nA line\n\ntext", "H {A}\nP {A line}\nP {text}"},
        {"A line\n\n- item\n\ntext", "H {A line}\nI {item}\nP {text}"},
        {"**A line**\n\ntext", "H {A line}\nP {text}"},
        {NULL, NULL},
    };
    document_check(heading_rows, ARMS_DOCUMENT_GUESS);
    document_check(rows, ARMS_DOCUMENT_GUESS);
}

const check_test document_plain_tests[] = {
    {"paragraphs", test_paragraphs},
    {"headings", test_headings},
    {"headings of guessed texts", test_guessed_headings},
    {NULL, NULL},
};
