/* The files of one run, and names and questions put to them. */
#ifndef ARMSTRADE_CLI_SESSION_H
#define ARMSTRADE_CLI_SESSION_H

#include <armstrade/load.h>
#include <armstrade/mapping.h>
#include <armstrade/names.h>
#include <armstrade/page.h>
#include <armstrade/view.h>

#include "cli/options.h"

typedef struct session_view {
    struct session_view *next;
    arms_view view;
} session_view;

struct session {
    const cli_settings *settings;
    arms_arena arena;
    arms_names *names;    /* of --names; or NULL */
    arms_mapping mapping; /* how to read files that no layout knows; may be empty */
    arms_dataset *datasets[MAX_DATA * 16];
    size_t count;
    session_view *views;
    arms_page page;
};

/* Loads all files and prints what the loader noticed, unless --quiet. `needed`: at least
 * one file must be named. */
bool session_open(session *out, const cli_settings *settings, bool needed,
                  arms_error *err);
void session_close(session *session);

/* A name that neither the reference table nor any file knows is a mistake. NULL is no
 * name, and fine. */
bool session_check_name(const session *session, const char *name, arms_error *err);

/* For commands that ask about parties and years: both names are known, and years
 * given. */
bool session_check(const session *session, arms_error *err);

/* The end of a page of figures: who makes up a whole, and the sources; then the
 * output. */
bool session_finish(session *session, arms_error *err);

/* What a question is about: whose flow, and which partner of it. */
typedef struct session_asked {
    const char *subject; /* NULL: the world */
    const char *partner; /* NULL: all partners */
    arms_direction flow;
} session_asked;

/* "World" and its other names; NULL is none. */
bool session_is_world(const char *name);

/* --importer, --exporter and --flow: with both named, --flow tells whose flow it is; with
 * one, it is that party's flow, and its partners are meant. */
session_asked session_ask(const cli_settings *settings);

/* The question in the terms of one dataset. */
typedef struct session_terms {
    const arms_dataset *dataset; /* to put it to: the one given, or a view of it */
    arms_question question;
    arms_party partner; /* ARMS_ALL: none was named */
    const char *why;    /* NULL: the question can be put */
    const char *note;   /* what was put together for it, or NULL */
    const char *apart;  /* a former state that may be meant, or NULL */
} session_terms;

/* A question that was put to the dataset with that number, from 1. */
typedef struct session_query {
    size_t number;
    session_terms terms;
    arms_tally *tally;
} session_query;

/* Puts the question to the query's dataset; its terms say where it cannot be put. */
bool session_ask_dataset(session_query *query, session *s, const session_asked *asked,
                         arms_error *err);

/* A command's answer to it, put on the page; *why is set, from NULL, where there is
 * none. */
typedef bool session_answer(session *s, const session_query *query, const char **why,
                            arms_error *err);

/* Asks all datasets. Where some answer, the others say why they do not; DOMAIN, with the
 * first reason, where none does. */
bool session_answer_all(session *s, const session_asked *asked, session_answer *answer,
                        arms_error *err);

/* A line on what was put together for a question, if anything was. */
bool session_say_note(session *session, const session_terms *terms, arms_error *err);

#endif
