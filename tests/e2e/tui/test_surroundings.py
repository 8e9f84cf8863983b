"""The editor outside, files saved by others, a program that never ends, no Rust, no colours, no Unicode, and
the terminal as it was after every way out."""
import os
import stat
import tempfile
from pathlib import Path

from driver import Tutor, check, finish


def open_double(t):
    t.type(":")
    t.wait("What shall it be?")
    t.type("double it")
    t.keys("Enter")
    t.wait("gives back twice")


def exercise_file(t):
    return t.home / "data" / "work" / "basics" / "double" / "exercise.rs"


tools = Path(tempfile.mkdtemp(prefix="tutor-tools."))
editor = tools / "editor"
editor.write_text('#!/bin/sh\nprintf "editing %s %s\\n" "$1" "$2"\nsed -i "s/n \\* 2;/n * 2/" "$2"\nread answer\n')
editor.chmod(editor.stat().st_mode | stat.S_IXUSR)

# $EDITOR gets the terminal and the line, and what it saved is checked
with Tutor(env={"EDITOR": str(editor), "VISUAL": ""}) as t:
    open_double(t)
    t.keys("i", "Down")
    t.wait("^S check")
    t.keys("Escape")
    t.wait("i type")
    t.keys("e")
    t.wait("editing +2 /tmp/", "the editor at the cursor's line")
    check("Statement" not in t.screen(), "the screen is the editor's")
    t.keys("Enter")
    t.wait("Passed", "the check after the editor")
    t.wait("1 Statement", "the screen is ours again")

# a file saved by somebody else is checked, by rename too
with Tutor() as t:
    open_double(t)
    t.wait("watching files by")
    text = exercise_file(t).read_text()
    other = exercise_file(t).with_name("new.rs")
    other.write_text(text.replace("n * 2;", "n + 4"))
    os.rename(other, exercise_file(t))
    t.wait("Tests: 1 of 2 pass")
    t.wait("double(0) is 0")
    t.keys("2")
    t.wait("n + 4")
    # saved elsewhere while there is text that is not saved here: nothing is lost
    t.type("// mine ")
    t.wait("// mine")
    exercise_file(t).write_text(text)
    t.wait("undo brings your text back")
    t.wait("n * 2;")
    t.keys("C-z")
    t.wait("// mine")

# a program that floods for ever: the editor goes on, ctrl-C stops it
with Tutor() as t:
    open_double(t)
    exercise_file(t).write_text('fn double(_: i32) -> i32 {\n    loop {}\n}\n')
    t.wait("^C stops it")
    t.keys("i")
    t.wait("^S check")
    t.type("// still here")
    t.wait("// still here", patience=3)
    t.keys("C-c")
    t.wait("Stopped.")
    t.wait("// still here")
    t.keys("q")
    t.wait("hereq")

# reset, and undo of it
with Tutor() as t:
    open_double(t)
    t.keys("i")
    t.wait("^S check")
    t.type("// more")
    t.keys("Escape")
    t.wait("i type")
    t.keys("R")
    t.wait("Started again from the beginning")
    t.keys("2")
    t.wait("// more", gone=True)
    t.keys("C-z")
    t.wait("// more")

# no Rust: one plain page, lessons readable
with Tutor(env={"PATH": "/usr/bin:/bin", "RUSTUP_HOME": "/nonexistent", "CARGO_HOME": "/nonexistent",
                "HOME": "/nonexistent"}, welcomed=False) as t:
    t.wait("Rust is missing")
    t.wait("https://sh.rustup.rs")
    t.expect("norust-80x24.txt")
    t.keys("Enter")
    t.wait("Lesson 1: A first greeting")
    t.keys("r")
    t.wait("rustup", "why it cannot be run")

# plain looks
with Tutor(env={"NO_COLOR": "1"}) as t:
    open_double(t)
    check("[38;5" not in t.styled() and "[3" not in t.styled().replace("[39", ""), "NO_COLOR means no colour")
with Tutor(env={"LC_ALL": "C", "LANG": "C"}) as t:
    t.keys("Enter")
    t.wait("Lesson 1")
    check(all(ord(c) < 128 for c in t.still()), "only ASCII where the locale has no UTF-8")
    t.expect("ascii-80x24.txt")
with Tutor(env={"TERM": "vt100"}) as t:
    open_double(t)
    t.wait("1 Statement")

# ways out leave the terminal as it was
for signal, code in (("TERM", "exit=0"), ("HUP", "exit=0"), ("SEGV", "exit=139"), ("ABRT", "exit=134")):
    with Tutor() as t:
        t.type("jj")
        t.kill(signal)
        shown = t.wait(code, signal)
        check("Lessons" not in shown, f"{signal}: the alternate screen is left")
        shell = t.tmux("display-message", "-p", "#{pane_tty}").strip()
        modes = os.popen(f"stty -a -F {shell}").read()
        check({"icanon", "echo", "isig", "icrnl"} <= set(modes.split()), f"{signal}: line modes are back:\n{modes}")
        check(t.tmux("display-message", "-p", "#{mouse_any_flag}#{cursor_flag}").strip() == "01", f"{signal}: mouse off, cursor on")

finish()
