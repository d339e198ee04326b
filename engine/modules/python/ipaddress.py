# ipaddress: addresses and networks of IPv4 and IPv6. Specified in: https://docs.python.org/3.11/library/ipaddress.html
import sys as _sys
from functools import total_ordering as _total_ordering

IPV4LENGTH, IPV6LENGTH = 32, 128
_SINCE_3_13 = _sys.version_info >= (3, 13)


class AddressValueError(ValueError):
    pass


class NetmaskValueError(ValueError):
    pass


def ip_address(address):
    return _first(address, (IPv4Address, IPv6Address), "an IPv4 or IPv6 address")


def ip_network(address, strict=True):
    return _first(address, (IPv4Network, IPv6Network), "an IPv4 or IPv6 network", strict)


def ip_interface(address):
    return _first(address, (IPv4Interface, IPv6Interface), "an IPv4 or IPv6 interface")


def _first(address, classes, what, *args):
    for cls in classes:
        try:
            return cls(address, *args)
        except (AddressValueError, NetmaskValueError):
            pass
    raise ValueError(f"{address!r} does not appear to be {what}")


def v4_int_to_packed(address):
    try:
        return address.to_bytes(4, "big")
    except OverflowError:
        raise ValueError("Address negative or too large for IPv4") from None


def v6_int_to_packed(address):
    try:
        return address.to_bytes(16, "big")
    except OverflowError:
        raise ValueError("Address negative or too large for IPv6") from None


def _read_v4(text):
    if not text:
        raise AddressValueError("Address cannot be empty")
    parts = text.split(".")
    if len(parts) != 4:
        raise AddressValueError(f"Expected 4 octets in {text!r}")
    number = 0
    for part in parts:
        try:
            number = number << 8 | _octet(part)
        except ValueError as error:
            raise AddressValueError(f"{error} in {text!r}") from None
    return number


def _octet(text):
    if not text:
        raise ValueError("Empty octet not permitted")
    if not (text.isascii() and text.isdigit()):
        raise ValueError(f"Only decimal digits permitted in {text!r}")
    if len(text) > 3:
        raise ValueError(f"At most 3 characters permitted in {text!r}")
    if text != "0" and text[0] == "0":
        raise ValueError(f"Leading zeros are not permitted in {text!r}")
    if int(text) > 255:
        raise ValueError(f"Octet {int(text)} (> 255) not permitted")
    return int(text)


def _read_v6(text):
    if not text:
        raise AddressValueError("Address cannot be empty")
    parts = text.split(":")
    if len(parts) < 3:
        raise AddressValueError(f"At least 3 parts expected in {text!r}")
    if "." in parts[-1]:
        try:
            low = _read_v4(parts.pop())
        except AddressValueError as error:
            raise AddressValueError(f"{error} in {text!r}") from None
        parts += [f"{low >> 16:x}", f"{low & 0xffff:x}"]
    if len(parts) > 9:
        raise AddressValueError(f"At most 8 colons permitted in {text!r}")
    gap = None
    for i in range(1, len(parts) - 1):
        if not parts[i]:
            if gap is not None:
                raise AddressValueError(f"At most one '::' permitted in {text!r}")
            gap = i
    if gap is not None:
        high, low = parts[:gap], parts[gap + 1:]
        if not high[0]:
            high.pop(0)
            if high:
                raise AddressValueError(f"Leading ':' only permitted as part of '::' in {text!r}")
        if not low[-1]:
            low.pop()
            if low:
                raise AddressValueError(f"Trailing ':' only permitted as part of '::' in {text!r}")
        skipped = 8 - len(high) - len(low)
        if skipped < 1:
            raise AddressValueError(f"Expected at most 7 other parts with '::' in {text!r}")
        parts = high + ["0"] * skipped + low
    else:
        if len(parts) != 8:
            raise AddressValueError(f"Exactly 8 parts expected without '::' in {text!r}")
        if not parts[0]:
            raise AddressValueError(f"Leading ':' only permitted as part of '::' in {text!r}")
        if not parts[-1]:
            raise AddressValueError(f"Trailing ':' only permitted as part of '::' in {text!r}")
    number = 0
    for part in parts:
        if not all(each in "0123456789abcdefABCDEF" for each in part):
            raise AddressValueError(f"Only hex digits permitted in {part!r} in {text!r}")
        if len(part) > 4:
            raise AddressValueError(f"At most 4 characters permitted in {part!r} in {text!r}")
        number = number << 16 | int(part or "0", 16)
    return number


def _write_v4(number):
    return ".".join(map(str, number.to_bytes(4, "big")))


def _write_v6(number):
    groups = [number >> 16 * i & 0xffff for i in range(7, -1, -1)]
    # The longest run of zeros, the first of them, is left out.
    best, start = (0, 0), None
    for i, group in enumerate(groups + [1]):
        if group:
            start = None
        else:
            start = i if start is None else start
            if i - start + 1 > best[0]:
                best = i - start + 1, start
    texts = [f"{group:x}" for group in groups]
    if best[0] < 2:
        return ":".join(texts)
    return ":".join(texts[:best[1]]) + "::" + ":".join(texts[sum(best):])


class _Version4:
    version, max_prefixlen = 4, 32
    _read, _write = staticmethod(_read_v4), staticmethod(_write_v4)


class _Version6:
    version, max_prefixlen = 6, 128
    _read, _write = staticmethod(_read_v6), staticmethod(_write_v6)


def _number_of(cls, address):
    if isinstance(address, int):
        if address < 0:
            raise AddressValueError(f"{address} (< 0) is not permitted as an IPv{cls.version} address")
        if address >> cls.max_prefixlen:
            raise AddressValueError(f"{address} (>= 2**{cls.max_prefixlen}) is not permitted as an IPv{cls.version} "
                                    "address")
        return address
    if isinstance(address, bytes):
        if len(address) * 8 != cls.max_prefixlen:
            raise AddressValueError(f"{address!r} (len {len(address)} != {cls.max_prefixlen // 8}) is not permitted "
                                    f"as an IPv{cls.version} address")
        return int.from_bytes(address, "big")
    text = str(address)
    if "/" in text:
        raise AddressValueError(f"Unexpected '/' in {text!r}")
    return cls._read(text)


def _known(*networks):
    def is_in(self):
        address = getattr(self, "network_address", self)
        last = getattr(self, "broadcast_address", self)
        return any(low <= int(address) and int(last) < high for low, high in ranges)
    ranges = [_range(text) for text in networks]
    return property(is_in)


def _range(text):
    address, _, length = text.partition("/")
    read, bits = (_read_v6, 128) if ":" in address else (_read_v4, 32)
    first = read(address)
    return first, first + (1 << bits - int(length))


@_total_ordering
class _Address:
    __slots__ = ()

    def __int__(self):
        return self._ip

    def __eq__(self, other):
        return (self._ip == other._ip and self.version == other.version and
                getattr(self, "scope_id", None) == getattr(other, "scope_id", None)
                if isinstance(other, _Address) else NotImplemented)

    def __hash__(self):
        return hash(hex(self._ip))

    def __lt__(self, other):
        if not isinstance(other, _Address):
            return NotImplemented
        if self.version != other.version:
            raise TypeError(f"{self} and {other} are not of the same version")
        return self._ip < other._ip

    def __add__(self, other):
        return type(self)(self._ip + other) if isinstance(other, int) else NotImplemented

    def __sub__(self, other):
        return type(self)(self._ip - other) if isinstance(other, int) else NotImplemented

    def __str__(self):
        return self._write(self._ip)

    def __repr__(self):
        return f"{type(self).__name__}({str(self)!r})"

    def __format__(self, spec):
        if not spec or spec[-1] == "s":
            return format(str(self), spec)
        kind, prefix, grouped = spec[-1], spec[0] == "#", "_" in spec
        if spec != "#" * prefix + "_" * grouped + kind or kind not in "xbnX":
            return object.__format__(self, spec)
        if kind == "n":
            kind = "b" if self.version == 4 else "x"
        width = self.max_prefixlen // (1 if kind == "b" else 4)
        if grouped:
            width += width // 4 - 1
        text = format(self._ip, f"0{width}{'_' if grouped else ''}{kind}")
        return ("0" + kind) * prefix + text

    @property
    def packed(self):
        return self._ip.to_bytes(self.max_prefixlen // 8, "big")

    @property
    def compressed(self):
        return str(self)

    @property
    def reverse_pointer(self):
        return ".".join(str(self).split(".")[::-1]) + ".in-addr.arpa"

    def __reduce__(self):
        return type(self), (str(self),)


class IPv4Address(_Version4, _Address):
    __slots__ = ("_ip", "__weakref__")

    def __init__(self, address):
        self._ip = _number_of(IPv4Address, address)

    exploded = property(lambda self: str(self))
    is_private = property(lambda self: self._is_private and not self._is_exception)
    is_global = property(lambda self: not self.is_private and not self._is_shared)
    is_multicast = _known("224.0.0.0/4")
    is_reserved = _known("240.0.0.0/4")
    is_loopback = _known("127.0.0.0/8")
    is_link_local = _known("169.254.0.0/16")
    is_unspecified = _known("0.0.0.0/32")
    _is_shared = _known("100.64.0.0/10")
    _is_private = _known("0.0.0.0/8", "10.0.0.0/8", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.2.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24",
                         "240.0.0.0/4", "255.255.255.255/32",
                         *["192.0.0.0/24"] if _SINCE_3_13 else ["192.0.0.0/29", "192.0.0.170/31"])
    _is_exception = _known(*["192.0.0.9/32", "192.0.0.10/32"] * _SINCE_3_13)
    if _SINCE_3_13:
        @property
        def ipv6_mapped(self):
            return IPv6Address(0xffff << 32 | self._ip)


class IPv6Address(_Version6, _Address):
    __slots__ = ("_ip", "_scope_id", "__weakref__")

    def __init__(self, address):
        self._scope_id = None
        if isinstance(address, str) and "%" in address:
            address, _, self._scope_id = address.partition("%")
            if not self._scope_id or "%" in self._scope_id:
                raise AddressValueError(f'Invalid IPv6 address: "{address}%{self._scope_id}"')
        self._ip = _number_of(IPv6Address, address)

    @property
    def scope_id(self):
        return self._scope_id

    def __str__(self):
        if _SINCE_3_13 and self._ip >> 32 == 0xffff:
            text = "::ffff:" + _write_v4(self._ip & 0xffffffff)
        else:
            text = _write_v6(self._ip)
        return text + ("%" + self._scope_id if self._scope_id else "")

    def __hash__(self):
        return hash((self._ip, self._scope_id))

    @property
    def exploded(self):
        groups = [f"{self._ip >> 16 * i & 0xffff:04x}" for i in range(7, -1, -1)]
        if _SINCE_3_13 and self.ipv4_mapped:
            groups[6:] = [str(self.ipv4_mapped)]
        return ":".join(groups)

    @property
    def reverse_pointer(self):
        return ".".join(f"{self._ip:032x}"[::-1]) + ".ip6.arpa"

    @property
    def ipv4_mapped(self):
        return IPv4Address(self._ip & 0xffffffff) if self._ip >> 32 == 0xffff else None

    @property
    def sixtofour(self):
        return IPv4Address(self._ip >> 80 & 0xffffffff) if self._ip >> 112 == 0x2002 else None

    @property
    def teredo(self):
        if self._ip >> 96 != 0x20010000:
            return None
        return IPv4Address(self._ip >> 64 & 0xffffffff), IPv4Address(~self._ip & 0xffffffff)

    is_multicast = _known("ff00::/8")
    is_reserved = _known("::/8", "100::/8", "200::/7", "400::/6", "800::/5", "1000::/4", "4000::/3", "6000::/3",
                         "8000::/3", "a000::/3", "c000::/3", "e000::/4", "f000::/5", "f800::/6", "fe00::/9")
    is_link_local = _known("fe80::/10")
    is_site_local = _known("fec0::/10")
    is_unspecified = _known("::/128")
    is_loopback = _known("::1/128")
    _is_private = _known("::1/128", "::/128", "::ffff:0:0/96", "64:ff9b:1::/48", "100::/64", "2001::/23",
                         "2001:db8::/32", "2002::/16", "3fff::/20", "fc00::/7", "fe80::/10")
    _is_exception = _known(*["2001:1::1/128", "2001:1::2/128", "2001:3::/32", "2001:4:112::/48", "2001:20::/28",
                             "2001:30::/28"] * _SINCE_3_13)

    # Since 3.13 an address of IPv4 that is written as one of IPv6 is what it is as one of IPv4.
    def _as_mapped(name, own):
        def ask(self):
            mapped = self.ipv4_mapped if _SINCE_3_13 else None
            return getattr(mapped, name) if mapped is not None else own.fget(self)
        return property(ask)
    is_multicast, is_reserved, is_link_local, is_unspecified, is_loopback = map(
        _as_mapped, ("is_multicast", "is_reserved", "is_link_local", "is_unspecified", "is_loopback"),
        (is_multicast, is_reserved, is_link_local, is_unspecified, is_loopback))
    del _as_mapped

    @property
    def is_private(self):
        mapped = self.ipv4_mapped
        return mapped.is_private if mapped is not None else self._is_private and not self._is_exception

    @property
    def is_global(self):
        mapped = self.ipv4_mapped
        return mapped.is_global if mapped is not None and _SINCE_3_13 else not self.is_private


def _split(address):
    if isinstance(address, (int, bytes)):
        return address, None
    if isinstance(address, tuple):
        return address if len(address) > 1 else (address[0], None)
    parts = str(address).split("/")
    if len(parts) > 2:
        raise AddressValueError(f"Only one '/' permitted in {str(address)!r}")
    return (parts[0], parts[1]) if len(parts) > 1 else (parts[0], None)


def _prefix_length(cls, text):
    bits = cls.max_prefixlen
    if text is None:
        return bits
    if isinstance(text, int):
        if not 0 <= text <= bits:
            raise NetmaskValueError(f"{text!r} is not a valid netmask")
        return text
    if text.isascii() and text.isdigit():
        if int(text) > bits:
            raise NetmaskValueError(f"{text!r} is not a valid netmask")
        return int(text)
    if cls.version == 4:
        try:
            mask = _read_v4(text)
        except AddressValueError:
            raise NetmaskValueError(f"{text!r} is not a valid netmask") from None
        for each in (mask, mask ^ 2**32 - 1):  # a netmask, or a hostmask
            inverse = each ^ 2**32 - 1
            if not inverse & inverse + 1:
                return 32 - inverse.bit_length()
    raise NetmaskValueError(f"{text!r} is not a valid netmask")


@_total_ordering
class _Network:
    def __init__(self, address, strict=True):
        text, length = _split(address)
        self.network_address = self._address_class(text)
        self._prefixlen = _prefix_length(self, length)
        number = int(self.network_address)
        if number & self._hosts:
            if strict:
                raise ValueError(f"{_shown(address)} has host bits set")
            self.network_address = self._address_class(number & ~self._hosts)

    @property
    def _hosts(self):
        return (1 << self.max_prefixlen - self._prefixlen) - 1

    prefixlen = property(lambda self: self._prefixlen)
    num_addresses = property(lambda self: self._hosts + 1)
    broadcast_address = property(lambda self: self._address_class(int(self.network_address) | self._hosts))
    hostmask = property(lambda self: self._address_class(self._hosts))
    netmask = property(lambda self: self._address_class(self._hosts ^ (1 << self.max_prefixlen) - 1))
    with_prefixlen = property(lambda self: f"{self.network_address}/{self._prefixlen}")
    with_netmask = property(lambda self: f"{self.network_address}/{self.netmask}")
    with_hostmask = property(lambda self: f"{self.network_address}/{self.hostmask}")
    compressed = property(lambda self: str(self))
    exploded = property(lambda self: f"{self.network_address.exploded}/{self._prefixlen}")

    def _both(name):
        return property(lambda self: getattr(self.network_address, name) and getattr(self.broadcast_address, name))
    is_multicast, is_reserved, is_link_local, is_unspecified, is_loopback = map(
        _both, ("is_multicast", "is_reserved", "is_link_local", "is_unspecified", "is_loopback"))
    del _both
    is_private = property(lambda self: type(self.network_address)._is_private.fget(self) and
                          not type(self.network_address)._is_exception.fget(self))
    is_global = property(lambda self: not self.is_private)

    def __str__(self):
        return self.with_prefixlen

    def __repr__(self):
        return f"{type(self).__name__}({str(self)!r})"

    def _key(self):
        return int(self.network_address), self._prefixlen

    def __eq__(self, other):
        return (self.version == other.version and self._key() == other._key()
                if isinstance(other, _Network) else NotImplemented)

    def __lt__(self, other):
        if not isinstance(other, _Network):
            return NotImplemented
        self._same_version(other)
        return self._key() < other._key()

    def _same_version(self, other):
        if self.version != other.version:
            raise TypeError(f"{self} and {other} are not of the same version")

    def __hash__(self):
        return hash(self._key())

    def __iter__(self):
        return self._addresses(int(self.network_address), int(self.broadcast_address))

    # range() ends at 64 bits.
    def _addresses(self, first, last):
        while first <= last:
            yield self._address_class(first)
            first += 1

    def __getitem__(self, n):
        number = int(self.network_address if n >= 0 else self.broadcast_address) + n + (n < 0)
        if not int(self.network_address) <= number <= int(self.broadcast_address):
            raise IndexError("address out of range")
        return self._address_class(number)

    def __contains__(self, other):
        if isinstance(other, _Network) or self.version != other.version:
            return False
        return int(other) & ~self._hosts == int(self.network_address)

    def hosts(self):
        first, last = int(self.network_address), int(self.broadcast_address)
        if self._prefixlen == self.max_prefixlen:
            return iter([self._address_class(first)])
        if self._prefixlen < self.max_prefixlen - 1:
            first, last = first + 1, last - (self.version == 4)
        elif self.version == 6 or self.version == 4:
            return iter([self._address_class(first), self._address_class(last)])
        return self._addresses(first, last)

    def overlaps(self, other):
        return (other.network_address in self or other.broadcast_address in self or
                self.network_address in other or self.broadcast_address in other)

    def subnet_of(self, other):
        return self._within(self, other)

    def supernet_of(self, other):
        return self._within(other, self)

    @staticmethod
    def _within(a, b):
        try:
            a._same_version(b)
        except AttributeError:
            raise TypeError(f"Unable to test subnet containment between {a} and {b}") from None
        return b.network_address <= a.network_address and b.broadcast_address >= a.broadcast_address

    def subnets(self, prefixlen_diff=1, new_prefix=None):
        if self._prefixlen == self.max_prefixlen:
            yield self
            return
        if new_prefix is not None:
            if new_prefix < self._prefixlen:
                raise ValueError("new prefix must be longer")
            if prefixlen_diff != 1:
                raise ValueError("cannot set prefixlen_diff and new_prefix")
            prefixlen_diff = new_prefix - self._prefixlen
        if prefixlen_diff < 0:
            raise ValueError("prefix length diff must be > 0")
        length = self._prefixlen + prefixlen_diff
        if length > self.max_prefixlen:
            raise ValueError(f"prefix length diff {length} is invalid for netblock {self}")
        number, step = int(self.network_address), 1 << self.max_prefixlen - length
        while number <= int(self.broadcast_address):
            yield type(self)((number, length))
            number += step

    def supernet(self, prefixlen_diff=1, new_prefix=None):
        if self._prefixlen == 0:
            return self
        if new_prefix is not None:
            if new_prefix > self._prefixlen:
                raise ValueError("new prefix must be shorter")
            if prefixlen_diff != 1:
                raise ValueError("cannot set prefixlen_diff and new_prefix")
            prefixlen_diff = self._prefixlen - new_prefix
        length = self._prefixlen - prefixlen_diff
        if length < 0:
            raise ValueError(f"current prefixlen is {self._prefixlen}, cannot have a prefixlen_diff of {prefixlen_diff}")
        return type(self)((int(self.network_address), length), strict=False)

    def address_exclude(self, other):
        if self.version != other.version:
            raise TypeError(f"{self} and {other} are not of the same version")
        if not isinstance(other, _Network):
            raise TypeError(f"{other} is not a network object")
        if not other.subnet_of(self):
            raise ValueError(f"{other} not contained in {self}")
        rest = self
        while rest != other:
            first, second = rest.subnets()
            rest, whole = (first, second) if other.subnet_of(first) else (second, first)
            yield whole

    def compare_networks(self, other):
        self._same_version(other)
        return (self._key() > other._key()) - (self._key() < other._key())

    def __reduce__(self):
        return type(self), (str(self),)


def _shown(address):
    return "%s/%s" % address if isinstance(address, tuple) else str(address)


class IPv4Network(_Version4, _Network):
    _address_class = IPv4Address
    is_global = property(lambda self: not self.is_private and not IPv4Address._is_shared.fget(self))


class IPv6Network(_Version6, _Network):
    _address_class = IPv6Address
    is_site_local = property(lambda self: self.network_address.is_site_local and self.broadcast_address.is_site_local)


class _Interface:
    def _take(self, address):
        text, length = _split(address)
        self._base.__init__(self, text)
        self.network = self._network_class((self._ip, _prefix_length(self, length)), strict=False)
        self.netmask = self.network.netmask

    hostmask = property(lambda self: self.network.hostmask)
    ip = property(lambda self: self._base(self._ip))
    with_prefixlen = property(lambda self: f"{self.ip}/{self.network.prefixlen}")
    with_netmask = property(lambda self: f"{self.ip}/{self.netmask}")
    with_hostmask = property(lambda self: f"{self.ip}/{self.hostmask}")

    def __str__(self):
        return self.with_prefixlen

    def __eq__(self, other):
        equal = self._base.__eq__(self, other)
        if equal is NotImplemented or not equal:
            return equal
        return self.network == getattr(other, "network", None)

    def __lt__(self, other):
        less = self._base.__lt__(self, other)
        if less is NotImplemented or not isinstance(other, _Interface):
            return less
        return self.network < other.network or self.network == other.network and less

    def __hash__(self):
        return hash((self._ip, self.network.prefixlen, int(self.network.network_address)))


class IPv4Interface(_Interface, IPv4Address):
    _base, _network_class = IPv4Address, IPv4Network

    def __init__(self, address):
        self._take(address)


class IPv6Interface(_Interface, IPv6Address):
    _base, _network_class = IPv6Address, IPv6Network

    def __init__(self, address):
        self._take(address)


def summarize_address_range(first, last):
    if not isinstance(first, _Address) or not isinstance(last, _Address):
        raise TypeError("first and last must be IP addresses, not networks")
    if first.version != last.version:
        raise TypeError(f"{first} and {last} are not of the same version")
    if first > last:
        raise ValueError("last IP address must be greater than first")
    network = IPv4Network if first.version == 4 else IPv6Network
    at, end = int(first), int(last)
    while at <= end:
        bits = min((at & -at).bit_length() - 1 if at else first.max_prefixlen, (end - at + 1).bit_length() - 1)
        yield network((at, first.max_prefixlen - bits))
        at += 1 << bits


def collapse_addresses(addresses):
    found = []
    for each in addresses:
        network = each
        if isinstance(each, _Address):
            network = (IPv4Network if each.version == 4 else IPv6Network)((int(each), each.max_prefixlen))
        if found and found[0].version != network.version:
            raise TypeError(f"{each} and {found[-1]} are not of the same version")
        found.append(network)
    made = []
    for network in sorted(found):
        if made and made[-1].broadcast_address >= network.broadcast_address:
            continue
        made.append(network)
        while len(made) > 1 and made[-1].prefixlen == made[-2].prefixlen:
            both = made[-2].supernet()
            if made[-1].supernet() != both:
                break
            made[-2:] = [both]
    return iter(made)


def get_mixed_type_key(obj):
    if isinstance(obj, _Network):
        return obj.version, obj.network_address, obj.netmask
    return (obj.version, obj) if isinstance(obj, _Address) else NotImplemented
