/* Markdown: what becomes a block, and which marks go. */
#include "tests/unit/document_scene.h"

static void test_headings(void)
{
    static const document_row rows[] = {
        {"# One\n## Two ##\n###### Six\ntext", "H {One}\nH {Two}\nH {Six}\nP {text}"},
        {"One\n===\ntext\n\nTwo\nlines\n---\n", "H {One}\nP {text}\nH {Two lines}"},
        {"#5 and ####### seven\n\n#\n\nx", "P {#5 and ####### seven}\nP {x}"},
        {"a\n-\nb\n\n***\nc\n\n- - -\n\n====\n", "P {a - b}\nP {c}"},
        {"# The C#\n", "H {The C#}"},
        {"text\n# Heading\nmore", "P {text}\nH {Heading}\nP {more}"},
        {NULL, NULL},
    };
    document_check(rows, ARMS_DOCUMENT_MARKDOWN);
}

static void test_lists(void)
{
    static const document_row rows[] = {
        {"- a\n- b\n  goes on\n* c\n+ d\n• e",
         "I {a}\nI {b goes on}\nI {c}\nI {d}\nI {e}"},
        {"1. a\n2) b\n10. c", "I {a}\nI {b}\nI {c}"},
        {"text\n- a\n  - b\n\nmore", "P {text}\nI {a}\nI {b}\nP {more}"},
        /* numbers that begin a line by chance */
        {"2023. The year\n\nit rose to\n15. Then",
         "P {2023.}{The year}\nP {it rose to 15.}"
         "{Then}"},
        {"-5 per cent\n\n- \n\n-", "P {-5 per cent}\nP {-}\nP {-}"},
        {"    indented text", "P {indented text}"},
        {NULL, NULL},
    };
    document_check(rows, ARMS_DOCUMENT_MARKDOWN);
}

static void test_quotes(void)
{
    static const document_row rows[] = {
        {"> a\n> b\n>\n> c\nd", "P {a b}\nP {c d}"},
        {"x\n> y\n>> z", "P {x}\nP {y}\nP {z}"},
        {"> # T\n> - i\n> > q", "H {T}\nI {i}\nP {q}"},
        {">5 per cent\nof it", "P {>5 per cent of it}"},
        {NULL, NULL},
    };
    document_check(rows, ARMS_DOCUMENT_MARKDOWN);
}

static void test_tables(void)
{
    static const document_row rows[] = {
        {"| A | B |\n|---|:-:|\n| 1 | 2 \\| 3 |\nafter",
         "C {A}\nC {B}\nC {1}\nC {2 | 3}\n"
         "P {after}"},
        {"A|B\n-|-\n1|\n|2", "C {A}\nC {B}\nC {1}\nC {2}"},
        {"text | with a bar\nmore", "P {text | with a bar more}"},
        {"x\n| a |\n\n| b", "P {x}\nC {a}\nP {| b}"},
        {"> | a |\n> |---|\n> | **b** |", "C {a}\nC {b}"},
        {NULL, NULL},
    };
    document_check(rows, ARMS_DOCUMENT_MARKDOWN);
}

static void test_emphasis(void)
{
    static const document_row rows[] = {
        {"*a* _b_ **c** __d__ ***e*** **f*g*h**", "P {a b c d e fgh}"},
        {"**“Quoted”** and (*x*), *y*.", "P {“Quoted” and (x), y.}"},
        {"a * b, 2*3*4, snake_case_name, _ x _, *open",
         "P {a * b, 2*3*4, snake_case_name, "
         "_ x _, *open}"},
        {"~5 per cent to ~6, ~~gone~~ ~one~", "P {~5 per cent to ~6, gone ~one~}"},
        {"un*frigging*believable **two\nlines**", "P {unfriggingbelievable two lines}"},
        {"*a\n\nb*", "P {*a}\nP {b*}"},
        {"*a **b* c**", "P {a b c}"},
        {NULL, NULL},
    };
    document_check(rows, ARMS_DOCUMENT_MARKDOWN);
}

static void test_code(void)
{
    static const document_row rows[] = {
        {"`a *b*` ``c ` d`` `open", "P {a *b* c ` d `open}"},
        {"a\n```c\nx = 5;\n\ny\n```\nb\n~~~~\nz\n~~~\n~~~~\nc", "P {a}\nP {b}\nP {c}"},
        {"a\n```\nnever closed 5", "P {a ``` never closed 5}"},
        {"```in line``` x", "P {in line x}"},
        {"`&amp;` &amp;", "P {&amp; &}"},
        {NULL, NULL},
    };
    document_check(rows, ARMS_DOCUMENT_MARKDOWN);
}

static void test_links(void)
{
    static const document_row rows[] = {
        {"[a *b*](http://x.y \"T\") ![c](d.png) [e](<f g>) [h]()", "P {a b c e h}"},
        {"[a](x_(y)_z) [b](x 'T') [c](x (T)) [d] (e)", "P {a b c [d] (e)}"},
        {"[a](x \"T (2023)\")", "P {a}"},
        {"[a](x y) [b](x \"T [c](x)", "P {[a](x y) [b](x \"T c}"},
        {"[a][1] [b][] [1] [sic] [x][2]\n\n[1]: http://x.y/z\n[B]: </q> \"T\"",
         "P {a b 1 [sic] [x][2]}"},
        {"[Interviewer]: Yes\n\n[A]: 5 per cent", "P {[Interviewer]: Yes}\nP {[A]: 5 per "
                                                  "cent}"},
        {"rose[^1] by 5[^note].\n\n[^1]: By volume.\n[^note]: x",
         "P {rose by 5.}\n"
         "P {By volume.}\nP {x}"},
        {"<https://a.b/c> <me@a.b> <b>x</b><br>y<!-- z -->",
         "P {https://a.b/c me@a.b x y}"},
        {"[[a](b)](c) [![i](j)](k) ] [", "P {a i ] [}"},
        {NULL, NULL},
    };
    document_check(rows, ARMS_DOCUMENT_MARKDOWN);
}

static void test_rest(void)
{
    static const document_row rows[] = {
        {"---\ntitle: 5 per cent\n---\ntext", "P {text}"},
        {"+++\na = 1\n+++\ntext", "P {text}"},
        {"---\n\ntext\n\n---\nmore", "P {text}\nP {more}"},
        {"---\na: b\ntext", "P {a: b text}"},
        {"a  \nb\\\nc \\* d \\\\ e\\f 5 \\% \\ g", "P {a b c * d \\ e\\f 5 % \\ g}"},
        {"&uuml; &lt;b&gt; \\&amp; R&D", "P {ü <b> &amp; R&D}"},
        {"<script>\nx = 5\n\n</script>\ntext <!-- a\n\nb -->\n<!-- c\n\nd --> e",
         "P {text <!-- a}\nP {b -->}\nP {e}"},
        {"<p>a</p>\n<p align=x>b</p> <unknown>", "P {a}\nP {b}\nP {<unknown>}"},
        {"a\r\nb\r\n\r\n# c\r\rd", "P {a b}\nH {c}\nP {d}"},
        {"A heading, it seems\n\ntext", "P {A heading, it seems}\nP {text}"},
        {NULL, NULL},
    };
    document_check(rows, ARMS_DOCUMENT_MARKDOWN);
}

const check_test document_markdown_tests[] = {
    {"headings", test_headings},
    {"lists", test_lists},
    {"quotes", test_quotes},
    {"tables", test_tables},
    {"emphasis", test_emphasis},
    {"code", test_code},
    {"links", test_links},
    {"front matter, escapes, tags", test_rest},
    {NULL, NULL},
};
