/* Files that come with the sources and hold no flows of arms, or none that can be read:
 * each is known by its first records and refused for its own reason, with what to do
 * instead. */
#include <string.h>

#include "data/layout.h"

enum { DESTINATION = 3, HIERARCHY_WIDTH = 5 };

typedef struct stranger {
    bool (*recognise)(const csv_record *record);
    const char *why;
} stranger;

static bool begins(const csv_record *record, const char *const *names, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (i >= record->count || !arms_text_is(record->fields[i], names[i]))
            return false;
    return true;
}

/* BACI's list of countries, in its three generations. */
static bool is_baci_countries(const csv_record *record)
{
    static const char *const abbreviated[] = {"country_code", "country_name_abbreviation",
                                              "country_name_full", "iso_2digit_alpha",
                                              "iso_3digit_alpha"};
    static const char *const plain[] = {"country_code", "country_name", "country_iso2",
                                        "country_iso3"};
    return begins(record, abbreviated, sizeof abbreviated / sizeof *abbreviated) ||
           begins(record, plain, sizeof plain / sizeof *plain);
}

static bool is_baci_products(const csv_record *record)
{
    static const char *const names[] = {"code", "description"};
    return record->count == 2 && begins(record, names, 2);
}

static bool is_code(arms_text text)
{
    return text.len == 2 && text.ptr[0] >= 'A' && text.ptr[0] <= 'Z' &&
           text.ptr[1] >= 'A' && text.ptr[1] <= 'Z';
}

/* A year, the code of a state, and its name. */
static bool is_caat_eu(const csv_record *record)
{
    int year;
    arms_error ignored;
    return record->count > DESTINATION &&
           arms_year_parse(&year, record->fields[0], &ignored) &&
           is_code(record->fields[1]) && record->fields[2].len > 0;
}

static bool is_caat_brokering(const csv_record *record)
{
    return is_caat_eu(record) && record->count > 6 &&
           (arms_text_is(record->fields[3], "issued") ||
            arms_text_is(record->fields[3], "refused"));
}

static bool is_count(arms_text text)
{
    arms_decimal number;
    arms_error ignored;
    return text.len == 0 || arms_decimal_parse(&number, text, &ignored);
}

/* Consultations that a state began, and that it received; empty fields at the end may be
 * gone. */
static bool is_caat_consultations(const csv_record *record)
{
    if (!is_caat_eu(record) || record->count < 6 || record->count > 8)
        return false;
    for (size_t i = DESTINATION; i < record->count; i++)
        if (i < 5 ? record->fields[i].len > 0 : !is_count(record->fields[i]))
            return false;
    return true;
}

static bool is_caat_missions(const csv_record *record)
{
    return is_caat_eu(record) && record->count == 7 && is_code(record->fields[3]) &&
           record->fields[4].len > 0 && !is_count(record->fields[6]);
}

/* SIPRI's oldest register, copied from its RTF: a supplier on a line of its own, and its
 * recipients below it as "R: Burkina Faso", licensers as "L: France"; a mark of the
 * direction of writing may stand before it. */
static bool is_old_register(const csv_record *record)
{
    static const char mark[] = "\xE2\x80\x8E";
    arms_text first = record->fields[0];
    if (record->count > 1 && first.len == 0)
        first = record->fields[1];
    if (arms_text_starts(first, mark))
        first = (arms_text){first.ptr + 3, first.len - 3};
    return record->count >= HIERARCHY_WIDTH && first.len > 3 &&
           (arms_text_starts(first, "R: ") || arms_text_starts(first, "L: "));
}

static const stranger strangers[] = {
    {is_baci_countries,
     "is BACI's list of country codes, which holds no trade and is not needed: the codes "
     "are known; name a year's file, with the header t,i,j,k,v,q"},
    {is_baci_products, "is a list of product codes, such as BACI's, which holds no trade "
                       "and is not needed; "
                       "name a year's file, with the header t,i,j,k,v,q"},
    {is_caat_brokering,
     "lists brokering licences of EU states, as CAAT's broker.csv does: deals between "
     "third countries, which are no exports of the state that licenses them; use "
     "export.csv"},
    {is_caat_consultations,
     "lists consultations between EU states about denied licences, as CAAT's consult.csv "
     "does: they are no exports; use export.csv"},
    {is_caat_missions,
     "describes exports to international missions in words, as CAAT's mission.csv does, "
     "without figures; use export.csv"},
    {is_old_register,
     "is the trade register as SIPRI's older site gave it out, in RTF or text, which has "
     "no values in TIV; download the register as CSV from armstransfers.sipri.org"},
};

static const stranger *find(const csv_record *record)
{
    for (size_t i = 0; i < sizeof strangers / sizeof *strangers; i++)
        if (strangers[i].recognise(record))
            return &strangers[i];
    return NULL;
}

static bool recognise(const csv_record *record)
{
    return find(record) != NULL;
}

static bool begin(layout_run *run, const csv_record *record, arms_error *err)
{
    const stranger *known = find(record);
    return arms_fail_at(err, ARMS_LAYOUT, run->file, record->line, "%s",
                        known ? known->why : "holds no flows of arms");
}

static bool row(layout_run *run, const csv_record *record, arms_error *err)
{
    return begin(run, record, err);
}

static bool end(layout_run *run, arms_error *err)
{
    (void)run;
    (void)err;
    return true;
}

/* Without a title: it is not among the layouts that can be read. */
const layout no_flows_layout = {
    .id = "no-flows",
    .publisher = "",
    .delimiters = ",;\t",
    .headerless = true,
    .recognise = recognise,
    .begin = begin,
    .row = row,
    .end = end,
};
