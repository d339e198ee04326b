# heapq. Specified in: https://docs.python.org/3.11/library/heapq.html


def _down(heap, start, at):
    item = heap[at]
    while at > start:
        parent = (at - 1) >> 1
        if not item < heap[parent]:
            break
        heap[at] = heap[parent]
        at = parent
    heap[at] = item


def _up(heap, at):
    end, start, item = len(heap), at, heap[at]
    child = 2 * at + 1
    while child < end:
        if child + 1 < end and not heap[child] < heap[child + 1]:
            child += 1
        heap[at] = heap[child]
        at = child
        child = 2 * at + 1
    heap[at] = item
    _down(heap, start, at)


def heappush(heap, item, /):
    heap.append(item)
    _down(heap, 0, len(heap) - 1)


def heappop(heap, /):
    if not heap:
        raise IndexError("index out of range")
    last = heap.pop()
    if not heap:
        return last
    first, heap[0] = heap[0], last
    _up(heap, 0)
    return first


def heapreplace(heap, item, /):
    if not heap:
        raise IndexError("index out of range")
    first, heap[0] = heap[0], item
    _up(heap, 0)
    return first


def heappushpop(heap, item, /):
    if heap and heap[0] < item:
        item, heap[0] = heap[0], item
        _up(heap, 0)
    return item


def heapify(heap, /):
    for at in reversed(range(len(heap) // 2)):
        _up(heap, at)


def nlargest(n, iterable, key=None):
    return sorted(iterable, key=key, reverse=True)[:max(n, 0)]


def nsmallest(n, iterable, key=None):
    return sorted(iterable, key=key)[:max(n, 0)]


def merge(*iterables, key=None, reverse=False):
    waiting = []
    for number, iterable in enumerate(iterables):
        iterator = iter(iterable)
        for item in iterator:
            waiting.append((item if key is None else key(item), number, item, iterator))
            break
    while waiting:
        best = waiting[0]
        for each in waiting[1:]:
            if (best[0] < each[0]) if reverse else (each[0] < best[0]):
                best = each
        yield best[2]
        at = waiting.index(best)
        for item in best[3]:
            waiting[at] = (item if key is None else key(item), best[1], item, best[3])
            break
        else:
            del waiting[at]
