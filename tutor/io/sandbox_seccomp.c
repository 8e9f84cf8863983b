#include "base/base.h"

#include "io/sandbox_int.h"

#include <errno.h>
#include <sched.h>
#include <seccomp.h>
#include <signal.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <unistd.h>

/* Looking into and changing other processes, the kernel, mounts, namespaces; nothing a program needs. */
static const char *const forbidden[] = {
	"ptrace", "process_vm_readv", "process_vm_writev", "kcmp", "pidfd_getfd", "process_madvise",
	"mount", "umount", "umount2", "pivot_root", "chroot", "move_mount", "open_tree", "fsopen",
	"fsconfig", "fsmount", "fspick", "mount_setattr", "name_to_handle_at", "open_by_handle_at",
	"unshare", "setns", "keyctl", "add_key", "request_key", "bpf", "userfaultfd",
	"perf_event_open", "io_uring_setup", "io_uring_enter", "io_uring_register", "kexec_load",
	"kexec_file_load", "init_module", "finit_module", "delete_module", "reboot", "swapon",
	"swapoff", "acct", "quotactl", "quotactl_fd", "sethostname", "setdomainname",
	"settimeofday", "clock_settime", "clock_adjtime", "adjtimex", "syslog", "vhangup", "iopl",
	"ioperm", "modify_ldt", "lookup_dcookie", "nfsservctl", "fanotify_init", "migrate_pages",
	"move_pages",
};

/* Without Landlock's signal scope, other processes of the same user are in reach. */
static const char *const signals[] = { "kill", "tkill", "rt_sigqueueinfo", "rt_tgsigqueueinfo",
				       "pidfd_send_signal" };

static const unsigned namespaces[] = { CLONE_NEWUSER, CLONE_NEWNS, CLONE_NEWPID, CLONE_NEWNET,
				       CLONE_NEWIPC, CLONE_NEWUTS, CLONE_NEWCGROUP };

static int deny_all(scmp_filter_ctx f, const char *const *names, size_t n)
{
	int rc = 0;

	for (size_t i = 0; i < n && !rc; i++) {
		int nr = seccomp_syscall_resolve_name(names[i]);

		if (nr != __NR_SCMP_ERROR) /* unknown to this libseccomp */
			rc = seccomp_rule_add(f, SCMP_ACT_ERRNO(EPERM), nr, 0);
		if (rc == -EDOM || rc == -EINVAL) /* not on this machine */
			rc = 0;
	}
	return rc;
}

/* clone3's flags are out of a filter's sight; "not there" makes libc fall back to clone. */
static int deny_namespaces(scmp_filter_ctx f)
{
	int rc = seccomp_rule_add(f, SCMP_ACT_ERRNO(ENOSYS), SCMP_SYS(clone3), 0);

	for (size_t i = 0; i < ARRAY_SIZE(namespaces) && !rc; i++)
		rc = seccomp_rule_add(f, SCMP_ACT_ERRNO(EPERM), SCMP_SYS(clone), 1,
				      SCMP_A0(SCMP_CMP_MASKED_EQ, namespaces[i], namespaces[i]));
	return rc;
}

/*
 * In bwrap's empty network namespace Unix and internet sockets reach nobody outside; other families
 * (vsock for one) know no namespaces. Under Landlock there is no such wall: no sockets at all.
 */
static int deny_sockets(scmp_filter_ctx f, bool all)
{
	int rc;

	if (all)
		return seccomp_rule_add(f, SCMP_ACT_ERRNO(EACCES), SCMP_SYS(socket), 0);
	rc = seccomp_rule_add(f, SCMP_ACT_ERRNO(EAFNOSUPPORT), SCMP_SYS(socket), 1,
			      SCMP_A0(SCMP_CMP_GT, AF_INET6, 0));
	for (unsigned family = AF_INET + 1; family < AF_INET6 && !rc; family++)
		rc = seccomp_rule_add(f, SCMP_ACT_ERRNO(EAFNOSUPPORT), SCMP_SYS(socket), 1,
				      SCMP_A0(SCMP_CMP_EQ, family, 0));
	return rc;
}

/* Typing into the terminal that tutor runs in. */
static int deny_terminal(scmp_filter_ctx f)
{
	int rc = seccomp_rule_add(f, SCMP_ACT_ERRNO(EPERM), SCMP_SYS(ioctl), 1,
				  SCMP_A1(SCMP_CMP_MASKED_EQ, 0xffffffffu, TIOCSTI));

	if (!rc)
		rc = seccomp_rule_add(f, SCMP_ACT_ERRNO(EPERM), SCMP_SYS(ioctl), 1,
				      SCMP_A1(SCMP_CMP_MASKED_EQ, 0xffffffffu, TIOCLINUX));
	return rc;
}

/* abort() and raise() send with tgkill; of these SIGABRT is enough, and the cell ignores it. */
static int deny_signals(scmp_filter_ctx f)
{
	int rc = deny_all(f, signals, ARRAY_SIZE(signals));

	if (!rc)
		rc = seccomp_rule_add(f, SCMP_ACT_ERRNO(EPERM), SCMP_SYS(tgkill), 1,
				      SCMP_A2(SCMP_CMP_NE, SIGABRT, 0));
	return rc;
}

static int fill(scmp_filter_ctx f, const struct sandbox *sb)
{
	bool host = sb->level != SANDBOX_BWRAP;
	int rc = deny_all(f, forbidden, ARRAY_SIZE(forbidden));

	if (!rc)
		rc = deny_namespaces(f);
	if (!rc)
		rc = deny_sockets(f, host);
	if (!rc)
		rc = deny_terminal(f);
	if (!rc && host && sb->abi < 6)
		rc = deny_signals(f);
	return rc;
}

int seccomp_filter(const struct sandbox *sb, struct sbuf *err)
{
	scmp_filter_ctx f = seccomp_init(SCMP_ACT_ALLOW);
	int fd = memfd_create("filter", MFD_CLOEXEC);
	int rc = f && fd >= 0 ? fill(f, sb) : -ENOMEM;

	if (!rc)
		rc = seccomp_export_bpf(f, fd);
	if (f)
		seccomp_release(f);
	if (!rc)
		return fd;
	if (fd >= 0)
		close(fd);
	return error(err, "The system call filter cannot be built: %s.", strerror(-rc));
}
