/* room: kb */
/* Lines of an import of learned fixes; actions and programs as they may stand in a damaged record. */
#include "base/base.h"

#include "kb/learned.h"
#include "kb/learned_hunks.h"
#include "rust/action.h"
#include "rust/anon.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void plain(const struct sbuf *s)
{
	for (size_t i = 0; i < s->len; i++)
		if ((unsigned char)s->buf[i] >= 0x7f || (s->buf[i] < ' ' && s->buf[i] != '\n'))
			BUG("byte %d in a program without names", s->buf[i]);
}

static void line(const char *text, size_t len)
{
	struct learned e;
	struct sbuf out = SBUF_INIT;

	if (learned_read(text, len, &e, NULL) < 0) {
		if (e.before || e.after)
			BUG("a line that was refused left something behind");
		return;
	}
	if (e.state != LEARNED_CANDIDATE || e.clean || e.tried || e.action || strlen(e.before) > LEARNED_PROGRAM)
		BUG("an import was believed");
	learned_may(e.before, strlen(e.before), e.after, strlen(e.after), NULL);
	learned_release(&e);
	sbuf_release(&out);
}

static void pair(const char *a, size_t alen, const char *b, size_t blen)
{
	struct sbuf x = SBUF_INIT, y = SBUF_INIT, z = SBUF_INIT;
	struct hunks h = { 0 };

	anon_pair(a, alen, b, blen, blen % 2, &x, &y);
	plain(&x);
	plain(&y);
	hunks_find(a, alen, b, blen, &h);
	for (size_t i = 0; i < h.n && i < 4; i++) {
		sbuf_reset(&z);
		hunks_without(&h, i, a, alen, b, blen, &z);
		if (h.n == 1 && (z.len != alen || memcmp(z.buf, a, alen)))
			BUG("a change that was taken back is still there");
	}
	hunks_release(&h);
	sbuf_release(&x);
	sbuf_release(&y);
	sbuf_release(&z);
}

/* A made-up error over the middle of the text. */
static void actions(const char *action, const char *a, size_t alen, const char *b, size_t blen)
{
	char file[] = "a.rs", label[] = "expected `String`, found `&x`", message[] = "cannot find `x` in `Vec<y>`", code[] = "E0308";
	struct diag_span s = { .file = file, .label = label, .primary = true, .byte_start = (uint32_t)(alen / 3),
			       .byte_end = (uint32_t)(alen / 2), .line = 1, .col = 1 };
	struct diag d = { .code = code, .message = message, .spans = &s, .n_spans = 1 };
	struct edits e = EDITS_INIT;
	struct sbuf out = SBUF_INIT;
	char *made = action_make(&d, file, a, alen, b, blen, NULL);

	if (made && strlen(made) > ACTION_MAX + 1)
		BUG("an action of %zu bytes", strlen(made));
	if (made && (!action_replay(made, &d, file, a, alen, &e) || !edits_apply(&e, a, alen, &out)))
		BUG("an action that cannot be made again");
	edits_release(&e);
	if (action_replay(action, &d, file, a, alen, &e) && !edits_apply(&e, a, alen, &out))
		BUG("edits that do not apply");
	edits_release(&e);
	sbuf_reset(&out);
	action_say(action, &out);
	sbuf_release(&out);
	free(made);
}

/* A line, a NUL, an action, a NUL, a text, a NUL, another text. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	const char *v[4], *p = (const char *)data, *end = p + size;
	size_t len[4];
	char *action;

	for (int i = 0; i < 4; i++) {
		const char *nul = i < 3 && p < end ? memchr(p, 0, (size_t)(end - p)) : NULL;

		v[i] = p;
		len[i] = (size_t)((nul ? nul : end) - p);
		p = nul ? nul + 1 : end;
	}
	action = xmemdupz(v[1], len[1]);
	line(v[0], len[0]);
	pair(v[2], len[2], v[3], len[3]);
	actions(action, v[2], len[2], v[3], len[3]);
	free(action);
	return 0;
}
