/*
 * Files and paths. Reads are bounded by a stated maximum; writes are whole or not at all (temporary
 * name, fsync, rename). A path list is sorted, so that everything built from it is reproducible.
 */
#ifndef BASE_FILE_H
#define BASE_FILE_H

#include "base/strv.h"

/* Appends the file's bytes. Refuses directories, special files and files over max bytes. */
int file_read(const char *path, size_t max, struct sbuf *out, struct sbuf *err);
/* Appends at most the first max bytes of a regular file, however large it is. */
int file_read_start(const char *path, size_t max, struct sbuf *out, struct sbuf *err);
/* As file_read, and the bytes must be UTF-8 text without NULs and not empty. `what` names the thing in the sentence. */
int file_read_text(const char *path, size_t max, const char *what, struct sbuf *out, struct sbuf *err);
int file_write_atomic(const char *path, const void *p, size_t len, struct sbuf *err);
/* Plain create/truncate without fsync, for scratch folders. */
int file_write(const char *path, const void *p, size_t len, struct sbuf *err);
int file_copy(const char *from, const char *to, size_t max, struct sbuf *err);

/*
 * The user's home folder: $HOME when it is absolute, else that of the password file, else a path below which nothing
 * can be made. Borrowed, until the next call.
 */
const char *user_home(void);

bool file_exists(const char *path);
bool file_is_dir(const char *path);
int file_mkdirs(const char *path, struct sbuf *err);
/* Removes a file or a whole folder; follows no symbolic links; a missing path is fine. */
int file_remove_tree(const char *path, struct sbuf *err);
/* A fresh private folder under $TMPDIR or /tmp; the path is owned by the caller; NULL on error. */
char *file_make_temp_dir(const char *prefix, struct sbuf *err);
/* Names (not paths) of a folder's entries without dot files, sorted. */
int file_list(const char *dir, struct strv *names, struct sbuf *err);
/* Paths relative to dir of all regular files below it, sorted; no dot files, no links; at most max of them. */
int file_walk(const char *dir, size_t max, struct strv *paths, struct sbuf *err);

char *path_join(const char *a, const char *b);  /* b absolute: b */
const char *path_base(const char *path);        /* after the last slash */
char *path_dir(const char *path);               /* "." when there is no slash */
char *path_absolute(const char *path);          /* from the current folder, without resolving links */
/* Is rel a relative path without empty, "." or ".." parts, control characters or a leading slash? */
bool path_is_safe(const char *rel);

#endif
