"""What cannot work is told in one clear sentence, with the right end; and while nothing is known of the telephone
system, nobody is told otherwise."""

import re
import time
import unittest

import live_world
import world

OK, NO, USAGE, NETWORK = 0, 1, 2, 3  # daemon/model/exit_code.hpp


class Trouble(unittest.TestCase):
    def sentence(self, text, *words):
        """The one line that says so."""
        found = [line for line in text.splitlines() if all(re.search(word, line) for word in words)]
        self.assertEqual(1, len(set(found)), f"{words} in\n{text}")
        return found[0]

    def log(self, one):
        return one.bridge.log.read_text(encoding="utf-8")

    def wait_for_sentence(self, one, *words):
        def told():
            return any(all(re.search(word, line) for word in words) for line in self.log(one).splitlines())
        world.wait_until(told, world.ANSWER_S, f"the log says {words}")
        self.sentence(self.log(one), *words)

    def assert_nothing_is_known(self, one):
        """No figure of the location is told as if it were known."""
        self.assertEqual(["pbx1"], [row["source"] for row in one.ask("sources")["sources"]])
        self.assertFalse(one.ask("status")["locations"][0]["data_known"])
        self.assertEqual({False}, {queue["data_known"] for queue in one.ask("queues")["queues"]})
        self.assertFalse(one.ask("status")["locations"][0]["operators_known"])

    def wait_until_known(self, one):
        world.wait_until(lambda: one.ask("status")["locations"][0]["data_known"], world.ANSWER_S, "all is known")

    def test_a_secret_that_others_can_read_is_refused(self):
        with live_world.LiveWorld() as one:
            (one.config / "secret").chmod(0o644)
            one.start_bridge()
            self.assertEqual(USAGE, one.bridge.wait(world.ANSWER_S))
            said = self.sentence(self.log(one), r"asterisk\.toml:\d+", "secret_file", "chmod 600")
            self.assertNotIn(live_world.SECRET, self.log(one))
            self.assertIn("owner", said)
            code, said = one.check_bridge()
            self.assertEqual(USAGE, code, said)
            self.assertEqual(0, one.pbx.say("stats")["connections"])

    def test_a_wrong_password_is_told_and_not_tried_in_haste(self):
        with live_world.LiveWorld() as one:
            one.pbx.say("wrong-password")
            one.start_collector()
            one.start_bridge()
            self.wait_for_sentence(one, "login", live_world.USER, "refused")
            time.sleep(5)
            self.assertTrue(one.bridge.running())
            self.assertLessEqual(one.pbx.say("stats")["failed_logins"], 2)
            self.assert_nothing_is_known(one)
            code, said = one.check_bridge()
            self.assertNotEqual(OK, code)
            self.sentence(said, "login", "refused")
            one.pbx.say("wrong-password off")
            one.wait_for_login(1)

    def test_a_telephone_system_out_of_reach_is_told_and_found_when_it_is_there(self):
        with live_world.LiveWorld() as one:
            one.pbx.say("refuse 12")
            one.start_collector()
            one.start_bridge()
            self.wait_for_sentence(one, "cannot connect", "refused")
            self.assert_nothing_is_known(one)
            code, said = one.check_bridge()
            self.assertNotEqual(OK, code)
            self.sentence(said, str(one.pbx.port), "cannot connect")
            one.wait_for_login(1)
            one.wait_until_agrees(30, "once it is there")
            self.wait_until_known(one)

    def test_a_spool_that_cannot_be_read_is_told_and_mailboxes_are_not_known(self):
        with live_world.LiveWorld(lists="spool") as one:
            path = one.config / "asterisk.toml"
            letter = one.folder / "letter.txt"
            letter.write_text("no directory\n", encoding="utf-8")
            path.write_text(path.read_text(encoding="utf-8").replace(str(one.pbx.spool), str(letter)),
                            encoding="utf-8")
            one.start_all()
            self.wait_for_sentence(one, "DEGRADED", re.escape(str(letter)))
            code, said = one.check_bridge()
            self.assertNotEqual(OK, code)
            self.sentence(said, "LACKS", re.escape(str(letter)))
            self.assertEqual([], [fact for fact in one.facts() if "mailbox_listed" in fact])

    def test_a_user_without_permission_is_told_what_is_missing(self):
        with live_world.LiveWorld() as one:
            one.pbx.say("no-permission call reporting system")
            one.start_all()
            self.wait_for_sentence(one, "DEGRADED", "CoreShowChannels", "Permission denied")
            code, said = one.check_bridge()
            self.assertNotEqual(OK, code)
            self.assertIn("LACKS", said)

    def test_the_check_of_a_good_one_says_so(self):
        for version in ("16", "22"):
            with self.subTest(version), live_world.LiveWorld(begin=300, fake=("--version", version)) as one:
                code, said = one.check_bridge()
                self.assertEqual(OK, code, said)
                self.assertNotIn("LACKS", said)


if __name__ == "__main__":
    unittest.main()
