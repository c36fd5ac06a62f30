"""What the sources said of themselves: how far they have come, and what they did not see.

* A source's watermark is its newest claim, also if that takes an older one back. It passes an instant when it claims
  it, or when it ended at it or later. A restarted collector has heard no claim yet.
* What was lost before it reached us lies between the last event that came and the next one to come: of lost numbers
  as of a new spool. A bridge that cannot see its telephone system says from when to when; until it sees again the gap
  has no end.
* A gap is healed for a mailbox by a complete list that was made at its end or later.
"""

import dataclasses

NEVER = 1 << 62      # Later than everything: the bridge has not said that it sees again.
NOT_OVER = 1 << 61   # Until the next event.


@dataclasses.dataclass
class Source:
    name: str
    epoch: int = 0
    sequence: int = 0
    last_event_at: int = 0
    watermark: int | None = None
    silent: bool = False
    ended_at: int | None = None
    gaps: list = dataclasses.field(default_factory=list)  # [from, to]
    unwatched: list = dataclasses.field(default_factory=list)  # (mailbox, when) of messages nobody is accountable for.

    def hello(self, epoch):
        if epoch <= self.epoch:
            return
        if self.epoch:
            self.gaps.append([self.last_event_at, NOT_OVER])
        self.epoch, self.sequence, self.ended_at = epoch, 0, None

    def lose(self, last):
        self.sequence = last
        self.gaps.append([self.last_event_at, NOT_OVER])

    def event(self, sequence, at):
        """An event came in its turn."""
        self.sequence = sequence
        for gap in self.gaps:
            if gap[1] == NOT_OVER:
                gap[1] = max(gap[0], at)
        self.last_event_at = max(self.last_event_at, at)

    def blind_from(self, since):
        self.gaps.append([since, NEVER])

    def sees_again(self, since, until):
        unfinished = [gap for gap in self.gaps if gap[1] == NEVER]
        for gap in unfinished:
            gap[1] = max(gap[0], until)
        if not unfinished:
            self.gaps.append([since, until])

    def has_passed(self, at):
        if self.ended_at is not None:
            return self.ended_at >= at
        return self.watermark is not None and self.watermark >= at

    def why_not_passed(self):
        """The reason's code."""
        if self.epoch == 0:
            return "source_never_seen"
        if self.ended_at is not None:
            return "source_ended"
        return "source_silent" if self.silent else "source_behind"

    def may_have_missed(self, since, until):
        """Something of (since, until)."""
        return any(gap[0] < until and gap[1] > since for gap in self.gaps)
