"""Is a restart from a snapshot a restart like any other? The collector makes snapshots all the time and is
killed ten times while the recorded day is replayed; what it says must be what a collector without crashes
says. Then its snapshots are damaged and taken away."""

import re
import unittest

import crash_test
import world

KILLS = 10
EVERY_FACTS = 40
RECOVERED = re.compile(r"recovered \d+ messages in .* s: (\d+) facts from a snapshot, (\d+) replayed")


def recoveries(one):
    """For each start: facts that a snapshot saved, and facts that were replayed."""
    said = one.collector.log.read_text(encoding="utf-8")
    return [(int(saved), int(replayed)) for saved, replayed in RECOVERED.findall(said)]


class Snapshots(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        with world.World() as one:
            one.replay()
            cls.undisturbed = crash_test.outcome(one)
            cls.events = one.accepted()

    def test_killed_ten_times_it_starts_from_snapshots_and_says_the_same(self):
        with world.World() as one:
            one.configure(snapshot_every_facts=EVERY_FACTS)
            one.start_collector()
            one.start_bridge(crash_test.SPEED)
            for i in range(KILLS):
                place = self.events * (i + 1) // (KILLS + 1)
                world.wait_until(lambda: one.accepted() >= place, world.REPLAY_S, f"{place} events")
                one.collector.kill()
                one.start_collector()
            one.wait_for_bridge()
            one.wait_for_verdict()
            self.assertEqual(self.undisturbed, crash_test.outcome(one))
            starts = recoveries(one)
            self.assertEqual(KILLS + 1, len(starts), starts)
            self.assertGreater(sum(1 for saved, _ in starts if saved > 0), KILLS // 2, starts)
            self.assertEqual(0, one.ctl("journal", "verify", "--data", one.data).returncode)

    def test_a_clean_stop_leaves_a_snapshot_and_nothing_to_replay(self):
        with world.World() as one:
            one.replay()
            told = len(one.facts())
            self.assertEqual(0, one.collector.stop())
            one.start_collector()
            saved, replayed = recoveries(one)[-1]
            self.assertGreaterEqual(saved, told)
            self.assertEqual(0, replayed)
            self.assertEqual(self.undisturbed, crash_test.outcome(one))
            self.assertGreater(len(one.facts()), 1_000, "the newest facts can be asked for")

    def test_after_a_long_replay_it_listens_and_then_makes_a_snapshot(self):
        with world.World() as one:
            one.replay()
            self.assertEqual(0, one.collector.stop())
            for file in one.snapshots():
                file.unlink()
            one.configure(snapshot_every_facts=EVERY_FACTS)
            one.start_collector()
            world.wait_until(one.snapshots, world.REPLAY_S, "a snapshot of what was replayed")
            one.collector.kill()
            one.start_collector()
            saved, replayed = recoveries(one)[-1]
            self.assertGreater(saved, 1_000)
            self.assertLess(replayed, saved)
            self.assertEqual(self.undisturbed, crash_test.outcome(one))

    def test_snapshots_that_are_damaged_or_gone_only_cost_time(self):
        with world.World() as one:
            one.replay()
            for harm in ("damaged", "another format", "gone"):
                self.assertEqual(0, one.collector.stop())
                newest = one.snapshots()[0]
                for file in one.snapshots():
                    if harm == "gone":
                        file.unlink()
                        continue
                    bytes_of = bytearray(file.read_bytes())
                    bytes_of[len(bytes_of) // 2 if harm == "damaged" else 0] ^= 1
                    file.write_bytes(bytes_of)
                one.start_collector()
                saved, replayed = recoveries(one)[-1]
                self.assertEqual(0, saved, harm)
                self.assertGreater(replayed, 1_000, harm)
                self.assertEqual(self.undisturbed, crash_test.outcome(one), harm)
                if harm != "gone":
                    said = one.collector.log.read_text(encoding="utf-8")
                    self.assertIn(f"{newest.name}", said)
                    self.assertIn("passed over", said)


if __name__ == "__main__":
    unittest.main()
