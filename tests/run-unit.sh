#!/usr/bin/env bash
# Runs every unit test program below BUILD/unit; prints failures and a sum line.
set -u
b=${1:-build}
passed=0 failed=0
for t in $(find "$b/unit" -type f -perm -u+x | sort); do
	out=$("$t" 2>&1 </dev/null)
	rc=$?
	line=$(printf '%s\n' "$out" | grep -E '^[0-9]+ passed, [0-9]+ failed$' | tail -n 1)
	if [ -z "$line" ]; then
		printf '%s\n%s died with exit code %d\n' "$out" "$t" "$rc"
		failed=$((failed + 1))
		continue
	fi
	p=${line%% passed*} f=${line##*, } f=${f%% failed}
	passed=$((passed + p)) failed=$((failed + f))
	[ "$rc" = 0 ] || printf '%s\n(%s)\n' "$out" "$t"
done
echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
