/* Sets of arms codes on a page: a row per code, and the note that belongs beside sums. */
#include "cli/goods_page.h"

#include <armstrade/goods.h>

enum { SET, CODE, FIRST, LAST, TITLE, WIDTH };

static const arms_column columns[WIDTH] = {
    [SET] = {"set", NULL, 0},        [CODE] = {"code", "Code", 0},
    [FIRST] = {"first", "Since", 0}, [LAST] = {"last", "Until", 0},
    [TITLE] = {"title", "Goods", 0},
};

static bool put_code(session *s, arms_table *table, const arms_goods_code *code,
                     arms_error *err)
{
    arms_cell *cells = arms_table_row(&s->page, table, err);
    if (!cells)
        return false;
    cells[SET] = arms_cell_text(code->set);
    cells[CODE] = arms_cell_text(code->code);
    cells[FIRST] = arms_cell_text(code->first[0] ? code->first : NULL);
    cells[LAST] = arms_cell_text(code->last[0] ? code->last : NULL);
    cells[TITLE] = arms_cell_text(code->title);
    return true;
}

static bool fail_unknown(const char *name, arms_error *err)
{
    arms_buffer known = {0};
    for (size_t i = 0; i < arms_goods_sets(); i++)
        arms_buffer_print(&known, "%s%s", i > 0 ? ", " : "", arms_goods_get(i)->code);
    if (arms_buffer_check(&known, err))
        arms_fail(err, ARMS_USAGE, "--arms %s: write one of %s", name, known.data);
    arms_buffer_free(&known);
    return false;
}

bool goods_page(session *s, arms_error *err)
{
    const char *name = s->settings->arms;
    const arms_goods_set *set = arms_goods_find(arms_text_of(name));
    const arms_goods_code *code = NULL;
    if (!set)
        return fail_unknown(name, err);
    arms_table *table = arms_page_table(&s->page, columns, WIDTH, err);
    if (!table)
        return false;
    while ((code = arms_goods_next(set, NULL, code)) != NULL)
        if (!put_code(s, table, code, err))
            return false;
    s->page.schema = "armstrade/goods/1";
    return arms_page_say_labelled(&s->page, set->code, ARMS_TONE_PLAIN, set->title,
                                  err) &&
           arms_page_add(&s->page, "Note", set->note, err);
}
