/* libtest's human output: `test NAME ... ok`, then a section `---- NAME stdout ----` for each failed one. */
#include "base/utf8.h"
#include "svc/check_int.h"

static char *section(const char *text, const char *name)
{
	struct sbuf head = SBUF_INIT, clean = SBUF_INIT;
	const char *at, *end;

	sbuf_addf(&head, "\n---- %s stdout ----\n", name);
	at = strstr(text, head.buf);
	if (at) {
		at += head.len;
		end = strstr(at, "\n---- ");
		if (!end || (strstr(at, "\nfailures:\n") && strstr(at, "\nfailures:\n") < end))
			end = strstr(at, "\nfailures:\n");
		utf8_sanitize(&clean, at, end ? (size_t)(end - at) : strlen(at));
		sbuf_rtrim(&clean);
	}
	sbuf_release(&head);
	return at ? sbuf_detach(&clean, NULL) : NULL;
}

/* What the panic said is the message; the first failed test's panic is the one to explain. */
static void add_failed(struct check *c, const char *name, const char *how)
{
	struct runtime_report r = RUNTIME_REPORT_INIT;
	struct check_test *t;

	runtime_read(how, strlen(how), 101, 0, &r);
	if (c->spec.text && !c->variant)
		runtime_refine(&r, c->spec.text, c->spec.len);
	t = check_add_test(c, name, false, r.message ? r.message : how, r.message ? NULL : how);
	check_tell_test(c, t, &r, CHECK_END_PANIC);
	if (c->r.runtime.kind == RUNTIME_NONE) {
		runtime_release(&c->r.runtime);
		c->r.runtime = r;
	} else {
		runtime_release(&r);
	}
}

static void take_line(struct check *c, const char *all, const char *line, size_t len)
{
	const char *dots, *state;
	char *copy, *name, *how = NULL;
	bool ok;

	if (len < 10 || memcmp(line, "test ", 5))
		return;
	copy = xmemdupz(line, len);
	for (dots = NULL, state = copy; (state = strstr(state, " ... ")); state += 5)
		dots = state;
	if (dots) {
		state = dots + 5;
		ok = starts_with(state, "ok");
		name = xmemdupz(copy + 5, (size_t)(dots - copy - 5));
		/* "NAME - should panic ... ok" */
		if (ends_with(name, " - should panic"))
			name[strlen(name) - strlen(" - should panic")] = '\0';
		if (!starts_with(state, "ignored")) {
			how = ok ? NULL : section(all, name);
			if (how)
				add_failed(c, name, how);
			else
				check_add_test(c, name, ok, NULL, NULL);
		}
		free(how);
		free(name);
	}
	free(copy);
}

bool libtest_read(struct check *c, const char *text, size_t len)
{
	const char *p = text, *end = text + len, *nl;
	bool closed = false;

	for (; p < end; p = nl + 1) {
		nl = memchr(p, '\n', (size_t)(end - p));
		if (!nl)
			nl = end;
		take_line(c, text, p, (size_t)(nl - p));
		if ((size_t)(nl - p) > 13 && !memcmp(p, "test result: ", 13))
			closed = true;
	}
	return closed;
}
