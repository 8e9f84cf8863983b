#include "svc/write.h"

#include "base/utf8.h"
#include "text/layout.h"

/* A row as plain text: what is code keeps its back ticks, for there is no colour to tell it (in ASCII the layout put them there). */
static void plain_row(const struct row *row, bool ascii, struct sbuf *out)
{
	for (size_t i = 0; i < row->n; i++) {
		const struct piece *p = &row->pieces[i];
		int at = utf8_width(out->buf, out->len);
		bool code = p->style == ROW_CODE && !ascii && *p->text;

		if (p->column > at)
			sbuf_addchars(out, ' ', (size_t)(p->column - at));
		sbuf_addf(out, "%s%s%s", code ? "`" : "", p->text, code ? "`" : "");
	}
	sbuf_rtrim(out);
}

void write_markdown(const char *markdown, int indent, int width, bool ascii, struct sbuf *out)
{
	struct layout_opts o = { .width = MAX(20, width - indent), .max_text = 96, .flags = ascii ? LAYOUT_ASCII : 0 };
	struct doc d = DOC_INIT;
	struct rows rows = ROWS_INIT;
	struct sbuf err = SBUF_INIT, line = SBUF_INIT;

	if (md_parse(markdown, strlen(markdown), 1, &d, &err) < 0) {
		sbuf_addf(out, "%*s%s\n", indent, "", err.buf);
	} else {
		layout_doc(&d, &o, &rows);
		for (size_t i = 0; i < rows.n; i++) {
			sbuf_reset(&line);
			plain_row(&rows.v[i], ascii, &line);
			sbuf_addf(out, "%*s%s\n", line.len ? indent : 0, "", line.buf);
		}
	}
	sbuf_release(&line);
	sbuf_release(&err);
	rows_release(&rows);
	doc_release(&d);
}

static struct json *step_json(const struct step *s)
{
	struct json *j = json_object(), *cites = json_array();

	json_set_str(j, "kind", step_kind_name(s->kind));
	json_set_num(j, "rung", s->rung);
	json_set_str(j, "title", s->title);
	json_set_str(j, "text", s->text);
	json_set_str(j, "origin", origin_name(s->origin));
	json_set_bool(j, "verified", s->verified);
	json_set_str(j, "code", s->code);
	json_set_str(j, "lang", s->lang);
	for (size_t i = 0; i < s->n_cites; i++) {
		struct json *c = json_object();

		json_set_num(c, "n", s->cites[i].n);
		json_set_str(c, "page", s->cites[i].page);
		json_set_str(c, "title", s->cites[i].title);
		json_add_take(cites, c);
	}
	json_set_take(j, "cites", cites);
	return j;
}

struct json *write_steps_json(const struct steps *s, int max_rung)
{
	struct json *arr = json_array();

	for (size_t i = 0; i < s->n; i++)
		if (s->v[i].rung <= max_rung)
			json_add_take(arr, step_json(&s->v[i]));
	return arr;
}

void write_code(const char *code, struct sbuf *out)
{
	struct sbuf line = SBUF_INIT;
	const char *p = code;

	while (*p) {
		size_t n = strcspn(p, "\n");

		sbuf_reset(&line);
		sbuf_add(&line, p, n);
		sbuf_rtrim(&line);
		sbuf_addf(out, "%s%s\n", line.len ? "      " : "", line.buf);
		p += n + (p[n] == '\n');
	}
	sbuf_release(&line);
}

static void write_cite(const struct cite *c, struct sbuf *out)
{
	sbuf_addf(out, "   see [%d] %s", c->n, c->page);
	if (!streq(c->title, c->page))
		sbuf_addf(out, " (%s)", c->title);
	sbuf_addch(out, '\n');
}

void write_steps_plain(const struct steps *s, int max_rung, int width, bool ascii, struct sbuf *out)
{
	int number = 0;

	for (size_t i = 0; i < s->n; i++) {
		const struct step *st = &s->v[i];

		if (st->rung > max_rung || st->origin == ORIGIN_MODEL)
			continue;
		sbuf_addf(out, "%s%d. %s  [%s%s]\n", number ? "\n" : "", number + 1, st->title, origin_name(st->origin),
			  st->verified ? ", verified" : "");
		number++;
		if (*st->text)
			write_markdown(st->text, 3, width, ascii, out);
		if (st->code) {
			sbuf_addch(out, '\n');
			write_code(st->code, out);
		}
		for (size_t k = 0; k < st->n_cites; k++)
			write_cite(&st->cites[k], out);
	}
}

void write_model_plain(const struct steps *s, int max_rung, int width, bool ascii, struct sbuf *out)
{
	for (size_t i = 0; i < s->n; i++) {
		if (s->v[i].rung > max_rung || s->v[i].origin != ORIGIN_MODEL)
			continue;
		sbuf_addf(out, "\n%s, said by a model and checked:\n", s->v[i].title);
		write_markdown(s->v[i].text, 3, width, ascii, out);
	}
}

struct json *write_explanations_json(const struct explanations *e, int max_rung)
{
	struct json *arr = json_array();

	for (size_t i = 0; i < e->n; i++) {
		const struct explanation *x = &e->v[i];
		struct json *j = json_object();

		json_set_str(j, "code", x->code);
		json_set_str(j, "message", x->message);
		json_set_bool(j, "root", x->root);
		json_set_str(j, "file", x->file);
		if (x->line > 0)
			json_set_num(j, "line", x->line);
		else
			json_set_null(j, "line");
		json_set_str(j, "card", x->card);
		json_set_take(j, "steps", write_steps_json(&x->steps, max_rung));
		json_set_strv(j, "consequences", &x->consequences);
		json_add_take(arr, j);
	}
	return arr;
}

static void add_head(const struct explanation *x, size_t i, size_t n, struct sbuf *out)
{
	if (n > 1)
		sbuf_addf(out, "%sError %zu of %zu%s", i ? "\n" : "", i + 1, n, x->root ? " (start here)" : "");
	else
		sbuf_addf(out, "Explained");
	if (x->code)
		sbuf_addf(out, " %s", x->code);
	if (x->file && x->line > 0)
		sbuf_addf(out, ", %s line %d", x->file, x->line);
	sbuf_addstr(out, "\n\n");
}

void write_explanations_plain(const struct explanations *e, int max_rung, int width, bool ascii, struct sbuf *out)
{
	for (size_t i = 0; i < e->n; i++) {
		const struct explanation *x = &e->v[i];

		add_head(x, i, e->n, out);
		write_steps_plain(&x->steps, max_rung, width, ascii, out);
		if (x->consequences.n)
			sbuf_addf(out, "\n%zu more error%s follow%s from this one:\n", x->consequences.n,
				  x->consequences.n > 1 ? "s" : "", x->consequences.n > 1 ? "" : "s");
		for (size_t k = 0; k < x->consequences.n; k++)
			sbuf_addf(out, "   %s %s\n", ascii ? "-" : "·", x->consequences.v[k]);
	}
}
