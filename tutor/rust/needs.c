#include "rust/needs.h"

#include <ctype.h>

/* The tokens that count, and how to look at them. */
struct reader {
	const char *text;
	struct tokens t;
	size_t *code;    /* indexes of tokens that are neither space nor comment */
	size_t n;
	struct strv own; /* names that the text defines or takes from std: not asked of anybody */
	struct strv vars, var_types; /* `let NAME = TYPE::…`, side by side */
};

static void reader_open(struct reader *r, const char *text, size_t len)
{
	*r = (struct reader){ .text = text, .t = TOKENS_INIT };
	lex(text, MIN(len, (size_t)NEEDS_TEXT_MAX), &r->t);
	r->code = xcalloc(r->t.n + 1, sizeof(*r->code));
	for (size_t i = 0; i < r->t.n; i++)
		if (!token_is_trivia(&r->t.v[i]))
			r->code[r->n++] = i;
}

static void reader_close(struct reader *r)
{
	free(r->code);
	tokens_release(&r->t);
	strv_release(&r->own);
	strv_release(&r->vars);
	strv_release(&r->var_types);
}

static const struct token *tok(const struct reader *r, size_t i)
{
	return i < r->n ? &r->t.v[r->code[i]] : NULL;
}

static bool is(const struct reader *r, size_t i, const char *what)
{
	return i < r->n && token_is(r->text, tok(r, i), what);
}

static bool is_ident(const struct reader *r, size_t i)
{
	return i < r->n && tok(r, i)->kind == TOKEN_IDENT;
}

static char *word(const struct reader *r, size_t i)
{
	return xmemdupz(r->text + tok(r, i)->start, tok(r, i)->len);
}

/* Position in code of the bracket that closes the one at i; r->n: none. */
static size_t closing(const struct reader *r, size_t i)
{
	size_t at = token_match(r->text, &r->t, r->code[i]), lo = i, hi = r->n;

	while (at < r->t.n && lo < hi) {
		size_t mid = (lo + hi) / 2;

		if (r->code[mid] == at)
			return mid;
		if (r->code[mid] < at)
			lo = mid + 1;
		else
			hi = mid;
	}
	return r->n;
}

void needs_release(struct needs *n)
{
	for (size_t i = 0; i < n->n; i++) {
		free(n->v[i].owner);
		free(n->v[i].name);
	}
	free(n->v);
	strv_release(&n->types);
	free(n->crate);
	free(n->program);
	*n = (struct needs)NEEDS_INIT;
}

/* Shapes. */

static bool is_int_type(const char *p, size_t len)
{
	static const char all[] = " i8 i16 i32 i64 i128 isize u8 u16 u32 u64 u128 usize ";
	char name[16];

	if (len > 5)
		return false;
	snprintf(name, sizeof(name), " %.*s ", (int)len, p);
	return strstr(all, name) != NULL;
}

/* Of a literal or another plain expression at code[from..to). */
static enum shape shape_of_value(const struct reader *r, size_t from, size_t to)
{
	const struct token *t = tok(r, from);

	if (from >= to || !t)
		return SHAPE_UNKNOWN;
	if (is(r, from, "-"))
		return shape_of_value(r, from + 1, to);
	if (is(r, from, "&"))
		return is(r, from + 1, "[") || is(r, from + 1, "vec") ? SHAPE_SLICE : is(r, from + 1, "mut") ? SHAPE_OTHER : SHAPE_UNKNOWN;
	switch (t->kind) {
	case TOKEN_STRING:
	case TOKEN_RAW_STRING:
		if (to == from + 1)
			return SHAPE_STR;
		return is(r, from + 2, "to_string") || is(r, from + 2, "to_owned") || is(r, from + 2, "into") ? SHAPE_STRING : SHAPE_UNKNOWN;
	case TOKEN_INT:
		return to == from + 1 ? SHAPE_INT : SHAPE_UNKNOWN;
	case TOKEN_FLOAT:
		return to == from + 1 ? SHAPE_FLOAT : SHAPE_UNKNOWN;
	case TOKEN_CHAR:
		return to == from + 1 ? SHAPE_CHAR : SHAPE_UNKNOWN;
	default:
		break;
	}
	if (is(r, from, "true") || is(r, from, "false"))
		return SHAPE_BOOL;
	if (is(r, from, "Some") || is(r, from, "None"))
		return SHAPE_OPTION;
	if (is(r, from, "Ok") || is(r, from, "Err"))
		return SHAPE_RESULT;
	if (is(r, from, "vec") || (is(r, from, "Vec") && is(r, from + 1, ":")))
		return SHAPE_VEC;
	if (is(r, from, "String") && is(r, from + 1, ":"))
		return SHAPE_STRING;
	if (is(r, from, "("))
		return closing(r, from) == to - 1 ? SHAPE_TUPLE : SHAPE_UNKNOWN;
	return SHAPE_UNKNOWN;
}

static enum shape shape_of_type(const struct reader *r, size_t from, size_t to)
{
	const struct token *t = tok(r, from);
	bool ref = is(r, from, "&");

	if (from >= to || !t)
		return SHAPE_UNKNOWN;
	if (ref) {
		from++;
		while (from < to && (is(r, from, "mut") || tok(r, from)->kind == TOKEN_LIFETIME))
			from++;
		return is(r, from, "str") ? SHAPE_STR : is(r, from, "[") || is(r, from, "Vec") ? SHAPE_SLICE : SHAPE_OTHER;
	}
	if (is_int_type(r->text + t->start, t->len))
		return SHAPE_INT;
	if (is(r, from, "f64") || is(r, from, "f32"))
		return SHAPE_FLOAT;
	if (is(r, from, "(") && from + 2 < to)
		return SHAPE_TUPLE;
	{
		static const struct {
			const char *name;
			enum shape shape;
		} plain[] = { { "bool", SHAPE_BOOL },	  { "char", SHAPE_CHAR },	{ "String", SHAPE_STRING },
			      { "Vec", SHAPE_VEC },	  { "Option", SHAPE_OPTION },	{ "Result", SHAPE_RESULT },
			      { "HashMap", SHAPE_OTHER }, { "BTreeMap", SHAPE_OTHER }, { "HashSet", SHAPE_OTHER },
			      { "BTreeSet", SHAPE_OTHER } };

		for (size_t i = 0; i < ARRAY_SIZE(plain); i++)
			if (is(r, from, plain[i].name))
				return plain[i].shape;
	}
	return SHAPE_UNKNOWN;
}

/* The end of the piece of a list that starts at `from`: a comma outside brackets, or `end`. Types: `<` and `>` are brackets too. */
static size_t piece_end(const struct reader *r, size_t from, size_t end, bool types)
{
	int angle = 0;

	for (size_t i = from; i < end; i++) {
		if (tok(r, i)->kind == TOKEN_OPEN) {
			size_t to = closing(r, i);

			i = to < end ? to : i;
		} else if (types && is(r, i, "<")) {
			angle++;
		} else if (types && is(r, i, ">") && !is(r, i - 1, "-")) {
			angle--;
		} else if (is(r, i, ",") && angle <= 0) {
			return i;
		}
	}
	return end;
}

/* The list. */

static bool same_name(const char *a, const char *b)
{
	return a && b ? streq(a, b) : !a && !b;
}

static struct need *find_need(const struct needs *n, const char *owner, const char *name)
{
	for (size_t i = 0; i < n->n; i++)
		if (streq(n->v[i].name, name) && same_name(n->v[i].owner, owner))
			return &n->v[i];
	return NULL;
}

/* The function of that name, made when it is new; NULL: the list is full. Names are taken. */
static struct need *add_need(struct needs *n, char *owner_take, char *name_take, bool *is_new)
{
	struct need *d = find_need(n, owner_take, name_take);

	*is_new = !d;
	if (d || n->n >= NEEDS_MAX) {
		free(owner_take);
		free(name_take);
		return d;
	}
	ARRAY_GROW(n->v, n->n + 1, n->alloc);
	d = &n->v[n->n++];
	memset(d, 0, sizeof(*d));
	d->owner = owner_take;
	d->name = name_take;
	return d;
}

/* Tests. */

static bool is_std_name(const char *name)
{
	static const char all[] = " Some None Ok Err Vec String Option Result Box Rc Arc RefCell Cell Mutex RwLock HashMap HashSet BTreeMap "
				  "BTreeSet VecDeque BinaryHeap Default Iterator Ordering Duration Instant Path PathBuf Cow Self Fn FnMut FnOnce "
				  "Debug Display From Into FromStr Reverse Cursor Command PhantomData drop panic ";
	struct sbuf s = SBUF_INIT;
	bool found;

	sbuf_addf(&s, " %s ", name);
	found = strstr(all, s.buf) != NULL;
	sbuf_release(&s);
	return found;
}

static bool is_foreign(const struct reader *r, const char *name)
{
	return is_std_name(name) || strv_has(&r->own, name);
}

/* `use std::…;`: its names are std's. Other `use`: what the tests are of. */
static void read_use(struct reader *r, size_t i, struct needs *out)
{
	bool std = is(r, i + 1, "std") || is(r, i + 1, "core") || is(r, i + 1, "alloc");
	bool path = is(r, i + 2, ":") && is(r, i + 3, ":");

	for (size_t k = i + 1; std && k < r->n && !is(r, k, ";"); k++)
		if (is_ident(r, k))
			strv_push_take(&r->own, word(r, k));
	if (!std && path && is_ident(r, i + 1) && !out->crate)
		out->crate = word(r, i + 1);
}

/* `let NAME: TYPE =` or `let NAME = TYPE::…` with the name at i. */
static void read_var(struct reader *r, size_t i)
{
	size_t type = is(r, i + 1, ":") ? i + 2 : is(r, i + 1, "=") && is(r, i + 3, ":") ? i + 2 : r->n;

	if (!is_ident(r, type) || !isupper((unsigned char)r->text[tok(r, type)->start]))
		return;
	strv_push_take(&r->vars, word(r, i));
	strv_push_take(&r->var_types, word(r, type));
}

/* The type of the variable at i, where a let says it; owned, or NULL. */
static char *type_of_var(const struct reader *r, size_t i)
{
	for (size_t k = 0; is_ident(r, i) && k < r->vars.n; k++)
		if (is(r, i, r->vars.v[k]))
			return xstrdup(r->var_types.v[k]);
	return NULL;
}

static void read_own(struct reader *r, struct needs *out)
{
	for (size_t i = 0; i + 1 < r->n && r->own.n < NEEDS_MAX; i++) {
		bool defines = is(r, i, "fn") || is(r, i, "struct") || is(r, i, "enum") || is(r, i, "trait") || is(r, i, "mod") ||
			       is(r, i, "type") || is(r, i, "const") || is(r, i, "static");

		if (is(r, i, "use"))
			read_use(r, i, out);
		else if (defines && is_ident(r, i + 1))
			strv_push_take(&r->own, word(r, i + 1));
		else if (is(r, i, "let")) {
			size_t name = is(r, i + 1, "mut") ? i + 2 : i + 1;

			if (is_ident(r, name)) {
				strv_push_take(&r->own, word(r, name));
				read_var(r, name);
			}
		}
	}
}

/* What comes out, from what is done with it: compared in an assert_eq!, asserted, unwrapped. */
static enum shape shape_of_result(const struct reader *r, size_t first, size_t close)
{
	if (is(r, close + 1, ".")) {
		if (is(r, close + 2, "is_some") || is(r, close + 2, "is_none"))
			return SHAPE_OPTION;
		if (is(r, close + 2, "is_ok") || is(r, close + 2, "is_err") || is(r, close + 2, "unwrap_err"))
			return SHAPE_RESULT;
		return SHAPE_UNKNOWN;
	}
	if (first < 3 || !is(r, first - 1, "(") || !is(r, first - 2, "!"))
		return first >= 4 && is(r, first - 1, "!") && is(r, first - 2, "(") && is(r, first - 4, "assert") ? SHAPE_BOOL : SHAPE_UNKNOWN;
	if (is(r, first - 3, "assert"))
		return is(r, close + 1, ")") || is(r, close + 1, ",") ? SHAPE_BOOL : SHAPE_UNKNOWN;
	if (is(r, first - 3, "assert_eq") && is(r, close + 1, ",")) {
		size_t end = closing(r, first - 1);

		return end < r->n ? shape_of_value(r, close + 2, piece_end(r, close + 2, end, false)) : SHAPE_UNKNOWN;
	}
	return SHAPE_UNKNOWN;
}

static void fill_call(const struct reader *r, struct need *d, bool is_new, size_t first, size_t open)
{
	size_t close = closing(r, open), n = 0;
	enum shape ret;

	if (close >= r->n)
		return;
	for (size_t i = open + 1; i < close; n++) {
		size_t end = piece_end(r, i, close, false);
		enum shape s = shape_of_value(r, i, end);

		if (n < NEEDS_ARGS && s != SHAPE_UNKNOWN)
			d->args[n] = s;
		i = end + 1;
	}
	if (is_new || n > d->n_args)
		d->n_args = n;
	ret = shape_of_result(r, first, close);
	if (ret != SHAPE_UNKNOWN)
		d->ret = ret;
}

static void add_type(struct needs *out, char *name_take)
{
	if (!strv_has(&out->types, name_take) && out->types.n < NEEDS_MAX)
		strv_push_take(&out->types, name_take);
	else
		free(name_take);
}

/* IDENT ( at i: whose function is it? */
static void read_call(const struct reader *r, size_t i, struct needs *out)
{
	bool path = i >= 3 && is(r, i - 1, ":") && is(r, i - 2, ":"), method = false, is_new;
	char *name = word(r, i), *owner = NULL, *qualifier;
	size_t first = i;
	struct need *d;

	if (i >= 2 && is(r, i - 1, ".")) {
		owner = type_of_var(r, i - 2);
		if (!owner || is_foreign(r, owner)) {
			free(owner);
			owner = xstrdup("");
		}
		method = true;
	} else if (path && (is(r, i - 3, "super") || is(r, i - 3, "crate") || is(r, i - 3, "self"))) {
		first = i - 3;
	} else if (path && is_ident(r, i - 3)) {
		qualifier = word(r, i - 3);
		first = i - 3;
		if (isupper((unsigned char)*qualifier) && !is_foreign(r, qualifier) && !isupper((unsigned char)*name))
			owner = qualifier;
		else if (out->crate && streq(qualifier, out->crate))
			free(qualifier);
		else {
			free(qualifier);
			free(name);
			return;
		}
	} else if (path || isupper((unsigned char)*name) || is_foreign(r, name)) {
		free(name);
		return;
	}
	d = add_need(out, owner, name, &is_new);
	if (d) {
		d->self |= method;
		fill_call(r, d, is_new, first, i + 1);
	}
}

static void find_place(const struct reader *r, const char *text, size_t len, struct needs *out)
{
	bool top = false, any = false;
	struct items items = ITEMS_INIT;

	items_scan(text, MIN(len, (size_t)NEEDS_TEXT_MAX), &items);
	for (size_t i = 0; i < r->n; i++) {
		bool in_mod = false;

		if (!is(r, i, "super"))
			continue;
		for (size_t k = 0; k < items.n; k++)
			in_mod |= items.v[k].kind == ITEM_MOD && items.v[k].body && tok(r, i)->start > items.v[k].body &&
				  tok(r, i)->start < items.v[k].body_end;
		any = true;
		top |= !in_mod;
	}
	items_release(&items);
	if (out->crate || out->program)
		out->place = NEEDS_BESIDE;
	else
		out->place = top ? NEEDS_CHILD : any ? NEEDS_INSIDE : NEEDS_BARE;
}

static void find_program(const struct reader *r, struct needs *out)
{
	static const char mark[] = "CARGO_BIN_EXE_";

	for (size_t i = 0; i < r->n && !out->program; i++) {
		const char *p = tok(r, i)->kind == TOKEN_STRING
					? memmem(r->text + tok(r, i)->start, tok(r, i)->len, mark, sizeof(mark) - 1)
					: NULL;

		if (p) {
			p += sizeof(mark) - 1;
			out->program = xmemdupz(p, strcspn(p, "\""));
		}
	}
}

void needs_of_tests(const char *text, size_t len, struct needs *out)
{
	struct reader r;

	reader_open(&r, text, len);
	read_own(&r, out);
	find_program(&r, out);
	for (size_t i = 0; i < r.n && out->n < NEEDS_MAX; i++) {
		char *name;

		if (is(&r, i, "#") && is(&r, i + 1, "[") && closing(&r, i + 1) < r.n)
			i = closing(&r, i + 1); /* #[cfg(test)] calls nothing */
		if (!is_ident(&r, i))
			continue;
		if (is(&r, i + 1, "(") && !(i && is(&r, i - 1, "fn")))
			read_call(&r, i, out);
		name = word(&r, i);
		/* A type: upper case, no constant, no variant behind a type's name. */
		if (isupper((unsigned char)*name) && strpbrk(name, "abcdefghijklmnopqrstuvwxyz") && !is_foreign(&r, name) &&
		    !(i >= 3 && is(&r, i - 1, ":") && is(&r, i - 2, ":") && isupper((unsigned char)r.text[tok(&r, i - 3)->start])))
			add_type(out, name);
		else
			free(name);
	}
	find_place(&r, text, len, out);
	reader_close(&r);
}

/* Code. */

/* `fn name<…>(params) -> Ret` from the token of its name. */
static void read_signature(const struct reader *r, size_t name, struct need *d)
{
	size_t open = name + 1, close, end;
	int angle = 0;

	for (; open < r->n && (angle || !is(r, open, "(")) && !is(r, open, "{"); open++)
		angle += is(r, open, "<") ? 1 : is(r, open, ">") && !is(r, open - 1, "-") ? -1 : 0;
	if (!is(r, open, "(") || (close = closing(r, open)) >= r->n)
		return;
	for (size_t i = open + 1; i < close; i = end + 1) {
		size_t colon = i;

		end = piece_end(r, i, close, true);
		while (colon < end && !is(r, colon, ":"))
			colon++;
		if (is(r, i, "self") || is(r, i + 1, "self") || (is(r, i, "&") && (is(r, i + 2, "self") || is(r, i + 3, "self")))) {
			d->self = true;
			continue;
		}
		if (d->n_args < NEEDS_ARGS)
			d->args[d->n_args] = shape_of_type(r, colon + 1, end);
		d->n_args++;
	}
	if (is(r, close + 1, "-") && is(r, close + 2, ">")) {
		end = close + 3;
		while (end < r->n && !is(r, end, "{") && !is(r, end, ";") && !is(r, end, "where"))
			end++;
		d->ret = shape_of_type(r, close + 3, end);
	}
}

/* The type of an impl: the last name of its header before any `<` or `for` it ends with. */
static char *impl_type(const char *header)
{
	const char *f = strstr(header, " for "), *p = f ? f + 5 : header, *end;

	if (!f && starts_with(p, "impl")) {
		p += 4;
		if (*p == '<') {
			int depth = 0;

			for (; *p; p++) {
				depth += (*p == '<') - (*p == '>');
				if (!depth)
					break;
			}
			p += *p == '>';
		}
	}
	while (*p == ' ' || *p == '&')
		p++;
	for (end = p; isalnum((unsigned char)*end) || *end == '_'; end++)
		;
	return xmemdupz(p, (size_t)(end - p));
}

static bool of_trait(const struct items *items, const struct item *it)
{
	const struct item *p = it->parent >= 0 ? &items->v[it->parent] : NULL;

	return p && (p->kind == ITEM_TRAIT || (p->kind == ITEM_IMPL && strstr(p->name, " for ")));
}

static char *owner_of(const struct items *items, const struct item *it)
{
	const struct item *p = it->parent >= 0 ? &items->v[it->parent] : NULL;

	if (!p || p->kind == ITEM_MOD)
		return NULL;
	return p->kind == ITEM_IMPL ? impl_type(p->name) : xstrdup(p->name);
}

static size_t name_token(const struct reader *r, const struct item *it)
{
	for (size_t i = 0; i + 1 < r->n; i++)
		if (tok(r, i)->start >= it->start && tok(r, i)->start < it->end && is(r, i, "fn") && is(r, i + 1, it->name))
			return i + 1;
	return r->n;
}

void needs_of_code(const char *text, size_t len, struct needs *out)
{
	struct reader r;
	struct items items = ITEMS_INIT;
	bool is_new;

	reader_open(&r, text, len);
	items_scan(text, MIN(len, (size_t)NEEDS_TEXT_MAX), &items);
	for (size_t i = 0; i < items.n && out->n < NEEDS_MAX; i++) {
		const struct item *it = &items.v[i];
		struct need *d;

		if (it->is_test || it->cfg_test)
			continue;
		if (it->kind == ITEM_STRUCT || it->kind == ITEM_ENUM || it->kind == ITEM_TRAIT || it->kind == ITEM_TYPE)
			add_type(out, xstrdup(it->name));
		if (it->kind != ITEM_FN || (it->parent < 0 && streq(it->name, "main")))
			continue;
		d = add_need(out, owner_of(&items, it), xstrdup(it->name), &is_new);
		if (d && is_new) {
			d->fixed = of_trait(&items, it);
			read_signature(&r, name_token(&r, it), d);
		}
	}
	items_release(&items);
	reader_close(&r);
}

/* Likeness. */

/* Words of a snake or camel name, in lower case. */
static void split_name(const char *name, struct strv *out)
{
	struct sbuf w = SBUF_INIT;

	for (const char *p = name;; p++) {
		bool cut = !*p || *p == '_' || (isupper((unsigned char)*p) && p > name && islower((unsigned char)p[-1]));

		if (cut && w.len) {
			strv_push(out, w.buf);
			sbuf_reset(&w);
		}
		if (!*p)
			break;
		if (*p != '_')
			sbuf_addch(&w, (char)tolower((unsigned char)*p));
	}
	sbuf_release(&w);
}

static bool in_group(const char *group, const char *w)
{
	size_t n = strlen(w);

	for (const char *p = group; (p = strstr(p, w)); p += n)
		if ((p == group || p[-1] == ' ') && (!p[n] || p[n] == ' '))
			return true;
	return false;
}

static bool same_meaning(const char *a, const char *b)
{
	static const char *const groups[] = {
		"put insert add push set store append enqueue register",
		"pop remove delete dequeue take drop",
		"get find lookup fetch search",
		"len size count length",
		"new create build make init from",
		"top peek last head front first",
		"max largest biggest maximum highest",
		"min smallest minimum lowest least",
		"check is valid validate",
		"encode compress pack", "decode expand decompress unpack",
		"parse read decode", "show format render display to",
		"sum total add", "words word", "int number num integer", "balanced brackets parentheses",
	};

	for (size_t i = 0; i < ARRAY_SIZE(groups); i++)
		if (in_group(groups[i], a) && in_group(groups[i], b))
			return true;
	return false;
}

static bool word_alike(const char *a, const char *b)
{
	size_t n = 0, la = strlen(a), lb = strlen(b);

	while (a[n] && a[n] == b[n])
		n++;
	return n == la && n == lb ? true : (n >= 4 && n + 3 >= MAX(la, lb)) || same_meaning(a, b);
}

double needs_alike(const char *a, const char *b)
{
	struct strv x = STRV_INIT, y = STRV_INIT;
	size_t hits = 0, total;

	split_name(a, &x);
	split_name(b, &y);
	for (size_t i = 0; i < x.n; i++)
		for (size_t k = 0; k < y.n; k++)
			if (word_alike(x.v[i], y.v[k])) {
				hits++;
				break;
			}
	total = MAX(x.n, y.n);
	strv_release(&x);
	strv_release(&y);
	return total ? (double)hits / (double)total : 0;
}

/* Can a value of the first shape go where the second is declared? 1 yes, 0 unknown, -1 no. */
static int meets(enum shape value, enum shape type)
{
	if (value == SHAPE_UNKNOWN || type == SHAPE_UNKNOWN)
		return 0;
	if (value == type)
		return 1;
	if (value == SHAPE_OTHER || type == SHAPE_OTHER)
		return 0;
	/* A literal text compares with a String; a vector of literals with a slice, and either way round. */
	if ((value == SHAPE_STR && type == SHAPE_STRING) || (value == SHAPE_VEC && type == SHAPE_SLICE))
		return 0;
	return -1;
}

double needs_fit(const struct need *want, const struct need *offer)
{
	double fit = 4 * needs_alike(want->name, offer->name) + (streq(want->name, offer->name) ? 2 : 0);

	if (want->n_args != offer->n_args || (want->self && !offer->self) || (offer->fixed && !streq(want->name, offer->name)))
		return -1;
	for (size_t i = 0; i < MIN(want->n_args, (size_t)NEEDS_ARGS); i++) {
		int m = meets(want->args[i], offer->args[i]);

		if (m < 0)
			return -1;
		fit += 0.5 * m;
	}
	if (meets(want->ret, offer->ret) < 0)
		return -1;
	return fit + 0.5 * meets(want->ret, offer->ret);
}
