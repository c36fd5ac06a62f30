#!/usr/bin/env python3
"""A name says the one thing a file or type is; a name that fits everything says nothing."""

import pathlib
import re

import tree

FILE_NAME = re.compile(r"^[a-z0-9]+(_[a-z0-9]+)*\.(cpp|hpp|py|sh|proto)$")
OURS = (".cpp", ".hpp", ".py", ".sh", ".proto")
EMPTY_WORD = re.compile(r"\b(?:class|struct)\s+\w*(Manager|Helper|Util|Utils|Handler|Impl|Base)\b")


def check(source):
    for path in source.files:
        name = pathlib.Path(path).name
        if name.endswith(OURS) and not FILE_NAME.match(name):
            source.finding(path, 1, "file names are snake_case, like daily_verdict.hpp")
    for path in source.code():
        for number, line in source.text(path):
            if EMPTY_WORD.search(line):
                source.finding(path, number, "a word that fits everything: name the type after what it holds "
                                             "or promises")


tree.run(check)
