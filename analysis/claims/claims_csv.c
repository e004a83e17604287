/* Claims from a CSV file.
 *
 * Columns are found by name: kind, subject and value are needed; id, text, flow,
 * counterpart, period, unit, low, high, bound and category may be there; others are left
 * alone, except that a denominator or a base period changes what a claim says, so that a
 * claim that has one is refused. Names are not resolved here: an unknown name is a matter
 * for judging. */
#include <armstrade/claim.h>

#include <string.h>

#include "analysis/claims/words.h"
#include "data/csv_reader.h"
#include "data/input.h"

typedef enum column {
    KIND,
    SUBJECT,
    VALUE,
    ID,
    TEXT,
    FLOW,
    COUNTERPART,
    PERIOD,
    UNIT,
    LOW,
    HIGH,
    BOUND,
    CATEGORY,
    DENOMINATOR,
    BASE_PERIOD,
    COLUMNS
} column;

static const char *const column_names[COLUMNS] = {
    "kind", "subject",     "value",    "id",          "text",
    "flow", "counterpart", "period",   "unit",        "low",
    "high", "bound",       "category", "denominator", "base_period",
};

enum { REQUIRED = ID };
enum { MAX_CLAIMS = 100000, MAX_BYTES = 1 << 26 };

typedef struct reader {
    arms_claims *claims;
    arms_arena *arena;
    const char *file;
    size_t at[COLUMNS]; /* column → field; `width` where it is absent */
    size_t width;       /* fields of the header; 0 before it */
} reader;

static bool fail(const reader *r, const csv_record *record, arms_error *err,
                 const char *what)
{
    return arms_fail_at(err, ARMS_PARSE, r->file, record->line, "%s", what);
}

/* A failure of a function that knows no place gets one. */
static bool placed(const reader *r, const csv_record *record, bool done, arms_error *err)
{
    if (!done && err && err->code == ARMS_USAGE) {
        arms_error copy = *err;
        return fail(r, record, err, copy.text);
    }
    return done;
}

static bool read_header(reader *r, const csv_record *record, arms_error *err)
{
    r->width = record->count;
    for (int i = 0; i < COLUMNS; i++) {
        r->at[i] = record->count;
        for (size_t j = 0; j < record->count; j++)
            if (arms_text_is_word(record->fields[j], column_names[i]))
                r->at[i] = j;
        if (i < REQUIRED && r->at[i] == record->count)
            return arms_fail_at(
                err, ARMS_LAYOUT, r->file, record->line,
                "a claims file needs the columns kind, subject and value; "
                "\"%s\" is missing",
                column_names[i]);
    }
    return true;
}

static arms_text cell(const reader *r, const csv_record *record, column which)
{
    size_t at = r->at[which];
    return at < record->count ? record->fields[at] : (arms_text){"", 0};
}

/* A copy of a cell, NULL where it is empty. */
static bool copy_cell(const char **out, const reader *r, const csv_record *record,
                      column which, arms_error *err)
{
    arms_text text = cell(r, record, which);
    *out = NULL;
    if (text.len == 0)
        return true;
    *out = arms_copy(r->arena, text.ptr, text.len, err);
    return *out != NULL;
}

static bool read_texts(arms_claim *claim, const reader *r, const csv_record *record,
                       arms_error *err)
{
    bool done = copy_cell(&claim->id, r, record, ID, err) &&
                copy_cell(&claim->text, r, record, TEXT, err) &&
                copy_cell(&claim->subject, r, record, SUBJECT, err) &&
                copy_cell(&claim->counterpart, r, record, COUNTERPART, err) &&
                copy_cell(&claim->category, r, record, CATEGORY, err) &&
                copy_cell(&claim->period, r, record, PERIOD, err) &&
                copy_cell(&claim->printed, r, record, VALUE, err);
    if (done && !claim->id)
        claim->id = arms_print(r->arena, err, "%zu", r->claims->count + 1);
    return done && claim->id;
}

static bool read_flow(arms_claim *claim, const reader *r, const csv_record *record,
                      arms_error *err)
{
    static const word_row flows[] = {{"import", ARMS_IMPORT}, {"export", ARMS_EXPORT}};
    arms_text text = cell(r, record, FLOW);
    int flow = text.len ? word_value(flows, 2, text, -1) : ARMS_IMPORT;
    claim->flow = (arms_direction)flow;
    return flow >= 0 || fail(r, record, err,
                             "the flow is \"import\" or \"export\": the "
                             "subject's flow");
}

/* Periods of the claims format that are no whole calendar years: y stands for a digit, h
 * for a half (1-2), q for a quarter (1-4), mm for a month. */
static const char *const partial_forms[] = {
    "yyyyHh",    "yyyyQq",           "yyyyQq..Qq",
    "yyyy-mm",   "yyyy-mm..yyyy-mm", "FYyyyy",
    "FYyyyy-yy", "FYyyyy..FYyyyy",   "FYyyyy-yy..FYyyyy-yy",
};

static bool month_fits(const char *two)
{
    int month = (two[0] - '0') * 10 + (two[1] - '0');
    return month >= 1 && month <= 12;
}

/* Whether one character is what a form wants there. */
static bool char_fits(char c, char wanted)
{
    switch (wanted) {
    case 'y':
    case 'm': return c >= '0' && c <= '9';
    case 'h': return c == '1' || c == '2';
    case 'q': return c >= '1' && c <= '4';
    default: return c == wanted;
    }
}

static bool fits_form(arms_text period, const char *form)
{
    if (period.len != strlen(form))
        return false;
    for (size_t i = 0; i < period.len; i++)
        if (!char_fits(period.ptr[i], form[i]))
            return false;
    for (const char *m = strstr(form, "mm"); m; m = strstr(m + 2, "mm"))
        if (!month_fits(period.ptr + (m - form)))
            return false;
    return true;
}

static bool is_partial(arms_text period)
{
    for (size_t i = 0; i < sizeof partial_forms / sizeof *partial_forms; i++)
        if (fits_form(period, partial_forms[i]))
            return true;
    return false;
}

static bool read_period(arms_claim *claim, const reader *r, const csv_record *record,
                        arms_error *err)
{
    arms_text text = cell(r, record, PERIOD);
    if (text.len == 0 || is_partial(text))
        return true;
    return placed(r, record, arms_years_parse(&claim->years, text, err), err);
}

static bool read_unit(arms_unit *out, const reader *r, const csv_record *record,
                      arms_claim_kind kind, arms_error *err)
{
    arms_text text = cell(r, record, UNIT);
    arms_unit printed = arms_unit_parse(text), expected = arms_claim_kind_unit(kind);
    *out = text.len > 0 ? printed : expected;
    bool amount = printed != ARMS_UNIT_NONE && printed != ARMS_UNIT_PERCENT &&
                  printed != ARMS_UNIT_RANK;
    if (text.len == 0 || (expected == ARMS_UNIT_NONE ? amount : printed == expected))
        return true;
    return arms_fail_at(err, ARMS_PARSE, r->file, record->line,
                        "a %s is not counted in \"%.*s\"; a share is in percent, a rank "
                        "in rank, a level in TIV, USD, EUR, GBP, INR, items or kg",
                        arms_claim_kind_name(kind), (int)text.len, text.ptr);
}

static bool read_limit(double *out, const reader *r, const csv_record *record,
                       column which, arms_error *err)
{
    arms_decimal number;
    arms_text text = cell(r, record, which);
    if (text.len == 0)
        return true;
    if (!placed(r, record, arms_decimal_parse(&number, text, err), err))
        return false;
    *out = arms_decimal_value(number);
    return true;
}

/* Limits that are given win over what the digits and the hedge say. */
static bool read_limits(arms_claim *claim, const reader *r, const csv_record *record,
                        arms_error *err)
{
    arms_range *range = &claim->number.range;
    bool given = cell(r, record, LOW).len > 0 || cell(r, record, HIGH).len > 0;
    if (!read_limit(&range->low, r, record, LOW, err) ||
        !read_limit(&range->high, r, record, HIGH, err))
        return false;
    if (given && (claim->number.value < range->low || claim->number.value > range->high))
        return fail(r, record, err,
                    "the value lies outside low and high; mend one of them");
    if (given)
        claim->number.rounding = *range;
    return true;
}

static bool read_number(arms_claim *claim, const reader *r, const csv_record *record,
                        arms_error *err)
{
    arms_text text = cell(r, record, VALUE), bound = cell(r, record, BOUND);
    arms_unit unit;
    arms_bound hedge;
    if (!read_unit(&unit, r, record, claim->kind, err))
        return false;
    if (!placed(r, record, arms_printed_parse(&claim->number, text, unit, err), err))
        return false;
    if (bound.len > 0 && !placed(r, record, arms_bound_parse(&hedge, bound, err), err))
        return false;
    if (bound.len > 0)
        arms_printed_hedge(&claim->number, hedge);
    return read_limits(claim, r, record, err);
}

static bool check_slots(const reader *r, const csv_record *record, arms_error *err)
{
    if (record->count != r->width)
        return arms_fail_at(
            err, ARMS_PARSE, r->file, record->line,
            "%zu fields stand here where the header has %zu; quote fields "
            "that contain a comma",
            record->count, r->width);
    if (cell(r, record, DENOMINATOR).len > 0)
        return fail(r, record, err,
                    "a share of another whole (\"denominator\") cannot be "
                    "judged; leave it empty or take the claim out");
    if (cell(r, record, BASE_PERIOD).len > 0)
        return fail(r, record, err,
                    "a change from a base period cannot be judged; take "
                    "the claim out");
    return true;
}

static bool read_claim(arms_claim *claim, const reader *r, const csv_record *record,
                       arms_error *err)
{
    claim->file = r->file;
    claim->line = record->line;
    arms_text kind = cell(r, record, KIND);
    return check_slots(r, record, err) &&
           placed(r, record, arms_claim_kind_parse(&claim->kind, kind, err), err) &&
           read_texts(claim, r, record, err) && read_flow(claim, r, record, err) &&
           read_period(claim, r, record, err) && read_number(claim, r, record, err) &&
           arms_claim_check(claim, err);
}

static bool make_room(reader *r, arms_error *err)
{
    arms_claims *claims = r->claims;
    if (claims->count >= MAX_CLAIMS)
        return arms_fail_at(err, ARMS_LIMIT, r->file, 0,
                            "has more than %d claims, the most that are judged at once",
                            MAX_CLAIMS);
    claims->items =
        arms_extend(r->arena, claims->items, claims->count, sizeof *claims->items, err);
    return claims->items != NULL;
}

static bool on_record(void *context, const csv_record *record, arms_error *err)
{
    reader *r = context;
    if (r->width == 0)
        return read_header(r, record, err);
    if (!make_room(r, err) ||
        !read_claim(&r->claims->items[r->claims->count], r, record, err))
        return false;
    r->claims->count++;
    return true;
}

bool arms_claims_read(arms_claims *out, arms_arena *arena, const char *path,
                      arms_error *err)
{
    arms_input input;
    *out = (arms_claims){0};
    if (!arms_input_read(&input, path, MAX_BYTES, err))
        return false;
    reader r = {.claims = out, .arena = arena};
    r.file = arms_copy(arena, input.path, strlen(input.path), err);
    csv_source source = {input.text, input.path, 1, ',', CSV_LANE_ANY};
    bool done = r.file && csv_read(&source, on_record, &r, err);
    arms_input_free(&input);
    if (done && out->count == 0)
        return arms_fail_at(err, ARMS_PARSE, r.file, 0,
                            "has a header but no claims; write one claim per line");
    return done;
}
