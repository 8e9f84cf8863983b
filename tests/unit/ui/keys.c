#include "test.h"

#include "ui/keys.h"

static void check_name(const char *name, ui_key key)
{
	struct sbuf b = SBUF_INIT;
	ui_key got = 0;

	CHECK(keys_find(name, &got));
	CHECK_INT(got, key);
	keys_name(key, &b);
	CHECK_STR(b.buf, name);
	sbuf_release(&b);
}

TEST(names_lead_to_keys_and_back)
{
	check_name("q", 'q');
	check_name("ctrl-s", KEY_CTRL('s'));
	check_name("alt-u", KEY_ALT('u'));
	check_name("shift-left", K_LEFT | KEY_MOD_SHIFT);
	check_name("ctrl-shift-right", K_RIGHT | KEY_MOD_CTRL | KEY_MOD_SHIFT);
	check_name("F5", K_F5);
	check_name("space", ' ');
	check_name("-", '-');
	check_name("é", 0xe9);
}

static void check_refused(const char *context, const char *key, const char *request, const char *want)
{
	struct sbuf err = SBUF_INIT;

	CHECK(keymap_bind(context, key, request, &err) < 0);
	CHECK_STR(err.buf, want);
	sbuf_release(&err);
}

TEST(unknown_names_are_refused)
{
	ui_key k;

	CHECK(!keys_find("", &k) && !keys_find("ctrl-", &k) && !keys_find("F99", &k));
	check_refused("editor", "F99", "undo", "There is no key called `F99`.");
	check_refused("nowhere", "q", "undo", "There is no page called `nowhere` to bind keys for.");
	check_refused("editor", "q", "no_such", "There is no command called `no_such` to bind a key to.");
}

TEST(requests_have_distinct_names_and_help)
{
	for (int i = 1; i < REQ_TEXT; i++) {
		enum request r;
		CHECK(*request_help((enum request)i));
		CHECK(request_find(request_name((enum request)i), &r) && (int)r == i);
	}
}

TEST(no_key_is_bound_twice_in_a_map)
{
	for (int c = 0; c < CTX_COUNT; c++) {
		size_t n;
		const struct binding *v = keymap((enum context)c, &n);
		for (size_t i = 0; i < n; i++) {
			for (size_t j = i + 1; j < n; j++)
				CHECK(v[i].key != v[j].key);
		}
	}
}

/* The conventions that people bring with them. */
TEST(conventions)
{
	CHECK_INT(keymap_lookup(CTX_GLOBAL, '?'), REQ_HELP);
	CHECK_INT(keymap_lookup(CTX_GLOBAL, K_F1), REQ_HELP);
	CHECK_INT(keymap_lookup(CTX_GLOBAL, 'q'), REQ_CLOSE);
	CHECK_INT(keymap_lookup(CTX_GLOBAL, K_ESC), REQ_CANCEL);
	CHECK_INT(keymap_lookup(CTX_GLOBAL, KEY_CTRL('z')), REQ_SUSPEND);
	CHECK_INT(keymap_lookup(CTX_GLOBAL, KEY_CTRL('c')), REQ_INTERRUPT);
	CHECK_INT(keymap_lookup(CTX_EDITOR, KEY_CTRL('z')), REQ_UNDO);
	CHECK_INT(keymap_lookup(CTX_EDITOR, KEY_CTRL('s')), REQ_SAVE);
	CHECK_INT(keymap_lookup(CTX_EDITOR, 'q'), REQ_NONE);
	CHECK_INT(keymap_lookup(CTX_EXERCISE, 'h'), REQ_HINT);
	CHECK_INT(keymap_lookup(CTX_LESSON, 'r'), REQ_RUN);
}

/* With palette and help added, a footer stays within six or seven keys. */
TEST(footers_are_short)
{
	for (int c = CTX_GLOBAL + 1; c < CTX_COUNT; c++) {
		size_t n, labels = 0;
		const struct binding *v = keymap((enum context)c, &n);
		for (size_t i = 0; i < n; i++)
			labels += v[i].label != NULL;
		CHECK(labels >= 2 && labels <= 6);
	}
}

TEST(a_user_can_bind_anew)
{
	CHECK_INT(keymap_bind("lesson", "x", "run", NULL), 0);
	CHECK_INT(keymap_lookup(CTX_LESSON, 'x'), REQ_RUN);
	CHECK_INT(keymap_lookup(CTX_LESSON, 'r'), REQ_RUN);
	CHECK_INT(keymap_bind("lesson", "r", "search", NULL), 0);
	CHECK_INT(keymap_lookup(CTX_LESSON, 'r'), REQ_SEARCH);
	CHECK_INT(keymap_key(CTX_LESSON, REQ_RUN), 'x');
	keymap_reset();
	CHECK_INT(keymap_lookup(CTX_LESSON, 'r'), REQ_RUN);
	CHECK_INT(keymap_lookup(CTX_LESSON, 'x'), REQ_NONE);
}

TEST(text_keys)
{
	CHECK(key_is_text('a') && key_is_text(0x4e2d) && key_is_text(' '));
	CHECK(!key_is_text(KEY_CTRL('a')) && !key_is_text(KEY_ALT('a')) && !key_is_text(K_UP));
	CHECK(!key_is_text(K_UP | KEY_MOD_SHIFT) && !key_is_text(0x7f));
}
