"""One message of the manager interface: header lines in their order, some of them repeated.

Bytes are read as Latin-1, so that whatever the recording holds comes out again as it was.
"""

ENCODING = "latin-1"
CHANNEL_HEADERS = ("Channel", "ChannelState", "ChannelStateDesc", "CallerIDNum", "CallerIDName",
                   "ConnectedLineNum", "ConnectedLineName", "Language", "AccountCode", "Context",
                   "Exten", "Priority", "Uniqueid", "Linkedid")


class Message:
    """Headers as (key, value) pairs."""

    def __init__(self, headers):
        self.headers = list(headers)

    @classmethod
    def parse(cls, block):
        """`block` is the bytes between two blank lines. A line without a colon keeps an empty value."""
        headers = []
        for line in block.decode(ENCODING).split("\r\n"):
            key, _, value = line.partition(":")
            if key:
                headers.append((key, value[1:] if value.startswith(" ") else value))
        return cls(headers)

    def get(self, key, default=""):
        return next((v for k, v in self.headers if k == key), default)

    def get_any_case(self, key):
        """As Asterisk reads the headers of an action."""
        return next((v.strip() for k, v in self.headers if k.lower() == key.lower()), "")

    def __contains__(self, key):
        return any(k == key for k, _ in self.headers)

    def pick(self, keys):
        """The headers of `keys` that are there, as a dictionary."""
        return {k: v for k, v in self.headers if k in keys}

    def bytes(self):
        lines = [f"{k}: {v}\r\n" for k, v in self.headers]
        return ("".join(lines) + "\r\n").encode(ENCODING, "replace")


def from_utf8(text):
    """Unicode text as it stands in a message."""
    return text.encode("utf-8").decode(ENCODING)
