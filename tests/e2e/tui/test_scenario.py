"""The way of a learner: read a lesson, answer a question, fail an exercise, read its steps, take hints, mend
it in the built-in editor, pass; and after kill -9 everything is where it was."""
import time

from driver import Tutor, check, finish

with Tutor(welcomed=False) as t:
    t.wait("Welcome", "the first start takes the user by the hand")
    t.wait("rustc 1.", "which Rust was found")
    t.wait("Start with lesson 1: A first greeting")
    t.keys("Enter")
    t.wait("Lesson 1: A first greeting")
    t.expect("lesson-80x24.txt")
    # run a program of the lesson
    t.keys("r")
    t.wait("It ran")
    t.wait("│ hello, terminal")
    # the question, wrong first
    for _ in range(4):
        t.keys("Tab")
    t.wait("1-9 choose")
    t.keys("2", "Enter")
    t.wait("Not yet")
    t.keys("1", "Enter")
    t.wait("Right")
    t.wait("A macro writes code while the program is built.")
    t.expect("quiz-80x24.txt")
    # a link opens inside, and back
    t.keys("g", "Tab", "Tab", "Enter")
    t.wait("Lesson 2: Moving a value")
    t.keys("BSpace")
    t.wait("Lesson 1: A first greeting")

    t.type(":")
    t.wait("What shall it be?")
    t.type("double it")
    t.keys("Enter")
    t.wait("gives back twice its number")
    t.expect("exercise-80x24.txt")
    t.keys("i")
    t.wait("^S check")
    t.keys("C-s")
    t.wait("It does not compile yet.")
    t.wait("E0308")
    t.wait("› What", "the steps")
    t.expect("result-80x24.txt")
    t.keys("h")
    t.wait("Look at the end of the line")
    t.keys("h")
    t.wait("1 + 2")
    t.keys("G")
    t.wait("✓ 2 of 3")
    # the built-in editor: to the error; letters are typed there, not obeyed
    t.keys(".")
    t.wait("^S check")
    t.keys("q")
    t.wait("2 Editor *")
    t.keys("C-z")
    t.wait("2 Editor *", gone=True)
    t.keys("C-Home", "Down", "End", "BSpace")
    t.wait("n * 2;", gone=True)
    # kill -9: at most the last second of typing is lost, and the place is kept
    time.sleep(1.2)
    before = t.still()
    home, t.own_home = t.home, False
    t.kill("KILL")

with Tutor(home=home) as t:
    t.wait("What you had typed is back")
    after = t.still()
    line = next((x for x in before.splitlines() if "n * 2" in x), "before")
    check(line in after, "the text that was not saved")
    check("^S check" in after, "the editor has the keys again")
    t.keys("C-s")
    t.wait("Passed")
    t.wait("A function gives back its last expression")
    t.expect("passed-80x24.txt")
    t.wait("Next exercise: Half of it")
    t.keys("]")
    t.wait("basics: Half of it")
    t.keys("H")
    t.wait("1 of 3 passed")
    t.expect("home-80x24.txt")
    t.resize(140, 40)
    t.wait("Moving a value")
    t.expect("home-140x40.txt")
    t.own_home = True
finish()
