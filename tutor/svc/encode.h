/*
 * encode: vectors for passages that have none yet, made by a child (`tutor __kb-encode`) at low priority and appended to a file
 * in the cache folder as they come, so that nothing is lost when it is stopped. The knowledge base is usable all the while.
 */
#ifndef SVC_ENCODE_H
#define SVC_ENCODE_H

#include "base/sbuf.h"

struct app;
struct encoding;

struct encoding_spec {
	void (*progress)(void *ctx, int64_t done, int64_t total);
	void (*done)(void *ctx, int64_t made, const char *err); /* err NULL: all done, or nothing was missing */
	void *ctx;
};
/* NULL and a sentence: no model, no knowledge base. */
struct encoding *encoding_start(struct app *app, const struct encoding_spec *spec, struct sbuf *err);
void encoding_cancel(struct encoding *e); /* done comes, with what was made so far */

int encoder_inner(void);

#endif
