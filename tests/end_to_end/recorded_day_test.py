"""Is everything that was seen on the telephone system said, and is all that is said true? The whole
recorded day through the real programs, compared with its ground truth, 100 %."""

import unittest

import compare
import observed
import truth
import world


class RecordedDay(unittest.TestCase):
    def test_the_collector_says_exactly_what_happened(self):
        expected = truth.expected(truth.Recording(world.RECORDING))
        with world.World() as one:
            one.replay()
            said = observed.observed(one, world.RECORDING)
            wrong = compare.differences(expected, said)
            self.assertEqual([], wrong, "\n" + "\n".join(wrong))


if __name__ == "__main__":
    unittest.main()
