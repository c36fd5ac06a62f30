"""What the collector said of the recorded day, in the words of truth.py, so that both can be compared.

Queue entries and message histories are read from the journal, the open list from `callwatchctl day`.
"""

import datetime
import gzip
import re

import world as world_module

LEG = re.compile(rb"\r\nUniqueid: ([^\r]+)\r\nLinkedid: ([^\r]+)\r\n")


def local_id(scoped):
    """The telephone system's own id: "pbx1/main-line" is main-line."""
    return scoped.rpartition("/")[2]


def microseconds(text):
    instant = datetime.datetime.fromisoformat(text.replace("Z", "+00:00"))
    since = instant - datetime.datetime(1970, 1, 1, tzinfo=datetime.timezone.utc)
    return since // datetime.timedelta(microseconds=1)


def linked_calls(recording_folder):
    """Channel -> the call it is a leg of, from the recording's own words. A caller who was transferred
    may wait under another channel of the same call."""
    with gzip.open(recording_folder / "ami.txt.gz", "rb") as stream:
        return {leg.decode(): call.decode() for leg, call in LEG.findall(stream.read())}


def of_kind(facts, kind):
    return [fact[kind] for fact in facts if kind in fact]


def queue_entries(facts, linked):
    """One entry for each time a caller left a queue; one who never left has outcome WAITING."""
    waiting, entries = set(), []
    for fact in facts:
        if "queue_call_joined" in fact:
            joined = fact["queue_call_joined"]
            waiting.add((joined["call_id"], joined["queue_id"]))
        if "queue_call_left" in fact:
            left = fact["queue_call_left"]
            waiting.discard((left["call_id"], left["queue_id"]))
            entries.append(queue_entry(left["call_id"], left["queue_id"], left["cause"], linked))
    entries += [queue_entry(call, queue, "WAITING", linked) for call, queue in sorted(waiting)]
    return entries


def queue_entry(call_id, queue_id, outcome, linked):
    call = local_id(call_id)
    return {"call": linked.get(call, call), "queue": local_id(queue_id), "outcome": outcome}


def messages(facts):
    """Every duty of the journal by the collector's own id, with what became of it."""
    found = {}
    for fact in facts:
        if "message_left" in fact:
            left = fact["message_left"]
            found[left["message"]] = {
                "mailbox": local_id(left["mailbox_id"]), "msg_id": None,
                "call": local_id(left["call_id"]), "received_at_us": int(left["received_at_us"]),
                "heard_by": None, "deleted_by": None, "attempts": [], "returned_by": None,
                "by_delegate": False,
            }
        for kind, change in CHANGES.items():
            if kind in fact:
                change(found[fact[kind]["message"]], fact[kind])
        if "message_no_duty" in fact:
            found.pop(fact["message_no_duty"]["message"])
    return found


def bound(message, fact):
    message["msg_id"] = fact["msg_id"]


def heard(message, fact):
    message["heard_by"] = local_id(fact.get("device_id", ""))


def gone(message, fact):
    message["deleted_by"] = local_id(fact.get("device_id", ""))


def attempted(message, fact):
    message["attempts"].append(local_id(fact["call_id"]))


def returned(message, fact):
    message["returned_by"] = local_id(fact["call_id"])
    message["by_delegate"] = bool(fact.get("by_delegate", False))


CHANGES = {"message_bound": bound, "message_heard": heard, "message_gone": gone,
           "message_attempted": attempted, "message_returned": returned}


def calls_to_customers(facts, found):
    """Return calls and attempts that counted, each with the messages it closed or attempted."""
    returns = {local_id(fact["call_id"]): [] for fact in of_kind(facts, "outbound_qualified")}
    attempts = {local_id(fact["call_id"]): [] for fact in of_kind(facts, "outbound_unanswered")
                if fact.get("attempt")}
    for message in found.values():
        key = (message["mailbox"], message["msg_id"])
        if message["returned_by"]:
            returns.setdefault(message["returned_by"], []).append(key)
        for call in message["attempts"]:
            attempts.setdefault(call, []).append(key)
    return returns, attempts


def day(said, found, rows):
    """The check as `callwatchctl day` tells it; `rows` are those of `callwatchctl messages --all`."""
    def key(message):
        return {"mailbox": found[message]["mailbox"], "msg_id": found[message]["msg_id"]}
    return {"verdict": said["verdict"], "due": said["due"],
            "open_list": [{**key(entry["message"]), "state": entry["state"],
                           "received_at_us": microseconds(entry["received_at"])}
                          for entry in said["open"]],
            "returned_still_new": [key(row["message"]) for row in rows
                                   if "RETURNED_STILL_NEW" in row["flags"]]}


def main_to_voicemail(said):
    """As `callwatchctl main-line` tells it."""
    return [{"call": local_id(caller["call_id"]), "outcome": caller["outcome"], "how": caller["how"],
             "at_us": microseconds(caller["at"])} for caller in said["callers"]]


def coverage(said):
    """As `callwatchctl coverage` tells it: every stretch."""
    return [{"from_us": microseconds(one["from"]), "to_us": one["to"] and microseconds(one["to"]),
             "state": one["state"], "cause": one["cause"]} for one in said["stretches"]]


def observed(world, recording_folder):
    """Everything that truth.expected() has, as the running collector of `world` says it."""
    facts = world.facts()
    found = messages(facts)
    returns, attempts = calls_to_customers(facts, found)
    rows = world.ask("messages", "--all")["messages"]
    return {"queue_entries": queue_entries(facts, linked_calls(recording_folder)),
            "main_to_voicemail": main_to_voicemail(world.ask("main-line", world_module.LOCATION,
                                                             world_module.DAY)),
            "messages": list(found.values()),
            "states": {(local_id(row["mailbox"]), row["msg_id"]): row["state"] for row in rows},
            "returns": returns, "attempts": attempts, "day": day(world.day(), found, rows)}
