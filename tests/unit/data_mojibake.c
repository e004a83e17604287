/* Text that was encoded as UTF-8 twice: what is repaired, and what is left alone. */
#include "data/mojibake.h"

#include "tests/unit/check.h"

typedef struct repair {
    const char *text, *repaired; /* NULL: left alone */
} repair;

static const repair repairs[] = {
    {"Turkey", NULL},
    {"", NULL},
    {"Türkiye", NULL},
    {"São Tomé", NULL},
    {"Ã", NULL},        /* its byte stands alone */
    {"Ã¼ and ü", NULL}, /* not all of it turns back */
    {"Ã¼ Ж", NULL},     /* Windows-1252 has no such letter */
    {"Ã¼ 😀", NULL},
    {"TÃ¼rkiye", "Türkiye"},
    {"CuraÃ§ao", "Curaçao"},
    {"CÃ´te d'Ivoire", "Côte d'Ivoire"},
    {"RÃ©union and Ã…land", "Réunion and Åland"}, /* … is byte 0x85 of Windows-1252 */
    {"People\xC3\xA2\xE2\x82\xAC\xE2\x84\xA2s", "People\xE2\x80\x99s"},
    {"\xC3\x83\xC2\x85land", "\xC3\x85land"}, /* read as ISO-8859-1 */
    {"\xC3\xA2\xC2\x80\xC2\x99", "\xE2\x80\x99"},
    {"T\xFCrkiye", NULL}, /* no UTF-8 at all */
};

static void test_repairs(void)
{
    for (size_t i = 0; i < sizeof repairs / sizeof *repairs; i++) {
        const repair *r = &repairs[i];
        arms_arena arena = {0};
        arms_text out;
        bool repaired;
        CHECK(mojibake_repair(&out, &repaired, &arena, arms_text_of(r->text), NULL));
        CHECK_ROW(repaired == (r->repaired != NULL), r->text);
        CHECK_ROW(arms_text_is(out, r->repaired ? r->repaired : r->text), r->text);
        arms_arena_free(&arena);
    }
}

/* By the table of Unicode, MAPPINGS/VENDORS/MICSFT/WINDOWS/CP1252.TXT. */
static void test_windows(void)
{
    CHECK_COUNT(windows_1252('A'), 'A');
    CHECK_COUNT(windows_1252(0x80), 0x20AC);
    CHECK_COUNT(windows_1252(0x81), 0x81); /* has none */
    CHECK_COUNT(windows_1252(0x96), 0x2013);
    CHECK_COUNT(windows_1252(0x9F), 0x178);
    CHECK_COUNT(windows_1252(0xA0), 0xA0);
    CHECK_COUNT(windows_1252(0xFF), 0xFF);
}

const check_test data_mojibake_tests[] = {
    {"repairs", test_repairs},
    {"Windows-1252", test_windows},
    {NULL, NULL},
};
