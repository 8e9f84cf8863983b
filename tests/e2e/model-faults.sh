#!/usr/bin/env bash
# What ask.sh leaves: a model server's reply in forms that are right but odd, bytes one by one, replies that must not be taken for whole,
# a server that is still loading, and what endless output and lines of 50 MB cost. As text, too: one sentence, the plain answer before it.
. "$(dirname "$0")/lib.sh"
unset TUTOR_MODELS LLM_API_BASE TUTOR_MODEL_MODEL
has() { # NAME FILTER: the JSON on stdout makes the jq filter true
	if jq -e "$2" "$TMP/out" >/dev/null 2>&1; then pass; else fail "$1" "not true: $2: $(head -c 600 "$TMP/out") $(head -c 300 "$TMP/err")"; fi
}
mkfifo "$TMP/hold"; exec 7<>"$TMP/hold"
FAKE_SENTENCE='Line 3 moves `s`, and line 4 borrows it after that.' python3 tests/fake/server.py <"$TMP/hold" >"$TMP/port" 7>&- & server=$!
trap 'kill $server 2>/dev/null; rm -rf "$TMP"' EXIT
for _ in $(seq 50); do [ -s "$TMP/port" ] && break; sleep 0.1; done
port=$(cat "$TMP/port")
model() { export TUTOR_MODEL_BASE_URL=http://127.0.0.1:$port/$1/v1 TUTOR_MODEL_SILENCE_S=2 no_proxy=127.0.0.1; } # SCENARIO
printf 'error[E0382]: borrow of moved value: `s`\n --> src/main.rs:4:20\n  |\n2 |     let s = String::new();\n  |         - move occurs because `s` has type `String`\n3 |     let t = s;\n  |             - value moved here\n4 |     println!("{s}");\n  |               ^^^ value borrowed here after move\n' >"$TMP/e.txt"
"$tutor" kb build --words-only >/dev/null 2>&1 || fail 'kb build' 'failed'

# Right, in an odd form: the sentence is shown; thoughts are not.
for s in json think reasoning reasoning2 503loading 429once nomaxtokens picky nomodels vllm; do
	model $s
	run ask --json --error "$(cat "$TMP/e.txt")"
	has "$s: its sentence is a step" '.model != null and any(.steps[]; .origin == "model" and (.text | test("Line 3 moves `s`, and line 4 borrows it after that")))'
	has "$s: no thoughts" 'all(.steps[]; .text | test("Let me think|hm, <b>") | not)'
done
for s in 503loading 429once nomaxtokens picky; do # asked again until it was given
	[ "$(curl -s --noproxy '*' "http://127.0.0.1:$port/count/$s/chat")" -ge 2 ] && pass || fail "$s: asked again" "$(curl -s --noproxy '*' "http://127.0.0.1:$port/count/$s/chat")"
done

# Never whole, or not for us: nothing of it is shown.
for s in drip crlf filter empty cut eof stall errorchunk badjson overflowllama overflow500 402 500html; do
	model $s
	run ask --json --error "$(cat "$TMP/e.txt")"
	has "$s: the plain steps alone" '.found and .by == "explain" and all(.steps[]; .origin != "model")'
	has "$s: one sentence" '(.note | test("[.?)\"]$") and length < 400 and (test("\n") | not))'
done

# As text: the plain answer is whole, and one line says what became of the model.
run ask --no-model --error "$(cat "$TMP/e.txt")"
grep -vE '^ *$|odel' "$TMP/out" | head -n 30 >"$TMP/plain"
for s in 401 402 500html errorchunk cut stall bigline; do
	model $s
	run ask --error "$(cat "$TMP/e.txt")"
	[ "$rc" = 0 ] && grep -vE '^ *$|odel' "$TMP/out" | head -n 30 | cmp -s - "$TMP/plain" && [ "$(grep -c 'The model took no part' "$TMP/out")" = 1 ] &&
		[ ! -s "$TMP/err" ] && pass || fail "$s as text" "exit $rc: $(grep -E 'odel' "$TMP/out"; diff <(grep -vE '^ *$|odel' "$TMP/out" | head -n 30) "$TMP/plain"; cat "$TMP/err")"
done

# What a server that never stops may cost.
for s in endless bigline stall silent drip; do
	model $s
	python3 - "$tutor" "$TMP/e.txt" >"$TMP/out" 2>"$TMP/err" <<'PY'
import json, resource, subprocess, sys, time
start = time.monotonic()
done = subprocess.run([sys.argv[1], "ask", "--json", "--error", open(sys.argv[2]).read()], capture_output=True, timeout=60)
print(json.dumps({"rc": done.returncode, "s": time.monotonic() - start, "mb": resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024, "bytes": len(done.stdout)}))
PY
	has "$s: memory, time and output are bounded" '.rc == 0 and .mb < 400 and .s < 40 and .bytes < 100000'
	echo "figure: model server $s: $(jq -r '"\(.s * 10 | round / 10) s, \(.mb | round) MB"' "$TMP/out")"
done
sum
