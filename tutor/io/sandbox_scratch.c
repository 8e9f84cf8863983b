/* Scratch folders: made for the sandboxed user, removed whatever it did to them, swept after a kill -9. */
#include "base/base.h"

#include "io/sandbox_int.h"

#include <errno.h>
#include <ftw.h>
#include <signal.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "base/file.h"
#include "base/log.h"

#define SCRATCH_PREFIX "tutor-scratch-"
#define STALE_S 600 /* a container that shares our /tmp has process numbers that we do not see */

char *sandbox_scratch_make(struct sandbox *sb, struct sbuf *err)
{
	char *prefix = xstrfmt(SCRATCH_PREFIX "%d", (int)getpid());
	char *path = file_make_temp_dir(prefix, err);

	free(prefix);
	if (!path || !sb->uid || !chown(path, (uid_t)sb->uid, (gid_t)sb->uid))
		return path;
	error(err, "%s cannot be given to the sandbox's user: %s.", path, strerror(errno));
	sandbox_scratch_remove(path);
	return NULL;
}

static int open_up(const char *path, const struct stat *st, int kind, struct FTW *ftw)
{
	(void)st;
	(void)ftw;
	if (kind == FTW_D || kind == FTW_DNR)
		chmod(path, 0700);
	return 0;
}

/* The program may have taken away its own folders' permissions; every pass opens one level more. */
void sandbox_scratch_remove(char *path)
{
	struct sbuf err = SBUF_INIT;
	int passes = 64;

	if (!path)
		return;
	while (file_remove_tree(path, &err) < 0 && passes--) {
		nftw(path, open_up, 16, FTW_PHYS);
		sbuf_reset(&err);
	}
	if (err.len)
		log_warn("sandbox: %s", err.buf);
	sbuf_release(&err);
	free(path);
}

/* The process number in a scratch folder's name; 0: not one. */
static pid_t maker_of(const char *name)
{
	if (!starts_with(name, SCRATCH_PREFIX))
		return 0;
	return (pid_t)strtol(name + strlen(SCRATCH_PREFIX), NULL, 10);
}

static bool is_stale(const char *path, pid_t maker)
{
	struct stat st;
	bool gone = kill(maker, 0) < 0 && errno == ESRCH;

	return gone && !lstat(path, &st) && S_ISDIR(st.st_mode) &&
	       (st.st_uid == geteuid() || (!geteuid() && st.st_uid == SANDBOX_UID)) &&
	       time(NULL) - st.st_mtime >= STALE_S;
}

void scratch_sweep(void)
{
	const char *tmp = getenv("TMPDIR");
	struct strv names = STRV_INIT;

	if (!tmp || !*tmp)
		tmp = "/tmp";
	file_list(tmp, &names, NULL);
	for (size_t i = 0; i < names.n; i++) {
		pid_t maker = maker_of(names.v[i]);
		char *path = path_join(tmp, names.v[i]);

		if (maker > 0 && is_stale(path, maker))
			sandbox_scratch_remove(path);
		else
			free(path);
	}
	strv_release(&names);
}
