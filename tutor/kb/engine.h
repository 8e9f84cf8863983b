/*
 * engine: one opened knowledge base: a question in, ranked passages out. Legs: words (impacts of kb.db), meaning (dot products
 * of vectors, when the question's vector is given), messages (for pasted compiler text). Not for threads.
 */
#ifndef KB_ENGINE_H
#define KB_ENGINE_H

#include "kb/rank.h"
#include "kb/vecfile.h"
#include "store/kbdb.h"

#define ENGINE_MAX_HITS 50
#define ENGINE_QUESTION_MAX 8000 /* bytes; what is longer is cut */

enum engine_leg { LEG_WORDS = 1, LEG_MEANING = 2, LEG_BOTH = 3 };

struct engine;

/* The database is taken; vectors are borrowed and may be NULL. */
struct engine *engine_new(struct kbdb *db_take, const struct vecset *vectors, uint32_t dim);
void engine_free(struct engine *e);
size_t engine_chunks(const struct engine *e);
/* Texts that have a vector, of all that should. */
size_t engine_vectors(const struct engine *e, size_t *wanted);
struct kbdb *engine_db(struct engine *e);
/* Appends a file of vectors (kb/vecfile), sorted by key; how many. */
size_t engine_write_vectors(const struct engine *e, const char *model, struct sbuf *out);

struct engine_question {
	const char *text;
	const int8_t *vector; /* of the text, dim numbers; NULL: words only */
	const char *more;     /* search words besides, from a model; NULL. They add a leg of each kind at half weight */
	const int8_t *more_vector; /* of these; NULL */
	enum engine_leg leg;
	size_t max;           /* hits wanted, at most ENGINE_MAX_HITS */
	bool all;             /* also when nothing seems to fit */
	bool other_model;     /* the vectors are not of the model that ENGINE_SURE is calibrated on: words decide whether anything fits */
};

struct engine_hit {
	double score;
	int kind;             /* enum chunk_kind */
	uint32_t chunk;
	char *page, *anchor, *crumb, *text, *code;
	char *see;            /* pages it stands for, one a line; "" */
};

struct engine_answer {
	struct engine_hit v[ENGINE_MAX_HITS];
	size_t n;
	bool compiler;        /* the question was taken for compiler text */
	bool by_meaning;      /* the meaning leg took part */
	double cosine, impact, known, cover; /* best of each leg; shares of the words that are in the index, and in the best passage */
	int64_t us;           /* time it took; filled in by svc/search */
	char *spelled;        /* what was searched for, when words of the question were misspelt (svc/search fills it in); NULL */
	double sure;          /* confidence that anything fits; under ENGINE_SURE nothing is given (unless all) */
};
#define ENGINE_SURE 1.0

void engine_ask(struct engine *e, const struct engine_question *q, struct engine_answer *out);
/* The card that answers: the first hit, when it is one; NULL: passages do. `tutor ask` goes by it. */
const struct engine_hit *engine_card(const struct engine_answer *a);
void engine_answer_release(struct engine_answer *a);
/* to, released before, gets all that from has; from is empty then and may still be released. */
void engine_answer_take(struct engine_answer *to, struct engine_answer *from);

#endif
