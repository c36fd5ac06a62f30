#!/usr/bin/env python3
"""The core decides from (input, now) alone. That is what makes a replay exact, so a machine checks it."""

import re

import tree

CORE = ["daemon/" + name for name in ("model", "calendar", "state", "policy", "metrics", "engine")]

# The calendar's data are the zone files of the system, which the date library reads; this one reads which
# release they are, and nothing else of the core opens a file.
READS_ZONE_FILES = "daemon/calendar/tzdata_version.cpp"

FORBIDDEN = [
    (r"(system|steady|high_resolution|utc|file)_clock|gettimeofday|clock_gettime|\bstd::time\(",
     "a clock in the core: take `now` as an argument"),
    (r"zmq|sqlite3|pqxx|\.pb\.h|spdlog|httplib|<(fstream|filesystem|iostream)>|<(sys|netinet)/",
     "the world in the core: input and output belong to journal/, wire/ and app/"),
    (r"std::(thread|jthread|async|mutex|shared_mutex|atomic|condition_variable)\b|thread_local",
     "a thread in the core: it is called by one thread and knows no other"),
    (r"random_device|\bstd::rand\(|_distribution\b|mt19937",
     "chance in the core: draw the number outside and hand it in"),
    (r"unordered_(multi)?(map|set)", "no order in the core: iteration order is output; use map or vector"),
    (r"\bgetenv\(|date::current_zone|\blocaltime(_r)?\(",
     "the machine's settings in the core: hand the value in"),
]


def without_comment(line):
    return line.split("//", 1)[0]


def check(source):
    for path in source.code(*CORE):
        if path == READS_ZONE_FILES:
            continue
        for number, line in source.text(path):
            for pattern, instead in FORBIDDEN:
                if re.search(pattern, without_comment(line)):
                    source.finding(path, number, instead)


tree.run(check)
