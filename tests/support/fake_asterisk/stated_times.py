"""Recorded times inside a message, put to the stated time."""

import datetime

from ami_message import Message

SECONDS = {"LoginTime", "LastCall", "LastPause"}
FRACTIONS = {"Timestamp", "SentNTP"}
DATES = {"EventTime", "StartTime", "AnswerTime", "EndTime"}  # UTC: the recorded machine's zone


def date_time(seconds):
    return datetime.datetime.fromtimestamp(seconds, datetime.timezone.utc)


def shift(key, value, offset):
    """The header's value `offset` seconds later; anything that is no time is left as it is."""
    if key in FRACTIONS and value:
        return f"{float(value) + offset:.6f}"
    if key in SECONDS and value not in ("", "0"):
        return str(round(int(value) + offset))
    if key in DATES and value:
        at = datetime.datetime.fromisoformat(value).replace(tzinfo=datetime.timezone.utc)
        return date_time(at.timestamp() + offset).strftime("%Y-%m-%d %H:%M:%S")
    return value


def shifted(message, offset):
    return Message((k, shift(k, v, offset)) for k, v in message.headers)


def orig_date(seconds):
    """As app_voicemail writes it: Sun Nov 22 12:59:02 AM UTC 2026."""
    return date_time(seconds).strftime("%a %b %d %I:%M:%S %p UTC %Y")
