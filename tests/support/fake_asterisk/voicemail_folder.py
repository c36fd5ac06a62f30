"""The voicemail directory on disk, written as app_voicemail writes it.

    DIR/<context>/<box>/INBOX/msg0000.txt and .wav

A message is made complete in <box>/tmp and renamed into its folder. Folders appear with their first message. What a
listening session did (heard, deleted, renumbered) is done at its end, file by file.
"""

import os
import secrets

import stated_times

# Not said by the recorded log: what app_voicemail writes for a plain call.
TEXT = """;
; Message Information file
;
[message]
origmailbox={origmailbox}
context=staff
exten={exten}
rdnis=unknown
priority=2
callerchan={callerchan}
callerid={callerid}
origdate={origdate}
origtime={origtime}
category=
msg_id={msg_id}
flag=
duration={duration}
"""
SOUND = b"RIFF" + (36).to_bytes(4, "little") + b"WAVEfmt " + bytes(28)  # Nobody listens to it.


class VoicemailFolder:
    def __init__(self, root, mailboxes, clock):
        """`root` is made if it is not there. `mailboxes` tells the context of a box."""
        self.root = root
        self.mailboxes = mailboxes
        self.clock = clock
        root.mkdir(parents=True, exist_ok=True)

    def apply(self, changes):
        """Changes that were seen at once: none may overwrite another, so each waits for its place."""
        waiting = []
        for change in changes:
            if change["change"] == "new":
                self.deliver(change)
            elif change["change"] == "gone":
                self.remove(self.path(change))
            else:
                waiting.append((self.path(change, "from_"), self.path(change)))
        while waiting:
            free = next((move for move in waiting if not move[1].with_suffix(".txt").exists()), waiting[0])
            waiting.remove(free)
            self.move(*free)

    def path(self, change, side=""):
        """Without extension. `side` "from_": where it was; the log says only what changed."""
        box, _, context = self.mailboxes.full_name(change["mailbox"]).partition("@")
        folder = change.get(side + "folder") or change["folder"]
        return self.root / context / box / folder / (change.get(side + "file") or change["file"])

    def deliver(self, change):
        path = self.path(change)
        making = path.parent.parent / "tmp"
        for folder in (path.parent, making):
            folder.mkdir(parents=True, exist_ok=True)
        origtime = int(change["origtime"])
        stated = round(self.clock.stated(origtime))
        text = TEXT.format(**{**change, "origtime": stated, "origdate": stated_times.orig_date(stated)})
        draft = making / secrets.token_hex(3)
        for extension, content in ((".wav", SOUND), (".txt", text.encode())):
            draft.with_suffix(extension).write_bytes(content)
            os.rename(draft.with_suffix(extension), path.with_suffix(extension))

    @staticmethod
    def move(source, target):
        target.parent.mkdir(parents=True, exist_ok=True)
        for extension in (".wav", ".txt"):
            if source.with_suffix(extension).exists():
                os.rename(source.with_suffix(extension), target.with_suffix(extension))

    @staticmethod
    def remove(path):
        for extension in (".txt", ".wav"):
            path.with_suffix(extension).unlink(missing_ok=True)
