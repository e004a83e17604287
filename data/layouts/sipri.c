/* What SIPRI's layouts share: when a file was generated and from which release; and what
 * its two registers share: the line that tells the selection,
 *
 *     Transfers of major conventional arms from All countries  to Ukraine  . Deals with
 *     deliveries made for the year range '1995' to 'Not specified'
 *
 * the name of a deal, and semicolons that a spreadsheet leaves at the ends of lines. */
#include "data/layouts/sipri.h"

#include <string.h>

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

bool sipri_announce(layout_run *run, arms_error *err)
{
    arms_measure measure = sipri_measure();
    return layout_announce(run, &measure, ARMS_REPORTED_BY_PUBLISHER, err);
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

arms_text sipri_without_semicolons(arms_text cell)
{
    while (cell.len > 0 && cell.ptr[cell.len - 1] == ';')
        cell.len--;
    return cell;
}

bool sipri_note_semicolons(layout_run *run, const csv_record *header, arms_error *err)
{
    arms_text last = header->fields[header->count - 1];
    return last.len == 0 || last.ptr[last.len - 1] != ';' ||
           layout_note(run,
                       "every line ends in ';': this copy was saved by a spreadsheet; "
                       "the marks are left out",
                       err);
}

bool sipri_fail_width(const layout_run *run, const csv_record *record, size_t width,
                      arms_error *err)
{
    return layout_fail_width(run, record, width,
                             "download the register again, or mend the line", err);
}

uint16_t sipri_flag_if(bool set, int flag)
{
    return (uint16_t)(set ? flag : 0);
}

void sipri_saw(arms_years *seen, int year)
{
    seen->first = seen->first == 0 || year < seen->first ? year : seen->first;
    seen->last = year > seen->last ? year : seen->last;
}

bool sipri_name_deal(arms_text *out, const layout_run *run, const sipri_deal *deal,
                     arms_error *err)
{
    *out = (arms_text){"", 0};
    if (!run->options->deals)
        return true;
    const char *name =
        arms_print(run->arena, err, "%.*s|%.*s|%.*s|%.*s", (int)deal->designation.len,
                   deal->designation.ptr, (int)deal->description.len,
                   deal->description.ptr, (int)deal->number.len, deal->number.ptr,
                   (int)deal->ordered.len, deal->ordered.ptr);
    *out = arms_text_of(name);
    return name != NULL;
}

/* What stands between `before` and `after` in `text`, trimmed; false where they do
 * not. */
static bool between(arms_text *out, arms_text text, const char *before, const char *after)
{
    size_t blen = strlen(before), alen = strlen(after);
    for (size_t i = 0; i + blen <= text.len; i++) {
        if (memcmp(text.ptr + i, before, blen) != 0)
            continue;
        size_t begin = i + blen;
        for (size_t j = begin; j + alen <= text.len; j++) {
            if (memcmp(text.ptr + j, after, alen) == 0) {
                *out = arms_text_trim((arms_text){text.ptr + begin, j - begin});
                return true;
            }
        }
        return false;
    }
    return false;
}

/* A side of the selection as a box wants it. A list of names is printed with commas,
 * which SIPRI's files turn into semicolons elsewhere; its names contain neither. */
static arms_text side(layout_run *run, arms_text names, arms_error *err)
{
    if (arms_text_is(names, "All countries"))
        return arms_text_of("*");
    char *list = arms_copy(run->arena, names.ptr, names.len, err);
    for (size_t i = 0; list && i < names.len; i++)
        if (list[i] == ',' || list[i] == ';')
            list[i] = '|';
    return (arms_text){list, names.len};
}

/* A year of the selection; `open` where it says 'Not specified'. */
static int selected_year(arms_text text, int open)
{
    int year;
    arms_error ignored;
    return arms_year_parse(&year, text, &ignored) ? year : open;
}

/* Coverage ends with the last year that the release can know, or that has data; the
 * selection may ask for later ones. */
static int last_year(const layout_run *run, arms_years seen, int selected)
{
    int known = sipri_release_year(run) - 1;
    int last = known > seen.last ? known : seen.last;
    return selected < last ? selected : last;
}

bool sipri_cover(layout_run *run, arms_years seen, arms_error *err)
{
    arms_text line = layout_preamble(run, "Transfers of major");
    arms_text from, to, first, last;
    if (seen.first == 0)
        return layout_fail(run, err, run->header_line,
                           "the register has a header but no deliveries");
    if (!between(&from, line, " from ", " to ") || !between(&to, line, " to ", " .") ||
        !between(&first, line, "range '", "'") || !between(&last, line, "' to '", "'"))
        return layout_note(run,
                           "the line that tells the selection is missing or not "
                           "understood, so the file covers nothing for certain; "
                           "download the register again",
                           err);
    layout_box box = {side(run, from, err),
                      side(run, to, err),
                      arms_text_of("*"),
                      {selected_year(first, seen.first),
                       last_year(run, seen, selected_year(last, 9999))},
                      0};
    return box.exporters.ptr && box.importers.ptr && layout_cover(run, &box, err);
}
