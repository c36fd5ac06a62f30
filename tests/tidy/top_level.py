#!/usr/bin/env python3
"""The top level of the repository is fixed: it is the first picture anybody gets of the project."""

import tree

FOLDERS = {"daemon", "wallboard", "proto", "config", "tests"}
FILES = {"CMakeLists.txt", "CMakePresets.json", "README.md", "ARCHITECTURE.md", "LICENSE", "dev"}

# These hold anything, so they soon do.
NAMES_THAT_HOLD_ANYTHING = {"src", "include", "util", "utils", "common", "core", "lib", "scripts",
                            "helpers", "misc"}


def check(source):
    seen = set()
    for path in source.files:
        parts = path.split("/")
        if parts[0] not in FOLDERS | FILES and not parts[0].startswith(".") and parts[0] not in seen:
            seen.add(parts[0])
            source.finding(path, 1, f"{parts[0]} is not part of the top level: put it into one of "
                                    + ", ".join(sorted(FOLDERS)))
        for folder in parts[:-1]:
            if folder in NAMES_THAT_HOLD_ANYTHING and path.startswith(("daemon/", "wallboard/")):
                source.finding(path, 1, f"{folder}/ fits everything: name the folder after its one thought")


tree.run(check)
