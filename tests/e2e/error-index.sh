#!/usr/bin/env bash
# Real input that is nobody's of ours: the erroneous examples of the installed error index.
set -u
cd "$(dirname "$0")/../.."
docs=$(rustc --print sysroot)/share/doc/rust/html
[ -d "$docs/error_codes" ] || { echo "the rust-docs component is missing: rustup component add rust-docs"; echo "0 passed, 1 failed"; exit 1; }
home=$(mktemp -d "${TMPDIR:-/tmp}/tutor-index.XXXXXX")
trap 'rm -rf "$home"' EXIT
TUTOR_HOME=$home python3 tests/e2e/error-index.py build/tutor "$docs" tests/e2e/error-index.txt "$@"
