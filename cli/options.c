/* The table of options, and reading them. */
#include "cli/options.h"

#include <stddef.h>
#include <string.h>

typedef enum option_type { FLAG, WORD, FILES } option_type;

typedef struct option {
    const char *name, *alias; /* alias may be NULL */
    option_type type;
    size_t offset; /* in settings */
    const char *meta, *help;
} option;

#define AT(member) offsetof(cli_settings, member)

static const option options[] = {
    {"--data", "-d", FILES, AT(data), "FILE",
     "a CSV file as its publisher releases it; repeatable; - is standard input"},
    {"--importer", "--recipient", WORD, AT(importer), "NAME", "who imports"},
    {"--exporter", "--supplier", WORD, AT(exporter), "NAME", "who exports"},
    {"--year", "--years", WORD, AT(year), "Y[-Y]", "a year, or a period: 2019-2023"},
    {"--flow", NULL, WORD, AT(flow), "import|export",
     "whose flow is meant where both parties are named (import)"},
    {"--category", NULL, WORD, AT(category), "NAME", "one category of arms only"},
    {"--denominator", NULL, WORD, AT(denominator), "all|states|known",
     "who makes up the whole of a share (all)"},
    {"--limit", "-n", WORD, AT(limit), "N", "how many lines at most (10; 0 = all)"},
    {"--by", NULL, WORD, AT(by), "pair|importer|exporter|total",
     "what a row is (the finest that both files have)"},
    {"--each-year", NULL, FLAG, AT(each_year), NULL,
     "a row per year, not one for the whole period"},
    {"--deals", NULL, FLAG, AT(deals), NULL,
     "deal by deal, also where no party is named"},
    {"--dataset", NULL, WORD, AT(dataset), "dN,dM",
     "which two are meant, where the files hold more"},
    {"--claims", NULL, WORD, AT(claims), "FILE",
     "a CSV file of claims: kind, subject, value and more"},
    {"--kind", NULL, WORD, AT(kind), "share|level|rank", "what --value is"},
    {"--value", NULL, WORD, AT(value), "NUMBER", "the number as it was printed"},
    {"--share", NULL, WORD, AT(share), "11%", "claim: the partner's share"},
    {"--amount", NULL, WORD, AT(amount), "'$21 million'",
     "claim: the amount, with its unit"},
    {"--rank", NULL, WORD, AT(rank), "2", "claim: the partner's rank"},
    {"--bound", NULL, WORD, AT(bound), "WORD",
     "how the number is hedged: exact, about, nearly, over, at_least, under, at_most"},
    {"--format", "-f", WORD, AT(format), "table|csv|json",
     "the form of the output (table)"},
    {"--output", "-o", WORD, AT(output), "FILE", "write to a file, whole or not at all"},
    {"--no-allocate", NULL, FLAG, AT(no_allocate), NULL,
     "refuse files whose totals would have to be spread over years"},
    {"--explain", NULL, FLAG, AT(explain), NULL, "list the rows behind each figure"},
    {"--quiet", "-q", FLAG, AT(quiet), NULL, "no notes about the files read"},
    {"--no-color", NULL, FLAG, AT(no_color), NULL, "no colours on a terminal"},
    {"--help", "-h", FLAG, AT(help), NULL, "this help"},
};

enum { OPTIONS = sizeof options / sizeof *options };

static bool named(const option *o, arms_text word)
{
    return arms_text_is(word, o->name) || (o->alias && arms_text_is(word, o->alias));
}

static bool takes(const cli_command *command, const option *o)
{
    for (const char *const *name = command->options; *name; name++)
        if (strcmp(*name, o->name) == 0)
            return true;
    return strcmp(o->name, "--help") == 0;
}

static const option *find(const cli_command *command, arms_text word)
{
    for (size_t i = 0; i < OPTIONS; i++)
        if (named(&options[i], word) && takes(command, &options[i]))
            return &options[i];
    return NULL;
}

/* The option whose name is nearest to a mistyped one. */
static const option *nearest(const cli_command *command, arms_text word)
{
    const option *best = NULL;
    size_t least = 3;
    for (size_t i = 0; i < OPTIONS; i++) {
        size_t distance = arms_text_distance(word, arms_text_of(options[i].name), least);
        if (distance < least && takes(command, &options[i])) {
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
        return arms_fail(err, ARMS_USAGE, "--data was given more than %d times",
                         MAX_DATA);
    s->data[s->data_count++] = path;
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
    const char **slot = (const char **)((char *)s + o->offset);
    if (*slot)
        return arms_fail(err, ARMS_USAGE, "%s was given twice; once is enough", o->name);
    *slot = value;
    return true;
}

static bool add_name(cli_settings *s, const cli_command *command, const char *name,
                     arms_error *err)
{
    if (command->names_files)
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
    const option *o = find(command, name);
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

static bool read_policy(cli_settings *s, arms_error *err)
{
    if (!s->denominator)
        return true;
    for (int i = ARMS_POLICY_ALL; i <= ARMS_POLICY_KNOWN; i++) {
        if (strcmp(arms_policy_name((arms_policy)i), s->denominator) == 0) {
            s->policy = (arms_policy)i;
            return true;
        }
    }
    return fail_word(err, "--denominator", s->denominator, "all, states or known");
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

static bool read_years(cli_settings *s, arms_error *err)
{
    arms_error why;
    if (!s->year || arms_years_parse(&s->years, arms_text_of(s->year), &why))
        return true;
    return arms_fail(err, ARMS_USAGE, "--year %s", why.text);
}

bool options_parse(cli_settings *out, const cli_command *command, int argc, char **argv,
                   arms_error *err)
{
    char **end = argv + argc;
    *out = (cli_settings){.load = command->load};
    while (argv < end && *argv && strcmp(*argv, "--") != 0)
        if (!take(out, command, &argv, err))
            return false;
    for (argv += argv < end; argv < end; argv++)
        if (!add_name(out, command, *argv, err))
            return false;
    return out->help || (read_flow(out, err) && read_policy(out, err) &&
                         read_limit(out, err) && read_years(out, err));
}

static void put_option(arms_buffer *out, const option *o)
{
    enum { HELP_COLUMN = 30 };
    size_t start = out->len;
    arms_buffer_print(out, "  %s", o->name);
    if (o->alias)
        arms_buffer_print(out, ", %s", o->alias);
    if (o->meta)
        arms_buffer_print(out, " %s", o->meta);
    size_t width = out->len - start;
    if (width + 2 > HELP_COLUMN) {
        arms_buffer_string(out, "\n");
        width = 0;
    }
    arms_buffer_fill(out, ' ', HELP_COLUMN - width);
    arms_buffer_print(out, "%s\n", o->help);
}

void options_help(arms_buffer *out, const cli_command *command)
{
    arms_buffer_print(out,
                      "armstrade %s: %s\n\nExamples:\n%s\nUsage: armstrade %s %s\n\n",
                      command->name, command->summary, command->examples, command->name,
                      command->usage);
    for (size_t i = 0; i < OPTIONS; i++)
        if (takes(command, &options[i]))
            put_option(out, &options[i]);
}
