/* What the files of the sandbox share; nobody else includes it. */
#ifndef IO_SANDBOX_INT_H
#define IO_SANDBOX_INT_H

#include "io/sandbox.h"

#define SANDBOX_UID 65533        /* whom root becomes: reserved in Debian, nobody's elsewhere; owns only scratch */
#define SANDBOX_CELL "/.cell"    /* where bwrap puts the cell program */
#define SANDBOX_TMP_BYTES (64LL << 20)

struct sandbox {
	enum sandbox_level level;
	int uid;          /* become this user; 0: stay */
	bool stage;       /* bind what only root can reach below a place that all can, first */
	bool proc;        /* bwrap may mount a /proc of its own */
	int abi;          /* Landlock's version; 0: none */
	char *bwrap;      /* its path */
	int image, filter; /* memory files: the cell program, the seccomp filter; -1: none */
	struct sbuf note;
	bool recalled;    /* from a memo, not tried in this process */
	bool suspect;     /* recalled, and then a job could not be set up */
};

/* Takes what the memo says when it was written on this machine in this state; false: try anew. */
bool memo_use(struct sandbox *sb, const char *memo);

/* The base system that every sandboxed program sees, computed from this machine. */
struct base_view {
	struct strv dirs;          /* bound read-only at their own place */
	struct strv link_at, link_to; /* top-level links such as /lib -> usr/lib */
};

void base_view_fill(struct base_view *v, bool compiler);
void base_view_release(struct base_view *v);
extern const char *const sandbox_devices[]; /* ends with NULL */

/* Binds made as root in a mount namespace of the child's own, below a folder that hides nothing we need. */
struct stage {
	struct stage_bind {
		const char *from;
		char *to;
		bool dir;
	} *binds;
	size_t n;
	const char *root;
};

int stage_fill(struct stage *st, const struct sandbox_spec *spec, struct sbuf *err);
void stage_release(struct stage *st);
int stage_in_child(void *stage); /* async-signal-safe */

/* Pushes bwrap's arguments up to the program; sources are the staged ones where stage is not NULL. */
void bwrap_args(const struct sandbox *sb, const struct sandbox_spec *spec, const struct stage *st,
		int image_fd, struct strv *argv);

/* A Landlock ruleset for spec: what it binds, the base system, and tmp to write in. The fd, or -1. */
int landlock_ruleset(const struct sandbox *sb, const struct sandbox_spec *spec, const char *tmp,
		     struct sbuf *err);
int landlock_abi(void); /* 0: not there */
/* Must the sandboxed user be let through folders that are closed to others? */
bool landlock_needs_dac(const struct sandbox_spec *spec);

/* Removes scratch folders older than ten minutes of tutors that are no more. */
void scratch_sweep(void);

/* The filter as a memory file; -1 and a sentence. */
int seccomp_filter(const struct sandbox *sb, struct sbuf *err);

#endif
