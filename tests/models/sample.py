#!/usr/bin/env python3
"""A fixed sample with a real local model: sample.py TUTOR MODEL N (30). The hours are in `make bench-model`.

N questions of tests/bench/ask are asked for search words, N learner errors for the "your code" sentences (also of a model whose own
prompts leave that step out: the check has to hold against its words, too). Nothing here measures a
model against a bar that a slow machine could miss; what must hold is that words keep to their limits, that no sentence is shown which
a second look (this file's own, not tutor's) would refuse, that every answer stands, and that the model takes part at all.
Figures: R@5 with and without the words, the share of sentences kept, times."""
import csv
import json
import os
import pathlib
import re
import statistics
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
ASK = ROOT / "tests/bench/ask"
tutor, model, n = sys.argv[1], sys.argv[2], int(sys.argv[3]) if len(sys.argv) > 3 else 30
home = pathlib.Path(os.environ["TUTOR_HOME"])
passed, failures = 0, []


def check(name, good, why=""):
    global passed
    if good:
        passed += 1
    else:
        failures.append(name)
        print(f"FAIL {model}: {name}: {str(why)[:600]}")


def run(*words, **more):
    done = subprocess.run([tutor, *words, "--json"], capture_output=True, text=True, errors="replace", stdin=subprocess.DEVNULL, timeout=1800,
                          env=os.environ | {"TUTOR_MODEL_MODEL": model} | more)
    try:
        return json.loads(done.stdout), done
    except ValueError:
        return {}, done


def every(rows):
    return [rows[i * len(rows) // n] for i in range(n)]


def search_words():
    rows = every((ASK / "questions.tsv").read_text().splitlines())
    file = home / "sample.tsv"
    file.write_text("".join(r + "\n" for r in rows))
    plain, done = run("kb", "eval", str(file))
    check("the questions without words", plain.get("all", {}).get("n") == n, done.stderr)
    start = time.monotonic()
    with_words, done = run("kb", "eval", str(file), "--leg", "model")
    seconds = time.monotonic() - start
    check("the questions with words", with_words.get("all", {}).get("n") == n and done.returncode == 0, done.stderr)
    kept = home / "cache/search-words.txt"
    words = [line.split(" ", 1)[1] for line in kept.read_text().splitlines()] if kept.exists() else []
    check("words come", len(words) >= 0.8 * n, f"{len(words)} of {n}; {with_words.get('note')}")
    for w in words:
        check("words keep to their limits", 0 < len(w.split()) <= 6 * 4 and len(w) <= 300 and w.isprintable(), w)
    if plain.get("all") and with_words.get("all"):
        a, b = plain["all"], with_words["all"]
        print(f"figure: {model}, {n} questions: R@5 {100 * a['r5']:.0f}% without, {100 * b['r5']:.0f}% with search words; words for "
              f"{len(words)}, {seconds / n:.1f} s each")


def errors():
    return every(list(csv.DictReader((ASK / "errors/errors.tsv").open(), delimiter="\t", quoting=csv.QUOTE_NONE)))


def compiler_text(file):
    with tempfile.TemporaryDirectory() as out:  # never -o /dev/null: rustc puts a file there, and root may
        words = ["rustc", "--edition", "2024", "-o", f"{out}/x.rmeta", "--emit=metadata", str(file)]
        return subprocess.run(words, capture_output=True, text=True).stderr


def refused(text, source, given):
    """Why a sentence may not stand, or None: looked at here anew."""
    names = [x for x in re.findall(r"`([^`]+)`", text) if x not in given and not all(part in given for part in re.findall(r"\w+", x))]
    lines = [int(x) for x in re.findall(r"\blines? (\d+)", text)]
    prose = re.sub(r"`[^`]*`", "x", text)
    if names:
        return f"names {names}"
    if any(x < 1 or x > source.count("\n") + 1 for x in lines):
        return f"lines {lines}"
    if "```" in text or re.search(r"[{};]|https?:|\b(as an ai|i am|solution)\b", prose, re.I) or not prose.isascii():
        return "code, links or signs"
    if len(prose.split()) > 60 or len(re.findall(r"[.!?](?:\s|$)", prose)) > 3 or not re.search(r"[.!?]\"?$", prose):
        return "too long, or no sentence"
    return None


def your_code():
    shown, dropped, silent, times = 0, [], [], []
    for e in errors():
        file = ASK / "errors" / e["file"]
        source, said = file.read_text(), compiler_text(file)
        start = time.monotonic()
        words = ["--error", said] if "error" in said else []
        answer, done = run("ask", *([] if words else ["What is wrong here?"]), "--code", str(file), "--rung", "4", *words, TUTOR_MODEL_FAMILY="qwen-coder")
        times.append(time.monotonic() - start)
        steps = answer.get("steps", [])
        check("an answer stands", done.returncode in (0, 1) and steps and any(s["origin"] != "model" for s in steps), f"{e['file']}: {done.stderr}")
        given = source + said + "".join(s["text"] + (s["code"] or "") for s in steps if s["origin"] != "model")
        mine = [s["text"].strip() for s in steps if s["origin"] == "model"]
        for text in mine:
            why = refused(text, source, given)
            check("nothing is shown that may not be", not why, f"{e['file']}: {why}: {text}")
        shown += bool(mine)
        dropped += answer.get("dropped", [])
        if not mine and not answer.get("dropped"):
            silent.append(str(answer.get("note")))
    came = shown + len(dropped)
    check("the model takes part", came > 0, silent[:2])
    reasons = ", ".join(sorted({": ".join(d.split(": ")[1:2]) for d in dropped}))
    print(f"figure: {model}, {n} errors: sentences for {shown}, dropped {len(dropped)} ({reasons or '-'}), none came {len(silent)}; kept "
          f"{100 * shown / max(came, 1):.0f}% of what came; {statistics.median(times):.1f} s an error (median)")


search_words()
your_code()
print(f"{passed} passed, {len(failures)} failed")
sys.exit(bool(failures))
