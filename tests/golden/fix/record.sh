#!/usr/bin/env bash
# Records one pair for each repair template: NAME.rs does not compile; NAME.json is what rustc says; NAME.fixed is
# the first candidate of template NAME that rustc accepts. not/NAME.rs does not compile either, with an error of the kind
# that the template looks at, but it has nothing to propose. Only for a new rustc, template or program.
# Usage: tests/golden/fix/record.sh [BUILD] [NAME...]
set -u
cd "$(dirname "$0")/../../.."
b=${1:-build}
shift
here=tests/golden/fix
rustc="$(rustc --print sysroot)/bin/rustc"
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
pkgs="libcjson yaml-0.1 libsodium libutf8proc"
${CC:-cc} -std=c11 -D_GNU_SOURCE -Itutor $(pkg-config --cflags $pkgs) -o "$tmp/tool" tests/tools/rust_tool.c \
	"$b/librust.a" "$b/libbase.a" $(pkg-config --libs $pkgs) -lm || exit 1
strip() {
	sed -E -e 's,/rustc/[0-9a-f]{40}/,/rustc/HASH/,g' -e 's,"explanation":"([^"\\]|\\.)*","explanation":null,g'
}
record() {
	(cd $here && "$rustc" $args --error-format=json "$1.rs") 2>"$tmp/raw" && { echo "$1 compiles"; missing=1; }
	strip <"$tmp/raw" >"$here/$1.json"
}
args="--edition 2024 --crate-name golden --emit=mir -o $tmp/out.mir"
missing=0
for name in ${*:-$(cd $here && ls -- *.rs | sed 's/\.rs$//')}; do
	[ ! -f "$here/not/$name.rs" ] || record "not/$name"
	record "$name"
	rm -rf "$tmp/work" "$here/$name.fixed"; mkdir "$tmp/work"
	"$tmp/tool" fix "$here/$name.rs" "$here/$name.json" "$tmp/work" >"$tmp/list"
	while read -r n class rest; do
		[ "${class%%+*}" = "$name" ] || continue
		if "$rustc" $args "$tmp/work/$n.rs" 2>/dev/null; then
			cp "$tmp/work/$n.rs" "$here/$name.fixed"
			break
		fi
	done <"$tmp/list"
	[ -f "$here/$name.fixed" ] || { echo "no candidate of $name compiles: $(cat "$tmp/list")"; missing=1; }
done
exit $missing
