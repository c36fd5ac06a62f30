"""Draws what really happens in a history: who leaves which message, who hears or deletes it, who calls back and how
long they talk. The collector never learns it but by what the sources say of it (drawn_statements.py)."""

import dataclasses

from workdays import SECOND

MINUTE = 60 * SECOND
HOUR = 60 * MINUTE
# Within a second of a close or of midnight, or so that a message or call reaches over it.
NEAR = (-1, 0, 1, -SECOND, SECOND, -500_000, -3 * SECOND, -20 * SECOND, -MINUTE, -179 * SECOND, -180 * SECOND,
        -181 * SECOND, 30 * SECOND)
MESSAGE_MS = (500, 2_999, 3_000, 20_000, 20_000, 60_000, 175_000)
TALK_MS = (1_000, 4_999, 5_000, 5_001, 59_999, 60_000, 60_000, 60_000, 300_000)
RING_MS = (14_999, 15_000, 15_001, 20_000, 40_000)
GREETING_MS = 5_000
TROUBLES = ("losses", "blind", "outages", "dies", "lists_missing", "lists_incomplete", "counts", "wrong_counts",
            "unwatched", "restarts", "ends", "odd_people")


@dataclasses.dataclass
class TrueMessage:
    name: str
    call: str
    mailbox: str
    location: str
    party: dict
    received_at: int
    reached_at: int
    left_at: int
    duration_ms: int
    heard_at: int | None = None
    deleted_at: int | None = None
    device: str = ""  # Where it was heard and deleted.

    def folder_at(self, at):
        return "Old" if self.heard_at is not None and self.heard_at <= at else "INBOX"

    def is_held_at(self, at):
        return self.left_at <= at and (self.deleted_at is None or at < self.deleted_at)


@dataclasses.dataclass
class TrueCall:
    name: str
    device: str
    location: str
    party: dict
    started_at: int
    answered_at: int | None
    ended_at: int
    talk_ms: int
    ring_ms: int
    result: str = ""


@dataclasses.dataclass
class World:
    organisation: object
    teller: object
    dates: list
    troubles: set
    begins: int = 0
    ends: int = 0
    closes: list = dataclasses.field(default_factory=list)  # (location, date, close)
    messages: list = dataclasses.field(default_factory=list)
    missed: list = dataclasses.field(default_factory=list)  # (call, mailbox, location, when) without a message
    calls: list = dataclasses.field(default_factory=list)

    def closes_of(self, location):
        return [close for where, _, close in self.closes if where == location]


class WorldDrawing:
    def __init__(self, random, organisation, teller, dates):
        self.random = random
        troubles = {t for t in TROUBLES if random.one_in(5)} if not random.one_in(3) else set()
        self.world = World(organisation, teller, dates, troubles)
        self.numbers = [{"number": f"021700000{n}"} for n in range(1, 5)]

    def draw(self):
        world, random = self.world, self.random
        self.set_times()
        for location in world.organisation.locations:
            for _ in range(random.below(3 + 2 * len(world.dates))):
                self.draw_message(location)
        for message in list(world.messages):
            self.draw_fate(message)
        return world

    def set_times(self):
        world = self.world
        edges = [(location.workdays.instant(world.dates[0], 6 * 3600, False),
                  location.workdays.instant(world.dates[-1], 24 * 3600, True))
                 for location in world.organisation.locations.values()]
        world.begins = min(begins for begins, _ in edges)
        world.ends = max(ends for _, ends in edges) + 3 * HOUR
        for location in world.organisation.locations.values():
            for date in world.dates:
                hours = location.workdays.hours_on(date)
                if hours and hours[1] > world.begins:
                    world.closes.append((location.name, date, hours[1]))

    def draw_instant(self, location):
        """A time that matters to the office, or any."""
        random, world = self.random, self.world
        closes = world.closes_of(location)
        kind = random.below(10)
        if kind < 4 and closes:
            return max(world.begins, random.choice(closes) + random.choice(NEAR))
        if kind < 5:
            workdays = world.organisation.locations[location].workdays
            midnight = workdays.instant(random.choice(world.dates), 24 * 3600, True)
            return max(world.begins, midnight + random.choice((-1, 0, 1, -SECOND, SECOND)))
        if kind < 8 and closes:
            return max(world.begins, random.choice(closes) - 1 - random.below(8 * HOUR))
        return world.begins + random.below(world.ends - world.begins - 2 * HOUR)

    def draw_party(self):
        kind = self.random.below(8)
        if kind == 0:
            return {"withheld": 1}
        if kind == 1:
            return {"extension": self.random.choice(self.world.organisation.devices).thing.split("/")[1]}
        return self.random.choice(self.numbers)

    def draw_message(self, location):
        random, world = self.random, self.world
        name = f"m{len(world.messages) + len(world.missed) + 1}"
        mailbox = random.choice(world.organisation.mailboxes_of(location))
        received_at = self.draw_instant(location)
        waits = random.choice((0, 0, 1_000, 20_000, 400_000)) * 1000
        # Who waits at the close and reaches the mailbox after it is not known of before (tests/README.md).
        if any(received_at < close <= received_at + waits for close in world.closes_of(location)):
            waits = 0
        reached_at = received_at + waits
        if random.one_in(8):
            world.missed.append((f"pbx/{name}", mailbox, location, reached_at))
            return
        duration_ms = random.choice(MESSAGE_MS)
        message = TrueMessage(name, f"pbx/{name}", mailbox, location, self.draw_party(), received_at, reached_at,
                              reached_at + min(GREETING_MS + duration_ms, 180_000) * 1000, duration_ms)
        world.messages.append(message)
        if random.one_in(10):
            self.copy(message)

    def copy(self, message):
        """The same message, left for another mailbox too."""
        organisation = self.world.organisation
        others = [m for m in organisation.mailboxes if m != message.mailbox]
        mailbox = self.random.choice(others)
        self.world.messages.append(dataclasses.replace(message, mailbox=mailbox,
                                                       location=organisation.mailboxes[mailbox]))

    def draw_fate(self, message):
        random = self.random
        if random.one_in(2):
            message.device = random.choice(self.world.organisation.devices).thing
            message.heard_at = message.left_at + random.below(5 * HOUR)
            if random.one_in(3):
                message.deleted_at = message.heard_at + random.below(2 * HOUR)
        for _ in range(random.choice((0, 1, 1, 1, 2))):
            self.draw_call(message)

    def draw_call(self, message):
        random, world = self.random, self.world
        mine = [d.thing for d in world.organisation.devices
                if world.organisation.people[d.person].location == message.location]
        anybody = [d.thing for d in world.organisation.devices]
        device = random.choice(anybody if random.one_in(5) else mine)
        user = next(d.person for d in world.organisation.devices if d.thing == device)
        ring_ms = random.choice(RING_MS)
        closes = [c for c in world.closes_of(message.location) if c > message.received_at + 2 * MINUTE]
        if closes and random.one_in(3):
            answered_at = random.choice(closes) + random.choice((-1, 0, 1, -SECOND, -4_999_000, -5 * SECOND,
                                                                 -30 * SECOND, SECOND))
        else:
            answered_at = message.received_at + ring_ms * 1000 + random.choice(
                (0, 1, MINUTE, random.below(4 * HOUR), random.below(4 * HOUR), random.below(30 * HOUR), -HOUR))
        answered_at = max(answered_at, world.begins + MINUTE)
        started_at = answered_at - ring_ms * 1000
        party = {"number": "0217000009"} if message.party.get("withheld") and random.one_in(2) else message.party
        call = TrueCall(f"pbx/c{len(world.calls) + 1}", device, world.organisation.people[user].location, party,
                        started_at, answered_at, answered_at, random.choice(TALK_MS), ring_ms)
        if random.one_in(3):
            call.answered_at, call.talk_ms = None, 0
            call.result = random.choice(("no_answer", "no_answer", "no_answer", "busy", "cancelled", "rejected"))
        call.ended_at += call.talk_ms * 1000
        world.calls.append(call)
