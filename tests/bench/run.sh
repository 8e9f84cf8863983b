#!/usr/bin/env bash
# make bench: the figures to hold, printed. rustlings is compared with when RUSTLINGS names it or it is on PATH.
set -u
cd "$(dirname "$0")/../.."
echo "== checking a file"
python3 tests/bench/speed.py build/tutor
echo "== the terminal program"
python3 tests/bench/tui.py
echo "== the first text of an answer"
python3 tests/bench/first.py build/tutor
echo "== search"
[ -x tests/bench/search.sh ] && tests/bench/search.sh
echo "== repair of programs as learners write them"
python3 tests/bench/programs.py build/tutor
echo "== repair without a model (minutes)"
[ "${BENCH_LONG:-0}" = 1 ] && python3 tests/bench/repair.py build/tutor || echo "left out; BENCH_LONG=1 make bench runs it"
echo "== learning: half of the programs of every eighth error code, then the other half (minutes)"
[ "${BENCH_LONG:-0}" = 1 ] && python3 tests/bench/repair.py build/tutor --learn --part 8 || echo "left out; BENCH_LONG=1 make bench runs it"
echo "== generate from specifications with tests, without a model (minutes)"
[ "${BENCH_LONG:-0}" = 1 ] && python3 tests/bench/generate.py build/tutor || echo "left out; BENCH_LONG=1 make bench runs it"
