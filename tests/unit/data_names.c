/* A person's own names: the file, and what it does to a dataset. Figures are invented. */
#include <armstrade/load.h>
#include <armstrade/names.h>

#include <string.h>

#include "tests/unit/fixture.h"

#define HEAD "name,entity,kind\n"
#define PLAIN                                                          \
    HEAD "Turquie,TUR,\nWagner,Wagner Group,group\nPMC Wagner,Wagner " \
         "Group,\nCongo,COD,\n"

static arms_names *read_names(const char *text, arms_error *err)
{
    arms_names *names = NULL;
    const char *path = check_write("names.csv", arms_text_of(text));
    bool done = arms_names_read(&names, path, err);
    CHECK(done == (names != NULL));
    return names;
}

static void test_find(void)
{
    static const struct {
        const char *name, *code, *printed;
        arms_entity_kind kind;
    } rows[] = {
        {"Turquie", "TUR", "Türkiye", ARMS_ENTITY_STATE},
        {"TURQUIE", "TUR", "Türkiye", ARMS_ENTITY_STATE},
        {"Congo", "COD", "DR Congo", ARMS_ENTITY_STATE},
        {"Wagner", "", "Wagner Group", ARMS_ENTITY_GROUP},
        {"PMC Wagner", "", "Wagner Group", ARMS_ENTITY_GROUP},
        {"the Wagner group", "", "Wagner Group", ARMS_ENTITY_GROUP},
    };
    arms_names *names = read_names(PLAIN, NULL);
    const arms_meant *meant = NULL;
    for (size_t i = 0; names && i < sizeof rows / sizeof *rows; i++) {
        CHECK(arms_names_find(&meant, names, arms_text_of(rows[i].name), NULL));
        if (!CHECK_ROW(meant != NULL, rows[i].name))
            continue;
        CHECK_COUNT(meant->entity, arms_entity_by_code(rows[i].code));
        CHECK_STRING(meant->name, rows[i].printed);
        CHECK_COUNT(meant->kind, rows[i].kind);
    }
    CHECK(arms_names_find(&meant, names, arms_text_of("Turkey"), NULL) && !meant);
    CHECK(arms_names_find(&meant, names, arms_text_of(""), NULL) && !meant);
    CHECK(arms_names_find(&meant, NULL, arms_text_of("Wagner"), NULL) && !meant);
    arms_names_free(names);
}

/* By sha256sum(1). */
static void test_identity(void)
{
    arms_names *names = read_names(PLAIN, NULL);
    if (names) {
        CHECK_STRING(arms_names_sha256(names),
                     "39877aeb8b295e202902bfa4c9ce19ede4b385b1453fbeac0fa0ee64bf2c4675");
        CHECK_HAS(arms_names_path(names), "names.csv");
    }
    arms_names_free(names);
}

static void test_columns(void)
{
    static const char *const rows[] = {
        "entity,name\nTUR,Turquie\n", "Name,Entity\nTurquie,Turkey\n",
        "kind,name,entity\n,Turquie,TUR\nstate,Turquie,Türkiye\n",
        HEAD, /* no names at all */
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        arms_names *names = read_names(rows[i], NULL);
        const arms_meant *meant = NULL;
        CHECK(arms_names_find(&meant, names, arms_text_of("Turquie"), NULL));
        CHECK_ROW((meant && meant->entity == arms_entity_by_code("TUR")) ==
                      (strcmp(rows[i], HEAD) != 0),
                  rows[i]);
        arms_names_free(names);
    }
}

static void test_refused(void)
{
    static const struct {
        const char *text;
        arms_code code;
        size_t line;
        const char *why;
    } rows[] = {
        {"name,party\nA,TUR\n", ARMS_LAYOUT, 1, "party"},
        {"name,kind\nA,state\n", ARMS_LAYOUT, 1, "needs the columns"},
        {"name,name,entity\nA,A,TUR\n", ARMS_LAYOUT, 1, "each once"},
        {HEAD "A,TUR\n", ARMS_PARSE, 2, "number of fields"},
        {HEAD "A,TUR,\n\nB,,state\n", ARMS_PARSE, 4, "no entity"},
        {HEAD ",TUR,\n", ARMS_PARSE, 2, "no name"},
        {HEAD "A,Turky,\n", ARMS_PARSE, 2, "did you mean Türkiye"},
        {HEAD "A,Turky,\n", ARMS_PARSE, 2, "a new party needs a kind"},
        {HEAD "A,Korea,\n", ARMS_PARSE, 2, "North Korea or South Korea"},
        {HEAD "A,Atlantis,country\n", ARMS_PARSE, 2, "the kind is state"},
        {HEAD "A,TUR,group\n", ARMS_PARSE, 2, "another kind"},
        {HEAD "A,Atlantis,state\nB,Atlantis,group\n", ARMS_PARSE, 3, "another kind"},
        {HEAD "A,TUR,\nB,PAK,\na,IND,\n", ARMS_PARSE, 4, "Türkiye in line 2"},
        {HEAD "Atlantis,TUR,\nB,Atlantis,state\n", ARMS_PARSE, 3, "in line 2"},
        {HEAD "A,TUR,\nA,Atlantis,state\n", ARMS_PARSE, 3, "in line 2"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        arms_error err = {0};
        arms_names *names = read_names(rows[i].text, &err);
        CHECK_ROW(names == NULL, rows[i].why);
        CHECK_COUNT(err.code, rows[i].code);
        CHECK_COUNT(err.line, rows[i].line);
        CHECK_HAS(err.file, "names.csv");
        CHECK_HAS(err.text, rows[i].why);
        arms_names_free(names);
    }
}

static void test_no_file(void)
{
    arms_names *names = NULL;
    arms_error err = {0};
    CHECK(!arms_names_read(&names, check_path("nowhere.csv"), &err));
    CHECK_COUNT(err.code, ARMS_INPUT);
    CHECK(!names);
}

/* A dataset that was read with some names. */
typedef struct named {
    arms_names *names;
    arms_loaded loaded;
    arms_dataset *data;
} named;

static named load_named(const char *names, const char *text)
{
    named n = {.names = read_names(names, NULL)};
    arms_load_options options = {.names = n.names};
    const char *path = check_write("data.csv", arms_text_of(text));
    if (n.names && CHECK(arms_load(&n.loaded, path, &options, NULL)))
        n.data = n.loaded.items[0];
    return n;
}

static void free_named(named *n)
{
    arms_loaded_free(&n->loaded);
    arms_names_free(n->names);
}

static const char *code_of(arms_party party)
{
    const arms_entity *entity = arms_entity_get(party);
    return entity ? entity->code : "(none)";
}

static void test_datasets(void)
{
    named n = load_named(PLAIN, "# covers: exporters=*; importers=*; years=2020\n"
                                "year,exporter,importer,category,measure,value\n"
                                "2020,Turquie,Congo,Ships,million TIV,1\n"
                                "2020,Wagner,Pakistan,Ships,million TIV,2\n"
                                "2020,Wagner Group,Lemuria,Ships,million TIV,3\n");
    arms_party party = 0;
    arms_error err = {0};
    if (n.data) {
        CHECK_STRING(code_of(arms_dataset_flow(n.data, 0).exporter), "TUR");
        CHECK_STRING(code_of(arms_dataset_flow(n.data, 0).importer), "COD");
        arms_party own = arms_dataset_flow(n.data, 1).exporter;
        CHECK_STRING(arms_dataset_party_name(n.data, own), "Wagner Group");
        CHECK_COUNT(arms_dataset_party_kind(n.data, own), ARMS_ENTITY_GROUP);
        CHECK_COUNT(arms_dataset_flow(n.data, 2).exporter, own);
        CHECK(arms_dataset_find(&party, n.data, arms_text_of("pmc wagner"), NULL));
        CHECK_COUNT(party, own);
        CHECK(arms_dataset_find(&party, n.data, arms_text_of("congo"), &err));
        CHECK_STRING(code_of(party), "COD");
        CHECK(arms_dataset_find(&party, n.data, arms_text_of("Turkey"), NULL));
        CHECK(fixture_noted(n.data, "1 name is not in the reference table: \"Lemuria\""));
        CHECK(arms_dataset_names(n.data) == n.names);
    }
    free_named(&n);
}

static void test_absent_party(void)
{
    named n = load_named(PLAIN, "# covers: exporters=*; importers=*; years=2020\n"
                                "year,exporter,importer,category,measure,value\n"
                                "2020,Turkey,Pakistan,Ships,million TIV,1\n");
    arms_party party = 0;
    arms_error err = {0};
    if (n.data) {
        CHECK(!arms_dataset_find(&party, n.data, arms_text_of("Wagner"), &err));
        CHECK_COUNT(err.code, ARMS_USAGE);
        CHECK_HAS(err.text, "Wagner Group occurs nowhere");
    }
    free_named(&n);
}

/* SIPRI's "Congo" is the Republic of the Congo, unless a person says otherwise. */
static void test_before_the_publisher(void)
{
    arms_buffer text = {0};
    fixture_table(&text, "13 Oct 2024 12:33:29 PM");
    arms_buffer_string(&text, "Recipient,2021,2022\nCongo,1,2\nTotal world import,1,2\n");
    named n = load_named(PLAIN, text.data), plain = load_named(HEAD, text.data);
    if (n.data && plain.data) {
        CHECK_STRING(code_of(arms_dataset_flow(n.data, 0).importer), "COD");
        CHECK_STRING(code_of(arms_dataset_flow(plain.data, 0).importer), "COG");
    }
    free_named(&n);
    free_named(&plain);
    arms_buffer_free(&text);
}

const check_test data_names_tests[] = {
    {"names of a file", test_find},
    {"what identifies a file of names", test_identity},
    {"columns of names", test_columns},
    {"names that are refused", test_refused},
    {"no file of names", test_no_file},
    {"datasets read with names", test_datasets},
    {"a party of one's own that is absent", test_absent_party},
    {"names before a publisher's spellings", test_before_the_publisher},
    {NULL, NULL},
};
