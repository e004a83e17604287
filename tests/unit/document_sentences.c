/* Sentences: where they end, and where they only seem to. */
#include <string.h>

#include "tests/unit/document_scene.h"

static void test_ends(void)
{
    static const document_row rows[] = {
        {"It rose. Then it fell! Why? No… But yes.", "P {It rose.}{Then it fell!}{Why?}"
                                                     "{No…}{But yes.}"},
        {"He said “no.” Then (he left.) She [did.] \"It\" rose.' X",
         "P {He said “no.”}{Then (he left.)}{She [did.]}{\"It\" rose.'}{X}"},
        {"It rose. 5 per cent. $5 m. €6 m. (So it is.) “Yes.”",
         "P {It rose.}{5 per cent.}{$5 m.}{€6 m.}{(So it is.)}{“Yes.”}"},
        {"It rose. then fell; So: No. x", "P {It rose. then fell; So: No. x}"},
        {"Wait... What?! Él. Über. Ça.", "P {Wait...}{What?!}{Él.}{Über.}{Ça.}"},
        {"It rose.[1] Then.[2][13] So.¹² Or.",
         "P {It rose.[1]}{Then.[2][13]}{So.¹²}{Or.}"},
        {"1.5 per cent, v2.0. 1,000.5 is", "P {1.5 per cent, v2.0.}{1,000.5 is}"},
        {"1. The first. 12. The next", "P {1. The first.}{12. The next}"},
        {"worth $5m. Exports of F-35A. Sales of €5 m. Imports c. 1990, A v. B",
         "P {worth $5m.}{Exports of F-35A.}{Sales of €5 m.}{Imports c. 1990, A v. B}"},
        {"in 2023. The year", "P {in 2023.}{The year}"},
        {"No blank.So one", "P {No blank.So one}"},
        {NULL, NULL},
    };
    document_check(rows, ARMS_DOCUMENT_PLAIN);
}

static void test_abbreviations(void)
{
    static const document_row rows[] = {
        {"Gen. Smith, Lt. Col. Dr. No and Mr. J. R. Doe. He",
         "P {Gen. Smith, Lt. Col. Dr. "
         "No and Mr. J. R. Doe.}{He}"},
        {"the U.S. Army, U.K. 5 per cent, U.N. Charter",
         "P {the U.S. Army, U.K. 5 per cent,"
         " U.N. Charter}"},
        {"in the U.S. The report", "P {in the U.S.}{The report}"},
        {"in the U.K. “It rose”, at 5 p.m. A man", "P {in the U.K.}{“It rose”, at 5 p.m.}"
                                                   "{A man}"},
        {"by J. A. Smith", "P {by J. A. Smith}"},
        {"Rs. 500 crore, approx. 5, vs. India, e.g. France, i.e. Paris, No. 5",
         "P {Rs. 500 crore, approx. 5, vs. India, e.g. France, i.e. Paris, No. 5}"},
        {"He said no. The end. Vol. 3, pp. 5, Fig. 7, nos. 8",
         "P {He said no.}{The end.}{Vol. 3, pp. 5, Fig. 7, nos. 8}"},
        {"tanks, etc. India, etc. and 5 etc. 6",
         "P {tanks, etc.}{India, etc. and 5 etc. 6}"},
        {"Dec. 5, Sept. 2023, in Jan. In Feb. Exports", "P {Dec. 5, Sept. 2023, in Jan.}"
                                                        "{In Feb. Exports}"},
        {"Arms Inc. Chairman, Arms Ltd. But et al. 2019",
         "P {Arms Inc. Chairman, Arms Ltd.}"
         "{But et al. 2019}"},
        {"St. Petersburg. Mt. Elbrus! Jr. He",
         "P {St. Petersburg.}{Mt. Elbrus!}{Jr.}{He}"},
        {NULL, NULL},
    };
    document_check(rows, ARMS_DOCUMENT_PLAIN);
}

static void test_blocks_end_sentences(void)
{
    static const document_row rows[] = {
        {"- one\n- two. Three\n\nno dot\n\nThe end",
         "I {one}\nI {two.}{Three}\nP {no dot}\n"
         "P {The end}"},
        {"It rose by\n5. Then it\nfell.", "P {It rose by 5.}{Then it fell.}"},
        {NULL, NULL},
    };
    document_check(rows, ARMS_DOCUMENT_PLAIN);
}

/* Cuts a text of `n` times a word, and checks that none is too long. */
static void check_long(const char *word, size_t n, size_t sentences, size_t first)
{
    arms_arena arena = {0};
    arms_buffer text = {0};
    arms_document d;
    for (size_t i = 0; i < n; i++)
        arms_buffer_string(&text, word);
    arms_text bytes = {text.data, text.len};
    if (document_made(&d, &arena, bytes, ARMS_DOCUMENT_PLAIN) &&
        CHECK_COUNT(d.sentence_count, sentences)) {
        const char *law = document_broken_law(&d, bytes);
        (void)CHECK_STRING(law ? law : "", "");
        (void)CHECK_COUNT(d.sentences[0].end, first);
    }
    arms_buffer_free(&text);
    arms_arena_free(&arena);
}

static void test_long(void)
{
    check_long("1", 20000, 1, 20000);
    check_long("1", 50000, 3, 20000);
    check_long("word ", 10000, 3, 19999);
    check_long("₹", 10000, 2, 19998);
}

const check_test document_sentences_tests[] = {
    {"ends", test_ends},
    {"abbreviations", test_abbreviations},
    {"blocks", test_blocks_end_sentences},
    {"long ones", test_long},
    {NULL, NULL},
};
