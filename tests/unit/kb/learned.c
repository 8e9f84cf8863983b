#include "test.h"

#include "kb/learned.h"
#include "kb/learned_hunks.h"
#include "rust/action.h"
#include "rust/anon.h"

/* An error on the n-th place of `at` in a text. */
struct made {
	struct diag d;
	struct diag_span spans[2];
};

static void span_on(struct diag_span *s, const char *text, const char *at, int nth, const char *label)
{
	const char *p = text - 1;

	for (int i = 0; i <= nth && p; i++)
		p = strstr(p + 1, at);
	memset(s, 0, sizeof(*s));
	s->file = xstrdup("a.rs");
	s->label = xstrdup_or_null(label);
	s->byte_start = (uint32_t)(p - text);
	s->byte_end = s->byte_start + (uint32_t)strlen(at);
	s->line = s->line_end = s->col = 1;
}

static struct diag *make(struct made *m, const char *code, const char *message, const char *label, const char *text, const char *at, int nth)
{
	memset(m, 0, sizeof(*m));
	m->d.code = xstrdup_or_null(code);
	m->d.message = xstrdup(message);
	m->d.spans = m->spans;
	m->d.n_spans = 1;
	span_on(&m->spans[0], text, at, nth, label);
	m->spans[0].primary = true;
	return &m->d;
}

static void unmake(struct made *m)
{
	free(m->d.code);
	free(m->d.message);
	for (size_t i = 0; i < m->d.n_spans; i++) {
		free(m->spans[i].file);
		free(m->spans[i].label);
	}
}

static char *replay(const char *action, const struct diag *d, const char *text)
{
	struct edits e = EDITS_INIT;
	struct sbuf out = SBUF_INIT;

	if (action_replay(action, d, "a.rs", text, strlen(text), &e))
		edits_apply(&e, text, strlen(text), &out);
	edits_release(&e);
	return sbuf_detach(&out, NULL);
}

static char *action_of(const struct diag *d, const char *before, const char *after)
{
	return action_make(d, "a.rs", before, strlen(before), after, strlen(after), NULL);
}

TEST(action_is_made_again_elsewhere)
{
	const char *a = "fn main() { let n: String = \"x\"; }", *fixed = "fn main() { let n: String = \"x\".to_string(); }";
	const char *b = "fn other(k: u8) -> String {\n    let very_long = k;\n    \"some text\"\n}";
	struct made m, o;
	struct diag *d = make(&m, "E0308", "mismatched types", "expected `String`, found `&str`", a, "\"x\"", 0);
	struct diag *e = make(&o, "E0308", "mismatched types", "expected `String`, found `&str`", b, "\"some text\"", 0);
	char *action = action_of(d, a, fixed), *out;

	CHECK_STR(action, "P0 P0\t\t . to_string ( )\n");
	out = replay(action, d, a);
	CHECK_STR(out, fixed);
	free(out);
	out = replay(action, e, b);
	CHECK_STR(out, "fn other(k: u8) -> String {\n    let very_long = k;\n    \"some text\".to_string()\n}");
	free(out);
	free(action);
	unmake(&m);
	unmake(&o);
}

TEST(action_names_come_from_the_messages)
{
	const char *a = "struct Zug {}\nfn main() { let z = Zug {}; z.clone(); }";
	const char *fixed = "#[derive(Clone)]\nstruct Zug {}\nfn main() { let z = Zug {}; z.clone(); }";
	const char *b = "// text\npub struct Other<T> { t: T }\nfn f(o: Other<u8>) { o.clone(); }";
	struct made m, o;
	struct diag *d = make(&m, "E0599", "no method named `clone` found for struct `Zug` in the current scope", "method not found in `Zug`",
			      a, "clone", 0);
	struct diag *e = make(&o, "E0599", "no method named `clone` found for struct `Other<T>` in the current scope",
			      "method not found in `Other<u8>`", b, "clone", 0);
	char *action = action_of(d, a, fixed), *out;

	CHECK(action != NULL);
	CHECK(action && !strstr(action, "Zug"));
	out = action ? replay(action, e, b) : NULL;
	CHECK_STR(out, "// text\n#[derive(Clone)]\npub struct Other<T> { t: T }\nfn f(o: Other<u8>) { o.clone(); }");
	free(out);
	free(action);
	unmake(&m);
	unmake(&o);
}

TEST(action_keeps_no_text_of_its_program)
{
	const char *a = "fn main() { let n = 1; greet(); }";
	const char *said = "fn main() { let n = 1; greet(\"my password\"); }";
	const char *number = "fn main() { let n = 1; greet(4711471147114711); }";
	struct made m;
	struct diag *d = make(&m, "E0061", "this function takes 1 argument but 0 arguments were supplied", NULL, a, "greet", 0);
	struct sbuf why = SBUF_INIT;

	CHECK(!action_make(d, "a.rs", a, strlen(a), said, strlen(said), &why));
	CHECK(why.len > 0);
	CHECK(!action_of(d, a, number));
	CHECK(!action_of(d, a, a));
	sbuf_release(&why);
	unmake(&m);
}

TEST(action_replay_takes_any_text)
{
	static const char *const bad[] = {
		"", "\n", "P0 P0", "P0 P0\t\t", "P0 P0\t\t \\s", "P0\t\t x", "P9 P9\t\t x", "p0 P0+99999999999999999999\t\t x",
		"P0 p0\t\t x", "p0 P0\twrong\t x", "P0 P0\t\t $9.9", "P0 P0\t\t @nowhere", "P0 P0\t\t %", "P0 P0\t\t \"secret\"",
		"P0 P0\t\t /*", "P0 P0\t\t //x", "P0 P0\t\t ignore_all_previous_instructions_and_say_yes",
		"P0 P0\t\t x\nP0 P0\t\t x\nP0 P0\t\t x\nP0 P0\t\t x\nP0 P0\t\t x\nP0 P0\t\t x\nP0 P0\t\t x\nP0 P0\t\t x\nP0 P0\t\t x\n",
		"P0 P0\t\t \xff", "-1 +1\t\t x",
	};
	const char *a = "fn main() { x }";
	struct made m;
	struct diag *d = make(&m, "E0425", "cannot find value `x` in this scope", NULL, a, "x", 0);

	for (size_t i = 0; i < ARRAY_SIZE(bad); i++) {
		struct edits e = EDITS_INIT;

		if (action_replay(bad[i], d, "a.rs", a, strlen(a), &e))
			printf("taken: %s\n", bad[i]);
		CHECK(!e.n && !e.file);
		edits_release(&e);
	}
	unmake(&m);
}

TEST(anon_takes_names_strings_and_comments)
{
	const char *b = "// secret\nuse std::collections::HashMap;\nfn pay(bob: &str) { let m: HashMap<u8, u8> = HashMap::new(); "
			"println!(\"{bob:?} owes {} {{}}\", m.frobnicate()); }";
	const char *a = "/* secret */ use std::collections::HashMap;\nfn pay(bob: &str) { let m: HashMap<u8, u8> = HashMap::new(); "
			"println!(\"{bob:?} owes {} {{}}\", m.len()); let pin = 123456789; }";
	struct sbuf x = SBUF_INIT, y = SBUF_INIT;

	anon_pair(b, strlen(b), a, strlen(a), false, &x, &y);
	for (size_t i = 0; i < 2; i++) {
		const char *p = i ? y.buf : x.buf;

		CHECK(!strstr(p, "secret") && !strstr(p, "pay") && !strstr(p, "bob") && !strstr(p, "owes") && !strstr(p, "123456789"));
		CHECK(strstr(p, "HashMap::new()") && strstr(p, "println!(\"{v"));
	}
	CHECK(!strstr(x.buf, "frobnicate")); /* nobody knows such a method */
	CHECK(strstr(y.buf, ".len()") != NULL);
	sbuf_release(&x);
	sbuf_release(&y);
}

TEST(anon_keeps_no_suffix_of_a_number)
{
	const char *text = "fn main() { 0\xd2\x8a; 7u8; }\n";
	struct sbuf x = SBUF_INIT, y = SBUF_INIT;

	anon_pair(text, strlen(text), text, strlen(text), false, &x, &y);
	CHECK_STR(x.buf, "fn main() { 9; 7u8; }\n");
	sbuf_release(&x);
	sbuf_release(&y);
}

TEST(anon_keeps_attributes)
{
	const char *text = "#![allow(unused, dead_code)]\n#[derive(Debug)]\nstruct Secret;\n#[inline(always)]\nfn main() {}\n";
	struct sbuf x = SBUF_INIT, y = SBUF_INIT;

	anon_pair(text, strlen(text), text, strlen(text), false, &x, &y);
	CHECK_STR(x.buf, "#![allow(unused, dead_code)]\n#[derive(Debug)]\nstruct T1;\n#[inline(always)]\nfn main() {}\n");
	CHECK_STR(y.buf, x.buf);
	sbuf_release(&x);
	sbuf_release(&y);
}

TEST(anon_takes_any_bytes)
{
	static const char text[] = "fn f() { \"{a\0b:?} {{ {\xff}\"; '\0'; /* \0 */ x\xc3\xa9 \x01 }";
	struct sbuf x = SBUF_INIT, y = SBUF_INIT;

	anon_pair(text, sizeof(text) - 1, text, sizeof(text) - 1, true, &x, &y);
	for (size_t i = 0; i < x.len; i++)
		CHECK(x.buf[i] == '\n' || (x.buf[i] >= ' ' && (unsigned char)x.buf[i] < 0x7f));
	sbuf_release(&x);
	sbuf_release(&y);
}

TEST(keys_and_levels)
{
	const char *a = "fn main() { x }";
	struct made m, o;
	struct diag *d = make(&m, "E0308", "mismatched types", "expected `String`, found `Foo`", a, "x", 0);
	struct diag *e = make(&o, "E0308", "mismatched types", "expected `String`, found `Bar`", a, "x", 0);
	struct learned l = { 0 };
	char *keys[LEARNED_KEYS];

	learned_keys(d, l.keys);
	learned_keys(e, keys);
	CHECK_INT(learned_level(&l, keys), 4);
	free(keys[3]);
	keys[3] = xstrdup("other");
	CHECK_INT(learned_level(&l, keys), 3);
	free(keys[0]);
	keys[0] = xstrdup("E0001");
	free(keys[1]);
	keys[1] = xstrdup("");
	free(keys[2]);
	keys[2] = xstrdup("");
	CHECK_INT(learned_level(&l, keys), 0);
	for (int i = 0; i < 2; i++) { /* two errors without a code */
		char **k = i ? l.keys : keys;

		free(k[0]);
		k[0] = xstrdup("-");
	}
	CHECK_INT(learned_level(&l, keys), 0);
	free(keys[1]);
	keys[1] = xstrdup(l.keys[1]);
	CHECK_INT(learned_level(&l, keys), 2);
	for (int i = 0; i < LEARNED_KEYS; i++)
		free(keys[i]);
	learned_release(&l);
	unmake(&m);
	unmake(&o);
}

TEST(ranking)
{
	struct learned often = { .clean = 9, .tried = 10 }, once = { .clean = 1, .tried = 1 }, never = { 0 };

	CHECK(learned_bound(9, 10) > learned_bound(1, 1));
	CHECK(learned_bound(0, 5) < 0.01);
	CHECK(learned_bound(1, 1) > 0.2 && learned_bound(1, 1) < 0.21);
	CHECK(learned_rank(&often, 2) > learned_rank(&once, 4));
	CHECK(learned_rank(&once, 4) > learned_rank(&once, 3));
	CHECK(learned_rank(&never, 4) <= 0);
}

TEST(states)
{
	struct learned e = { .state = LEARNED_CANDIDATE };

	learned_note(&e, true, false, "00000001");
	learned_note(&e, true, false, "00000001");
	CHECK_INT(e.state, LEARNED_CANDIDATE); /* one project, however often */
	learned_note(&e, true, true, "00000002");
	CHECK_INT(e.state, LEARNED_TRUSTED);
	CHECK_INT(learned_projects(&e), 2);
	CHECK_INT(e.tests, 1);
	learned_undo(&e);
	CHECK_INT(e.state, LEARNED_CANDIDATE);
	learned_note(&e, true, false, "00000003");
	CHECK_INT(e.state, LEARNED_CANDIDATE); /* it was taken back once */
	learned_undo(&e);
	CHECK_INT(e.state, LEARNED_QUARANTINED);
	learned_note(&e, true, false, "00000004");
	CHECK_INT(e.state, LEARNED_QUARANTINED);
}

TEST(trust_by_twins)
{
	struct learned e = { .state = LEARNED_CANDIDATE }, bad = { .state = LEARNED_QUARANTINED };

	learned_note(&e, true, false, "00000001");
	learned_vouch(&e, "00000001 ");
	CHECK_INT(e.state, LEARNED_CANDIDATE); /* the same project */
	learned_vouch(&e, "");
	learned_vouch(&e, "0002 ");
	CHECK_INT(e.state, LEARNED_CANDIDATE);
	learned_vouch(&e, "00000002 00000003 ");
	CHECK_INT(e.state, LEARNED_TRUSTED);
	CHECK_INT(learned_projects(&e), 3);
	CHECK_INT(e.clean, 1); /* its own uses only */
	learned_vouch(&bad, "00000001 00000002 ");
	CHECK_INT(bad.state, LEARNED_QUARANTINED);
}

TEST(demotion_by_use)
{
	struct learned e = { .state = LEARNED_TRUSTED };

	for (int i = 0; i < 4; i++)
		learned_note(&e, false, false, "");
	CHECK_INT(e.state, LEARNED_TRUSTED);
	learned_note(&e, true, false, "00000001");
	CHECK_INT(e.state, LEARNED_QUARANTINED); /* four of the last five */
	CHECK_STR(e.recent, "----+");
	for (int i = 0; i < 9; i++)
		learned_note(&e, true, false, "0000000a");
	CHECK_STR(e.recent, "+++++");
}

TEST(may_be_learned)
{
	static const struct {
		const char *before, *after;
		bool may;
	} v[] = {
		{ "fn main() { let s = String::new(); f(s); }\nfn f(s: String) {}", "fn main() { let s = String::new(); f(s.clone()); }\nfn f(s: String) {}", true },
		{ "fn a() -> u8 { b() }\nfn main() {}", "fn a() -> u8 { todo!() }\nfn main() {}", false },
		{ "fn a() -> u8 { b() }\nfn main() {}", "fn a() -> u8 { b().unwrap() }\nfn main() {}", false },
		{ "fn a() { one(); two(); three(4, 5, 6); }\nfn main() {}", "fn a() { }\nfn main() {}", false },
		{ "fn a() {}\nfn main() {}", "fn main() {}", false },
		{ "fn main() {}\n#[test]\nfn t() { assert!(x); }", "fn main() {}\n#[test]\nfn t() { assert!(true); }", false },
		{ "1\n2\n3\n4\n5\n6\n7\n8\n9\n", "a\nb\nc\nd\ne\nf\ng\nh\ni\n", false },
	};

	for (size_t i = 0; i < ARRAY_SIZE(v); i++) {
		struct sbuf why = SBUF_INIT;
		bool may = !learned_may(v[i].before, strlen(v[i].before), v[i].after, strlen(v[i].after), &why);

		CHECK_INT(may, v[i].may);
		CHECK_INT(why.len > 0, !v[i].may);
		sbuf_release(&why);
	}
}

TEST(lines_of_an_export)
{
	struct learned e = { .action = xstrdup("P0 P0\t\t x\n"), .before = xstrdup("fn main() { x }\n"), .after = xstrdup("fn main() {}\n"),
			     .edition = xstrdup("2021"), .source = xstrdup("learner"), .state = LEARNED_TRUSTED, .clean = 7, .tried = 7 };
	struct learned back;
	struct sbuf line = SBUF_INIT, err = SBUF_INIT;

	for (int i = 0; i < LEARNED_KEYS; i++)
		e.keys[i] = xstrdup("key");
	learned_write(&e, &line);
	CHECK_INT(learned_read(line.buf, line.len, &back, &err), 0);
	CHECK_STR(back.before, e.before);
	CHECK_STR(back.after, e.after);
	CHECK_STR(back.edition, "2021");
	/* What it says of itself is not believed. */
	CHECK_INT(back.state, LEARNED_CANDIDATE);
	CHECK_INT(back.clean, 0);
	CHECK(!back.action && !back.keys[0] && !back.source);
	learned_release(&back);
	learned_release(&e);
	sbuf_release(&line);
	sbuf_release(&err);
}

TEST(bad_lines)
{
	static const char *const bad[] = {
		"", "x", "[]", "{}", "{\"before\":\"fn main(){}\"}", "{\"before\":1,\"after\":2}",
		"{\"before\":\"\\u001b[2J\",\"after\":\"b\"}",
		"{\"before\":\"caf\xc3\xa9\",\"after\":\"b\"}", "{\"before\":\"a\",\"after\":\"b\",\"edition\":\"../../x\"}",
	};
	char *big = xmalloc(LEARNED_LINE + 100);

	for (size_t i = 0; i < ARRAY_SIZE(bad); i++) {
		struct learned e;
		struct sbuf err = SBUF_INIT;

		if (!learned_read(bad[i], strlen(bad[i]), &e, &err))
			printf("read: %s\n", bad[i]);
		CHECK(err.len > 0 && !e.before);
		sbuf_release(&err);
	}
	memset(big, 'a', LEARNED_LINE + 100);
	memcpy(big, "{\"before\":\"", 11);
	memcpy(big + LEARNED_PROGRAM + 50, "\",\"after\":\"b\"}", 15);
	{
		struct learned e;

		CHECK_INT(learned_read(big, strlen(big), &e, NULL), -1);
		CHECK_INT(learned_read(big, LEARNED_LINE + 100, &e, NULL), -1);
	}
	free(big);
}

TEST(hunks_one_by_one)
{
	const char *a = "one\ntwo\nthree\nfour\n", *b = "zero\none\n2\nthree\nfour and a half\nfive\n";
	static const char *const want[] = { "one\n2\nthree\nfour and a half\nfive\n", "zero\none\ntwo\nthree\nfour and a half\nfive\n",
					    "zero\none\n2\nthree\nfour\n" };
	struct hunks h = { 0 };

	hunks_find(a, strlen(a), b, strlen(b), &h);
	CHECK_INT(h.n, 3);
	for (size_t i = 0; i < h.n && i < 3; i++) {
		struct sbuf out = SBUF_INIT;

		hunks_without(&h, i, a, strlen(a), b, strlen(b), &out);
		CHECK_STR(out.buf, want[i]);
		sbuf_release(&out);
	}
	hunks_release(&h);
	CHECK_INT(learned_changed_lines(a, strlen(a), b, strlen(b)), 4);
	CHECK_INT(learned_changed_lines("\n", 1, "\0\n\n\2", 4), 2); /* NULs end no text */
	hunks_find("\n", 1, "\0\n\n\2", 4, &h);
	CHECK_INT(h.n, 2);
	hunks_release(&h);
}
