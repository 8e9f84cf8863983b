#!/usr/bin/env bash
# The terminal program on a real pseudo-terminal: every tests/e2e/tui/test_*.py, one after the other.
set -u
cd "$(dirname "$0")/../.."
passed=0 failed=0
for t in tests/e2e/tui/test_*.py; do
	out=$(timeout 300 python3 "$t" 2>&1)
	line=$(printf '%s\n' "$out" | grep -E '^[0-9]+ passed, [0-9]+ failed$' | tail -n 1)
	[ -n "$line" ] || line="0 passed, 1 failed"
	case $line in *" 0 failed") ;; *) printf '%s: %s\n' "$t" "$out" ;; esac
	passed=$((passed + ${line%% passed*}))
	line=${line#*, }
	failed=$((failed + ${line%% failed*}))
done
echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
