"""One client of the manager port: what it asks, what it may see, and the way its bytes take."""

import asyncio
import hashlib
import secrets

from action_replies import ACTIONS, error, response
from ami_message import Message

ACTION_BYTES_MAX = 64 * 1024
WRITE_BYTES_MAX = 64 * 1024
# A client that lets so much pile up does not read: Asterisk logs it off (recorded: after 3.0 MB).
UNREAD_BYTES_MAX = 3_000_000
BEFORE_LOGIN = ("Login", "Challenge", "Logoff")  # All that may be asked before the login.


class ManagerClient:
    def __init__(self, port, reader, writer):
        """`port` is the ManagerPort that accepted it."""
        self.port = port
        self.reader = reader
        self.writer = writer
        self.logged_in = False
        self.wants_events = True
        self.challenge = None
        self.logged_in_at = None   # Seconds into the recording, as is
        self.unsent_since = None   # since when the oldest of `outgoing` waits.
        self.outgoing = bytearray()
        self.wake = asyncio.Event()
        self.closing = False
        self.pump = asyncio.ensure_future(self.send_outgoing())

    # ---- out

    def send(self, *messages):
        self.send_bytes(b"".join(m.bytes() for m in messages))

    def send_bytes(self, data):
        if self.closing:
            return
        if not self.outgoing:
            self.unsent_since = self.port.seconds()
        self.outgoing += data
        self.wake.set()
        if len(self.outgoing) > UNREAD_BYTES_MAX:
            self.port.stats.logged_off_unread += 1
            self.drop()

    def tell(self, event, data):
        """A live event, if this client is to see it."""
        if self.logged_in and self.wants_events and self.port.mood.may_read(event.get("Privilege")):
            self.send_bytes(data)

    async def send_outgoing(self):
        try:
            while True:
                await self.wake.wait()
                self.wake.clear()
                while self.outgoing:
                    size = await self.port.mood.next_write()
                    part = bytes(self.outgoing[:size or WRITE_BYTES_MAX])
                    del self.outgoing[:len(part)]
                    self.writer.write(part)
                    self.port.stats.bytes_sent += len(part)
                    await self.writer.drain()
                if self.closing:
                    self.writer.close()
                    return
        except (ConnectionError, asyncio.CancelledError):
            pass

    def drop(self):
        """Closes at once; what was not yet written is lost."""
        self.leave()
        self.pump.cancel()
        self.writer.transport.abort()

    def finish(self):
        """Writes what there is, then closes."""
        self.leave()
        self.wake.set()

    def leave(self):
        self.closing = True
        if self.logged_in:
            self.logged_in = False
            self.port.left(self)

    # ---- in

    async def run(self):
        self.send_bytes(self.port.release.banner)
        try:
            while not self.closing:
                block = await self.reader.readuntil(b"\r\n\r\n")
                await self.port.mood.not_stalled()
                self.take(Message.parse(block.strip(b"\r\n")))
        except (asyncio.IncompleteReadError, asyncio.LimitOverrunError, ConnectionError):
            self.drop()

    def take(self, action):
        name = action.get_any_case("Action")
        self.port.stats.count_action(name)
        known = next((k for k in ACTIONS if k.lower() == name.lower()), name)
        if not self.logged_in and known not in BEFORE_LOGIN:
            return self.reply(action, error("Permission denied"))
        if known in OWN:
            return OWN[known](self, action)
        if not self.port.mood.may_write(ACTIONS.get(known, ())):
            return self.reply(action, error("Permission denied"))
        return self.port.answer(self, known, action)

    def reply(self, action, messages):
        for message in messages:
            if action.get_any_case("ActionID"):
                message.headers.insert(1, ("ActionID", action.get_any_case("ActionID")))
        self.send(*messages)

    def give_challenge(self, action):
        if action.get_any_case("AuthType").upper() != "MD5":
            return self.reply(action, error("Must specify AuthType"))
        self.challenge = str(100_000_000 + secrets.randbelow(900_000_000))
        return self.reply(action, [response("Success", ("Challenge", self.challenge))])

    def log_in(self, action):
        if not self.is_right(action):
            self.reply(action, error("Authentication failed"))
            self.port.stats.failed_logins += 1
            return self.finish()
        self.logged_in = True
        self.wants_events = action.get_any_case("Events").lower() not in ("off", "false", "no")
        self.reply(action, [response("Success", ("Message", "Authentication accepted"))])
        return self.port.logged_in(self)

    def is_right(self, action):
        if self.port.mood.wrong_password or action.get_any_case("Username") != self.port.user:
            return False
        if action.get_any_case("AuthType").upper() == "MD5":
            right = hashlib.md5(((self.challenge or "") + self.port.secret).encode()).hexdigest()
            return self.challenge is not None and action.get_any_case("Key").lower() == right
        return action.get_any_case("Secret") == self.port.secret

    def log_off(self, action):
        self.reply(action, [response("Goodbye", ("Message", "Thanks for all the fish."))])
        self.finish()

    def choose_events(self, action):
        mask = action.get_any_case("EventMask").lower()
        self.wants_events = mask not in ("off", "false", "no", "0", "")
        self.reply(action, [response("Success", ("Events", "On" if self.wants_events else "Off"))])

    def user_event(self, action):
        told = [(k, v) for k, v in action.headers if k.lower() not in ("action", "actionid")]
        self.reply(action, [response("Success", ("Message", "Event Sent"))])
        self.port.broadcast(self.port.live("UserEvent", "user", *told))


OWN = {"Challenge": ManagerClient.give_challenge, "Login": ManagerClient.log_in, "Logoff": ManagerClient.log_off,
       "Events": ManagerClient.choose_events, "UserEvent": ManagerClient.user_event}
