"""What really happened, which no loss hides from whoever drew it, held against what the collector said: a CLEAR whose
messages nobody called back is false, whatever the collector had heard, and so is a return that nobody made.

Nobody can know of a message that no source ever spoke of and that was deleted before any list was told: such a message
is counted apart (beyond_sight), and contradicts nothing.
"""

import comparison
from workdays import SECOND


class WhatHappened:
    def __init__(self, history, oracle, concluded):
        self.seed = history.seed
        self.world = history.world
        self.organisation = history.organisation
        self.known = oracle.mailboxes.by_name
        self.beyond_sight = 0
        self.contradictions = []
        self.clear = 0
        for one in concluded:
            if "check" in one and one["verdict"] == "CLEAR":
                self.clear += 1
                self.judge_clear(one)
            elif "message" in one and one["returned_by"]:
                self.judge_return(one)

    def judge_clear(self, check):
        for message in self.world.messages:
            if message.location != check["check"] or not self.is_due(message, check["check_at"]) \
                    or self.is_done(message, check):
                continue
            if self.name(message) not in self.known and message.deleted_at is not None:
                self.beyond_sight += 1
                continue
            self.contradictions.append(
                f"seed {self.seed}: {check['check']} {check['date']} revision {check['revision']}: a false CLEAR: "
                f"nobody has returned {self.name(message)}, received {comparison.clock(message.received_at)}")

    @staticmethod
    def name(message):
        return f"{message.mailbox} {message.call}"

    def is_due(self, message, check_at):
        policy = self.organisation.policy
        if message.duration_ms < policy.min_message_s * 1000:
            return False
        if "extension" in message.party and policy.internal_messages == "info":
            return False
        workdays = self.organisation.locations[message.location].workdays
        _, closes = workdays.due(message.received_at, policy.after_hours_due == "same_calendar_day")
        return closes + policy.eod_grace_s * SECOND <= check_at

    def is_done(self, message, check):
        """Called back, resolved or deferred before the check; or attempted, where the policy counts that."""
        check_at, counts = check["check_at"], self.organisation.policy.no_answer == "counts"
        known = self.known.get(self.name(message))
        words = [(at, what) for at, what in known.words if at < check["decided_at"]] if known else []
        reopened_at = max((at for at, what in words if what == "reopen"), default=-1)
        if any(reopened_at <= at < check_at and what in ("return", "resolve", "defer") for at, what in words):
            return True
        if counts and any(at < check_at and what == "attempt" for at, what in words):
            return True
        return any(
            (self.is_return(call) and reopened_at <= call.answered_at < check_at)
            or (counts and self.is_attempt(call) and call.ended_at < check_at)
            for call in self.world.calls if self.reaches(call, message))

    def is_return(self, call):
        return call.answered_at is not None and call.talk_ms >= self.organisation.policy.min_talk_s * 1000

    def is_attempt(self, call):
        return call.result in ("no_answer", "cancelled") and call.ring_ms >= self.organisation.policy.min_ring_s * 1000

    def reaches(self, call, message):
        """To the same caller, after the message, by somebody who may return it or a copy of it."""
        if "withheld" in call.party or call.party != message.party or call.started_at <= message.received_at:
            return False
        person = self.organisation.user_of(call.device, call.started_at)
        place = self.organisation.people[person].location
        return any(self.organisation.answers_for(person, one.mailbox, call.started_at) or place == one.location
                   or self.organisation.policy.cross_location_match
                   for one in self.world.messages if one.name == message.name)

    def judge_return(self, told):
        name = comparison.name_of(told)
        message = next(m for m in self.world.messages if self.name(m) == name)
        call = next(c for c in self.world.calls if c.name == told["returned_by"])
        if not self.is_return(call) or not self.reaches(call, message):
            self.contradictions.append(f"seed {self.seed}: message {name}: a return that nobody made: {call.name}")
