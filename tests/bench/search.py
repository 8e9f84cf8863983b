#!/usr/bin/env python3
"""Search: how good, how fast, how large; against SQLite's FTS5 and against plain vector search, over the same passages.

usage: search.py TUTOR [PASSAGES]   (PASSAGES of the large site: 200000)
Needs the Rust docs (rustup component add rust-docs); with the embedding model (TUTOR_BENCH_MODEL, or tutor's cache folder) also
the legs that need it. All runs on the evaluation file of the repository, in one folder that is removed afterwards.
"""
import array
import json
import math
import os
import pathlib
import random
import re
import resource
import shutil
import sqlite3
import statistics
import struct
import subprocess
import sys
import tempfile
import time

tutor = os.path.abspath(sys.argv[1])
large = int(sys.argv[2]) if len(sys.argv) > 2 else 200000
QUESTIONS = pathlib.Path("kb/eval/questions.tsv")
DIM, NAME = 384, "all-MiniLM-L6-v2"


def model_file():
    for p in (os.environ.get("TUTOR_BENCH_MODEL"), os.path.expanduser("~/.cache/tutor/minilm-l6-v2.model")):
        if p and os.path.exists(p):
            return p
    return None


def run(home, *words, measure=False):
    env = dict(os.environ, TUTOR_HOME=str(home))
    start = time.monotonic()
    p = subprocess.run([tutor, *words], env=env, capture_output=True, text=True)
    took = time.monotonic() - start
    if p.returncode not in (0, 1):
        sys.exit(f"tutor {' '.join(words)}: {p.stderr}")
    return (p.stdout, took) if measure else p.stdout


def processor():
    """Seconds of processor that programs started here took so far: what a busy machine does not change much."""
    r = resource.getrusage(resource.RUSAGE_CHILDREN)
    return r.ru_utime + r.ru_stime


def evaluate(home, leg):
    return json.loads(run(home, "kb", "eval", str(QUESTIONS), "--leg", leg, "--json"))


def row(name, r, extra=""):
    print(f"  {name:<44} {100 * r[1]:5.1f} {100 * r[3]:5.1f} {100 * r[5]:5.1f} {100 * r[10]:5.1f}   {extra}", flush=True)


def of_eval(name, out):
    a, ms = out["all"], out["ms"]
    print(f"  {name:<44} {100 * a['r1']:5.1f}   -   {100 * a['r5']:5.1f} {100 * a['r10']:5.1f}   p50 {ms['p50']:.2f} ms, p95 {ms['p95']:.2f} ms"
          f" (ranking alone {ms['ranking_p50']:.2f}, {ms['ranking_p95']:.2f}), first {ms['first']:.0f} ms", flush=True)


# --- the same passages, asked otherwise ---
def questions():
    for line in QUESTIONS.read_text().splitlines():
        if line and not line.startswith("#"):
            q, accept, _ = line.split("\t")
            yield q, accept.split("|")


def hits(accept, page, anchor, see=()):
    return page in accept or f"{page}#{anchor}" in accept or any(s in accept or s.split("#")[0] in accept for s in see)


def shares(ranked):
    """ranked: for each question acceptable pages and passages (page, anchor, see), best first; one a page counts."""
    got, n = {1: 0, 3: 0, 5: 0, 10: 0}, 0
    for accept, found in ranked:
        seen, rank = set(), 0
        for page, anchor, see in found:
            if page in seen:
                continue
            seen.add(page)
            if hits(accept, page, anchor, see):
                rank = len(seen)
                break
        n += 1
        for k in got:
            got[k] += 0 < rank <= k
    return {k: v / n for k, v in got.items()}


def passages(home):
    db = sqlite3.connect(f"file:{home}/cache/kb.db?mode=ro&immutable=1", uri=True)
    return db.execute("SELECT id, kind, page, anchor, crumb, prose, code, see, asked FROM chunk ORDER BY id").fetchall()


STOP = set("a an and are as at be but by can do does for from get how i if in into is it its me my no not of on or so some than that the "
           "their them then there these they this to was we what when where which who why will with you your rust use".split())


def fts(chunks, path):
    """FTS5 as it is commonly used: Porter stems, bm25 with the title weighted, the words of the question joined by OR."""
    db = sqlite3.connect(path)
    db.execute("CREATE VIRTUAL TABLE f USING fts5(title, prose, code, asked, tokenize='porter unicode61')")
    start = time.monotonic()
    db.executemany("INSERT INTO f(rowid, title, prose, code, asked) VALUES(?,?,?,?,?)",
                   ((c[0] + 1, c[4], c[5], c[6], c[8]) for c in chunks))
    db.commit()
    built = time.monotonic() - start
    where = {c[0] + 1: (c[2], c[3], c[7].split("\n") if c[2].startswith("card:") else ()) for c in chunks}
    times, ranked = [], []
    for q, accept in questions():
        words = [w for w in dict.fromkeys(re.findall(r"\w+", q.lower())) if w not in STOP] or ["rust"]
        match = " OR ".join(f'"{w}"' for w in words)
        start = time.monotonic()
        ids = db.execute("SELECT rowid FROM f WHERE f MATCH ? ORDER BY bm25(f, 4, 1, .5, 2) LIMIT 50", (match,)).fetchall()
        times.append(1000 * (time.monotonic() - start))
        ranked.append((accept, [where[i] for (i,) in ids]))
    db.close()
    return shares(ranked), times, built, os.path.getsize(path)


def embed_all(model, texts):
    p = subprocess.Popen([tutor, "__embed", model], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    p.stdout.read(1)
    out = []
    for t in texts:
        b = t.encode()[:60000]
        p.stdin.write(struct.pack("<I", len(b)) + b)
        p.stdin.flush()
        out.append(array.array("b", p.stdout.read(DIM)))
    p.stdin.close()
    p.wait()
    return out


def read_vectors(path):
    data = pathlib.Path(path).read_bytes()
    return {struct.unpack_from("<q", data, at)[0]: data[at + 8:at + 8 + DIM] for at in range(48, len(data) - DIM - 7, DIM + 8)}


def peer(home, chunks, model, vectors):
    """Rust Coder's way: the whole text embedded, nearest vectors, three of them; no words, no cards, no wordings."""
    db = sqlite3.connect(f"file:{home}/cache/kb.db?mode=ro&immutable=1", uri=True)
    keys = dict(db.execute("SELECT chunk, key FROM embedded WHERE nth = 0"))
    docs = [(c, array.array("b", vectors[keys[c[0]]])) for c in chunks
            if ":" not in c[2] and keys[c[0]] in vectors]
    asked = list(questions())
    ranked = []
    for (q, accept), v in zip(asked, embed_all(model, [q for q, _ in asked])):
        best = sorted(docs, key=lambda d: -math.sumprod(d[1], v) if hasattr(math, "sumprod") else -sum(map(int.__mul__, d[1], v)))[:3]
        ranked.append((accept, [(c[2], c[3], ()) for c, _ in best]))
    return shares(ranked), len(docs)


# --- a large site, made from the docs by changing words ---
def site(chunks, path, n):
    rng = random.Random(7)
    vocabulary = sorted({w for c in chunks[:4000] for w in re.findall(r"[a-z]{4,}", c[5])})
    docs = [c for c in chunks if ":" not in c[2]]
    with open(path, "w") as f:
        for i in range(n):
            c = docs[i % len(docs)]
            words = c[5].split(" ")
            for _ in range(max(1, len(words) // 8)):
                words[rng.randrange(len(words))] = rng.choice(vocabulary)
            f.write(json.dumps({"page": f"p{i}.html", "title": f"Site > {rng.choice(vocabulary)} {c[4].split(' > ')[-1]}",
                                "text": " ".join(words) or "empty", "code": c[6]}) + "\n")


def site_vectors(home, vectors):
    """Vectors for the site's passages: those of the docs, each number moved a little (encoding 200,000 texts would take hours)."""
    rng = random.Random(8)
    tables = [bytes((min(127, max(-127, (b if b < 128 else b - 256) + rng.randint(-9, 9))) & 255) for b in range(256)) for _ in range(16)]
    base = list(vectors.values())
    db = sqlite3.connect(f"file:{home}/cache/kb.db?mode=ro&immutable=1", uri=True)
    with open(f"{home}/cache/vectors-minilm.vec", "wb") as f:
        f.write(struct.pack("<8sII32s", b"TUTORVC1", DIM, 0, NAME.encode()))
        for i, (key,) in enumerate(db.execute("SELECT DISTINCT key FROM embedded")):
            f.write(struct.pack("<q", key) + (vectors.get(key) or base[i % len(base)].translate(tables[i % 16])))


def peak_mb():
    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024


def own_memory(home):
    """Most memory of its own (not mapped from files, which all processes share) of a process that answers question after question."""
    p = subprocess.Popen([tutor, "kb", "eval", str(QUESTIONS)], env=dict(os.environ, TUTOR_HOME=str(home)), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    most = {"RssAnon": 0, "RssFile": 0}
    while p.poll() is None:
        try:
            for line in pathlib.Path(f"/proc/{p.pid}/status").read_text().splitlines():
                name, _, rest = line.partition(":")
                if name in most:
                    most[name] = max(most[name], int(rest.split()[0]) / 1024)
        except OSError:
            pass
        time.sleep(0.05)
    return most


def main():
    tmp = pathlib.Path(tempfile.mkdtemp())
    try:
        measure(tmp)
    finally:
        shutil.rmtree(tmp, ignore_errors=True)


def measure(tmp):
    home, model = tmp / "home", model_file()
    (home / "cache").mkdir(parents=True)
    if model:
        shutil.copy(model, home / "cache" / "minilm-l6-v2.model")
    else:
        print("  The embedding model is not there: `tutor/setup/embedding.sh` brings it. Words only are measured.")
    before = processor()
    out, took = run(home, "kb", "build", "--json", measure=True)
    b, cpu = json.loads(out), processor() - before
    status = json.loads(run(home, "kb", "status", "--json"))
    print(f"  built {b['chunks']} passages in {took:.1f} s ({cpu:.1f} s of processor), {b['vectors_made']} vectors of {status['texts']} had to be made; kb.db {b['bytes'] / 1e6:.1f} MB,"
          f" vectors {status['vectors'] * (DIM + 8) / 1e6:.1f} MB")
    out, took = run(home, "kb", "build", "--words-only", "--json", measure=True)
    print(f"  built again with nothing changed: {took:.1f} s;", end=" ")
    for leg in ["words"] + (["both"] if model else []):
        _, took = run(home, "search", "--leg", leg, "why is my string gone", measure=True)
        print(f"one `tutor search` with {leg}: {1000 * took:.0f} ms", end="; ")
    print(f"largest process so far {peak_mb():.0f} MB")
    m = own_memory(home)
    print(f"  while it answers: {m['RssAnon']:.1f} MB of its own, {m['RssFile']:.0f} MB of files that are mapped")
    chunks = passages(home)
    print(f"  {'':<44}  R@1   R@3   R@5  R@10")
    of_eval("tutor, words", evaluate(home, "words"))
    vectors = {}
    if model:
        of_eval("tutor, meaning", evaluate(home, "meaning"))
        of_eval("tutor, both", evaluate(home, "both"))
        vectors = read_vectors("kb/vectors/minilm.vec") if os.path.exists("kb/vectors/minilm.vec") else {}
        if os.path.exists(home / "cache" / "vectors-minilm.vec"):
            vectors |= read_vectors(home / "cache" / "vectors-minilm.vec")
        r, n = peer(home, chunks, model, vectors)
        r[5] = r[10] = r[3]
        row(f"vectors only, {n} docs passages, top 3 (Rust Coder)", r)
    plain = [c for c in chunks if ":" not in c[2]]
    for name, some in (("SQLite FTS5, docs only", [c[:8] + ("",) for c in plain]), ("SQLite FTS5, the same passages and wordings", chunks)):
        r, times, built, size = fts(some, tmp / "fts.db")
        times.sort()
        row(name, r, f"p50 {statistics.median(times):.2f} ms, p95 {times[len(times) * 95 // 100]:.2f} ms; built in {built:.1f} s, {size / 1e6:.1f} MB")
        os.remove(tmp / "fts.db")
    if large:
        big(tmp, home, chunks, vectors, model)


def big(tmp, home, chunks, vectors, model):
    site(chunks, tmp / "site.jsonl", large)
    run(home, "kb", "import", str(tmp / "site.jsonl"), "--name", "site")
    out, took = run(home, "kb", "build", "--words-only", "--json", measure=True)
    b = json.loads(out)
    print(f"  with a site of {large} passages: {b['chunks']} passages built in {took:.0f} s, kb.db {b['bytes'] / 1e6:.0f} MB")
    of_eval("tutor, words", evaluate(home, "words"))
    if vectors:
        site_vectors(home, vectors)
        of_eval("tutor, both", evaluate(home, "both"))
    r, times, built, size = fts(passages(home), tmp / "fts.db")
    times.sort()
    row("SQLite FTS5, the same passages", r, f"p50 {statistics.median(times):.2f} ms, p95 {times[len(times) * 95 // 100]:.2f} ms; built in {built:.1f} s, {size / 1e6:.0f} MB")
    print(f"  largest process {peak_mb():.0f} MB")


main()
