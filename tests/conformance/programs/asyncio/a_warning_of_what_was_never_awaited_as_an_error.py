# What a filter makes an error of arises where nobody can catch it, and is reported.
import asyncio
import sys
import warnings

warnings.simplefilter("error")


async def forgotten():
    pass


async def main():
    forgotten()
    print("called")
    await asyncio.sleep(0)
    coroutine = forgotten()
    del coroutine
    print("deleted")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        forgotten()
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        forgotten()
    print([str(each.message) for each in caught])


def hook(told):
    print(told.exc_type, told.exc_value, told.err_msg is None, told.object is None)


asyncio.run(main())
sys.unraisablehook = hook
asyncio.run(main())
