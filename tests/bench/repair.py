#!/usr/bin/env python3
"""What `tutor fix` makes of the failing programs of the installed Rust docs: error index, Book, Rust by Example.

usage: repair.py TUTOR [DOCS] [--set error-index|book|rbe] [--renamed] [--attempts N] [--jobs N] [--left FILE] [--check]
       repair.py TUTOR [DOCS] --learn [--apart] [--renamed] [--part K] [--keep FILE] [--first N] [--refused FILE] ...
A program is used when it needs no nightly compiler and no crate, and the installed rustc refuses it. Each is repaired
with stubs allowed; what is called clean is compiled once more by rustc itself here. --renamed: the same programs with
every local name changed. --left FILE: the programs that stay broken, for whoever writes templates. --check: exit 1 below
the bars. No model is used.

--learn: half of the programs are repaired with learning on; where that fails and the page has a right version of the same
program, that version is given as its author would have written it (checked, changed, checked again). Then the other half
is repaired twice, with what was learned and with nothing, and the difference is printed. The halves are every second program of
the list sorted by the first error's code, so that a code with two programs has one in each; programs that differ in comments
only count once. With --apart no page has programs in both. --part K: only programs of every K-th code. --keep FILE: what was
learned, as `tutor kb export` writes it. --refused FILE: what came of each pair, and why nothing did.
"""
import concurrent.futures
import difflib
import hashlib
import html
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import time

BLOCK = re.compile(r'<pre[^>]*><code class="language-rust ([^"]*)">(.*?)</code></pre>', re.S)
ANY_BLOCK = re.compile(BLOCK.pattern.replace('language-rust ([^"]*)', 'language-rust ?([^"]*)'), re.S)
CRATES = re.compile(r"\b(?:use|extern crate) (rand|trpl|tokio|futures|hello_macro\w*|syn|quote|proc_macro|adder|aggregator|"
                    r"blog|gui|restaurant|guessing_game|minigrep|art|add_one|rary|serde|regex|libc|log)\b|\brand::|\btrpl::")


def opt(name, default=None):
    return sys.argv[sys.argv.index(name) + 1] if name in sys.argv else default


def blocks(folder, pattern=BLOCK):
    for page in sorted(folder.rglob("*.html")):
        if page.name in ("print.html", "toc.html"):
            continue
        text = page.read_text()
        main = text.split("<main>", 1)[-1].split("</main>", 1)[0]
        for words, body in pattern.findall(main):
            yield page.relative_to(folder), words, html.unescape(re.sub(r"<[^>]+>", "", body))


def wrap(text):
    if re.search(r"\bfn main\b", text):
        return text
    if "#[cfg(test)]" in text or "crate::" in text:  # a library's file: inside a function it would be another program
        return text + "\n\nfn main() {}\n"
    attrs = [l for l in text.splitlines() if l.startswith("#![")]
    rest = [l for l in text.splitlines() if not l.startswith("#![")]
    return "\n".join(attrs + ["fn main() {"] + rest + ["}"]) + "\n"


def edition(words, default):
    found = re.search(r"edition(\d{4})", words)
    return found.group(1) if found else default


def candidates(docs):
    for page, words, text in blocks(docs / "error_codes"):
        if ("compile_fail" in words or re.search(r"\bE\d{4}\b", words)) and "ignore" not in words:
            yield "error-index", str(page), wrap(text), edition(words, "2015")
    for page, words, text in blocks(docs / "book"):
        if "does_not_compile" in words:
            yield "book", str(page), wrap(text), edition(words, "2024")
    for page, words, text in blocks(docs / "rust-by-example"):
        if "compile_fail" in words or "mdbook-runnable" in words:
            yield "rbe", str(page), wrap(text), edition(words, "2021")


class Rustc:
    def __init__(self, tmp):
        root = subprocess.run(["rustc", "--print", "sysroot"], capture_output=True, text=True).stdout.strip()
        self.exe, self.tmp = root + "/bin/rustc", tmp

    def codes(self, path, edition):
        """Codes of its errors ('-' for none); empty: it compiles."""
        text = pathlib.Path(path).read_text()
        words = [self.exe, "--edition", edition, "--crate-name", "learner", "--emit=metadata", "--error-format=json",
                 "-o", str(path) + ".meta", str(path)] + (["--test"] if "#[test]" in text else [])
        run = subprocess.run(words, capture_output=True, text=True)
        found = []
        for line in run.stderr.splitlines():
            try:
                d = json.loads(line)
            except ValueError:
                continue
            if d.get("level") == "error" and not d["message"].startswith("aborting"):
                found.append((d.get("code") or {}).get("code") or "-")
        return found if run.returncode else []


TOKEN = re.compile(r'//[^\n]*|/\*.*?\*/|b?r?#*"(?:\\.|[^"\\])*"#*|\'(?:\\.|[^\'\\])\'|\'?[A-Za-z_]\w*|\s+|.', re.S)
KEYWORDS = set("as async await break const continue crate dyn else enum extern false fn for if impl in let loop match mod move "
               "mut pub ref return self Self static struct super trait true type unsafe use where while main _".split())


def rename(text):
    """Every name that a let, a for, a parameter or a closure binds, where it is not a field's name too."""
    tokens = TOKEN.findall(text)
    code = [(i, t) for i, t in enumerate(tokens) if not t.isspace() and not t.startswith(("//", "/*"))]
    bound, fields = set(), set()
    for k, (_, t) in enumerate(code):
        before = code[k - 1][1] if k else ""
        after = code[k + 1][1] if k + 1 < len(code) else ""
        after2 = code[k + 2][1] if k + 2 < len(code) else ""
        if not re.fullmatch(r"[a-z_]\w*", t) or t in KEYWORDS:
            continue
        if before in ("let", "for") or (before == "mut" and k > 1 and code[k - 2][1] in ("let", "(", ",", "|")):
            bound.add(t)
        if before in ("(", ",", "|") and after == ":" and after2 != ":":
            bound.add(t)
        if before == "|" and after in ("|", ","):
            bound.add(t)
        if before == "." or before in ("fn", "mod", "::") or after == "!":
            fields.add(t)
        if before in ("{", ",") and after == ":" and after2 != ":" and before == "{":
            fields.add(t)
    names = {n: f"q{i}_{n[::-1].strip('_')}" for i, n in enumerate(sorted(bound - fields))}

    def one(t):
        if t in names:
            return names[t]
        if '"' in t:
            return re.sub(r"\{([a-z_]\w*)([:}])", lambda m: "{" + names.get(m[1], m[1]) + m[2], t)
        return t
    return "".join(one(t) for t in tokens)


def repair(tutor, rustc, item):
    path, ed, attempts = item["path"], item["edition"], opt("--attempts", "20")
    out = str(path) + ".fixed.rs"
    start = time.monotonic()
    run = subprocess.run([tutor, "fix", str(path), "--json", "--out", out, "--edition", ed, "--attempts", attempts]
                         + (["--stubs"] if item.get("stubs", True) else []) + ([] if item.get("model") else ["--no-model"]),
                         capture_output=True, text=True, timeout=600)
    item["seconds"] = time.monotonic() - start
    try:
        answer = json.loads(run.stdout)
    except ValueError:
        answer = {"error": run.stdout + run.stderr}
    item["answer"] = answer
    clean = answer.get("errors_after") == 0 and answer.get("errors_before", 0) > 0
    if clean and rustc.codes(out, ed):
        item["false"] = "called clean, but rustc refuses it"
        clean = False
    item["clean"] = clean
    item["stub"] = clean and answer["stubs"] > 0
    item["badly"] = clean and not item["stub"] and bool(answer.get("note"))
    item["fixed"] = out
    return item


def protected(path, out):
    """Text of tests in the program and not in the result."""
    a, b = pathlib.Path(path).read_text(), pathlib.Path(out).read_text()
    at = a.find("#[cfg(test)]")
    return at >= 0 and a[at:].rstrip() not in b


def percent(n, of):
    return f"{n} ({100 * n / of:.0f}%)" if of else "0"


def figures(name, items):
    n = len(items)
    clean = sum(i["clean"] for i in items)
    whole = sum(i["clean"] and not i["stub"] for i in items)
    runs = whole - sum(i["badly"] for i in items)
    times = sorted(i["answer"].get("ms", 0) / 1000 for i in items)
    checks = sorted(i["answer"].get("checks", 0) for i in items if i["clean"]) or [0]
    print(f"figure: repair {name}: {n} programs, clean {percent(clean, n)}, without stubs {percent(whole, n)}, of these run "
          f"well {percent(runs, whole)}; seconds p50 {times[n // 2]:.2f} p95 {times[min(n - 1, n * 95 // 100)]:.2f}; "
          f"compilations of a clean one p50 {checks[len(checks) // 2]}", flush=True)
    return clean / n, whole / n, times[min(n - 1, n * 95 // 100)]


def collect(docs, rustc, tmp):
    items, seen = [], set()
    for number, (which, page, text, ed) in enumerate(candidates(docs)):
        if text in seen or "#![feature" in text or CRATES.search(text) or re.search(r"^\s*(pub )?mod \w+;", text, re.M):
            continue
        seen.add(text)
        if opt("--set", which) != which:
            continue
        if "--renamed" in sys.argv:
            text = rename(text)
        path = tmp / f"p{number}.rs"
        path.write_text(text)
        items.append({"set": which, "page": page, "path": path, "edition": ed})
    return items


def right_versions(docs):
    """Programs of each page that are meant to compile, with their place on it."""
    found = {}
    for folder in ("error_codes", "book", "rust-by-example"):
        for page, words, text in blocks(docs / folder, ANY_BLOCK):
            if "compile_fail" not in words and "does_not_compile" not in words and not re.search(r"\bE\d{4}\b", words):
                found.setdefault((folder, str(page)), []).append(wrap(text))
    return found


FOLDERS = {"error-index": "error_codes", "book": "book", "rbe": "rust-by-example"}


def tutor_run(tutor, home, *words, learn="yes"):
    env = dict(os.environ, TUTOR_HOME=str(home), TUTOR_LEARN_ENABLED=learn, TUTOR_LEARN_BACKGROUND="no")
    return subprocess.run([tutor, *map(str, words)], capture_output=True, text=True, timeout=600, env=env)


def code_of(text):
    """The program without comments, in one line."""
    return " ".join("".join(" " if t.startswith(("//", "/*")) else t for t in TOKEN.findall(text)).split())


def alike(a, b):
    return difflib.SequenceMatcher(None, code_of(a), code_of(b), autojunk=False).ratio()


def learn_from(tutor, rustc, item, home, right):
    """One program of the first half: repaired, or shown its right version. True: there was something to learn from."""
    out = str(item["path"]) + ".learned.rs"
    run = tutor_run(tutor, home, "fix", item["path"], "--json", "--out", out, "--edition", item["edition"])
    answer = json.loads(run.stdout)
    if answer.get("errors_after") == 0 and answer.get("result") in ("fixed", "fixed_tests"):
        return "repair"
    text = item["path"].read_text()
    near = [(alike(text, r), r) for r in right.get((FOLDERS[item["set"]], item["page"]), []) if code_of(r) != code_of(text)]
    path = item["path"].with_suffix(".learner.rs")
    if near and max(near)[0] > 0.5:
        for version in (text, max(near)[1]):
            path.write_text(version)
            tutor_run(tutor, home, "check", path, "--edition", item["edition"])
        return "pair"
    return None


def try_out(tutor, rustc, item, home, learn):
    run = tutor_run(tutor, home, "fix", item["path"], "--json", "--stubs", "--dry-run", "--edition", item["edition"],
                    "--attempts", opt("--attempts", "20"), learn=learn)
    answer = json.loads(run.stdout)
    clean = answer.get("errors_after") == 0 and answer.get("errors_before", 0) > 0
    out = item["path"].with_suffix(f".{learn}.rs")
    out.write_text(next(iter(answer.get("final_files", {"": ""}).values())))
    if clean and rustc.codes(out, item["edition"]):
        raise SystemExit(f"{item['page']}: called clean, but rustc refuses it")
    return {"clean": clean, "whole": clean and not answer["stubs"], "checks": answer["checks"], "ms": answer["ms"],
            "result": answer["result"], "good": answer["result"] in ("fixed", "fixed_tests"), "learned": any(s["source"] == "learned" for s in answer["steps"]),
            "steps": [(s["source"], s["diff"]) for s in answer["steps"]]}


def sorted_once(items):
    """By the code of the first error; without those that differ in comments only."""
    once, part = {}, int(opt("--part", "1"))
    for i in items:
        once.setdefault(code_of(i["path"].read_text()), i)
    codes = sorted({i["codes"][0] for i in once.values()})
    return sorted((i for i in once.values() if codes.index(i["codes"][0]) % part == 0), key=lambda i: (i["codes"][0], i["set"], i["page"]))


def halves(items):
    if "--apart" not in sys.argv:
        return items[::2], items[1::2]
    first = [i for i in items if hashlib.sha256(i["page"].encode()).digest()[0] % 2]
    return first, [i for i in items if i not in first]


def learn(tutor, docs, rustc, items, tmp, pool):
    right = right_versions(docs)
    home, empty = tmp / "home", tmp / "empty"
    first, second = halves(sorted_once(items))
    ways, pairs = [], []
    for n, item in enumerate(first):
        ways.append(learn_from(tutor, rustc, item, home, right))
        if n % 12 == 11 or item is first[-1]:
            pairs += json.loads(tutor_run(tutor, home, "kb", "learn", "--json").stdout)["pairs"]
    if opt("--refused"):
        pathlib.Path(opt("--refused")).write_text("".join(json.dumps(p) + "\n" for p in pairs))
    entries = json.loads(tutor_run(tutor, home, "kb", "list", "--learned", "--json").stdout)["learned"]
    if opt("--keep"):
        tutor_run(tutor, home, "kb", "export", "--learned", opt("--keep"))
    old = list(pool.map(lambda i: try_out(tutor, rustc, i, empty, "no"), second))
    new = list(pool.map(lambda i: try_out(tutor, rustc, i, home, "yes"), second))
    both = [(a, b) for a, b in zip(old, new) if a["clean"] and b["clean"]]
    gained = sum(b["whole"] and not a["whole"] for a, b in zip(old, new))
    lost = sum(a["whole"] and not b["whole"] for a, b in zip(old, new))
    saved = sum(a["checks"] - b["checks"] for a, b in both)
    total = [sum(i["checks"] for i in side) for side in (old, new)]
    how = ", no page in both halves" * ("--apart" in sys.argv) + ", local names changed" * ("--renamed" in sys.argv)
    times = sorted(i["ms"] / 1000 for i in new)
    print(f"figure: learning{how}: {len(first)} programs to learn from ({ways.count('repair')} repairs, {ways.count('pair')} pairs "
          f"of the pages): {len(entries)} entries, {sum(e['state'] == 'trusted' for e in entries)} trusted")
    print(f"figure: learning{how}: {len(second)} other programs: clean without stubs {sum(a['whole'] for a in old)} -> "
          f"{sum(b['whole'] for b in new)} ({gained} gained, {lost} lost; {sum(b['learned'] and b['clean'] for b in new)} by a learned "
          f"change); called fixed without a look {sum(a['good'] for a in old)} -> {sum(b['good'] for b in new)}; clean "
          f"{sum(a['clean'] for a in old)} -> {sum(b['clean'] for b in new)}; compilations of the {len(both)} clean "
          f"in both {sum(a['checks'] for a, _ in both)} -> {sum(b['checks'] for _, b in both)} ({saved} saved), of all {total[0]} -> {total[1]}; seconds p95 "
          f"{sorted(i['ms'] / 1000 for i in old)[min(len(old) - 1, len(old) * 95 // 100)]:.2f} -> "
          f"{times[min(len(times) - 1, len(times) * 95 // 100)]:.2f}")
    if "--verbose" in sys.argv:
        for i, a, b in zip(second, old, new):
            if a["result"] != b["result"] or a["checks"] != b["checks"]:
                print(f"  {i['set']} {i['page']}: {a['result']} {a['checks']} -> {b['result']} {b['checks']}"
                      + (f"\n{b['steps']}" if b["learned"] else ""))
    return gained > lost or (gained == lost and saved > 0), lost


def installed_docs():
    root = subprocess.run(["rustc", "--print", "sysroot"], capture_output=True, text=True, check=True).stdout.strip()
    docs = pathlib.Path(root) / "share/doc/rust/html"
    if not docs.is_dir():
        raise SystemExit("The Rust documentation is not installed: rustup component add rust-docs")
    return docs


def main():
    tutor = sys.argv[1]
    docs = pathlib.Path(sys.argv[2]) if len(sys.argv) > 2 and not sys.argv[2].startswith("--") else installed_docs()
    jobs = int(opt("--jobs", "2"))
    with tempfile.TemporaryDirectory() as folder, concurrent.futures.ThreadPoolExecutor(jobs) as pool:
        tmp = pathlib.Path(folder)
        rustc = Rustc(tmp)
        items = collect(docs, rustc, tmp)
        for i, codes in zip(items, pool.map(lambda i: rustc.codes(i["path"], i["edition"]), items)):
            i["codes"] = codes
        items = [i for i in items if i["codes"]]
        items = items[:int(opt("--first", len(items)))]
        if "--learn" in sys.argv:
            good, lost = learn(tutor, docs, rustc, items, tmp, pool)
            print(f"{int(good)} passed, {int(not good)} failed")
            return not good
        items = list(pool.map(lambda i: repair(tutor, rustc, i), items))
        wrong = [i for i in items if i.get("false") or (i["clean"] and protected(i["path"], i["fixed"])) or "error" in i["answer"]]
        if opt("--left"):
            with open(opt("--left"), "w") as left:
                for i in items:
                    kind = "stub" if i["stub"] else "bad-run" if i["badly"] else "clean" if i["clean"] else "left"
                    left.write(json.dumps({k: str(i[k]) for k in ("set", "page", "edition")} | {
                        "kind": kind, "codes": i["codes"], "text": i["path"].read_text(),
                        "steps": [(s["source"], s["diff"]) for s in i["answer"].get("steps", [])],
                        "note": i["answer"].get("note"), "left": i["answer"].get("left")}) + "\n")
        suffix = ", local names changed" if "--renamed" in sys.argv else ""
        for which in ("error-index", "book", "rbe"):
            part = [i for i in items if i["set"] == which]
            if part:
                figures(which + suffix, part)
        clean, whole, p95 = figures("all" + suffix, items)
        for i in wrong:
            print(f"FAIL {i['page']}: {i.get('false') or i['answer'].get('error') or 'a test was changed'}")
    bad = len(wrong) + ("--check" in sys.argv) * ((clean < 0.5) + (whole < 0.45) + (p95 > 2))
    print(f"{1 if not bad else 0} passed, {bad} failed")
    return bad != 0


if __name__ == "__main__":
    sys.exit(main())
