#include "svc/supervise.h"

#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <sodium.h>
#include <sys/file.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/file.h"
#include "base/log.h"
#include "base/strv.h"
#include "base/utf8.h"
#include "io/http.h"
#include "io/job.h"

#define USERS_MAX 64
#define LINE_MAX_BYTES 64
#define FIRST_USER_MS 10000
#define SECONDS_MAX (7 * 24 * 3600)
#define LOOK_MS 5000        /* at the memory, while nobody uses the server */
#define SHORT_SHARE 16      /* less than one part in so many is left: memory is short */
#define HEALTH_MS 100
#define LOAD_MS 180000
#define SLOT_CTX 2048
#define START_TRIES 3 /* another program may take the port that was free */

enum state { OFF, STARTING, READY };
static const char *const state_names[] = { "off", "starting", "ready" };

struct supervisor;

struct user {
	struct supervisor *s;
	int fd; /* -1: free */
	loop_id watch;
	char line[LINE_MAX_BYTES];
	size_t len;
	bool uses, wants; /* it asked for the server once; it waits for it */
};

struct supervisor {
	struct loop *loop;
	struct http *http;
	int listener, lock, dir_fd;
	const char *dir, *name, *model, *ctx, *threads;
	char **program; /* words, ends with NULL */
	int64_t idle_ms, stay_ms;
	struct user users[USERS_MAX];
	size_t n_users; /* that use the server */
	enum state state;
	struct job *job;
	struct http_req *health;
	loop_id health_timer, idle_timer, first_timer, stay_timer;
	int port, tries;
	char key[33];
	int64_t started_ms, used_ms, left_ms; /* left_ms: the last user went */
	bool unload, leaving;
};

int supervise_address(const char *dir, const char *name, struct sockaddr_un *out, int *dir_fd)
{
	*out = (struct sockaddr_un){ .sun_family = AF_UNIX };
	*dir_fd = open(dir, O_PATH | O_DIRECTORY | O_CLOEXEC);
	if (*dir_fd < 0)
		return -1;
	snprintf(out->sun_path, sizeof(out->sun_path), "/proc/self/fd/%d/%s.sock", *dir_fd, name);
	return 0;
}

/* Users. */

static void leave(struct supervisor *s);

static int64_t stays_for(const struct supervisor *s)
{
	return s->left_ms + s->stay_ms - clock_mono_ms();
}

bool supervise_is_short(const char *meminfo)
{
	const char *total = strstr(meminfo, "MemTotal:"), *left = strstr(meminfo, "MemAvailable:");

	return total && left && strtoll(left + strlen("MemAvailable:"), NULL, 10) < strtoll(total + strlen("MemTotal:"), NULL, 10) / SHORT_SHARE;
}

static bool memory_is_short(void)
{
	struct sbuf text = SBUF_INIT;
	bool is = file_read("/proc/meminfo", 65536, &text, NULL) == 0 && supervise_is_short(text.buf);

	sbuf_release(&text);
	return is;
}

/* Nobody uses the server: it stays for those who come back soon, unless others need its memory. */
static void look_around(void *ctx)
{
	struct supervisor *s = ctx;

	s->stay_timer = 0;
	if (!s->job || stays_for(s) <= 0 || memory_is_short())
		leave(s);
	else
		s->stay_timer = loop_after(s->loop, MIN(stays_for(s), LOOK_MS), look_around, s);
}

static void drop_user(struct user *u)
{
	struct supervisor *s = u->s;

	loop_cancel(s->loop, u->watch);
	close(u->fd);
	u->fd = -1;
	if (!u->uses || --s->n_users || s->leaving)
		return;
	s->left_ms = clock_mono_ms();
	look_around(s);
}

/* A user who does not read is none. */
static void tell(struct user *u, const char *line)
{
	size_t len = strlen(line);

	if (send(u->fd, line, len, MSG_NOSIGNAL | MSG_DONTWAIT) != (ssize_t)len)
		drop_user(u);
}

static void tell_waiting(struct supervisor *s, const char *line)
{
	for (size_t i = 0; i < USERS_MAX; i++)
		if (s->users[i].fd >= 0 && s->users[i].wants) {
			s->users[i].wants = false;
			tell(&s->users[i], line);
		}
}

static void tell_all(struct supervisor *s, const char *line)
{
	for (size_t i = 0; i < USERS_MAX; i++)
		if (s->users[i].fd >= 0)
			tell(&s->users[i], line);
}

static void say_ready(struct supervisor *s)
{
	char *line = xstrfmt("ready %d %s\n", s->port, s->key);

	tell_waiting(s, line);
	free(line);
}

static void say_failed(struct supervisor *s, const char *why)
{
	struct sbuf line = SBUF_INIT, clean = SBUF_INIT;

	utf8_sanitize(&clean, why, strlen(why));
	for (size_t i = 0; i < clean.len; i++)
		if (clean.buf[i] == '\n')
			clean.buf[i] = ' ';
	sbuf_addf(&line, "failed %s\n", clean.buf);
	tell_waiting(s, line.buf);
	sbuf_release(&line);
	sbuf_release(&clean);
}

/* The server. */

static void start_server(struct supervisor *s);
static void ask_health(void *ctx);

static void stop_watching(struct supervisor *s)
{
	http_drop(s->health);
	s->health = NULL;
	loop_cancel(s->loop, s->health_timer);
	loop_cancel(s->loop, s->idle_timer);
	s->health_timer = s->idle_timer = 0;
}

static void stop_server(struct supervisor *s)
{
	stop_watching(s);
	if (s->job)
		job_cancel(s->job);
	if (s->state == READY)
		tell_all(s, "stopped\n");
	s->state = OFF;
}

static void leave(struct supervisor *s)
{
	s->leaving = true;
	loop_cancel(s->loop, s->stay_timer);
	s->stay_timer = 0;
	if (s->listener >= 0) {
		char *name = xstrfmt("%s.sock", s->name);

		unlinkat(s->dir_fd, name, 0);
		free(name);
		close(s->listener);
		s->listener = -1;
	}
	stop_server(s);
	if (!s->job)
		loop_stop(s->loop);
}

/* The last line that says something of an error, for the sentence. */
static char *last_error(const struct job_result *r)
{
	struct strv lines = STRV_INIT;
	char *out = NULL;

	strv_split(&lines, r->err.text.buf, '\n');
	for (size_t i = lines.n; i-- > 0 && !out;)
		if (strstr(lines.v[i], "rror") || strstr(lines.v[i], "ailed"))
			out = xstrfmt("%.200s", lines.v[i]);
	for (size_t i = lines.n; i-- > 0 && !out;)
		if (*lines.v[i])
			out = xstrfmt("%.200s", lines.v[i]);
	strv_release(&lines);
	return out ? out : xstrdup("it gave no reason");
}

static void server_ended(void *ctx, const struct job_result *r)
{
	struct supervisor *s = ctx;
	bool again = !s->leaving && s->state == STARTING && r->stop == JOB_STOP_NONE, ours = r->stop == JOB_STOP_CANCEL;
	char *why = last_error(r), *line = xstrfmt("The model server ended: %s.", why);

	s->job = NULL;
	stop_watching(s);
	if (!ours)
		log_warn("model server ended: %s", why);
	if (s->state == READY)
		tell_all(s, "stopped\n");
	s->state = OFF;
	if (s->leaving || !s->n_users) {
		leave(s);
	} else if ((again && strstr(r->err.text.buf, "bind") && ++s->tries < START_TRIES) || (ours && s->unload)) {
		bool wanted = false;

		for (size_t i = 0; i < USERS_MAX; i++)
			wanted |= s->users[i].fd >= 0 && s->users[i].wants;
		s->unload = false;
		if (wanted)
			start_server(s);
	} else {
		say_failed(s, line);
	}
	free(line);
	free(why);
}

static void idle_over(void *ctx)
{
	struct supervisor *s = ctx;
	int64_t left = s->used_ms + s->idle_ms - clock_mono_ms();

	s->idle_timer = 0;
	if (left > 0) {
		s->idle_timer = loop_after(s->loop, left, idle_over, s);
	} else {
		s->unload = true;
		stop_server(s);
	}
}

static void health_told(void *ctx, const struct http_result *r)
{
	struct supervisor *s = ctx;

	s->health = NULL;
	if (r->end == HTTP_DONE && r->head.status == 200) {
		s->state = READY;
		s->used_ms = clock_mono_ms();
		s->idle_timer = loop_after(s->loop, s->idle_ms, idle_over, s);
		say_ready(s);
	} else if (clock_mono_ms() - s->started_ms > LOAD_MS) {
		say_failed(s, "The model was not loaded within three minutes.");
		stop_server(s);
	} else {
		s->health_timer = loop_after(s->loop, HEALTH_MS, ask_health, s);
	}
}

static void ask_health(void *ctx)
{
	struct supervisor *s = ctx;
	char *url = xstrfmt("http://127.0.0.1:%d/health", s->port);
	struct http_spec spec = { .url = url, .done = health_told, .total_ms = 2000, .body_max = 65536, .ctx = s };

	s->health_timer = 0;
	s->health = http_start(s->http, &spec);
	free(url);
}

static int free_port(void)
{
	struct sockaddr_in sa = { .sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK) };
	socklen_t len = sizeof(sa);
	int fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0), port = -1;

	if (fd >= 0 && !bind(fd, (struct sockaddr *)&sa, sizeof(sa)) && !getsockname(fd, (struct sockaddr *)&sa, &len))
		port = ntohs(sa.sin_port);
	if (fd >= 0)
		close(fd);
	return port;
}

static void random_key(char key[33])
{
	unsigned char bytes[16];

	randombytes_buf(bytes, sizeof(bytes));
	sodium_bin2hex(key, 33, bytes, sizeof(bytes));
}

static void server_words(const struct supervisor *s, struct strv *v)
{
	for (char **w = s->program; *w; w++)
		strv_push(v, *w);
	strv_push(v, "--model");
	strv_push(v, s->model);
	strv_push(v, "--host");
	strv_push(v, "127.0.0.1");
	strv_pushf(v, "--port");
	strv_pushf(v, "%d", s->port);
	strv_push(v, "--ctx-size");
	strv_push(v, s->ctx);
	strv_pushf(v, "--parallel");
	strv_pushf(v, "%d", SUPERVISE_SLOTS);
	strv_push(v, "--threads");
	strv_push(v, s->threads);
}

static void start_server(struct supervisor *s)
{
	struct strv words = STRV_INIT;
	struct sbuf err = SBUF_INIT;
	struct job_spec spec = { .keep_bytes = 16384, .done = server_ended, .ctx = s };

	random_key(s->key);
	s->port = free_port();
	setenv("LLAMA_API_KEY", s->key, 1);
	/* Through the environment, for a server that does not know them: the slots share one memory, so that a whole file fits into one;
	 * draft words are taken from the prompt, which a repaired file mostly repeats. */
	setenv("LLAMA_ARG_KV_UNIFIED", "1", 0);
	setenv("LLAMA_ARG_SPEC_TYPE", "ngram-mod", 0);
	server_words(s, &words);
	spec.argv = words.v;
	s->job = s->port > 0 ? job_start(s->loop, &spec, &err) : NULL;
	unsetenv("LLAMA_API_KEY");
	if (s->job) {
		s->state = STARTING;
		s->started_ms = clock_mono_ms();
		s->health_timer = loop_after(s->loop, HEALTH_MS, ask_health, s);
	} else {
		say_failed(s, err.len ? err.buf : "There is no free port on this machine.");
	}
	strv_release(&words);
	sbuf_release(&err);
}

/* What users say. */

static void want(struct user *u)
{
	struct supervisor *s = u->s;

	if (!u->uses)
		s->n_users++;
	u->uses = u->wants = true;
	loop_cancel(s->loop, s->first_timer);
	loop_cancel(s->loop, s->stay_timer);
	s->first_timer = s->stay_timer = 0;
	s->used_ms = clock_mono_ms();
	if (s->state == READY) {
		say_ready(s);
		return;
	}
	if (s->state == OFF && !s->job) {
		s->tries = 0;
		start_server(s);
	}
	if (u->fd >= 0 && u->wants)
		tell(u, "starting\n");
}

static void say_status(struct user *u)
{
	const struct supervisor *s = u->s;
	int64_t stays = s->stay_timer ? MAX(stays_for(s), 0) / 1000 : -1;
	char *line = xstrfmt("status %s %d %d %zu %lld\n", state_names[s->state], s->job ? job_pid(s->job) : 0, s->job ? s->port : 0,
			     s->n_users, (long long)stays);

	tell(u, line);
	free(line);
}

static void take_line(struct user *u, const char *line)
{
	struct supervisor *s = u->s;

	if (streq(line, "want")) {
		want(u);
	} else if (streq(line, "touch")) {
		s->used_ms = clock_mono_ms();
	} else if (streq(line, "status")) {
		say_status(u);
	} else if (streq(line, "unload") || (streq(line, "release") && s->stay_timer)) {
		s->unload = true;
		stop_server(s);
	} else if (!streq(line, "release")) {
		drop_user(u);
	}
}

static void user_ready(void *ctx, int fd, unsigned events)
{
	struct user *u = ctx;
	ssize_t n = recv(fd, u->line + u->len, sizeof(u->line) - u->len, MSG_DONTWAIT);
	char *end;

	(void)events;
	if (n < 0 && (errno == EAGAIN || errno == EINTR))
		return;
	if (n <= 0) {
		drop_user(u);
		return;
	}
	u->len += (size_t)n;
	while (u->fd >= 0 && (end = memchr(u->line, '\n', u->len))) {
		char line[LINE_MAX_BYTES];
		size_t len = (size_t)(end - u->line);

		memcpy(line, u->line, len);
		line[len] = '\0';
		u->len -= len + 1;
		memmove(u->line, end + 1, u->len);
		take_line(u, line);
	}
	if (u->fd >= 0 && u->len == sizeof(u->line))
		drop_user(u);
}

static bool same_user(int fd)
{
	struct ucred who;
	socklen_t len = sizeof(who);

	return !getsockopt(fd, SOL_SOCKET, SO_PEERCRED, &who, &len) && who.uid == getuid();
}

static void new_user(void *ctx, int fd, unsigned events)
{
	struct supervisor *s = ctx;
	int c = accept4(fd, NULL, NULL, SOCK_CLOEXEC | SOCK_NONBLOCK);
	size_t i = 0;

	(void)events;
	if (c < 0)
		return;
	while (i < USERS_MAX && s->users[i].fd >= 0)
		i++;
	if (i == USERS_MAX || !same_user(c)) {
		close(c);
		return;
	}
	s->users[i] = (struct user){ .s = s, .fd = c };
	s->users[i].watch = loop_watch(s->loop, c, LOOP_READ, user_ready, &s->users[i]);
}

/* The process. */

static int take_lock(struct supervisor *s)
{
	char *path = xstrfmt("%s/%s.lock", s->dir, s->name);

	s->lock = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
	free(path);
	return s->lock >= 0 && !flock(s->lock, LOCK_EX | LOCK_NB) ? 0 : -1;
}

static int listen_there(struct supervisor *s)
{
	struct sockaddr_un sa;
	char *name = xstrfmt("%s.sock", s->name);
	int rc = -1;

	s->listener = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
	if (s->listener >= 0 && !supervise_address(s->dir, s->name, &sa, &s->dir_fd)) {
		unlinkat(s->dir_fd, name, 0); /* of one that was killed: we hold the lock */
		umask(0177);
		rc = bind(s->listener, (struct sockaddr *)&sa, sizeof(sa)) || listen(s->listener, 16);
		umask(077);
	}
	free(name);
	return rc ? -1 : 0;
}

static void on_term(void *ctx, int sig)
{
	(void)sig;
	leave(ctx);
}

static void nobody_came(void *ctx)
{
	leave(ctx);
}

/* The pipes to the process that started us end with it. */
static void let_go_of_streams(void)
{
	int null = open("/dev/null", O_RDWR | O_CLOEXEC);

	for (int fd = 0; fd <= 2; fd++)
		dup2(null, fd);
	close(null);
}

static int64_t as_ms(const char *seconds)
{
	long long n = strtoll(seconds, NULL, 10);

	return MAX(0, MIN(n, SECONDS_MAX)) * 1000;
}

int supervise_inner(int argc, char **argv)
{
	struct supervisor s = { .listener = -1, .lock = -1, .dir_fd = -1 };

	if (argc < 10)
		return 2;
	let_go_of_streams();
	umask(077);
	s.dir = argv[2];
	s.name = argv[3];
	s.model = argv[4];
	s.ctx = argv[5];
	s.threads = argv[6];
	s.idle_ms = as_ms(argv[7]);
	s.stay_ms = as_ms(argv[8]);
	s.program = argv + 9;
	for (size_t i = 0; i < USERS_MAX; i++)
		s.users[i].fd = -1;
	if (take_lock(&s) < 0)
		return 0; /* there is one */
	if (chdir(s.dir)) /* it may outlive what was the folder at hand */
		return 2;
	s.loop = loop_new();
	s.http = http_new(s.loop);
	loop_on_signal(s.loop, SIGTERM, on_term, &s);
	loop_on_signal(s.loop, SIGINT, on_term, &s);
	loop_on_signal(s.loop, SIGHUP, on_term, &s);
	if (!listen_there(&s)) {
		loop_watch(s.loop, s.listener, LOOP_READ, new_user, &s);
		s.first_timer = loop_after(s.loop, FIRST_USER_MS, nobody_came, &s);
		loop_run(s.loop);
	}
	http_free(s.http);
	loop_free(s.loop);
	return 0;
}

static void ignore_end(void *ctx, const struct job_result *r)
{
	(void)ctx;
	(void)r;
}

int supervise_start(int argc, char **argv)
{
	char self[] = "/proc/self/exe", word[] = "__supervise-run";
	char **words = xcalloc((size_t)argc + 1, sizeof(*words));
	struct loop *loop = loop_new();
	struct job_spec spec = { .argv = words, .survive = true, .done = ignore_end };
	struct sbuf err = SBUF_INIT;
	int rc = 0;

	memcpy(words, argv, (size_t)argc * sizeof(*words));
	words[0] = self;
	words[1] = word;
	if (!job_start(loop, &spec, &err)) {
		dprintf(2, "%s\n", err.buf);
		rc = 3;
	}
	return rc; /* the loop and the job are left to the end of this process: nothing here may touch the child */
}
