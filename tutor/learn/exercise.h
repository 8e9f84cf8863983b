/*
 * exercise: a folder exercises/TOPIC/SLUG (format in exercises/README.md). The structure and its
 * parsers are pure; exercise_load and exercise_load_variant read files and live in course_load.c.
 * Owns everything it points to.
 */
#ifndef LEARN_EXERCISE_H
#define LEARN_EXERCISE_H

#include "base/strv.h"
#include "learn/kind.h"

#define EXERCISE_FILE_MAX (1u << 20) /* bytes of any one file of an exercise */
#define EXERCISE_MAX_FILES 200       /* files of a project */
#define EXERCISE_RUNGS 6             /* hints[rung] */

struct exercise_case {
	char *name, *input, *output; /* standard input and expected standard output */
};

struct exercise_wrong {
	char *name;  /* "off-by-one.rs"; in a project the folder's name */
	char *text;  /* NULL in a project: see exercise.dir/wrong/NAME */
};

struct exercise_limits { /* 0: the program's usual limit */
	int wall_ms, cpu_s, mem_mb;
};

struct exercise {
	/* The head: front matter of exercise.md. */
	char *id;          /* "ownership/move-string" */
	char *dir;         /* folder, as given */
	char *title, *topic;
	struct strv concepts, requires, was;
	int difficulty;    /* 1..5 */
	int minutes;
	enum learn_kind kind;
	char *mode;        /* NULL: practice */
	/* kind fix: "E0382", "none" (no code) or "wrong" (compiles, fails its tests); NULL else */
	char *error;
	struct exercise_limits limits;
	struct strv forbid, must_use;
	int points;
	char *lang;        /* NULL: English */
	struct strv unknown; /* keys that the format does not know: told by exercise_problems */
	struct exercise_case *cases;
	size_t n_cases;
	/* From here on only when loaded. */
	bool loaded;
	char *statement;   /* Markdown */
	int statement_line;/* its first line in exercise.md */
	char *after;       /* Markdown below "## After"; NULL: none */
	char *starter, *solution; /* texts; predict_*: solution is the answer. NULL for projects */
	char *tests;       /* tests.rs; NULL: none */
	char *probe, *probe_out; /* probe.rs and probe.out; NULL: none */
	struct exercise_wrong *wrong;
	size_t n_wrong;
	char *hints[EXERCISE_RUNGS]; /* Markdown by rung, 3..5; NULL: none */
	struct strv variants; /* names of folders under variants/ */
	char *variant;     /* this is variant NAME of id; NULL: the exercise itself */
	/* kind project: paths relative to dir/starter, dir/solution, dir/tests */
	struct strv starter_files, solution_files, test_files;
};

/*
 * How the program is tested; an exercise may have one (more than one is an author's mistake, none
 * too).
 */
enum exercise_way {
	EXERCISE_TESTS,
	EXERCISE_CASES,
	EXERCISE_PROBE,
	EXERCISE_PREDICT,
	EXERCISE_PROJECT,
	EXERCISE_NO_WAY
};
enum exercise_way exercise_way(const struct exercise *e);

/*
 * Front matter of exercise.md, and below it the statement when body is asked for (text may be cut
 * off after the head when not).
 */
int exercise_parse(const char *id, const char *text, size_t len, bool body, struct exercise *e,
		   struct sbuf *err);
/*
 * exercise.md of a variant, laid over the exercise: only what it names is replaced, and the
 * statement.
 */
int exercise_parse_variant(const char *text, size_t len, struct exercise *e, struct sbuf *err);
/* hints.md: sections `## 3`, `## 4`, `## 5` into e->hints. */
int exercise_parse_hints(const char *text, size_t len, struct exercise *e, struct sbuf *err);
/*
 * What is missing or does not go together (no starter, no solution, no way of testing, cases in a
 * project); one sentence each. Of a loaded exercise.
 */
void exercise_problems(const struct exercise *e, struct strv *out);
void exercise_release(struct exercise *e);
void exercise_drop_ways(struct exercise *e);  /* tests, cases and probe: a variant brings its own */
void exercise_drop_wrong(struct exercise *e);

/*
 * Reads the whole folder. id: "TOPIC/SLUG", normally the last two parts of dir; must agree with the
 * front matter.
 */
int exercise_load(const char *dir, const char *id, struct exercise *e, struct sbuf *err);
/*
 * The variant's files, and the exercise's own where the variant has none (a project's variant is
 * complete). out->dir is the variant's folder.
 */
int exercise_load_variant(const struct exercise *e, const char *name, struct exercise *out,
			  struct sbuf *err);

/*
 * Ids near an unknown one, best first, at most max: by Damerau-Levenshtein distance (optimal string
 * alignment) of the whole id or of its last part, at most a third of its length away, then ids that
 * contain it. Borrowed from ids.
 */
size_t ids_nearest(const struct strv *ids, const char *wrong, const char **out, size_t max);
/*
 * "There is no exercise `x`. Did you mean `y` or `z`?" what: "exercise". Appends to err, returns
 * -1.
 */
int ids_unknown(const char *what, const char *wrong, const struct strv *ids, struct sbuf *err);

#endif
