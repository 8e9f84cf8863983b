#include "kb/corpus.h"

static const struct corpus_book books[] = {
	{ "book", "The Rust Programming Language", CHUNK_BOOK },
	{ "rust-by-example", "Rust By Example", CHUNK_EXAMPLE },
	{ "std", "Standard library", CHUNK_ITEM },
	{ "error_codes", "Error codes", CHUNK_ERROR },
	{ "reference", "The Rust Reference", CHUNK_REFERENCE },
	{ "cargo", "The Cargo Book", CHUNK_CARGO },
	{ "nomicon", "The Rustonomicon", CHUNK_NOMICON },
	{ "edition-guide", "The Edition Guide", CHUNK_EDITION },
};

const struct corpus_book *corpus_book(size_t i)
{
	return i < ARRAY_SIZE(books) ? &books[i] : NULL;
}

static bool begins_with_one(const char *path, const char *const *list, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (starts_with(path, list[i]))
			return true;
	return false;
}

static bool wants_std(const char *path)
{
	static const char *const out[] = {
		"all.html", "arch/", "intrinsics/", "simd/", "std_float/", "os/", "autodiff/", "unsafe_binder/", "f16/", "f128/",
		"panicking/", "from/", "async_iter/", "pat/", "i8/", "i16/", "i64/", "i128/", "isize/", "u16/", "u32/", "u64/",
		"u128/", "usize/", "primitive.i8.", "primitive.i16.", "primitive.i64.", "primitive.i128.", "primitive.isize.",
		"primitive.u16.", "primitive.u32.", "primitive.u64.", "primitive.u128.", "primitive.usize.", "primitive.f16.",
		"primitive.f32.", "primitive.f128.", "f32/", "prelude/rust_", "primitive/",
	};
	if (starts_with(path, "sync/atomic/struct.AtomicI") || starts_with(path, "sync/atomic/struct.AtomicU"))
		return strstr(path, "AtomicUsize") || strstr(path, "AtomicI32");
	return !begins_with_one(path, out, ARRAY_SIZE(out)) && !strstr(path, "!.html");
}

static bool wants_example(const char *path)
{
	static const char *const out[] = { "es/", "ja/", "ko/", "zh/", "fr/", "de/", "pt/", "ru/", "vi/", "id/" };

	return !begins_with_one(path, out, ARRAY_SIZE(out)) && !streq(path, "index.html");
}

bool corpus_wants(const struct corpus_book *b, const char *path)
{
	static const char *const out[] = { "print.html", "toc.html", "CHANGELOG.html", "grammar.html", "syntax-index.html",
					   "test-summary.html", "404.html", "SUMMARY.html" };

	if (!ends_with(path, ".html") || begins_with_one(path, out, ARRAY_SIZE(out)))
		return false;
	switch (b->kind) {
	case CHUNK_BOOK:
		return ((starts_with(path, "ch") && path[2] >= '0' && path[2] <= '9') || starts_with(path, "appendix")) && !strchr(path, '/');
	case CHUNK_EXAMPLE:
		return wants_example(path);
	case CHUNK_ITEM:
		return wants_std(path);
	case CHUNK_ERROR:
		return path[0] == 'E';
	default:
		return true;
	}
}

bool corpus_is_redirect(const char *html, size_t len)
{
	return memmem(html, MIN(len, 2000), "http-equiv=\"refresh\"", 20) != NULL;
}

size_t corpus_trim(const struct corpus_book *b, const char *html, size_t len)
{
	static const char *const tails[] = {
		"<h2 id=\"deref-methods-", "<h2 id=\"trait-implementations\"", "<h2 id=\"foreign-impls\"", "<h2 id=\"implementors\"",
		"<h2 id=\"synthetic-implementations\"", "<h2 id=\"blanket-implementations\"",
	};

	if (b->kind != CHUNK_ITEM)
		return len;
	for (size_t i = 0; i < ARRAY_SIZE(tails); i++) {
		const char *p = memmem(html, len, tails[i], strlen(tails[i]));

		if (p)
			len = (size_t)(p - html);
	}
	return len;
}
