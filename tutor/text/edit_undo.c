/* The undo tree: nodes hold replacements; the text is always that of `current`. */
#include "base/base.h"

#include "text/edit_priv.h"

#define JOIN_MS 1000

static struct undo_node *node_new(struct edit *e, struct undo_node *parent)
{
	struct undo_node *node = xcalloc(1, sizeof(*node));

	node->parent = parent;
	node->older = e->newest;
	e->newest = node;
	e->history += sizeof(*node);
	if (parent)
		parent->redo = node;
	return node;
}

static size_t change_size(const struct change *c)
{
	return sizeof(*c) + c->removed.alloc + c->inserted.alloc;
}

static void node_free(struct edit *e, struct undo_node *node)
{
	for (size_t i = 0; i < node->n; i++) {
		e->history -= change_size(&node->v[i]);
		sbuf_release(&node->v[i].removed);
		sbuf_release(&node->v[i].inserted);
	}
	e->history -= sizeof(*node);
	free(node->v);
	free(node);
}

void undo_init(struct edit *e)
{
	e->root = e->current = e->saved = node_new(e, NULL);
}

void undo_release(struct edit *e)
{
	struct undo_node *older;

	for (struct undo_node *node = e->newest; node; node = older) {
		older = node->older;
		node_free(e, node);
	}
}

/* Frees every node not marked; marks are taken off. */
static void sweep(struct edit *e)
{
	struct undo_node **link = &e->newest, *node;

	while ((node = *link)) {
		if (node->keep) {
			node->keep = false;
			link = &node->older;
			continue;
		}
		*link = node->older;
		if (e->saved == node)
			e->saved = NULL;
		node_free(e, node);
	}
}

/* Keeps the newest steps of the branch at hand, up to half of the bound; the oldest of them becomes the root. */
static void prune(struct edit *e)
{
	struct undo_node *node = e->current, *below = NULL;
	size_t kept = 0;

	for (; node && kept < EDIT_HISTORY_MAX / 2; node = node->parent) {
		node->keep = true;
		node->redo = below;
		below = node;
		for (size_t i = 0; i < node->n; i++)
			kept += change_size(&node->v[i]);
	}
	if (node) {
		/* The root's own changes cannot be undone. */
		below->parent = NULL;
		for (size_t i = 0; i < below->n; i++) {
			e->history -= change_size(&below->v[i]);
			sbuf_release(&below->v[i].removed);
			sbuf_release(&below->v[i].inserted);
		}
		below->n = 0;
		e->root = below;
	}
	sweep(e);
}

void change_begin(struct edit *e, enum step step, int64_t now_ms)
{
	e->begun = e->at;
	e->open = NULL;
	e->join = step != STEP_OTHER && step == e->step && now_ms - e->step_ms < JOIN_MS &&
		  now_ms >= e->step_ms && !e->current->redo && e->current->parent && e->current != e->saved;
	e->step = step;
	e->step_ms = now_ms;
}

/* Typing goes on where the last change ended: then it is the same change. */
static bool extends(const struct undo_node *node, struct edit_pos from, struct edit_pos to)
{
	const struct change *last = node->n ? &node->v[node->n - 1] : NULL;

	return last && !pos_cmp(from, to) &&
	       !pos_cmp(pos_after(last->at, last->inserted.buf, last->inserted.len), from);
}

static void record(struct edit *e, struct edit_pos from, struct edit_pos to, const char *text, size_t len)
{
	struct undo_node *node = e->open;
	struct change *c;

	if (extends(node, from, to)) {
		c = &node->v[node->n - 1];
		e->history -= change_size(c);
	} else {
		ARRAY_GROW(node->v, node->n + 1, node->alloc);
		c = &node->v[node->n++];
		*c = (struct change){ from, SBUF_INIT, SBUF_INIT };
		text_range(e, from, to, &c->removed);
	}
	sbuf_add(&c->inserted, text, len);
	e->history += change_size(c);
}

struct edit_pos change_replace(struct edit *e, struct edit_pos from, struct edit_pos to, const char *text,
			       size_t len)
{
	if (!pos_cmp(from, to) && !len)
		return from;
	if (!e->open && e->join) {
		e->open = e->current;
	} else if (!e->open) {
		e->open = e->current = node_new(e, e->current);
		e->open->before = e->begun;
	}
	record(e, from, to, text, len);
	return text_replace(e, from, to, text, len);
}

void change_end(struct edit *e)
{
	e->at.cursor = pos_snap(e, e->at.cursor);
	e->at.anchor = pos_snap(e, e->at.anchor);
	e->goal = -1;
	if (!e->open) {
		e->step = STEP_OTHER;
		return;
	}
	e->open->after = e->at;
	e->open = NULL;
	e->version++;
	if (e->history > EDIT_HISTORY_MAX)
		prune(e);
}

static void step_done(struct edit *e, struct undo_node *to, const struct place *at)
{
	e->current = to;
	e->at = *at;
	e->goal = -1;
	e->step = STEP_OTHER;
	e->version++;
}

bool edit_undo(struct edit *e)
{
	struct undo_node *node = e->current;

	if (!node->parent)
		return false;
	for (size_t i = node->n; i-- > 0;) {
		const struct change *c = &node->v[i];

		text_replace(e, c->at, pos_after(c->at, c->inserted.buf, c->inserted.len), c->removed.buf,
			     c->removed.len);
	}
	node->parent->redo = node;
	step_done(e, node->parent, &node->before);
	return true;
}

bool edit_redo(struct edit *e)
{
	struct undo_node *node = e->current->redo;

	if (!node)
		return false;
	for (size_t i = 0; i < node->n; i++) {
		const struct change *c = &node->v[i];

		text_replace(e, c->at, pos_after(c->at, c->removed.buf, c->removed.len), c->inserted.buf,
			     c->inserted.len);
	}
	step_done(e, node, &node->after);
	return true;
}

static struct undo_node *branch_end(struct undo_node *node)
{
	while (node->redo)
		node = node->redo;
	return node;
}

/* The end of the branch made just before or after the one that ends at `end`; NULL: none. */
static struct undo_node *other_end(const struct edit *e, const struct undo_node *end, int by)
{
	struct undo_node *newer = NULL;

	for (struct undo_node *node = e->newest; node; node = node->older) {
		if (node->redo)
			continue;
		if (by < 0 && newer == end)
			return node;
		if (by >= 0 && node == end)
			return newer;
		newer = node;
	}
	return NULL;
}

bool edit_undo_branch(struct edit *e, int by)
{
	struct undo_node *to = other_end(e, branch_end(e->current), by), *node;

	if (!to || to == e->root)
		return false;
	/* Redo shall lead from any node above it to `to`; undo until one of them is reached. */
	for (node = to; node; node = node->parent)
		node->keep = true;
	while (!e->current->keep)
		edit_undo(e);
	for (node = to; node; node = node->parent) {
		node->keep = false;
		if (node->parent)
			node->parent->redo = node;
	}
	while (e->current != to)
		edit_redo(e);
	return true;
}
