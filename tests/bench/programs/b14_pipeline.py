# (14) three stages joined by queues: words are read, counted by two workers, collected. op = one word
import asyncio
N = 200000
WORDS = "the quick brown fox jumps over the lazy dog and the dog sleeps".split()
async def read(words, n):
    for i in range(n):
        await words.put(WORDS[i % len(WORDS)])
    for _ in range(2):
        await words.put(None)
async def measure(words, sizes):
    while (word := await words.get()) is not None:
        await sizes.put((word, len(word)))
    await sizes.put(None)
async def collect(sizes):
    counts, total, working = {}, 0, 2
    while working:
        found = await sizes.get()
        if found is None:
            working -= 1
            continue
        word, size = found
        counts[word] = counts.get(word, 0) + 1
        total += size
    return total + len(counts)
async def amain(n):
    words, sizes = asyncio.Queue(8), asyncio.Queue(8)
    results = await asyncio.gather(read(words, n), measure(words, sizes), measure(words, sizes), collect(sizes))
    return results[-1]
def ops(n): return n
def expect(n):
    rounds, rest = divmod(n, len(WORDS))
    return rounds * len("".join(WORDS)) + len("".join(WORDS[:rest])) + len(set(WORDS[:n]))
