"""When an office works, and when a message is due: requirements 1, from the text and Python's zoneinfo.

An instant is a whole number of microseconds since 1970 UTC. Business hours are half-open, [opens, closes), by the
office's clock. A clock time that happens twice: an opening is the earlier instant, a close the later one. One that
never happens because the clocks go forward is the instant at which they do. A day whose hours shrink to nothing that
way is no workday.
"""

import datetime
import zoneinfo

SECOND = 1_000_000
DAY = datetime.timedelta(days=1)
WORKDAYS_AHEAD_MAX = 400
EPOCH = datetime.datetime(1970, 1, 1, tzinfo=datetime.timezone.utc)


class Workdays:
    """Of one office: its zone, weekly hours (Sunday is 0, seconds of the day), and the dates that differ (a pair of
    seconds: special hours; None: closed)."""

    def __init__(self, zone, weekly, exceptions):
        self.zone = zoneinfo.ZoneInfo(zone)
        self.weekly = weekly
        self.exceptions = exceptions
        self.known = {}

    def offset(self, second):
        """How far the office's clock is ahead of UTC, in seconds."""
        return int(datetime.datetime.fromtimestamp(second, self.zone).utcoffset().total_seconds())

    def local_date(self, at):
        return datetime.datetime.fromtimestamp(at // SECOND, self.zone).date()

    def instant(self, date, second_of_day, later):
        """When the office's clock shows this; `later` of two if it does so twice."""
        day, rest = divmod(second_of_day, 86_400)
        clock = datetime.datetime.combine(date + day * DAY, datetime.time(0)) + datetime.timedelta(seconds=rest)
        as_if_utc = int((clock.replace(tzinfo=datetime.timezone.utc) - EPOCH).total_seconds())
        offsets = {self.offset(as_if_utc + hours * 3600) for hours in (-26, 26)}
        shown = sorted(as_if_utc - o for o in offsets if self.offset(as_if_utc - o) == o)
        if shown:
            return shown[-1 if later else 0] * SECOND
        return self.change_between(as_if_utc - max(offsets), as_if_utc - min(offsets)) * SECOND

    def change_between(self, before, after):
        """The second at which the clocks are changed."""
        old = self.offset(before)
        while after - before > 1:
            middle = (before + after) // 2
            before, after = (middle, after) if self.offset(middle) == old else (before, middle)
        return after

    def hours_on(self, date):
        """(opens, closes), or None where the date is no workday."""
        if date not in self.known:
            hours = self.exceptions[date] if date in self.exceptions else self.weekly.get(date.isoweekday() % 7)
            if hours:
                hours = self.instant(date, hours[0], False), self.instant(date, hours[1], True)
            self.known[date] = hours if hours and hours[0] < hours[1] else None
        return self.known[date]

    def next_workday(self, date):
        for _ in range(WORKDAYS_AHEAD_MAX):
            date += DAY
            if self.hours_on(date):
                return date
        raise ValueError(f"no workday within {WORKDAYS_AHEAD_MAX} days after {date}")

    def due(self, received_at, same_calendar_day):
        """(due workday, deadline): the same day before its close, else the next workday; or by policy at the midnight
        that ends the day."""
        date = self.local_date(received_at)
        hours = self.hours_on(date)
        if hours and received_at < hours[1]:
            return date, hours[1]
        if same_calendar_day:
            return date, self.instant(date, 86_400, True)
        date = self.next_workday(date)
        return date, self.hours_on(date)[1]
