"""What clients asked, and what they were sent.

Actions are counted when they are read. A busy machine reads late, and then several at once: ten a second as they were
sent may be a few more within one second here, but not within five.
"""

import collections
import time


class Stats:
    def __init__(self):
        self.actions = collections.Counter()
        self.recent = collections.deque()  # Machine seconds of the actions of the last five.
        self.most_in_a_second = self.most_in_five_seconds = 0
        self.connections = self.logins = self.failed_logins = self.logged_off_unread = 0
        self.messages_sent = self.bytes_sent = 0
        self.late_max_s = 0.0  # How far the play itself fell behind its times.

    def count_action(self, name):
        now = time.monotonic()
        self.actions[name] += 1
        self.recent.append(now)
        while self.recent[0] <= now - 5.0:
            self.recent.popleft()
        self.most_in_five_seconds = max(self.most_in_five_seconds, len(self.recent))
        self.most_in_a_second = max(self.most_in_a_second, sum(at > now - 1.0 for at in self.recent))

    def as_json(self):
        return {"actions": sum(self.actions.values()), "by_action": dict(self.actions),
                "most_in_a_second": self.most_in_a_second,
                "most_in_five_seconds": self.most_in_five_seconds, "connections": self.connections,
                "logins": self.logins, "failed_logins": self.failed_logins,
                "logged_off_unread": self.logged_off_unread, "messages_sent": self.messages_sent,
                "bytes_sent": self.bytes_sent, "late_max_s": round(self.late_max_s, 3)}
