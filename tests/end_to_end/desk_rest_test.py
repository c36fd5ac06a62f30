"""What does a desk draw when nothing changes? The clock, once a second; nothing at all while it is
iconified, and at once when it is seen again; a key at once; the card of what the pointer rests on."""

import os
import shutil
import subprocess
import time
import unittest

import screen
import wall
import world

AT_REST_S = 5
AT_ONCE_MS = 500  # After the key was sent: software, and sanitizers. The clock's next frame may come later still.
HOVER_MS = 600
TITLE = "Callwatch desk"
SOURCES = ("700", "150")  # How many are heard: the second tile of Health at 1280x720.
NOWHERE = ("100", "500")  # Under the names of the pages.


class Desk(wall.Wall):
    """A desk without a key, which says of each frame that it draws."""

    def __init__(self, one, display):
        super().__init__(one, display, "--mode", "desk")
        self.screen = display

    def frames_at_rest(self):
        """Drawn within five seconds."""
        before = len(self.frames())
        time.sleep(AT_REST_S)
        return len(self.frames()) - before

    def xdotool(self, *words):
        subprocess.run(["xdotool", *words], env=self.screen.environment(), check=True, timeout=world.ANSWER_S,
                       stdout=subprocess.DEVNULL)


def is_right(frame):
    return not frame["grey"] and not frame["banner"]


class DeskRest(unittest.TestCase):
    def a_figure_is_explained_under_the_pointer(self, desk):
        desk.xdotool("mousemove", *NOWHERE)
        self.assertEqual("", desk.frames()[-1]["card"])
        before = wall.now_ms()
        desk.xdotool("mousemove", *SOURCES)
        came = wall.now_ms()
        frame = desk.wait_for(lambda one: one["card"] == "sources-heard", world.ANSWER_S, "the card of the tile", before)
        self.assertGreaterEqual(frame["at_ms"] - before, HOVER_MS)
        self.assertLess(frame["at_ms"] - came, HOVER_MS + AT_ONCE_MS)
        frames = desk.frames_at_rest()
        self.assertLessEqual(frames, AT_REST_S + 1)
        self.assertEqual("sources-heard", desk.frames()[-1]["card"])
        gone = wall.now_ms()
        desk.xdotool("mousemove", *NOWHERE)
        desk.wait_for(lambda one: one["card"] == "", world.ANSWER_S, "the card goes with the pointer", gone)

    def test_a_desk_at_rest_is_drawn_once_a_second_and_nothing_while_iconified(self):
        if not shutil.which("xdotool"):
            self.skipTest("xdotool is needed")
        with world.World() as one, screen.Screen() as display:
            one.time = "system"
            one.start_collector()
            desk = Desk(one, display)
            desk.wait_for(is_right, world.ANSWER_S, "the desk shows the board")
            time.sleep(2)  # What a fresh collector has to say is said.
            frames = desk.frames_at_rest()
            self.assertGreaterEqual(frames, AT_REST_S - 1)
            self.assertLessEqual(frames, AT_REST_S + 1)

            window = subprocess.run(["xdotool", "search", "--sync", "--name", TITLE], check=True, text=True,
                                    env={**os.environ, "DISPLAY": display.display}, capture_output=True).stdout.split()[0]
            desk.xdotool("windowfocus", "--sync", window)
            before = wall.now_ms()
            desk.xdotool("key", "8")
            pressed = wall.now_ms()
            frame = desk.wait_for(lambda one: one["up"] == "health", world.ANSWER_S, "the page of the key", before)
            self.assertLess(frame["at_ms"] - pressed, AT_ONCE_MS)

            self.a_figure_is_explained_under_the_pointer(desk)

            display.iconify(TITLE)
            time.sleep(0.5)  # A frame that was begun.
            self.assertEqual(0, desk.frames_at_rest())

            before = wall.now_ms()
            display.restore(TITLE)
            seen_again = wall.now_ms()
            frame = desk.wait_for(is_right, world.ANSWER_S, "it is drawn again", before)
            self.assertLess(frame["at_ms"] - seen_again, AT_ONCE_MS)
            self.assertEqual(0, desk.program.stop())


if __name__ == "__main__":
    unittest.main()
