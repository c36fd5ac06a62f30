"""Who may do what: every command and every question, by every role, at the own and at another location, asked of a
running collector with keys. The table below is that of the requirements, written down once more; the collector has its
own. A command that is allowed may still be refused for another reason (there is no such message): what counts is
whether it is refused as not allowed.
"""

import json
import secrets
import subprocess
import unittest

import world
from keys_test import KeyedWorld

OTHER = "eastside"
ROLES = ("viewer", "staff", "operator", "supervisor", "manager", "auditor")

# Where each role may do it: "mine" (an own mailbox), "here" (its own location), "there" (another one).
NOBODY = {}
OWN = {"staff": {"mine"}, "supervisor": {"mine", "here"}, "manager": {"mine", "here", "there"}}
STEER = {"supervisor": {"mine", "here"}, "manager": {"mine", "here", "there"}}
MANAGER = {"manager": {"mine", "here", "there"}}


def commands(at):
    """Text forms of what one role may be asked to do, with the row of the table that rules it. `at`: a message, a
    mailbox, a person and a location of one place."""
    message, mailbox, person, location = (at[key] for key in ("message", "mailbox", "person", "location"))
    return [
        (OWN, f'message_return {{ message: "{message}" reason: "x" at_us: 1 }}'),
        (OWN, f'message_attempt {{ message: "{message}" at_us: 1 }}'),
        (OWN, f'message_claim {{ message: "{message}" }}'),
        (OWN, f'message_claim {{ message: "{message}" release: true }}'),
        (OWN, f'message_call_time {{ message: "{message}" call_at_us: 1 }}'),
        (OWN, f'unmask {{ message: "{message}" reason: "x" }}'),
        (OWN, f'greeting_attest {{ mailbox_id: "{mailbox}" state: AWAY help_key: "0" }}'),
        (STEER, f'message_defer {{ message: "{message}" to_workday: "2026-11-20" reason: "x" }}'),
        (STEER, f'message_carry {{ message: "{message}" reason: "x" }}'),
        (STEER, f'message_reopen {{ message: "{message}" reason: "x" }}'),
        (STEER, f'departure_cover {{ mailbox_id: "{mailbox}" person: "p100" }}'),
        (STEER, f'absence_add {{ person: "{person}" from_us: 1795200000000000 to_us: 1795300000000000 }}'),
        (STEER, f'absence_end {{ person: "{person}" }}'),
        (STEER, f'script_attest {{ location_id: "{location}" version: "1" }}'),
        (STEER, f'training_record {{ person: "{person}" on: "2026-11-02" }}'),
        (STEER, f'alarm_act {{ alarm: "operators/{location}" act: "acknowledge" }}'),
        (STEER, f'alarm_act {{ alarm: "overdue/{location}" act: "shelve" until_us: 1 }}'),
        (STEER, f'alarm_act {{ alarm: "route/{location}" act: "unshelve" }}'),
        # A revision that there is not: whose signature it is matters only after who may sign.
        (STEER, f'day_sign {{ location_id: "{location}" business_date: "{world.DAY}" revision: 999 '
                f'on_behalf: %(on_behalf)s }}'),
        (STEER, f'departure_request {{ mailbox_id: "{at["departed"]}" }}'),
        (MANAGER, f'departure_confirm {{ mailbox_id: "{at["departed"]}" }}'),
        (MANAGER, f'departure_handover {{ mailbox_id: "{at["departed"]}" successor: "nobody" }}'),
        (MANAGER, f'attest {{ kind: "access" subject: "{mailbox}" }}'),
        (MANAGER, f'staff_leave {{ person: "nobody" location_id: "{location}" effective_at_us: 1795200000000000 }}'),
        (MANAGER, f'staff_move {{ person: "nobody" from_location_id: "{location}" to_location_id: "{at["elsewhere"]}" '
                  f'effective_at_us: 1795200000000000 }}'),
        (OWN, f'message_resolve {{ message: "{message}" reason: SPAM }}'),
    ]


EVERYWHERE = [
    (MANAGER, f'key_new {{ person: "nobody" role: "staff" public_key: "{"k" * 32}" sign_key: "{"s" * 32}" }}'),
    (MANAGER, f'key_revoke {{ public_key: "{"r" * 32}" reason: "x" }}'),
    (MANAGER, 'config_apply { organisation_version: "x" policy_version: "y" note: "x" }'),
]

PEOPLE = set(ROLES) - {"viewer"}
QUESTIONS = {
    "snapshot {}": set(ROLES), "status {}": set(ROLES), "queues {}": set(ROLES), "sources {}": set(ROLES),
    'coverage { location_id: "northside" }': set(ROLES),
    "messages {}": {"staff", "supervisor", "manager"},
    'day { location_id: "northside" }': {"staff", "supervisor", "manager", "auditor"},
    'main_line { location_id: "northside" }': {"staff", "operator", "supervisor", "manager"},
    "journal {}": {"manager", "auditor"},  # Of all locations: this supervisor has one.
    "keys {}": {"manager", "auditor"},
    "departures {}": {"supervisor", "manager", "auditor"},
    "alarms {}": {"supervisor", "manager", "auditor"},
    'standards { location_id: "northside" }': {"supervisor", "manager", "auditor"},
    'standards { location_id: "eastside" }': {"manager", "auditor"},
    "config {}": {"manager", "auditor"},
    'staff { location_id: "northside" }': {"supervisor", "manager"},
    'staff { location_id: "eastside" }': {"manager"},
}


class TwoOffices(KeyedWorld):
    """The recorded day, of which one shared mailbox belongs to another office."""

    def __init__(self):
        super().__init__()
        file = self.config / "organisation.toml"
        text = file.read_text(encoding="utf-8")
        text = text.replace('[group.branch]\nlocation = "northside"', f'[group.branch]\nlocation = "{OTHER}"')
        text = text.replace('[source.pbx1]\nkind = "asterisk"\nlocations = ["northside"]',
                            f'[source.pbx1]\nkind = "asterisk"\nlocations = ["northside", "{OTHER}"]')
        text += (f'\n[location.{OTHER}]\nname = "Eastside"\nzone = "America/New_York"\nsupervisors = ["e0"]\n'
                 'answering_system = true\n'
                 f'\n[person.e0]\nname = "East Supervisor"\nlocation = "{OTHER}"\n'
                 f'\n[person.e1]\nname = "East One"\nlocation = "{OTHER}"\nsupervisor = "e0"\n'
                 'mailboxes = ["pbx1/901@default"]\n'
                 f'\n[person.e2]\nname = "East Two"\nlocation = "{OTHER}"\nsupervisor = "e0"\n'
                 'mailboxes = ["pbx1/902@default"]\n')
        file.write_text(text, encoding="utf-8")

    def replay(self, speed="max"):
        self.start_with_manager()
        self.admit("viewer", "viewer")
        self.admit("staff", "staff", "--person", "p104")
        self.admit("operator", "operator", "--person", "p100")
        self.admit("supervisor", "supervisor", "--person", "s1")
        self.admit("auditor", "auditor", "--person", "m1")
        self.admit("bridge", "source", "--source", "pbx1")
        self.bridge_key("bridge")
        self.start_bridge(speed)
        self.wait_for_bridge()
        self.wait_for_verdict()
        self.must("staff", "leave", "p112", "--location", "northside", "--yes")
        self.must("staff", "leave", "e2", "--location", OTHER, "--yes")

    def place(self, name, mailbox, person, location, elsewhere, departed):
        messages = self.ask("messages", "--all", "--mailbox", mailbox)["messages"]
        with_number = [row for row in messages if row["caller"].startswith("+")]
        return {"name": name, "message": with_number[0]["message"], "mailbox": mailbox, "person": person,
                "location": location, "elsewhere": elsewhere, "departed": departed}

    def probe(self, role, lines):
        key = self.key("m1" if role == "manager" else role)
        done = subprocess.run([world.BIN / "request_probe", f"ipc://{self.ipc}/requests", key,
                               self.data / "daemon.pub", self.passphrase],
                              input="\n".join(lines) + "\n", capture_output=True, text=True, check=True,
                              timeout=world.REPLAY_S)
        answers = done.stdout.splitlines()
        if len(answers) != len(lines):
            raise world.Failed(f"{len(answers)} answers to {len(lines)} questions: {done.stderr}")
        return answers


def command(text):
    return f'command {{ command_id: "{secrets.token_hex(16)}" {text} }}'


class Rights(unittest.TestCase):
    def judge(self, role, what, allowed, answer):
        is_refused = "not_allowed" in answer
        self.assertEqual(not allowed, is_refused, f"{role}: {what}: {answer}")

    def test_every_command_by_every_role_here_and_there(self):
        with TwoOffices() as one:
            one.replay()
            places = [one.place("mine", "pbx1/104@default", "p104", "northside", OTHER, "pbx1/112@default"),
                      one.place("here", "pbx1/199@default", "p105", "northside", OTHER, "pbx1/112@default"),
                      one.place("there", "pbx1/301@branch", "e1", OTHER, "northside", "pbx1/902@default")]
            asked = 0
            for role in ROLES:
                on_behalf = {"on_behalf": "true" if role == "manager" else "false"}
                table = [(place["name"], rule, text % on_behalf)
                         for place in places for rule, text in commands(place)]
                table += [("there", rule, text) for rule, text in EVERYWHERE]
                answers = one.probe(role, [command(text) for _, _, text in table])
                for (place, rule, text), answer in zip(table, answers):
                    allowed = place in rule.get(role, set())
                    # A departed mailbox is not staff's own, whoever's mailbox is asked about.
                    self.judge(role, f"{place}: {text}", allowed, answer)
                    asked += 1
                answers = one.probe(role, list(QUESTIONS))
                for (question, roles), answer in zip(QUESTIONS.items(), answers):
                    self.judge(role, question, role in roles, answer)
                    asked += 1
            self.assertEqual(len(ROLES) * (3 * len(commands(places[0])) + len(EVERYWHERE) + len(QUESTIONS)), asked)

            numbers = [fact["number_shown"] for fact in one.facts() if "number_shown" in fact]
            self.assertEqual({"p104", "s1", "m1"}, {fact["by"] for fact in numbers})

    def test_a_hand_over_without_its_signature_is_refused(self):
        with TwoOffices() as one:
            one.replay()
            box = "pbx1/112@default"
            unsigned = f'departure_handover {{ mailbox_id: "{box}" successor: "p100" %s }}'
            none, another = one.probe("manager", [command(unsigned % ""),
                                                  command(unsigned % f'signature: "{"s" * 64}"')])
            for answer, words in ((none, "carries no signature"), (another, "not one of this statement")):
                self.assertIn("bad_signature", answer)
                self.assertIn(words, answer)
            one.as_("m1")
            self.assertIn(box, [row["mailbox"] for row in one.ask("departure", "list")["departures"]])

    def test_a_whole_number_is_told_when_that_is_on_record(self):
        with TwoOffices() as one:
            one.replay()
            message = one.place("mine", "pbx1/104@default", "p104", "northside", OTHER, "")["message"]
            one.as_("staff")
            masked = next(row["caller"] for row in one.ask("messages", "--all")["messages"]
                          if row["message"] == message)
            number = one.ask("message", "number", message, "--reason", "I call back")
            self.assertNotIn("*", number["number"])
            self.assertEqual(masked[-2:], number["number"][-2:])
            one.as_("m1")
            shown = [fact for fact in one.facts() if "number_shown" in fact]
            self.assertEqual(1, len(shown))
            self.assertLessEqual(shown[0]["position"], number["position"])
            self.assertNotIn(number["number"], str(one.facts()))

    def test_an_alarm_is_handled_at_the_terminal_and_walls_are_told_without_a_name(self):
        with KeyedWorld() as one:
            one.time = "system"
            one.start_with_manager()
            one.admit("s1", "supervisor", "--person", "s1")
            one.as_("s1")
            one.must("alarm", "acknowledge", "operators/northside")
            one.must("alarm", "shelve", "queue/pbx1/main-line", "--for", "30")
            for words, why in ((("shelve", "route/northside", "--until", "2037-01-01 08:00"), "at most 7 days"),
                               (("acknowledge", "queue/pbx1/nowhere"), "there is no queue")):
                refused = one.ctl("alarm", *words)
                self.assertEqual(2, refused.returncode, refused.stderr)
                self.assertIn(why, refused.stderr)
            acknowledged, shelved = self.alarms_of(one)
            self.assertEqual(("operators/northside", "s1"), (acknowledged["alarm"], acknowledged["acknowledged_by"]))
            self.assertEqual(("queue/pbx1/main-line", "s1"), (shelved["alarm"], shelved["shelved_by"]))
            self.assertEqual(0, one.collector.stop())
            one.start_collector()
            self.assertEqual([acknowledged, shelved], self.alarms_of(one))
            one.must("alarm", "unshelve", "queue/pbx1/main-line")
            self.assertEqual([acknowledged], self.alarms_of(one))

    def alarms_of(self, one):
        """As the desk has them; a wall has the same without names."""
        desk = one.ask("alarm", "list")["alarms"]
        lines = [json.loads(line) for line in one.must("--json", "watch", "--once").splitlines()]
        wall = [line["row"] for line in lines if line["kind"] == "alarm"]
        self.assertEqual([{key: row[key] for key in ("alarm", "location", "acknowledged_at", "shelved_until")}
                          for row in desk], wall)
        return desk

    def test_files_beside_the_collector_count_when_a_manager_applies_them(self):
        with KeyedWorld() as one:
            one.time = "system"
            one.start_with_manager()
            first = one.ask("config", "diff")
            self.assertEqual([], first["changes"])
            one.append("policy.toml", "\nclaim_lease_min = 20\n")
            one.append("organisation.toml", '\n[person.p200]\nname = "New Colleague"\nlocation = "northside"\n')

            changed = one.ask("config", "diff")
            self.assertIn("policy: + claim_lease_min: 20", changed["changes"])
            self.assertIn("organisation: + person.p200.name: (a name)", changed["changes"])
            self.assertNotIn("New Colleague", str(changed))
            one.collector.stop()
            one.start_collector()
            self.assertEqual(first["policy_version"], one.ask("config", "diff")["policy_version"])

            one.must("config", "apply", "--note", "more time to call", "--yes")
            world.wait_until(lambda: one.ctl("status").returncode == 0, world.ANSWER_S, "it answers again")
            in_force = one.ask("config", "diff")
            self.assertEqual(changed["policy_file_version"], in_force["policy_version"])
            self.assertEqual([], in_force["changes"])
            self.assertEqual("m1", in_force["applied_by"])
            self.assertEqual("more time to call", in_force["note"])
            applied = [fact["config_applied"] for fact in one.facts() if "config_applied" in fact]
            self.assertEqual(["", "m1"], [fact["by"] for fact in applied])
            self.assertIn({"what": "policy: + claim_lease_min: 20"}, applied[-1]["changes"])

            one.append("policy.toml", "\nmin_talk_s = -1\n")
            self.assertIn("min_talk_s", str(one.ask("config", "diff")["faults"]))
            refused = one.ctl("config", "apply", "--note", "x", "--yes")
            self.assertNotEqual(0, refused.returncode)
            self.assertIn("min_talk_s", refused.stderr)
            one.collector.stop()
            one.start_collector()  # With the copies of what is in force.
            self.assertEqual(in_force["policy_version"], one.ask("config", "diff")["policy_version"])


if __name__ == "__main__":
    unittest.main()
