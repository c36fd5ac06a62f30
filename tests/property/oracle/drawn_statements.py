"""Draws what the sources say of a world: events in their order, numbered, with lists, counts and heartbeats between
them, and with the troubles of the history: numbers lost, a bridge that is blind, lists that are missing."""

from drawn_world import HOUR, MINUTE
from workdays import SECOND


class Statements:
    """Of one history: for each source the list of (when by its clock, what)."""

    def __init__(self, random, world):
        self.random = random
        self.world = world
        self.events = {source: [] for source in world.organisation.sources}
        self.lost_messages = set()

    def draw(self):
        for message in self.world.messages:
            self.say_message(message)
        for call, mailbox, location, at in self.world.missed:
            self.say(location, False, at, kind="voicemail_reached", call=call, mailbox=mailbox)
        for call in self.world.calls:
            self.say_call(call)
        self.say_lists()
        self.say_oddities()
        return {source: self.stream_of(source) for source in self.events}

    def say(self, location, is_call, at, **event):
        self.events[self.world.teller(location, is_call)].append((at, event))

    def say_message(self, message):
        where = message.location
        names = {"call": message.call, "mailbox": message.mailbox}
        if message.reached_at + 1000 < message.left_at:
            self.say(where, False, message.reached_at, kind="voicemail_reached", **names)
        self.say(where, False, message.left_at, kind="voicemail_left", received_at=message.received_at,
                 **names, **message.party)
        ids = {"msg_id": message.name, "mailbox": message.mailbox}
        if not self.random.one_in(3):
            listed_at = message.left_at + self.random.choice((1, SECOND, 5 * SECOND, 2 * MINUTE))
            if message.is_held_at(listed_at):
                self.say(where, False, listed_at, kind="voicemail_left", call=message.call,
                         received_at=message.received_at, duration_ms=message.duration_ms,
                         folder=message.folder_at(listed_at), **ids, **message.party)
        if message.heard_at is not None:
            self.say(where, False, message.heard_at, kind="voicemail_heard", device=message.device, **ids)
            self.say(where, False, message.heard_at, kind="voicemail_moved", device=message.device, folder="Old", **ids)
        if message.deleted_at is not None:
            self.say(where, False, message.deleted_at, kind="voicemail_deleted", device=message.device, **ids)

    def say_call(self, call):
        told = {"call": call.name, "device": call.device}
        whom = dict(call.party, started_at=call.started_at, ring_ms=call.ring_ms)
        if call.answered_at is None:
            self.say(call.location, True, call.ended_at, kind="outbound_failed", result=call.result, **told, **whom)
            return
        self.say(call.location, True, call.answered_at, kind="outbound_established", **told, **whom)
        self.say(call.location, True, call.ended_at, kind="outbound_cleared", talk_ms=call.talk_ms, **told)

    def say_lists(self):
        random, world = self.random, self.world
        grace = world.organisation.policy.eod_grace_s * SECOND
        for location, _, close in world.closes:
            check = close + grace
            moments = [check - random.choice((1, SECOND, 30 * SECOND, 2 * MINUTE, 5 * MINUTE, 9 * MINUTE, 10 * MINUTE,
                                              10 * MINUTE + 1 if random.one_in(4) else MINUTE))]
            if random.one_in(2):
                moments.append(check + random.choice((0, 1, 20 * SECOND, 2 * MINUTE, 20 * MINUTE, 70 * MINUTE)))
            if random.one_in(3):
                moments.append(close - 6 * HOUR)
            for at in moments:
                for mailbox in world.organisation.mailboxes_of(location):
                    if "lists_missing" not in world.troubles or not random.one_in(5):
                        self.say_list(location, mailbox, max(at, world.begins + SECOND))
            if "counts" in world.troubles or "wrong_counts" in world.troubles:
                self.say_counts(location, check - random.choice((0, 1, SECOND, MINUTE, 8 * MINUTE, -1, -MINUTE)))

    def say_list(self, location, mailbox, as_of):
        items = [dict(m.party, msg_id=m.name, folder=m.folder_at(as_of), received_at=m.received_at,
                      duration_ms=m.duration_ms, call=m.call)
                 for m in self.world.messages if m.mailbox == mailbox and m.is_held_at(as_of)]
        is_complete = "lists_incomplete" not in self.world.troubles or not self.random.one_in(4)
        takes = self.random.choice((0, 0, 0, 1, SECOND))
        self.say(location, False, as_of + takes, kind="mailbox_snapshot", mailbox=mailbox, as_of=as_of,
                 complete=int(is_complete), items=items if is_complete else items[:1])

    def say_counts(self, location, at):
        world = self.world
        mailbox = self.random.choice(world.organisation.mailboxes_of(location))
        held = [m.folder_at(at) for m in world.messages if m.mailbox == mailbox and m.is_held_at(at)]
        wrong = int("wrong_counts" in world.troubles and self.random.one_in(2))
        self.say(location, False, max(at, world.begins), kind="mailbox_counts", mailbox=mailbox,
                 new=held.count("INBOX") + wrong, old=held.count("Old"))

    def say_oddities(self):
        random, world = self.random, self.world
        if "unwatched" in world.troubles and world.closes:
            location, _, close = random.choice(world.closes)
            self.say(location, False, close + random.choice((-HOUR, -1, 0, 1, HOUR)), kind="voicemail_left",
                     call="pbx/odd", mailbox="pbx/666@box", number="0217000001")
        if "ends" in world.troubles and world.closes:
            source = random.choice(list(self.events))
            end = random.choice(world.closes)[2] + random.choice((-1, 0, 1, -HOUR, HOUR))
            self.events[source] = [(at, e) for at, e in self.events[source] if at <= end]
            self.events[source].append((max(end, world.begins), {"kind": "source_end"}))

    def stream_of(self, source):
        events = self.events[source]
        blind = None
        if "blind" in self.world.troubles and self.world.closes:
            blind = self.draw_blindness()
            events = [(at, e) for at, e in events if not blind[0] <= at < blind[1]]
            if self.random.one_in(2):
                events.append((blind[0], {"kind": "upstream_lost", "from": blind[0]}))
            events.append((blind[1], {"kind": "upstream_restored", "from": blind[0], "to": blind[1]}))
            self.say_lists_after(source, blind[1], events)
        events = sorted(events, key=lambda one: one[0])
        return Numbering(self.random, self.world, source, blind).stream(events)

    def draw_blindness(self):
        random = self.random
        since = random.choice(self.world.closes)[2] - random.choice((SECOND, MINUTE, 5 * MINUTE, HOUR, 3 * HOUR))
        since = max(since + random.below(20) * SECOND, self.world.begins + MINUTE)
        return since, since + random.choice((SECOND, 30 * SECOND, 2 * MINUTE, 10 * MINUTE, HOUR))

    def say_lists_after(self, source, at, events):
        """A bridge that sees again lists every mailbox of its."""
        world, before = self.world, self.events
        self.events = {name: [] for name in before}
        for mailbox, location in world.organisation.mailboxes.items():
            if world.teller(location, False) == source:
                self.say_list(location, mailbox, at + SECOND)
        events += self.events[source]
        self.events = before


class Numbering:
    """Numbers the events, puts heartbeats between them, and loses some."""

    def __init__(self, random, world, source, blind):
        self.random, self.world, self.source, self.blind = random, world, source, blind
        self.said = []
        self.epoch, self.sequence, self.lost, self.to_lose = 1000, 0, 0, 0
        self.beats = self.moments_of_beats()

    def moments_of_beats(self):
        moments = {self.world.begins, self.world.ends, self.world.ends - HOUR}
        grace = self.world.organisation.policy.eod_grace_s * SECOND
        for _, _, close in self.world.closes:
            after = (-1, 0, 1, SECOND, 5 * SECOND, 14 * SECOND, MINUTE, 3 * MINUTE, 3 * MINUTE + SECOND, 20 * MINUTE,
                     70 * MINUTE)
            moments |= {close + span for span in after if span in (0, 3 * MINUTE) or not self.random.one_in(4)}
            moments |= {close - 4 * HOUR, close + grace, close + grace + 5 * SECOND, close + grace + 4 * MINUTE}
        return sorted(at for at in moments if self.world.begins <= at <= self.world.ends)

    def stream(self, events):
        self.say(self.world.begins, verb="hello", epoch=self.epoch)
        for at, event in events:
            self.beat_before(at)
            self.event(at, event)
            if event["kind"] == "source_end":
                return self.said
        self.beat_before(self.world.ends + 1)
        return self.said

    def say(self, moment, **said):
        self.said.append((moment, dict(said, source=self.source)))

    def beat_before(self, at):
        """All beats until `at`; one at the same time as an event may come before it, and then claims a little less."""
        while self.beats and self.beats[0] < at:
            moment = self.beats.pop(0)
            if self.blind and self.blind[0] <= moment < self.blind[1]:
                continue
            self.tell_loss(moment)
            self.say(moment, verb="beat", watermark=moment)

    def event(self, at, event):
        if event["kind"] not in ("upstream_lost", "upstream_restored", "source_end"):
            if "losses" in self.world.troubles and not self.to_lose and self.random.one_in(20):
                self.to_lose = self.random.between(1, 4)
            if self.to_lose:
                self.to_lose -= 1
                self.lost += 1
                return
        self.tell_loss(at)
        self.sequence += 1
        self.say(at, verb="event", sequence=self.sequence, at=at, **event)

    def tell_loss(self, at):
        """Before anything later is claimed: as a loss of numbers, or by a new spool."""
        if not self.lost:
            return
        if self.random.one_in(3):
            self.epoch += 1
            self.sequence = 0
            self.say(at, verb="hello", epoch=self.epoch)
        else:
            self.say(at, verb="loss", first=self.sequence + 1, last=self.sequence + self.lost)
            self.sequence += self.lost
        self.lost = 0
