"""What is said when a source falls silent before close? Never CLEAR: UNKNOWN with the source named,
and within three seconds the source is shown as late."""

import signal
import time
import unittest

import observed
import world

SOURCE_LATE_S = 3    # requirement 7: source_late_s
SOURCE_STALE_S = 15  # requirement 7: source_stale_s
PACE = "120"         # Once nobody tells the time, two minutes pass in a second.


def recorded(minute_and_second):
    return observed.microseconds(f"2026-11-20T16:{minute_and_second}-06:00")


def now_of(one):
    """The collector's time; 0 before a source has told it any."""
    said = one.ask("status")["now"]
    return observed.microseconds(said) if said else 0


class SilentSource(unittest.TestCase):
    def replay_until(self, one, instant, speed):
        one.start_collector("--pace", PACE)
        one.start_bridge(speed)
        world.wait_until(lambda: now_of(one) >= instant, world.REPLAY_S, "the replay got there")

    def check(self, one):
        """The check of the day, once it has been made."""
        def made():
            said = one.day()
            return said if said["revision"] > 0 else None
        return world.wait_until(made, SOURCE_STALE_S + world.ANSWER_S, "the day is checked")

    def assert_names_the_source(self, said):
        named = [r for r in said["reasons"] if r["code"] == "source_silent"]
        self.assertTrue(named, said["reasons"])
        self.assertTrue(all(r["subject"] for r in named), named)

    def test_a_source_that_died_leaves_the_day_unknown(self):
        with world.World() as one:
            self.replay_until(one, recorded("47:52"), "4")  # The first message is left at 48:06.
            one.bridge.kill()
            said = self.check(one)
            self.assertEqual("UNKNOWN", said["verdict"])
            self.assert_names_the_source(said)

    def test_messages_open_at_its_last_word_are_listed_but_not_proved_unreturned(self):
        with world.World() as one:
            self.replay_until(one, recorded("54:00"), "60")
            one.bridge.kill()
            said = self.check(one)
            self.assertEqual("UNKNOWN", said["verdict"])  # They may have been returned since.
            self.assertGreater(len(said["open"]), 0)
            self.assert_names_the_source(said)

    def test_a_source_that_hangs_is_shown_as_late_within_three_seconds(self):
        with world.World() as one:
            self.replay_until(one, recorded("48:00"), "20")
            one.bridge.signal(signal.SIGSTOP)
            stopped = time.monotonic()
            world.wait_until(lambda: self.states(one) & {"LATE", "SILENT"}, world.ANSWER_S, "LATE")
            self.assertLess(time.monotonic() - stopped, SOURCE_LATE_S + 1.5)
            one.bridge.signal(signal.SIGCONT)
            world.wait_until(lambda: self.states(one) == {"FRESH"}, world.ANSWER_S, "FRESH again")

    def states(self, one):
        return {row["state"] for row in one.ask("sources")["sources"]}


if __name__ == "__main__":
    unittest.main()
