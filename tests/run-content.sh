#!/usr/bin/env bash
# Every block, starter, solution, wrong solution, variant and card does what its label says.
set -u
export TUTOR_HOME=${TUTOR_TEST_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/tutor-tests}
out=$(build/tutor pack check --json) || true
problems=$(printf '%s' "$out" | jq '.problems | length' 2>/dev/null)
units=$(printf '%s' "$out" | jq '.units' 2>/dev/null)
if [ -z "$problems" ] || [ -z "$units" ]; then
	printf '%s\n' "$out" | head -n 20
	echo "0 passed, 1 failed"
	exit 1
fi
printf '%s' "$out" | jq -r '.problems[] | "\(.id): \(.what)"'
echo "figure: $units programs of $(printf '%s' "$out" | jq .items) items, $(printf '%s' "$out" | jq .cached) known from before, $(printf '%s' "$out" | jq .ms) ms"
echo "$((units - problems > 0 ? units - problems : 0)) passed, $problems failed"
[ "$problems" = 0 ]
