"""From event to signature: a supervisor signs the recorded day with its exceptions, a manager confirms that a leaver's
voicemail is off, or hands it over. All with keys of their own, and everybody else is refused. Whether a signature is one is asked of
openssl, over the statement made again here from what was told.
"""

import hashlib
import json
import pathlib
import subprocess
import tempfile
import unittest

import observed
import world
from keys_test import KeyedWorld

# Ed25519 public keys in DER begin with this (RFC 8410).
DER_ED25519 = bytes.fromhex("302a300506032b6570032100")


def sha256(text):
    return hashlib.sha256(text.encode()).hexdigest()


def is_signed(statement, signature, key):
    """Says openssl."""
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        (folder / "key").write_bytes(DER_ED25519 + bytes.fromhex(key))
        (folder / "text").write_text(statement, encoding="utf-8")
        (folder / "signature").write_bytes(bytes.fromhex(signature))
        done = subprocess.run(["openssl", "pkeyutl", "-verify", "-pubin", "-inkey", folder / "key", "-keyform", "DER",
                               "-rawin", "-in", folder / "text", "-sigfile", folder / "signature"],
                              capture_output=True, check=False, timeout=world.ANSWER_S)
        return done.returncode == 0


def day_statement(day):
    said = day["signature"]
    lines = ["callwatch day sign-off 1", f"location {day['location']}", f"date {day['business_date']}",
             f"revision {said['revision']}", f"verdict {day['verdict']}", f"record {day['record_hash']}",
             f"by {said['by']}" + (" on behalf" if said["on_behalf"] else "")]
    lines += [f"exception {one['message']} {sha256(one['reason'])}" for one in said["exceptions"]]
    lines += [f"note {sha256(said['note'])}"] if said["note"] else []
    return "\n".join(lines) + "\n"


def hand_over_statement(row, by):
    return (f"callwatch mailbox hand-over 1\nmailbox {row['mailbox']}\nlocation {row['location']}\n"
            f"left {row['person']} {observed.microseconds(row['effective_at'])}\n"
            f"successor {row['successor']}\nby {by}\n")


class SignedWorld(KeyedWorld):
    """The recorded day is over; s1 supervises, m1 manages."""

    def replay_with_keys(self):
        self.start_with_manager()
        self.admit("s1", "supervisor", "--person", "s1")
        self.admit("p104", "staff", "--person", "p104")
        self.admit("bridge", "source", "--source", "pbx1")
        self.bridge_key("bridge")
        self.start_bridge()
        self.wait_for_bridge()
        self.wait_for_verdict()


class Standards(unittest.TestCase):
    def refused(self, done, words):
        self.assertNotEqual(0, done.returncode, done.stdout)
        self.assertIn(words, done.stderr)

    def test_a_supervisor_signs_the_day_and_what_stays_open(self):
        with SignedWorld() as one:
            one.replay_with_keys()
            sign = ("day", "sign", world.LOCATION, world.DAY, "--yes")
            one.as_("s1")
            before = one.day()
            open_ = [row["message"] for row in before["open"] if "OVERDUE" in row["flags"]]
            self.assertGreater(len(open_), 10)
            self.refused(one.ctl("--json", *sign), "--except")

            exceptions = [word for message in open_ for word in ("--except", f"{message}=no answer")]
            one.as_("p104")
            self.refused(one.ctl(*sign, *exceptions), "not_allowed")
            one.as_("s1")
            one.must(*sign, *exceptions, "--note", "the desk was alone")
            self.refused(one.ctl(*sign, *exceptions), "already_closed")

            day = one.day()
            self.assertEqual(("s1", sorted(open_)),
                             (day["signature"]["by"], sorted(e["message"] for e in day["signature"]["exceptions"])))
            same = ("verdict", "revision", "due", "returned", "open_count", "record_hash")
            self.assertEqual({key: before[key] for key in same}, {key: day[key] for key in same})
            statement = day_statement(day)
            self.assertEqual(sha256(statement), day["signature"]["statement"])
            said = day["signature"]
            self.assertTrue(is_signed(statement, said["signature"], said["sign_key"]))
            self.assertFalse(is_signed(statement.replace("VIOLATIONS", "CLEAR"), said["signature"],
                                       said["sign_key"]))

            # It is in the journal, for good.
            self.assertEqual(0, one.collector.stop())
            self.assertEqual(0, one.ctl("journal", "verify", "--data", one.data).returncode)
            one.start_collector()
            self.assertEqual(said, one.day()["signature"])

    def test_what_people_say_of_messages_is_told_with_their_names(self):
        with SignedWorld() as one:
            one.replay_with_keys()
            one.as_("p104")
            mine = [row for row in one.ask("messages")["messages"] if row["state"] in ("NEW", "HEARD")]
            self.assertGreater(len(mine), 2)
            first, second, third = (row["message"] for row in mine[:3])
            one.must("message", "claim", first)
            one.must("message", "return", first, "--reason", "from my mobile", "--at", "16:58")
            one.must("message", "attempt", second)
            self.refused(one.ctl("message", "defer", third, "--to", "2026-11-24", "--reason", "asked"),
                         "not_allowed")
            one.as_("s1")
            one.must("message", "defer", third, "--to", "2026-11-24", "--reason", "asked for Tuesday")
            self.refused(one.ctl("message", "return", first, "--reason", "again"), "already_closed")
            told = {row["message"]: row for row in one.ask("messages", "--all", "--history")["messages"]}
            self.assertEqual(["RETURNED", "ATTEMPTED", "DEFERRED"],
                             [told[message]["state"] for message in (first, second, third)])
            self.assertIn("ASSERTED", told[first]["flags"])
            self.assertEqual(["from my mobile"],
                             [step["remark"] for step in told[first]["history"] if step["what"] == "returned"])
            # Said after the check: the day stays what it was.
            self.assertEqual("VIOLATIONS", one.day()["verdict"])

    def test_a_leavers_voicemail_is_pending_until_two_people_say_it_is_off(self):
        with SignedWorld() as one:
            one.replay_with_keys()
            box = "pbx1/104@default"
            one.as_("s1")
            self.refused(one.ctl("staff", "leave", "p104", "--location", world.LOCATION, "--yes"), "not_allowed")
            one.as_("m1")
            one.must("staff", "leave", "p104", "--location", world.LOCATION, "--at", "16:50", "--yes")
            row, = one.ask("departure", "list")["departures"]
            self.assertEqual(("DISCONNECT_PENDING", "p104", box), (row["state"], row["person"], row["mailbox"]))
            self.refused(one.ctl("departure", "confirm", box, "--yes"), "incomplete")

            one.as_("s1")
            one.must("departure", "request", box, "--note", "she left today")
            one.must("departure", "cover", box, "p101")
            one.as_("m1")
            self.refused(one.ctl("departure", "confirm", box, "--yes"), "still open")
            for message in one.ask("messages", "--mailbox", box)["messages"]:
                one.must("message", "resolve", message["message"], "--reason", "no_reply_needed")
            one.must("departure", "confirm", box, "--yes", "--note", "seen to be off")

            self.assertEqual([], one.ask("departure", "list")["departures"])
            row, = one.ask("departure", "list", "--all")["departures"]
            self.assertEqual(("CONFIRMED_UNVERIFIED", "s1", "m1", "p101"),
                             (row["state"], row["requested_by"], row["confirmed_by"], row["cover"]))
            # Her key is still admitted; her mailbox is hers no more.
            one.as_("p104")
            self.assertEqual([], one.ask("messages", "--all")["messages"])

    def test_a_leavers_mailbox_is_handed_over_by_a_managers_signature(self):
        with SignedWorld() as one:
            one.replay_with_keys()
            box = "pbx1/104@default"
            one.as_("m1")
            self.refused(one.ctl("departure", "handover", box, "p101", "--yes"), "waits to be disconnected")
            one.must("staff", "leave", "p104", "--location", world.LOCATION, "--at", "16:50", "--yes")
            one.as_("s1")
            self.refused(one.ctl("departure", "handover", box, "p101", "--yes"), "not_allowed")
            one.as_("m1")
            self.refused(one.ctl("departure", "handover", box, "nobody", "--yes"), "no person")
            one.must("departure", "handover", box, "p101", "--yes")
            self.assertEqual([], one.ask("departure", "list")["departures"])

            row, = one.ask("departure", "list", "--all")["departures"]
            self.assertEqual(("HANDED_OVER", "p101", "m1", ""),
                             (row["state"], row["successor"], row["handed_over_by"], row["confirmed_by"]))
            self.assertGreater(row["handed_over_at"], row["effective_at"])
            self.assertIn("ENDED", one.must("departure", "list", "--all"))
            statement = hand_over_statement(row, "m1")
            self.assertEqual(sha256(statement), row["statement"])
            self.assertTrue(is_signed(statement, row["signature"], row["sign_key"]))
            self.assertFalse(is_signed(statement.replace("successor p101", "successor p102"), row["signature"],
                                       row["sign_key"]))
            fact, = [fact["mailbox_handed_over"] for fact in one.facts() if "mailbox_handed_over" in fact]
            self.assertEqual((row["statement"], row["signature"], row["sign_key"]),
                             (fact["statement"], fact["signature"], fact["sign_key"]))

            self.assertEqual(0, one.collector.stop())
            done = subprocess.run([world.BIN / "callwatchctl", "--json", "audit", "verify", "--data", one.data],
                                  capture_output=True, text=True, timeout=world.REPLAY_S, check=False)
            proved = json.loads(done.stdout)["signatures"]
            self.assertEqual((1, 0, 0), (proved["proved"], proved["not_proved"], proved["not_signed"]), proved)
            one.start_collector()
            self.assertEqual([row], one.ask("departure", "list", "--all")["departures"])

    def test_who_is_away_is_covered(self):
        with SignedWorld() as one:
            one.replay_with_keys()
            one.as_("s1")
            one.must("absence", "add", "p104", "--from", "16:55")
            self.assertIn("OWNER_ABSENT",
                          one.ask("messages", "--mailbox", "pbx1/104@default")["messages"][0]["flags"])
            one.must("absence", "add", "p104", "--from", "16:55", "--cover", "p101")
            one.must("absence", "end", "p104")
            self.refused(one.ctl("absence", "end", "p104"), "not away")
            one.must("absence", "add", "p104", "--from", "2037-01-05 08:00", "--cover", "p101")
            told = one.ask("standards", world.LOCATION)
            self.assertEqual(([], ["p104"]), ([row["person"] for row in told["absent"]],
                                              [row["person"] for row in told["planned"]]))
            self.assertEqual("p101", told["planned"][0]["cover"])
            one.must("absence", "end", "p104")
            self.assertEqual([], one.ask("standards", world.LOCATION)["planned"])
            self.refused(one.ctl("access", "verify", "pbx1/104@default"), "not_allowed")
            one.as_("m1")
            one.must("access", "verify", "pbx1/104@default", "--note", "listened in")


if __name__ == "__main__":
    unittest.main()
