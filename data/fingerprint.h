/* The world's totals as a mark of the release that a file was taken from. */
#ifndef ARMSTRADE_DATA_FINGERPRINT_H
#define ARMSTRADE_DATA_FINGERPRINT_H

#include "data/dataset_build.h"

/* What the totals say. */
typedef struct fingerprint {
    const char *release;   /* whose totals agree in all years compared; NULL = none's */
    size_t years;          /* compared with `stated`, or with `release` where it agrees */
    size_t misses;         /* years in which the stated release had another total */
    int year;              /* the one with the largest miss … */
    double total, printed; /* … the file's total there, and the release's */
    bool altered; /* the miss is larger than a publisher's own corrections of a release */
} fingerprint;

/* Compares the dataset's totals with those that its publisher's releases printed.
 * `stated` is the release that the file's date points to, or NULL. Totals that are spread
 * over years, and files that do not cover the world, are not compared: years = 0. */
bool fingerprint_take(fingerprint *out, const arms_dataset *dataset, const char *stated,
                      arms_error *err);

#endif
