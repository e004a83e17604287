/* What the moving windows have in common. */
#ifndef ARMSTRADE_ANALYSIS_SMOOTHING_H
#define ARMSTRADE_ANALYSIS_SMOOTHING_H

#include <armstrade/smoothing.h>

/* Fails with DOMAIN, naming `what`, unless 1 ≤ width ≤ n. */
bool smoothing_window(size_t n, size_t width, const char *what, arms_error *err);

#endif
