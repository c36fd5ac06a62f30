"""The real programs, started for one test in a folder of their own and stopped again by process id.

    with World() as world:
        world.start_collector()
        world.start_bridge(speed="max")
        world.wait_for_bridge()
        world.ask("status")

The programs are looked for in the folder that CALLWATCH_BIN names (build/dev/bin without it). Every
wait has a limit, and when a test fails the end of every program's log is shown.
"""

import json
import os
import pathlib
import shutil
import signal
import subprocess
import tempfile
import time
import unittest

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
BIN = pathlib.Path(os.environ.get("CALLWATCH_BIN", ROOT / "build" / "dev" / "bin"))
EXAMPLE = ROOT / "config" / "examples" / "recorded-day"
RECORDING = ROOT / "tests" / "data" / "asterisk"
ENDS_AT = "2026-11-20T17:00:00-06:00"
LOCATION = "northside"
DAY = "2026-11-20"

# Sanitizers and a busy machine make everything slow; these only bound a hang.
ANSWER_S = 30
STOP_S = 30
REPLAY_S = 240


class Failed(AssertionError):
    """What should have happened did not."""


def wait_until(condition, seconds, what):
    """The first true answer of condition(); Failed(what) if there is none in time."""
    deadline = time.monotonic() + seconds
    while True:
        answer = condition()
        if answer:
            return answer
        if time.monotonic() > deadline:
            raise Failed(f"not within {seconds} s: {what}")
        time.sleep(0.05)


class Program:
    """One running program, its words in a log."""

    def __init__(self, name, command, log, environment=None):
        self.name = name
        self.log = log
        with open(log, "ab") as words:
            self.process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=words, stderr=words,
                                            env={**os.environ, **(environment or {})})

    def running(self):
        return self.process.poll() is None

    def signal(self, number):
        self.process.send_signal(number)

    def kill(self):
        """As a power cut would: nothing of the program's own runs any more."""
        self.process.kill()
        self.process.wait(STOP_S)

    def stop(self):
        """Asks it to end and returns its exit code."""
        if self.running():
            self.process.send_signal(signal.SIGTERM)
        return self.wait(STOP_S)

    def wait(self, seconds):
        try:
            return self.process.wait(seconds)
        except subprocess.TimeoutExpired:
            raise Failed(f"{self.name} did not end within {seconds} s") from None


class World:
    """A collector, a bridge and the folders they need."""

    def __init__(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="callwatch-"))
        self.ipc = self.folder / "ipc"
        self.data = self.folder / "data"
        self.spool = self.folder / "spool"
        for folder in (self.ipc, self.data, self.spool):
            folder.mkdir()
        self.config = EXAMPLE
        self.recording = RECORDING
        self.time = "source"
        self.who = []  # Options of callwatchctl that say whose key asks.
        self.collector = None
        self.bridge = None
        self.programs = []

    def __enter__(self):
        return self

    def __exit__(self, kind, error, traceback):
        for program in self.programs:
            if program.running():
                program.signal(signal.SIGCONT)
                program.kill()
        if kind is not None and not issubclass(kind, unittest.SkipTest):
            self.show_logs()
        shutil.rmtree(self.folder, ignore_errors=True)

    def show_logs(self):
        for log in sorted(self.folder.glob("*.log")):
            lines = log.read_text(encoding="utf-8", errors="replace").splitlines()
            print(f"---- the end of {log.name} ({len(lines)} lines)")
            print("\n".join(lines[-40:]), flush=True)

    def configure(self, **keys):
        """A configuration of this world's own: the example with other values in callwatchd.toml."""
        self.config = self.folder / "config"
        shutil.copytree(EXAMPLE, self.config)
        file = self.config / "callwatchd.toml"
        lines = [f"{key} = {value}\n" for key, value in keys.items()]
        file.write_text("".join(lines) + file.read_text(encoding="utf-8"), encoding="utf-8")

    def snapshots(self):
        """The newest first."""
        return sorted(self.data.glob("state-*.snapshot"), reverse=True)

    # ---- programs

    def start(self, name, *command, environment=None):
        program = Program(name, [str(word) for word in command], self.folder / (name + ".log"), environment)
        self.programs.append(program)
        return program

    def start_collector(self, *more):
        self.collector = self.start("callwatchd", BIN / "callwatchd",
                                    "--config", self.config / "callwatchd.toml", "--time", self.time,
                                    "--data", self.data, "--ipc", self.ipc, *more)
        self.wait_for_collector()

    def wait_for_collector(self):
        def answers():
            if not self.collector.running():
                raise Failed(f"callwatchd ended with {self.collector.process.returncode}")
            return self.ctl("status").returncode == 0
        wait_until(answers, ANSWER_S, "callwatchd answers")

    def start_bridge(self, speed="max"):
        self.bridge = self.start("bridge", BIN / "callwatch-bridge", "asterisk",
                                 "--config", self.config / "asterisk.toml",
                                 "--recording", self.recording / "ami.txt.gz", "--speed", speed,
                                 "--ends-at", ENDS_AT, "--spool", self.spool, "--ipc", self.ipc)

    def wait_for_bridge(self):
        """Until the recording is over and everything of it is acknowledged."""
        code = self.bridge.wait(REPLAY_S)
        if code != 0:
            raise Failed(f"callwatch-bridge ended with {code}")

    def replay(self, speed="max"):
        """The whole recorded day, until its check is settled."""
        self.start_collector()
        self.start_bridge(speed)
        self.wait_for_bridge()
        self.wait_for_verdict()

    # ---- questions

    def ctl(self, *words, seconds=ANSWER_S):
        return subprocess.run([BIN / "callwatchctl", "--ipc", self.ipc, *self.who, *words],
                              capture_output=True, text=True, timeout=seconds, check=False)

    def ask(self, *words):
        """What callwatchctl says, read as JSON. 1 is an answer too: not clear."""
        done = self.ctl("--json", *words)
        if done.returncode not in (0, 1) or not done.stdout:
            raise Failed(f"callwatchctl {' '.join(words)}: exit {done.returncode}: {done.stderr}")
        return json.loads(done.stdout)

    def facts(self):
        """The journal, one dictionary a fact: {"position", "decided_at", "<fact kind>": {...}}."""
        done = self.ctl("--json", "journal", "print")
        if done.returncode != 0:
            raise Failed(f"callwatchctl journal print: exit {done.returncode}: {done.stderr}")
        return [json.loads(line) for line in done.stdout.splitlines()]

    def day(self):
        return self.ask("day", LOCATION, DAY)

    def wait_for_verdict(self, seconds=ANSWER_S):
        """The day's check once it is settled."""
        def settled():
            said = self.day()
            return said if said["revision"] > 0 and not said["provisional"] else None
        return wait_until(settled, seconds, f"the check of {DAY} is settled")

    def accepted(self):
        return self.ask("status")["events_accepted"]
