"""The recorded day is lived through a connection that is cut off five times at awkward moments. After each cut, do
depth, members and messages agree with the truth within 30 s? Is the end of the day right, with nothing guessed of what
was not seen?

    live_cut_test.py             the day passes ten times as fast
    live_cut_test.py --real      as it was: twelve minutes
"""

import sys
import unittest

import live_truth
import live_world
import observed
import world

SPEED = 1 if "--real" in sys.argv else 10
AGREE_S = 30

# Recorded second of the cut, how long it lasts there, and what is going on.
CUTS = [
    (78, 3, "a call back has been answered, a caller waits"),
    (231, 8, "a message is being left"),
    (386, 60, "callers wait, two messages are left, a call back is made"),
    (537, 12, "a call back rings; then the first list of a queue breaks in its middle"),
    (663, 20, "a call back is talked, another rings"),
]
BROKEN = 3  # Of these, the one after which an answer breaks too.


class Cuts(unittest.TestCase):
    def cut(self, one, number):
        at, lasts, _ = CUTS[number]
        late = one.pbx.say(f"wait-until {at}")["recorded_s"] - at
        if late > 10:
            print(f"this machine is slow: cut {late:.0f} s of the recording later than meant", flush=True)
        self.assertLess(at + late, live_world.RECORDED_S, "too slow to cut within the day")
        logins = one.pbx.say("stats")["logins"]
        if number == BROKEN:
            one.pbx.say("break-reply QueueStatus 1")
        seconds = max(1.0, lasts / one.speed)
        one.pbx.say(f"cut {seconds:.1f}")
        one.wait_for_login(logins + (2 if number == BROKEN else 1), seconds)

    def test_after_each_cut_all_is_right_again_and_nothing_is_guessed(self):
        with live_world.LiveWorld(SPEED) as one:
            one.start_all()
            one.wait_until_agrees(AGREE_S, "after the start")
            for number, (_, _, what) in enumerate(CUTS):
                with self.subTest(what):
                    self.cut(one, number)
                    one.wait_until_agrees(AGREE_S, f"after the cut while {what}")
            one.wait_for_verdict(733 / SPEED + world.ANSWER_S)
            self.assert_told_what_was_seen(one)

    def assert_told_what_was_seen(self, one):
        said = observed.observed(one, world.RECORDING)
        stats = one.pbx.say("stats")
        spans = live_truth.LiveTruth(one.stated_recording(), stats["unseen"], SPEED)
        self.assertEqual([], spans.differences(said))
        self.assertGreaterEqual(len(stats["unseen"]), len(CUTS))
        self.assert_gaps_are_told(one, spans)
        self.assertLessEqual(stats["most_in_five_seconds"], live_world.ACTIONS_IN_FIVE_SECONDS_MAX)
        seen = spans.calls_seen()
        print(f"{seen} calls of {len(spans.calls)} seen whole; not seen: {stats['unseen']}", flush=True)
        self.assertGreater(seen, 20, "enough was seen to prove something")

    def assert_gaps_are_told(self, one, spans):
        """Every span is told as not seen, to its end, and no span much longer than it was."""
        told = [(int(gap["from_us"]), int(gap["to_us"])) for gap in observed.of_kind(one.facts(), "upstream_gap")
                if int(gap["to_us"])]
        for begins, ends in spans.cuts_us():
            around = [(a, b) for a, b in told if a <= begins + 1e6 * SPEED and ends <= b]
            self.assertTrue(around, f"not told: {begins} to {ends}, but {told}")
            self.assertLess(min(b for _, b in around) - ends, AGREE_S * 1e6 * SPEED)


if __name__ == "__main__":
    unittest.main(argv=[word for word in sys.argv if word != "--real"])
