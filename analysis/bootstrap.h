/* The replicates of a bootstrap, drawn by any number of threads. */
#ifndef ARMSTRADE_ANALYSIS_BOOTSTRAP_H
#define ARMSTRADE_ANALYSIS_BOOTSTRAP_H

#include <armstrade/arena.h>
#include <armstrade/bootstrap.h>

/* Computes the statistic of options->replicates resamples; NaN where it is undefined.
 * `options` are checked. */
bool bootstrap_draw(double *replicates, const arms_resampled *sample,
                    const arms_bootstrap_options *options, arms_arena *arena,
                    arms_error *err);

#endif
