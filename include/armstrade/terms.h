/* How the words of a question are to be understood: who makes up a whole, who continues a
 * former state, and who belongs to a group whose members change. */
#ifndef ARMSTRADE_TERMS_H
#define ARMSTRADE_TERMS_H

#include <armstrade/entity.h>

/* Which parties make up a whole. */
typedef enum arms_policy {
    ARMS_POLICY_ALL,    /* all parties */
    ARMS_POLICY_STATES, /* states, territories and former states only */
    ARMS_POLICY_KNOWN   /* all but unknown parties */
} arms_policy;

/* What a state's name means in the years of a former state. */
typedef enum arms_succession {
    ARMS_SUCCESSION_NONE,        /* each state is only itself */
    ARMS_SUCCESSION_CONTINUATOR, /* Russia is also the Soviet Union, which it continues */
    ARMS_SUCCESSION_TERRITORY    /* Germany is also East Germany, whose land it has; the
                                   Soviet Union is, after its end, its successors */
} arms_succession;

/* Whose trade a group's is over several years. */
typedef enum arms_members {
    ARMS_MEMBERS_FIXED, /* of the members at the end of the period, in all its years */
    ARMS_MEMBERS_DATED  /* of the members of each year */
} arms_members;

typedef struct arms_terms {
    arms_policy policy;
    arms_succession succession;
    arms_members membership;
} arms_terms;

/* Whether a party of a kind is a part of the whole. */
bool arms_policy_keeps(arms_policy policy, arms_entity_kind kind);

/* "all", "states", "known"; "none", "continuator", "territory"; "fixed", "dated". */
const char *arms_policy_name(arms_policy policy);
const char *arms_succession_name(arms_succession succession);
const char *arms_members_name(arms_members membership);

/* The meaning of such a word; false for any other. */
bool arms_policy_parse(arms_policy *out, arms_text word);
bool arms_succession_parse(arms_succession *out, arms_text word);
bool arms_members_parse(arms_members *out, arms_text word);

#endif
