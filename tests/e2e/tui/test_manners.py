"""Mouse, ctrl-Z and fg, going back to the place in a lesson, the Rust documentation inside, copying."""
import subprocess
from pathlib import Path

from driver import Tutor, check, finish


def mouse(t, button, x, y):
    """An SGR report as a terminal sends it; x and y from 1."""
    report = f"\033[<{button};{x};{y}M"
    t.tmux("send-keys", "-H", *(f"{b:02x}" for b in report.encode()))


def row_of(t, text):
    return next(i for i, line in enumerate(t.screen().splitlines(), 1) if text in line)


with Tutor() as t:
    mouse(t, 0, 12, row_of(t, "Moving a value"))
    t.wait("Lesson 2: Moving a value")
    before = t.still()
    mouse(t, 65, 10, 10)
    t.wait("Moving a value\n ━", gone=True)
    mouse(t, 64, 10, 10)
    t.wait("This program is refused")
    check(t.still() == before, "the wheel scrolls there and back")
    t.keys("%")
    t.wait("Mouse off")
    check(t.tmux("display-message", "-p", "#{mouse_any_flag}").strip() == "0", "the terminal has its mouse back")
    t.keys("%")
    t.wait("Mouse on")

# where a reader was, after kill -9
with Tutor() as t:
    t.keys("Tab", "Enter")
    t.wait("Lesson 1: A first greeting")
    t.keys("PPage", "NPage", "j", "j", "j")
    before = t.still()
    t.keys("C-q")
    t.wait("exit=0")
    home, t.own_home = t.home, False
with Tutor(home=home) as t:
    t.own_home = True
    t.wait("Lesson 1: A first greeting")
    check(t.still() == before, "the lesson is where it was")

# ctrl-Z and fg, in a shell with job control
with Tutor(shell=True) as t:
    t.wait("Lessons")
    t.keys("C-z")
    t.wait("Stopped")
    check("Lessons" not in t.screen(), "the shell has its screen")
    t.type("fg")
    t.keys("Enter")
    t.wait("Lessons")
    t.keys("j")
    t.wait(" help")
    t.keys("C-q")
    t.wait("$ ")

# copying a code block by its number, for the terminal's clipboard
with Tutor() as t:
    t.tmux("set", "-s", "set-clipboard", "on")
    t.keys("Tab", "Enter")
    t.wait("[1] Rust")
    t.keys("y")
    t.wait("Copy code block number:")
    t.keys("1", "Enter")
    t.wait("Copied block 1.")
    check('println!("hello, terminal");' in t.tmux("show-buffer"), "OSC 52 reached the terminal")
    t.keys("y")
    t.keys("9", "Enter")
    t.wait("There is no code block 9 here")

# keys bound anew by the user
with Tutor(env={"TUTOR_UI_KEYS": "home x help; lesson nokey run"}) as t:
    t.keys("x")
    t.wait("On the home page")

sysroot = subprocess.run(["rustc", "--print", "sysroot"], capture_output=True, text=True, check=False).stdout.strip()
if sysroot and Path(sysroot, "share/doc/rust/html/book").is_dir():
    with Tutor() as t:
        t.wait("rustc 1.")
        t.type(":")
        t.wait("What shall it be?")
        t.type("moving a value")
        t.keys("Enter")
        t.wait("Lesson 2")
        t.keys("r")
        t.wait("rustc refuses it")
        t.keys("/")
        t.type("error_codes/E0382.html")
        t.keys("Enter")
        t.wait("error_codes/E0382.html")
        t.keys("Tab")
        for _ in range(20):  # until the citation is the chosen link
            if "error_codes" in t.styled().split("\033[48;5;238m")[-1][:60]:
                break
            t.keys("Tab")
            t.still()
        t.keys("Enter")
        t.wait("Rust docs: E0382")
        t.keys("BSpace")
        t.wait("Lesson 2")
else:
    print("note: the Rust documentation is not installed; its pages are not looked at")
finish()
