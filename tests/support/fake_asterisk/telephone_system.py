"""What the played telephone system is at the moment, kept from its own events: actions are answered from here."""

from ami_message import CHANNEL_HEADERS
from mailboxes import Mailboxes
from queues import Queues


class TelephoneSystem:
    def __init__(self, recorded):
        self.queues = Queues(recorded.first_list("QueueParams"), recorded.first_list("QueueMember"))
        self.mailboxes = Mailboxes(recorded.first_list("VoicemailUserEntry"))
        self.channels = {}  # Uniqueid -> channel headers, Application, ApplicationData, BridgeId, "began"
        self.devices = {m.get("Device"): m.get("State") for m in recorded.first_list("DeviceStateChange")}
        self.extensions = {(m.get("Context"), m.get("Exten")): dict(m.headers)
                           for m in recorded.first_list("ExtensionStatus")}
        self.settings = recorded.first_reply("AsteriskVersion")
        self.calls_processed = 0

    def apply(self, happening):
        """One happening of the timeline; `changes` to files come apart from events."""
        for change in happening.changes:
            self.mailboxes.apply(change)
        if happening.event is not None:
            self.take(happening.event, happening.at)

    def take(self, event, at):
        kind = event.get("Event")
        if kind == "DeviceStateChange":
            self.devices[event.get("Device")] = event.get("State")
        elif kind == "ExtensionStatus":
            self.extensions[event.get("Context"), event.get("Exten")] = dict(event.headers)
        elif kind == "Hangup":
            self.channels.pop(event.get("Uniqueid"), None)
            self.queues.hung_up(event.get("Uniqueid"))
        else:
            self.take_channel(kind, event, at)
            self.queues.apply(event, at)

    def take_channel(self, kind, event, at):
        uniqueid = event.get("Uniqueid")
        if kind == "Newchannel":
            self.calls_processed += uniqueid == event.get("Linkedid")
            self.channels[uniqueid] = {"Application": "", "ApplicationData": "", "BridgeId": "", "began": at}
        channel = self.channels.get(uniqueid)
        if channel is None:
            return  # Events trail the hang-up.
        channel.update(event.pick(CHANNEL_HEADERS))
        if kind == "Newexten":
            channel.update(Application=event.get("Application"), ApplicationData=event.get("AppData"))
        elif kind == "BridgeEnter":
            channel["BridgeId"] = event.get("BridgeUniqueid")
        elif kind == "BridgeLeave":
            channel["BridgeId"] = ""

    def state(self):
        return {"queues": self.queues.state(), "mailboxes": self.mailboxes.state(),
                "channels": {uniqueid: c["Channel"] for uniqueid, c in self.channels.items()}}
