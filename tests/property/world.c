/* A random world of flows, its truth, and the file that is printed from it. */
#include "tests/property/world.h"

#include <math.h>

#include "tests/property/random.h"

const char *const world_exporters[WORLD_EXPORTERS] = {
    "China",         "Türkiye", "France",         "Italy",           "Russia",
    "United States", "Spain",   "PKK (Turkiye)*", "unknown supplier"};
const char *const world_importers[WORLD_IMPORTERS] = {"Pakistan", "India", "Iran",
                                                      "Egypt"};
const bool world_is_state[WORLD_EXPORTERS] = {true, true, true,  true, true,
                                              true, true, false, false};

/* An exact figure of two decimals, a whole number with its rounding, or wide bounds that
 * belong to it. */
static void print_cell(world_cell *cell)
{
    size_t kind = random_below(3);
    cell->open = kind == 1;
    if (kind == 0) {
        cell->truth = cell->value = cell->low = cell->high =
            round(cell->truth * 100) / 100;
    } else if (kind == 1) {
        cell->value = floor(cell->truth + 0.5);
        cell->low = cell->value > 0 ? cell->value - 0.5 : 0;
        cell->high = cell->value + 0.5;
    } else {
        cell->value = round(cell->truth);
        cell->low = floor(cell->truth * (1 - random_unit()));
        cell->high = ceil(cell->truth * (1 + random_unit())) + 1;
    }
}

void world_make(world *w)
{
    *w = (world){.totals = random_below(3) == 0};
    for (size_t e = 0; e < WORLD_EXPORTERS; e++) {
        for (size_t i = 0; i < WORLD_IMPORTERS; i++) {
            if (random_below(4) == 0)
                continue;
            int year = 2020 + (int)random_below(WORLD_YEARS);
            double size = random_below(2) ? 20 : 3; /* small ones rank closely */
            world_cell *cell = &w->cells[w->count++];
            *cell = (world_cell){e, i, year, size * random_unit(), 0, 0, 0, false};
            print_cell(cell);
        }
    }
}

void world_shuffle(world *w)
{
    for (size_t i = w->count; i > 1; i--) {
        size_t j = random_below(i);
        world_cell moved = w->cells[i - 1];
        w->cells[i - 1] = w->cells[j];
        w->cells[j] = moved;
    }
}

void world_redraw(world *w)
{
    for (size_t i = 0; i < w->count; i++)
        w->cells[i].truth = random_inside(w->cells[i].low, w->cells[i].high);
}

double world_amount(const world *w, size_t exporter, size_t importer, arms_years years)
{
    double sum = 0;
    for (size_t i = 0; i < w->count; i++) {
        const world_cell *cell = &w->cells[i];
        bool mine = (exporter == WORLD_EXPORTERS || cell->exporter == exporter) &&
                    (importer == WORLD_IMPORTERS || cell->importer == importer) &&
                    cell->year >= years.first && cell->year <= years.last;
        sum += mine ? cell->truth : 0;
    }
    return sum;
}

static void print_row(arms_buffer *text, int year, const char *exporter,
                      const char *importer, const double figure[3])
{
    char value[ARMS_NUMBER_SIZE], low[ARMS_NUMBER_SIZE], high[ARMS_NUMBER_SIZE];
    arms_buffer_print(text, "%d,%s,%s,,million TIV,%s,%s,%s,", year, exporter, importer,
                      arms_number_print(value, figure[0]),
                      arms_number_print(low, figure[1]),
                      arms_number_print(high, figure[2]));
}

static bool holds(const world_part *part, size_t importer, int year)
{
    return year >= part->years.first && year <= part->years.last &&
           (part->importers >> importer & 1) != 0;
}

static void print_totals(arms_buffer *text, const world *w, const world_part *part)
{
    for (size_t i = 0; i < WORLD_IMPORTERS; i++) {
        for (int year = 2020; year < 2020 + WORLD_YEARS; year++) {
            if (!holds(part, i, year))
                continue;
            double sum = world_amount(w, WORLD_EXPORTERS, i, (arms_years){year, year});
            double total = floor(sum + 0.5), low = total > 0 ? total - 0.5 : 0;
            print_row(text, year, "World", world_importers[i],
                      (const double[]){total, low, total + 0.5});
            arms_buffer_string(text, "\n");
        }
    }
}

/* All importers are all that there may be. */
static void print_covers(arms_buffer *text, const world_part *part)
{
    const char *gap = "";
    arms_buffer_string(text, "# covers: exporters=*; importers=");
    if (part->importers == WORLD_ALL_IMPORTERS)
        arms_buffer_string(text, "*");
    for (size_t i = 0; i < WORLD_IMPORTERS; i++) {
        if (part->importers == WORLD_ALL_IMPORTERS || !(part->importers >> i & 1))
            continue;
        arms_buffer_print(text, "%s%s", gap, world_importers[i]);
        gap = "|";
    }
    arms_buffer_print(text, "; years=%d-%d\n", part->years.first, part->years.last);
}

void world_print(arms_buffer *text, const world *w, const world_part *part)
{
    arms_buffer_string(text, "# source: Invented\n# release: 2023-03\n");
    print_covers(text, part);
    arms_buffer_string(text,
                       "year,exporter,importer,category,measure,value,low,high,flags\n");
    for (size_t i = 0; i < w->count; i++) {
        const world_cell *cell = &w->cells[i];
        if (!holds(part, cell->importer, cell->year))
            continue;
        print_row(text, cell->year, world_exporters[cell->exporter],
                  world_importers[cell->importer],
                  (const double[]){cell->value, cell->low, cell->high});
        bool closed = cell->low < cell->high && !cell->open;
        arms_buffer_string(text, closed ? "allocated\n" : "\n");
    }
    if (w->totals)
        print_totals(text, w, part);
}

fixture world_load(const world *w)
{
    const world_part whole = {{2020, 2020 + WORLD_YEARS - 1}, WORLD_ALL_IMPORTERS};
    arms_buffer text = {0};
    world_print(&text, w, &whole);
    fixture f = fixture_load(text.data);
    CHECK_STRING(f.err.text, "");
    arms_buffer_free(&text);
    return f;
}
