/*
 * store/transcript: what was asked and answered, in learner.db, as threads of turns; and what a paid model server was asked for, by
 * day. Same rules as learner.h: 0, -1 with a sentence, or DB_BUSY. Bounded: of a thread the last TRANSCRIPT_TURNS, of all threads
 * the last TRANSCRIPT_THREADS stay; longer texts are cut.
 */
#ifndef STORE_TRANSCRIPT_H
#define STORE_TRANSCRIPT_H

#include "base/sbuf.h"

struct learner;

#define TRANSCRIPT_TURNS 100
#define TRANSCRIPT_THREADS 500
#define TRANSCRIPT_TEXT_MAX (64u << 10) /* bytes of one text */

/* What a follow-up goes on from. Strings are owned, never NULL after transcript_thread. */
struct thread {
	int64_t id;              /* 0: new */
	char *title;             /* its first question */
	char *exercise, *code, *error; /* the last ones; "" none */
	char *query;             /* the words of the last question, for the search of the next */
	char *pages;             /* cited last, one a line */
	int64_t started_at, last_at;
	int turns;
};
void thread_release(struct thread *t);

struct turn {                    /* borrowed: the caller's, or valid during the callback */
	int64_t at;
	const char *question, *answer; /* the answer as Markdown */
	const char *model;       /* "" none */
	bool found;
};

/* id 0: the last one. 1 found, 0 not. */
int transcript_thread(struct learner *l, int64_t id, struct thread *out, struct sbuf *err);
/* Adds a turn and keeps what the thread goes on from; t->id is set when it was 0. */
int transcript_add(struct learner *l, struct thread *t, const struct turn *turn, struct sbuf *err);
int transcript_turns(struct learner *l, int64_t id, void (*each)(void *ctx, const struct turn *turn), void *ctx, struct sbuf *err);
/* Threads in which the text occurs (NULL: all), the last first, at most max. Case does not matter for ASCII. */
int transcript_find(struct learner *l, const char *text, int max, void (*each)(void *ctx, const struct thread *t), void *ctx,
		    struct sbuf *err);

/* Tokens of a day (days since 1970) and a server. */
int transcript_spend(struct learner *l, int64_t day, const char *server, int64_t tokens, struct sbuf *err);
int64_t transcript_spent(struct learner *l, int64_t day, const char *server);

/* For learner.c: the statements of this module, which follow its own from number TRANSCRIPT_STATEMENTS on; and its tables. */
#define TRANSCRIPT_STATEMENTS 200
extern const char *const transcript_statements[];
extern const size_t transcript_statements_n;
#define TRANSCRIPT_TABLES \
	"CREATE TABLE thread(id INTEGER PRIMARY KEY, title TEXT NOT NULL, exercise TEXT NOT NULL, code TEXT NOT NULL, error TEXT NOT" \
	" NULL, query TEXT NOT NULL, pages TEXT NOT NULL, started_at INTEGER NOT NULL, last_at INTEGER NOT NULL);" \
	"CREATE INDEX thread_last ON thread(last_at, id);" \
	"CREATE TABLE turn(id INTEGER PRIMARY KEY, thread INTEGER NOT NULL REFERENCES thread(id), at INTEGER NOT NULL, question TEXT" \
	" NOT NULL, answer TEXT NOT NULL, model TEXT NOT NULL, found INTEGER NOT NULL);" \
	"CREATE INDEX turn_thread ON turn(thread, id);" \
	"CREATE TABLE spent(day INTEGER NOT NULL, server TEXT NOT NULL, tokens INTEGER NOT NULL, PRIMARY KEY(day, server)) WITHOUT ROWID;"

#endif
