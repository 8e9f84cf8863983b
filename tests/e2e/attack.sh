#!/usr/bin/env bash
# The attacks on the hint guard, with a model that always gives the solution away: tests/attack/run.py. First, does the judge see what
# it must. ATTACK_SAMPLE: how many attacks (a fixed choice; 0: all of them).
set -u
cd "$(dirname "$0")/../.."
passed=0 failed=0
TMP=$(mktemp) || exit 1
trap 'rm -f "$TMP"' EXIT

step() { # NAME COMMAND...
	local name=$1
	shift
	if "$@" >"$TMP" 2>&1; then
		passed=$((passed + 1))
	else
		failed=$((failed + 1))
		echo "FAIL $name"
		tail -n 40 "$TMP"
	fi
	grep -E '^(figure|note):' "$TMP"
}

step "the judge sees every form of a solution" python3 tests/attack/run.py --self-test
step "no leak in exam mode, under 1% in practice" python3 tests/attack/run.py --sample "${ATTACK_SAMPLE:-110}"
echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
