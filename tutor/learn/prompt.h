/*
 * prompt: what a model is told, as data: kb/prompts/FAMILY/STEP.txt (the words) and kb/prompts/FAMILY/family.yaml (which steps the
 * family may do, and their limits). A family without a step's text uses that of `default`.
 *
 * STEP.txt: sections that begin with a line `=== system`, `=== user` or `=== assistant`; the last is a user's and the only one with
 * fields `{name}` (`{{` and `}}` are braces). So everything before it is the same every time, and a server keeps it ready.
 *
 * family.yaml:
 *   title: …
 *   budget: 700            # tokens that a prompt may have
 *   steps:                 # what the family may do; absent: it may not
 *     your_code: {plain: [E0502], frames: true, max_tokens: 80, temperature: 0, stop: [...], slot: 1, words: 60, sentences: 2, trim: [passages, code], grammar: …}
 *
 * A step may have a `budget` of its own.
 *
 * A field's text is data: marks of roles, fences and templates in it are taken apart before it is filled in. When the whole is
 * over the budget, the fields are cut at their end, in the order of `trim` (each down to PROMPT_FIELD_MIN); then it is an error.
 */
#ifndef LEARN_PROMPT_H
#define LEARN_PROMPT_H

#include "base/strv.h"

#define PROMPT_FIELD_MIN 60 /* bytes of a field that is cut */

struct prompts; /* one family */

struct prompt_step {
	char *name;
	int max_tokens;        /* of the answer */
	double temperature;
	struct strv stop;
	int slot;              /* the server's place where the fixed part stays; -1: any */
	int words, sentences;  /* limits for the guard; 0: its own */
	int budget;            /* tokens of its prompt; 0: the family's */
	struct strv trim;
	struct strv plain;     /* your_code: codes of errors that are not asked: the plain words stand alone */
	bool frames;           /* your_code: only the sentences of learn/frames; else words of its own, checked against facts */
	char *grammar;         /* GBNF; NULL */
};

struct prompt_field {
	const char *name, *text; /* text NULL: as "" */
};

struct prompt_message {
	const char *role; /* "system", "user", "assistant" */
	char *content;
};

struct prompt {
	const struct prompt_step *step; /* the prompts' */
	struct prompt_message *v;
	size_t n;
	char *fixed;       /* the fixed part as one text: guard_spec.examples */
	size_t tokens;     /* estimate of the whole */
	bool trimmed;      /* a field was cut */
};

/* dir: kb/prompts. An unknown family is `default`. NULL and a sentence: no such folder, a broken file. */
struct prompts *prompts_load(const char *dir, const char *family, struct sbuf *err);
void prompts_free(struct prompts *p);
const char *prompts_family(const struct prompts *p);
int prompts_budget(const struct prompts *p);
/* NULL: this family may not do it. */
const struct prompt_step *prompts_step(const struct prompts *p, const char *step);
/* SHA-256 of the step's text and settings: a part of the key where answers are kept. */
const char *prompts_hash(const struct prompts *p, const char *step);

/*
 * Fills a step's prompt. Every field of the template must be given and every given field must be in it. -1 and a sentence: not a
 * step of this family, unknown or missing field, over the budget. prompt_end it.
 */
int prompt_fill(const struct prompts *p, const char *step, const struct prompt_field *fields, size_t n, struct prompt *out, struct sbuf *err);
void prompt_end(struct prompt *out);
/* The prompt as it is sent, for people (--show-prompt). */
void prompt_show(const struct prompt *p, struct sbuf *out);

/* Tokens of a text, rather too many than too few: a token for 3.5 bytes. */
size_t prompt_tokens(size_t bytes);
/* Appends text as data: without marks of roles, fences, templates and control characters. */
void prompt_neutralise(const char *text, size_t len, struct sbuf *out);
/* Appends code with line numbers, "12| let x = 1;", as the steps want it; lines from first (from 1) to last; 0: all. */
void prompt_number_lines(const char *code, size_t len, int first, int last, struct sbuf *out);

#endif
