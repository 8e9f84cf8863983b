/*
 * Time. Everything in the pure layers takes the time as an argument; these are for svc, ui and front.
 * TUTOR_NOW (seconds since 1970) pins the wall clock, for tests.
 */
#ifndef BASE_CLOCK_H
#define BASE_CLOCK_H

#include "base/sbuf.h"

int64_t clock_mono_us(void); /* microseconds, monotonic */
int64_t clock_mono_ms(void);
int64_t clock_now(void);     /* seconds since 1970 */
void clock_iso(int64_t seconds, struct sbuf *out); /* 2026-01-31T12:00:00Z */

#endif
