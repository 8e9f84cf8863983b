/* Texts of learners, cards and pages as data inside a prompt. */
#include <ctype.h>
#include <strings.h>

#include "base/utf8.h"
#include "learn/prompt.h"

/* What chat templates and prompts use as marks; each is written so that it is none any more. */
static const struct {
	const char *mark, *instead;
} marks[] = {
	{ "```", "'''" },          { "~~~", "---" },        { "<|", "< |" },       { "|>", "| >" },
	{ "[INST]", "(INST)" },    { "[/INST]", "(/INST)" }, { "<<SYS>>", "SYS" },  { "<</SYS>>", "SYS" },
	{ "<think>", "(think)" },  { "</think>", "(/think)" }, { "<s>", "(s)" },    { "</s>", "(/s)" },
	{ "<start_of_turn>", "(turn)" }, { "<end_of_turn>", "(turn)" }, { "===", "= = =" },
};

static size_t mark_at(const char *p, size_t left, const char **instead)
{
	for (size_t i = 0; i < ARRAY_SIZE(marks); i++) {
		size_t len = strlen(marks[i].mark);

		if (len <= left && !strncasecmp(p, marks[i].mark, len)) {
			*instead = marks[i].instead;
			return len;
		}
	}
	return 0;
}

/* "user:", "### Instruction" and the like at the start of a line. */
static bool is_role_line(const char *p, size_t len)
{
	static const char *const roles[] = { "system", "user", "assistant", "human", "ai", "model", "developer", "tool", "instruction", "response" };
	size_t i = 0, word;

	while (i < len && strchr(" \t#*_>=-", p[i]))
		i++;
	for (word = 0; i + word < len && isalpha((unsigned char)p[i + word]); word++)
		;
	for (size_t k = 0; k < ARRAY_SIZE(roles); k++) {
		size_t at = i + word;

		if (strlen(roles[k]) != word || strncasecmp(roles[k], p + i, word))
			continue;
		while (at < len && strchr(" \t*_", p[at]))
			at++;
		return (at < len && p[at] == ':') || (i >= 2 && (memchr(p, '#', i) || memchr(p, '=', i)));
	}
	return false;
}

static void line_as_data(const char *p, size_t len, struct sbuf *out)
{
	if (is_role_line(p, len))
		sbuf_addstr(out, "| ");
	for (size_t i = 0; i < len;) {
		const char *instead;
		size_t mark = mark_at(p + i, len - i, &instead);

		if (mark) {
			sbuf_addstr(out, instead);
			i += mark;
		} else {
			sbuf_addch(out, p[i] == '\t' ? ' ' : p[i]);
			i++;
		}
	}
}

void prompt_neutralise(const char *text, size_t len, struct sbuf *out)
{
	struct sbuf safe = SBUF_INIT;
	size_t start = out->len;

	utf8_sanitize(&safe, text, len);
	for (size_t i = 0; i < safe.len;) {
		const char *nl = memchr(safe.buf + i, '\n', safe.len - i);
		size_t n = nl ? (size_t)(nl - safe.buf) - i : safe.len - i;

		line_as_data(safe.buf + i, n, out);
		if (nl)
			sbuf_addch(out, '\n');
		i += n + (nl != NULL);
	}
	while (out->len > start && isspace((unsigned char)out->buf[out->len - 1]))
		sbuf_setlen(out, out->len - 1);
	sbuf_release(&safe);
}

void prompt_number_lines(const char *code, size_t len, int first, int last, struct sbuf *out)
{
	int line = 1;

	for (size_t i = 0; i < len; line++) {
		const char *nl = memchr(code + i, '\n', len - i);
		size_t n = nl ? (size_t)(nl - code) - i : len - i;

		if (line >= first && (!last || line <= last)) {
			sbuf_addf(out, "%d| ", line);
			sbuf_add(out, code + i, n);
			sbuf_rtrim(out);
			sbuf_addch(out, '\n');
		}
		i += n + (nl != NULL);
	}
}
