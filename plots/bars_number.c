/* Printed numbers for people: commas between groups of three, a true minus. */
#include "plots/bars_number.h"

#include <stdio.h>
#include <string.h>

#include <armstrade/number.h>

static const char minus[] = "\xE2\x88\x92";

static void put(char *buffer, const char *string)
{
    size_t used = strlen(buffer);
    (void)snprintf(buffer + used, BARS_NUMBER_SIZE - used, "%s", string);
}

/* Whole digits in groups, then the rest as it is. */
static void put_digits(char *buffer, const char *digits)
{
    size_t whole = strcspn(digits, "."), used = strlen(buffer);
    for (size_t i = 0; i < whole && used + 2 < BARS_NUMBER_SIZE; i++) {
        if (i > 0 && (whole - i) % 3 == 0)
            buffer[used++] = ',';
        buffer[used++] = digits[i];
    }
    buffer[used] = '\0';
    put(buffer, digits + whole);
}

const char *bars_number(char buffer[BARS_NUMBER_SIZE], double number,
                        const bars_format *format)
{
    char digits[ARMS_NUMBER_SIZE];
    const char *plain = arms_number_fixed(digits, number, format->decimals);
    bool negative = plain[0] == '-';
    plain += negative;
    bool zero = strspn(plain, "0.") == strlen(plain);
    buffer[0] = '\0';
    if (negative)
        put(buffer, minus);
    else if (!zero && format->sign)
        put(buffer, "+");
    put_digits(buffer, plain);
    if (format->percent)
        put(buffer, "%");
    return buffer;
}
