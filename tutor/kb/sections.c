#include "kb/sections.h"

static bool is_ws(char c)
{
	return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

static bool line_is_fence(const struct md_lines *it)
{
	const char *p = it->start;

	while (p < it->stop && *p == ' ')
		p++;
	return it->stop - p >= 3 && (!memcmp(p, "```", 3) || !memcmp(p, "~~~", 3));
}

bool md_lines_next(struct md_lines *it)
{
	if (it->next >= it->end)
		return false;
	it->start = it->next;
	it->stop = memchr(it->start, '\n', (size_t)(it->end - it->start));
	it->next = it->stop ? it->stop + 1 : it->end;
	if (!it->stop)
		it->stop = it->end;
	it->line++;
	it->in_code ^= line_is_fence(it);
	return true;
}

bool md_line_is_section(const struct md_lines *it, const char **word, size_t *len)
{
	const char *p = it->start, *stop = it->stop;

	if (it->in_code || stop - p < 3 || memcmp(p, "## ", 3))
		return false;
	for (p += 3; p < stop && is_ws(*p); p++)
		;
	while (stop > p && is_ws(stop[-1]))
		stop--;
	*word = p;
	*len = (size_t)(stop - p);
	return true;
}

char *md_trimmed(const char *p, const char *end)
{
	const char *q = p;

	for (; q < end && is_ws(*q); q++)
		if (*q == '\n')
			p = q + 1;
	while (end > p && is_ws(end[-1]))
		end--;
	return xmemdupz(p, (size_t)(end - p));
}
