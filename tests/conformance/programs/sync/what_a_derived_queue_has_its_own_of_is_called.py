# put() asks full() and leaves the rest to put_nowait(), get() asks empty(), full() asks qsize(): whoever has written them.
import asyncio


class Counting(asyncio.Queue):
    def put_nowait(self, item):
        print("put_nowait", item)
        super().put_nowait(item)

    def get_nowait(self):
        item = super().get_nowait()
        print("get_nowait", item)
        return item


class Weighing(asyncio.PriorityQueue):
    # Holds what weighs no more than maxsize.
    weight = 0

    def qsize(self):
        return self.weight

    def put_nowait(self, item):
        super().put_nowait(item)
        self.weight += item

    def get_nowait(self):
        item = super().get_nowait()
        self.weight -= item
        return item


class Closed(asyncio.LifoQueue):
    closed = False

    def empty(self):
        return self.closed or super().empty()

    def full(self):
        return self.closed or super().full()


async def fill(queue, items):
    for item in items:
        await queue.put(item)
        print("has put", item, queue.qsize())


async def main():
    queue = Counting(1)
    filling = asyncio.create_task(fill(queue, "abc"))
    for _ in "abc":
        print("got", await queue.get())
        queue.task_done()
    await filling
    await queue.join()
    print(queue)

    queue = Weighing(10)
    filling = asyncio.create_task(fill(queue, [7, 5, 1, 9]))
    await asyncio.sleep(0.1)
    print(queue.full(), queue.empty())
    for _ in range(4):
        print("got", await queue.get())
        await asyncio.sleep(0)
    await filling

    queue = Closed()
    queue.put_nowait(1)
    queue.put_nowait(2)
    print(await queue.get())
    queue.closed = True
    for call in queue.get_nowait, lambda: queue.put_nowait(3):
        try:
            call()
        except (asyncio.QueueEmpty, asyncio.QueueFull) as error:
            print(type(error))
    getting = asyncio.create_task(queue.get())
    await asyncio.sleep(0.1)
    queue.closed = False
    queue.put_nowait(4)
    print(await getting, queue.qsize())

    class Careless(asyncio.Queue):
        def empty(self):
            return False
    try:
        await Careless().get()
    except IndexError as error:
        print(error)


asyncio.run(main())
