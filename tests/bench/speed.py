#!/usr/bin/env python3
"""How long a check takes: tutor against bare rustc doing the same steps without a sandbox, and against rustlings.

usage: speed.py TUTOR [RUNS]
The three are run in turn, so that a busy machine is busy for all; each run has a changed file, so that nothing is cached.
rustlings is used when it is at hand (`cargo install rustlings --root DIR`, RUSTLINGS=DIR/bin/rustlings); else that row is left out.
"""
import os
import pathlib
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

tutor, runs = os.path.abspath(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 15
rustc = subprocess.check_output(["rustc", "--print", "sysroot"], text=True).strip() + "/bin/rustc"
rustlings = os.environ.get("RUSTLINGS") or shutil.which("rustlings")
PROGRAM = """fn bigger(a: i32, b: i32) -> i32 {
    if a > b { a } else { b }
}

fn main() {
    println!("{}", bigger(1, 2));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn first() {
        assert_eq!(bigger(10, 8), 10);
    }

    #[test]
    fn second() {
        assert_eq!(bigger(32, 42), 42);
    }
}
"""


def timed(command, **more):
    start = time.perf_counter()
    done = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, stdin=subprocess.DEVNULL, **more)
    return (time.perf_counter() - start) * 1000, done.returncode


def row(name, times):
    times = sorted(times)
    print(f"{name:34} median {statistics.median(times):6.0f} ms   p95 {times[int(len(times) * 0.95)]:6.0f} ms   least {times[0]:6.0f} ms")
    return statistics.median(times)


def main():
    tmp = pathlib.Path(tempfile.mkdtemp(prefix="tutor-speed."))
    os.environ["TUTOR_HOME"] = str(tmp / "home")
    file, ours, bare, theirs = tmp / "speed.rs", [], [], []
    if rustlings:
        subprocess.run([rustlings, "init"], cwd=tmp, input=b"\n" * 4, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        target = tmp / "rustlings/exercises/03_if/if1.rs"
    steps = (f"{rustc} --edition 2024 --test --emit=metadata -Cdebuginfo=0 -o {tmp}/m {file} && "
             f"{rustc} --edition 2024 --test --cap-lints allow -Cdebuginfo=0 -o {tmp}/p {file} && {tmp}/p --test-threads=1")
    for i in range(runs + 1):
        file.write_text(f"{PROGRAM}// {i}\n")
        sample = [timed([tutor, "check", str(file)]), timed(steps, shell=True)]
        if rustlings:
            target.write_text(f"{PROGRAM}// {i}\n")
            sample.append(timed([rustlings, "run", "if1"], cwd=tmp / "rustlings"))
        if any(code for _, code in sample):
            sys.exit(f"a run failed: {sample}")
        if i:  # the first round warms up
            for times, (ms, _) in zip((ours, bare, theirs), sample):
                times.append(ms)
    a, b = row("tutor check FILE, whole process", ours), row("rustc, rustc, program: no sandbox", bare)
    print(f"figure: a check costs {a - b:.0f} ms more than bare rustc (bar: 40)")
    if theirs:
        c = row("rustlings run", theirs)
        print(f"figure: a check takes {a / c:.0%} of rustlings' time (bar: 50%)")
    shutil.rmtree(tmp, ignore_errors=True)


main()
