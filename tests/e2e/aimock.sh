#!/usr/bin/env bash
# A model server that others wrote (@copilotkit/aimock) streams, refuses and breaks off; every failure is one sentence, and the plain
# answer stands. The first run loads the package into the tests' cache folder; aimock/fixtures.json has what it answers to which name.
. "$(dirname "$0")/lib.sh"
unset TUTOR_MODELS LLM_API_BASE
cache=${TUTOR_TEST_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/tutor-tests}/aimock
version=1.43.0 cli=node_modules/@copilotkit/aimock/dist/cli.js

stop() { fail "$1" "$2"; sum; exit 1; } # NAME WHY: nothing more can be tried
command -v node >/dev/null && command -v npm >/dev/null || stop 'node' 'Node.js and npm are missing (apt-get install nodejs npm).'
if [ "$(cat "$cache/version" 2>/dev/null)" != $version ]; then
	mkdir -p "$cache"
	npm install --loglevel error --no-audit --no-fund --prefix "$cache" @copilotkit/aimock@$version >"$TMP/npm" 2>&1 ||
		stop 'npm' "The mock server cannot be loaded from the npm registry: $(tail -n 3 "$TMP/npm")"
	echo $version >"$cache/version"
fi
node "$cache/$cli" -p 0 -f tests/e2e/aimock/fixtures.json --validate-on-load --log-level info >"$TMP/mock" 2>&1 & mock=$!
trap 'kill $mock 2>/dev/null; rm -rf "$TMP"' EXIT
for _ in $(seq 100); do
	port=$(grep -oE '127\.0\.0\.1:[0-9]+' "$TMP/mock" | head -n 1)
	[ -n "$port" ] && break
	sleep 0.1
done
[ -n "$port" ] || stop 'start' "$(tail -n 5 "$TMP/mock")"
export TUTOR_MODEL_BASE_URL=http://$port/v1 TUTOR_MODEL_MODEL=mock-model TUTOR_MODEL_EMBED_MODEL=mock-embed TUTOR_MODEL_SILENCE_S=4 no_proxy=127.0.0.1

has() { # NAME FILTER: the JSON on stdout makes the jq filter true
	if jq -e "$2" "$TMP/out" >/dev/null 2>&1; then pass; else fail "$1" "not true: $2: $(head -c 700 "$TMP/out") $(head -c 300 "$TMP/err")"; fi
}
ask() { # VARIABLE: about an error that has this name in it, which is how the mock knows what to do
	run ask --json --error "$(printf 'error[E0382]: borrow of moved value: `%s`\n --> src/main.rs:4:20\n  |\n2 |     let %s = String::new();\n  |         - move occurs because `%s` has type `String`\n3 |     let t = %s;\n  |             - value moved here\n4 |     println!("{%s}");\n  |               ^^^ value borrowed here after move\n' "$1" "$1" "$1" "$1" "$1")"
}
stands='.found and .by == "explain" and (.steps | length) > 3 and all(.steps[]; .origin != "model")'
refuses() { # VARIABLE PATTERN SECONDS: the plain steps stand, and the note is one sentence
	local start=$SECONDS
	ask "$1"
	has "$1: the plain answer stands" "$stands"
	has "$1: one sentence" ".note | test(\"$2\") and test(\"[.?)\\\"]\$\") and length < 400"
	[ $((SECONDS - start)) -le "$3" ] && pass || fail "$1: in time" "$((SECONDS - start)) s"
}

"$tutor" kb build --words-only >/dev/null 2>&1 || fail 'kb build' 'failed'

# What goes well.
ask goodname
has 'a reply is shown' '.model == "mock-model" and any(.steps[]; .origin == "model" and (.text | test("Line 3 moves `goodname`, and line 4 borrows it after that")))'
ask thinkname
has 'reasoning is not shown' 'any(.steps[]; .origin == "model" and (.text | test("Line 3 moves `thinkname`"))) and all(.steps[]; .text | test("let me think") | not)'

# What does not.
refuses utf8name 'did not pass the check' 30
has 'a foreign alphabet: dropped, and why' '.dropped | length == 1'
refuses surrogatename 'no answer of a language model' 20
refuses keyname 'key' 20
refuses ratename 'too many requests' 40
refuses hourname '60 minutes' 20
refuses longname '9001 tokens; the model takes 8192|longer than the model can take' 20
refuses downname 'took no part' 110
refuses cutname 'broke off' 30
ask halfname
has 'cut at its length: no half sentence' 'all(.steps[]; .text | test("It is$") | not)'
refuses dropname 'took no part' 40
refuses badjsonname 'took no part' 40
refuses gonename 'took no part' 40

# The same without a screen between: pieces, and vectors.
if tests/tools/model_tool.sh "$TMP/tool" 2>"$TMP/err"; then pass; else stop 'model_tool' "$(head -n 5 "$TMP/err")"; fi
run -- "$TMP/tool" chat utf8name 50
[ "$rc" = 0 ] && [ "$(grep -c '"text"' "$TMP/out")" -gt 4 ] && [ "$(jq -rs 'map(select(.what == "text").text) | join("")' "$TMP/out")" = '日本語 🦀 é end' ] && pass || fail 'UTF-8 in pieces' "$(head -c 600 "$TMP/out")"
run -- "$TMP/tool" chat goodname 50
[ "$(jq -s 'map(select(.what == "text").ms) | max - min > 100' "$TMP/out")" = true ] && pass || fail 'text comes as it is written' "$(head -c 600 "$TMP/out")"
[ "$(jq -s '.[-1] | .tokens_in > 0 and .tokens_out > 0' "$TMP/out")" = true ] && pass || fail 'its usage chunk' "$(tail -n 1 "$TMP/out")"
run -- "$TMP/tool" embed 'a string' 'a number' 'a string'
has 'vectors' '.n == 3 and .dim > 100 and .message == ""'
curl -s --noproxy '*' "http://$port/__aimock/journal" >"$TMP/out"
has 'what it was sent' 'map(select(.path | test("chat/completions"))) | length > 10 and all(.[]; .body.stream == true and (.body.messages | length) > 0)'
sum
