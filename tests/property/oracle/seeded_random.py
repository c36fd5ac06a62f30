"""Random numbers of our own arithmetic, so that a seed means the same on every machine and with every Python."""

MASK = (1 << 64) - 1


class SeededRandom:
    """SplitMix64 (Steele, Lea, Flood 2014)."""

    def __init__(self, seed):
        self.state = seed & MASK

    def next(self):
        self.state = (self.state + 0x9E3779B97F4A7C15) & MASK
        z = self.state
        z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & MASK
        z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & MASK
        return z ^ (z >> 31)

    def below(self, bound):
        """0 to bound - 1."""
        return self.next() % bound

    def between(self, first, last):
        """first to last, both included."""
        return first + self.below(last - first + 1)

    def one_in(self, n):
        return self.below(n) == 0

    def choice(self, items):
        return items[self.below(len(items))]

    def sample(self, items, n):
        """n of them, none twice, in the order drawn."""
        left, drawn = list(items), []
        while left and len(drawn) < n:
            drawn.append(left.pop(self.below(len(left))))
        return drawn
