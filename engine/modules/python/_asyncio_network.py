# A network in memory: servers of this program, and connections to them. What is sent arrives in the next turn of the
# receiver's event loop, whole and in order. Specified in:
# https://docs.python.org/3.11/library/asyncio-eventloop.html#opening-network-connections, asyncio-protocol.html
import asyncio
import sys
from asyncio import sleep
from _asyncio_streams import AbstractServer, BufferedProtocol, DatagramTransport, Transport

_SINCE_3_12 = sys.version_info >= (3, 12)
_ON_THE_WAY = 2 ** 18  # so many bytes are sent before the receiver has read any; what is more waits in the sender
_HERE = "localhost", "127.0.0.1", "::1", "0.0.0.0", "::", ""
_servers = {}  # by port, or path
_endpoints = {}  # those that take datagrams, by port
_ports = iter(range(49152, 65536))


def _refuse(host):
    raise OSError(f"there is no network here; 127.0.0.1 and localhost reach servers of this program ({host!r} does not)")


def _check_plain(ssl, **others):
    if ssl:
        raise NotImplementedError("there is no encryption here: connections work without ssl")
    for name, value in others.items():
        if value is not None:
            raise NotImplementedError(f"there are no sockets here: {name} cannot be given")


def _arrives(loop, function, *args):
    # In the next turn of that loop, behind what is in its ready queue by then: as what a selector has found.
    if asyncio._get_running_loop() is loop:
        loop.call_later(0, function, *args)
    elif not loop.is_closed():
        loop.call_soon_threadsafe(function, *args)


_descriptors = set()  # numbers of open sockets: 0 to 2 are the program's streams, 3 to 5 what a loop has


def _descriptor(number=6):
    while number in _descriptors:
        number += 1
    _descriptors.add(number)
    return number


class TransportSocket:
    # What sockets and get_extra_info("socket") give: it has names, a number and options.
    __module__ = "asyncio.trsock"
    __slots__ = "_name", "_peer", "_fd", "_kind", "_options"

    def __init__(self, name, peer=None, kind=1, fd=None):
        self._name, self._peer, self._kind = name, peer, kind
        self._fd = _descriptor() if fd is None else fd
        self._options = {(1, 3): kind}  # SO_TYPE

    def _close(self):
        _descriptors.discard(self._fd)
        self._fd = -1

    def _check(self):
        if self._fd == -1:
            raise OSError(9, "Bad file descriptor")

    @property
    def family(self):
        from socket import AddressFamily
        return AddressFamily(1 if isinstance(self._name, str) else 2)

    @property
    def type(self):
        from socket import SocketKind
        return SocketKind(self._kind)

    @property
    def proto(self):
        return 0 if isinstance(self._name, str) else 6 if self._kind == 1 else 17

    def fileno(self):
        return self._fd

    def getsockname(self):
        self._check()
        return self._name

    def getpeername(self):
        self._check()
        if self._peer is None:
            raise OSError(107, "Transport endpoint is not connected")
        return self._peer

    def getsockopt(self, level, name, *size):
        self._check()
        return self._options.get((level, name), 0)

    def setsockopt(self, level, name, value, *size):
        self._check()
        self._options[level, name] = value

    def gettimeout(self):
        return 0

    def settimeout(self, value):
        if value != 0:
            raise ValueError("settimeout(): only 0 timeout is allowed on transport sockets")

    def setblocking(self, flag):
        if flag:
            raise ValueError("setblocking(): transport sockets cannot be blocking")

    def __getstate__(self):
        raise TypeError("Cannot serialize asyncio.TransportSocket object")

    def __repr__(self):
        parts = [f"fd={self._fd}", f"family={self.family!s}", f"type={self.type!s}", f"proto={self.proto}"]
        if self._fd != -1:
            if self._name:
                parts.append(f"laddr={self._name}")
            if self._peer:
                parts.append(f"raddr={self._peer}")
        return f"<asyncio.TransportSocket {', '.join(parts)}>"


class _SocketTransport(Transport):
    __module__, __qualname__ = "asyncio.selector_events", "_SelectorSocketTransport"

    def __init__(self, loop, protocol, name, peername, waiter=None, server=None, fd=None):
        self._socket = TransportSocket(name, peername, fd=fd)
        self._number = self._socket.fileno()
        super().__init__({"socket": self._socket, "sockname": name, "peername": peername})
        self._loop, self._protocol, self._server, self._peer = loop, protocol, server, None
        self._early = []  # what is sent before the other side is there
        self._incoming, self._size, self._eof_comes, self._eof_read = [], 0, False, False
        self._reads_soon = self._begun = self._paused = self._closing = self._eof = False
        self._lost, self._over, self._writing_paused, self._sent_in_vain = 0, False, False, False
        self._high, self._low = 65536, 16384
        if server is not None:
            server._attach(self)
        loop.call_soon(self._protocol.connection_made, self)
        loop.call_soon(self._begin)
        if waiter is not None:
            loop.call_soon(_set_result_unless_cancelled, waiter, None)

    def __repr__(self):
        parts = ["_SelectorSocketTransport", f"fd={self._number}"]
        if self._closing:
            parts.insert(1, "closed" if self._over else "closing")
        if not self._over and not self._loop.is_closed():
            reads = self._begun and not (self._paused or self._closing or self._eof_read)
            size = self.get_write_buffer_size()
            parts += [f"read={'polling' if reads else 'idle'}",
                      f"write=<{'polling' if size else 'idle'}, bufsize={size}>"]
        return f"<{' '.join(parts)}>"

    # --- receiving ---
    def _begin(self):
        self._begun = True
        self._read_if_any()

    def _read_if_any(self):
        if (self._begun and not self._paused and not self._closing and not self._eof_read and not self._reads_soon
                and (self._incoming or self._eof_comes)):
            self._reads_soon = True
            _arrives(self._loop, self._read)

    def _arrive(self, data):
        if self._closing:
            return
        self._incoming.append(data)
        self._size += len(data)
        self._read_if_any()

    def _arrive_eof(self):
        self._eof_comes = True
        self._read_if_any()

    def _read(self):
        self._reads_soon = False
        if self._paused or self._closing:
            return
        if not self._incoming:
            self._eof_read = True
            if not self._protocol.eof_received():
                self.close()
            return
        data, self._incoming, self._size = b"".join(self._incoming), [], 0
        if self._peer is not None:
            self._peer._has_been_read()
        if isinstance(self._protocol, BufferedProtocol):
            while data:
                buffer = self._protocol.get_buffer(-1)
                count = min(len(buffer), len(data))
                buffer[:count] = data[:count]
                data = data[count:]
                self._protocol.buffer_updated(count)
        else:
            self._protocol.data_received(data)
        self._read_if_any()

    def is_reading(self):
        return not self._paused and not self._closing

    def pause_reading(self):
        self._paused = True

    def resume_reading(self):
        if self._paused and not self._closing:
            self._paused = False
            self._read_if_any()

    # --- sending ---
    def write(self, data):
        if not isinstance(data, (bytes, bytearray, memoryview)):
            raise TypeError(f"data argument must be a bytes-like object, not {type(data).__name__!r}")
        if self._eof:
            raise RuntimeError("Cannot call write() after write_eof()")
        if not data:
            return
        if self._lost:
            self._lost += 1
            return
        peer = self._peer
        if peer is None:
            self._early.append(bytes(data))
            return
        if peer._over:
            # What nobody takes any more is sent all the same; the next fails.
            if self._sent_in_vain:
                self._fail(BrokenPipeError(32, "Broken pipe"))
            self._sent_in_vain = True
            return
        peer._arrive(bytes(data))
        if self.get_write_buffer_size() > self._high and not self._writing_paused:
            self._writing_paused = True
            self._protocol.pause_writing()

    def _has_been_read(self):
        if self._writing_paused and self.get_write_buffer_size() <= self._low:
            self._writing_paused = False
            _arrives(self._loop, self._protocol.resume_writing)

    def get_write_buffer_size(self):
        return max(0, self._peer._size - _ON_THE_WAY) if self._peer is not None else 0

    def get_write_buffer_limits(self):
        return self._low, self._high

    def set_write_buffer_limits(self, high=None, low=None):
        if high is None:
            high = 65536 if low is None else 4 * low
        if low is None:
            low = high // 4
        if not high >= low >= 0:
            raise ValueError(f"high ({high!r}) must be >= low ({low!r}) must be >= 0")
        self._high, self._low = high, low

    def can_write_eof(self):
        return True

    def write_eof(self):
        if not self._closing and not self._eof:
            self._eof = True
            if self._peer is not None:
                self._peer._arrive_eof()

    def _meet(self, peer):
        self._peer, peer._peer = peer, self
        for one, other in (self, peer), (peer, self):
            for data in one._early:
                other._arrive(data)
            if one._eof or one._over:
                other._arrive_eof()

    # --- the end ---
    def is_closing(self):
        return self._closing

    def close(self):
        if not self._closing:
            self._closing = True
            self._lost += 1
            self._loop.call_soon(self._end, None)

    def abort(self):
        self._fail(None)

    def _fail(self, error):
        if self._lost:
            return
        self._closing = True
        self._lost += 1
        self._loop.call_soon(self._end, error)

    def _end(self, error):
        try:
            self._protocol.connection_lost(error)
        finally:
            self._over = True
            self._socket._close()
            if self._peer is not None:
                self._peer._arrive_eof()
            if self._server is not None:
                self._server._detach(self)
            self._server = None

    def set_protocol(self, protocol):
        self._protocol = protocol

    def get_protocol(self):
        return self._protocol


def _set_result_unless_cancelled(future, result):
    if not future.cancelled():
        future.set_result(result)


class Server(AbstractServer):
    __module__ = "asyncio.base_events"

    def __init__(self, loop, factory, key, name):
        self._loop, self._factory, self._key = loop, factory, key
        self._sockets, self._clients, self._waiters = [TransportSocket(name)], [], []
        self._sockets[0].setsockopt(1, 2, 1)  # SO_REUSEADDR
        self._serving, self._forever = False, None

    def __repr__(self):
        return f"<{type(self).__name__} sockets={self.sockets!r}>"

    def _attach(self, transport):
        self._clients.append(transport)

    def _detach(self, transport):
        self._clients.remove(transport)
        if not self._clients and self._sockets is None:
            self._wake()

    def _wake(self):
        waiters, self._waiters = self._waiters, None
        for waiter in waiters or ():
            if not waiter.done():
                waiter.set_result(None)

    def _accept(self, loop, connected, name, peername):
        if connected.cancelled():
            return
        transport = _SocketTransport(self._loop, self._factory(), name, peername, None, self)
        if loop is self._loop:
            connected.set_result(transport)
        else:
            _arrives(loop, _set_result_unless_cancelled, connected, transport)

    def _start(self):
        if not self._serving:
            self._serving = True
            _servers[self._key] = self

    def get_loop(self):
        return self._loop

    def is_serving(self):
        return self._serving

    @property
    def sockets(self):
        return () if self._sockets is None else tuple(self._sockets)

    def close(self):
        if self._sockets is None:
            return
        for each in self._sockets:
            each._close()
        self._sockets, self._serving = None, False
        if _servers.get(self._key) is self:
            del _servers[self._key]
        if self._forever is not None and not self._forever.done():
            self._forever.cancel()
            self._forever = None
        if not self._clients:
            self._wake()

    def close_clients(self):
        for transport in self._clients.copy():
            transport.close()

    def abort_clients(self):
        for transport in self._clients.copy():
            transport.abort()

    async def start_serving(self):
        self._start()
        await sleep(0)

    async def serve_forever(self):
        if self._forever is not None:
            raise RuntimeError(f"server {self!r} is already being awaited on serve_forever()")
        if self._sockets is None:
            raise RuntimeError(f"server {self!r} is closed")
        self._start()
        self._forever = self._loop.create_future()
        try:
            await self._forever
        except asyncio.CancelledError:
            try:
                self.close()
                await self.wait_closed()
            finally:
                raise
        finally:
            self._forever = None

    async def wait_closed(self):
        if self._waiters is None or not _SINCE_3_12 and self._sockets is None:
            return
        waiter = self._loop.create_future()
        self._waiters.append(waiter)
        await waiter


async def _serve(loop, factory, key, name, start_serving):
    if key in _servers:
        raise OSError(98, f"error while attempting to bind on address {name!r}: address already in use")
    server = Server(loop, factory, key, name)
    if start_serving:
        server._start()
        await sleep(0)
    return server


async def create_server(loop, protocol_factory, host=None, port=None, *, family=0, flags=0, sock=None, backlog=100,
                        ssl=None, reuse_address=None, reuse_port=None, keep_alive=None, ssl_handshake_timeout=None,
                        ssl_shutdown_timeout=None, start_serving=True):
    _check_plain(ssl, sock=sock)
    if port is None and host is None:
        raise ValueError("Neither host/port nor sock were specified")
    hosts = [host] if host is None or isinstance(host, str) else list(host)
    for each in hosts:
        if each is not None and each not in _HERE:
            _refuse(each)
    if not port:
        port = next(_ports)
    address = "0.0.0.0" if hosts[0] in (None, "", "0.0.0.0", "::") else "127.0.0.1"
    return await _serve(loop, protocol_factory, port, (address, port), start_serving)


async def create_unix_server(loop, protocol_factory, path=None, *, sock=None, backlog=100, ssl=None,
                             start_serving=True, **more):
    _check_plain(ssl, sock=sock)
    if path is None:
        raise ValueError("path was not specified, and no sock specified")
    return await _serve(loop, protocol_factory, str(path), str(path), start_serving)


async def _connect(loop, factory, key, name, peername):
    fd = _descriptor()
    try:
        return await _connect_as(fd, loop, factory, key, name, peername)
    except BaseException:
        _descriptors.discard(fd)
        raise


async def _connect_as(fd, loop, factory, key, name, peername):
    server = _servers.get(key)
    if server is None:
        await sleep(0)
        if isinstance(key, str):
            raise FileNotFoundError(2, "No such file or directory")
        raise ConnectionRefusedError(111, f"Connect call failed {peername!r}")
    connected = loop.create_future()
    _arrives(server._loop, server._accept, loop, connected, peername, name)
    other = await connected
    protocol = factory()
    waiter = loop.create_future()
    transport = _SocketTransport(loop, protocol, name, peername, waiter, fd=fd)
    transport._meet(other)
    try:
        await waiter
    except BaseException:
        transport.close()
        raise
    return transport, protocol


async def create_connection(loop, protocol_factory, host=None, port=None, *, ssl=None, family=0, proto=0, flags=0,
                            sock=None, local_addr=None, server_hostname=None, ssl_handshake_timeout=None,
                            ssl_shutdown_timeout=None, happy_eyeballs_delay=None, interleave=None, all_errors=False):
    if host is None and port is None and sock is None:
        raise ValueError("host and port was not specified and no sock specified")
    if host is not None and host not in _HERE:
        _refuse(host)
    _check_plain(ssl, sock=sock)
    if host == "":  # (to a server it means every address)
        from socket import gaierror
        await sleep(0)
        raise gaierror(-2, "Name or service not known")
    return await _connect(loop, protocol_factory, port, ("127.0.0.1", next(_ports)), ("127.0.0.1", port))


async def create_unix_connection(loop, protocol_factory, path=None, *, ssl=None, sock=None, server_hostname=None,
                                 **more):
    _check_plain(ssl, sock=sock)
    if path is None:
        raise ValueError("no path and sock were specified")
    return await _connect(loop, protocol_factory, str(path), "", str(path))


# --- datagrams: each arrives whole, alone, and in the order of sending ---

class _DatagramTransport(DatagramTransport):
    __module__, __qualname__ = "asyncio.selector_events", "_SelectorDatagramTransport"
    max_size = 256 * 1024

    def __init__(self, loop, protocol, name, address, waiter):
        self._socket = TransportSocket(name, address, kind=2)
        super().__init__({"socket": self._socket, "sockname": name, "peername": address})
        self._loop, self._protocol, self._name, self._address = loop, protocol, name, address
        self._closing = False
        _endpoints[name[1]] = self
        loop.call_soon(protocol.connection_made, self)
        loop.call_soon(_set_result_unless_cancelled, waiter, None)

    def sendto(self, data, addr=None):
        if not isinstance(data, (bytes, bytearray, memoryview)):
            raise TypeError(f"data argument must be a bytes-like object, not {type(data).__name__!r}")
        if self._address is not None and addr not in (None, self._address):
            raise ValueError(f"Invalid address: must be None or {self._address}")
        if not data and not _SINCE_3_12 or self._closing:
            return
        host, port = (addr if self._address is None else self._address)[:2]
        if host not in _HERE:
            return self._protocol.error_received(OSError(101, "Network is unreachable"))
        if port in _endpoints:
            other = _endpoints[port]
            _arrives(other._loop, other._arrive, bytes(data), self._name)
        elif self._address is not None:
            _arrives(self._loop, self._fail, ConnectionRefusedError(111, "Connection refused"))

    def _arrive(self, data, sender):
        if not self._closing and self._address in (None, sender):
            self._protocol.datagram_received(data, sender)

    def _fail(self, error):
        if not self._closing:
            self._protocol.error_received(error)

    def is_closing(self):
        return self._closing

    def get_protocol(self):
        return self._protocol

    def set_protocol(self, protocol):
        self._protocol = protocol

    def get_write_buffer_size(self):
        return 0

    def set_write_buffer_limits(self, high=None, low=None):
        pass

    def close(self):
        if not self._closing:
            self._closing = True
            _endpoints.pop(self._name[1], None)
            self._loop.call_soon(self._end)

    def _end(self):
        try:
            self._protocol.connection_lost(None)
        finally:
            self._socket._close()

    def abort(self):
        self.close()


def _address_here(address):
    if not isinstance(address, tuple) or len(address) != 2:
        raise TypeError("2-tuple is expected")
    if address[0] not in _HERE:
        _refuse(address[0])
    return ("0.0.0.0" if address[0] in ("0.0.0.0", "::", "") else "127.0.0.1"), address[1]


async def create_datagram_endpoint(loop, protocol_factory, local_addr=None, remote_addr=None, *, family=0, proto=0,
                                   flags=0, reuse_port=None, allow_broadcast=None, sock=None):
    _check_plain(None, sock=sock)
    if not (local_addr or remote_addr or family):
        raise ValueError("unexpected address family")
    remote = remote_addr and _address_here(remote_addr)
    host, port = _address_here(local_addr) if local_addr else ("127.0.0.1" if remote else "0.0.0.0", 0)
    if port in _endpoints:
        raise OSError(98, "Address already in use")
    protocol = protocol_factory()
    waiter = loop.create_future()
    transport = _DatagramTransport(loop, protocol, (host, port or next(_ports)), remote or None, waiter)
    try:
        await waiter
    except BaseException:
        transport.close()
        raise
    return transport, protocol
