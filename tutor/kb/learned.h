/*
 * learned: fixes that worked, as entries: the keys of the error, the change as an action (rust/action), a pair of small
 * programs without names, strings and comments (rust/anon) that proves it, and how often it worked. Pure: storage is
 * store/learned.h, learning itself svc/learn.h.
 *
 * An entry says nothing of its own that reaches a reader: keys and action are made from the pair by the compiler and by us,
 * on this machine, whoever brought the pair.
 */
#ifndef KB_LEARNED_H
#define KB_LEARNED_H

#include "base/json.h"
#include "rust/diag.h"

#define LEARNED_KEYS 4            /* diag_key levels 1 to 4 at [0] to [3] */
#define LEARNED_KEY_MAX 600       /* bytes of a key; a longer one is cut */
#define LEARNED_MAX 2000          /* entries at all */
#define LEARNED_PER_K2 8          /* entries whose errors say nearly the same */
#define LEARNED_PROGRAM 4000      /* bytes of one program of the pair */
#define LEARNED_PROJECTS 4        /* hashes of projects kept */
#define LEARNED_RECENT 5
#define LEARNED_LINE (32u << 10)  /* of an import */
#define LEARNED_LINES 200         /* of an import */

enum learned_state { LEARNED_SEED, LEARNED_CANDIDATE, LEARNED_TRUSTED, LEARNED_QUARANTINED };
enum learned_origin { LEARNED_BY_REPAIR, LEARNED_BY_LEARNER, LEARNED_BY_IMPORT };

struct learned {
	int64_t id;
	char *keys[LEARNED_KEYS];
	char *action;
	char *before, *after;     /* the pair; NULL where an entry is only used */
	char *edition;
	char *source;             /* "rustc", a template's name, "model", "learner" */
	enum learned_origin origin;
	enum learned_state state;
	int tried, clean, tests, undone; /* clean: the error was gone and the program compiled in the end */
	char recent[LEARNED_RECENT + 1]; /* the last tries, newest last: + or - */
	char projects[LEARNED_PROJECTS * 9 + 1]; /* where it was clean: 8 hex digits and a blank each */
	int64_t used_at, made_at; /* seconds since 1970 */
};

void learned_release(struct learned *e);
const char *learned_state_name(enum learned_state s);
bool learned_state_find(const char *name, enum learned_state *out);
const char *learned_origin_name(enum learned_origin o);

/* Owned keys of an error. */
void learned_keys(const struct diag *d, char *keys[LEARNED_KEYS]);
/* The highest level at which they agree, 1 to 4; 0: another code, or none and another message. */
int learned_level(const struct learned *e, char *const keys[LEARNED_KEYS]);
/* Lower bound of the share of right tries (Wilson, 95%); 0 for none. */
double learned_bound(int clean, int tried);
/* Larger is better: the bound times the weight of the level. */
double learned_rank(const struct learned *e, int level);
/* Different projects in which it was clean. */
int learned_projects(const struct learned *e);
/* One use. project: a hash of its name and place; may be "". Counters and state follow. */
void learned_note(struct learned *e, bool clean, bool tests, const char *project);
/* The same change for nearly the same error was clean in these projects, written as e->projects is. */
void learned_vouch(struct learned *e, const char *projects);
/* Its change was taken back by hand. */
void learned_undo(struct learned *e);
/* 8 hex digits for a project's path, or an exercise's id. */
void learned_project(const char *path, char out[9]);

/* As one line of JSON (all of it; for export). */
void learned_write(const struct learned *e, struct sbuf *out);
/*
 * Reads a line of an export: only the pair and its edition are taken, everything else is made anew when it is learned from.
 * -1 and a sentence for what is no such line, is too large, or holds a program with anything but plain signs.
 */
int learned_read(const char *line, size_t len, struct learned *out, struct sbuf *err);

/*
 * May this change be learned from at all? Few lines, not a deletion, nothing that the census refuses, no stub, no risky
 * mark. -1 and a sentence.
 */
#define LEARNED_LINES_CHANGED 8
int learned_may(const char *before, size_t blen, const char *after, size_t alen, struct sbuf *why);
/* Lines that are new or gone, whichever are more. */
size_t learned_changed_lines(const char *a, size_t alen, const char *b, size_t blen);

#endif
