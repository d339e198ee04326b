import asyncio

SITE = {
    "/": ["/a", "/b"],
    "/a": ["/a/1", "/", "/missing"],
    "/b": ["/a", "/b/1"],
    "/a/1": [],
    "/b/1": ["/b/1/x"],
    "/b/1/x": ["/"],
}


async def fetch(path):
    await asyncio.sleep(0.1 + 0.05 * path.count("/"))
    return SITE[path]


async def crawl(start, workers):
    seen, broken = {start}, []
    frontier = asyncio.Queue()
    frontier.put_nowait((start, 0))

    async def work(name):
        while True:
            path, depth = await frontier.get()
            try:
                for link in await fetch(path):
                    if link not in seen:
                        seen.add(link)
                        frontier.put_nowait((link, depth + 1))
                print(f"{name}: {path} at depth {depth}")
            except KeyError as error:
                broken.append(error.args[0])
            finally:
                frontier.task_done()

    tasks = [asyncio.create_task(work(f"w{i}")) for i in range(workers)]
    await frontier.join()
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
    return sorted(seen), broken


async def main():
    print(await crawl("/", 2))
    print(asyncio.get_running_loop().time())


asyncio.run(main())
