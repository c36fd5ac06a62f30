"""What older releases say otherwise than the recorded 22.10.

From the release notes and the event documentation of each branch:
* the manager's version grows with each branch: 5 for 16, 7 for 18, 9 for 20, 11 for 22;
* VoicemailBoxSummary came with 18.20 and 20.5; the 18 of here is an earlier one;
* CanMarkUrgent of a VoicemailUserEntry is recent, LoginTime of a queue member came during 16;
* QueueMemberPause of 16 also has Reason;
* LastCall and LastPause of the member lists, PausedReason of them: there in all four.
"""

from ami_message import Message

BANNERS = {16: "5.0.4", 18: "7.0.3", 20: "9.0.0", 22: "11.0.0"}
FULL_VERSIONS = {16: "16.2.1", 18: "18.10.0", 20: "20.9.3", 22: "22.10.1"}
LEFT_OUT = {16: {"LoginTime", "CanMarkUrgent"}, 18: {"CanMarkUrgent"}, 20: {"CanMarkUrgent"}, 22: set()}


class Release:
    def __init__(self, number):
        """`number` is one of 16, 18, 20, 22."""
        self.number = number
        self.banner = f"Asterisk Call Manager/{BANNERS[number]}\r\n".encode()
        self.manager_version = BANNERS[number]
        self.full_version = FULL_VERSIONS[number]
        self.has_box_summary = number >= 20

    def word(self, message):
        """The message as that release says it."""
        headers = [(k, v) for k, v in message.headers if k not in LEFT_OUT[self.number]]
        if self.number == 16 and message.get("Event") == "QueueMemberPause":
            headers.append(("Reason", message.get("PausedReason")))
        return Message(headers)
