/* A person's own names, laid over the reference table.
 *
 * A CSV file with the columns name and entity, and kind where parties are new:
 *
 *     name,entity,kind
 *     Turquie,TUR,
 *     Wagner,Wagner Group,group
 *
 * `name` is as it is spelt in a file or typed; `entity` is a code or name of the
 * reference table, or the name of a new party, whose kind its first row tells: state,
 * territory, former, group, organisation, aggregate or unknown. Names are compared by
 * their key, and what the file says goes before what a publisher's spelling or the
 * reference table says. */
#ifndef ARMSTRADE_NAMES_H
#define ARMSTRADE_NAMES_H

#include <armstrade/entity.h>

typedef struct arms_names arms_names;

/* Whom a name of the file means. */
typedef struct arms_meant {
    arms_entity_id entity; /* 0: a party that the reference table does not have */
    const char *name;
    arms_entity_kind kind;
} arms_meant;

/* Reads the file; the caller frees. INPUT where there is none, LAYOUT for other columns,
 * PARSE, with the line, for an entity that is not known or ambiguous and for a name that
 * means two parties. */
bool arms_names_read(arms_names **out, const char *path, arms_error *err);
void arms_names_free(arms_names *names);

/* What the file says a name means; NULL in *out where it does not have the name, or
 * `names` is NULL. */
bool arms_names_find(const arms_meant **out, const arms_names *names, arms_text name,
                     arms_error *err);

/* As it was given, and what identifies the file's content. */
const char *arms_names_path(const arms_names *names);
const char *arms_names_sha256(const arms_names *names);

#endif
