"""What became of a message: requirements 1.1, "automatic match", and what people say.

* A call out that was answered and talked for min_talk_s returns every open message of that number received before the
  call began: in mailboxes of the person who called, in those she shares, else as a delegate in any other of her office.
  Copies with one msg_id close together. It counts from when the caller answered.
* A ring-out of min_ring_s that nobody answered attempts them. It counts from when it was given up.
* Who withheld the number is never matched. A call from another office is none, unless cross_location_match.
* A call that is still up has talked for min_talk_s once every source of the caller's office has passed that time; until
  then a deadline before which it was answered waits for it. If a gap may hide its end, its being up proves nothing, and
  nothing waits for it.
* A person's word counts from when it was recorded. The earliest of all that closes a message stands.
* Reopening says that it was never closed: calls and words from before prove nothing. An attempt that was known stands.
"""

import dataclasses

from messages_heard import caller_of
from workdays import SECOND


@dataclasses.dataclass
class Call:
    name: str
    person: str | None
    callee: str | None
    started_at: int
    answered_at: int | None = None
    ended_at: int | None = None
    talk_ms: int | None = None
    is_attempt: bool = False
    is_return: bool = False


@dataclasses.dataclass
class Return:
    at: int
    call: str = ""
    person: str = ""
    by_delegate: bool = False
    word_of: str = ""


@dataclasses.dataclass
class Fate:
    """What became of a message, by everything that is known now."""
    returned: Return | None
    resolved_at: int | None
    attempts: list  # Instants, the earliest first.

    def is_open(self):
        return self.returned is None and self.resolved_at is None

    def is_open_before(self, at):
        return not ((self.returned is not None and self.returned.at < at)
                    or (self.resolved_at is not None and self.resolved_at < at))


class Returns:
    def __init__(self, organisation, sources, mailboxes):
        self.organisation = organisation
        self.sources = sources
        self.mailboxes = mailboxes
        self.calls = {}
        self.by_callee = {}
        self.undecided = []
        self.fates = {}

    def changed(self):
        self.fates.clear()

    def answered(self, said, at):
        if said["call"] in self.calls:
            return
        call = Call(said["call"], self.organisation.user_of(said["device"], said["started_at"]), caller_of(said),
                    said["started_at"], answered_at=at)
        self.keep(call)
        self.undecided.append(call)

    def ended(self, said, at):
        call = self.calls.get(said["call"])
        if call is None or call.answered_at is None or call.ended_at is not None:
            return
        call.ended_at, call.talk_ms = at, said["talk_ms"]
        if call.talk_ms >= self.organisation.policy.min_talk_s * 1000:
            call.is_return = True
        self.changed()

    def failed(self, said, at):
        if said["call"] in self.calls:
            return
        call = Call(said["call"], self.organisation.user_of(said["device"], said["started_at"]), caller_of(said),
                    said["started_at"], ended_at=at)
        call.is_attempt = said["result"] in ("no_answer", "cancelled") \
            and said["ring_ms"] >= self.organisation.policy.min_ring_s * 1000
        self.keep(call)

    def keep(self, call):
        self.calls[call.name] = call
        if call.person and call.callee:
            self.by_callee.setdefault(call.callee, []).append(call)
        self.changed()

    def judge_calls_still_up(self):
        """Those that have talked long enough, by their sources' time."""
        long_enough = self.organisation.policy.min_talk_s * SECOND
        for call in list(self.undecided):
            if call.ended_at is not None:
                self.undecided.remove(call)
            elif call.person and not call.is_return and not self.may_have_ended_unseen(call) and all(
                    self.sources[s].has_passed(call.answered_at + long_enough)
                    for s in self.sources_of_end(call)):
                call.is_return = True
                self.undecided.remove(call)
                self.changed()

    def sources_of_end(self, call):
        return self.organisation.sources_of(self.organisation.people[call.person].location)

    def may_have_ended_unseen(self, call):
        until = call.answered_at + self.organisation.policy.min_talk_s * SECOND
        return any(self.sources[s].may_have_missed(call.answered_at, until) for s in self.sources_of_end(call))

    def concerns(self, call, message):
        """May this call return the message? None, or (True, by_delegate)."""
        if message.caller is None or call.callee != message.caller or call.started_at <= message.received_at:
            return None
        if self.organisation.answers_for(call.person, message.mailbox, call.started_at):
            return True, False
        is_of_office = self.organisation.people[call.person].location == message.location
        return (True, True) if is_of_office or self.organisation.policy.cross_location_match else None

    def copies(self, message):
        if not message.msg_id:
            return []
        return [m for m in self.mailboxes.messages
                if m.msg_id == message.msg_id and m is not message and m.caller == message.caller]

    def reach(self, call, message):
        """The same, also by a copy of the message."""
        itself = self.concerns(call, message)
        by_copy = not itself and any(self.mailboxes.is_duty(copy) and self.concerns(call, copy)
                                     for copy in self.copies(message))
        return (True, True) if by_copy else itself

    def fate(self, message):
        known = self.fates.get(id(message))
        if known is None:
            known = self.fates[id(message)] = self.work_out(message)
        return known

    def work_out(self, message):
        closings, attempts = [], []
        for call in self.by_callee.get(message.caller, ()):
            if not call.is_return and not call.is_attempt:
                continue
            if message.reopened_at is not None and (call.answered_at or call.ended_at) < message.reopened_at:
                continue
            reach = self.reach(call, message)
            if reach and call.is_return:
                closings.append(Return(call.answered_at, call.name, call.person, reach[1]))
            elif reach:
                attempts.append(call.ended_at)
        if message.returned_word:
            at, person, by_delegate = message.returned_word
            closings.append(Return(at, "", person, by_delegate, person))
        returned = min(closings, key=lambda one: (one.at, one.call), default=None)
        attempts = sorted(attempts + message.attempt_words + message.kept_attempts)
        end = min([one.at for one in closings] + ([message.resolved_at] if message.resolved_at else []),
                  default=None)
        attempts = [at for at in attempts if end is None or at < end]
        if returned and message.resolved_at is not None and message.resolved_at <= returned.at:
            returned = None
        return Fate(returned, message.resolved_at, attempts)

    def awaits_call(self, message, before):
        """A call that may return it was answered before, is up, and is too short to tell."""
        return any(call.person and call.answered_at < before and not self.may_have_ended_unseen(call)
                   and self.reach(call, message) for call in self.undecided if call.callee == message.caller)
