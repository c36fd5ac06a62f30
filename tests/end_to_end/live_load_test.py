"""Two thousand manager messages a second. Does the bridge keep up, do both programs keep their size, and is the
telephone system left in peace?

    live_load_test.py            twenty seconds
    live_load_test.py --long     five minutes
"""

import os
import sys
import time
import unittest

import live_world
import observed
import world

RATE = 2_000
SECONDS = 300 if "--long" in sys.argv else 20
WARM_S = SECONDS * 0.4      # Tables grow to their size, the allocator to its own.
LAG_MAX_S = 2.0
GROWTH_MAX = 1.10           # From the end of the warm-up on.
GROWTH_MAX_MIB = 16         # What a run as short as this may differ by.


def resident_mib(program):
    with open(f"/proc/{program.process.pid}/statm", encoding="ascii") as file:
        return int(file.read().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 2**20


class Load(unittest.TestCase):
    def setUp(self):
        # Freed memory is kept by the sanitizer to find its misuse; that is no growth of ours.
        os.environ.setdefault("ASAN_OPTIONS", "quarantine_size_mb=4")

    def lag(self, one):
        """How far the collector's knowledge is behind the telephone system, in seconds."""
        watermark = one.ask("sources")["sources"][0]["watermark"]
        return one.pbx.say("state")["stated"] - (observed.microseconds(watermark) / 1e6 if watermark else 0)

    def test_two_thousand_messages_a_second_are_kept_up_with(self):
        with live_world.LiveWorld(begin=200) as one:
            one.start_all()
            one.wait_until_agrees(30, "before the load")
            one.pbx.say(f"flood {RATE} {SECONDS}")
            began, samples = time.monotonic(), []
            while (passed := time.monotonic() - began) < SECONDS:
                samples.append((passed, self.lag(one), resident_mib(one.bridge), resident_mib(one.collector)))
                one.facts()  # Read along: half a million at once take longer than an answer may.
                time.sleep(max(0.2, SECONDS / 200))
            stats = one.pbx.say("stats")
            one.wait_until_agrees(30, "after the load")
            print(f"{stats['flood_sent']} messages; lag at most {max(s[1] for s in samples):.2f} s; "
                  f"bridge {samples[0][2]:.0f} to {samples[-1][2]:.0f} MiB, "
                  f"collector {samples[0][3]:.0f} to {samples[-1][3]:.0f} MiB; "
                  f"at most {stats['most_in_a_second']} actions a second", flush=True)
            self.assertGreater(stats["flood_sent"], 0.95 * RATE * SECONDS, "the load was not made")
            self.assert_calm(samples, stats)

    def assert_calm(self, samples, stats):
        warm = [s for s in samples if s[0] >= WARM_S]
        self.assertLess(max(s[1] for s in warm), LAG_MAX_S)
        for place, name in ((2, "bridge"), (3, "collector")):
            first, last = warm[0][place], warm[-1][place]
            self.assertLess(last, max(first * GROWTH_MAX, first + GROWTH_MAX_MIB), f"{name} grows")
        self.assertEqual(0, stats["logged_off_unread"])
        self.assertEqual(1, stats["logins"])
        self.assertLessEqual(stats["most_in_five_seconds"], live_world.ACTIONS_IN_FIVE_SECONDS_MAX)


if __name__ == "__main__":
    unittest.main(argv=[word for word in sys.argv if word != "--long"])
