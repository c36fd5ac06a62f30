"""A desk in a real window on a screen of its own, worked with the keyboard by xdotool.

    with DeskWorld() as one:
        one.replay_with_keys()
        desk = one.sit_down("s1")
        desk.press("3")
        desk.type("no answer since four")
"""

import os
import shutil
import subprocess
import time
import unittest

import world
from standards_test import SignedWorld

SIZE = "1600x900"
FRAME_S = 0.3  # Software rendering beside sanitizers: a key is drawn by then.


class Desk:
    """One window. What it did and was answered stands in its log."""

    def __init__(self, program, display):
        self.program = program
        self.display = display

    def xdotool(self, *words):
        done = subprocess.run(["xdotool", *words], env={**os.environ, "DISPLAY": self.display}, capture_output=True,
                              text=True, check=False, timeout=world.ANSWER_S)
        if done.returncode != 0:
            raise world.Failed(f"xdotool {words}: {done.stderr}")
        return done.stdout

    def focus(self):
        window = self.xdotool("search", "--sync", "--name", "Callwatch desk").split()[0]
        self.xdotool("windowfocus", "--sync", window)
        time.sleep(FRAME_S)

    def press(self, *keys):
        for key in keys:
            self.xdotool("key", "--clearmodifiers", key)
            time.sleep(FRAME_S)

    def type(self, text):
        self.xdotool("type", "--delay", "20", text)
        time.sleep(FRAME_S)

    def lines(self):
        return self.program.log.read_text(encoding="utf-8", errors="replace").splitlines()

    def wait_for(self, words):
        world.wait_until(lambda: any(words in line for line in self.lines()), world.ANSWER_S, f"{words!r} in the log")


class DeskWorld(SignedWorld):
    """Screens are Xvfb's, one for each desk."""

    def sit_down(self, name):
        if not shutil.which("xdotool") or not shutil.which("Xvfb"):
            raise unittest.SkipTest("xdotool and xvfb are needed")
        read, write = os.pipe()
        screen = subprocess.Popen(["Xvfb", "-displayfd", str(write), "-screen", "0", SIZE + "x24", "-nolisten", "tcp",
                                   "-noreset"], pass_fds=[write], stderr=subprocess.DEVNULL)
        os.close(write)
        with os.fdopen(read, encoding="ascii") as answer:
            display = ":" + answer.readline().strip()
        self.screens = getattr(self, "screens", []) + [screen]
        program = self.start("desk-" + name, world.BIN / "callwatch-wallboard", "--mode", "desk", "--ipc", self.ipc,
                             "--key", self.key(name), "--server-key", self.data / "daemon.pub",
                             "--passphrase-file", self.passphrase, "--windowed", SIZE,
                             environment={"DISPLAY": display, "LIBGL_ALWAYS_SOFTWARE": "1"})
        desk = Desk(program, display)
        desk.wait_for("desk: messages answered")
        desk.focus()
        return desk

    def __exit__(self, *error):
        super().__exit__(*error)
        for screen in getattr(self, "screens", []):
            screen.terminate()
            screen.wait(world.STOP_S)
