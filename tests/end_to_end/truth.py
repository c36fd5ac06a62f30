#!/usr/bin/env python3
"""What a collector must say of the recorded day, worked out from its ground truth alone.

The ground truth (groundtruth.jsonl) was written by the far-end telephones and the voicemail files
while the day was recorded; the collector sees only the telephone system's own words. This script is
a second, slow implementation of the rules: it shares no code with Callwatch and starts none of it.

    truth.py                 one JSON document
    truth.py --explain       the same as tables for people
    truth.py --data DIR      another recording

Rules, as in the demonstration policy config/examples/recorded-day/policy.toml: a return call counts
from min_talk 2 s of talk, an attempt from min_ring 10 s of ringing, a message from min_message 1 s;
an attempted message is no violation and stays listed.
"""

import argparse
import datetime
import gzip
import json
import pathlib
import sys

MIN_TALK_S = 2.0
MIN_RING_S = 10.0
MIN_MESSAGE_S = 1.0

QUEUE_TIMEOUT_S = 25.0
OPERATOR = "100"
MAIN_MENU = "0205550100"
QUEUE_NUMBERS = {"6001": "main-line", "6002": "employer-services", "6003": "fapo"}

# Shared mailboxes and who belongs to the group that answers them. Any other mailbox is its own
# extension's.
SHARED_MAILBOXES = {"199@default": {"100", "111"}, "301@branch": {"110"}}

LOCATION = "northside"
ENDS_AT = "2026-11-20T17:00:00-06:00"


# ---- reading

def read_lines(folder, name):
    """The JSON lines of folder/name or folder/name.gz."""
    plain = folder / name
    packed = folder / (name + ".gz")
    if plain.exists():
        with open(plain, encoding="utf-8") as lines:
            return [json.loads(line) for line in lines]
    with gzip.open(packed, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


class Recording:
    """The recorded calls, and where their times lie on the replayed day."""

    def __init__(self, folder, ends_at=ENDS_AT):
        truth = read_lines(folder, "groundtruth.jsonl")
        self.calls = [line for line in truth if "call_id" in line]
        self.member_actions = [line for line in truth if line.get("kind") == "member_action"
                               and line["action"] != "QueuePenalty"]
        self.answers = answers_by_customer(folder)
        words = [chunk["t"] for chunk in read_lines(folder, "ami.chunks.jsonl")]
        self.begins, last_word = min(words), max(words)
        last_file = max(change["t"] for change in read_lines(folder, "spool-changes.jsonl"))
        end = datetime.datetime.fromisoformat(ends_at)
        self.date = end.date().isoformat()
        self.offset_s = end.timestamp() - max(last_word, last_file)

    def microseconds(self, recorded_s):
        """A recorded instant on the replayed day, in microseconds since 1970."""
        return round((recorded_s + self.offset_s) * 1e6)


def answers_by_customer(folder):
    """When each customer's telephone was answered. The ground truth lists this for a return call, but
    not for one dialled from inside the voicemail menu: for that the raw log behind it is read."""
    answers = {}
    for line in read_lines(folder, "driver-log.jsonl"):
        if line["kind"] == "phone_answered":
            answers.setdefault(line["phone"], []).append(line["world_t"])
    return answers


# ---- queues

def first_queue_outcome(call):
    """How the caller left the queue that the call first entered; None if it never got there."""
    by_menu = call["to"] == MAIN_MENU
    rung = [at for phone, at in call["phones_rung"] or [] if phone != OPERATOR]
    if by_menu and not rung:
        return None  # Hung up in the menu: a waiting caller makes a telephone ring at once.
    if call.get("key"):
        return "EXIT_KEY"
    if call["answered_by"]:
        return "ANSWERED"
    entered = rung[0] if by_menu else call["up"]
    return "TIMEOUT" if call["end"] - entered >= QUEUE_TIMEOUT_S else "ABANDONED"


def transferred_queue_outcome(call):
    """The same for the queue that the first agent transferred the caller to."""
    return "ANSWERED" if len(call["answered_by"]) > 1 else "ABANDONED"


def queue_entries(recording):
    entries = []
    for call in recording.calls:
        if not call.get("queue"):
            continue
        outcome = first_queue_outcome(call)
        if outcome:
            entries.append(queue_entry(call, call["queue"], outcome))
        target = QUEUE_NUMBERS.get(call.get("xfer_to"))
        if target:
            entries.append(queue_entry(call, target, transferred_queue_outcome(call)))
    return entries


def queue_entry(call, queue, outcome):
    """`call` is the caller's own channel; a transferred caller may wait under another id of that call."""
    return {"call": call["uniqueid"], "queue": queue, "outcome": outcome, "flow": call["flow"]}


# ---- operators, and callers of the main number

MAIN_NUMBERS = {"0205550100", "0205550199"}
MAILBOX_ANSWERS_S = 1.0  # The dial plan waits half a second, and signalling takes its time.
OPERATOR_RINGS_S = 8.0  # Then the caller hears the greeting of mailbox 199.


def main_to_voicemail(recording):
    """Every call that entered by a main number, or chose the operator by key 0, and reached voicemail: a
    message was left, or the greeting was played. Nobody transfers such a caller to a personal mailbox in
    this recording."""
    found = []
    for call in recording.calls:
        if call["to"] not in MAIN_NUMBERS and call.get("key") != "0":
            continue
        reached = voicemail_reached_at(call)
        if reached is not None:
            found.append({"call": call["uniqueid"], "outcome": "violation",
                          "how": "option_0" if call.get("key") == "0" or is_operator_chosen(call)
                                 else "main_number",
                          "at_us": recording.microseconds(reached[0]),  # Or later, but not after:
                          "until_us": recording.microseconds(reached[1])})
    return found


def is_operator_chosen(call):
    """In the menu of the main number: key 0 rings the operator at once, no key after some seconds."""
    return call["flow"] == "main_operator"


def voicemail_reached_at(call):
    """Between which instants the caller began to hear a mailbox; None if it never came to that."""
    if call["to"] == "0205550199":
        return call["up"], call["up"] + MAILBOX_ANSWERS_S  # Straight to the mailbox of the main number.
    if call["answered_by"]:
        return None
    rung = [at for phone, at in call["phones_rung"] or [] if phone == OPERATOR]
    if rung and call["end"] - rung[0] > OPERATOR_RINGS_S:
        # An operator who declines sends the caller on at once; nobody at the far end noted when.
        return rung[0], rung[0] + OPERATOR_RINGS_S + MAILBOX_ANSWERS_S
    return None


def uncovered(recording, queue, members):
    """When nobody of a queue could answer: [{"from_us", "to_us", "cause"}]. `members` are logged on and
    ready when the recording begins; the far end says what was done to them after that."""
    ready, paused, gaps, since = set(members), set(), [], None
    for action in recording.member_actions:
        arguments = action["args"]
        if action["response"] != "Success" or arguments.get("Queue", queue) != queue:
            continue
        who = arguments["Interface"]
        if "Queue" not in arguments and who not in ready | paused:
            continue  # "All its queues", and this is none of them.
        ready, paused = ready - {who}, paused - {who}
        if action["action"] == "QueueAdd":
            ready |= {who}
        elif action["action"] == "QueuePause":
            (paused if arguments["Paused"] == "true" else ready).add(who)
        at = recording.microseconds(action["t"])
        if not ready and since is None:
            since = (at, "paused" if action["action"] == "QueuePause" else "logged_off")
        elif ready and since is not None:
            gaps.append({"from_us": since[0], "to_us": at, "cause": since[1]})
            since = None
    return gaps


# ---- calls to customers and colleagues

def within(call, instants):
    """The first of `instants` during the call, or None."""
    return next((at for at in instants if call["start"] <= at <= call["end"]), None)


def colleague(call):
    """The dial of a call to a colleague: his number, since when it rang, since when he talked."""
    at = {part: next((at for who, at in call[part] if who == call["to"]), None)
          for part in ("phones_rung", "answered_by")}
    return call["to"], at["phones_rung"], at["answered_by"]


def outbound_calls(recording):
    """Every call of staff to a customer or a colleague: who, whom, since when it rang, and how long they talked."""
    found = []
    for call in recording.calls:
        rang_until = call["end"]
        if call["flow"] == "internal":
            dials = [colleague(call)]
            rang_until = call["up"] or call["end"]  # Then his mailbox answers.
        elif call["flow"] == "callback":
            dials = [(call["customer"], within(call, call["customer_rung"]),
                      within(call, call["customer_answered"]))]
        else:
            dials = [(number, rung, within(call, recording.answers.get(number, [])))
                     for number, rung in call.get("outbound_dials") or []]
        for number, rung, answered in dials:
            found.append({
                "call": call["uniqueid"], "by": call["from"], "to": number,
                "began": call["start"] if call["flow"] == "callback" else rung,
                "ring_s": round((answered or rang_until) - (rung or rang_until), 3),
                "talk_s": round(call["end"] - answered, 3) if answered else None,
                "ended": call["end"],
            })
    return found


def is_return(outbound):
    return outbound["talk_s"] is not None and outbound["talk_s"] >= MIN_TALK_S


def is_attempt(outbound):
    return outbound["talk_s"] is None and outbound["ring_s"] >= MIN_RING_S


# ---- messages

def full_mailbox(name):
    return name if "@" in name else name + "@default"


def messages_left(recording):
    """Every message, keyed by (mailbox, msg_id): one message left for two mailboxes is two duties."""
    messages = {}
    for call in recording.calls:
        for left in call["message_left"] or []:
            if float(left["duration"]) < MIN_MESSAGE_S:
                continue
            key = (full_mailbox(left["mailbox"]), left["msg_id"])
            messages[key] = {
                "mailbox": key[0], "msg_id": key[1], "call": call["uniqueid"],
                "caller": call["from"], "received": call["start"],
                "received_at_us": recording.microseconds(call["start"]),
                "heard_by": None, "deleted_by": None, "attempts": [],
                "returned_by": None, "by_delegate": False,
            }
    return messages


def apply_sessions(recording, messages):
    """Heard is moved to Old; gone is deleted. Both at the end of somebody's voicemail session."""
    for call in recording.calls:
        for effect in call.get("effects") or []:
            message = messages[(full_mailbox(effect["mailbox"]), effect["msg_id"])]
            if effect["change"] == "moved" and effect["folder"] == "Old":
                message["heard_by"] = call["from"]
            elif effect["change"] == "gone":
                message["deleted_by"] = call["from"]


def matching(messages, outbound):
    """The open messages that a call to a customer answers for: that number's, received before the call
    began (requirement 1.1, automatic match). A withheld number matches nothing."""
    if outbound["to"] == "anonymous":
        return []
    return [m for m in messages.values()
            if m["caller"] == outbound["to"] and m["received"] < outbound["began"]
            and not m["returned_by"]]


def is_delegate(mailbox, extension):
    """True unless the mailbox is the extension's own or of a group it belongs to."""
    if mailbox in SHARED_MAILBOXES:
        return extension not in SHARED_MAILBOXES[mailbox]
    return mailbox != extension + "@default"


def keys(messages):
    return [{"mailbox": m["mailbox"], "msg_id": m["msg_id"]} for m in messages]


def apply_outbound(messages, outbound):
    """Marks what one call closes or attempts; returns (kind, record) or None if it counts for nothing."""
    record = {k: outbound[k] for k in ("call", "by", "to", "ring_s", "talk_s")}
    touched = matching(messages, outbound)
    record["messages"] = keys(touched)
    if is_return(outbound):
        for message in touched:
            message["returned_by"] = outbound["call"]
            message["by_delegate"] = is_delegate(message["mailbox"], outbound["by"])
        return "returns", record
    if is_attempt(outbound):
        for message in touched:
            message["attempts"].append(outbound["call"])
        return "attempts", record
    return None


def state_at_close(message):
    if message["returned_by"]:
        return "RETURNED"
    if message["attempts"]:
        return "ATTEMPTED"
    return "HEARD" if message["heard_by"] else "NEW"


# ---- the day

def expected(recording):
    """Everything the collector must say, as one document."""
    messages = messages_left(recording)
    apply_sessions(recording, messages)
    calls = {"returns": [], "attempts": []}
    for outbound in sorted(outbound_calls(recording), key=lambda o: o["ended"]):
        counted = apply_outbound(messages, outbound)
        if counted:
            calls[counted[0]].append(counted[1])
    for message in messages.values():
        message["state"] = state_at_close(message)
        message["still_new"] = bool(message["returned_by"] and not message["heard_by"]
                                    and not message["deleted_by"])
        del message["received"]
    return {"offset_us": round(recording.offset_s * 1e6), "queue_entries": queue_entries(recording),
            "main_to_voicemail": main_to_voicemail(recording),
            "messages": list(messages.values()), **calls,
            "day": day(recording, list(messages.values()))}


def day(recording, messages):
    """All messages of the recording are received within business hours, so all are due that day."""
    still_open = [m for m in messages if m["state"] != "RETURNED"]
    unreturned = [m for m in still_open if m["state"] != "ATTEMPTED"]
    verdict = "VIOLATIONS" if unreturned else "CLEAR"
    still_new = keys(m for m in messages if m["still_new"])
    return {"location": LOCATION, "date": recording.date, "verdict": verdict,
            "due": len(messages), "open": len(still_open), "violations": len(unreturned),
            "attempted": len(still_open) - len(unreturned), "returned_still_new": still_new,
            "open_list": [{"mailbox": m["mailbox"], "msg_id": m["msg_id"], "state": m["state"],
                           "received_at_us": m["received_at_us"]}
                          for m in sorted(still_open, key=lambda m: (m["received_at_us"],
                                                                     m["mailbox"]))]}


# ---- for people

def table(title, columns, rows):
    rows = [[str(cell) for cell in row] for row in rows]
    widths = [max(len(line[i]) for line in [columns] + rows) for i in range(len(columns))]
    print(f"\n{title} ({len(rows)})")
    for line in [columns] + rows:
        print("  " + "  ".join(cell.ljust(width) for cell, width in zip(line, widths)).rstrip())


def clock(us):
    zone = datetime.datetime.fromisoformat(ENDS_AT).tzinfo
    return datetime.datetime.fromtimestamp(us / 1e6, zone).strftime("%H:%M:%S")


def explain(document):
    outcomes = [entry["outcome"] for entry in document["queue_entries"]]
    table("Queue entries", ["call", "queue", "outcome", "what was played"],
          [(e["call"], e["queue"], e["outcome"], e["flow"]) for e in document["queue_entries"]])
    print("  " + ", ".join(f"{outcomes.count(o)} {o}" for o in sorted(set(outcomes))))
    table("Callers of the main number, or of key 0, who reached voicemail", ["at", "call", "how"],
          [(clock(c["at_us"]), c["call"], c["how"]) for c in document["main_to_voicemail"]])
    table("Messages", ["received", "mailbox", "msg_id", "caller", "state", "heard by", "deleted by",
                       "returned by call", "delegate"],
          [(clock(m["received_at_us"]), m["mailbox"], m["msg_id"], m["caller"],
            m["state"] + (" (still new)" if m["still_new"] else ""), m["heard_by"] or "-",
            m["deleted_by"] or "-", m["returned_by"] or "-", "yes" if m["by_delegate"] else "-")
           for m in document["messages"]])
    for kind in ("returns", "attempts"):
        table("Calls to customers: " + kind, ["call", "by", "to", "rang s", "talked s", "messages"],
              [(c["call"], c["by"], c["to"], c["ring_s"], c["talk_s"] or "-",
                " ".join(m["mailbox"] + "/" + m["msg_id"] for m in c["messages"]) or "-")
               for c in document[kind]])
    d = document["day"]
    print(f"\n{d['location']} {d['date']}: {d['verdict']}, {d['due']} due, {d['open']} open, "
          f"{d['violations']} of them unreturned, {d['attempted']} attempted")


def main():
    here = pathlib.Path(__file__).resolve().parent
    parser = argparse.ArgumentParser(description="What must be said of the recorded day.")
    parser.add_argument("--data", type=pathlib.Path, default=here.parent / "data" / "asterisk")
    parser.add_argument("--ends-at", default=ENDS_AT, help="where the recording's last word is put")
    parser.add_argument("--explain", action="store_true", help="tables instead of JSON")
    arguments = parser.parse_args()
    document = expected(Recording(arguments.data, arguments.ends_at))
    if arguments.explain:
        explain(document)
    else:
        json.dump(document, sys.stdout, indent=1)
        print()


if __name__ == "__main__":
    main()
