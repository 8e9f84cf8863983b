#!/usr/bin/env bash
# model_tool.sh OUT: compiles model_tool.c with the libraries in build/.
set -eu
cd "$(dirname "$0")/../.."
pkgs="libcurl libcjson sqlite3 libcmark yaml-0.1 gumbo libmicrohttpd libarchive libsodium libutf8proc libseccomp"
# shellcheck disable=SC2046,SC2086
${CC:-cc} -std=c11 -D_GNU_SOURCE -Wall -Wextra -Werror -Itutor $(pkg-config --cflags $pkgs) -o "$1" tests/tools/model_tool.c \
	build/libsvc.a build/liblearn.a build/libkb.a build/libstore.a build/librust.a build/libtext.a build/libio.a build/libbase.a \
	$(pkg-config --libs $pkgs) -lstemmer -lm
