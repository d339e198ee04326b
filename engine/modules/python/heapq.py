# heapq. Specified in: https://docs.python.org/3.11/library/heapq.html
import sys

from _engine import heapify, heapify_largest as _heapify_max, heappop, heappop_largest as _heappop_max, heappush
from _engine import heappushpop, heapreplace, heapreplace_largest as _heapreplace_max


def _size(iterable):
    try:
        return len(iterable)
    except (TypeError, AttributeError):
        return None


def _extreme(n, iterable, key, extreme, is_better, direction, make_heap, replace):
    # The n best are kept in a heap of (key, when it came, item), the worst of them first.
    if n == 1:
        nothing = object()
        best = extreme(iter(iterable), default=nothing, key=key)
        return [] if best is nothing else [best]
    size = _size(iterable)
    if size is not None and n >= size:
        return sorted(iterable, key=key, reverse=direction < 0)[:n]
    iterator = iter(iterable)
    places = range(n) if direction > 0 else range(0, -n, -1)
    if key is None:
        best = [(item, place) for place, item in zip(places, iterator)]
    else:
        best = [(key(item), place, item) for place, item in zip(places, iterator)]
    if not best:
        return best
    make_heap(best)
    worst, place = best[0][0], n if direction > 0 else -n
    for item in iterator:
        rank = item if key is None else key(item)
        if is_better(rank, worst):
            replace(best, (item, place) if key is None else (rank, place, item))
            worst = best[0][0]
            place += direction
    best.sort(reverse=direction < 0)
    return [each[0] if key is None else each[2] for each in best]


def nlargest(n, iterable, key=None):
    return _extreme(n, iterable, key, max, lambda a, worst: worst < a, -1, heapify, heapreplace)


def nsmallest(n, iterable, key=None):
    return _extreme(n, iterable, key, min, lambda a, worst: a < worst, 1, _heapify_max, _heapreplace_max)


def merge(*iterables, key=None, reverse=False):
    # A heap of [key, which iterable, item, its __next__], of which the first is what comes next.
    make_heap, pop, replace = (
        (_heapify_max, _heappop_max, _heapreplace_max) if reverse else (heapify, heappop, heapreplace))
    waiting = []
    for number, iterator in enumerate(map(iter, iterables)):
        try:
            advance = iterator.__next__
            item = advance()
            waiting.append([item if key is None else key(item), -number if reverse else number, item, advance])
        except StopIteration:
            pass
    make_heap(waiting)
    while len(waiting) > 1:
        try:
            while True:
                entry = waiting[0]
                yield entry[2]
                item = entry[2] = entry[3]()
                entry[0] = item if key is None else key(item)
                replace(waiting, entry)
        except StopIteration:
            pop(waiting)
    if waiting:
        yield waiting[0][2]
        yield from waiting[0][3].__self__


if sys.version_info >= (3, 14):
    heapify_max, heappop_max, heapreplace_max = _heapify_max, _heappop_max, _heapreplace_max

    def heappush_max(heap, item, /):
        heap.append(item)
        at = len(heap) - 1
        while at and heap[at - 1 >> 1] < item:
            heap[at] = heap[at - 1 >> 1]
            at = at - 1 >> 1
        heap[at] = item

    def heappushpop_max(heap, item, /):
        return heapreplace_max(heap, item) if heap and item < heap[0] else item

__all__ = [name for name in """
    heappush heappop heapify heapreplace merge nlargest nsmallest heappushpop heappush_max heappop_max heapify_max
    heapreplace_max heappushpop_max
""".split() if name in globals()]
