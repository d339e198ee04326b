import asyncio
import json
import string
import textwrap
from collections import Counter
from dataclasses import asdict, dataclass, field
from typing import Optional


@dataclass
class Page:
    url: str
    words: list[str] = field(default_factory=list)
    error: Optional[str] = None


SITE = {
    "/": "The quick brown fox; see /fox and /dog",
    "/fox": "Foxes are quick, quick animals",
    "/dog": "The lazy dog sleeps. See /missing",
}


async def fetch(url):
    await asyncio.sleep(0.05 * len(url))
    if url not in SITE:
        raise FileNotFoundError(url)
    return SITE[url]


async def crawl(start):
    seen, pages = {start}, []
    queue = asyncio.Queue()
    queue.put_nowait(start)

    async def worker():
        while True:
            url = await queue.get()
            try:
                text = await fetch(url)
            except FileNotFoundError as error:
                pages.append(Page(url, error=f"{type(error).__name__}: {error}"))
            else:
                words = text.translate(str.maketrans("", "", string.punctuation.replace("/", ""))).lower().split()
                for word in words:
                    if word.startswith("/") and word not in seen:
                        seen.add(word)
                        queue.put_nowait(word)
                pages.append(Page(url, [w for w in words if not w.startswith("/")]))
            finally:
                queue.task_done()

    workers = [asyncio.create_task(worker()) for _ in range(2)]
    await queue.join()
    for task in workers:
        task.cancel()
    await asyncio.gather(*workers, return_exceptions=True)
    return pages


async def main():
    pages = await crawl("/")
    for page in sorted(pages, key=lambda p: p.url):
        print(json.dumps(asdict(page)))
    counts = Counter(word for page in pages for word in page.words)
    print(counts.most_common(3))
    print(textwrap.fill(", ".join(f"{w}={n}" for w, n in sorted(counts.items())), 40, subsequent_indent="  "))


asyncio.run(main())
