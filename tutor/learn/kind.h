/* kind: the one vocabulary of item kinds, for quizzes, exercises, practice and exams. */
#ifndef LEARN_KIND_H
#define LEARN_KIND_H

#include "base/base.h"

enum learn_kind {
	KIND_WRITE, KIND_FIX, KIND_FILL, KIND_PROJECT, KIND_CHOICE, KIND_MULTI, KIND_PREDICT_OUTPUT,
	KIND_PREDICT_COMPILER, KIND_ORDER, KIND_CLOZE, KIND_SHORT, KIND_COUNT,
};

const char *kind_name(enum learn_kind kind);  /* "predict_output" */
const char *kind_title(enum learn_kind kind); /* "Predict the output" */
/* false when there is no such kind */
bool kind_find(const char *name, enum learn_kind *out);
/* Is the answer a text that is compared, rather than code that is compiled? (predict_*) */
bool kind_is_predict(enum learn_kind kind);

#endif
