import asyncio


class Stack[T]:
    def __init__(self):
        self.items: list[T] = []

    def push(self, item: T) -> None:
        self.items.append(item)

    async def pop(self) -> T:
        while not self.items:
            await asyncio.sleep(0.1)
        return self.items.pop()


def first[T](items: list[T], default: T = 0, *, last: T = 1) -> T:
    return items[0] if items else default


async def main():
    stack = Stack[int]()
    asyncio.get_running_loop().call_later(0.25, stack.push, 7)
    print(await stack.pop(), first([1]), first([]), first([], last=2))
    print(Stack.__type_params__, Stack.__parameters__, Stack[int], first.__type_params__)
    print(first.__qualname__, Stack.__qualname__, Stack.__orig_bases__)


asyncio.run(main())
