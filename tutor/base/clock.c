#include "base/clock.h"

#include <time.h>

int64_t clock_mono_us(void)
{
	struct timespec ts;

	clock_gettime(CLOCK_MONOTONIC, &ts);
	return (int64_t)ts.tv_sec * 1000000 + ts.tv_nsec / 1000;
}

int64_t clock_mono_ms(void)
{
	return clock_mono_us() / 1000;
}

int64_t clock_now(void)
{
	const char *pinned = getenv("TUTOR_NOW");

	return pinned && *pinned ? strtoll(pinned, NULL, 10) : (int64_t)time(NULL);
}

void clock_iso(int64_t seconds, struct sbuf *out)
{
	time_t t = (time_t)seconds;
	struct tm tm;
	char text[32];

	if (!gmtime_r(&t, &tm))
		return;
	strftime(text, sizeof(text), "%Y-%m-%dT%H:%M:%SZ", &tm);
	sbuf_addstr(out, text);
}
