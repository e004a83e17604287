/* Dependence, similarity, diversification and comparative advantage: figures by hand,
 * what is undefined, and laws. */
#include <armstrade/dependence.h>

#include <math.h>

#include "tests/property/random.h"
#include "tests/unit/check.h"

static void test_mutual(void)
{
    static const arms_tie tie = {30, 40, 120};
    arms_dependence got = {0};
    CHECK(arms_dependence_measure(&got, &tie, NULL));
    CHECK(check_same(got.of_importer, 0.75));
    CHECK(check_same(got.of_supplier, 0.25));
    CHECK(check_same(got.mutual, 0.1875));
    CHECK(arms_dependence_measure(&got, &(arms_tie){0, 1e-300, 1e300}, NULL));
    CHECK(check_same(got.mutual, 0));
    CHECK(arms_dependence_measure(&got, &(arms_tie){0.1 + 0.2, 0.3, 0.3}, NULL));
    CHECK(check_same(got.mutual, 1)); /* the last bit is forgiven, and does not show */
}

static void refuse_tie(arms_tie tie, const char *reason)
{
    arms_dependence got = {0};
    arms_error err = {0};
    CHECK(!arms_dependence_measure(&got, &tie, &err));
    CHECK_COUNT(err.code, ARMS_DOMAIN);
    CHECK_HAS(err.text, reason);
}

static void test_mutual_refused(void)
{
    refuse_tie((arms_tie){0, 0, 5}, "the importer's total is 0");
    refuse_tie((arms_tie){0, 5, 0}, "the supplier's total is 0");
    refuse_tie((arms_tie){6, 5, 9}, "less than its part");
    refuse_tie((arms_tie){-1, 5, 9}, "below 0");
    refuse_tie((arms_tie){NAN, 5, 9}, "missing");
}

/* A flow of f beside a, all else that the importer gets, and b, all else that the
 * supplier sends: the limits are reached at both ends of f, and hold in between. */
static void test_mutual_range(void)
{
    random_start();
    for (int round = 0; round < 1000; round++) {
        double low[3], high[3];
        for (int i = 0; i < 3; i++) {
            low[i] = random_inside(0.1, 9);
            high[i] = low[i] + random_inside(0, 3);
        }
        arms_interval flow = {(low[0] + high[0]) / 2, low[0], high[0], false};
        arms_interval others = {(low[1] + high[1]) / 2, low[1], high[1], false};
        arms_interval elsewhere = {(low[2] + high[2]) / 2, low[2], high[2], false};
        arms_dependence_range got = {.mutual = {NAN, NAN, NAN, false}};
        CHECK(arms_dependence_bound(&got, arms_interval_share(flow, others),
                                    arms_interval_share(flow, elsewhere), NULL));
        for (int corner = 0; corner < 8; corner++) {
            double f = corner & 1 ? high[0] : low[0], a = corner & 2 ? high[1] : low[1];
            double b = corner & 4 ? high[2] : low[2], mutual = f / (f + a) * f / (f + b);
            CHECK(mutual >= got.mutual.low - 1e-14 && mutual <= got.mutual.high + 1e-14);
            if (corner == 1)
                CHECK_NEAR(mutual, got.mutual.high, 1e-14);
            if (corner == 6)
                CHECK_NEAR(mutual, got.mutual.low, 1e-14);
        }
        arms_dependence middle = {0};
        arms_tie tie = {flow.value, flow.value + others.value,
                        flow.value + elsewhere.value};
        CHECK(arms_dependence_measure(&middle, &tie, NULL));
        CHECK_NEAR(got.mutual.value, middle.mutual, 1e-14);
    }
}

static void refuse_range(arms_interval share)
{
    static const arms_interval half = {0.5, 0.5, 0.5, false};
    arms_dependence_range got;
    arms_error err = {0};
    CHECK(!arms_dependence_bound(&got, half, share, &err));
    CHECK_COUNT(err.code, ARMS_DOMAIN);
    CHECK(!arms_dependence_bound(&got, share, half, &err));
    CHECK_HAS(err.text, "shares from 0 to 1");
}

static void test_mutual_range_refused(void)
{
    refuse_range((arms_interval){0.5, 0.6, 0.7, false});
    refuse_range((arms_interval){0.5, 0.5, 1.1, false});
    refuse_range((arms_interval){0.5, -0.1, 0.6, false});
    refuse_range((arms_interval){NAN, 0, 1, false});
}

/* a = 6 3 1 0 of 10, b = 2 2 0 4 of 8: common 4 in amounts; in shares .25 + .25. The
 * dissimilarity that R's vegan gives is Σ|a − b| / Σ(a + b) = 10/18. */
static void test_similarity(void)
{
    static const double a[] = {6, 3, 1, 0, 0}, b[] = {2, 2, 0, 4, 0};
    arms_similarity got = {0};
    CHECK(arms_dependence_bray_curtis(&got, a, b, 5, NULL));
    CHECK_NEAR(got.value, 8.0 / 18, 1e-15);
    CHECK_NEAR(got.value, 1 - 10.0 / 18, 1e-15);
    CHECK_COUNT(got.n, 4);
    CHECK(arms_dependence_finger_kreinin(&got, a, b, 5, NULL));
    CHECK_NEAR(got.value, 0.5, 1e-15);
    CHECK_COUNT(got.n, 4);
}

static void test_similarity_of_sizes(void)
{
    static const double a[] = {1e308, 1e308}, b[] = {1e-300, 3e-300}, no[] = {0, 0};
    arms_similarity got = {0};
    arms_error err = {0};
    CHECK(arms_dependence_bray_curtis(&got, a, a, 2, NULL));
    CHECK(check_same(got.value, 1));
    CHECK(arms_dependence_finger_kreinin(&got, a, b, 2, NULL));
    CHECK_NEAR(got.value, 0.75, 1e-15);
    CHECK(arms_dependence_bray_curtis(&got, b, no, 2, NULL));
    CHECK(check_same(got.value, 0));
    CHECK(!arms_dependence_finger_kreinin(&got, b, no, 2, &err));
    CHECK_HAS(err.text, "undefined on this data: ");
    CHECK(!arms_dependence_bray_curtis(&got, no, no, 2, &err));
    CHECK(!arms_dependence_bray_curtis(&got, no, no, 0, &err));
    CHECK_COUNT(err.code, ARMS_DOMAIN);
}

static double apart(const double *a, const double *b, size_t n)
{
    double sum = 0;
    for (size_t i = 0; i < n; i++)
        sum += fabs(a[i] - b[i]);
    return sum;
}

static double total(const double *a, size_t n)
{
    double sum = 0;
    for (size_t i = 0; i < n; i++)
        sum += a[i];
    return sum;
}

/* Both by their distances; one mix in another unit changes shares not at all. */
static void test_similarity_laws(void)
{
    random_start();
    for (int round = 0; round < 1000; round++) {
        double a[6], b[6], share_a[6], share_b[6];
        arms_similarity amounts = {0}, parts = {0}, turned = {0};
        for (size_t i = 0; i < 6; i++) {
            a[i] = random_below(3) ? random_inside(0, 9) : 0;
            b[i] = random_below(3) ? random_inside(0, 9) : 0;
        }
        a[random_below(6)] = b[random_below(6)] = 1;
        for (size_t i = 0; i < 6; i++) {
            share_a[i] = a[i] / total(a, 6);
            share_b[i] = b[i] / total(b, 6);
        }
        CHECK(arms_dependence_bray_curtis(&amounts, a, b, 6, NULL));
        CHECK(arms_dependence_finger_kreinin(&parts, a, b, 6, NULL));
        CHECK_NEAR(amounts.value, 1 - apart(a, b, 6) / (total(a, 6) + total(b, 6)),
                   1e-14);
        CHECK_NEAR(parts.value, 1 - apart(share_a, share_b, 6) / 2, 1e-14);
        CHECK(arms_dependence_finger_kreinin(&turned, share_b, a, 6, NULL));
        CHECK_NEAR(turned.value, parts.value, 1e-14);
    }
}

static void test_diversification(void)
{
    static const double four[] = {0, 2, 2, 2, 2}, one[] = {0, 7}, none[] = {0};
    arms_diversification got = {0};
    arms_error err = {0};
    CHECK(arms_dependence_diversify(&got, four, 5, NULL));
    CHECK(check_same(got.value, 0.75));
    CHECK_COUNT(got.n, 4);
    CHECK(arms_dependence_diversify(&got, one, 2, NULL));
    CHECK(check_same(got.value, 0));
    CHECK_COUNT(got.n, 1);
    CHECK(!arms_dependence_diversify(&got, none, 1, &err));
    CHECK_COUNT(err.code, ARMS_DOMAIN);
}

static arms_specialisation in_dollars(double x_ck, double x_c, double x_k, double x)
{
    return (arms_specialisation){
        x_ck, x_c, x_k, x, {ARMS_UNIT_USD, 1, ARMS_KIND_DELIVERY, "FOB"}, true};
}

/* 2 of 100 against 50 of 10,000: four times the world's part. */
static void test_advantage(void)
{
    arms_specialisation of = in_dollars(2, 100, 50, 10000);
    double got = 0;
    CHECK(arms_dependence_specialise(&got, &of, NULL));
    CHECK_NEAR(got, 4, 1e-15);
    of = in_dollars(0, 100, 50, 10000);
    CHECK(arms_dependence_specialise(&got, &of, NULL));
    CHECK(check_same(got, 0));
    of = in_dollars(50, 10000, 50, 10000); /* the world itself */
    CHECK(arms_dependence_specialise(&got, &of, NULL));
    CHECK(check_same(got, 1));
}

static void refuse(arms_specialisation of, const char *reason)
{
    arms_error err = {0};
    double got = -1;
    CHECK(!arms_dependence_specialise(&got, &of, &err));
    CHECK_COUNT(err.code, ARMS_DOMAIN);
    CHECK_HAS(err.text, "undefined on this data: ");
    CHECK_HAS(err.text, reason);
    CHECK(check_same(got, -1));
}

static void test_advantage_refused(void)
{
    arms_specialisation of = in_dollars(2, 100, 50, 10000);
    of.measure.unit = ARMS_UNIT_TIV;
    refuse(of, "TIV counts arms alone");
    of.measure.unit = ARMS_UNIT_ITEMS;
    refuse(of, "needs money");
    of.measure.unit = ARMS_UNIT_EUR;
    of.all_goods = false;
    refuse(of, "only arms are known");
    refuse(in_dollars(0, 0, 50, 10000), "the country's total is 0");
    refuse(in_dollars(0, 100, 0, 10000), "sum of the good is 0");
    refuse(in_dollars(60, 100, 50, 10000), "less than its part");
    refuse(in_dollars(2, 100, 50, 40), "less than its part");
    refuse(in_dollars(NAN, 100, 50, 10000), "missing");
}

const check_test statistics_dependence_tests[] = {
    {"mutual dependence", test_mutual},
    {"mutual dependence refused", test_mutual_refused},
    {"limits of mutual dependence", test_mutual_range},
    {"limits of mutual dependence refused", test_mutual_range_refused},
    {"similarity", test_similarity},
    {"similarity of tiny and huge mixes", test_similarity_of_sizes},
    {"laws of similarity", test_similarity_laws},
    {"diversification", test_diversification},
    {"comparative advantage", test_advantage},
    {"comparative advantage refused", test_advantage_refused},
    {NULL, NULL},
};
