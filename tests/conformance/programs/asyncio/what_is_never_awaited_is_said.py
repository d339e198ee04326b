import asyncio
import sys
import warnings


async def forgotten():
    pass


class Noisy:
    def __await__(self):
        yield from asyncio.sleep(1).__await__()
        return "noisy"

    def __del__(self):
        print("del noisy")


async def main():
    forgotten()
    await asyncio.sleep(0)
    coroutine = forgotten()
    del coroutine
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        forgotten()
        warnings.warn("careful", UserWarning)
    for w in caught:
        print(w.category.__name__, w.message, w.lineno)
    warnings.warn("shown once")
    for _ in range(2):
        warnings.warn("in a loop", RuntimeWarning)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        try:
            warnings.warn("as error", FutureWarning)
        except FutureWarning as error:
            print("raised", error)
    print(await Noisy())
    print("to stderr", file=sys.stderr)
    sys.stderr.write("written\n")
    tasks = [asyncio.create_task(forgotten(), name=f"t{i}") for i in range(2)]
    await asyncio.wait(tasks)

    async def never(): await asyncio.sleep(1)
    never
    task = asyncio.create_task(never())
    task.add_done_callback(lambda t: print("done:", t.cancelled()))


if __name__ == "__main__":
    asyncio.run(main())
    assert sys.argv[0].endswith("main.py"), sys.argv
    print(__name__, __doc__, __file__.rsplit("/")[-1])
