/* Small files in the known layouts. The lines above the headers are the publisher's, as
 * every copy of its files has them; the figures in tests are invented. */
#include "tests/unit/fixture.h"

#include <string.h>

fixture fixture_load_bytes(arms_text bytes)
{
    fixture f = {0};
    f.done = arms_load(&f.loaded, check_write("fixture.csv", bytes), NULL, &f.err);
    f.data = f.done && f.loaded.count > 0 ? f.loaded.items[0] : NULL;
    return f;
}

fixture fixture_load(const char *text)
{
    return fixture_load_bytes(arms_text_of(text));
}

fixture fixture_load_buffer(arms_buffer *text)
{
    fixture f = fixture_load_bytes((arms_text){text->data, text->len});
    arms_buffer_free(text);
    return f;
}

void fixture_free(fixture *f)
{
    arms_loaded_free(&f->loaded);
    *f = (fixture){0};
}

void fixture_see(fixture f, void (*see)(const fixture *f))
{
    CHECK_STRING(f.err.text, "");
    if (CHECK(f.data != NULL))
        see(&f);
    fixture_free(&f);
}

void fixture_refused(fixture f, arms_code code, size_t line, const char *word)
{
    CHECK_ROW(!f.done, word);
    CHECK_COUNT(f.err.code, code);
    CHECK_COUNT(f.err.line, line);
    CHECK_HAS(f.err.text, word);
    CHECK_COUNT(f.loaded.count, 0);
    fixture_free(&f);
}

arms_party fixture_party(const arms_dataset *data, const char *name)
{
    arms_party party = 0;
    arms_error err = {0};
    bool found = arms_dataset_find(&party, data, arms_text_of(name), &err);
    CHECK_ROW(found, name);
    return found ? party : 0;
}

bool fixture_noted(const arms_dataset *data, const char *part)
{
    const arms_about *about = arms_dataset_about(data);
    for (size_t i = 0; i < about->note_count; i++)
        if (strstr(about->notes[i], part))
            return true;
    return false;
}

void fixture_register(arms_buffer *out, const char *selection, const char *end)
{
    arms_buffer_print(out, "Transfers of major conventional arms %s %s", selection, end);
    arms_buffer_print(out, "A '?' in a column indicates uncertain data.%s", end);
    arms_buffer_print(out, "SIPRI trend-indicator values (TIVs) are in millions.%s", end);
    arms_buffer_print(out, "%s", end);
    arms_buffer_print(out, "Source: SIPRI Arms Transfers Database (c) SIPRI.%s", end);
    arms_buffer_print(out, "Data generated: 12 Feb 2026 12:26:12 PM%s", end);
}

void fixture_register_header(arms_buffer *out, const char *end)
{
    arms_buffer_print(out,
                      "SIPRI AT Database ID,Supplier,Recipient,Designation,Description,"
                      "Armament category,Order date,Order date is estimate,"
                      "Numbers delivered,Numbers delivered is estimate,Delivery year,"
                      "Delivery year is estimate,Status,SIPRI estimate,TIV deal unit,"
                      "TIV delivery values,Local production%s",
                      end);
}

void fixture_table(arms_buffer *out, const char *generated)
{
    arms_buffer_string(out, "Volume of transfers of major arms\n"
                            "Figures are in millions of SIPRI trend-indicator values "
                            "(TIVs).\n"
                            "Figures may not add up to stated totals due to the "
                            "conventions of rounding.\n\n"
                            "Source: SIPRI Arms Transfers Database (c) SIPRI.\n");
    arms_buffer_print(out, "Data generated: %s\n\n", generated);
}
