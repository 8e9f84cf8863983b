#include "test.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/file.h"
#include "io/watch.h"

struct bed {
	struct loop *loop;
	struct watch *w;
	char *dir, *a, *b;
	struct strv calls;
	bool free_in_callback, remove_in_callback;
};

static void on_change(void *ctx, const char *path)
{
	struct bed *t = ctx;

	strv_push(&t->calls, path_base(path));
	if (t->remove_in_callback) {
		watch_remove(t->w, t->a);
		watch_remove(t->w, t->b);
	}
	if (t->free_in_callback) {
		watch_free(t->w);
		t->w = NULL;
	}
}

static void bed_open(struct bed *t)
{
	*t = (struct bed){ .loop = loop_new(), .calls = STRV_INIT };
	t->dir = file_make_temp_dir("watch-test", NULL);
	t->a = path_join(t->dir, "a");
	t->b = path_join(t->dir, "b");
	CHECK(!file_write(t->a, "1", 1, NULL));
	t->w = watch_new(t->loop, on_change, t);
}

static void bed_close(struct bed *t)
{
	watch_free(t->w);
	loop_free(t->loop);
	CHECK(!file_remove_tree(t->dir, NULL));
	free(t->dir);
	free(t->a);
	free(t->b);
	strv_release(&t->calls);
}

static void rest(struct bed *t, int ms)
{
	loop_after(t->loop, ms, (loop_cb *)loop_stop, t->loop);
	loop_run(t->loop);
}

static void expect_calls(struct bed *t, const char *want)
{
	struct sbuf got = SBUF_INIT;

	strv_sort(&t->calls);
	strv_join(&t->calls, " ", &got);
	CHECK_STR(got.buf, want);
	sbuf_release(&got);
	strv_release(&t->calls);
}

TEST(a_save_in_place_and_by_rename)
{
	struct bed t;

	bed_open(&t);
	CHECK(!watch_add(t.w, t.a, NULL));
	CHECK(!watch_add(t.w, t.a, NULL));
	CHECK_STR(watch_mode(t.w), "inotify");
	rest(&t, 80);
	expect_calls(&t, "");
	CHECK(!file_write(t.a, "22", 2, NULL));
	rest(&t, 100);
	expect_calls(&t, "a");
	CHECK(!file_write_atomic(t.a, "333", 3, NULL));
	rest(&t, 100);
	expect_calls(&t, "a");
	bed_close(&t);
}

TEST(saves_close_together_are_one_call_and_others_are_told_apart)
{
	struct bed t;

	bed_open(&t);
	CHECK(!watch_add(t.w, t.a, NULL));
	CHECK(!watch_add(t.w, t.b, NULL)); /* not there yet */
	for (int i = 0; i < 10; i++)
		CHECK(!file_write(t.a, "xyz", (size_t)(i % 3), NULL));
	rest(&t, 100);
	expect_calls(&t, "a");
	CHECK(!file_write(t.b, "1", 1, NULL));
	rest(&t, 100);
	expect_calls(&t, "b");
	bed_close(&t);
}

TEST(deleting_is_no_change_creating_again_is)
{
	struct bed t;

	bed_open(&t);
	CHECK(!watch_add(t.w, t.a, NULL));
	CHECK(!unlink(t.a));
	rest(&t, 100);
	expect_calls(&t, "");
	CHECK(!file_write(t.a, "1", 1, NULL));
	rest(&t, 100);
	expect_calls(&t, "a");
	bed_close(&t);
}

TEST(a_removed_watch_is_silent)
{
	struct bed t;

	bed_open(&t);
	CHECK(!watch_add(t.w, t.a, NULL));
	CHECK(!watch_add(t.w, t.b, NULL));
	CHECK(!file_write(t.a, "2", 1, NULL));
	CHECK(!file_write(t.b, "2", 1, NULL));
	watch_remove(t.w, t.a);
	watch_remove(t.w, "/nowhere");
	rest(&t, 100);
	expect_calls(&t, "b");
	bed_close(&t);
}

TEST(the_callback_may_take_everything_away)
{
	struct bed t;

	for (int i = 0; i < 2; i++) {
		bed_open(&t);
		CHECK(!watch_add(t.w, t.a, NULL));
		CHECK(!watch_add(t.w, t.b, NULL));
		t.remove_in_callback = !i;
		t.free_in_callback = i;
		CHECK(!file_write(t.a, "2", 1, NULL));
		CHECK(!file_write(t.b, "2", 1, NULL));
		rest(&t, 100);
		CHECK_INT(t.calls.n, 1);
		bed_close(&t);
	}
}

TEST(a_link_is_followed)
{
	struct bed t;

	bed_open(&t);
	CHECK(!symlink(t.a, t.b));
	CHECK(!watch_add(t.w, t.b, NULL));
	CHECK(!file_write(t.a, "2", 1, NULL));
	rest(&t, 100);
	expect_calls(&t, "b");
	bed_close(&t);
}

TEST(what_cannot_be_watched)
{
	struct bed t;
	struct sbuf err = SBUF_INIT, want = SBUF_INIT;

	bed_open(&t);
	CHECK(watch_add(t.w, t.dir, &err) < 0);
	sbuf_addf(&want, "%s is a directory, not a file.", t.dir);
	CHECK_STR(err.buf, want.buf);
	sbuf_reset(&err);
	CHECK(watch_add(t.w, "/no/such/file", &err) < 0);
	CHECK_STR(err.buf, "There is no folder /no/such.");
	sbuf_release(&err);
	sbuf_release(&want);
	bed_close(&t);
}

TEST(polling_sees_the_same)
{
	struct bed t;

	setenv("TUTOR_WATCH", "poll", 1);
	bed_open(&t);
	CHECK_STR(watch_mode(t.w), "polling every second");
	CHECK(!watch_add(t.w, t.a, NULL));
	CHECK(!watch_add(t.w, t.b, NULL));
	CHECK(!file_write_atomic(t.a, "2", 1, NULL));
	CHECK(!file_write(t.b, "2", 1, NULL));
	rest(&t, WATCH_POLL_MS + 150);
	expect_calls(&t, "a b");
	rest(&t, WATCH_POLL_MS + 150);
	expect_calls(&t, "");
	bed_close(&t);
	unsetenv("TUTOR_WATCH");
}

TEST(a_folder_that_is_replaced_is_found_again)
{
	struct bed t;
	char *sub, *file, *away;

	bed_open(&t);
	sub = path_join(t.dir, "sub");
	away = path_join(t.dir, "away");
	file = path_join(sub, "f");
	CHECK(!file_mkdirs(sub, NULL));
	CHECK(!file_write(file, "1", 1, NULL));
	CHECK(!watch_add(t.w, file, NULL));
	CHECK(!rename(sub, away));
	CHECK(!file_mkdirs(sub, NULL));
	CHECK(!file_write(file, "22", 2, NULL));
	rest(&t, WATCH_POLL_MS + 150);
	expect_calls(&t, "f");
	CHECK_STR(watch_mode(t.w), "inotify");
	CHECK(!file_write(file, "333", 3, NULL)); /* followed again, no second to wait */
	rest(&t, 100);
	expect_calls(&t, "f");
	free(sub);
	free(file);
	free(away);
	bed_close(&t);
}

TEST(nothing_turns_while_nothing_changes)
{
	struct bed t;
	uint64_t turns;

	bed_open(&t);
	CHECK(!watch_add(t.w, t.a, NULL));
	turns = loop_turns(t.loop);
	rest(&t, 300);
	CHECK(loop_turns(t.loop) - turns <= 3);
	bed_close(&t);
}
