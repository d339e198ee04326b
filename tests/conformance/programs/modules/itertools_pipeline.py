import asyncio
import itertools
import operator


async def produce(queue, items, batch):
    iterator = iter(items)
    while chunk := list(itertools.islice(iterator, batch)):
        await queue.put(chunk)
        await asyncio.sleep(0.1)
    await queue.put(None)


async def consume(queue):
    for number in itertools.count(1):
        chunk = await queue.get()
        if chunk is None:
            return number - 1
        print(number, chunk, sum(chunk))


async def main():
    queue = asyncio.Queue(1)
    _, batches = await asyncio.gather(produce(queue, range(7), 3), consume(queue))
    print(batches)


asyncio.run(main())
print(list(itertools.accumulate([1, 2, 3, 4])), list(itertools.accumulate([1, 2, 3], operator.mul, initial=10)))
print(list(itertools.chain([1], (2, 3), "ab")), list(itertools.chain.from_iterable([[1], [2, 3]])))
print(list(itertools.combinations("abc", 2)), list(itertools.permutations([1, 2, 3], 2)))
print(list(itertools.product("ab", [1, 2])), list(itertools.product([0, 1], repeat=2)))
print(list(itertools.combinations_with_replacement("ab", 2)), list(itertools.compress("abcd", [1, 0, 1, 0])))
print(list(itertools.dropwhile(lambda x: x < 3, [1, 2, 3, 1])), list(itertools.takewhile(lambda x: x < 3, [1, 2, 3, 1])))
print(list(itertools.filterfalse(None, [0, 1, "", 2])), list(itertools.starmap(pow, [(2, 3), (3, 2)])))
print([(key, list(group)) for key, group in itertools.groupby(sorted(["bb", "a", "cc", "d"], key=len), key=len)])
print(list(itertools.islice(itertools.cycle("ab"), 5)), list(itertools.islice(range(10), 2, 8, 3)))
print(list(itertools.zip_longest([1, 2, 3], "a", fillvalue="-")), list(itertools.pairwise([1, 2, 3])))
first, second = itertools.tee(iter([1, 2, 3]))
print(next(first), list(second), list(first), list(itertools.repeat("x", 3)))
counter = itertools.count(10, 5)
print(next(counter), next(counter), counter, itertools.repeat(1, 2))
robin = itertools.cycle(["a", "b"])
print([next(robin) for _ in range(3)])
try:
    list(itertools.islice([1], -1))
except ValueError as error:
    print(error)
