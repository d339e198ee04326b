# Protocols, transports and streams; the network that they work on is in _asyncio_network. Specified in: https://docs.python.org/3.11/library/asyncio-stream.html
import asyncio
import sys

PIPE, STDOUT, DEVNULL = -1, -2, -3
_LIMIT = 2 ** 16
_SINCE_3_12 = sys.version_info >= (3, 12)


class IncompleteReadError(EOFError):
    __module__ = "asyncio.exceptions"

    def __init__(self, partial, expected):
        wanted = "undefined" if expected is None else repr(expected)
        super().__init__(f"{len(partial)} bytes read on a total of {wanted} expected bytes")
        self.partial, self.expected = partial, expected

    def __reduce__(self):
        return type(self), (self.partial, self.expected)


class LimitOverrunError(Exception):
    __module__ = "asyncio.exceptions"

    def __init__(self, message, consumed):
        super().__init__(message)
        self.consumed = consumed

    def __reduce__(self):
        return type(self), (self.args[0], self.consumed)


class SendfileNotAvailableError(RuntimeError):
    __module__ = "asyncio.exceptions"


def _ignores(*names):
    def nothing(name):
        def method(self, *args):
            pass
        method.__name__ = name
        return method
    return {name: nothing(name) for name in names}


def _raises(*names):
    def missing(name):
        def method(self, *args, **kwargs):
            raise NotImplementedError
        method.__name__ = name
        return method
    return {name: missing(name) for name in names}


def _class(name, base, module, methods):
    return type(name, (base,), {"__slots__": (), "__module__": "asyncio." + module, **methods})


BaseProtocol = _class("BaseProtocol", object, "protocols",
                      _ignores("connection_made", "connection_lost", "pause_writing", "resume_writing"))
Protocol = _class("Protocol", BaseProtocol, "protocols", _ignores("data_received", "eof_received"))
BufferedProtocol = _class("BufferedProtocol", BaseProtocol, "protocols",
                          _ignores("get_buffer", "buffer_updated", "eof_received"))
DatagramProtocol = _class("DatagramProtocol", BaseProtocol, "protocols", _ignores("datagram_received", "error_received"))
SubprocessProtocol = _class("SubprocessProtocol", BaseProtocol, "protocols",
                            _ignores("pipe_data_received", "pipe_connection_lost", "process_exited"))


class BaseTransport:
    __module__ = "asyncio.transports"
    __slots__ = ("_extra",)

    def __init__(self, extra=None):
        self._extra = {} if extra is None else extra

    def get_extra_info(self, name, default=None):
        return self._extra.get(name, default)

    vars().update(_raises("is_closing", "close", "set_protocol", "get_protocol"))


ReadTransport = _class("ReadTransport", BaseTransport, "transports",
                       _raises("is_reading", "pause_reading", "resume_reading"))
WriteTransport = _class("WriteTransport", BaseTransport, "transports", {
    **_raises("set_write_buffer_limits", "get_write_buffer_size", "get_write_buffer_limits", "write", "write_eof",
              "can_write_eof", "abort"),
    "writelines": lambda self, list_of_data: self.write(b"".join(list_of_data))})
Transport = type("Transport", (ReadTransport, WriteTransport), {"__slots__": (), "__module__": "asyncio.transports"})
DatagramTransport = _class("DatagramTransport", BaseTransport, "transports", _raises("sendto", "abort"))
SubprocessTransport = _class("SubprocessTransport", BaseTransport, "transports",
                             _raises("get_pid", "get_returncode", "get_pipe_transport", "send_signal", "terminate",
                                     "kill"))


class AbstractServer:
    __module__ = "asyncio.events"
    vars().update(_raises("close", "get_loop", "is_serving"))

    async def start_serving(self):
        raise NotImplementedError

    async def serve_forever(self):
        raise NotImplementedError

    async def wait_closed(self):
        raise NotImplementedError

    async def __aenter__(self):
        return self

    async def __aexit__(self, *exc):
        self.close()
        await self.wait_closed()


class FlowControlMixin(Protocol):
    __module__ = "asyncio.streams"

    def __init__(self, loop=None):
        self._loop = asyncio.get_event_loop() if loop is None else loop
        self._paused = self._connection_lost = False
        self._drain_waiters = []

    def pause_writing(self):
        self._paused = True

    def resume_writing(self):
        self._paused = False
        for waiter in self._drain_waiters:
            if not waiter.done():
                waiter.set_result(None)

    def connection_lost(self, exc):
        self._connection_lost = True
        if self._paused:
            for waiter in self._drain_waiters:
                if not waiter.done():
                    waiter.set_result(None) if exc is None else waiter.set_exception(exc)

    async def _drain_helper(self):
        if self._connection_lost:
            raise ConnectionResetError("Connection lost")
        if self._paused:
            waiter = self._loop.create_future()
            self._drain_waiters.append(waiter)
            try:
                await waiter
            finally:
                self._drain_waiters.remove(waiter)


class StreamReaderProtocol(FlowControlMixin):
    __module__ = "asyncio.streams"

    def __init__(self, stream_reader, client_connected_cb=None, loop=None):
        super().__init__(loop)
        self._reader, self._connected, self._writer = stream_reader, client_connected_cb, None
        self._closed = self._loop.create_future()
        self._transport = self._task = None

    def connection_made(self, transport):
        self._transport = transport
        self._reader.set_transport(transport)
        if self._connected is not None:
            self._writer = StreamWriter(transport, self, self._reader, self._loop)
            result = self._connected(self._reader, self._writer)
            if asyncio.iscoroutine(result):
                self._task = self._loop.create_task(result)
                self._task.add_done_callback(self._end_of_callback)

    def _end_of_callback(self, task):
        transport = self._transport
        if task.cancelled():
            if transport is not None:
                transport.close()
            return
        error = task.exception()
        if error is not None:
            self._loop.call_exception_handler({"message": "Unhandled exception in client_connected_cb",
                                               "exception": error, "transport": transport})
            if transport is not None:
                transport.close()

    def connection_lost(self, exc):
        if exc is None:
            self._reader.feed_eof()
        else:
            self._reader.set_exception(exc)
        if not self._closed.done():
            self._closed.set_result(None) if exc is None else self._closed.set_exception(exc)
        super().connection_lost(exc)
        self._writer = self._transport = self._task = None

    def data_received(self, data):
        self._reader.feed_data(data)

    def eof_received(self):
        self._reader.feed_eof()
        return True

    def _get_close_waiter(self, stream):
        return self._closed

    def __del__(self):  # nobody need ask how the connection ended
        if hasattr(self, "_closed") and self._closed.done() and not self._closed.cancelled():
            self._closed.exception()


class StreamWriter:
    __module__ = "asyncio.streams"

    def __init__(self, transport, protocol, reader, loop):
        self._transport, self._protocol, self._reader, self._loop = transport, protocol, reader, loop

    def __repr__(self):
        reader = "" if self._reader is None else f" reader={self._reader!r}"
        return f"<StreamWriter transport={self._transport!r}{reader}>"

    @property
    def transport(self):
        return self._transport

    def write(self, data):
        self._transport.write(data)

    def writelines(self, data):
        self._transport.writelines(data)

    def write_eof(self):
        return self._transport.write_eof()

    def can_write_eof(self):
        return self._transport.can_write_eof()

    def close(self):
        return self._transport.close()

    def is_closing(self):
        return self._transport.is_closing()

    async def wait_closed(self):
        await self._protocol._get_close_waiter(self)

    def get_extra_info(self, name, default=None):
        return self._transport.get_extra_info(name, default)

    async def drain(self):
        if self._reader is not None and self._reader.exception() is not None:
            raise self._reader.exception()
        if self._transport.is_closing():
            await asyncio.sleep(0)
        await self._protocol._drain_helper()

    if _SINCE_3_12:
        def __del__(self):
            if not self._transport.is_closing() and not self._loop.is_closed():
                self.close()


class StreamReader:
    __module__ = "asyncio.streams"

    def __init__(self, limit=_LIMIT, loop=None):
        if limit <= 0:
            raise ValueError("Limit cannot be <= 0")
        self._limit, self._loop = limit, asyncio.get_event_loop() if loop is None else loop
        self._buffer, self._eof, self._paused = b"", False, False
        self._waiter = self._exception = self._transport = None

    def __repr__(self):
        parts = ["StreamReader"]
        if self._buffer:
            parts.append(f"{len(self._buffer)} bytes")
        if self._eof:
            parts.append("eof")
        if self._limit != _LIMIT:
            parts.append(f"limit={self._limit}")
        for name in ("waiter", "exception", "transport"):
            value = getattr(self, "_" + name)
            if value:
                parts.append(f"{name}={value!r}")
        if self._paused:
            parts.append("paused")
        return f"<{' '.join(parts)}>"

    def exception(self):
        return self._exception

    def _wake(self, exc=None):
        waiter, self._waiter = self._waiter, None
        if waiter is not None and not waiter.cancelled():
            waiter.set_result(None) if exc is None else waiter.set_exception(exc)

    def set_exception(self, exc):
        self._exception = exc
        self._wake(exc)

    def set_transport(self, transport):
        assert self._transport is None, "Transport already set"
        self._transport = transport

    def feed_eof(self):
        self._eof = True
        self._wake()

    def at_eof(self):
        return self._eof and not self._buffer

    def feed_data(self, data):
        assert not self._eof, "feed_data after feed_eof"
        if not data:
            return
        self._buffer += data
        self._wake()
        if self._transport is not None and not self._paused and len(self._buffer) > 2 * self._limit:
            try:
                self._transport.pause_reading()
            except NotImplementedError:
                self._transport = None
            else:
                self._paused = True

    def _resume(self):
        if self._paused and len(self._buffer) <= self._limit:
            self._paused = False
            self._transport.resume_reading()

    def _take(self, n):
        data, self._buffer = self._buffer[:n], self._buffer[n:]
        self._resume()
        return data

    def _raise(self):
        if self._exception is not None:
            raise self._exception

    async def _wait(self, name):
        if self._waiter is not None:
            raise RuntimeError(f"{name}() called while another coroutine is already waiting for incoming data")
        assert not self._eof, "_wait_for_data after EOF"
        if self._paused:
            self._paused = False
            self._transport.resume_reading()
        self._waiter = self._loop.create_future()
        try:
            await self._waiter
        finally:
            self._waiter = None

    async def readline(self):
        try:
            return await self.readuntil(b"\n")
        except IncompleteReadError as error:
            return error.partial
        except LimitOverrunError as error:
            if self._buffer.startswith(b"\n", error.consumed):
                self._take(error.consumed + 1)
            else:
                self._buffer = b""
                self._resume()
            raise ValueError(error.args[0])

    async def readuntil(self, separator=b"\n"):
        many = isinstance(separator, tuple) and sys.version_info >= (3, 13)
        separators = sorted(separator, key=len) if many else [separator]
        if not separators:
            raise ValueError("Separator should contain at least one element" if many else
                             "Separator should be at least one-byte string")
        if not len(separators[0]):
            raise ValueError("Separator should be at least one-byte string")
        self._raise()
        longest = len(separators[-1])
        offset = 0
        while True:
            size = len(self._buffer)
            if size - offset >= len(separators[0]):
                found = [(at + len(each), at) for each in separators if (at := self._buffer.find(each, offset)) >= 0]
                if found:
                    end, start = min(found)
                    break
                offset = max(0, size + 1 - longest)
                if offset > self._limit:
                    raise LimitOverrunError("Separator is not found, and chunk exceed the limit", offset)
            if self._eof:
                partial, self._buffer = self._buffer, b""
                raise IncompleteReadError(partial, None)
            await self._wait("readuntil")
        if start > self._limit:
            raise LimitOverrunError("Separator is found, but chunk is longer than limit", start)
        return self._take(end)

    async def read(self, n=-1):
        self._raise()
        if n == 0:
            return b""
        if n < 0:
            blocks = []
            while block := await self.read(self._limit):
                blocks.append(block)
            return b"".join(blocks)
        if not self._buffer and not self._eof:
            await self._wait("read")
        return self._take(n)

    async def readexactly(self, n):
        if n < 0:
            raise ValueError("readexactly size can not be less than zero")
        self._raise()
        while len(self._buffer) < n:
            if self._eof:
                partial, self._buffer = self._buffer, b""
                raise IncompleteReadError(partial, n)
            await self._wait("readexactly")
        return self._take(n)

    def __aiter__(self):
        return self

    async def __anext__(self):
        line = await self.readline()
        if not line:
            raise StopAsyncIteration
        return line


class Process:
    __module__ = "asyncio.subprocess"

    def __init__(self, *args, **kwargs):
        raise NotImplementedError("there are no processes here: asyncio.subprocess.Process cannot work")


async def _open(connect, limit, *args, **kwds):
    loop = asyncio.get_running_loop()
    reader = StreamReader(limit=limit, loop=loop)
    protocol = StreamReaderProtocol(reader, loop=loop)
    transport, _ = await getattr(loop, connect)(lambda: protocol, *args, **kwds)
    return reader, StreamWriter(transport, protocol, reader, loop)


async def _start(serve, callback, limit, *args, **kwds):
    loop = asyncio.get_running_loop()

    def factory():
        return StreamReaderProtocol(StreamReader(limit=limit, loop=loop), callback, loop=loop)
    return await getattr(loop, serve)(factory, *args, **kwds)


async def open_connection(host=None, port=None, *, limit=_LIMIT, **kwds):
    return await _open("create_connection", limit, host, port, **kwds)


async def start_server(client_connected_cb, host=None, port=None, *, limit=_LIMIT, **kwds):
    return await _start("create_server", client_connected_cb, limit, host, port, **kwds)


async def open_unix_connection(path=None, *, limit=_LIMIT, **kwds):
    return await _open("create_unix_connection", limit, path, **kwds)


async def start_unix_server(client_connected_cb, path=None, *, limit=_LIMIT, **kwds):
    return await _start("create_unix_server", client_connected_cb, limit, path, **kwds)


class AbstractChildWatcher:
    __module__ = "asyncio.unix_events"

    def __init__(self, *args, **kwargs):
        raise NotImplementedError("there are no processes here: there is no child watcher")


SafeChildWatcher, FastChildWatcher, PidfdChildWatcher, MultiLoopChildWatcher, ThreadedChildWatcher = (
    type(name, (AbstractChildWatcher,), {"__module__": "asyncio.unix_events"})
    for name in ("SafeChildWatcher", "FastChildWatcher", "PidfdChildWatcher", "MultiLoopChildWatcher",
                 "ThreadedChildWatcher"))
