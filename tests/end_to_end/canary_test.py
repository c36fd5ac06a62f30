"""Would a difference be seen? The comparison is given what is true, which must pass, and then the same
with one thing changed at a time, each of which must be told. No program is started."""

import copy
import unittest

import compare
import live_truth
import live_world
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


def first(messages, part):
    return next(m for m in messages if m[part])


class PartlySeen(unittest.TestCase):
    """The same for a day of which not all was seen: less may be told, and nothing else."""

    UNSEEN = [[150, 210], [655, 700]]  # Calls wait, a message is left, and two calls return one each.
    LOST_RETURNS = {"1795309775.428", "1795309779.432"}

    def setUp(self):
        self.recording = truth.Recording(world.RECORDING)
        self.expected = truth.expected(self.recording)

    def differences(self, said, unseen):
        return live_truth.LiveTruth(self.recording, unseen, 1).differences(said)

    def less_told(self):
        """What was lost in the spans is open, and nobody knows how those calls left their queues."""
        said = said_as_expected(self.expected)
        partly = live_truth.LiveTruth(self.recording, self.UNSEEN, 1)
        for entry in said["queue_entries"]:
            if not partly.seen(partly.calls[entry["call"]]):
                entry["outcome"] = "RECONCILED"
        for message in said["messages"]:
            if message["returned_by"] in self.LOST_RETURNS:
                message.update(returned_by=None)
                said["states"][message["mailbox"], message["msg_id"]] = truth.state_at_close(message)
                said["day"]["open_list"].append(message)
        return said

    def test_all_may_be_told_and_so_may_less_where_less_was_seen(self):
        self.assertEqual([], self.differences(said_as_expected(self.expected), []))
        self.assertEqual([], self.differences(said_as_expected(self.expected), self.UNSEEN))
        self.assertEqual([], self.differences(self.less_told(), self.UNSEEN))
        self.assertNotEqual([], self.differences(self.less_told(), []))

    def test_whatever_was_not_so_is_told_however_little_was_seen(self):
        everything = [[0, 733]]
        changes = {
            "a returned message that was not": lambda said: said["messages"][2].update(returned_by="1795309147.9"),
            "a message twice": CHANGES["a message twice"],
            "a message too few": CHANGES["a message too few"],
            "a state changed by another": lambda said: first(said["messages"], "heard_by").update(heard_by="102"),
            "an abandoned call called answered": CHANGES["an abandoned call called answered"],
            "a queue entry twice": CHANGES["a queue entry twice"],
            "a caller who waits for ever":
                lambda said: said["queue_entries"][0].update(outcome="WAITING"),
            "an open message not listed": CHANGES["an open message not listed"],
            "an attempt too many": CHANGES["an attempt too many"],
            "another verdict": CHANGES["another verdict"],
            "a state that is not of the history":
                lambda said: said["states"].update({("103@default", "1795309166-00000004"): "HEARD"}),
        }
        for name, change in changes.items():
            with self.subTest(name):
                said = said_as_expected(self.expected)
                self.assertEqual([], self.differences(said, everything))
                change(said)
                self.assertNotEqual([], self.differences(said, everything))

    def test_a_message_deleted_before_it_was_listed_may_lack_its_id_and_no_other(self):
        def without_id(said, which):
            message = next(m for m in said["messages"] if which(m))
            said["states"].pop((message["mailbox"], message["msg_id"]))
            message.update(msg_id=None)
            return said
        told = said_as_expected(self.expected)
        for speed, right in ((10, True), (1, False)):
            partly = live_truth.LiveTruth(self.recording, [], speed)
            gone_at_once = without_id(copy.deepcopy(told), lambda m: m["msg_id"] == "1795309238-00000008")
            self.assertEqual(right, partly.differences(gone_at_once) == [])
            self.assertNotEqual([], partly.differences(without_id(copy.deepcopy(told), lambda m: not m["deleted_by"])))

    def test_what_is_told_of_now_is_compared_with_what_is_true(self):
        state = {"queues": {"q": {"waiting": [{}], "members": {"Local/101@agents/n": {"paused": True}}}},
                 "mailboxes": {"101@default": {"messages": {"m1": "INBOX"}}}}
        true = live_world.true_state(state)
        self.assertEqual([], live_world.disagreements(true, [true]))
        for part, wrong in (("depth", {"q": 0}), ("members", {"q": {"101": False}}), ("members", {"q": {}}),
                            ("mailboxes", {"101@default": set()})):
            self.assertNotEqual([], live_world.disagreements({**true, part: wrong}, [true]), part)


if __name__ == "__main__":
    unittest.main()
