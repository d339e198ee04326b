import asyncio
from abc import ABC, abstractmethod
from typing import Protocol, Self, override, runtime_checkable, TypeVar, get_type_hints


@runtime_checkable
class HasId(Protocol):
    id: int


class Entity:
    def __init__(self, id: int, title: str):
        self.id, self.title = id, title

    def __repr__(self):
        return f"{type(self).__name__}({self.id}, {self.title!r})"


class Repository[T: HasId, K = int](ABC):
    def __init__(self) -> None:
        self.items: dict[K, T] = {}

    @abstractmethod
    async def load(self, key: K) -> T: ...

    async def get(self, key: K) -> T | None:
        if key not in self.items:
            try:
                self.items[key] = await self.load(key)
            except LookupError, TimeoutError:
                return None
        return self.items[key]

    def with_items(self, *items: T) -> Self:
        for item in items:
            self.items[item.id] = item
        return self


class Book(Entity):
    pass


class Books(Repository[Book]):
    @override
    async def load(self, key):
        await asyncio.sleep(0.1)
        if key > 5:
            raise KeyError(key)
        return Book(key, f"Book {key}")


def first[T](items: list[T], default: T | None = None) -> T | None:
    return items[0] if items else default


async def main():
    try:
        Repository()
    except TypeError as error:
        print(error)
    books = Books().with_items(Book(1, "One"))
    print(await asyncio.gather(books.get(1), books.get(2), books.get(7)))
    print(isinstance(Book(1, ""), HasId), isinstance(object(), HasId))
    print(Repository.__type_params__, Repository[int].__args__, Books.__orig_bases__)
    print(first.__type_params__[0].__bound__, first.__annotations__)
    T, K = Repository.__type_params__
    print(T.__bound__, K.has_default(), K.__default__)
    print(get_type_hints(Repository.load))
    print(Books.load.__override__)


asyncio.run(main())
