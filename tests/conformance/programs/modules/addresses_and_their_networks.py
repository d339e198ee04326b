import ipaddress as I, sys


def attempt(f, *a, **k):
    try:
        r = f(*a, **k)
        print(repr(r) if not hasattr(r, '__next__') else list(r))
    except Exception as e:
        print(type(e).__module__, type(e).__name__, e)

for a in [
    '192.168.0.1',
    '10.0.0.256',
    '1.2.3',
    '',
    '1.2.3.4.5',
    '01.2.3.4',
    '1..2.3',
    'a.b.c.d',
    '1.2.3.1234',
    '1.2.3.4/24',
    '::1',
    '2001:db8::1',
    'fe80::1%eth0',
    '::ffff:1.2.3.4',
    '1:2:3:4:5:6:7:8',
    '1:2:3:4:5:6:7',
    '1::2::3',
    ':1:2:3:4:5:6:7',
    '1:2:3:4:5:6:7:',
    '::12345',
    '::g',
    '1:2:3:4:5:6:7:8:9',
    '1:2:3:4:5:6:7::8',
    '::1.2.3',
    '12',
    b'\x01\x02\x03\x04',
    b'\x01\x02\x03',
    3232235521,
    2 ** 32,
    -1,
    2 ** 128,
    '2002:102:304::1',
    '2001:0:1::',
    '100::1',
]:
    attempt(I.ip_address, a)
    attempt(I.IPv4Address, a)
    attempt(I.IPv6Address, a)

for a in [
    '192.168.0.1', '8.8.8.8', '127.0.0.1', '224.0.0.1', '0.0.0.0', '169.254.1.1', '240.0.0.1', '100.64.0.1',
    '192.0.0.9', '::1', '::', 'fe80::1', 'fc00::1', '2001:db8::1', '2606:4700::1', 'ff02::1', '::ffff:10.0.0.1',
    '2001:4:112::1', 'fec0::1'
]:
    x = I.ip_address(a)
    print(x, [n for n in ('is_private', 'is_global', 'is_loopback', 'is_multicast', 'is_reserved', 'is_unspecified', 'is_link_local') if getattr(x, n)], x.packed, x.exploded, x.compressed, int(x), x.max_prefixlen, x.version, x.reverse_pointer)
a = I.ip_address('10.0.0.1')
print(a + 1, a - 1, a < a + 1, a == I.ip_address('10.0.0.1'), sorted([a + 5, a]))
print(hash(a) == hash(I.ip_address('10.0.0.1')), f'{a:b} {a:x} {a:#X} {a:_b} {a:s} {a:n}', a == '10.0.0.1')
attempt(lambda: a < I.ip_address('::1'))
attempt(lambda: a < 1)
attempt(lambda: I.ip_address('255.255.255.255') + 1)
print(f"{I.ip_address('::1'):x}", I.ip_address('::ffff:1.2.3.4').ipv4_mapped)
print(I.ip_address('2002:102:304::1').sixtofour, I.ip_address('fe80::1%eth0').scope_id)
print(I.ip_address('2001:0:4136:e378:8000:63bf:3fff:fdd2').teredo)

for n in [
    '192.168.0.0/24',
    '10.0.0.0/255.0.0.0',
    '10.0.0.0/0.255.255.255',
    '192.168.0.1/24',
    '10.0.0.0/33',
    '10.0.0.0/a',
    '1.2.3.4',
    '2001:db8::/32',
    '::/129',
    '::1/64',
    '1.2.3.4/1/2',
    ('10.0.0.0', 8),
    (167772160, '8'),
    '10.0.0.0/255.0.255.0',
]:
    attempt(I.ip_network, n)
    attempt(I.IPv4Network, n)
    attempt(I.ip_network, n, strict=False)
n = I.ip_network('192.168.0.0/29')
print(list(n), list(n.hosts()), n.num_addresses, n.netmask, n.hostmask, n.broadcast_address, n.prefixlen)
print(n.with_netmask, n.with_hostmask, n[0], n[-1], n[2], I.ip_address('192.168.0.3') in n)
print(I.ip_address('192.168.0.9') in n, n.is_private, n.exploded)
attempt(lambda: n[8])
attempt(lambda: n[-9])
print(list(n.subnets()), list(n.subnets(new_prefix=31)), n.supernet(), n.supernet(new_prefix=8))
print(n.supernet(prefixlen_diff=4))
attempt(n.subnets, new_prefix=20)
attempt(n.subnets, prefixlen_diff=9)
attempt(n.supernet, new_prefix=30)
attempt(n.supernet, prefixlen_diff=44)
m = I.ip_network('192.168.0.0/16')
print(n.subnet_of(m), m.supernet_of(n), n.overlaps(m), list(m.address_exclude(I.ip_network('192.168.128.0/17'))))
print(n < m, n == I.ip_network('192.168.0.0/29'), n.compare_networks(m))
attempt(n.address_exclude, m)
attempt(n.subnet_of, I.ip_network('::/8'))
attempt(n.subnet_of, 3)
print([list(I.ip_network(x).hosts()) for x in ('10.0.0.0/31', '10.0.0.0/32', '::/127', '::/128', '::/126')])
print(list(I.summarize_address_range(I.ip_address('10.0.0.1'), I.ip_address('10.0.0.10'))))
print(list(I.collapse_addresses([I.ip_network('10.0.0.0/25'), I.ip_network('10.0.0.128/25'), I.ip_address('10.0.1.0')])))
i = I.ip_interface('192.168.0.5/24')
print(repr(i), i.ip, i.network, i.netmask, i.with_netmask, i.with_prefixlen, i == I.ip_interface('192.168.0.5/24'))
print(i == i.ip, i < I.ip_interface('192.168.0.6/24'), i.hostmask)
attempt(I.ip_interface, '1.2.3')
print(repr(I.ip_interface('::1/64')), I.ip_interface('10.0.0.1'))
print(I.ip_network('100.64.0.0/10').is_global, I.ip_network('8.8.8.0/24').is_global, I.v4_int_to_packed(1))
attempt(I.v4_int_to_packed, 2 ** 40)
import pickle, copy
print(copy.copy(a), {a: 1}[I.ip_address('10.0.0.1')])
