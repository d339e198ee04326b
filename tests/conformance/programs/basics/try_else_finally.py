import asyncio


async def step(kind):
    await asyncio.sleep(0.1)
    if kind == "error":
        raise ValueError("bad step")
    if kind == "other":
        raise KeyError(kind)
    return kind


async def attempt(kind):
    try:
        result = await step(kind)
    except ValueError as error:
        print("except", error)
        return "recovered"
    except (KeyError, IndexError) as error:
        print("lookup", error)
        result = "looked up"
    else:
        print("else", result)
    finally:
        print("finally", kind)
        await asyncio.sleep(0)
    return result


async def leaves_early():
    for n in range(5):
        try:
            if n == 1:
                continue
            if n == 3:
                break
            print("loop", n)
        finally:
            print("leaving", n)
    else:
        print("not here")
    try:
        return "from try"
    finally:
        print("before the return")


async def main():
    for kind in ("fine", "error", "other"):
        print(await attempt(kind))
    print(await leaves_early())


asyncio.run(main())
