#!/usr/bin/env bash
# The local model's server, played by tests/fake/server.py: it stays for a while after its last user, the next tutor takes it over,
# `model stop` ends it, and however its supervisor ends, nothing is left. The real one: tests/models/life.sh.
set -u
. "$(dirname "$0")/lib.sh"
name=qwen2.5-coder-0.5b
export TUTOR_MODELS=$TMP/models TUTOR_MODEL_SERVER=$PWD/tests/fake/server.py TUTOR_MODEL_MODEL=$name TUTOR_PROGRAM=$tutor TUTOR_CONTENT=$PWD
export no_proxy=127.0.0.1 FAKE_LOAD_S=1
unset TUTOR_MODEL_BASE_URL LLM_API_BASE
declare -A pids
trap 'for p in "${pids[@]}" $(supervisors); do kill -9 "$p" 2>/dev/null; done; rm -rf "$TMP"' EXIT
mkdir -p "$TMP/models"
for m in qwen2.5-coder-0.5b qwen2.5-coder-1.5b; do
	truncate -s "$(jq -r --arg n $m '.models[] | select(.name == $n).bytes' kb/models.json)" "$TMP/models/$(jq -r --arg n $m '.models[] | select(.name == $n).file' kb/models.json)"
done
ok() { if [ "$2" = "$3" ]; then pass; else fail "$1" "wanted $2, got $3"; fi; } # NAME WANTED GOT
within() { local end=$((SECONDS + $1)); shift; until "$@"; do [ $SECONDS -ge $end ] && return 1; sleep 0.1; done; } # SECONDS COMMAND...
soon() { local name=$1; shift; if within "$@"; then pass; else fail "$name" "not within $1 s: ${*:2}"; fi; }         # NAME SECONDS COMMAND...
supervisors() { pgrep -f -- "__supervise-run $home/" | tr '\n' ' '; }
gone() { ! kill -0 "$1" 2>/dev/null || grep -q '^State:.Z' "/proc/$1/status" 2>/dev/null; } # PID
none_left() { [ -z "$(supervisors)" ]; }
status() { run model status --json; jq -r "$1" "$TMP/out"; }
question() { "$TMP/tool" chat 'Say hello.' 4 >"$TMP/chat.out" 2>"$TMP/chat.err"; } # a tutor of its own, which ends
good() { tail -n 1 "$TMP/chat.out" | jq -e '.what == "done" and .problem == 0' >/dev/null; }
answered() { if question && good; then pass; else fail "$1" "$(tail -n 2 "$TMP/chat.out" "$TMP/chat.err")"; fi; } # NAME
waited() { grep -c '"waiting"' "$TMP/chat.out"; }
user() { # NAME: one that stays; a line to its descriptor makes it ask again
	mkfifo "$TMP/$1.in"
	exec {fd}<>"$TMP/$1.in"
	"$TMP/tool" hold 'Say hello.' 4 <"$TMP/$1.in" >"$TMP/$1.out" 2>&1 {fd}>&- &
	pids[$1]=$!
	within 20 grep -q '"what":"\(done\|text\)"' "$TMP/$1.out"
}
kill9() { kill -9 "$1"; wait "$1" 2>/dev/null; }

tests/tools/model_tool.sh "$TMP/tool" || { fail model_tool 'does not compile'; sum; exit 1; }

# Without a grace time it ends with its last user.
export TUTOR_MODEL_STAY_S=0
answered 'the first question'
soon 'stay_s 0: nothing is left' 5 none_left

# With one, the next tutor finds it loaded; the time counts from the last user on, and looking does not lengthen it.
export TUTOR_MODEL_STAY_S=10
answered 'a question starts it'
one=$(status .pid)
[ "${one:-0}" -gt 1 ] && pass || fail 'it stays' "$(cat "$TMP/out")"
ok 'it stays without users' 0 "$(status .users)"
ok 'how long it stays' true "$(status '.stays_s >= 1 and .stays_s <= 10')"
works 'it says how long, and what ends it' 0 'stays for 0 min [0-9]+ s, `tutor model stop`' model status
[ "$(waited)" -gt 0 ] && pass || fail 'the first one waited for the model' ''
sleep 2
answered 'the next question'
ok 'the same server' "$one" "$(status .pid)"
ok 'nothing was waited for' 0 "$(waited)"
user a
sleep 11
ok 'who uses it keeps it' "$one" "$(status .pid)"
ok 'one user' 1 "$(status .users)"
ok 'no end is set' -1 "$(status '.stays_s // -1')"
kill9 "${pids[a]}"
sleep 1
ok 'after kill -9 of the last user it stays' "$one" "$(status .pid)"
end=$((SECONDS + 9))
while [ $SECONDS -lt $end ]; do status .pid >/dev/null; sleep 0.4; done
soon 'then it ends, looked at or not' 6 gone "$one"
soon 'and the supervisor' 5 none_left

# The key is told on the socket only: not in the list of processes, in no file.
export TUTOR_MODEL_STAY_S=60
answered 'again'
two=$(status .pid)
secret=$(tr '\0' '\n' <"/proc/$two/environ" | sed -n 's/^LLAMA_API_KEY=//p')
[ ${#secret} = 32 ] && pass || fail 'it has a key' "$secret"
grep -rqF -- "$secret" "$home" && fail 'the key is in no file' "$(grep -rlF -- "$secret" "$home")" || pass
ps -eo args >"$TMP/ps"
grep -qF -- "$secret" "$TMP/ps" && fail 'the key is in no list' '' || pass
ok 'the socket is for its owner' 600 "$(stat -c %a "$home"/state/model-*.sock)"

# Ended by hand, by a signal, by the kernel.
works 'model stop' 0 'let go' model stop
soon 'model stop ends it' 5 gone "$two"
soon 'and its supervisor' 5 none_left
works 'nothing to stop' 1 'No local model' model stop
for signal in TERM HUP INT; do
	answered "before SIG$signal"
	three=$(status .pid)
	kill -$signal $(supervisors)
	soon "SIG$signal ends the server" 5 gone "$three"
	soon "SIG$signal ends the supervisor" 5 none_left
done
answered 'before kill -9'
four=$(status .pid)
kill -9 $(supervisors)
soon 'kill -9 of the supervisor ends the server' 5 gone "$four"
answered 'after it a new one is started'
five=$(status .pid)
[ "$five" != "$four" ] && pass || fail 'it is another one' "$five"
kill -9 "$five"
soon 'a server that is killed leaves no supervisor without users' 5 none_left

# While the model is loading the only user goes: it is loaded all the same, for the next one.
FAKE_LOAD_S=3 "$TMP/tool" chat 'Say hello.' 4 >/dev/null 2>&1 & pids[early]=$!
sleep 1
kill9 "${pids[early]}"
ok 'still loading' starting "$(status .server_state)"
answered 'the next one has it sooner'

# Another model is chosen: what only stayed ends; what is used does not.
six=$(status .pid)
(unset TUTOR_MODEL_MODEL; "$tutor" model use qwen2.5-coder-1.5b >/dev/null 2>&1)
soon 'model use ends what only stayed' 5 gone "$six"
user b
seven=$(status .pid)
(unset TUTOR_MODEL_MODEL; "$tutor" model use none >/dev/null 2>&1)
sleep 1
ok 'model use leaves what is used' "$seven" "$(status .pid)"
run model stop
soon 'model stop ends that too' 5 gone "$seven"
echo >"$TMP/b.in"
soon 'the user who asks again gets a new one' 20 eval '[ "$(grep -c "\"what\":\"done\"" "$TMP/b.out")" -ge 2 ]'
kill9 "${pids[b]}"
run model stop

# Two that begin at once share one.
for i in 1 2 3; do "$TMP/tool" chat 'Say hello.' 4 >"$TMP/at-once.$i" 2>&1 & pids[o$i]=$!; done
wait "${pids[o1]}" "${pids[o2]}" "${pids[o3]}"
ok 'three at once are answered' 3 "$(cat "$TMP"/at-once.* | jq -s 'map(select(.what == "done" and .problem == 0)) | length')"
ok 'by one' 1 "$(supervisors | wc -w)"
run model stop
soon 'nothing is left at the end' 5 none_left
sum
