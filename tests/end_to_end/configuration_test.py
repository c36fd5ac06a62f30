"""Is what cannot be used refused, by name and with what is allowed, before anything is touched? Ten errors in
one configuration, a spool that is no spool, a journal that is no journal."""

import shutil
import unittest

import world

USAGE, STORAGE = 2, 4  # daemon/model/exit_code.hpp

# file, the line as the example has it, the line that cannot be used, its key, its value
ERRORS = [
    ("callwatchd.toml", 'log_level = "info"', 'log_level = "loud"', "log_level", "loud"),
    ("callwatchd.toml", 'mode = "source"', 'mode = "moon"', "mode", "moon"),
    ("callwatchd.toml", "pace = 1", "pase = 1", "pase", "pace"),
    ("organisation.toml", 'zone = "America/Chicago"', 'zone = "America/Chikago"', "zone", "America/Chikago"),
    ("organisation.toml", 'supervisors = ["s1"]', 'supervisors = ["s9"]', "supervisors", "s9"),
    ("organisation.toml", '2026-11-20 = "16:48-17:00"', '2026-11-20 = "17:00-16:48"', "2026-11-20",
     "17:00-16:48"),
    ("organisation.toml", 'locations = ["northside"]', 'locations = ["southside"]', "locations", "southside"),
    ("policy.toml", "min_talk_s = 2 ", "min_talk_s = -3 ", "min_talk_s", "-3"),
    ("policy.toml", 'no_answer_policy = "counts" ', 'no_answer_policy = "maybe" ', "no_answer_policy",
     "maybe"),
    ("policy.toml", "source_late_s = 3", 'source_late_s = "three"', "source_late_s", "three"),
]


def spoil(folder):
    """Puts every error into the configuration; returns (file, line number, key, value) of each."""
    placed = []
    for name, good, bad, key, value in ERRORS:
        path = folder / name
        lines = path.read_text(encoding="utf-8").split("\n")
        line = next(i for i, text in enumerate(lines) if text.startswith(good))
        lines[line] = bad + lines[line][len(good):]
        path.write_text("\n".join(lines), encoding="utf-8")
        placed.append((name, line + 1, key, value))
    return placed


class Configuration(unittest.TestCase):
    def copy_of_the_example(self, one):
        one.config = one.folder / "config"
        shutil.copytree(world.EXAMPLE, one.config)

    def check(self, one):
        program = one.start("callwatchd", world.BIN / "callwatchd", "--check",
                            "--config", one.config / "callwatchd.toml")
        return program.wait(world.ANSWER_S), program.log.read_text(encoding="utf-8")

    def test_the_example_itself_is_accepted(self):
        with world.World() as one:
            code, said = self.check(one)
            self.assertEqual(0, code, said)

    def test_a_folder_stands_for_the_file_in_it(self):
        with world.World() as one:
            for place in (world.EXAMPLE, world.EXAMPLE / "callwatchd.toml"):
                done = one.ctl("config", "check", place)
                self.assertEqual((0, ""), (done.returncode, done.stderr))
                self.assertTrue(done.stdout.startswith("Good: "), done.stdout)
            done = one.ctl("config", "check", one.folder)
            self.assertEqual(USAGE, done.returncode)
            self.assertIn(str(one.folder / "callwatchd.toml"), done.stderr)

    def test_ten_errors_are_told_at_once_each_with_its_place(self):
        with world.World() as one:
            self.copy_of_the_example(one)
            placed = spoil(one.config)
            code, said = self.check(one)
            self.assertEqual(USAGE, code, said)
            for name, line, key, value in placed:
                told = [text for text in said.splitlines() if f"{name}:{line}:" in text]
                self.assertEqual(1, len(told), f"{name}:{line}: {key}\n{said}")
                self.assertIn(key, told[0])
                self.assertIn(value, told[0])

    def test_a_file_that_is_not_there_is_named(self):
        with world.World() as one:
            one.config = one.folder / "nowhere"
            code, said = self.check(one)
            self.assertEqual(USAGE, code, said)
            self.assertIn(str(one.config / "callwatchd.toml"), said)


class Storage(unittest.TestCase):
    def test_a_journal_that_is_no_journal_is_refused_and_left_alone(self):
        with world.World() as one:
            letter = b"Dear Sir or Madam,\n" * 300
            (one.data / "journal.db").write_bytes(letter)
            program = one.start("callwatchd", world.BIN / "callwatchd",
                                "--config", one.config / "callwatchd.toml", "--time", "source",
                                "--data", one.data, "--ipc", one.ipc)
            self.assertEqual(STORAGE, program.wait(world.ANSWER_S))
            self.assertIn(str(one.data / "journal.db"), program.log.read_text(encoding="utf-8"))
            self.assertEqual(letter, (one.data / "journal.db").read_bytes())

    def test_a_spool_that_is_no_spool_is_refused_and_left_alone(self):
        with world.World() as one:
            (one.spool / "letter.txt").write_text("Dear Sir or Madam,\n", encoding="utf-8")
            one.start_bridge()
            self.assertEqual(STORAGE, one.bridge.wait(world.ANSWER_S))
            said = one.bridge.log.read_text(encoding="utf-8")
            self.assertIn(str(one.spool), said)
            self.assertIn("not a spool", said)
            self.assertEqual(["letter.txt"], [path.name for path in one.spool.iterdir()])

    def test_two_collectors_do_not_share_a_journal(self):
        with world.World() as one:
            one.start_collector()
            second = one.start("second", world.BIN / "callwatchd",
                               "--config", one.config / "callwatchd.toml", "--time", "source",
                               "--data", one.data, "--ipc", one.folder)
            self.assertEqual(STORAGE, second.wait(world.ANSWER_S))
            self.assertTrue(one.collector.running())


if __name__ == "__main__":
    unittest.main()
