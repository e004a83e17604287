/* Datasets in words: where figures come from, in one line each. */
#include <armstrade/names.h>
#include <armstrade/report.h>

#include <string.h>

static const char *const month_names[] = {
    "January", "February", "March",     "April",   "May",      "June",
    "July",    "August",   "September", "October", "November", "December",
};

/* "2025-03" as "March 2025"; anything else as it is. */
static const char *month_words(arms_arena *arena, const char *release, arms_error *err)
{
    int month = 0;
    if (strlen(release) == 7 && release[4] == '-')
        month = (release[5] - '0') * 10 + (release[6] - '0');
    if (month < 1 || month > 12)
        return release;
    return arms_print(arena, err, "%s %.4s", month_names[month - 1], release);
}

const char *arms_source_words(arms_arena *arena, const arms_dataset *dataset,
                              arms_error *err)
{
    const arms_about *about = arms_dataset_about(dataset);
    const char *origin = about->origin[0] ? about->origin : "source not stated";
    const char *when = month_words(arena, about->release, err);
    if (!when)
        return NULL;
    if (!about->release[0])
        return arms_print(arena, err, "%s, release unknown", origin);
    return arms_print(arena, err, "%s, %s release", origin, when);
}

const char *arms_measure_words(arms_arena *arena, const arms_dataset *dataset,
                               arms_error *err)
{
    static const char *const kinds[] = {
        [ARMS_KIND_DELIVERY] = "deliveries",
        [ARMS_KIND_ORDER] = "orders",
        [ARMS_KIND_LICENCE] = "licences",
    };
    static const char *const reporters[] = {
        [ARMS_REPORTED_BY_PUBLISHER] = "",
        [ARMS_REPORTED_BY_IMPORTERS] = ", reported by importers",
        [ARMS_REPORTED_BY_EXPORTERS] = ", reported by exporters",
    };
    const arms_measure *measure = arms_dataset_measure(dataset);
    const char *name = arms_measure_name(measure, arena, err);
    if (!name)
        return NULL;
    const char *gap = measure->valuation[0] ? ", " : "";
    return arms_print(arena, err, "%s in %s%s%s%s", kinds[measure->kind], name, gap,
                      measure->valuation,
                      reporters[arms_dataset_about(dataset)->reported_by]);
}

static arms_years years_of(const arms_dataset *dataset)
{
    const arms_box *boxes;
    arms_years years = {0, 0};
    size_t count = arms_dataset_boxes(dataset, &boxes);
    for (size_t i = 0; i < count; i++) {
        arms_years one = boxes[i].years;
        years.first =
            years.first == 0 || one.first < years.first ? one.first : years.first;
        years.last = one.last > years.last ? one.last : years.last;
    }
    return years;
}

/* "a.csv", "a.csv, b.csv". */
static const char *paths_of(arms_arena *arena, const arms_dataset *dataset,
                            arms_error *err)
{
    const arms_source *sources;
    size_t count = arms_dataset_sources(dataset, &sources);
    const char *paths = sources[0].path;
    for (size_t i = 1; paths && i < count; i++)
        paths = arms_print(arena, err, "%s, %s", paths, sources[i].path);
    return paths;
}

const char *arms_dataset_words(arms_arena *arena, const arms_dataset *dataset,
                               arms_error *err)
{
    const arms_about *about = arms_dataset_about(dataset);
    arms_years years = years_of(dataset);
    const char *paths = paths_of(arena, dataset, err);
    const char *from = arms_source_words(arena, dataset, err);
    const char *what = arms_measure_words(arena, dataset, err);
    bool dated = about->generated[0] != '\0';
    if (!paths || !from || !what)
        return NULL;
    const char *covers = "coverage unknown";
    if (years.first > 0 && years.first == years.last)
        covers = arms_print(arena, err, "covers %d", years.first);
    else if (years.first > 0)
        covers = arms_print(arena, err, "covers %d–%d", years.first, years.last);
    return arms_print(
        arena, err, "%s: %s%s%s; %s; %s%s%s", paths, from,
        dated ? ", file generated " : "", about->generated, what, covers ? covers : "",
        about->altered[0] ? "; NOT as it was released: " : "", about->altered);
}

const char *arms_policy_words(arms_policy policy)
{
    static const char *const words[] = {
        [ARMS_POLICY_ALL] = ("Shares are of everything, also of what has no known party "
                             "(denominator: all)."),
        [ARMS_POLICY_STATES] = "Shares are among states only (denominator: states).",
        [ARMS_POLICY_KNOWN] = "Shares are among known parties only (denominator: known).",
    };
    return words[policy];
}

static bool add_credit(arms_page *page, const char **last, const arms_dataset *dataset,
                       arms_error *err)
{
    const arms_about *about = arms_dataset_about(dataset);
    if (!about->credit[0] || (*last && strcmp(*last, about->credit) == 0))
        return true;
    *last = about->credit;
    return arms_page_add(page, NULL,
                         arms_print(page->arena, err,
                                    "%s. Calculated from it; not a statement by its "
                                    "publisher.",
                                    about->credit),
                         err);
}

/* All datasets of a page are read with the same names. */
static bool add_names(arms_page *page, arms_error *err)
{
    const arms_names *names =
        page->dataset_count > 0 ? arms_dataset_names(page->datasets[0]) : NULL;
    if (!names)
        return true;
    return arms_page_add(page, "names",
                         arms_print(page->arena, err,
                                    "%s: names of parties in this file go before the "
                                    "publisher's (SHA-256 %.16s…)",
                                    arms_names_path(names), arms_names_sha256(names)),
                         err);
}

static bool add_source(arms_page *page, size_t i, arms_error *err)
{
    const char *words = arms_dataset_words(page->arena, page->datasets[i], err);
    const char *label = arms_print(page->arena, err, "d%zu", i + 1);
    if (!words || !label)
        return false;
    return i == 0 ? arms_page_say_labelled(page, label, ARMS_TONE_PLAIN, words, err)
                  : arms_page_add(page, label, words, err);
}

bool arms_page_sources(arms_page *page, arms_error *err)
{
    const char *credit = NULL;
    for (size_t i = 0; i < page->dataset_count; i++)
        if (!add_source(page, i, err))
            return false;
    if (!add_names(page, err))
        return false;
    for (size_t i = 0; i < page->dataset_count; i++)
        if (!add_credit(page, &credit, page->datasets[i], err))
            return false;
    return true;
}

const char *arms_flow_place(arms_arena *arena, const arms_dataset *dataset, size_t flow,
                            arms_error *err)
{
    const arms_source *sources;
    arms_flow row = arms_dataset_flow(dataset, flow);
    arms_dataset_sources(dataset, &sources);
    return arms_print(arena, err, "%s:%u", sources[row.source].path, (unsigned)row.line);
}

bool arms_flow_places(const char **out, arms_arena *arena, const arms_flow_list *list,
                      arms_error *err)
{
    arms_buffer places = {0};
    bool good = true;
    *out = NULL;
    for (size_t i = 0; good && i < list->count; i++) {
        const char *place = arms_flow_place(arena, list->dataset, list->flows[i], err);
        arms_buffer_print(&places, "%s%s", i > 0 ? " " : "", place ? place : "");
        good = place != NULL;
    }
    good = good && arms_buffer_check(&places, err);
    if (good && list->count > 0)
        *out = arms_copy(arena, places.data, places.len, err);
    arms_buffer_free(&places);
    return good && (*out || list->count == 0);
}

bool arms_page_rows(arms_page *page, const arms_flow_list *list, arms_error *err)
{
    const char *places;
    return arms_flow_places(&places, page->arena, list, err) &&
           arms_page_add(page, "rows", places ? places : "none", err);
}
