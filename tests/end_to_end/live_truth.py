"""What must be said of the recorded day by somebody who did not see all of it.

truth.py tells the day; the fake Asterisk tells in which spans of it nobody was logged in. From both follows what can be
proved: whatever lies outside every span must be told exactly; of what touches one, only what was seen or what a list
shows afterwards. Nothing may be told that was not so: a call that returned a message in such a span leaves it open,
and never the other way round.

Sentences about differences, as compare.py has them.
"""

import collections

import compare
import truth

HONEST_CAUSES = {"RECONCILED", "UNKNOWN"}
CLOCKS_APART_S = 0.5  # The telephones' and the telephone system's.
# Machine seconds: what was sent so shortly before a cut may not have been read, and of what happened so shortly after
# a login an event may have gone before.
EDGE_S = 0.5
# Machine seconds within which a mailbox is surely listed after a message was left; one that is deleted sooner is known
# from its announcement alone.
LISTED_WITHIN_S = 2.5
FIRST_LISTS_S = 3.0  # Machine seconds after a login until every mailbox was listed.
ORIGTIME_S = 1.0  # A voicemail file says when the greeting began, in whole seconds.


def state_by_history(message):
    """Of a message as it is told: heard_by "" is heard, nobody knows by whom."""
    return truth.state_at_close({**message, "heard_by": message["heard_by"] is not None})


class LiveTruth:
    def __init__(self, recording, unseen, speed):
        """`unseen`: spans of recorded seconds since its beginning, as the fake's `stats` says."""
        self.recording = recording
        self.expected = truth.expected(recording)
        begins = recording.begins
        self.speed = speed
        self.cuts = [(begins + a, begins + b) for a, b in unseen if b is not None]
        self.spans = [(begins + a - CLOCKS_APART_S - speed * EDGE_S,
                       begins + (b if b is not None else 1e9) + CLOCKS_APART_S + speed * EDGE_S)
                      for a, b in unseen]
        self.calls = {call["uniqueid"]: call for call in recording.calls if call.get("uniqueid")}
        self.sessions = self.session_calls()

    def cuts_us(self):
        """When nobody was logged in, in microseconds of the replayed day."""
        return [(self.recording.microseconds(a), self.recording.microseconds(b)) for a, b in self.cuts]

    def session_calls(self):
        """(mailbox, msg_id, change) -> the voicemail session in which it happened."""
        found = {}
        for call in self.recording.calls:
            for effect in call.get("effects") or []:
                found[truth.full_mailbox(effect["mailbox"]), effect["msg_id"], effect["change"]] = call
        return found

    def seen(self, call):
        """All of the call was seen."""
        return not any(a < call["end"] and call["start"] < b for a, b in self.spans)

    def calls_seen(self):
        return sum(self.seen(call) for call in self.calls.values())

    def longest_seen(self, begin, end):
        """The longest stretch of it in which a list of one mailbox could be made: after a login all are made first."""
        longest = 0.0
        for a, b in sorted(self.spans):
            if a < end and begin < b:
                longest, begin = max(longest, a - begin), b + FIRST_LISTS_S * self.speed
        return max(longest, end - begin)

    def span_of(self, call):
        return next(((a, b) for a, b in self.spans if a < call["end"] and call["start"] < b), None)

    # ---- queues

    def queue_differences(self, said):
        expected, told = collections.defaultdict(list), collections.defaultdict(list)
        for entry in self.expected["queue_entries"]:
            expected[entry["call"], entry["queue"]].append(entry["outcome"])
        for entry in said["queue_entries"]:
            told[entry["call"], entry["queue"]].append(entry["outcome"])
        wrong = []
        for key in sorted(expected.keys() | told.keys()):
            was, says = sorted(expected[key]), sorted(told[key])
            name = f"queue entry {key[0]} {key[1]}"
            if key[0] not in self.calls or self.seen(self.calls[key[0]]):
                if was != says:
                    wrong.append(f"{name}, all seen: {says}, not {was}")
            elif len(says) > max(1, len(was)):
                wrong.append(f"{name} is there {len(says)} times, and was {len(was)} times")
            elif not set(says) <= set(was) | HONEST_CAUSES:
                wrong.append(f"{name}, not all seen: {says}, though it was {was}")
        return wrong

    # ---- messages

    def message_differences(self, said):
        wrong = []
        expected, told = compare.by_key(self.expected["messages"]), compare.by_key(said["messages"])
        if len(told) != len(said["messages"]):
            wrong.append(f"{len(said['messages']) - len(told)} messages are there twice, or were never found in a list")
        for key in sorted(expected.keys() | told.keys(), key=str):
            name = f"message {key[0]}/{key[1]}"
            if key not in expected:
                wrong.append(f"{name} was never left")
            elif key not in told:
                if not self.came_and_went_unseen(expected[key]):
                    wrong.append(f"{name} is missing")
            else:
                wrong += self.history_differences(name, expected[key], told[key])
        return wrong

    def came_and_went_unseen(self, message):
        session = self.sessions.get((message["mailbox"], message["msg_id"], "gone"))
        span = self.span_of(self.calls[message["call"]])
        return bool(session and span and span == self.span_of(session))

    def history_differences(self, name, was, says):
        call = self.calls[was["call"]]
        left_seen = self.seen(call)
        allowed = {"call": {was["call"]} | (set() if left_seen else {""})}
        for part, change in (("heard_by", "moved"), ("deleted_by", "gone")):
            session = self.sessions.get((was["mailbox"], was["msg_id"], change))
            allowed[part] = {was[part]}
            if session and not (self.seen(session) and left_seen):
                allowed[part] |= {"", None}
        returned = self.calls.get(was["returned_by"])
        allowed["returned_by"] = {was["returned_by"]}
        if returned and not self.seen(returned):
            allowed["returned_by"].add(None)
        wrong = [f"{name}: {part} is {says[part]!r}, which was {was[part]!r}"
                 for part, values in allowed.items() if says[part] not in values]
        missing = [a for a in was["attempts"] if a not in says["attempts"] and self.seen(self.calls[a])]
        extra = [a for a in says["attempts"] if a not in was["attempts"]]
        wrong += [f"{name}: attempt {a} is not told" for a in missing]
        wrong += [f"{name}: attempt {a} is told and was none" for a in extra]
        if says["returned_by"] and says["by_delegate"] != was["by_delegate"]:
            wrong.append(f"{name}: by_delegate is {says['by_delegate']}, not {was['by_delegate']}")
        return wrong + self.received_differences(name, was, says, left_seen)

    def received_differences(self, name, was, says, left_seen):
        call = self.calls[was["call"]]
        first = was["received_at_us"] - compare.START_TOLERANCE_US
        last = first + 2 * compare.START_TOLERANCE_US
        if not left_seen:
            last = self.recording.microseconds(call["end"] + ORIGTIME_S)
            first -= ORIGTIME_S * 1e6
        if first <= says["received_at_us"] <= last:
            return []
        return [f"{name}: received {(says['received_at_us'] - was['received_at_us']) / 1e6:.3f} s off"]

    # ---- calls to customers and the day

    def call_differences(self, kind, said):
        expected = {c["call"]: c for c in self.expected[kind]}
        wrong = [f"{kind}: call {call} was counted and is none" for call in said[kind] if call not in expected]
        wrong += [f"{kind}: call {call} was not counted, though all of it was seen" for call in expected
                  if call not in said[kind] and self.seen(self.calls[call])]
        return wrong

    def day_differences(self, said):
        """What is open at close: all that really was, and nothing that is told to be returned."""
        day, told = self.expected["day"], {(m["mailbox"], m["msg_id"]) for m in said["day"]["open_list"]}
        known = compare.by_key(said["messages"])
        really = {(m["mailbox"], m["msg_id"]) for m in day["open_list"]} & known.keys()
        closed = {key for key, m in known.items() if m["returned_by"]}
        wrong = [f"day: {key} was open and is not listed" for key in sorted(really - told)]
        wrong += [f"day: {key} is listed as open and told to be returned" for key in sorted(told & closed)]
        wrong += [f"day: {key} is neither returned nor listed" for key in sorted(known.keys() - closed - told)]
        if said["day"]["verdict"] != day["verdict"]:
            wrong.append(f"day: the verdict is {said['day']['verdict']}, not {day['verdict']}")
        if said["day"]["due"] != len(known):
            wrong.append(f"day: {said['day']['due']} due, of {len(known)} messages")
        return wrong

    @staticmethod
    def state_differences(said):
        """The state that is told of each message is that of its own history."""
        return [f"message {m['mailbox']}/{m['msg_id']}: {told} told, {state_by_history(m)} by its history"
                for m in said["messages"]
                if (told := said["states"].get((m["mailbox"], m["msg_id"]))) != state_by_history(m)]

    def named(self, said):
        """`said`, where a message that was deleted before a list could show it has the id that it had."""
        ids = {}
        for (mailbox, msg_id, change), session in self.sessions.items():
            message = next((m for m in self.expected["messages"] if (m["mailbox"], m["msg_id"]) == (mailbox, msg_id)),
                           None)
            if change == "gone" and message:
                lay = self.calls[message["call"]]["end"], session["end"]
                if self.longest_seen(*lay) < LISTED_WITHIN_S * self.speed:
                    ids[mailbox, message["call"]] = msg_id
        messages = [{**m, "msg_id": m["msg_id"] or ids.get((m["mailbox"], m["call"]))} for m in said["messages"]]
        states = dict(said["states"])
        for before, after in zip(said["messages"], messages):
            if before["msg_id"] is None and after["msg_id"]:
                states.setdefault((after["mailbox"], after["msg_id"]), state_by_history(after))
        return {**said, "messages": messages, "states": states}

    def differences(self, said):
        said = self.named(said)
        return (self.queue_differences(said) + self.message_differences(said) + self.call_differences("returns", said)
                + self.call_differences("attempts", said) + self.state_differences(said)
                + self.day_differences(said))
