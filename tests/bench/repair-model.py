#!/usr/bin/env python3
"""What a language model adds to `tutor fix`: on programs of the installed Rust docs that stay broken without one.

usage: repair-model.py TUTOR DOCS --model NAME [--sample N] [--renamed] [--minutes N]
First all programs are repaired without a model and without stubs (minutes); a fixed sample of N (40; 0: all) of those that did not
become clean is tried again with the model. Clean, clean and run well, and tests that pass are told apart; what is called clean is
compiled once more by rustc itself. Exit 1 when a program came out worse than without the model, or a protected test was changed.
--renamed: the same with every local name changed, since published programs are in a model's training data.
"""
import concurrent.futures
import hashlib
import os
import pathlib
import sys
import tempfile
import time

import repair as base


def rank(i):
    a = i["answer"]
    return (i["clean"], i["clean"] and not i["badly"], -a.get("errors_after", 10**6))


def main():
    tutor, docs, model = sys.argv[1], pathlib.Path(sys.argv[2]), base.opt("--model")
    sample, until = int(base.opt("--sample", "40")), time.monotonic() + 60 * float(base.opt("--minutes", "100000"))
    os.environ["TUTOR_MODEL_MODEL"] = model
    with tempfile.TemporaryDirectory() as folder, concurrent.futures.ThreadPoolExecutor(2) as pool:
        tmp = pathlib.Path(folder)
        rustc = base.Rustc(tmp)
        items = base.collect(docs, rustc, tmp)
        for i, codes in zip(items, pool.map(lambda i: rustc.codes(i["path"], i["edition"]), items)):
            i["codes"], i["stubs"] = codes, False
        items = list(pool.map(lambda i: base.repair(tutor, rustc, i), [i for i in items if i["codes"]]))
        left = [i for i in items if not i["clean"]]
        left.sort(key=lambda i: hashlib.sha256((i["set"] + i["page"] + i["path"].name).encode()).hexdigest())
        print(f"{len(items)} programs, {len(left)} not clean without a model and without stubs", flush=True)
        worse, done, calls, seconds = [], [], 0, 0.0
        for old in left[: sample or len(left)]:
            if time.monotonic() > until:
                break
            new = base.repair(tutor, rustc, {k: old[k] for k in ("set", "page", "path", "edition", "codes", "stubs")} | {"model": True})
            calls += new["answer"].get("model_calls", 0)
            seconds += new["seconds"]
            if rank(new) < rank(old) or new.get("false") or (new["clean"] and base.protected(new["path"], new["fixed"])):
                worse.append(new["page"])
            done.append(new)
            print(f"  {new['page']} {' '.join(new['codes'])}: {new['answer'].get('result')}, {new['answer'].get('model_calls')} calls, "
                  f"{new['seconds']:.0f} s", flush=True)
        n = len(done)
        clean = [i for i in done if i["clean"]]
        well = [i for i in clean if not i["badly"]]
        tests = [i for i in clean if i["answer"].get("tests_passed") and not i["answer"].get("tests_failed")]
        suffix = ", local names changed" if "--renamed" in sys.argv else ""
        print(f"figure: repair with {model}{suffix}: {n} unsolved programs tried, clean without stubs {base.percent(len(clean), n)}, of these run well "
              f"{len(well)}, their tests pass {len(tests)}; {calls} calls, {seconds:.0f} s, "
              f"{seconds / len(clean) if clean else 0:.0f} s a gained program; worse than without: {len(worse)}")
        for page in worse:
            print(f"FAIL worse with the model: {page}")
    print(f"{0 if worse else 1} passed, {len(worse)} failed")
    return bool(worse)


if __name__ == "__main__":
    sys.exit(main())
