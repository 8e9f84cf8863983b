/*
 * wire: what goes over the wire to a language model server and what comes back, without a network: requests as JSON, replies
 * read from bytes cut anywhere, error bodies of every kind to one kind and one sentence, and the table of the servers' quirks.
 *
 * The protocol is OpenAI's chat completions and embeddings, as the servers of the table really speak it. A new server's quirk is a
 * row here and a recorded reply in tests/unit/svc/wire.c. Nothing a server says is trusted: sizes are bounded, text is made
 * safe to show.
 */
#ifndef SVC_WIRE_H
#define SVC_WIRE_H

#include "base/json.h"
#include "io/sse.h"

enum wire_field { /* fields of a request that some server refuses */
	WIRE_MAX_NEW = 1 << 0,        /* max_completion_tokens */
	WIRE_MAX_OLD = 1 << 1,        /* max_tokens */
	WIRE_STREAM_OPTIONS = 1 << 2,
	WIRE_TEMPERATURE = 1 << 3,
	WIRE_STOP = 1 << 4,
	WIRE_GRAMMAR = 1 << 5,        /* llama.cpp */
	WIRE_SCHEMA = 1 << 6,         /* response_format */
	WIRE_CACHE = 1 << 7,          /* cache_prompt, llama.cpp */
	WIRE_SLOT = 1 << 8,           /* id_slot, llama.cpp */
	WIRE_FIELDS = (1 << 9) - 1,
};

struct quirk {
	const char *name;      /* in the cache, in `model status` */
	const char *title;
	const char *host;      /* a part of host:port that tells the server; NULL */
	const char *owned_by;  /* what /v1/models says of a model; NULL */
	const char *header;    /* how the Server header starts; NULL */
	unsigned fields;       /* what it is sent */
	const char *mend;      /* when it cannot be reached; NULL */
};

extern const struct quirk quirk_local; /* our own llama.cpp */
const struct quirk *quirk_by_name(const char *name); /* "any" when the name is unknown */
/* From what is known: host, the reply to /v1/models (may be NULL) and its Server header. Never NULL. */
const struct quirk *quirk_find(const char *host, const struct json *models, const char *server);

struct chat_message {
	const char *role; /* system, user, assistant */
	const char *content;
};

struct chat_ask {
	const struct chat_message *messages;
	size_t n_messages;
	int max_tokens;            /* 1.. */
	double temperature;        /* below 0: the server's own */
	const char *const *stop;   /* ends with NULL; may be NULL */
	const char *grammar;       /* GBNF; NULL */
	const struct json *schema; /* JSON schema of the answer; NULL */
	int slot;                  /* the kind of prompt, from 0: keeps its fixed part cached; -1: any */
};

/* Appends the body of a request. drop: fields this server has refused. Returns the optional fields that were sent. */
unsigned wire_chat(const struct quirk *q, unsigned drop, const char *model, const struct chat_ask *ask, struct sbuf *out);
void wire_embed(const char *model, const char *const *texts, size_t n, struct sbuf *out);

enum wire_problem {
	WIRE_OK,
	WIRE_UNREACHABLE, /* no connection, no such host, TLS */
	WIRE_KEY,         /* 401, 403 */
	WIRE_CREDIT,      /* 402, quota */
	WIRE_BUSY,        /* 408, 409, 429 */
	WIRE_LOADING,     /* 503 while a model is loaded */
	WIRE_OVERFLOW,    /* more tokens than the model takes */
	WIRE_FIELD,       /* 400 that names a field we sent */
	WIRE_NO_MODEL,    /* the server does not have it */
	WIRE_REQUEST,     /* any other 4xx, a redirect */
	WIRE_SERVER,      /* 5xx, an error in the stream */
	WIRE_CUT,         /* ended without an end */
	WIRE_SILENT,      /* no byte in time */
	WIRE_GARBAGE,     /* no reply of this protocol: HTML, broken JSON, endless lines */
	WIRE_CONFIG,      /* no model is set up, the key may not be read */
};

struct wire_error {
	enum wire_problem kind;
	struct sbuf said;     /* the server's own words, one line, safe to show, at most 300 bytes; may be empty */
	unsigned field;       /* WIRE_FIELD: which (one bit) */
	int64_t tokens, limit; /* WIRE_OVERFLOW: -1 when not told */
};

void wire_error_release(struct wire_error *e);
/* Reads a reply of status >= 300. sent: the fields of the request. */
void wire_error_read(long status, const char *body, size_t len, unsigned sent, struct wire_error *e);
/* May the same request be sent again after this? */
bool wire_may_retry(enum wire_problem kind);

enum wire_finish { WIRE_UNFINISHED, WIRE_STOPPED, WIRE_LENGTH, WIRE_FILTERED, WIRE_TOOLS };

/* Reads one reply: a stream of events, or the whole as one JSON object from a server that does not stream. */
struct wire_reader {
	struct sse sse;
	struct sbuf raw;         /* the first bytes until it is known which; then of a JSON reply all */
	enum { READ_START, READ_EVENTS, READ_JSON } mode;
	struct sbuf text, reasoning, held; /* held: bytes that may be part of a tag or of a character */
	enum { THINK_MAYBE, THINK_IN, THINK_AFTER, THINK_NO } think;
	enum wire_finish finish;
	int64_t tokens_in, tokens_out; /* -1: not told */
	size_t max_text;
	struct wire_error error;       /* kind is not WIRE_OK when it failed */
	bool any;                      /* a chunk of this protocol came */
	void (*on_text)(void *ctx, const char *p, size_t len);      /* may be NULL */
	void (*on_reasoning)(void *ctx, const char *p, size_t len); /* may be NULL */
	void *ctx;
};

/* At most max_text bytes of text are taken: more is an end with WIRE_LENGTH. Callbacks may be set after it. */
void wire_reader_init(struct wire_reader *r, size_t max_text);
void wire_reader_release(struct wire_reader *r);
/* Not 0: nothing more is wanted (an error, or enough). */
int wire_reader_feed(struct wire_reader *r, const char *p, size_t len);
/* The end of the bytes: without a finish reason it is WIRE_CUT, or WIRE_GARBAGE when nothing was understood. */
void wire_reader_end(struct wire_reader *r);

/*
 * Vectors of a reply to wire_embed: n of them, one after the other, in the order asked for. *dim 0: any length, and it is set.
 * Wrong counts, lengths, order, values that are no finite numbers and vectors of length 0 are errors.
 */
int wire_vectors(const char *body, size_t len, size_t n, size_t *dim, float **out_take, struct sbuf *err);

#endif
