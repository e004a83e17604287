/* Reciprocity: the part of the links whose reverse is there too, L↔/L (Newman, Forrest &
 * Balthrop 2002), and its weighted form Σ min(w_ij, w_ji) / Σ w_ij over ordered pairs
 * (Squartini, Picciolo, Ruzzenenti & Garlaschelli 2013). Both are parts of 1, and
 * undefined where there is no link. */
#include <armstrade/interval.h>
#include <armstrade/network.h>

#include <math.h>

bool arms_network_reciprocity(arms_reciprocity *out, const arms_network *network,
                              arms_error *err)
{
    arms_sum both = {0};
    *out = (arms_reciprocity){.count = network->count};
    if (network->count == 0)
        return arms_fail(err, ARMS_DOMAIN,
                         "undefined on this data: reciprocity needs at least 1 link, "
                         "there are 0");
    for (size_t i = 0; i < network->count; i++) {
        const arms_link *link = &network->links[i];
        const arms_link *back =
            arms_network_link(network, link->importer, link->exporter);
        if (!back)
            continue;
        out->mutual++;
        arms_sum_add(&both, arms_interval_point(fmin(link->weight, back->weight)));
    }
    out->links = (double)out->mutual / (double)out->count;
    out->weighted = arms_sum_total(&both).value / network->total;
    return true;
}
