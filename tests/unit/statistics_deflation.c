/* Deflation: figures that can be followed by hand, and what is refused. */
#include <armstrade/deflation.h>

#include <math.h>
#include <string.h>

#include "tests/unit/check.h"

enum { YEARS = 4 };

static const int years[YEARS] = {2010, 2011, 2013, 2015};
static const double prices[YEARS] = {80, 88, 100, 125};
static const arms_measure dollars = {ARMS_UNIT_USD, 1e6, ARMS_KIND_DELIVERY, "current"};

static arms_deflator deflator(int base_year, bool interpolate)
{
    return (arms_deflator){years, prices, YEARS, base_year, interpolate};
}

static void test_constant_prices(void)
{
    static const int when[] = {2015, 2010, 2011};
    static const double values[] = {250, 40, 11};
    double out[3];
    arms_deflator by = deflator(2013, false);
    arms_current_prices current = {when, values, 3, &dollars};
    CHECK(arms_deflation_apply(out, &current, &by, NULL));
    CHECK_NEAR(out[0], 200, 1e-12);
    CHECK_NEAR(out[1], 50, 1e-12);
    CHECK_NEAR(out[2], 12.5, 1e-12);
}

/* 2012 lies halfway between 88 and 100, 2014 between 100 and 125. */
static void test_interpolation(void)
{
    double factor;
    arms_error err = {0};
    arms_deflator by = deflator(2012, true);
    CHECK(arms_deflation_factor(&factor, &by, 2014, &dollars, NULL));
    CHECK_NEAR(factor, 94 / 112.5, 1e-15);
    CHECK(arms_deflation_factor(&factor, &by, 2012, &dollars, NULL));
    CHECK_NEAR(factor, 1, 1e-15);
    CHECK(!arms_deflation_factor(&factor, &by, 2016, &dollars, &err));
    CHECK_HAS(err.text, "2010 to 2015, not 2016");
    CHECK(!arms_deflation_factor(&factor, &by, 2009, &dollars, &err));
    CHECK_HAS(err.text, "not 2009");
    by = deflator(2013, false);
    CHECK(!arms_deflation_factor(&factor, &by, 2012, &dollars, &err));
    CHECK_HAS(err.text, "no value for 2012");
    CHECK_COUNT(err.code, ARMS_DOMAIN);
    by = deflator(2012, false);
    CHECK(!arms_deflation_factor(&factor, &by, 2013, &dollars, &err));
}

/* Law: to the base year and back is where one was; the base of the index is no matter. */
static void test_there_and_back(void)
{
    double tenfold[YEARS], forth, back, other;
    for (size_t i = 0; i < YEARS; i++)
        tenfold[i] = 10 * prices[i];
    arms_deflator to = deflator(2013, true), from = deflator(2010, true);
    arms_deflator rebased = {years, tenfold, YEARS, 2013, true};
    CHECK(arms_deflation_factor(&forth, &to, 2010, &dollars, NULL));
    CHECK(arms_deflation_factor(&back, &from, 2013, &dollars, NULL));
    CHECK(arms_deflation_factor(&other, &rebased, 2010, &dollars, NULL));
    CHECK_NEAR(forth * back, 1, 1e-15);
    CHECK_NEAR(forth, other, 1e-15);
}

static void test_refused_measures(void)
{
    static const struct {
        arms_measure measure;
        const char *says;
    } rows[] = {
        {{ARMS_UNIT_TIV, 1e6, ARMS_KIND_DELIVERY, ""}, "a TIV is a volume"},
        {{ARMS_UNIT_ITEMS, 1, ARMS_KIND_DELIVERY, ""}, "not items"},
        {{ARMS_UNIT_NONE, 1, ARMS_KIND_DELIVERY, ""}, "without a unit"},
        {{ARMS_UNIT_USD, 1, ARMS_KIND_DELIVERY, "constant 2015"}, "(constant 2015)"},
    };
    static const double values[] = {1};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        double factor, out[1];
        arms_measure measure;
        arms_error err = {0};
        arms_deflator by = deflator(2013, true);
        arms_current_prices current = {years, values, 1, &rows[i].measure};
        CHECK(!arms_deflation_factor(&factor, &by, 2013, &rows[i].measure, &err));
        CHECK_COUNT(err.code, ARMS_DOMAIN);
        CHECK_HAS(err.text, rows[i].says);
        CHECK(!arms_deflation_apply(out, &current, &by, &err));
        CHECK(!arms_deflation_measure(&measure, &rows[i].measure, 2013, &err));
    }
}

static void test_refused_indices(void)
{
    static const double nil[] = {80, 0, 100, 125}, missing[] = {80, NAN, 100, 125};
    static const int twice[] = {2010, 2010, 2013, 2015};
    static const double bad[] = {1, NAN};
    double factor, out[2];
    arms_error err = {0};
    arms_deflator by = {years, nil, YEARS, 2013, true};
    CHECK(!arms_deflation_factor(&factor, &by, 2013, &dollars, &err));
    CHECK_HAS(err.text, "of 2011 is 0");
    by.index = missing;
    CHECK(!arms_deflation_factor(&factor, &by, 2013, &dollars, &err));
    by = (arms_deflator){twice, prices, YEARS, 2013, true};
    CHECK(!arms_deflation_factor(&factor, &by, 2013, &dollars, &err));
    CHECK_HAS(err.text, "must ascend");
    by = (arms_deflator){years, prices, 0, 2013, true};
    CHECK(!arms_deflation_factor(&factor, &by, 2013, &dollars, &err));
    by = deflator(2013, true);
    arms_current_prices current = {years, bad, 2, &dollars};
    CHECK(!arms_deflation_apply(out, &current, &by, &err));
}

static void test_measure(void)
{
    arms_measure measure, cif = dollars;
    arms_error err = {0};
    CHECK(arms_deflation_measure(&measure, &dollars, 2015, NULL));
    CHECK_STRING(measure.valuation, "constant 2015");
    memcpy(cif.valuation, "CIF", 4);
    CHECK(arms_deflation_measure(&measure, &cif, 2015, NULL));
    CHECK_STRING(measure.valuation, "CIF, constant 2015");
    CHECK(measure.unit == ARMS_UNIT_USD && check_same(measure.scale, 1e6));
    memcpy(cif.valuation, "a valuation of many letters", 28);
    CHECK(!arms_deflation_measure(&measure, &cif, 2015, &err));
    CHECK_COUNT(err.code, ARMS_LIMIT);
}

const check_test statistics_deflation_tests[] = {
    {"constant prices", test_constant_prices},
    {"interpolation", test_interpolation},
    {"there and back", test_there_and_back},
    {"refused measures", test_refused_measures},
    {"refused indices", test_refused_indices},
    {"the measure of the result", test_measure},
    {NULL, NULL},
};
