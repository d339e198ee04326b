import asyncio

DONE = object()


async def read(lines, out):
    for line in lines:
        await asyncio.sleep(0.01)
        await out.put(line)
    await out.put(DONE)


async def parse(source, out):
    while (line := await source.get()) is not DONE:
        name, _, value = line.partition("=")
        try:
            await out.put((name.strip(), int(value)))
        except ValueError as error:
            print(f"skipped {line!r}: {error}")
    await out.put(DONE)


async def total(source):
    sums = {}
    while (item := await source.get()) is not DONE:
        name, value = item
        sums[name] = sums.get(name, 0) + value
    return sums


async def main():
    lines = ["a = 1", "b = 2", "a = x", "a = 40", "broken", "b = 5"]
    raw, parsed = asyncio.Queue(maxsize=2), asyncio.Queue(maxsize=1)
    *_, sums = await asyncio.gather(read(lines, raw), parse(raw, parsed), total(parsed))
    print(sums)


asyncio.run(main())
