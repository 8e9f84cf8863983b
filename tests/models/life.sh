#!/usr/bin/env bash
# life.sh MODEL: the life of the real local server: it starts, streams, stops writing when it is told to, is shared, is let go, sleeps
# when idle, ends with its last user or its supervisor, however they end, or stays for the next user when it may.
. "$(dirname "$0")/../e2e/lib.sh"
. tests/setup-models.sh || { echo "0 passed, 1 failed"; exit 1; }
export TUTOR_MODEL_STAY_S=0 TUTOR_MODEL_MODEL=$1 TUTOR_PROGRAM=$tutor TUTOR_CONTENT=$PWD no_proxy=127.0.0.1
unset TUTOR_MODEL_BASE_URL LLM_API_BASE
declare -A pids
end_all() { for p in "${pids[@]}"; do kill -9 "$p" 2>/dev/null; done; rm -rf "$TMP"; }
trap end_all EXIT
ok() { if [ "$2" = "$3" ]; then pass; else fail "$1" "wanted $2, got $3"; fi; } # NAME WANTED GOT

within() { # SECONDS COMMAND...: until it is true
	local end=$((SECONDS + $1))
	shift
	until "$@"; do [ $SECONDS -ge $end ] && return 1; sleep 0.1; done
}
soon() { local name=$1; shift; if within "$@"; then pass; else fail "$name" "not within $1 s: ${*:2}"; fi; } # NAME SECONDS COMMAND...
user() { # NAME WORDS...: model_tool in the background; lines to its descriptor make it ask again
	local name=$1
	shift
	mkfifo "$TMP/$name.in"
	exec {fd}<>"$TMP/$name.in"
	"$TMP/tool" "$@" <"$TMP/$name.in" >"$TMP/$name.out" 2>"$TMP/$name.err" {fd}>&- &
	pids[$name]=$!
}
count() { grep -c "\"what\":\"$2\"" "$TMP/$1.out"; } # USER WHAT
at_least() { [ "$(count "$1" "$2")" -ge "$3" ]; }    # USER WHAT N
again() { echo >"$TMP/$1.in"; }
writes() { [ "$(tail -n 1 "$TMP/$1.out" | jq -r .what)" = text ]; } # USER
good() { tail -n 1 "$TMP/$1.out" | jq -e '.what == "done" and .problem == 0 and (.text | length) > 0' >/dev/null; } # USER
status() { run model status --json; jq -r "$1" "$TMP/out"; }
users_are() { [ "$(status .users)" = "$1" ]; }
server_pid() { status .pid; }
gone() { ! kill -0 "$1" 2>/dev/null || grep -q '^State:.Z' "/proc/$1/status" 2>/dev/null; } # PID
ticks() { sed 's/.*) //' "/proc/$1/stat" | awk '{ print $12 + $13 }'; }                     # PID: time on the processor, in hundredths
kill9() { [ "${1:-0}" -gt 1 ] && kill -9 "$1"; wait "$1" 2>/dev/null; }
supervisors() { pgrep -f -- "__supervise.* $home/" | tr '\n' ' '; }
none_left() { [ -z "$(supervisors)" ]; }

tests/tools/model_tool.sh "$TMP/tool" || { fail model_tool 'does not compile'; sum; exit 1; }
ok 'nothing runs yet' off "$(status .server_state)"

# It starts and streams.
user a hold 'Count from 1 to 30 in digits, with commas.' 24
soon 'the first reply' 150 at_least a done 1
good a && pass || { fail 'a whole reply' "$(tail -n 1 "$TMP/a.out")$(cat "$TMP/a.err")"; sum; exit 1; }
at_least a waiting 1 && pass || fail 'it says that it starts the model' "$(head -n 2 "$TMP/a.out")"
jq -se 'map(select(.what == "text").ms) | length > 10 and (.[-1] - .[0]) > 100 and (unique | length) > 5' "$TMP/a.out" >/dev/null && pass ||
	fail 'text comes in pieces as it is written' "$(head -c 800 "$TMP/a.out")"
echo "figure: $1: first text $(jq -s 'map(select(.what == "done"))[0].first_ms' "$TMP/a.out") ms after the first call (server started), $(
	jq -s 'map(select(.what == "text").ms) | (length - 1) * 1000 / (.[-1] - .[0]) | . * 10 | round / 10' "$TMP/a.out") pieces a second"
ok 'status' ready "$(status .server_state)"
one=$(server_pid)
[ "${one:-0}" -gt 1 ] || { fail 'the pid of the server' "$one"; sum; exit 1; }
grep -q -- "$(jq -r --arg m "$1" '.models[] | select(.name == $m).file' kb/models.json)" "/proc/$one/cmdline" && pass || fail 'the pid is the server' "$one"
! tr '\0' ' ' <"/proc/$one/cmdline" | grep -qE 'api.key|[0-9a-f]{24}' && pass || fail 'no key in the list of processes' "$(tr '\0' ' ' <"/proc/$one/cmdline")"

# Two share it; one that stops listening stops the writing.
user b cancel 'Write a long story about a ship.' 4
soon 'the second tutor is served' 60 at_least b dropped 1
ok 'one server for two' "$one" "$(server_pid)"
ok 'two users' 2 "$(status .users)"
ok 'one supervisor' 1 "$(supervisors | wc -w)"
sleep 1.5
before=$(ticks "$one"); sleep 2; after=$(ticks "$one")
[ $((after - before)) -lt 60 ] && pass || fail 'a cancel stops the writing' "$((after - before)) hundredths of 2 s still worked"
sed -n '/dropped/,$p' "$TMP/b.out" | grep -q '"text"' && fail 'no text after a cancel' "$(tail -n 3 "$TMP/b.out")" || pass
again a
soon 'the first one is served again' 60 at_least a done 2

# kill -9 of a tutor while it is being written to: the other keeps the server.
user e hold 'Write a long story about a ship.' 400
soon 'a third tutor is served' 60 at_least e text 4
kill9 "${pids[e]}"
kill9 "${pids[b]}"
soon 'the users are gone' 10 users_are 1
again a
soon 'after kill -9 of the other tutor' 60 at_least a done 3
good a && pass || fail 'the server is whole' "$(tail -n 1 "$TMP/a.out")"
ok 'the same server' "$one" "$(server_pid)"

# kill -9 of the supervisor: the server goes with it, and the next question starts both.
kill9 "$(ps -o ppid= -p "$one" | tr -d ' ')"
soon 'the server ends with its supervisor' 10 gone "$one"
again a
soon 'asked again after kill -9 of the supervisor' 150 at_least a done 4
good a && pass || fail 'a new server answers' "$(tail -n 1 "$TMP/a.out")"
two=$(server_pid)
[ "$two" != "$one" ] && [ "$two" -gt 1 ] && pass || fail 'another process' "$one $two"

# Unloaded for all; the next question brings it back.
user c unload 'Say hello.' 4
soon 'unload' 60 at_least c unloaded 1
soon 'the server is let go' 10 gone "$two"
ok 'status after it' off "$(status .server_state)"
again a
soon 'asked again after unload' 150 at_least a done 5
good a && pass || fail 'it is loaded again' "$(tail -n 1 "$TMP/a.out")"

# The last users are killed: nothing is left.
three=$(server_pid)
kill9 "${pids[c]}"
again a
within 60 writes a
kill9 "${pids[a]}"
soon 'the server ends with its last user' 10 gone "$three"
soon 'so does the supervisor' 10 none_left

# It stays for the next one, who does not wait for it to be loaded.
TUTOR_MODEL_STAY_S=15 user f hold 'Say hello.' 4
soon 'a user who goes again' 150 at_least f done 1
stays=$(server_pid)
kill9 "${pids[f]}"
user g hold 'Say hello.' 4
soon 'the next one' 60 at_least g done 1
ok 'by the same server' "$stays" "$(server_pid)"
echo "figure: $1: first text with a server that stayed $(jq -s 'map(select(.what == "done"))[0].first_ms' "$TMP/g.out") ms after the call"
kill9 "${pids[g]}"
soon 'it ends when nobody came' 40 gone "$stays"
soon 'with its supervisor' 10 none_left

# Idle.
TUTOR_MODEL_IDLE_S=6 user d hold 'Say hello.' 4
soon 'a short reply' 150 at_least d done 1
four=$(server_pid)
soon 'an idle server ends' 20 gone "$four"
kill -0 "${pids[d]}" 2>/dev/null && pass || fail 'the tutor lives on' ''
again d
soon 'and comes back' 150 at_least d done 2
five=$(server_pid)
kill "${pids[d]}"
[ "$five" = 0 ] || soon 'no server is left' 10 gone "$five" # 0: it was idle for so long again
soon 'no supervisor is left' 10 none_left
sum
