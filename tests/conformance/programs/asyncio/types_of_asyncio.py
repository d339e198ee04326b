import asyncio


async def main():
    loop = asyncio.get_running_loop()
    loop.set_debug(True)
    print(loop.get_debug())
    loop.set_debug(False)
    print(isinstance(loop, asyncio.AbstractEventLoop), isinstance(loop, asyncio.BaseEventLoop))
    print(isinstance(asyncio.current_task(), asyncio.Future), issubclass(asyncio.Task, asyncio.Future))
    print(asyncio.CancelledError.__mro__[1].__name__, asyncio.TimeoutError is TimeoutError)
    print(issubclass(asyncio.QueueEmpty, Exception), issubclass(asyncio.BrokenBarrierError, RuntimeError))
    print(asyncio.InvalidStateError.__module__, asyncio.CancelledError.__module__)
    print(asyncio.FIRST_COMPLETED, asyncio.ALL_COMPLETED)
    print(asyncio.Queue.__name__, asyncio.Lock.__module__, asyncio.Task.__name__)


asyncio.run(main())
