"""Does a collector that is asked to stop leave everything in order? It ends 0, its journal verifies without
it, and a collector started again on it says the same."""

import unittest

import world


class CleanStop(unittest.TestCase):
    def verify(self, one):
        return one.ctl("journal", "verify", "--data", one.data)

    def test_a_stopped_collector_leaves_a_journal_that_verifies_and_goes_on(self):
        with world.World() as one:
            one.replay()
            ledger, day = one.ask("status")["ledger_hash"], one.day()
            self.assertEqual(0, one.collector.stop())
            verified = self.verify(one)
            self.assertEqual(0, verified.returncode, verified.stdout + verified.stderr)
            one.start_collector()
            self.assertEqual(ledger, one.ask("status")["ledger_hash"])
            self.assertEqual(day, one.day())
            self.assertEqual(0, one.collector.stop())

    def test_a_collector_stopped_in_the_middle_ends_well_too(self):
        with world.World() as one:
            one.start_collector()
            one.start_bridge("30")
            world.wait_until(lambda: one.accepted() > 100, world.REPLAY_S, "100 events")
            self.assertEqual(0, one.collector.stop())
            self.assertEqual(0, self.verify(one).returncode)
            one.start_collector()
            one.wait_for_bridge()
            self.assertEqual("VIOLATIONS", one.wait_for_verdict()["verdict"])

    def test_a_bridge_that_is_stopped_ends_well(self):
        with world.World() as one:
            one.start_collector()
            one.start_bridge("30")
            world.wait_until(lambda: one.accepted() > 100, world.REPLAY_S, "100 events")
            self.assertEqual(0, one.bridge.stop())


if __name__ == "__main__":
    unittest.main()
