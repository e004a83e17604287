/* Groups of parties on a page: of an entity, of a group, and the proof by arithmetic. */
#include "cli/group_page.h"

#include <armstrade/membership.h>
#include <armstrade/report.h>

#include "analysis/claims/wording.h"

static void put_years(arms_buffer *out, const arms_member *m)
{
    if (m->from > 0)
        arms_buffer_print(out, " %d-", m->from);
    if (m->to > 0)
        arms_buffer_print(out, "%d", m->to);
}

static bool list_group(arms_buffer *out, arms_arena *arena, arms_group_id group,
                       arms_entity_id entity, arms_error *err)
{
    arms_member *members;
    size_t count;
    if (!arms_group_members(&members, &count, arena, group, err))
        return false;
    for (size_t i = 0; i < count; i++) {
        if (members[i].entity != entity)
            continue;
        arms_buffer_print(out, "%s%s", out->len > 0 ? ";" : "",
                          arms_group_get(group)->code);
        put_years(out, &members[i]);
    }
    return true;
}

const char *group_list(arms_arena *arena, arms_entity_id entity, arms_error *err)
{
    arms_buffer list = {0};
    arms_arena scratch = {0};
    bool done = true;
    for (arms_group_id id = 1; done && id <= arms_group_count(); id++)
        done = list_group(&list, &scratch, id, entity, err);
    const char *copy = done ? arms_buffer_keep(&list, arena, err) : NULL;
    arms_buffer_free(&list);
    arms_arena_free(&scratch);
    return copy;
}

enum { M_GROUP, M_CODE, M_NAME, M_KIND, M_FROM, M_TO, M_WIDTH };

static const arms_column member_columns[M_WIDTH] = {
    [M_GROUP] = {"group", NULL, 0},  [M_CODE] = {"code", "Code", 0},
    [M_NAME] = {"name", "Name", 0},  [M_KIND] = {"kind", "Kind", 0},
    [M_FROM] = {"from", "Since", 0}, [M_TO] = {"to", "Until", 0},
};

/* Whether the member is one in some of the years; first = 0 asks for none. */
static bool in_years(const arms_member *m, arms_years years)
{
    return years.first == 0 ||
           (m->from <= years.last && (m->to == 0 || years.first <= m->to));
}

static arms_cell year_cell(int year)
{
    return year > 0 ? arms_cell_number(year) : (arms_cell){0};
}

static bool put_member(session *s, arms_table *table, arms_group_id group,
                       const arms_member *m, arms_error *err)
{
    const arms_entity *entity = arms_entity_get(m->entity);
    arms_cell *cells = arms_table_row(&s->page, table, err);
    if (!cells)
        return false;
    cells[M_GROUP] = arms_cell_text(arms_group_get(group)->code);
    cells[M_CODE] = arms_cell_text(entity->code);
    cells[M_NAME] = arms_cell_text(entity->name);
    cells[M_KIND] = arms_cell_text(arms_entity_kind_name(entity->kind));
    cells[M_FROM] = year_cell(m->from);
    cells[M_TO] = year_cell(m->to);
    return true;
}

/* "European Union (EU), 12 members in 1990; before 1993 …" */
static bool say_group(session *s, arms_group_id id, size_t count, arms_error *err)
{
    const arms_group *group = arms_group_get(id);
    arms_years years = s->settings->years;
    const char *when = years.first > 0 ? arms_years_words(&s->arena, years, err) : "all";
    const char *text = when ? arms_print(&s->arena, err, "%s, %zu member%s in %s%s%s",
                                         group->name, count, count == 1 ? "" : "s", when,
                                         group->note[0] ? "; " : "", group->note)
                            : NULL;
    return text &&
           arms_page_say_labelled(&s->page, group->code, ARMS_TONE_PLAIN, text, err);
}

/* Members that left and came back stand twice and count once. */
static bool counted_before(const arms_member *members, size_t i, arms_years years)
{
    for (size_t j = 0; j < i; j++)
        if (members[j].entity == members[i].entity && in_years(&members[j], years))
            return true;
    return false;
}

bool group_page_members(session *s, arms_group_id group, arms_error *err)
{
    arms_years years = s->settings->years;
    arms_member *members;
    size_t count, shown = 0;
    arms_table *table = arms_page_table(&s->page, member_columns, M_WIDTH, err);
    if (!table || !arms_group_members(&members, &count, &s->arena, group, err))
        return false;
    for (size_t i = 0; i < count; i++) {
        if (!in_years(&members[i], years))
            continue;
        shown += !counted_before(members, i, years);
        if (!put_member(s, table, group, &members[i], err))
            return false;
    }
    s->page.schema = "armstrade/group/1";
    return say_group(s, group, shown, err);
}

enum {
    P_YEAR,
    P_REGION,
    P_MEMBERS,
    P_DIFFERENCE,
    P_LOW,
    P_HIGH,
    P_ROUNDING,
    P_CELLS,
    P_WIDTH
};

static const arms_column proof_columns[P_WIDTH] = {
    [P_YEAR] = {"year", "Year", 0},
    [P_REGION] = {"region", "Printed", -1},
    [P_MEMBERS] = {"members", "Members", -1},
    [P_DIFFERENCE] = {"difference", "Difference", -1},
    [P_LOW] = {"difference_low", NULL, -1},
    [P_HIGH] = {"difference_high", NULL, -1},
    [P_ROUNDING] = {"rounding", "Rounding", 0},
    [P_CELLS] = {"cells", "Cells", 0},
};

static bool put_residual(session *s, arms_table *table, const arms_residual *r,
                         arms_error *err)
{
    arms_cell *cells = arms_table_row(&s->page, table, err);
    if (!cells)
        return false;
    cells[P_YEAR] = arms_cell_number(r->year);
    cells[P_REGION] = arms_cell_number(r->region.value);
    cells[P_MEMBERS] = arms_cell_number(r->members.value);
    cells[P_DIFFERENCE] = arms_cell_number(r->difference.value);
    cells[P_LOW] = arms_cell_number(r->difference.low);
    cells[P_HIGH] = arms_cell_number(r->difference.high);
    cells[P_ROUNDING] = arms_cell_text(r->rounding ? "yes" : "no");
    cells[P_CELLS] = arms_cell_number((double)r->cells);
    return true;
}

/* The largest difference, what was compared, and what could not be. */
static const char *compared_words(session *s, const arms_membership_proof *m,
                                  arms_error *err)
{
    const arms_residual *most = &m->years[m->largest];
    char number[ARMS_NUMBER_SIZE];
    const char *text = arms_print(
        &s->arena, err,
        "largest difference %s in %d (%s); %zu year%s and %zu printed cells compared",
        arms_number_print(number, most->difference.value), most->year,
        m->flow == ARMS_IMPORT ? "imports" : "exports", m->count,
        m->count == 1 ? "" : "s", m->cells);
    if (!text || m->gaps == 0)
        return text;
    return arms_print(&s->arena, err, "%s; %zu year%s not covered by both files", text,
                      m->gaps, m->gaps == 1 ? "" : "s");
}

static const char *verdict_words(session *s, const arms_membership_proof *m,
                                 arms_error *err)
{
    if (m->outside == 0)
        return "rounding explains all differences: nothing speaks against this list of "
               "members";
    return arms_print(&s->arena, err,
                      "in %zu year%s rounding does not explain the difference: other "
                      "members were added up, or the files differ in release",
                      m->outside, m->outside == 1 ? "" : "s");
}

static bool say_proof(session *s, const arms_membership_proof *m, arms_error *err)
{
    const char *text = compared_words(s, m, err);
    const char *verdict = verdict_words(s, m, err);
    return text && verdict && arms_page_say(&s->page, text, err) &&
           arms_page_say_labelled(&s->page, m->outside ? "DIFFERS" : "AGREES",
                                  m->outside ? ARMS_TONE_BAD : ARMS_TONE_GOOD, verdict,
                                  err);
}

/* Which file has the group's own row, and which has its members'; one may have both. */
static bool find_files(arms_membership_case *out, const session *s, arms_error *err)
{
    bool twice = false;
    for (size_t i = 0; i < s->count; i++) {
        bool own = arms_group_row(s->datasets[i], out->group) != ARMS_ALL;
        const arms_dataset **file = own ? &out->region : &out->members;
        twice = twice || *file;
        *file = s->datasets[i];
    }
    if (s->count == 1)
        out->members = out->region;
    return (out->members && out->region && !twice) ||
           arms_fail(err, ARMS_USAGE,
                     "one file with a row for %s is needed, and one with rows for its "
                     "members",
                     arms_group_get(out->group)->code);
}

bool group_page_proof(session *s, arms_group_id group, arms_error *err)
{
    arms_membership_case c = {.group = group};
    arms_membership_proof m;
    if (!find_files(&c, s, err) || !arms_membership_prove(&m, &s->arena, &c, err))
        return false;
    arms_table *table = arms_page_table(&s->page, proof_columns, P_WIDTH, err);
    for (size_t i = 0; table && i < m.count; i++)
        if (!put_residual(s, table, &m.years[i], err))
            return false;
    s->page.schema = "armstrade/membership/1";
    return table && say_proof(s, &m, err) && arms_page_sources(&s->page, err);
}
