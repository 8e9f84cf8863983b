/*
 * osa: optimal string alignment distance of two texts (Damerau 1964: letters put in, left out, exchanged, or two neighbours swapped;
 * no part is edited twice), by bytes.
 */
#ifndef BASE_OSA_H
#define BASE_OSA_H

#include "base/base.h"

#define OSA_MAX 255 /* bytes: longer texts are OSA_MAX + 1 apart */

/* What it costs that b stands for a; 0 when they are the same. */
typedef int osa_exchange(char a, char b);
/* Over max it may be told as max + 1. exchange NULL: 1 for each other letter. */
int osa_distance(const char *a, const char *b, int max, osa_exchange *exchange);

#endif
