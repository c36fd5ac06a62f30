"""Is everybody who they say they are, and nobody else anybody? The real programs with [security] curve =
"required": from the first manager's key over staff, sources and walls to the recorded day, replayed over CURVE.
"""

import shutil
import stat
import subprocess
import unittest

import screen
import wall
import world

PASSPHRASE = "correct horse battery"


class KeyedWorld(world.World):
    """A world whose collector wants keys, and a ring of keys. Whose key asks is said with as_()."""

    def __init__(self):
        super().__init__()
        self.ring = self.folder / "keys"
        self.ring.mkdir()
        self.passphrase = self.ring / "passphrase"
        self.passphrase.write_text(PASSPHRASE + "\n", encoding="utf-8")
        self.passphrase.chmod(0o600)
        self.who = ["--passphrase-file", self.passphrase]
        self.config = self.folder / "config"
        shutil.copytree(world.EXAMPLE, self.config)
        self.append("callwatchd.toml", '\n[security]\ncurve = "required"\n')

    def append(self, name, text):
        with open(self.config / name, "a", encoding="utf-8") as file:
            file.write(text)

    def key(self, name):
        return self.ring / f"{name}.key"

    def public(self, name):
        return self.ring / f"{name}.pub"

    def digits(self, name):
        lines = self.public(name).read_text(encoding="utf-8").splitlines()
        return next(line.split('"')[1] for line in lines if line.startswith("key = "))

    def as_(self, name, server=None):
        self.who = ["--key", self.key(name), "--server-key", server or self.data / "daemon.pub",
                    "--passphrase-file", self.passphrase]

    def must(self, *words):
        done = self.ctl(*words)
        if done.returncode != 0:
            raise world.Failed(f"callwatchctl {words}: exit {done.returncode}: {done.stderr}")
        return done.stdout

    def new_key(self, name, role, *whose):
        self.must("key", "new", self.ring / name, "--role", role, *whose)

    def admit(self, name, role, *whose):
        self.new_key(name, role, *whose)
        self.must("key", "admit", self.public(name), "--yes")

    def start_with_manager(self):
        """The way of config/README.md: a manager's key before the first start."""
        self.new_key("m1", "manager", "--person", "m1")
        self.must("key", "admit", "--first", self.public("m1"), "--data", self.data, "--yes")
        self.as_("m1")
        self.start_collector()

    def bridge_key(self, name):
        file = self.config / "asterisk.toml"
        text = file.read_text(encoding="utf-8")
        keys = f'[collector]\nkey_file = "{self.key(name)}"\nserver_key = "{self.data}/daemon.pub"\n'
        lines = [line for line in text.splitlines() if not line.startswith(("key_file", "server_key"))]
        text = "\n".join(line for line in lines if not line.startswith("[collector]")) + "\n"
        lines = text.split("events = ", 1)
        file.write_text(lines[0] + keys + "events = " + lines[1], encoding="utf-8")


class Keys(unittest.TestCase):
    def refused(self, done, code, words=""):
        self.assertNotEqual(0, done.returncode, done.stdout)
        self.assertIn(code, done.stderr)
        self.assertIn(words, done.stderr)

    def test_the_recorded_day_with_keys(self):
        with KeyedWorld() as one:
            one.start_with_manager()
            for file in (one.key("m1"), one.data / "daemon.key"):
                self.assertEqual(0o600, stat.S_IMODE(file.stat().st_mode))
            one.admit("p101", "staff", "--person", "p101")
            one.admit("bridge", "source", "--source", "pbx1")
            one.admit("wall", "viewer")

            one.bridge_key("bridge")
            one.start_bridge()
            one.wait_for_bridge()
            one.wait_for_verdict()

            messages = one.ask("messages", "--mailbox", "pbx1/101@default")["messages"]
            others = [message for message in one.ask("messages")["messages"]
                      if message["mailbox"] != "pbx1/101@default"]
            self.assertTrue(messages and others)
            mine, other = messages[0]["message"], others[0]["message"]

            one.as_("wall")
            one.must("status")
            one.must("watch", "--once")
            self.refused(one.ctl("message", "resolve", mine, "--reason", "spam"), "not_allowed", "viewer")
            self.refused(one.ctl("messages"), "not_allowed", "viewer")
            self.refused(one.ctl("key", "list"), "not_allowed")

            one.as_("p101")
            self.refused(one.ctl("message", "resolve", other, "--reason", "spam"), "not_allowed", "p101")
            self.refused(one.ctl("journal", "print"), "not_allowed", "staff")
            self.assertEqual({"pbx1/101@default"},
                             {message["mailbox"] for message in one.ask("messages", "--all")["messages"]})
            one.must("message", "resolve", mine, "--reason", "spam", "--note", "a robot")

            one.as_("m1")
            taken = [fact["command_taken"] for fact in one.facts() if "command_taken" in fact]
            resolved = [one_ for one_ in taken if one_["kind"] == "message_resolve"]
            self.assertEqual(1, len(resolved), taken)
            self.assertEqual(("p101", mine, one.digits("p101")),
                             (resolved[0]["person_id"], resolved[0]["subject"], resolved[0]["key"]))
            self.assertEqual(0, one.collector.stop())
            self.assertEqual(0, one.ctl("journal", "verify", "--data", one.data).returncode)

            one.start_collector()
            listed = {row["key"]: row for row in one.ask("key", "list")["keys"]}
            self.assertEqual({"m1": "", "p101": "m1", "bridge": "m1", "wall": "m1"},
                             {name: listed[one.digits(name)]["admitted_by"]
                              for name in ("m1", "p101", "bridge", "wall")})

    def test_a_stranger_is_nobody(self):
        with KeyedWorld() as one:
            one.start_with_manager()
            one.new_key("stranger", "manager", "--person", "m1")
            one.as_("stranger")
            self.refused(one.ctl("status"), "refuses this key")
            self.refused(one.ctl("watch", "--once"), "refuses this key")
            self.refused(one.ctl("key", "admit", one.public("stranger"), "--yes"), "refuses this key")
            one.who = []
            self.refused(one.ctl("status"), "wants a key")
            one.as_("m1", one.public("stranger"))
            self.refused(one.ctl("--timeout", "2", "status"), "server key")
            one.who = ["--key", one.key("m1")]
            self.refused(one.ctl("status"), "--server-key")
            wrong = one.ring / "wrong"
            wrong.write_text("another passphrase\n", encoding="utf-8")
            wrong.chmod(0o600)
            one.as_("m1")
            one.who[-1] = wrong
            self.refused(one.ctl("status"), "does not open it")
            one.key("m1").chmod(0o644)
            self.refused(one.ctl("status"), "chmod 600")

    def test_a_wall_says_why_it_hears_nothing(self):
        with KeyedWorld() as one, screen.Screen() as shown:
            one.start_with_manager()
            one.new_key("wall", "viewer")

            def hang(server):
                return wall.Wall(one, shown, "--key", one.key("wall"), "--server-key", server)

            def wait_for_words(hung, words):
                world.wait_until(lambda: words in hung.program.log.read_text(encoding="utf-8"), world.ANSWER_S, words)

            hung = hang(one.data / "daemon.pub")
            wait_for_words(hung, "the collector does not admit this key")
            hung.wait_for(wall.is_grey, world.ANSWER_S, "NO DATA")
            one.as_("m1")
            one.must("key", "admit", one.public("wall"), "--yes")
            wait_for_words(hung, "board: connected")
            hung.wait_for(wall.is_right, world.ANSWER_S, "the board")
            hung.program.stop()

            other = hang(one.public("wall"))
            wait_for_words(other, "the collector hangs up")

    def test_a_revoked_key_can_do_nothing(self):
        with KeyedWorld() as one:
            one.start_with_manager()
            one.admit("s1", "supervisor", "--person", "s1")
            one.admit("old", "source", "--source", "pbx1")
            one.as_("s1")
            one.must("status")
            one.as_("m1")
            one.must("key", "revoke", one.digits("s1")[:12], "--reason", "telephone stolen")
            one.must("key", "revoke", one.public("old"), "--reason", "machine replaced")
            self.refused(one.ctl("key", "revoke", one.digits("m1"), "--reason", "tidy"), "implausible")
            self.refused(one.ctl("key", "admit", one.public("s1"), "--yes"), "duplicate", "never comes back")
            row = next(row for row in one.ask("key", "list")["keys"] if row["key"] == one.digits("s1"))
            self.assertEqual((False, "m1", "telephone stolen"),
                             (row["valid"], row["revoked_by"], row["revoked_because"]))
            one.as_("s1")
            self.refused(one.ctl("status"), "refuses this key")

            one.bridge_key("old")
            one.start_bridge()
            world.wait_until(lambda: "refuses this key" in one.bridge.log.read_text(encoding="utf-8"),
                             world.ANSWER_S, "the bridge says that its key is refused")
            one.as_("m1")
            self.assertEqual(0, one.accepted())

    def test_a_source_sends_its_own_events_only(self):
        with KeyedWorld() as one:
            one.append("organisation.toml", '\n[source.pbx2]\nkind = "other"\nlocations = ["northside"]\n')
            one.start_with_manager()
            one.admit("pbx2", "source", "--source", "pbx2")
            one.bridge_key("pbx2")
            one.start_bridge()
            world.wait_until(lambda: "not admitted for this source" in one.bridge.log.read_text(encoding="utf-8"),
                             world.ANSWER_S, "the bridge is told that this is another source's key")
            self.assertEqual(0, one.accepted())
            self.assertGreater(one.ask("status")["refused"]["not_allowed"], 0)

    def test_the_first_manager_and_no_second(self):
        with KeyedWorld() as one:
            one.new_key("p101", "staff", "--person", "p101")
            first = ("key", "admit", "--first", "--data", one.data, "--yes")
            self.refused(one.ctl(*first, one.public("p101")), "manager's")
            one.start_with_manager()
            one.new_key("m2", "manager", "--person", "m1")
            self.assertEqual(4, one.ctl(*first, one.public("m2")).returncode)
            self.assertEqual(0, one.collector.stop())
            self.refused(one.ctl(*first, one.public("m2")), "a manager has a valid key already")
            asked = subprocess.run(
                [world.BIN / "callwatchctl", *one.who, "--ipc", one.ipc, "key", "admit", one.public("m2")],
                input="yes\n", capture_output=True, text=True, timeout=world.ANSWER_S, check=False)
            self.assertIn("nothing was admitted", asked.stderr)
            self.assertIn(one.digits("m2")[:8], asked.stderr)

    def test_without_keys_nobody_commands(self):
        with world.World() as one:
            one.start_collector()
            self.refused(one.ctl("message", "resolve", "pbx1/101@default#1", "--reason", "spam"),
                         "unknown_key", '[security] curve = "required"')


if __name__ == "__main__":
    unittest.main()
