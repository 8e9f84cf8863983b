#!/usr/bin/env bash
# Brings the models that the tests use into the tests' cache folder, once, and a program that serves them; prints nothing when all is
# there, one sentence and exit 3 when a model cannot be had. A model that the person has already is linked, after its SHA-256 was
# compared. `. tests/setup-models.sh` sets TUTOR_MODELS and TUTOR_MODEL_SERVER_DIR for what follows.
cache=${TUTOR_TEST_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/tutor-tests}
own_models=${TUTOR_MODELS:-${XDG_DATA_HOME:-$HOME/.local/share}/tutor/models}
own_server=${TUTOR_MODEL_SERVER_DIR:-${XDG_DATA_HOME:-$HOME/.local/share}/tutor/model-server}
export TUTOR_MODELS=$cache/models TUTOR_MODEL_SERVER_DIR=$cache/model-server
test_models="qwen2.5-coder-1.5b qwen2.5-coder-0.5b minilm"

model_files() { # `FILE BYTES SHA256` of each, also of what lies beside it
	jq -r --arg names " $test_models " '.models[] | select(.name as $n | $names | contains(" " + $n + " ")) | ., (.beside // empty) |
		"\(.file) \(.bytes) \(.sha256)"' kb/models.json
}

borrow_model() { # FILE BYTES SHA256: from the person's own folder, if it is the right one
	local from=$own_models/$1 to=$TUTOR_MODELS/$1
	[ -f "$to" ] || [ ! -f "$from" ] && return
	[ "$(stat -Lc %s "$from")" = "$2" ] && [ "$(sha256sum <"$from" | cut -d' ' -f1)" = "$3" ] || return
	ln -L "$from" "$to.new" 2>/dev/null || cp "$from" "$to.new"
	mv "$to.new" "$to"
}

models_there() {
	local file bytes sum
	while read -r file bytes sum; do
		[ "$(stat -Lc %s "$TUTOR_MODELS/$file" 2>/dev/null)" = "$bytes" ] || return 1
	done < <(model_files)
	[ -f "$cache/cache/minilm-l6-v2.model" ] || return 1
	[ -x "$TUTOR_MODEL_SERVER_DIR/bin/llama-server" ] || [ -d "$TUTOR_MODEL_SERVER_DIR/py" ]
}

setup_models() {
	local m file bytes sum out
	models_there && return
	mkdir -p "$TUTOR_MODELS" "$TUTOR_MODEL_SERVER_DIR"
	while read -r file bytes sum; do borrow_model "$file" "$bytes" "$sum"; done < <(model_files)
	[ -d "$own_server/py" ] && [ ! -d "$TUTOR_MODEL_SERVER_DIR/py" ] && cp -r "$own_server/py" "$TUTOR_MODEL_SERVER_DIR/py"
	for m in server $test_models; do
		out=$(TUTOR_HOME=$cache build/tutor model get "$m" 2>&1 </dev/null) || {
			echo "The tests' model $m cannot be had: $(printf '%s\n' "$out" | grep -v '^ ' | tail -n 1) (needed once: a network)"
			return 3
		}
	done
	models_there || { echo "The tests' models in $TUTOR_MODELS are not whole."; return 3; }
}

cd "$(dirname "${BASH_SOURCE[0]}")/.." || exit 1
setup_models
