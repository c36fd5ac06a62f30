"""Mailboxes and their messages, as the voicemail files say."""


class Mailboxes:
    """`configured`: full name -> the headers of its VoicemailUserEntry; `messages`: full name -> msg_id -> message.

    A message is the recorded change that made it known, with its present `folder` and `file`."""

    def __init__(self, entries):
        self.configured = {}
        for entry in entries:
            name = f"{entry.get('VoiceMailbox')}@{entry.get('VMContext')}"
            self.configured[name] = [(k, v) for k, v in entry.headers if k not in ("Event", "ActionID")]
        self.messages = {name: {} for name in self.configured}

    def full_name(self, mailbox):
        """The files do not always say the context: then it is the one mailbox of that number."""
        if "@" in mailbox:
            return mailbox
        found = [name for name in self.configured if name.partition("@")[0] == mailbox]
        return found[0] if found else mailbox + "@default"

    def apply(self, change):
        box = self.messages.setdefault(self.full_name(change["mailbox"]), {})
        if change["change"] == "gone":
            box.pop(change["msg_id"], None)
        else:
            box[change["msg_id"]] = {**box.get(change["msg_id"], {}), **change}

    def counts(self, name):
        """(new, old), of any mailbox: one that does not exist is empty."""
        folders = [message["folder"] for message in self.messages.get(name, {}).values()]
        return folders.count("INBOX") + folders.count("Urgent"), folders.count("Old")

    def state(self):
        return {name: {"new": self.counts(name)[0], "old": self.counts(name)[1],
                       "messages": {msg_id: message["folder"] for msg_id, message in box.items()}}
                for name, box in self.messages.items()}
