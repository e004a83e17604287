/* Label layout as isotonic regression.
 *
 * With o_i the heights of the boxes before box i, boxes that touch differ in
 * z_i = top_i − o_i by nothing, and boxes that overlap have z_i > z_i+1. So the nearest
 * layout without overlap is the non-decreasing z that is nearest to the wished one: the
 * pool-adjacent-violators algorithm (Barlow and others, Statistical Inference under Order
 * Restrictions, 1972). Cutting that z at the limits gives the best bounded one. */
#include "plots/label_layout.h"

static double height_of(const label_box *boxes, size_t count)
{
    double sum = 0;
    for (size_t i = 0; i < count; i++)
        sum += boxes[i].height;
    return sum;
}

/* Until a run is pooled, `middle` holds z. */
static void wish_offsets(label_box *boxes, size_t count, double scale)
{
    double offset = 0;
    for (size_t i = 0; i < count; i++) {
        boxes[i].middle = boxes[i].wish - offset - scale * boxes[i].height / 2;
        offset += scale * boxes[i].height;
    }
}

/* Gives boxes first … last their mean. */
static void pool(label_box *boxes, size_t first, size_t last)
{
    double sum = 0;
    for (size_t i = first; i <= last; i++)
        sum += boxes[i].middle;
    for (size_t i = first; i <= last; i++)
        boxes[i].middle = sum / (double)(last - first + 1);
}

/* First box of the run of equal z that ends at `last`. */
static size_t run_start(const label_box *boxes, size_t last)
{
    size_t first = last;
    while (first > 0 && boxes[first - 1].middle >= boxes[last].middle &&
           boxes[first - 1].middle <= boxes[last].middle)
        first--;
    return first;
}

static void make_ascending(label_box *boxes, size_t count)
{
    for (size_t i = 1; i < count; i++) {
        size_t first = i;
        while (first > 0 && boxes[first - 1].middle > boxes[i].middle) {
            first = run_start(boxes, first - 1);
            pool(boxes, first, i);
        }
    }
}

static double within(double value, double low, double high)
{
    return value < low ? low : value > high ? high : value;
}

void label_layout(label_box *boxes, size_t count, double low, double high)
{
    double height = height_of(boxes, count);
    double scale = height > high - low && height > 0 ? (high - low) / height : 1;
    wish_offsets(boxes, count, scale);
    make_ascending(boxes, count);
    double offset = 0;
    for (size_t i = 0; i < count; i++) {
        double top = within(boxes[i].middle, low, high - scale * height) + offset;
        boxes[i].middle = top + scale * boxes[i].height / 2;
        offset += scale * boxes[i].height;
    }
}
