#!/usr/bin/env python3
"""Cards' own ways to ask, each asked while it is taken out: where does its card come?

held.py [TUTOR [PART]]: a sixth of all ways (PART 0..5) leaves the cards at once, a knowledge base is built without them (in a folder of
its own; the embedding model is that of TUTOR_HOME or the user's cache), and they are asked with `tutor kb eval`. Odd and even cards
apart: weights may be chosen on the odd ones only. Writers vary their words on purpose, so these are harder than what learners ask.
"""
import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

PARTS = 6
ROOT = Path(__file__).resolve().parents[2]


def ways(lines):
    """The places of the `asked:` list's items."""
    inside = False
    for n, line in enumerate(lines):
        if line.startswith("asked:"):
            inside = True
        elif inside:
            m = re.match(r"\s+- (.*)$", line)
            if not m:
                return
            yield n, m.group(1)


def plain(text):
    text = text.strip()
    if text[:1] == text[-1:] == '"':
        return text[1:-1].replace('\\"', '"').replace("\\\\", "\\")
    if text[:1] == text[-1:] == "'":
        return text[1:-1].replace("''", "'")
    return text


def number(*what):
    return int(hashlib.sha256(" ".join(map(str, what)).encode()).hexdigest(), 16)


def take_out(content, part):
    """Writes content's cards without the part's ways; gives (question, card)."""
    out = []
    for path in sorted((ROOT / "kb/cards").glob("*/*.md")):
        slug = f"{path.parent.name}/{path.stem}"
        lines = path.read_text().split("\n")
        found = list(ways(lines))
        gone = {n for i, (n, _) in enumerate(found) if number(slug, i) % PARTS == part}
        out += [(plain(t), slug) for n, t in found if n in gone]
        keep = [line for n, line in enumerate(lines) if n not in gone or len(gone) == len(found)]
        to = content / "kb/cards" / path.parent.name
        to.mkdir(parents=True, exist_ok=True)
        (to / path.name).write_text("\n".join(keep))
    return out


def content_without(content, part):
    (content / "kb").mkdir(parents=True)
    for name in ("lessons", "exercises"):
        (content / name).symlink_to(ROOT / name)
    for path in (ROOT / "kb").iterdir():
        if path.name != "cards":
            (content / "kb" / path.name).symlink_to(path)
    return take_out(content, part)


def model():
    home = os.environ.get("TUTOR_HOME")
    cache = Path(home) / "cache" if home else Path(os.environ.get("XDG_CACHE_HOME", Path.home() / ".cache")) / "tutor"
    return cache / "minilm-l6-v2.model"


def main():
    tutor = Path(sys.argv[1] if len(sys.argv) > 1 else ROOT / "build/tutor").resolve()
    part = int(sys.argv[2]) if len(sys.argv) > 2 else 0
    with tempfile.TemporaryDirectory() as tmp:
        tmp = Path(tmp)
        asked = content_without(tmp / "content", part)
        (tmp / "home/cache").mkdir(parents=True)
        if not model().exists():
            sys.exit(f"{model()} is not there (`tutor model get minilm` fetches it).")
        shutil.copy(model(), tmp / "home/cache")
        env = dict(os.environ, TUTOR_HOME=str(tmp / "home"), TUTOR_CONTENT=str(tmp / "content"))
        subprocess.run([tutor, "kb", "build"], env=env, check=True, stdout=subprocess.DEVNULL)
        for name, odd in (("odd", 1), ("even", 0)):
            lines = [f"{q}\tcard:{slug}\theld\n" for q, slug in asked if number(slug) % 2 == odd]
            (tmp / "held.tsv").write_text("".join(lines))
            for leg in ("words", "meaning", "both"):
                done = subprocess.run([tutor, "kb", "eval", tmp / "held.tsv", "--leg", leg, "--all", "--json"], env=env, check=True,
                                      capture_output=True, text=True)
                c = json.loads(done.stdout)["cards"]
                print(f"{name} cards, {leg:7} {c['n']:5} ways: first of all results {100 * c['r1']:.1f}%, in five {100 * c['r5']:.1f}%; "
                      f"first of the cards {100 * c['own_r1']:.1f}%")


main()
