import asyncio
from collections import deque
from typing import (Any, AsyncIterator, Awaitable, Callable, ClassVar, Dict, Generic, Iterable, List, Optional, Set,
                    Tuple, Type, TypeVar, Union, get_args, get_origin, get_type_hints, NamedTuple)

K = TypeVar("K")
V = TypeVar("V", bound=int)


class Cache(Generic[K, V]):
    instances: ClassVar[int] = 0

    def __init__(self, loader: Callable[[K], Awaitable[V]], limit: int = 2):
        self.loader, self.limit = loader, limit
        self.values: Dict[K, V] = {}
        self.order: deque[K] = deque()
        self.pending: Dict[K, asyncio.Future[V]] = {}
        Cache.instances += 1

    async def get(self, key: K) -> V:
        if key in self.values:
            return self.values[key]
        if key in self.pending:
            return await self.pending[key]
        future: asyncio.Future[V] = asyncio.get_running_loop().create_future()
        self.pending[key] = future
        value = await self.loader(key)
        self.values[key] = value
        self.order.append(key)
        if len(self.order) > self.limit:
            del self.values[self.order.popleft()]
        self.pending.pop(key).set_result(value)
        return value


async def load(key: str) -> int:
    print("loading", key)
    await asyncio.sleep(0.1)
    return len(key)


async def consume(queue: asyncio.Queue[Optional[int]], results: List[int]) -> None:
    while (item := await queue.get()) is not None:
        results.append(item)


async def numbers(limit: int) -> AsyncIterator[int]:
    for i in range(limit):
        yield i


async def main() -> None:
    cache = Cache[str, int](load)
    print(await asyncio.gather(*(cache.get(k) for k in ("a", "bb", "a", "ccc"))), list(cache.values))
    queue: asyncio.Queue[Optional[int]] = asyncio.Queue()
    results: List[int] = []
    task: asyncio.Task[None] = asyncio.create_task(consume(queue, results))
    async for n in numbers(3):
        await queue.put(n)
    await queue.put(None)
    await task
    print(results)


asyncio.run(main())
print(Optional[int], Union[int, str], List[int], Dict[str, List[int]], Callable[[int], str], Tuple[int, ...], Any)
print(Optional[int] == Union[int, None], Union[int, int], K, V, Cache[int, int], Type[int], Set["x"] is not None)
print(get_origin(List[int]), get_args(Dict[str, int]), get_origin(Union[int, str]) is Union, get_args(int))
print(get_type_hints(load), list[int], dict[str, int] | None, int | str, get_args(int | None))


class Row(NamedTuple):
    id: int
    name: str = "?"


print(Row(1), Row(id=2, name="x")._replace(id=3), Row._field_defaults)
try:
    Row()
except TypeError as error:
    print(error)
print(isinstance([], Iterable), isinstance([1], List), issubclass(dict, Dict))
