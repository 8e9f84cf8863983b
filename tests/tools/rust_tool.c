/*
 * Shows room rust to scripts (tests/e2e/rust-*.sh):
 *   rust_tool suggest FILE JSON OUTDIR   writes each of rustc's suggestions, applied to FILE, as OUTDIR/N.rs and prints
 *                                        `N CLASS ERROR-LINE CODE REASON`
 *   rust_tool fix FILE JSON OUTDIR       the same with the repair templates; CLASS is the template's name and its marks
 *   rust_tool errors JSON                prints `LINE CODE MESSAGE` of each error
 */
#include "base/base.h"

#include "base/file.h"
#include "rust/fix.h"

static const char *const classes[] = { "none", "machine", "maybe", "placeholders", "unspecified" };

static void load(const char *path, struct sbuf *out)
{
	struct sbuf err = SBUF_INIT;

	if (file_read(path, 8 << 20, out, &err) < 0) {
		fprintf(stderr, "%s\n", err.buf);
		exit(2);
	}
}

static bool is_error(const struct diag *d)
{
	return d->level == DIAG_ERROR && d->n_spans;
}

static void print_errors(const struct diags *d)
{
	for (size_t i = 0; i < d->n; i++)
		if (is_error(&d->v[i]))
			printf("%u %s %s\n", diag_primary(&d->v[i])->line,
			       d->v[i].code ? d->v[i].code : "-", d->v[i].message);
}

static int write_candidate(const struct edits *e, const struct sbuf *code, const char *dir, int n,
			   const struct diag *d)
{
	struct sbuf after = SBUF_INIT, err = SBUF_INIT;
	char *path = xstrfmt("%s/%d.rs", dir, n);
	int rc = 0;

	if (!edits_apply(e, code->buf, code->len, &after)) {
		printf("%d does-not-apply %u %s %s\n", n, diag_primary(d)->line,
		       d->code ? d->code : "-", e->reason);
	} else {
		rc = file_write(path, after.buf, after.len, &err);
		printf("%d %s%s%s%s %u %s %s\n", n,
		       e->source ? e->source : classes[e->applicability],
		       e->marks & EDIT_STUB ? "+stub" : "", e->marks & EDIT_RISKY ? "+risky" : "",
		       e->marks & EDIT_ASK ? "+ask" : "", diag_primary(d)->line,
		       d->code ? d->code : "-", e->reason);
	}
	free(path);
	sbuf_release(&after);
	return rc;
}

static int suggest(const struct diags *d, const struct sbuf *code, const char *dir, bool templates)
{
	int n = 0, rc = 0;

	for (size_t i = 0; i < d->n; i++) {
		struct edits *v = NULL;
		size_t count = 0;

		if (is_error(&d->v[i]) && templates)
			count = fix_candidates(&d->v[i], diag_primary(&d->v[i])->file, code->buf,
					       code->len, &v);
		else if (is_error(&d->v[i]))
			count = diag_suggestions(&d->v[i], NULL, &v);

		for (size_t k = 0; k < count; k++)
			rc |= write_candidate(&v[k], code, dir, n++, &d->v[i]);
		if (count)
			edits_free_all(v, count);
	}
	return rc;
}

int main(int argc, char **argv)
{
	struct sbuf json = SBUF_INIT, code = SBUF_INIT;
	struct diags d = DIAGS_INIT;
	int rc = 2;

	if (argc == 3 && streq(argv[1], "errors")) {
		load(argv[2], &json);
		diags_parse(json.buf, json.len, &d);
		print_errors(&d);
		rc = 0;
	} else if (argc == 5 && (streq(argv[1], "suggest") || streq(argv[1], "fix"))) {
		load(argv[2], &code);
		load(argv[3], &json);
		diags_parse(json.buf, json.len, &d);
		rc = suggest(&d, &code, argv[4], streq(argv[1], "fix"));
	}
	diags_release(&d);
	sbuf_release(&json);
	sbuf_release(&code);
	return rc;
}
