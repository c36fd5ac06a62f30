#!/usr/bin/env python3
"""A telephone system for tests: plays a recorded Asterisk live on a manager port of its own.

    fake_asterisk.py --recording tests/data/asterisk --spool DIR --user observer --secret observe-me

Prints one line of JSON with its port when it listens, plays from the first login on, and does what commands.py lists
on standard input. To logged-in clients it sends what happened live in the recording, in the recorded pacing, times
put to now (play_clock.py); what a client misses while it is cut off is lost to it. Actions are answered from a model
that the events keep, and the voicemail directory is kept on disk as it was. It ends with 0 at `quit`, at the end of
its standard input when that is a pipe, or at SIGTERM.
"""

import argparse
import asyncio
import datetime
import os
import pathlib
import signal
import ssl
import stat
import sys

import commands
import stated_times
from action_replies import Replies
from flood import Flood
from manager_port import ManagerPort
from play_clock import PlayClock
from recorded_session import RecordedSession
from releases import Release
from telephone_system import TelephoneSystem
from voicemail_folder import VoicemailFolder


class Play:
    """Lets the timeline happen: to the model, on disk, and to the clients."""

    def __init__(self, recorded, clock, system, folder, port):
        self.recorded, self.clock, self.system, self.folder, self.port = recorded, clock, system, folder, port
        self.next = 0
        self.started = asyncio.Event()
        self.ended = False

    def seconds(self):
        """How far into the recording."""
        return self.clock.recorded() - self.recorded.begins

    def start(self):
        if not self.started.is_set():
            self.clock.start()
            self.skip()
            self.started.set()

    def skip(self):
        """All that came before the play's first moment happens at once and unseen."""
        timeline = self.recorded.timeline
        while self.next < len(timeline) and timeline[self.next].at < self.clock.begins:
            self.happen(timeline[self.next], seen=False)

    def happen(self, happening, seen=True):
        self.next += 1
        self.folder.apply(happening.changes)
        self.system.apply(happening)
        if seen and happening.event is not None:
            self.port.broadcast(stated_times.shifted(happening.event, self.clock.offset))

    async def run(self):
        await self.started.wait()
        timeline = self.recorded.timeline
        while self.next < len(timeline):
            await asyncio.sleep(self.clock.wait(timeline[self.next].at))
            now = self.clock.recorded()
            late = (now - timeline[self.next].at) / self.clock.speed
            self.port.stats.late_max_s = max(self.port.stats.late_max_s, late)
            while self.next < len(timeline) and timeline[self.next].at <= now:
                self.happen(timeline[self.next])
        await asyncio.sleep(self.clock.wait(self.recorded.ends))
        self.ended = True


async def obey(words, commander, done):
    """Answers the lines of standard input, one after the other."""
    while line := await words.readline():
        if not line.strip():
            continue
        answer = await commander.run(line.decode(errors="replace"))
        if answer is None:
            break
        print(commands.as_line(answer), flush=True)
    if stat.S_ISFIFO(os.fstat(0).st_mode):
        done.set()


async def lines_of_standard_input():
    reader = asyncio.StreamReader()
    await asyncio.get_running_loop().connect_read_pipe(lambda: asyncio.StreamReaderProtocol(reader), sys.stdin)
    return reader


def tls_context(files):
    if files is None:
        return None
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(*files)
    return context


async def run(options):
    recorded = RecordedSession(options.recording)
    clock = PlayClock(recorded.begins, recorded.ends, options.speed, options.begin, options.ends_at,
                      options.in_time)
    release = Release(options.version)
    system = TelephoneSystem(recorded)
    replies = Replies(system, clock, release, release.has_box_summary and not options.no_box_summary)
    port = ManagerPort(clock, release, replies, system, options.user, options.secret, tls_context(options.tls))
    folder = VoicemailFolder(options.spool, system.mailboxes, clock)
    play = Play(recorded, clock, system, folder, port)
    if clock.offset is not None and not clock.in_time:
        play.skip()  # Else at the start: files tell the stated time.
    if options.at_once:
        play.start()
    port.on_login = play.start
    await port.open(options.host, options.port)

    done = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(number, done.set)
    tasks = [asyncio.ensure_future(play.run())]
    print(commands.as_line({"port": port.address[1], "begins": recorded.begins, "ends": recorded.ends,
                            "pid": os.getpid()}), flush=True)
    if not sys.stdin.closed and (stat.S_ISFIFO(os.fstat(0).st_mode) or sys.stdin.isatty()):
        commander = commands.Commands(port, play, Flood(port))
        tasks.append(asyncio.ensure_future(obey(await lines_of_standard_input(), commander, done)))
    try:
        await asyncio.wait_for(done.wait(), options.at_most)
    except asyncio.TimeoutError:
        print(f"fake_asterisk: ended after {options.at_most} s (--at-most)", file=sys.stderr)
    port.drop()
    for task in tasks:
        task.cancel()


def instant(text):
    return datetime.datetime.fromisoformat(text).timestamp()


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--recording", type=pathlib.Path, required=True, help="folder of the recording")
    parser.add_argument("--spool", type=pathlib.Path, required=True, help="voicemail directory to keep")
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=0, help="0: any free one")
    parser.add_argument("--user", default="observer")
    parser.add_argument("--secret", default="observe-me")
    parser.add_argument("--speed", type=float, default=1.0, help="recorded seconds a second")
    parser.add_argument("--begin", type=float, default=0.0, help="seconds of the recording that are over already")
    parser.add_argument("--ends-at", type=instant, help="when the last word is stated to be said (ISO 8601)")
    parser.add_argument("--in-time", action="store_true", help="with --ends-at, at speed 1: play what is due now")
    parser.add_argument("--version", type=int, choices=(16, 18, 20, 22), default=22)
    parser.add_argument("--no-box-summary", action="store_true", help="VoicemailBoxSummary is an unknown action")
    parser.add_argument("--tls", nargs=2, metavar=("CERT", "KEY"))
    parser.add_argument("--at-once", action="store_true", help="play without waiting for a login")
    parser.add_argument("--at-most", type=float, default=7200.0, help="seconds; a bound on a forgotten one")
    asyncio.run(run(parser.parse_args()))


if __name__ == "__main__":
    main()
