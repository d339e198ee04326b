# The exact sum of many floats has few digits: their denominators are powers of two.
import random
import statistics

generator = random.Random(1)
for count in 2, 200:
    values = [generator.random() * 10.0 ** generator.randrange(-3, 4) for _ in range(count)]
    print(statistics.mean(values), statistics.stdev(values), statistics.pstdev(values), statistics.variance(values), statistics.fmean(values))
print(statistics.mean([1, 2, 4]), statistics.stdev([1, 2, 4]), statistics.variance([1, 2, 3, 4]), statistics.mean([1, 2.5]))
