import asyncio


async def value(text, result):
    print("value", text)
    await asyncio.sleep(0)
    return result


def join(*parts, separator=" "):
    text = ""
    for part in parts:
        text = text + separator + part
    return text


async def main():
    print(join(await value("a", "one"), await value("b", "two"), separator=await value("c", "+")))
    items = [await value("d", 1), await value("e", 2)]
    items[await value("f", 0)] = await value("g", 10)
    print(items, {"key": await value("h", None)})
    print(f"{await value('i', 3)} and {await value('j', 4.5)}")
    if await value("k", 0) or await value("l", "last"):
        print("or")
    while await value("m", items):
        items = None
    for n in await value("n", (1, 2)):
        print(n)
    return await value("o", "done")


print(asyncio.run(main()))
