/* room: kb */
#include "kb/vecfile.h"

#define DIM 6

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* What was read comes back from packing nearly the same. */
static void again(const int8_t *v)
{
	struct sbuf once = SBUF_INIT;
	struct vecset *s = vecset_new("m", DIM);
	const int8_t *w;

	vecfile_packed_header(&once, "m", DIM);
	vecfile_packed_record(&once, 1, v, DIM);
	if (vecset_add(s, once.buf, once.len, NULL) < 0 || !(w = vecset_get(s, 1)))
		BUG("a record that was just written is not read");
	for (int i = 0; i < DIM; i++)
		if (w[i] - v[i] > 3 || v[i] - w[i] > 3)
			BUG("%d came back as %d", v[i], w[i]);
	vecset_free(s);
	sbuf_release(&once);
}

/* The bytes behind a good header of either sort, and as they are. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	for (int sort = 0; sort < 3; sort++) {
		struct vecset *s = vecset_new("m", DIM);
		struct sbuf f = SBUF_INIT;
		int64_t key = 0;

		if (sort == 0)
			vecfile_header(&f, "m", DIM);
		else if (sort == 1)
			vecfile_packed_header(&f, "m", DIM);
		sbuf_add(&f, data, size);
		if (vecset_add(s, f.buf, f.len, NULL) == 0 && size >= 8) {
			memcpy(&key, data, 8);
			if (vecset_get(s, key))
				again(vecset_get(s, key));
		}
		if (vecset_count(s) > size / 8)
			BUG("%zu vectors of %zu bytes", vecset_count(s), size);
		vecset_free(s);
		sbuf_release(&f);
	}
	return 0;
}
