"""The second opinion on a generated day: an oracle that hears what the collector hears, in the same order, and says
what has to be concluded. It was written from the requirements (sections 1, 1.1 and 2) and the readings that
ARCHITECTURE.md and config/README.md document, shares no code with the daemon, and is of another shape: it keeps what
was said and asks, each time, what is true of a message (returns.py) and of a day (day_check.py).

Readings beyond the letter of the requirements, each in the file that it concerns:
* what a source has passed, what a gap is, what heals it: sources_heard.py
* what binds an announcement to a list, what presence is: messages_heard.py
* which call returns what, and which one is waited for: returns.py
* what stands in a check, what proves and what doubts: day_check.py
* who may say what, and what it changes: people_words.py
* when a check is revised, closed, missed and amended: day_record.py
"""

from day_check import DayCheck
from day_record import DayRecords
from messages_heard import Mailboxes
from people_words import PeopleWords
from returns import Returns
from sources_heard import Source


class Oracle:
    def __init__(self, organisation):
        self.organisation = organisation
        self.sources = {name: Source(name) for name in organisation.sources}
        self.mailboxes = Mailboxes(organisation)
        self.returns = Returns(organisation, self.sources, self.mailboxes)
        self.monitored_from = {}
        self.check = DayCheck(organisation, self.sources, self.mailboxes, self.returns, self.monitored_from)
        self.days = DayRecords(organisation, self.check, self.returns, self.mailboxes)
        self.people = PeopleWords(organisation, self.mailboxes, self.returns, self.days)
        self.answers = {}

    def hear(self, said):
        """One thing that the collector hears; then everything that is due is judged."""
        now, verb = said["now"], said["verb"]
        if verb == "restart":
            for source in self.sources.values():
                source.watermark = None
            self.days.started_at = None
            return
        if self.days.started_at is None:
            self.days.started_at = now
        if verb == "command":
            self.answers[said["id"]] = self.people.answer(said, now)
        elif verb not in ("tick", "start"):
            self.hear_source(self.sources[said["source"]], said, now)
        self.judge(now)

    def hear_source(self, source, said, now):
        verb = said["verb"]
        if verb == "hello":
            source.hello(said["epoch"])
        elif verb == "beat":
            source.watermark = said["watermark"]
        elif verb == "loss":
            source.lose(said["last"])
        elif verb == "quiet":
            source.silent = source.ended_at is None
        elif verb == "spoke":
            source.silent = False
        elif verb == "event":
            source.event(said["sequence"], said["at"])
            self.hear_event(source, said, now)

    def hear_event(self, source, said, now):
        kind, at = said["kind"], said["at"]
        if kind == "upstream_lost":
            source.blind_from(said["from"])
        elif kind == "upstream_restored":
            source.sees_again(said["from"], said["to"])
        elif kind == "source_end":
            source.ended_at = at
        elif kind == "outbound_established":
            self.returns.answered(said, at)
        elif kind == "outbound_cleared":
            self.returns.ended(said, at)
        elif kind == "outbound_failed":
            self.returns.failed(said, at)
        elif said["mailbox"] not in self.organisation.mailboxes:
            if kind == "voicemail_left":
                source.unwatched.append((said["mailbox"], at))
        else:
            self.hear_mailbox(kind, said, at, now)
            self.returns.changed()

    def hear_mailbox(self, kind, said, at, now):
        mailbox, msg_id, new = said["mailbox"], said.get("msg_id", ""), []
        if kind == "voicemail_reached":
            self.mailboxes.reached[mailbox, said["call"]] = at
        elif kind == "voicemail_left":
            begun = self.mailboxes.left(said, at)
            new = [begun] if begun else []
        elif kind == "voicemail_heard":
            self.mailboxes.heard(mailbox, msg_id, at)
        elif kind == "voicemail_moved":
            self.mailboxes.moved(mailbox, msg_id, said["folder"], at)
        elif kind == "voicemail_deleted":
            self.mailboxes.deleted(mailbox, msg_id, at)
        elif kind == "mailbox_counts":
            self.mailboxes.counted(mailbox, said["new"], said["old"], at)
        elif kind == "mailbox_snapshot" and said["complete"]:
            new = self.mailboxes.listed(said)
        self.mailboxes.compare_counts(mailbox)
        for message in new:
            self.days.came_to_light(message, now)

    def judge(self, now):
        for name, location in self.organisation.locations.items():
            self.monitored_from.setdefault(name, max(now, location.monitoring_start or now))
        self.returns.judge_calls_still_up()
        self.judge_deadlines(now)
        self.days.judge(now)

    def judge_deadlines(self, now):
        """UNRETURNED: at the deadline, once every source that may tell of a return has passed it, and no call is up
        that may prove to be one; raised once, never taken back."""
        for message in self.mailboxes.messages:
            deadline = message.due_before(now + 1)[1]
            if message.overdue_at is not None or deadline > now or message.deadline_met == deadline \
                    or not self.mailboxes.is_duty(message):
                continue
            fate = self.returns.fate(message)
            if not fate.is_open_before(deadline):
                continue
            if not self.check.returns_passed(message.location, deadline) \
                    or self.returns.awaits_call(message, deadline):
                continue
            if deadline <= self.monitored_from[message.location] \
                    or self.check.is_met_by_attempt(message, fate, deadline):
                message.deadline_met = deadline
            else:
                message.overdue_at = now
