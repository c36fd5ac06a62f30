"""What does a wall draw when nothing changes? The clock, once a second; nothing at all while it is
iconified, and at once when it is seen again."""

import time
import unittest

import screen
import wall
import world

AT_REST_S = 5
TITLE = "Callwatch"


class WallRest(unittest.TestCase):
    def at_rest(self, shown):
        """Frames drawn within five seconds."""
        before = len(shown.frames())
        time.sleep(AT_REST_S)
        return len(shown.frames()) - before

    def test_a_board_at_rest_is_drawn_once_a_second_and_nothing_while_iconified(self):
        with world.World() as one, screen.Screen() as display:
            one.time = "system"
            one.start_collector()
            shown = wall.Wall(one, display)
            shown.wait_for(wall.is_right, world.ANSWER_S, "the wall shows the board")
            time.sleep(2)  # What a fresh collector has to say is said.
            frames = self.at_rest(shown)
            self.assertGreaterEqual(frames, AT_REST_S - 1)
            self.assertLessEqual(frames, AT_REST_S + 1)

            display.iconify(TITLE)
            time.sleep(0.5)  # A frame that was begun.
            self.assertEqual(0, self.at_rest(shown))

            seen_again = wall.now_ms()
            display.restore(TITLE)
            frame = shown.wait_for(wall.is_right, world.ANSWER_S, "it is drawn again", seen_again)
            self.assertLess(frame["at_ms"] - seen_again, 600)
            self.assertEqual(0, shown.program.stop())


if __name__ == "__main__":
    unittest.main()
