"""Draws a whole history from a seed: the offices, what happens there, what the sources say of it, when it arrives, and
what people say to the collector."""

import dataclasses

from drawn_organisation import draw_dates, draw_organisation
from drawn_statements import Statements
from drawn_world import HOUR, MINUTE, WorldDrawing
from seeded_random import SeededRandom
from workdays import DAY, SECOND


@dataclasses.dataclass
class History:
    seed: int
    organisation: object
    world: object
    said: list  # What the collector hears, in order, each with its time as "now".


def draw_history(seed):
    random = SeededRandom(seed)
    dates = draw_dates(random)
    organisation, teller = draw_organisation(random, dates)
    world = WorldDrawing(random, organisation, teller, dates).draw()
    streams = Statements(random, world).draw()
    arrivals = []
    for source, stream in streams.items():
        arrivals += Delivery(random, world, source).arrivals(stream)
    arrivals += people_say(random, world)
    arrivals += time_passes(world)
    if "restarts" in world.troubles:
        for _ in range(random.between(1, 3)):
            at = restart_moment(random, world)
            arrivals += [(at, {"verb": "restart"}), (at, {"verb": "start"})]
    arrivals.sort(key=lambda one: one[0])
    begin = [{"verb": "restart", "now": world.begins}, {"verb": "start", "now": world.begins}]
    return History(seed, organisation, world, begin + [dict(said, now=at) for at, said in arrivals])


def restart_moment(random, world):
    if world.closes and random.one_in(2):
        return max(world.begins, random.choice(world.closes)[2] + random.choice((-MINUTE, 1, 8 * SECOND, MINUTE, HOUR)))
    return world.begins + random.below(world.ends - world.begins)


class Delivery:
    """When what a source says arrives: at once, a little later, after an outage, or never."""

    def __init__(self, random, world, source):
        self.world, self.source = world, source
        self.lag = random.choice((0, 0, 0, 2 * SECOND, 40 * SECOND)) if world.troubles else 0
        self.outages, self.dies_at = [], None
        if "outages" in world.troubles and world.closes:
            since = random.choice(world.closes)[2] - random.choice((SECOND, MINUTE, 10 * MINUTE, 3 * HOUR))
            self.outages.append((since, since + random.choice((MINUTE, 5 * MINUTE, 50 * MINUTE, 3 * HOUR, 20 * HOUR))))
        if "dies" in world.troubles and world.closes and random.one_in(2):
            self.dies_at = random.choice(world.closes)[2] - random.choice((-MINUTE, 1, MINUTE, HOUR))

    def arrivals(self, stream):
        made, last = [], self.world.begins
        for said_at, said in stream:
            at = max(last, said_at + self.lag)
            for since, until in self.outages:
                if since <= at < until:
                    at = until
            if self.dies_at is not None and at >= self.dies_at:
                break
            last = at
            made.append((at, said))
        for since, until in self.outages:
            made += [(since + 15 * SECOND, {"verb": "quiet", "source": self.source}),
                     (until, {"verb": "spoke", "source": self.source})]
        if self.dies_at is not None:
            made.append((self.dies_at + 15 * SECOND, {"verb": "quiet", "source": self.source}))
        made = [(at, said) for at, said in made if at >= self.world.begins]
        return sorted(made, key=lambda one: (one[0], one[1]["verb"] != "spoke"))


def time_passes(world):
    """Nobody says anything: settling and signing times end all the same."""
    policy = world.organisation.policy
    moments = set()
    for _, _, close in world.closes:
        check = close + policy.eod_grace_s * SECOND
        moments |= {check + policy.settle_wait_s * SECOND - 1, check + policy.settle_wait_s * SECOND,
                    check + policy.signoff_deadline_s * SECOND - 1, check + policy.signoff_deadline_s * SECOND,
                    check + policy.signoff_deadline_s * SECOND + 4 * MINUTE}
    return [(at, {"verb": "tick"}) for at in sorted(moments)]


def people_say(random, world):
    said = []
    if random.one_in(3):
        return said
    for message in world.messages:
        for _ in range(random.choice((0, 0, 1, 1, 2))):
            said.append(say_of_message(random, world, message))
    for location, date, close in world.closes:
        if not random.one_in(3):
            said.append(sign(random, world, location, date, close))
    said.sort(key=lambda one: one[0])
    for number, (_, command) in enumerate(said, 1):
        command["id"] = f"{number:032x}"
    return said


def somebody(random, world, location):
    names = [p.name for p in world.organisation.people.values()
             if p.location == location or p.role == "manager" or "odd_people" in world.troubles]
    return random.choice(names + [f"{location}-supervisor"])


def say_of_message(random, world, message):
    closes = [c for c in world.closes_of(message.location) if c > message.left_at]
    if closes and random.one_in(3):
        at = random.choice(closes) + random.choice((-1, 0, 1, -MINUTE, MINUTE, 30 * MINUTE, 2 * HOUR))
    else:
        at = message.left_at + 1 + random.below(20 * HOUR)
    what = random.choice(("return", "return", "attempt", "resolve", "resolve", "defer", "carry", "claim", "reopen"))
    command = {"verb": "command", "what": what, "person": somebody(random, world, message.location),
               "mailbox": message.mailbox, "call": message.call, "msg_id": message.name}
    if what in ("return", "attempt") and random.one_in(2):
        command["stated_at"] = random.choice((at - MINUTE, at - HOUR, at, message.received_at, at + 1,
                                              message.received_at - 1))
    if what == "resolve":
        command["reason"] = random.choice(("spam", "wrong_number", "no_reply_needed", "personal", "caller_reached"))
    if what == "defer":
        today = world.organisation.locations[message.location].workdays.local_date(at)
        command["to"] = today + random.choice((0, 1, 1, 1, 2, 3, 92, 93)) * DAY
    if what == "claim" and random.one_in(4):
        command["release"] = 1
    return max(at, world.begins), command


def sign(random, world, location, date, close):
    policy = world.organisation.policy
    span = policy.signoff_deadline_s * SECOND
    at = close + policy.eod_grace_s * SECOND + random.choice(
        (1, 20 * SECOND, 5 * MINUTE, 10 * MINUTE, span - 1, span, span + 1, span + HOUR))
    person = somebody(random, world, location) if random.one_in(4) else f"{location}-supervisor"
    command = {"verb": "command", "what": "sign", "person": person, "location": location, "date": date,
               "exceptions": random.choice(("all", "all", "all", "none"))}
    if not random.one_in(4):
        command["remark"] = "remark"
    if (person == "manager") != random.one_in(8):
        command["on_behalf"] = 1
    if random.one_in(12):
        command["outdated"] = 1
    return max(at, world.begins), command
