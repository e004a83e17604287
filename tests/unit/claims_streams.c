/* Who exports and who imports, in nouns, verbs and agents. */
#include "analysis/claims/streams.h"

#include "tests/unit/claims_scene.h"

/* The names of a role, '?' for nobody. */
static void show_role(arms_buffer *out, const scene *s, int at)
{
    if (at == NOWHERE || s->items[at].pronoun) {
        arms_buffer_string(out, at == NOWHERE ? "?" : "it");
        return;
    }
    for (size_t i = 0; i < s->items[at].count; i++)
        arms_buffer_print(out, "%s%s", i > 0 ? "+" : "",
                          s->whos[s->items[at].who + i].name);
}

/* "noun import Italy>Egypt": what it is, whose flow, who exports and who imports. */
static void show_stream(arms_buffer *out, const scene *s, const stream *st)
{
    static const char *const kinds[] = {"noun", "verb", "agent"};
    static const char *const ways[] = {"import", "export", "transfer", "arms", "same"};
    arms_buffer_print(out, "%s %s ", kinds[st->kind], ways[st->way]);
    show_role(out, s, st->exporter);
    arms_buffer_string(out, ">");
    show_role(out, s, st->importer);
    arms_buffer_string(out, st->world ? " world" : "");
    if (st->scope != NOWHERE) {
        arms_buffer_string(out, " in ");
        show_role(out, s, st->scope);
    }
}

static void check_sentence(const claims_row *row, scene *s, arms_arena *arena)
{
    streams all = {0};
    arms_buffer shown = {0};
    CHECK(streams_find(&all, arena, s, NULL));
    arms_buffer_string(&shown, "");
    for (size_t i = 0; i < all.count; i++) {
        arms_buffer_string(&shown, i > 0 ? " | " : "");
        show_stream(&shown, s, &all.items[i]);
    }
    (void)CHECK_ROW(CHECK_STRING(shown.data, row->shown), row->text);
    arms_buffer_free(&shown);
}

static void check_streams(const claims_row *rows)
{
    for (; rows->text; rows++) {
        arms_arena arena = {0};
        scene s;
        if (claims_scene(&s, &arena, rows->text))
            check_sentence(rows, &s, &arena);
        arms_arena_free(&arena);
    }
}

static const claims_row owners[] = {
    {"Egypt's arms imports rose.", "noun import ?>Egypt"},
    {"Egyptian arms imports rose.", "noun import ?>Egypt"},
    {"Italy's arms exports rose.", "noun export Italy>?"},
    {"Egypt's total annual arms imports rose.", "noun import ?>Egypt"},
    {"Its arms imports rose.", "noun import ?>it"},
    {"Global arms exports rose.", "noun export ?>? world"},
    {"The world's arms imports rose.", "noun import ?>? world"},
    {"Arms imports rose.", "noun import ?>?"},
    {NULL, NULL},
};

static void test_owners(void)
{
    check_streams(owners);
}

static const claims_row prepositions[] = {
    {"Arms imports by Egypt rose.", "noun import ?>Egypt"},
    {"Arms imports of Egypt rose.", "noun import ?>Egypt"},
    {"Arms exports by Italy rose.", "noun export Italy>?"},
    {"Egypt's arms imports from Italy rose.", "noun import Italy>Egypt"},
    {"Italy's arms exports to Egypt rose.", "noun export Italy>Egypt"},
    {"Imports of Italian arms by Egypt rose.", "noun import Italy>Egypt"},
    {"Exports of arms from Italy to Egypt rose.", "noun export Italy>Egypt"},
    {"Egypt's imports of major arms rose.", "noun import ?>Egypt"},
    {NULL, NULL},
};

static void test_prepositions(void)
{
    check_streams(prepositions);
}

static const claims_row transfers[] = {
    {"Arms deliveries from Italy to Egypt rose.", "noun transfer Italy>Egypt"},
    {"Italian arms deliveries to Egypt rose.", "noun transfer Italy>Egypt"},
    {"Arms transfers to Africa rose.", "noun transfer ?>Africa"},
    {"Arms sales by Italy to Egypt rose.", "noun transfer Italy>Egypt"},
    {"Arms shipments from Italy rose.", "noun transfer Italy>?"},
    {NULL, NULL},
};

static void test_transfers(void)
{
    check_streams(transfers);
}

static const claims_row verbs[] = {
    {"Italy exported 5 tanks.", "verb export Italy>?"},
    {"Egypt imported 5 tanks.", "verb import ?>Egypt"},
    {"Italy sold tanks to Egypt.", "verb export Italy>Egypt"},
    {"Egypt bought tanks from Italy.", "verb import Italy>Egypt"},
    {"Italy and Spain supplied tanks to Egypt.", "verb export Italy+Spain>Egypt"},
    {"Italy, which supplied tanks to Egypt.", "verb export it>Egypt"},
    {NULL, NULL},
};

static void test_verbs(void)
{
    check_streams(verbs);
}

static const claims_row agents[] = {
    {"Egypt's main supplier was Italy.", "agent import ?>Egypt"},
    {"the largest supplier of arms to Egypt", "agent import ?>Egypt"},
    {"Italy's biggest customer", "agent export Italy>?"},
    {"the main recipients of Italian arms exports", "agent export Italy>?"},
    {"the main recipients of Italy's arms exports", "agent export Italy>?"},
    {"the largest exporter of arms to Egypt", "agent import ?>Egypt"},
    {"the world's largest arms exporter", "agent export ?>? world"},
    {"the largest arms importer in the world", "agent import ?>? world"},
    {"the largest importer of arms in Africa", "agent import ?>? in Africa"},
    {"Africa's largest arms importer", "agent import ?>? in Africa"},
    {NULL, NULL},
};

static void test_agents(void)
{
    check_streams(agents);
}

/* Arms whose flow a participle or a clause tells. */
static const claims_row participles[] = {
    {"arms imported by Egypt", "noun import ?>Egypt"},
    {"arms delivered to Egypt", "noun import ?>Egypt"},
    {"weapons exported by Italy", "noun export Italy>?"},
    {"arms that Egypt bought", "noun import ?>Egypt"},
    {"the weapons that Italy sold", "noun export Italy>?"},
    {NULL, NULL},
};

static void test_participles(void)
{
    check_streams(participles);
}

static const claims_row several[] = {
    {"Italy's arms exports rose and Egypt's arms imports fell.",
     "noun export Italy>? | noun import ?>Egypt"},
    {"Egypt, Africa's largest arms importer, bought tanks from Italy.",
     "agent import ?>? in Africa | verb import Italy>Egypt"},
    {NULL, NULL},
};

static void test_several(void)
{
    check_streams(several);
}

/* Whom a statement is by takes no part in a flow. */
static const claims_row asides[] = {
    {"Paris said that Egypt's arms imports rose.", "noun import ?>Egypt"},
    {"According to Rome, Egypt bought tanks from Spain.", "verb import Spain>Egypt"},
    {"CAIRO \u2014 Italy exported 5 tanks.", "verb export Italy>?"},
    {NULL, NULL},
};

static void test_asides(void)
{
    check_streams(asides);
}

static void test_none(void)
{
    static const claims_row rows[] = {
        {"Egypt and Italy met in Rome.", ""}, {"", ""}, {"12", ""}, {NULL, NULL}};
    check_streams(rows);
}

/* Asked by item: a stream holds its words and no others. */
static void test_at(void)
{
    arms_arena arena = {0};
    scene s;
    streams all = {0};
    if (claims_scene(&s, &arena, "Egypt imported arms in 2019.") &&
        CHECK(streams_find(&all, &arena, &s, NULL)) && CHECK(all.count > 0)) {
        CHECK(stream_at(&all, 1) && stream_at(&all, 1)->kind == STREAM_VERB);
        CHECK(!stream_at(&all, 0) && !stream_at(&all, 99) && !noun_at(&all, 99));
        CHECK(subject_before(&s, 1) == 0 && governor(&s, 0) == LEX_NONE);
    }
    arms_arena_free(&arena);
}

static void test_clauses(void)
{
    arms_arena arena = {0};
    scene s;
    if (claims_scene(&s, &arena, "Egypt imported arms; Italy exported arms.")) {
        CHECK(clause_begin(&s, 2) == 0 && clause_end(&s, 0) == 3);
        CHECK(clause_begin(&s, 6) == 4 && clause_end(&s, 4) == (int)s.count);
        CHECK(subject_before(&s, 5) == 4 && own_subject(&s, 1) == 0);
    }
    arms_arena_free(&arena);
}

const check_test claims_streams_tests[] = {
    {"whose a noun is", test_owners},  {"prepositions", test_prepositions},
    {"transfers", test_transfers},     {"verbs", test_verbs},
    {"agents", test_agents},           {"participles", test_participles},
    {"several streams", test_several}, {"whom a statement is by", test_asides},
    {"no stream", test_none},          {"asked by item", test_at},
    {"clauses", test_clauses},         {NULL, NULL},
};
