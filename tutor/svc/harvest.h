/*
 * harvest: what rustc really says for each error code. The erroneous examples of the error pages (which do not hold the
 * messages) are compiled, metadata only, one job after the other; messages and labels of the wanted code are written to a file
 * `CODE TAB message | message`, names in backticks as they came. About 25 s of one core, once a toolchain, in the background.
 * The examples are the documentation's own text; nothing of them is run.
 */
#ifndef SVC_HARVEST_H
#define SVC_HARVEST_H

#include "base/sbuf.h"

struct app;
struct harvest;

struct harvest_spec {
	const char *docs, *rustc; /* folder of the docs; the real compiler */
	void (*progress)(void *ctx, int64_t done, int64_t total);
	void (*done)(void *ctx, size_t codes, const char *err); /* err NULL: the file is written */
	void *ctx;
};
struct harvest *harvest_start(struct app *app, const struct harvest_spec *spec, struct sbuf *err);
void harvest_cancel(struct harvest *h); /* done comes; the file from before stays */

#endif
