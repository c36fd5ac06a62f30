"""The collector under test: the program generated_days, which steps the real engine. Tells it histories as lines of
text, and reads what it concluded."""

import dataclasses
import datetime
import json
import os
import pathlib
import subprocess

PROGRAM = pathlib.Path(os.environ.get("CALLWATCH_BIN", "")) / "generated_days"


def line(verb, **values):
    """One line: a word, then what is said by name; None and empty texts are not said."""
    words = [verb]
    for name, value in values.items():
        if isinstance(value, (list, tuple)):
            value = ",".join(value)
        elif isinstance(value, bool):
            value = int(value)
        elif isinstance(value, datetime.date):
            value = value.isoformat()
        if value is not None and value != "":
            words.append(f"{name}={value}")
    return " ".join(words)


def lines_of_organisation(organisation):
    yield line("policy", **dataclasses.asdict(organisation.policy))
    for place in organisation.locations.values():
        yield line("location", id=place.name, zone=place.zone, supervisors=place.supervisors, managers=place.managers,
                   monitoring_start=place.monitoring_start)
        for weekday, hours in place.weekly.items():
            yield line("hours", location=place.name, weekday=weekday, **{"from": hours[0]}, to=hours[1])
        for date, hours in place.exceptions.items():
            times = {"from": hours[0], "to": hours[1]} if hours else {}
            yield line("special", location=place.name, date=date, **times)
    for person in organisation.people.values():
        supervisor = f"{person.location}-supervisor"
        yield line("person", id=person.name, location=person.location,
                   supervisor="manager" if person.name == supervisor else supervisor)
        yield line("key", person=person.name, role=person.role)
    for held in organisation.devices:
        yield line("device", id=held.thing, person=held.person, **{"from": held.since}, until=held.until)
    for held in organisation.owners:
        yield line("mailbox", id=held.thing, person=held.person, location=organisation.mailboxes[held.thing],
                   **{"from": held.since}, until=held.until)
    for number, (mailbox, members) in enumerate(organisation.groups.items(), 1):
        location = organisation.mailboxes[mailbox]
        yield line("group", id=f"group-{number}", location=location, members=members)
        yield line("mailbox", id=mailbox, group=f"group-{number}", location=location)
    for source, places in organisation.sources.items():
        yield line("source", id=source, locations=places)


def lines_of(history):
    yield line("history", seed=history.seed)
    yield from lines_of_organisation(history.organisation)
    for said in history.said:
        for item in said.get("items", ()):
            yield line("item", **item)
        yield line(said["verb"], **{name: value for name, value in said.items() if name not in ("verb", "items")})
    yield line("end")


class Collector:
    """A process that is told one history after another."""

    def __init__(self, *options):
        self.process = subprocess.Popen([PROGRAM, *options], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def conclusions(self, history):
        """What it concluded: a list of dictionaries, in order."""
        self.process.stdin.write("\n".join(lines_of(history)) + "\n")
        self.process.stdin.flush()
        concluded = []
        for text in self.process.stdout:
            one = json.loads(text)
            if "end" in one:
                return concluded
            concluded.append(one)
        raise RuntimeError(f"generated_days ended at seed {history.seed}")

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.stdin.close()
        self.process.wait(timeout=60)
        self.process.stdout.close()
