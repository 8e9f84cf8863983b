"""Drives tutor on a real terminal: tmux on a private socket. Waits for conditions, never for time alone."""
import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[2]
PROGRAM = Path(os.environ.get("TUTOR_BIN", ROOT / "build" / "tutor"))
SCREENS = HERE / "screens"
PATIENCE = 30.0  # seconds: a busy machine is not a failure

results = {"passed": 0, "failed": 0}


def check(condition, what):
    results["passed" if condition else "failed"] += 1
    if not condition:
        print(f"not so: {what}")
    return condition


def finish():
    print(f"{results['passed']} passed, {results['failed']} failed")
    sys.exit(1 if results["failed"] else 0)


class Tutor:
    """One tutor in one tmux window of its own server, with a home of its own."""

    def __init__(self, width=80, height=24, content=HERE / "content", home=None, args=(), env=None, welcomed=True, shell=False):
        self.socket = f"tutor-test-{os.getpid()}-{id(self)}"
        self.own_home = home is None
        # The path is shown on pages, so it is always as long.
        self.home = Path(home or tempfile.mkdtemp(prefix="tutor-tui.", dir="/tmp"))
        self.width, self.height = width, height
        self.env = self.surroundings(self.home, content)
        self.env.update(env or {})
        self.args = list(args)
        self.welcomed = welcomed
        self.shell = shell  # an interactive one, with job control
        self.start()

    @staticmethod
    def surroundings(home, content):
        env = {
            "TERM": "tmux-256color", "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8", "TZ": "UTC",
            "TUTOR_HOME": str(home), "TUTOR_CONTENT": str(content), "TUTOR_NOW": "1767225600", "TUTOR_KB_AUTO": "off",
            "PATH": os.environ["PATH"], "HOME": os.environ.get("HOME", "/"), "EDITOR": "true",
        }
        for name in ("RUSTUP_HOME", "CARGO_HOME", "RUSTUP_TOOLCHAIN", "ASAN_OPTIONS"):
            if name in os.environ:
                env[name] = os.environ[name]
        return env

    def tmux(self, *args, **kwargs):
        return subprocess.run(["tmux", "-L", self.socket, "-f", "/dev/null", *args],
                              capture_output=True, text=True, check=False, **kwargs).stdout

    def start(self):
        words = " ".join(f"{k}={shlex.quote(v)}" for k, v in self.env.items() if v is not None)
        command = " ".join(shlex.quote(str(a)) for a in [PROGRAM, *self.args])
        # A shell stays behind so that what is printed after the end can be read.
        line = f"env -i {words} {command}; echo exit=$?; exec sleep 1000"
        start = ["sh", "-c", line]
        if self.shell:
            start = ["env", "-i", "PS1=$ ", *(f"{k}={v}" for k, v in self.env.items()), "bash", "--norc", "-i"]
        self.tmux("new-session", "-d", "-x", str(self.width), "-y", str(self.height), *start)
        if self.shell:
            self.type(command)
            self.keys("Enter")
        self.tmux("set", "-g", "status", "off")
        self.tmux("set", "-g", "escape-time", "0")
        if self.welcomed:
            self.wait(" help", "the first screen")
            if "Welcome" in self.screen():
                self.keys("Escape")
                self.wait("Lessons", "the home page")

    def pid(self):
        shell = int(self.tmux("display-message", "-p", "#{pane_pid}").strip())
        kids = subprocess.run(["ps", "-o", "pid=", "--ppid", str(shell)], capture_output=True, text=True,
                              check=False).stdout.split()
        return int(kids[0]) if kids else 0

    def keys(self, *names):
        self.tmux("send-keys", *names)

    def type(self, text):
        self.tmux("send-keys", "-l", text)

    def screen(self):
        return self.tmux("capture-pane", "-p")

    def styled(self):
        return self.tmux("capture-pane", "-p", "-e")

    def wait(self, text, what=None, gone=False, patience=PATIENCE):
        end = time.monotonic() + patience
        while time.monotonic() < end:
            shown = self.screen()
            if (text not in shown if gone else text in shown):
                results["passed"] += 1
                return shown
            time.sleep(0.02)
        # What follows would fail too, and slowly.
        results["failed"] += 1
        print(f"waited in vain for {'the end of ' if gone else ''}{text!r} ({what or 'screen'}):\n{self.screen()}")
        self.close()
        finish()

    def resize(self, width, height):
        """
        Resizes, and waits until the program has drawn for that size: its status line goes from edge to edge,
        its title stands at the top (tmux may pass a size on up to 250 ms later, and crops until then).
        """
        self.tmux("resize-window", "-x", str(width), "-y", str(height))
        end = time.monotonic() + PATIENCE
        while width >= 60 and height >= 16 and time.monotonic() < end:
            lines = self.screen().splitlines()
            if len(lines) == height and len(lines[-2]) == width and lines[0].startswith(" tutor"):
                return
            time.sleep(0.02)

    def still(self):
        """The screen once two looks 60 ms apart agree."""
        last = None
        for _ in range(200):
            now = self.screen()
            if now == last:
                return now
            last = now
            time.sleep(0.06)
        return last

    def expect(self, name):
        """The screen is the one in screens/NAME; UPDATE_SCREENS=1 writes it."""
        shown = normal(self.still(), self.home)
        path = SCREENS / name
        if os.environ.get("UPDATE_SCREENS"):
            path.write_text(shown)
        want = path.read_text() if path.exists() else ""
        if not check(shown == want, f"screen {name}"):
            import difflib
            print("".join(difflib.unified_diff(want.splitlines(True), shown.splitlines(True), "wanted", "shown")))

    def kill(self, signal="KILL"):
        pid = self.pid()
        subprocess.run(["kill", f"-{signal}", str(pid)], check=False)
        self.wait("exit=", f"the end after {signal}")

    def close(self):
        self.tmux("kill-server")
        if self.own_home:
            shutil.rmtree(self.home, ignore_errors=True)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()


def normal(text, home):
    """What differs from machine to machine, and from run to run, is written the same."""
    text = re.sub(r"rustc \d+\.\d+\.\d+(-\w+)?", "rustc R", text)
    text = re.sub(r"sandbox \w+", "sandbox S", text)
    text = re.sub(r"\b\d+ ms\b", "N ms", text)
    text = re.sub(r" +$", "", text.replace(str(home), "HOME"), flags=re.M)
    return re.sub(r"─{4,}", "────", text)
