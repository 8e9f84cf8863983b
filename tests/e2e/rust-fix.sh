#!/usr/bin/env bash
# The pairs of the repair templates against the installed rustc: each program fails, what its template made of it
# (checked to be just that in tests/unit/rust/fix.c) compiles, and what is no stub runs without a panic.
set -u
cd "$(dirname "$0")/../.."
rustc=$(rustc --print sysroot)/bin/rustc
tmp=$(mktemp -d) || exit 1
trap 'rm -rf "$tmp"' EXIT
failed=0 passed=0
fail() { failed=$((failed + 1)); echo "FAIL $*"; }

for f in tests/golden/fix/*.rs; do
	name=$(basename "$f" .rs)
	if "$rustc" --edition 2024 --crate-name golden --emit=mir -o "$tmp/out.mir" "$f" 2>/dev/null; then
		fail "$name: the program compiles"
	elif ! "$rustc" --edition 2024 --crate-name golden -A warnings -o "$tmp/out" "tests/golden/fix/$name.fixed" 2>"$tmp/err"; then
		fail "$name: $(head -n 1 "$tmp/err")"
	elif ! grep -q 'todo!()' "tests/golden/fix/$name.fixed" && ! timeout 10 "$tmp/out" >"$tmp/said" 2>&1; then
		fail "$name: dies with $(head -n 2 "$tmp/said")"
	else
		passed=$((passed + 1))
	fi
done
echo "$passed passed, $failed failed"
[ $failed = 0 ] && [ $passed -ge 80 ]
