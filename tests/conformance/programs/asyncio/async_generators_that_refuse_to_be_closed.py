# aclose() is asked for once: what refuses it goes on giving items, and is told no more.
import asyncio


async def stubborn():
    while True:
        try:
            yield "still here"
        except GeneratorExit:
            print("no")


async def once():
    yield 1


async def attempt(what, step):
    try:
        print(what, "->", repr(await step))
    except BaseException as error:
        print(what, "->", repr(error))


async def steps(generator):
    await attempt("aclose", generator.aclose())
    await attempt("athrow", generator.athrow(ValueError("thrown")))
    await attempt("aclose", generator.aclose())
    await attempt("asend", generator.asend("sent"))
    await attempt("anext", anext(generator))
    await attempt("anext or default", anext(generator, "default"))


async def main():
    refusing = stubborn()
    await attempt("anext", anext(refusing))
    await steps(refusing)
    await steps(once())  # closed before it started
    exhausted = once()
    async for item in exhausted:
        print("item", item)
    await steps(exhausted)
    failed = once()
    await attempt("athrow", failed.athrow(KeyError("first")))
    await steps(failed)
    early = once()
    await attempt("asend", early.asend("too early"))
    print(early.ag_running, early.ag_frame is None)


asyncio.run(main())
