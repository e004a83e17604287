/* What questions a dataset can answer, and which not: read off what it covers, what it
 * measures, and how its rows were made. Nothing is promised that a share, a ranking or a
 * verdict would then refuse. */
#include <string.h>

#include "report/inspect.h"

/* What can be asked, and what not, by the sides of what is covered. */
typedef struct answer {
    inspect_side exporters, importers;
    const char *can; /* "%s" stands for the names of the side that has some */
    const char *cannot;
} answer;

static const answer answers[] = {
    {INSPECT_ALL, INSPECT_ALL,
     "whom any party buys from and sells to: amounts, shares and ranks", NULL},
    {INSPECT_ALL, INSPECT_NAMED,
     "the imports of %s by supplier: amounts, shares and ranks",
     "shares and ranks of a supplier's exports: its other recipients are not in the "
     "file"},
    {INSPECT_NAMED, INSPECT_ALL,
     "the exports of %s by recipient: amounts, shares and ranks",
     "shares and ranks of a recipient's imports: its other suppliers are not in the "
     "file"},
    {INSPECT_NAMED, INSPECT_NAMED,
     "what went between the parties that are listed: amounts",
     "shares and ranks: parties beyond those listed are not in the file"},
    {INSPECT_WORLD, INSPECT_ALL,
     "how much each party imported: amounts, its share of the world's imports, its rank",
     "from whom: the suppliers are summed up"},
    {INSPECT_ALL, INSPECT_WORLD,
     "how much each party exported: amounts, its share of the world's exports, its rank",
     "to whom: the recipients are summed up"},
    {INSPECT_WORLD, INSPECT_NAMED, "how much was imported by %s: amounts",
     "from whom they imported, and their share of the world's imports or rank in them"},
    {INSPECT_NAMED, INSPECT_WORLD, "how much was exported by %s: amounts",
     "to whom they exported, and their share of the world's exports or rank in them"},
    {INSPECT_WORLD, INSPECT_WORLD, "the world's total: amounts",
     "anything about single parties: they are summed up"},
};

static const answer *answer_of(const inspect_scope *scope)
{
    for (size_t i = 0; i < sizeof answers / sizeof *answers; i++)
        if (answers[i].exporters == scope->exporters &&
            answers[i].importers == scope->importers)
            return &answers[i];
    return &answers[0];
}

/* Replaces the "%s" of a text by the names of the side that has some. */
static void put_named(arms_buffer *out, const char *text, const inspect_dataset *of,
                      const inspect_scope *scope)
{
    int side = scope->exporters == INSPECT_NAMED ? 0 : 1;
    for (const char *c = text; *c; c++) {
        if (c[0] == '%' && c[1] == 's') {
            inspect_names(out, of->data, scope->names[side], scope->named[side]);
            c++;
        } else {
            arms_buffer_text(out, (arms_text){c, 1});
        }
    }
}

/* Scopes may have a limit in common. */
static bool add_cannot(inspect_dataset *to, arms_arena *arena, const char *text,
                       arms_error *err)
{
    for (size_t i = 0; i < to->cannot.count; i++)
        if (to->cannot.items[i] == text)
            return true;
    return !text || inspect_add(&to->cannot, arena, text, err);
}

static bool add_scope(inspect_dataset *to, const inspect_scope *scope, arms_arena *arena,
                      arms_error *err)
{
    const answer *known = answer_of(scope);
    arms_buffer out = {0};
    put_named(&out, known->can, to, scope);
    inspect_categories(&out, to->data, scope);
    bool done = inspect_years(&out, arena, scope, err);
    const char *can = inspect_text(arena, &out, err);
    return done && inspect_add(&to->can, arena, can, err) &&
           add_cannot(to, arena, known->cannot, err);
}

/* The number of categories that occur. */
static size_t categories_of(const arms_dataset *dataset)
{
    size_t count = 0;
    for (size_t i = 0; i < arms_dataset_count(dataset); i++) {
        uint32_t category = arms_dataset_flow(dataset, i).category;
        count = category > count ? category : count;
    }
    return count;
}

static const char *category_words(arms_arena *arena, const arms_dataset *dataset,
                                  size_t count, arms_error *err)
{
    enum { SHOWN = 4 };
    arms_buffer out = {0};
    arms_buffer_string(&out, "the same for each of ");
    inspect_counted(&out, count, "category", "categories");
    for (uint32_t i = 1; i <= count && i <= SHOWN; i++)
        arms_buffer_print(&out, "%s%s", i > 1 ? ", " : ": ",
                          arms_dataset_category(dataset, i));
    arms_buffer_string(&out, count > SHOWN ? ", …" : "");
    return inspect_text(arena, &out, err);
}

static bool add_categories(inspect_dataset *to, arms_arena *arena, arms_error *err)
{
    size_t count = categories_of(to->data);
    bool codes = arms_dataset_about(to->data)->classification[0] != '\0';
    if (count == 0)
        return inspect_add(&to->cannot, arena,
                           "kinds of arms: the file is not split by category", err);
    return (codes || count == 1 ||
            inspect_add(&to->can, arena, category_words(arena, to->data, count, err),
                        err)) &&
           (!codes ||
            inspect_add(&to->cannot, arena,
                        "anything without a category: the codes are of goods of all "
                        "kinds, and lie within each other",
                        err));
}

static const char *measure_limit(const arms_measure *measure)
{
    if (measure->unit == ARMS_UNIT_TIV)
        return "money, or numbers of weapons: a TIV is a volume of military capability, "
               "not a price";
    if (measure->kind == ARMS_KIND_LICENCE)
        return "what was delivered: a licence permits, and may be used in part or never";
    if (measure->kind == ARMS_KIND_ORDER)
        return "what was delivered: orders come late, in part or never";
    if (measure->unit == ARMS_UNIT_ITEMS)
        return "money, or military value: items are counted, whatever they are";
    return "numbers of weapons, or SIPRI's volumes (TIV): no rate turns money into "
           "either";
}

static const char *other_years(arms_arena *arena, arms_years years, arms_error *err)
{
    if (years.first == years.last)
        return arms_print(arena, err, "other years than %d", years.first);
    return arms_print(arena, err, "years before %d, or after %d", years.first,
                      years.last);
}

/* Years that the coverage ends at. */
static bool add_years(inspect_dataset *to, arms_arena *arena, arms_error *err)
{
    arms_years all = {0, 0};
    for (size_t i = 0; i < to->scope_count; i++) {
        arms_years one = to->scopes[i].years;
        all.first = i == 0 || one.first < all.first ? one.first : all.first;
        all.last = i == 0 || one.last > all.last ? one.last : all.last;
    }
    return to->scope_count == 0 ||
           inspect_add(&to->cannot, arena, other_years(arena, all, err), err);
}

static bool add_nothing_covered(inspect_dataset *to, arms_arena *arena, arms_error *err)
{
    return to->scope_count > 0 ||
           (inspect_add(&to->can, arena, "what its rows say, one by one", err) &&
            inspect_add(
                &to->cannot, arena,
                "sums, shares and ranks: the file does not say what it covers, so "
                "nobody knows what it leaves out",
                err));
}

static bool add_missing(inspect_dataset *to, arms_arena *arena, arms_error *err)
{
    arms_buffer out = {0};
    if (to->cells.missing == 0)
        return true;
    arms_buffer_string(&out, "sums and shares that a missing figure belongs to: ");
    inspect_counted(&out, to->cells.missing, "is missing", "are missing");
    return inspect_add(&to->cannot, arena, inspect_text(arena, &out, err), err);
}

static bool add_allocated(inspect_dataset *to, arms_arena *arena, arms_error *err)
{
    return to->cells.allocated == 0 ||
           inspect_add(&to->cannot, arena,
                       "single years exactly, where deals were delivered over several: "
                       "their totals are spread, and figures come as bounds",
                       err);
}

static bool add_reporter(inspect_dataset *to, arms_arena *arena, arms_error *err)
{
    arms_reporter by = arms_dataset_about(to->data)->reported_by;
    if (by == ARMS_REPORTED_BY_PUBLISHER)
        return true;
    return inspect_add(&to->cannot, arena,
                       by == ARMS_REPORTED_BY_IMPORTERS
                           ? "what the exporters declared: importers report here"
                           : "what the importers declared: exporters report here",
                       err);
}

static bool same_side(const inspect_scope *a, const inspect_scope *b, int side)
{
    size_t bytes = a->named[side] * sizeof *a->names[side];
    return a->named[side] == b->named[side] &&
           (bytes == 0 || memcmp(a->names[side], b->names[side], bytes) == 0);
}

/* Whether a scope is the total of another, which tells its parts. */
static bool is_total_of(const inspect_scope *a, const inspect_scope *b)
{
    bool imports = a->exporters == INSPECT_WORLD && b->exporters == INSPECT_ALL &&
                   a->importers == b->importers && same_side(a, b, 1);
    bool exports = a->importers == INSPECT_WORLD && b->importers == INSPECT_ALL &&
                   a->exporters == b->exporters && same_side(a, b, 0);
    return a->category_count <= b->category_count && (imports || exports);
}

static bool has_parts(const inspect_dataset *of, const inspect_scope *scope)
{
    for (size_t i = 0; i < of->scope_count; i++)
        if (is_total_of(scope, &of->scopes[i]))
            return true;
    return false;
}

bool inspect_answers(inspect_dataset *to, arms_arena *arena, arms_error *err)
{
    for (size_t i = 0; i < to->scope_count; i++)
        if (!has_parts(to, &to->scopes[i]) && !add_scope(to, &to->scopes[i], arena, err))
            return false;
    return add_nothing_covered(to, arena, err) && add_categories(to, arena, err) &&
           add_missing(to, arena, err) && add_allocated(to, arena, err) &&
           add_reporter(to, arena, err) &&
           inspect_add(&to->cannot, arena, measure_limit(arms_dataset_measure(to->data)),
                       err) &&
           add_years(to, arena, err);
}
