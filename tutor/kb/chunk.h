/*
 * chunk: the passages that can be found. A page (struct doc) is cut at its headings; a section under CHUNK_SMALL
 * characters joins the next; one over CHUNK_MAX is cut between blocks, never inside code, and code stays with the
 * paragraph before it. Of a std page each method is one chunk; what is unstable, comes through Deref or is a list of
 * implementations is left out. Pure. A chunk owns its strings; none is NULL.
 */
#ifndef KB_CHUNK_H
#define KB_CHUNK_H

#include "text/block.h"

#define CHUNK_SMALL 250  /* characters of prose and code */
#define CHUNK_MAX 1500
#define CHUNK_HARD 20000 /* a single block longer than this is cut off */
#define CHUNK_EMBED 400  /* characters of prose in the text that is embedded */

/* X(id, name, prior of the words leg) */
#define CHUNK_KINDS(X) \
	X(BOOK, "book", 1.4) X(EXAMPLE, "example", 1.4) X(REFERENCE, "reference", .85) X(ERROR, "error", 1.15) \
	X(ITEM, "std", 1.0) X(METHOD, "method", 1.0) X(CARGO, "cargo", .85) X(NOMICON, "nomicon", .6) \
	X(EDITION, "edition", .46) X(CARD, "card", 1.3) X(LESSON, "lesson", .6) X(EXERCISE, "exercise", .4) \
	X(ADDED, "added", 1.0)

enum chunk_kind {
#define X(id, name, prior) CHUNK_##id,
	CHUNK_KINDS(X)
#undef X
	CHUNK_KIND_COUNT
};
const char *chunk_kind_name(enum chunk_kind k);
double chunk_kind_prior(enum chunk_kind k);

struct chunk {
	enum chunk_kind kind;
	char *page;    /* "book/ch04-01-what-is-ownership.html"; "card:questions/NAME", "lesson:ID", "exercise:ID", "SOURCE:path" */
	char *anchor;  /* "" at the top of the page */
	char *crumb;   /* "The Rust Programming Language > What Is Ownership? > Variable Scope" */
	char *prose;   /* paragraphs, one a line */
	char *code;    /* code blocks, an empty line between */
	char *links;   /* targets as written, one a line */
	char *see;     /* of cards: pages that it stands for, one a line */
	char *names;   /* exact names: "Vec::push", one a line */
	char *asked;   /* how a learner asks for it, one a line */
};

struct chunks {
	struct chunk *v;
	size_t n, alloc;
};

#define CHUNKS_INIT { NULL, 0, 0 }

struct chunk_page {
	enum chunk_kind kind;
	const char *book;  /* the first part of the breadcrumb */
	const char *page;
	const char *title; /* of the page; may be NULL: its first heading */
};

struct chunk *chunks_add(struct chunks *cs); /* all strings "" (owned), valid until the next */
void chunks_release(struct chunks *cs);
void chunk_set(char **field, const char *text);
/* Adds the page's chunks. */
void chunk_cut(const struct doc *d, const struct chunk_page *p, struct chunks *out);
/* The last part of a breadcrumb; borrowed. */
const char *crumb_last(const char *crumb);
/* What is embedded: the breadcrumb without its first part, and the beginning of the prose. */
void chunk_embed_text(const char *crumb, const char *prose, struct sbuf *out);
/* 63-bit key of a text to embed: from SHA-256, never 0 or negative. */
int64_t chunk_text_key(const char *text, size_t len);

#endif
