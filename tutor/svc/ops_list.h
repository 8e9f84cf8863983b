/* The list of operations: one line each; the entries stand in svc/ops_*.c. Private to svc. */
#ifndef SVC_OPS_LIST_H
#define SVC_OPS_LIST_H

#include "svc/ops.h"

#define OPS_LIST(X) \
	X(lessons) X(lesson) X(exercises) X(exercise) X(check) X(reset) X(hint) X(explain) X(compile) X(compile_and_fix) \
	X(generate) X(project_status) X(project_files) X(project_download) \
	X(progress_show) X(pack_check) X(doctor) \
	X(ask) X(ask_history) X(ask_export) \
	X(search) X(kb_build) X(kb_status) X(kb_eval) X(kb_add) X(kb_list) X(kb_forget) X(kb_export) X(kb_import) X(kb_learn) \
	X(model_list) X(model_get) X(model_use) X(model_stop) X(model_status) X(model_bench)

#define X(name) extern const struct op op_##name;
OPS_LIST(X)
#undef X

#endif
