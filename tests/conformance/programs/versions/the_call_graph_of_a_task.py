import asyncio
import io
import re


def show(text):
    # (The library's own frames, and who is where in memory, are left out.)
    for line in re.findall(r".*(?:\* Task|main\.py).*", text):
        print(line.split(", id")[0])


async def query(name):
    await asyncio.sleep(1)
    return name


async def request(name):
    async with asyncio.timeout(5):
        return await query(name)


async def report():
    show(asyncio.format_call_graph())
    show(asyncio.format_call_graph(limit=1))
    await asyncio.sleep(0)


async def main():
    if not hasattr(asyncio, "print_call_graph"):
        print("no call graphs")
        return
    await report()
    task = asyncio.create_task(request("a"), name="request")
    waiter = asyncio.create_task(asyncio.wait({task}), name="waiter")
    await asyncio.sleep(0.1)
    show(asyncio.format_call_graph(task))
    graph = asyncio.capture_call_graph(task)
    print(graph.future is task, [entry.frame.f_code.co_name for entry in graph.call_stack[-2:]])
    print([parent.future.get_name() for parent in graph.awaited_by])
    print(asyncio.capture_call_graph(waiter).awaited_by)
    gathered = asyncio.gather(task, query("b"))
    print(sorted(each.get_name() for each in task._asyncio_awaited_by))
    await gathered
    print(task._asyncio_awaited_by)


asyncio.run(main())


def prints():
    text = io.StringIO()
    asyncio.print_call_graph(file=text)
    show(text.getvalue())
    for depth in (0, 1, 2, 3):
        text = io.StringIO()
        asyncio.print_call_graph(file=text, depth=depth)
        print(depth, len(re.findall(r"main\.py", text.getvalue())),
              len(re.findall(r"main\.py", asyncio.format_call_graph(depth=depth))))


async def within():
    prints()


async def group():
    async with asyncio.TaskGroup() as tasks:
        tasks.create_task(within(), name="within")


if hasattr(asyncio, "print_call_graph"):
    asyncio.run(group())
