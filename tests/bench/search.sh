#!/usr/bin/env bash
# Search: quality, speed and size, in one run with SQLite FTS5 and with plain vector search. SITE=0 leaves the large site out.
set -u
cd "$(dirname "$0")/../.."
docs=$(rustc --print sysroot 2>/dev/null)/share/doc/rust/html
[ -d "$docs" ] || { echo "left out: \`rustup component add rust-docs\` brings the documentation"; exit 0; }
exec python3 tests/bench/search.py build/tutor "${SITE:-200000}"
