"""From a signature to the proof: a supervisor signs the recorded day, the collector exports its head to another folder,
and the day is exported and proved where nothing but that file is. Whatever is done to either is found.
"""

import json
import shutil
import sqlite3
import subprocess
import unittest

import world
from privacy_test import callers
from standards_test import SignedWorld


# Every fact is read, and told, several times; sanitizers and a busy machine make that slow.
PROOF_S = 120


class AuditedWorld(SignedWorld):
    """Its collector exports heads to a share; `elsewhere` is another machine."""

    def __init__(self):
        super().__init__()
        self.share = self.folder / "share"
        self.elsewhere = self.folder / "elsewhere"
        for folder in (self.share, self.elsewhere):
            folder.mkdir()
        self.head = self.share / "callwatch.head"
        self.append("callwatchd.toml", f'\n[journal]\nhead_export = "{self.head}"\n')

    def sign(self):
        self.as_("s1")
        open_ = [row["message"] for row in self.day()["open"] if "OVERDUE" in row["flags"]]
        exceptions = [word for message in open_ for word in ("--except", f"{message}=rang, nobody there")]
        self.must("day", "sign", world.LOCATION, world.DAY, "--yes", *exceptions)

    def audit(self, *words):
        """Exit code and answer of `callwatchctl audit verify`, asked on any machine."""
        done = subprocess.run([world.BIN / "callwatchctl", "--json", "audit", "verify", *words], capture_output=True,
                              text=True, timeout=PROOF_S, check=False)
        return done.returncode, json.loads(done.stdout) if done.stdout else done.stderr

    def export(self):
        """The lines of the day's export, carried elsewhere with the collector's public key."""
        out = self.folder / "out"
        subprocess.run([world.BIN / "callwatchctl", "audit", "export", world.LOCATION, world.DAY, world.DAY, "--data",
                        self.data, "--zone", "America/Chicago", "--head", self.head, "--out", out],
                       capture_output=True, timeout=PROOF_S, check=True)
        shutil.copy(self.data / "daemon.pub", self.elsewhere)
        (self.elsewhere / "page.html").write_bytes(next(out.glob("*.html")).read_bytes())
        return next(out.glob("*.jsonl")).read_text(encoding="utf-8").splitlines()

    def prove(self, lines):
        file = self.elsewhere / "day.jsonl"
        file.write_text("\n".join(lines) + "\n", encoding="utf-8")
        return self.audit("--export", file, "--daemon-key", self.elsewhere / "daemon.pub")


class Audit(unittest.TestCase):
    def test_a_signed_day_is_proved_where_nothing_else_is(self):
        with AuditedWorld() as one:
            one.replay_with_keys()
            one.sign()
            code, beside = one.audit("--data", one.data)
            self.assertEqual((0, 1, 0), (code, beside["signatures"]["proved"], beside["signatures"]["refuted"]))
            self.assertEqual(0, one.collector.stop())
            whole = ("--data", one.data, "--head", one.head, "--daemon-key", one.data / "daemon.pub")
            code, said = one.audit(*whole)
            self.assertEqual((0, True), (code, said["signed_head"]["vouched_for"]), said)
            self.assertEqual(said["head"].split(":")[0], str(said["signed_head"]["position"]))

            lines = one.export()
            code, proved = one.prove(lines)
            self.assertEqual((0, 1, 0), (code, proved["signatures"]["proved"], proved["signatures"]["not_proved"]), proved)
            self.assertEqual(said["head"], proved["head"])

            facts = [fact for line in lines for fact in json.loads(line).get("facts", [])]
            told = {kind for fact in facts for kind in fact}
            for kind in ("key_admitted", "message_left", "message_returned", "day_checked", "day_signed"):
                self.assertIn(kind, told)
            page = (one.elsewhere / "page.html").read_text(encoding="utf-8")
            for words in ("VIOLATIONS", "UNRETURNED", "Signed by s1", "the signature is proved", "CST"):
                self.assertIn(words, page)
            stored = b"".join(bytes.fromhex(json.loads(line).get("bytes", "")) for line in lines)
            for text in (page.encode(), "\n".join(lines).encode(), stored):
                self.assertEqual([], [words for words in [*callers(), "nobody there", "<script"]
                                      if words.encode() in text])

            self.spoil_export(one, lines)
            self.spoil_journal(one, whole)

    def spoil_export(self, one, lines):
        at = next(number for number, line in enumerate(lines) if '"day_signed"' in line)
        changed = json.loads(lines[at])
        changed["bytes"] = changed["bytes"][:-1] + ("0" if changed["bytes"][-1] != "0" else "1")
        first, second = [number for number, line in enumerate(lines) if line.startswith('{"first"')][:2]
        swapped = list(lines)
        swapped[first], swapped[second] = lines[second], lines[first]
        for spoilt, named in ((lines[:at] + [json.dumps(changed)] + lines[at + 1:], at),
                              (lines[:at] + lines[at + 1:], at), (lines[:at], at), (swapped, first)):
            code, said = one.prove(spoilt)
            self.assertEqual((4, json.loads(lines[named])["first"]), (code, said["fault"]["position"]), said)

    def spoil_journal(self, one, whole):
        """The last row is cut off, as by somebody who knows of the file beside it."""
        with sqlite3.connect(max(one.data.glob("journal-*.db"))) as journal:
            last, = journal.execute("SELECT max(first) FROM chain").fetchone()
            journal.execute("DELETE FROM chain WHERE first = ?", (last,))
        (one.data / "journal.db.head").unlink()
        self.assertEqual(0, one.audit("--data", one.data)[0])
        code, said = one.audit(*whole)
        self.assertEqual((4, last), (code, said["fault"]["position"]), said)
        before = one.head.read_text(encoding="utf-8")
        one.start_collector()
        self.assertEqual(0, one.collector.stop())
        self.assertEqual(before, one.head.read_text(encoding="utf-8"))
        self.assertIn("does not pass through the head", (one.folder / "callwatchd.log").read_text(encoding="utf-8"))


if __name__ == "__main__":
    unittest.main()
