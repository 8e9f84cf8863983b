#!/usr/bin/env bash
# Valgrind over the unit tests of the plain build (those that fork or measure time leave themselves out by name).
set -u
passed=0 failed=0
for t in $(find build/unit -type f -perm -u+x | sort); do
	# io: children of children, covered by the sanitizers; svc/model: waits for a server with deadlines that valgrind overruns
	case $t in */io/* | */svc/model) continue ;; esac
	if out=$(valgrind -q --error-exitcode=9 --leak-check=full --errors-for-leak-kinds=definite "$t" 2>&1 </dev/null); then
		passed=$((passed + 1))
	else
		failed=$((failed + 1))
		printf '%s\n%s\n' "$t" "$out" | tail -n 40
	fi
done
echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
