#!/usr/bin/env python3
"""A part of make bench-model: the model's two "your code" sentences over 80 of the errors in tests/bench/ask/errors, for reading one by one.

usage: your_code.py [--tutor build/tutor] [--model qwen2.5-coder-1.5b] [--sample 80] [--part all|dev|held] [--out tests/bench/reports/your_code.md]

Writes a table: the error, kept or why not, the sentences, seconds, and the reading ("right: …" or "wrong: …"), which is a person's:
it is left empty, and taken over from the table that stands there already where the sentences are still the same. `dev` are the
first, third, fifth ... of the errors, at which frames and prompt were looked at while they were made, `held` the others. Every row is
written as it comes."""
import argparse
import datetime
import pathlib
import re
import statistics
import sys

import model as bench

HEAD = "| error | part | outcome | sentences | seconds | read |\n|---|---|---|---|---|---|\n"


def rows_of(args):
    """In an order in which a run that is cut short is a sample of all kinds."""
    every = [(e, "held" if i % 2 else "dev", i) for i, e in enumerate(bench.errors(args.sample))]
    every.sort(key=lambda x: (x[2] % 4 // 2, x[2] % 2, x[2]))
    return [(e, part) for e, part, _ in every if args.part in ("all", part)]


def cell(text):
    return " ".join(text.split()).replace("|", "\\|")


def old_readings(path):
    """{(file, sentences): reading} of the table that stands."""
    read = {}
    for line in path.read_text().splitlines() if path.exists() else []:
        c = [x.strip() for x in re.split(r"(?<!\\)\|", line)[1:-1]]
        if len(c) == 6 and c[0].endswith(".rs") and c[5]:
            read[c[0], c[3]] = c[5]
    return read


def ask(args, e):
    """(outcome, sentences, seconds): kept, not asked, no part, or the reason for dropping."""
    file = bench.HERE / "ask/errors" / e["file"]
    if e["code"] == "panic":
        return "not asked: compiles and panics", "", 0.0
    result, seconds, err = bench.call(args.tutor, ["ask", "What is wrong here?", "--code", str(file), "--rung", "4", "--error", bench.compiler_text(file)], args.model)
    if result is None or "error" in result:
        sys.exit(f"your_code: ask about {e['file']} failed: {err or result}")
    text = [s["text"] for s in result["steps"] if s["kind"] == "your_code" and s.get("origin") == "model"]
    if text:
        return "kept", cell(text[0]), seconds
    if result.get("dropped"):
        return "dropped: " + cell("; ".join(result["dropped"]).removeprefix("your_code: ")), "", seconds
    if result.get("note") in ("The model had nothing to add.", "The model was not needed for this."):
        return "not asked: plain for this code", "", seconds  # kb/prompts/FAMILY/family.yaml
    return "no part: " + cell(result.get("note") or "-"), "", seconds


def figures(rows):
    asked = [r for r in rows if not r[2].startswith("not asked")]
    kept = [r for r in asked if r[2] == "kept"]
    read = [r for r in kept if r[5]]
    right = [r for r in read if r[5].startswith("right")]
    out = [f"- with sentences of the model, of all: {bench.wilson(len(kept), len(rows))}", f"- kept of asked: {bench.wilson(len(kept), len(asked))}", f"- right of kept and read: {bench.wilson(len(right), len(read))}",
           f"- kept and right of asked and read: {bench.wilson(len(right), len(asked) - len(kept) + len(read))}"]
    if asked:
        out.append(f"- seconds, median: {statistics.median(r[4] for r in asked):.1f}")
    return out


def write(args, rows):
    out = [f"# The model's \"your code\" sentences\n\n{datetime.date.today().isoformat()}, {args.model}, `tests/bench/your_code.py`. "
           f"{len(rows)} of {len(rows_of(args))} errors.\n"]
    for part in ("dev", "held"):
        mine = [r for r in rows if r[1] == part]
        if mine:
            out += [f"\n{part} ({len(mine)}):\n", *figures(mine)]
    if len({r[1] for r in rows}) == 2:
        out += ["\nall:\n", *figures(rows)]
    table = "".join(f"| {r[0]} | {r[1]} | {r[2]} | {r[3]} | {r[4]:.1f} | {r[5]} |\n" for r in sorted(rows))
    args.out.parent.mkdir(parents=True, exist_ok=True)
    args.out.write_text("\n".join(out) + "\n\n" + HEAD + table)


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("--tutor", default=str(bench.ROOT / "build/tutor"))
    p.add_argument("--model", default="qwen2.5-coder-1.5b")
    p.add_argument("--sample", type=int, default=80)
    p.add_argument("--part", choices=["all", "dev", "held"], default="all")
    p.add_argument("--out", type=pathlib.Path, default=bench.HERE / "reports/your_code.md")
    args = p.parse_args()
    args.tutor = str(pathlib.Path(args.tutor).resolve())
    read, rows = old_readings(args.out), []
    for e, part in rows_of(args):
        outcome, text, seconds = ask(args, e)
        rows.append((e["file"], part, outcome, text, seconds, read.get((e["file"], text), "") if text else ""))
        write(args, rows)
    print("\n".join(figures(rows)))


if __name__ == "__main__":
    main()
