#!/usr/bin/env python3
"""Figures of the terminal program, on a real pseudo-terminal: first paint, key to screen (at rest, and
while a program floods), memory, and what it does when nobody does anything.

  tests/bench/tui.py [--check]     --check: exit 1 when a figure is over its limit
"""
import fcntl
import os
import pty
import select
import shutil
import signal
import struct
import subprocess
import sys
import tempfile
import termios
import time
import urllib.request
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = os.environ.get("TUTOR_BIN", str(ROOT / "build" / "tutor"))
CONTENT = str(ROOT / "tests" / "e2e" / "tui" / "content")
LIMITS = {"first paint ms": 50, "key at rest p99 ms": 16, "key in a flood p99 ms": 16, "resident MB": 24,
          "idle CPU ms in 5 s": 10, "idle wake-ups in 5 s": 2}
SIGNS = "éßжπλñøåčšžœ"  # no escape sequence contains them
figures = {}
STREAM = "key while an answer streams p99 ms"
LIMITS[STREAM] = 16


class Terminal:
    def __init__(self, home, content=None, width=100, height=30, more=None):
        env = {"TERM": "xterm-256color", "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8", "TZ": "UTC", "TUTOR_HOME": home, "TUTOR_KB_AUTO": "off",
               "PATH": os.environ["PATH"], "HOME": os.environ.get("HOME", "/")}
        for name in ("RUSTUP_HOME", "CARGO_HOME", "RUSTUP_TOOLCHAIN"):
            if name in os.environ:
                env[name] = os.environ[name]
        if content:
            env["TUTOR_CONTENT"] = content
        env.update(more or {})
        self.begin = time.perf_counter()
        self.pid, self.fd = pty.fork()
        if self.pid == 0:
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", height, width, 0, 0))
            os.execve(PROGRAM, [PROGRAM], env)
        self.seen = b""

    def read(self, timeout):
        ready, _, _ = select.select([self.fd], [], [], timeout)
        if ready:
            self.seen += os.read(self.fd, 65536)
        return bool(ready)

    def until(self, text, timeout=20.0):
        """Seconds until text came out after the last send; None: in vain."""
        end = time.perf_counter() + timeout
        want = text.encode()
        while want not in self.seen:
            left = end - time.perf_counter()
            if left <= 0:
                return None
            self.read(left)
        return time.perf_counter() - self.sent

    def send(self, data):
        while self.read(0):
            pass
        self.seen = b""
        self.sent = time.perf_counter()
        os.write(self.fd, data.encode())

    def settle(self, quiet=0.3):
        while self.read(quiet):
            pass
        self.seen = b""

    def stat(self):
        fields = Path(f"/proc/{self.pid}/stat").read_text().rsplit(")", 1)[1].split()
        ticks = int(fields[11]) + int(fields[12])
        status = Path(f"/proc/{self.pid}/status").read_text()
        switches = sum(int(line.split()[1]) for line in status.splitlines() if "ctxt_switches" in line)
        rss = next(int(line.split()[1]) for line in status.splitlines() if line.startswith("VmRSS"))
        return ticks * 1000 // os.sysconf("SC_CLK_TCK"), switches, rss / 1024

    def close(self):
        os.kill(self.pid, signal.SIGTERM)
        deadline = time.time() + 5
        while time.time() < deadline:
            try:
                self.read(0.05)
            except OSError:
                break
            if os.waitpid(self.pid, os.WNOHANG)[0]:
                os.close(self.fd)
                return
        try:
            os.kill(self.pid, signal.SIGKILL)
            os.waitpid(self.pid, 0)
        except (ProcessLookupError, ChildProcessError):
            pass
        os.close(self.fd)


def percentile(values, share):
    values = sorted(values)
    return values[min(len(values) - 1, int(len(values) * share))]


def show(name, seconds):
    ms = [s * 1000 for s in seconds]
    print(f"figure: {name}: p50 {percentile(ms, 0.5):.1f} ms, p99 {percentile(ms, 0.99):.1f} ms, "
          f"worst {max(ms):.1f} ms, n {len(ms)}")
    return percentile(ms, 0.99)


def first_paint(home):
    times, on_cpu = [], []
    for _ in range(15):
        term = Terminal(home)
        term.sent = term.begin
        spent = term.until("commands")
        times.append(spent if spent is not None else 99)
        on_cpu.append(int(Path(f"/proc/{term.pid}/schedstat").read_text().split()[0]) / 1e9)
        term.settle(0.1)
        term.close()
    show("first paint", times)
    show("first paint, time on the processor", on_cpu)
    figures["first paint ms"] = percentile(times, 0.5) * 1000


def type_keys(term, n, again=None):
    times = []
    for i in range(n):
        if again:
            again(i)
        term.send(SIGNS[i % len(SIGNS)])
        spent = term.until(SIGNS[i % len(SIGNS)], 5.0)
        times.append(spent if spent is not None else 5.0)
        time.sleep(0.01)
    return times


def open_exercise(term):
    term.sent = term.begin
    term.until("commands")
    term.settle()
    term.send(":")
    term.until("What shall")
    term.send("double it\r")
    term.until("Statement")
    term.settle()
    term.send("i")
    term.settle()


FLOOD = 'fn double(n: i32) -> i32 {\n    loop {\n        println!("{n} and so on and so on");\n    }\n}\n// '


def keys(home):
    term = Terminal(home, CONTENT)
    open_exercise(term)
    term.send("\x01// ")
    term.settle()
    figures["key at rest p99 ms"] = show("key at rest", type_keys(term, 300))
    term.send("\x01" + "\x1b[200~" + FLOOD + "\x1b[201~")
    term.settle()
    figures["key in a flood p99 ms"] = show(
        "key in a flood", type_keys(term, 400, lambda i: os.write(term.fd, b"\x13") if i % 40 == 0 else None))
    term.send("\x1b")
    term.settle(1.0)
    figures["resident MB"] = term.stat()[2]
    time.sleep(8)  # whatever ran has ended, the journal is written
    term.settle(0.5)
    before = term.stat()
    time.sleep(5)
    after = term.stat()
    figures["idle CPU ms in 5 s"] = after[0] - before[0]
    figures["idle wake-ups in 5 s"] = after[1] - before[1]
    term.close()


def streaming(home):
    """A question is being answered by a server that streams without end; keys go into the line of the next one."""
    subprocess.run([PROGRAM, "kb", "build", "--words-only"], check=True, capture_output=True,
                   env={**os.environ, "TUTOR_HOME": home, "TUTOR_CONTENT": CONTENT})
    fake = subprocess.Popen(["python3", str(ROOT / "tests" / "fake" / "server.py")], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    port = int(fake.stdout.readline())
    term = Terminal(home, CONTENT, more={"TUTOR_MODEL_BASE_URL": f"http://127.0.0.1:{port}/dripping/v1", "TUTOR_MODEL_MODEL": "any-model",
                                         "no_proxy": "127.0.0.1"})
    term.sent = term.begin
    term.until("commands")
    term.settle()
    times = []
    for i in range(4):  # a stream is cut when it says too much: ask again
        term.send("H")
        term.settle(0.1)
        term.send("a")
        term.until("Ask")
        term.send(f"where did my value {i} go\r")
        time.sleep(0.5)
        term.send("a")
        term.until("Ask")
        times += type_keys(term, 40)
        term.send("\x1b")
        term.settle(0.1)
        term.send("\x1b")
        term.settle(0.1)
    with urllib.request.urlopen(f"http://127.0.0.1:{port}/count/dripping/chat") as answer:
        asked = int(answer.read())
    if asked < 4:
        sys.exit(f"only {asked} of 4 questions reached the server")
    figures[STREAM] = show("key while an answer streams", times)
    term.close()
    fake.stdin.close()
    fake.wait()


def main():
    print(f"figure: load average {os.getloadavg()[0]:.1f} on {os.cpu_count()} processors")
    home = tempfile.mkdtemp(prefix="tutor-bench.")
    try:
        first = Terminal(home)  # the welcome of the first start
        first.sent = first.begin
        first.until("commands")
        first.settle()
        first.close()
        first_paint(home)
        keys(home)
        streaming(home)
    finally:
        shutil.rmtree(home, ignore_errors=True)
    over = 0
    for name, limit in LIMITS.items():
        bad = figures[name] > limit
        over += bad
        print(f"figure: {name}: {figures[name]:.1f} (limit {limit}){' OVER' if bad else ''}")
    if "--check" in sys.argv:
        print(f"{len(LIMITS) - over} passed, {over} failed")
        sys.exit(1 if over else 0)


if __name__ == "__main__":
    main()
