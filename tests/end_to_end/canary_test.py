"""Would a difference be seen? The comparison is given what is true, which must pass, and then the same
with one thing changed at a time, each of which must be told. No program is started."""

import copy
import unittest

import compare
import truth
import world


def said_as_expected(expected):
    """What a collector without fault would have said."""
    def closed_by(calls):
        return {c["call"]: [(m["mailbox"], m["msg_id"]) for m in c["messages"]] for c in calls}
    return {**copy.deepcopy(expected), "returns": closed_by(expected["returns"]),
            "attempts": closed_by(expected["attempts"]),
            "states": {(m["mailbox"], m["msg_id"]): m["state"] for m in expected["messages"]}}


CHANGES = {
    "a queue entry too few": lambda said: said["queue_entries"].pop(),
    "a queue entry twice": lambda said: said["queue_entries"].append(said["queue_entries"][0]),
    "an abandoned call called answered":
        lambda said: next(e for e in said["queue_entries"]
                          if e["outcome"] == "ABANDONED").update(outcome="ANSWERED"),
    "a caller of the main number not told": lambda said: said["main_to_voicemail"].pop(),
    "a caller of the main number told twice":
        lambda said: said["main_to_voicemail"].append(said["main_to_voicemail"][0]),
    "a violation called exempt":
        lambda said: said["main_to_voicemail"][0].update(outcome="via_operator"),
    "a caller told at another time": lambda said: said["main_to_voicemail"][0].update(at_us=0),
    "a message too few": lambda said: said["messages"].pop(),
    "a message twice": lambda said: said["messages"].append(said["messages"][0]),
    "a message called heard": lambda said: said["messages"][4].update(heard_by="103"),
    "a message called deleted": lambda said: said["messages"][4].update(deleted_by="103"),
    "a message returned by another call": lambda said: said["messages"][0].update(returned_by="1.1"),
    "a delegate's return called the owner's":
        lambda said: next(m for m in said["messages"] if m["by_delegate"]).update(by_delegate=False),
    "a message received late": lambda said: said["messages"][0].update(received_at_us=0),
    "a state that is wrong": lambda said: said["states"].update({("103@default", "x"): "NEW"}),
    "a return call too few": lambda said: said["returns"].popitem(),
    "an attempt too many": lambda said: said["attempts"].update({"1.1": []}),
    "another verdict": lambda said: said["day"].update(verdict="CLEAR"),
    "an open message not listed": lambda said: said["day"]["open_list"].pop(),
    "an attempted message called heard":
        lambda said: next(m for m in said["day"]["open_list"]
                          if m["state"] == "ATTEMPTED").update(state="HEARD"),
    "a returned one that is no longer new": lambda said: said["day"]["returned_still_new"].pop(),
}


class Canary(unittest.TestCase):
    def setUp(self):
        self.expected = truth.expected(truth.Recording(world.RECORDING))

    def test_what_is_true_passes(self):
        self.assertEqual([], compare.differences(self.expected, said_as_expected(self.expected)))

    def test_each_change_is_told(self):
        for name, change in CHANGES.items():
            with self.subTest(name):
                said = said_as_expected(self.expected)
                change(said)
                self.assertNotEqual([], compare.differences(self.expected, said))

    def test_the_ground_truth_is_the_recorded_one(self):
        outcomes = [entry["outcome"] for entry in self.expected["queue_entries"]]
        self.assertEqual([42, 13, 9, 6], [outcomes.count(o) for o in
                                          ("ANSWERED", "ABANDONED", "TIMEOUT", "EXIT_KEY")])
        self.assertEqual(32, len(self.expected["messages"]))
        self.assertEqual(31, len({m["call"] for m in self.expected["messages"]}))


if __name__ == "__main__":
    unittest.main()
