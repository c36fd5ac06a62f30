"""Does traffic that is not what the contract says do harm? Broken, foreign and oversized frames are sent to
the events, control and requests sockets while the recorded day is replayed: the collector lives, counts each
of them under its code, and the day is still told exactly as it was."""

import collections
import random
import time
import tomllib
import unittest

import zmq

import compare
import observed
import truth
import wire
import world

EACH = 100
FRAME_BYTES_MAX = 64 << 10
LOG_LINES_MAX = 60  # Of the collector, for all of it.
CUT_BYTES = 1 << 20  # libzmq itself cuts a connection that sends this: nobody gets to count it.


def source_of(config):
    with open(config / "asterisk.toml", "rb") as file:
        return tomllib.load(file)["source_id"]


class Stranger:
    """Sends what a broken or hostile program of this machine could send."""

    def __init__(self, one):
        self.one = one
        self.source = source_of(one.config)
        self.topic = b"event." + self.source.encode()
        self.chance = random.Random(1)
        self.context = zmq.Context()
        self.sent = collections.Counter()

    def __enter__(self):
        self.events = self.socket(zmq.XPUB, "events")
        self.control = self.socket(zmq.DEALER, "control")
        self.requests = self.socket(zmq.DEALER, "requests")
        if not self.events.poll(world.ANSWER_S * 1000):
            raise world.Failed("the collector did not subscribe")
        self.events.recv()
        return self

    def __exit__(self, *_):
        self.context.destroy(linger=1000)

    def socket(self, kind, name):
        socket = self.context.socket(kind)
        socket.set(zmq.SNDHWM, 0)
        socket.set(zmq.RCVTIMEO, world.ANSWER_S * 1000)
        socket.connect(f"ipc://{self.one.ipc}/{name}")
        return socket

    def garbage(self, size):
        return b"\xff" + self.chance.randbytes(size)

    def send_events(self):
        for _ in range(EACH):
            for code, frames in (
                    ("malformed", [self.topic, self.garbage(200)]),
                    ("malformed", [self.topic]),
                    ("malformed", [self.topic, wire.event_batch(self.source), b"more"]),
                    ("malformed", [self.topic, wire.event_batch("somebody-else")]),
                    ("malformed", [self.topic, wire.event_batch(b"not UTF-8: \xff")]),
                    ("unknown_source", [b"event.stranger", wire.event_batch("stranger")]),
                    ("version", [self.topic, wire.event_batch(self.source, version=99)]),
                    ("oversized", [self.topic, bytes(FRAME_BYTES_MAX + 1)])):
                self.events.send_multipart(frames)
                self.sent[code] += 1

    def send_control(self):
        for _ in range(EACH):
            for code, frame in (("malformed", self.garbage(50)), ("malformed", b""),
                                ("unknown_source", wire.hello("stranger")),
                                ("version", wire.hello(self.source, version=99)),
                                ("oversized", bytes(FRAME_BYTES_MAX + 1))):
                self.control.send(frame)
                self.sent[code] += 1

    def ask_wrongly(self):
        """Each wrong request is answered with a refusal, and counted with the rest."""
        for code, frame in (("malformed", self.garbage(50)), ("version", b""),
                            ("version", wire.status_request(version=99)),
                            ("oversized", bytes(FRAME_BYTES_MAX + 1))):
            self.requests.send(frame)
            if code.encode() not in self.requests.recv():
                raise world.Failed(f"a request was not refused as {code}")
            self.sent[code] += 1

    def send_what_cuts_the_connection(self):
        for name in ("control", "requests"):
            socket = self.socket(zmq.DEALER, name)
            socket.send(bytes(CUT_BYTES))
            socket.close(linger=1000)


class MalformedTraffic(unittest.TestCase):
    def refused(self, one):
        return collections.Counter(one.ask("status")["refused"])

    def test_it_is_counted_and_harms_nothing(self):
        with world.World() as one:
            one.start_collector()
            with Stranger(one) as stranger:
                stranger.send_events()
                stranger.send_control()
                stranger.ask_wrongly()
                self.assert_counted(one, stranger.sent)
                stranger.send_what_cuts_the_connection()
                before = self.refused(one)
                one.start_bridge()
                stranger.send_events()
                one.wait_for_bridge()
            one.wait_for_verdict()
            self.assertGreater(self.refused(one)["malformed"], before["malformed"])
            self.assert_few_words(one)
            wrong = compare.differences(truth.expected(truth.Recording(world.RECORDING)),
                                        observed.observed(one, world.RECORDING))
            self.assertEqual([], wrong, "\n" + "\n".join(wrong))

    def assert_few_words(self, one):
        """Whoever can send can send for ever: what is refused does not fill the disk with log lines."""
        lines = (one.folder / "callwatchd.log").read_bytes().splitlines()
        self.assertLess(len(lines), LOG_LINES_MAX, b"\n".join(lines[-20:]))

    def assert_counted(self, one, sent):
        def all_there():
            return sum(self.refused(one)[code] for code in sent) >= sum(sent.values())
        world.wait_until(all_there, world.ANSWER_S, f"{sum(sent.values())} refusals")
        time.sleep(0.5)  # One too many would still arrive.
        counted = self.refused(one)
        self.assertEqual(dict(sent), {code: counted[code] for code in sent})


if __name__ == "__main__":
    unittest.main()
