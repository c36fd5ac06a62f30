"""The manager's TCP port: accepts clients, sends them what happens, and can be made to refuse them."""

import asyncio
import socket

import stated_times
from ami_message import Message
from manager_client import ACTION_BYTES_MAX, ManagerClient
from mood import Mood
from stats import Stats

CLIENTS_MAX = 50


def bound(host, port):
    """A socket that holds the port and refuses every connection until somebody listens on it."""
    holder = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    holder.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    holder.bind((host, port))
    return holder


class ManagerPort:
    """`on_login` is called after each login."""

    def __init__(self, clock, release, replies, system, user, secret, tls=None):
        self.clock, self.release, self.replies, self.system = clock, release, replies, system
        self.user, self.secret, self.tls = user, secret, tls
        self.on_login = lambda: None
        self.mood = Mood()
        replies.may_write = self.mood.may_write
        self.stats = Stats()
        self.clients = []
        self.unseen = []  # Spans of recorded seconds, since the first login, in which nobody was logged in.
        self.server = None
        self.address = None
        self.opening = None

    async def open(self, host, port):
        holder = bound(host, port)
        self.address = holder.getsockname()
        await self.listen(holder)

    async def listen(self, holder):
        self.server = await asyncio.start_server(self.accept, sock=holder, ssl=self.tls, limit=ACTION_BYTES_MAX)

    async def accept(self, reader, writer):
        self.stats.connections += 1
        if len(self.clients) >= CLIENTS_MAX:
            writer.transport.abort()
            return
        writer.get_extra_info("socket").setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        client = ManagerClient(self, reader, writer)
        self.clients.append(client)
        try:
            await client.run()
        except asyncio.CancelledError:
            pass  # The program ends.
        finally:
            self.clients.remove(client)

    def drop(self):
        for client in list(self.clients):
            client.drop()

    def refuse(self, seconds):
        """Nobody is accepted for so long; connections there are stay."""
        if self.opening is not None:
            self.opening.cancel()
        if self.server is not None:
            self.server.close()
            self.server = None
            self.holder = bound(*self.address)
        self.opening = asyncio.ensure_future(self.accept_again(seconds))

    async def accept_again(self, seconds):
        await asyncio.sleep(seconds)
        self.opening = None
        await self.listen(self.holder)

    # ---- events

    def live(self, name, privilege, *headers):
        """An event of now, as the manager itself makes it."""
        return Message([("Event", name), ("Privilege", f"{privilege},all"),
                        ("Timestamp", f"{self.clock.stated():.6f}"), *headers])

    def broadcast(self, event):
        event = self.release.word(event)
        self.broadcast_bytes(event, event.bytes())

    def broadcast_bytes(self, event, data):
        self.stats.messages_sent += 1
        for client in self.clients:
            client.tell(event, data)

    def seconds(self):
        """Into the recording."""
        return self.clock.recorded() - self.clock.recording_begins

    def left(self, client):
        """A client that was logged in is so no longer; what it had not been sent by then, it did not see either."""
        others = [c.logged_in_at for c in self.clients if c.logged_in and c is not client]
        since = client.unsent_since if client.outgoing else self.seconds()
        if not others or min(others) > since:
            self.unseen.append([since, min(others, default=None)])

    def logged_in(self, client):
        """What Asterisk tells a client that has just logged in."""
        self.stats.logins += 1
        self.on_login()
        client.logged_in_at = self.seconds()
        if self.unseen and self.unseen[-1][1] is None:
            self.unseen[-1][1] = client.logged_in_at
        up = str(10 + round(self.clock.recorded() - self.clock.begins))
        booted = Message([("Event", "FullyBooted"), ("Privilege", "system,all"), ("Uptime", up),
                          ("LastReload", up), ("Status", "Fully Booted")])
        client.tell(booted, booted.bytes())
        at = stated_times.date_time(self.clock.stated()).isoformat(timespec="milliseconds")
        self.broadcast(self.live("SuccessfulAuth", "security", ("EventTV", at), ("Severity", "Informational"),
                                 ("Service", "AMI"), ("EventVersion", "1"), ("AccountID", self.user),
                                 ("UsingPassword", "0")))

    # ---- actions

    def answer(self, client, name, action):
        data = b"".join(m.bytes() for m in self.replies.answer(action))
        if self.mood.break_reply and self.mood.break_reply[0].lower() == name.lower():
            seconds = self.mood.break_reply[1]
            self.mood.break_reply = None
            client.send_bytes(data[:len(data) // 2])
            client.finish()
            self.refuse(seconds)
            return
        client.send_bytes(data)
