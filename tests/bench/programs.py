#!/usr/bin/env python3
"""What `tutor fix` makes of programs that learners could have written (tests/bench/programs), judged by rustc here.

usage: programs.py TUTOR [--set dev,held,tested] [--model NAME] [--minutes N] [--check N]
dev, held: one or two mistakes each; right when it compiles without holes and prints what NAME.out says. tested: larger programs with
tests, some with a mistake in their logic; right when the tests, unchanged, pass. Without --model: the knowledge base and the templates
alone. --minutes N: no new one is begun after that. --check N: exit 1 when fewer than N are right.
Nobody should look at held and tested who works on the templates."""
import concurrent.futures
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent


def opt(name, default=None):
    return sys.argv[sys.argv.index(name) + 1] if name in sys.argv else default


def output(command, seconds):
    """(exit code, standard output); what does not end in time has failed."""
    try:
        done = subprocess.run(command, capture_output=True, text=True, errors="replace", timeout=seconds)
        return done.returncode, done.stdout
    except subprocess.TimeoutExpired:
        return 1, ""


def tests_of(text):
    return text.partition("#[cfg(test)]")[2]


def judge(rustc, file, fixed, work):
    """(it compiles, it is right)"""
    tested = bool(tests_of(file.read_text()))
    program = work / "program"
    done, _ = output([rustc, "--edition", "2021", "-Awarnings", *(["--test"] if tested else []), "-o", str(program), str(fixed)], 60)
    if done:
        return False, False
    code, printed = output([str(program)], 20)
    if tested:
        return True, code == 0 and tests_of(file.read_text()) == tests_of(fixed.read_text())
    return True, printed == file.with_suffix(".out").read_text()


def repair(tutor, rustc, file, model, tmp):
    work = pathlib.Path(tempfile.mkdtemp(dir=tmp))
    fixed = work / file.name
    fixed.write_text(file.read_text())
    env = dict(os.environ) | ({"TUTOR_MODEL_MODEL": model} if model else {})
    start = time.monotonic()
    run = subprocess.run([tutor, "fix", str(fixed), "--json", *([] if model else ["--no-model"])], capture_output=True, text=True, env=env)
    seconds = time.monotonic() - start
    try:
        answer = json.loads(run.stdout)
    except ValueError:
        answer = {"result": "broken", "message": run.stderr[-200:]}
    compiles, right = judge(rustc, file, fixed, work)
    lie = answer.get("result") == "fixed_tests" and not right
    return {"name": file.stem, "answer": answer, "clean": compiles and not answer.get("stubs"), "right": right and not answer.get("stubs"), "lie": lie,
            "seconds": seconds}


def show(name, rows, left):
    seconds = sorted(r["seconds"] for r in rows)
    calls = sum(r["answer"].get("model_calls", 0) for r in rows)
    print(f"figure: {name}: of {len(rows)} programs {sum(r['clean'] for r in rows)} compile without holes, {sum(r['right'] for r in rows)} are right, "
          f"{sum(r['lie'] for r in rows)} claimed and are not; median {seconds[len(seconds) // 2]:.1f} s, p95 {seconds[int(.95 * len(seconds))]:.1f} s, "
          f"{calls} calls of a model" + (f"; {left} left out for lack of time" if left else ""))


def main():
    tutor, model = str(pathlib.Path(sys.argv[1]).resolve()), opt("--model")
    until, right, lies = time.monotonic() + 60 * float(opt("--minutes", "100000")), 0, 0
    rustc = subprocess.check_output(["rustc", "--print", "sysroot"], text=True).strip() + "/bin/rustc"
    with tempfile.TemporaryDirectory() as tmp:
        for name in opt("--set", "dev,held,tested").split(","):
            files = sorted((HERE / "programs" / name).glob("*.rs"))
            with concurrent.futures.ThreadPoolExecutor(1 if model else 2) as pool:
                rows = list(pool.map(lambda f: repair(tutor, rustc, f, model, tmp) if time.monotonic() < until else None, files))
            rows = [r for r in rows if r]
            if rows:
                show(f"{name} with {model}" if model else name, rows, len(files) - len(rows))
            right += sum(r["right"] for r in rows)
            lies += sum(r["lie"] for r in rows)
    good = not lies and right >= int(opt("--check", "0"))
    print(f"{int(good)} passed, {int(not good)} failed")
    return not good


if __name__ == "__main__":
    sys.exit(main())
