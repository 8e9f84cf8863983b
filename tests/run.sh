#!/usr/bin/env bash
# make test: everything, part after part; each part ends with a line `N passed, N failed`, and so does the whole.
# TEST_PARTS="unit e2e" runs only these. FUZZ_SECONDS: how long each fuzz target runs (20).
set -u
cd "$(dirname "$0")/.."
export TUTOR_TEST_TMP=${TUTOR_TEST_TMP:-$(mktemp -d "${TMPDIR:-/tmp}/tutor-test.XXXXXX")}
trap 'rm -rf "$TUTOR_TEST_TMP"' EXIT
unset TUTOR_HOME TUTOR_CONTENT
passed=0 failed=0

part() { # NAME COMMAND...
	local name=$1 log line rc start=$SECONDS
	shift
	case " ${TEST_PARTS:-$name} " in *" $name "*) ;; *) return ;; esac
	log=$TUTOR_TEST_TMP/$name.log
	echo "== $name"
	"$@" >"$log" 2>&1 </dev/null
	rc=$?
	line=$(grep -E '^[0-9]+ passed, [0-9]+ failed$' "$log" | tail -n 1)
	if [ -z "$line" ]; then
		line="0 passed, 1 failed"
	elif [ "$rc" != 0 ] && [ "${line##*, }" = "0 failed" ]; then
		line="${line%%,*}, 1 failed"
	fi
	# What went wrong is shown whole enough to act on; what went well in one line.
	case $line in *", 0 failed") grep -E '^(figure|note):' "$log" ;; *) tail -n 60 "$log" ;; esac
	echo "$name: $line ($((SECONDS - start)) s)"
	passed=$((passed + ${line%% passed*}))
	line=${line##*, }
	failed=$((failed + ${line%% failed}))
}

make -s build || { echo "0 passed, 1 failed"; exit 1; }
part unit make -s unit
part sanitized make -s B=build-san SAN=1 unit
part valgrind tests/run-valgrind.sh
part content tests/run-content.sh
part e2e tests/run-e2e.sh
part models tests/run-models.sh
part fuzz tests/run-fuzz.sh
echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
