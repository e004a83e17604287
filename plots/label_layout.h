/* Where labels stand beside a chart so that none covers another. */
#ifndef ARMSTRADE_PLOTS_LABEL_LAYOUT_H
#define ARMSTRADE_PLOTS_LABEL_LAYOUT_H

#include <stddef.h>

typedef struct label_box {
    double wish;   /* where its middle would best be */
    double height; /* with the distance to its neighbours */
    double middle; /* out: where it is */
} label_box;

/* Sets each `middle` so that boxes keep their order, do not overlap, lie between `low`
 * and `high`, and are together as near to their wishes as that allows (least squares).
 * Where they are too high for the room, they are drawn together evenly and do overlap. */
void label_layout(label_box *boxes, size_t count, double low, double high);

#endif
