"""The messages that are known, and what the mailboxes hold: requirements 1.1, the message and its presence.

* A message is known from its announcement (mailbox and call), or from a list (mailbox and msg_id); the two are bound
  when a list, or a second announcement, names both. What is known already begins no second duty.
* It is received when the caller's call began, and due by the calendar of the mailbox's office from then. Its deadline
  is the close of the due workday + eod_grace, or by policy the midnight that ends it. In the last quarter of an hour
  before the one or the other it is a late arrival.
* It asks for nothing if it is shorter than min_message_s (a missed call, whenever its length is seen), or comes from
  inside where the policy says `info`.
* Heard, moved or deleted returns nothing.
* A complete list shows what it has; what it lacks is gone, unless something newer was said of it than when the list was
  begun. A list that is not complete proves nothing.
"""

import dataclasses

from workdays import SECOND

SPEAKS_MAX = 180 * SECOND
LATE_WINDOW = 15 * 60 * SECOND
NEW_FOLDERS = ("INBOX", "Urgent")


@dataclasses.dataclass
class Message:
    """What is known of it, but for what became of it (returns.py)."""
    mailbox: str
    location: str
    call: str
    caller: str | None  # "number:…", "extension:…", or None: withheld, or never said.
    received_at: int
    due_date: object
    deadline: int
    late_arrival: bool
    owner: str
    msg_id: str = ""
    folder: str = ""
    duration_ms: int | None = None
    heard_at: int | None = None
    gone: bool = False
    presence_at: int = 0       # Of what was said last of its presence.
    is_internal: bool = False
    overdue_at: int | None = None  # When UNRETURNED was raised, by the collector's clock.
    deadline_met: int | None = None  # The deadline that was judged and met.
    # What people said of it, each with the time of its recording; cleared by reopening.
    returned_word: tuple | None = None    # (at, person, by_delegate)
    resolved_at: int | None = None
    attempt_words: list = dataclasses.field(default_factory=list)
    kept_attempts: list = dataclasses.field(default_factory=list)  # That were known when it was reopened.
    deferrals: list = dataclasses.field(default_factory=list)  # (at, due_date, deadline)
    carried: list = dataclasses.field(default_factory=list)
    reopened_at: int | None = None
    words: list = dataclasses.field(default_factory=list)  # (at, what) of all that was accepted, for what_happened.py
    claim: tuple | None = None  # (person, until)

    def name(self):
        return f"{self.mailbox} {self.call or self.msg_id}"

    def due_before(self, at):
        """(due workday, deadline) as they stood just before `at`; of several deferrals only the newest is known."""
        if not self.deferrals:
            return self.due_date, self.deadline
        said_at, date, deadline = self.deferrals[-1]
        if said_at < at:
            return date, deadline
        return self.deferrals[-2][1:] if len(self.deferrals) > 1 else (self.due_date, self.deadline)

    def deferred_from(self, at):
        """The workday on which it was due before the newest deferral, if that was before `at`."""
        if not self.deferrals or self.deferrals[-1][0] >= at:
            return None
        return self.deferrals[-2][1] if len(self.deferrals) > 1 else self.due_date

    def deferred_at(self, at):
        return max((said_at for said_at, _, _ in self.deferrals if said_at < at), default=None)


def caller_of(party):
    if party.get("withheld"):
        return None
    if party.get("number"):
        return "number:" + party["number"]
    return "extension:" + party["extension"] if party.get("extension") else None


class Mailboxes:
    """Everything that was said of mailboxes."""

    def __init__(self, organisation):
        self.organisation = organisation
        self.messages = []
        self.by_name = {}
        self.by_call = {}      # (mailbox, call) to messages, the oldest first
        self.by_msg_id = {}    # (mailbox, msg_id) to the message
        self.listed_at = {}    # mailbox: newest complete list
        self.counts = {}       # mailbox: (at, new, old), the newest
        self.differs_since = {}  # mailbox: when counts said what nothing that is known has fitted yet
        self.reached = {}      # (mailbox, call) to when the caller heard the greeting

    def is_duty(self, message):
        policy = self.organisation.policy
        if message.duration_ms is not None and message.duration_ms < policy.min_message_s * 1000:
            return False
        return not (message.is_internal and policy.internal_messages == "info")

    def find(self, mailbox, call, msg_id):
        of_call = self.by_call.get((mailbox, call), [])
        return of_call[0] if call and of_call else self.by_msg_id.get((mailbox, msg_id))

    def left(self, said, at):
        """A message was announced, or shown. The message if it was not known, else None."""
        mailbox, call, msg_id = said["mailbox"], said.get("call", ""), said.get("msg_id", "")
        known = self.by_msg_id.get((mailbox, msg_id)) if msg_id else None
        if known is None and call:
            of_call = self.by_call.get((mailbox, call), [])
            known = next((m for m in of_call if not msg_id or not m.msg_id), None)
        new = None
        if known is None:
            known = new = self.begin(said, at)
        if msg_id and not known.msg_id:
            known.msg_id, known.folder = msg_id, said.get("folder", "INBOX")
            known.duration_ms, known.presence_at = said.get("duration_ms", 0), at
            self.by_msg_id[mailbox, msg_id] = known
        return new

    def begin(self, said, at):
        organisation, mailbox = self.organisation, said["mailbox"]
        location = organisation.locations[organisation.mailboxes[mailbox]]
        received_at = said.get("received_at", at)
        workdays = location.workdays
        due_date, closes = workdays.due(received_at,
                                          organisation.policy.after_hours_due == "same_calendar_day")
        message = Message(mailbox=mailbox, location=location.name, call=said.get("call", ""), caller=caller_of(said),
                          received_at=received_at, due_date=due_date,
                          deadline=closes + organisation.policy.eod_grace_s * SECOND,
                          late_arrival=closes - LATE_WINDOW <= received_at < closes,
                          owner=organisation.owner_of(mailbox, received_at) or "",
                          is_internal=bool(said.get("extension")) and not said.get("number"))
        self.messages.append(message)
        self.by_name[message.name()] = message
        if message.call:
            self.by_call.setdefault((mailbox, message.call), []).append(message)
        return message

    def heard(self, mailbox, msg_id, at):
        message = self.by_msg_id.get((mailbox, msg_id))
        if message and not message.gone and (message.heard_at is None or message.folder in NEW_FOLDERS):
            self.hear_message(message, at)

    def hear_message(self, message, at):
        message.folder = "Old" if message.folder in NEW_FOLDERS else message.folder
        message.heard_at = message.heard_at or at
        message.presence_at = max(message.presence_at, at)

    def moved(self, mailbox, msg_id, folder, at):
        message = self.by_msg_id.get((mailbox, msg_id))
        if message and not message.gone:
            self.move(message, folder, at)

    def move(self, message, folder, at):
        """Out of the new ones into the old ones is heard."""
        if message.folder in NEW_FOLDERS and folder == "Old" and not message.gone:
            self.hear_message(message, at)
        elif message.gone or message.folder != folder:
            message.folder, message.gone = folder, False
            message.presence_at = max(message.presence_at, at)

    def deleted(self, mailbox, msg_id, at):
        message = self.by_msg_id.get((mailbox, msg_id))
        if message and not message.gone:
            message.gone = True
            message.presence_at = max(message.presence_at, at)

    def counted(self, mailbox, new, old, at):
        if mailbox in self.counts and self.counts[mailbox][0] > at:
            return
        self.counts[mailbox] = at, new, old
        if at > self.listed_at.get(mailbox, -1):
            self.differs_since.setdefault(mailbox, at)

    def compare_counts(self, mailbox):
        """Counts that are newer than the list put it in doubt, until what is known has fitted them once."""
        if mailbox in self.differs_since and self.counts[mailbox][1:] == self.held(mailbox):
            del self.differs_since[mailbox]

    def listed(self, said):
        """A complete list; the messages that were not known before."""
        mailbox, as_of, shown, new = said["mailbox"], said["as_of"], set(), []
        for item in said["items"]:
            shown.add(item["msg_id"])
            known = self.by_msg_id.get((mailbox, item["msg_id"]))
            if known is None:
                begun = self.left(dict(item, mailbox=mailbox), as_of)
                new += [begun] if begun else []
            elif known.presence_at < as_of:
                self.move(known, item["folder"], as_of)
        for (where, msg_id), message in self.by_msg_id.items():
            if where == mailbox and msg_id not in shown and message.presence_at < as_of:
                self.deleted(mailbox, msg_id, as_of)
        if as_of >= self.listed_at.get(mailbox, -1):
            self.listed_at[mailbox] = as_of
            if mailbox in self.counts and self.counts[mailbox][0] <= as_of:
                self.differs_since.pop(mailbox, None)
        return new

    def held(self, mailbox):
        """(new, old) as message waiting counts them."""
        here = [m for m in self.messages if m.mailbox == mailbox and m.msg_id and not m.gone]
        return sum(m.folder in NEW_FOLDERS for m in here), sum(m.folder == "Old" for m in here)

    def done_by(self, location, check):
        """Of each caller who reached a mailbox of the location in the three minutes before the check, and of whom no
        message is known: when the time is over that she may take."""
        return [at + SPEAKS_MAX for (mailbox, call), at in self.reached.items()
                if self.organisation.mailboxes[mailbox] == location and at < check < at + SPEAKS_MAX
                and not self.by_call.get((mailbox, call))]

    def may_somebody_still_speak(self, location, check, nothing_to_come):
        return any(not nothing_to_come(at) for at in self.done_by(location, check))

    def may_have_spoken_after(self, location, check, seen_until):
        return any(at > seen_until for at in self.done_by(location, check))
