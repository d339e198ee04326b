"""What is said of many measurements of the same thing on a machine that does other work too.

A Figure is the median, with the interval in which the true median lies in 95 of 100 cases, whatever the measurements'
distribution: of n values in order, the k-th from below and from above, where fewer than k heads in n tosses of a coin
are no likelier than 2.5 %. The spread is how far, in parts of the median, the interval's farther end is from it; where
that is more than NOISY, the figure is not shown: what it says could be the machine's doing.
"""
import math
import statistics

NOISY = 0.05
FEWEST = 6  # with five values even the lowest and the highest do not enclose the median so surely


def rank(n):
    """How many values from either end the interval's ends are; 0: there are too few."""
    below, k = 0.0, 0
    while True:
        below += math.comb(n, k) / 2 ** n
        if below > 0.025:
            return k
        k += 1


class Figure:
    def __init__(self, value, spread):
        self.value, self.spread = value, spread

    @property
    def is_noisy(self):
        return self.spread > NOISY

    def __str__(self):
        if self.spread == math.inf:
            return "noisy"
        about = f"±{self.spread:.0%}"
        return f"noisy {about}" if self.is_noisy else f"{self.value:.2f} {about}"


def median(values):
    middle, k = statistics.median(values), rank(len(values))
    if not k:
        return Figure(middle, math.inf)
    in_order = sorted(values)
    low, high = in_order[k - 1], in_order[-k]
    return Figure(middle, max(high / middle, middle / low) - 1)


def geometric_mean(figures):
    """Of figures that were measured apart: what is by chance in them averages out, as the root of their squares."""
    logarithms = [math.log(figure.value) for figure in figures]
    chance = math.sqrt(sum(math.log1p(figure.spread) ** 2 for figure in figures)) / len(figures)
    return Figure(math.exp(sum(logarithms) / len(figures)), math.expm1(chance))
