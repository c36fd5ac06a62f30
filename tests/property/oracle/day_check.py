"""The end-of-day check of one office: requirements TS-7, as it reads in ARCHITECTURE.md, "Never a false all-clear".

The check is at close + eod_grace. Every message due by then stands in it that is due this workday, or was due before
and is still open. A thing is judged by when it happened: what was returned at the check or later was open at it.

* VIOLATIONS when one is proved: every source that may tell of a return has passed the check, and the message was open
  there, with no call up that may have returned it.
* Else UNKNOWN if anything is in doubt, else CLEAR.
* Settled: those sources have passed the check, no call is up that is too short to tell, and nobody who reached a
  mailbox in the three minutes before may still be speaking. Not settled, it is provisional, and said when settle_wait
  has passed since the check or since the collector was started.
* In doubt: a source that has not passed; what was not seen before the check (sources_heard.py) and no list of every
  mailbox has healed; what was not seen, or came after the end of a recording, while a caller who reached a mailbox
  before the check may have been speaking. A gap in the three minutes before the check may hide such callers: no list
  heals it before everybody has passed the check by three minutes.
* In doubt also: a mailbox never listed, or listed more than mailbox_list_max_age before the check, or whose newer
  counts from before the check say something else; a message in a mailbox that nobody is accountable for, left since
  the check before; a message that was due before anybody watched.
"""

import dataclasses

from messages_heard import SPEAKS_MAX
from sources_heard import NEVER
from workdays import DAY, SECOND


@dataclasses.dataclass
class Check:
    """One revision."""
    verdict: str
    provisional: bool
    reasons: list        # (code, subject), sorted
    open: dict           # message to (state, is a violation)
    deferred: list
    due: int = 0
    returned: int = 0
    attempted: int = 0
    resolved: int = 0
    all_passed: bool = False
    decided_at: int = 0

    def same(self, other):
        return dataclasses.replace(self, decided_at=0) == dataclasses.replace(other, decided_at=0)


class DayCheck:
    """Looks at an office's day as everything stands that is known now."""

    def __init__(self, organisation, sources, mailboxes, returns, monitored_from):
        self.organisation = organisation
        self.sources = sources
        self.mailboxes = mailboxes
        self.returns = returns
        self.monitored_from = monitored_from

    def returns_passed(self, location, at):
        sources = self.organisation.sources_of_returns(location)
        return bool(self.organisation.sources_of(location)) and all(self.sources[s].has_passed(at) for s in sources)

    def look(self, location, date, check_at):
        passed = self.returns_passed(location, check_at)
        in_check, deferred, before = self.messages_of(location, date, check_at)
        check = Check("", True, [], {}, deferred, all_passed=passed)
        undecided = nobody_watched = 0
        for message in in_check:
            fate = self.returns.fate(message)
            check.due += 1
            if not fate.is_open_before(check_at):
                closed_by_return = fate.returned is not None and fate.returned.at < check_at
                check.returned += closed_by_return
                check.resolved += not closed_by_return
                continue
            undecided += self.returns.awaits_call(message, check_at)
            state = self.state_before(message, fate, check_at)
            is_met = self.is_met_by_attempt(message, fate, check_at)
            violation = message not in before and not is_met
            nobody_watched += message in before and not is_met
            check.attempted += state == "ATTEMPTED"
            check.open[message.name()] = state, violation
        unreturned = [m for m in in_check if check.open.get(m.name(), ("", False))[1]]
        proved = passed and any(not self.returns.awaits_call(m, check_at) for m in unreturned)
        speaks = self.mailboxes.may_somebody_still_speak(
            location, check_at,
            lambda at: all(self.sources[s].ended_at is not None or self.sources[s].has_passed(at)
                           for s in self.organisation.sources_of_returns(location)))
        reasons = self.doubts(location, date, check_at)
        if nobody_watched:
            reasons.append(("before_monitoring", str(nobody_watched)))
        if undecided or speaks:
            reasons.append(("call_still_up", "1"))
        check.provisional = not passed or bool(undecided) or speaks
        check.verdict = "VIOLATIONS" if proved else "UNKNOWN" if reasons or check.provisional else "CLEAR"
        if unreturned:
            reasons.append(("unreturned", str(len(unreturned))))
        check.reasons = sorted(reasons)
        return check

    def messages_of(self, location, date, check_at):
        """Those that stand in the check; those that were due and are due later; those in it that nobody watched."""
        in_check, deferred, before = [], [], []
        for message in self.mailboxes.messages:
            if message.location != location or not self.mailboxes.is_duty(message):
                continue
            due_date, deadline = message.due_before(check_at)
            is_open = self.returns.fate(message).is_open_before(check_at)
            if deadline > check_at:
                if message.deadline <= check_at and message.deferred_from(check_at) == date:
                    deferred.append(message.name())
                continue
            if due_date != date and not is_open:
                continue
            in_check.append(message)
            if is_open and deadline <= self.monitored_from[location]:
                before.append(message)
        return in_check, sorted(deferred), before

    def is_met_by_attempt(self, message, fate, at):
        """It stands as attempted, and the policy counts that (requirement I3)."""
        return self.organisation.policy.no_answer == "counts" and self.state_before(message, fate, at) == "ATTEMPTED"

    def state_before(self, message, fate, at):
        """The word for how it stood: what was said or done last."""
        deferred = message.deferred_at(at) or 0
        attempted = max((a for a in fate.attempts if a < at), default=0)
        carried = max((c for c in message.carried if c < at), default=0)
        last = max(deferred, attempted, carried)
        if last:
            return {carried: "CARRIED", deferred: "DEFERRED", attempted: "ATTEMPTED"}[last]
        return "HEARD" if message.heard_at is not None and message.heard_at < at else "NEW"

    def state_at_last(self, message):
        """The word for how it stands now."""
        if not self.mailboxes.is_duty(message):
            is_information = message.is_internal and self.organisation.policy.internal_messages == "info"
            return "INFORMATION" if is_information else "MISSED_CALL"
        fate = self.returns.fate(message)
        if fate.returned is not None:
            return "RETURNED"
        return "RESOLVED" if fate.resolved_at is not None else self.state_before(message, fate, NEVER)

    def doubts(self, location, date, check_at):
        reasons = []
        mailboxes = self.organisation.mailboxes_of(location)
        healed_until = min((self.mailboxes.listed_at.get(m, -1) for m in mailboxes), default=-1)
        for name in self.organisation.sources_of_returns(location):
            source = self.sources[name]
            if not source.has_passed(check_at):
                reasons.append((source.why_not_passed(), name))
            elif source.ended_at is not None \
                    and self.mailboxes.may_have_spoken_after(location, check_at, source.ended_at):
                reasons.append(("gap", name))
            reasons += [("gap", name) for gap in source.gaps
                        if self.is_in_doubt(location, gap, check_at, healed_until)]
            reasons += [("mailbox_not_configured", mailbox) for mailbox in sorted(
                {m for m, at in source.unwatched if self.is_of_day(location, date, at, check_at)})]
        for mailbox in mailboxes:
            listed_at = self.mailboxes.listed_at.get(mailbox)
            if listed_at is None:
                reasons.append(("mailbox_not_listed", mailbox))
            elif listed_at < check_at - self.organisation.policy.mailbox_list_max_age_s * SECOND \
                    or self.mailboxes.differs_since.get(mailbox, check_at + 1) <= check_at:
                reasons.append(("mailbox_list_differs", mailbox))
        return reasons

    def is_in_doubt(self, location, gap, check_at, healed_until):
        """Something of before the check may have been missed, and no list of every mailbox has shown it since."""
        since, until = gap
        if since >= check_at:
            return until > healed_until and self.mailboxes.may_have_spoken_after(location, check_at, since)
        hides_speakers = until > check_at - SPEAKS_MAX and not self.returns_passed(location, check_at + SPEAKS_MAX)
        return until > healed_until or hides_speakers

    def is_of_day(self, location, date, at, check_at):
        """After the check of the workday before."""
        workdays = self.organisation.locations[location].workdays
        before = date - DAY
        while not workdays.hours_on(before):
            before -= DAY
        grace = self.organisation.policy.eod_grace_s * SECOND
        return workdays.hours_on(before)[1] + grace <= at < check_at
