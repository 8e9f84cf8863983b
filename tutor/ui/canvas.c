#include "ui/canvas.h"

#include "base/utf8.h"

void canvas_init(struct canvas *c)
{
	*c = (struct canvas){ 0 };
}

void canvas_release(struct canvas *c)
{
	free(c->cells);
	c->cells = NULL;
	c->w = c->h = 0;
}

static void cell_blank(struct cell *cell, int style)
{
	*cell = (struct cell){ .text = " ", .len = 1, .width = 1, .style = (uint8_t)style };
}

void canvas_reset(struct canvas *c, int w, int h)
{
	w = MIN(MAX(w, 0), CANVAS_MAX);
	h = MIN(MAX(h, 0), CANVAS_MAX);
	if (w != c->w || h != c->h || !c->cells) {
		free(c->cells);
		c->cells = xcalloc((size_t)w * (size_t)h + 1, sizeof(*c->cells));
		c->w = w;
		c->h = h;
	}
	for (size_t i = 0; i < (size_t)w * (size_t)h; i++)
		cell_blank(&c->cells[i], ROW_TEXT);
	c->cursor = false;
}

struct cell *canvas_cell(const struct canvas *c, int x, int y)
{
	if (x < 0 || y < 0 || x >= c->w || y >= c->h)
		return NULL;
	return &c->cells[(size_t)y * (size_t)c->w + (size_t)x];
}

/* Writing over half of a wide cluster leaves a blank in the other half. */
static void mend_halves(struct canvas *c, int x, int y)
{
	struct cell *cell = canvas_cell(c, x, y), *left = canvas_cell(c, x - 1, y);

	if (cell && !cell->len && left && left->width == 2)
		cell_blank(left, left->style);
	struct cell *right = canvas_cell(c, x + 1, y);
	if (cell && cell->width == 2 && right)
		cell_blank(right, right->style);
}

static void put_cluster(struct canvas *c, int x, int y, int style, const char *p, size_t len, int width)
{
	struct cell *cell = canvas_cell(c, x, y);

	if (!cell || (width == 2 && x + 1 >= c->w))
		return;
	mend_halves(c, x, y);
	if (width == 2)
		mend_halves(c, x + 1, y);
	if (len > CELL_BYTES) /* keep the first code point of a monster */
		utf8_decode(p, len, &len);
	memcpy(cell->text, p, len);
	cell->len = (uint8_t)len;
	cell->width = (uint8_t)width;
	cell->style = (uint8_t)style;
	cell->over = OVER_NONE;
	if (width == 2) {
		cell[1].len = 0;
		cell[1].width = 0;
		cell[1].style = (uint8_t)style;
		cell[1].over = OVER_NONE;
	}
}

/* What an ASCII terminal gets for the glyphs that lessons use. */
static char ascii_for(uint32_t cp)
{
	static const struct { uint32_t cp; char c; } map[] = {
		{ 0x2018, '\'' }, { 0x2019, '\'' }, { 0x201C, '"' }, { 0x201D, '"' }, { 0x2013, '-' },
		{ 0x2014, '-' }, { 0x2022, '*' }, { 0x2026, '~' }, { 0x2192, '>' }, { 0x2190, '<' },
		{ 0x00A0, ' ' }, { 0x00D7, 'x' }, { 0x2500, '-' }, { 0x2502, '|' }, { 0x2014, '-' },
	};

	for (size_t i = 0; i < ARRAY_SIZE(map); i++) {
		if (map[i].cp == cp)
			return map[i].c;
	}
	return cp >= 0x2500 && cp < 0x2580 ? '+' : '?';
}

/* Writes one cluster; x is its place. Returns its columns. */
static int put_text(struct canvas *c, struct rect clip, int x, int y, int style, const char *p, size_t len,
		    int width)
{
	char one;
	size_t used;
	uint32_t cp = utf8_decode(p, len, &used);

	if (cp < 0x20 || cp == 0x7f || (width <= 0 && cp >= 0x80 && cp < 0xa0)) {
		p = " ";
		len = 1;
		width = 1;
	} else if (width <= 0) {
		return 0; /* a mark without a base */
	} else if (cp == UTF8_BAD && used == 1) {
		p = "\xef\xbf\xbd";
		len = 3;
		width = 1;
	}
	if (c->ascii && cp >= 0x80) {
		one = ascii_for(cp);
		for (int i = 0; i < width; i++) {
			if (rect_has(clip, x + i, y))
				put_cluster(c, x + i, y, style, i ? " " : &one, 1, 1);
		}
		return width;
	}
	if (rect_has(clip, x, y) && rect_has(clip, x + width - 1, y))
		put_cluster(c, x, y, style, p, len, width);
	return width;
}

int canvas_text(struct canvas *c, struct rect clip, int x, int y, int style, const char *text, size_t len)
{
	if (y < clip.y || y >= clip.y + clip.h)
		return x;
	while (len && x < clip.x + clip.w) {
		int width = 1;
		/* Most text is ASCII followed by ASCII: no clusters to look for. */
		size_t n = (unsigned char)text[0] < 0x80 && (len == 1 || (unsigned char)text[1] < 0x80)
				   ? 1
				   : utf8_cluster(text, len, &width);
		if (!n)
			break;
		x += put_text(c, clip, x, y, style, text, n, width);
		text += n;
		len -= n;
	}
	return x;
}

int canvas_str(struct canvas *c, struct rect clip, int x, int y, int style, const char *text)
{
	return canvas_text(c, clip, x, y, style, text, strlen(text));
}

int canvas_textf(struct canvas *c, struct rect clip, int x, int y, int style, const char *fmt, ...)
{
	struct sbuf b = SBUF_INIT;
	va_list ap;

	va_start(ap, fmt);
	sbuf_vaddf(&b, fmt, ap);
	va_end(ap);
	x = canvas_text(c, clip, x, y, style, b.buf, b.len);
	sbuf_release(&b);
	return x;
}

void canvas_fill(struct canvas *c, struct rect r, int style)
{
	canvas_line(c, r, style, " ");
}

void canvas_line(struct canvas *c, struct rect r, int style, const char *glyph)
{
	for (int y = r.y; y < r.y + r.h; y++) {
		for (int x = r.x; x < r.x + r.w; x++)
			put_text(c, r, x, y, style, glyph, strlen(glyph), 1);
	}
}

void canvas_over(struct canvas *c, struct rect r, enum over over)
{
	for (int y = r.y; y < r.y + r.h; y++) {
		for (int x = r.x; x < r.x + r.w; x++) {
			struct cell *cell = canvas_cell(c, x, y);
			if (cell)
				cell->over = (uint8_t)over;
		}
	}
}

void canvas_row(struct canvas *c, struct rect clip, int y, const struct row *row, int left)
{
	for (size_t i = 0; i < row->n; i++) {
		const struct piece *p = &row->pieces[i];
		canvas_str(c, clip, clip.x + p->column - left, y, (int)p->style, p->text);
	}
}

void canvas_cursor(struct canvas *c, int x, int y)
{
	c->cursor = canvas_cell(c, x, y) != NULL;
	c->cx = x;
	c->cy = y;
}

void canvas_plain(const struct canvas *c, struct sbuf *out)
{
	for (int y = 0; y < c->h; y++) {
		for (int x = 0; x < c->w; x++) {
			const struct cell *cell = canvas_cell(c, x, y);
			sbuf_add(out, cell->text, cell->len);
		}
		while (out->len && out->buf[out->len - 1] == ' ')
			sbuf_setlen(out, out->len - 1);
		sbuf_addch(out, '\n');
	}
}

static const char *const over_names[OVER_COUNT] = {
	"", "+selected", "+match", "+selection", "+line", "+bracket", "+problem",
};

void canvas_styles(const struct canvas *c, int y, struct sbuf *out)
{
	for (int x = 0, from = 0; x < c->w; x = from) {
		const struct cell *a = canvas_cell(c, x, y);
		while (from < c->w) {
			const struct cell *b = canvas_cell(c, from, y);
			if (b->style != a->style || b->over != a->over)
				break;
			from++;
		}
		sbuf_addf(out, "%s%d-%d %s%s", x ? ", " : "", x, from - 1, ui_style_name(a->style),
			  over_names[a->over]);
	}
}
