/* What the words of a fence mean to a reader. */
#include "base/base.h"

#include "text/block.h"

#include <ctype.h>

#include "base/utf8.h"

#define WORD_MAX_SHOWN 24

static const struct {
	const char *word, *shown; /* shown NULL: of no interest to a reader */
} attributes[] = {
	{ "compile_fail", "does not compile" },
	{ "does_not_compile", "does not compile" },
	{ "should_panic", "panics" },
	{ "panics", "panics" },
	{ "no_run", "not run here" },
	{ "editable", "yours to change" },
	{ "not_desired_behavior", "does not do what we want" },
	{ "ignore", NULL },
	{ "noplayground", NULL },
	{ "noplaypen", NULL },
	{ "mdbook-runnable", NULL },
	{ "test_harness", NULL },
	{ "standalone", NULL },
	{ "standalone_crate", NULL },
};

static const struct {
	const char *word, *shown;
} languages[] = {
	{ "rust", "Rust" },	{ "rs", "Rust" },	{ "sh", "shell" },   { "bash", "shell" },
	{ "shell", "shell" },	{ "console", "shell" }, { "toml", "TOML" },  { "json", "JSON" },
	{ "yaml", "YAML" },	{ "c", "C" },		{ "cpp", "C++" },    { "diff", "changes" },
	{ "text", NULL },	{ "txt", NULL },	{ "plain", NULL },   { "none", NULL },
	{ "html", "HTML" },	{ "output", "output" }, { "ebnf", "EBNF" },
};

static int find_attribute(const char *word)
{
	for (size_t i = 0; i < ARRAY_SIZE(attributes); i++)
		if (streq(attributes[i].word, word))
			return (int)i;
	return -1;
}

static bool is_error_code(const char *word)
{
	if (word[0] != 'E' || strlen(word) != 5)
		return false;
	for (int i = 1; i < 5; i++)
		if (!isdigit((unsigned char)word[i]))
			return false;
	return true;
}

/* Words that rustdoc knows: a fence that starts with one is Rust. */
static bool is_rust_word(const char *word)
{
	return find_attribute(word) >= 0 || is_error_code(word) || starts_with(word, "edition20") ||
	       starts_with(word, "ignore-");
}

static void split_words(const char *info, struct strv *words)
{
	size_t len;

	for (; *info; info += len + (info[len] != '\0')) {
		len = strcspn(info, ", \t\n");
		if (len)
			strv_push_take(words, xmemdupz(info, len));
	}
}

static void add_part(struct sbuf *label, const char *sep, const char *part, size_t len)
{
	if (label->len)
		sbuf_addstr(label, sep);
	utf8_sanitize(label, part, len);
}

static void language_label(const char *lang, struct sbuf *label)
{
	int width;

	for (size_t i = 0; i < ARRAY_SIZE(languages); i++) {
		if (!streq(languages[i].word, lang))
			continue;
		if (languages[i].shown)
			sbuf_addstr(label, languages[i].shown);
		return;
	}
	utf8_sanitize(label, lang, utf8_fit(lang, strlen(lang), WORD_MAX_SHOWN, &width));
}

static void word_label(const char *word, const char *sep, struct sbuf *label)
{
	const char *last = strrchr(label->buf, ' ');
	int at = find_attribute(word);

	if (at >= 0 && attributes[at].shown)
		add_part(label, sep, attributes[at].shown, strlen(attributes[at].shown));
	else if (is_error_code(word) && last && is_error_code(last + 1))
		sbuf_addf(label, ", %s", word);
	else if (is_error_code(word) && ends_with(label->buf, "does not compile"))
		sbuf_addf(label, ": %s", word);
	else if (is_error_code(word))
		add_part(label, sep, word, strlen(word));
	else if (starts_with(word, "edition20") && strlen(word) == 11) {
		add_part(label, sep, "edition ", 8);
		sbuf_add(label, word + 7, 4);
	}
	if (starts_with(word, "filename="))
		add_part(label, sep, word + 9, strlen(word + 9));
}

void fence_describe(const char *info, const char *sep, struct sbuf *lang, struct sbuf *label)
{
	struct strv words = STRV_INIT;
	const char *first;
	size_t i = 0;

	if (info)
		split_words(info, &words);
	if (words.n) {
		first = is_rust_word(words.v[0]) ? "rust" : words.v[i++];
		if (lang)
			sbuf_addstr(lang, first);
		if (label)
			language_label(first, label);
	}
	for (; label && i < words.n; i++)
		word_label(words.v[i], sep, label);
	strv_release(&words);
}
