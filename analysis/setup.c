/* The one process-wide switch: GSL's error handler, which would abort the process. */
#include <armstrade/setup.h>

#include <gsl/gsl_errno.h>

void arms_setup(void)
{
    gsl_set_error_handler_off();
}
