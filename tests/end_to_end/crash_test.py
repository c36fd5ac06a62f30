"""Does a crash change anything that is said? The collector, then the bridge, is killed with SIGKILL ten
times while the recorded day is replayed, spread over its events, and started again each time. The ledger,
the verdict and the open list must be those of a replay without a crash."""

import unittest

import world

KILLS = 10
SPEED = "25"  # Slow enough for ten places to be ten places.


def outcome(one):
    day = one.day()
    return {"ledger": one.ask("status")["ledger_hash"], "verdict": day["verdict"], "due": day["due"],
            "open": [{k: entry[k] for k in ("mailbox", "person", "received_at", "state")}
                     for entry in day["open"]]}


class Crash(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        with world.World() as one:
            one.replay()
            cls.undisturbed = outcome(one)
            cls.events = one.accepted()

    def places(self):
        """How many events are accepted when each kill comes: evenly spread, neither end included."""
        return [self.events * (i + 1) // (KILLS + 1) for i in range(KILLS)]

    def killed(self, kill):
        with world.World() as one:
            one.start_collector()
            one.start_bridge(SPEED)
            for place in self.places():
                world.wait_until(lambda: one.accepted() >= place, world.REPLAY_S, f"{place} events")
                self.assertLess(one.accepted(), self.events, "too late to be in the middle")
                kill(one)
            one.wait_for_bridge()
            one.wait_for_verdict()
            self.assertEqual(self.undisturbed, outcome(one))
            self.assertEqual(self.events, one.accepted())

    def test_a_collector_killed_ten_times_says_the_same(self):
        def kill(one):
            one.collector.kill()
            one.start_collector()
        self.killed(kill)

    def test_a_bridge_killed_ten_times_loses_and_doubles_nothing(self):
        def kill(one):
            one.bridge.kill()
            one.start_bridge(SPEED)
        self.killed(kill)


if __name__ == "__main__":
    unittest.main()
