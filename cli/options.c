/* The table of options, and reading them. */
#include "cli/options.h"

#include <stddef.h>
#include <string.h>

typedef enum option_type { FLAG, WORD, FILES, COVERS } option_type;

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
    {"--names", NULL, WORD, AT(names_file), "FILE",
     "a CSV file of your own names of parties: name, entity, kind"},
    {"--importer", "--recipient", WORD, AT(importer), "NAME", "who imports"},
    {"--exporter", "--supplier", WORD, AT(exporter), "NAME", "who exports"},
    {"--year", "--years", WORD, AT(year), "Y[-Y]", "a year, or a period: 2019-2023"},
    {"--flow", NULL, WORD, AT(flow), "import|export",
     "whose flow is meant where both parties are named (import)"},
    {"--category", NULL, WORD, AT(category), "NAME", "one category of arms only"},
    {"--arms", NULL, WORD, AT(arms), "SET",
     "a set of codes of arms: hs:strict, hs:wide, hs:salw, eu:ML, sipri:major"},
    {"--group", NULL, WORD, AT(group), "GROUP",
     "a group of parties: eu:EU, nato:NATO, sipri:Europe, un:Europe"},
    {"--denominator", NULL, WORD, AT(denominator), "all|states|known",
     "who makes up the whole of a share (all)"},
    {"--succession", NULL, WORD, AT(succession), "none|continuator|territory",
     "what counts as a state that continues or holds a former one (none)"},
    {"--membership", NULL, WORD, AT(membership), "fixed|dated",
     "a group's members at the end of the period, or of each year (fixed)"},
    {"--limit", "-n", WORD, AT(limit), "N", "how many lines at most (10; 0 = all)"},
    {"--by", NULL, WORD, AT(by), "pair|importer|exporter|total",
     "what a row is (the finest that both files have)"},
    {"--each-year", NULL, FLAG, AT(each_year), NULL,
     "a row per year, not one for the whole period"},
    {"--deals", NULL, FLAG, AT(deals), NULL,
     "deal by deal, also where no party is named"},
    {"--datasets", NULL, WORD, AT(datasets), "dN,dM",
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
    {"--dataset", NULL, WORD, AT(dataset), "d2",
     "which dataset is meant where the files hold several"},
    {"--package", NULL, WORD, AT(package), "FILE|DIR",
     "where the Data Package descriptor goes (beside the output)"},
    {"--origins", NULL, FLAG, AT(origins), NULL,
     "a column with the file and line of each row"},
    {"--raw-csv", NULL, FLAG, AT(raw_csv), NULL,
     "no apostrophe before names that a spreadsheet would run as a formula"},
    {"--no-allocate", NULL, FLAG, AT(no_allocate), NULL,
     "refuse files whose totals would have to be spread over years"},
    {"--explain", NULL, FLAG, AT(explain), NULL, "list the rows behind each figure"},
    {"--quiet", "-q", FLAG, AT(quiet), NULL, "no notes about the files read"},
    {"--no-color", NULL, FLAG, AT(no_color), NULL, "no colours on a terminal"},
    {"--columns", NULL, WORD, AT(columns), "year=NAME,…",
     "for files that no known layout fits: the columns of "
     "year, exporter, importer, value and, if any, category, "
     "low, high, flags; exporter==China is one name for all"},
    {"--measure", NULL, WORD, AT(measure), "'million USD'", "what such figures count"},
    {"--measure-kind", "--kind", WORD, AT(measure_kind), "delivery|order|licence",
     "what such figures are"},
    {"--valuation", NULL, WORD, AT(valuation), "WORD", "of money: current, FOB, CIF"},
    {"--delimiter", NULL, WORD, AT(delimiter), "CHARACTER",
     "what parts the fields of a line: , ; | or tab"},
    {"--decimal", NULL, WORD, AT(decimal), ".|,", "the decimal mark of such figures"},
    {"--missing", NULL, WORD, AT(missing), "'WORD;WORD'",
     "more words for missing values than .. NA N/A -"},
    {"--rounded", NULL, FLAG, AT(rounded), NULL,
     "such figures are rounded: half a unit either way"},
    {"--source", NULL, WORD, AT(source), "NAME", "who published such figures"},
    {"--release", NULL, WORD, AT(release), "2024-05", "when they were published"},
    {"--covers", NULL, COVERS, AT(covers), "BOX",
     "what they hold all of, as in 'exporters=*; "
     "importers=Pakistan; years=2014-2024'; repeatable"},
    {"--mapping", NULL, WORD, AT(mapping), "FILE",
     "a file with all this, as --save-mapping writes it"},
    {"--save-mapping", NULL, WORD, AT(save_mapping), "FILE",
     "write the columns and what goes with them to a file"},
    {"--help", "-h", FLAG, AT(help), NULL, "this help"},
};

enum { OPTIONS = sizeof options / sizeof *options };

static bool named(const option *o, arms_text word)
{
    return arms_text_is(word, o->name) || (o->alias && arms_text_is(word, o->alias));
}

/* Whoever takes files takes names for what stands in them. */
static bool takes(const cli_command *command, const option *o)
{
    const char *wanted = strcmp(o->name, "--names") == 0 ? "--data" : o->name;
    for (const char *const *name = command->options; *name; name++)
        if (strcmp(*name, wanted) == 0)
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

static bool read_years(cli_settings *s, arms_error *err)
{
    arms_error why;
    if (!s->year || arms_years_parse(&s->years, arms_text_of(s->year), &why))
        return true;
    return arms_fail(err, ARMS_USAGE, "--year %s", why.text);
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
           (read_flow(out, err) && read_terms(out, err) && read_limit(out, err) &&
            read_years(out, err) && read_dataset(out, err));
}

enum { HELP_COLUMN = 30, USAGE_COLUMN = 7, HELP_END = 80 };

/* As many words of `text` as stand within so many columns, at least one. */
static arms_text next_line(arms_text *text, size_t columns)
{
    arms_text line = {text->ptr, 0}, rest = *text, word;
    while (arms_text_split(&word, &rest, ' ')) {
        arms_text longer = {text->ptr, (size_t)(word.ptr - text->ptr) + word.len};
        if (line.len > 0 && arms_text_width(longer) > columns)
            break;
        line = longer;
    }
    size_t taken = line.len < text->len ? line.len + 1 : line.len; /* with the blank */
    *text = (arms_text){text->ptr + taken, text->len - taken};
    return line;
}

/* Lines from column `indent` on; `used` columns of the first are taken. */
static void put_lines(arms_buffer *out, arms_text text, size_t indent, size_t used)
{
    while (text.len > 0) {
        arms_buffer_fill(out, ' ', indent - used);
        arms_buffer_text(out, next_line(&text, HELP_END - indent));
        arms_buffer_string(out, "\n");
        used = 0;
    }
}

static void put_option(arms_buffer *out, const cli_command *command, const option *o)
{
    size_t start = out->len;
    arms_buffer_print(out, "  %s", o->name);
    if (o->alias && find(command, arms_text_of(o->alias)) == o)
        arms_buffer_print(out, ", %s", o->alias);
    if (o->meta)
        arms_buffer_print(out, " %s", o->meta);
    arms_text head = {out->data ? out->data + start : "", out->len - start};
    size_t width = arms_text_width(head);
    if (width + 2 > HELP_COLUMN) {
        arms_buffer_string(out, "\n");
        width = 0;
    }
    put_lines(out, arms_text_of(o->help), HELP_COLUMN, width);
}

static void put_usage(arms_buffer *out, const cli_command *command)
{
    arms_buffer usage = {0};
    arms_buffer_print(&usage, "armstrade %s %s", command->name, command->usage);
    arms_buffer_string(out, "Usage: ");
    put_lines(out, (arms_text){usage.data ? usage.data : "", usage.len}, USAGE_COLUMN,
              USAGE_COLUMN);
    out->failed = out->failed || usage.failed;
    arms_buffer_free(&usage);
}

void options_help(arms_buffer *out, const cli_command *command)
{
    arms_buffer_print(out, "armstrade %s: %s\n\nExamples:\n%s\n", command->name,
                      command->summary, command->examples);
    put_usage(out, command);
    arms_buffer_string(out, "\n");
    for (size_t i = 0; i < OPTIONS; i++)
        if (takes(command, &options[i]))
            put_option(out, command, &options[i]);
}
