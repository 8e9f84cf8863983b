#!/usr/bin/env bash
# The test harness against the real rustc: passing, failing, panicking, should_panic, results, exit, forged lines, stack overflow.
# Usage: tests/e2e/harness.sh [BUILD]
set -u
cd "$(dirname "$0")/../.."
b=${1:-build}
here=tests/e2e/harness
rustc=$(rustc --print sysroot)/bin/rustc
tmp=$(mktemp -d) || exit 1
trap 'rm -rf "$tmp"' EXIT
failed=0 passed=0
nonce=0123456789abcdef0123
export RUST_BACKTRACE=0

want() { # WHAT WANTED GOT
	if [ "$2" = "$3" ]; then passed=$((passed + 1)); return; fi
	failed=$((failed + 1))
	printf 'FAIL %s\n--- wanted\n%s\n--- got\n%s\n' "$1" "$2" "$3"
}

pkgs="libcjson yaml-0.1 libsodium libutf8proc sqlite3 libcmark gumbo"
${CC:-cc} -std=c11 -D_GNU_SOURCE -Itutor $(pkg-config --cflags $pkgs) -o "$tmp/tool" tests/tools/harness_tool.c \
	"$b/liblearn.a" "$b/libkb.a" "$b/libtext.a" "$b/librust.a" "$b/libstore.a" "$b/libbase.a" $(pkg-config --libs $pkgs) -lm ||
	exit 1

names=$("$tmp/tool" tests $here/learner.rs $here/tests.rs "$tmp") || exit 1
(cd "$tmp" && "$rustc" --edition 2024 --crate-type bin --cap-lints allow -o prog main.rs) || exit 1
{ echo $nonce | "$tmp/prog" >"$tmp/out"; } 2>"$tmp/err"
want 'all tests' "$(cat $here/expected)" "$("$tmp/tool" read $nonce "$tmp/out" $names)"
want 'the overflow is named on stderr' 1 "$(grep -c "thread 'overflow' .*has overflowed its stack" "$tmp/err")"

echo $nonce | "$tmp/prog" exits never_reached >"$tmp/out" 2>/dev/null
want 'exit(0) is no pass' 'exits died |:0|
never_reached not_run |:0|
passed 0 of 2: NOT PASSED' "$("$tmp/tool" read $nonce "$tmp/out" exits never_reached)"

echo $nonce | "$tmp/prog" never_reached doubles >"$tmp/out" 2>/dev/null
want 'only some tests' 'never_reached passed |:0|
doubles passed |:0|half a line
passed 2 of 2, done: PASSED' "$("$tmp/tool" read $nonce "$tmp/out" never_reached doubles)"

# Positions in diagnostics are the learner's own, in both texts.
sed 's/x \* 2/x * "two"/' $here/learner.rs >"$tmp/broken.rs"
line=$(grep -n '"two"' "$tmp/broken.rs" | cut -d: -f1)
for what in tests diagnostics; do
	"$tmp/tool" $what "$tmp/broken.rs" $here/tests.rs "$tmp" >/dev/null
	flag=$([ $what = diagnostics ] && echo --test)
	(cd "$tmp" && "$rustc" --edition 2024 $flag --emit=metadata -o x.rmeta main.rs) 2>"$tmp/err"
	want "$what: place of E0277" "main.rs:$line:30" "$(grep -A1 E0277 "$tmp/err" | sed -n 's/.*--> //p')"
done
echo "$passed passed, $failed failed"
[ $failed = 0 ]
