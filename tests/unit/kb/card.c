#include "test.h"

#include "kb/card.h"

#define SECTIONS "## What\nW.\n## Story\nS.\n## Rule\nR.\n```rust\n## no section\n```\n## Your code\n"

static struct card parse(const char *slug, const char *text)
{
	struct card c;
	struct sbuf err = SBUF_INIT;

	CHECK_INT(card_parse(slug, text, strlen(text), &c, &err), 0);
	CHECK_STR(err.buf, "");
	sbuf_release(&err);
	return c;
}

static void refused(const char *slug, const char *text, const char *words)
{
	struct card c;
	struct sbuf err = SBUF_INIT;

	CHECK_INT(card_parse(slug, text, strlen(text), &c, &err), -1);
	CHECK(strstr(err.buf, words) != NULL);
	if (!strstr(err.buf, words))
		printf("said: %s\n", err.buf);
	sbuf_release(&err);
}

TEST(error_card)
{
	struct card c = parse("errors/E0382", "---\ncode: E0382\ntitle: Moved\nalso: [E0381]\nmessages:\n  - \"use of moved value: _\"\n"
					      "concepts: [move]\nsee: [error_codes/E0382.html]\nconfused_with: [E0505]\nstart_rung: 4\n---\n"
					      SECTIONS "In {line}.\n## Try\nT.\n## Wrong\nA\n## Right\nB\n## Fixes\n- F\n## Confused with\n- C\n");

	CHECK_INT(c.kind, CARD_ERROR);
	CHECK_STR(c.slug, "errors/E0382");
	CHECK_STR(c.code, "E0382");
	CHECK_STR(c.title, "Moved");
	CHECK(c.also.n == 1 && c.messages.n == 1 && c.concepts.n == 1 && c.see.n == 1 && c.confused_with.n == 1);
	CHECK_INT(c.start_rung, 4);
	CHECK_STR(c.what, "W.");
	CHECK_STR(c.rule, "R.\n```rust\n## no section\n```");
	CHECK_STR(c.your_code, "In {line}.");
	CHECK_STR(c.attempt, "T.");
	CHECK_STR(c.confused_text, "- C");
	CHECK(!c.body);
	card_release(&c);
}

TEST(other_cards_have_a_body)
{
	struct card c = parse("questions/gone", "---\ntitle: Gone?\nasked:\n  - where is it\n---\n\n1. Look.\n\n## Here\nmore\n");

	CHECK_INT(c.kind, CARD_QUESTION);
	CHECK_STR(c.body, "1. Look.\n\n## Here\nmore");
	CHECK_STR(c.asked.v[0], "where is it");
	CHECK(!c.what && !c.code);
	card_release(&c);
}

TEST(bad_cards)
{
	refused("jokes/x", "---\ntitle: x\n---\n", "is no card");
	refused("errors/", "---\ntitle: x\n---\n", "is no card");
	refused("errors/x", "no front\n", "front matter");
	refused("errors/x", "---\ncode: E0001\n---\n", "`title` is missing");
	refused("errors/x", "---\ncode: none\ntitle: x\n---\n" SECTIONS, "needs `messages`");
	refused("errors/x", "---\ncode: E0001\ntitle: x\ncolour: red\n---\n" SECTIONS, "`colour` is not known");
	refused("errors/x", "---\ncode: E0001\ntitle: x\nstart_rung: 9\n---\n" SECTIONS, "`start_rung`");
	refused("errors/x", "---\ncode: E0001\ntitle: x\n---\n## What\nx\n", "`## Rule`");
	refused("errors/x", "---\ncode: E0001\ntitle: x\n---\n## What\nx\n## What\ny\n", "Line 7: the section `What` comes twice");
	refused("errors/x", "---\ncode: E0001\ntitle: x\n---\n## Whatever\nx\n", "Line 5: a card has no section `Whatever`");
	refused("errors/x", "---\ncode: E0001\ntitle: x\nsee: {a: b}\n---\n" SECTIONS, "`see` must be a list");
}

/* --- matching ---------------------------------------------------------------------------------------- */

static void add(struct cards *cs, const char *slug, const char *head)
{
	char *text = xstrfmt("---\ntitle: t\n%s\n---\n## What\nw\n## Rule\nr\n", head);

	ARRAY_GROW(cs->v, cs->n + 1, cs->alloc);
	cs->v[cs->n++] = parse(slug, text);
	free(text);
}

static const char *found(const struct cards *cs, const char *code, const char *message, const char *label)
{
	struct diag_span span = { .label = (char *)label, .file = (char *)"main.rs", .primary = true };
	struct diag d = { .code = (char *)code, .message = (char *)message, .spans = &span, .n_spans = 1 };
	const struct card *c = cards_for_diag(cs, &d);

	return c ? c->slug : "";
}

TEST(the_longest_pattern_wins)
{
	struct cards cs = { 0 };

	add(&cs, "errors/E0308-str", "code: E0308\nmessages: [\"expected `String`, found `&str`\"]");
	add(&cs, "errors/E0308", "code: E0308\nmessages: [\"mismatched types\", \"expected `_`, found `_`\"]");
	add(&cs, "errors/E0277", "code: E0277\nalso: [E0599]\nmessages: [\"mismatched types and more\"]");
	add(&cs, "errors/unclosed", "code: none\nmessages: [\"this file contains an unclosed delimiter\"]");
	add(&cs, "errors/lint", "code: E0999\nalso: [unused_mut]");
	CHECK_STR(found(&cs, "E0308", "mismatched types", "expected `String`, found `&str`"), "errors/E0308-str");
	CHECK_STR(found(&cs, "E0308", "mismatched types", "expected `u8`, found `u16`"), "errors/E0308");
	CHECK_STR(found(&cs, "E0308", "something new", NULL), "errors/E0308");
	CHECK_STR(found(&cs, "E0599", "mismatched types and more", NULL), "errors/E0277");
	CHECK_STR(found(&cs, "E0599", "unheard of", NULL), "errors/E0277");
	CHECK_STR(found(&cs, NULL, "this file contains an unclosed delimiter", NULL), "errors/unclosed");
	CHECK_STR(found(&cs, NULL, "mismatched types", NULL), "");
	CHECK_STR(found(&cs, "E0308", "this file contains an unclosed delimiter", NULL), "errors/E0308");
	CHECK_STR(found(&cs, "E0001", "who knows", NULL), "");
	CHECK_STR(found(&cs, "unused_mut", "variable does not need to be mutable", NULL), "errors/lint");
	CHECK_STR(cards_for_code(&cs, "E0308")->slug, "errors/E0308");
	CHECK_STR(cards_for_code(&cs, "E0599")->slug, "errors/E0277");
	CHECK(!cards_for_code(&cs, "E0001"));
	CHECK_STR(cards_by_slug(&cs, "errors/unclosed")->slug, "errors/unclosed");
	CHECK(!cards_by_slug(&cs, "errors/no"));
	cards_release(&cs);
}

static void filled(const char *sentences, const struct diag *d, const char *want)
{
	struct sbuf out = SBUF_INIT;
	struct card c = { .your_code = (char *)sentences };

	card_your_code(&c, d, &out);
	CHECK_STR(out.buf, want);
	sbuf_release(&out);
}

TEST(your_code)
{
	struct diag_span spans[] = {
		{ .file = (char *)"main.rs", .line = 4, .col = 16, .primary = true, .label = (char *)"value borrowed\nhere" },
		{ .file = (char *)"main.rs", .line = 2, .col = 9, .label = (char *)"move occurs because `s` has type `Vec<u8>`" },
	};
	struct diag d = { .level = DIAG_ERROR, .message = (char *)"borrow of moved value: `s`", .spans = spans, .n_spans = 2 };
	struct diag bare = { .level = DIAG_ERROR, .message = (char *)"no names here" };

	filled("Line {line} uses `{name}` of type `{type}`. {line1} then {line2}!", &d, "Line 4 uses `s` of type `Vec<u8>`. 2 then 4!");
	filled("It says: {label2}.", &d, "It says: value borrowed here.");
	filled("A form `{}` or `{:?}` or {other} stays. So does `a. b`.", &d, "A form `{}` or `{:?}` or {other} stays. So does `a. b`.");
	filled("Has {name}. Always. In {line}? Yes", &bare, "Always. Yes");
	filled("Only {type}.", &bare, "");
	filled(NULL, &d, "");
}
