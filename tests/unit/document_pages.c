/* Whole web pages: which part is the text, and what is a page at all. */
#include "tests/unit/document_scene.h"

static void test_regions(void)
{
    static const document_row rows[] = {
        {"<p>out</p><article><p>in</p></article><p>out</p>", "P {in}"},
        {"<p>out</p><main><p>in</p></main><p>out</p>", "P {in}"},
        {"<main>menu<article>in</article>more</main>out", "P {in}"},
        /* posts of one text: none is longer than all the others */
        {"x<article>one</article>y<article>two</article>z", "P {one}\nP {two}"},
        /* teasers beside a long one */
        {"<article>long long long long</article><article>no</article>",
         "P {long long long long}"},
        {"<main>m<article>a longer one<article>inner</article></article></main>",
         "P {a longer one}\nP {inner}"},
        /* a part that holds next to nothing */
        {"<p>The text of this page is all outside of its article.<article>x</article>",
         "P {The text of this page is all outside of its article.}\nP {x}"},
        {"<article></article><main></main><p>text</p>", "P {text}"},
        {"out<main>in<p>to the end", "P {in}\nP {to the end}"},
        {"<aside><article>an ad</article></aside><p>text</p>", "P {text}"},
        {NULL, NULL},
    };
    document_check(rows, ARMS_DOCUMENT_HTML);
}

static void test_titles(void)
{
    static const document_row rows[] = {
        {"<head><title>Arms &amp; trade</title></head><p>x", "H {Arms & trade}\nP {x}"},
        {"<title>T</title><h1>H</h1><p>x", "H {H}\nP {x}"},
        {"<title>T</title><h1>H</h1><article>x</article>", "H {T}\nP {x}"},
        {"<title>T</title><article><h1>H</h1>x</article>", "H {H}\nP {x}"},
        {"<title>T</title><h1> </h1><p>x", "H {T}\nP {x}"},
        {"<title>T</title><nav><h1>H</h1></nav><p>x", "H {T}\nP {x}"},
        {"<title>T</title><title>U</title>x", "H {T}\nP {x}"},
        {"<title></title>x", "P {x}"},
        {NULL, NULL},
    };
    document_check(rows, ARMS_DOCUMENT_HTML);
}

/* A form or a hidden part around the whole page is no reason to drop it. */
static void test_wrapped(void)
{
    static const document_row rows[] = {
        {"<form><h1>A</h1><p>b</p></form>", "H {A}\nP {b}"},
        {"<div aria-hidden=true><nav>x</nav><article>b</article></div>", "P {b}"},
        {"<form><p>your e-mail</p></form>b", "P {b}"},
        {"<title>T</title><form><h1>A</h1>x<article>b</article></form>", "H {T}\nP {b}"},
        {NULL, NULL},
    };
    document_check(rows, ARMS_DOCUMENT_HTML);
}

/* HTML is known by its first tag; all else is Markdown. */
static void test_guess(void)
{
    static const document_row rows[] = {
        {"<!DOCTYPE html>\n<p># x</p>", "P {# x}"},
        {" \n<?xml version='1.0'?><!-- saved --><HTML><p># x", "P {# x}"},
        {"<head><title>x</title>", "H {x}"},
        {"<p># x</p>\n", "P {# x}"},
        {"<article>*x*</article>", "P {*x*}"},
        {"<b>Bold</b> *x*", "P {Bold x}"},
        {"<!-- note -->\n# x", "H {x}"},
        {"<5 per cent *x*", "P {<5 per cent x}"},
        {"<https://a.b/>", "P {https://a.b/}"},
        {"<unknown>x</unknown>", "P {<unknown>x</unknown>}"},
        {"", ""},
        {" \n ", ""},
        {NULL, NULL},
    };
    document_check(rows, ARMS_DOCUMENT_GUESS);
}

static void test_page(void)
{
    static const document_row rows[] = {
        {"<!doctype html><html lang=en><head><meta charset=utf-8><title>Arms rise | Site"
         "</title><script>dataLayer = [{'a': 5}];</script></head><body class=\"x\">\n"
         "<div role=\"dialog\" aria-label=\"Cookies\"><p>We and 814 partners.</p></div>\n"
         "<header><a href=/>Site</a><nav><a href=/a>News</a></nav></header>\n"
         "<div class=wrap><article><header><h1>Arms exports rise</h1>\n"
         "<p>By A. Writer, 3 March 2025</p></header>\n"
         "<p>ANKARA &mdash; Exports grew by 12.5&nbsp;% in 2024,\nup from the U.S. level "
         "of 2019.<sup><a href=\"#fn:1\">1</a></sup> They had <em>halved</em> before.</p>"
         "\n<figure><img src=a.jpg><figcaption>A ship.</figcaption></figure>\n"
         "<aside><h2>Read more</h2><a href=x>5 charts</a></aside>\n"
         "<table><tr><th>Year</th><th>Share</th></tr><tr><td>2024</td><td>3.1</td></tr>"
         "</table></article><div class=ads>99 % off</div></div><footer>&copy; "
         "2025</footer>"
         "</body></html>\n",
         "H {Arms exports rise}\nP {By A. Writer, 3 March 2025}\n"
         "P {ANKARA — Exports grew by 12.5 % in 2024, up from the U.S. level of 2019.}"
         "{They had halved before.}\nP {A ship.}\nC {Year}\nC {Share}\nC {2024}\nC "
         "{3.1}"},
        {NULL, NULL},
    };
    document_check(rows, ARMS_DOCUMENT_GUESS);
}

const check_test document_pages_tests[] = {
    {"main part and articles", test_regions},
    {"titles", test_titles},
    {"parts around the page", test_wrapped},
    {"guess", test_guess},
    {"a page", test_page},
    {NULL, NULL},
};
