#include "base/base.h"

#include "io/watch.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <sys/inotify.h>
#include <sys/stat.h>
#include <sys/vfs.h>
#include <unistd.h>

#include "base/file.h"

/* Not IN_CREATE: a file that was just created is still being written. */
#define DIR_EVENTS (IN_CLOSE_WRITE | IN_MOVED_TO | IN_DELETE_SELF | IN_MOVE_SELF | IN_ONLYDIR)

/* File systems that change without telling this kernel; from statfs(2). */
static const unsigned blind[] = {
	0x6969,     /* NFS */
	0xff534d42, /* CIFS */
	0xfe534d42, /* SMB2 */
	0x517b,     /* SMB */
	0x01021997, /* 9p: WSL's view of Windows */
	0x65735546, /* FUSE */
	0x786f4256, /* VirtualBox */
	0x5346414f, /* AFS */
	0x73757245, /* Coda */
	0x00c36400, /* Ceph */
};

struct stamp {
	bool there;
	dev_t dev;
	ino_t inode;
	off_t size;
	struct timespec mtime;
};

struct file {
	char *path;        /* as given */
	char *dir, *name;  /* where it really lies */
	int wd;            /* inotify's number of the folder; -1: polled */
	bool blind;        /* on a file system that does not tell */
	bool dirty;
	struct stamp last; /* what the last call, or the start, saw */
};

struct watch {
	struct loop *loop;
	watch_cb *cb;
	void *ctx;
	int fd; /* -1: no inotify */
	loop_id fd_watch, quiet_timer, poll_timer;
	struct file *files;
	size_t n, alloc;
	bool *freed; /* set by watch_free while a callback runs */
};

static struct stamp look(const struct file *f)
{
	struct stamp s = { 0 };
	char *path = path_join(f->dir, f->name);
	struct stat st;

	if (!stat(path, &st))
		s = (struct stamp){ true, st.st_dev, st.st_ino, st.st_size, st.st_mtim };
	free(path);
	return s;
}

static bool same(const struct stamp *a, const struct stamp *b)
{
	return a->there == b->there && a->dev == b->dev && a->inode == b->inode &&
	       a->size == b->size && a->mtime.tv_sec == b->mtime.tv_sec &&
	       a->mtime.tv_nsec == b->mtime.tv_nsec;
}

static struct file *find(const struct watch *w, const char *path)
{
	for (size_t i = 0; i < w->n; i++)
		if (streq(w->files[i].path, path))
			return &w->files[i];
	return NULL;
}

/* The callback may change the list, so names are gathered first. */
static void call_dirty(struct watch *w)
{
	struct strv paths = STRV_INIT;
	bool freed = false, *outer = w->freed;

	w->freed = &freed;
	for (size_t i = 0; i < w->n; i++) {
		struct file *f = &w->files[i];

		if (!f->dirty)
			continue;
		f->dirty = false;
		f->last = look(f);
		if (f->last.there)
			strv_push(&paths, f->path);
	}
	for (size_t i = 0; i < paths.n && !freed; i++)
		if (find(w, paths.v[i]))
			w->cb(w->ctx, paths.v[i]);
	if (!freed)
		w->freed = outer;
	else if (outer)
		*outer = true;
	strv_release(&paths);
}

static void quiet_over(void *ctx)
{
	struct watch *w = ctx;

	w->quiet_timer = 0;
	call_dirty(w);
}

static void mark(struct watch *w, struct file *f)
{
	f->dirty = true;
	if (!w->quiet_timer)
		w->quiet_timer = loop_after(w->loop, WATCH_QUIET_MS, quiet_over, w);
}

static void follow(struct watch *w, struct file *f)
{
	f->wd = w->fd < 0 || f->blind ? -1 : inotify_add_watch(w->fd, f->dir, DIR_EVENTS);
}

static void poll_files(void *ctx);

/* Runs only while somebody has to be looked at. */
static void arm_poll(struct watch *w)
{
	bool wanted = false;

	for (size_t i = 0; i < w->n; i++)
		wanted |= w->files[i].wd < 0;
	if (!wanted) {
		loop_cancel(w->loop, w->poll_timer);
		w->poll_timer = 0;
	} else if (!w->poll_timer) {
		w->poll_timer = loop_after(w->loop, WATCH_POLL_MS, poll_files, w);
	}
}

static void poll_files(void *ctx)
{
	struct watch *w = ctx;

	w->poll_timer = 0;
	for (size_t i = 0; i < w->n; i++) {
		struct file *f = &w->files[i];
		struct stamp now;

		if (f->wd >= 0)
			continue;
		follow(w, f); /* first, so that nothing falls between */
		now = look(f);
		if (now.there && !same(&now, &f->last))
			mark(w, f);
		else
			f->last = now;
	}
	arm_poll(w);
}

/* The folder went away or was replaced: look every second until it can be followed again. */
static void lose_folder(struct watch *w, int wd)
{
	for (size_t i = 0; i < w->n; i++)
		if (w->files[i].wd == wd)
			w->files[i].wd = -1;
	arm_poll(w);
}

static void take_event(struct watch *w, const struct inotify_event *e)
{
	if (e->mask & (IN_DELETE_SELF | IN_MOVE_SELF | IN_IGNORED)) {
		if (e->mask & IN_MOVE_SELF)
			inotify_rm_watch(w->fd, e->wd);
		lose_folder(w, e->wd);
		return;
	}
	for (size_t i = 0; i < w->n; i++) {
		struct file *f = &w->files[i];
		bool overflow = e->mask & IN_Q_OVERFLOW;

		if (overflow || (f->wd == e->wd && e->len && streq(e->name, f->name)))
			mark(w, f);
	}
}

static void read_events(void *ctx, int fd, unsigned events)
{
	/* the kernel hands out whole events only */
	char buf[16384] __attribute__((aligned(__alignof__(struct inotify_event))));
	struct watch *w = ctx;
	ssize_t n = read(fd, buf, sizeof(buf));

	(void)events;
	for (char *p = buf; n > 0 && p < buf + n;) {
		const struct inotify_event *e = (const struct inotify_event *)(void *)p;

		take_event(w, e);
		p += sizeof(*e) + e->len;
	}
}

struct watch *watch_new(struct loop *loop, watch_cb *cb, void *ctx)
{
	struct watch *w = xcalloc(1, sizeof(*w));
	const char *how = getenv("TUTOR_WATCH");

	w->loop = loop;
	w->cb = cb;
	w->ctx = ctx;
	w->fd = how && streq(how, "poll") ? -1 : inotify_init1(IN_CLOEXEC | IN_NONBLOCK);
	if (w->fd >= 0)
		w->fd_watch = loop_watch(loop, w->fd, LOOP_READ, read_events, w);
	return w;
}

static void release_file(struct file *f)
{
	free(f->path);
	free(f->dir);
	free(f->name);
}

void watch_free(struct watch *w)
{
	if (!w)
		return;
	if (w->freed)
		*w->freed = true;
	loop_cancel(w->loop, w->fd_watch);
	loop_cancel(w->loop, w->quiet_timer);
	loop_cancel(w->loop, w->poll_timer);
	if (w->fd >= 0)
		close(w->fd);
	for (size_t i = 0; i < w->n; i++)
		release_file(&w->files[i]);
	free(w->files);
	free(w);
}

static bool is_blind(const char *dir)
{
	struct statfs fs;

	if (statfs(dir, &fs) < 0)
		return false;
	for (size_t i = 0; i < ARRAY_SIZE(blind); i++)
		if ((unsigned)fs.f_type == blind[i])
			return true;
	return false;
}

/* A file behind a link is followed where it lies. */
static int locate(struct file *f, const char *path, struct sbuf *err)
{
	char *real = realpath(path, NULL), *dir;

	if (!real)
		real = path_absolute(path);
	dir = path_dir(real);
	if (file_is_dir(real)) {
		error(err, "%s is a directory, not a file.", path);
	} else if (!file_is_dir(dir)) {
		error(err, "There is no folder %s.", dir);
	} else {
		f->dir = dir;
		f->name = xstrdup(path_base(real));
		f->path = xstrdup(path);
		f->blind = is_blind(dir);
		free(real);
		return 0;
	}
	free(dir);
	free(real);
	return -1;
}

int watch_add(struct watch *w, const char *path, struct sbuf *err)
{
	struct file f = { .wd = -1 };

	if (find(w, path))
		return 0;
	if (locate(&f, path, err) < 0)
		return -1;
	follow(w, &f);
	f.last = look(&f);
	ARRAY_GROW(w->files, w->n + 1, w->alloc);
	w->files[w->n++] = f;
	arm_poll(w);
	return 0;
}

void watch_remove(struct watch *w, const char *path)
{
	struct file *f = find(w, path);
	int wd;
	bool shared = false;

	if (!f)
		return;
	wd = f->wd;
	release_file(f);
	*f = w->files[--w->n];
	for (size_t i = 0; i < w->n; i++)
		shared |= w->files[i].wd == wd;
	if (wd >= 0 && !shared)
		inotify_rm_watch(w->fd, wd);
	arm_poll(w);
}

const char *watch_mode(const struct watch *w)
{
	bool polls = w->fd < 0, tells = false;

	for (size_t i = 0; i < w->n; i++) {
		polls |= w->files[i].wd < 0;
		tells |= w->files[i].wd >= 0;
	}
	return !polls ? "inotify" : tells ? "both" : "polling every second";
}
