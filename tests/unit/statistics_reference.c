/* What other programs make of the same invented series: R 4.2.2 with MASS 7.3-58.2,
 * mFilter 0.1.5, pracma 2.4.2 and strucchange 1.5-3, and Python's statsmodels 0.13.5. The
 * calls stand beside the figures. */
#include <armstrade/breaks.h>
#include <armstrade/deflation.h>
#include <armstrade/regression.h>
#include <armstrade/smoothing.h>

#include <math.h>

#include "tests/unit/check.h"

enum { N = 18 };

static const double deliveries[N] = {412, 455, 431, 498, 520, 1310, 566, 601, 588,
                                     640, 655, 210, 702, 731, 718,  790, 802, 815};

static void check_all(const double *got, const double *want, size_t n, double relative)
{
    for (size_t i = 0; i < n; i++)
        CHECK_NEAR(got[i], want[i], relative * fabs(want[i]));
}

/* On time and a second column: three coefficients, so that two residuals are left out of
 * each median. */
static void fit(arms_robust *out, arms_arena *arena)
{
    static const double other[N] = {3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5, 8, 9, 7, 9, 3, 2, 3};
    double x[2 * N];
    for (size_t i = 0; i < N; i++) {
        x[2 * i] = (double)(i + 1);
        x[2 * i + 1] = other[i];
    }
    arms_design design = {x, deliveries, N, 2, true, 1};
    CHECK(arms_robust_fit(out, arena, &design, NULL));
}

/* R, by the header's steps: 2000 times w <- psi.bisquare(r / sqrt(1 - h) / s, c = 4.685)
 * (MASS) and lm.wfit(X, y, w), h <- hat(X, FALSE), s <- median(sort(abs(r / sqrt(1 -
 * h)))[3:18]) / 0.6745. Here the rounds end where two agree to 1.5e-8. */
static void test_bisquare(void)
{
    static const double coefficients[] = {402.0449597385804168, 24.0142959625004302,
                                          -2.5193309154388563};
    static const double errors[] = {75.7446800587163978, 6.1205996684368991,
                                    11.9260498428027102};
    static const double weights[N] = {
        0.98510069492327679, 0.97983251622162892, 0.67515085857196955,
        0.99797199875084464, 0.96590777867766464, 0,
        0.99974656739048962, 0.85860088093865605, 0.91020838636116197,
        0.99119734366792867, 0.99941972211103791, 0,
        0.96200827349832674, 0.96586271335881624, 0.83892875250867160,
        0.95582878908823288, 0.99583069619465558, 0.94734169120291445};
    arms_arena arena = {0};
    arms_robust got = {0};
    fit(&got, &arena);
    check_all(got.coefficients, coefficients, 3, 1.5e-8);
    check_all(got.errors, errors, 3, 1e-8);
    CHECK_NEAR(got.scale, 129.81529091216788, 1e-6);
    for (size_t i = 0; i < N; i++)
        CHECK_NEAR(got.weights[i], weights[i], 2e-8);
    arms_arena_free(&arena);
}

/* R's rlm(X, y, psi = psi.bisquare, c = 4.685, maxit = 2000, acc = 1e-15), which knows no
 * leverage, is near, and the difference is no error of rounding. */
static void test_bisquare_without_leverage(void)
{
    static const double rlm[] = {402.3703396067970743, 23.9844667501287212,
                                 -2.4999919431947335};
    static const double apart[] = {-0.325379868217, 0.029829212372, -0.019338972244};
    arms_arena arena = {0};
    arms_robust got = {0};
    fit(&got, &arena);
    for (size_t i = 0; i < 3; i++)
        CHECK_NEAR(got.coefficients[i] - rlm[i], apart[i], 1e-7);
    arms_arena_free(&arena);
}

/* R's mFilter::hpfilter(x, freq = 6.25, type = "lambda")$trend; statsmodels' hpfilter(x,
 * 6.25) and R's solve(diag(18) + 6.25 * crossprod(D), x), D <- diff(diag(18), differences
 * = 2), agree to 13 digits. */
static void test_hodrick_prescott(void)
{
    static const double trend[N] = {
        385.33703079074479, 448.68654174247342, 516.30212776768292, 593.46001726105840,
        671.78809817445551, 727.64065569796082, 713.08587931374825, 673.36945359231743,
        630.20332241396841, 593.72031708423049, 567.30073732239805, 561.72963211428851,
        601.82393247413586, 656.12382827788736, 709.19768020562924, 757.59403641298547,
        799.26981622267908, 837.36689313135582};
    double got[N];
    CHECK(arms_smooth_hodrick_prescott(got, deliveries, N, ARMS_SMOOTH_ANNUAL, NULL));
    check_all(got, trend, N, 1e-13);
}

static const double spiked[N] = {9,  1000, 11, 10, 12, 300, 13, 12, 14,
                                 15, 13,   90, 16, 15, 17,  18, 2,  19};

/* R's median(w) and mad(w, constant = 1.482602218505602) of the windows w <- x[max(1, i -
 * k):min(18, i + k)] whose middle is more than three scales away. */
static void check_outliers(size_t width, const arms_outlier want[4])
{
    arms_arena arena = {0};
    arms_outliers got = {0};
    const arms_window window = {spiked, N, width};
    CHECK(arms_smooth_hampel(&got, &window, 3, &arena, NULL));
    CHECK_COUNT(got.count, 4);
    for (size_t i = 0; i < got.count && i < 4; i++) {
        CHECK_COUNT(got.found[i].at, want[i].at);
        CHECK_NEAR(got.found[i].median, want[i].median, 0);
        CHECK_NEAR(got.found[i].scale, want[i].scale, 1e-15 * want[i].scale);
        CHECK_COUNT(got.found[i].window, want[i].window);
    }
    arms_arena_free(&arena);
}

/* pracma::hampel(x, 1, 3)$ind is 2 6 12 17, from 1: the same. With k = 2 it is 6 12
 * alone: what stands out at 2 and 17 has no full window, and is not judged there. */
static void test_hampel(void)
{
    static const arms_outlier three[] = {
        {.at = 1, .median = 11, .scale = 2.9652044370112041, .window = 3},
        {.at = 5, .median = 13, .scale = 1.482602218505602, .window = 3},
        {.at = 11, .median = 16, .scale = 4.4478066555168061, .window = 3},
        {.at = 16, .median = 18, .scale = 1.482602218505602, .window = 3}};
    static const arms_outlier five[] = {
        {.at = 1, .median = 10.5, .scale = 1.482602218505602, .window = 4},
        {.at = 5, .median = 12, .scale = 1.482602218505602, .window = 5},
        {.at = 11, .median = 15, .scale = 1.482602218505602, .window = 5},
        {.at = 16, .median = 17.5, .scale = 1.482602218505602, .window = 4}};
    check_outliers(3, three);
    check_outliers(5, five);
}

enum { YEARS = 11, KEPT = 5 };

static void check_deflated(const arms_deflator *by, const double *want)
{
    static const int when[YEARS] = {2010, 2011, 2012, 2013, 2014, 2015,
                                    2016, 2017, 2018, 2019, 2020};
    static const double current[YEARS] = {120.5, 133,  87.25, 410,   55.75, 61,
                                          72,    99.9, 150,   163.4, 171.2};
    static const arms_measure dollars = {ARMS_UNIT_USD, 1e6, ARMS_KIND_DELIVERY,
                                         "current"};
    const arms_current_prices prices = {when, current, YEARS, &dollars};
    double got[YEARS];
    CHECK(arms_deflation_apply(got, &prices, by, NULL));
    check_all(got, want, YEARS, 1e-14);
}

/* R's x * index[6] / index; then, of five years of the index alone, x * p[4] / p with
 * p <- approx(kept, index[kept], 2010:2020)$y. */
static void test_deflation(void)
{
    static const int all[YEARS] = {2010, 2011, 2012, 2013, 2014, 2015,
                                   2016, 2017, 2018, 2019, 2020};
    static const double index[YEARS] = {92.1,  94.3,  96.0,  97.2,  98.9, 100,
                                        101.3, 103.4, 106.2, 108.1, 109.4};
    static const double of_2015[YEARS] = {
        130.836047774158544, 141.039236479321318, 90.885416666666671,
        421.810699588477348, 56.370070778564205,  61,
        71.076011846001975,  96.615087040618945,  141.242937853107350,
        151.156336725254391, 156.489945155393059};
    static const int kept[KEPT] = {2010, 2012, 2015, 2016, 2020};
    static const double index_kept[KEPT] = {92.1, 96.0, 100, 101.3, 109.4};
    static const double of_2013[YEARS] = {
        127.347086500180964, 137.643097643097633, 88.461805555555543, 410,
        54.996621621621614,  59.373333333333328,  69.180651530108591, 94.106944108395837,
        138.585666824869492, 148.118897943344962, 152.316879951249206};
    check_deflated(&(arms_deflator){all, index, YEARS, 2015, false}, of_2015);
    check_deflated(&(arms_deflator){kept, index_kept, KEPT, 2013, true}, of_2013);
}

/* R's sctest(Fstats(x ~ 1, from = 0.15), type = "supF") of strucchange, which takes p as
 * 1 less the rest; lengths at which ⌊0.15 n⌋/n is between the trimmings of its tables. */
static void test_largest_f(void)
{
    static const double grown[] = {3, 5,  4, 6,  5,  4,  9,  8, 10, 9,  11, 8,  12, 9,
                                   7, 10, 9, 11, 10, 12, 13, 9, 10, 11, 12, 10, 9};
    static const double even[] = {4.2, 3.9, 4.4, 4.1, 4.6, 4.0, 4.3, 5.2, 4.7, 4.1,
                                  3.8, 5.0, 4.9, 4.4, 4.6, 5.1, 4.3, 4.0, 4.8};
    static const struct {
        const double *values;
        size_t n, before;
        double f, p;
    } rows[] = {
        {deliveries, N, 5, 4.71800707925897278, 0.31572594504847845},
        {grown, 27, 6, 66.123215816815474, 2.6116968670024740e-14},
        {even, 19, 7, 3.71679538196652182, 0.47675393306710456},
        {even, 14, 11, 3.29999999999999893, 0.50387190710192908},
        {even, 16, 11, 6.01562499999999023, 0.17482530682261987},
    };
    arms_sup_f_test got;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        CHECK(arms_sup_f(&got, rows[i].values, rows[i].n, NULL));
        CHECK_COUNT(got.before, rows[i].before);
        CHECK_NEAR(got.f, rows[i].f, 1e-12 * rows[i].f);
        CHECK(got.has_p);
        CHECK_NEAR(got.p, rows[i].p, 1e-12 * rows[i].p + 1e-14);
    }
    CHECK(arms_sup_f(&got, even, 13, NULL) && !got.has_p);
}

const check_test statistics_reference_tests[] = {
    {"bisquare as R computes it", test_bisquare},
    {"bisquare without leverage", test_bisquare_without_leverage},
    {"Hodrick-Prescott as mFilter", test_hodrick_prescott},
    {"Hampel as R", test_hampel},
    {"deflation as R", test_deflation},
    {"largest F as strucchange", test_largest_f},
    {NULL, NULL},
};
