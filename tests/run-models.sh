#!/usr/bin/env bash
# The real local models, both at once (each uses the cores less one): their server's life, a fixed sample of MODEL_SAMPLE (30) questions
# and errors, MODEL_REPAIRS (6) repairs. The models are loaded once and kept outside the tree (tests/setup-models.sh).
set -u
cd "$(dirname "$0")/.."
tmp=$(mktemp -d "${TMPDIR:-/tmp}/tutor-models.XXXXXX") || exit 1
trap 'rm -rf "$tmp"' EXIT
unset TUTOR_HOME TUTOR_MODEL_BASE_URL LLM_API_BASE LLM_MODEL
. tests/setup-models.sh || { echo "0 passed, 1 failed"; exit 1; }
export TUTOR_CONTENT=$PWD no_proxy=127.0.0.1 TUTOR_MODEL_STAY_S=0
passed=0 failed=0

knowledge() { # of its own, with meaning
	mkdir -p "$tmp/kb/cache"
	cp "$cache/cache/minilm-l6-v2.model" "$tmp/kb/cache/"
	TUTOR_HOME=$tmp/kb TUTOR_MODEL_MODEL=none build/tutor kb build >"$tmp/kb.log" 2>&1
}
one() { # MODEL
	cp -r "$tmp/kb" "$tmp/$1"
	tests/models/life.sh "$1"
	# One user stays for the whole sample, as the terminal program does: the model is loaded once, the prompts' fixed parts stay cached.
	exec {keep}> >(TUTOR_HOME=$tmp/$1 TUTOR_MODEL_MODEL=$1 TUTOR_PROGRAM=$PWD/build/tutor exec "$tmp/tool" hold 'Say hello.' 4 >/dev/null)
	TUTOR_HOME=$tmp/$1 python3 tests/models/sample.py build/tutor "$1" "${MODEL_SAMPLE:-30}"
	[ "$1" = qwen2.5-coder-0.5b ] || TUTOR_HOME=$tmp/$1 python3 tests/models/repair.py build/tutor "$1" "${MODEL_REPAIRS:-6}"
	exec {keep}>&-
}

tests/tools/model_tool.sh "$tmp/tool" || { echo "0 passed, 1 failed"; exit 1; }
knowledge || { echo "kb build failed: $(tail -n 3 "$tmp/kb.log")"; echo "0 passed, 1 failed"; exit 1; }
one qwen2.5-coder-1.5b >"$tmp/large.log" 2>&1 &
one qwen2.5-coder-0.5b >"$tmp/small.log" 2>&1
wait
for log in large small; do
	wanted=3
	[ $log = small ] && wanted=2
	grep -vE '^[0-9]+ passed, [0-9]+ failed$' "$tmp/$log.log"
	sums=$(grep -E '^[0-9]+ passed, [0-9]+ failed$' "$tmp/$log.log")
	[ "$(printf '%s\n' "$sums" | grep -c .)" = $wanted ] || { echo "FAIL $log: a script ended without its sum"; failed=$((failed + 1)); }
	passed=$((passed + $(printf '%s\n' "$sums" | awk '{ s += $1 } END { print s + 0 }')))
	failed=$((failed + $(printf '%s\n' "$sums" | awk '{ s += $3 } END { print s + 0 }')))
done
echo "note: the repairs of 40 unsolved programs of the Rust docs, and everything over the whole sets, are in make bench-model (hours)."
echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
