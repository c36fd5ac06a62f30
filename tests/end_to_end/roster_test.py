"""People come from a CSV file: the real bridge watches it, the real collector knows who works where, and a file that
lost half of its people is not believed.
"""

import unittest

import world

HEADER = "id,name,location,mailbox,devices,supervisor,from,until,role\n"


class RosterWorld(world.World):
    def __init__(self):
        super().__init__()
        self.time = "system"
        self.configure()
        file = self.config / "organisation.toml"
        file.write_text(file.read_text(encoding="utf-8") +
                        '\n[source.staff]\nkind = "roster"\nlocations = ["northside"]\nsystems = ["pbx1"]\n',
                        encoding="utf-8")
        self.people = self.config / "people.csv"
        (self.config / "roster.toml").write_text(
            'source_id = "staff"\npeople = "people.csv"\nabsences = "absences.csv"\nzone = "America/Chicago"\n'
            'settle_s = 0\n', encoding="utf-8")
        (self.config / "absences.csv").write_text("id,from,to\n", encoding="utf-8")

    def write(self, rows):
        """Each an id and what follows the location."""
        lines = [f"{who},Name of {who},northside,pbx1/{box}@default,pbx1/{box},s1,,,\n" for who, box in rows]
        self.people.write_text(HEADER + "".join(lines), encoding="utf-8")

    def roster(self, *more):
        return [world.BIN / "callwatch-bridge", "roster", "--config", self.config / "roster.toml", "--spool",
                self.folder / "roster", "--ipc", self.ipc, *more]

    def start_roster(self):
        self.bridge = self.start("roster", *self.roster())

    def run_roster(self, *more):
        program = self.start("roster-once", *self.roster(*more))
        return program.wait(world.ANSWER_S), program.log.read_text(encoding="utf-8")

    def wait_for(self, what, count):
        def told():
            found = [fact[what] for fact in self.facts() if what in fact]
            return found if len(found) >= count else None
        return world.wait_until(told, world.ANSWER_S, f"{count} of {what}")


class Roster(unittest.TestCase):
    def test_people_join_leave_and_are_away(self):
        with RosterWorld() as one:
            one.write([(f"r{i}", 400 + i) for i in range(10)])
            one.start_collector()
            one.start_roster()
            recorded = one.wait_for("person_recorded", 10)
            self.assertEqual({f"r{i}" for i in range(10)}, {fact["person_id"] for fact in recorded})
            # Names are nowhere but in the vault, and told to who may see them.
            self.assertNotIn("Name of", str(one.facts()))
            people = {row["person"]: row for row in one.ask("staff", "list", "northside")["people"]}
            self.assertEqual("Name of r3", people["r3"]["name"])
            self.assertEqual(["pbx1/403@default"], people["r3"]["mailboxes"])
            self.assertEqual("s1", people["r3"]["supervisor"])

            one.write([(f"r{i}", 400 + i) for i in range(9)])
            left = one.wait_for("staff_left", 1)
            self.assertEqual(["r9"], [fact["person_id"] for fact in left])
            self.assertEqual("pbx1/409@default", one.wait_for("departure_opened", 1)[0]["mailbox_id"])

            (one.config / "absences.csv").write_text("id,from,to\nr1,2026-01-01,2036-01-01\n", encoding="utf-8")
            self.assertEqual("r1", one.wait_for("absence_recorded", 1)[0]["person_id"])
            (one.config / "absences.csv").write_text("id,from,to\n", encoding="utf-8")
            one.wait_for("absence_ended", 1)

            # A restart tells nothing again.
            self.assertEqual(0, one.bridge.stop())
            before = one.accepted()
            one.start_roster()
            one.write([(f"r{i}", 400 + i) for i in range(9)] + [("r20", 420)])
            one.wait_for("person_recorded", 11)
            self.assertEqual(before + 1, one.accepted())

    def test_a_file_that_lost_many_is_refused_until_somebody_confirms_it(self):
        with RosterWorld() as one:
            one.write([(f"r{i}", 400 + i) for i in range(10)])
            one.start_collector()
            one.start_roster()
            one.wait_for("person_recorded", 10)
            one.write([("r0", 400), ("r11", 411)])
            world.wait_until(lambda: "more than a fifth" in one.bridge.log.read_text(encoding="utf-8"),
                             world.ANSWER_S, "the bridge refuses the file")
            self.assertNotIn("staff_left", str(one.facts()))

            def trouble():
                return next(row["trouble"] for row in one.ask("sources")["sources"] if row["source"] == "staff")
            world.wait_until(lambda: "no longer in the file" in trouble(), world.ANSWER_S, "the source says so")

            code, text = one.run_roster("--confirm")
            self.assertEqual(0, code, text)
            left = one.wait_for("staff_left", 9)
            self.assertEqual({f"r{i}" for i in range(1, 10)}, {fact["person_id"] for fact in left})

    def test_bad_rows_are_named_and_the_rest_is_taken(self):
        with RosterWorld() as one:
            one.write([("r0", 400)])
            with open(one.people, "a", encoding="utf-8") as file:
                file.write("r1,,,,,,,,\nr2,,northside,,,,soon,,\n")
            one.start_collector()
            code, text = one.run_roster("--check")
            self.assertEqual(1, code)
            self.assertIn("people.csv:3: column 3 (location)", text)
            self.assertIn('people.csv:4: column 7 (from) = "soon"', text)
            code, text = one.run_roster("--once")
            self.assertEqual(0, code, text)
            self.assertEqual(["r0"], [fact["person_id"] for fact in one.wait_for("person_recorded", 1)])


if __name__ == "__main__":
    unittest.main()
