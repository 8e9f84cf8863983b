/* room: base */
/* Clusters: every byte belongs to one, borders agree whichever way they are found, widths add up. */
#include "base/base.h"

#include "base/utf8.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check_clusters(const char *s, size_t len)
{
	size_t pos = 0, n;
	int width, sum = 0;

	while (pos < len) {
		n = utf8_cluster(s + pos, len - pos, &width);
		if (!n || n > len - pos || width < 0 || width > 2)
			BUG("cluster of %zu bytes, %d columns", n, width);
		for (size_t i = pos; i < pos + n; i++)
			if (utf8_cluster_at(s, len, i) != pos)
				BUG("byte %zu: not in the cluster at %zu", i, pos);
		if (utf8_cluster_before(s, pos + n) != pos)
			BUG("before %zu: not %zu", pos + n, pos);
		sum += width;
		pos += n;
	}
	if (sum != utf8_width(s, len))
		BUG("widths differ");
	if (utf8_fit(s, len, sum / 2, &width) > len || width > sum / 2)
		BUG("does not fit");
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	const char *s = (const char *)data;
	struct sbuf safe = SBUF_INIT, again = SBUF_INIT;
	size_t bad = 0;

	if (size > 4096)
		return 0;
	check_clusters(s, size);
	if (!utf8_valid(s, size, &bad) && bad >= size)
		BUG("bad byte at %zu of %zu", bad, size);
	utf8_sanitize(&safe, s, size);
	utf8_sanitize(&again, safe.buf, safe.len);
	if (!utf8_valid(safe.buf, safe.len, NULL) || again.len != safe.len)
		BUG("sanitized text is not clean");
	check_clusters(safe.buf, safe.len);
	sbuf_reset(&again);
	utf8_fold(&again, s, size);
	if (!utf8_valid(again.buf, again.len, NULL))
		BUG("folded text is not valid");
	sbuf_release(&safe);
	sbuf_release(&again);
	return 0;
}
