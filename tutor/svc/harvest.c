#include "svc/harvest.h"

#include "base/file.h"
#include "base/json.h"
#include "io/job.h"
#include "svc/app.h"
#include "svc/harvest.h"
#include "svc/indexer.h"
#include "text/html.h"

#define PAGE_MAX (1u << 20)
#define MESSAGES_MAX 12   /* of one code */
#define MESSAGE_LEN 300
#define WALL_MS 20000

struct example {
	char *code, *text, *edition;
};

struct harvest {
	struct app *app;
	struct harvest_spec spec;
	struct strv pages;
	size_t page;
	struct example *v;      /* of the page being worked on */
	size_t n, alloc, at;
	struct strv messages;   /* of the code so far */
	struct sbuf out;
	size_t codes;
	char *dir;              /* scratch */
	char *rustc, *docs;
	struct job *job;
	bool cancelled;
};

static void step(void *ctx);

static void drop_examples(struct harvest *h)
{
	for (size_t i = 0; i < h->n; i++) {
		free(h->v[i].code);
		free(h->v[i].text);
		free(h->v[i].edition);
	}
	h->n = h->at = 0;
}

static void end(struct harvest *h, const char *err)
{
	struct harvest_spec spec = h->spec;
	size_t codes = h->codes;

	drop_examples(h);
	free(h->v);
	strv_release(&h->pages);
	strv_release(&h->messages);
	sbuf_release(&h->out);
	file_remove_tree(h->dir, NULL);
	free(h->dir);
	free(h->rustc);
	free(h->docs);
	free(h);
	spec.done(spec.ctx, codes, err);
}

static void finish(struct harvest *h)
{
	struct sbuf err = SBUF_INIT;
	char *path = kb_path(h->app, KB_MESSAGES);

	if (h->cancelled)
		error(&err, "Stopped.");
	else
		file_write_atomic(path, h->out.buf, h->out.len, &err);
	free(path);
	end(h, err.len ? err.buf : NULL);
	sbuf_release(&err);
}

/* "rust,compile_fail,E0382,edition2021" */
static void take_block(struct harvest *h, const struct block *b)
{
	struct strv words = STRV_INIT;
	struct example e = { NULL, NULL, NULL };

	if (b->kind != BLOCK_CODE || !b->info || !b->text || !strstr(b->info, "compile_fail"))
		return;
	strv_split(&words, b->info, ',');
	for (size_t i = 0; i < words.n; i++) {
		if (words.v[i][0] == 'E' && strlen(words.v[i]) == 5 && !e.code)
			e.code = xstrdup(words.v[i]);
		else if (starts_with(words.v[i], "edition") && !e.edition)
			e.edition = xstrdup(words.v[i] + 7);
	}
	strv_release(&words);
	if (!e.code) {
		free(e.edition);
		return;
	}
	e.text = xstrdup(b->text);
	ARRAY_GROW(h->v, h->n + 1, h->alloc);
	h->v[h->n++] = e;
}

static void read_page(struct harvest *h, const char *name)
{
	struct sbuf text = SBUF_INIT;
	struct doc d = DOC_INIT;
	char *path = xstrfmt("%s/error_codes/%s", h->docs, name);

	if (file_read(path, PAGE_MAX, &text, NULL) == 0 && html_parse(text.buf, text.len, &d, NULL, NULL) == 0)
		for (size_t i = 0; i < d.n; i++)
			take_block(h, &d.blocks[i]);
	doc_release(&d);
	sbuf_release(&text);
	free(path);
}

static void add_message(struct harvest *h, const char *text)
{
	struct sbuf s = SBUF_INIT;

	for (const char *p = text; *p && s.len < MESSAGE_LEN; p++)
		sbuf_addch(&s, *p == '\n' || *p == '\t' || *p == '|' ? ' ' : *p);
	if (s.len && h->messages.n < MESSAGES_MAX && !strv_has(&h->messages, s.buf))
		strv_push(&h->messages, s.buf);
	sbuf_release(&s);
}

static void take_diagnostic(struct harvest *h, const struct json *d, const char *code)
{
	const struct json *spans = json_get(d, "spans");

	if (!streq(json_get_str(json_get(d, "code"), "code", ""), code))
		return;
	add_message(h, json_get_str(d, "message", ""));
	for (const struct json *s = json_first(spans); s; s = json_next(s))
		if (json_get_bool(s, "is_primary", false))
			add_message(h, json_get_str(s, "label", ""));
}

static void compiled(void *ctx, const struct job_result *r)
{
	struct harvest *h = ctx;
	struct strv lines = STRV_INIT;

	h->job = NULL;
	strv_split(&lines, r->err.text.buf, '\n');
	for (size_t i = 0; i < lines.n; i++) {
		struct json *d = lines.v[i][0] == '{' ? json_parse(lines.v[i], strlen(lines.v[i]), NULL) : NULL;

		if (d)
			take_diagnostic(h, d, h->v[h->at].code);
		json_free(d);
	}
	strv_release(&lines);
	h->at++;
	loop_defer(app_loop(h->app), step, h);
}

static void write_code(struct harvest *h)
{
	if (!h->messages.n || !h->n)
		return;
	sbuf_addf(&h->out, "%s\t", h->v[0].code);
	strv_join(&h->messages, " | ", &h->out);
	sbuf_addch(&h->out, '\n');
	h->codes++;
	strv_release(&h->messages);
}

static bool compile(struct harvest *h, const struct example *e)
{
	char *file = path_join(h->dir, "example.rs"), *edition = xstrfmt("--edition=%s", e->edition ? e->edition : "2015");
	char metadata[] = "--emit=metadata", json[] = "--error-format=json", allow[] = "-Awarnings", o[] = "-o", *to = path_join(h->dir, "x.rmeta");
	char crate[] = "--crate-type=lib", *bin = strstr(e->text, "fn main") ? NULL : crate;
	char *argv[] = { h->rustc, file, edition, metadata, json, allow, o, to, bin, NULL };
	struct job_spec spec = { .argv = argv, .cwd = h->dir, .done = compiled, .ctx = h,
				 .limits = { .wall_ms = WALL_MS, .mem_bytes = (int64_t)4 << 30 } };

	if (file_write(file, e->text, strlen(e->text), NULL) == 0)
		h->job = job_start(app_loop(h->app), &spec, NULL);
	free(file);
	free(edition);
	free(to);
	return h->job != NULL;
}

/* One example or one page a turn of the loop. */
static void step(void *ctx)
{
	struct harvest *h = ctx;

	if (h->cancelled) {
		finish(h);
	} else if (h->at < h->n) {
		if (!compile(h, &h->v[h->at]))
			end(h, "The compiler could not be started.");
	} else {
		write_code(h);
		drop_examples(h);
		if (h->page == h->pages.n) {
			finish(h);
			return;
		}
		if (h->spec.progress)
			h->spec.progress(h->spec.ctx, (int64_t)h->page, (int64_t)h->pages.n);
		read_page(h, h->pages.v[h->page++]);
		loop_defer(app_loop(h->app), step, h);
	}
}

struct harvest *harvest_start(struct app *app, const struct harvest_spec *spec, struct sbuf *err)
{
	struct harvest *h = xcalloc(1, sizeof(*h));
	struct strv all = STRV_INIT;
	char *dir = path_join(spec->docs, "error_codes");

	*h = (struct harvest){ .app = app, .spec = *spec, .rustc = xstrdup(spec->rustc), .docs = xstrdup(spec->docs), .out = SBUF_INIT };
	if (file_list(dir, &all, err) < 0 || !(h->dir = file_make_temp_dir("tutor-messages", err))) {
		strv_release(&all);
		free(dir);
		free(h->rustc);
		free(h->docs);
		free(h);
		return NULL;
	}
	for (size_t i = 0; i < all.n; i++)
		if (all.v[i][0] == 'E' && ends_with(all.v[i], ".html"))
			strv_push(&h->pages, all.v[i]);
	strv_release(&all);
	free(dir);
	loop_defer(app_loop(app), step, h);
	return h;
}

void harvest_cancel(struct harvest *h)
{
	h->cancelled = true;
	if (h->job)
		job_cancel(h->job);
}
