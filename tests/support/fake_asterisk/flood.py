"""More messages than the recording has: calls from outside that reach nobody, worded as the recorded ones.

They ring a number that nothing answers, on channels of their own, and are gone again: no queue, no mailbox and no
telephone of staff is touched, so what must be said of the day stays the same. About 50 messages a call, most of them
VarSet, CEL and Newexten, as it was measured on a PBX under load.
"""

import asyncio
import itertools
import time

from recorded_session import Happening

CHUNK_S = 0.02
CALLED = "0205550177"
MIX = ["VarSet", "CEL", "Newexten", "VarSet"] * 12


class Flood:
    def __init__(self, port):
        self.port = port
        self.serial = itertools.count(1)
        self.sent = 0
        self.running = None

    def start(self, rate, seconds):
        if self.running is not None:
            self.running.cancel()
        self.running = asyncio.ensure_future(self.run(rate, seconds))

    async def run(self, rate, seconds):
        began, sent, messages = time.monotonic(), 0, self.messages()
        while (passed := time.monotonic() - began) < seconds:
            for _ in range(int(passed * rate) - sent):
                self.happen(next(messages))
                sent += 1
            await asyncio.sleep(CHUNK_S)
        for event in self.ending(messages):
            self.happen(event)
        self.running = None

    def happen(self, event):
        self.port.system.apply(Happening(self.port.clock.recorded(), event=event))
        self.port.broadcast(event)
        self.sent += 1

    def messages(self):
        while True:
            yield from self.call(next(self.serial))

    @staticmethod
    def ending(messages):
        """The rest of the call that is under way."""
        for event in messages:
            yield event
            if event.get("Event") == "Hangup":
                return

    def call(self, serial):
        uniqueid = f"{int(self.port.clock.recorded())}.9{serial:07d}"
        state = [("Channel", f"PJSIP/trunk-f{serial % 0xfffffff:07x}"), ("ChannelState", "4"),
                 ("ChannelStateDesc", "Ring"), ("CallerIDNum", f"0219{serial % 1_000_000:06d}"),
                 ("CallerIDName", "Load"), ("ConnectedLineNum", "<unknown>"), ("ConnectedLineName", "<unknown>"),
                 ("Language", "en"), ("AccountCode", ""), ("Context", "from-trunk"), ("Exten", CALLED),
                 ("Priority", "1"), ("Uniqueid", uniqueid), ("Linkedid", uniqueid)]
        more = {"VarSet": [("Variable", "LOAD"), ("Value", str(serial))],
                "Newexten": [("Extension", CALLED), ("Application", "Wait"), ("AppData", "1")]}
        yield self.port.live("Newchannel", "call", *state)
        for kind in MIX:
            if kind == "CEL":
                yield self.port.live("CEL", "call", ("EventName", "APP_START"), ("Channel", state[0][1]),
                                     ("Exten", CALLED), ("Context", "from-trunk"), ("UniqueID", uniqueid),
                                     ("LinkedID", uniqueid))
            else:
                yield self.port.live(kind, "dialplan", *state, *more[kind])
        yield self.port.live("HangupRequest", "call", *state, ("Cause", "16"))
        yield self.port.live("Hangup", "call", *state, ("Cause", "16"), ("Cause-txt", "Normal Clearing"))
