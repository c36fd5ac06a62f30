"""How the telephone system misbehaves at the moment. Everything is off until told."""

import asyncio
import random
import time

SPLIT_SIZES = (1, 1, 2, 3, 5, 8, 60)
SLOW_STEP_S = 0.05


class Mood:
    def __init__(self):
        self.stalled_until = 0.0
        self.bytes_per_s = 0      # 0: as fast as the client reads.
        self.split = False
        self.sizes = random.Random(1)
        self.wrong_password = False
        self.denied = set()       # Classes of events and actions that the user lacks.
        self.break_reply = None   # (action, seconds): the next answer to it ends in its middle.

    def stall(self, seconds):
        self.stalled_until = time.monotonic() + seconds

    async def not_stalled(self):
        while time.monotonic() < self.stalled_until:
            await asyncio.sleep(min(0.1, self.stalled_until - time.monotonic() + 0.001))

    async def next_write(self):
        """Waits until something may be written; returns how many bytes at most, 0 for no limit."""
        await self.not_stalled()
        if self.bytes_per_s:
            await asyncio.sleep(SLOW_STEP_S)
            return max(1, int(self.bytes_per_s * SLOW_STEP_S))
        if self.split:
            await asyncio.sleep(0)
            return self.sizes.choice(SPLIT_SIZES)
        return 0

    def may_read(self, privilege):
        """`privilege` as in an event: "call,all"."""
        return not set(privilege.split(",")[:-1] or {privilege}) <= self.denied

    def may_write(self, classes):
        """An action needs one of its classes, or none at all."""
        return not classes or not set(classes) <= self.denied
