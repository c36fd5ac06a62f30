"""Is a caller's number nowhere but sealed in the vault? The recorded day is full of numbers: none of them may
be found in the journal, its segments and write-ahead logs, snapshots, spools, logs, or in anything that a
wallboard or a terminal is sent. A number that is erased goes from the vault's own files too."""

import gzip
import json
import unittest

import zmq

import world


def callers():
    """The callers' numbers as the ground truth has them, without what comes before: 217000001."""
    with gzip.open(world.RECORDING / "groundtruth.jsonl.gz", "rt", encoding="utf-8") as lines:
        calls = [json.loads(line) for line in lines]
    found = {call["from"].lstrip("0") for call in calls if str(call.get("from", "")).isdigit()}
    return sorted(number for number in found if len(number) > 6)


def holders(one, texts):
    """(file, text) for every text that is found in what the programs of a world have written."""
    found = []
    written = [path for folder in (one.data, one.spool) for path in folder.rglob("*")]
    for path in sorted(written + list(one.folder.glob("*.log"))):
        try:
            content = path.read_bytes() if path.is_file() else b""
        except FileNotFoundError:
            continue  # Snapshots, write-ahead logs and spools come and go.
        found += [(path.name, text) for text in texts if text.encode() in content]
    return found


class Privacy(unittest.TestCase):
    def test_a_number_is_found_nowhere(self):
        numbers = callers()
        self.assertGreater(len(numbers), 20)
        with world.World() as one:
            one.configure(snapshot_every_facts=40)
            one.start_collector()
            board = zmq.Context.instance().socket(zmq.SUB)
            self.addCleanup(board.close, 0)
            board.subscribe(b"")
            board.setsockopt(zmq.RCVHWM, 0)
            board.connect(f"ipc://{one.ipc}/board")
            # Kept while it runs: spools are emptied when the collector has everything.
            one.start_bridge("60")
            seen = []
            while one.bridge.running():
                seen += holders(one, numbers)
                if seen:
                    break
            self.assertEqual([], seen)
            one.wait_for_bridge()
            one.wait_for_verdict()

            sent = b""
            while board.poll(0):
                sent += b"".join(board.recv_multipart())
            self.assertGreater(len(sent), 10_000)
            for words in (("status",), ("messages", "--all", "--history"), ("day", world.LOCATION, world.DAY),
                          ("queues",), ("sources",), ("journal", "print")):
                sent += one.ctl("--json", *words).stdout.encode() + one.ctl(*words).stdout.encode()
            self.assertEqual([], [number for number in numbers if number.encode() in sent])
            self.assertEqual(0, one.collector.stop())
            self.assertEqual([], holders(one, numbers))
            self.assertGreater(len(one.snapshots()), 0)

            # The search does find what is there: the vault knows the number, and its file is read.
            (one.data / "planted").write_text(f"tel:+64{numbers[0]}", encoding="utf-8")
            self.assertEqual([("planted", numbers[0])], holders(one, numbers))
            (one.data / "planted").unlink()

            before = (one.data / "vault.db").read_bytes()
            erased = one.ctl("privacy", "erase", "--data", one.data, "--number", f"+64{numbers[0]}", "--yes")
            self.assertEqual(0, erased.returncode, erased.stderr)
            self.assertNotEqual(before, (one.data / "vault.db").read_bytes())
            again = one.ctl("privacy", "erase", "--data", one.data, "--number", f"+64{numbers[0]}", "--yes")
            self.assertEqual(1, again.returncode, again.stdout)
            self.assertEqual(0, one.ctl("journal", "verify", "--data", one.data).returncode)
            one.start_collector()
            self.assertEqual("VIOLATIONS", one.day()["verdict"])

    def test_a_running_collector_is_not_erased_from(self):
        with world.World() as one:
            one.start_collector()
            refused = one.ctl("privacy", "erase", "--data", one.data, "--older-than", "1", "--yes")
            self.assertEqual(4, refused.returncode)
            self.assertIn("is using it", refused.stderr)


if __name__ == "__main__":
    unittest.main()
