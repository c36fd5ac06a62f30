"""The organisation of a history: who works where, who owns what and since when, whose events a source sends."""

import dataclasses

from workdays import Workdays


@dataclasses.dataclass
class Policy:
    """config/policy.toml, in its words; durations in seconds."""
    no_answer: str = "counts"
    after_hours_due: str = "next_workday"
    internal_messages: str = "duty"
    cross_location_match: bool = False
    min_message_s: int = 3
    min_talk_s: int = 5
    min_ring_s: int = 15
    eod_grace_s: int = 0
    settle_wait_s: int = 15
    signoff_deadline_s: int = 3600
    mailbox_list_max_age_s: int = 600
    claim_lease_s: int = 900


@dataclasses.dataclass
class Location:
    name: str
    zone: str
    weekly: dict
    exceptions: dict
    supervisors: list
    managers: list
    monitoring_start: int | None = None

    def __post_init__(self):
        self.workdays = Workdays(self.zone, self.weekly, self.exceptions)


@dataclasses.dataclass
class Person:
    name: str
    location: str
    role: str  # Of her key: "staff", "supervisor", "manager".


@dataclasses.dataclass
class Held:
    """A telephone or mailbox is a person's from one instant to another; None: without end on that side."""
    thing: str
    person: str
    since: int | None = None
    until: int | None = None

    def at(self, instant):
        return (self.since is None or self.since <= instant) and (self.until is None or instant < self.until)


@dataclasses.dataclass
class Organisation:
    policy: Policy
    locations: dict = dataclasses.field(default_factory=dict)
    people: dict = dataclasses.field(default_factory=dict)
    devices: list = dataclasses.field(default_factory=list)
    owners: list = dataclasses.field(default_factory=list)      # Of personal mailboxes.
    mailboxes: dict = dataclasses.field(default_factory=dict)   # To the location.
    groups: dict = dataclasses.field(default_factory=dict)      # Shared mailbox to its members.
    sources: dict = dataclasses.field(default_factory=dict)     # To the locations it tells of.

    def user_of(self, device, at):
        return next((held.person for held in self.devices if held.thing == device and held.at(at)), None)

    def owner_of(self, mailbox, at):
        return next((held.person for held in self.owners if held.thing == mailbox and held.at(at)), None)

    def answers_for(self, person, mailbox, at):
        """Her own mailbox, or one that she shares."""
        return person in self.groups.get(mailbox, ()) or self.owner_of(mailbox, at) == person

    def mailboxes_of(self, location):
        return [mailbox for mailbox, where in self.mailboxes.items() if where == location]

    def sources_of(self, location):
        return [source for source, where in self.sources.items() if location in where]

    def sources_of_returns(self, location):
        """Who may tell of a call that returns a message of the location: its own sources, and those of the places
        where people work who answer for one of its mailboxes; all, where a call from anywhere may."""
        if self.policy.cross_location_match:
            return list(self.sources)
        places = {location}
        for mailbox in self.mailboxes_of(location):
            people = list(self.groups.get(mailbox, ())) + [h.person for h in self.owners if h.thing == mailbox]
            places |= {self.people[person].location for person in people}
        return [source for source, where in self.sources.items() if places & set(where)]
