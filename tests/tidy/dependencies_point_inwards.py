#!/usr/bin/env python3
"""Dependencies point inwards. Includes are written from the root, so every arrow can be read off a line."""

import re

import tree

CORE_BELOW_ENGINE = ["daemon/model", "daemon/calendar", "daemon/state", "daemon/policy", "daemon/metrics"]

# folder -> the folders it may include, itself apart. A longer name wins over a shorter one. "callwatch"
# is the code generated from proto/, but for "callwatch/figures": the words for each figure, which are data for
# whoever shows one.
MAY_INCLUDE = {
    "daemon/model": [],
    "daemon/calendar": ["daemon/model"],
    "daemon/metrics": ["daemon/model"],
    "daemon/state": ["daemon/model", "daemon/calendar", "daemon/metrics"],
    "daemon/policy": ["daemon/model", "daemon/calendar", "daemon/metrics", "daemon/state"],
    "daemon/engine": CORE_BELOW_ENGINE,
    "daemon/board": CORE_BELOW_ENGINE + ["daemon/engine", "callwatch"],
    "daemon/journal": ["daemon/model", "callwatch"],
    "daemon/keys": ["daemon/model"],
    "daemon/wire": ["daemon/model", "daemon/calendar", "daemon/state", "callwatch"],
    "daemon/recovery": ["daemon/model", "daemon/state", "daemon/policy", "daemon/journal", "daemon/wire", "callwatch"],
    "daemon/audit": ["daemon/model", "daemon/calendar", "daemon/state", "daemon/journal", "daemon/keys", "daemon/wire"],
    "daemon/settings": ["daemon/model", "daemon/calendar"],
    "daemon/telemetry": ["daemon/model"],
    "daemon/reports": ["daemon/model", "callwatch/figures"],
    "daemon/bridges": ["daemon/model", "daemon/wire", "daemon/settings", "daemon/telemetry", "callwatch"],
    "daemon/bridges/publisher": ["daemon/model", "daemon/wire", "daemon/keys", "callwatch"],
    "daemon/ctl": ["daemon/model", "daemon/calendar", "daemon/keys", "daemon/wire", "daemon/journal", "daemon/recovery", "daemon/audit", "daemon/telemetry",
                   "daemon/settings", "callwatch"],
    "daemon/app": CORE_BELOW_ENGINE + ["daemon/engine", "daemon/board", "daemon/audit", "daemon/settings", "daemon/journal",
                                       "daemon/recovery", "daemon/wire", "daemon/keys", "daemon/telemetry", "daemon/reports",
                                       "callwatch"],
    "callwatch/figures": [],
    "wallboard/model": ["callwatch/figures"],
    "wallboard/feed": ["wallboard/model", "callwatch"],
    "wallboard/widgets": ["wallboard/model"],
    "wallboard/views": ["wallboard/model", "wallboard/widgets"],
    "wallboard/app": ["callwatch/figures", "wallboard/model", "wallboard/feed", "wallboard/widgets", "wallboard/views"],
}

OURS = re.compile(r'^\s*#\s*include\s+["<]((?:daemon|wallboard|tests|callwatch)/[^">]+)[">]')
BARE = re.compile(r'^\s*#\s*include\s+"([^"]+)"')


def folder_of(path):
    """The longest folder of the table that holds `path`; the folder itself for what the table lacks."""
    if path.startswith("callwatch/figures/"):
        return "callwatch/figures"
    holding = [folder for folder in MAY_INCLUDE if path.startswith(folder + "/")]
    if holding:
        return max(holding, key=len)
    return path.split("/")[0] if path.startswith(("tests/", "callwatch/")) else "/".join(path.split("/")[:2])


def complaint(here, there):
    """Why an include is wrong, and what to do; empty if it is right."""
    if here == there or here.startswith(there + "/"):
        return ""
    if there.startswith(here + "/") or there in MAY_INCLUDE.get(here, []):
        return ""
    if here not in MAY_INCLUDE:
        return f"{here} is in no table of tests/tidy/dependencies_point_inwards.py: say what it may include"
    if {here.split("/")[0], there.split("/")[0]} == {"daemon", "wallboard"}:
        return "the collector and the wallboard share proto/ and no C++: put it into the contract"
    if there == "tests":
        return "production code knows no tests: move what is shared into production"
    if there.endswith("/app"):
        return "nothing includes app/: move the piece inwards and let app/ use it"
    if there == "callwatch":
        return f"{here} knows no generated code: translate in wire/, journal/ or feed/"
    return f"{here} must not include {there}: move the piece inwards, or hand it in"


def check(source):
    for path in source.code("daemon", "wallboard"):
        here = folder_of(path)
        for number, line in source.text(path):
            ours = OURS.match(line)
            if ours:
                wrong = complaint(here, folder_of(ours.group(1)))
                if wrong:
                    source.finding(path, number, wrong)
            elif BARE.match(line) and "/" not in BARE.match(line).group(1):
                source.finding(path, number, "write includes from the root: \"daemon/model/types.hpp\"")


tree.run(check)
