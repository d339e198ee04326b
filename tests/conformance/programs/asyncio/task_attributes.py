import asyncio


async def double(n):
    await asyncio.sleep(n)
    if n > 1:
        raise ValueError("too big")
    return 2 * n


async def main():
    task = asyncio.create_task(double(1), name="doubling")
    print(task.get_name(), task.done())
    try:
        task.result()
    except asyncio.InvalidStateError as error:
        print("InvalidStateError:", error)
    task.add_done_callback(lambda done: print("callback", done.result()))
    await task
    print("awaited")
    await asyncio.sleep(0)
    print(task.result(), task.exception(), task.cancelled())

    failing = asyncio.create_task(double(2))
    await asyncio.sleep(3)
    print(failing.done(), repr(failing.exception()))
    try:
        failing.result()
    except ValueError as error:
        print("raised again:", error)


asyncio.run(main())
