from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from typing import (Any, Dict, Generic, List, Literal, NamedTuple, NewType, Optional, ParamSpec, Protocol, Tuple,
                    TypedDict, TypeVar, Union, cast, overload, runtime_checkable, TYPE_CHECKING)

if TYPE_CHECKING:
    import nothing_here

T = TypeVar("T")
P = ParamSpec("P")
UserId = NewType("UserId", int)
Handler = Callable[[str], Awaitable[None]]


class Stack(Generic[T]):
    def __init__(self) -> None:
        self.items: list[T] = []

    def push(self, item: T) -> None:
        self.items.append(item)

    def pop(self) -> T:
        return self.items.pop()


class Repository(Protocol[T]):
    async def get(self, key: str) -> T | None: ...
    async def put(self, key: str, value: T) -> None: ...


@runtime_checkable
class Closable(Protocol):
    def close(self) -> None: ...


class MemoryRepository(Repository[int]):
    def __init__(self):
        self.data: Dict[str, int] = {}

    async def get(self, key):
        return self.data.get(key)

    async def put(self, key, value):
        self.data[key] = value

    def close(self):
        self.data.clear()


class Event(NamedTuple):
    name: str
    payload: dict
    priority: int = 0

    @property
    def loud(self):
        return self.name.upper()

    def bump(self):
        return self._replace(priority=self.priority + 1)


class Movie(TypedDict, total=False):
    title: str
    year: int


@overload
def parse(x: int) -> int: ...
@overload
def parse(x: str) -> str: ...
def parse(x):
    return x


def retry(times: int) -> Callable[[Callable[P, Awaitable[T]]], Callable[P, Awaitable[T]]]:
    def decorate(function: Callable[P, Awaitable[T]]) -> Callable[P, Awaitable[T]]:
        async def wrapper(*args: P.args, **kwargs: P.kwargs) -> T:
            for attempt in range(times):
                try:
                    return await function(*args, **kwargs)
                except ValueError:
                    print("attempt", attempt)
            raise RuntimeError("gave up")
        return wrapper
    return decorate


attempts = 0


@retry(3)
async def flaky(result: Optional[int] = None) -> Union[int, str, None]:
    global attempts
    attempts += 1
    if attempts < 3:
        raise ValueError
    return result


async def ticks(n: int) -> AsyncIterator[int]:
    for i in range(n):
        yield i
        await asyncio.sleep(0.1)


async def main() -> None:
    stack = Stack[int]()
    stack.push(1)
    other: Stack[str] = Stack()
    other.push("x")
    print(stack.pop(), other.pop(), await flaky(5), [t async for t in ticks(3)])
    repository = MemoryRepository()
    await repository.put("a", 1)
    print(await repository.get("a"), isinstance(repository, Closable), isinstance(3, Closable))
    try:
        Repository()
    except TypeError as error:
        print(error)
    try:
        isinstance(3, Repository)
    except TypeError as error:
        print(error)
    event = Event("boot", {"x": 1})
    print(event, event.loud, event.bump(), event.name, event == ("boot", {"x": 1}, 0), Event._fields)
    name, payload, priority = event
    print(name, priority, event._asdict(), Event.__annotations__ is not None)
    movie = Movie(title="Brazil", year=1985)
    print(movie, type(movie), movie["title"], UserId(5) + 1, cast(int, "not"), parse("p"))
    mode: Literal["r", "w"] = "r"
    pair: Tuple[int, ...] = (1, 2)
    anything: Any = List
    print(mode, pair, anything is List)


asyncio.run(main())
