#!/usr/bin/env bash
# Each fuzz target for FUZZ_SECONDS (20), two at a time, from the seeds in tests/fuzz/seeds/NAME.
set -u
seconds=${FUZZ_SECONDS:-20}
make -s -j2 fuzz-targets || { echo "0 passed, 1 failed"; exit 1; }
tmp=$(mktemp -d "${TMPDIR:-/tmp}/tutor-fuzz.XXXXXX")
trap 'rm -rf "$tmp"' EXIT
one() {
	local name=$1 seeds=
	mkdir -p "$tmp/$name"
	[ -d "tests/fuzz/seeds/$name" ] && seeds=tests/fuzz/seeds/$name
	if "build/fuzz/$name" -max_total_time="$seconds" -timeout=10 -rss_limit_mb=2048 -max_len=65536 \
		-artifact_prefix="$tmp/$name-" "$tmp/$name" $seeds >"$tmp/$name.log" 2>&1; then
		echo ok >"$tmp/$name.rc"
	fi
}
passed=0 failed=0
names=$(for f in tests/fuzz/*.c; do [ -e "$f" ] && basename "$f" .c; done)
for n in $names; do
	one "$n" &
	while [ "$(jobs -rp | wc -l)" -ge 2 ]; do wait -n; done
done
wait
for n in $names; do
	if [ -e "$tmp/$n.rc" ]; then
		passed=$((passed + 1))
	else
		failed=$((failed + 1))
		echo "fuzz $n:"
		tail -n 30 "$tmp/$n.log"
	fi
done
echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
