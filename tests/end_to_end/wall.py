"""The real wallboard on a screen that nobody sees, and what it says of each frame that it draws."""

import json
import time

import world

PAGES = ["live", "returns", "end-of-day", "departures", "greetings", "team", "trends", "health"]


class Wall:
    """callwatch-wallboard --print-frames in a world, on a screen."""

    def __init__(self, one, screen, *more):
        # Its lines of JSON and its log are one file; lines of JSON begin with a brace.
        self.program = one.start("wallboard", world.BIN / "callwatch-wallboard", "--ipc", one.ipc,
                                 "--windowed", "1280x720", "--print-frames", *more,
                                 environment=screen.environment())

    def frames(self):
        """All frames so far, each {"frame", "at_ms", "up", "revision", "unreturned", "pages"}."""
        text = self.program.log.read_text(encoding="utf-8", errors="replace")
        whole = text[:text.rfind("\n") + 1]
        return [json.loads(line) for line in whole.splitlines() if line.startswith("{")]

    def wait_for(self, condition, seconds, what, since_ms=None):
        """The first frame of which condition(frame) is true, drawn from now on, or since then: what was done may be
        drawn before one begins to wait."""
        since = now_ms() if since_ms is None else since_ms

        def found():
            if not self.program.running():
                raise world.Failed(f"the wallboard ended with {self.program.process.returncode}")
            return next((frame for frame in self.frames() if frame["at_ms"] >= since and condition(frame)), None)
        return world.wait_until(found, seconds, what)


def is_grey(frame):
    """True if every page is grey under NO DATA."""
    return all(page["grey"] and page["banner"] == "NO DATA" for page in frame["pages"].values())


def is_right(frame):
    """True if no page is grey or has a band across it."""
    return not any(page["grey"] or page["banner"] for page in frame["pages"].values())


def now_ms():
    """The clock of "at_ms"."""
    return time.monotonic_ns() // 1_000_000
