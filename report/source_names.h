/* The names of a dataset's files, without the folders that they lay in. */
#ifndef ARMSTRADE_REPORT_SOURCE_NAMES_H
#define ARMSTRADE_REPORT_SOURCE_NAMES_H

#include <armstrade/dataset.h>

/* "register.csv"; the whole path where another file of the dataset has that name too. */
const char *source_name(const arms_dataset *dataset, size_t source);

/* What follows the last slash. */
const char *base_name(const char *path);

#endif
