"""Can an alarm be heard, and is a screen without a sound device silent at once and in one sentence?
libcanberra plays by ALSA here, into a file or into nothing."""

import os
import pathlib
import socket
import subprocess
import tempfile
import time
import unittest

import world

SILENT_WITHIN_S = 2 + 1  # A sanitized program needs the rest to start.
INTO_A_FILE = """pcm.null {{ type null }}
pcm.!default {{ type file slave.pcm null file "{}" format "wav" }}
"""


class TestSound(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)

    def file(self, name):
        return pathlib.Path(self.folder.name, name)

    def play(self, alsa, **environment):
        """(exit code, what was said, seconds) with this ALSA configuration."""
        self.file("asound.conf").write_text(alsa, encoding="utf-8")
        began = time.monotonic()
        done = subprocess.run([world.BIN / "callwatch-wallboard", "--test-sound"], capture_output=True, text=True,
                              timeout=world.ANSWER_S, check=False,
                              env={**os.environ, "CANBERRA_DRIVER": "alsa",
                                   "ALSA_CONFIG_PATH": str(self.file("asound.conf")), **environment})
        self.assertEqual("", done.stderr)
        return done.returncode, done.stdout, time.monotonic() - began

    def test_a_sound_is_played_where_there_is_a_device(self):
        code, said, _ = self.play(INTO_A_FILE.format(self.file("heard.wav")))
        self.assertEqual((0, "the sound of an alarm was played\n"), (code, said))
        heard = self.file("heard.wav").read_bytes()[44:]
        self.assertGreater(len(heard), 10_000)
        self.assertTrue(any(heard))  # Not silence.

    def test_without_a_device_it_is_silent_at_once_and_says_so(self):
        code, said, seconds = self.play("")
        self.assertEqual(1, code)
        self.assertTrue(said.startswith("no sound device: "), said)
        self.assertEqual(1, said.count("\n"))
        self.assertLess(seconds, SILENT_WITHIN_S)

    def test_a_sound_server_that_says_nothing_does_not_hold_it(self):
        with socket.socket(socket.AF_UNIX) as server:
            server.bind(str(self.file("native")))
            server.listen()
            # By ALSA where libcanberra has no driver for this server (package libcanberra-pulse).
            code, said, seconds = self.play("", CANBERRA_DRIVER="pulse,alsa",
                                            PULSE_SERVER="unix:" + str(self.file("native")))
        self.assertEqual(1, code)
        self.assertTrue(said.startswith("no sound device: "), said)
        self.assertLess(seconds, SILENT_WITHIN_S)


if __name__ == "__main__":
    unittest.main()
