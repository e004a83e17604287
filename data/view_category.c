/* The category that a question names: one of the dataset's, or, where these are codes of
 * goods, all codes that begin with it, or those of a set ("hs:strict").
 *
 * A file may print a code and its parts (93, 9301, 930110): the code itself is taken
 * where it is there. Where only parts are, they are the whole of it if the file has all
 * goods, and not otherwise. */
#include "data/view_build.h"

#include <armstrade/goods.h>
#include <string.h>

static bool is_digits(const char *text)
{
    return text[0] && text[strspn(text, "0123456789")] == '\0';
}

/* Whether the dataset covers all categories somewhere: then what it does not print is
 * none. */
static bool has_all_goods(const arms_dataset *dataset)
{
    for (size_t i = 0; i < dataset->box_count; i++)
        if (dataset->boxes[i].category == 0)
            return true;
    return false;
}

static bool begins(const char *code, const char *prefix)
{
    return strncmp(code, prefix, strlen(prefix)) == 0;
}

/* Whether some other code of the dataset that begins with `prefix` holds this one. */
static bool is_part(const arms_dataset *dataset, size_t index, const char *prefix)
{
    const char *code = dataset->categories[index];
    for (size_t i = 0; i < dataset->category_count; i++)
        if (i != index && begins(dataset->categories[i], prefix) &&
            begins(code, dataset->categories[i]))
            return true;
    return false;
}

static bool is_listed(const struct dataset_view *view, uint32_t code)
{
    for (size_t i = 0; i < view->code_count; i++)
        if (view->codes[i] == code)
            return true;
    return false;
}

/* Adds the code `prefix`, or the widest codes below it; returns how many the dataset
 * has. */
static size_t collect(view_builder *b, const char *prefix)
{
    const arms_dataset *base = b->view->base;
    struct dataset_view *view = b->view;
    size_t found = 0;
    for (size_t i = 0; i < base->category_count; i++) {
        uint32_t code = (uint32_t)i + 1;
        if (!begins(base->categories[i], prefix) || is_part(base, i, prefix))
            continue;
        found++;
        if (!is_listed(view, code))
            view->codes[view->code_count++] = code;
    }
    return found;
}

static bool start_codes(view_builder *b, const char *name, arms_error *err)
{
    const arms_dataset *base = b->view->base;
    b->view->codes =
        arms_alloc(b->own, base->category_count, sizeof *b->view->codes, err);
    b->view->code_set = (uint32_t)base->category_count + 1;
    b->code_name = arms_copy(b->own, name, strlen(name), err);
    b->out->category = b->view->code_set;
    return b->view->codes && b->code_name;
}

static bool no_category(view_builder *b, const char *why)
{
    b->code_name = NULL;
    b->view->code_count = 0;
    return view_gap(b, ARMS_VIEW_NO_CATEGORY, why);
}

/* A code that is not printed itself is the sum of its parts only where all goods are. */
static bool find_code(view_builder *b, const char *name, arms_error *err)
{
    if (!start_codes(b, name, err))
        return false;
    size_t found = collect(b, name);
    if (has_all_goods(b->view->base))
        return true;
    const char *first = found > 0 ? b->view->base->categories[b->view->codes[0] - 1] : "";
    return no_category(
        b, found > 0
               ? arms_print(b->arena, err,
                            "the file has parts of \"%s\" (%s), but not whether "
                            "these are all",
                            name, first)
               : arms_print(b->arena, err, "the file has no category \"%s\"", name));
}

/* Whether a code of a set must be there: one of an older edition only need not be. */
static bool is_current(const arms_goods_code *code)
{
    return !code->last[0] || strcmp(code->last, "H6") == 0;
}

/* Each current code of a set must be printed, or all goods be there. */
static bool find_set(view_builder *b, const arms_goods_set *set, arms_error *err)
{
    const arms_dataset *base = b->view->base;
    const arms_goods_code *code = NULL;
    bool all = has_all_goods(base);
    if (!start_codes(b, set->code, err))
        return false;
    while ((code = arms_goods_next(set, NULL, code)) != NULL) {
        bool printed = arms_dataset_find_category(base, arms_text_of(code->code)) > 0;
        if (printed || all)
            (void)collect(b, code->code);
        else if (is_current(code))
            return no_category(b, arms_print(b->arena, err,
                                             "the file has not all of %s: %s (%s) is "
                                             "missing",
                                             set->code, code->code, code->title));
    }
    return view_note(b, arms_print(b->arena, err, "%s: %s", set->code, set->note), err);
}

static bool is_goods_code(const char *name)
{
    size_t length = strlen(name);
    return is_digits(name) && length >= 2 && length <= 6 && length % 2 == 0;
}

bool view_find_category(view_builder *b, arms_error *err)
{
    const arms_dataset *base = b->view->base;
    const char *name = b->wanted->category;
    if (!name)
        return true;
    b->out->category = arms_dataset_find_category(base, arms_text_of(name));
    if (b->out->category > 0)
        return true;
    const arms_goods_set *set = arms_goods_find(arms_text_of(name));
    if (set && strcmp(set->classification, base->about.publisher) == 0)
        return view_note(b, /* what the publisher counts at all */
                         arms_print(b->arena, err, "%s: %s", set->code, set->note), err);
    if (set && strcmp(set->classification, base->about.classification) == 0)
        return find_set(b, set, err);
    if (strcmp(base->about.classification, "HS") == 0 && is_goods_code(name))
        return find_code(b, name, err);
    return view_gap(b, ARMS_VIEW_NO_CATEGORY,
                    arms_print(b->arena, err, "the file has no category \"%s\"", name));
}
