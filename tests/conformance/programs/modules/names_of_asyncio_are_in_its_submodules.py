# Programs name asyncio's things by the files they are in: asyncio.exceptions, asyncio.queues, ...
import asyncio
import asyncio.exceptions
import asyncio.tasks
import collections
from asyncio import StreamReader, exceptions, subprocess
from asyncio.queues import Queue


class Echo(asyncio.Protocol):
    def data_received(self, data):
        print("received", data)


async def waits_too_long():
    try:
        await asyncio.wait_for(asyncio.sleep(5), 1)
    except asyncio.exceptions.TimeoutError:
        print("too long")


async def reads():
    reader = StreamReader()
    loop = asyncio.get_running_loop()
    reader.feed_data(b"one\ntwo\n")
    loop.call_later(1, reader.feed_data, b"three")
    loop.call_later(2, reader.feed_eof)
    print(reader, await reader.readline(), await reader.readuntil(b"o"))
    print(await reader.readline(), await reader.read(2), await reader.read())
    try:
        await reader.readexactly(3)
    except asyncio.IncompleteReadError as error:
        print(error, error.partial, error.expected)
    print(reader.at_eof(), reader)


async def limited():
    reader = StreamReader(limit=4)
    reader.feed_data(b"a long line\nb\n")
    try:
        await reader.readline()
    except ValueError as error:
        print(error)
    reader.feed_eof()
    async for line in reader:
        print(line)


print(asyncio.tasks.Task is asyncio.Task, Queue is asyncio.Queue, exceptions is asyncio.exceptions)
print(asyncio.subprocess.PIPE, subprocess.STDOUT, asyncio.log.logger.name)
print(asyncio.locks.__all__, asyncio.queues.__all__, asyncio.timeouts.__all__)
print(asyncio.__all__)
print(issubclass(asyncio.LimitOverrunError, Exception), asyncio.IncompleteReadError(b"ab", 5))
print(collections.abc.Mapping.__name__, asyncio.base_events.BaseEventLoop.__name__)
Echo().data_received(b"x")
asyncio.run(waits_too_long())
asyncio.run(reads())
asyncio.run(limited())
try:
    import nobody_has_such_a_module
except ModuleNotFoundError as error:
    print(error, error.name)
try:
    asyncio.tasks.nothing_of_that_name
except AttributeError as error:
    print(error)
