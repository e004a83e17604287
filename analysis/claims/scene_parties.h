/* The last steps of reading a scene: which parties are named together. */
#ifndef ARMSTRADE_ANALYSIS_CLAIMS_SCENE_PARTIES_H
#define ARMSTRADE_ANALYSIS_CLAIMS_SCENE_PARTIES_H

#include "analysis/claims/scene.h"

/* Drops names that a bracket repeats: "United Arab Emirates (UAE)". */
void scene_drop_repeated(scene *s);

/* Makes one item of a region and the word behind it: "the Middle East region". */
void scene_join_regions(scene *s);

/* Makes one party of "European states in NATO". */
void scene_join_allies(scene *s);

/* Makes a pronoun of "the three Gulf states": the text has named them. */
void scene_join_counted(scene *s);

/* Makes one item of words without meaning here that hyphens join: "war-stricken". */
void scene_join_compounds(scene *s);

/* Makes one item of parties that are named together: "Israel, Japan and Qatar". */
void scene_merge_parties(scene *s);

#endif
