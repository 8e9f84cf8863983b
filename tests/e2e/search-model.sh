#!/usr/bin/env bash
# Search words by a model: they join, they are kept, and without a model the search goes on and says so.
. "$(dirname "$0")/lib.sh"

export TUTOR_MODELS=$TMP/no-models TUTOR_MODEL_MODEL=any-model TUTOR_MODEL_SILENCE_S=2 no_proxy=127.0.0.1
works "a knowledge base of words" 0 . kb build --words-only
works "no model: found all the same" 0 'Without a model.s search words' search "how do i make a list bigger" --model -k 3
works "no model: the evaluation says so" 0 'Without a model.s search words' kb eval kb/eval/questions.tsv --leg model --half odd

coproc FAKE { exec python3 tests/fake/server.py; }
read -r port <&"${FAKE[0]}"
export TUTOR_MODEL_BASE_URL=http://127.0.0.1:$port/ok/v1
works "words come" 0 . search "where did my text go" --model -k 3
if grep -q 'Without a model' "$TMP/out"; then fail "a model answered" "$(tail -1 "$TMP/out")"; else pass; fi
if [ "$(grep -c ' The string moved$' "$home/cache/search-words.txt")" = 1 ]; then pass; else fail "kept" "$(cat "$home/cache/search-words.txt")"; fi
works "compiler text has its words" 0 . search "error[E0382]: borrow of moved value: \`s\`" --model -k 3
if [ "$(wc -l <"$home/cache/search-words.txt")" = 1 ]; then pass; else fail "compiler text was asked" "$(cat "$home/cache/search-words.txt")"; fi

kill "$FAKE_PID" 2>/dev/null
wait "$FAKE_PID" 2>/dev/null
works "the second time without the server" 0 . search "Where did  my text go" --model -k 3
if grep -q 'Without a model' "$TMP/out"; then fail "from the cache" "$(tail -1 "$TMP/out")"; else pass; fi
works "another question, no server" 0 'Without a model.s search words' search "what is a trait" --model -k 3

printf 'x' >"$home/cache/search-words.txt"
works "a broken cache is no obstacle" 0 'Without a model' search "where did my text go" --model -k 3
sum
