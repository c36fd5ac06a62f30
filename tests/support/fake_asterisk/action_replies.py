"""Answers to actions, from what the telephone system is at the moment.

An answer is a list of messages. Forms and wordings are those of the recorded 22.10; where it was not asked, those of
the documentation of the action.
"""

import datetime

import stated_times
from ami_message import CHANNEL_HEADERS, Message, from_utf8

# action -> the write classes of which a user needs one (manager.c, app_*.c); none: anybody who is logged in.
ACTIONS = {
    "Challenge": (), "CoreSettings": ("system", "reporting"), "CoreShowChannels": ("system", "reporting"),
    "CoreStatus": ("system", "reporting"), "Command": ("command",), "DeviceStateList": ("call", "reporting"),
    "Events": (), "ExtensionStateList": ("call", "reporting"), "ListCommands": (), "Login": (), "Logoff": (),
    "MailboxCount": ("call", "reporting"), "MailboxStatus": ("call", "reporting"), "Ping": (), "QueueStatus": (),
    "QueueSummary": (), "UserEvent": ("user",), "VoicemailBoxSummary": ("call", "reporting"),
    "VoicemailUserStatus": ("call", "reporting"), "VoicemailUsersList": ("call", "reporting"),
}
MEMBER_ITEM = ("Membership", "Penalty", "CallsTaken", "LastCall", "LastPause", "LoginTime", "InCall", "Status",
               "Paused", "PausedReason", "Wrapuptime")
AVAILABLE = {"0", "1"}  # Device states of a member that the queue would ring.


def response(word, *headers):
    return Message([("Response", word), *headers])


def error(text):
    return [response("Error", ("Message", text))]


def listing(text, complete, items):
    return [response("Success", ("EventList", "start"), ("Message", text)), *items,
            Message([("Event", complete), ("EventList", "Complete"), ("ListItems", str(len(items)))])]


class Replies:
    def __init__(self, system, clock, release, box_summary):
        self.system = system
        self.clock = clock
        self.release = release
        self.offered = {name.lower(): name for name in ACTIONS if name != "VoicemailBoxSummary" or box_summary}
        self.may_write = lambda classes: True

    def answer(self, action):
        """The answer to one action of a client that may ask it, its ActionID put into every message."""
        name = self.offered.get(action.get_any_case("Action").lower())
        if name is None:
            messages = error(f"Invalid/unknown command: {action.get_any_case('Action')}. Use Action: "
                             "ListCommands to show available commands.")
        else:
            messages = ANSWERS[name](self, action)
        return [self.release.word(addressed(m, action.get_any_case("ActionID"))) for m in messages]

    def stated_seconds(self, recorded):
        return str(round(self.clock.stated(recorded)))

    # ---- the system

    def ping(self, _):
        return [response("Success", ("Ping", "Pong"), ("Timestamp", f"{self.clock.stated():.6f}"))]

    def core_status(self, _):
        started = stated_times.date_time(self.clock.stated(self.clock.begins))
        day, hour = started.strftime("%Y-%m-%d"), started.strftime("%H:%M:%S")
        calls = sum(u == c["Linkedid"] for u, c in self.system.channels.items())
        return [response("Success", ("CoreStartupDate", day), ("CoreStartupTime", hour), ("CoreReloadDate", day),
                         ("CoreReloadTime", hour), ("CoreCurrentCalls", str(calls)),
                         ("CoreProcessedCalls", str(self.system.calls_processed)))]

    def core_settings(self, _):
        said = {"AMIversion": self.release.manager_version, "AsteriskVersion": self.release.full_version}
        return [Message((k, said.get(k, v)) for k, v in self.system.settings.headers if k != "ActionID")]

    def list_commands(self, _):
        """Those that the user may ask; Asterisk has a sentence about each before the classes."""
        return [response("Success", *((name, f"{name}.  (Priv: {','.join(ACTIONS[name]) or '<none>'})")
                                      for name in sorted(self.offered.values()) if self.may_write(ACTIONS[name])))]

    def command(self, action):
        said = action.get_any_case("Command")
        if said != "core show version":
            return [response("Error", ("Message", "Command output follows"),
                             ("Output", f"No such command '{said}' (type 'core show help {said}' for other "
                                        "possible commands)"))]
        return [response("Success", ("Message", "Command output follows"),
                         ("Output", f"Asterisk {self.release.full_version} built by pbx @ pbx"))]

    # ---- calls

    def channels(self, _):
        now = self.clock.recorded()
        items = []
        for channel in self.system.channels.values():
            lasts = datetime.timedelta(seconds=int(now - channel["began"]))
            items.append(Message([
                ("Event", "CoreShowChannel"), *((k, channel[k]) for k in CHANNEL_HEADERS if k in channel),
                ("Application", channel["Application"]), ("ApplicationData", channel["ApplicationData"]),
                ("Duration", f"{str(lasts):0>8}"), ("BridgeId", channel["BridgeId"])]))
        return listing("Channels will follow", "CoreShowChannelsComplete", items)

    def devices(self, _):
        return listing("Device State Changes will follow", "DeviceStateListComplete",
                       [Message([("Event", "DeviceStateChange"), ("Device", d), ("State", s)])
                        for d, s in self.system.devices.items()])

    def extensions(self, _):
        return listing("Extension Statuses will follow", "ExtensionStateListComplete",
                       [Message([("Event", "ExtensionStatus"), *((k, e[k]) for k in
                                 ("Exten", "Context", "Hint", "Status", "StatusText"))])
                        for e in self.system.extensions.values()])

    # ---- queues

    def asked_queues(self, action):
        asked = action.get_any_case("Queue").lower()
        return [(n, q) for n, q in self.system.queues.by_name.items() if asked in ("", n.lower())]

    def queue_status(self, action):
        only = action.get_any_case("Member")
        items = []
        for name, queue in self.asked_queues(action):
            items.append(queue_params(queue))
            items += [self.member_item(name, m) for i, m in queue.members.items() if only in ("", i)]
            items += [self.entry_item(name, place, c) for place, c in enumerate(queue.callers, 1)]
        return listing("Queue status will follow", "QueueStatusComplete", items)

    def member_item(self, queue, member):
        return stated_times.shifted(Message([
            ("Event", "QueueMember"), ("Queue", queue), ("Name", member["MemberName"]),
            ("Location", member["Interface"]), ("StateInterface", member["StateInterface"]),
            *((k, member[k]) for k in MEMBER_ITEM)]), self.clock.offset or 0)

    def entry_item(self, queue, place, caller):
        channel = self.system.channels.get(caller["Uniqueid"], caller)  # Who rings changes while they wait.

        def known(key):
            return channel[key] if channel[key] != "<unknown>" else "unknown"
        return Message([
            ("Event", "QueueEntry"), ("Queue", queue), ("Position", str(place)), ("Channel", caller["Channel"]),
            ("Uniqueid", caller["Uniqueid"]), *((k, known(k)) for k in CHANNEL_HEADERS[3:7]),
            ("Wait", str(int(self.clock.recorded() - caller["joined"]))), ("Priority", "0")])

    def queue_summary(self, action):
        now = self.clock.recorded()
        items = []
        for name, queue in self.asked_queues(action):
            present = [m for m in queue.members.values() if m["Status"] not in ("4", "5")]
            free = [m for m in present if m["Status"] in AVAILABLE and m["Paused"] == "0"]
            longest = max((int(now - c["joined"]) for c in queue.callers), default=0)
            items.append(Message([
                ("Event", "QueueSummary"), ("Queue", name), ("LoggedIn", str(len(present))),
                ("Available", str(len(free))), ("Callers", str(len(queue.callers))),
                ("HoldTime", str(queue.holdtime)), ("TalkTime", str(queue.talktime)),
                ("LongestHoldTime", str(longest))]))
        return listing("Queue summary will follow", "QueueSummaryComplete", items)

    # ---- voicemail

    def user_item(self, event, name):
        new, old = self.system.mailboxes.counts(name)
        said = {"NewMessageCount": str(new), "OldMessageCount": str(old)}
        return Message([("Event", event), *((k, said.get(k, v))
                                            for k, v in self.system.mailboxes.configured[name])])

    def users_list(self, _):
        return listing("Voicemail user list will follow", "VoicemailUserEntryComplete",
                       [self.user_item("VoicemailUserEntry", n) for n in self.system.mailboxes.configured])

    def asked_mailbox(self, action):
        context, mailbox = action.get_any_case("Context"), action.get_any_case("Mailbox")
        if not context or not mailbox:
            return None, error("Need 'Context' and 'Mailbox' parameters.")
        return f"{mailbox}@{context}", None

    def user_status(self, action):
        name, refused = self.asked_mailbox(action)
        if refused:
            return refused
        if name not in self.system.mailboxes.configured:
            return [response("Success", ("Message", "There is no voicemail user of the given info."))]
        return listing("Voicemail user detail will follow", "VoicemailUserDetailComplete",
                       [self.user_item("VoicemailUserDetail", name)])

    def box_summary(self, action):
        name, refused = self.asked_mailbox(action)
        if refused:
            return refused
        if name not in self.system.mailboxes.configured:
            return [response("Success", ("Message", "There is no voicemail user matching the given user."))]
        messages = sorted(self.system.mailboxes.messages[name].values(), key=lambda m: (m["folder"], m["file"]))
        return listing("Voicemail box detail will follow", "VoicemailBoxDetailComplete",
                       [self.box_item(m) for m in messages])

    def box_item(self, message):
        stated = self.clock.stated(int(message["origtime"]))
        return Message([
            ("Event", "VoicemailBoxDetail"), ("Folder", message["folder"]),
            ("CallerID", from_utf8(message["callerid"])), ("Date", stated_times.orig_date(stated)),
            ("Duration", message["duration"]), ("Flag", ""), ("ID", message["msg_id"])])

    def mailbox_count(self, action):
        name = self.system.mailboxes.full_name(action.get_any_case("Mailbox"))
        new, old = self.system.mailboxes.counts(name)
        return [response("Success", ("Message", "Mailbox Message Count"), ("Mailbox", name), ("UrgMessages", "0"),
                         ("NewMessages", str(new)), ("OldMessages", str(old)))]

    def mailbox_status(self, action):
        name = self.system.mailboxes.full_name(action.get_any_case("Mailbox"))
        return [response("Success", ("Message", "Mailbox Status"), ("Mailbox", name),
                         ("Waiting", str(int(self.system.mailboxes.counts(name)[0] > 0))))]


def queue_params(queue):
    counted = {"Calls": len(queue.callers), "Holdtime": queue.holdtime, "TalkTime": queue.talktime,
               "Completed": queue.completed, "Abandoned": queue.abandoned,
               "ServicelevelPerf": f"{queue.service_level():.1f}",
               "ServicelevelPerf2": f"{queue.service_level_2():.1f}"}
    return Message((k, str(counted.get(k, v))) for k, v in queue.params.items() if k != "ActionID")


def addressed(message, action_id):
    """The ActionID stands where 22.10 puts it: last in items of app_queue, else second."""
    if not action_id:
        return message
    last = message.get("Event") in ("QueueParams", "QueueMember", "QueueEntry", "QueueSummary")
    place = len(message.headers) if last else 1
    return Message(message.headers[:place] + [("ActionID", action_id)] + message.headers[place:])


ANSWERS = {
    "Ping": Replies.ping, "CoreStatus": Replies.core_status, "CoreSettings": Replies.core_settings,
    "ListCommands": Replies.list_commands, "Command": Replies.command, "CoreShowChannels": Replies.channels,
    "DeviceStateList": Replies.devices, "ExtensionStateList": Replies.extensions,
    "QueueStatus": Replies.queue_status, "QueueSummary": Replies.queue_summary,
    "VoicemailUsersList": Replies.users_list, "VoicemailUserStatus": Replies.user_status,
    "VoicemailBoxSummary": Replies.box_summary, "MailboxCount": Replies.mailbox_count,
    "MailboxStatus": Replies.mailbox_status,
}
