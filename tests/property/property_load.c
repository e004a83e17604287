/* Damaged files are loaded or refused, and what is loaded is sound. */
#include <math.h>
#include <string.h>

#include "tests/property/random.h"
#include "tests/unit/fixture.h"

enum { FILES = 1500 };

static void make_register(arms_buffer *out)
{
    fixture_register(out,
                     "from All countries  to All countries . Deals with deliveries made "
                     "for the year range '2001' to '2025'",
                     "\n");
    fixture_register_header(out, "\n");
    arms_buffer_string(out,
                       "1,China,Pakistan,X,gun,Ships,1999,Yes,2,No,2001,Yes,New,1,1,3.2,"
                       "No\n2,Turkiye,India,Y,gun,Ships,1999,,2,,2003,No,New,1,1,0.04,"
                       "Yes\n");
}

static void make_table(arms_buffer *out)
{
    fixture_table(out, "13 Oct 2024 12:33:29 PM");
    arms_buffer_string(out, "Recipient,2021,2022,2023,2021-2023,Percentage\n"
                            "Pakistan,69,0 ,237,306,60%\nTanzania,,5,46,51,10%\n"
                            "Total world import,69,5,284,359,100%\n\n\n");
}

static void make_canonical(arms_buffer *out)
{
    arms_buffer_string(
        out, "# source: x\n# covers: exporters=*; importers=Iran|India; years=2020-2021\n"
             "year,exporter,importer,category,measure,value,low,high,flags\n"
             "2020,China,Iran,\"Ships, all\",million TIV,5,4,6,estimated;licensed\n"
             "2021,Türkiye,India,,USD,0,0,0.5,\n2021,World,India,,USD,,,,\n");
}

/* Changes, removes or doubles a few bytes. */
static void damage(arms_buffer *text)
{
    static const char bytes[] = "\",;\n\r|=*0-9.\xC3\xFF ";
    for (size_t n = 1 + random_below(4); n > 0 && text->len > 2; n--) {
        size_t at = random_below(text->len - 1);
        switch (random_below(3)) {
        case 0: text->data[at] = bytes[random_below(sizeof bytes - 1)]; break;
        case 1:
            memmove(text->data + at, text->data + at + 1, text->len - at - 1);
            text->len--;
            break;
        default: text->len = random_below(8) ? text->len : at + 1; break;
        }
    }
}

static bool is_sound(const arms_dataset *data)
{
    bool sound = arms_dataset_count(data) > 0;
    for (size_t i = 0; i < arms_dataset_count(data); i++) {
        arms_flow flow = arms_dataset_flow(data, i);
        bool missing = isnan(flow.value) && isnan(flow.low) && isnan(flow.high);
        bool ordered = 0 <= flow.low && flow.low <= flow.value && flow.value <= flow.high;
        sound = sound && (missing || ordered) && flow.year >= 1800 && flow.year <= 2199 &&
                arms_dataset_has(data, flow.exporter) &&
                arms_dataset_has(data, flow.importer) && flow.line > 0;
    }
    return sound;
}

static bool check_file(const arms_buffer *text)
{
    fixture f = fixture_load_bytes((arms_text){text->data, text->len});
    bool good = f.done ? CHECK(f.loaded.count > 0)
                       : CHECK(f.err.code != ARMS_OK && f.err.code != ARMS_USAGE &&
                               f.err.text[0] && f.err.file[0]);
    for (size_t i = 0; i < f.loaded.count; i++)
        good = CHECK(is_sound(f.loaded.items[i])) && good;
    fixture_free(&f);
    return good;
}

static void test_damaged_files(void)
{
    static void (*const makers[])(arms_buffer *) = {make_register, make_table,
                                                    make_canonical};
    size_t loaded = 0;
    for (int i = 0; i < FILES; i++) {
        arms_buffer text = {0};
        makers[i % 3](&text);
        if (i >= 3)
            damage(&text);
        fixture f = fixture_load_bytes((arms_text){text.data, text.len});
        loaded += f.done;
        fixture_free(&f);
        bool good = check_file(&text);
        if (!good)
            CHECK_STRING(text.data, "");
        arms_buffer_free(&text);
        if (!good)
            return;
    }
    CHECK(loaded >= 3 && loaded < FILES);
}

const check_test property_load_tests[] = {
    {"damaged files", test_damaged_files},
    {NULL, NULL},
};
