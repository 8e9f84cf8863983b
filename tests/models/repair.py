#!/usr/bin/env python3
"""repair.py TUTOR MODEL N: `tutor fix` with a real local model on N learner errors that stay broken without one (a fixed order).

What must hold: what is called clean compiles, nothing comes out worse than without the model, and the model is asked. The 40 programs
of the Rust docs, and all that stay broken, are in `make bench-model` (tests/bench/repair-model.py)."""
import csv
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import time

ERRORS = pathlib.Path(__file__).resolve().parent.parent / "bench/ask/errors"
tutor, model, n = sys.argv[1], sys.argv[2], int(sys.argv[3])
LOOKED_AT = 6 * n


def fix(file, out, *more):
    out.unlink(missing_ok=True)
    done = subprocess.run([tutor, "fix", str(file), "--out", str(out), "--json", *more], capture_output=True, text=True, errors="replace",
                          stdin=subprocess.DEVNULL, timeout=1800, env=os.environ | {"TUTOR_MODEL_MODEL": model})
    try:
        return json.loads(done.stdout)
    except ValueError:
        sys.exit(f"FAIL fix {file.name}: {done.stderr}\n0 passed, 1 failed")


def compiles(file, tmp):
    return file.exists() and subprocess.run(["rustc", "--edition", "2024", "--emit=metadata", "--out-dir", str(tmp), str(file)],
                                            capture_output=True).returncode == 0


def unsolved(tmp):
    rows = [r for r in csv.DictReader((ERRORS / "errors.tsv").open(), delimiter="\t", quoting=csv.QUOTE_NONE) if r["code"] != "panic"]
    for i in range(LOOKED_AT):
        file = ERRORS / rows[i * len(rows) // LOOKED_AT]["file"]
        plain = fix(file, tmp / "plain.rs", "--no-model", "--partial")
        if plain["errors_after"]:
            yield file, plain


def main():
    passed, failures, clean, calls, tried, start = 0, [], 0, 0, 0, time.monotonic()
    with tempfile.TemporaryDirectory(prefix="tutor-repair.") as folder:
        tmp = pathlib.Path(folder)
        for file, plain in unsolved(tmp):
            answer = fix(file, tmp / "model.rs", "--partial")
            tried, calls = tried + 1, calls + (answer.get("model_calls") or 0)
            good = answer["errors_after"] <= plain["errors_after"]
            if not answer["errors_after"]:
                good, clean = good and compiles(tmp / "model.rs", tmp), clean + 1
            passed += good
            if not good:
                failures.append(file.name)
                print(f"FAIL {file.name}: {plain['errors_after']} errors without the model, {answer['errors_after']} with it: {answer.get('note')}")
            if tried == n:
                break
    if tried and not calls:
        failures.append("the model was not asked")
        print(f"FAIL the model was not asked in {tried} repairs")
    print(f"figure: {model}, {tried} learner errors that stay broken without it: clean with it {clean}, {calls} calls, {time.monotonic() - start:.0f} s")
    print(f"{passed} passed, {len(failures)} failed")
    return bool(failures)


sys.exit(main())
