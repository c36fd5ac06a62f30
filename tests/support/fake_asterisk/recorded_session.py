"""The recording read into a timeline: live events and voicemail files, and how everything was at its beginning.

The recorded client asked for lists and counts; the answers to it are no live events and are left out of the timeline.
Those to its first questions tell how the telephone system is configured.
"""

import gzip
import json

from ami_message import Message

# A file change is noticed up to this long after it was made: it belongs to the announcement just before.
SPOOL_LOOK_S = 0.5
# Told to the recorded client about itself only.
ABOUT_THE_CLIENT = {"FullyBooted", "SuccessfulAuth", "RequestBadFormat"}


def read(folder, name):
    plain, packed = folder / name, folder / (name + ".gz")
    if plain.exists():
        return plain.read_bytes()
    with gzip.open(packed, "rb") as stream:
        return stream.read()


def json_lines(folder, name):
    return [json.loads(line) for line in read(folder, name).splitlines()]


class Happening:
    """Something at a recorded second: a live event, or changes of voicemail files."""

    def __init__(self, at, event=None, changes=None):
        self.at = at
        self.event = event
        self.changes = changes or []


class RecordedSession:
    def __init__(self, folder):
        """`folder` holds ami.txt, ami.chunks.jsonl and spool-changes.jsonl, packed or not."""
        messages = arrivals(read(folder, "ami.txt"), json_lines(folder, "ami.chunks.jsonl"))
        changes = json_lines(folder, "spool-changes.jsonl")
        self.begins = messages[0][0]
        self.ends = max(messages[-1][0], changes[-1]["t"] if changes else 0)
        self.replies = {}
        events = []
        for at, message in messages:
            action = message.get("ActionID")
            if action and "Privilege" not in message:
                self.replies.setdefault(action, []).append((at, message))
            elif "Event" in message and message.get("Event") not in ABOUT_THE_CLIENT:
                events.append(Happening(at, event=message))
        self.timeline = merged(events, file_changes(changes, events))

    def first_list(self, event):
        """The items called `event` of the first recorded answer that has any."""
        for reply in self.replies.values():
            found = [m for _, m in reply if m.get("Event") == event]
            if found:
                return found
        return []

    def first_reply(self, header):
        """The first recorded response with that header; None if there is none."""
        return next((m for reply in self.replies.values() for _, m in reply if header in m), None)


def arrivals(stream, chunks):
    """(recorded second, message) of each message of the stream; it arrives with its last byte."""
    ends = [(c["off"] + c["len"], c["t"]) for c in chunks]
    found, chunk, place = [], 0, stream.index(b"\r\n") + 2  # After the banner.
    for block in stream[place:].split(b"\r\n\r\n"):
        place += len(block) + 4
        while chunk + 1 < len(ends) and ends[chunk][0] < place:
            chunk += 1
        if block:
            found.append((ends[chunk][1], Message.parse(block)))
    return found


def file_changes(changes, events):
    """The changes, one happening for those seen at once, when they were made as far as that is known."""
    announced = [(e.at, e.event.get("Mailbox").partition("@")[0]) for e in events
                 if e.event.get("Event") == "MessageWaiting"]
    together = {}
    for change in changes:
        box = change["mailbox"].partition("@")[0]
        before = [at for at, mailbox in announced
                  if mailbox == box and change["t"] - SPOOL_LOOK_S < at <= change["t"]]
        at = before[-1] - 0.001 if before else change["t"]
        together.setdefault((at, box), []).append(change)
    return [Happening(at, changes=group) for (at, _), group in together.items()]


def merged(events, changes):
    """By time; the order of events is kept, and a file is there before it is announced."""
    return sorted(changes + events, key=lambda happening: happening.at)
