/* Numbers as a chart of bars prints them: "9,627", "+12.5%", "−3". */
#ifndef ARMSTRADE_PLOTS_BARS_NUMBER_H
#define ARMSTRADE_PLOTS_BARS_NUMBER_H

#include <stdbool.h>

enum { BARS_DECIMALS = 6, BARS_NUMBER_SIZE = 64 };

typedef struct bars_format {
    int decimals;
    bool sign; /* + before what is greater than 0 */
    bool percent;
} bars_format;

/* `number` is below 1e15 either way. What rounds to 0 has no sign. Returns `buffer`. */
const char *bars_number(char buffer[BARS_NUMBER_SIZE], double number,
                        const bars_format *format);

#endif
