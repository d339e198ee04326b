# Prints what there is to call: "name receiver" a line; `receiver` is the number of the object whose method it is, or -.
import asyncio, collections, collections.abc, contextlib, contextvars, copy, dataclasses, datetime, enum, fractions, functools
import gc, heapq, inspect, io, itertools, json, math, operator, random, re, statistics, string, textwrap, time, traceback, types
import typing, uuid, weakref, bisect, pprint, queue, builtins

loop = asyncio.new_event_loop()


def a_frame():
    return sys._getframe()


def a_cell():
    value = 1
    return (lambda: value).__closure__[0]


async def async_generator():
    yield 1


class Plain:
    attribute = 1

    def method(self):
        return 1


class Derived(Plain):
    def parent(self):
        return super()


def in_loop(make):
    """What can be made while a loop runs only."""
    async def inner():
        return make()
    return lambda: loop.run_until_complete(inner())


def a_token():
    return contextvars.ContextVar("name").set(1)


def a_task():
    made = coroutine()
    task = loop.create_task(made)
    return task


RECEIVERS = [
    lambda: 5, lambda: 2**80, lambda: True, lambda: 2.5, lambda: "text", lambda: b"bytes", lambda: (1, 2), lambda: [1, 2], lambda: {"a": 1},
    lambda: {1, 2}, lambda: frozenset((1, 2)), lambda: slice(1, 2), lambda: range(5), lambda: None, lambda: ..., lambda: NotImplemented,
    object, generator, coroutine, async_generator, lambda: async_generator().asend(None), lambda: async_generator().aclose(), lambda: failing, lambda: len,
    lambda: [].append, lambda: list.append, lambda: Plain().method, a_cell, lambda: failing.__code__, a_frame, lambda: types.ModuleType("named"),
    lambda: property(failing), lambda: staticmethod(failing), lambda: classmethod(failing), lambda: Derived().parent(), lambda: Plain,
    lambda: iter([1]), lambda: iter((1,)), lambda: iter("ab"), lambda: iter(b"ab"), lambda: iter(range(3)), lambda: iter({1: 2}), lambda: iter({1}),
    lambda: iter({1: 2}.values()), lambda: iter({1: 2}.items()), lambda: iter(lambda: 1, 1), lambda: iter(Sequence()), lambda: reversed([1]),
    lambda: reversed(Sequence()), lambda: reversed({1: 2}), lambda: reversed(range(3)),
    lambda: {1: 2}.keys(), lambda: {1: 2}.values(), lambda: {1: 2}.items(), lambda: enumerate([1]), lambda: zip([1], [2]), lambda: map(len, ["a"]),
    lambda: filter(None, [1]), lambda: types.MappingProxyType({1: 2}), lambda: list[int], lambda: int | str, lambda: raised().__traceback__,
    lambda: ValueError(1), lambda: KeyError(1), lambda: OSError(1, "a"), lambda: SystemExit(1), lambda: StopIteration(1), lambda: SyntaxError("a"),
    lambda: ImportError("a"), lambda: NameError("a"), lambda: AttributeError("a"), lambda: UnicodeDecodeError("utf-8", b"a", 0, 1, "why"),
    lambda: UnicodeEncodeError("utf-8", "a", 0, 1, "why"),
    lambda: ExceptionGroup("a", [ValueError(1)]), lambda: BaseException(1), lambda: weakref.ref(Plain), lambda: weakref.proxy(Plain),
    lambda: collections.deque([1, 2]), lambda: collections.deque([1], 3), lambda: iter(collections.deque([1])), lambda: collections.defaultdict(list), lambda: collections.OrderedDict(a=1),
    lambda: iter(collections.OrderedDict(a=1)), lambda: collections.OrderedDict(a=1).keys(),
    lambda: collections.Counter("a"), lambda: contextvars.copy_context(), lambda: contextvars.ContextVar("name"), a_token,
    lambda: loop.create_future(), a_task, lambda: loop, lambda: loop.call_soon(len), lambda: loop.call_later(1, len),
    lambda: iter(loop.create_future()), lambda: coroutine().__await__(), lambda: asyncio.Lock(), lambda: asyncio.Event(), lambda: asyncio.Condition(), lambda: asyncio.Semaphore(),
    lambda: asyncio.BoundedSemaphore(), lambda: asyncio.Barrier(2), lambda: asyncio.Queue(), lambda: asyncio.PriorityQueue(),
    lambda: asyncio.LifoQueue(), lambda: asyncio.TaskGroup(), lambda: asyncio.Runner(), lambda: asyncio.Timeout(1),
    lambda: functools.partial(len), lambda: functools.lru_cache(len), lambda: random.Random(1), lambda: types.SimpleNamespace(a=1),
    lambda: itertools.count(), lambda: itertools.chain([1]), lambda: itertools.islice([1], 1), lambda: itertools.repeat(1), lambda: itertools.cycle([1]),
    lambda: io.StringIO("a"), lambda: io.BytesIO(b"a"), lambda: re.compile("a"), lambda: re.match("a", "a"), lambda: datetime.datetime(2020, 1, 1),
    lambda: datetime.date(2020, 1, 1), lambda: datetime.time(1), lambda: datetime.timedelta(1), lambda: datetime.timezone.utc,
    lambda: fractions.Fraction(1, 2), lambda: operator.itemgetter(1), lambda: operator.attrgetter("a"), lambda: operator.methodcaller("a"),
    lambda: uuid.UUID(int=1), lambda: string.Template("$a"), lambda: collections.ChainMap({1: 2}), lambda: collections.UserDict(a=1),
    lambda: collections.UserList([1]), lambda: collections.UserString("a"), lambda: inspect.signature(failing), lambda: contextlib.ExitStack(),
    lambda: Plain.__dict__, lambda: vars(Plain)["__dict__"], lambda: type,
]


class Sequence:
    def __getitem__(self, at):
        return "ab"[at]

    def __len__(self):
        return 2


def bare(make):
    """An object of the same type that __new__ alone has made."""
    return lambda: (lambda kind: kind.__new__(kind))(type(make()))


def derived(make):
    """One of a class derived from its type."""
    return lambda: (lambda kind: kind.__new__(kind))(type("Derived", (type(make()),), {}))


COMPLETE = len(RECEIVERS)  # from there on they are called with few arguments
RECEIVERS += [bare(make) for make in RECEIVERS] + [derived(make) for make in RECEIVERS]


MODULES = [builtins, math, time, asyncio, collections, contextlib, contextvars, copy, dataclasses, datetime, enum, fractions, functools, gc, heapq,
           inspect, io, itertools, json, operator, random, re, statistics, string, sys, textwrap, traceback, types, typing, uuid, weakref, bisect,
           pprint, queue]

# What asks somebody, waits, ends the process, or changes how everything after it goes.
LEFT_OUT = set("""
builtins.input builtins.breakpoint builtins.help builtins.open builtins.print builtins.copyright builtins.credits builtins.license
time.sleep time.pthread_getcpuclockid time.clock_settime
sys.settrace sys.setprofile sys.setrecursionlimit sys.set_int_max_str_digits sys.setswitchinterval sys.addaudithook sys._getframe
asyncio.create_subprocess_exec asyncio.create_subprocess_shell asyncio.open_connection asyncio.start_server asyncio.to_thread
asyncio.set_event_loop asyncio.set_event_loop_policy gc.collect gc.set_threshold gc.set_debug gc.disable gc.get_objects gc.get_referrers
asyncio.run asyncio.new_event_loop asyncio.get_event_loop asyncio.get_child_watcher asyncio.set_child_watcher
io.open io.open_code io.FileIO io.TextIOWrapper
""".split())
LEFT_OUT_METHODS = {("loop", "run_forever"), ("Runner", "run"), ("Runner", "get_loop"), ("Runner", "__enter__"), ("frame", "clear")}


def names():
    for module in MODULES:
        for name in sorted(vars(module)):
            made = vars(module)[name]
            full = f"{module.__name__}.{name}"
            if name.startswith("_") or not callable(made) or full in LEFT_OUT:
                continue
            if getattr(made, "__module__", None) in ("__main__", "typing") and module is not typing:
                continue
            yield full, None, made
    for number, make in enumerate(RECEIVERS):
        try:
            receiver = make()
        except BaseException as error:
            continue
        done = type(receiver) if number < 2 * COMPLETE else type(receiver).__base__
        for name in sorted(vars(done)):
            made = vars(done)[name]
            if (done.__name__, name) in LEFT_OUT_METHODS or name in ("__subclasshook__", "__getnewargs__", "__class__") or not callable(getattr(done, name, None)):
                continue
            yield f"{number}.{done.__name__}.{name}", number, getattr(done, name)
        close_all()


def close_all():
    for each in opened:
        try:
            each.close()
        except BaseException:
            pass
    opened.clear()
