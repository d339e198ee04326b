# What every hostile program begins with: values whose special methods do something to the containers they are in.
import bisect, collections, copy, functools, heapq, itertools, operator
from collections import ChainMap, Counter, OrderedDict, defaultdict, deque

plans = {}      # hook -> [calls to let pass, calls to act in, what to do, what to answer or plain]
calls = []      # the hooks that have run in this step
quiet = True    # nothing is noted, nothing is done
plain = object()


class Failure(Exception):
    pass


def fail():
    raise Failure("in a hook")


def strike(hook, note, answer):
    """Runs in every special method: notes the call, acts if that is planned, and gives the answer."""
    global quiet
    if quiet:
        return answer
    calls.append(f"{hook}{note}")
    if len(calls) > 2000:
        raise Failure("too many calls")
    plan = plans.get(hook)
    if plan is None:
        return answer
    if plan[0] > 0:
        plan[0] -= 1
        return answer
    if plan[1] <= 0:
        return answer
    plan[1] -= 1
    calls.append("!")
    quiet = True
    try:
        plan[2]()
    finally:
        quiet = False
    return answer if plan[3] is plain else plan[3]


def number(value):
    return value.n if isinstance(value, K) else value


def comparison(name, compare):
    def method(self, other):
        theirs = number(other)
        answer = compare(self.n, theirs) if isinstance(theirs, int) else NotImplemented
        return strike(name, f"{self.n},{theirs if isinstance(theirs, int) else '?'}", answer)
    return method


class K:
    buckets = 2

    def __init__(self, n):
        self.n = n

    def __hash__(self):
        return strike("hash", self.n, self.n % self.buckets)

    def __repr__(self):
        return strike("repr", self.n, f"K{self.n}")

    def __index__(self):
        return strike("index", self.n, self.n)

    def __bool__(self):
        return strike("bool", self.n, self.n % 3 != 0)

    def __neg__(self):
        return strike("neg", self.n, K(-self.n))

    def __add__(self, other):
        return strike("add", self.n, K(self.n + number(other)) if isinstance(number(other), int) else NotImplemented)

    def __radd__(self, other):
        return strike("radd", self.n, K(self.n + number(other)) if isinstance(number(other), int) else NotImplemented)

    __eq__ = comparison("eq", operator.eq)
    __lt__ = comparison("lt", operator.lt)
    __le__ = comparison("le", operator.le)
    __gt__ = comparison("gt", operator.gt)
    __ge__ = comparison("ge", operator.ge)


class X(K):
    """Its death is seen, and may do something."""
    def __del__(self):
        strike("del", self.n, None)


class L:
    """Its truth is its length."""
    def __init__(self, n):
        self.n = n

    def __len__(self):
        return strike("len", self.n, self.n % 2)

    def __hash__(self):
        return self.n

    def __repr__(self):
        return strike("repr", self.n, f"L{self.n}")


class It:
    """An iterable of which every step is seen."""
    def __init__(self, items, hint=None):
        self.items = list(items)

    def __iter__(self):
        self.at = 0
        return strike("iter", "", self)

    def __next__(self):
        if self.at >= len(self.items):
            strike("next", "-", None)
            raise StopIteration
        self.at += 1
        return strike("next", self.at, self.items[self.at - 1])


class Sized(It):
    def __len__(self):
        return strike("len", "", len(self.items))


class Hinted(It):
    def __length_hint__(self):
        return strike("hint", "", len(self.items))


class Indexed:
    """A sequence by __getitem__ alone."""
    def __init__(self, items):
        self.items = list(items)

    def __getitem__(self, at):
        return strike("getitem", at, self.items[at])

    def __len__(self):
        return strike("len", "", len(self.items))


class M:
    """A mapping by keys() and __getitem__ alone."""
    def __init__(self, items):
        self.entries = dict(items)

    def keys(self):
        return strike("keys", "", list(self.entries))

    def __getitem__(self, key):
        return strike("getitem", repr(key), self.entries[key])


class D(dict):
    def __missing__(self, key):
        return strike("missing", number(key), 77)


class Holder:
    """What contains anything that it is asked for, once asked."""
    def __init__(self, items):
        self.items = list(items)

    def __contains__(self, item):
        return strike("contains", number(item) if isinstance(number(item), int) else "?", True)

    def __iter__(self):
        return strike("iter", "", iter(self.items))

    def __len__(self):
        return strike("len", "", len(self.items))


def key_of(item):
    theirs = number(item)
    return strike("key", theirs, -theirs if isinstance(theirs, int) else 0)


class Factory:
    def __call__(self):
        return strike("factory", "", 5)

    def __repr__(self):
        return "make_default"


make_default = Factory()


def when(hook, skip, times, action, answer=plain):
    plans[hook] = [skip, times, action, answer]


def attempt(step):
    global quiet
    calls.clear()
    quiet = False
    try:
        result = step()
        quiet = True
        said = shown(result)
        result = None
    except BaseException as error:
        quiet = True
        said = f"{type(error).__name__}: {shown(error.args[0]) if len(error.args) == 1 else shown(error.args)}"
    quiet = True
    print("  ", said, "|", " ".join(calls[:80]))


def shown(value):
    return repr(value)


def shape(value):
    try:
        return repr(value)
    except BaseException as error:
        return f"{type(error).__name__}: {error}"


def program(name, buckets):
    def decorate(body):
        global quiet
        print("#", name)
        plans.clear()
        K.buckets = buckets
        try:
            body()
        except BaseException as error:
            quiet = True
            print("   outside of the steps:", type(error).__name__, error)
        quiet = True
        plans.clear()
    return decorate


def end(*containers):
    global quiet
    quiet = True
    for each in containers:
        print("   =", shape(each))
        try:
            print("   =", len(each), [*each])
        except BaseException as error:
            print("   =", type(error).__name__, error)


