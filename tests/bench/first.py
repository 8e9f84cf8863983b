#!/usr/bin/env python3
"""How long it takes until the first text of an answer stands: ask, search and explain in a process of their own, and a question
in the terminal program. With the embedding model, without a language model.

usage: first.py TUTOR [RUNS] [--check]      --check: exit 1 when a p95 is over 100 ms
TUTOR_BENCH_HOME names a folder (as TUTOR_HOME) with a built knowledge base; else one is made and removed.
Where the system allows it the runs have a processor to themselves, whatever else goes on (real-time scheduling).
"""
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import tui

LIMIT_MS = 100
words = [w for w in sys.argv[1:] if not w.startswith("--")]
tutor, runs = os.path.abspath(words[0]), int(words[1]) if len(words) > 1 else 40
QUESTIONS = ["why can I not use s after let t = s", "what does the question mark do", "how do I sort a vector of floats", "when do I need a lifetime",
             "cannot borrow as mutable because it is also borrowed as immutable"]
IN_PROCESSES = [("tutor ask", lambda i: ["ask", "--no-model", QUESTIONS[i % len(QUESTIONS)]]),
                ("tutor search", lambda i: ["search", QUESTIONS[i % len(QUESTIONS)]]),
                ("tutor explain CODE", lambda i: ["explain", ["E0382", "E0502", "E0308"][i % 3]])]


def undisturbed():
    """For this process and its children."""
    try:
        os.sched_setscheduler(0, os.SCHED_FIFO, os.sched_param(5))
        return True
    except OSError:
        return False


def one(env, args):
    start = time.perf_counter()
    p = subprocess.Popen([tutor, *args], env=env, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, stdin=subprocess.DEVNULL)
    if not os.read(p.stdout.fileno(), 1 << 16):
        sys.exit(f"tutor {' '.join(args)}: no text")
    spent = time.perf_counter() - start
    while os.read(p.stdout.fileno(), 1 << 16):
        pass
    if p.wait():
        sys.exit(f"tutor {' '.join(args)}: exit {p.returncode}")
    p.stdout.close()
    return spent * 1000


def show(name, ms, cpu=None):
    p95 = tui.percentile(ms, 0.95)
    print(f"figure: {name + ', first text':36} p50 {tui.percentile(ms, 0.5):5.0f} ms   p95 {p95:5.0f} ms   worst {max(ms):5.0f} ms"
          + (f"   processor {cpu:4.0f} ms a run" if cpu else ""), flush=True)
    return p95 > LIMIT_MS


def in_processes(env):
    over = 0
    for name, args in IN_PROCESSES:
        one(env, args(0))
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        ms = [one(env, args(i)) for i in range(runs)]
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        over += show(name, ms, 1000 * (after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime) / runs)
    return over


def in_terminal(home):
    """The first question after the start of the program, typed at a person's speed; from Enter to the first step's heading."""
    ms, plain = [], subprocess.run([tutor, "ask", "--no-model", QUESTIONS[0]], env={**os.environ, "TUTOR_HOME": home}, capture_output=True, text=True)
    heading = plain.stdout[3:19].strip()
    for _ in range(max(3, runs // 5)):
        term = tui.Terminal(home)
        term.sent = term.begin
        term.until("commands")
        term.settle()
        term.send("a")
        term.until("Ask")
        for c in QUESTIONS[0]:
            os.write(term.fd, c.encode())
            time.sleep(0.02)
        term.settle()
        term.send("\r")
        spent = term.until(heading)
        if spent is None:
            sys.exit("no answer in the terminal program")
        ms.append(spent * 1000)
        term.close()
    return show("a question in the terminal program", ms)


def main():
    home = os.environ.get("TUTOR_BENCH_HOME")
    made = None if home else tempfile.mkdtemp(prefix="tutor-first.")
    home = home or made
    env = {**os.environ, "TUTOR_HOME": home}
    model = os.environ.get("TUTOR_BENCH_MODEL") or os.path.expanduser("~/.cache/tutor/minilm-l6-v2.model")
    try:
        if made and Path(model).exists():
            os.mkdir(f"{made}/cache")
            shutil.copy(model, f"{made}/cache/minilm-l6-v2.model")
        if made:
            subprocess.run([tutor, "kb", "build"], env=env, check=True, capture_output=True)
            time.sleep(2)
        print(f"figure: load average {os.getloadavg()[0]:.1f} on {os.cpu_count()} processors"
              + ("" if undisturbed() else "; the runs share them with whatever else goes on")
              + ("" if os.path.exists(f"{home}/cache/minilm-l6-v2.model") else "; without the embedding model, by words alone"))
        over = in_processes(env) + in_terminal(home)
    finally:
        if made:
            shutil.rmtree(made, ignore_errors=True)
    if "--check" in sys.argv:
        print(f"{len(IN_PROCESSES) + 1 - over} passed, {over} failed")
        sys.exit(1 if over else 0)


main()
