/* Reading the command line, and what the words of the options mean. */
#include "cli/options.h"

#include <string.h>

#include "cli/option_table.h"

/* The option whose name is nearest to a mistyped one. */
static const option *nearest(const cli_command *command, arms_text word)
{
    const option *best = NULL;
    size_t least = 3;
    for (size_t i = 0; i < option_count; i++) {
        size_t distance = arms_text_distance(word, arms_text_of(options[i].name), least);
        if (distance < least && option_taken(command, &options[i])) {
            best = &options[i];
            least = distance;
        }
    }
    return best;
}

static bool fail_unknown(const cli_command *command, arms_text word, arms_error *err)
{
    const option *near = nearest(command, word);
    if (near)
        return arms_fail(err, ARMS_USAGE, "%s takes no option \"%.*s\"; did you mean %s?",
                         command->name, (int)word.len, word.ptr, near->name);
    return arms_fail(err, ARMS_USAGE,
                     "%s takes no option \"%.*s\"; 'armstrade %s --help' lists those it "
                     "takes",
                     command->name, (int)word.len, word.ptr, command->name);
}

static bool add_file(cli_settings *s, const char *path, arms_error *err)
{
    if (s->data_count == MAX_DATA)
        return arms_fail(err, ARMS_USAGE,
                         "more than %d files are named; take them in parts", MAX_DATA);
    s->data[s->data_count++] = path;
    return true;
}

static bool add_cover(cli_settings *s, const char *box, arms_error *err)
{
    if (s->cover_count == MAX_COVERS)
        return arms_fail(err, ARMS_USAGE, "--covers was given more than %d times",
                         MAX_COVERS);
    s->covers[s->cover_count++] = box;
    return true;
}

/* Stores an option's value; an empty one, or a second one, is a mistake. */
static bool store(cli_settings *s, const option *o, const char *value, arms_error *err)
{
    if (o->type == FLAG) {
        *(bool *)((char *)s + o->offset) = true;
        return true;
    }
    if (!value || !*value)
        return arms_fail(err, ARMS_USAGE, "%s needs a value: %s %s", o->name, o->name,
                         o->meta);
    if (o->type == FILES)
        return add_file(s, value, err);
    if (o->type == COVERS)
        return add_cover(s, value, err);
    const char **slot = (const char **)((char *)s + o->offset);
    if (*slot)
        return arms_fail(err, ARMS_USAGE, "%s was given twice; once is enough", o->name);
    *slot = value;
    return true;
}

static bool add_name(cli_settings *s, const cli_command *command, const char *name,
                     arms_error *err)
{
    if (command->takes_files || command->names_files)
        return add_file(s, name, err);
    if (s->name_count >= command->most_names || s->name_count == MAX_NAMES)
        return arms_fail(
            err, ARMS_USAGE,
            "\"%s\" is not expected here; 'armstrade %s --help' shows how it "
            "is called",
            name, command->name);
    s->names[s->name_count++] = name;
    return true;
}

/* One argument, and the next one where that is its value. */
static bool take(cli_settings *s, const cli_command *command, char ***argv,
                 arms_error *err)
{
    const char *word = *(*argv)++;
    const char *equals = word[0] == '-' && word[1] == '-' ? strchr(word, '=') : NULL;
    arms_text name = {word, equals ? (size_t)(equals - word) : strlen(word)};
    if (word[0] != '-' || word[1] == '\0')
        return add_name(s, command, word, err);
    const option *o = option_find(command, name);
    if (!o)
        return fail_unknown(command, name, err);
    if (o->type == FLAG && equals)
        return arms_fail(err, ARMS_USAGE, "%s takes no value", o->name);
    const char *value = equals ? equals + 1 : NULL;
    if (o->type != FLAG && !equals && **argv)
        value = *(*argv)++;
    return store(s, o, value, err);
}

/* ---- what the words mean ---- */

static bool fail_word(arms_error *err, const char *name, const char *word,
                      const char *known)
{
    return arms_fail(err, ARMS_USAGE, "%s %s: write %s", name, word, known);
}

static bool read_flow(cli_settings *s, arms_error *err)
{
    s->direction_given = s->flow != NULL;
    if (!s->flow)
        return true;
    s->direction = strcmp(s->flow, "export") == 0 ? ARMS_EXPORT : ARMS_IMPORT;
    return strcmp(s->flow, "export") == 0 || strcmp(s->flow, "import") == 0 ||
           fail_word(err, "--flow", s->flow, "import or export");
}

static bool read_terms(cli_settings *s, arms_error *err)
{
    arms_terms *t = &s->terms;
    if (s->denominator && !arms_policy_parse(&t->policy, arms_text_of(s->denominator)))
        return fail_word(err, "--denominator", s->denominator, "all, states or known");
    if (s->succession &&
        !arms_succession_parse(&t->succession, arms_text_of(s->succession)))
        return fail_word(err, "--succession", s->succession,
                         "none, continuator or territory");
    return !s->membership ||
           arms_members_parse(&t->membership, arms_text_of(s->membership)) ||
           fail_word(err, "--membership", s->membership, "fixed or dated");
}

static bool read_limit(cli_settings *s, arms_error *err)
{
    arms_decimal number;
    arms_error ignored;
    s->most = 10;
    if (!s->limit)
        return true;
    bool good = arms_decimal_parse(&number, arms_text_of(s->limit), &ignored) &&
                number.exponent == 0 && !number.negative && number.digits <= 100000;
    s->most = good ? (size_t)number.digits : 0;
    return good || fail_word(err, "--limit", s->limit, "a whole number up to 100000");
}

/* CSV and JSON have all digits, also in their sentences. */
static bool read_round(cli_settings *s, arms_error *err)
{
    arms_error why;
    if (s->round && !arms_rounding_parse(&s->rounding, arms_text_of(s->round), &why))
        return arms_fail(err, ARMS_USAGE, "--round %s", why.text);
    if (s->format && strcmp(s->format, "table") != 0)
        s->rounding.kind = ARMS_ROUND_NONE;
    return true;
}

static bool read_years(cli_settings *s, arms_error *err)
{
    arms_error why;
    if (!s->year || arms_years_parse(&s->years, arms_text_of(s->year), &why))
        return true;
    return arms_fail(err, ARMS_USAGE, "--year %s", why.text);
}

static bool read_break(cli_settings *s, arms_error *err)
{
    arms_error why;
    if (!s->break_word ||
        arms_year_parse(&s->break_after, arms_text_of(s->break_word), &why))
        return true;
    return arms_fail(err, ARMS_USAGE, "--break %s", why.text);
}

/* Digits and nothing else, so that a run with the seed that was printed is the same. */
static bool read_seed(cli_settings *s, arms_error *err)
{
    enum { DIGITS = 18 };
    size_t length = s->seed_word ? strspn(s->seed_word, "0123456789") : 0;
    s->seed = s->seed_word ? 0 : 1;
    for (size_t i = 0; i < length && i < DIGITS; i++)
        s->seed = 10 * s->seed + (uint64_t)(s->seed_word[i] - '0');
    return !s->seed_word || (s->seed_word[length] == '\0' && length <= DIGITS) ||
           fail_word(err, "--seed", s->seed_word,
                     "a whole number of up to 18 digits, and nothing else");
}

/* "2015-2019,2020-2024", or the second alone: then the first is as long, just before. */
static bool read_periods(cli_settings *s, const cli_command *command, arms_error *err)
{
    arms_error why;
    if (s->two_periods && s->year)
        return arms_fail(err, ARMS_USAGE, "give --periods or --years, not both");
    const char *words = s->two_periods ? s->two_periods : s->year;
    if (!words || (!s->two_periods && !command->periods))
        return true;
    arms_text rest = arms_text_of(words), first;
    (void)arms_text_split(&first, &rest, ',');
    arms_years *before = &s->periods[0], *after = &s->periods[1];
    if (!arms_years_parse(before, first, &why) ||
        (rest.len > 0 && !arms_years_parse(after, rest, &why)))
        return arms_fail(err, ARMS_USAGE, "--periods %s", why.text);
    if (rest.len == 0) {
        *after = *before;
        *before = (arms_years){2 * after->first - after->last - 1, after->first - 1};
    }
    s->years = (arms_years){before->first, after->last};
    return before->last < after->first ||
           fail_word(err, "--periods", words,
                     "the earlier period first, and so that it ends before the other "
                     "begins: 2015-2019,2020-2024");
}

/* "d2", or "2". */
static bool read_dataset(cli_settings *s, arms_error *err)
{
    arms_decimal number;
    arms_error ignored;
    if (!s->dataset)
        return true;
    arms_text text = arms_text_of(s->dataset + (s->dataset[0] == 'd'));
    bool good = arms_decimal_parse(&number, text, &ignored) && number.exponent == 0 &&
                !number.negative && number.digits >= 1 && number.digits <= 100000;
    s->dataset_number = good ? (size_t)number.digits : 0;
    return good || fail_word(err, "--dataset", s->dataset, "d1, d2 …");
}

/* Asked before anything is read: what is gone cannot be read again. */
static bool check_inputs(const cli_settings *s, arms_error *err)
{
    const char *const others[] = {s->claims, s->text, s->names_file, s->mapping};
    size_t count = 0;
    for (size_t i = 0; i < s->data_count; i++)
        count += strcmp(s->data[i], "-") == 0;
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        count += others[i] && strcmp(others[i], "-") == 0;
    return count < 2 || arms_fail(err, ARMS_USAGE,
                                  "standard input (-) can be read only once; name a file "
                                  "for the rest");
}

bool options_parse(cli_settings *out, const cli_command *command, int argc, char **argv,
                   arms_error *err)
{
    char **end = argv + argc;
    *out = (cli_settings){.apart = command->apart,
                          .digest = command->digest,
                          .load_deals = command->deals,
                          .unread = command->takes_files};
    while (argv < end && *argv && strcmp(*argv, "--") != 0)
        if (!take(out, command, &argv, err))
            return false;
    for (argv += argv < end; argv < end; argv++)
        if (!add_name(out, command, *argv, err))
            return false;
    return out->help ||
           (read_flow(out, err) && read_round(out, err) && read_terms(out, err) &&
            read_limit(out, err) && read_years(out, err) &&
            read_periods(out, command, err) && read_dataset(out, err) &&
            read_break(out, err) && read_seed(out, err) && check_inputs(out, err));
}
