/* A small course in a scratch folder, for the tests of course and progress. */
#ifndef TESTS_UNIT_LEARN_CONTENT_H
#define TESTS_UNIT_LEARN_CONTENT_H

#include "base/file.h"
#include "learn/course.h"

static char *content_root;

static void put(const char *rel, const char *text)
{
	char *path = path_join(content_root, rel), *dir = path_dir(path);

	file_mkdirs(dir, NULL);
	file_write(path, text, strlen(text), NULL);
	free(path);
	free(dir);
}

static void put_exercise(const char *id, const char *concepts, const char *requires, int difficulty)
{
	char *topic = xmemdupz(id, strcspn(id, "/"));
	char *text = xstrfmt("---\nid: %s\ntitle: T\ntopic: %s\nconcepts: [%s]\nrequires: [%s]\ndifficulty: %d\nminutes: 5\n"
			     "kind: write\n---\nSay.\n## After\nSaid.\n", id, topic, concepts, requires, difficulty);
	static const char *const files[][2] = {
		{ "starter.rs", "fn a() {}\n" }, { "solution.rs", "fn b() {}\n" }, { "tests.rs", "#[test]\nfn t() {}\n" },
		{ "hints.md", "## 3\na\n## 4\nb\n" }, { "wrong/a.rs", "x\n" }, { "wrong/b.rs", "y\n" },
	};
	char *rel = xstrfmt("exercises/%s/exercise.md", id);

	put(rel, text);
	free(rel);
	for (size_t i = 0; i < ARRAY_SIZE(files); i++) {
		rel = xstrfmt("exercises/%s/%s", id, files[i][0]);
		put(rel, files[i][1]);
		free(rel);
	}
	free(text);
	free(topic);
}

static void put_lesson(const char *file, const char *id, const char *concepts, const char *requires)
{
	char *rel = xstrfmt("lessons/%s", file);
	char *text = xstrfmt("---\nid: %s\ntitle: About %s\nminutes: 9\nconcepts: [%s]\nrequires: [%s]\n---\n# %s\n\n"
			     "```quiz\nid: %s-1\nkind: short\nask: x\nanswers: [y]\nwhy: z\n```\n", id, id, concepts, requires, id, id);

	put(rel, text);
	free(rel);
	free(text);
}

static void content_make(void)
{
	content_root = file_make_temp_dir("tutor-course", NULL);
	put("kb/concepts.yaml", "- {id: tools, title: Tools, requires: [], core: true}\n- {id: moves, title: Moves, requires: [vars], core: true}\n"
				"- {id: vars, title: Variables, requires: [tools], core: true}\n- {id: side, title: Side, requires: [], core: false}\n");
	put_lesson("01-tools.md", "tools", "tools", "");
	put_lesson("10-moves.md", "moving", "moves", "vars");
	put_lesson("02-vars.md", "vars", "vars", "tools");
	put("lessons/README.md", "no lesson\n");
	put_exercise("z-early/one", "tools", "", 2);
	put_exercise("z-early/easy", "tools", "", 1);
	put_exercise("a-late/two", "moves", "vars", 1);
	put_exercise("m-mid/three", "vars", "tools", 1);
	put("exercises/README.md", "no topic\n");
	put("kb/cards/errors/E0382.md", "---\ncode: E0382\ntitle: t\nmessages: [\"use of moved value: _\"]\n---\n## What\nw\n## Rule\nr\n");
	put("kb/cards/questions/gone.md", "---\ntitle: t\nasked: [a]\n---\nbody\n");
}

static void content_remove(void)
{
	file_remove_tree(content_root, NULL);
	free(content_root);
	content_root = NULL;
}

#endif
