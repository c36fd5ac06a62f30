"""A fake Asterisk (tests/support/fake_asterisk) started for one test, and a plain client of its manager port.

    with FakeAsterisk(folder, "--speed", "20") as pbx:
        client = ManagerClient(pbx.port)
        pbx.say("wait-until 60")
        pbx.say("cut 5")
"""

import json
import pathlib
import socket
import subprocess
import sys
import time

import world

PROGRAM = pathlib.Path(__file__).resolve().parent.parent / "support" / "fake_asterisk" / "fake_asterisk.py"
USER, SECRET = "observer", "observe-me"
START_S = 30
ANSWER_S = 30


class FakeAsterisk:
    """`folder` gets its voicemail directory and its log."""

    def __init__(self, folder, *more):
        self.spool = folder / "voicemail"
        self.log = folder / "asterisk.log"
        with open(self.log, "ab") as words:
            self.process = subprocess.Popen(
                [sys.executable, str(PROGRAM), "--recording", str(world.RECORDING), "--spool", str(self.spool),
                 "--user", USER, "--secret", SECRET, *more],
                stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=words, text=True)
        said = self.process.stdout.readline()
        if not said:
            raise world.Failed(f"the fake Asterisk did not start: {self.log.read_text()}")
        self.port = json.loads(said)["port"]

    def __enter__(self):
        return self

    def __exit__(self, kind, error, traceback):
        self.stop()

    def say(self, command):
        """One command and its answer; those that wait (wait-until) are waited for."""
        self.process.stdin.write(command + "\n")
        self.process.stdin.flush()
        answer = json.loads(self.process.stdout.readline())
        if "error" in answer:
            raise world.Failed(answer["error"])
        return answer

    def stop(self):
        """Asks it to end; returns its exit code."""
        if self.process.poll() is None:
            try:
                self.process.stdin.write("quit\n")
                self.process.stdin.flush()
            except BrokenPipeError:
                pass
        try:
            return self.process.wait(ANSWER_S)
        finally:
            self.process.kill()
            self.process.stdin.close()
            self.process.stdout.close()


class ManagerClient:
    """Reads and asks as plainly as can be; messages are lists of header lines."""

    def __init__(self, port, timeout=10):
        self.socket = socket.create_connection(("127.0.0.1", port), timeout)
        self.bytes = b""
        self.banner = self.read_to(b"\r\n")

    def __enter__(self):
        return self

    def __exit__(self, kind, error, traceback):
        self.socket.close()

    def read_to(self, end):
        while end not in self.bytes:
            more = self.socket.recv(65536)
            if not more:
                raise EOFError
            self.bytes += more
        part, _, self.bytes = self.bytes.partition(end)
        return part

    def message(self):
        return self.read_to(b"\r\n\r\n").decode("latin-1").split("\r\n")

    def messages(self, seconds, at_most=60):
        """All that comes until nothing came for so long, or the connection is closed, or `at_most` seconds."""
        self.socket.settimeout(seconds)
        found, ends = [], time.monotonic() + at_most
        try:
            while time.monotonic() < ends:
                found.append(self.message())
        except (TimeoutError, EOFError, ConnectionError):
            pass
        return found

    def ask(self, action, *headers):
        lines = [f"Action: {action}", "ActionID: test-1", *headers]
        self.socket.sendall(("\r\n".join(lines) + "\r\n\r\n").encode())

    def answer(self):
        """The messages of the answer to `ask`, events between them left out."""
        found = []
        while True:
            message = self.message()
            if "ActionID: test-1" not in message:
                continue
            found.append(message)
            if "EventList: Complete" in message or ("EventList: start" not in message and len(found) == 1):
                return found

    def log_in(self, secret=SECRET):
        self.ask("Login", f"Username: {USER}", f"Secret: {secret}")
        return self.answer()[0]
