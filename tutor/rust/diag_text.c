/* The words of a diagnostic: labels in source order, quoted names, lookup keys, card patterns. */
#include "rust/diag.h"
#include "rust/lexer.h"

struct label_entry {
	struct diag_label label;
	size_t order; /* as found: keeps the sort stable */
};

struct label_list {
	struct label_entry *v;
	size_t n, alloc;
	const char *home; /* the file of the primary span: its labels come first */
};

static bool same_place(const struct diag_span *a, const struct diag_span *b)
{
	return a->line == b->line && a->col == b->col && streq(a->file, b->file);
}

static void add_label(struct label_list *l, const struct diag_span *s, const char *text, bool child)
{
	if (!text || !*text || s->suggestion || diag_foreign_file(s->file))
		return;
	for (size_t i = 0; i < l->n; i++)
		if (same_place(l->v[i].label.span, s) && streq(l->v[i].label.text, text))
			return;
	ARRAY_GROW(l->v, l->n + 1, l->alloc);
	l->v[l->n] = (struct label_entry){ { s, text, s->primary && !child, child }, l->n };
	l->n++;
}

static void add_spans(struct label_list *l, const struct diag *d, bool child)
{
	for (size_t i = 0; i < d->n_spans; i++) {
		const struct diag_span *s = &d->spans[i];

		add_label(l, s, s->label ? s->label : s->primary ? d->message : NULL, child);
	}
}

static const char *sort_home; /* qsort has no context argument in C11 */

static int compare_labels(const void *pa, const void *pb)
{
	const struct label_entry *a = pa, *b = pb;
	const struct diag_span *s = a->label.span, *t = b->label.span;
	int files = strcmp(s->file, t->file);

	if (files)
		return streq(s->file, sort_home) ? -1 : streq(t->file, sort_home) ? 1 : files;
	if (s->line != t->line)
		return s->line < t->line ? -1 : 1;
	if (s->col != t->col)
		return s->col < t->col ? -1 : 1;
	return a->order < b->order ? -1 : 1;
}

size_t diag_labels(const struct diag *d, struct diag_label *out, size_t max)
{
	struct label_list l = { 0 };
	size_t n;

	add_spans(&l, d, false);
	for (size_t i = 0; i < d->n_children; i++)
		add_spans(&l, &d->children[i], true);
	sort_home = diag_primary(d) ? diag_primary(d)->file : "";
	if (l.n)
		qsort(l.v, l.n, sizeof(*l.v), compare_labels);
	n = MIN(l.n, max);
	for (size_t i = 0; i < n; i++)
		out[i] = l.v[i].label;
	free(l.v);
	return n;
}

void diag_names(const struct diag *d, struct strv *out)
{
	const char *p = d->message, *end;

	while ((p = strchr(p, '`')) && (end = strchr(p + 1, '`'))) {
		strv_push_take(out, xmemdupz(p + 1, (size_t)(end - p - 1)));
		p = end + 1;
	}
}

/* Names that mean the same in every program: kept in keys of level 4. Blanks around each. */
static const char std_names[] =
	" "
	"Add AddAssign Arc AsMut AsRef BTreeMap BTreeSet BinaryHeap Borrow Box BufRead "
	"BufReader Cell Chars Clone Copy Cow Debug Default Deref DerefMut Display Div "
	"DivAssign DoubleEndedIterator Drop Duration Eq Err Error ExactSizeIterator Extend "
	"File Fn FnMut FnOnce From FromIterator FromResidual FromStr Future Hash HashMap "
	"HashSet Hasher Index IndexMut Instant Into IntoFuture IntoIterator Item Iter "
	"Iterator JoinHandle Mul MulAssign Mutex MutexGuard Neg None Not Ok Option Ord "
	"Ordering Output PartialEq PartialOrd Path PathBuf PhantomData Pin Range "
	"RangeInclusive Rc Read Receiver Ref RefCell RefMut Rem Result Rhs RwLock Send "
	"Sender Shl Shr Sized SliceIndex Some String Sub SubAssign Sum Sync Target ToOwned "
	"ToString Try TryFrom TryInto Unpin Vec VecDeque Weak Write all alloc and_then any "
	"array as_bytes as_mut as_ref as_str assert assert_eq assert_ne bool borrow "
	"borrow_mut cfg char chars clone cloned closure cmp collect collections contains "
	"contains_key convert copied core count dbg default derive drop entry enumerate env "
	"eprintln error expect extend f32 f64 ffi filter find first float flush fmt fold "
	"for_each format from from_iter from_str fs get get_mut hash i128 i16 i32 i64 i8 "
	"index insert integer into into_iter io is_empty isize iter iter_mut join keys last "
	"len lines lock main map map_err max mem min mpsc ne net new next num ok_or ops "
	"option panic parse partial_cmp path pop print println process push push_str rc read "
	"read_line remove replace result rev send slice sort spawn split std stdin stdout "
	"str string sum swap sync take test thread time to_owned to_string todo trim "
	"try_from try_into u128 u16 u32 u64 u8 unimplemented unreachable unwrap unwrap_or "
	"usize values vec with_capacity write writeln zip ";

bool diag_is_std_name(const char *name)
{
	char *word = xstrfmt(" %s ", name);
	bool yes = strstr(std_names, word) != NULL;

	free(word);
	return yes;
}

static void key_token(const char *text, const struct token *t, struct sbuf *out)
{
	char *word = xmemdupz(text + t->start, t->len);

	if (t->kind == TOKEN_SPACE)
		sbuf_addch(out, ' ');
	else if (t->kind == TOKEN_IDENT)
		sbuf_addstr(out, diag_is_std_name(word) ? word : "_");
	else if (t->kind == TOKEN_LIFETIME)
		sbuf_addstr(out, streq(word, "'static") ? word : "'_");
	else if (t->kind == TOKEN_INT || t->kind == TOKEN_FLOAT)
		sbuf_addch(out, '#');
	else if (t->kind == TOKEN_KEYWORD || t->kind >= TOKEN_PUNCT)
		sbuf_addstr(out, word);
	else
		sbuf_addch(out, '_'); /* literals and comments are the learner's */
	free(word);
}

static void key_quoted(const char *text, size_t len, bool keep_std, struct sbuf *out)
{
	struct tokens t = TOKENS_INIT;

	sbuf_addch(out, '`');
	if (keep_std)
		lex(text, len, &t);
	else
		sbuf_addch(out, '_');
	for (size_t i = 0; i < t.n; i++)
		key_token(text, &t.v[i], out);
	sbuf_addch(out, '`');
	tokens_release(&t);
}

static void key_plain(const char *text, size_t len, struct sbuf *out)
{
	for (size_t i = 0; i < len; i++) {
		bool digit = text[i] >= '0' && text[i] <= '9';

		if (!digit)
			sbuf_addch(out, text[i]);
		else if (!out->len || out->buf[out->len - 1] != '#')
			sbuf_addch(out, '#');
	}
}

static void key_text(const char *text, bool keep_std, struct sbuf *out)
{
	const char *open, *close;

	while ((open = strchr(text, '`')) && (close = strchr(open + 1, '`'))) {
		key_plain(text, (size_t)(open - text), out);
		key_quoted(open + 1, (size_t)(close - open - 1), keep_std, out);
		text = close + 1;
	}
	key_plain(text, strlen(text), out);
}

void diag_key(const struct diag *d, int level, struct sbuf *out)
{
	const struct diag_span *p = diag_primary(d);

	sbuf_addstr(out, d->code ? d->code : "-");
	if (level < 2)
		return;
	sbuf_addch(out, '|');
	key_text(d->message, level >= 4, out);
	if (level < 3)
		return;
	sbuf_addch(out, '|');
	key_text(p && p->label ? p->label : "", level >= 4, out);
}

/*
 * Greedy with one way back: the last wild card takes one byte more each time the rest does not
 * fit.
 */
bool diag_matches(const char *pattern, const char *text)
{
	const char *p = pattern, *back_p = NULL, *back_t = NULL;

	while (*text) {
		if (*p == '_') {
			back_p = ++p;
			back_t = text;
		} else if (*p == *text) {
			p++;
			text++;
		} else if (back_p) {
			p = back_p;
			text = ++back_t;
		} else {
			return false;
		}
	}
	while (*p == '_')
		p++;
	return !*p;
}
