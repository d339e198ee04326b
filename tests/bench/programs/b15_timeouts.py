# (15) requests in a TaskGroup, each under asyncio.timeout, one in five too slow. op = one request
import asyncio
N = 60000
async def request(i):
    try:
        async with asyncio.timeout(1):
            await asyncio.sleep(2 if i % 5 == 4 else 0.1 + i % 3 / 10)
            return i
    except TimeoutError:
        return -1
async def amain(n):
    total = 0
    for start in range(0, n, 5):
        async with asyncio.TaskGroup() as group:
            tasks = [group.create_task(request(i)) for i in range(start, start + 5)]
        total += sum(task.result() for task in tasks)
    return total
def ops(n): return (n + 4) // 5 * 5
def expect(n):
    groups = (n + 4) // 5
    return 10 * groups * (groups - 1) + 5 * groups
