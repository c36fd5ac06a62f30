#!/usr/bin/env python3
"""Does every test that tests/requirements.md names exist? Usage: requirement_tests.py <source dir>."""

import pathlib
import re
import sys

ROWS_MIN = 35  # So that an empty table is not a good one.


def test_names(root):
    names = set()
    for file in sorted((root / "tests").glob("**/*_test.cpp")):
        for found in re.finditer(r'TEST_CASE\(((?:\s*"(?:[^"\\]|\\.)*")+)', file.read_text(encoding="utf-8")):
            names.add("".join(re.findall(r'"((?:[^"\\]|\\.)*)"', found[1])).replace('\\"', '"'))
    return names


def main():
    root = pathlib.Path(sys.argv[1])
    known = test_names(root)
    rows = [line for line in (root / "tests/requirements.md").read_text(encoding="utf-8").splitlines()
            if line.startswith("| ") and not line.startswith(("| term |", "| case |"))]
    faults = [] if len(rows) >= ROWS_MIN else [f"only {len(rows)} rows are left"]
    for row in rows:
        cell = row.rstrip(" |").rsplit(" | ", 1)[-1]
        named = re.findall(r'"([^"]*)"', cell)
        if not named:
            faults.append(f"no test: {row}")
        faults += [f'there is no test "{name}": {row.split("|")[1].strip()}' for name in named if name not in known]
    for fault in faults:
        print(f"error: tests/requirements.md: {fault}", file=sys.stderr)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
