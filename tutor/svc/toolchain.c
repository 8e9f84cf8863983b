#include "svc/toolchain.h"

#include <ctype.h>
#include <errno.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "base/json.h"
#include "io/job.h"

#define SMALL_FILE (64u << 10)

const char TOOLCHAIN_HOW_TO_GET[] =
	"tutor needs Rust 1.85 or newer, with its documentation. Rust comes from rustup: follow "
	"https://rustup.rs, then run `rustup component add rust-docs`. Lessons can be read without it.";

void toolchain_free(struct toolchain *t)
{
	if (!t)
		return;
	free(t->name);
	free(t->sysroot);
	free(t->rustc);
	free(t->cargo);
	free(t->rustfmt);
	free(t->clippy);
	free(t->version);
	free(t->version_line);
	free(t->docs);
	free(t);
}

/* The value of `key = "value"` at the start of a line, outside of any need for a TOML parser: rustup writes these files so. */
static char *toml_string(const char *text, const char *key)
{
	size_t n = strlen(key);
	const char *line = text, *p, *end;

	while (line) {
		p = line + strspn(line, " \t");
		if (!strncmp(p, key, n)) {
			p += n;
			p += strspn(p, " \t");
			if (*p == '=') {
				p++;
				p += strspn(p, " \t");
				if ((*p == '"' || *p == '\'') && (end = strchr(p + 1, *p)))
					return xmemdupz(p + 1, (size_t)(end - p - 1));
			}
		}
		line = strchr(line, '\n');
		if (line)
			line++;
	}
	return NULL;
}

char *toolchain_channel(const char *text)
{
	char *channel = toml_string(text, "channel");
	size_t n;

	if (channel || strchr(text, '='))
		return channel;
	text += strspn(text, " \t\r\n");
	n = strcspn(text, " \t\r\n"); /* the old form: the file is the name */
	return n ? xmemdupz(text, n) : NULL;
}

/* The channel named by a rust-toolchain file in dir or above it; NULL when there is none. */
static char *project_channel(const char *dir)
{
	static const char *const names[] = { "rust-toolchain.toml", "rust-toolchain" };
	struct sbuf text = SBUF_INIT;
	char *at = path_absolute(dir), *up, *path, *channel = NULL;

	for (;;) {
		for (size_t i = 0; i < ARRAY_SIZE(names) && !channel; i++) {
			path = path_join(at, names[i]);
			sbuf_reset(&text);
			if (!file_read(path, SMALL_FILE, &text, NULL))
				channel = toolchain_channel(text.buf);
			free(path);
		}
		if (channel || streq(at, "/"))
			break;
		up = path_dir(at);
		free(at);
		at = up;
	}
	free(at);
	sbuf_release(&text);
	return channel;
}

static char *rustup_home(void)
{
	const char *home = getenv("RUSTUP_HOME");

	if (home && *home == '/')
		return xstrdup(home);
	return xstrfmt("%s/.rustup", user_home());
}

/* The folder of an installed toolchain: its exact name, or the channel with this host's triple behind it. */
static char *installed(const char *home, const char *name)
{
	struct strv names = STRV_INIT;
	char *dir = path_join(home, "toolchains"), *found = NULL;
	size_t n = strlen(name);

	if (!n || strchr(name, '/') || file_list(dir, &names, NULL) < 0)
		goto out;
	for (size_t i = 0; i < names.n && !found; i++)
		if (starts_with(names.v[i], name) && (!names.v[i][n] || names.v[i][n] == '-')) {
			char *rustc = xstrfmt("%s/%s/bin/rustc", dir, names.v[i]);

			if (!access(rustc, X_OK))
				found = xstrfmt("%s/%s", dir, names.v[i]);
			free(rustc);
		}
out:
	strv_release(&names);
	free(dir);
	return found;
}

static char *default_channel(const char *home)
{
	struct sbuf text = SBUF_INIT;
	char *path = path_join(home, "settings.toml"), *channel = NULL;

	if (!file_read(path, 1u << 20, &text, NULL))
		channel = toml_string(text.buf, "default_toolchain");
	free(path);
	sbuf_release(&text);
	return channel;
}

static char *rustup_toolchain(const char *dir)
{
	const char *env = getenv("RUSTUP_TOOLCHAIN");
	char *home = rustup_home(), *channel, *found = NULL;

	if (env && *env)
		found = installed(home, env);
	if (!found && dir) {
		channel = project_channel(dir);
		found = channel ? installed(home, channel) : NULL;
		free(channel);
	}
	if (!found) {
		channel = default_channel(home);
		found = channel ? installed(home, channel) : NULL;
		free(channel);
	}
	free(home);
	return found;
}

static char *on_path(const char *program)
{
	const char *path = getenv("PATH");
	struct strv dirs = STRV_INIT;
	char *found = NULL;

	strv_split(&dirs, path ? path : "/usr/bin:/bin", ':');
	for (size_t i = 0; i < dirs.n && !found; i++) {
		char *full = path_join(*dirs.v[i] ? dirs.v[i] : ".", program);
		char *real = !access(full, X_OK) ? realpath(full, NULL) : NULL;

		/* A shim that rustup left without a toolchain behind it is no rustc. */
		if (real && !streq(path_base(real), "rustup"))
			found = xstrdup(real);
		free(real);
		free(full);
	}
	strv_release(&dirs);
	return found;
}

static char *beside(const char *rustc, const char *program)
{
	char *dir = path_dir(rustc), *full = path_join(dir, program);

	free(dir);
	if (!access(full, X_OK))
		return full;
	free(full);
	return NULL;
}

static struct toolchain *locate(const char *dir)
{
	struct toolchain *t = xcalloc(1, sizeof(*t));
	char *root = rustup_toolchain(dir);

	if (root) {
		t->name = xstrdup(path_base(root));
		t->rustc = path_join(root, "bin/rustc");
	} else {
		t->name = xstrdup("system");
		t->rustc = on_path("rustc");
	}
	free(root);
	if (!t->rustc) {
		toolchain_free(t);
		return NULL;
	}
	t->cargo = beside(t->rustc, "cargo");
	t->rustfmt = beside(t->rustc, "rustfmt");
	t->clippy = beside(t->rustc, "clippy-driver");
	return t;
}

/* Takes the output of `rustc -vV`. The sysroot is where rustc itself looks for it: two folders above the program. */
static int read_version(struct toolchain *t, const char *text)
{
	unsigned major, minor, patch;
	char *bin;

	if (sscanf(text, "rustc %u.%u.%u", &major, &minor, &patch) != 3)
		return -1;
	t->version_line = xmemdupz(text, strcspn(text, "\n"));
	t->major = (int)major;
	t->minor = (int)minor;
	t->version = xstrfmt("%u.%u.%u", major, minor, patch);
	bin = path_dir(t->rustc);
	t->sysroot = path_dir(bin);
	free(bin);
	t->docs = path_join(t->sysroot, "share/doc/rust/html");
	if (!file_is_dir(t->docs)) {
		free(t->docs);
		t->docs = NULL;
	}
	return 0;
}

struct finder {
	struct toolchain *t;
	char *cache_file;
	char *stamp; /* path, size and mtime of rustc */
	toolchain_done *done;
	void *ctx;
};

static void finder_end(struct finder *f, const char *err)
{
	struct toolchain *t = f->t;
	struct sbuf sentence = SBUF_INIT;

	if (!err && (t->major < 1 || (t->major == 1 && t->minor < TOOLCHAIN_MIN_MINOR))) {
		error(&sentence, "The Rust here is %s, which is too old. %s", t->version, TOOLCHAIN_HOW_TO_GET);
		err = sentence.buf;
	}
	if (err) {
		toolchain_free(t);
		t = NULL;
	}
	f->done(f->ctx, t, err);
	sbuf_release(&sentence);
	free(f->cache_file);
	free(f->stamp);
	free(f);
}

static void remember(const struct finder *f, const char *output)
{
	struct json *j = json_object();
	struct sbuf text = SBUF_INIT;

	json_set_str(j, "stamp", f->stamp);
	json_set_str(j, "output", output);
	json_write(j, true, &text);
	/* A cache that cannot be written costs 30 ms next time, nothing else. */
	if (f->cache_file)
		file_write_atomic(f->cache_file, text.buf, text.len, NULL);
	sbuf_release(&text);
	json_free(j);
}

static bool recall(struct finder *f)
{
	struct sbuf text = SBUF_INIT;
	struct json *j = NULL;
	bool ok = false;

	if (f->cache_file && !file_read(f->cache_file, SMALL_FILE, &text, NULL))
		j = json_parse(text.buf, text.len, NULL);
	if (j && streq(json_get_str(j, "stamp", ""), f->stamp))
		ok = !read_version(f->t, json_get_str(j, "output", ""));
	json_free(j);
	sbuf_release(&text);
	return ok;
}

static void asked(void *ctx, const struct job_result *r)
{
	struct finder *f = ctx;
	struct sbuf err = SBUF_INIT;

	if (r->exited && !r->exit_code && !read_version(f->t, r->out.text.buf)) {
		remember(f, r->out.text.buf);
		finder_end(f, NULL);
		return;
	}
	error(&err, "%s does not answer as rustc should. %s", f->t->rustc, TOOLCHAIN_HOW_TO_GET);
	finder_end(f, err.buf);
	sbuf_release(&err);
}

static char *stamp_of(const char *rustc)
{
	struct stat st;

	if (stat(rustc, &st) < 0)
		return xstrdup("");
	return xstrfmt("%s %lld %lld", rustc, (long long)st.st_size, (long long)st.st_mtime);
}

void toolchain_find(struct loop *loop, const char *dir, const char *cache_dir, toolchain_done *done, void *ctx)
{
	struct finder *f = xcalloc(1, sizeof(*f));
	struct sbuf err = SBUF_INIT;
	struct job_spec spec = { .limits = { .wall_ms = 10000 }, .done = asked, .ctx = f };
	char version[] = "-vV", *argv[] = { NULL, version, NULL };

	f->done = done;
	f->ctx = ctx;
	f->t = locate(dir);
	if (!f->t) {
		error(&err, "There is no Rust on this machine. %s", TOOLCHAIN_HOW_TO_GET);
		finder_end(f, err.buf);
	} else {
		f->cache_file = cache_dir ? path_join(cache_dir, "toolchain.json") : NULL;
		f->stamp = stamp_of(f->t->rustc);
		argv[0] = f->t->rustc;
		spec.argv = argv;
		if (recall(f))
			finder_end(f, NULL);
		else if (!job_start(loop, &spec, &err))
			finder_end(f, err.buf);
	}
	sbuf_release(&err);
}
