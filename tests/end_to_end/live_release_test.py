"""An older telephone system that does not list what lies in a mailbox, so that the voicemail directory is read, and that
is restarted, reloads, falls silent and sends its bytes in pieces. Is all told that was seen, and nothing else?"""

import unittest

import live_truth
import live_world
import observed
import world

SPEED = 6
BEGINS = 430
AGREE_S = 30
# Recorded second, command, whether the bridge has to log in again. A line slower than what is said would tell of files
# before it tells of who changed them, and that would rightly not be known: 120 kB/s is a little more than enough.
EVENTS = [(445, "split", False), (470, "reload", False), (500, "shutdown 2", True), (560, "split off", False),
          (575, "stall 8", True), (660, "slow 120000", False), (690, "slow 0", False)]


class Older(unittest.TestCase):
    def test_an_older_one_that_misbehaves_is_told_as_far_as_it_was_seen(self):
        with live_world.LiveWorld(SPEED, BEGINS, fake=("--version", "16")) as one:
            one.start_all()
            for at, command, breaks in EVENTS:
                one.pbx.say(f"wait-until {at}")
                logins = one.pbx.say("stats")["logins"]
                one.pbx.say(command)
                if breaks:
                    one.wait_for_login(logins + 1)
                    one.wait_until_agrees(AGREE_S, f"after {command}")
            one.wait_until_agrees(AGREE_S, "at the end")
            one.wait_for_verdict(world.ANSWER_S + 30)
            self.assert_told(one)

    def assert_told(self, one):
        stats = one.pbx.say("stats")
        partly = live_truth.LiveTruth(one.stated_recording(), [[0, BEGINS], *stats["unseen"]], SPEED)
        self.assertEqual([], partly.differences(observed.observed(one, world.RECORDING)))
        self.assertGreater(partly.calls_seen(), 20, "enough was seen to prove something")
        # The action that the older one does not know is asked for once a session at most, not for every mailbox.
        self.assertLessEqual(stats["by_action"].get("VoicemailBoxSummary", 0), stats["logins"])


if __name__ == "__main__":
    unittest.main()
