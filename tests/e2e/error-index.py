#!/usr/bin/env python3
"""The erroneous examples of the installed error index, compiled as each page says, explained by tutor.

usage: error-index.py TUTOR DOCS LIST [--update]
LIST freezes what is used: `hash code page edition` or `hash code page - reason` for an exclusion. A page of another
rustc version changes the hashes: then the list is made anew with --update and read before it is committed.
"""
import concurrent.futures
import hashlib
import html
import json
import pathlib
import re
import subprocess
import sys
import tempfile

BLOCK = re.compile(r'<pre[^>]*><code class="language-rust ([^"]*)">(.*?)</code></pre>', re.S)


def programs(docs):
    for page in sorted((docs / "error_codes").glob("E*.html")):
        main = page.read_text().split("<main>", 1)[1].split("</main>", 1)[0]
        for words, body in BLOCK.findall(main):
            text = html.unescape(re.sub(r"<[^>]+>", "", body))
            codes = re.findall(r"\bE\d{4}\b", words)
            if "compile_fail" not in words and not codes and "ignore" not in words:
                continue
            edition = re.search(r"edition(\d{4})", words)
            yield page.name, words, text, codes[0] if codes else None, edition.group(1) if edition else "2015"


def exclusion(page, words, text, code):
    if "ignore" in words:
        return "the page says ignore: " + re.sub(r"ignore ?", "", words).strip("() ")[:60]
    if "#![feature" in text:
        return "needs a nightly compiler"
    if not code:
        return "the page names no code for this block"
    if code != page[:5]:
        return "shows another code than the page's own"
    return None


def wrap(text):
    if re.search(r"\bfn main\b", text):
        return text
    attrs = [l for l in text.splitlines() if l.startswith("#![")]
    rest = [l for l in text.splitlines() if not l.startswith("#![")]
    return "\n".join(attrs + ["fn main() {"] + rest + ["}"]) + "\n"


def explain(tutor, tmp, item):
    digest, text, edition = item
    path = pathlib.Path(tmp) / (digest[:16] + ".rs")
    path.write_text(text)
    run = subprocess.run([tutor, "explain", str(path), "--json", "--rung", "2", "--edition", edition],
                         capture_output=True, text=True, timeout=120)
    try:
        return run.returncode, json.loads(run.stdout)
    except ValueError:
        return run.returncode, {"error": (run.stdout + run.stderr)[-300:]}


def judge(code, answer, rc):
    """-> (has the four steps, root is right, what is wrong)"""
    errors = answer.get("errors") or []
    if rc != 0 or not errors:
        return False, False, f"no explanation (exit {rc}): {str(answer)[:200]}"
    first = errors[0]
    steps = {s["kind"]: s for s in first["steps"]}
    missing = [k for k in ("what", "where", "story", "rule") if not steps.get(k, {}).get("text", "").strip()]
    message = first["message"].strip().rstrip(".")
    problem = ""
    if missing:
        problem = "lacks " + " ".join(missing)
    elif not re.search(r"[Ll]ine \d+", steps["story"]["text"]) and first.get("line"):
        problem = "the story names no place"
    elif steps["rule"]["text"].strip().rstrip(".") == message or len(steps["rule"]["text"]) <= len(message):
        problem = "the rule says no more than the message"
    return not problem, first.get("code") == code, problem


def main():
    tutor, docs, listing = sys.argv[1], pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3])
    frozen, used = [], []
    for page, words, text, code, edition in programs(docs):
        program = wrap(text)
        digest = hashlib.sha256(program.encode()).hexdigest()
        reason = exclusion(page, words, text, code)
        frozen.append(f"{digest} {code or '-'} {page} {'- ' + reason if reason else edition}")
        if not reason:
            used.append((digest, program, edition, code, page))
    if "--update" in sys.argv:
        listing.write_text("\n".join(frozen) + "\n")
    if listing.read_text().splitlines() != frozen:
        print("note: the installed error index differs from the frozen list (another rustc?)")
    good = right = 0
    with tempfile.TemporaryDirectory() as tmp, concurrent.futures.ThreadPoolExecutor(2) as pool:
        answers = pool.map(lambda u: explain(tutor, tmp, u[:3]), used)
        for (digest, program, edition, code, page), (rc, answer) in zip(used, answers):
            ok, root, problem = judge(code, answer, rc)
            good += ok
            right += root
            if problem:
                print(f"{page} {digest[:8]}: {problem}")
            elif not root:
                print(f"{page} {digest[:8]}: root is {answer['errors'][0].get('code')}, not {code}")
    n = len(used)
    codes = len({u[3] for u in used})
    print(f"figure: error index: {n} programs, {codes} codes; what+where+story+rule {good} ({good / n:.1%}), "
          f"the page's own code is the root {right} ({right / n:.1%})")
    failed = (n - good) + (0 if right >= 0.95 * n else 1)
    print(f"{n + 1 - failed} passed, {failed} failed")
    return failed != 0


sys.exit(main())
