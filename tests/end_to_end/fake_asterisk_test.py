"""Is the fake Asterisk true to the recorded one? Its answers are compared with those the real one gave at the same
instants, its events and files with the recording; then each way to misbehave is tried."""

import collections
import hashlib
import pathlib
import sys
import tempfile
import time
import unittest

import world
from asterisk import PROGRAM, SECRET, USER, FakeAsterisk, ManagerClient

sys.path.insert(0, str(PROGRAM.parent))

from action_replies import Replies  # noqa: E402
from ami_message import Message  # noqa: E402
from recorded_session import RecordedSession  # noqa: E402
from releases import Release  # noqa: E402
from telephone_system import TelephoneSystem  # noqa: E402

# app_queue's filters round other instants; InCall is set by a thread of its own; the last three tell of seconds.
NOT_EXACT = ("Holdtime", "HoldTime", "TalkTime", "InCall", "Wait", "Duration", "LongestHoldTime")


class RecordedClock:
    """Stands at a recorded second."""
    offset = 0.0
    begins = at = 0.0

    def recorded(self):
        return self.at

    def stated(self, recorded=None):
        return self.at if recorded is None else recorded


def exact(message):
    return tuple(sorted((k, v) for k, v in message.headers if k not in NOT_EXACT))


class Truth:
    """The recorded answers, and what the fake would answer in their place."""

    def __init__(self):
        self.recorded = RecordedSession(world.RECORDING)

    def guess_action(self, messages):
        """The recording holds the answers only; they tell what was asked."""
        first, events = messages[0], {m.get("Event") for m in messages[1:]}
        if first.get("Message") == "Mailbox Message Count":
            return Message([("Action", "MailboxCount"), ("Mailbox", first.get("Mailbox"))])
        for event, action in (("QueueParams", "QueueStatus"), ("QueueSummary", "QueueSummary"),
                              ("CoreShowChannelsComplete", "CoreShowChannels"),
                              ("VoicemailUserEntry", "VoicemailUsersList"),
                              ("DeviceStateListComplete", "DeviceStateList"),
                              ("ExtensionStateListComplete", "ExtensionStateList")):
            if event in events:
                return Message([("Action", action)])
        return None

    def differences(self, spoil=lambda timeline: timeline):
        """(answers compared, sentences about those that differ). `spoil` may change the timeline."""
        system, clock = TelephoneSystem(self.recorded), RecordedClock()
        replies = Replies(system, clock, Release(22), box_summary=True)
        timeline, place, compared, wrong = spoil(self.recorded.timeline), 0, 0, []
        for answer in sorted(self.recorded.replies.values(), key=lambda reply: reply[0][0]):
            clock.at = answer[0][0]
            while place < len(timeline) and timeline[place].at <= clock.at:
                system.apply(timeline[place])
                place += 1
            said = [m for _, m in answer]
            action = self.guess_action(said)
            if action is None:
                continue
            compared += 1
            action.headers.append(("ActionID", said[0].get("ActionID")))
            expected = collections.Counter(exact(m) for m in said)
            found = collections.Counter(exact(m) for m in replies.answer(action))
            if expected != found:
                wrong.append(f"{action.get('Action')} at {clock.at - self.recorded.begins:.0f} s: "
                             f"{expected - found} but {found - expected}")
        return compared, wrong


class Answers(unittest.TestCase):
    def test_the_answers_are_those_the_real_one_gave_at_the_same_instants(self):
        compared, wrong = Truth().differences()
        self.assertEqual([], wrong)
        self.assertEqual(110, compared)

    def test_canary_a_lost_event_is_seen_in_the_answers(self):
        def without_one(kind):
            def spoil(timeline):
                lost = next(h for h in timeline if h.event is not None and h.event.get("Event") == kind)
                return [h for h in timeline if h is not lost]
            return spoil
        for kind in ("QueueCallerAbandon", "QueueMemberRemoved", "AgentComplete", "Hangup"):
            _, wrong = Truth().differences(without_one(kind))
            self.assertNotEqual([], wrong, kind)
        _, wrong = Truth().differences(lambda timeline: [h for h in timeline if not h.changes])
        self.assertNotEqual([], wrong, "voicemail files")


class Fake(unittest.TestCase):
    def setUp(self):
        self.temporary = tempfile.TemporaryDirectory(prefix="callwatch-")
        self.folder = pathlib.Path(self.temporary.name)
        self.addCleanup(self.temporary.cleanup)

    def fake(self, *more):
        pbx = FakeAsterisk(self.folder, *more)
        self.addCleanup(pbx.stop)
        return pbx

    def client(self, pbx):
        client = ManagerClient(pbx.port)
        self.addCleanup(client.socket.close)
        return client

    def logged_in(self, pbx):
        client = self.client(pbx)
        self.assertIn("Response: Success", client.log_in())
        return client


def names(messages):
    return collections.Counter(m[0] for m in messages)


class Play(Fake):
    def test_a_client_that_stays_gets_every_live_event_once_and_the_files_end_as_recorded(self):
        pbx = self.fake("--speed", "120", "--ends-at", world.ENDS_AT)
        messages = self.logged_in(pbx).messages(2.0)
        recorded = RecordedSession(world.RECORDING)
        expected = collections.Counter("Event: " + h.event.get("Event") for h in recorded.timeline if h.event)
        expected.update({"Event: FullyBooted": 1, "Event: SuccessfulAuth": 1})
        self.assertEqual(expected, names(messages))
        self.assertTrue(pbx.say("state")["ended"])
        listed = {text.split("msg_id=")[1].split("\n")[0] + "/" + path.parent.name + "/" + path.stem
                  for path in pbx.spool.glob("*/*/*/msg*.txt") if (text := path.read_text(encoding="utf-8"))}
        last = {}
        for happening in recorded.timeline:
            for change in happening.changes:
                last[change["mailbox"], change["msg_id"]] = change
        self.assertEqual({f"{c['msg_id']}/{c['folder']}/{c['file']}" for c in last.values()
                          if c["change"] != "gone"}, listed)
        self.assertEqual(0, pbx.stop())

    def test_at_speed_one_it_is_now(self):
        pbx = self.fake("--begin", "100")
        client = self.logged_in(pbx)
        stamps = [float(line.partition(": ")[2]) for m in client.messages(1.0, at_most=1) for line in m
                  if line.startswith("Timestamp: ")]
        self.assertLess(abs(stamps[-1] - time.time()), 30)
        client.ask("Ping")
        said = client.answer()[0][-1]
        self.assertLess(abs(float(said.partition(": ")[2]) - time.time()), 2)

    def test_split_writes_and_a_stall_lose_nothing(self):
        pbx = self.fake("--speed", "120")
        pbx.say("split")
        client = self.logged_in(pbx)
        pbx.say("wait-until 200")
        pbx.say("split off")
        pbx.say("stall 1")
        events = names(client.messages(2.0))
        recorded = RecordedSession(world.RECORDING)
        self.assertEqual(len([h for h in recorded.timeline if h.event]) + 2, sum(events.values()))


class Login(Fake):
    def test_who_does_not_know_the_secret_is_refused_and_nobody_else_is_answered(self):
        pbx = self.fake()
        client = self.client(pbx)
        client.ask("QueueStatus")
        self.assertIn("Message: Permission denied", client.answer()[0])
        self.assertIn("Message: Authentication failed", client.log_in("wrong"))
        self.assertEqual([], client.messages(5))  # Closed.
        client = self.client(pbx)
        client.ask("Challenge", "AuthType: MD5")
        challenge = client.answer()[0][-1].partition(": ")[2]
        key = hashlib.md5((challenge + SECRET).encode()).hexdigest()
        client.ask("Login", "AuthType: MD5", f"Username: {USER}", f"Key: {key}")
        self.assertIn("Message: Authentication accepted", client.answer()[0])
        pbx.say("wrong-password")
        self.assertIn("Message: Authentication failed", self.client(pbx).log_in())

    def test_without_permission_nothing_is_told(self):
        pbx = self.fake("--begin", "60", "--speed", "20")
        pbx.say("no-permission call agent reporting")
        client = self.logged_in(pbx)
        client.ask("VoicemailUsersList")
        self.assertIn("Message: Permission denied", client.answer()[0])
        said = names(client.messages(1.0, at_most=2))
        self.assertNotIn("Event: QueueCallerJoin", said)
        self.assertIn("Event: VarSet", said)


class Misbehaviour(Fake):
    def test_what_happens_during_a_cut_is_lost_to_the_client(self):
        pbx = self.fake("--speed", "10")
        client = self.logged_in(pbx)
        pbx.say("wait-until 20")
        pbx.say("cut 1")
        before = client.messages(5)
        with self.assertRaises(ConnectionRefusedError):
            ManagerClient(pbx.port)
        again = world.wait_until(lambda: self.retried(pbx), 10, "accepted again")
        self.assertIn("Response: Success", again.log_in())
        self.assertGreater(pbx.say("state")["recorded_s"], 29)
        self.assertGreater(len(before), 100)
        self.assertEqual(2, pbx.say("stats")["logins"])

    def retried(self, pbx):
        try:
            return self.client(pbx)
        except ConnectionError:
            return None

    def test_an_answer_can_break_in_its_middle(self):
        pbx = self.fake()
        client = self.logged_in(pbx)
        pbx.say("break-reply QueueStatus 1")
        client.ask("QueueStatus")
        said = client.messages(5)
        self.assertIn("Event: QueueParams", names(said))
        self.assertNotIn("Event: QueueStatusComplete", names(said))
        self.assertTrue(client.bytes, "a message is cut off within")

    def test_a_restart_says_so_and_a_reload_tells_every_mailbox(self):
        pbx = self.fake()
        client = self.logged_in(pbx)
        pbx.say("reload")
        pbx.say("shutdown 1")
        said = client.messages(5)
        self.assertEqual(14, names(said)["Event: MessageWaiting"])
        self.assertFalse([m for m in said if m[0] == "Event: MessageWaiting" and "Channel" in "".join(m)])
        self.assertEqual("Event: Reload", [m[0] for m in said][-2])
        self.assertEqual("Event: Shutdown", [m[0] for m in said][-1])

    def test_slow_is_slow_and_a_flood_is_fast(self):
        pbx = self.fake()
        client = self.logged_in(pbx)
        pbx.say("slow 1000")
        client.ask("VoicemailUsersList")  # 9 kB.
        began = time.monotonic()
        client.answer()
        self.assertGreater(time.monotonic() - began, 5)
        pbx.say("slow 0")
        pbx.say("flood 2000 2")
        said = names(client.messages(1.0, at_most=3))
        self.assertGreater(said["Event: VarSet"], 1500)
        self.assertEqual({}, {u: c for u, c in pbx.say("state")["channels"].items() if "-f" in c})

    def test_a_client_that_never_reads_is_logged_off(self):
        pbx = self.fake()
        self.logged_in(pbx)
        pbx.say("flood 20000 3")
        world.wait_until(lambda: pbx.say("stats")["logged_off_unread"] == 1, 30, "logged off")

    def test_what_cannot_be_done_is_said(self):
        pbx = self.fake()
        for nonsense in ("dance", "cut", "flood fast 3"):
            with self.assertRaises(world.Failed):
                pbx.say(nonsense)


class Releases(Fake):
    def test_older_releases_say_less(self):
        for version, banner, summary in (("16", b"5.0", False), ("18", b"7.0", False), ("20", b"9.0", True)):
            with self.subTest(version):
                pbx = self.fake("--version", version)
                client = self.logged_in(pbx)
                self.assertIn(banner, client.banner)
                client.ask("VoicemailBoxSummary", "Context: default", "Mailbox: 101")
                self.assertEqual(summary, "Response: Success" in client.answer()[0])
                client.ask("QueueStatus")
                members = [m for m in client.answer() if m[0] == "Event: QueueMember"]
                self.assertEqual(10, len(members))
                self.assertEqual(version != "16", any("LoginTime" in line for line in members[0]))


if __name__ == "__main__":
    unittest.main()
