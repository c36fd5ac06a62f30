"""A telephone system that speaks TLS: it is believed if its certificate is the one that is expected, else nobody logs
in, and one sentence says why."""

import pathlib
import re
import subprocess
import tempfile
import unittest

import live_world
import world

OK = 0  # daemon/model/exit_code.hpp
NAME = "pbx.example.org"


def make_certificate(folder):
    """(certificate, key) of NAME, signed by itself."""
    certificate, key = folder / "pbx.pem", folder / "pbx-key.pem"
    subprocess.run(["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes",
                    "-days", "2", "-subj", f"/CN={NAME}", "-addext", f"subjectAltName=DNS:{NAME}",
                    "-keyout", str(key), "-out", str(certificate)],
                   check=True, capture_output=True, timeout=world.ANSWER_S)
    return certificate, key


class TlsWorld(live_world.LiveWorld):
    """`manager`: what asterisk.toml says beside the address."""

    def __init__(self, folder, speaks_tls=True, manager=(), **more):
        self.certificate, key = make_certificate(folder)
        fake = ("--tls", str(self.certificate), str(key)) if speaks_tls else ()
        super().__init__(fake=fake, **more)
        lines = ["[manager]", *(line.format(certificate=self.certificate) for line in manager)]
        self.rewrite("asterisk.toml", {r"(?m)^\[manager\]$": "\n".join(lines)})


EXPECTED = ("tls = true", f'tls_name = "{NAME}"', 'tls_ca_file = "{certificate}"')


class Tls(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="callwatch-tls-")
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)

    def world(self, **more):
        return TlsWorld(self.folder, **more)

    def assert_refused(self, one, words):
        """Both ways to run say it, and nobody logged in."""
        code, said = one.check_bridge()
        self.assertNotEqual(OK, code, said)
        self.assertRegex(said, words)
        one.start_bridge()
        world.wait_until(lambda: re.search(words, one.bridge.log.read_text(encoding="utf-8")), world.ANSWER_S, words)
        self.assertTrue(one.bridge.running())
        self.assertEqual(0, one.pbx.say("stats")["logins"])

    def test_a_day_over_tls_is_told_as_over_tcp_and_a_cut_is_got_over(self):
        with self.world(manager=EXPECTED, speed=10) as one:
            code, said = one.check_bridge()
            self.assertEqual(OK, code, said)
            one.start_all()
            one.wait_until_agrees(30, "at the start")
            one.pbx.say("cut 2")
            one.wait_for_login(2, 2)
            one.wait_until_agrees(30, "after a cut")

    def test_a_certificate_nobody_vouches_for_is_not_believed(self):
        with self.world(manager=("tls = true", f'tls_name = "{NAME}"')) as one:
            self.assert_refused(one, "TLS: its certificate is not accepted: self.signed certificate")

    def test_a_certificate_of_somebody_else_is_not_believed(self):
        with self.world(manager=("tls = true", 'tls_name = "another.example.org"',
                                 'tls_ca_file = "{certificate}"')) as one:
            self.assert_refused(one, "TLS: its certificate is not accepted: hostname mismatch")

    def test_tls_asked_of_one_that_does_not_speak_it_is_said(self):
        with self.world(manager=EXPECTED, speaks_tls=False) as one:
            self.assert_refused(one, "TLS: .*wrong version number")

    def test_tls_not_asked_of_one_that_speaks_it_is_said(self):
        with self.world() as one:
            self.assert_refused(one, "it closed the connection before it answered the login; .* TLS")

    def test_a_file_of_certificates_that_is_none_is_named(self):
        with self.world(manager=("tls = true", 'tls_ca_file = "nowhere.pem"')) as one:
            code, said = one.check_bridge()
            self.assertNotEqual(OK, code)
            self.assertIn("nowhere.pem", said)


if __name__ == "__main__":
    unittest.main()
