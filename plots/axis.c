/* Rounded ticks: the smallest step of 1, 2, 2.5 or 5 times a power of ten that makes no
 * more steps than asked for (after Heckbert, Nice Numbers for Graph Labels, 1990). */
#include "plots/axis.h"

#include <math.h>
#include <string.h>

#include <armstrade/number.h>

static const double slack = 1e-9; /* of a step: what rounding may take from a multiple */

bool axis_takes(double number)
{
    double size = fabs(number);
    return !(size > 0) ? !isnan(number) : size >= AXIS_LEAST && size <= AXIS_MOST;
}

static double rounded_step(double least)
{
    static const double steps[] = {1, 2, 2.5, 5, 10};
    double power = pow(10, floor(log10(least)));
    for (size_t i = 0; i < sizeof steps / sizeof *steps; i++)
        if (steps[i] * power >= least * (1 - slack))
            return steps[i] * power;
    return 10 * power;
}

axis axis_between(double low, double high, int most)
{
    return (axis){low, high, rounded_step((high - low) / most)};
}

axis axis_around(double low, double high, int most)
{
    bool flat = !(high - low >= AXIS_LEAST);
    axis a = axis_between(flat ? fmin(low, 0) : low, flat ? fmax(high, 1) : high, most);
    a.low = floor(a.low / a.step + slack) * a.step;
    a.high = ceil(a.high / a.step - slack) * a.step;
    return a;
}

int axis_ticks(const axis *a)
{
    double first = ceil(a->low / a->step - slack);
    return (int)(floor(a->high / a->step + slack) - first) + 1;
}

double axis_tick(const axis *a, int index)
{
    return (ceil(a->low / a->step - slack) + index) * a->step;
}

int axis_decimals(const axis *a)
{
    int decimals = 0;
    double scaled = a->step;
    while (decimals < 12 && fabs(scaled - floor(scaled + 0.5)) > 1e-6 * scaled) {
        scaled *= 10;
        decimals++;
    }
    return decimals;
}

/* A comma before each digit that whole thousands follow, up to the point. */
static void group(char *out, const char *digits)
{
    size_t whole = strcspn(digits, ".");
    for (size_t i = 0; digits[i]; i++) {
        if (i > 0 && i < whole && (whole - i) % 3 == 0)
            *out++ = ',';
        *out++ = digits[i];
    }
    *out = '\0';
}

const char *axis_print(char out[AXIS_NUMBER], double number, int decimals)
{
    static const char minus[] = "\xE2\x88\x92";
    char digits[ARMS_NUMBER_SIZE];
    bool zero =
        strspn(arms_number_fixed(digits, fabs(number), decimals), "0.") == strlen(digits);
    size_t sign = number < 0 && !zero ? sizeof minus - 1 : 0;
    memcpy(out, minus, sign);
    group(out + sign, zero ? "0" : digits);
    return out;
}

const char *axis_say(char out[AXIS_NUMBER], double number, const axis *a)
{
    int decimals = (int)fmax(0, fmin(12, 2 - floor(log10(a->step))));
    axis_print(out, number, decimals);
    size_t length = strlen(out);
    if (!strchr(out, '.'))
        return out;
    while (out[length - 1] == '0')
        length--;
    out[out[length - 1] == '.' ? length - 1 : length] = '\0';
    return out;
}
