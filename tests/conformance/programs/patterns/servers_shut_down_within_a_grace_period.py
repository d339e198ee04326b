import asyncio
import signal
import sys


async def server(name, stop):
    print(name, "up")
    try:
        while not stop.is_set():
            try:
                await asyncio.wait_for(stop.wait(), timeout=1.5)
            except TimeoutError:
                print(name, "tick", asyncio.get_running_loop().time())
    finally:
        print(name, "down")


async def stubborn():
    for attempt in range(3):
        try:
            await asyncio.sleep(100)
        except asyncio.CancelledError:
            print("stubborn ignores", attempt, asyncio.current_task().cancelling())


async def shutdown(loop, grace=1.0):
    tasks = [t for t in asyncio.all_tasks() if t is not asyncio.current_task()]
    for task in sorted(tasks, key=lambda t: t.get_name()):
        task.cancel()
    done, pending = await asyncio.wait(tasks, timeout=grace)
    print(len(done), len(pending))
    for task in sorted(pending, key=lambda t: t.get_name()):
        print("still pending", task.get_name())
        task.cancel("again")
    return pending


async def main():
    loop = asyncio.get_running_loop()
    stop = asyncio.Event()
    for sig in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(sig, stop.set)
    servers = [asyncio.create_task(server(f"s{n}", stop), name=f"s{n}") for n in range(2)]
    extra = asyncio.create_task(stubborn(), name="stubborn")
    await asyncio.sleep(2)
    loop.call_later(1, stop.set)
    await asyncio.gather(*servers)
    await asyncio.sleep(0)
    pending = await shutdown(loop)
    await asyncio.wait(pending, timeout=1)
    extra.cancel()
    await asyncio.wait([extra])
    print(extra.done(), extra.cancelled(), signal.SIGINT, int(signal.SIGTERM), signal.Signals(2).name)
    sys.exit(3)


asyncio.run(main())
