/*
 * lesson: one Markdown file of lessons/ (format in lessons/README.md). Pure: parses bytes. Owns its
 * strings, its document and its quizzes. The head (front matter) is cheap and read for all lessons
 * at the start; the body on demand.
 */
#ifndef LEARN_LESSON_H
#define LEARN_LESSON_H

#include "learn/fence.h"
#include "learn/quiz.h"

#define LESSON_MAX (1u << 20) /* bytes of a lesson's file */

struct lesson {
	char *id;          /* "moves" */
	char *file;        /* "lessons/06-moves.md", as given */
	int number;        /* 6, from the file's name; 0 without one */
	char *title;
	int minutes;
	char *lang;        /* NULL: English */
	struct strv concepts, requires, sources, was;
	struct strv unknown; /* keys of the front matter that the format does not know */
	/* From here on only after lesson_parse (loaded). */
	bool loaded;
	char *text;        /* the whole file */
	const char *body;  /* Markdown below the front matter; points into text */
	size_t body_len;
	int body_line;     /* line of its first line in the file */
	struct doc doc;
	struct fences fences;
	struct quiz_item *quizzes;
	size_t n_quizzes;
};

/* The front matter only. text may be cut off anywhere after it. */
int lesson_parse_head(const char *file, const char *text, size_t len, struct lesson *l,
		      struct sbuf *err);
/* All of it. A broken quiz, an unknown fence label: -1 and a sentence with the line. */
int lesson_parse(const char *file, const char *text, size_t len, struct lesson *l,
		 struct sbuf *err);
void lesson_release(struct lesson *l);
const struct quiz_item *lesson_quiz(const struct lesson *l, const char *id); /* NULL: none */
/* The fence or quiz that belongs to a block of l->doc; NULL when the block is neither. */
const struct fence *lesson_fence_at(const struct lesson *l, size_t block);
const struct quiz_item *lesson_quiz_at(const struct lesson *l, size_t block);
/* The program of a fence: fence_program. */
void lesson_block_program(const struct fence *f, struct sbuf *out, int *shift);

#endif
