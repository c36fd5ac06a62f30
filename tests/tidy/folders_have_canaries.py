#!/usr/bin/env python3
"""Every folder of tests has one check that must fail, or a green run would prove nothing about it."""

import tree

# Not folders of tests: what tests share, and what they read.
WITHOUT = {"support", "data"}


def is_canary(source, path):
    return "canary" in path.split("/")[-1] or any("[canary]" in line for _, line in source.text(path))


def check(source):
    folders = {}
    for path in source.files:
        parts = path.split("/")
        if parts[0] == "tests" and len(parts) > 2 and parts[1] not in WITHOUT:
            folders.setdefault(parts[1], []).append(path)
    for folder, files in sorted(folders.items()):
        tests = [f for f in files if not f.endswith(("CMakeLists.txt", ".md"))]
        if tests and not any(is_canary(source, f) for f in tests):
            source.finding(f"tests/{folder}", 1, "no canary: add one check, named *canary* or tagged "
                                                 "[canary], that breaks what this folder promises to see, "
                                                 "and passes only if it is seen")


tree.run(check)
