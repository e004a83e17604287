/* The table of options that all commands share, and what a command takes of it. */
#include "cli/option_table.h"

#include <stddef.h>
#include <string.h>

#define AT(member) offsetof(cli_settings, member)

const option options[] = {
    {"--data", "-d", FILES, AT(data), "FILE",
     "a CSV file as its publisher releases it; repeatable; - is standard input"},
    {"--names", NULL, WORD, AT(names_file), "FILE",
     "a CSV file of your own names of parties: name, entity, kind"},
    {"--importer", "--recipient", WORD, AT(importer), "NAME", "who imports"},
    {"--exporter", "--supplier", WORD, AT(exporter), "NAME", "who exports"},
    {"--year", "--years", WORD, AT(year), "Y[-Y]", "a year, or a period: 2019-2023"},
    {"--all", NULL, WORD, AT(all), "importers|exporters",
     "one after the other, corrected for how many are looked at"},
    {"--periods", NULL, WORD, AT(two_periods), "Y-Y,Y-Y",
     "two periods: 2015-2019,2020-2024; of one, the other is the one before it"},
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
    {"--round", NULL, WORD, AT(round), "sipri|none|N",
     "how a table rounds: as SIPRI prints, not at all, to N places (sipri)"},
    {"--limit", "-n", WORD, AT(limit), "N", "how many lines at most (10; 0 = all)"},
    {"--break", NULL, WORD, AT(break_word), "YEAR",
     "test for a break after this year, named before looking at the figures"},
    {"--seed", NULL, WORD, AT(seed_word), "N",
     "of the random draws of a bootstrap, a whole number (1)"},
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
    {"--text", NULL, WORD, AT(text), "FILE",
     "an article, whose claims are read and checked; - is standard input"},
    {"--date", NULL, WORD, AT(date), "YYYY[-MM[-DD]]",
     "when the text was published, by which 'last year' is understood"},
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
    {"--explain", NULL, FLAG, AT(explain), NULL,
     "list the rows behind each figure, or the words behind each claim"},
    {"--codes", NULL, WORD, AT(codes), "iso3",
     "names of parties as codes of three letters, where they have one"},
    {"--hedges", NULL, FLAG, AT(hedges), NULL,
     "how numbers and hedges such as 'nearly' are understood; reads no text"},
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

const size_t option_count = sizeof options / sizeof *options;

static bool named(const option *o, arms_text word)
{
    return arms_text_is(word, o->name) || (o->alias && arms_text_is(word, o->alias));
}

/* Whoever takes files takes names for what stands in them. */
bool option_taken(const cli_command *command, const option *o)
{
    const char *wanted = strcmp(o->name, "--names") == 0 ? "--data" : o->name;
    for (const char *const *name = command->options; *name; name++)
        if (strcmp(*name, wanted) == 0)
            return true;
    return strcmp(o->name, "--help") == 0;
}

const option *option_find(const cli_command *command, arms_text word)
{
    for (size_t i = 0; i < option_count; i++)
        if (named(&options[i], word) && option_taken(command, &options[i]))
            return &options[i];
    return NULL;
}
