#!/usr/bin/env bash
# Records what the installed rustc says about each NAME.rs here: NAME.json, and NAME.txt (the same for people).
# Only for a new rustc or a new program; the tests read what is recorded. Run from any folder.
set -eu
cd "$(dirname "$0")"
rustc="$(rustc --print sysroot)/bin/rustc"
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
# Paths of this machine and rustc's long explanations are left out.
strip() {
	sed -E -e 's,/rustc/[0-9a-f]{40}/,/rustc/HASH/,g' -e 's,"explanation":"([^"\\]|\\.)*","explanation":null,g'
}
for f in *.rs; do
	name=${f%.rs}
	args="--edition 2024 --crate-name golden --emit=metadata -o $tmp/out"
	"$rustc" $args --error-format=json "$f" 2>"$tmp/json" && { echo "$f compiles"; exit 1; }
	"$rustc" $args --color=never "$f" 2>"$tmp/txt" || true
	strip <"$tmp/json" >"$name.json"
	strip <"$tmp/txt" >"$name.txt"
done
! grep -lE "/root|/home|/tmp" -- *.json *.txt
