"""Is every second without an operator recorded, and no other? Through the real programs, against what the
far end did to the queue's members while the day was recorded.

Thirteen people answered that day, so it never happened. Three of the four members of the main line are
therefore cut out of the recording: whenever the fourth is on a break, nobody is there. Another office has
only the queue that nobody ever joined."""

import gzip
import json
import pathlib
import re
import shutil
import unittest

import compare
import observed
import truth
import world

CUT_OUT = re.compile(rb"\r\n(?:Interface|Location): Local/10[234]@agents/n\r\n")
OF_MAIN_LINE = re.compile(rb"\r\nQueue: main-line\r\n")
MEMBERS = {"Local/101@agents/n"}

SECOND_OFFICE = """
[location.southside]
name = "Southside"
zone = "America/Chicago"
operator_queues = ["after-hours"]
supervisors = ["s1"]
monitoring_start = 2026-11-20T16:48:00-06:00

[location.southside.special_hours]
2026-11-20 = "16:48-17:00"
"""


def is_cut_out(message):
    return (message.startswith(b"Event: QueueMember") and CUT_OUT.search(message)
            and OF_MAIN_LINE.search(message))


def cut_members_out(source, target):
    """A copy of the recording without what it says of three members of the main line."""
    shutil.copytree(source, target)
    with gzip.open(source / "ami.txt.gz", "rb") as stream:
        messages = stream.read().split(b"\r\n\r\n")
    kept, lost_before, offset, lost = [], [], 0, 0
    for message in messages:
        length = len(message) + 4
        if is_cut_out(message):
            lost_before.append((offset, length))
            lost += length
        else:
            kept.append(message)
        offset += length
    with gzip.open(target / "ami.txt.gz", "wb") as stream:
        stream.write(b"\r\n\r\n".join(kept))
    with gzip.open(target / "ami.chunks.jsonl.gz", "wt") as stream:
        for chunk in truth.read_lines(source, "ami.chunks.jsonl"):
            first, last = (place_after(lost_before, at)
                           for at in (chunk["off"], chunk["off"] + chunk["len"]))
            if last > first:
                stream.write(json.dumps({**chunk, "off": first, "len": last - first}) + "\n")
    return lost


def place_after(lost_before, offset):
    """Where a byte of the whole stream lies in the shorter one."""
    for start, length in reversed(lost_before):
        if offset >= start + length:
            continue
        if offset > start:
            offset = start
    return offset - sum(length for start, length in lost_before if start + length <= offset)


class OperatorCoverage(unittest.TestCase):
    def test_nobody_could_answer_exactly_when_the_only_member_was_on_a_break(self):
        with world.World() as one:
            one.recording = one.folder / "recording"
            self.assertGreater(cut_members_out(world.RECORDING, one.recording), 0)
            one.config = one.folder / "config"
            shutil.copytree(world.EXAMPLE, one.config)
            organisation = one.config / "organisation.toml"
            text = organisation.read_text(encoding="utf-8")
            text = text.replace('operator_queues = ["main-line", "employer-services", "fapo"]',
                                'operator_queues = ["main-line"]')
            text = text.replace('operator_devices = ["pbx1/100"]\n', "")
            text = text.replace('locations = ["northside"]', 'locations = ["northside", "southside"]')
            organisation.write_text(text + SECOND_OFFICE, encoding="utf-8")
            one.replay()

            expected = truth.uncovered(truth.Recording(world.RECORDING), "main-line", MEMBERS)
            self.assertGreater(len(expected), 3)
            opens = observed.microseconds("2026-11-20T22:48:00.000000Z")
            said = one.ask("coverage", "northside", world.DAY)
            stretches = observed.coverage(said)
            within = [{**gap, "from_us": max(gap["from_us"], opens)} for gap in expected
                      if gap["to_us"] > opens]
            wrong = compare.compare_uncovered(within, stretches)
            self.assertEqual([], wrong, "\n" + "\n".join(wrong) + f"\n{stretches}")
            # Each is rounded down to a millisecond.
            self.assertAlmostEqual(720_000, said["covered_ms"] + said["uncovered_ms"] + said["not_known_ms"], delta=3)

            nobody = observed.coverage(one.ask("coverage", "southside", world.DAY))
            self.assertEqual("uncovered", nobody[-1]["state"])
            self.assertEqual("nobody_yet", nobody[-1]["cause"])
            self.assertEqual(observed.microseconds("2026-11-20T23:00:00.000000Z"), nobody[-1]["to_us"])
            self.assertTrue(all(one["state"] == "not_known" for one in nobody[:-1]))


if __name__ == "__main__":
    unittest.main()
