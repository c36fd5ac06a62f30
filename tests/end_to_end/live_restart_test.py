"""Bridge and collector are killed at random while the recorded day passes fast. Is everything told once, as far as it
could be seen, and nothing that was not so?

    live_restart_test.py           the last five minutes of the day, in less than one
    live_restart_test.py --hour    whole days, one after the other, for an hour

CALLWATCH_SEED repeats a run.
"""

import os
import random
import sys
import time
import unittest

import live_truth
import live_world
import observed
import world

HOUR = "--hour" in sys.argv
SPEED = 6
BEGINS = 0 if HOUR else 430
LENGTH_S = 733
QUIET_S = (4, 10)  # Wall seconds between two kills.
AGREE_S = 30


def seed():
    return int(os.environ.get("CALLWATCH_SEED", time.time_ns() % 1_000_000_007))


class Restarts(unittest.TestCase):
    def day(self, number):
        """One day with restarts; returns how often (bridge, collector) were killed."""
        draw, killed = random.Random(number), {"bridge": 0, "collector": 0}
        with live_world.LiveWorld(SPEED, BEGINS) as one:
            one.start_all()
            while one.pbx.say("state")["recorded_s"] < LENGTH_S - QUIET_S[1] * SPEED:
                time.sleep(draw.uniform(*QUIET_S))
                victim = draw.choice(sorted(killed))
                killed[victim] += 1
                if victim == "bridge":
                    one.bridge.kill()
                    one.start_bridge()
                else:
                    one.collector.kill()
                    one.start_collector()
            one.wait_until_agrees(AGREE_S, "at the end of the day")
            one.wait_for_verdict(LENGTH_S / SPEED + world.ANSWER_S)
            self.assert_told(one)
        return killed

    def assert_told(self, one):
        said = observed.observed(one, world.RECORDING)
        unseen = [[0, BEGINS], *one.pbx.say("stats")["unseen"]] if BEGINS else one.pbx.say("stats")["unseen"]
        partly = live_truth.LiveTruth(one.stated_recording(), unseen, SPEED)
        self.assertEqual([], partly.differences(said))
        self.assertGreater(partly.calls_seen(), 20, "enough was seen to prove something")

    def test_nothing_is_lost_and_nothing_is_told_twice(self):
        first, number = seed(), 0
        ends = time.monotonic() + (3600 if HOUR else 0)
        while number == 0 or time.monotonic() < ends:
            print(f"CALLWATCH_SEED={first + number}", flush=True)
            with self.subTest(seed=first + number):
                killed = self.day(first + number)
                print(f"killed {killed}", flush=True)
            number += 1


if __name__ == "__main__":
    unittest.main(argv=[word for word in sys.argv if word != "--hour"])
