/*
 * Is the reference solution in a text? Three ways that know nothing of each other: words that only the solution has, runs of its
 * tokens (signs left out, fillers between them left out, names left out, forwards and backwards), and its letters (as they are,
 * backwards, shifted through the alphabet, first and last letters of the text's words).
 */
#include <ctype.h>
#include <strings.h>

#include "base/hash.h"
#include "learn/guard_int.h"
#include "rust/lexer.h"

#define LEAK_SOLUTION_MAX (64u << 10)
#define SHINGLE 5          /* tokens */
#define RUN_WORDS 5        /* words and numbers of the solution in a row, whatever stands between them */
#define LINE_WORDS 3       /* words of one line of the solution; one more from rung 3 on */
#define LINE_SIGNS 3       /* a line of more words and operators counts with its operators */
#define RUN_BARE 6         /* the same with the names left out */
#define OWN_WORDS 3        /* words that only the solution has; from rung 3 on, as many are too many */
#define LETTERS 14         /* letters of the solution in a row */
#define LETTERS_FIRST 6    /* the same in first or last letters of words, which are not shifted */

static bool is_name(const struct token *t)
{
	return t->kind == TOKEN_IDENT || t->kind == TOKEN_LIFETIME;
}

static char *text_of(const char *code, const struct token *t)
{
	return xmemdupz(code + t->start, t->len);
}

/* A name that is called, or that stands behind a dot or colons, is the library's and kept when names are made alike. */
static bool is_called(const char *code, const struct tokens *t, size_t i)
{
	size_t next = token_next(t, i), prev = i;

	while (prev-- > 0 && token_is_trivia(&t->v[prev]))
		;
	if (prev < t->n && (token_is(code, &t->v[prev], ".") || token_is(code, &t->v[prev], ":")))
		return true;
	return next < t->n && (token_is(code, &t->v[next], "(") || token_is(code, &t->v[next], "!"));
}

/* ---- shingles, for code ---- */

/* Tokens of code, names made alike, into one string; starts gets where each begins. */
static void alike(const char *code, size_t len, struct sbuf *out, size_t **starts, size_t *n)
{
	struct tokens t = TOKENS_INIT;
	size_t alloc = 0;

	lex(code, len, &t);
	*starts = NULL;
	*n = 0;
	for (size_t i = 0; i < t.n; i++) {
		const struct token *k = &t.v[i];

		if (token_is_trivia(k))
			continue;
		ARRAY_GROW(*starts, *n + 1, alloc);
		(*starts)[(*n)++] = out->len;
		sbuf_addch(out, '\1');
		if (is_name(k) && !is_called(code, &t, i))
			sbuf_addch(out, 'N');
		else if (k->kind >= TOKEN_CHAR && k->kind <= TOKEN_C_STRING)
			sbuf_addch(out, 'S');
		else
			sbuf_add(out, code + k->start, k->len);
	}
	sbuf_addch(out, '\1');
	tokens_release(&t);
}

static void shingles(const char *code, size_t len, struct map *out)
{
	struct sbuf b = SBUF_INIT;
	size_t *starts, n;

	alike(code, len, &b, &starts, &n);
	for (size_t i = 0; i + SHINGLE <= n; i++) {
		size_t end = i + SHINGLE < n ? starts[i + SHINGLE] : b.len - 1;
		char *s = xmemdupz(b.buf + starts[i], end - starts[i]);

		map_put(out, s, out);
		free(s);
	}
	free(starts);
	sbuf_release(&b);
}

static size_t bounded(const char *s)
{
	return strnlen(s, LEAK_SOLUTION_MAX);
}

double guard_overlap(const struct guard_spec *spec, const char *code, size_t len)
{
	struct map own = MAP_INIT, known = MAP_INIT, said = MAP_INIT;
	size_t pos = 0, n = 0, hit = 0;
	const char *key;
	void *value;

	if (!spec->solution)
		return 0;
	shingles(spec->solution, bounded(spec->solution), &own);
	if (spec->starter)
		shingles(spec->starter, bounded(spec->starter), &known);
	shingles(code, MIN(len, LEAK_SOLUTION_MAX), &said);
	while (map_next(&own, &pos, &key, &value)) {
		if (map_has(&known, key))
			continue;
		n++;
		hit += map_has(&said, key);
	}
	map_release(&own);
	map_release(&known);
	map_release(&said);
	return n ? (double)hit / (double)n : 0;
}

/* ---- streams of words, for prose ---- */

/* Words and numbers of a text, in lower case, names taken apart; each with a '\1' before it. */
static void add_words(const char *p, size_t len, struct sbuf *out)
{
	for (size_t i = 0; i < len; i++) {
		bool name = isalnum((unsigned char)p[i]);
		bool first = name && (!i || !isalnum((unsigned char)p[i - 1]) || (isupper((unsigned char)p[i]) && islower((unsigned char)p[i - 1])));

		if (first)
			sbuf_addch(out, '\1');
		if (name)
			sbuf_addch(out, (char)tolower((unsigned char)p[i]));
	}
}

enum words_of { ALL_WORDS, NO_NAMES /* of the author's own */, NO_TEXTS /* no strings, no lifetimes */ };

static bool counts(const char *code, const struct tokens *t, size_t i, enum words_of which)
{
	const struct token *k = &t->v[i];

	if (which == NO_NAMES)
		return !is_name(k) || is_called(code, t, i);
	return which == ALL_WORDS || !(k->kind >= TOKEN_LIFETIME && k->kind <= TOKEN_C_STRING);
}

/* The same of code without its comments. */
static void code_words(const char *code, size_t len, enum words_of which, struct sbuf *out)
{
	struct tokens t = TOKENS_INIT;

	lex(code, len, &t);
	for (size_t i = 0; i < t.n; i++)
		if (!token_is_trivia(&t.v[i]) && counts(code, &t, i, which))
			add_words(code + t.v[i].start, t.v[i].len, out);
	sbuf_addch(out, '\1');
	tokens_release(&t);
}

static const char *spoken_number(const char *p, size_t len)
{
	static const char *const spoken[] = { "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten" };
	static const char *const digits[] = { "0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10" };

	for (size_t i = 0; i < ARRAY_SIZE(spoken); i++)
		if (strlen(spoken[i]) == len && !memcmp(p, spoken[i], len))
			return digits[i];
	return NULL;
}

/* Is the word [p, len) one of the stream's? */
static bool stream_has(const struct sbuf *stream, const char *p, size_t len)
{
	char word[72];

	if (len + 3 > sizeof(word))
		return false;
	word[0] = '\1';
	memcpy(word + 1, p, len);
	memcpy(word + 1 + len, "\1", 2);
	return strstr(stream->buf, word) != NULL;
}

/* The text's words that the stream has too, in their order; number words become numbers. */
static void filtered(const struct sbuf *words, const struct sbuf *stream, bool backwards, struct sbuf *out)
{
	size_t end = words->len;

	for (size_t i = backwards ? end : 0; backwards ? i-- > 0 : i < end; backwards ? 0 : i++) {
		const char *p = words->buf + i + 1, *number;
		size_t len;

		if (words->buf[i] != '\1' || !*p)
			continue;
		len = strcspn(p, "\1");
		number = spoken_number(p, len);
		if (number && stream_has(stream, number, strlen(number)))
			sbuf_addf(out, "\1%s", number);
		else if (stream_has(stream, p, len))
			sbuf_addf(out, "\1%.*s", (int)len, p);
	}
	sbuf_addch(out, '\1');
}

/* Do `run` words in a row of said stand so in the solution's stream and not in what is known? */
static bool has_run(const struct sbuf *said, const struct sbuf *solution, const struct sbuf *known, size_t run)
{
	for (const char *p = said->buf; *p; p++) {
		const char *end = p;
		size_t n = 0;
		char *piece;
		bool own;

		if (*p != '\1')
			continue;
		while (n < run && end[1]) {
			end += 1 + strcspn(end + 1, "\1");
			n++;
		}
		if (n < run || *end != '\1')
			return false;
		piece = xmemdupz(p, (size_t)(end - p) + 1);
		own = strstr(solution->buf, piece) && !strstr(known->buf, piece);
		free(piece);
		if (own)
			return true;
	}
	return false;
}

/* What a check needs of the spec: the solution and what is known, as streams. */
struct leak {
	const struct guard_spec *spec;
	struct sbuf said, said_signs;     /* words of the text; with operators */
	struct sbuf words, bare;          /* of the solution */
	struct sbuf known, known_bare, known_signs; /* of starter and given */
};

/* Words, numbers and operators, each with a '\1' before it. Brackets, commas and semicolons are left out: nobody says them. */
static void add_signs(const char *p, size_t len, struct sbuf *out)
{
	for (size_t i = 0; i < len;) {
		size_t n = 0;

		while (i + n < len && isalnum((unsigned char)p[i + n]))
			n++;
		if (n)
			add_words(p + i, n, out);
		else if (strchr("=+-*/%&|<>!?:.^", p[i]) && p[i])
			sbuf_addf(out, "\1%c", p[i]);
		i += n ? n : 1;
	}
}

static const char *spoken_sign(const char *p, size_t len)
{
	static const char *const table[][2] = { { "equals", "=" }, { "equal", "=" }, { "plus", "+" }, { "minus", "-" }, { "times", "*" }, { "star", "*" },
						{ "slash", "/" }, { "percent", "%" }, { "modulo", "%" }, { "ampersand", "&" }, { "bar", "|" },
						{ "less", "<" }, { "greater", ">" }, { "more", ">" }, { "not", "!" }, { "bang", "!" }, { "question", "?" },
						{ "colon", ":" }, { "dot", "." }, { "caret", "^" } };

	for (size_t i = 0; i < ARRAY_SIZE(table); i++)
		if (strlen(table[i][0]) == len && !strncasecmp(table[i][0], p, len))
			return table[i][1];
	return NULL;
}

static void add_said(struct leak *l, const struct piece *p)
{
	const char *sign = p->kind == PIECE_WORD ? spoken_sign(p->p, p->len) : NULL;

	add_words(p->p, p->len, &l->said);
	if (sign)
		sbuf_addf(&l->said_signs, "\1%s", sign);
	else
		add_signs(p->p, p->len, &l->said_signs);
}

static void leak_init(struct leak *l, const struct guard_spec *spec, const struct pieces *p)
{
	*l = (struct leak){ spec, SBUF_INIT, SBUF_INIT, SBUF_INIT, SBUF_INIT, SBUF_INIT, SBUF_INIT, SBUF_INIT };
	for (size_t i = 0; i < p->n; i++)
		if (p->v[i].kind != PIECE_FENCE) /* where blocks of code may stand, guard_overlap looks at them */
			add_said(l, &p->v[i]);
	sbuf_addch(&l->said, '\1');
	sbuf_addch(&l->said_signs, '\1');
	code_words(spec->solution, bounded(spec->solution), ALL_WORDS, &l->words);
	code_words(spec->solution, bounded(spec->solution), NO_NAMES, &l->bare);
	if (spec->starter) {
		code_words(spec->starter, bounded(spec->starter), ALL_WORDS, &l->known);
		code_words(spec->starter, bounded(spec->starter), NO_NAMES, &l->known_bare);
		add_signs(spec->starter, bounded(spec->starter), &l->known_signs);
	}
	for (size_t i = 0; i < spec->n_given; i++) {
		const char *g = spec->given[i] ? spec->given[i] : "";

		add_words(g, bounded(g), &l->known);
		sbuf_addch(&l->known, '\1');
		code_words(g, bounded(g), NO_NAMES, &l->known_bare);
		sbuf_addch(&l->known_signs, '\1');
		add_signs(g, bounded(g), &l->known_signs);
	}
	sbuf_addch(&l->known_signs, '\1');
}

static void leak_release(struct leak *l)
{
	sbuf_release(&l->said);
	sbuf_release(&l->words);
	sbuf_release(&l->bare);
	sbuf_release(&l->known);
	sbuf_release(&l->known_bare);
	sbuf_release(&l->said_signs);
	sbuf_release(&l->known_signs);
}

static bool says_run(const struct leak *l, const struct sbuf *solution, const struct sbuf *known, size_t run)
{
	bool found = false;

	for (int backwards = 0; backwards < 2 && !found; backwards++) {
		struct sbuf said = SBUF_INIT;

		filtered(&l->said, solution, backwards, &said);
		found = has_run(&said, solution, known, run);
		sbuf_release(&said);
	}
	return found;
}

static size_t stream_length(const struct sbuf *stream)
{
	size_t n = 0;

	for (size_t i = 0; i + 1 < stream->len; i++)
		n += stream->buf[i] == '\1';
	return n;
}

/* Does the text say `run` words of this line in a row, whatever stands between them, forwards or backwards? */
static bool says_line(const struct sbuf *said, const struct sbuf *line, const struct sbuf *filter, const struct sbuf *known, size_t run)
{
	bool found = false;

	for (int backwards = 0; backwards < 2 && !found; backwards++) {
		struct sbuf b = SBUF_INIT;

		filtered(said, filter, backwards, &b);
		found = has_run(&b, line, known, run);
		sbuf_release(&b);
	}
	return found;
}

/*
 * The solution's lines one by one, also short ones. Of the text only the line's own words count, or all words of the solution when
 * the line has but two.
 */
static bool line_leaks(const struct leak *l, const char *p, size_t len)
{
	struct sbuf words = SBUF_INIT, signs = SBUF_INIT;
	size_t n, run = l->spec->rung < GUARD_RUNG_ADVICE ? LINE_WORDS : LINE_WORDS + 1;
	bool found = false;

	for (int texts = 0; texts < 2 && !found; texts++) {
		sbuf_reset(&words);
		code_words(p, len, texts ? NO_TEXTS : ALL_WORDS, &words);
		n = stream_length(&words);
		found = n >= 2 && says_line(&l->said, &words, n > 2 ? &words : &l->words, &l->known, MIN(n, run));
	}
	add_signs(p, len, &signs);
	sbuf_addch(&signs, '\1');
	n = stream_length(&signs);
	if (!found && n > LINE_SIGNS)
		found = says_line(&l->said_signs, &signs, &signs, &l->known_signs, MIN(n, run + 1));
	sbuf_release(&words);
	sbuf_release(&signs);
	return found;
}

static bool lines_leak(const struct leak *l)
{
	const char *code = l->spec->solution, *end = code + bounded(code);
	bool found = false;

	while (code < end && !found) {
		size_t len = strcspn(code, "\n"), indent = strspn(code, " \t");

		if (len > indent + 1 && memcmp(code + indent, "//", 2))
			found = line_leaks(l, code, len);
		code += len + (code[len] == '\n');
	}
	return found;
}

static bool is_odd_keyword(const char *name)
{
	static const char *const odd[] = { "mut", "dyn", "ref", "impl", "pub", "async", "await", "unsafe", "const", "static", "enum", "struct" };

	for (size_t i = 0; i < ARRAY_SIZE(odd); i++)
		if (streq(odd[i], name))
			return true;
	return false;
}

/*
 * Words that only the solution has: names, methods and keywords that are no English. How many of them the text says, and how many there are;
 * word gets the first one said.
 */
static size_t own_words(const struct leak *l, size_t *all, char word[40])
{
	const char *code = l->spec->solution;
	struct map seen = MAP_INIT;
	struct tokens t = TOKENS_INIT;
	size_t said = 0;

	*all = 0;
	lex(code, bounded(code), &t);
	for (size_t i = 0; i < t.n; i++) {
		char *name = text_of(code, &t.v[i]);
		struct sbuf parts = SBUF_INIT;

		if ((t.v[i].kind == TOKEN_IDENT || is_odd_keyword(name)) && t.v[i].len > 2 && !map_put(&seen, name, &seen)) {
			add_words(name, t.v[i].len, &parts);
			sbuf_addch(&parts, '\1');
			if (!strstr(l->known.buf, parts.buf)) {
				*all += 1;
				if (strstr(l->said.buf, parts.buf) && said++ == 0)
					snprintf(word, 40, "%.38s", name);
			}
		}
		sbuf_release(&parts);
		free(name);
	}
	tokens_release(&t);
	map_release(&seen);
	return said;
}

/* ---- letters ---- */

static void letters_of(const char *p, size_t len, struct sbuf *out)
{
	for (size_t i = 0; i < len; i++)
		if (isalpha((unsigned char)p[i]))
			sbuf_addch(out, (char)tolower((unsigned char)p[i]));
}

/* Where letters of the solution may stand: a bit for the hash of each row of `run` letters. */
struct sieve {
	const struct sbuf *solution, *known;
	size_t run;
	uint8_t bits[8192];
};

static void sieve_fill(struct sieve *s)
{
	memset(s->bits, 0, sizeof(s->bits));
	for (size_t i = 0; i + s->run <= s->solution->len; i++) {
		uint64_t h = hash_fnv64(s->solution->buf + i, s->run) % (8 * sizeof(s->bits));

		s->bits[h / 8] |= (uint8_t)(1u << h % 8);
	}
}

static bool has_letters(const struct sbuf *said, const struct sieve *s)
{
	char piece[LETTERS + 1];

	for (size_t i = 0; i + s->run <= said->len; i++) {
		uint64_t h = hash_fnv64(said->buf + i, s->run) % (8 * sizeof(s->bits));

		if (!(s->bits[h / 8] >> h % 8 & 1))
			continue;
		memcpy(piece, said->buf + i, s->run);
		piece[s->run] = '\0';
		if (strstr(s->solution->buf, piece) && !strstr(s->known->buf, piece))
			return true;
	}
	return false;
}

static void turn_round(struct sbuf *b)
{
	for (size_t i = 0; i < b->len / 2; i++) {
		char c = b->buf[i];

		b->buf[i] = b->buf[b->len - 1 - i];
		b->buf[b->len - 1 - i] = c;
	}
}

static void shift_by_one(struct sbuf *b)
{
	for (size_t i = 0; i < b->len; i++)
		b->buf[i] = b->buf[i] == 'z' ? 'a' : (char)(b->buf[i] + 1);
}

/* One row of letters, forwards and backwards, through so many shifts of the alphabet. */
static bool tells_letters(struct sbuf *said, const struct sieve *s, int shifts)
{
	for (int shift = 0; shift < shifts; shift++) {
		for (int turned = 0; turned < 2; turned++) {
			if (has_letters(said, s))
				return true;
			turn_round(said);
		}
		shift_by_one(said);
	}
	return false;
}

static bool letters_leak(const struct leak *l, const struct pieces *p)
{
	struct sbuf solution = SBUF_INIT, known = SBUF_INIT, row[3] = { SBUF_INIT, SBUF_INIT, SBUF_INIT };
	struct sieve s = { .solution = &solution, .known = &known };
	bool found = false;

	for (const char *w = l->words.buf; *w; w++)
		letters_of(w, 1, &solution);
	letters_of(l->known.buf, l->known.len, &known);
	for (size_t i = 0; i < p->n; i++) {
		if (p->v[i].kind == PIECE_FENCE)
			continue;
		letters_of(p->v[i].p, p->v[i].len, &row[0]);
		letters_of(p->v[i].p, MIN(p->v[i].len, 1), &row[1]);
		if (p->v[i].len)
			letters_of(p->v[i].p + p->v[i].len - 1, 1, &row[2]);
	}
	for (size_t i = 0; i < ARRAY_SIZE(row); i++) {
		s.run = i ? LETTERS_FIRST : LETTERS;
		sieve_fill(&s);
		found = found || tells_letters(&row[i], &s, i ? 1 : 26);
		sbuf_release(&row[i]);
	}
	sbuf_release(&solution);
	sbuf_release(&known);
	return found;
}

static enum guard_reason tell(struct sbuf *why, enum guard_reason r, const char *sentence)
{
	if (why)
		sbuf_addstr(why, sentence);
	return r;
}

enum guard_reason guard_leak(const struct guard_spec *spec, const struct pieces *p, struct sbuf *why)
{
	enum guard_reason r = GUARD_OK;
	struct leak l;
	size_t all, said;
	char word[40] = "";

	leak_init(&l, spec, p);
	said = own_words(&l, &all, word);
	if (said && (spec->rung < GUARD_RUNG_ADVICE || said >= OWN_WORDS || (said == all && all > 1))) {
		r = GUARD_SOLUTION;
		if (why)
			sbuf_addf(why, "It says %s and %zu more words that only the reference solution has.", word, said - 1);
	} else if (lines_leak(&l) || says_run(&l, &l.words, &l.known, RUN_WORDS) || says_run(&l, &l.bare, &l.known_bare, RUN_BARE))
		r = tell(why, GUARD_SOLUTION, "It says a run of the reference solution's words.");
	else if (letters_leak(&l, p))
		r = tell(why, GUARD_ENCODED, "Its letters spell a part of the reference solution.");
	leak_release(&l);
	return r;
}
