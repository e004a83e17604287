/* The rows that a regression sees. Powers are multiplied up in long double: x^k rounded
 * to a double is another x^k, and on close columns that costs half the digits. */
#include "analysis/design.h"

static size_t powers_of(size_t degree)
{
    return degree > 1 ? degree : 1;
}

size_t design_count(const arms_design *design)
{
    return design->columns * powers_of(design->degree) + (design->intercept ? 1 : 0);
}

void design_row(long double *out, const double *row, const arms_regression *fit)
{
    if (fit->intercept)
        *out++ = 1;
    for (size_t j = 0; j < fit->columns; j++) {
        long double power = 1;
        for (size_t k = 0; k < powers_of(fit->degree); k++)
            *out++ = power *= row[j];
    }
}
