#include "learn/kind.h"

static const struct {
	const char *name, *title;
} kinds[KIND_COUNT] = {
	[KIND_WRITE] = { "write", "Write it" },
	[KIND_FIX] = { "fix", "Fix it" },
	[KIND_FILL] = { "fill", "Fill in" },
	[KIND_PROJECT] = { "project", "Project" },
	[KIND_CHOICE] = { "choice", "Choose one" },
	[KIND_MULTI] = { "multi", "Choose all that are right" },
	[KIND_PREDICT_OUTPUT] = { "predict_output", "Predict the output" },
	[KIND_PREDICT_COMPILER] = { "predict_compiler", "Predict the compiler" },
	[KIND_ORDER] = { "order", "Put in order" },
	[KIND_CLOZE] = { "cloze", "Fill the blank" },
	[KIND_SHORT] = { "short", "Answer in short" },
};

const char *kind_name(enum learn_kind kind)
{
	return kinds[kind].name;
}

const char *kind_title(enum learn_kind kind)
{
	return kinds[kind].title;
}

bool kind_find(const char *name, enum learn_kind *out)
{
	for (size_t i = 0; i < KIND_COUNT; i++) {
		if (streq(name, kinds[i].name)) {
			*out = (enum learn_kind)i;
			return true;
		}
	}
	return false;
}

bool kind_is_predict(enum learn_kind kind)
{
	return kind == KIND_PREDICT_OUTPUT || kind == KIND_PREDICT_COMPILER;
}
