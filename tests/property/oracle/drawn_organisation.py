"""Draws the offices of a history: two to four zones, hours, holidays, people, shared mailboxes, sources, policy, and
the days that are lived in it."""

import datetime

from organisation import Held, Location, Organisation, Person, Policy
from workdays import DAY

ZONES = ("America/Chicago", "America/Kentucky/Louisville", "Europe/Berlin", "Australia/Lord_Howe", "Asia/Kolkata")
# Fridays before clocks are changed, eves of holidays and of leap days; the other days are any of these years.
NOTABLE = ("2012-03-09", "2012-03-23", "2012-10-05", "2012-10-26", "2012-11-02", "2012-02-28", "2012-07-03",
           "2026-03-06", "2026-03-27", "2026-04-03", "2026-10-02", "2026-10-23", "2026-10-30", "2026-11-25",
           "2027-03-12", "2027-03-26", "2027-04-02", "2027-10-01", "2027-10-29", "2027-11-05")
YEARS = (2012, 2026, 2027)
HOUR = 3600
HOURS = ((8 * HOUR, 17 * HOUR), (8 * HOUR, 17 * HOUR), (8 * HOUR + 1800, 16 * HOUR + 2700), (7 * HOUR, 12 * HOUR),
         (9 * HOUR, 24 * HOUR))
SHORT = ((8 * HOUR, 12 * HOUR), (10 * HOUR, 13 * HOUR + 1), (0, 9 * HOUR))
AT_NIGHT = ((1800, 2 * HOUR + 1800), (0, 2 * HOUR), (2 * HOUR + 300, 4 * HOUR))  # When clocks are changed.


def draw_dates(random):
    if random.one_in(2):
        first = datetime.date.fromisoformat(random.choice(NOTABLE))
    else:
        first = datetime.date(random.choice(YEARS), 1, 1) + random.below(360) * DAY
    return [first + n * DAY for n in range(random.between(2, 4))]


def draw_policy(random):
    policy = Policy()
    if random.one_in(2):
        policy.no_answer = random.choice(("counts", "counts_if_message_left", "does_not_count"))
    if random.one_in(5):
        policy.after_hours_due = "same_calendar_day"
    if random.one_in(4):
        policy.internal_messages = "info"
    policy.cross_location_match = random.one_in(8)
    policy.eod_grace_s = random.choice((0, 0, 0, 300, 1800))
    policy.signoff_deadline_s = random.choice((3600, 3600, 900))
    if random.one_in(5):
        policy.min_talk_s = 60
    return policy


def draw_location(random, name, zone, dates):
    hours = random.choice(HOURS)
    weekly = {weekday: hours for weekday in range(1, 6)}
    if random.one_in(4):
        weekly[random.choice((0, 6))] = random.choice(AT_NIGHT + SHORT)
    exceptions = {}
    if random.one_in(3):
        exceptions[random.choice(dates)] = None
    if random.one_in(3):
        exceptions[random.choice(dates)] = random.choice(SHORT + AT_NIGHT)
    return Location(name, zone, weekly, exceptions, [f"{name}-supervisor"], ["manager"])


def draw_people(random, organisation, name, number):
    """Two or three with telephone and mailbox, a supervisor with a telephone, a mailbox they share."""
    clerks = [f"{name}-clerk-{n}" for n in range(1, random.between(2, 3) + 1)]
    for n, person in enumerate(clerks, 1):
        organisation.people[person] = Person(person, name, "staff")
        organisation.devices.append(Held(f"pbx/{number}0{n}", person))
        organisation.owners.append(Held(f"pbx/{number}0{n}@box", person))
        organisation.mailboxes[f"pbx/{number}0{n}@box"] = name
    supervisor = f"{name}-supervisor"
    organisation.people[supervisor] = Person(supervisor, name, "supervisor")
    organisation.devices.append(Held(f"pbx/{number}10", supervisor))
    organisation.mailboxes[f"pbx/{number}99@box"] = name
    organisation.groups[f"pbx/{number}99@box"] = clerks[:2]


def share_across(random, organisation):
    """One who works elsewhere shares a mailbox."""
    mailbox = random.choice(list(organisation.groups))
    person = random.choice(list(organisation.people))
    if person not in organisation.groups[mailbox]:
        organisation.groups[mailbox] = organisation.groups[mailbox] + [person]


def change_hands(random, organisation, dates):
    """A telephone and its mailbox go to a colleague at noon of some day."""
    held = random.choice(organisation.devices)
    workdays = organisation.locations[organisation.people[held.person].location].workdays
    noon = workdays.instant(random.choice(dates), 12 * HOUR, False)
    colleagues = [p.name for p in organisation.people.values()
                  if p.location == organisation.people[held.person].location and p.name != held.person]
    successor = random.choice(colleagues)
    for things, thing in ((organisation.devices, held.thing), (organisation.owners, held.thing + "@box")):
        for one in [h for h in things if h.thing == thing]:
            one.until = noon
            things.append(Held(thing, successor, since=noon))


def draw_sources(random, names):
    """The sources and what each tells of: everything; calls or mailboxes; everything of some offices."""
    form = random.below(3)
    if form == 0:
        return {"pbx": list(names)}, lambda _location, _is_call: "pbx"
    if form == 1:
        return ({"calls": list(names), "mail": list(names)},
                lambda _location, is_call: "calls" if is_call else "mail")
    return {f"pbx-{name}": [name] for name in names}, lambda location, _is_call: f"pbx-{location}"


def draw_organisation(random, dates):
    """(organisation, teller): teller(location, is it a call out?) is the source that tells of it."""
    organisation = Organisation(draw_policy(random))
    names = ("north", "south", "east", "west")[:random.between(2, 4)]
    for number, (name, zone) in enumerate(zip(names, random.sample(ZONES, len(names))), 1):
        organisation.locations[name] = draw_location(random, name, zone, dates)
        draw_people(random, organisation, name, number)
    organisation.people["manager"] = Person("manager", names[0], "manager")
    if random.one_in(3):
        share_across(random, organisation)
    if random.one_in(4):
        change_hands(random, organisation, dates)
    if random.one_in(10):
        watched = organisation.locations[random.choice(names)]
        watched.monitoring_start = watched.workdays.instant(random.choice(dates), 12 * HOUR, False)
    organisation.sources, teller = draw_sources(random, names)
    return organisation, teller
