/* What questions a dataset can answer, and which not: read off what it covers, what it
 * measures, and how its rows were made. Nothing is promised that a share, a ranking or a
 * verdict would then refuse. */
#include "analysis/claims/wording.h"
#include "report/inspect.h"

/* What can be asked, by the sides of what is covered; %s are the names of the side that
 * is named, and the years. */
typedef struct answer {
    inspect_side exporters, importers;
    const char *can; /* "%s" = possessive of the named side, or nothing */
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

static bool add_scope(inspect_dataset *to, const inspect_scope *scope, arms_arena *arena,
                      arms_error *err)
{
    const answer *known = answer_of(scope);
    const char *years = arms_years_words(arena, scope->years, err);
    arms_buffer out = {0};
    put_named(&out, known->can, to, scope);
    if (scope->category)
        arms_buffer_print(&out, ", of %s alone",
                          arms_dataset_category(to->data, scope->category));
    arms_buffer_print(&out, ", %s", years ? years : "");
    const char *can = inspect_text(arena, &out, err);
    return years && inspect_add(&to->can, arena, can, err) &&
           (!known->cannot || inspect_add(&to->cannot, arena, known->cannot, err));
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

static bool add_categories(inspect_dataset *to, arms_arena *arena, arms_error *err)
{
    size_t count = categories_of(to->data);
    arms_buffer out = {0};
    if (count == 0)
        return inspect_add(&to->cannot, arena,
                           "kinds of arms: the file is not split by category", err);
    inspect_counted(&out, count, "category: ", "categories: ");
    for (uint32_t i = 1; i <= count && i <= 4; i++)
        arms_buffer_print(&out, "%s%s", i > 1 ? ", " : "",
                          arms_dataset_category(to->data, i));
    arms_buffer_string(&out, count > 4 ? ", …" : "");
    const char *list = inspect_text(arena, &out, err);
    bool codes = arms_dataset_about(to->data)->classification[0] != '\0';
    return list &&
           inspect_add(&to->can, arena,
                       arms_print(arena, err, "the same for each of %s", list), err) &&
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
           inspect_add(&to->cannot, arena,
                       arms_print(arena, err, "years before %d, or after %d", all.first,
                                  all.last),
                       err);
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

bool inspect_answers(inspect_dataset *to, arms_arena *arena, arms_error *err)
{
    for (size_t i = 0; i < to->scope_count; i++)
        if (!add_scope(to, &to->scopes[i], arena, err))
            return false;
    return add_nothing_covered(to, arena, err) && add_categories(to, arena, err) &&
           add_missing(to, arena, err) && add_allocated(to, arena, err) &&
           add_reporter(to, arena, err) &&
           inspect_add(&to->cannot, arena, measure_limit(arms_dataset_measure(to->data)),
                       err) &&
           add_years(to, arena, err);
}
