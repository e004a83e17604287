/* Claims from a CSV file, as `armstrade claims` writes it or a person does.
 *
 * Columns are found by name: kind, subject and value are needed, those of the table below
 * may be there, others (such as the rule that made a claim) are left alone. Claims that
 * cannot be judged are read, and say why; what is wrong in itself is an error. Names are
 * not resolved here: an unknown name is a matter for judging. */
#include <armstrade/claim.h>

#include <string.h>

#include "analysis/claims/claim_period.h"
#include "analysis/claims/words.h"
#include "data/csv_reader.h"
#include "data/escape.h"
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
    PERIOD_SOURCE,
    PRINTED,
    SENTENCE,
    BEGIN,
    END,
    COLUMNS
} column;

static const char *const column_names[COLUMNS] = {
    "kind",          "subject",     "value",    "id",          "text",
    "flow",          "counterpart", "period",   "unit",        "low",
    "high",          "bound",       "category", "denominator", "base_period",
    "period_source", "printed",     "sentence", "begin",       "end",
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

/* As it was before an apostrophe kept spreadsheets from running it. */
static arms_text cell(const reader *r, const csv_record *record, column which)
{
    size_t at = r->at[which];
    return at < record->count ? arms_unescape_csv(record->fields[at])
                              : (arms_text){"", 0};
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
                copy_cell(&claim->denominator, r, record, DENOMINATOR, err) &&
                copy_cell(&claim->category, r, record, CATEGORY, err) &&
                copy_cell(&claim->period, r, record, PERIOD, err) &&
                copy_cell(&claim->base_period, r, record, BASE_PERIOD, err) &&
                copy_cell(&claim->printed, r, record, PRINTED, err) &&
                (claim->printed || copy_cell(&claim->printed, r, record, VALUE, err));
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

/* A period of whole calendar years or one of the partial forms, which leave the years
 * 0. */
static bool read_years(arms_years *out, const reader *r, const csv_record *record,
                       column which, arms_error *err)
{
    arms_text text = cell(r, record, which);
    if (text.len == 0 || period_is_partial(text))
        return true;
    return placed(r, record, arms_years_parse(out, text, err), err);
}

static bool read_periods(arms_claim *claim, const reader *r, const csv_record *record,
                         arms_error *err)
{
    arms_years base;
    arms_text source = cell(r, record, PERIOD_SOURCE);
    return read_years(&claim->years, r, record, PERIOD, err) &&
           read_years(&base, r, record, BASE_PERIOD, err) &&
           placed(r, record, arms_period_source_parse(&claim->period_source, source, err),
                  err);
}

static bool read_place(size_t *out, const reader *r, const csv_record *record,
                       column which, arms_error *err)
{
    arms_decimal number;
    arms_error ignored;
    arms_text text = cell(r, record, which);
    if (text.len == 0)
        return true;
    bool good = arms_decimal_parse(&number, text, &ignored) && number.exponent == 0 &&
                !number.negative;
    *out = good ? (size_t)number.digits : 0;
    return good || fail(r, record, err,
                        "sentence, begin and end are whole numbers, or empty: where the "
                        "number stands in its text");
}

static bool read_places(arms_claim *claim, const reader *r, const csv_record *record,
                        arms_error *err)
{
    return read_place(&claim->sentence, r, record, SENTENCE, err) &&
           read_place(&claim->begin, r, record, BEGIN, err) &&
           read_place(&claim->end, r, record, END, err);
}

static bool read_unit(arms_unit *out, const reader *r, const csv_record *record,
                      arms_claim_kind kind, arms_error *err)
{
    arms_text text = cell(r, record, UNIT);
    *out = text.len > 0 ? arms_unit_parse(text) : arms_claim_kind_unit(kind);
    if (text.len == 0 || arms_claim_kind_takes(kind, *out))
        return true;
    return arms_fail_at(err, ARMS_PARSE, r->file, record->line,
                        "a claim of kind \"%s\" is not counted in \"%.*s\"; write %s",
                        arms_claim_kind_name(kind), arms_text_shown(text, 60), text.ptr,
                        arms_claim_kind_units(kind));
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

/* Limits that are given win over what the digits and the hedge say. Those of a number
 * without a hedge are its rounding, and tell of its last digit what a plain number does
 * not: 4 from 3.95 to 4.05 was printed as 4.0. */
static void set_rounding(arms_printed *number)
{
    double width = number->range.high - number->range.low;
    if (number->bound != ARMS_BOUND_EXACT)
        return;
    number->rounding = number->range;
    if (width > 0 && width < number->unit_value)
        number->unit_value = width;
}

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
        set_rounding(&claim->number);
    return true;
}

/* Nobody prints so many digits: 33.333333333333336 was a third. */
static const double finest = 1e-9;

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
    if (claim->number.unit_value < finest)
        claim->number.unit_value = 1;
    if (bound.len > 0)
        arms_printed_hedge(&claim->number, hedge);
    return read_limits(claim, r, record, err);
}

static bool check_width(const reader *r, const csv_record *record, arms_error *err)
{
    if (record->count != r->width)
        return arms_fail_at(
            err, ARMS_PARSE, r->file, record->line,
            "%zu fields stand here where the header has %zu; quote fields "
            "that contain a comma",
            record->count, r->width);
    return true;
}

static bool read_claim(arms_claim *claim, const reader *r, const csv_record *record,
                       arms_error *err)
{
    claim->file = r->file;
    claim->line = record->line;
    arms_text kind = cell(r, record, KIND);
    return check_width(r, record, err) &&
           placed(r, record, arms_claim_kind_parse(&claim->kind, kind, err), err) &&
           read_texts(claim, r, record, err) && read_flow(claim, r, record, err) &&
           read_periods(claim, r, record, err) && read_places(claim, r, record, err) &&
           read_number(claim, r, record, err) && arms_claim_check(claim, err);
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
    arms_claim *claim = &r->claims->items[r->claims->count++];
    claim->unjudged = arms_claim_unjudged(claim);
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
