# For the scripts beside it: sourced, not run. Gives $tutor, $TMP (removed at the end), $home, and counts.
cd "$(dirname "${BASH_SOURCE[0]}")/../.." || exit 1
tutor=$PWD/build/tutor
passed=0 failed=0
TMP=$(mktemp -d "${TMPDIR:-/tmp}/tutor-e2e.XXXXXX") || exit 1
trap 'rm -rf "$TMP"' EXIT
home=$TMP/home
export TUTOR_HOME=$home
unset TUTOR_CONTENT TUTOR_SANDBOX COLUMNS
export LC_ALL=C.UTF-8

pass() { passed=$((passed + 1)); }
fail() { failed=$((failed + 1)); printf 'FAIL %s\n' "$*"; } # NAME WHY...
sum() {
	echo "$passed passed, $failed failed"
	[ "$failed" = 0 ]
}

# Runs tutor (or, after --, any command) with nothing on stdin: $rc, $TMP/out, $TMP/err.
run() {
	local cmd=("$tutor")
	if [ "$1" = -- ]; then shift; cmd=(); fi
	timeout -k 5 60 "${cmd[@]}" "$@" </dev/null >"$TMP/out" 2>"$TMP/err"
	rc=$?
}

# One clear sentence and nothing else: `tutor: Text.`, perhaps followed by indented lines on what to do; no control bytes.
is_sentence() { # FILE
	head -n 1 "$1" | grep -qE '^tutor: .*[.?)]$' && ! tail -n +2 "$1" | grep -qv '^       ' &&
		! LC_ALL=C grep -q '[^[:print:][:space:]]' <(LC_ALL=C tr -d '\200-\377' <"$1") && [ "$(wc -c <"$1")" -lt 1500 ]
}

# refused NAME CODE PATTERN [--] WORDS...: exit CODE, one sentence that matches PATTERN, nothing on stdout.
refused() {
	local name=$1 code=$2 pattern=$3
	shift 3
	run "$@"
	if [ "$rc" != "$code" ]; then
		fail "$name" "exit $rc, wanted $code: $(head -c 300 "$TMP/err")"
	elif ! is_sentence "$TMP/err"; then
		fail "$name" "not one sentence: $(head -c 300 "$TMP/err" | cat -v)"
	elif ! grep -qE -- "$pattern" "$TMP/err"; then
		fail "$name" "does not say /$pattern/: $(cat "$TMP/err")"
	elif [ -s "$TMP/out" ]; then
		fail "$name" "something on stdout: $(head -c 200 "$TMP/out")"
	else
		pass
	fi
}

# works NAME CODE PATTERN [--] WORDS...: exit CODE and PATTERN in the output.
works() {
	local name=$1 code=$2 pattern=$3
	shift 3
	run "$@"
	if [ "$rc" != "$code" ]; then
		fail "$name" "exit $rc, wanted $code: $(cat "$TMP/err" "$TMP/out" | head -c 400)"
	elif ! grep -qE -- "$pattern" "$TMP/out"; then
		fail "$name" "does not say /$pattern/: $(head -c 400 "$TMP/out")"
	else
		pass
	fi
}

verdict() { # NAME WANTED WORDS...: `tutor check WORDS --json` gives one of the verdicts WANTED
	local name=$1 want=$2 got
	shift 2
	run check --json "$@"
	got=$(jq -r .verdict "$TMP/out" 2>/dev/null)
	case " $want " in *" ${got:-none} "*) pass ;; *) fail "$name" "wanted $want, got $got: $(cat "$TMP/err")" ;; esac
}
