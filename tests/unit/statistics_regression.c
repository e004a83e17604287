/* Least squares on a design matrix, and straight lines. */
#include <armstrade/regression.h>
#include <math.h>

#include "tests/property/random.h"
#include "tests/unit/check.h"

/* NIST StRD, Longley: x1 … x6, then y. */
static const double longley[][7] = {
    {83, 234289, 2356, 1590, 107608, 1947, 60323},
    {88.5, 259426, 2325, 1456, 108632, 1948, 61122},
    {88.2, 258054, 3682, 1616, 109773, 1949, 60171},
    {89.5, 284599, 3351, 1650, 110929, 1950, 61187},
    {96.2, 328975, 2099, 3099, 112075, 1951, 63221},
    {98.1, 346999, 1932, 3594, 113270, 1952, 63639},
    {99, 365385, 1870, 3547, 115094, 1953, 64989},
    {100, 363112, 3578, 3350, 116219, 1954, 63761},
    {101.2, 397469, 2904, 3048, 117388, 1955, 66019},
    {104.6, 419180, 2822, 2857, 118734, 1956, 67857},
    {108.4, 442769, 2936, 2798, 120445, 1957, 68169},
    {110.8, 444546, 4681, 2637, 121950, 1958, 66513},
    {112.6, 482704, 3813, 2552, 123366, 1959, 68655},
    {114.2, 502601, 3931, 2514, 125368, 1960, 69564},
    {115.7, 518173, 4806, 2572, 127852, 1961, 69331},
    {116.9, 554894, 4007, 2827, 130081, 1962, 70551},
};

static bool digits(double got, double want)
{
    return fabs(got - want) <= 1e-12 * fabs(want);
}

static void test_longley(void)
{
    static const double b[] = {-3482258.63459582, 15.0618722713733,  -0.035819179292591,
                               -2.02022980381683, -1.03322686717359, -0.0511041056535807,
                               1829.15146461355};
    static const double errors[] = {
        890420.383607373,  84.9149257747669, 0.0334910077722432, 0.488399681651699,
        0.214274163161675, 0.22607320006937, 455.478499142212};
    double x[16 * 6], y[16];
    arms_arena arena = {0};
    arms_regression fit = {0};
    for (int i = 0; i < 16; i++) {
        for (int j = 0; j < 6; j++)
            x[i * 6 + j] = longley[i][j];
        y[i] = longley[i][6];
    }
    CHECK(arms_regression_fit(&fit, &arena, &(arms_design){x, y, 16, 6, true, 1}, NULL));
    for (int j = 0; j < 7; j++) {
        CHECK(digits(fit.coefficients[j], b[j]));
        CHECK(digits(fit.errors[j], errors[j]));
    }
    CHECK(digits(fit.residual_sd, 304.854073561965));
    CHECK(digits(fit.r_squared, 0.995479004577296));
    CHECK(digits(fit.f, 330.285339234588));
    CHECK_NEAR(fit.p, 4.98403052872481e-10, 1e-20); /* mpmath, from F */
    CHECK_NEAR(fit.p_values[6], 0.00303680334163031,
               1e-14); /* mpmath, from b and error */
    CHECK_COUNT(fit.df, 9);
    CHECK_COUNT(fit.df_model, 6);
    arms_arena_free(&arena);
}

/* NIST StRD, NoInt2, through the origin: R² is about 0. */
static void test_through_origin(void)
{
    static const double x[] = {4, 5, 6}, y[] = {3, 4, 4};
    arms_arena arena = {0};
    arms_regression fit = {0};
    CHECK(arms_regression_fit(&fit, &arena, &(arms_design){x, y, 3, 1, false, 1}, NULL));
    CHECK(digits(fit.coefficients[0], 0.727272727272727));
    CHECK(digits(fit.errors[0], 0.0420827318078432));
    CHECK(digits(fit.residual_sd, 0.369274472937998));
    CHECK(digits(fit.r_squared, 0.993348115299335));
    CHECK(digits(fit.f, 298.666666666667));
    arms_arena_free(&arena);
}

/* NIST StRD, Wampler1: y = 1 + x + … + x⁵ for x = 0 … 20, without noise. */
static void test_powers(void)
{
    double x[21], y[21];
    arms_arena arena = {0};
    arms_regression fit = {0};
    for (int i = 0; i < 21; i++) {
        x[i] = i;
        y[i] = 1 + x[i] * (1 + x[i] * (1 + x[i] * (1 + x[i] * (1 + x[i]))));
    }
    CHECK(arms_regression_fit(&fit, &arena, &(arms_design){x, y, 21, 1, true, 5}, NULL));
    for (int j = 0; j < 6; j++)
        CHECK_NEAR(fit.coefficients[j], 1, 1e-11);
    CHECK(fit.perfect && isinf(fit.f));
    CHECK_NEAR(fit.p, 0, 0);
    CHECK_NEAR(fit.errors[3], 0, 0);
    CHECK_NEAR(fit.r_squared, 1, 0);
    arms_arena_free(&arena);
}

/* NIST StRD, Wampler5: the same powers under noise ten million times as large as they. */
static void test_powers_under_noise(void)
{
    static const double y[] = {
        7590001,   -20479994, 20480063,  -20479636, 25231365,  -20476094, 20489331,
        -20460392, 18417449,  -20413570, 20591111,  -20302844, 18651453,  -20077766,
        21059195,  -19666384, 26348481,  -18971402, 22480719,  -17866340, 10958421};
    static const double errors[] = {21523262.467817, 23635517.3469681, 7793435.24331583,
                                    1014755.0755035, 56456.6512170752, 1123.24854679312};
    double x[21];
    arms_arena arena = {0};
    arms_regression fit = {0};
    for (int i = 0; i < 21; i++)
        x[i] = i;
    CHECK(arms_regression_fit(&fit, &arena, &(arms_design){x, y, 21, 1, true, 5}, NULL));
    for (int j = 0; j < 6; j++) {
        CHECK_NEAR(fit.coefficients[j], 1, 1e-13);
        CHECK(digits(fit.errors[j], errors[j]));
    }
    CHECK(digits(fit.residual_sd, 23601450.2379268));
    CHECK(digits(fit.r_squared, 0.0022466892157494));
    CHECK(digits(fit.f, 0.00675524458240122));
    CHECK(!fit.perfect);
    arms_arena_free(&arena);
}

/* |x − 5| by powers up to 10 of x = 1/8, 2/8 … 10, all doubles; the coefficients are of
 * rational arithmetic (Python's fractions). Powers rounded to doubles leave 12 digits. */
static void test_high_powers(void)
{
    static const double b[] = {
        5.203444439831289,       -2.914593128329832,   5.3622017496565375,
        -6.692717023513374,      4.432442658682495,    -1.7029091288346283,
        0.3966121883751451,      -0.0566529019375883,  0.004847405972811142,
        -0.00022803595884611494, 4.536416943297491e-06};
    double x[80], y[80];
    arms_arena arena = {0};
    arms_regression fit = {0};
    for (int i = 0; i < 80; i++) {
        x[i] = (i + 1) / 8.0;
        y[i] = fabs(x[i] - 5);
    }
    CHECK(arms_regression_fit(&fit, &arena, &(arms_design){x, y, 80, 1, true, 10}, NULL));
    for (int j = 0; j < 11; j++)
        CHECK_NEAR(fit.coefficients[j] / b[j], 1, 1e-13);
    arms_arena_free(&arena);
}

/* R's lm on 4, 1, 3, 2; quantile for 2 degrees of freedom by mpmath. */
static void test_line(void)
{
    static const double x[] = {1, 2, 3, 4}, y[] = {4, 1, 3, 2};
    double half = 4.3026527297494639 * 0.64807406984078597;
    arms_line line = {0};
    CHECK(arms_line_fit(&line, &(arms_line_sample){x, y, 4, 0.95}, NULL));
    CHECK(digits(line.intercept, 3.5) && digits(line.slope, -0.4));
    CHECK(digits(line.intercept_error, 1.7748239349298849));
    CHECK(digits(line.slope_error, 0.64807406984078597));
    CHECK(digits(line.slope_low, -0.4 - half) && digits(line.slope_high, half - 0.4));
    CHECK(digits(line.residual_sd, 1.4491376746189437));
    CHECK(digits(line.r_squared, 0.16) && digits(line.p, 0.6));
    CHECK_COUNT(line.df, 2);
}

/* At the mean of x the bands are s·√(1/n) and s·√(1 + 1/n) wide; at 7, by hand, h is
 * 1/4 + 4.5²/5 = 4.3. */
static void test_bands(void)
{
    static const double x[] = {1, 2, 3, 4}, y[] = {4, 1, 3, 2};
    double t = 4.3026527297494639, s = 1.4491376746189437;
    arms_line line = {0};
    arms_band band = {0};
    CHECK(arms_line_fit(&line, &(arms_line_sample){x, y, 4, 0.95}, NULL));
    CHECK(arms_line_predict(&band, &line, 2.5, NULL));
    CHECK(digits(band.value, 2.5) && digits(band.error, s / 2));
    CHECK(digits(band.mean_high, 2.5 + t * s / 2));
    CHECK(digits(band.single_low, 2.5 - t * s * sqrt(1.25)));
    CHECK(arms_line_predict(&band, &line, 7, NULL));
    CHECK_NEAR(band.value, 0.7, 1e-12);
    CHECK_NEAR(band.mean_low, 0.7 - t * s * sqrt(4.3), 1e-11);
    CHECK_NEAR(band.single_high, 0.7 + t * s * sqrt(5.3), 1e-11);
    CHECK(!arms_line_predict(&band, &line, NAN, NULL));
    CHECK(!arms_line_predict(&band, &line, 1.7e308, NULL)); /* its bands are no doubles */
}

/* A line is the regression on one column; its p is that of F, which is t². */
static void test_line_is_a_regression(void)
{
    random_start();
    for (size_t n = 3; n < 30; n++) {
        double x[30], y[30], at = random_inside(-20, 40);
        arms_arena arena = {0};
        arms_regression fit = {0};
        arms_line line = {0};
        arms_band a = {0}, b = {0};
        for (size_t i = 0; i < n; i++) {
            x[i] = 2000 + random_inside(0, 20);
            y[i] = random_inside(0, 9) + x[i];
        }
        arms_design design = {x, y, n, 1, true, 1};
        CHECK(arms_regression_fit(&fit, &arena, &design, NULL));
        CHECK(arms_line_fit(&line, &(arms_line_sample){x, y, n, 0.8}, NULL));
        CHECK_NEAR(line.p, fit.p, 1e-12);
        CHECK_NEAR(pow(line.slope / line.slope_error, 2) / fit.f, 1, 1e-10);
        CHECK(arms_regression_predict(&a, &fit, &at, 0.8, NULL));
        CHECK(arms_line_predict(&b, &line, at, NULL));
        CHECK_NEAR(a.mean_low / b.mean_low, 1, 1e-9);
        CHECK_NEAR(a.single_high / b.single_high, 1, 1e-9);
        arms_arena_free(&arena);
    }
}

/* The order of rows does not matter, but for the last bits. */
static void test_turned_round(void)
{
    static const double x[] = {1, 2, 4, 7, 11}, y[] = {3, 1, 4, 1, 5};
    static const double back_x[] = {11, 7, 4, 2, 1}, back_y[] = {5, 1, 4, 1, 3};
    arms_line a = {0}, b = {0};
    CHECK(arms_line_fit(&a, &(arms_line_sample){x, y, 5, 0.95}, NULL));
    CHECK(arms_line_fit(&b, &(arms_line_sample){back_x, back_y, 5, 0.95}, NULL));
    CHECK(digits(a.slope, b.slope) && digits(a.slope_low, b.slope_low));
    CHECK(digits(a.x_spread, b.x_spread) && digits(a.x_spread, sqrt(66)));
}

typedef struct sample {
    double x[40 * 3], y[40];
    arms_design design;
} sample;

static void draw(sample *s)
{
    size_t n = 6 + random_below(34);
    for (size_t i = 0; i < n; i++) {
        for (size_t j = 0; j < 3; j++)
            s->x[i * 3 + j] = random_inside(-10, 10);
        s->y[i] = 2 + s->x[i * 3] - 0.5 * s->x[i * 3 + 2] + random_inside(-4, 4);
    }
    s->design = (arms_design){s->x, s->y, n, 3, random_below(2) == 0, 1};
}

/* Residuals are orthogonal to every column; fitted and predicted values are the same. */
static void check_fit(const sample *s, const arms_regression *fit)
{
    double plain = 0;
    for (size_t j = 0; j < 3; j++) {
        double along = 0;
        for (size_t i = 0; i < fit->n; i++)
            along += s->x[i * 3 + j] * fit->residuals[i];
        CHECK_NEAR(along, 0, 1e-10);
    }
    for (size_t i = 0; i < fit->n; i++) {
        arms_band band = {0};
        plain += fit->residuals[i];
        CHECK(arms_regression_predict(&band, fit, s->x + i * 3, 0.9, NULL));
        CHECK_NEAR(band.value, fit->fitted[i], 1e-12);
        CHECK_NEAR(fit->fitted[i] + fit->residuals[i], s->y[i], 1e-12);
        CHECK(band.single_low < band.mean_low && band.mean_low < band.value);
    }
    CHECK(!fit->intercept || fabs(plain) < 1e-11);
    CHECK(fit->r_squared >= 0 && fit->r_squared <= 1);
}

static void test_laws(void)
{
    random_start();
    for (int round = 0; round < 100; round++) {
        sample s;
        arms_arena arena = {0};
        arms_regression fit = {0};
        draw(&s);
        CHECK(arms_regression_fit(&fit, &arena, &s.design, NULL));
        check_fit(&s, &fit);
        arms_arena_free(&arena);
    }
}

/* Σh over the rows is the number of coefficients: the errors of fitted values show h. */
static void test_leverages_add_up(void)
{
    random_start();
    sample s;
    arms_arena arena = {0};
    arms_regression fit = {0};
    double sum = 0;
    draw(&s);
    CHECK(arms_regression_fit(&fit, &arena, &s.design, NULL));
    for (size_t i = 0; i < fit.n; i++) {
        arms_band band = {0};
        CHECK(arms_regression_predict(&band, &fit, s.x + i * 3, 0.95, NULL));
        sum += pow(band.error / fit.residual_sd, 2);
    }
    CHECK_NEAR(sum, (double)fit.count, 1e-11);
    arms_arena_free(&arena);
}

static bool refused(const arms_design *design, const char *why)
{
    arms_arena arena = {0};
    arms_regression fit = {0};
    arms_error err = {0};
    bool done = arms_regression_fit(&fit, &arena, design, &err);
    arms_arena_free(&arena);
    return CHECK(!done) && CHECK_HAS(err.text, why);
}

static void test_refusals(void)
{
    static const double x[] = {1, 2, 3, 4}, same[] = {5, 5, 5, 5}, gap[] = {1, 2, NAN, 3};
    static const double pairs[] = {1, 3, 2, 6, 4, 12, 5, 15}, zero[4] = {0};
    static const double wide[] = {-1.7e308, 0, 1.7e308};
    arms_line line = {0};
    arms_error err = {0};
    refused(&(arms_design){x, same, 4, 1, true, 1}, "all equal");
    refused(&(arms_design){x, zero, 4, 1, false, 1}, "all equal to 0");
    refused(&(arms_design){same, x, 4, 1, true, 1}, "no spread");
    refused(&(arms_design){pairs, x, 4, 2, true, 1}, "combination");
    refused(&(arms_design){x, gap, 4, 1, true, 1}, "missing");
    refused(&(arms_design){gap, x, 4, 1, true, 1}, "missing");
    refused(&(arms_design){x, x, 2, 1, true, 1}, "at least 3");
    refused(&(arms_design){pairs, x, 4, 2, true, 2}, "powers");
    refused(&(arms_design){NULL, x, 4, 0, true, 1}, "columns");
    CHECK(!arms_line_fit(&line, &(arms_line_sample){x, same, 4, 0.95}, &err));
    CHECK(!arms_line_fit(&line, &(arms_line_sample){x, gap, 2, 0.95}, &err));
    CHECK(!arms_line_fit(&line, &(arms_line_sample){wide, x, 3, 0.95}, &err));
    CHECK_HAS(err.text, "beyond");
    CHECK(!arms_line_fit(&line, &(arms_line_sample){x, pairs, 4, 95}, &err));
    CHECK_COUNT(err.code, ARMS_USAGE);
}

const check_test statistics_regression_tests[] = {
    {"Longley's figures", test_longley},
    {"a line through the origin", test_through_origin},
    {"powers of a column", test_powers},
    {"powers under noise", test_powers_under_noise},
    {"high powers", test_high_powers},
    {"a straight line", test_line},
    {"bands about a line", test_bands},
    {"a line as a regression", test_line_is_a_regression},
    {"rows turned round", test_turned_round},
    {"laws of least squares", test_laws},
    {"leverages", test_leverages_add_up},
    {"refusals of a regression", test_refusals},
    {NULL, NULL},
};
