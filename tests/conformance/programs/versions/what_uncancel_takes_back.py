import asyncio


async def main():
    me = asyncio.current_task()
    me.cancel()
    print(me.cancelling(), me.uncancel())
    try:
        await asyncio.sleep(0)
        print("not cancelled")
    except asyncio.CancelledError:
        print("cancelled all the same")
    me.cancel("one")
    me.cancel("two")
    print(me.cancelling(), me.uncancel())
    try:
        await asyncio.sleep(0)
        print("not cancelled")
    except asyncio.CancelledError as error:
        print("cancelled", error.args, me.uncancel())


asyncio.run(main())
