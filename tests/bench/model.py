#!/usr/bin/env python3
"""make bench-model: what a language model adds to the answers, for no model and each local one, over tests/bench/ask.

usage: model.py [--tutor build/tutor] [--models none,qwen2.5-coder-0.5b,qwen2.5-coder-1.5b] [--sample N] [--what questions,errors] [--out DIR]

Questions: share answered, share whose shown citations open a page that holds the answer, share of shown code that compiles (judged
here with rustc, not by tutor), sentences of the model kept and dropped and why, time to the first text and to the end, tokens; and
paired against the run without a model. Errors: the root error's code and line, and the table of the "your code" sentences for
reading one by one. Writes DIR/DATE-model.md and DATE-your-code.tsv (tests/bench/reports). The knowledge base and the models are the
user's own (TUTOR_HOME, TUTOR_MODELS). Hours with all questions and models."""
import argparse
import collections
import csv
import datetime
import json
import math
import os
import pathlib
import re
import statistics
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
ALL = "none,qwen2.5-coder-0.5b,qwen2.5-coder-1.5b"


def environment(model):
    env = {k: v for k, v in os.environ.items() if not k.startswith("LLM_")}
    return env | {"TUTOR_MODEL_MODEL": model, "LC_ALL": "C.UTF-8"}


def call(tutor, words, model, stdin=""):
    """(JSON or None, seconds, standard error)"""
    start = time.monotonic()
    done = subprocess.run([tutor, *words, "--json"], env=environment(model), input=stdin, text=True, capture_output=True, errors="replace",
                          timeout=900)
    seconds = time.monotonic() - start
    try:
        return json.loads(done.stdout), seconds, done.stderr
    except ValueError:
        return None, seconds, done.stderr


def questions(sample):
    rows = [line.split("\t") for line in (HERE / "ask/questions.tsv").read_text().splitlines()]
    return every(rows, sample)


def errors(sample):
    rows = list(csv.DictReader((HERE / "ask/errors/errors.tsv").open(), delimiter="\t", quoting=csv.QUOTE_NONE))
    return every(rows, sample)


def every(rows, sample):
    """Every so manyth: the kinds lie together, so a sample has all of them."""
    return [rows[i * len(rows) // sample] for i in range(sample)] if sample else rows


def hits(page, gold):
    """As `tutor kb eval` counts: the page, and its anchor when the gold one has an anchor."""
    for g in gold:
        if page == g or ("#" not in g and page.split("#")[0] == g):
            return True
    return False


def opens_gold(result, gold):
    cites = [c.get("page") or "" for c in result.get("cites", [])]
    cites += [c.get("page") or "" for s in result.get("steps", []) for c in s.get("cites", [])]
    return any(hits(page, gold) for page in cites)


def blocks(steps):
    """(language, code) of all Rust that is shown as code of its own."""
    for s in steps:
        if s.get("code") and s.get("kind") != "where" and (s.get("lang") or "rust").startswith("rust"):
            yield s.get("lang") or "rust", s["code"]
        for lang, code in re.findall(r"```(rust[^\n]*|)\n(.*?)```", s.get("text") or "", re.S):
            if lang:
                yield lang, code


def compiles(code, tmp, tests):
    file = tmp / "block.rs"
    file.write_text(code)
    words = ["rustc", "--edition", "2024", "--emit=metadata", "-Adead_code", "--out-dir", str(tmp), str(file)]
    kinds = [["--test"]] if tests else [["--crate-type", "bin"], ["--crate-type", "lib"]]
    return any(subprocess.run(words + kind, capture_output=True).returncode == 0 for kind in kinds)


def block_good(lang, code, tmp):
    wanted = "compile_fail" not in lang
    shown = "\n".join(line[2:] if line.startswith("# ") else line for line in code.splitlines())  # hidden lines of the docs
    wrapped = "#![allow(unused)]\nfn main() -> Result<(), Box<dyn std::error::Error>> {\n" + shown + "\n; Ok(())\n}\n"
    ok = compiles(shown, tmp, "#[test]" in shown) or compiles(wrapped, tmp, False) or compiles("fn main() {\n" + shown + "\n}\n", tmp, False)
    return ok == wanted


def wilson(k, n):
    """The 95% interval of a share, in percent."""
    if not n:
        return "-"
    p, z = k / n, 1.96
    mid, half = (p + z * z / (2 * n)) / (1 + z * z / n), z * math.sqrt(p * (1 - p) / n + z * z / (4 * n * n)) / (1 + z * z / n)
    return f"{100 * p:.1f}% ({k} of {n}; {max(0, 100 * (mid - half)):.0f}-{min(100, 100 * (mid + half)):.0f})"


def sentences(text):
    return len(re.findall(r"[.!?](?:\s|$)", text or ""))


def measure(result, seconds, tmp):
    steps = result.get("steps", [])
    shown = list(blocks(steps))
    kept = sum(sentences(s["text"]) for s in steps if s.get("origin") == "model")
    return {"blocks": len(shown), "good": sum(block_good(lang, code, tmp) for lang, code in shown), "kept": kept,
            "dropped": result.get("dropped", []), "first": result.get("first_ms"), "end": result.get("ms", seconds * 1000),
            "wall": seconds * 1000, "tokens": (result.get("tokens_in"), result.get("tokens_out")), "model": result.get("model"),
            "note": result.get("note"), "bad_blocks": [c for lang, c in shown if not block_good(lang, c, tmp)][:1]}


def ask_questions(args, model, tmp):
    rows = []
    for question, gold, kind in questions(args.sample):
        result, seconds, err = call(args.tutor, ["ask", question], model)
        if result is None or "error" in result:
            sys.exit(f"bench-model: ask failed: {err or result}")
        row = measure(result, seconds, tmp)
        row |= {"question": question, "kind": kind, "found": bool(result.get("found")), "hit": bool(result.get("found")) and
                opens_gold(result, gold.split("|")), "by": result.get("by")}
        rows.append(row)
    return rows


def compiler_text(file):
    # rustc renames its output into place: as root, an output of /dev/null takes the device's place
    with tempfile.TemporaryDirectory() as out:
        done = subprocess.run(["rustc", "--edition", "2024", "--out-dir", out, "--emit=metadata", str(file)], capture_output=True, text=True)
    return done.stderr


def explain_errors(args, model, tmp):
    rows = []
    for e in errors(args.sample):
        file = HERE / "ask/errors" / e["file"]
        plain, _, err = call(args.tutor, ["explain", str(file), "--rung", "4"], model)
        if plain is None or "error" in plain:
            sys.exit(f"bench-model: explain {e['file']} failed: {err or plain}")
        root = next((x for x in plain["errors"] if x.get("root")), plain["errors"][0] if plain["errors"] else {})
        words = ["ask", "What is wrong here?", "--code", str(file), "--rung", "4"]
        text = compiler_text(file)
        if e["code"] == "panic":
            text = root.get("message", "")
        result, seconds, err = call(args.tutor, [*words, *(["--error", text] if text else [])], model)
        if result is None or "error" in result:
            sys.exit(f"bench-model: ask about {e['file']} failed: {err or result}")
        row = measure(result, seconds, tmp)
        steps = [s for s in result["steps"] if s["kind"] == "your_code"] or [s for s in root.get("steps", []) if s["kind"] == "your_code"]
        by_model = [s for s in steps if s.get("origin") == "model"]
        row |= {"file": e["file"], "wanted": e["code"], "wrong": e["wrong"], "line": e["line"], "found": bool(result.get("found")),
                "code": root.get("code") or "none", "at": root.get("line"), "card": root.get("card"),
                "your_code": " ".join((by_model or steps)[0]["text"].split()) if steps else "", "origin": (by_model or steps)[0]["origin"] if steps else ""}
        rows.append(row)
    return rows


def times(rows, key):
    v = sorted(r[key] for r in rows if r.get(key) is not None and r[key] >= 0)
    return f"{statistics.median(v):.0f} / {v[int(0.95 * (len(v) - 1))]:.0f} ms" if v else "-"


def reasons(rows):
    """Dropped is `STEP: REASON: why`."""
    c = collections.Counter(": ".join(d.split(": ")[:2]) for r in rows for d in r["dropped"])
    return ", ".join(f"{name} {n}" for name, n in c.most_common()) or "-"


def tokens(rows):
    told = [r["tokens"] for r in rows if r["tokens"][0] is not None]
    return f"{statistics.mean(t[0] for t in told):.0f} in, {statistics.mean(t[1] or 0 for t in told):.0f} out" if told else "not told"


def common_lines(rows):
    n, model_rows = len(rows), [r for r in rows if r["model"]]
    kept, dropped = sum(r["kept"] for r in rows), sum(len(r["dropped"]) for r in rows)
    return [("shown code that compiles as it says", wilson(sum(r["good"] for r in rows), sum(r["blocks"] for r in rows))),
            ("the model took part", wilson(len(model_rows), n)), ("its sentences shown", str(kept)), ("its steps dropped", f"{dropped}: {reasons(rows)}"),
            ("first text, median / p95", times(rows, "first")), ("end, median / p95", times(rows, "end")), ("tokens a question", tokens(rows))]


def table(title, columns, out):
    out.append(f"\n## {title}\n")
    names = [name for name, _ in next(iter(columns.values()))]
    out.append("| | " + " | ".join(columns) + " |\n|---|" + "---|" * len(columns))
    for i, name in enumerate(names):
        out.append(f"| {name} | " + " | ".join(lines[i][1] for lines in columns.values()) + " |")


def paired(without, rows, key, name, out):
    gained = [a[name] for a, b in zip(without, rows) if not a[key] and b[key]]
    lost = [a[name] for a, b in zip(without, rows) if a[key] and not b[key]]
    n = len(gained) + len(lost)
    p = min(1.0, 2 * sum(math.comb(n, k) for k in range(min(len(gained), len(lost)) + 1)) / 2 ** n) if n else 1.0
    out.append(f"- {key}: gained {len(gained)}, lost {len(lost)} (sign test p = {p:.2f})" + "".join(f"\n  - lost: {x}" for x in lost))
    return len(gained) - len(lost)


def report(results, args):
    out = [f"# What the model adds, {datetime.date.today().isoformat()}\n",
           f"`tests/bench/model.py`; {os.cpu_count()} cores, {subprocess.check_output(['rustc', '--version'], text=True).strip()}; "
           + ("every question and error" if not args.sample else f"a sample of {args.sample}") + ". Shares with their 95% intervals."]
    worse = 0
    for what, key in (("questions", "question"), ("errors", "file")):
        columns = {}
        for model, sets in results.items():
            rows = sets.get(what)
            if not rows:
                continue
            n = len(rows)
            lines = [("answered", wilson(sum(r["found"] for r in rows), n))]
            if what == "questions":
                lines.append(("a shown citation opens a page with the answer", wilson(sum(r["hit"] for r in rows), n)))
                for kind in dict.fromkeys(r["kind"] for r in rows):
                    part = [r for r in rows if r["kind"] == kind]
                    lines.append((f"… {kind}", wilson(sum(r["hit"] for r in part), len(part))))
            else:
                lines.append(("root error named", wilson(sum(r["code"] == r["wanted"] or (r["wanted"] == "panic" and r["code"] == "none") for r in rows), n)))
                lines.append(("root error's line", wilson(sum(str(r["at"]) == r["line"] for r in rows), n)))
                lines.append(("a your-code step", wilson(sum(bool(r["your_code"]) for r in rows), n)))
                lines.append(("… by the model", wilson(sum(r["origin"] == "model" for r in rows), n)))
            columns[model] = lines + common_lines(rows)
        if not columns:
            continue
        table(what.capitalize(), columns, out)
        without = results.get("none", {}).get(what)
        for model, sets in results.items():
            if without and model != "none" and sets.get(what):
                out.append(f"\nPaired, {model} against none:")
                for k in ["found", "hit"] if what == "questions" else ["found"]:
                    worse += paired(without, sets[what], k, key, out) < 0
    bad = [(model, r) for model, sets in results.items() for rows in sets.values() for r in rows if r["bad_blocks"]]
    if bad:
        out.append("\n## Code that does not compile as it says\n")
        out += [f"{model}, {r.get('question') or r.get('file')}:\n```\n{r['bad_blocks'][0].strip()}\n```" for model, r in bad[:10]]
    return "\n".join(out) + "\n", worse


def your_code_table(results, path):
    with path.open("w") as f:
        f.write("file\tmodel\twhat is wrong\torigin\tyour code\tdropped\tright? (read by a person)\n")
        for model, sets in results.items():
            for r in sets.get("errors", []):
                drop = "; ".join(r["dropped"]).replace("\t", " ").replace("\n", " ")
                f.write("\t".join([r["file"], model, r["wrong"], r["origin"], r["your_code"].replace("\t", " "), drop, ""]) + "\n")


def check_models(args):
    listed, _, err = call(args.tutor, ["model", "list"], "none")
    if listed is None:
        sys.exit(f"bench-model: {err.strip()}")
    for model in args.models.split(","):
        entry = next((m for m in listed.get("models", []) if m["name"] == model), None)
        if model != "none" and not (entry and (entry.get("downloaded") or entry.get("have") or entry.get("state") in ("downloaded", "in use"))):
            sys.exit(f"bench-model: the model {model} is not downloaded. (tutor model get {model})")


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("--tutor", default=str(ROOT / "build/tutor"))
    p.add_argument("--models", default=ALL)
    p.add_argument("--sample", type=int, default=0)
    p.add_argument("--what", default="questions,errors")
    p.add_argument("--out", default=str(HERE / "reports"))
    args = p.parse_args()
    args.tutor = str(pathlib.Path(args.tutor).resolve())
    check_models(args)
    results = {}
    with tempfile.TemporaryDirectory(prefix="tutor-model.") as tmp:
        for model in args.models.split(","):
            results[model] = {}
            if "questions" in args.what:
                results[model]["questions"] = ask_questions(args, model, pathlib.Path(tmp))
            if "errors" in args.what:
                results[model]["errors"] = explain_errors(args, model, pathlib.Path(tmp))
            print(f"bench-model: {model} done", file=sys.stderr)
    text, worse = report(results, args)
    out = pathlib.Path(args.out)
    out.mkdir(parents=True, exist_ok=True)
    stem = f"{datetime.date.today().isoformat()}{f'-sample{args.sample}' if args.sample else ''}"
    (out / f"{stem}-model.md").write_text(text)
    your_code_table(results, out / f"{stem}-your-code.tsv")
    print(text)
    return worse > 0


if __name__ == "__main__":
    sys.exit(main())
