#include "learn/compose.h"

#include <ctype.h>

#include "base/utf8.h"

#define JOINED_MAX 600 /* bytes of the question before that are kept */
#define FOLLOW_UP_WORDS 6
#define PRINTS "It prints:\n\n```text\n"

/* --- citations ----------------------------------------------------------------------- */

void cites_release(struct cites *c)
{
	for (size_t i = 0; i < c->n; i++) {
		free(c->v[i].page);
		free(c->v[i].title);
	}
	free(c->v);
	*c = (struct cites)CITES_INIT;
}

int cites_add(struct cites *c, const char *page, const char *title)
{
	for (size_t i = 0; i < c->n; i++)
		if (streq(c->v[i].page, page))
			return c->v[i].n;
	ARRAY_GROW(c->v, c->n + 1, c->alloc);
	c->v[c->n] = (struct cite){ (int)c->n + 1, xstrdup(page), xstrdup(title ? title : page) };
	return c->v[c->n++].n;
}

void cites_copy(struct cites *out, const struct cites *c)
{
	cites_release(out);
	for (size_t i = 0; i < c->n; i++)
		cites_add(out, c->v[i].page, c->v[i].title);
}

static void append_mark(struct step *s, int n)
{
	char *mark = xstrfmt(" [%d]", n), *text;

	if (!strstr(s->text, mark + 1)) {
		text = xstrfmt("%s%s", s->text, mark);
		free(s->text);
		s->text = text;
	}
	free(mark);
}

void step_cite(struct step *s, const struct cites *all, int n)
{
	if (n < 1 || (size_t)n > all->n)
		return;
	for (size_t i = 0; i < s->n_cites; i++)
		if (s->cites[i].n == n)
			return;
	step_add_cite(s, all->v[n - 1].page, all->v[n - 1].title);
	s->cites[s->n_cites - 1].n = n;
	append_mark(s, n);
}

void steps_renumber(struct steps *s, struct cites *all)
{
	for (size_t i = 0; i < s->n; i++)
		for (size_t k = 0; k < s->v[i].n_cites; k++) {
			struct cite *c = &s->v[i].cites[k];

			c->n = cites_add(all, c->page, c->title);
			append_mark(&s->v[i], c->n);
		}
}

/* --- cards --------------------------------------------------------------------------- */

struct reader {
	struct steps *out;
	struct sbuf para; /* the paragraph so far */
	struct sbuf code;
	char lang[40];    /* of the fence we are in */
	bool fence;
	struct step *example; /* the last one: an output fence belongs to it */
};

/* Behind "12. " when a line begins so; else NULL. */
static const char *behind_number(const char *p)
{
	const char *q = p;

	while (isdigit((unsigned char)*q))
		q++;
	return q > p && q[0] == '.' && q[1] == ' ' ? q + 2 : NULL;
}

/* "**Title.** the rest": the title; *rest behind it when it ends a sentence, else the whole text. Owned or NULL. */
static char *bold_title(const char *text, const char **rest)
{
	const char *end = starts_with(text, "**") ? strstr(text + 2, "**") : NULL;
	size_t n;

	if (!end || end == text + 2)
		return NULL;
	n = (size_t)(end - text - 2);
	*rest = end + 2 + strspn(end + 2, " ");
	if (strchr(".:", end[-1]))
		n--;
	else if (!strchr("?!", end[-1]))
		*rest = text;
	return **rest && n ? xmemdupz(text + 2, n) : NULL;
}

static void next_step(struct reader *r, const char *text)
{
	struct sbuf s = SBUF_INIT;

	sbuf_addstr(&s, text + strspn(text, " "));
	if (s.len)
		s.buf[0] = (char)toupper((unsigned char)s.buf[0]);
	steps_add(r->out, STEP_NEXT, ORIGIN_CARD, s.buf);
	sbuf_release(&s);
}

static void end_paragraph(struct reader *r)
{
	const char *text, *rest = NULL;
	struct step *s;
	char *title;

	sbuf_rtrim(&r->para);
	if (!r->para.len)
		return;
	r->example = NULL;
	text = behind_number(r->para.buf);
	if (!text)
		text = r->para.buf;
	if (starts_with(text, "Next:")) {
		next_step(r, text + 5);
	} else {
		title = bold_title(text, &rest);
		s = steps_add(r->out, STEP_ANSWER, ORIGIN_CARD, title ? rest : text);
		if (title)
			step_set_title(s, title);
		free(title);
	}
	sbuf_reset(&r->para);
}

static void end_fence(struct reader *r)
{
	bool output = streq(r->lang, "output");
	struct step *s;

	if (output && r->example) {
		char *text = xstrfmt("%s" PRINTS "%s```", r->example->text, r->code.buf);

		free(r->example->text);
		r->example->text = text;
	} else if (r->code.len) {
		s = steps_add(r->out, STEP_EXAMPLE, ORIGIN_CARD, strstr(r->lang, "compile_fail") ? "This does not compile." : "");
		step_set_code(s, r->code.buf, *r->lang ? r->lang : "text");
		r->example = s;
	}
	sbuf_reset(&r->code);
}

static void take_line(struct reader *r, const char *p, size_t len)
{
	bool mark = len >= 3 && !memcmp(p, "```", 3);

	if (mark && r->fence) {
		end_fence(r);
		r->fence = false;
	} else if (r->fence) {
		sbuf_add(&r->code, p, len);
		sbuf_addch(&r->code, '\n');
	} else if (mark) {
		end_paragraph(r);
		snprintf(r->lang, sizeof(r->lang), "%.*s", (int)(len - 3), p + 3);
		r->fence = true;
	} else if (!len) {
		end_paragraph(r);
	} else {
		if (behind_number(p))
			end_paragraph(r);
		if (r->para.len)
			sbuf_addch(&r->para, '\n');
		sbuf_add(&r->para, p, len);
	}
}

void compose_card(const struct card *c, const struct cites *all, const int *cites, size_t n_cites, struct steps *out)
{
	struct reader r = { .out = out, .para = SBUF_INIT, .code = SBUF_INIT };
	size_t first = out->n, len;

	for (const char *p = c->body ? c->body : ""; *p; p += len + (p[len] == '\n')) {
		len = strcspn(p, "\n");
		take_line(&r, p, len);
	}
	end_paragraph(&r);
	if (r.fence)
		end_fence(&r);
	for (size_t i = 0; i < n_cites && out->n > first; i++)
		step_cite(&out->v[first], all, cites[i]);
	sbuf_release(&r.para);
	sbuf_release(&r.code);
}

char *compose_output(const struct step *example)
{
	const char *p = strstr(example->text, PRINTS), *end;

	if (!p)
		return NULL;
	p += strlen(PRINTS);
	end = strstr(p, "```");
	return end ? xmemdupz(p, (size_t)(end - p)) : NULL;
}

/* --- passages ------------------------------------------------------------------------ */

static size_t count_words(const char *p, size_t len)
{
	size_t n = 0;

	for (size_t i = 0; i < len; i++)
		n += !isspace((unsigned char)p[i]) && (!i || isspace((unsigned char)p[i - 1]));
	return n;
}

/* A stop behind a word: not the `?` of "the ? operator", not "e.g." or "i.e.". */
static bool is_stop(const char *p, size_t i)
{
	if (!strchr(".?!", p[i]) || (p[i + 1] && p[i + 1] != ' ' && p[i + 1] != '\n') || !i || p[i - 1] == ' ')
		return false;
	return !(i >= 3 && p[i] == '.' && p[i - 2] == '.');
}

/* Where the first sentence of p ends: behind its stop, or at the end of its line. */
static size_t sentence_length(const char *p)
{
	size_t i = 0;

	for (; p[i] && p[i] != '\n'; i++)
		if (is_stop(p, i))
			return i + 1;
	return i;
}

/* Captions of the books' listings say nothing without the listing. */
static bool is_caption(const char *p)
{
	return starts_with(p, "Filename:") || starts_with(p, "Listing ") || starts_with(p, "Figure ") || starts_with(p, "Table ");
}

/* The first max words of p. */
static size_t cut_words(const char *p, size_t len, size_t max)
{
	size_t n = 0, i = 0;

	for (; i < len; i++)
		if (!isspace((unsigned char)p[i]) && (!i || isspace((unsigned char)p[i - 1])) && ++n > max)
			break;
	while (i && isspace((unsigned char)p[i - 1]))
		i--;
	return i;
}

void compose_sentences(const char *text, size_t max, struct sbuf *out)
{
	size_t words = 0, start = out->len;

	for (const char *p = text; *p;) {
		size_t gap = strspn(p, " \n"), n = sentence_length(p + gap), w = count_words(p + gap, n);

		if (is_caption(p + gap)) {
			p += gap + strcspn(p + gap, "\n");
			continue;
		}
		if (!n || (words && words + w > max))
			break;
		if (out->len > start)
			sbuf_addstr(out, memchr(p, '\n', gap) ? "\n\n" : " ");
		if (!words && w > max) {
			sbuf_add(out, p + gap, cut_words(p + gap, n, max));
			sbuf_addstr(out, " ...");
			return;
		}
		sbuf_add(out, p + gap, n);
		words += w;
		p += gap + n;
	}
}

void compose_passages(const struct passage *p, size_t n, struct cites *all, struct steps *out)
{
	for (size_t i = 0; i < n; i++) {
		struct sbuf text = SBUF_INIT;
		struct step *s;

		compose_sentences(p[i].text, PASSAGE_WORDS, &text);
		if (text.len) {
			s = steps_add(out, STEP_PASSAGE, ORIGIN_DOCS, text.buf);
			step_set_title(s, p[i].title);
			step_cite(s, all, cites_add(all, p[i].page, p[i].title));
		}
		sbuf_release(&text);
	}
}

/* --- follow-ups ---------------------------------------------------------------------- */

bool compose_is_follow_up(const char *question)
{
	static const char *const openings[] = { "and ", "but ", "why", "how come", "so ", "then ", "what about", "what if", "in ", "with ",
						"without ", "also ", "or ", "is that", "is it", "does it", "does that", "can it", "for ", "ok ",
						"when ", "how so", "show ", "explain", "another", "which one", "what does that", "what does it" };
	static const char *const refers[] = { " it ", " that ", " this ", " them ", " those ", " these ", " there ", " one " };
	size_t words = count_words(question, strlen(question));
	struct sbuf low = SBUF_INIT;
	bool yes = words <= 2 && !strpbrk(question, "`:") && !(words == 1 && isupper((unsigned char)*question));

	sbuf_addch(&low, ' ');
	utf8_fold(&low, question, MIN(strlen(question), (size_t)200));
	for (size_t i = 0; i < low.len; i++)
		if (strchr("?!.,", low.buf[i]))
			low.buf[i] = ' ';
	sbuf_addch(&low, ' ');
	for (size_t i = 0; i < ARRAY_SIZE(openings) && words <= FOLLOW_UP_WORDS; i++)
		yes |= starts_with(low.buf + 1, openings[i]) && words <= 4;
	for (size_t i = 0; i < ARRAY_SIZE(refers) && words <= FOLLOW_UP_WORDS + 2; i++)
		yes |= strstr(low.buf, refers[i]) != NULL;
	sbuf_release(&low);
	return yes || compose_is_bare(question);
}

bool compose_is_bare(const char *question)
{
	static const char *const plain[] = { "and", "but", "why", "how", "so", "come", "is", "that", "it", "then", "more", "please", "explain",
					     "tell", "me", "ok", "really", "in", "detail", "what", "do", "you", "mean", "by", "this", "i", "don't",
					     "dont", "understand", "still", "not", "the", "again" };
	struct strv words = STRV_INIT;
	struct sbuf low = SBUF_INIT;
	bool bare = strlen(question) < 80;

	utf8_fold(&low, question, bare ? strlen(question) : 0);
	for (size_t i = 0; i < low.len; i++)
		if (!isalpha((unsigned char)low.buf[i]) && low.buf[i] != '\'' && !(low.buf[i] & 0x80))
			low.buf[i] = ' ';
	strv_split(&words, low.buf, ' ');
	for (size_t i = 0; i < words.n && bare; i++) {
		bool known = !*words.v[i];

		for (size_t k = 0; k < ARRAY_SIZE(plain) && !known; k++)
			known = streq(words.v[i], plain[k]);
		bare = known;
	}
	strv_release(&words);
	sbuf_release(&low);
	return bare;
}

static bool has_word(const char *text, const char *const *words, size_t n)
{
	struct strv v = STRV_INIT;
	char *low = xstrdup(text);
	bool has = false;

	for (char *p = low; *p; p++)
		*p = isalpha((unsigned char)*p) ? (char)tolower((unsigned char)*p) : ' ';
	strv_split(&v, low, ' ');
	for (size_t i = 0; i < n && !has; i++)
		has = strv_has(&v, words[i]);
	strv_release(&v);
	free(low);
	return has;
}

bool compose_is_about_error(const char *question)
{
	static const char *const words[] = { "error", "errors", "wrong", "compile", "compiles", "compiling", "compiler", "rustc", "fail", "fails",
					     "failing", "broken", "fix", "panic", "panics", "help", "complain", "complains", "complaining" };

	return !question[strspn(question, " \t")] || has_word(question, words, ARRAY_SIZE(words));
}

bool compose_is_for_cure(const char *question)
{
	static const char *const words[] = { "fix", "fixed", "cure", "solve", "solution", "repair", "mend", "correct", "change", "instead", "right" };

	return has_word(question, words, ARRAY_SIZE(words));
}

void compose_joined(const char *question, const char *before, struct sbuf *out)
{
	size_t n = before ? strlen(before) : 0;

	if (n > JOINED_MAX)
		n = utf8_cluster_at(before, n, JOINED_MAX);
	if (n) {
		sbuf_add(out, before, n);
		sbuf_addch(out, '\n');
	}
	sbuf_addstr(out, question);
}
