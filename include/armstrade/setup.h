/* What a program calls once, before anything else of the library. */
#ifndef ARMSTRADE_SETUP_H
#define ARMSTRADE_SETUP_H

/* Turns off GSL's error handler, which would abort the process: the library checks every
 * status itself. This is the one process-wide switch; call it from main, before
 * threads. */
void arms_setup(void);

#endif
