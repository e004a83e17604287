/* Who a code of UN Comtrade stands for. The codes are mostly those of M49, without zeros
 * in front; where they are not, spellings.csv has them. Names are not looked at unless a
 * code is known to nobody: previews of the service leave them empty. */
#include <stdio.h>
#include <string.h>

#include "data/layouts/comtrade_rows.h"
#include "data/layouts/party_names.h"

enum { CODE_SIZE = 16 };

/* Groups of states that report, or are reported, beside their members. */
static const char *const groups[] = {"097", "975"}; /* European Union, ASEAN */

/* Customs areas of the past that stood for their members, and not beside them. */
static const char *const unions[] = {"058", "711"}; /* Belgium-Luxembourg, SACU */

static bool among(const char *const *codes, size_t count, const char *code)
{
    for (size_t i = 0; i < count; i++)
        if (strcmp(codes[i], code) == 0)
            return true;
    return false;
}

static bool is_group(const char *code, arms_entity_id id)
{
    const arms_entity *entity = arms_entity_get(id);
    bool sum = entity && (entity->kind == ARMS_ENTITY_AGGREGATE ||
                          entity->kind == ARMS_ENTITY_ORGANISATION);
    return among(groups, sizeof groups / sizeof *groups, code) ||
           (sum && id != arms_entity_world() &&
            !among(unions, sizeof unions / sizeof *unions, code));
}

/* A description that lists of names can hold. */
static bool is_plain(arms_text name)
{
    return name.len > 0 && !arms_text_is(name, "*") && !memchr(name.ptr, '|', name.len);
}

/* The party of a code by its code, else by its description, else as it is. */
static bool make_party(comtrade_party *out, layout_run *run, const char *code,
                       arms_text description, arms_error *err)
{
    arms_entity_id id;
    bool many;
    const char *name = code;
    if (!party_of_name(&id, &many, run, arms_text_of(code), err))
        return false;
    if (id == 0 && is_plain(description)) {
        if (!party_of_name(&id, &many, run, description, err))
            return false;
        name = many ? arms_print(run->arena, err, "%.*s (%s)", (int)description.len,
                                 description.ptr, code)
                    : arms_copy(run->arena, description.ptr, description.len, err);
    }
    if (!name)
        return false;
    out->name = arms_text_of(arms_copy(run->arena, name, strlen(name), err));
    out->shown = id > 0 ? arms_entity_get(id)->name : out->name.ptr;
    out->world = id == arms_entity_world();
    out->group = is_group(code, id);
    return out->name.len > 0;
}

/* A code's number; -1 where the cell has anything else. */
static int number_of(arms_text code)
{
    int number = 0;
    for (size_t i = 0; i < code.len && i < 5; i++) {
        if (code.ptr[i] < '0' || code.ptr[i] > '9')
            return -1;
        number = 10 * number + (code.ptr[i] - '0');
    }
    return code.len > 0 && code.len < 5 ? number : -1;
}

static bool fail_code(const comtrade_job *job, arms_text code, bool reporter,
                      arms_error *err)
{
    return layout_fail(job->run, err, job->record->line,
                       "\"%.*s\" stands where the code of the %s belongs, a number of "
                       "up to four digits; download the file again",
                       arms_text_shown(code, 60), code.ptr,
                       reporter ? "reporter" : "partner");
}

bool comtrade_find_party(unsigned *out, const comtrade_job *job, bool reporter,
                         arms_error *err)
{
    char padded[CODE_SIZE];
    comtrade_rows *rows = job->rows;
    const comtrade_record *record = job->record;
    arms_text code = reporter ? record->reporter : record->partner;
    arms_text name = reporter ? record->reporter_name : record->partner_name;
    int number = number_of(code);
    if (number < 0)
        return fail_code(job, code, reporter, err);
    *out = rows->numbers[number];
    if (*out > 0)
        return true;
    (void)snprintf(padded, sizeof padded, "%03d", number);
    rows->parties = arms_extend(job->run->arena, rows->parties, rows->party_count,
                                sizeof *rows->parties, err);
    if (!rows->parties ||
        !make_party(&rows->parties[rows->party_count], job->run, padded, name, err))
        return false;
    *out = (unsigned)++rows->party_count;
    rows->numbers[number] = (uint16_t)*out;
    return true;
}
