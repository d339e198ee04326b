#!/usr/bin/env python3
"""Tests of figures.py: python3 test_figures.py"""
import math
import unittest

from figures import FEWEST, Figure, geometric_mean, median, rank


class Figures(unittest.TestCase):
    def test_the_intervals_ends_are_those_of_the_tables_of_the_sign_test(self):
        self.assertEqual([rank(n) for n in (5, 6, 8, 9, 12, 15, 20, 25)], [0, 1, 1, 2, 3, 4, 6, 8])
        self.assertEqual((rank(FEWEST - 1), rank(FEWEST)), (0, 1))

    def test_a_median_ignores_the_rounds_in_which_somebody_else_was_busy(self):
        figure = median([2.0, 1.0, 1.01, 0.99, 1.0, 1.02, 0.98, 1.0, 1.0, 1.0, 1.01, 0.99, 1.0, 0.5, 1.0])
        self.assertEqual(figure.value, 1.0)
        self.assertAlmostEqual(figure.spread, 0.01, places=3)
        self.assertEqual(str(figure), "1.00 ±1%")

    def test_a_median_of_two_middle_values_is_between_them(self):
        self.assertEqual(median([1.0, 2.0, 3.0, 4.0, 5.0, 6.0]).value, 3.5)

    def test_what_is_spread_too_far_has_no_figure(self):
        figure = median([0.8, 0.85, 0.9, 0.95, 1.0, 1.05, 1.1, 1.15, 1.2])
        self.assertTrue(figure.is_noisy)
        self.assertEqual(str(figure), "noisy ±18%")

    def test_few_values_have_no_figure_even_where_they_agree(self):
        self.assertEqual(str(median([1.0] * (FEWEST - 1))), "noisy")
        self.assertEqual(str(median([1.0] * FEWEST)), "1.00 ±0%")

    def test_a_ratio_and_its_reciprocal_are_equally_noisy(self):
        values = [1.0, 1.1, 1.2, 1.3, 1.5, 1.6, 1.7]
        self.assertAlmostEqual(median(values).spread, median([1 / value for value in values]).spread)

    def test_the_mean_of_ratios_is_geometric_and_surer_than_each(self):
        mean = geometric_mean([Figure(0.5, 0.04), Figure(2.0, 0.04)])
        self.assertAlmostEqual(mean.value, 1.0)
        self.assertAlmostEqual(math.log1p(mean.spread), math.log1p(0.04) / math.sqrt(2))
        self.assertEqual(str(geometric_mean([Figure(1.0, 0.01), Figure(1.0, math.inf)])), "noisy")


if __name__ == "__main__":
    unittest.main()
