/* What the store's tests share: a scratch folder, and sentences of failed opens. */
#ifndef TESTS_UNIT_STORE_HELPER_H
#define TESTS_UNIT_STORE_HELPER_H

#include "base/file.h"
#include "store/db.h"
#include "store/learner.h"

/* Children end by _exit with all they have: valgrind calls that leaks. The sanitizer builds run these tests in full. */
static inline bool forks_are_watched(void)
{
	const char *preload = getenv("LD_PRELOAD");

	return preload && strstr(preload, "vgpreload");
}

static char *scratch(const char *name)
{
	static char *dir;

	if (!dir)
		dir = file_make_temp_dir("tutor-store", NULL);
	return path_join(dir, name);
}

static void scratch_remove(void)
{
	char *dir = scratch("");

	file_remove_tree(dir, NULL);
	free(dir);
}

#endif
