#!/usr/bin/env python3
"""Generated days, and an oracle that knows what the collector has to conclude of them (oracle.py). A generated day is
a date on which one of two to four offices was checked at least.

    generated_days_test.py --days 1000      # histories from seed 1 on, until so many days were lived
    generated_days_test.py --seed 17        # one history
    generated_days_test.py --seed 17 --explain
"""

import argparse
import collections
import json
import os
import sys

import comparison
from collector import Collector, lines_of
from drawn_history import draw_history
from what_happened import WhatHappened

DIFFERENCES_SHOWN_MAX = 40


class Play:
    """One history, told to the collector and to the oracle."""

    def __init__(self, collector, seed):
        self.history = draw_history(seed)
        self.concluded = collector.conclusions(self.history)
        self.oracle = comparison.hear(self.history)

    def differences(self, concluded=None):
        """From what the oracle says, and from what really happened; `concluded`: instead of what the collector did."""
        concluded = self.concluded if concluded is None else concluded
        told = comparison.Comparison(self.history, self.oracle, concluded).differences
        return told + self.truth(concluded).contradictions

    def truth(self, concluded=None):
        return WhatHappened(self.history, self.oracle, self.concluded if concluded is None else concluded)

    def count(self):
        checks = [one for one in self.concluded if "check" in one]
        counted = collections.Counter(histories=1, days=len({one["date"] for one in checks}), revisions=len(checks),
                                      messages=len(self.history.world.messages),
                                      beyond_sight=self.truth().beyond_sight)
        counted.update({(one["check"], one["date"]): one["verdict"] for one in checks}.values())
        return counted

    def explain(self):
        for text in lines_of(self.history):
            print(text)
        for one in self.concluded:
            print(json.dumps(one))


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--days", type=int, default=1000)
    arguments.add_argument("--seed", type=int, default=os.environ.get("CALLWATCH_SEED"))
    arguments.add_argument("--explain", action="store_true")
    arguments = arguments.parse_args()
    seed, found, counted = int(arguments.seed or 1), [], collections.Counter()
    with Collector() as collector:
        while True:
            play = Play(collector, seed)
            found += play.differences()
            counted += play.count()
            if arguments.explain:
                play.explain()
            if arguments.seed or counted["days"] >= arguments.days or len(found) > DIFFERENCES_SHOWN_MAX:
                break
            seed += 1
    for difference in found[:DIFFERENCES_SHOWN_MAX]:
        print(difference)
    print(f"{'no' if not found else len(found)} differences:", ", ".join(f"{n} {what}" for what, n in counted.items()))
    if found:
        print("again: generated_days_test.py --seed SEED --explain")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
