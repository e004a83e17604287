/* Who continues a former state, and who has all its land: by its list of successors. */
#include <armstrade/entity.h>
#include <string.h>
arms_entity_id arms_entity_continuator(arms_entity_id former)
{
    const char *c = arms_entity_get(former)->code;
    return strcmp(c, "soviet-union") == 0 ? arms_entity_by_code("RUS") : 0;
}
bool arms_entity_absorbed_by(arms_entity_id former, arms_entity_id state)
{
    const arms_entity *f = arms_entity_get(former);
    return f->kind == ARMS_ENTITY_FORMER &&
           strcmp(f->successor, arms_entity_get(state)->code) == 0;
}
