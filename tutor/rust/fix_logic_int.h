/* The inside of fix_logic, shared by fix_logic*.c. */
#ifndef RUST_FIX_LOGIC_INT_H
#define RUST_FIX_LOGIC_INT_H

#include "rust/fix_int.h"
#include "rust/fix_logic.h"

/* What the failing tests say about the kind of the slip. */
enum logic_hint {
	HINT_BOUND = 1 << 0, /* off by one */
	HINT_SIGN = 1 << 1,
	HINT_TRUTH = 1 << 2, /* true for false */
	HINT_ORDER = 1 << 3, /* the same things in another order */
	HINT_CASE = 1 << 4,  /* upper and lower case, white space */
	HINT_ENDLESS = 1 << 5,
};

struct logic {
	struct fix f;            /* of the text under way; its d and p are NULL */
	const struct items *items;
	size_t file;
	const struct item *fn;   /* the function under way */
	struct strv locals;      /* its names */
	double base;             /* cost of the function */
	bool apart;
	unsigned hints;
	struct logic_edits *out;
};

/* One edit. kinds: hints that speak for it. */
void logic_add(struct logic *l, const char *op, double cost, unsigned kinds, uint32_t from, uint32_t to, const char *with,
	       const char *fmt, ...) PRINTF_LIKE(8, 9);
/* A second change of the edit that was added last. */
void logic_also(struct logic *l, uint32_t from, uint32_t to, const char *with);

/* The operator that starts at token i ("<=", "..", "+"; "" when none does), as long as it can be; its tokens. */
const char *logic_op(const struct fix *f, size_t i, size_t *n);
bool logic_ends_operand(const struct fix *f, size_t i);
bool logic_starts_operand(const struct fix *f, size_t i);
/* Behind `a.b(c)[d]?` that starts at token i: the last token of it; NONE. */
size_t logic_chain_end(const struct fix *f, size_t i);
size_t logic_chain_start(const struct fix *f, size_t i); /* of what ends with token i */
/* "a < b", owned: the operands around an operator of n tokens, or only it. */
char *logic_around(const struct fix *f, size_t i, size_t n);

/* Operators, a token each. fix_logic_swap.c: one thing for another; fix_logic_put.c: something more, or in another order. */
void logic_swaps(struct logic *l, size_t i);
void logic_puts(struct logic *l, size_t i);
void logic_locals(struct logic *l); /* fills locals */

#endif
