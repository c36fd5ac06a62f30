#!/usr/bin/env python3
"""Canary: whatever is falsified of what the collector concluded is told as a difference, and a CLEAR that is false also
by what really happened; so is a collector that breaks a rule."""

import copy
import sys
import unittest

from collector import Collector
from generated_days_test import Play

SEEDS = range(1, 61)


def last(concluded, word, is_meant=lambda one: True):
    return next((one for one in reversed(concluded) if word in one and is_meant(one)), None)


def change(word, field, make, is_meant=lambda one: True):
    """A falsification: of the last that is meant, one value is another."""
    def falsify(concluded):
        one = last(concluded, word, is_meant)
        if one is not None:
            one[field] = make(one[field])
        return one is not None
    return falsify


def drop(word):
    def falsify(concluded):
        one = last(concluded, word)
        if one is not None:
            concluded.remove(one)
        return one is not None
    return falsify


FALSIFICATIONS = {
    "a deadline a microsecond later": change("message", "deadline", lambda at: at + 1),
    "another due day": change("message", "due_date", lambda _: "2026-01-01"),
    "a message that is not known": drop("message"),
    "a violation that was not raised": drop("unreturned"),
    "a violation raised later": change("unreturned", "decided_at", lambda at: at + 1),
    "a check that was not made": drop("check"),
    "a check that is not provisional": change("check", "provisional", lambda _: False, lambda one: one["provisional"]),
    "a reason that is missing": change("check", "reasons", lambda reasons: reasons[1:], lambda one: one["reasons"]),
    "an open message that is missing": change("check", "open", lambda told: told[1:], lambda one: one["open"]),
    "a message too many that was due": change("check", "due", lambda n: n + 1),
    "another state of an open message": change(
        "check", "open", lambda told: [dict(told[0], state="RETURNED")] + told[1:], lambda one: one["open"]),
    "a return by another person": change("message", "returned_person", lambda _: "manager",
                                         lambda one: one["returned_person"] not in ("", "manager")),
    "a delegate who is none": change("message", "by_delegate", lambda told: not told, lambda one: one["returned_at"]),
    "CHECK_MISSED that was not said": drop("missed"),
    "a signature that was not given": drop("signed"),
    "an amendment that is missing": drop("amended"),
    "another answer to a person": change("answer", "said", lambda _: "claimed"),
}


class Canary(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        with Collector() as collector:
            cls.plays = [Play(collector, seed) for seed in SEEDS]

    def test_every_falsification_is_told(self):
        for what, falsify in FALSIFICATIONS.items():
            with self.subTest(what):
                for play in self.plays:
                    concluded = copy.deepcopy(play.concluded)
                    if falsify(concluded):
                        self.assertTrue(play.differences(concluded), f"seed {play.history.seed}")
                        break
                else:
                    self.fail("no history has anything to falsify")

    def test_a_false_clear_contradicts_what_happened(self):
        seen = 0
        for play in self.plays:
            concluded = copy.deepcopy(play.concluded)
            check = last(concluded, "check", lambda one: one["verdict"] == "VIOLATIONS" and not one["provisional"])
            if check is not None:
                check["verdict"] = "CLEAR"
                self.assertTrue(play.differences(concluded))
                seen += bool(play.truth(concluded).contradictions)
        self.assertGreater(seen, 10)

    def test_a_return_that_nobody_made_contradicts_what_happened(self):
        for play in self.plays:
            short = [call for call in play.history.world.calls if call.talk_ms == 1_000]
            concluded = copy.deepcopy(play.concluded)
            returned = last(concluded, "message", lambda one: one["returned_by"])
            if short and returned is not None:
                returned["returned_by"] = short[0].name
                self.assertTrue(play.truth(concluded).contradictions)
                return
        self.fail("no history has a call that is too short")

    def test_a_collector_that_breaks_a_rule_is_told(self):
        with Collector("--wrong-talk") as collector:
            self.assertTrue(any(Play(collector, seed).differences() for seed in SEEDS))


if __name__ == "__main__":
    sys.exit(unittest.main(verbosity=2))
