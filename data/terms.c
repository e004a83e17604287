/* Words for the ways in which a question may be understood. */
#include <armstrade/terms.h>

static const char *const policy_names[] = {
    [ARMS_POLICY_ALL] = "all",
    [ARMS_POLICY_STATES] = "states",
    [ARMS_POLICY_KNOWN] = "known",
};

static const char *const succession_names[] = {
    [ARMS_SUCCESSION_NONE] = "none",
    [ARMS_SUCCESSION_CONTINUATOR] = "continuator",
    [ARMS_SUCCESSION_TERRITORY] = "territory",
};

static const char *const membership_names[] = {
    [ARMS_MEMBERS_FIXED] = "fixed",
    [ARMS_MEMBERS_DATED] = "dated",
};

/* A group of states is put together from parties that were kept one by one. */
bool arms_policy_keeps(arms_policy policy, arms_entity_kind kind)
{
    if (policy == ARMS_POLICY_STATES)
        return arms_entity_is_state(kind) || kind == ARMS_ENTITY_BLOC;
    return policy != ARMS_POLICY_KNOWN || kind != ARMS_ENTITY_UNKNOWN_PARTY;
}

const char *arms_policy_name(arms_policy policy)
{
    return policy_names[policy];
}

const char *arms_succession_name(arms_succession succession)
{
    return succession_names[succession];
}

const char *arms_members_name(arms_members membership)
{
    return membership_names[membership];
}

/* The index of a word in a list; false where it is not there. */
static bool find(int *out, const char *const *names, int count, arms_text word)
{
    for (*out = 0; *out < count; ++*out)
        if (arms_text_is(word, names[*out]))
            return true;
    return false;
}

#define COUNT(list) ((int)(sizeof(list) / sizeof *(list)))

bool arms_policy_parse(arms_policy *out, arms_text word)
{
    int found;
    bool known = find(&found, policy_names, COUNT(policy_names), word);
    if (known)
        *out = (arms_policy)found;
    return known;
}

bool arms_succession_parse(arms_succession *out, arms_text word)
{
    int found;
    bool known = find(&found, succession_names, COUNT(succession_names), word);
    if (known)
        *out = (arms_succession)found;
    return known;
}

bool arms_members_parse(arms_members *out, arms_text word)
{
    int found;
    bool known = find(&found, membership_names, COUNT(membership_names), word);
    if (known)
        *out = (arms_members)found;
    return known;
}
