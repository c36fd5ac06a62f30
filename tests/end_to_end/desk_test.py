"""What people do at the desk, by keyboard alone, in real windows: is it in the journal, in the right name, and signed?"""

import unittest

import observed
import world
from desk_world import DeskWorld
from keys_test import PASSPHRASE
from standards_test import day_statement, hand_over_statement, is_signed, sha256


BOX = "pbx1/104@default"


class AtTheDesk(unittest.TestCase):
    """One recorded day, and what two people do about it, one after the other."""

    def test_what_is_done_by_keyboard_is_recorded_and_signed(self):
        with DeskWorld() as one:
            one.replay_with_keys()
            one.as_("s1")
            supervisor = one.sit_down("s1")
            self.messages_are_marked(one, supervisor)
            manager = self.a_disconnection_is_requested(one, supervisor)
            self.a_mailbox_is_handed_over(one, manager)
            self.a_disconnection_is_confirmed(one, manager)
            self.the_day_is_signed_with_two_exceptions(one, supervisor)

    def messages_are_marked(self, one, desk):
        first, second = [row["message"] for row in one.ask("messages")["messages"]][:2]
        desk.press("2", "Home", "c")
        desk.wait_for("order 1 is recorded at")
        desk.press("r")
        desk.type("from my mobile")
        desk.press("Return", "y")
        desk.wait_for("order 2 is recorded at")
        told = {row["message"]: row for row in one.ask("messages", "--all", "--history")["messages"]}
        self.assertEqual("RETURNED", told[first]["state"])
        self.assertIn("ASSERTED", told[first]["flags"])
        self.assertEqual(["from my mobile"],
                         [step["remark"] for step in told[first]["history"] if step["what"] == "returned"])
        # The alarm of the page: who saw it.
        desk.press("a")
        desk.wait_for("order 3 is recorded at")
        alarm, = one.ask("alarm", "list")["alarms"]
        self.assertEqual((f"overdue/{world.LOCATION}", "s1"), (alarm["alarm"], alarm["acknowledged_by"]))
        # What is open is first now.
        desk.press("Home", "x", "2")
        desk.press("Return", "Return", "y")
        desk.wait_for("order 4 is recorded at")
        told = {row["message"]: row for row in one.ask("messages", "--all")["messages"]}
        self.assertEqual("RESOLVED", told[second]["state"])

    def a_disconnection_is_requested(self, one, supervisor):
        """Of the first of two who left; the manager sits down."""
        one.as_("m1")
        for person, at in (("p104", "16:50"), ("p112", "16:51")):
            one.must("staff", "leave", person, "--location", world.LOCATION, "--at", at, "--yes")
        for message in one.ask("messages", "--mailbox", BOX)["messages"]:
            one.must("message", "resolve", message["message"], "--reason", "no_reply_needed")
        supervisor.press("4")
        supervisor.wait_for("desk: departures answered")
        supervisor.press("Home", "q")
        supervisor.type("she left today")
        supervisor.press("Return", "y")
        supervisor.wait_for("order 5 is recorded at")

        manager = one.sit_down("m1")
        manager.press("4")
        manager.wait_for("desk: departures answered")
        return manager

    def a_mailbox_is_handed_over(self, one, manager):
        manager.press("Home", "Down", "h")
        manager.type("p101")
        manager.press("Return")
        manager.type(PASSPHRASE)
        manager.press("Return", "y")
        manager.wait_for("order 1 is recorded at")
        row = self.departures(one)["pbx1/112@default"]
        self.assertEqual(("HANDED_OVER", "p112", "p101"), (row["state"], row["person"], row["successor"]))
        statement = hand_over_statement(row, "m1")
        self.assertEqual(sha256(statement), row["statement"])
        self.assertTrue(is_signed(statement, row["signature"], row["sign_key"]))

    def a_disconnection_is_confirmed(self, one, manager):
        # The first one, whether the other is off the list already or not.
        manager.press("Home", "f")
        manager.type("seen to be off")
        manager.press("Return")
        manager.type(PASSPHRASE)
        manager.press("Return", "y")
        manager.wait_for("order 2 is recorded at")

        row = self.departures(one)[BOX]
        self.assertEqual(("CONFIRMED_UNVERIFIED", "s1", "m1"),
                         (row["state"], row["requested_by"], row["confirmed_by"]))
        self.assertEqual(("she left today", "seen to be off"), (row["request_note"], row["confirm_note"]))
        confirmed, = [fact["disconnection_confirmed"] for fact in one.facts() if "disconnection_confirmed" in fact]
        statement = "\n".join(
            ["callwatch voicemail disconnection 1", f"mailbox {BOX}", f"location {world.LOCATION}",
             f"left p104 {observed.microseconds(row['effective_at'])}",
             f"requested s1 {observed.microseconds(row['requested_at'])}",
             "list not proved", "by m1", "note " + sha256("seen to be off")]) + "\n"
        self.assertTrue(is_signed(statement, row["signature"], row["sign_key"]))
        self.assertEqual(sha256(statement), confirmed["statement"])

    def departures(self, one):
        return {row["mailbox"]: row for row in one.ask("departure", "list", "--all")["departures"]}

    def leave_two_open(self, one):
        """Everything the check found open is resolved but two."""
        listed = {row["message"] for row in one.ask("messages")["messages"]}
        open_ = [row["message"] for row in one.day()["open"]
                 if "OVERDUE" in row["flags"] and row["message"] in listed]
        for message in open_[2:]:
            one.must("message", "resolve", message, "--reason", "no_reply_needed")
        return sorted(open_[:2])

    def the_day_is_signed_with_two_exceptions(self, one, desk):
        one.as_("s1")
        left = self.leave_two_open(one)
        desk.press("3")
        desk.wait_for("desk: day northside answered")
        desk.press("s")
        desk.type("no answer since four")
        desk.press("Return")
        desk.type("asked for tomorrow")
        desk.press("Return")
        desk.type("the desk was alone")
        desk.press("Return")
        desk.type("not my passphrase")
        desk.press("Return")
        desk.press("y")
        desk.wait_for("order 6 was not signed")
        self.assertIsNone(one.day()["signature"])
        # The words are kept, the passphrase is not.
        desk.press("Return", "Return", "Return")
        desk.type(PASSPHRASE)
        desk.press("Return")
        self.assertIsNone(one.day()["signature"], "Enter alone records nothing")
        desk.press("y")
        desk.wait_for("order 7 is recorded at")

        day = one.day()
        said = day["signature"]
        self.assertEqual("s1", said["by"])
        self.assertEqual(left, sorted(each["message"] for each in said["exceptions"]))
        self.assertEqual({"no answer since four", "asked for tomorrow"},
                         {each["reason"] for each in said["exceptions"]})
        self.assertEqual("the desk was alone", said["note"])
        statement = day_statement(day)
        self.assertEqual(sha256(statement), said["statement"])
        self.assertTrue(is_signed(statement, said["signature"], said["sign_key"]))
        self.assertEqual("VIOLATIONS", day["verdict"])


if __name__ == "__main__":
    unittest.main()
