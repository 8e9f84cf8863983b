#!/usr/bin/env bash
# rustc's suggestions, split into alternatives, applied, and judged by the real rustc: every one must apply, and one that
# rustc calls MachineApplicable must take its error away. Over the programs of tests/golden/diag.
# Usage: tests/e2e/rust-suggest.sh [BUILD]
set -u
cd "$(dirname "$0")/../.."
b=${1:-build}
rustc=$(rustc --print sysroot)/bin/rustc
tmp=$(mktemp -d) || exit 1
trap 'rm -rf "$tmp"' EXIT
failed=0 passed=0
declare -A tried=() gone=()

pkgs="libcjson yaml-0.1 libsodium libutf8proc"
${CC:-cc} -std=c11 -D_GNU_SOURCE -Itutor $(pkg-config --cflags $pkgs) -o "$tmp/tool" tests/tools/rust_tool.c \
	"$b/librust.a" "$b/libbase.a" $(pkg-config --libs $pkgs) -lm || exit 1

errors() { # FILE: `CODE MESSAGE` of each error, sorted
	"$rustc" --edition 2024 --crate-name golden --emit=metadata -o "$tmp/out.rmeta" --error-format=json "$1" 2>"$tmp/json"
	"$tmp/tool" errors "$tmp/json" | cut -d' ' -f2- | sort
}

judge() { # NAME N CLASS CODE REASON...: is there one error of this code less (or none of it)?
	local name=$1 n=$2 class=$3 code=$4 before after
	before=$(grep -c "^$code " "$tmp/before")
	errors "$tmp/work/$n.rs" >"$tmp/after"
	after=$(grep -c "^$code " "$tmp/after")
	tried[$class]=$((${tried[$class]:-0} + 1))
	if [ "$after" -lt "$before" ]; then
		gone[$class]=$((${gone[$class]:-0} + 1))
	elif [ "$class" = machine ]; then
		failed=$((failed + 1))
		echo "FAIL $name: $code stays after: ${*:5}"
		return
	fi
	passed=$((passed + 1))
}

for f in tests/golden/diag/*.rs; do
	name=$(basename "$f" .rs)
	rm -rf "$tmp/work"; mkdir "$tmp/work"
	errors "$f" >"$tmp/before"
	"$tmp/tool" suggest "$f" "$tmp/json" "$tmp/work" >"$tmp/list" || failed=$((failed + 1))
	while read -r n class line code reason; do
		if [ "$class" = does-not-apply ]; then
			failed=$((failed + 1)); echo "FAIL $name:$line: does not apply: $reason"
		else
			judge "$name" "$n" "$class" "$code" "$reason"
		fi
	done <"$tmp/list"
done
for c in machine maybe unspecified placeholders; do
	echo "figure: suggestions ($c): ${gone[$c]:-0} of ${tried[$c]:-0} take their error away"
done
echo "$passed passed, $failed failed"
[ $failed = 0 ] && [ $passed -ge 40 ]
