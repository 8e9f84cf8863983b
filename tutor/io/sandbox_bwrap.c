#include "base/base.h"

#include "io/sandbox_int.h"

#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <gnu/libc-version.h>
#include <sched.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"

const char *const sandbox_devices[] = { "/dev/null", "/dev/zero", "/dev/full", "/dev/random",
					"/dev/urandom", NULL };

static void add_dir(struct base_view *v, const char *path)
{
	char to[256];
	ssize_t n = readlink(path, to, sizeof(to) - 1);

	if (n > 0) {
		to[n] = '\0';
		strv_push(&v->link_at, path);
		strv_push(&v->link_to, to);
	} else if (file_exists(path) && !strv_has(&v->dirs, path)) {
		strv_push(&v->dirs, path);
	}
}

/* Where this process's own libc lies: the program's will be the same. */
static void add_libc(struct base_view *v)
{
	Dl_info info;
	char *real, *dir;

	if (!dladdr((void *)(uintptr_t)gnu_get_libc_version, &info) || !info.dli_fname)
		return;
	real = realpath(info.dli_fname, NULL);
	if (!real)
		return;
	dir = path_dir(real);
	add_dir(v, dir);
	free(dir);
	free(real);
}

/* Top-level links first: /lib is a link on merged systems and a folder on others. */
void base_view_fill(struct base_view *v, bool compiler)
{
	static const char *const tools[] = { "/bin", "/usr/bin", "/usr/lib", "/usr/libexec",
					     "/usr/include", "/etc/alternatives",
					     "/etc/ld.so.cache" };

	*v = (struct base_view){ STRV_INIT, STRV_INIT, STRV_INIT };
	add_dir(v, "/lib");
	add_dir(v, "/lib64");
	add_dir(v, "/usr/lib64");
	for (size_t i = 0; compiler && i < ARRAY_SIZE(tools); i++)
		add_dir(v, tools[i]);
	if (!compiler)
		add_libc(v);
}

void base_view_release(struct base_view *v)
{
	strv_release(&v->dirs);
	strv_release(&v->link_at);
	strv_release(&v->link_to);
}

static void push_bind(struct strv *argv, const char *how, const char *from, const char *at)
{
	strv_push(argv, how);
	strv_push(argv, from);
	strv_push(argv, at);
}

static void push_base(struct strv *argv, bool compiler)
{
	struct base_view v;

	base_view_fill(&v, compiler);
	for (size_t i = 0; i < v.dirs.n; i++)
		push_bind(argv, "--ro-bind", v.dirs.v[i], v.dirs.v[i]);
	for (size_t i = 0; i < v.link_at.n; i++)
		push_bind(argv, "--symlink", v.link_to.v[i], v.link_at.v[i]);
	for (size_t i = 0; sandbox_devices[i]; i++)
		push_bind(argv, "--dev-bind-try", sandbox_devices[i], sandbox_devices[i]);
	base_view_release(&v);
}

/* The binds come after /tmp: scratch folders often lie there. The root is a tmpfs: closed at the end. */
void bwrap_args(const struct sandbox *sb, const struct sandbox_spec *spec, const struct stage *st,
		int image_fd, struct strv *argv)
{
	static const char *const walls[] = { "--unshare-user", "--unshare-all", "--die-with-parent",
					     "--new-session", "--as-pid-1", NULL };

	strv_push(argv, sb->bwrap);
	strv_push_all(argv, walls);
	push_base(argv, spec->compiler);
	if (spec->compiler && sb->proc) {
		strv_push(argv, "--proc");
		strv_push(argv, "/proc");
	}
	strv_push(argv, "--size");
	strv_pushf(argv, "%lld", (long long)(spec->tmp_bytes ? spec->tmp_bytes : SANDBOX_TMP_BYTES));
	strv_push(argv, "--tmpfs");
	strv_push(argv, "/tmp");
	for (size_t i = 0; i < spec->n_binds; i++) {
		const struct sandbox_bind *b = &spec->binds[i];

		push_bind(argv, b->writable ? "--bind" : "--ro-bind", st ? st->binds[i].to : b->path,
			  b->at ? b->at : b->path);
	}
	strv_push(argv, "--perms");
	strv_push(argv, "0555");
	strv_push(argv, "--ro-bind-data");
	strv_pushf(argv, "%d", image_fd);
	strv_push(argv, SANDBOX_CELL);
	strv_push(argv, "--remount-ro");
	strv_push(argv, "/");
	strv_push(argv, SANDBOX_CELL);
}

/* A folder that nothing bound lies in, and that is there everywhere. */
int stage_fill(struct stage *st, const struct sandbox_spec *spec, struct sbuf *err)
{
	*st = (struct stage){ .root = "/sys" };
	st->binds = xcalloc(spec->n_binds + 1, sizeof(*st->binds));
	for (size_t i = 0; i < spec->n_binds; i++, st->n++) {
		struct stage_bind *b = &st->binds[i];

		b->from = spec->binds[i].path;
		b->dir = file_is_dir(b->from);
		b->to = xstrfmt("%s/%zu", st->root, i);
		if (starts_with(b->from, "/sys/"))
			return error(err, "%s cannot be bound into the sandbox.", b->from);
	}
	return 0;
}

void stage_release(struct stage *st)
{
	for (size_t i = 0; i < st->n; i++)
		free(st->binds[i].to);
	free(st->binds);
}

static int make_place(const struct stage_bind *b)
{
	int fd;

	if (b->dir)
		return mkdir(b->to, 0755);
	fd = open(b->to, O_WRONLY | O_CREAT | O_CLOEXEC, 0644);
	return fd < 0 ? -1 : close(fd);
}

int stage_in_child(void *stage)
{
	const struct stage *st = stage;

	if (unshare(CLONE_NEWNS) < 0 || mount("none", "/", "none", MS_REC | MS_PRIVATE, NULL) < 0 ||
	    mount("tmpfs", st->root, "tmpfs", MS_NOSUID | MS_NODEV, "mode=0755,size=64k") < 0)
		return -1;
	for (size_t i = 0; i < st->n; i++)
		if (make_place(&st->binds[i]) < 0 ||
		    mount(st->binds[i].from, st->binds[i].to, "none", MS_BIND | MS_REC, NULL) < 0)
			return -1;
	return 0;
}
