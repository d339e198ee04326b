import asyncio
import gc

last = None  # a list, once the program is over: garbage goes in any order


class Held:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        if last is None:
            print("released:", self.name)
        else:
            last.append(self.name)


async def fails(held):
    await asyncio.sleep(0)
    raise ValueError(held.name)


async def main():
    try:
        await asyncio.wait_for(fails(Held("wait_for")), 5)
    except ValueError as error:
        print("caught", error)
    print("after wait_for")
    try:
        await asyncio.gather(fails(Held("gather")))
    except ValueError as error:
        print("caught", error)
    print("after gather")
    try:
        await asyncio.shield(fails(Held("shield")))
    except ValueError as error:
        print("caught", error)
    print("after shield")
    try:
        async with asyncio.timeout(1):
            await fails(Held("timeout"))
    except ValueError as error:
        print("caught", error)
    print("after timeout")
    for next_one in asyncio.as_completed([fails(Held("as_completed"))]):
        try:
            await next_one
        except ValueError as error:
            print("caught", error)
    print("after as_completed")
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(fails(Held("TaskGroup")))
    except* ValueError as group:
        print("caught", group.exceptions)
    print("after TaskGroup")
    done, _ = await asyncio.wait([asyncio.create_task(fails(Held("wait")))])
    print(len(done), [str(task.exception()) for task in done])
    del done
    print("after wait")


try:
    asyncio.run(fails(Held("run")))
except ValueError as error:
    print("caught", error)
print("after run")
try:
    with asyncio.Runner() as runner:
        runner.run(fails(Held("Runner")))
except ValueError as error:
    print("caught", error)
print("after Runner")
loop = asyncio.new_event_loop()
try:
    loop.run_until_complete(fails(Held("run_until_complete")))
except ValueError as error:
    print("caught", error)
print("after run_until_complete")
loop.run_until_complete(main())
loop.close()
print("end")
last = []
gc.collect()
print("released at last:", sorted(last))
