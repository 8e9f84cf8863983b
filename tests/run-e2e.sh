#!/usr/bin/env bash
# Runs every script of tests/e2e (below it too) that is executable; each ends with `N passed, N failed`.
set -u
passed=0 failed=0
for t in $(find tests/e2e -type f -name '*.sh' -perm -u+x | sort); do
	case $(basename "$t") in lib*.sh) continue ;; esac
	out=$(timeout 900 "$t" 2>&1 </dev/null)
	rc=$?
	line=$(printf '%s\n' "$out" | grep -E '^[0-9]+ passed, [0-9]+ failed' | tail -n 1)
	printf '%s\n' "$out" | grep -E '^(figure|note):'
	if [ -z "$line" ]; then
		printf '%s\n%s ended with exit code %d and no sum\n' "$out" "$t" "$rc" | tail -n 40
		failed=$((failed + 1))
		continue
	fi
	p=${line%% passed*} f=${line#*, } f=${f%% failed*}
	passed=$((passed + p)) failed=$((failed + f))
	[ "$f" = 0 ] || printf '%s\n(%s)\n' "$out" "$t" | tail -n 60
done
echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
