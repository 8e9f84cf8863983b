#include "ui/view.h"

static const struct view_ops *const all[] = {
#define X(name) &view_##name,
	VIEWS(X)
#undef X
};

const struct view_ops *view_find(const char *name, size_t len)
{
	for (size_t i = 0; i < ARRAY_SIZE(all); i++) {
		if (strlen(all[i]->name) == len && !memcmp(all[i]->name, name, len))
			return all[i];
	}
	return NULL;
}

struct view *view_new(struct ui *ui, const struct view_ops *ops, const char *arg, struct sbuf *err)
{
	struct view *v = xcalloc(1, sizeof(*v));

	v->ops = ops;
	v->ui = ui;
	v->arg = xstrdup(arg);
	v->priv = xcalloc(1, ops->private_size + 1);
	v->stale = true;
	pager_init(&v->pager);
	v->pager.list = ops->list;
	if (ops->open && ops->open(v, v->arg, err)) {
		view_free(v);
		return NULL;
	}
	return v;
}

void view_free(struct view *v)
{
	if (!v)
		return;
	if (v->ops->close)
		v->ops->close(v);
	pager_release(&v->pager);
	free(v->priv);
	free(v->arg);
	free(v);
}

struct pager *view_pager(struct view *v)
{
	return v->ops->pager ? v->ops->pager(v) : &v->pager;
}

enum context view_context(struct view *v)
{
	return v->ops->context_now ? v->ops->context_now(v) : v->ops->context;
}

bool view_is(const struct view *v, const char *name, const char *arg)
{
	return streq(v->ops->name, name) && streq(v->arg, arg);
}
