"""Holds what the collector concluded against what the oracle says, and tells every difference as a sentence."""

import datetime

from oracle import Oracle


def clock(at):
    if not at:
        return "never"
    whole, micros = divmod(at, 1_000_000)
    shown = datetime.datetime.fromtimestamp(whole, datetime.timezone.utc)
    return f"{shown:%Y-%m-%d %H:%M:%S}.{micros:06}Z"


def name_of(told):
    return f"{told['mailbox']} {told['call'] or told['msg_id']}"


def hear(history):
    oracle = Oracle(history.organisation)
    for said in history.said:
        oracle.hear(said)
    return oracle


def of_told(check):
    """A revision as the collector tells it."""
    return {"decided at": clock(check["decided_at"]), "verdict": check["verdict"], "provisional": check["provisional"],
            "reasons": sorted(map(tuple, check["reasons"])),
            "open": {name_of(m): (m["state"], m["violation"]) for m in check["open"]},
            "deferred": sorted(map(name_of, check["deferred"])), "due": check["due"], "returned": check["returned"],
            "attempted": check["attempted"], "resolved": check["resolved"]}


def of_oracle(check):
    """The same, as the oracle has it."""
    return {"decided at": clock(check.decided_at), "verdict": check.verdict, "provisional": check.provisional,
            "reasons": check.reasons, "open": check.open, "deferred": check.deferred, "due": check.due,
            "returned": check.returned, "attempted": check.attempted, "resolved": check.resolved}


def without_repetition(checks):
    """While a source has not passed the check, the collector looks anew for callers who may still be speaking only when
    something else has changed: until then neither having that reason nor lacking it says anything."""
    kept = []
    for check in checks:
        if any(code.startswith("source_") for code, _ in check["reasons"]):
            check["reasons"] = [reason for reason in check["reasons"] if reason[0] != "call_still_up"]
        if not kept or {**check, "decided at": ""} != {**kept[-1], "decided at": ""}:
            kept.append(check)
    return kept


class Comparison:
    """The differences of one history, as sentences."""

    def __init__(self, history, oracle, concluded):
        self.seed = history.seed
        self.oracle = oracle
        self.concluded = concluded
        self.differences = []
        self.answers()
        self.messages()
        self.unreturned()
        self.days()

    def kind(self, word):
        return [one for one in self.concluded if word in one]

    def expect(self, about, what, found, expected):
        if found != expected:
            self.differences.append(f"seed {self.seed}: {about}: {what} is {found}, expected {expected}")

    def answers(self):
        told = {one["answer"]: one["said"] for one in self.kind("answer")}
        for command, expected in self.oracle.answers.items():
            self.expect(f"command {int(command, 16)}", "the answer", told.get(command), expected)

    def messages(self):
        told = {name_of(one): one for one in self.kind("message")}
        expected = {m.name(): m for m in self.oracle.mailboxes.messages}
        self.expect("the messages", "those known", sorted(set(told) - set(expected)), sorted(set(expected) - set(told)))
        for name in sorted(set(told) & set(expected)):
            self.message(f"message {name}", told[name], expected[name])

    def message(self, about, told, message):
        fate = self.oracle.returns.fate(message)
        due_date, deadline = message.due_before(1 << 60)
        returned = fate.returned
        self.expect(about, "its office", told["message"], message.location)
        self.expect(about, "its owner", told["owner"], message.owner)
        self.expect(about, "when it was received", clock(told["received_at"]), clock(message.received_at))
        self.expect(about, "its due day", told["due_date"], due_date.isoformat())
        self.expect(about, "its deadline", clock(told["deadline"]), clock(deadline))
        self.expect(about, "a late arrival", told["late_arrival"], message.late_arrival)
        self.expect(about, "gone", told["gone"], message.gone)
        is_duty = self.oracle.mailboxes.is_duty(message)
        self.expect(about, "its state", told["state"], self.oracle.check.state_at_last(message))
        if not is_duty:
            return
        self.expect(about, "overdue", told["overdue"], message.overdue_at is not None)
        self.expect(about, "when it was returned", clock(told["returned_at"]), clock(returned and returned.at))
        self.expect(about, "when it was resolved", clock(told["resolved_at"]), clock(fate.resolved_at))
        if fate.is_open():
            self.expect(about, "the first attempt", clock(told["attempted_at"]), clock(min(fate.attempts, default=0)))
        if returned and told["returned_at"]:
            self.expect(about, "the call that returned it", told["returned_by"], returned.call)
            self.expect(about, "who returned it", told["returned_person"], returned.person)
            self.expect(about, "by a delegate", told["by_delegate"], returned.by_delegate)
            self.expect(about, "whose word", told["word_of"], returned.word_of)

    def unreturned(self):
        told = {}
        for one in self.kind("unreturned"):
            self.expect(f"message {name_of(one)}", "UNRETURNED raised before", name_of(one) in told, False)
            told[name_of(one)] = one["decided_at"]
        for message in self.oracle.mailboxes.messages:
            self.expect(f"message {message.name()}", "when UNRETURNED was raised",
                        clock(told.get(message.name())), clock(message.overdue_at))

    def days(self):
        told = {}
        for one in self.kind("check"):
            told.setdefault((one["check"], one["date"]), []).append(one)
        expected = {(location, day.date.isoformat()): day for location, days in self.oracle.days.days.items()
                    for day in days if day.revisions}
        self.expect("the checks", "those made", sorted(set(told) - set(expected)), sorted(set(expected) - set(told)))
        for key in sorted(set(told) & set(expected)):
            self.revisions(" ".join(key), told[key], expected[key])
            self.record(" ".join(key), key, expected[key])

    def revisions(self, about, told, day):
        self.expect(about, "the time of the check", clock(told[0]["check_at"]), clock(day.check_at))
        self.expect(about, "the numbers of its revisions", [one["revision"] for one in told],
                    list(range(1, len(told) + 1)))
        told, expected = without_repetition(map(of_told, told)), without_repetition(map(of_oracle, day.revisions))
        self.expect(about, "the times of its revisions", [one["decided at"] for one in told],
                    [one["decided at"] for one in expected])
        for number, (one, other) in enumerate(zip(told, expected), 1):
            for what, value in other.items():
                self.expect(f"{about} revision {number}", what, one[what], value)

    def record(self, about, key, day):
        missed = [one["decided_at"] for one in self.kind("missed") if (one["missed"], one["date"]) == key]
        self.expect(about, "CHECK_MISSED", [clock(at) for at in missed],
                    [clock(day.missed_at)] if day.missed_at else [])
        made = [(one["by"], one["late"], one["exceptions"]) for one in self.kind("signed")
                if (one["signed"], one["date"]) == key]
        self.expect(about, "the signature", made,
                    [(day.signed_by, day.signed_late, day.exceptions)] if day.signed_at else [])
        amended = [(one["code"], name_of(one)) for one in self.kind("amended") if (one["amended"], one["date"]) == key]
        self.expect(about, "what amends it", sorted(amended), sorted(day.amendments))
