#!/usr/bin/env bash
# Search by meaning when things are wrong: servers that answer nonsense, broken weights and files of vectors, a full disk while
# vectors are made, a maker of vectors that is killed or asked for twice. The knowledge base stays usable, one sentence says why.
set -u
. "$(dirname "$0")/lib.sh"

model=${XDG_CACHE_HOME:-$HOME/.cache}/tutor/minilm-l6-v2.model
[ -s "$model" ] || (unset TUTOR_HOME; tutor/setup/embedding.sh "$tutor") || echo "note: the embedding model could not be fetched"
export TUTOR_KB_DOCS=$TMP/none TUTOR_CONTENT=$TMP/content
mkdir -p "$TMP/content/kb/cards/questions" "$TMP/content/lessons" "$TMP/content/exercises" "$home/cache"
cp kb/concepts.yaml "$TMP/content/kb/"
for c in $(find kb/cards/questions -name '*.md' | sort | head -n 40); do cp "$c" "$TMP/content/kb/cards/questions/"; done

json() { python3 -c 'import json,sys; d=json.load(open(sys.argv[1])); print(eval(sys.argv[2]))' "$TMP/out" "$1" 2>&1; } # EXPRESSION of d
is() { # NAME WANTED GOT
	if [ "$2" = "$3" ]; then pass; else fail "$1" "wanted $2, got $3 $(head -c 300 "$TMP/err")"; fi
}
says() { # NAME PATTERN: the note of a JSON result, one line
	local note
	note=$(json 'd["note"]')
	if [[ $note =~ $2 && $note != *$'\n'* ]]; then pass; else fail "$1" "does not say /$2/: $note"; fi
}
question="how do I print a value for debugging"
searches() { # NAME: words find something
	run search --json "$question"
	is "$1: exit code" 0 "$rc"
	is "$1: something is found" True "$(json 'len(d["results"]) > 0')"
}
record() { stat -c %s "$home/cache/$1" 2>/dev/null; }

# A server's vectors: a space of their own.
coproc FAKE { exec python3 tests/fake/server.py; }
read -r port <&"${FAKE[0]}"
export TUTOR_KB_EMBED=server TUTOR_MODEL_EMBED_MODEL=any-model
at() { export TUTOR_MODEL_BASE_URL=http://127.0.0.1:$port/$1/v1; }
for bad in 'emb-few:63 vectors for 64' 'emb-nan:no list of vectors' 'emb-inf:vector' 'emb-null:vector' 'emb-dim:5 numbers instead of 4' 'emb-twice:vector'; do
	at "${bad%%:*}"
	run kb build --json
	is "build, ${bad%%:*}" 0 "$rc"
	says "build, ${bad%%:*}" "${bad#*:}"
	is "build, ${bad%%:*}: no vectors are kept" "" "$(ls "$home/cache" | grep '\.vec$')"
	searches "after ${bad%%:*}"
done
at emb
run kb build --json
is 'build by a server' None "$(json 'd["note"]')"
run kb status --json
is 'all texts have a vector' True "$(json 'd["vectors"] == d["texts"] > 200')"
is 'the model is named' any-model "$(json 'd["server_model"]')"
run search --json "$question"
is 'meaning takes part' True "$(json 'd["meaning"]')"
file=$(ls "$home/cache" | grep '^vectors-.*\.vec$')
size=$(record "$file")
run kb build --json
is 'nothing is asked for twice' 0 "$(json 'd["vectors_made"]')"
is 'nothing is written twice' "$size" "$(record "$file")"
for bad in emb-few emb-nan; do
	at "$bad"
	searches "a question, $bad"
	says "a question, $bad" 'words alone'
done
export TUTOR_MODEL_BASE_URL=http://127.0.0.1:1/v1
searches 'no server'
says 'no server' 'words alone'
export TUTOR_KB_EMBED=elsewhere
searches 'a word that kb.embed does not know'
says 'a word that kb.embed does not know' 'own. or .server'
unset TUTOR_KB_EMBED TUTOR_MODEL_BASE_URL TUTOR_MODEL_EMBED_MODEL
eval "exec ${FAKE[1]}>&-"

# Files of vectors: of another size, of another model, cut off anywhere.
python3 - "$home/cache/vectors-minilm.vec" <<'P'
import struct, sys
open(sys.argv[1], "wb").write(struct.pack("<8sII32s", b"TUTORVC1", 5, 0, b"all-MiniLM-L6-v2") + b"x" * 1300)
P
searches 'vectors of another size'
printf 'TUTORVC1' >"$home/cache/vectors-minilm.vec"
searches 'a file of vectors that is cut off'
: >"$home/cache/vectors-minilm.vec"
searches 'an empty file of vectors'

if [ ! -s "$model" ]; then
	echo 'note: the embedding model is not there; what needs it was left out'
	sum
	exit
fi

# Weights: cut off, a byte changed, another file.
for how in cut changed other empty; do
	case $how in
	cut) head -c 20000000 "$model" >"$home/cache/minilm-l6-v2.model" ;;
	changed) cp "$model" "$home/cache/"; printf 'x' | dd of="$home/cache/minilm-l6-v2.model" bs=1 seek=9000000 conv=notrunc status=none ;;
	other) head -c 3000000 /dev/zero >"$home/cache/minilm-l6-v2.model" ;;
	empty) : >"$home/cache/minilm-l6-v2.model" ;;
	esac
	run kb build --json
	is "weights, $how" 0 "$rc"
	says "weights, $how" 'model'
	searches "weights, $how"
done
cp "$model" "$home/cache/"

# Two makers of vectors at once; one that is killed; none is lost, a torn one is made again.
rm -f "$home"/cache/*.vec
("$tutor" kb build >/dev/null 2>&1 & echo $! >"$TMP/pid"; wait) 2>/dev/null &
for _ in $(seq 100); do [ "$(record vectors-minilm.vec || echo 0)" -gt 4000 ] 2>/dev/null && break; sleep 0.1; done
run kb build --json
says 'two makers of vectors' 'another tutor'
kill -KILL "$(cat "$TMP/pid")" 2>/dev/null
sleep 0.5
before=$(record vectors-minilm.vec)
printf 'torn' >>"$home/cache/vectors-minilm.vec"
searches 'a torn record'
run kb build --json
is 'after kill -9' None "$(json 'd["note"]')"
is 'what was made is kept' True "$(json "d['vectors_made'] < d['texts'] - ($before - 48) // 392 + 20")"
run kb status --json
is 'all texts have a vector again' True "$(json 'd["vectors"] == d["texts"]')"
run search --json "$question"
is 'meaning takes part again' True "$(json 'd["meaning"]')"

# The weights are summed up once for a file: one that was changed since is found all the same, its time put back or not.
sleep 3
run search --json "$question"
[ -s "$home/cache/minilm-l6-v2.model.whole" ] && pass || fail 'good weights are remembered' "there is no stamp"
cp -p "$home/cache/minilm-l6-v2.model" "$TMP/good.model"
printf 'x' | dd of="$home/cache/minilm-l6-v2.model" bs=1 seek=9000000 conv=notrunc status=none
touch -r "$TMP/good.model" "$home/cache/minilm-l6-v2.model"
run search --json "$question"
says 'weights changed after they were found good' 'damaged'
is 'weights changed after they were found good: words answer' False "$(json 'd["meaning"]')"
cp "$model" "$home/cache/"

# A changed card: its own texts are made, no others.
printf '\nOne more sentence at the end of it.\n' >>"$(ls "$TMP"/content/kb/cards/questions/*.md | head -n 1)"
sed -i '0,/^  - .*/s//  - a quite new way to ask for this thing/' "$(ls "$TMP"/content/kb/cards/questions/*.md | head -n 1)"
run kb build --json
is 'only what changed is encoded' True "$(json '1 <= d["vectors_made"] <= 3')"

# The disk is full while vectors are made.
if [ "$(id -u)" = 0 ] && mkdir -p "$TMP/small/cache" && mount -t tmpfs -o size=25M tmpfs "$TMP/small/cache" 2>/dev/null; then
	cp "$model" "$TMP/small/cache/"
	TUTOR_HOME=$TMP/small run kb build --words-only
	dd if=/dev/zero of="$TMP/small/cache/fill" bs=4k status=none 2>/dev/null
	truncate -s -8192 "$TMP/small/cache/fill"
	home=$TMP/small TUTOR_HOME=$TMP/small run kb build --json
	if [ "$rc" = 3 ]; then # not even the passages found room
		is 'full disk' True "$(grep -q full "$TMP/err" && echo True)"
	else
		says 'full disk' 'full|written'
	fi
	TUTOR_HOME=$TMP/small searches 'full disk'
	umount "$TMP/small/cache"
fi
sum
