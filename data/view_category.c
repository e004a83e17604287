/* The category that a question names: one of the dataset's, or, where these are codes of
 * goods, all codes that begin with it.
 *
 * A file may print a code and its parts (93, 9301, 930110): the code itself is taken
 * where it is there. Where only parts are, they are the whole of it if the file has all
 * goods, and not otherwise. */
#include "data/view_build.h"

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

static bool collect(view_builder *b, const char *prefix, arms_error *err)
{
    const arms_dataset *base = b->view->base;
    uint32_t *codes = arms_alloc(b->own, base->category_count, sizeof *codes, err);
    if (!codes)
        return false;
    for (size_t i = 0; i < base->category_count; i++)
        if (begins(base->categories[i], prefix) && !is_part(base, i, prefix))
            codes[b->view->code_count++] = (uint32_t)i + 1;
    b->view->codes = codes;
    b->view->code_set = (uint32_t)base->category_count + 1;
    b->code_name = arms_copy(b->own, prefix, strlen(prefix), err);
    return b->code_name != NULL;
}

static bool no_category(view_builder *b, const char *name, arms_error *err)
{
    const char *first =
        b->view->code_count > 0 ? b->view->base->categories[b->view->codes[0] - 1] : NULL;
    b->view->code_count = 0;
    return view_gap(
        b, ARMS_VIEW_NO_CATEGORY,
        first ? arms_print(b->arena, err,
                           "the file has parts of \"%s\" (%s), but not whether these are "
                           "all",
                           name, first)
              : arms_print(b->arena, err, "the file has no category \"%s\"", name));
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
    if (base->about.classification[0] && is_digits(name) && !collect(b, name, err))
        return false;
    if (b->view->code_count == 0 || !has_all_goods(base))
        return no_category(b, name, err);
    b->out->category = b->view->code_set;
    return true;
}
