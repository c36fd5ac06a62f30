"""What becomes of a check once it was made: revised, closed, missed, amended. Requirements TS-7, TS-7b and I5.

* A check that was settled stays settled. It is revised by what comes to be known of the time before it, until it is
  signed or its signing time is over (signoff_deadline after it was settled first); a provisional one until it is
  signed.
* CHECK_MISSED: at the end of the signing time nobody had signed. A check that never was settled is never missed.
* A closed day is amended beside its record, once a message and reason: a message that was due that day and was not
  known; a return before the check of one that stood open; the reopening of one that stood closed.
"""

import dataclasses

from workdays import DAY, SECOND


@dataclasses.dataclass
class Day:
    location: str
    date: object
    check_at: int
    revisions: list = dataclasses.field(default_factory=list)
    settled_at: int | None = None
    signed_at: int | None = None
    signed_by: str = ""
    signed_late: bool = False
    exceptions: int = 0
    missed_at: int | None = None
    amendments: list = dataclasses.field(default_factory=list)  # (code, message's name)

    def newest(self):
        return self.revisions[-1]

    def is_closed(self, now, signing_time):
        return self.signed_at is not None or (self.settled_at is not None and now >= self.settled_at + signing_time)

    def sign(self, person, now, exceptions):
        self.signed_at, self.signed_by, self.exceptions = now, person, exceptions
        self.signed_late = self.missed_at is not None

    def amend(self, code, message):
        if (code, message.name()) not in self.amendments:
            self.amendments.append((code, message.name()))


class DayRecords:
    def __init__(self, organisation, check, returns, mailboxes):
        self.organisation = organisation
        self.check = check
        self.returns = returns
        self.mailboxes = mailboxes
        self.days = {name: [] for name in organisation.locations}
        self.started_at = None
        self.signing_time = organisation.policy.signoff_deadline_s * SECOND

    def find(self, location, date):
        return next((day for day in self.days[location] if day.date == date and day.revisions), None)

    def judge(self, now):
        for location in self.organisation.locations:
            self.begin_days(location, now)
            for day in self.days[location]:
                if not day.is_closed(now, self.signing_time):
                    self.judge_day(day, now)
                if day.signed_at is None and day.missed_at is None and day.settled_at is not None \
                        and now >= day.settled_at + self.signing_time:
                    day.missed_at = now
            self.amend_returns(location, now)

    def begin_days(self, location, now):
        """Every workday whose check has come: from the date on that it was when monitoring began, and none whose check
        had been before."""
        workdays = self.organisation.locations[location].workdays
        days, grace = self.days[location], self.organisation.policy.eod_grace_s * SECOND
        date = days[-1].date + DAY if days else workdays.local_date(self.check.monitored_from[location])
        while date <= workdays.local_date(now) + DAY:
            hours = workdays.hours_on(date)
            if hours and hours[1] + grace <= now and hours[1] + grace > self.check.monitored_from[location]:
                days.append(Day(location, date, hours[1] + grace))
            date += DAY

    def judge_day(self, day, now):
        check = self.check.look(day.location, day.date, day.check_at)
        wait = max(day.check_at, self.started_at) + self.organisation.policy.settle_wait_s * SECOND
        is_too_early = not day.revisions and now < wait and check.verdict != "VIOLATIONS"
        if check.provisional and (day.settled_at is not None or is_too_early):
            return
        if day.revisions and (day.newest().same(check) or day.newest().all_passed > check.all_passed):
            return
        check.decided_at = now
        day.revisions.append(check)
        if not check.provisional and day.settled_at is None:
            day.settled_at = now

    def came_to_light(self, message, now):
        for day in self.days[message.location]:
            if day.is_closed(now, self.signing_time) and message.due_date == day.date \
                    and message.deadline <= day.check_at:
                day.amend("message_came_to_light", message)

    def reopened(self, message, now):
        for day in self.days[message.location]:
            due_date, deadline = message.due_before(now)
            if day.is_closed(now, self.signing_time) and due_date == day.date and deadline <= day.check_at \
                    and message.name() not in day.newest().open:
                day.amend("reopened", message)

    def amend_returns(self, location, now):
        for day in self.days[location]:
            if day.revisions and day.is_closed(now, self.signing_time):
                for message in self.mailboxes.messages:
                    fate = self.returns.fate(message)
                    if message.name() in day.newest().open and message.location == location \
                            and fate.returned is not None and fate.returned.at < day.check_at:
                        day.amend("returned_before_check", message)
