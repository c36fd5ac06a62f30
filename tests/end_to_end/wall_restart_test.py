"""What does a wall show when its collector is killed and comes back? Every page is grey with NO DATA
within three seconds, and right within one second after the collector serves again; never what was."""

import unittest

import screen
import wall
import world

STALE_MS = 3_000  # requirements: board_stale_s
RIGHT_MS = 1_000
# A sanitized program on a busy machine needs so long to draw a frame; nothing is decided meanwhile.
DRAWN_MS = 400


class WallRestart(unittest.TestCase):
    def start(self, one, display):
        one.start_collector()
        shown = wall.Wall(one, display)
        frame = shown.wait_for(wall.is_right, world.ANSWER_S, "the wall shows the board")
        self.assertEqual(sorted(wall.PAGES), sorted(frame["pages"]))
        return shown

    def kill(self, one, shown):
        """Until all pages are grey."""
        one.collector.kill()
        killed = wall.now_ms()
        frame = shown.wait_for(wall.is_grey, world.ANSWER_S, "every page is grey")
        self.assertLess(frame["at_ms"] - killed, STALE_MS + DRAWN_MS)

    def come_back(self, one, shown):
        """Until all pages are right again. Gives that frame."""
        one.start_collector()
        serves = wall.now_ms()
        frame = shown.wait_for(lambda f: not wall.is_grey(f), world.ANSWER_S, "no page is grey")
        self.assertTrue(wall.is_right(frame), frame)  # All at once, and nothing else across them.
        self.assertLess(frame["at_ms"] - serves, RIGHT_MS + DRAWN_MS)
        return frame

    def test_killed_twice_it_is_grey_and_right_again_each_time(self):
        with world.World() as one, screen.Screen() as display:
            shown = self.start(one, display)
            for _ in range(2):
                self.kill(one, shown)
                self.come_back(one, shown)
            self.assertTrue(shown.program.running())
            self.assertEqual(0, shown.program.stop())

    def test_what_happened_while_it_was_away_is_on_the_first_page_that_is_not_grey(self):
        with world.World() as one, screen.Screen() as display:
            shown = self.start(one, display)
            self.assertEqual(0, shown.frames()[-1]["unreturned"])
            self.kill(one, shown)
            self.live_a_day_elsewhere(one)
            frame = self.come_back(one, shown)
            rows = one.ask("status")["locations"]
            told = sum(row["unreturned"] for row in rows)
            self.assertGreater(told, 0)
            self.assertEqual(told, frame["unreturned"])

    def live_a_day_elsewhere(self, one):
        """The recorded day goes into the same journal, on sockets that the wall does not know."""
        there, one.ipc = one.ipc, one.folder / "elsewhere"
        one.ipc.mkdir()
        one.replay()
        one.collector.stop()
        one.ipc = there


if __name__ == "__main__":
    unittest.main()
