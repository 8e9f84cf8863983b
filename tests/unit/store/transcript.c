#include "test.h"

#include <unistd.h>

#include "base/utf8.h"
#include "helper.h"
#include "store/transcript.h"

static struct learner *fresh(const char *name)
{
	char *path = scratch(name);
	struct sbuf err = SBUF_INIT;
	struct learner *l;

	unlink(path);
	l = learner_open(path, &err);
	CHECK_STR(err.buf, "");
	sbuf_release(&err);
	free(path);
	return l;
}

static void add(struct learner *l, struct thread *t, const char *question, int64_t at)
{
	struct turn turn = { .at = at, .question = question, .answer = "**Answer**\n", .model = at % 2 ? "m" : NULL, .found = true };
	struct sbuf err = SBUF_INIT;

	CHECK_INT(transcript_add(l, t, &turn, &err), 0);
	CHECK_STR(err.buf, "");
	sbuf_release(&err);
}

static void count_turn(void *ctx, const struct turn *t)
{
	int *n = ctx;

	CHECK(*t->question && t->answer && t->model);
	++*n;
}

static void count_thread(void *ctx, const struct thread *t)
{
	int *n = ctx;

	CHECK(t->id > 0 && t->title);
	++*n;
}

TEST(a_thread_is_kept)
{
	struct learner *l = fresh("t1.db");
	struct thread t = { 0 }, back;
	char query[] = "first", pages[] = "card:a\n+book/b.html\n";
	int n = 0;

	CHECK_INT(transcript_thread(l, 0, &back, NULL), 0);
	t.query = query;
	t.pages = pages;
	add(l, &t, "why is my string gone?", 100);
	CHECK(t.id > 0);
	add(l, &t, "and why?", 101);
	CHECK_INT(transcript_thread(l, 0, &back, NULL), 1);
	CHECK_INT(back.id, t.id);
	CHECK_INT(back.turns, 2);
	CHECK_STR(back.title, "why is my string gone?");
	CHECK_STR(back.pages, pages);
	CHECK_STR(back.code, "");
	CHECK_INT(back.last_at, 101);
	thread_release(&back);
	CHECK_INT(transcript_turns(l, t.id, count_turn, &n, NULL), 0);
	CHECK_INT(n, 2);
	CHECK_INT(transcript_thread(l, 999, &back, NULL), 0);
	learner_close(l);
}

TEST(threads_are_found)
{
	struct learner *l = fresh("t2.db");
	struct thread a = { 0 }, b = { 0 };
	int n = 0;

	add(l, &a, "About HashMap", 1);
	add(l, &b, "100% of '; DROP TABLE thread;--", 2);
	CHECK_INT(transcript_find(l, "hashmap", 10, count_thread, &n, NULL), 0);
	CHECK_INT(n, 1);
	n = 0;
	transcript_find(l, "%", 10, count_thread, &n, NULL);
	CHECK_INT(n, 1);
	n = 0;
	transcript_find(l, NULL, 10, count_thread, &n, NULL);
	CHECK_INT(n, 2);
	n = 0;
	transcript_find(l, NULL, 1, count_thread, &n, NULL);
	CHECK_INT(n, 1);
	learner_close(l);
}

TEST(it_is_bounded)
{
	struct learner *l = fresh("t3.db");
	struct thread t = { 0 }, back;
	struct sbuf long_text = SBUF_INIT;
	int n = 0;

	for (int i = 0; i < TRANSCRIPT_TURNS + 5; i++)
		add(l, &t, "q", i);
	transcript_turns(l, t.id, count_turn, &n, NULL);
	CHECK_INT(n, TRANSCRIPT_TURNS);
	while (long_text.len < TRANSCRIPT_TEXT_MAX + 10)
		sbuf_addstr(&long_text, "é");
	t.code = long_text.buf;
	add(l, &t, "q", 500);
	CHECK_INT(transcript_thread(l, t.id, &back, NULL), 1);
	CHECK(strlen(back.code) <= TRANSCRIPT_TEXT_MAX && utf8_valid(back.code, strlen(back.code), NULL));
	thread_release(&back);
	for (int i = 0; i < TRANSCRIPT_THREADS + 3; i++) {
		struct thread other = { 0 };

		add(l, &other, "other", 1000 + i);
	}
	n = 0;
	transcript_find(l, NULL, 10000, count_thread, &n, NULL);
	CHECK_INT(n, TRANSCRIPT_THREADS);
	sbuf_release(&long_text);
	learner_close(l);
}

TEST(tokens_and_erasing)
{
	struct learner *l = fresh("t4.db");
	struct thread t = { 0 };
	int n = 0;

	CHECK_INT(transcript_spent(l, 20000, "http://x"), 0);
	CHECK_INT(transcript_spend(l, 20000, "http://x", 300, NULL), 0);
	CHECK_INT(transcript_spend(l, 20000, "http://x", 50, NULL), 0);
	CHECK_INT(transcript_spent(l, 20000, "http://x"), 350);
	CHECK_INT(transcript_spent(l, 20001, "http://x"), 0);
	CHECK_INT(transcript_spent(l, 20000, "http://y"), 0);
	CHECK_INT(transcript_spend(l, 20100, "http://x", 1, NULL), 0);
	CHECK_INT(transcript_spent(l, 20000, "http://x"), 0); /* long ago */
	add(l, &t, "q", 1);
	CHECK_INT(learner_erase_all(l, NULL), 0);
	transcript_find(l, NULL, 10, count_thread, &n, NULL);
	CHECK_INT(n, 0);
	CHECK_INT(transcript_spent(l, 20100, "http://x"), 0);
	learner_close(l);
	scratch_remove();
}
