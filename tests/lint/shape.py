#!/usr/bin/env python3
"""Function and file lengths of a tree of C: prints figures, and a line for each function over 100 lines
and file over 800. A function starts at a line `{` in column 0 after a line that is no data definition."""
import re
import sys
from pathlib import Path

MAX_FUNCTION, MAX_FILE = 100, 800
lengths = []
for path in sorted(Path(sys.argv[1]).rglob("*.[ch]")):
    lines = path.read_text().splitlines()
    if len(lines) > MAX_FILE:
        print(f"{path}: {len(lines)} lines in one file")
    start = None
    for number, line in enumerate(lines, 1):
        if line == "{" and number > 1 and (lines[number - 2].endswith(")") or re.match(r"\s.*\)$", lines[number - 2])):
            start = number
        elif line == "}" and start:
            length = number - start - 1
            lengths.append(length)
            if length > MAX_FUNCTION:
                print(f"{path}:{start}: a function of {length} lines")
            start = None
lengths.sort()
if lengths:
    n = len(lengths)
    print(f"functions: {n}, median {lengths[n // 2]}, 90th percentile {lengths[n * 9 // 10]}, longest {lengths[-1]}")
