/* Dependence of two traders on each other (the product of both shares), similarity of two
 * mixes (Bray and Curtis 1957; Finger and Kreinin 1979), diversification (1 − HHI), and
 * revealed comparative advantage (Balassa 1965). Without unit. Undefined where a whole is
 * nothing; the last one wherever civilian goods are not in the totals. */
#include <armstrade/dependence.h>

#include <math.h>

#include "analysis/guard.h"
#include "analysis/shares.h"

static bool check_part(double part, double whole, const char *what, arms_error *err)
{
    if (!(whole > 0))
        return arms_fail(err, ARMS_DOMAIN, "undefined on this data: %s is 0", what);
    if (part > whole && part / whole > 1 + 1e-9)
        return arms_fail(err, ARMS_DOMAIN,
                         "undefined on this data: %s is %g, less than its part, %g", what,
                         whole, part);
    return true;
}

static double part_of(double part, double whole)
{
    return fmin(part / whole, 1);
}

bool arms_dependence_measure(arms_dependence *out, const arms_tie *tie, arms_error *err)
{
    const double all[] = {tie->flow, tie->importer_total, tie->supplier_total};
    if (!shares_check_signs(all, 3, "a dependence", err) ||
        !check_part(tie->flow, tie->importer_total, "the importer's total", err) ||
        !check_part(tie->flow, tie->supplier_total, "the supplier's total", err))
        return false;
    out->of_importer = part_of(tie->flow, tie->importer_total);
    out->of_supplier = part_of(tie->flow, tie->supplier_total);
    out->mutual = out->of_importer * out->of_supplier;
    return true;
}

static bool check_share(arms_interval share, arms_error *err)
{
    const double slack = 1e-9;
    if (share.low >= 0 && share.low <= share.value + slack &&
        share.value <= share.high + slack && share.high <= 1 + slack)
        return true;
    return arms_fail(err, ARMS_DOMAIN,
                     "undefined on this data: a dependence is the product of shares "
                     "from 0 to 1 that lie within their limits, not of %g in %g to %g",
                     share.value, share.low, share.high);
}

bool arms_dependence_bound(arms_dependence_range *out, arms_interval of_importer,
                           arms_interval of_supplier, arms_error *err)
{
    if (!check_share(of_importer, err) || !check_share(of_supplier, err))
        return false;
    const arms_interval mutual = {
        of_importer.value * of_supplier.value, of_importer.low * of_supplier.low,
        of_importer.high * of_supplier.high, of_importer.open || of_supplier.open};
    *out = (arms_dependence_range){of_importer, of_supplier, mutual};
    return true;
}

static bool check_mixes(const double *a, const double *b, size_t n, arms_error *err)
{
    return shares_check_signs(a, n, "a similarity", err) &&
           shares_check_signs(b, n, "a similarity", err);
}

static size_t in_either(const double *a, const double *b, size_t n)
{
    size_t count = 0;
    for (size_t i = 0; i < n; i++)
        count += a[i] > 0 || b[i] > 0;
    return count;
}

static double scaled_sum(const double *values, size_t n, double unit)
{
    arms_sum sum = {0};
    for (size_t i = 0; i < n; i++)
        arms_sum_add(&sum, arms_interval_point(values[i] / unit));
    return arms_sum_total(&sum).value;
}

bool arms_dependence_bray_curtis(arms_similarity *out, const double *a, const double *b,
                                 size_t n, arms_error *err)
{
    if (!check_mixes(a, b, n, err))
        return false;
    double unit = fmax(shares_largest(a, n), shares_largest(b, n)), common = 0;
    if (!(unit > 0))
        return arms_fail(err, ARMS_DOMAIN,
                         "undefined on this data: a similarity of two mixes of nothing");
    for (size_t i = 0; i < n; i++)
        common += fmin(a[i], b[i]) / unit;
    double both = scaled_sum(a, n, unit) + scaled_sum(b, n, unit);
    *out = (arms_similarity){fmin(2 * common / both, 1), in_either(a, b, n)};
    return true;
}

bool arms_dependence_finger_kreinin(arms_similarity *out, const double *a,
                                    const double *b, size_t n, arms_error *err)
{
    if (!check_mixes(a, b, n, err))
        return false;
    double unit_a = shares_largest(a, n), unit_b = shares_largest(b, n), common = 0;
    if (!(unit_a > 0 && unit_b > 0))
        return arms_fail(err, ARMS_DOMAIN,
                         "undefined on this data: a similarity with a mix of nothing");
    double all_a = scaled_sum(a, n, unit_a), all_b = scaled_sum(b, n, unit_b);
    for (size_t i = 0; i < n; i++)
        common += fmin(a[i] / unit_a / all_a, b[i] / unit_b / all_b);
    *out = (arms_similarity){fmin(common, 1), in_either(a, b, n)};
    return true;
}

bool arms_dependence_diversify(arms_diversification *out, const double *values, size_t n,
                               arms_error *err)
{
    arms_concentration of = {0};
    if (!arms_concentration_measure(&of, values, n, ARMS_NIL_LEFT_OUT, err))
        return false;
    *out = (arms_diversification){1 - of.hhi, of.n};
    return true;
}

static bool check_measure(const arms_specialisation *of, arms_error *err)
{
    if (of->measure.unit == ARMS_UNIT_TIV)
        return arms_fail(err, ARMS_DOMAIN,
                         "undefined on this data: a comparative advantage needs each "
                         "country's exports of all goods, and TIV counts arms alone");
    if (!arms_unit_is_money(of->measure.unit))
        return arms_fail(err, ARMS_DOMAIN,
                         "undefined on this data: a comparative advantage needs money, "
                         "not %s",
                         arms_unit_name(of->measure.unit));
    if (!of->all_goods)
        return arms_fail(err, ARMS_DOMAIN,
                         "undefined on this data: a comparative advantage needs each "
                         "country's exports of all goods, and only arms are known");
    return true;
}

bool arms_dependence_specialise(double *out, const arms_specialisation *of,
                                arms_error *err)
{
    const double all[] = {of->country_good, of->country_all, of->world_good,
                          of->world_all};
    if (!check_measure(of, err) ||
        !shares_check_signs(all, 4, "a comparative advantage", err) ||
        !check_part(of->country_good, of->country_all, "the country's total", err) ||
        !check_part(of->country_good, of->world_good, "the world's sum of the good",
                    err) ||
        !check_part(of->country_all, of->world_all, "the world's total", err) ||
        !check_part(of->world_good, of->world_all, "the world's total", err))
        return false;
    double advantage =
        (of->country_good / of->country_all) / (of->world_good / of->world_all);
    if (!isfinite(advantage))
        return arms_fail(err, ARMS_DOMAIN,
                         "undefined on this data: the world's part of the good is too "
                         "small to divide by");
    *out = advantage;
    return true;
}
