/* Templates for moves, borrows and lifetimes. */
#include "rust/fix_int.h"

/*
 * The value is used again: what takes it gets a copy. rustc suggests `.clone()` only where it is
 * sure that it helps.
 */
static void clone_moved(struct fix *f)
{
	const struct diag_span *s = fix_label(f, "value moved here_");

	if (s && fix_is_place(f, s->byte_start, s->byte_end))
		fix_one(f, 0, s->byte_end, s->byte_end, ".clone()",
			"The first use takes the value away; a clone gives it a copy and leaves "
			"the original here.");
}

static void borrow_moved(struct fix *f)
{
	const struct diag_span *s = fix_label(f, "value moved here_");

	if (!s)
		s = fix_label(f, "_ moved due to this implicit call to `.into_iter()`");
	if (s && fix_is_place(f, s->byte_start, s->byte_end))
		fix_one(f, 0, s->byte_start, s->byte_start, "&",
			"Looking at the value is enough here: a borrow leaves it with its owner.");
}

/*
 * In all calls of a function the argument at this position (from 0) is lent: `x` becomes `&x`,
 * and with mut `&x` becomes `&mut x`.
 */
static void lend_arguments(struct fix *f, struct edits *e, const char *name, size_t position,
			   bool mut)
{
	for (size_t i = fix_first(f, 0); i != NONE; i = fix_next(f, i)) {
		size_t open = fix_next(f, i), at = 0, arg;

		if (!fix_is(f, i, name) || fix_is(f, fix_prev(f, i), "fn") || !fix_is(f, open, "("))
			continue;
		for (arg = fix_next(f, open); at < position && arg != NONE && !fix_is(f, arg, ")");
		     arg = fix_next(f, arg)) {
			if (fix_is(f, arg, ","))
				at++;
			else if (f->t.v[arg].kind == TOKEN_OPEN)
				arg = fix_match(f, arg);
		}
		if (arg == NONE || at != position || fix_is(f, arg, ")"))
			continue;
		if (!mut && !fix_is(f, arg, "&"))
			fix_put(e, fix_start(f, arg), fix_start(f, arg), "&");
		else if (mut && fix_is(f, arg, "&") && !fix_is(f, fix_next(f, arg), "mut"))
			fix_put(e, fix_end(f, arg), fix_end(f, arg), "mut ");
	}
}

/* Which parameter (from 0) of the signature holds this byte? */
static size_t parameter_at(struct fix *f, const struct fix_sig *s, uint32_t at)
{
	size_t n = 0;

	for (size_t i = fix_next(f, s->open); i != NONE && fix_start(f, i) < at;
	     i = fix_next(f, i)) {
		if (fix_is(f, i, ","))
			n++;
		else if (f->t.v[i].kind == TOKEN_OPEN && (i = fix_match(f, i)) == NONE)
			break;
	}
	return n;
}

static void borrow_parameter(struct fix *f)
{
	const struct diag_span *s = fix_child(f, "this parameter takes ownership of the value");
	struct fix_sig sig;
	struct edits *e;
	char *name;

	if (!s)
		s = fix_child(f, "consider changing this parameter type in _ to borrow instead _");
	if (!s || !fix_fn_around(f, s->byte_start, &sig) || fix_span_starts(f, s, "&"))
		return;
	name = fix_word(f, sig.name);
	e = fix_new(
		f, 0,
		"`%s` only looks at its argument, so it may borrow it; its callers lend the value.",
		name);
	fix_put(e, s->byte_start, s->byte_start, "&");
	lend_arguments(f, e, name, parameter_at(f, &sig, s->byte_start), false);
	free(name);
}

static void borrow_self(struct fix *f)
{
	const struct diag_span *s =
		fix_child(f, "_ takes ownership of the receiver `self`, which moves _");

	if (!s)
		return;
	fix_one(f, 0, s->byte_start, s->byte_end, "&self",
		"The method only needs to look at the value: with `&self` the caller keeps it.");
	fix_one(f, 0, s->byte_start, s->byte_end, "&mut self",
		"The method changes the value in place: with `&mut self` the caller keeps it.");
}

/* A closure or an async block took it: it gets a copy, made on the line before. */
static void clone_into_closure(struct fix *f)
{
	const struct diag_span *s = fix_label(f, "value moved into closure here_");
	uint32_t from, to;
	char *indent;

	if (!s || !fix_stmt(f, s->byte_start, &from, &to) || strchr(fix_name(f, 0), '.'))
		return;
	indent = fix_indent(f, from);
	fix_put(fix_new(f, 0,
			"The closure takes what it uses; it gets a clone of its own, and the "
			"original stays."),
		from, from, "let %s_copy = %s.clone();\n%s", fix_name(f, 0), fix_name(f, 0),
		indent);
	for (size_t i = fix_first(f, s->byte_start); i != NONE && fix_start(f, i) < to;
	     i = fix_next(f, i))
		if (fix_is(f, i, fix_name(f, 0)) && !fix_is(f, fix_prev(f, i), "."))
			fix_put(&f->v[f->n - 1], fix_end(f, i), fix_end(f, i), "_copy");
	free(indent);
}

/*
 * `move` closure in a loop, or a handle used by several threads: `Rc`-like values are cloned in a
 * block.
 */
static void clone_before_loop_use(struct fix *f)
{
	const struct diag_span *s =
		fix_label(f, "value moved into closure here, in previous iteration of loop");
	uint32_t from, to;
	char *indent;

	if (!s || !fix_stmt(f, s->byte_start, &from, &to))
		return;
	indent = fix_indent(f, from);
	fix_put(fix_new(f, 0,
			"Every round needs a value of its own to give to the closure: a clone made "
			"inside the loop."),
		from, from, "let %s = %s.clone();\n%s", fix_name(f, 0), fix_name(f, 0), indent);
	free(indent);
}

static void derive_copy(struct fix *f)
{
	const struct diag_span *s = fix_label(
		f, "move occurs because _ has type _, which does not implement the `Copy` trait");
	char *type = s ? fix_quoted(s->label, 1) : NULL;
	size_t def = type ? fix_def(f, "struct", type) : NONE;

	if (type && def == NONE)
		def = fix_def(f, "enum", type);
	if (def != NONE) {
		uint32_t at = fix_item_start(f, def);

		fix_put(fix_new(f, 0,
				"`%s` is small and owns nothing: as a Copy type it is copied "
				"instead of moved.",
				type),
			at, at, "#[derive(Clone, Copy)]\n");
	}
	free(type);
}

/*
 * The borrow that is still in use: `let r = &v[0];` becomes a value of its own. Never for `&mut`:
 * it edits in place.
 */
static void own_borrow(struct fix *f)
{
	const struct diag_span *s = fix_label(f, "immutable borrow occurs here");
	struct fix_let let;

	if (!s)
		s = fix_label(f, "borrow of _ occurs here");
	if (!s)
		s = fix_label(f, "_ is borrowed here");
	if (!s || !fix_let_at(f, s->byte_start, &let) || let.init_from == let.init_to)
		return;
	if (fix_span_starts(f, s, "&mut") || strstr(f->d->message, "more than once"))
		return;
	if (f->text[let.init_from] == '&' && f->text[let.init_from + 1] != 'm') {
		bool slice = f->text[let.init_to - 1] == ']' &&
			     memmem(f->text + let.init_from, let.init_to - let.init_from, "..", 2);
		struct edits *e = fix_new(f, 0,
					  "With a copy of its own it no longer borrows, and the "
					  "owner may be changed.");

		fix_put(e, let.init_from, let.init_from + 1, "%s", "");
		fix_put(e, let.init_to, let.init_to, slice ? ".to_owned()" : ".clone()");
		if (!slice)
			fix_one(f, 0, let.init_from, let.init_from + 1, "",
				"A small value is copied out; nothing stays borrowed.");
		return;
	}
	if (f->text[let.init_to - 1] == ')') {
		fix_one(f, 0, let.init_to, let.init_to, ".cloned()",
			"With a copy of what is inside it no longer borrows, and the owner may be changed.");
	}
	fix_one(f, 0, let.init_to, let.init_to, ".clone()",
		"With a copy of its own it no longer borrows, and the owner may be changed.");
	fix_one(f, 0, let.init_to, let.init_to, ".to_owned()",
		"With a value of its own it no longer borrows, and the owner may be changed.");
}

/* Does a statement name the first word of the other? */
static bool both_name(const struct fix *f, uint32_t from, uint32_t to, uint32_t other, uint32_t end)
{
	size_t owner = fix_first(f, other);
	bool both = false;

	if (fix_is(f, owner, "*") || fix_is(f, owner, "let"))
		owner = fix_next(f, owner);
	for (size_t i = fix_first(f, from); fix_is_ident(f, owner) && fix_start(f, owner) < end && i != NONE && fix_start(f, i) < to; i = fix_next(f, i)) {
		char *word = fix_word(f, owner);

		both |= fix_is(f, i, word);
		free(word);
	}
	return both;
}

/* The last use of the borrow goes in front of the statement that gets in its way. */
static void use_earlier(struct fix *f)
{
	static const char *const patterns[] = {
		"_borrow later used here",
		"borrow later used by call",
		"_borrow used here, in later iteration of loop",
	};
	const struct diag_span *later = NULL;
	uint32_t from, to, mine, end;
	char *stmt, *indent;
	struct edits *e;

	for (size_t i = 0; i < ARRAY_SIZE(patterns) && !later; i++)
		later = fix_label(f, patterns[i]);
	if (!later || !fix_stmt(f, later->byte_start, &from, &to) ||
	    !fix_stmt(f, f->p->byte_start, &mine, &end) || from < end ||
	    fix_line(f, from) == fix_line(f, mine))
		return;
	stmt = fix_text(f, from, to);
	indent = fix_indent(f, mine);
	/* What both statements name may look different before the change: then the author has to say whether that is meant. */
	e = fix_new(f, both_name(f, from, to, mine, end) ? EDIT_RISKY : 0,
		    "The borrow ends with its last use: used before the change, it is no longer in "
		    "the way.");
	fix_put(e, mine, mine, "%s\n%s", stmt, indent);
	fix_put(e, fix_line(f, from), to + (to < f->len && f->text[to] == '\n'), "%s", "");
	free(stmt);
	free(indent);
}

/*
 * `let x` inside a block is borrowed for longer than the block: it moves out, in front of the
 * block.
 */
static void hoist_let(struct fix *f)
{
	const struct diag_span *s = fix_label(f, "binding _ declared here");
	struct fix_let let;
	uint32_t from, to;
	size_t open;
	char *stmt, *indent;
	struct edits *e;

	if (!s)
		s = fix_child(
			f, "the binding _ is available in a different scope in the same function");
	if (!s || !fix_let_at(f, s->byte_start, &let))
		return;
	open = fix_around(f, fix_first(f, let.from));
	if (!fix_is(f, open, "{") || !fix_stmt(f, fix_start(f, open), &from, &to) ||
	    from >= let.from || fix_is(f, fix_first(f, from), "fn"))
		return;
	stmt = fix_text(f, let.from, let.to);
	indent = fix_indent(f, from);
	e = fix_new(f, 0,
		    "A value lives as long as the block it is declared in: declared outside, it "
		    "outlives the borrow.");
	fix_put(e, from, from, "%s\n%s", stmt, indent);
	fix_put(e, let.from, let.to, "%s", "");
	free(stmt);
	free(indent);
}

/* A new name for the changed value: shadowing instead of assigning. */
static void shadow(struct fix *f)
{
	uint32_t from, to;
	size_t first;

	if (!fix_stmt(f, f->p->byte_start, &from, &to))
		return;
	first = fix_first(f, from);
	if (fix_is(f, first, fix_name(f, 0)) && fix_is(f, fix_next(f, first), "=") &&
	    !fix_is(f, fix_next(f, fix_next(f, first)), "="))
		fix_one(f, 0, from, from, "let ",
			"A new `let` makes a new variable with the same name; the old one stays as "
			"it was.");
}

/* `&x` where `&mut x` is wanted: the argument, and its variable. */
static void borrow_mutably(struct fix *f)
{
	struct fix_let let;
	struct edits *e;
	char *name;
	size_t i = fix_first(f, f->p->byte_start);

	if (!fix_is(f, i, "&") || fix_is(f, fix_next(f, i), "mut"))
		return;
	e = fix_new(f, 0, "The function changes what it is given: it needs a mutable borrow.");
	fix_put(e, fix_end(f, i), fix_end(f, i), "mut ");
	name = fix_word(f, fix_next(f, i));
	if (fix_let_of(f, name, f->p->byte_start, &let) && !let.mut)
		fix_put(e, fix_start(f, let.name), fix_start(f, let.name), "mut ");
	free(name);
}

/* The `&` of the parameter called name in a signature; NONE when it is no plain borrow. */
static size_t parameter_borrow(const struct fix *f, const struct fix_sig *s, const char *name)
{
	for (size_t i = fix_next(f, s->open); i != NONE && i < s->close; i = fix_next(f, i)) {
		size_t amp = fix_next(f, fix_next(f, i));

		if (fix_is(f, i, name) && fix_is(f, fix_next(f, i), ":"))
			return fix_is(f, amp, "&") && !fix_is(f, fix_next(f, amp), "mut") ? amp
											  : NONE;
	}
	return NONE;
}

/*
 * The parameter is `&T`, and the body changes it: `&mut T`, and the callers lend it so. rustc
 * forgets the callers.
 */
static void mutable_parameter(struct fix *f)
{
	const char *name = fix_name(f, 0) + (*fix_name(f, 0) == '*');
	struct fix_sig sig;
	struct edits *e;
	size_t amp;
	char *fn;

	if (!fix_fn_around(f, f->p->byte_start, &sig) ||
	    (amp = parameter_borrow(f, &sig, name)) == NONE)
		return;
	fn = fix_word(f, sig.name);
	e = fix_new(f, 0,
		    "`%s` changes its argument, so it must borrow it mutably, and its callers lend "
		    "it so.",
		    fn);
	fix_put(e, fix_end(f, amp), fix_end(f, amp), "mut ");
	lend_arguments(f, e, fn, parameter_at(f, &sig, fix_start(f, amp)), true);
	free(fn);
}

/* A reference to a local cannot leave: return the value itself. */
static void return_owned(struct fix *f)
{
	size_t i = fix_first(f, f->p->byte_start);
	struct fix_sig sig;
	struct edits *e;
	char *type;
	uint32_t from;

	if (!fix_fn_around(f, f->p->byte_start, &sig) || sig.ret_from == sig.ret_to ||
	    f->text[sig.ret_from] != '&')
		return;
	from = sig.ret_from + 1;
	if (fix_is_kind(f, fix_first(f, from), TOKEN_LIFETIME))
		from = fix_end(f, fix_first(f, from));
	type = fix_text(f, fix_start(f, fix_first(f, from)), sig.ret_to);
	if (streq(type, "str")) {
		free(type);
		type = xstrdup("String");
	} else if (*type == '[') {
		char *inner = xstrfmt("Vec<%.*s>", (int)strlen(type) - 2, type + 1);

		free(type);
		type = inner;
	}
	e = fix_new(f, 0,
		    "The local dies when the function ends, so a reference to it cannot leave; the "
		    "value itself can.");
	fix_put(e, sig.ret_from, sig.ret_to, "%s", type);
	if (fix_is(f, i, "&"))
		fix_put(e, fix_start(f, i), fix_end(f, i), "%s", "");
	else if (f->p->byte_end - f->p->byte_start > 9 &&
		 !memcmp(f->text + f->p->byte_end - 9, ".as_str()", 9))
		fix_put(e, f->p->byte_end - 9, f->p->byte_end, "%s", "");
	else
		fix_put(e, f->p->byte_end, f->p->byte_end,
			streq(type, "String") ? ".to_string()" : ".to_owned()");
	free(type);
}

/* Out of a borrow nothing can be taken: copy it, look at it, or leave something in its place. */
static void from_borrow(struct fix *f)
{
	uint32_t from = f->p->byte_start, to = f->p->byte_end;
	size_t after = fix_next(f, fix_token(f, to ? to - 1 : 0));
	bool deref = fix_is(f, fix_first(f, from), "*");

	if (deref) {
		fix_one(f, 0, from, from + 1, "",
			"Without the `*` the borrow itself is used, and nothing moves.");
		return;
	}
	if (!fix_is_place(f, from, to))
		return;
	if (fix_is(f, after, ".") && strstr(f->d->message, "mutable reference"))
		fix_one(f, 0, to, to, ".take()",
			"`take` moves the value out and leaves `None` in its place.");
	if (fix_is(f, after, "."))
		fix_one(f, 0, to, to, ".as_ref()", "`as_ref` looks into it without taking it.");
	fix_one(f, 0, to, to, ".clone()",
		"What is borrowed cannot be taken, but it can be copied.");
	fix_one(f, 0, from, from, "&", "What is borrowed can be borrowed again; nothing moves.");
}

/* Every RefCell becomes a Mutex, every borrow a lock. */
static void cells_to_locks(struct fix *f, struct edits *e)
{
	for (size_t i = fix_first(f, 0); i != NONE; i = fix_next(f, i)) {
		size_t open = fix_next(f, i);

		if (fix_is(f, i, "RefCell"))
			fix_put(e, fix_start(f, i), fix_end(f, i), "Mutex");
		else if (fix_is(f, i, "cell") && fix_is(f, fix_prev(f, i), ":"))
			fix_put(e, fix_start(f, i), fix_end(f, i), "sync");
		else if ((fix_is(f, i, "borrow") || fix_is(f, i, "borrow_mut")) && fix_is(f, fix_prev(f, i), ".") && fix_is(f, open, "("))
			fix_put(e, fix_start(f, i), fix_end(f, fix_match(f, open)), "lock().unwrap()");
	}
}

/* A threads' value: the counting of `Rc` is not safe between threads, that of `Arc` is. */
static void rc_to_arc(struct fix *f)
{
	struct edits *e;

	if (strstr(f->d->message, "`RefCell<"))
		cells_to_locks(f, fix_new(f, 0, "A `RefCell` counts its borrows without protection; a `Mutex` lets one thread at a time in."));
	if (!strstr(f->d->message, "Rc<"))
		return;
	e = fix_new(f, 0,
		    "`Rc` counts its owners without protection; `Arc` does the same safely between "
		    "threads.");
	cells_to_locks(f, e);
	for (size_t i = fix_first(f, 0); i != NONE; i = fix_next(f, i)) {
		if (fix_is(f, i, "Rc"))
			fix_put(e, fix_start(f, i), fix_end(f, i), "Arc");
		else if (fix_is(f, i, "rc") && fix_is(f, fix_prev(f, i), ":"))
			fix_put(e, fix_start(f, i), fix_end(f, i), "sync");
	}
}

/* Two lifetimes in one signature that have to be one. */
static void one_lifetime(struct fix *f)
{
	struct fix_sig sig;
	struct strv names = STRV_INIT;
	struct edits *e;

	if (!fix_fn_around(f, f->p->byte_start, &sig))
		return;
	for (size_t i = sig.fn; i != NONE && fix_start(f, i) < sig.ret_to; i = fix_next(f, i)) {
		char *word = fix_word(f, i);

		if (f->t.v[i].kind == TOKEN_LIFETIME && !streq(word, "'static") &&
		    !strv_has(&names, word))
			strv_push(&names, word);
		free(word);
	}
	if (names.n == 2) {
		e = fix_new(f, 0,
			    "What goes out may come from either argument: one lifetime for both "
			    "says so.");
		for (size_t i = sig.fn; i != NONE && fix_start(f, i) < sig.ret_to;
		     i = fix_next(f, i)) {
			size_t comma = fix_prev(f, i), after = fix_next(f, i);

			if (!fix_is(f, i, names.v[1]))
				continue;
			if (fix_is(f, comma, ",") &&
			    (fix_is(f, after, ">") || fix_is(f, after, ",")) && i < sig.open)
				fix_put(e, fix_start(f, comma), fix_end(f, i), "%s", "");
			else
				fix_put(e, fix_start(f, i), fix_end(f, i), "%s", names.v[0]);
		}
	}
	strv_release(&names);
}

/* `move` takes the value into a closure that outlives it; without it, the closure only borrows. */
static void drop_move(struct fix *f)
{
	const struct diag_span *s = fix_label(f, "value moved into closure here");
	size_t i = s ? fix_first(f, s->byte_start) : NONE;

	if (fix_is(f, i, "move"))
		fix_one(f, 0, fix_start(f, i), fix_start(f, fix_next(f, i)), "",
			"Without `move` the closure borrows what it uses, and the value stays "
			"here.");
}

static void add_move(struct fix *f)
{
	const struct diag_span *s = fix_label(f, "value captured here_");
	size_t i = s ? fix_first(f, s->byte_start) : NONE;

	if (fix_is(f, i, "|"))
		fix_one(f, 0, fix_start(f, i), fix_start(f, i), "move ",
			"The closure outlives the variable: with `move` it takes the value along.");
}

/* A variable that is only added to, multiplied or filled starts with what changes nothing. */
static void start_value(struct fix *f, const struct fix_let *let, const char *type)
{
	bool sum = false, product = false, text = false;
	const char *value;

	for (size_t i = fix_first(f, let->to); i != NONE; i = fix_next(f, i)) {
		size_t op = fix_next(f, i), eq = fix_next(f, op);

		if (!fix_is(f, i, fix_name(f, 0)))
			continue;
		sum |= (fix_is(f, op, "+") || fix_is(f, op, "-") || fix_is(f, op, "|")) && fix_is(f, eq, "=");
		product |= fix_is(f, op, "*") && fix_is(f, eq, "=");
		text |= fix_is(f, op, ".") && (fix_is(f, eq, "push_str") || fix_is(f, eq, "push"));
	}
	value = product && !sum ? (fix_is_float(type) ? "1.0" : "1") : sum && fix_is_float(type) ? "0.0" : sum ? "0" : fix_default_of(type);
	if (sum || product || (text && !streq(value, "todo!()")))
		fix_put(fix_new(f, 0, "What is added to it needs something to start from: `%s` changes nothing.", value), let->to - 1,
			let->to - 1, " = %s", streq(type, "String") ? "String::new()" : value);
}

/* A variable that is used before it has a value. */
static void initialise(struct fix *f)
{
	struct fix_let let;
	char *type;
	size_t colon;

	if (!fix_let_of(f, fix_name(f, 0), f->p->byte_start, &let) || let.init_from != let.init_to)
		return;
	colon = fix_next(f, let.name);
	type = fix_is(f, colon, ":") ? fix_text(f, fix_start(f, fix_next(f, colon)), let.to - 1)
				     : xstrdup("");
	start_value(f, &let, type);
	fix_put(fix_new(f, EDIT_STUB,
			"A variable must have a value before it is read; this one is made up."),
		let.to - 1, let.to - 1, " = %s", fix_default_of(type));
	free(type);
}

/*
 * A guard gives its borrow back only where it is dropped: that is done before the value is needed
 * again.
 */
static void drop_borrower(struct fix *f)
{
	const struct diag_span *s =
		fix_label(f, "_ borrow might be used here, when `_` is dropped and runs _");
	char *name = s ? fix_quoted(s->label, 0) : NULL, *indent;
	uint32_t mine, end;

	if (name && fix_stmt(f, f->p->byte_start, &mine, &end)) {
		indent = fix_indent(f, mine);
		fix_put(fix_new(f, 0,
				"`drop` ends the life of `%s` early, and gives the borrow back.",
				name),
			mine, mine, "drop(%s);\n%s", name, indent);
		free(indent);
	}
	free(name);
}

/* Parts of a local text are collected: as texts of their own they may leave. */
static void collect_strings(struct fix *f)
{
	uint32_t to = f->p->byte_end;
	struct fix_sig sig;
	struct edits *e;

	if (!fix_fn_around(f, f->p->byte_start, &sig) || sig.ret_to - sig.ret_from < 9 || strncmp(f->text + sig.ret_from, "Vec<&", 5) ||
	    !memmem(f->text + sig.ret_from, sig.ret_to - sig.ret_from, "str>", 4) || to - f->p->byte_start < 10 ||
	    memcmp(f->text + to - 10, ".collect()", 10))
		return;
	e = fix_new(f, 0, "The text dies when the function ends, and so would its parts; Strings of their own may leave.");
	fix_put(e, sig.ret_from, sig.ret_to, "Vec<String>");
	fix_put(e, to - 10, to - 10, ".map(|part| part.to_string())");
}

const struct fix_row fix_own_rows[] = {
	{ "collect-strings", "E0515", NULL, collect_strings },
	{ "hoist-let", "E0597 E0425 E0716", NULL, hoist_let },
	{ "borrow-self", "E0382 E0507", NULL, borrow_self },
	{ "borrow-parameter", "E0382", NULL, borrow_parameter },
	{ "borrow-moved", "E0382", NULL, borrow_moved },
	{ "clone-moved", "E0382", NULL, clone_moved },
	{ "clone-into-closure", "E0382", NULL, clone_into_closure },
	{ "clone-in-loop", "E0382", NULL, clone_before_loop_use },
	{ "drop-move", "E0382", NULL, drop_move },
	{ "derive-copy", "E0382 E0505 E0507", NULL, derive_copy },
	{ "use-earlier", "E0499 E0500 E0501 E0502 E0503 E0505 E0506 E0524", NULL, use_earlier },
	{ "own-borrow", "E0502 E0505 E0506", NULL, own_borrow },
	{ "drop-borrower", "E0499 E0502 E0505 E0506", NULL, drop_borrower },
	{ "clone-borrowed-move", "E0505", NULL, from_borrow },
	{ "shadow", "E0384", NULL, shadow },
	{ "borrow-mutably", "E0308", "mismatched types", borrow_mutably },
	{ "mutable-parameter", "E0596 E0594", "cannot _ behind a `&` reference",
	  mutable_parameter },
	{ "return-owned", "E0515", NULL, return_owned },
	{ "from-borrow", "E0507", NULL, from_borrow },
	{ "rc-to-arc", "E0277", "`_` cannot be _ between threads safely", rc_to_arc },
	{ "one-lifetime", "- E0621 E0623", "lifetime _", one_lifetime },
	{ "add-move", "E0597 E0521", NULL, add_move },
	{ "initialise", "E0381", NULL, initialise },
	{ NULL, NULL, NULL, NULL },
};
