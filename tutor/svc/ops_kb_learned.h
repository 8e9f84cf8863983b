/* Learned fixes in the operations kb list, forget, export, import (ops_kb_sources.c) and kb learn. Private to svc. */
#ifndef SVC_OPS_KB_LEARNED_H
#define SVC_OPS_KB_LEARNED_H

#include "svc/ops.h"

void kb_learned_list(struct call *call);
void kb_learned_forget(struct call *call, const char *number); /* NULL: all of them */
void kb_learned_export(struct call *call, const char *file);
/* text: JSON lines, borrowed. */
void kb_learned_import(struct call *call, const char *text, size_t len);
/* Is this text an export of learned fixes rather than of passages? */
bool kb_is_learned(const char *text, size_t len);
void kb_learned_cancel(struct call *call);

#endif
