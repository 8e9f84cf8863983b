#!/usr/bin/env python3
"""What `tutor generate --tests` makes of small specifications with tests (tests/bench/specs).

usage: generate.py TUTOR [--specs DIR] [--model NAME]... [--only NAME] [--left FILE] [--check N] [--minutes N]
Each is generated from spec.txt until tests.rs passes; what is called done is tested once more by cargo itself here, with the tests as
they were given. Without --model: the knowledge base alone. --model NAME (more than once): with that local model (`tutor model
list`). --check N: exit 1 when fewer than N pass. --minutes N: no new one is begun after that; what was left out is said.
"""
import concurrent.futures
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time


def opts(name):
    return [sys.argv[i + 1] for i, a in enumerate(sys.argv) if a == name]


def generate(tutor, spec, tmp, model, until):
    if time.monotonic() > until:
        return None
    work = pathlib.Path(tmp) / ((model or "none") + "-" + spec.name)
    shutil.rmtree(work, ignore_errors=True)
    tests = work / "tests"
    tests.mkdir(parents=True)
    shutil.copy(spec / "tests.rs", tests / "tests.rs")
    env = dict(os.environ)
    if model:
        env["TUTOR_MODEL_MODEL"] = model
    start = time.monotonic()
    run = subprocess.run([tutor, "generate", (spec / "spec.txt").read_text().strip(), "--tests", str(tests), "--out", str(work / "out"), "--json"]
                         + ([] if model else ["--no-model"]), capture_output=True, text=True, env=env, timeout=1800)
    row = {"name": spec.name, "seconds": time.monotonic() - start}
    try:
        row["answer"] = json.loads(run.stdout)
    except ValueError:
        row["answer"] = {"result": "broken", "message": run.stdout[-300:] + run.stderr[-300:]}
    row["claimed"] = row["answer"].get("success") is True
    row["passes"] = False
    if row["claimed"]:
        given = (spec / "tests.rs").read_text()
        kept = [p for p in (work / "out").rglob("*.rs") if p.read_text() == given]
        cargo = subprocess.run(["cargo", "test", "--offline", "-q"], cwd=work / "out", capture_output=True, text=True)
        row["passes"] = bool(kept) and cargo.returncode == 0
    a = row["answer"]
    print(f"  {model or 'no model'} {spec.name}: {a.get('result')}, {a.get('tests_passed')} tests pass, {a.get('tests_failed')} fail, "
          f"{a.get('errors_after')} errors, {a.get('model_calls')} calls of a model, {row['seconds']:.0f} s", flush=True)
    return row


def show(title, rows, left):
    passes = [r for r in rows if r["passes"]]
    lies = [r["name"] for r in rows if r["claimed"] and not r["passes"]]
    seconds = sorted(r["seconds"] for r in rows)
    by_model = sum(1 for r in passes if not r["answer"].get("task"))
    print(f"{title}: {len(passes)} of {len(rows)} pass their tests ({by_model} by the model), {len(lies)} claimed and do not; "
          f"median {seconds[len(seconds) // 2]:.1f} s, longest {seconds[-1]:.1f} s, {sum(r['answer'].get('model_calls', 0) for r in rows)} calls of a model")
    for r in rows:
        if r["claimed"] and not r["passes"]:
            print("  claimed but cargo says no:", r["name"])
        if not r["passes"] and left:
            a = r["answer"]
            left.write(f"{title}\t{r['name']}\t{a.get('result')}\t{a.get('task')}\t{a.get('tests_passed')}/{a.get('tests_failed')}\t{a.get('message')}\n")
    return len(passes), lies


def main():
    here = pathlib.Path(__file__).parent
    tutor = str(pathlib.Path(sys.argv[1]).resolve())
    root = pathlib.Path((opts("--specs") or [here / "specs"])[0])
    specs = sorted(p.parent for p in root.glob("*/tests.rs") if not opts("--only") or p.parent.name in opts("--only"))
    left = open(opts("--left")[0], "w") if opts("--left") else None
    bad = False
    until = time.monotonic() + 60 * float((opts("--minutes") or ["100000"])[0])
    with tempfile.TemporaryDirectory() as tmp:
        for model in opts("--model") or [None]:
            with concurrent.futures.ThreadPoolExecutor(1 if model else 2) as pool:
                rows = [r for r in pool.map(lambda s: generate(tutor, s, tmp, model, until), specs) if r]
            if len(rows) < len(specs):
                print(f"{len(specs) - len(rows)} left out for lack of time")
            if not rows:
                continue
            n, lies = show(model or "no model", rows, left)
            bad |= bool(lies) or n < int((opts("--check") or ["0"])[0])
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
