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


class socket:
    __init__ = _refused("socket")


SocketType = socket
create_connection, create_server, socketpair, fromfd, getnameinfo = map(
    _refused, ("create_connection", "create_server", "socketpair", "fromfd", "getnameinfo"))
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
