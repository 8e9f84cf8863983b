/* The inside of repair: texts, states, candidates. Private to svc/repair*.c. */
#ifndef SVC_REPAIR_INT_H
#define SVC_REPAIR_INT_H

#include "base/map.h"
#include "rust/edits.h"
#include "svc/check.h"
#include "svc/learned.h"
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
void texts_unref(struct rtext **v, size_t n);

enum unproven { UNPROVEN_NO, UNPROVEN_SEEN /* once, on this machine */, UNPROVEN_FOREIGN /* from an import */ };
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
	enum unproven unproven;   /* the weakest of the learned fixes on the way */
	enum run_state run;
	size_t tests_passed, tests_failed;
	char *note;
	char *failing;            /* tests that fail, a line each; NULL */
	struct check_test *tests; /* of its run; owned */
	size_t n_tests;
	bool tested, endless;     /* tests were run, not a main; they were stopped */
	int64_t run_ms;
	bool by_logic, logic_done; /* made by repair_logic; its own changes were tried there */
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
	int64_t entry;            /* the learned fix that it is, or agrees with; 0: none */
	enum unproven unproven;
	bool by_logic;
	bool guess;               /* a learned fix for an error that only shares the code or the message's shape */
};

struct cands { /* a heap by prio */
	struct cand *v;
	size_t n, alloc;
};

struct repair_tried {     /* a learned fix, compiled: the node it made or -1; was its error gone? */
	int64_t entry;
	int node;
	bool gone;
};

#define REPAIR_LEARNED_LOOKED 24 /* entries of one error that are tried on its text */
#define REPAIR_MATCHES 6         /* of those that fit */
struct repair_match {
	struct learned entry;
	struct edits edits;
	uint64_t meaning;         /* of the text it makes, by tokens; 0: not compared */
	int level;                /* at which the entry's error and this one agree, 1 to 4 */
	bool met;                 /* another source proposes the same */
};
struct repair_matches {
	struct repair_match v[REPAIR_MATCHES];
	size_t n;
	const struct rtext *text;
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
	struct cands queue;
	struct cands late;        /* what rests on a learned fix that is not trusted yet, or that is a guess */
	struct map seen;          /* hashes of states */
	struct cand now;          /* being checked */
	struct rtext **now_texts;
	struct check *check;
	int checks, limit;
	int late_checks;          /* of them: from `late` */
	int since_gain;           /* checks since the best state changed */
	int best;                 /* index; -1 before the first check */
	bool accepting;           /* the check under way builds and runs nodes[n_nodes - 1] */
	bool asking, cancelled;
	int model_calls, model_useless, gain_at_ask;
	struct repair_matches matches; /* of the error whose candidates are being made */
	struct repair_tried *tried;
	size_t n_tried, alloc_tried;
	struct repair_logic *logic; /* at work; NULL */
	int logic_rounds;
	int64_t logic_started;
	int ask_node;             /* what the model was asked about */
	uint64_t ask_timer;       /* loop_id: a model that writes is not waited for beyond the wall limit */
	char *model_tried, *model_error; /* its last candidate as a diff, and the error that it had */
};

/* repair_cand.c */
void cands_add(struct repair *r, int node);         /* the state's candidates go into the queue */
void cands_add_model(struct repair *r, int node, const struct repair_proposal *v, size_t n);
bool cands_pop(struct cands *q, struct cand *out); /* the best of a queue; false: it is empty */
void cands_release(struct cands *q);
void cand_release(struct cand *c);
/* Index of the file that a span names; -1 when it is none of ours. */
int repair_file_of(const struct repair *r, const char *name);
/* Key of an error in a state: level 3, and the trimmed line. Owned. */
char *repair_error_key(const struct diag *d);

void repair_offer_take(struct repair *r, int node, struct cand *c); /* sets its prio, puts it into its queue */

/* repair_learned.c */
void repair_matches_find(struct repair *r, int node, const struct diag *d, struct repair_matches *m);
void repair_matches_release(struct repair_matches *m);
/* A candidate of another source: what is taken off its cost because a learned fix agrees; reason and entry say which. */
double repair_matches_bonus(struct repair_matches *m, const struct edits *e, struct sbuf *reason, int64_t *entry);
/* The learned fixes that no other source proposed. */
void repair_matches_offer(struct repair *r, int node, const struct diag *d, struct repair_matches *m, double extra);
bool repair_is_unproven(const struct repair *r, const struct cand *c); /* it, or what it builds on */
bool repair_wants_late(const struct repair *r);    /* nothing compiles without holes; may untrusted fixes be tried? */
bool repair_unproven_counts(const struct node *n);
void repair_tried(struct repair *r, int64_t entry, int node, bool gone);
void repair_learned_end(struct repair *r, struct repair_outcome *o); /* counts failures; fills o->unproven and o->entries */

/* repair_logic.c */
/* It compiles, and its tests fail: starts to try small changes; true: the search goes on by itself. */
bool repair_logic_start(struct repair *r);
void repair_logic_free(struct repair *r);
/* A change of the logic counts when all tests pass, not before. */
bool repair_logic_counts(const struct node *n);
void repair_node_tests_take(struct node *n, struct check_result *res);
void repair_node_tests_release(struct node *n);

/* repair.c */
/* Fills the spec's file or project from texts and starts it; counted. */
int repair_check_start(struct repair *r, struct rtext *const *texts, struct check_spec *spec, struct sbuf *err);
void repair_later(struct repair *r); /* the search's next step, from the loop */

/* repair_end.c */
/* failed: it could not be done at all, one sentence; else NULL. The best state's diagnostics move into o. */
void repair_outcome_make(struct repair *r, const char *failed, struct repair_outcome *o);
/* Is a better than b? Lexicographic, see repair.h. */
bool node_better(const struct node *a, const struct node *b);
bool node_is_good(const struct node *n);            /* nothing left to wish for */

#endif
