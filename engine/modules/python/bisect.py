# bisect. Specified in: https://docs.python.org/3.11/library/bisect.html


def _search(a, lo, hi, before):
    if lo < 0:
        raise ValueError("lo must be non-negative")
    if hi is None:
        hi = len(a)
    while lo < hi:
        middle = (lo + hi) // 2
        if before(a[middle]):
            lo = middle + 1
        else:
            hi = middle
    return lo


def bisect_right(a, x, lo=0, hi=None, *, key=None):
    return _search(a, lo, hi, (lambda item: not x < item) if key is None else (lambda item: not x < key(item)))


def bisect_left(a, x, lo=0, hi=None, *, key=None):
    return _search(a, lo, hi, (lambda item: item < x) if key is None else (lambda item: key(item) < x))


def insort_right(a, x, lo=0, hi=None, *, key=None):
    a.insert(bisect_right(a, x if key is None else key(x), lo, hi, key=key), x)


def insort_left(a, x, lo=0, hi=None, *, key=None):
    a.insert(bisect_left(a, x if key is None else key(x), lo, hi, key=key), x)


bisect, insort = bisect_right, insort_right
