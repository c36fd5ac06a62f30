"""What people may say of messages and days, and what it changes: requirements 1.1, 6 and TS-7b.

* Staff mark what is theirs or shared with them; a supervisor everything of the offices that name her, a manager
  everything. Deferring, carrying over, reopening: supervisors and managers.
* "I called back" closes every open message of the same caller that she may mark and that was received before the time
  she states. "I called, nobody answered" and "nobody needs to call" are of the one message.
* A time stated lies neither in the future nor before the message.
* A day is signed by a supervisor of the office for herself, or by a manager on behalf. Every violation in it that is
  open still, and not deferred since, needs an exception and is carried over by it; nothing else may be excepted. An
  UNKNOWN day needs a remark.
"""

from workdays import DAY, SECOND

DEFERRAL_DAYS_MAX = 92


class PeopleWords:
    def __init__(self, organisation, mailboxes, returns, days):
        self.organisation = organisation
        self.mailboxes = mailboxes
        self.returns = returns
        self.days = days

    def answer(self, said, now):
        """"done", or the word of the refusal; done is done."""
        person = self.organisation.people.get(said["person"])
        if person is None:
            return "unknown_key"
        if said["what"] == "sign":
            return self.sign(person, said, now)
        message = self.mailboxes.find(said["mailbox"], said.get("call", ""), said.get("msg_id", ""))
        if message is None:
            return "unknown_subject"
        steers = said["what"] in ("defer", "carry", "reopen")
        if not self.may(person, message, steers, now):
            return "not_allowed"
        answer = getattr(self, said["what"].replace("return", "called_back"))(person, message, said, now)
        self.returns.changed()
        return answer

    def may(self, person, message, steers, now):
        if person.role == "manager":
            return True
        if person.role == "supervisor":
            return person.name in self.organisation.locations[message.location].supervisors
        return not steers and self.organisation.answers_for(person.name, message.mailbox, now)

    def is_open(self, message):
        return self.mailboxes.is_duty(message) and self.returns.fate(message).is_open()

    def called_back(self, person, message, said, now):
        stated = said.get("stated_at") or now
        if not self.is_open(message):
            return "already_closed"
        if stated > now or stated < message.received_at:
            return "implausible"
        for one in self.mailboxes.messages:
            is_of_caller = one is message or (
                one.caller is not None and one.caller == message.caller and one.received_at < stated
                and self.is_open(one) and self.may(person, one, False, now))
            if is_of_caller:
                by_delegate = not self.organisation.answers_for(person.name, one.mailbox, now)
                one.words.append((now, "return"))
                one.returned_word = now, person.name, by_delegate
        return "done"

    def attempt(self, _person, message, said, now):
        stated = said.get("stated_at") or now
        if not self.is_open(message):
            return "already_closed"
        if stated > now or stated < message.received_at:
            return "implausible"
        message.attempt_words.append(now)
        message.words.append((now, "attempt"))
        return "done"

    def resolve(self, _person, message, _said, now):
        if not self.is_open(message):
            return "already_closed"
        message.resolved_at = now
        message.words.append((now, "resolve"))
        return "done"

    def defer(self, _person, message, said, now):
        if not self.is_open(message):
            return "already_closed"
        workdays = self.organisation.locations[message.location].workdays
        today, to = workdays.local_date(now), said["to"]
        if to <= today or to > today + DEFERRAL_DAYS_MAX * DAY or not workdays.hours_on(to):
            return "implausible"
        grace = self.organisation.policy.eod_grace_s * SECOND
        message.words.append((now, "defer"))
        message.deferrals.append((now, to, workdays.hours_on(to)[1] + grace))
        message.deadline_met = None
        return "done"

    def carry(self, _person, message, _said, now):
        if not self.is_open(message):
            return "already_closed"
        today = self.organisation.locations[message.location].workdays.local_date(now)
        if message.due_before(now + 1)[0] > today:
            return "implausible"
        message.carried.append(now)
        return "done"

    def reopen(self, _person, message, _said, now):
        if not self.mailboxes.is_duty(message) or self.returns.fate(message).is_open():
            return "implausible"
        message.kept_attempts = self.returns.fate(message).attempts
        message.reopened_at = now
        message.words.append((now, "reopen"))
        message.returned_word = message.resolved_at = message.deadline_met = None
        message.attempt_words = []
        self.returns.changed()
        self.days.reopened(message, now)
        return "done"

    def claim(self, person, message, said, now):
        if not self.is_open(message):
            return "already_closed"
        others = [m for m in self.mailboxes.messages
                  if m is message or (m.caller is not None and m.caller == message.caller)]
        if not said.get("release") and any(m.claim and m.claim[0] != person.name and now < m.claim[1]
                                           and self.is_open(m) for m in others):
            return "claimed"
        message.claim = None if said.get("release") else (
            person.name, now + self.organisation.policy.claim_lease_s * 1_000_000)
        return "done"

    def sign(self, person, said, now):
        location = self.organisation.locations[said["location"]]
        day = self.days.find(said["location"], said["date"])
        if person.role == "staff" or (person.role == "supervisor" and person.name not in location.supervisors):
            return "not_allowed"
        if bool(said.get("on_behalf")) != (person.role == "manager"):
            return "not_allowed"
        if day is None or not day.revisions:
            return "unknown_subject"
        if day.signed_at is not None:
            return "already_closed"
        if said.get("outdated"):
            return "outdated"
        excepted = [m for m in self.violations(day) if self.is_open(m)] if said.get("exceptions") == "all" else []
        needed = [m for m in self.violations(day) if self.is_open(m) and m.due_before(now + 1)[0] <= day.date]
        if excepted != needed or (day.newest().verdict == "UNKNOWN" and not said.get("remark")):
            return "incomplete"
        for message in needed:
            message.carried.append(now)
        day.sign(person.name, now, len(needed))
        return "done"

    def violations(self, day):
        return [self.mailboxes.by_name[name] for name, (_, violation) in day.newest().open.items() if violation]
