"""Compares what must be said of the recorded day (truth.py) with what was said (observed.py).

Each difference is a sentence. An empty list is agreement to 100 %.
"""

import collections

# The caller's telephone and the telephone system tell the start of a call apart by this much.
START_TOLERANCE_US = 250_000

HISTORY = ("call", "heard_by", "deleted_by", "attempts", "returned_by", "by_delegate")


def compare_queue_entries(expected, said):
    def counted(entries):
        return collections.Counter((e["call"], e["queue"], e["outcome"]) for e in entries)
    missing, extra = counted(expected) - counted(said), counted(said) - counted(expected)
    return ([f"queue entry missing: {' '.join(entry)}" for entry in missing]
            + [f"queue entry that was none: {' '.join(entry)}" for entry in extra])


def compare_main_line(expected, said):
    wrong = []
    wanted, found = ({one["call"]: one for one in some} for some in (expected, said))
    if len(found) != len(said):
        wrong.append("main line: a call is told twice")
    for call in sorted(wanted.keys() | found.keys()):
        if call not in found:
            wrong.append(f"main line: call {call} reached voicemail and is not told")
        elif call not in wanted:
            wrong.append(f"main line: call {call} is told and is none")
        else:
            wrong += [f"main line: call {call}: {part} is {found[call][part]!r}, not {wanted[call][part]!r}"
                      for part in ("outcome", "how") if found[call][part] != wanted[call][part]]
            at = found[call]["at_us"]
            apart = max(wanted[call]["at_us"] - at, at - wanted[call]["until_us"])
            if apart > 0:
                wrong.append(f"main line: call {call}: {apart / 1e6:.3f} s away from when it reached voicemail")
    return wrong


def compare_uncovered(expected, stretches):
    """Stretches without an operator, as [{"from_us", "to_us", "cause"}]."""
    said = [one for one in stretches if one["state"] == "uncovered"]
    wrong = [f"uncovered: {len(said)} stretches, not {len(expected)}"] if len(said) != len(expected) else []
    for wanted, found in zip(expected, said):
        if wanted["cause"] != found["cause"]:
            wrong.append(f"uncovered: {found['cause']}, not {wanted['cause']}")
        for edge in ("from_us", "to_us"):
            apart = abs(wanted[edge] - (found[edge] or 0))
            if apart > START_TOLERANCE_US:
                wrong.append(f"uncovered: {edge} is {apart / 1e6:.3f} s away")
    return wrong


def by_key(messages):
    return {(m["mailbox"], m["msg_id"]): m for m in messages}


def compare_messages(expected, said):
    wrong = []
    expected, found = by_key(expected), by_key(said)
    if len(found) != len(said):
        wrong.append(f"{len(said) - len(found)} messages are there twice")
    for key in expected.keys() | found.keys():
        name = f"{key[0]}/{key[1]}"
        if key not in found:
            wrong.append(f"message missing: {name}")
        elif key not in expected:
            wrong.append(f"message that was never left: {name}")
        else:
            wrong += [f"message {name}: {part} is {found[key][part]!r}, not {expected[key][part]!r}"
                      for part in HISTORY if found[key][part] != expected[key][part]]
            wrong += compare_received(name, expected[key], found[key])
    return wrong


def compare_received(name, expected, said):
    apart = abs(expected["received_at_us"] - said["received_at_us"])
    if apart <= START_TOLERANCE_US:
        return []
    return [f"message {name}: received {apart / 1e6:.3f} s away from when its call began"]


def compare_calls(kind, expected, said):
    wrong = []
    expected = {c["call"]: sorted((m["mailbox"], m["msg_id"]) for m in c["messages"]) for c in expected}
    for call in expected.keys() | said.keys():
        if call not in said:
            wrong.append(f"{kind}: call {call} was not counted")
        elif call not in expected:
            wrong.append(f"{kind}: call {call} was counted and is none")
        elif sorted(said[call]) != expected[call]:
            wrong.append(f"{kind}: call {call} is evidence for {said[call]}, not for {expected[call]}")
    return wrong


def compare_day(expected, said):
    wrong = [f"day: {part} is {said[part]}, not {expected[part]}" for part in ("verdict", "due")
             if said[part] != expected[part]]
    states = {key: m["state"] for key, m in by_key(expected["open_list"]).items()}
    found = {key: m["state"] for key, m in by_key(said["open_list"]).items()}
    if len(found) != len(said["open_list"]):
        wrong.append("day: a message is in the open list twice")
    wrong += [f"day: {key} is {found.get(key, 'not listed')}, not {states.get(key, 'to be listed')}"
              for key in sorted(states.keys() | found.keys()) if states.get(key) != found.get(key)]
    if by_key(expected["returned_still_new"]).keys() != by_key(said["returned_still_new"]).keys():
        wrong.append(f"returned and still new: {said['returned_still_new']}, "
                     f"not {expected['returned_still_new']}")
    return wrong


def compare_states(messages, states):
    """The state of every message, closed ones too, as `callwatchctl messages --all` lists them."""
    expected = {key: m["state"] for key, m in by_key(messages).items()}
    return [f"messages --all: {key} is {states.get(key, 'not listed')}, not {expected.get(key, 'to be listed')}"
            for key in sorted(states.keys() | expected.keys()) if states.get(key) != expected.get(key)]


def differences(expected, said):
    return (compare_queue_entries(expected["queue_entries"], said["queue_entries"])
            + compare_main_line(expected["main_to_voicemail"], said["main_to_voicemail"])
            + compare_messages(expected["messages"], said["messages"])
            + compare_states(expected["messages"], said["states"])
            + compare_calls("returns", expected["returns"], said["returns"])
            + compare_calls("attempts", expected["attempts"], said["attempts"])
            + compare_day(expected["day"], said["day"]))
