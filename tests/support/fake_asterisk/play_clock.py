"""Where the play is in the recording, and what time the telephone system says it is.

Three clocks: *recorded* seconds since 1970, as in the files; *stated* seconds since 1970, which clients are told; and
the machine's own. The recording runs N times as fast as the machine's clock, and what is stated runs with it:

    stated = recorded + offset,  the same offset throughout

Without `ends_at` the offset puts the first moment of the play at the machine's time; at speed 1 stated time is then
the time. At other speeds it runs ahead, as a recorded day does: a collector has to follow the source's time. With
`ends_at` the last word of the recording is stated to come at that instant, whatever the time is; `in_time` then
begins the play where it has to, in the middle of the recording or a little before its first word.
"""

import time


class PlayClock:
    def __init__(self, recording_begins, ends, speed, begin=0.0, ends_at=None, in_time=False):
        """`recording_begins`, `ends`: recorded second of its first and last word; the play begins `begin` s in, or
        with `in_time` wherever `ends_at` demands, so that what is stated is the time."""
        self.recording_begins = recording_begins
        self.begins = recording_begins + begin
        self.speed = speed
        self.offset = ends_at - ends if ends_at is not None else None
        self.in_time = in_time
        self.started = None

    def start(self):
        self.started = time.monotonic()
        if self.offset is None:
            self.offset = time.time() - self.begins
        elif self.in_time:
            self.begins = time.time() - self.offset

    def recorded(self):
        """Now, in recorded seconds. Stands still until the start and never after, the end included."""
        if self.started is None:
            return self.begins
        return self.begins + (time.monotonic() - self.started) * self.speed

    def stated(self, recorded=None):
        offset = self.offset if self.offset is not None else time.time() - self.begins
        return (self.recorded() if recorded is None else recorded) + offset

    def wait(self, recorded):
        """Machine seconds until that recorded second; never negative."""
        return max(0.0, (recorded - self.recorded()) / self.speed)
