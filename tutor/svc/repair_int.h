/* The inside of repair: texts, states, candidates. Private to svc/repair*.c. */
#ifndef SVC_REPAIR_INT_H
#define SVC_REPAIR_INT_H

#include "base/map.h"
#include "rust/edits.h"
#include "svc/check.h"
#include "svc/repair.h"

#define REPAIR_ERRORS_TRIED 6    /* errors of a state for which candidates are made */
#define REPAIR_QUEUE_MAX 4000

struct rtext { /* shared by states */
	int refs;
	size_t len;
	char *buf;
};
struct rtext *rtext_new(const char *text, size_t len);
void rtext_unref(struct rtext *t);

enum run_state { RUN_NOT_DONE, RUN_WELL, RUN_BADLY };

struct node { /* a state that was compiled */
	int parent;               /* -1: as it was given */
	int depth;
	struct rtext **texts;     /* one a file */
	struct diags diags;
	struct strv keys;         /* of its errors: diag_key 3 and the source line */
	int stubs, risky;
	bool may_lose;            /* a step on the way may delete an item */
	double cost;
	char *reason;
	char *source;
	bool step_risky, step_stub;
	enum run_state run;
	size_t tests_passed, tests_failed;
	char *note;
};

struct cand { /* not compiled yet */
	int parent;
	double cost, prio;
	struct edits *edits;      /* one a file; owned */
	size_t n_edits;
	struct rtext *whole;      /* instead of edits: a model's text for file `whole_file` */
	size_t whole_file;
	char *key;                /* of the error it is for; NULL: several */
	unsigned marks;
	char *reason, *source;
};

struct repair {
	struct app *app;
	struct repair_file *files;
	size_t n_files;
	char *project, *edition;
	const struct repair_model *model;
	struct repair_spec spec;  /* scalars and callbacks */
	int64_t started;
	struct node *nodes;
	size_t n_nodes, alloc_nodes;
	struct cand *queue;       /* a heap by prio */
	size_t n_queue, alloc_queue;
	struct map seen;          /* hashes of states */
	struct cand now;          /* being checked */
	struct rtext **now_texts;
	struct check *check;
	int checks, limit;
	int since_gain;           /* checks since the best state changed */
	int best;                 /* index; -1 before the first check */
	bool accepting;           /* the check under way builds and runs nodes[n_nodes - 1] */
	bool asking, cancelled;
	int model_calls, model_useless, gain_at_ask;
};

/* repair_cand.c */
void cands_add(struct repair *r, int node);         /* the state's candidates go into the queue */
void cands_add_model(struct repair *r, int node, const struct repair_proposal *v, size_t n);
bool cands_pop(struct repair *r, struct cand *out); /* the best of the queue; false: it is empty */
void cand_release(struct cand *c);
/* Index of the file that a span names; -1 when it is none of ours. */
int repair_file_of(const struct repair *r, const char *name);
/* Key of an error in a state: level 3, and the trimmed line. Owned. */
char *repair_error_key(const struct diag *d);

/* repair_end.c */
/* failed: it could not be done at all, one sentence; else NULL. The best state's diagnostics move into o. */
void repair_outcome_make(struct repair *r, const char *failed, struct repair_outcome *o);
/* Is a better than b? Lexicographic, see repair.h. */
bool node_better(const struct node *a, const struct node *b);
bool node_is_good(const struct node *n);            /* nothing left to wish for */

#endif
