/* From what was read in a text to claims that can be judged: the one place that knows how
 * the two correspond. */
#include <armstrade/reading.h>

/* One unit of the last digit that counts: $21,000,000 is good to its millions. Fractions,
 * ranks and directions have none: a point, or a rank, is as near as they are meant. */
static double unit_of(const arms_read_claim *from)
{
    double width = from->rounding.high - from->rounding.low;
    bool by_digits =
        from->step > 0 && from->rounding.low_open != from->rounding.high_open;
    double unit = from->step > 0 ? from->step : 1;
    return by_digits && width > unit ? width : unit;
}

static arms_printed number_of(const arms_read_claim *from)
{
    return (arms_printed){
        .value = from->value,
        .unit_value = unit_of(from),
        .unit = arms_unit_parse(arms_text_of(from->unit)),
        .bound = from->bound,
        .rounding = from->rounding,
        .range = from->range,
    };
}

/* Periods that are no whole calendar years leave the years 0. */
static arms_years years_of(const char *period)
{
    arms_years years = {0, 0};
    arms_error ignored;
    if (period && !arms_years_parse(&years, arms_text_of(period), &ignored))
        years = (arms_years){0, 0};
    return years;
}

static arms_claim claim_of(const arms_read_claim *from, const char *path)
{
    return (arms_claim){
        .text = from->text,
        .kind = from->kind,
        .flow = from->flow,
        .subject = from->subject,
        .counterpart = from->counterpart,
        .denominator = from->denominator,
        .category = from->category,
        .years = years_of(from->period),
        .period = from->period,
        .base_period = from->base_period,
        .period_source = from->period_source,
        .printed = from->printed,
        .number = number_of(from),
        .sentence = from->sentence,
        .begin = from->number.begin,
        .end = from->number.end,
        .file = path,
    };
}

bool arms_claims_from_reading(arms_claims *out, arms_arena *arena,
                              const arms_document *document,
                              const arms_text_reading *reading, arms_error *err)
{
    *out = (arms_claims){0};
    out->items = arms_alloc(arena, reading->count, sizeof *out->items, err);
    if (!out->items)
        return false;
    for (size_t i = 0; i < reading->count; i++) {
        arms_claim *claim = &out->items[i];
        *claim = claim_of(&reading->claims[i], document->path);
        claim->unjudged = arms_claim_unjudged(claim);
        claim->id = arms_print(arena, err, "%zu", i + 1);
        if (!claim->id)
            return false;
        out->count++;
    }
    return true;
}
