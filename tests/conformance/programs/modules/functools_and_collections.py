import asyncio
import functools
from collections import Counter, OrderedDict, defaultdict, deque, namedtuple


def logged(function):
    @functools.wraps(function)
    async def wrapper(*args, **kwargs):
        print("call", function.__name__, args, kwargs)
        return await function(*args, **kwargs)
    return wrapper


@logged
async def add(a, b=1):
    """Adds."""
    await asyncio.sleep(0)
    return a + b


@functools.lru_cache(maxsize=None)
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


Point = namedtuple("Point", "x y", defaults=[0])


async def main():
    print(await add(1), await add(2, b=3), add.__name__, add.__doc__)
    print(fib(50), fib.cache_info())
    print(functools.reduce(lambda a, b: a * b, range(1, 6)))
    double = functools.partial(lambda a, b: a * b, 2)
    print(double(21))
    history = deque(maxlen=3)
    for n in range(5):
        history.append(n)
    history.appendleft(9)
    print(history, len(history), 3 in history, history[0])
    groups = defaultdict(list)
    for word in ("one", "two", "three", "four"):
        groups[len(word)].append(word)
    print(groups, dict(groups))
    print(Counter("abracadabra").most_common(2), Counter("aab") + Counter("bc"))
    p = Point(1)
    print(p, p.x, p._replace(y=5), p == (1, 0), p._asdict())
    match p:
        case Point(x=1, y=y):
            print("y is", y)
    order = OrderedDict(a=1, b=2)
    order.move_to_end("a")
    print(list(order))


asyncio.run(main())
