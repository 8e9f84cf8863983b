#!/usr/bin/env bash
# make lint: the rules of the house (see tutor/README.md), each a check that prints what breaks it.
set -u
cd "$(dirname "$0")/.."
passed=0 failed=0
ok() { passed=$((passed + 1)); }
bad() { failed=$((failed + 1)); echo "lint: $1"; shift; [ $# = 0 ] || printf '%s\n' "$@" | head -n 20; }
check() { if [ -z "$2" ]; then ok; else bad "$1" "$2"; fi; }

# 1. Both compilers, warnings are errors. clang also finds the comma that should be a semicolon.
make -s -j2 B=build build/tutor >build/lint-gcc.log 2>&1 || mkdir -p build
if make -s -j2 B=build-lint-clang CC=clang OPT='-O1 -g -Wcomma -Wno-unknown-warning-option' build-lint-clang/tutor >build/lint-clang.log 2>&1; then ok; else bad "clang is not content" "$(grep -E 'error|warning' build/lint-clang.log)"; fi
if make -s -j2 build/tutor >build/lint-gcc.log 2>&1; then ok; else bad "gcc is not content" "$(grep -E 'error|warning' build/lint-gcc.log)"; fi

# 2. Shape: no function over 100 lines, no file over 800; median and 90th percentile are printed.
shape=$(python3 tests/lint/shape.py tutor)
printf '%s\n' "$shape" | grep '^functions:'
check "too long" "$(printf '%s\n' "$shape" | grep -v '^functions:')"

# 3. Layers, by include: a room names only what it may see.
sees() { make -s --no-print-directory "sees-$1"; }
wrong=
for room in base io text rust store kb learn svc ui front; do
	may=" $room $(sees $room) "
	[ $room = ui ] && may="$may io "
	for inc in $(grep -hoE '^#include "[a-z]+/' tutor/$room/*.[ch] 2>/dev/null | sed 's/#include "//; s,/,,' | sort -u); do
		case $may in *" $inc "*) ;; *) wrong="$wrong $room includes $inc/;" ;; esac
	done
done
check "a room sees what it may not" "$wrong"
check "ui sees more of io than the loop, the file watch, the editor in the foreground and the level of the sandbox" "$(grep -nE '#include "io/' tutor/ui/*.[ch] 2>/dev/null | grep -vE 'io/(loop|watch|foreground|sandbox)\.h')"
check "cli does not link ui" "$(grep -nE '#include "ui/' tutor/front/cli.c tutor/front/mcp.c tutor/front/httpapi.c 2>/dev/null)"

# 4. Layers, by linking: every object of a room with only what it may see.
for room in base io text rust store kb learn svc ui front; do
	[ -n "$(ls tutor/$room/*.c 2>/dev/null)" ] || continue
	libs=$(for r in $(sees $room); do echo build/lib$r.a; done)
	# shellcheck disable=SC2046,SC2086
	out=$(echo 'int main(void) { return 0; }' | gcc -x c - -x none -o build/lint-link -Wl,--whole-archive build/lib$room.a -Wl,--no-whole-archive $libs \
		$(pkg-config --libs ncursesw libcurl libcjson sqlite3 libcmark yaml-0.1 gumbo libarchive libsodium libutf8proc libseccomp) -lstemmer -lm 2>&1 | grep 'undefined reference')
	check "$room does not link with what it may see" "$out"
done
rm -f build/lint-link

# 5. Third-party headers stay where the design puts them.
only() { check "$1 outside of its place" "$(grep -rnE "#include <($1)" tutor --include=*.c --include=*.h | grep -vE "^tutor/($2)")"; }
only 'cjson/' 'base/json\.c'
only 'yaml\.h' 'base/yaml\.c'
only 'cmark\.h' 'text/md\.c'
only 'gumbo\.h' 'text/html[a-z_]*\.[ch]'
only 'curl/' 'io/http\.c'
only 'microhttpd\.h' 'io/httpd\.c'
only 'sqlite3\.h' 'store/'
only '(ncurses|curses|ncursesw/|term\.h)' 'ui/'
only 'libstemmer' 'kb/'
only 'archive(_entry)?\.h' 'svc/'
only 'seccomp\.h' 'io/'
check "fork outside of io/job" "$(grep -rnE '\b(v?fork|posix_spawnp?|popen|system)\(' tutor --include=*.c | grep -vE '^tutor/io/')"

# 6. Headers compile alone.
out=
for h in tutor/*/*.h; do
	case $h in */banned.h) continue ;; esac
	gcc -std=c11 -D_GNU_SOURCE -Wall -Wextra -Itutor -fsyntax-only -x c "$h" >/dev/null 2>build/lint-h.log || out="$out $h"
done
check "headers that do not compile alone" "$out"

# 7. Nothing of one machine, no secrets.
check "paths of one machine" "$(git grep -nE '(^|[^a-z$_}])/(root|home/[a-z]+|work)/' -- . ':!tests/lint.sh' ':!lessons' ':!exercises' ':!kb' ':!tests/unit/io/abuse' ':!tests/e2e/abuse' | head -20)"
check "carriage returns or trailing spaces in sources" "$(git grep -nIE '[ 	]+$' -- 'tutor/*.c' 'tutor/*.h' | head)"
check "shell scripts that do not parse" "$(for s in $(git ls-files '*.sh' .ci/run); do bash -n "$s" 2>&1; done)"

echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
