import asyncio
import bisect
import heapq
import math
import statistics
from collections import Counter, defaultdict, deque, namedtuple
from operator import attrgetter, itemgetter

Sample = namedtuple("Sample", ["name", "value", "time"])


class Histogram:
    bounds = (1, 5, 10, 50)

    def __init__(self):
        self.counts = [0] * (len(self.bounds) + 1)

    def add(self, value):
        self.counts[bisect.bisect_left(self.bounds, value)] += 1

    def __str__(self):
        labels = [f"<={b}" for b in self.bounds] + ["inf"]
        return " ".join(f"{label}:{count}" for label, count in zip(labels, self.counts))


class Collector:
    def __init__(self, window=5):
        self.samples = defaultdict(lambda: deque(maxlen=window))
        self.counter = Counter()
        self.histogram = Histogram()

    async def listen(self, queue):
        while (sample := await queue.get()) is not None:
            self.samples[sample.name].append(sample)
            self.counter[sample.name] += 1
            self.histogram.add(sample.value)

    def report(self):
        for name, samples in sorted(self.samples.items()):
            values = [s.value for s in samples]
            print(f"{name:<6} n={self.counter[name]} last={values[-1]} mean={statistics.mean(values):.2f} "
                  f"median={statistics.median(values)} sd={statistics.stdev(values):.3f} p90={percentile(values, 90):.2f}")


def percentile(values, percent):
    ordered = sorted(values)
    at = (len(ordered) - 1) * percent / 100
    low, high = math.floor(at), math.ceil(at)
    return ordered[low] + (ordered[high] - ordered[low]) * (at - low)


async def emit(queue, name, period, values):
    loop = asyncio.get_running_loop()
    for value in values:
        await queue.put(Sample(name, value, round(loop.time(), 3)))
        await asyncio.sleep(period)


async def main():
    queue = asyncio.Queue()
    collector = Collector()
    listener = asyncio.create_task(collector.listen(queue))
    await asyncio.gather(emit(queue, "cpu", 0.1, [3, 7, 12, 60, 4, 5]), emit(queue, "mem", 0.25, [1, 1, 2]))
    await queue.put(None)
    await listener
    collector.report()
    print(collector.histogram, collector.counter.most_common(1))
    everything = [s for samples in collector.samples.values() for s in samples]
    print(max(everything, key=attrgetter("value")), heapq.nlargest(2, everything, key=itemgetter(1))[1].name)
    print(sorted(everything, key=attrgetter("time", "name"))[:2])


asyncio.run(main())
