import asyncio

SITE = {
    "/": ["/about", "/blog", "/missing"],
    "/about": ["/", "/team"],
    "/blog": ["/blog/1", "/blog/2"],
    "/blog/1": ["/"],
    "/blog/2": ["/blog/1"],
    "/team": [],
}


class FetchError(Exception):
    pass


async def fetch(url):
    await asyncio.sleep(0.1 + len(url) / 100)
    try:
        return SITE[url]
    except KeyError:
        raise FetchError(f"404: {url}") from None


class Crawler:
    def __init__(self, start, *, workers=2):
        self.queue = asyncio.Queue()
        self.seen = set()
        self.errors = []
        self.workers = workers
        self.add(start)

    def add(self, url):
        if url in self.seen:
            return
        self.seen.add(url)
        self.queue.put_nowait(url)

    async def work(self, name):
        while True:
            url = await self.queue.get()
            try:
                links = await fetch(url)
            except FetchError as error:
                self.errors.append(str(error))
            else:
                print(f"{name} {url} -> {len(links)}")
                for link in links:
                    self.add(link)
            finally:
                self.queue.task_done()

    async def run(self):
        tasks = [asyncio.create_task(self.work(f"w{i}"), name=f"worker-{i}") for i in range(self.workers)]
        await self.queue.join()
        for task in tasks:
            task.cancel()
        outcome = await asyncio.gather(*tasks, return_exceptions=True)
        return [type(o).__name__ for o in outcome]


async def main():
    crawler = Crawler("/")
    loop = asyncio.get_running_loop()
    started = loop.time()
    print(await crawler.run())
    print(sorted(crawler.seen), crawler.errors, f"{loop.time() - started:.2f}s")


asyncio.run(main())
