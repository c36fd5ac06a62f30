#!/usr/bin/env python3
"""What is in the tree is finished: no notes to ourselves, no code put to sleep in a comment."""

import pathlib
import re

import tree

CHECKED = {".cpp", ".hpp", ".py", ".sh", ".proto", ".md", ".toml", ".txt"}
NOTES = re.compile(r"\b(TO" r"DO|FIX" r"ME|X" r"XX|HA" r"CK)\b")

# A comment line that is a whole statement, and no sentence.
ASLEEP = re.compile(r"^\s*//(?!/)\s*(?:"
                    r"(?:[\w:<>*&]+\s+){0,3}[\w.\[\]>-]+\s*[-+|&]?=[^=].*;|"
                    r"[\w:.>-]+\(.*\);|"
                    r"(?:if|for|while|switch)\s*\(.*\)\s*\{|"
                    r"return\b[^.]*;|"
                    r"#\s*include\b.*"
                    r")\s*$")


def check(source):
    for path in source.files:
        if pathlib.Path(path).suffix not in CHECKED and path != "dev" or path.startswith("tests/data/"):
            continue
        for number, line in source.text(path):
            if NOTES.search(line):
                source.finding(path, number, "a note to ourselves: do it, or open an issue and leave it out")
            if pathlib.Path(path).suffix in tree.CODE and ASLEEP.match(line):
                source.finding(path, number, "code in a comment: remove it; git remembers")


tree.run(check)
