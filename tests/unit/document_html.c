/* HTML: blocks, references, and tags that are not as they should be. */
#include "tests/unit/document_scene.h"

static void test_blocks(void)
{
    static const document_row rows[] = {
        {"<h1>Arms</h1><p>One.</p><ul><li>Two</li></ul><table><tr><td>3</td></tr></"
         "table>",
         "H {Arms}\nP {One.}\nI {Two}\nC {3}"},
        {"<div>a<div>b</div>c</div>", "P {a}\nP {b}\nP {c}"},
        {"<p>a<br>b<br/>\n c</p>", "P {a b c}"},
        {"<p>a<br><br>b", "P {a}\nP {b}"},
        {"<p>one\n\n  two\t three ", "P {one two three}"},
        {"<h2><span>Two</span> <b>words</b></h2>after", "H {Two words}\nP {after}"},
        {"<h3><div>In</div></h3>out", "H {In}\nP {out}"},
        {"<blockquote><p>Said.</p></blockquote>", "P {Said.}"},
        {"<dl><dt>Term<dd>Meaning</dl>x", "I {Term}\nI {Meaning}\nP {x}"},
        {"<table><tr><th>Year<td><p>2023</p></table>x", "C {Year}\nC {2023}\nP {x}"},
        {"<figure><img alt=no><figcaption>A jet.</figcaption></figure>", "P {A jet.}"},
        {"to<b>geth</b>er <i>or</i> <a href=x>not</a>", "P {together or not}"},
        {"<pre>a\n  b</pre>", "P {a b}"},
        {"a<hr>b", "P {a}\nP {b}"},
        {"<ul><li>a<ul><li>b</ul>c</ul>d", "I {a}\nI {b}\nI {c}\nP {d}"},
        {"", ""},
        {"<p></p><p> &nbsp; </p>", ""},
        {NULL, NULL},
    };
    document_check(rows, ARMS_DOCUMENT_HTML);
}

/* By the tables of HTML 4.01, section 24, and of the HTML standard, 13.2.5.80. */
static void test_references(void)
{
    static const document_row rows[] = {
        {"&amp; &lt;b&gt; &quot;x&quot; &apos;", "P {& <b> \"x\" '}"},
        {"T&uuml;rkiye &ndash; 5&nbsp;%", "P {Türkiye – 5 %}"},
        {"T&uumlrkiye &copy2023 &ampx &AMP", "P {Türkiye ©2023 &x &}"},
        {"&ndash &hellip x", "P {&ndash &hellip x}"},
        {"&notit; &notin;", "P {¬it; ∉}"},
        {"&euro;5 &pound;6 &#8377;7 &#x20b9;8 &#X20B9", "P {€5 £6 ₹7 ₹8 ₹}"},
        {"&#150; &#146;s &#128; &#129;.", "P {– ’s € \xC2\x81.}"},
        {"&#0; &#xD800; &#x110000; &#99999999999999999999;",
         "P {\uFFFD \uFFFD \uFFFD \uFFFD}"},
        {"&thetasym; &Alpha;&omega; &clubs; &zeta;", "P {ϑ Αω ♣ ζ}"},
        {"&Aacute;&yuml;&frac12;&thorn", "P {Áÿ½þ}"},
        {"R&D, AT&T, & so, &#; &#x; &; &unknown; &", "P {R&D, AT&T, & so, &#; &#x; &; "
                                                     "&unknown; &}"},
        {"soft&shy;ly &zwj;&lrm;&rlm;x&ensp;y&thinsp;z", "P {softly x y z}"},
        {"&percnt; &dollar; &lsqb;1&rsqb;", "P {% $ [1]}"},
        {NULL, NULL},
    };
    document_check(rows, ARMS_DOCUMENT_HTML);
}

static void test_dropped(void)
{
    static const document_row rows[] = {
        {"a<script>if (x<y) { \"</b>\" }</script>b", "P {ab}"},
        {"a<style>p > b {}</style><noscript>c</noscript>b", "P {ab}"},
        {"a<!-- b <p> c -->d<!doctype x>e<?php x ?>f", "P {adef}"},
        {"<nav><ul><li>Home</ul></nav>a<footer>b</footer>c", "P {a}\nP {c}"},
        {"<aside>x</aside><form><input value=x>y</form>z", "P {z}"},
        {"<button>x</button><svg><title>y</title><text>z</text></svg>a", "P {a}"},
        {"<template><p>x</p></template><select><option>y</select>a", "P {a}"},
        {"<p hidden>x</p><p hidden>y<p>a<span aria-hidden='true'>z</span>", "P {a}"},
        {"<div style=\"color:red; DISPLAY : none\">x</div>a", "P {a}"},
        {"<div role=dialog>We use 5 cookies.</div>a<div role=navigation>b</div>",
         "P {a}"},
        {"<div hidden>x<div>y</div>z</div>a", "P {a}"},
        {"<nav>a<nav>b</nav>c</nav>d", "P {d}"},
        {"<b hidden>x<div hidden>y</b>z</div>a", "P {a}"},
        {"<iframe>x</iframe><textarea><p>x</textarea>a", "P {a}"},
        {NULL, NULL},
    };
    document_check(rows, ARMS_DOCUMENT_HTML);
}

static void test_notes(void)
{
    static const document_row rows[] = {
        {"2023<sup>[1]</sup>, 11<sup><a href='#n'>2</a></sup> %", "P {2023, 11 %}"},
        {"x<sup><span>&#91;</span>12<span>&#93;</span></sup>.", "P {x.}"},
        {"x<sup><a href=\"https://a.b/c#cite-2\">a</a></sup>.", "P {x.}"},
        {"10<sup>6</sup> m<sup>2</sup> 19<sup>th</sup> 2023<sup>145</sup>",
         "P {10⁶ m² 19th 2023¹⁴⁵}"},
        {"H<sub>2</sub>O x<sup>12345</sup>", "P {H2O x12345}"},
        {"x<sup>[1]", "P {x[1]}"},
        {NULL, NULL},
    };
    document_check(rows, ARMS_DOCUMENT_HTML);
}

/* Nothing of the rest is lost. */
static void test_malformed(void)
{
    static const document_row rows[] = {
        {"<p>5 < 6 and 7 > 6, a<5, <, </ p", "P {5 < 6 and 7 > 6, a<5, <, </ p}"},
        {"<p>x <y but <b>z</b>", "P {x <y but z}"},
        {"<p class=a id='b c' data-x=\"1>2\" hidden2>y", "P {y}"},
        {"<a href=\"x>y</a> z", "P {y z}"},
        {"<p title=it's>a</p>b", "P {a}\nP {b}"},
        {"<b><i>a</b>b</i></div></p></b>c<table>d", "P {ab}\nP {c}\nP {d}"},
        {"a<nav>b", "P {a}\nP {b}"},
        {"a<script>b", "P {ab}"},
        {"a<!-- b>c", "P {ac}"},
        {"a<title>b", "P {ab}"},
        {"<h2>a<p>b", "H {a}\nP {b}"},
        {"<li>a<li>b</ul>c", "I {a}\nI {b}\nP {c}"},
        {"<P CLASS=x>a</P ><BR\n/>b<sPaN\n>c", "P {a}\nP {bc}"},
        {"a<unknown-tag x=1>b</unknown-tag>c", "P {abc}"},
        {"a<p", "P {a<p}"},
        {"a<p class=\"x\"", "P {a}"},
        {"a</>b<>c", "P {a</>b<>c}"},
        {"a<script src=x/>b", "P {ab}"},
        {NULL, NULL},
    };
    document_check(rows, ARMS_DOCUMENT_HTML);
}

const check_test document_html_tests[] = {
    {"blocks", test_blocks}, {"references", test_references}, {"dropped", test_dropped},
    {"notes", test_notes},   {"malformed", test_malformed},   {NULL, NULL},
};
