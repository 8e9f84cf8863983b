#include "base/base.h"

#include "io/sandbox_int.h"

#include <errno.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "base/log.h"
#include "io/cell.h"

#define PROBE_MS 5000
#define LANDLOCK_MIN_ABI 2 /* with 1 no file can be moved between folders: rustc does that */
#define PROBE_CODE 42 /* what the cell program says when asked */

static const char *const level_names[] = { [SANDBOX_REFUSED] = "refused", [SANDBOX_NONE] = "none",
					   [SANDBOX_LANDLOCK] = "landlock",
					   [SANDBOX_BWRAP] = "bubblewrap" };

const char *sandbox_level_name(enum sandbox_level level)
{
	return level_names[level];
}

enum sandbox_level sandbox_level(const struct sandbox *sb)
{
	return sb->level;
}

bool sandbox_has_proc(const struct sandbox *sb)
{
	return sb->level != SANDBOX_BWRAP || sb->proc;
}

const char *sandbox_note(const struct sandbox *sb)
{
	return sb->note.buf;
}

static int open_cell_image(void)
{
	size_t len = (size_t)(cell_image_end - cell_image), done = 0;
	int fd = len ? memfd_create("cell", MFD_CLOEXEC) : -1;

	while (fd >= 0 && done < len) {
		ssize_t n = write(fd, cell_image + done, len - done);

		if (n < 0 && errno != EINTR) {
			close(fd);
			return -1;
		}
		done += n > 0 ? (size_t)n : 0;
	}
	if (fd >= 0)
		fchmod(fd, 0555);
	return fd;
}

struct probe {
	bool works;
	struct sbuf why;
};

static void probe_done(void *ctx, const struct job_result *r)
{
	struct probe *p = ctx;

	p->works = !r->failed && r->exited && r->exit_code == PROBE_CODE;
	if (r->failed)
		sbuf_addstr(&p->why, r->failed);
	else if (!p->works)
		sbuf_addf(&p->why, "The trial run ended with code %d, signal %d.", r->exit_code, r->signal);
}

/* Runs a trial at the level that sb is set to; the cell program, or a tool, in it. */
static bool try_level(struct sandbox *sb, struct sbuf *why)
{
	char *const cell[] = { (char[]){ SANDBOX_CELL }, (char[]){ "probe" }, NULL };
	char *const tool[] = { (char[]){ "/usr/bin/env" }, (char[]){ "sh" }, (char[]){ "-c" },
			       (char[]){ "exit 42" }, NULL };
	struct probe p = { false, SBUF_INIT };
	struct sandbox_spec spec = { .job.limits.wall_ms = PROBE_MS, .job.done = probe_done,
				     .job.ctx = &p, .tmp_bytes = 1 << 20 };
	struct loop *loop;

	spec.job.argv = sb->level == SANDBOX_BWRAP ? cell : tool;
	spec.compiler = true;
	sb->filter = seccomp_filter(sb, why);
	if (sb->filter < 0)
		return false;
	loop = loop_new();
	if (sandbox_start(loop, sb, &spec, why))
		loop_run(loop);
	loop_free(loop);
	sbuf_addstr(why, p.why.buf);
	sbuf_release(&p.why);
	if (!p.works) {
		log_debug("sandbox: %s does not work: %s", level_names[sb->level], why->buf);
		close(sb->filter);
		sb->filter = -1;
	}
	return p.works;
}

/* Root: become somebody else, with binds staged; in a container that forbids it, with less. */
static const struct {
	int uid;
	bool stage, proc;
} ways[] = { { SANDBOX_UID, true, true },   { SANDBOX_UID, true, false },
	     { SANDBOX_UID, false, true },  { SANDBOX_UID, false, false },
	     { 0, false, true },	    { 0, false, false } };

static bool try_bwrap(struct sandbox *sb, struct sbuf *why)
{
	sb->bwrap = job_find_program("bwrap", why);
	if (!sb->bwrap)
		return false;
	sb->level = SANDBOX_BWRAP;
	for (size_t i = 0; i < ARRAY_SIZE(ways); i++) {
		if (ways[i].uid && geteuid())
			continue;
		sb->uid = ways[i].uid;
		sb->stage = ways[i].stage;
		sb->proc = ways[i].proc;
		sbuf_reset(why);
		if (try_level(sb, why))
			return true;
	}
	return false;
}

static bool try_host(struct sandbox *sb, enum sandbox_level level, int max_abi,
		     struct sbuf *why)
{
	sb->level = level;
	sb->stage = false;
	sb->abi = MIN(landlock_abi(), max_abi);
	sb->uid = geteuid() ? 0 : SANDBOX_UID;
	if (level == SANDBOX_LANDLOCK && sb->abi < LANDLOCK_MIN_ABI) {
		error(why, "This kernel's Landlock is missing or too old.");
		return false;
	}
	if (try_level(sb, why))
		return true;
	if (!sb->uid)
		return false;
	sb->uid = 0;
	return try_level(sb, why);
}

static bool file_says(const char *path, char value)
{
	struct sbuf text = SBUF_INIT;
	bool yes = !file_read(path, 64, &text, NULL) && text.buf[0] == value;

	sbuf_release(&text);
	return yes;
}

/* Which command gives us bubblewrap. */
static const char *cure(const struct sandbox *sb)
{
	if (!sb->bwrap)
		return "install bubblewrap: sudo apt-get install bubblewrap";
	if (file_says("/proc/sys/kernel/apparmor_restrict_unprivileged_userns", '1'))
		return "allow user namespaces: sudo sysctl -w "
		       "kernel.apparmor_restrict_unprivileged_userns=0";
	if (file_says("/proc/sys/kernel/unprivileged_userns_clone", '0'))
		return "allow user namespaces: sudo sysctl -w kernel.unprivileged_userns_clone=1";
	if (file_says("/proc/sys/user/max_user_namespaces", '0'))
		return "allow user namespaces: sudo sysctl -w user.max_user_namespaces=15000";
	return "allow user namespaces; in a container, start it with "
	       "--security-opt seccomp=unconfined";
}

static void write_note(struct sandbox *sb)
{
	struct sbuf *n = &sb->note;

	sbuf_reset(n);
	switch (sb->level) {
	case SANDBOX_BWRAP:
		sbuf_addstr(n, "Programs run walled in by bubblewrap.");
		break;
	case SANDBOX_LANDLOCK:
		sbuf_addf(n, "Programs run walled in by Landlock and seccomp; for the better wall, %s.",
			  cure(sb));
		break;
	case SANDBOX_NONE:
		sbuf_addf(n, "Programs run with limits but without walls, as you accepted; for safety, %s.",
			  cure(sb));
		break;
	case SANDBOX_REFUSED:
		sbuf_addf(n, "Programs are not run, because nothing here can wall them in; %s.", cure(sb));
		break;
	}
}

static void choose(struct sandbox *sb, bool accept_none)
{
	const char *forced = getenv("TUTOR_SANDBOX");
	struct sbuf why = SBUF_INIT;
	bool found = false, any = !forced || !*forced;

	sb->image = open_cell_image();
	if (sb->image < 0 || (!any && streq(forced, "off")))
		goto out;
	if (any || streq(forced, "bwrap"))
		found = try_bwrap(sb, &why);
	if (!found && (any || streq(forced, "landlock")))
		found = try_host(sb, SANDBOX_LANDLOCK, INT32_MAX, &why);
	if (!found && !any && streq(forced, "landlock-old"))
		found = try_host(sb, SANDBOX_LANDLOCK, LANDLOCK_MIN_ABI, &why);
	if (!found && ((any && accept_none) || (!any && streq(forced, "none"))))
		found = try_host(sb, SANDBOX_NONE, 0, &why);
out:
	if (!found)
		sb->level = SANDBOX_REFUSED;
	sbuf_release(&why);
}

static struct sandbox *sandbox_new(void)
{
	struct sandbox *sb = xcalloc(1, sizeof(*sb));

	*sb = (struct sandbox){ .level = SANDBOX_REFUSED, .image = -1, .filter = -1, .note = SBUF_INIT };
	scratch_sweep();
	return sb;
}

static void try_all(struct sandbox *sb, bool accept_none)
{
	choose(sb, accept_none);
	if (!sb->bwrap)
		sb->bwrap = job_find_program("bwrap", NULL);
	write_note(sb);
}

struct sandbox *sandbox_probe(bool accept_none)
{
	struct sandbox *sb = sandbox_new();

	try_all(sb, accept_none);
	return sb;
}

struct sandbox *sandbox_recall(const char *memo, bool accept_none)
{
	struct sandbox *sb = sandbox_new();

	if (memo_use(sb, memo)) {
		sb->image = open_cell_image();
		sb->filter = seccomp_filter(sb, NULL);
	}
	if (sb->recalled && sb->image >= 0 && sb->filter >= 0)
		write_note(sb);
	else
		sandbox_retry(sb, accept_none);
	return sb;
}

bool sandbox_was_recalled(const struct sandbox *sb)
{
	return sb->recalled;
}

bool sandbox_is_suspect(const struct sandbox *sb)
{
	return sb->suspect;
}

static void let_go(struct sandbox *sb)
{
	if (sb->image >= 0)
		close(sb->image);
	if (sb->filter >= 0)
		close(sb->filter);
	free(sb->bwrap);
	sbuf_release(&sb->note);
}

/* In place: jobs that run keep their pointer. */
void sandbox_retry(struct sandbox *sb, bool accept_none)
{
	let_go(sb);
	*sb = (struct sandbox){ .level = SANDBOX_REFUSED, .image = -1, .filter = -1, .note = SBUF_INIT };
	try_all(sb, accept_none);
}

void sandbox_free(struct sandbox *sb)
{
	if (!sb)
		return;
	let_go(sb);
	free(sb);
}
