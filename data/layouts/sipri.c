/* What SIPRI's layouts share: when a file was generated, and from which release. */
#include "data/layouts/sipri.h"

#include "data/release.h"

bool sipri_vintage(layout_run *run, const char *prefix, arms_error *err)
{
    arms_text when = layout_preamble(run, prefix);
    run->generated = when.len > 0 ? layout_date(run, when, err) : NULL;
    if (run->generated)
        run->release = release_on("SIPRI", run->generated);
    return run->generated ||
           layout_note(run,
                       "the line that tells when the file was generated is missing or "
                       "not understood, so the date does not tell its release",
                       err);
}

arms_measure sipri_measure(void)
{
    return (arms_measure){ARMS_UNIT_TIV, 1e6, ARMS_KIND_DELIVERY, ""};
}

void sipri_to_millions(arms_decimal *number)
{
    enum { MILLIONS = 6 }; /* the exponent */
    while (number->exponent < MILLIONS && number->digits % 10 == 0) {
        number->digits /= 10;
        number->exponent++;
    }
    number->exponent -= MILLIONS;
}

int sipri_release_year(const layout_run *run)
{
    int year = 0;
    arms_error ignored;
    if (run->release && !arms_year_parse(&year, (arms_text){run->release, 4}, &ignored))
        return 0;
    return year;
}
