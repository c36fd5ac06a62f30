"""A world whose bridge watches a fake Asterisk live.

    with LiveWorld(speed=10) as one:
        one.start_all()
        one.pbx.say("cut 5")
        one.wait_until_agrees(30)

The recorded day is played as the last minutes of today, in a zone in which they are in the early afternoon: a bridge
expects its telephone system to live now. What the collector tells is compared with what the fake Asterisk knows: depth and members of every
queue, and every message that lies in a mailbox.
"""

import collections
import datetime
import json
import re
import shutil
import subprocess
import time

import observed
import truth
import world
from asterisk import SECRET, USER, FakeAsterisk

# While the day runs fast, what is told lags behind by more of it: a state is agreed with if it was true this long ago.
LAG_S = 1.5
AGREE_IN_A_ROW = 2
BACK_OFF_S = 30  # The longest pause between two attempts of the bridge.
ACTIONS_IN_FIVE_SECONDS_MAX = 55  # Ten a second, and one second more that a busy machine may run together.
EXTENSION = re.compile(r"^(?:PJSIP|Local)/(\d+)")

RECORDED_S = 733.3
START_S = 10  # Programs take so long to start.
JOURNAL_S = 120  # A whole journal is read in this time, with sanitizers on a busy machine.

MANAGER = """
[manager]
host = "127.0.0.1"
port = {port}
username = "{user}"
secret_file = "{secret_file}"

[voicemail]
spool = "{spool}"
lists = "{lists}"
"""


class LiveWorld(world.World):
    def __init__(self, speed=1, begin=0, fake=(), lists="auto"):
        """`begin`: seconds of the recording that are over; `fake`: more arguments of the fake Asterisk; `lists`: how
        the bridge reads mailboxes."""
        super().__init__()
        self.speed = speed
        self.time = "system" if speed == 1 else "source"  # In real pacing as in service.
        self.lists = lists
        self.read_facts = []
        self.spool = self.folder / "events"  # The bridge makes it.
        self.ends_at, self.zone = today(RECORDED_S - begin + START_S)
        # In real pacing it begins up to a minute early, at what is due now; else its clock may be a minute ahead.
        begins = ("--in-time",) if speed == 1 else ("--begin", str(begin))
        self.pbx = FakeAsterisk(self.folder, "--speed", str(speed), "--ends-at", self.ends_at.isoformat(), *begins,
                                *fake)
        self.configure()

    def __exit__(self, kind, error, traceback):
        try:
            self.pbx.stop()
        finally:
            super().__exit__(kind, error, traceback)

    def configure(self):
        """The example's files, with a manager to log in to, for today."""
        self.config = self.folder / "config"
        shutil.copytree(world.EXAMPLE, self.config)
        opens = self.ends_at - datetime.timedelta(minutes=12)
        hours = f"{opens:%H:%M}-{self.ends_at:%H:%M}"
        self.rewrite("organisation.toml", {
            r'zone = .*': f'zone = "{self.zone}"', r"holidays = .*": "holidays = []",
            r"monitoring_start = .*": f"monitoring_start = {opens.isoformat()}",
            r'2026-11-20 = .*': f'{self.ends_at:%Y-%m-%d} = "{hours}"'})
        secret = self.config / "secret"
        secret.write_text(SECRET + "\n", encoding="utf-8")
        secret.chmod(0o600)
        with open(self.config / "asterisk.toml", "a", encoding="utf-8") as file:
            file.write(MANAGER.format(port=self.pbx.port, user=USER, secret_file=secret, spool=self.pbx.spool,
                                      lists=self.lists))
        # Lists are made every five minutes of the machine's time, in which the day passes faster.
        self.rewrite("policy.toml", {r"mailbox_list_max_age_min = \d+":
                                     f"mailbox_list_max_age_min = {10 * max(1, round(self.speed))}"})

    def rewrite(self, name, changes):
        """Each pattern is there once."""
        path = self.config / name
        text = path.read_text(encoding="utf-8")
        for pattern, new in changes.items():
            text, count = re.subn(pattern, lambda _, new=new: new, text)
            if count != 1:
                raise world.Failed(f"{name}: {pattern} is there {count} times")
        path.write_text(text, encoding="utf-8")

    # ---- programs

    def start_bridge(self, speed=None):
        self.bridge = self.start("bridge", world.BIN / "callwatch-bridge", "asterisk",
                                 "--config", self.config / "asterisk.toml",
                                 "--spool", self.spool, "--ipc", self.ipc)

    def start_all(self):
        self.start_collector()
        self.start_bridge()
        self.wait_for_login(1)

    def wait_for_login(self, number, cut_s=0):
        """Until the fake Asterisk has seen so many logins; it accepts none for `cut_s` seconds."""
        world.wait_until(lambda: self.pbx.say("stats")["logins"] >= number, cut_s + BACK_OFF_S + world.ANSWER_S,
                         "the bridge logs in")

    def check_bridge(self, config=None):
        """callwatch-bridge asterisk --check: (exit code, all that it said)."""
        done = subprocess.run([world.BIN / "callwatch-bridge", "asterisk", "--check",
                               "--config", config or self.config / "asterisk.toml"],
                              capture_output=True, text=True, timeout=60, check=False)
        return done.returncode, done.stdout + done.stderr

    def stated_recording(self):
        """The recorded day for truth.py, as it is stated here."""
        return truth.Recording(world.RECORDING, self.ends_at.isoformat())

    def day(self):
        return self.ask("day", world.LOCATION, f"{self.ends_at:%Y-%m-%d}")

    # ---- what is told

    def facts(self):
        """The journal from its beginning, read on from where it was read before: the running collector keeps only its
        newest facts."""
        after = self.read_facts[-1]["position"] if self.read_facts else 0
        done = self.ctl("--json", "journal", "print", "--data", str(self.data), "--after", str(after),
                        seconds=JOURNAL_S)
        if done.returncode != 0:
            raise world.Failed(f"callwatchctl journal print: exit {done.returncode}: {done.stderr}")
        self.read_facts += [json.loads(line) for line in done.stdout.splitlines()]
        return self.read_facts

    def told(self):
        """(depth of every queue, members of every queue, messages in every mailbox), as the collector says."""
        depth = {observed.local_id(q["queue"]): q["waiting"] for q in self.ask("queues")["queues"]}
        facts = self.facts()
        return {"depth": depth, "members": members(facts), "mailboxes": mailboxes(facts)}

    def true(self):
        """The same, as the fake Asterisk knows it; `position` in the recording too."""
        return true_state(self.pbx.say("state"))

    def wait_until_agrees(self, seconds, after=""):
        """Until what is told is what was true a moment ago, several times in a row."""
        deadline, in_a_row = time.monotonic() + seconds, 0
        recent = collections.deque()
        differences = []
        while in_a_row < AGREE_IN_A_ROW:
            recent.append((time.monotonic(), self.true()))
            said = self.told()
            recent.append((time.monotonic(), self.true()))
            while recent[0][0] < time.monotonic() - LAG_S - 1 and len(recent) > 2:
                recent.popleft()
            differences = disagreements(said, [state for _, state in recent])
            in_a_row = 0 if differences else in_a_row + 1
            if differences and time.monotonic() > deadline:
                raise world.Failed(f"not within {seconds} s {after}: " + "; ".join(differences))


def today(lasts_s):
    """(the first full minute that far from now, a zone in which it is about two in the afternoon then)."""
    at = datetime.datetime.now(datetime.timezone.utc) + datetime.timedelta(seconds=lasts_s + 60)
    at = at.replace(second=0, microsecond=0)
    east = 14 - at.hour if at.hour >= 2 else 12
    zone = datetime.timezone(datetime.timedelta(hours=east))
    return at.astimezone(zone), f"Etc/GMT{-east:+d}"  # These names count westwards.


def true_state(state):
    queues = state["queues"]
    return {
        "depth": {name: len(queue["waiting"]) for name, queue in queues.items()},
        "members": {name: {EXTENSION.match(i)[1]: m["paused"] for i, m in queue["members"].items()}
                    for name, queue in queues.items()},
        "mailboxes": {name: set(box["messages"]) for name, box in state["mailboxes"].items()},
    }


def disagreements(said, states):
    """Sentences on what is told of a queue or mailbox and was not so in any of `states`."""
    wrong = []
    for part in ("depth", "members", "mailboxes"):
        for name in states[0][part]:
            true = [state[part][name] for state in states]
            told = said[part].get(name, type(true[0])())
            if told not in true:
                wrong.append(f"{part} of {name}: told {told}, true {true[-1]}")
    return wrong


def members(facts):
    """Queue -> telephone -> paused, from the journal."""
    found = collections.defaultdict(dict)
    for fact in facts:
        for kind, paused in (("member_logged_on", False), ("member_paused", True), ("member_resumed", False)):
            if kind in fact:
                queue, device = (observed.local_id(fact[kind][k]) for k in ("queue_id", "device_id"))
                found[queue][device] = paused
        if "member_logged_off" in fact:
            off = fact["member_logged_off"]
            found[observed.local_id(off["queue_id"])].pop(observed.local_id(off["device_id"]), None)
    return dict(found)


def mailboxes(facts):
    """Mailbox -> msg_ids that lie in it, heard or not, from the journal."""
    found, where = collections.defaultdict(set), {}
    for fact in facts:
        if "message_left" in fact:
            where[fact["message_left"]["message"]] = [observed.local_id(fact["message_left"]["mailbox_id"]), None]
        elif "message_bound" in fact:
            bound = fact["message_bound"]
            where[bound["message"]][1] = bound["msg_id"]
            found[where[bound["message"]][0]].add(bound["msg_id"])
        elif "message_gone" in fact:
            mailbox, msg_id = where[fact["message_gone"]["message"]]
            found[mailbox].discard(msg_id)
    return dict(found)
