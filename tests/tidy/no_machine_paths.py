#!/usr/bin/env python3
"""Nothing in the tree knows the machine it was written on."""

import re

import tree

# Homes and working folders of people and build machines.
OF_A_MACHINE = re.compile(r"(?<![\w.$}])/(home|root|work|Users|farm|mnt|media|scratch)/[\w.-]+")
OF_A_PASSING_FOLDER = re.compile(r"(?<![\w.$}])/(?:var/)?tm" r"p/\w+")


def check(source):
    for path in source.files:
        if path.startswith("tests/data/"):
            continue  # Recorded elsewhere, as it was.
        for number, line in source.text(path):
            if OF_A_MACHINE.search(line):
                source.finding(path, number, "a path of one machine: take it as an argument, or from the "
                                             "place of the file itself")
            if OF_A_PASSING_FOLDER.search(line):
                source.finding(path, number, "a fixed name in a shared folder: make one with mktemp or "
                                             "tempfile")


tree.run(check)
