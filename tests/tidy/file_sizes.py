#!/usr/bin/env python3
"""A file is one thought. 500 lines is where it certainly is several."""

import pathlib

import tree

LINES_MAX = 500
LINES_OF_MAIN_CMAKE_MAX = 80
CHECKED = {".cpp", ".hpp", ".py", ".sh", ".proto"}


def check(source):
    for path in source.files:
        if pathlib.Path(path).suffix not in CHECKED and path not in ("dev", "CMakeLists.txt"):
            continue
        lines = len(source.text(path))
        if lines > LINES_MAX:
            source.finding(path, lines, f"{lines} lines, at most {LINES_MAX}: split it by thought")
        if path == "CMakeLists.txt" and lines > LINES_OF_MAIN_CMAKE_MAX:
            source.finding(path, lines, f"{lines} lines, at most {LINES_OF_MAIN_CMAKE_MAX}: move what one "
                                        "folder needs into its own CMakeLists.txt")


tree.run(check)
