/* Templates for shared state (Arc, Rc, Mutex, RefCell), errors of our own types, and slips from other languages. */
#include "rust/fix_int.h"

/* --- shared state --- */

/* Names in the function that stand for the same shared value: `let b = Arc::clone(&a)`, `a.clone()`. */
#define SHARED_MAX 16
struct shared {
	char *v[SHARED_MAX];
	size_t n;
};

static bool is_shared(const struct fix *f, const struct shared *s, size_t token)
{
	for (size_t i = 0; i < s->n; i++)
		if (fix_is(f, token, s->v[i]))
			return true;
	return false;
}

static bool mentions(const struct fix *f, const struct shared *s, uint32_t from, uint32_t to)
{
	for (size_t i = fix_first(f, from); i != NONE && fix_start(f, i) < to; i = fix_next(f, i))
		if (is_shared(f, s, i))
			return true;
	return false;
}

/* The `let NAME = Arc::new(…)` from which the name at hand comes; all names on the way into s. */
static bool shared_origin(const struct fix *f, const char *pointer, const char *name, uint32_t before, struct shared *s,
			  struct fix_let *out)
{
	char *start = xstrfmt("%s::new(", pointer), *now = xstrdup(name);
	bool found = false;

	while (now && s->n < SHARED_MAX && !found && fix_let_of(f, now, before, out)) {
		char *init = fix_text(f, out->init_from, out->init_to), *next = NULL;

		s->v[s->n++] = now;
		now = NULL;
		found = starts_with(init, start);
		/* `Arc::clone(&x)`, `x.clone()` */
		for (size_t i = fix_first(f, out->init_from); i != NONE && fix_start(f, i) < out->init_to && !found; i = fix_next(f, i))
			if (fix_is_ident(f, i) && !fix_is(f, i, pointer) && !fix_is(f, i, "clone")) {
				next = fix_word(f, i);
				break;
			}
		if (next && !streq(next, s->v[s->n - 1]))
			now = next;
		else
			free(next);
		before = out->from;
		free(init);
	}
	free(now);
	free(start);
	return found;
}

/* Other names made from these, further down. */
static void shared_copies(const struct fix *f, struct shared *s, uint32_t from, uint32_t to)
{
	for (size_t i = fix_first(f, from); i != NONE && fix_start(f, i) < to && s->n < SHARED_MAX; i = fix_next(f, i)) {
		struct fix_let let;

		if (!fix_is(f, i, "let") || !fix_let_at(f, fix_start(f, i), &let) || is_shared(f, s, let.name) ||
		    !mentions(f, s, let.init_from, let.init_to))
			continue;
		char *init = fix_text(f, let.init_from, let.init_to);
		if (ends_with(init, ".clone()") || strstr(init, "::clone(&"))
			s->v[s->n++] = fix_word(f, let.name);
		free(init);
	}
}

/* `Arc<T>` gives out only `&T`: a lock (Rc: a RefCell) inside lets it change, and every use asks for it. */
static void lock_shared(struct fix *f)
{
	bool arc = strstr(f->d->message, "`Arc`") != NULL;
	size_t place = fix_first(f, f->p->byte_start);
	char *name = place == NONE ? NULL : fix_word(f, place);
	struct shared s = { .n = 0 };
	struct fix_let let;
	struct fix_sig sig;

	if (fix_is(f, place, "*")) {
		free(name);
		name = fix_word(f, place = fix_next(f, place));
	}
	if (name && fix_fn_around(f, f->p->byte_start, &sig) && sig.body_end != NONE &&
	    shared_origin(f, arc ? "Arc" : "Rc", name, f->p->byte_start, &s, &let)) {
		size_t open = fix_next(f, fix_first(f, let.init_from));
		while (open != NONE && !fix_is(f, open, "("))
			open = fix_next(f, open);
		size_t close = fix_match(f, open);
		struct edits *e = fix_new(f, 0, arc ? "Several owners may only look: a `Mutex` inside lets one at a time change the value."
						    : "Several owners may only look: a `RefCell` inside lends the value for changing while the program runs.");
		shared_copies(f, &s, let.to, fix_end(f, sig.body_end));
		if (close != NONE) {
			fix_put(e, fix_end(f, open), fix_end(f, open), arc ? "std::sync::Mutex::new(" : "std::cell::RefCell::new(");
			fix_put(e, fix_start(f, close), fix_start(f, close), ")");
		}
		for (size_t i = fix_first(f, let.to); i != NONE && i < sig.body_end; i = fix_next(f, i)) {
			size_t dot = fix_next(f, i), star = fix_prev(f, i);

			if (!is_shared(f, &s, i) || fix_is(f, star, ".") || fix_is(f, star, "let"))
				continue;
			if (fix_is(f, dot, ".") && !fix_is(f, fix_next(f, dot), "clone") && !fix_is(f, fix_next(f, dot), "lock"))
				fix_put(e, fix_end(f, i), fix_end(f, i), arc ? ".lock().unwrap()" : i >= place ? ".borrow_mut()" : ".borrow()");
			else if (fix_is(f, star, "*"))
				fix_put(e, fix_end(f, i), fix_end(f, i), arc ? ".lock().unwrap()" : ".borrow_mut()");
		}
	}
	for (size_t i = 0; i < s.n; i++)
		free(s.v[i]);
	free(name);
}

/* `m += 1` on a Mutex or a RefCell: the value is inside. */
static void change_inside(struct fix *f)
{
	const struct diag_span *s = fix_label(f, "cannot use `_` on type `_");
	const char *type = fix_name(f, 1);
	const char *get = strstr(type, "Mutex<") ? ".lock().unwrap()" : strstr(type, "RwLock<") ? ".write().unwrap()"
			  : strstr(type, "RefCell<") ? ".borrow_mut()" : NULL;

	if (!s || !get)
		return;
	struct edits *e = fix_new(f, 0, "The value lies inside: it is asked for first, and changed through `*`.");
	fix_put(e, s->byte_start, s->byte_start, "*");
	fix_put(e, s->byte_end, s->byte_end, "%s", get);
}

/* --- errors and operators --- */

/* A function that returns `Result<(), E>` ends without a value. */
static void ok_at_end(struct fix *f)
{
	const struct diag_span *fn = fix_label(f, "implicitly returns `()` as its body has no tail or `return` expression");
	char *expected, *found;
	struct fix_sig sig;

	if (!fn || !fix_expected(f, &expected, &found))
		return;
	if (streq(found, "()") && (starts_with(expected, "Result<()") || streq(expected, "Option<()>")) &&
	    fix_fn_around(f, fn->byte_start, &sig) && sig.body_end != NONE && fix_next(f, sig.body) != sig.body_end) {
		size_t last = fix_prev(f, sig.body_end);
		char *indent = fix_indent(f, fix_start(f, last));

		fix_put(fix_new(f, 0, "The signature promises a value at the end: this one says that all went well."), fix_end(f, last),
			fix_end(f, last), "\n%s%s(())", indent, *expected == 'R' ? "Ok" : "Some");
		free(indent);
	}
	free(expected);
	free(found);
}

/* An operand is an Option or a Result: what is inside is meant. */
static void take_operand(struct fix *f)
{
	for (size_t i = 0; i < f->d->n_spans; i++) {
		const struct diag_span *s = &f->d->spans[i];

		if (s->primary || !s->label || !(starts_with(s->label, "Option<") || starts_with(s->label, "Result<")))
			continue;
		fix_one(f, 0, s->byte_end, s->byte_end, "?", "`?` takes the value out, and hands the other case to the caller.");
		fix_one(f, EDIT_RISKY, s->byte_end, s->byte_end, ".unwrap()",
			"`unwrap` takes the value out, and panics when there is none.");
	}
}

/* Text and something else around `+`. */
static void format_sum(struct fix *f)
{
	const struct diag_span *l = NULL, *r = NULL;

	for (size_t i = 0; i < f->d->n_spans; i++) {
		const struct diag_span *s = &f->d->spans[i];

		if (!s->primary && s->byte_end <= f->p->byte_start)
			l = s;
		else if (!s->primary && s->byte_start >= f->p->byte_end)
			r = s;
	}
	if (!l || !r || !l->label || !(strstr(l->label, "str") || strstr(l->label, "String")))
		return;
	char *a = fix_text(f, l->byte_start, l->byte_end), *b = fix_text(f, r->byte_start, r->byte_end);
	fix_put(fix_new(f, 0, "`+` joins text to text only: `format!` writes values of any kind into one."), l->byte_start, r->byte_end,
		"format!(\"{}{}\", %s, %s)", a, b);
	free(a);
	free(b);
}

/* The enum's variants that hold one value, `Parse(ParseIntError)`: a From for each, so that `?` can make it. */
static void impl_from(struct fix *f)
{
	const char *own = fix_name(f, f->d->code && streq(f->d->code, "E0277") ? 1 : 0);
	char *type = xstrdup(own), *of = strstr(type, "== ");
	size_t def, body, end;

	if (of)
		memmove(type, of + 3, strlen(of + 3) + 1);
	def = fix_def(f, "enum", type);
	body = def == NONE ? NONE : fix_body(f, def);
	end = fix_match(f, body);
	for (size_t i = fix_next(f, body); def != NONE && body != NONE && i != NONE && i != end; i = fix_next(f, i)) {
		size_t open = fix_next(f, i), close = fix_match(f, open);

		if (!fix_is_ident(f, i) || !fix_is(f, open, "(") || close == NONE)
			continue;
		char *payload = fix_text(f, fix_end(f, open), fix_start(f, close)), *variant = fix_word(f, i);
		if (!strchr(payload, ',') && strstr(payload, "Error"))
			fix_put(fix_new(f, 0, "`?` turns one error into another through `From`: `%s` says how this type takes it in.", variant),
				fix_end(f, end), fix_end(f, end),
				"\n\nimpl From<%s> for %s {\n    fn from(error: %s) -> Self {\n        %s::%s(error)\n    }\n}", payload, type,
				payload, type, variant);
		free(payload);
		free(variant);
		i = close;
	}
	free(type);
}

/* A type of ours is to be a `Box<dyn Error>`. */
static void impl_error(struct fix *f)
{
	char *type = xstrdup(fix_name(f, 0)), *colon = strstr(type, ":");
	const char *kinds[] = { "enum", "struct" };

	if (colon)
		*colon = '\0';
	for (size_t k = 0; k < ARRAY_SIZE(kinds); k++) {
		size_t def = fix_def(f, kinds[k], type), body = def == NONE ? NONE : fix_body(f, def), end = fix_match(f, body);

		if (def == NONE || end == NONE)
			continue;
		fix_put(fix_new(f, 0, "An error type says that it is one, and how it reads: `Error` and `Display`."), fix_end(f, end), fix_end(f, end),
			"\n\nimpl std::fmt::Display for %s {\n    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {\n"
			"        write!(f, \"{self:?}\")\n    }\n}\n\nimpl std::error::Error for %s {}", type, type);
	}
	free(type);
}

/* `collect` into values from an iterator of references. */
static void cloned_elements(struct fix *f)
{
	const char *item = strstr(f->d->message, "elements of type `&");
	size_t name = fix_first(f, f->p->byte_start), dot = fix_prev(f, name);

	if (item && fix_is(f, dot, "."))
		fix_one(f, 0, fix_start(f, dot), fix_start(f, dot), ".cloned()",
			"`iter` lends the elements; `cloned` makes values of their own of them, to be collected.");
}

/* `sort_by_key(|a| a.price)` with a floating-point key. */
static void order_by_float(struct fix *f)
{
	static const char *const list[][2] = { { "sort_by_key", "sort_by" }, { "max_by_key", "max_by" }, { "min_by_key", "min_by" } };
	size_t name = fix_first(f, f->p->byte_start), open = fix_next(f, name), close = fix_match(f, open), bar = fix_next(f, open),
	       param = fix_next(f, bar), bar2 = fix_next(f, param), from = fix_next(f, bar2);
	struct sbuf other = SBUF_INIT;

	if (close == NONE || !fix_is(f, bar, "|") || !fix_is_ident(f, param) || !fix_is(f, bar2, "|") || fix_is(f, from, "{") ||
	    !(strstr(fix_name(f, 0), "f64") || strstr(fix_name(f, 0), "f32") || strstr(fix_name(f, 0), "float")))
		return;
	char *p = fix_word(f, param), *body = fix_text(f, fix_start(f, from), fix_start(f, close));
	const char *q = streq(p, "b") ? "c" : "b";
	for (size_t i = from; i != NONE && i < close; i++) {
		if (fix_is(f, i, p))
			sbuf_addstr(&other, q);
		else
			sbuf_add(&other, f->text + fix_start(f, i), fix_end(f, i) - fix_start(f, i));
	}
	for (size_t k = 0; k < ARRAY_SIZE(list); k++)
		if (fix_is(f, name, list[k][0]))
			fix_put(fix_new(f, 0, "Floating-point keys have no order of their own, because of NaN: `total_cmp` compares two of them."),
				fix_start(f, name), fix_end(f, close), "%s(|%s, %s| (%s).total_cmp(&(%s)))", list[k][1], p, q, body, other.buf);
	free(p);
	free(body);
	sbuf_release(&other);
}

/* A closure that remembers something is no plain function pointer. */
static void impl_fn(struct fix *f)
{
	const struct diag_span *s = fix_label(f, "expected `fn_` because of return type");

	if (s && fix_span_starts(f, s, "fn"))
		fix_one(f, 0, s->byte_start, s->byte_start + 2, "impl Fn",
			"A closure that keeps values of its surroundings is not a plain `fn`; `impl Fn` says: something that can be called so.");
}

/* --- slips --- */

/* Another sign than Rust's: `1: …` or `1 -> …` in a match, `v[0:2]`. */
static void other_sign(struct fix *f)
{
	size_t i = fix_first(f, f->p->byte_start), around = fix_around(f, i);

	if (fix_is(f, around, "[") && fix_is(f, i, ":"))
		fix_one(f, 0, fix_start(f, i), fix_end(f, i), "..", "A range is written with two dots.");
	if (fix_is(f, around, "[") && fix_is(f, i, ",") && fix_is(f, fix_prev(f, around), "vec"))
		fix_one(f, 0, fix_end(f, fix_prev(f, around)), fix_end(f, fix_prev(f, around)), "!", "`vec!` is a macro; its name has a `!`.");
}

/* The arms of a match with `:` or `->`: all of them at once. */
static void match_arrows(struct fix *f)
{
	size_t open = fix_around(f, fix_first(f, f->p->byte_start)), close = fix_match(f, open);
	struct edits *e;

	if (!fix_is(f, open, "{") || close == NONE)
		return;
	e = fix_new(f, 0, "Between a pattern and what it leads to stands `=>`.");
	for (size_t i = fix_next(f, open); i != NONE && i < close; i = fix_next(f, i)) {
		size_t next = fix_next(f, i);

		if (f->t.v[i].kind == TOKEN_OPEN && fix_match(f, i) != NONE)
			i = fix_match(f, i);
		else if (fix_is(f, i, "->"))
			fix_put(e, fix_start(f, i), fix_end(f, i), "=>");
		else if (fix_is(f, i, "-") && fix_is(f, next, ">") && fix_start(f, next) == fix_end(f, i))
			fix_put(e, fix_start(f, i), fix_end(f, next), "=>");
		else if (fix_is(f, i, ":") && !fix_is(f, next, ":") && !fix_is(f, fix_prev(f, i), ":"))
			fix_put(e, fix_start(f, i), fix_end(f, i), " =>");
	}
}

/* A `;` in the middle of a chain of calls. */
static void chain_on(struct fix *f)
{
	size_t dot = fix_first(f, f->p->byte_start), semi = fix_prev(f, dot);

	if (fix_is(f, dot, ".") && fix_is(f, semi, ";"))
		fix_one(f, 0, fix_start(f, semi), fix_end(f, semi), "", "The chain of calls goes on in the next line; the `;` would end it.");
}

/* A bracket that was opened in a statement closes before its `;`. */
static void close_call(struct fix *f)
{
	const struct diag_span *s = fix_label(f, "unclosed delimiter");
	size_t open = s ? fix_first(f, s->byte_start) : NONE, i;

	if (!fix_is(f, open, "(") && !fix_is(f, open, "["))
		return;
	for (i = fix_next(f, open); i != NONE && !fix_is(f, i, ";") && !fix_is(f, i, "{"); i = fix_next(f, i))
		;
	if (fix_is(f, i, ";"))
		fix_one(f, 0, fix_start(f, i), fix_start(f, i), fix_is(f, open, "(") ? ")" : "]",
			"What is opened inside a statement is closed before its `;`.");
}

/* `new A(1)`, `new A { n: 1 }`. */
static void drop_new(struct fix *f)
{
	size_t type = fix_first(f, f->p->byte_start), new = fix_prev(f, type), open = fix_next(f, type);
	struct edits *e;

	if (!fix_is(f, new, "new") || !fix_is_ident(f, type))
		return;
	e = fix_new(f, 0, "Rust has no `new` word: a value is made by its fields, or by a function that is often called `new`.");
	fix_put(e, fix_start(f, new), fix_start(f, type), "%s", "");
	if (fix_is(f, open, "("))
		fix_put(e, fix_end(f, type), fix_end(f, type), "::new");
}

const struct fix_row fix_share_rows[] = {
	{ "lock-shared", "E0594 E0596", "cannot _ data in an `_`_", lock_shared },
	{ "change-inside", "E0368", NULL, change_inside },
	{ "ok-at-end", "E0308", "mismatched types", ok_at_end },
	{ "take-operand", "E0369", NULL, take_operand },
	{ "format-sum", "E0369", "cannot add _", format_sum },
	{ "impl-from", "E0277 E0271", NULL, impl_from },
	{ "impl-error", "E0277", "the trait bound `_: std::error::Error` is not satisfied", impl_error },
	{ "cloned-elements", "E0277", "a value of type `_` cannot be built from _", cloned_elements },
	{ "order-by-float", "E0277", "the trait bound _ is not satisfied", order_by_float },
	{ "impl-fn", "E0308", "mismatched types", impl_fn },
	{ "other-sign", "-", "expected one of _, found _", other_sign },
	{ "match-arrows", "-", "expected one of _, found `_`", match_arrows },
	{ "chain-on", "-", "expected expression, found `.`", chain_on },
	{ "close-call", "-", "mismatched closing delimiter: _", close_call },
	{ "drop-new", "-", "expected one of _, found _", drop_new },
	{ NULL, NULL, NULL, NULL },
};
