"""Asking: from the home page and from an exercise, an answer's citation opened and back, a follow-up, Esc while a server streams,
no model, a server that is not there, kill -9 and on; the threads that were kept; the change that compiles."""
import shutil
import subprocess
import tempfile
import time
from pathlib import Path

from driver import HERE, PROGRAM, ROOT, Tutor, check, finish

home = Path(tempfile.mkdtemp(prefix="tutor-tui.", dir="/tmp"))
fake = subprocess.Popen(["python3", str(ROOT / "tests" / "fake" / "server.py")], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
port = int(fake.stdout.readline())


def env_of(scenario, where=None):
    return {"TUTOR_MODEL_BASE_URL": f"http://127.0.0.1:{where or port}/{scenario}/v1", "TUTOR_MODEL_MODEL": "any-model",
            "TUTOR_MODELS": "/nonexistent", "no_proxy": "127.0.0.1"}


NONE = {"TUTOR_MODELS": "/nonexistent"}


def asked(t, question, seen, label="Ask: "):
    t.type("a")
    t.wait(label.rstrip(), "the line for the question")
    t.type(question)
    t.keys("Enter")
    t.wait(seen)


def open_double(t):
    t.type(":")
    t.wait("What shall it be?")
    t.type("double it")
    t.keys("Enter")
    t.wait("1 Statement")
    t.keys("1")
    t.wait("gives back twice")


built = subprocess.run([str(PROGRAM), "kb", "build", "--words-only"], capture_output=True, text=True, check=False,
                       env={**Tutor.surroundings(home, HERE / "content")})
check(built.returncode == 0, f"the knowledge base is made: {built.stdout}{built.stderr}")

try:
    # no model: whole all the same, and half a line says so
    with Tutor(home=home, env=NONE) as t:
        asked(t, "why is my value gone", "One owner")
        t.wait("Answered without a model.")
        t.expect("ask-80x24.txt")
        # a citation opens inside, and back
        t.keys("Tab", "Enter")
        t.wait("Rust docs: What is Ownership?")
        t.keys("BSpace")
        t.wait("Asked: why is my value gone")
        # a follow-up goes on with the thread
        asked(t, "and why?", "and why?", "Ask further: ")
        t.wait("Answered without a model.")
        t.keys("g")
        t.wait("One owner", "the first answer is still there")
        t.type("/lend it")
        t.wait("/lend it")
        t.keys("Enter")
        t.wait("Lend it instead")
        t.keys("y")
        t.wait("Copied the code.")
        t.keys("Escape")  # the hits' marks go first
        t.wait("Copied the code.", gone=True)
        t.keys("Escape")
        t.wait("Lessons")
        # an empty line asks nothing
        t.keys("a", "Enter")
        t.wait("Lessons")

    # kept: after a restart the thread is on the screen, and in the list
    with Tutor(home=home, env=NONE) as t:
        t.type("A")
        t.wait("What you asked")
        t.wait("why is my value gone  and 1 more")
        t.keys("Enter")
        t.wait("and why?")
        time.sleep(1.2)
        t.kill("KILL")
    with Tutor(home=home, env=NONE) as t:
        t.wait("Asked: why is my value gone")
        t.resize(140, 40)
        t.keys("g")
        t.wait("One owner")
        t.expect("ask-140x40.txt")
        t.resize(60, 16)
        check("Asked: why" in t.still(), "the smallest size")

    # in an exercise: Enter alone asks about the error at hand
    with Tutor(home=home, env=NONE) as t:
        open_double(t)
        t.keys("r")
        t.wait("E0308")
        t.type("a")
        t.wait("Ask (Enter alone: about the error):")
        t.keys("Enter")
        t.wait("What does this error mean?")
        t.wait("A value of one type stands")
        t.wait("Answered without a model.")
        t.keys("Escape")
        t.wait("It does not compile yet.")
        # a question about something else is not answered with the error
        asked(t, "why is my value gone", "One owner", "Ask (Enter alone")
        t.wait("Answered without a model.")
        t.keys("Escape")
        t.wait("It does not compile yet.")
        # from the editor
        t.keys("i")
        t.wait("^S check")
        t.keys("F2")
        t.wait("Ask (Enter alone")
        t.keys("Escape")
        t.wait("^S check")
        t.keys("Escape")
        t.wait("i type")

    # the change that compiles: asked first, shown, taken, undone
    with Tutor(home=home, env=NONE) as t:
        open_double(t)
        t.type("F")
        t.wait("This shows the whole change. Enter: show, Esc: no")
        t.keys("Escape")
        t.wait("Enter: show", gone=True)
        t.type("F")
        t.wait("Enter: show")
        t.keys("Enter")
        t.wait("It compiles now, and its tests pass.")
        t.wait("Take it into the editor")
        t.expect("fix-80x24.txt")
        t.keys("Enter")
        t.wait("The change is in the editor")
        check("n * 2;" not in t.still(), "the editor has the change")
        t.keys("C-z")
        t.wait("n * 2;")
        t.keys("C-y")
        t.wait("n * 2;", gone=True)
        t.keys("C-s")
        t.wait("Passed")
        t.type("F")
        t.wait("only what does not compile can be mended")
    shown = subprocess.run([str(PROGRAM), "progress", "show", "--json"], capture_output=True, text=True, check=False,
                           env=Tutor.surroundings(home, HERE / "content")).stdout
    check("double" in shown, f"the record knows it: {shown}")

    # a server that streams and does not end: the answer stands at once, Esc stops what runs, then goes back
    with Tutor(home=home, env=env_of("stall")) as t:
        asked(t, "what happens to a variable when i pass it on", "One owner")
        t.wait("^C stops it")
        t.keys("j", "k")
        t.keys("Escape")
        t.wait("Stopped; what was found stays.")
        t.wait("^C stops it", gone=True)
        t.wait("One owner")
        # stopped in the middle of another, by another question
        asked(t, "the variable is gone after the call", "^C stops it", "Ask further: ")
        asked(t, "can not use s after let t = s", "can not use s after let t = s", "Ask further: ")
        t.wait("^C stops it")
        t.keys("Escape")
        t.wait("^C stops it", gone=True)
        # killed while it streams
        t.type("a")
        t.wait("Ask further:")
        t.type("is it gone for good after a move")
        t.keys("Enter")
        t.wait("^C stops it")
        time.sleep(1.2)
        t.kill("KILL")
    with Tutor(home=home, env=env_of("ok")) as t:
        t.wait("Asked: what happens to a variable")
        t.keys("G")
        t.wait("This was not answered yet")
        t.wait("is it gone for good after a move")
        t.keys("Escape")
        t.wait("Lessons")

    # a server that answers takes part; one that is not there is said, and the answer stands
    with Tutor(home=home, env=env_of("ok")) as t:
        t.keys("H")
        asked(t, "what happens to a variable when i pass it on", "One owner", "Ask")
        t.wait("^C stops it", gone=True)
        t.keys("G")
        t.wait("any-model took part")
    with Tutor(home=home, env=env_of("ok", 9)) as t:
        t.keys("H")
        asked(t, "why is my value gone again", "One owner", "Ask")
        t.wait("Answered without a model.")
        t.keys("G")
        t.wait("The model took no part")

    # a server elsewhere: one line of consent first; no means no
    with Tutor(home=home, env={**env_of("ok"), "TUTOR_MODEL_BASE_URL": "http://models.example:9/v1"}) as t:
        t.keys("H")
        t.type("a")
        t.wait("Ask:")
        t.type("why is my value gone")
        t.keys("Enter")
        t.wait("May http://models.example:9/v1 be asked as well?")
        t.wait("what the compiler said")
        t.expect("consent-80x24.txt")
        t.keys("Down", "Enter")
        t.wait("One owner")
        t.wait("^C stops it", gone=True)
        t.keys("G")
        t.wait("Without a model, as asked.")

    # the first start: the offer, refused once and not made again
    with Tutor(env=NONE, welcomed=False) as t:
        t.wait("Load it, 1.1 GB")
        t.wait("The small one, 0.5 GB")
        t.keys("End", "Enter")
        t.wait("loads one at any time")
        t.keys("Escape")
        t.wait("Lessons")
        t.type(":first steps")
        t.keys("Enter")
        t.wait("loads one at any time")
        check("1.1 GB" not in t.still(), "it is not offered twice")
        t.own_home = True
finally:
    fake.stdin.close()
    fake.wait()
    shutil.rmtree(home, ignore_errors=True)
finish()
