# socket, where there is no network: names, errors and the forms of addresses. asyncio's servers and connections of
# the same program work without it. Specified in: https://docs.python.org/3.11/library/socket.html
import sys as _sys
from enum import IntEnum as _IntEnum, IntFlag as _IntFlag

_SINCE_3_14 = _sys.version_info >= (3, 14)
error, timeout, has_ipv6, has_dualstack_ipv6 = OSError, TimeoutError, False, lambda: False


def _constants(kind, name, members):
    made = kind(name, members, module="socket")
    globals().update(made.__members__)
    return made


AddressFamily = _constants(_IntEnum, "AddressFamily", {"AF_UNSPEC": 0, "AF_UNIX": 1, "AF_INET": 2, "AF_INET6": 10})
SocketKind = _constants(_IntEnum, "SocketKind", {
    "SOCK_STREAM": 1, "SOCK_DGRAM": 2, "SOCK_RAW": 3, "SOCK_RDM": 4, "SOCK_SEQPACKET": 5, "SOCK_NONBLOCK": 2048,
    "SOCK_CLOEXEC": 524288})
MsgFlag = _constants(_IntFlag, "MsgFlag", {
    "MSG_OOB": 1, "MSG_PEEK": 2, "MSG_DONTROUTE": 4, "MSG_TRUNC": 32, "MSG_DONTWAIT": 64, "MSG_WAITALL": 256,
    "MSG_NOSIGNAL": 16384})
AddressInfo = _constants(_IntFlag, "AddressInfo", {
    "AI_PASSIVE": 1, "AI_CANONNAME": 2, "AI_NUMERICHOST": 4, "AI_V4MAPPED": 8, "AI_ALL": 16, "AI_ADDRCONFIG": 32,
    "AI_NUMERICSERV": 1024})
IPPROTO_IP, IPPROTO_ICMP, IPPROTO_TCP, IPPROTO_UDP, IPPROTO_IPV6 = 0, 1, 6, 17, 41
SOL_SOCKET, SOL_TCP, SOL_UDP, SO_REUSEADDR, SO_TYPE, SO_ERROR, SO_BROADCAST, SO_SNDBUF, SO_RCVBUF, SO_KEEPALIVE = (
    1, 6, 17, 2, 3, 4, 6, 7, 8, 9)
SO_LINGER, SO_REUSEPORT, TCP_NODELAY, TCP_KEEPIDLE, TCP_KEEPINTVL, TCP_KEEPCNT, IPV6_V6ONLY = 13, 15, 1, 4, 5, 6, 26
SHUT_RD, SHUT_WR, SHUT_RDWR, SOMAXCONN = 0, 1, 2, 4096
INADDR_ANY, INADDR_BROADCAST, INADDR_LOOPBACK = 0, 0xffffffff, 0x7f000001
EAI_AGAIN, EAI_FAIL, EAI_FAMILY, EAI_NONAME, EAI_SERVICE, EAI_SOCKTYPE = -3, -4, -6, -2, -8, -7
NI_NUMERICHOST, NI_NUMERICSERV = 1, 2


class herror(OSError):
    __module__ = "socket"


class gaierror(OSError):
    __module__ = "socket"


def _refused(name):
    def refuse(*args, **kwargs):
        raise NotImplementedError(f"there is no network here: socket.{name} cannot work")
    refuse.__name__ = refuse.__qualname__ = name
    return refuse


def _unconnected(name, number, message):
    def fail(self, *args):
        self._check()
        if self._type != SOCK_STREAM:
            raise NotImplementedError(f"there is no network here: socket.{name} cannot work")
        raise OSError(number, message)
    fail.__name__, fail.__qualname__ = name, f"socket.{name}"
    return fail


class socket:
    # One that is never connected: it has a number, a timeout and options.
    __slots__ = "__weakref__", "_family", "_type", "_proto", "_number", "_timeout", "_options"

    def __init__(self, family=-1, type=-1, proto=-1, fileno=None):
        if fileno is not None:
            raise NotImplementedError("there are no sockets here: fileno cannot be given")
        import _asyncio_network as network
        self._family = AF_INET if family == -1 else family
        self._type = SOCK_STREAM if type == -1 else type
        self._proto = 0 if proto == -1 else proto
        self._number = network._descriptor(3 if network.asyncio._get_running_loop() is None else 6)
        self._timeout = _default_timeout
        self._options = {(SOL_SOCKET, SO_TYPE): int(self._type)}

    def _check(self):
        if self._number == -1:
            raise OSError(9, "Bad file descriptor")

    @property
    def family(self):
        return AddressFamily(self._family)

    @property
    def type(self):
        return SocketKind(self._type)

    @property
    def proto(self):
        return self._proto

    @property
    def timeout(self):
        return self._timeout

    def fileno(self):
        return self._number

    def detach(self):
        from _asyncio_network import _descriptors
        number, self._number = self._number, -1
        _descriptors.discard(number)
        return number

    def close(self):
        self.detach()

    def __enter__(self):
        return self

    def __exit__(self, *exception):
        self.close()

    def gettimeout(self):
        return self._timeout

    def getblocking(self):
        return self._timeout != 0

    def settimeout(self, value, /):
        if value is not None and value < 0:
            raise ValueError("Timeout value out of range")
        self._check()
        self._timeout = None if value is None else float(value)

    def setblocking(self, flag, /):
        self.settimeout(None if flag else 0.0)

    def getsockopt(self, level, option, size=0, /):
        self._check()
        return self._options.get((level, option), 0)

    def setsockopt(self, level, option, value, size=0, /):
        self._check()
        self._options[level, option] = value

    def getsockname(self):
        self._check()
        return "" if self._family == AF_UNIX else ("0.0.0.0", 0) if self._family == AF_INET else ("::", 0, 0, 0)

    def connect(self, address, /):
        import _asyncio_network as network
        if self._family == AF_INET and not isinstance(address, tuple):
            raise TypeError(f"connect(): AF_INET address must be tuple, not {type(address).__name__}")
        self._check()
        here = self._family == AF_UNIX or address[0] in network._HERE
        if not here:
            network._refuse(address[0])
        if self._type != SOCK_STREAM or network._servers.get(address if self._family == AF_UNIX else address[1]):
            raise NotImplementedError("there is no network here: asyncio's connections reach servers of this program, "
                                      "socket.connect does not")
        if self._family == AF_UNIX:
            raise OSError(2, "No such file or directory")
        if self._timeout == 0:
            raise OSError(115, "Operation now in progress")
        raise OSError(111, "Connection refused")

    def connect_ex(self, address, /):
        try:
            self.connect(address)
        except OSError as error:
            if error.errno is None:
                raise
            return error.errno

    bind, listen, makefile, dup = map(_refused, ("bind", "listen", "makefile", "dup"))
    getpeername, recv, recv_into, recvfrom, shutdown = (
        _unconnected(name, 107, "Transport endpoint is not connected")
        for name in ("getpeername", "recv", "recv_into", "recvfrom", "shutdown"))
    send, sendall, sendto = (_unconnected(name, 32, "Broken pipe") for name in ("send", "sendall", "sendto"))
    accept = _unconnected("accept", 22, "Invalid argument")

    def __getstate__(self):
        raise TypeError(f"cannot pickle {type(self).__name__!r} object")

    def __repr__(self):
        kind, state = type(self), " [closed]" if self._number == -1 else ""
        name = "" if state else f", laddr={self.getsockname()}" if self._family != AF_UNIX else ""
        return (f"<{kind.__module__}.{kind.__qualname__}{state} fd={self._number}, family={self.family!s}, "
                f"type={self.type!s}, proto={self._proto}{name}>")


def create_connection(address, timeout=..., source_address=None, *, all_errors=False):
    made = socket()
    try:
        if timeout is not ...:
            made.settimeout(timeout)
        made.connect(tuple(address))
    except BaseException:
        made.close()
        raise
    return made


SocketType = socket
create_server, socketpair, fromfd, getnameinfo = map(
    _refused, ("create_server", "socketpair", "fromfd", "getnameinfo"))
_default_timeout = None


def getdefaulttimeout():
    return _default_timeout


def setdefaulttimeout(timeout, /):
    global _default_timeout
    if timeout is not None and timeout < 0:
        raise ValueError("Timeout value out of range")
    _default_timeout = None if timeout is None else float(timeout)


def gethostname():
    return "localhost"


def getfqdn(name=""):
    return name or gethostname()


def gethostbyname(hostname, /):
    if hostname in ("", "localhost"):
        return "127.0.0.1"
    try:
        return inet_ntoa(inet_aton(hostname))
    except OSError:
        raise gaierror(EAI_NONAME, "Name or service not known") from None


def getaddrinfo(host, port, family=0, type=0, proto=0, flags=0):
    address = gethostbyname(host or "localhost")
    port = int(port or 0)
    kinds = [(SOCK_STREAM, IPPROTO_TCP), (SOCK_DGRAM, IPPROTO_UDP), (SOCK_RAW, IPPROTO_IP)]
    return [(AF_INET, kind, number, "", (address, port)) for kind, number in kinds
            if type in (0, kind) and proto in (0, number)]


def inet_aton(ip_addr, /):
    parts = ip_addr.split(".")
    try:
        numbers = [int(part, 0 if part[:1] != "0" or part in ("0", "") or part[1:2] in "xX" else 8) for part in parts]
    except ValueError:
        numbers = []
    limit = 256 ** (5 - len(numbers))
    if not 0 < len(numbers) < 5 or not all(0 <= each < 256 for each in numbers[:-1]) or not 0 <= numbers[-1] < limit:
        raise OSError("illegal IP address string passed to inet_aton")
    return bytes(numbers[:-1]) + numbers[-1].to_bytes(5 - len(numbers), "big")


def inet_ntoa(packed_ip, /):
    if len(packed_ip) != 4:
        raise OSError("packed IP wrong length for inet_ntoa")
    return ".".join(map(str, packed_ip))


def inet_pton(address_family, ip_string, /):
    from ipaddress import AddressValueError, IPv4Address, IPv6Address
    try:
        return (IPv6Address if address_family == AF_INET6 else IPv4Address)(ip_string).packed
    except AddressValueError:
        raise OSError("illegal IP address string passed to inet_pton") from None


def inet_ntop(address_family, packed_ip, /):
    from ipaddress import IPv4Address, IPv6Address
    if len(packed_ip) != (16 if address_family == AF_INET6 else 4):
        raise ValueError("invalid length of packed IP address string")
    return str((IPv6Address if address_family == AF_INET6 else IPv4Address)(bytes(packed_ip)))


def _swapped(name, size):
    def swap(x, /):
        if x < 0:
            raise ValueError("Cannot convert negative int") if _SINCE_3_14 else OverflowError(
                f"{name}: can't convert negative Python int to C {8 * size}-bit unsigned integer")
        if x >> 8 * size:
            raise OverflowError(
                f"Python int too large for C uint{8 * size}_t" if _SINCE_3_14 else "int larger than 32 bits" if size > 2
                else f"{name}: Python int too large to convert to C 16-bit unsigned integer")
        return int.from_bytes(x.to_bytes(size, "little"), "big")
    swap.__name__ = swap.__qualname__ = name
    return swap


htons, ntohs, htonl, ntohl = _swapped("htons", 2), _swapped("ntohs", 2), _swapped("htonl", 4), _swapped("ntohl", 4)
