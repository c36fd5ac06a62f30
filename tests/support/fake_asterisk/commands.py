"""Commands on standard input, one a line; each is answered by one line of JSON.

    drop                      closes every connection
    refuse S                  accepts nobody for S seconds
    cut S                     both
    stall S                   connected, but sends and reads nothing; what happens meanwhile is sent afterwards
    slow N                    sends N bytes a second at most; 0 as fast as can be
    split [off]               writes of one to a few bytes
    shutdown S                says Shutdown, closes, refuses; the calls of the recording go on unseen
    reload                    MessageWaiting for every mailbox, ExtensionStatus for every extension, Reload
    wrong-password [off]      every login fails
    no-permission [CLASS ...] the user lacks these classes of events and actions ("call", "reporting"); without a
                              class all of them; "off" gives them back
    break-reply ACTION S      the next answer to ACTION ends in its middle; then as cut S
    flood RATE S              so many more messages a second, for S seconds
    wait-until S              answered when the play is S seconds into the recording
    state, stats              what the telephone system is; what was asked of it, and "unseen", the spans of the
                              recording in which nobody was logged in
    quit                      ends
"""

import asyncio
import json

CLASSES = {"agent", "agi", "aoc", "call", "cc", "cdr", "command", "dialplan", "dtmf", "log", "originate",
           "reporting", "rtcp", "security", "system", "test", "user", "verbose"}


class Commands:
    def __init__(self, port, play, flood):
        self.port, self.play, self.flood = port, play, flood
        self.mood = port.mood

    async def run(self, line):
        """The answer to one line, as a dictionary; None for quit."""
        name, *words = line.split()
        if name == "quit":
            return None
        if name not in BY_NAME:
            return {"error": f"unknown command: {name}"}
        try:
            said = BY_NAME[name](self, *words)
            if asyncio.iscoroutine(said):
                said = await said
        except (TypeError, ValueError) as fault:
            return {"error": f"{name}: {fault}"}
        return {"done": name, **(said or {}), "recorded_s": round(self.play.seconds(), 3)}

    def drop(self):
        self.port.drop()

    def refuse(self, seconds):
        self.port.refuse(float(seconds))

    def cut(self, seconds):
        self.port.refuse(float(seconds))
        self.port.drop()

    def stall(self, seconds):
        self.mood.stall(float(seconds))

    def slow(self, rate):
        self.mood.bytes_per_s = int(rate)

    def split(self, switch="on"):
        self.mood.split = switch != "off"

    def wrong_password(self, switch="on"):
        self.mood.wrong_password = switch != "off"

    def no_permission(self, *classes):
        self.mood.denied = set() if classes == ("off",) else set(classes) or set(CLASSES)

    def break_reply(self, action, seconds):
        self.mood.break_reply = (action, float(seconds))

    def shutdown(self, seconds):
        self.port.broadcast(self.port.live("Shutdown", "system", ("Shutdown", "Cleanly"), ("Restart", "True")))
        self.port.refuse(float(seconds))
        for client in list(self.port.clients):
            client.finish()

    def reload(self):
        for name in self.port.system.mailboxes.messages:
            new, old = self.port.system.mailboxes.counts(name)
            self.port.broadcast(self.port.live(
                "MessageWaiting", "call", ("Mailbox", name), ("Waiting", str(int(new > 0))), ("New", str(new)),
                ("Old", str(old))))
        for said in self.port.system.extensions.values():
            self.port.broadcast(self.port.live("ExtensionStatus", "call", *(
                (k, said[k]) for k in ("Exten", "Context", "Hint", "Status", "StatusText"))))
        self.port.broadcast(self.port.live("Reload", "system", ("Module", "All"), ("Status", "0")))

    def start_flood(self, rate, seconds):
        self.flood.start(float(rate), float(seconds))

    def state(self):
        return {**self.port.system.state(), "ended": self.play.ended, "stated": self.port.clock.stated(),
                "clients": sum(c.logged_in for c in self.port.clients)}

    def stats(self):
        return {**self.port.stats.as_json(), "flood_sent": self.flood.sent, "unseen": self.port.unseen}

    async def wait_until(self, second):
        while self.play.seconds() < float(second):
            await asyncio.sleep(0.01)


BY_NAME = {"drop": Commands.drop, "refuse": Commands.refuse, "cut": Commands.cut, "stall": Commands.stall,
           "slow": Commands.slow, "split": Commands.split, "shutdown": Commands.shutdown,
           "reload": Commands.reload, "wrong-password": Commands.wrong_password,
           "no-permission": Commands.no_permission, "break-reply": Commands.break_reply,
           "flood": Commands.start_flood, "wait-until": Commands.wait_until, "state": Commands.state,
           "stats": Commands.stats}


def as_line(answer):
    return json.dumps(answer, separators=(",", ":"))
