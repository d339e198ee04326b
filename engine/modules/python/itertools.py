# itertools. Specified in: https://docs.python.org/3.11/library/itertools.html
from _engine import GenericAlias as _GenericAlias
import sys as _sys

from _engine import place as _place, written_in_c as _written_in_c

_done = object()


@_written_in_c
class count:
    def __init__(self, start=0, step=1):
        self._next, self._step = start, step

    def __iter__(self):
        return self

    def __next__(self):
        value = self._next
        self._next += self._step
        return value

    def __repr__(self):
        return f"count({self._next})" if self._step == 1 else f"count({self._next}, {self._step})"


def cycle(iterable):
    saved = []
    for item in iterable:
        yield item
        saved.append(item)
    while saved:
        yield from saved


@_written_in_c
class repeat:
    def __init__(self, object, times=None):
        self._object, self._times = object, times if times is None else max(_place(times), 0)

    def __iter__(self):
        return self

    def __next__(self):
        if self._times is not None:
            if not self._times:
                raise StopIteration
            self._times -= 1
        return self._object

    def __length_hint__(self):
        if self._times is None:
            raise TypeError("len() of unsized object")
        return self._times

    def __repr__(self):
        return f"repeat({self._object!r}{'' if self._times is None else f', {self._times}'})"


def accumulate(iterable, func=None, *, initial=None):
    iterator = iter(iterable)
    total = initial
    if initial is None:
        try:
            total = next(iterator)
        except StopIteration:
            return
    yield total
    while (item := next(iterator, _done)) is not _done:
        total = total + item if func is None else func(total, item)
        yield total


@_written_in_c
class chain:
    __class_getitem__ = classmethod(_GenericAlias)

    def __init__(self, *iterables):
        self._items = _chained(iterables)

    @classmethod
    def from_iterable(cls, iterables):
        made = cls()
        made._items = _chained(iterables)
        return made

    def __iter__(self):
        return self

    def __next__(self):
        return next(self._items)


def _chained(iterables):
    for iterable in iterables:
        yield from iterable


def compress(data, selectors):
    return (item for item, selected in zip(data, selectors) if selected)


def dropwhile(predicate, iterable):
    dropping = True
    for item in iterable:
        dropping = dropping and predicate(item)
        if not dropping:
            yield item


def takewhile(predicate, iterable):
    for item in iterable:
        if not predicate(item):
            return
        yield item


def filterfalse(predicate, iterable):
    for item in iterable:
        if not (item if predicate is None else predicate(item)):
            yield item


def groupby(iterable, key=None):
    iterator = iter(iterable)
    item = of = None
    done = False

    def advance():
        nonlocal item, of, done
        for item in iterator:
            of = item if key is None else key(item)
            return
        done = True

    def group(current):
        while not done and (current is of or current == of):
            yield item
            advance()
    advance()
    while not done:
        current = of
        members = group(current)
        yield current, members
        for _ in members:
            pass


def islice(iterable, *args):
    limits = slice(*args)
    start, stop, step = limits.start or 0, limits.stop, limits.step or 1
    if stop is not None and (not isinstance(stop, int) or stop < 0):
        raise ValueError("Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.")
    if not isinstance(start, int) or start < 0:
        raise ValueError("Indices for islice() must be None or an integer: 0 <= x <= sys.maxsize.")
    if limits.step is not None and (not isinstance(limits.step, int) or limits.step < 1):
        raise ValueError("Step for islice() must be a positive integer or None.")
    return _sliced(iter(iterable), start, stop, step)


def _sliced(iterator, start, stop, step):
    wanted = start
    at = 0
    while stop is None or wanted < stop:
        while at <= wanted:
            item = next(iterator, _done)
            if item is _done:
                return
            at += 1
        yield item
        wanted += step
    while stop is not None and at < stop:
        if next(iterator, iterator) is iterator:
            return
        at += 1


def pairwise(iterable):
    before = _done
    for item in iterable:
        if before is not _done:
            yield before, item
        before = item


def starmap(function, iterable):
    for args in iterable:
        yield function(*args)


def tee(iterable, n=2):
    iterator = iter(iterable)
    queues = [[] for _ in range(n)]

    def branch(queue):
        while True:
            if not queue:
                try:
                    item = next(iterator)
                except StopIteration:
                    return
                for each in queues:
                    each.append(item)
            yield queue.pop(0)
    return tuple(branch(queue) for queue in queues)


def zip_longest(*iterables, fillvalue=None):
    iterators = [iter(iterable) for iterable in iterables]
    left = len(iterators)
    done = object()
    while left:
        row = []
        for i, iterator in enumerate(iterators):
            item = done if iterator is None else next(iterator, done)
            if item is done:
                if iterator is not None:
                    iterators[i] = None
                    left -= 1
                    if not left:
                        return
                item = fillvalue
            row.append(item)
        yield tuple(row)


def product(*iterables, repeat=1):
    pools = [tuple(pool) for pool in iterables] * repeat
    rows = [()]
    for pool in pools:
        rows = [row + (item,) for row in rows for item in pool]
    yield from rows


def permutations(iterable, r=None):
    pool = tuple(iterable)
    r = len(pool) if r is None else r

    def from_here(chosen):
        if len(chosen) == r:
            yield tuple(pool[i] for i in chosen)
            return
        for i in range(len(pool)):
            if i not in chosen:
                yield from from_here(chosen + [i])
    return from_here([])


def combinations(iterable, r):
    pool = tuple(iterable)

    def from_here(start, chosen):
        if len(chosen) == r:
            yield tuple(chosen)
            return
        for i in range(start, len(pool)):
            yield from from_here(i + 1, chosen + [pool[i]])
    return from_here(0, [])


def combinations_with_replacement(iterable, r):
    pool = tuple(iterable)

    def from_here(start, chosen):
        if len(chosen) == r:
            yield tuple(chosen)
            return
        for i in range(start, len(pool)):
            yield from from_here(i, chosen + [pool[i]])
    return from_here(0, [])


if _sys.version_info >= (3, 12):
    @_written_in_c
    class batched:
        def __new__(cls, iterable, n, *, strict=False):
            if strict and _sys.version_info < (3, 13):
                raise TypeError("batched() got an unexpected keyword argument 'strict'")
            n = range(n).stop
            if n < 1:
                raise ValueError("n must be at least one")
            self = object.__new__(cls)
            self._iterator, self._n, self._strict = iter(iterable), n, strict
            return self

        def __iter__(self):
            return self

        def __next__(self):
            batch = tuple(islice(self._iterator, self._n))
            if not batch:
                raise StopIteration
            if self._strict and len(batch) < self._n:
                raise ValueError("batched(): incomplete batch")
            return batch
