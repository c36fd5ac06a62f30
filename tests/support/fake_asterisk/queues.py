"""Queues, their members and their callers, from the events of app_queue."""

MEMBER_HEADERS = ("Queue", "MemberName", "Interface", "StateInterface", "Membership", "Penalty", "CallsTaken",
                  "LastCall", "LastPause", "LoginTime", "InCall", "Status", "Paused", "PausedReason",
                  "Ringinuse", "Wrapuptime")


def running_mean(before, new):
    """app_queue's filter: three parts old, one part new, in whole seconds. A second or two off the real
    one, which rounds other instants; every other number is exact (fake_asterisk_test.py)."""
    return (3 * before + new) >> 2


class Queue:
    def __init__(self, params):
        self.params = dict(params)  # The configured part of QueueParams.
        self.members = {}           # Interface -> headers of its last event.
        self.callers = []           # Channel headers and "joined" (recorded second), by position.
        self.holdtime = self.talktime = self.completed = self.abandoned = 0
        self.answered_in_time = self.abandoned_in_time = 0  # Within the queue's service level.

    def in_time(self, event):
        return int(event.get("HoldTime")) <= int(self.params["ServiceLevel"])

    def service_level(self):
        return 100.0 * self.answered_in_time / self.completed if self.completed else 0.0

    def service_level_2(self):
        """Callers who gave up in time count as served."""
        total = self.completed + self.abandoned
        return 100.0 * (self.answered_in_time + self.abandoned_in_time) / total if total else 0.0


class Queues:
    def __init__(self, params, members):
        """From the recorded QueueParams and QueueMember items."""
        self.by_name = {}
        for item in params:
            self.by_name.setdefault(item.get("Queue"), Queue(item.headers))
        for item in members:
            member = dict(item.headers)
            member["MemberName"], member["Interface"] = member.pop("Name"), member.pop("Location")
            self.by_name[member["Queue"]].members.setdefault(member["Interface"], member)

    def apply(self, event, at):
        queue = self.by_name.get(event.get("Queue"))
        change = CHANGES.get(event.get("Event"))
        if queue is not None and change is not None:
            change(queue, event, at)

    def hung_up(self, uniqueid):
        """A caller whose channel is gone waits no longer, whatever was said of it."""
        for queue in self.by_name.values():
            queue.callers = [c for c in queue.callers if c["Uniqueid"] != uniqueid]

    def state(self):
        return {name: {"waiting": [{"uniqueid": c["Uniqueid"], "linkedid": c["Linkedid"]} for c in queue.callers],
                       "members": {interface: {"paused": m["Paused"] == "1", "reason": m["PausedReason"],
                                               "status": m["Status"], "penalty": m["Penalty"]}
                                   for interface, m in queue.members.items()}}
                for name, queue in self.by_name.items()}


def join(queue, event, at):
    caller = {**dict(event.headers), "joined": at}
    queue.callers.insert(int(event.get("Position")) - 1, caller)


def leave(queue, event, _):
    queue.callers = [c for c in queue.callers if c["Uniqueid"] != event.get("Uniqueid")]


def abandon(queue, event, _):
    queue.abandoned += 1
    queue.abandoned_in_time += queue.in_time(event)


def connect(queue, event, _):
    queue.holdtime = running_mean(queue.holdtime, int(event.get("HoldTime")))


def complete(queue, event, _):
    queue.completed += 1
    queue.answered_in_time += queue.in_time(event)
    queue.talktime = running_mean(queue.talktime, int(event.get("TalkTime")))


def member(queue, event, _):
    queue.members[event.get("Interface")] = event.pick(MEMBER_HEADERS)


def member_removed(queue, event, _):
    queue.members.pop(event.get("Interface"), None)


CHANGES = {"QueueCallerJoin": join, "QueueCallerLeave": leave, "QueueCallerAbandon": abandon,
           "AgentConnect": connect, "AgentComplete": complete, "QueueMemberAdded": member,
           "QueueMemberPause": member, "QueueMemberPenalty": member, "QueueMemberStatus": member,
           "QueueMemberRinginuse": member, "QueueMemberRemoved": member_removed}
