"""A crawler with politeness per host, a frontier, retries, and a report."""
import asyncio
import re
from collections import defaultdict
from dataclasses import dataclass, field

PAGES = {
    "http://a/": '<a href="/one">1</a> <a href="http://b/">b</a> <a href=\'/two\'>2</a>',
    "http://a/one": '<a href="/">home</a><a href="/two#frag">two</a>',
    "http://a/two": '<a href="http://b/deep">x</a> <a href="http://c/">gone</a>',
    "http://b/": "nothing <b>here</b>",
    "http://b/deep": '<A HREF="http://a/one">back</A>',
}
LINK = re.compile(r"""<a\s+href=(["'])(?P<url>.*?)\1""", re.I)


class HttpError(Exception):
    def __init__(self, status, url):
        super().__init__(f"{status} for {url}")
        self.status = status


@dataclass
class Host:
    name: str
    delay: float = 0.5
    lock: asyncio.Lock = field(default_factory=asyncio.Lock, repr=False)
    fetched: int = 0

    async def fetch(self, url, attempt):
        async with self.lock:
            await asyncio.sleep(self.delay)
            self.fetched += 1
            if url not in PAGES:
                raise HttpError(404, url)
            if url.endswith("deep") and attempt < 2:
                raise HttpError(503, url)
            return PAGES[url]


class Crawler:
    def __init__(self, workers):
        self.hosts = {}
        self.seen = {}
        self.frontier = asyncio.PriorityQueue()
        self.errors = defaultdict(list)
        self.workers = workers

    def host(self, url):
        name = re.match(r"https?://([^/]+)", url)[1]
        return self.hosts.setdefault(name, Host(name))

    def add(self, url, depth, parent=None):
        url = re.sub(r"#.*$", "", url)
        if url.startswith("/") and parent:
            url = re.match(r"https?://[^/]+", parent).group() + url
        if url not in self.seen and depth <= 3:
            self.seen[url] = depth
            self.frontier.put_nowait((depth, url))

    async def work(self, n):
        while True:
            depth, url = await self.frontier.get()
            try:
                for attempt in range(3):
                    try:
                        text = await self.host(url).fetch(url, attempt)
                    except HttpError as error:
                        self.errors[error.status].append(url)
                        if error.status < 500:
                            break
                        await asyncio.sleep(2 ** attempt)
                    else:
                        print(f"{asyncio.get_running_loop().time():4.1f} worker {n} depth {depth} {url}")
                        for match in LINK.finditer(text):
                            self.add(match["url"], depth + 1, url)
                        break
            finally:
                self.frontier.task_done()

    async def run(self, *seeds):
        for seed in seeds:
            self.add(seed, 0)
        tasks = [asyncio.create_task(self.work(n)) for n in range(self.workers)]
        await self.frontier.join()
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        return self


async def main():
    crawler = await Crawler(2).run("http://a/")
    print(crawler.seen)
    print(dict(crawler.errors), *crawler.hosts.values(), sep="\n")


asyncio.run(main())
